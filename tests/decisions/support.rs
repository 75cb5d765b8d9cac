//! How a row is written: what is so, and what follows from it.

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Asia::Shanghai;
use redress::calendar::Calendar;
use redress::calendar::reading::Fold;
use redress::policy::routing::{Assignee, Row};
use redress::policy::severity::{MarkRule, Rating, SeverityRule};
use redress::policy::{Policy, Routing, SeverityRules};
use redress::profiles::choice::{HandlingLimit, Ratings};
use redress::profiles::{Control, GeneralHandling, Supplier, TaxDevice};
use redress::triage::account::{MarkAccount, OwnerAccount};
use redress::triage::answer::Level;
use redress::triage::{Complaint, History, Owner, PastCase, Triage, triage};
use redress::vocab::course::Validity;
use redress::vocab::kind::{Importance, Urgency};
use redress::vocab::{Act, CaseId, Department, Fact, Input, Mark, RuleId, Severity};

use super::china::calendar_in;

static CHINA: LazyLock<Calendar> = LazyLock::new(|| calendar_in(Shanghai));

pub(crate) fn china() -> Calendar {
    CHINA.clone()
}

/// An instant by the wall clock in China, such as `Tue 2025-03-11 10:00`; the weekday must be right.
#[track_caller]
pub(crate) fn at(local: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(local, "%a %Y-%m-%d %H:%M").unwrap();
    CHINA.zone().instant(local, Fold::Earlier).unwrap()
}

/// An instant as the rows write it.
#[track_caller]
pub(crate) fn shown(at: DateTime<Utc>) -> String {
    CHINA.zone().local(at).unwrap().format("%a %Y-%m-%d %H:%M").to_string()
}

/// A complaint of which nothing is said.
pub(crate) fn complaint() -> Complaint {
    received("Tue 2025-03-11 10:00")
}

/// The same, received at a time of the wall clock in China.
#[track_caller]
pub(crate) fn received(local: &str) -> Complaint {
    Complaint::new("W-1".parse().unwrap(), at(local))
}

/// A complaint in which these are so, as often as said.
pub(crate) fn stated<const N: usize>(facts: [(Fact, u32); N]) -> Complaint {
    facts.into_iter().fold(complaint(), |complaint, (fact, count)| complaint.with_fact(fact, count))
}

/// A complaint in which these are so.
pub(crate) fn so<const N: usize>(facts: [Fact; N]) -> Complaint {
    stated(facts.map(|fact| (fact, 1)))
}

/// An earlier complaint that was rated general and upheld, whereupon somebody was admonished.
#[track_caller]
pub(crate) fn upheld(id: &str, local: &str) -> PastCase {
    let id: CaseId = id.parse().unwrap();
    PastCase::new(id, at(local))
        .with_severity(Severity::General)
        .with_validity(Validity::Established)
        .with_admonition()
}

/// The profile in its default readings. The procedure sets no limit for the handling, nor do the rows.
pub(crate) fn tax_device() -> TaxDevice {
    TaxDevice::new(china(), HandlingLimit::NotSet)
}

/// The profile in its default reading; who owns what is about neither quality nor technology, no row asks.
pub(crate) fn supplier() -> Supplier {
    Supplier::new(china(), Department::SALES)
}

/// Rules that call every complaint general, where a row does not ask how bad one is.
pub(crate) fn all_general() -> SeverityRules {
    SeverityRules::new([Severity::General]).with_otherwise(Severity::General)
}

/// The profile with no table of the organisation's own.
pub(crate) fn general() -> GeneralHandling {
    GeneralHandling::new(china(), all_general(), Routing::none())
}

/// The profile with ratings that say the same of every complaint.
pub(crate) fn control() -> Control {
    let importance = Rating::new().with_otherwise(Importance::SECONDARY);
    Control::new(
        china(),
        all_general(),
        Ratings { importance, urgency: Rating::new().with_otherwise(Urgency::ROUTINE) },
    )
}

/// How bad a complaint is, by which rules, and what is to be kept in mind about it.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Judged {
    pub(crate) level: Level,
    /// The elements of the rules that matched, sorted; a rule of our choice goes by its id in brackets.
    pub(crate) by: Vec<String>,
    /// Sorted by code.
    pub(crate) marks: Vec<Mark>,
}

impl Judged {
    fn new<const N: usize>(level: Level, by: [&str; N]) -> Self {
        let mut by = by.map(String::from).to_vec();
        by.sort_unstable();
        Self { level, by, marks: Vec::new() }
    }

    pub(crate) fn minor<const N: usize>(by: [&str; N]) -> Self {
        Self::new(Level::ByRules(Severity::Minor), by)
    }

    pub(crate) fn general<const N: usize>(by: [&str; N]) -> Self {
        Self::new(Level::ByRules(Severity::General), by)
    }

