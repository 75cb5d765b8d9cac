//! Moving a case to another policy.
//!
//! # How a case moves
//!
//! The problem: an organisation changes its rules while cases are open. A case must either finish under the old rules
//! or move to the new ones. If it moves, everybody must be able to see later that it did, why, and what that changed.
//!
//! The idea: a move is a command like any other. It is decided under the old policy, which can ask for an approval. Two
//! events follow: the move itself, and a new assessment under the new policy. The case keeps all events, the pauses and
//! the starting points of its clocks. From the move on, its clocks count by the rules of the new policy.
//!
//! What is checked, in this order: the request itself, as for every command; that the given policy is the one that the
//! command names; that the new policy has the stage of the case; that no other content was known under the same name
//! and version; that the move is approved, if the old policy asks for that; that no approval is open; that the new
//! policy accepts the complaint.
//!
//! Complete approvals that are not used yet survive only if both policies have the same chain and the new policy asks
//! for nothing more. Otherwise they become void.
//!
//! Counts of earlier complaints are carried over as far as both policies ask for the same. The rest is unknown until
//! findings bring new counts. It is never guessed.
//!
//! `Migration::diff` answers "what would change" without a decision. It applies the two events to a copy of the case,
//! and compares severity, owner, due dates and calendars before and after.
//!
//! Cost: the check of known contents walks over all events once. `diff` clones the case and computes every clock twice.
//!
//! Changing the policy in place was rejected, because the case would then have been judged by rules that nobody can
//! name afterwards.

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

/// The changes that a move to another policy would bring for a case: severity, owner, and due dates.
///
/// [`Migration::diff`] returns it. As JSON, each change is a map of `before` and `after`; a key is left out if there is
/// no value.
///
/// # Example: a policy that rates nothing
///
/// ```
/// use redress::case::migration::Migration;
/// use redress::policy::{Policy, Routing};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let case = sample::case(&policy, &sample::roster()?)?;
/// let next = Policy::builder("shop").version("2").calendar(sample::calendar()?).routing(Routing::none()).build()?;
/// let diff = Migration { from: &policy, to: &next }.diff(&case, "2026-04-07T08:00:00Z".parse()?)?;
/// assert_eq!(serde_json::to_value(&diff)?["severity"], serde_json::json!({"before": "general"}));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct PolicyDiff {
    /// The severity before and after. `None` if it is not rated or not known.
    #[serde(serialize_with = "change")]
    pub severity: (Option<Severity>, Option<Severity>),
    /// The department to which the policy routes the complaint, before and after.
    #[serde(serialize_with = "change")]
    pub department: (Option<Department>, Option<Department>),
    /// The clocks whose due date changes. Clocks whose date stays the same are left out.
    pub clocks: Vec<ClockChange>,
    /// The clocks that exist before and after, and count by another calendar or another revision of it. They are listed
    /// even if their due dates stay the same.
    pub calendars: Vec<CalendarChange>,
}

/// The due date of a clock before and after a move.
#[derive(Clone, Copy, Debug, Eq, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct ClockChange {
    /// The name of the clock.
    pub clock: ClockName,
    /// The due date before. `None` if there was no such clock, or if it had no date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Due>,
    /// The due date after. `None` if there is no such clock, or if it has no date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Due>,
}

/// The calendar of a clock before and after a move.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct CalendarChange {
    /// The name of the clock.
    pub clock: ClockName,
    /// The name and the revision of the calendar before.
    #[serde(serialize_with = "edition")]
    pub before: (String, String),
    /// The name and the revision of the calendar after.
    #[serde(serialize_with = "edition")]
    pub after: (String, String),
}

/// Writes a pair as a map of `before` and `after`.
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

/// Writes a calendar as a map of `name` and `revision`.
fn edition<S: Serializer>((name, revision): &(String, String), serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_struct("CalendarEdition", 2)?;
    map.serialize_field("name", name)?;
    map.serialize_field("revision", revision)?;
    map.end()
}

