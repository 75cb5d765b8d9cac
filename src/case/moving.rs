//! Going on by another version of the policy: a named act, with what it changes.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::case::approval::{Approval, ApprovalState, ApprovalSubject, PolicyEdition};
use crate::case::assessment::Assessment;
use crate::case::clock::last_runs;
use crate::case::course;
use crate::case::course::is_open;
use crate::case::decide::{Authority, Desk, Draft, Office, past_of};
use crate::case::deed::{Command, EventKind};
use crate::case::event::{Decision, Request};
use crate::case::refusal::Refusal;
use crate::case::state::{Case, evolve};
use crate::deadline::Due;
use crate::policy::fingerprint::PolicyContent;
use crate::policy::{ClockRule, Policy, PolicyVersion};
use crate::triage::TriageError;
use crate::vocab::{ClockName, Department, Severity, Stage};

/// What another policy changes for a case: severity, owner, and when its clocks are due.
///
/// As a document each of the changes is a map of `before` and `after`, which has no key where there is nothing.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct PolicyDiff {
    /// How bad it is, before and after.
    #[serde(serialize_with = "change")]
    pub severity: (Option<Severity>, Option<Severity>),
    /// Whose it is, before and after.
    #[serde(serialize_with = "change")]
    pub department: (Option<Department>, Option<Department>),
    /// The clocks whose due date is another; those that are the same are left out.
    pub clocks: Vec<ClockChange>,
    /// The clocks that are there before and after, and count by another calendar or another edition of it, whatever
    /// that does to their due dates.
    pub calendars: Vec<CalendarChange>,
}

/// When a clock is due before and after a change.
#[derive(Clone, Copy, Debug, Eq, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct ClockChange {
    /// The clock.
    pub clock: ClockName,
    /// Before; none where there was no such clock, or no date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Due>,
    /// After; none where there is no such clock, or no date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Due>,
}

/// By which calendar a clock counts before and after a change.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct CalendarChange {
    /// The clock.
    pub clock: ClockName,
    /// The name of the calendar and its revision before.
    #[serde(serialize_with = "edition")]
    pub before: (String, String),
    /// The same after.
    #[serde(serialize_with = "edition")]
    pub after: (String, String),
}

/// Writes what there was and what there is.
fn change<T: Serialize, S: Serializer>(
    (before, after): &(Option<T>, Option<T>),
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(serde::Serialize)]
    #[serde(rename_all = "kebab-case")]
    struct Change<'a, T> {
        #[serde(skip_serializing_if = "Option::is_none")]
        before: &'a Option<T>,
        #[serde(skip_serializing_if = "Option::is_none")]
        after: &'a Option<T>,
    }
    Change { before, after }.serialize(serializer)
}

/// Writes an edition of a calendar.
fn edition<S: Serializer>((name, revision): &(String, String), serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_struct("CalendarEdition", 2)?;
    map.serialize_field("name", name)?;
    map.serialize_field("revision", revision)?;
    map.end()
}

/// A move from one policy to another. As a document it names the two.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "two policies, told apart by name")]
pub struct Migration<'a> {
    /// The policy by which a case is handled.
    pub from: &'a Policy,
    /// The policy by which it would go on.
    pub to: &'a Policy,
}

impl Serialize for Migration<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Migration", 2)?;
        map.serialize_field("from", &PolicyVersion::of(self.from))?;
        map.serialize_field("to", &PolicyVersion::of(self.to))?;
        map.end()
    }
}

impl Migration<'_> {
    /// Returns what would change, were a case moved at an instant.
    ///
    /// Earlier complaints are counted as they were for the case. What the other policy counts and the first one does not
    /// is not known: the severity may be undetermined, and is `None` then.
    ///
    /// # Errors
    ///
    /// [`TriageError`] where the other policy does not take the complaint.
    pub fn diff(self, case: &Case, at: DateTime<Utc>) -> Result<PolicyDiff, TriageError> {
        let Self { from, to } = self;
        let assessed = assessed_by(case, from, to)?;
        let severity = (case.severity(), assessed.severity);
        let department = (case.assessment().department, assessed.department);
        let moved = moved(case, to, assessed, at);
        let due = |case: &Case, policy: &Policy, name: ClockName| {
            let clocks = case.clocks(policy, at);
            // What an earlier turn came to does not change.
            let of_name = last_runs(&clocks).filter(|clock| clock.name() == name);
            of_name.filter_map(|clock| clock.reading(policy, at).projected()).min()
        };
        let mut names: Vec<ClockName> =
            from.clocks().iter().chain(to.clocks()).map(ClockRule::name).collect();
        names.sort_unstable();
        names.dedup();
        let changes = names.iter().map(|&clock| ClockChange {
            clock,
            before: due(case, from, clock),
            after: due(&moved, to, clock),
        });
        let clocks = changes.filter(|change| change.before != change.after).collect();
        let edition = |case: &Case, policy: &Policy, name: ClockName| {
            let clocks = case.clocks(policy, at);
            let last = clocks.iter().rfind(|clock| clock.name() == name)?;
            let calendar = last.calendar(policy, at);
            Some((String::from(calendar.name()), String::from(calendar.revision())))
        };
        let calendars = names.iter().filter_map(|&clock| {
            let (before, after) = (edition(case, from, clock)?, edition(&moved, to, clock)?);
            (before != after).then_some(CalendarChange { clock, before, after })
        });
        let calendars = calendars.collect();
        Ok(PolicyDiff { severity, department, clocks, calendars })
    }
}