    pub(crate) fn serious<const N: usize>(by: [&str; N]) -> Self {
        Self::new(Level::ByRules(Severity::Serious), by)
    }

    /// No rule matched: the level that the organisation declared.
    pub(crate) fn default(level: Severity) -> Self {
        Self::new(Level::Default(level), [])
    }

    pub(crate) fn marked<const N: usize>(mut self, marks: [Mark; N]) -> Self {
        self.marks.extend(marks);
        self.marks.sort_unstable();
        self
    }
}

/// What a policy says of a complaint that nothing came before.
#[track_caller]
pub(crate) fn judged(policy: &Policy, complaint: &Complaint) -> Judged {
    judged_after(policy, complaint, &History::none())
}

/// What a policy says of a complaint; the account must say the same.
#[track_caller]
pub(crate) fn judged_after(policy: &Policy, complaint: &Complaint, history: &History) -> Judged {
    let triage = triage(policy, complaint, history).unwrap();
    let severity = triage.severity().unwrap();
    let source = |citation: &str, id: &str| {
        if citation.is_empty() { format!("({id})") } else { citation.to_owned() }
    };
    let mut by: Vec<String> =
        severity.matched().map(|rule| source(rule.citation(), rule.id().as_str())).collect();
    let mut marks: Vec<Mark> = triage.marks().iter().map(|(mark, _)| *mark).collect();
    let explanation = triage.explain();
    let told = explanation.severity().unwrap().matched();
    let told: Vec<String> = told.iter().map(|rule| source(rule.citation(), rule.rule().as_str())).collect();
    assert_eq!(told, by);
    assert!(explanation.marks().iter().map(MarkAccount::mark).eq(marks.iter().copied()));
    by.sort_unstable();
    marks.sort_unstable();
    Judged { level: severity.level(), by, marks }
}

/// Everybody who gets a complaint: act, unit, and the elements that say so, in the order of [`Act::ALL`].
#[track_caller]
pub(crate) fn routed(policy: &Policy, complaint: &Complaint) -> Vec<String> {
    let triage = triage(policy, complaint, &History::none()).unwrap();
    let mut lines = Vec::new();
    for &act in Act::ALL {
        let rows: Vec<&Row> = triage.routes(act).collect();
        if act == Act::Owner {
            lines.extend(no_owner(&triage, &rows));
        }
        lines.extend(rows.iter().map(|row| line(&triage, row)));
    }
    let explanation = triage.explain();
    let others = Act::ALL.iter().filter(|act| **act != Act::Owner);
    let others = others.flat_map(|&act| triage.routes(act)).map(|row| (row.act(), row.id()));
    assert!(explanation.routes().iter().map(|route| (route.act(), route.row())).eq(others));
    lines
}

/// Why nobody owns it; none where a row among these decides, and the account must name it too.
#[track_caller]
fn no_owner(triage: &Triage<'_>, rows: &[&Row]) -> Option<String> {
    match triage.owner() {
        Owner::Row(row) => {
            assert_eq!(rows, [row]);
            let explanation = triage.explain();
            let OwnerAccount::Routed(route) = explanation.owner() else { panic!("{explanation:?}") };
            assert_eq!(route.row(), row.id());
            None
        }
        Owner::Unrouted => Some("unrouted".into()),
        Owner::Undetermined { missing, .. } => {
            let missing: Vec<&str> = missing.iter().map(Input::as_str).collect();
            Some(format!("owner by {}", missing.join(", ")))
        }
        Owner::NotDispatched(_) => Some("not dispatched".into()),
    }
}

fn line(triage: &Triage<'_>, row: &Row) -> String {
    let unit = triage.department_of(row).map(|unit| unit.to_string());
    let whom = match (row.assignee(), unit) {
        (Assignee::RoleIn(role, _) | Assignee::RoleInUnitConcerned(role, _), Some(unit)) => {
            format!("{role} of {unit}")
        }
        (Assignee::Role(role), _) => role.to_string(),
        (_, unit) => unit.unwrap_or_default(),
    };
    format!("{} {whom} {}", row.act(), row.citation()).trim_end().to_owned()
}

/// The elements by which a policy gives a mark to a complaint; none where it does not.
#[track_caller]
pub(crate) fn marked_by(policy: &Policy, complaint: &Complaint, mark: Mark) -> Vec<String> {
    let triage = triage(policy, complaint, &History::none()).unwrap();
    let severity = triage.severity();
    let source = |by: RuleId| {
        let own = policy.marks().iter().find(|rule| rule.id() == by).map(MarkRule::citation);
        let deciding = || severity.and_then(|found| found.matched().find(|rule| rule.id() == by));
        own.or_else(|| deciding().map(SeverityRule::citation)).unwrap().to_owned()
    };
    triage.marks().iter().filter(|(given, _)| *given == mark).map(|&(_, by)| source(by)).collect()
}
