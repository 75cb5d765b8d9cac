//! The dates that a policy file gives.

use chrono::{DateTime, Utc};
use redress::calendar::instant;
use redress::case::{Outlook, Stamp, open};
use redress::deadline::ClockRecord;
use redress::deadline::rule::{ClockError, Extension, ExtensionChange};
use redress::policy::{ClockRule, Policy};
use redress::render::Renderer;
use redress::triage::{Complaint, ComplaintDocument, History, triage};
use redress::vocab::course::Duty;
use redress::vocab::{Category, ClockName, Locale};

pub(crate) use crate::regimes::support::policy;

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    instant::parse(text).unwrap()
}

fn complaint(category: Option<Category>, received: &str) -> Complaint {
    let complaint = Complaint::new("a-1".parse().unwrap(), at(received));
    match category {
        Some(category) => complaint.with_category(category),
        None => complaint,
    }
}

/// When a clock of a complaint is due at its receipt.
pub(crate) fn due(policy: &Policy, clock: ClockName, category: Option<Category>, received: &str) -> String {
    let complaint = complaint(category, received);
    let answer = triage(policy, &complaint, &History::none()).unwrap();
    Renderer::of(policy, Locale::En).due(policy.calendar(), answer.due(clock).unwrap())
}

/// When each step of the escalations of a case is owed, and to whom.
pub(crate) fn steps(policy: &Policy, received: &str) -> Vec<String> {
    let said = ComplaintDocument::new("A-1".parse().unwrap(), at(received));
    let case = open(policy, said, Stamp::new("k-0".parse().unwrap(), "anna".parse().unwrap(), at(received)))
        .unwrap();
    let outlook = Outlook::of(&case, policy, at(received));
    let end = at("2026-12-31T00:00:00Z");
    let steps = outlook.owed(end).filter(|owed| owed.key.duty == Duty::Escalation);
    let told = steps.map(|owed| {
        let local = policy.calendar().local(owed.since).unwrap().format("%Y-%m-%d %H:%M");
        format!("{local} {}", owed.to.unwrap())
    });
    told.collect()
}

/// One clock of a complaint, to extend and to ask.
pub(crate) struct Clocked<'p> {
    policy: &'p Policy,
    rule: &'p ClockRule,
    record: ClockRecord,
}

impl<'p> Clocked<'p> {
    pub(crate) fn new(
        policy: &'p Policy,
        clock: ClockName,
        category: Option<Category>,
        received: &str,
    ) -> Self {
        let complaint = complaint(category, received);
        let answer = triage(policy, &complaint, &History::none()).unwrap();
        let record = answer.record(answer.clocks_of(clock).next().unwrap()).unwrap();
        Self { policy, rule: policy.clock(clock).unwrap(), record }
    }

    pub(crate) fn extend(&mut self, reason: &str, change: &str, made: &str) -> Result<(), ClockError> {
        let change: ExtensionChange = serde_json::from_str(change).unwrap();
        let extension = Extension::new(change, reason.parse().unwrap(), at(made));
        self.record.extend(self.rule.clock(), self.policy.calendar(), extension)
    }

    pub(crate) fn due(&self) -> String {
        let now = at("2026-12-01T00:00:00Z");
        let due = self.rule.clock().projected_due(self.policy.calendar(), &self.record, now).unwrap();
        Renderer::of(self.policy, Locale::En).due(self.policy.calendar(), due)
    }
}