impl Office<'_> {
    /// Decides that a case goes on by another policy than that of the office. It is approved by the old one where that wants it, and judged by the new one
    /// from then on; the case keeps its events, its pauses and the starts of its clocks, and what was counted of earlier
    /// complaints as far as both policies ask for the same. The rest is not known until findings tell it
    /// ([`Findings::past`](crate::case::command::Findings)).
    ///
    /// # Errors
    ///
    /// [`Refusal`]: a stage that the other policy does not have, an approval that is still open, or what
    /// [`decide`](Office::decide) refuses.
    pub fn decide_move(&self, case: &Case, to: &Policy, request: Request) -> Result<Decision, Refusal> {
        match case.repeated(&request)? {
            Some(decision) => Ok(decision),
            None => decide_move_by(case, Migration { from: self.policy, to }, self.roster, request),
        }
    }
}

pub(super) fn decide_move_by<A: Authority>(
    case: &Case,
    Migration { from, to }: Migration<'_>,
    authority: &A,
    request: Request,
) -> Result<Decision, Refusal> {
    let Request { id, expected, actor, at, command } = request;
    let desk = Desk { case, policy: from, authority, actor, at };
    let role = desk.admit(expected, &command)?;
    let Command::MovePolicy(moving) = &command else { return Err(desk.not_from_here(command.action())) };
    let given = PolicyVersion::of(to);
    if moving.to != given {
        return Err(Refusal::OtherTarget { given, expected: moving.to.clone() });
    }
    if !has_stage(to, case.stage()) {
        return Err(Refusal::StageNotThere { policy: given, stage: case.stage() });
    }
    check_known_content(case, to)?;
    let matter = ApprovalSubject::PolicyChange(PolicyEdition::of(to));
    let used = desk.use_approval(&matter)?;
    let pending = case.approvals().iter().find(|approval| approval.state() == ApprovalState::Open);
    if let Some(open) = pending {
        return Err(Refusal::ApprovalOpen { approval: open.number() });
    }
    let assessed = assessed_by(case, from, to)?;
    desk.check_change()?;
    let moved = moved(case, to, assessed.clone(), at);
    let new_desk = Desk { case: &moved, policy: to, authority, actor, at };
    let mut draft = Draft::default();
    draft.push(EventKind::from(command));
    draft.push(EventKind::Assessed(Box::new(assessed)));
    for approval in case.approvals().iter().filter(|given| given.state() == ApprovalState::Approved) {
        if Some(approval.number()) == used {
            draft.end(approval.number(), ApprovalState::Used);
        } else if !stands(&new_desk, from, approval) {
            draft.end(approval.number(), ApprovalState::Void);
        }
    }
    Ok(draft.decided(case, id, actor, at, role))
}

/// Refuses another content under a name and a version that the case has been judged by: nobody could tell later by
/// which of them it was.
fn check_known_content(case: &Case, to: &Policy) -> Result<(), Refusal> {
    let mut version = None;
    for event in case.events() {
        if let EventKind::Received(receipt) = &event.what {
            version = Some(&receipt.policy);
        } else if let EventKind::MovedPolicy(moving) = &event.what {
            version = Some(&moving.to);
        } else if let EventKind::Assessed(assessed) = &event.what
            && let Some(content) = &assessed.content
            && version.is_some_and(|version| version.is_of(to))
        {
            content.check(to).map_err(Box::new)?;
        }
    }
    Ok(())
}

/// Whether what was approved by one policy is approved by another: the other has the same chain, and asks for no more.
fn stands<A: Authority>(desk: &Desk<'_, A>, from: &Policy, approval: &Approval) -> bool {
    let chain = |policy: &Policy| policy.approvals().chain_of(approval.chain()).cloned();
    desk.suffices(approval) && chain(from).is_some() && chain(from) == chain(desk.policy)
}

/// Whether cases of a policy come to a stage.
fn has_stage(policy: &Policy, stage: Stage) -> bool {
    // An arrow that stays where it is leads nobody there.
    let leads = |arrow: &course::Arrow| arrow.to == stage && arrow.from != Some(stage);
    let reached = |arrow: &&course::Arrow| arrow.only.is_of(policy.track()) && leads(arrow);
    let approves = !policy.approvals().chains().is_empty();
    (stage != Stage::InApproval || approves)
        && course::ARROWS.iter().any(|arrow| reached(&arrow))
        && is_open(stage)
}

/// What the other policy says. Earlier complaints are counted as they were for the first one, as far as both ask for the
/// same; what is kept of them goes by the questions of the other.
fn assessed_by(case: &Case, from: &Policy, to: &Policy) -> Result<Assessment, TriageError> {
    let complaint = case.complaint();
    let carried = case.assessments().past().map(|past| past.carried(complaint, from, to));
    let past = past_of(to, complaint, carried.as_ref());
    let assessed = Assessment::of(to, complaint, past)?.at(case.stage(), to.track());
    let content = Some(PolicyContent::of(to));
    Ok(Assessment {
        content,
        past: carried.filter(|carried| case.assessments().past() != Some(carried)),
        ..assessed
    })
}

/// The case as it would be after the move.
fn moved(case: &Case, to: &Policy, assessed: Assessment, at: DateTime<Utc>) -> Case {
    let mut moved = case.clone();
    let Some(last) = case.events().last() else { return moved };
    let moving = crate::case::command::PolicyMove {
        to: PolicyVersion::of(to),
        reason: crate::case::command::Note::placeholder(),
    };
    let whats = [EventKind::from(Command::MovePolicy(moving)), EventKind::Assessed(Box::new(assessed))];
    for (number, what) in (last.number + 1..).zip(whats) {
        let event =
            crate::case::event::Event { number, at: at.max(last.at), what, role: None, ..last.clone() };
        moved = evolve(moved, &event);
    }
    moved
}
