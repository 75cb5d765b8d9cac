//! The reasons for which a request is refused.
//!
//! Each variant is one reason, with the values that its text shows. The texts are for people: they say what is wrong
//! and what to do. Programs use [`Refusal::kind`] and the code, which stay the same.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, Utc};

use crate::approval::signing::UnknownChain;
use crate::approval::{SigningRefusal, StuckApproval};
use crate::calendar::instant::format;
use crate::case::approval::ApprovalState;
use crate::deadline::choice::Bound;
use crate::deadline::rule::ClockError;
use crate::deadline::{DeadlineError, Due};
use crate::policy::PolicyVersion;
use crate::policy::fingerprint::ContentMismatch;
use crate::taxonomy::TaxonomyError;
use crate::triage::TriageError;
use crate::vocab::course::Exclusion;
use crate::vocab::track::{AccidentStep, GoodsStep, MeasureStep, RecallStep};
use crate::vocab::{
    Action, ActorId, Anchor, CaseId, Choice, ClockName, CommandId, Department, Fact, FormField, Role, RuleId,
    Severity, Stage,
};

/// The reason why a request was refused. A refused request changes nothing.
///
/// The text names the place, the value and the remedy, and is meant for the person who sent the request. New reasons
/// may come with every version: branch on [`Refusal::kind`], and store or count by `Refusal::code`.
///
/// # Example: signing one's own proposal
///
/// ```
/// use redress::case::approval::ApprovalReference;
/// use redress::case::{Command, Office, RefusalKind, Request, Stamp};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?; // proposed by `anna`
/// let stamp = Stamp::new("k-5".parse()?, "anna".parse()?, "2026-04-07T08:00:00Z".parse()?);
/// let request = Request::on(&case, stamp, Command::Sign(ApprovalReference::new(1)));
///
/// let refusal = Office::new(&policy, &roster).decide(&case, request).unwrap_err();
/// assert_eq!(refusal.kind(), RefusalKind::NotPermitted);
/// assert_eq!(refusal.code(), "signing.excluded");
/// # Ok(()) }
/// ```
///
/// # Example: an action at the wrong stage
///
/// ```
/// use redress::case::{Command, Office, Request, Stamp};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case(&policy, &roster)?; // registered
/// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-07T08:00:00Z".parse()?);
/// let refusal = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, Command::Close)).unwrap_err();
///
/// assert!(refusal.to_string().starts_with("cannot `close` while `registered`; possible now: "));
/// # Ok(()) }
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// The case follows another policy than the given one.
    #[error("case `{case}` follows policy `{expected}`, not `{given}`; load policy `{expected}`")]
    OtherPolicy {
        /// The case.
        case: CaseId,
        /// The policy that was given.
        given: PolicyVersion,
        /// The policy of the case.
        expected: PolicyVersion,
    },
    /// The case has changed since the requester last read it.
    #[error(
        "case `{case}` has changed: the request is for revision {expected}, the case is at revision {actual}; \
         load it again"
    )]
    Stale {
        /// The case.
        case: CaseId,
        /// The revision that the request names: the number of events that its sender saw.
        expected: u64,
        /// The current revision of the case.
        actual: u64,
    },
    /// The policy has the right name and version, but other content than the one the case follows.
    ///
    /// A policy whose content changes needs a new version. A case moves to it by
    /// [`Office::decide_move`](crate::case::Office::decide_move).
    #[error(transparent)]
    OtherContent(#[from] Box<ContentMismatch>),
    /// The decision was made on another case.
    #[error("the decision is for case `{given}`, not for `{case}`; record it in case `{given}`")]
    OtherCase {
        /// The case on which the decision was to be recorded.
        case: CaseId,
        /// The case for which the decision was made.
        given: CaseId,
    },
    /// The id of the command was used before, by another person or for another command.
    #[error(
        "command id `{command}` was already used by `{by}` for `{was}`; repeat that request unchanged, or use a new id"
    )]
    OtherCommand {
        /// The id.
        command: CommandId,
        /// The action for which the id was used.
        was: Action,
        /// The person who used it.
        by: ActorId,
    },
    /// The request is dated before the last event of the case.
    #[error("{} is before the last event at {}, expected that instant or a later one", format(*at), format(*last))]
    Backwards {
        /// The instant of the request.
        at: DateTime<Utc>,
        /// The instant of the last event.
        last: DateTime<Utc>,
    },
    /// The command names an instant after the request itself.
    #[error(
        "{} is in the future: the request was made at {}, expected that instant or an earlier one",
        format(*at), format(*now)
    )]
    InTheFuture {
        /// The instant that the command names.
        at: DateTime<Utc>,
        /// The instant of the request.
        now: DateTime<Utc>,
    },
    /// The command names an instant before the complaint was received.
    #[error("{} is before the receipt at {}, expected that instant or a later one", format(*at), format(*received))]
    BeforeReceipt {
        /// The instant that the command names.
        at: DateTime<Utc>,
        /// The instant of receipt.
        received: DateTime<Utc>,
    },
    /// The instant cannot be stored as RFC 3339 text.
    #[error("{} cannot be stored, expected an instant from year 1 to 9999 that is not a leap second", format(*at))]
    Unwritable {
        /// The instant.
        at: DateTime<Utc>,
    },
    /// The action is not possible at this stage.
    #[error(
        "cannot `{action}` while `{stage}`; possible now: {} (side-track actions are not listed)",
        Words(allowed)
    )]
    NotFromHere {
        /// The action that was requested.
        action: Action,
        /// The stage of the case.
        stage: Stage,
        /// The actions that move the case on from this stage. Actions of side tracks, such as `answer` or `note`, are
        /// left out: they are possible at most stages.
        allowed: Vec<Action>,
    },
    /// The action is possible at this stage, but it does not lead to the requested stage.
    #[error("`{action}` cannot lead from `{stage}` to `{to}`, expected {}", OneOf(expected))]
    NotThere {
        /// The action that was requested.
        action: Action,
        /// The stage of the case.
        stage: Stage,
        /// The stage that was requested.
        to: Stage,
        /// The stages to which the action can lead.
        expected: Vec<Stage>,
    },
    /// The policy keeps the action to certain roles, and the person holds none of them.
    #[error("`{actor}` may not `{action}`: this requires the role {}", Choice(roles))]
    NotPermitted {
        /// The person who sent the request.
        actor: ActorId,
        /// The action that was requested.
        action: Action,
        /// The roles that may.
        roles: Vec<Role>,
    },
    /// The complaint breaks a rule of the policy.
    #[error(transparent)]
    Complaint(#[from] TriageError),
    /// A word is not declared in the taxonomy of the policy.
    #[error(transparent)]
    Word(#[from] TaxonomyError),
    /// The receipt names an event that only a command on an open case can record.
    #[error(
        "`{event}` cannot be part of the receipt; open the case without it, then record it with its own command"
    )]
    NotAtReceipt {
        /// The event.
        event: Anchor,
    },
    /// The complaint lacks fields that the form of the policy requires.
    #[error("the form is not complete; fill in {}", Words(missing))]
    MissingFields {
        /// The fields, in the order of the form.
        missing: Vec<FormField>,
    },
    /// The complaint was made orally, and its text is empty.
    #[error("a spoken complaint must be written down; add what was said as its text")]
    NotWrittenDown,
    /// Only a minor complaint can be answered at once.
    #[error("the complaint cannot be answered at once: {}, expected `minor`", Level(*severity))]
    NotMinor {
        /// The severity of the complaint, or `None` if it is not known.
        severity: Option<Severity>,
    },
    /// The complaint is minor, but no rule of the policy marks it `answer-at-once`.
    #[error("the complaint cannot be answered at once: no rule of the policy marks it `answer-at-once`")]
    NotAtOnce,
    /// No department is responsible.
    #[error("the routing table names no owner; name a department in the command")]
    Unrouted,
    /// The policy forbids transferring a complaint after its closing deadline.
    #[error(
        "clock `{clock}` was due at {}: an overdue complaint cannot be transferred to another department",
        format(*due)
    )]
    NoTransferWhenUnclosed {
        /// The clock that limits the closing.
        clock: ClockName,
        /// The instant at which it was due.
        due: DateTime<Utc>,
    },
    /// The complaint meets the test for forced closure, so it is neither dispatched nor answered.
    #[error(
        "the complaint meets the test for forced closure; close it by force, or record first that there is a solution"
    )]
    ClosedByForce,
    /// The complaint does not meet the test for forced closure.
    #[error("the complaint cannot be closed by force: {}", Listed(missing))]
    NotOnForcedClosureList {
        /// The facts that are missing. Empty if the policy has no forced closure.
        missing: Vec<Fact>,
    },
    /// The policy requires the party at fault before a proposal, and none is recorded.
    #[error("the party at fault is not known; record it before proposing a remedy")]
    FaultNotKnown,
    /// The recorded party at fault is not the customer.
    #[error("the customer is not recorded as the party at fault; record that first, or give another answer")]
    NotCustomersFault,
    /// The form for complaints that the customer caused is not complete.
    #[error("the form requires {part}; fill it in")]
    MissingPart {
        /// The missing part, such as `the cause`.
        part: &'static str,
    },
    /// There are too many of something, or none where one is required.
    #[error("{count} {what}, expected {}", Bounds { count: *count, limit: *limit })]
    HowMany {
        /// The things that are counted, such as `alternatives`.
        what: &'static str,
        /// The number that was given.
        count: usize,
        /// The highest number that is allowed.
        limit: usize,
    },
    /// The same thing is already recorded.
    #[error("`{what}` is already on record; it cannot be recorded twice")]
    Already {
        /// The thing, as its code or id.
        what: String,
    },
    /// The command refers to something that does not exist.
    #[error("this cannot be done: there is no {what}")]
    NoSuch {
        /// The thing, such as `open approval`.
        what: &'static str,
    },
    /// The policy requires an apology before the solution.
    #[error("an apology must come before the solution; record one{}", Parts(missing))]
    ApologyOwed {
        /// The parts that a complete apology still needs. Empty if any apology is enough.
        missing: Vec<&'static str>,
    },
    /// A chain of signatures must approve this first.
    #[error("this must first be approved by chain `{chain}`")]
    NotApproved {
        /// The chain.
        chain: RuleId,
    },
    /// The policy requires no approval here.
    #[error("the policy requires no approval for this; go on without one")]
    NothingToApprove,
    /// The required chain of signatures depends on something unknown.
    #[error(transparent)]
    ApprovalUnknown(#[from] UnknownChain),
    /// The approval is not open.
    #[error("approval {approval} is {state}, expected an open one", state = State(*state))]
    ApprovalOver {
        /// The number of the approval in the case, from 1.
        approval: u32,
        /// The state of the approval.
        state: ApprovalState,
    },
    /// Another approval must end first.
    #[error("approval {approval} is still open or not yet carried out; it must end first")]
    ApprovalOpen {
        /// The number of the approval in the case, from 1.
        approval: u32,
    },
    /// Only the person who submitted something for approval can take it back.
    #[error("`{actor}` cannot take the approval back: only `{proposer}`, who submitted it, can")]
    NotTheProposer {
        /// The person who sent the request.
        actor: ActorId,
        /// The person who submitted it.
        proposer: ActorId,
    },
    /// A signer may not change what they have signed.
    #[error("`{actor}` cannot change what approval {approval} is for: they have signed it")]
    SignedIt {
        /// The person who sent the request.
        actor: ActorId,
        /// The number of the approval in the case, from 1.
        approval: u32,
    },
    /// The approval cannot be returned to this step.
    #[error(
        "the approval cannot be returned to step `{step}`: it is not signed yet or not in the chain, expected {}",
        OneOf(expected)
    )]
    NoStepToReturnTo {
        /// The step.
        step: RuleId,
        /// The steps that are signed, in the order of the chain.
        expected: Vec<RuleId>,
    },
    /// The person may not sign.
    #[error(transparent)]
    Signing(#[from] SigningRefusal),
    /// Nobody could complete the approval.
    #[error(transparent)]
    Stuck(#[from] StuckApproval),
    /// The complainant must consent first.
    #[error("the complainant has not agreed yet; record their consent first")]
    NoConsent,
    /// The command comes too early, or promises an instant that is not in the future.
    #[error("{} is too early, expected {} or later", format(*at), format(*from))]
    TooEarly {
        /// The instant that was given.
        at: DateTime<Utc>,
        /// The first instant that is allowed.
        from: DateTime<Utc>,
    },
    /// The time for this is over.
    #[error("{} is too late, expected {}", format(*at), By(*until))]
    TooLate {
        /// The instant of the request.
        at: DateTime<Utc>,
        /// The limit.
        until: Due,
    },
    /// A late entry would cancel the miss of a clock, and the policy keeps that to certain roles.
    #[error(
        "`{actor}` may not enter this late: it would cancel the miss of clock `{clock}`, which requires the role {}",
        Choice(roles)
    )]
    LateEntry {
        /// The person who sent the request.
        actor: ActorId,
        /// The clock.
        clock: ClockName,
        /// The roles that may.
        roles: Vec<Role>,
    },
    /// A late entry would cancel the miss of a clock, and the time for such entries is over.
    #[error(
        "{} is too late for an entry that cancels the miss of clock `{clock}`, expected {}",
        format(*at), By(*until)
    )]
    TooLateEntry {
        /// The clock.
        clock: ClockName,
        /// The instant of the entry.
        at: DateTime<Utc>,
        /// The limit for such an entry.
        until: Due,
    },
    /// The time limit of a late entry cannot be determined.
    #[error("the time limit for a late entry on clock `{clock}` cannot be determined: {reason}")]
    LateEntryNotKnown {
        /// The clock.
        clock: ClockName,
        /// Why the limit is not known, such as a calendar that ends too early.
        reason: DeadlineError,
    },
    /// The time limit for reopening a closed case cannot be determined.
    #[error("the time limit for reopening a closed case cannot be determined: {0}")]
    WindowNotKnown(DeadlineError),
    /// The policy does not allow a closed case to be reopened.
    #[error("this policy does not allow closed cases to be reopened; open a new case")]
    NoReopening,
    /// The complainant must be contacted more often before the case is closed.
    #[error(
        "follow-up contacts made: {done} of at least {minimum}; contact the complainant again before closing"
    )]
    FollowUpsMissing {
        /// The number of contacts since the complaint was resolved.
        done: u32,
        /// The number that the policy requires.
        minimum: u32,
    },
    /// The policy requires a satisfied complainant before the case is closed.
    #[error(
        "the complainant has not said that they are satisfied, which closing requires; silence does not count"
    )]
    NotSatisfied,
    /// A promised answer is still owed.
    #[error("an answer is promised by {}; give that answer first", format(*until))]
    PromiseOpen {
        /// The instant by which it was promised.
        until: DateTime<Utc>,
    },
    /// The effect of a measure against the cause is not confirmed.
    #[error("the effect of measure `{measure}` must be confirmed before closing")]
    EffectNotConfirmed {
        /// The measure.
        measure: RuleId,
    },
    /// The policy requires the cause and the responsible person before the case is closed.
    #[error("{part} must be recorded before closing")]
    FindingsMissing {
        /// The missing part: `the cause` or `the responsible person`.
        part: &'static str,
    },
    /// A department that received the complaint has no containment measure.
    #[error(
        "department `{department}` has no containment measure; record one, or record that none is needed"
    )]
    ContainmentMissing {
        /// The department.
        department: Department,
    },
    /// An open approval keeps the case from being closed.
    #[error("approval {approval} is open; it must end before closing")]
    OpenApproval {
        /// The number of the approval in the case, from 1.
        approval: u32,
    },
    /// An open project keeps the case from being closed.
    #[error("the project is open; it must be finished before closing")]
    OpenProject,
    /// A recall that is not finished keeps the case from being closed.
    #[error("the recall is `{step}`; it must be finished before closing")]
    OpenRecall {
        /// The last step of the recall. [`RecallStep::Needed`] also if the assessment requires a recall that nobody has
        /// recorded.
        step: RecallStep,
    },
    /// The case cannot become a project yet: no project clock of the policy has run out.
    #[error("the case cannot become a project yet: its project clock has not run out")]
    NotProjectDue,
    /// A step of returned goods is out of order.
    #[error("returned goods: `{step}` {}, expected `{expected}`", After(*before))]
    GoodsOrder {
        /// The step that was given.
        step: GoodsStep,
        /// The last step on record, or `None` before the first.
        before: Option<GoodsStep>,
        /// The step that must come next.
        expected: GoodsStep,
    },
    /// A step of a recall is out of order.
    #[error("recall: `{step}` {}, expected {}", After(*before), Choice(expected))]
    RecallOrder {
        /// The step that was given.
        step: RecallStep,
        /// The last step on record, or `None` before the first.
        before: Option<RecallStep>,
        /// The steps that may come next.
        expected: Vec<RecallStep>,
    },
    /// A step of a measure against the cause is out of order.
    #[error("measure `{measure}`: `{step}` {}, expected {}", After(*before), Choice(expected))]
    MeasureOrder {
        /// The measure.
        measure: RuleId,
        /// The step that was given.
        step: MeasureStep,
        /// The last step on record, or `None` before the first.
        before: Option<MeasureStep>,
        /// The steps that may come next.
        expected: Vec<MeasureStep>,
    },
    /// A step after an accident is out of order.
    #[error("accident: `{step}` {}, expected `{expected}`", After(*before))]
    AccidentOrder {
        /// The step that was given.
        step: AccidentStep,
        /// The last step on record, or `None` before the first.
        before: Option<AccidentStep>,
        /// The step that must come next.
        expected: AccidentStep,
    },
    /// A bill is only sent after the solution.
    #[error("the bill cannot be released until the complaint is resolved")]
    BillBeforeSolution,
    /// A clock refuses the entry.
    #[error(transparent)]
    Clock(#[from] ClockError),
    /// The command fits no running clock of the case.
    #[error("no running clock of this case matches the command; running clocks: {}", Words(expected))]
    NoSuchClock {
        /// The clocks that run. Empty if none does.
        expected: Vec<ClockName>,
    },
    /// The policy requires that the complainant is told of an extension.
    #[error("clock `{clock}` can only be extended after the complainant was told; say when that was")]
    NotTold {
        /// The clock.
        clock: ClockName,
    },
    /// A correction may only move an event to an earlier instant.
    #[error(
        "`{event}` was recorded at {} and can only be corrected to an earlier instant, not to {}",
        format(*from), format(*to)
    )]
    LaterCorrection {
        /// The event.
        event: Anchor,
        /// The instant on record.
        from: DateTime<Utc>,
        /// The instant that was given.
        to: DateTime<Utc>,
    },
    /// The event to correct is not on record at this instant.
    #[error("`{event}` is not recorded at {}; name the instant on record", format(*from))]
    NothingToCorrect {
        /// The event.
        event: Anchor,
        /// The instant that was given.
        from: DateTime<Utc>,
    },
    /// The event is recorded by a command of its own.
    #[error("`{event}` has a command of its own; use that command to record it")]
    OwnCommand {
        /// The event.
        event: Anchor,
    },
    /// A case cannot be linked to itself or merged into itself.
    #[error("case `{case}` cannot be linked to itself; name another case")]
    SameCase {
        /// The case.
        case: CaseId,
    },
    /// The sum of the amounts does not fit into 64 bits.
    #[error("the total of all amounts is too large, expected less than 2^64 minor units")]
    AmountOutOfRange,
    /// The action requires a person who has no part in the case.
    #[error("`{actor}` is involved in this case; somebody who is not must do this")]
    HandledIt {
        /// The person who sent the request.
        actor: ActorId,
    },
    /// The policy lets nobody override an approval.
    #[error("this policy lets nobody override an approval; collect the signatures of its chain")]
    NoOverride,
    /// The person has neither signed nor refused the open step, so there is nothing to withdraw.
    #[error(
        "`{actor}` cannot withdraw anything: they have not signed or refused the open step of approval {approval}"
    )]
    NothingSigned {
        /// The person who sent the request.
        actor: ActorId,
        /// The number of the approval in the case, from 1.
        approval: u32,
    },
    /// The person may not do this because of their part in the case.
    #[error("`{actor}` may not `{action}`: {}; somebody else must do this", Part(*because))]
    NotTheirs {
        /// The person who sent the request.
        actor: ActorId,
        /// The action that was requested.
        action: Action,
        /// Their part in the case.
        because: Exclusion,
    },
    /// The policy keeps the action to the complainant.
    #[error("`{actor}` may not `{action}`: only the complainant may")]
    ComplainantAlone {
        /// The person who sent the request.
        actor: ActorId,
        /// The action that was requested.
        action: Action,
    },
    /// The policy requires two different people for two actions, and the person has already done one of them.
    #[error(
        "`{actor}` may not `{action}`: they did `{did}`, and the policy requires different people for the two"
    )]
    Parted {
        /// The person who sent the request.
        actor: ActorId,
        /// The action that was requested.
        action: Action,
        /// The action that they have done.
        did: Action,
    },
    /// The action concerns the person themselves.
    #[error("`{actor}` may not `{action}`: it concerns them; somebody else must do this")]
    Concerned {
        /// The person who sent the request.
        actor: ActorId,
        /// The action that was requested.
        action: Action,
    },
    /// A move to another policy cannot be decided by [`Office::decide`](crate::case::Office::decide).
    #[error("a move to another policy needs both policies; call `decide_move`")]
    TakesBothPolicies,
    /// The given policy is not the one that the command names.
    #[error("the command moves the case to policy `{expected}`, not to `{given}`; give policy `{expected}`")]
    OtherTarget {
        /// The policy that was given.
        given: PolicyVersion,
        /// The policy that the command names.
        expected: PolicyVersion,
    },
    /// The other policy does not have the stage of the case.
    #[error("policy `{policy}` has no stage `{stage}`; move the case on first")]
    StageNotThere {
        /// The other policy.
        policy: PolicyVersion,
        /// The stage of the case.
        stage: Stage,
    },
}

