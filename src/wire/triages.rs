//! Severity, owner and due dates of a complaint.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::policy::{Policy, PolicyDocument};
use crate::text::list::any_number;
use crate::triage::account::{OwnerAccount, RouteAccount, SeverityAccount};
use crate::triage::{Complaint, ComplaintDocument, Explanation, History, PastCase, PastCounts, Triage};
use crate::wire::ask::{Answer, Ask, AtPart, Source, request};
use crate::wire::error::WireError;
use crate::wire::shelf::Shelf;
use crate::wire::trouble::Trouble;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct TriageOf {
    policy: Source<PolicyDocument>,
    complaint: ComplaintDocument,
    /// The earlier complaints.
    #[serde(default, deserialize_with = "history")]
    history: Vec<PastCase>,
    /// What was counted before, in place of the earlier complaints.
    #[serde(default)]
    past: Option<PastCounts>,
}

request!(TriageOf, "a complaint to triage");

fn history<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PastCase>, D::Error> {
    any_number(deserializer)
}

/// Counts the earlier complaints, or takes the counts.
pub(super) fn counted(
    policy: &Policy,
    complaint: &Complaint,
    history: Vec<PastCase>,
    past: Option<PastCounts>,
) -> Result<PastCounts, Trouble> {
    match past {
        Some(_) if !history.is_empty() => {
            let problem = "`past` stands beside `history`, expected one of the two".into();
            Err(Trouble::of(WireError::Value { problem }).at_part("/past"))
        }
        Some(past) => Ok(past),
        None => Ok(PastCounts::of(policy, complaint, &History::of(history).at_part("/history")?)),
    }
}

/// Lets a triage answer.
fn answered(
    shelf: &Shelf,
    asked: TriageOf,
    answer: impl FnOnce(&Policy, &Triage<'_>) -> Result<Answer, Trouble>,
) -> Result<Answer, Trouble> {
    let policy = shelf.hold::<Policy>(asked.policy, "/policy")?;
    let complaint = asked.complaint.build_with(policy.calendar()).at_part("/complaint")?;
    let past = counted(&policy, &complaint, asked.history, asked.past)?;
    let triage = policy.prepare_with(&complaint, past).at_part("/complaint")?.triage();
    answer(&policy, &triage)
}

/// The whole answer, and why.
#[derive(Serialize)]
struct Whole<'a> {
    triage: &'a Triage<'a>,
    explanation: &'a Explanation,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// Says how severe a complaint is, who is responsible, when it is due, and why.
pub(super) fn triage_of(shelf: &mut Shelf, asked: TriageOf, ask: Ask) -> Result<Answer, Trouble> {
    answered(shelf, asked, |policy, triage| {
        let explanation = triage.explain();
        let text = ask.text(policy.labels(), |renderer| renderer.explanation(&explanation));
        Answer::of(&Whole { triage, explanation: &explanation, text })
    })
}

/// Takes some keys out of the written form of a triage, so that a part has no form of its own.
fn parts<const N: usize>(triage: &Triage<'_>, keys: [&str; N]) -> Result<Value, Trouble> {
    let unwritable = |error: serde_json::Error| {
        Trouble::of(WireError::Unwritable { problem: alloc::string::ToString::to_string(&error) })
    };
    let mut written = serde_json::to_value(triage).map_err(unwritable)?;
    if let Value::Object(map) = &mut written {
        map.retain(|key, _| keys.contains(&key.as_str()));
    }
    Ok(written)
}

#[derive(Serialize)]
struct Severe<'a> {
    #[serde(flatten)]
    answer: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<&'a SeverityAccount>,
}

/// Says how severe a complaint is.
pub(super) fn severity(shelf: &mut Shelf, asked: TriageOf, _: Ask) -> Result<Answer, Trouble> {
    answered(shelf, asked, |_, triage| {
        let explanation = triage.explain();
        let answer =
            parts(triage, ["severity", "importance", "urgency", "claim-kind", "marks", "open-marks"])?;
        Answer::of(&Severe { answer, because: explanation.severity() })
    })
}

#[derive(Serialize)]
struct Routed<'a> {
    #[serde(flatten)]
    answer: Value,
    because: Because<'a>,
}

#[derive(Serialize)]
struct Because<'a> {
    owner: &'a OwnerAccount,
    routes: &'a [RouteAccount],
}

/// Says who is responsible for a complaint, and who else gets it.
pub(super) fn route(shelf: &mut Shelf, asked: TriageOf, _: Ask) -> Result<Answer, Trouble> {
    answered(shelf, asked, |_, triage| {
        let explanation = triage.explain();
        let because = Because { owner: explanation.owner(), routes: explanation.routes() };
        Answer::of(&Routed { answer: parts(triage, ["owner", "routes", "missing"])?, because })
    })
}
