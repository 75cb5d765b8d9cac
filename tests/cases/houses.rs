//! The people of the procedures, and the first steps of their cases.

use redress::approval::{Holding, Roster};
use redress::case::Command;
use redress::case::command::{CauseFinding, Findings, FollowUpResult, Offer, Proposal};
use redress::policy::{Policy, SeverityRules};
use redress::vocab::course::{FollowUp, Opinion};
use redress::vocab::{Cause, ClockName, Remedy, Role, Severity, Stage};

use crate::cases::course::*;
use crate::cases::support::*;

/// Everybody that the procedures name. `max` is a manager and the head of a department, too.
pub(crate) fn staff() -> Roster {
    let holders = [
        ("anna", Role::HANDLER),
        ("sally", Role::SALESPERSON),
        ("ada", Role::SALES_ASSISTANT),
        ("fei", Role::FRONT_DESK_STAFF),
        ("pia", Role::PERSON_IN_CHARGE),
        ("paul", Role::PERSON_IN_CHARGE),
        ("mia", Role::MANAGER),
        ("max", Role::MANAGER),
        ("max", Role::DEPARTMENT_HEAD),
        ("leo", Role::LEADER_IN_CHARGE),
        ("lea", Role::LEADER_IN_CHARGE),
        ("cleo", Role::SENIOR_MANAGEMENT),
        ("otto", Role::OFFICE_SUPERVISOR),
        ("hanna", Role::DEPARTMENT_HEAD),
        ("rita", Role::MANAGEMENT_REPRESENTATIVE),
    ];
    let roster = Roster::builder("staff");
    let held = |roster: redress::approval::RosterBuilder, (who_, role)| {
        roster.holding(Holding::new(who(who_), role))
    };
    holders.into_iter().fold(roster, held).build().unwrap()
}

/// A complaint of a day, with more to it, in a house whose approvals its people can give.
#[track_caller]
pub(crate) fn case_of(policy: Policy, received: &str, more: &str) -> Story {
    let json = format!(r#"{{"id": "W-1", "received": "{received}"{more}}}"#);
    let story = Story { roster: staff(), ..Story::of(policy, serde_json::from_str(&json).unwrap()) };
    assert!(story.policy.check(&story.roster, story.now).is_ok());
    story
}

/// Received on Monday 2025-11-10 at 10:00.
#[track_caller]
pub(crate) fn on_monday(policy: Policy, more: &str) -> Story {
    case_of(policy, "2025-11-10T10:00:00+08:00", more)
}

/// From the receipt to the investigation.
#[track_caller]
pub(crate) fn looked_into(story: Story) -> Story {
    story
        .does("anna", Command::Register)
        .does("anna", triage())
        .does("anna", dispatch())
        .does("anna", start())
        .is(Stage::Investigating)
}

/// Rules that call every complaint general.
pub(crate) fn all_general() -> SeverityRules {
    SeverityRules::new([Severity::General]).with_otherwise(Severity::General)
}

pub(crate) fn opinion(opinion: Opinion) -> Command {
    Command::FollowUp(FollowUpResult { kind: FollowUp::OPINION_REQUEST, opinion })
}

/// An exchange, or else a refund, or else a repair.
pub(crate) fn three() -> Proposal {
    exchange().with_alternative(Offer::new(Remedy::REFUND)).with_alternative(Offer::new(Remedy::REPAIR))
}

pub(crate) fn cause(cause: Cause) -> Command {
    let findings = Findings::of(cause);
    Command::FindCause(CauseFinding { findings, ..CauseFinding::default() })
}

/// When a clock is due, by the wall clock in China.
pub(crate) fn due(story: &Story, clock: ClockName) -> Option<String> {
    let clocks = story.case.clocks(&story.policy, story.now);
    let clock = clocks.iter().rev().find(|known| known.name() == clock)?;
    let due = clock.reading(&story.policy, story.now).due()?.at();
    Some(due.with_timezone(&chrono_tz::Asia::Shanghai).format("%Y-%m-%d %H:%M").to_string())
}

/// The duties that are owed now.
pub(crate) fn duties(story: &Story) -> Vec<redress::vocab::course::Duty> {
    story.outlook().owed(story.now).map(|owed| owed.key.duty).collect()
}