/// A limit in time: the last instant before which, or at which, something is still in time.
struct By(Due);

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = format(self.0.at());
        match self.0.bound() {
            Bound::Inclusive => write!(f, "{at} or earlier"),
            Bound::Exclusive => write!(f, "an instant before {at}"),
        }
    }
}

/// Words in backticks, joined by commas; `none` if the list is empty.
struct Words<'a, W>(&'a [W]);

impl<W: fmt::Display> fmt::Display for Words<'_, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("none");
        }
        for (position, word) in self.0.iter().enumerate() {
            write!(f, "{}`{word}`", if position == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

/// Words in backticks, joined by commas and a final `or`; `none` if the list is empty.
struct OneOf<'a, W>(&'a [W]);

impl<W: fmt::Display> fmt::Display for OneOf<'_, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { f.write_str("none") } else { write!(f, "{}", Choice(self.0)) }
    }
}

/// The facts that a forced closure still requires; if there are none, the policy has no forced closure.
struct Listed<'a>(&'a [Fact]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => f.write_str("this policy has no forced closure"),
            [_] => write!(f, "this requires fact {}", Words(self.0)),
            _ => write!(f, "this requires facts {}", Words(self.0)),
        }
    }
}

struct Level(Option<Severity>);

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(severity) => write!(f, "it is `{severity}`"),
            None => f.write_str("its severity is not known"),
        }
    }
}