/// A move from one policy to another, as a question: what would change?
///
/// As JSON it names the two policies and does not contain them.
///
/// # Example: a new version without deadlines
///
/// ```
/// use redress::case::migration::Migration;
/// use redress::policy::{Policy, Routing};
/// use redress::sample;
/// use redress::vocab::ClockName;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case(&policy, &roster)?;
/// let next = Policy::builder("shop").version("2").calendar(sample::calendar()?).routing(Routing::none()).build()?;
///
/// let diff = Migration { from: &policy, to: &next }.diff(&case, "2026-04-07T08:00:00Z".parse()?)?;
/// let lost: Vec<_> = diff.clocks.iter().map(|change| (change.clock, change.after)).collect();
/// assert_eq!(lost, [(ClockName::CLOSURE, None), (ClockName::RESPONSE, None)]);
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "two policies, told apart by name")]
pub struct Migration<'a> {
    /// The policy that the case follows now.
    pub from: &'a Policy,
    /// The policy to which it would move.
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
    /// Returns what would change if the case were moved at `at`. Nothing is decided or recorded.
    ///
    /// Counts of earlier complaints are carried over from the case. Counts that only the new policy asks for are
    /// unknown, so the severity can be unknown, and is then `None`.
    ///
    /// # Errors
    ///
    /// Returns a [`TriageError`] if the new policy does not accept the complaint.
    pub fn diff(self, case: &Case, at: DateTime<Utc>) -> Result<PolicyDiff, TriageError> {
        let Self { from, to } = self;
        let assessed = assessed_by(case, from, to)?;
        let severity = (case.severity(), assessed.severity);
        let department = (case.assessment().department, assessed.department);
        let moved = moved(case, to, assessed, at);
        let due = |case: &Case, policy: &Policy, name: ClockName| {
            let clocks = case.clocks(policy, at);
            // Earlier runs of a clock are over and do not change.
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
    /// Decides a move of a case from the policy of this office to another policy.
    ///
    /// The old policy decides whether the move is allowed and approved. From the move on, the new policy judges the
    /// case. The case keeps its events, its pauses and the starting points of its clocks. Counts of earlier complaints
    /// are kept as far as both policies ask for the same. Other counts are unknown until findings give them
    /// ([`Findings::past`](crate::case::command::Findings)).
    ///
    /// # Errors
    ///
    /// - [`Refusal::OtherTarget`] if `to` is not the policy that the command names,
    /// - [`Refusal::StageNotThere`] if `to` does not have the stage of the case,
    /// - [`Refusal::OtherContent`] if the case has known other content under the name and version of `to`,
    /// - [`Refusal::NotApproved`] if the old policy asks for an approval first,
    /// - [`Refusal::ApprovalOpen`] if an approval is open,
    /// - whatever [`decide`](Office::decide) refuses.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::command::PolicyMove;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let next = Policy::builder("shop").version("2").calendar(sample::calendar()?).routing(Routing::none()).build()?;
    ///
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-07T08:00:00Z".parse()?);
    /// let command = Command::MovePolicy(PolicyMove::to(&next, "new rules from April".parse()?));
    /// let decision = Office::new(&policy, &roster).decide_move(&case, &next, Request::on(&case, stamp, command))?;
    /// let case = case.after(&decision)?;
    /// assert!(case.is_by(&next) && !case.is_by(&policy));
    /// # Ok(()) }
    /// ```
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

/// Refuses a policy whose name and version the case has known with other content. Nobody could tell later which of the
/// two contents was meant.
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

/// Returns `true` if an approval under the old policy is enough under the new one: the same chain, and nothing more.
fn stands<A: Authority>(desk: &Desk<'_, A>, from: &Policy, approval: &Approval) -> bool {
    let chain = |policy: &Policy| policy.approvals().chain_of(approval.chain()).cloned();
    desk.suffices(approval) && chain(from).is_some() && chain(from) == chain(desk.policy)
}

/// Returns `true` if cases of a policy can reach a stage.
fn has_stage(policy: &Policy, stage: Stage) -> bool {
    // An arrow that leads back to its own stage does not reach it from elsewhere.
    let leads = |arrow: &course::Arrow| arrow.to == stage && arrow.from != Some(stage);
    let reached = |arrow: &&course::Arrow| arrow.only.is_of(policy.track()) && leads(arrow);
    let approves = !policy.approvals().chains().is_empty();
    (stage != Stage::InApproval || approves)
        && course::ARROWS.iter().any(|arrow| reached(&arrow))
        && is_open(stage)
}

/// Assesses the complaint under the new policy. Counts of earlier complaints are carried over as far as both policies
/// ask for the same, and are stored in the form that the new policy asks for.
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

/// Returns the case as it would be after the move.
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