/// The number that was allowed in place of `count`.
struct Bounds {
    count: usize,
    limit: usize,
}

impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.limit {
            0 => f.write_str("none"),
            limit if self.count > limit => write!(f, "at most {limit}"),
            _ => f.write_str("at least 1"),
        }
    }
}

/// The step that a misplaced step cannot follow.
struct After<T>(Option<T>);

impl<T: fmt::Display> fmt::Display for After<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(step) => write!(f, "cannot follow `{step}`"),
            None => f.write_str("cannot come first"),
        }
    }
}

/// The part that somebody has in a case, as a clause about them.
struct Part(Exclusion);

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Exclusion::Proposer => "they made a proposal in this case",
            Exclusion::ComplainedAbout => "the complaint is about them",
            Exclusion::Handler => "they handled the case",
            Exclusion::Complainant => "the complaint is theirs",
            Exclusion::Parted => "they did something that the policy separates from it",
        })
    }
}

struct State(ApprovalState);

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            ApprovalState::Open => "open",
            ApprovalState::Approved => "complete",
            ApprovalState::Used => "carried out",
            ApprovalState::Refused => "refused",
            ApprovalState::Returned => "returned",
            ApprovalState::TakenBack => "taken back",
            ApprovalState::Void => "void",
        })
    }
}

struct Parts<'a>(&'a [&'static str]);

impl fmt::Display for Parts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, " that names {}", Words(self.0)) }
    }
}
