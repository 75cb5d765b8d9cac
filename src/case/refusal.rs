//! Why a request is refused.

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
    Action, ActorId, Anchor, CaseId, Choice, ClockName, CommandId, Department, Fact, FormField, Locale, Role,
    RuleId, Severity, Stage,
};

/// Why a request is refused. A refused request changes nothing.
///
/// There may be new ways to refuse in every version: branch on [`Refusal::kind`], store or count by [`Refusal::code`].
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// The case goes by another policy.
    #[error("case `{case}` goes by policy `{expected}`, expected that and not `{given}`")]
    OtherPolicy {
        /// The case.
        case: CaseId,
        /// The policy given.
        given: PolicyVersion,
        /// The policy of the case.
        expected: PolicyVersion,
    },
    /// Somebody else was faster.
    #[error("case `{case}` has {actual} events, expected {expected} as it was seen")]
    Stale {
        /// The case.
        case: CaseId,
        /// How many events were seen.
        expected: u64,
        /// How many there are.
        actual: u64,
    },
    /// The policy has another content than the case goes by: a move to a version of its own is a named act.
    #[error(transparent)]
    OtherContent(#[from] Box<ContentMismatch>),
    /// A decision on another case.
    #[error("the decision is on case `{given}`, expected one on `{case}`")]
    OtherCase {
        /// The case.
        case: CaseId,
        /// The case that was decided on.
        given: CaseId,
    },
    /// The id of the command was used for another one.
    #[error("command `{command}` was `{was}` by `{by}`, expected the same again, or another id")]
    OtherCommand {
        /// The id.
        command: CommandId,
        /// What it was used for.
        was: Action,
        /// By whom.
        by: ActorId,
    },
    /// A request is dated before the last event.
    #[error("{} lies before the last event at {}, expected that or a later instant", format(*at), format(*last))]
    Backwards {
        /// The instant of the request.
        at: DateTime<Utc>,
        /// That of the last event.
        last: DateTime<Utc>,
    },
    /// Something happened later than it is told.
    #[error("{} is later than the request at {}, expected that or an earlier instant", format(*at), format(*now))]
    InTheFuture {
        /// The instant.
        at: DateTime<Utc>,
        /// The instant of the request.
        now: DateTime<Utc>,
    },
    /// Something happened before the complaint was received.
    #[error("{} lies before the receipt at {}, expected that or a later instant", format(*at), format(*received))]
    BeforeReceipt {
        /// The instant.
        at: DateTime<Utc>,
        /// The receipt.
        received: DateTime<Utc>,
    },
    /// An instant that cannot be stored.
    #[error("{} cannot be written, expected an instant of the years 1 to 9999 that is no leap second", format(*at))]
    Unwritable {
        /// The instant.
        at: DateTime<Utc>,
    },
    /// The table has no arrow for this action here.
    #[error(
        "cannot `{action}` while `{stage}`, allowed here: {}, and what runs beside the course",
        Words(allowed)
    )]
    NotFromHere {
        /// What was asked.
        action: Action,
        /// Where the case stands.
        stage: Stage,
        /// What leads on from here instead.
        allowed: Vec<Action>,
    },
    /// The action leads from here, but not there.
    #[error("`{action}` does not lead from `{stage}` to `{to}`, expected {}", Words(expected))]
    NotThere {
        /// What was asked.
        action: Action,
        /// Where the case stands.
        stage: Stage,
        /// Where it was to lead.
        to: Stage,
        /// Where it leads.
        expected: Vec<Stage>,
    },
    /// The policy keeps the action to others.
    #[error("`{actor}` may not `{action}`, expected somebody who holds {}", Choice(roles))]
    NotPermitted {
        /// Who asked.
        actor: ActorId,
        /// For what.
        action: Action,
        /// Which roles may.
        roles: Vec<Role>,
    },
    /// The complaint is not sound by the policy.
    #[error(transparent)]
    Complaint(#[from] TriageError),
    /// A word is not declared.
    #[error(transparent)]
    Word(#[from] TaxonomyError),
    /// A case starts with its receipt alone: what was done before the case was kept has no event.
    #[error("`{event}` stands in the receipt, expected the receipt alone and a command for what followed")]
    NotAtReceipt {
        /// The event.
        event: Anchor,
    },
    /// What is asked for is not there.
    #[error("the form asks for {}, expected that it is filled in", Words(missing))]
    MissingFields {
        /// The fields.
        missing: Vec<FormField>,
    },
    /// A spoken complaint without a note of it (S03-R02).
    #[error("the complaint was spoken and nobody wrote it down, expected a note of what was said")]
    NotWrittenDown,
    /// It is not minor.
    #[error("it is {}, expected `minor` to be answered at once", Level(*severity))]
    NotMinor {
        /// How bad it is, if that is known.
        severity: Option<Severity>,
    },
    /// It is minor, and no rule of the policy says that it can be answered at once.
    #[error("it is not marked `answer-at-once`, expected that it can be solved at once")]
    NotAtOnce,
    /// Nobody is known who gets it.
    #[error("nobody owns it by the routing table and nobody is named, expected a department")]
    Unrouted,
    /// An overdue case is passed on (S23-R15).
    #[error("the limit of clock `{clock}` passed at {}, expected that the department goes on (no transfer when unclosed)", format(*due))]
    NoTransferWhenUnclosed {
        /// The clock.
        clock: ClockName,
        /// When it ran out.
        due: DateTime<Utc>,
    },
    /// It is closed by force, neither dispatched nor solved by a remedy (S23-R18).
    #[error("it is to be closed by force, expected that, or a solution to be found first")]
    ClosedByForce,
    /// It may not be closed by force.
    #[error("it cannot be closed by force {}", Listed(missing))]
    NotOnForcedClosureList {
        /// The facts that are missing; none where the policy closes nothing by force.
        missing: Vec<Fact>,
    },
    /// It is not known whose fault it was (S01-R40).
    #[error("it is not known whose fault it was, expected the party at fault before a proposal")]
    FaultNotKnown,
    /// It is not the customer's fault.
    #[error("the party at fault is not the customer, expected that it is found to be")]
    NotCustomersFault,
    /// The contributory check of the form is not complete (S19-R09).
    #[error("the form asks for {part}, expected it to be written down")]
    MissingPart {
        /// The part.
        part: &'static str,
    },
    /// A list is empty where something has to stand, or too long.
    #[error("{count} {what}, expected 1 to {limit}")]
    HowMany {
        /// What is counted.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// The same stands twice.
    #[error("`{what}` is there already, expected it once")]
    Already {
        /// What.
        what: String,
    },
    /// What is named is not there.
    #[error("there is no {what}, expected one")]
    NoSuch {
        /// What.
        what: &'static str,
    },
    /// An apology is owed before the solution (S02-R08).
    #[error("an apology is owed before the solution, expected one that {}", Parts(missing))]
    ApologyOwed {
        /// What a complete one needs; none where any will do.
        missing: Vec<&'static str>,
    },
    /// It has to be approved first.
    #[error("it is not approved, expected approval by chain `{chain}` first")]
    NotApproved {
        /// The chain.
        chain: RuleId,
    },
    /// Nobody has to approve it.
    #[error("nobody has to approve it by the policy, expected to go on without")]
    NothingToApprove,
    /// Who has to approve it depends on something unknown.
    #[error(transparent)]
    ApprovalUnknown(#[from] UnknownChain),
    /// The approval is not open.
    #[error("approval {approval} is {state}, expected an open one", state = State(*state))]
    ApprovalOver {
        /// The approval.
        approval: u32,
        /// Where it stands.
        state: ApprovalState,
    },
    /// An approval is in the way.
    #[error("approval {approval} is open or not yet carried out, expected its end first")]
    ApprovalOpen {
        /// The approval.
        approval: u32,
    },
    /// Only who submitted it takes it back.
    #[error("`{proposer}` submitted it, expected that person to take it back and not `{actor}`")]
    NotTheProposer {
        /// Who asked.
        actor: ActorId,
        /// Who submitted it.
        proposer: ActorId,
    },
    /// Who signed something changes it.
    #[error("`{actor}` has signed approval {approval}, expected somebody else to change what it is for")]
    SignedIt {
        /// Who asked.
        actor: ActorId,
        /// The approval.
        approval: u32,
    },
    /// The step is not behind the open one.
    #[error("step `{step}` is not signed yet or not in the chain, expected {}", Words(expected))]
    NoStepToReturnTo {
        /// The step.
        step: RuleId,
        /// The steps that it could be returned to.
        expected: Vec<RuleId>,
    },
    /// The person may not sign.
    #[error(transparent)]
    Signing(#[from] SigningRefusal),
    /// Nobody could complete the approval.
    #[error(transparent)]
    Stuck(#[from] StuckApproval),
    /// The complainant has to consent first (S02-R11).
    #[error("the complainant has not agreed, expected consent before it is carried out")]
    NoConsent,
    /// Too early.
    #[error("{} is too early, expected {} or later", format(*at), format(*from))]
    TooEarly {
        /// When it was asked.
        at: DateTime<Utc>,
        /// From when on it is possible.
        from: DateTime<Utc>,
    },
    /// Too late.
    #[error("{} is too late, expected {}", format(*at), By(*until))]
    TooLate {
        /// When it was asked.
        at: DateTime<Utc>,
        /// Until when it was possible.
        until: Due,
    },
    /// Somebody enters late what takes a miss back, and the policy does not trust them with that.
    #[error(
        "`{actor}` may not enter late what takes the miss of clock `{clock}` back, expected somebody who holds {}",
        Choice(roles)
    )]
    LateEntry {
        /// Who entered it.
        actor: ActorId,
        /// The clock.
        clock: ClockName,
        /// Which roles may.
        roles: Vec<Role>,
    },
    /// What takes a miss back is entered later than the policy allows.
    #[error(
        "what takes the miss of clock `{clock}` back is entered at {}, expected {}",
        format(*at), By(*until)
    )]
    TooLateEntry {
        /// The clock.
        clock: ClockName,
        /// When it was entered.
        at: DateTime<Utc>,
        /// Until when it could be.
        until: Due,
    },
    /// Nobody knows until when something may be entered late.
    #[error("until when something may be entered late for clock `{clock}` is not known: {reason}")]
    LateEntryNotKnown {
        /// The clock.
        clock: ClockName,
        /// Why.
        reason: DeadlineError,
    },
    /// Nobody knows until when a closed case may be taken up again.
    #[error("until when a closed case may be reopened is not known: {0}")]
    WindowNotKnown(DeadlineError),
    /// A closed case is never taken up again.
    #[error("the policy takes up no closed case, expected a new case")]
    NoReopening,
    /// The complainant was not asked as often as it takes (S02-R12).
    #[error("the complainant was asked {done} times, expected at least {minimum} before it is closed")]
    FollowUpsMissing {
        /// How often.
        done: u32,
        /// How often it takes.
        minimum: u32,
    },
    /// The complainant did not say to be satisfied (S05-R21).
    #[error(
        "the complainant has not said to be satisfied, expected that before it is closed; silence does not say it"
    )]
    NotSatisfied,
    /// A promise is open.
    #[error("an answer is promised until {}, expected it before", format(*until))]
    PromiseOpen {
        /// Until when.
        until: DateTime<Utc>,
    },
    /// A measure against the cause is not confirmed (S16-R08).
    #[error("the effect of measure `{measure}` is not confirmed, expected that before it is closed")]
    EffectNotConfirmed {
        /// The measure.
        measure: RuleId,
    },
    /// Cause and person are not named (S03-R08, S03-R18).
    #[error("{part} is not named, expected cause and responsible person before it is closed")]
    FindingsMissing {
        /// What is missing.
        part: &'static str,
    },
    /// A department has no measure in place (S15-R18).
    #[error("department `{department}` has no measure in place, expected one, or that none is needed")]
    ContainmentMissing {
        /// The department.
        department: Department,
    },
    /// An approval is open.
    #[error("approval {approval} is open, expected its end before it is closed")]
    OpenApproval {
        /// The approval.
        approval: u32,
    },
    /// The project is open.
    #[error("the project is open, expected its end before it is closed")]
    OpenProject,
    /// The recall is not finished.
    #[error("the recall is `{step}`, expected it to be finished before it is closed")]
    OpenRecall {
        /// How far it is.
        step: RecallStep,
    },
    /// Not yet due to become a project (S23-R17).
    #[error("it is not due to become a project, expected more time to have passed since its receipt")]
    NotProjectDue,
    /// A step of returned goods out of order.
    #[error("returned goods are {}, expected `{expected}` next and not `{step}`", Maybe(*before))]
    GoodsOrder {
        /// The step given.
        step: GoodsStep,
        /// How far they are.
        before: Option<GoodsStep>,
        /// The step that follows.
        expected: GoodsStep,
    },
    /// A step of a recall out of order.
    #[error("the recall is {}, expected {} next and not `{step}`", Maybe(*before), Choice(expected))]
    RecallOrder {
        /// The step given.
        step: RecallStep,
        /// How far it is.
        before: Option<RecallStep>,
        /// The steps that may follow.
        expected: Vec<RecallStep>,
    },
    /// A step of a measure out of order.
    #[error("measure `{measure}` is {}, expected {} next and not `{step}`", Maybe(*before), Choice(expected))]
    MeasureOrder {
        /// The measure.
        measure: RuleId,
        /// The step given.
        step: MeasureStep,
        /// How far it is.
        before: Option<MeasureStep>,
        /// The steps that may follow.
        expected: Vec<MeasureStep>,
    },
    /// A step after an accident out of order (S02-R14).
    #[error("after the accident it is {}, expected `{expected}` next and not `{step}`", Maybe(*before))]
    AccidentOrder {
        /// The step given.
        step: AccidentStep,
        /// How far it is.
        before: Option<AccidentStep>,
        /// The step that follows.
        expected: AccidentStep,
    },
    /// A bill before the solution (S02-R15).
    #[error("it is not solved, expected no bill before that")]
    BillBeforeSolution,
    /// A clock refuses the entry.
    #[error(transparent)]
    Clock(#[from] ClockError),
    /// No clock does that.
    #[error("no clock of the case does that, expected {}", Words(expected))]
    NoSuchClock {
        /// The clocks that there are.
        expected: Vec<ClockName>,
    },
    /// The complainant has to be told of an extension.
    #[error(
        "clock `{clock}` is extended and the complainant was not told, expected the instant of the notice"
    )]
    NotTold {
        /// The clock.
        clock: ClockName,
    },
    /// An instant corrected to a later one.
    #[error("`{event}` was at {}, expected an earlier instant and not {}: a correction gives no later date", format(*from), format(*to))]
    LaterCorrection {
        /// The event.
        event: Anchor,
        /// When it was recorded to be.
        from: DateTime<Utc>,
        /// The instant given.
        to: DateTime<Utc>,
    },
    /// A correction of what was not recorded.
    #[error("`{event}` is not recorded at {}, expected the instant on record", format(*from))]
    NothingToCorrect {
        /// The event.
        event: Anchor,
        /// The instant given.
        from: DateTime<Utc>,
    },
    /// An event that a command of its own records.
    #[error("`{event}` has a command of its own, expected an event from outside")]
    OwnCommand {
        /// The event.
        event: Anchor,
    },
    /// A case is linked to itself.
    #[error("case `{case}` is this one, expected another")]
    SameCase {
        /// The case.
        case: CaseId,
    },
    /// Amounts whose sum leaves the range.
    #[error("the total of all amounts is out of range, expected less than 2^64 minor units")]
    AmountOutOfRange,
    /// Whoever handled the case relaxes nothing.
    #[error("`{actor}` handled the case, expected somebody else to say so")]
    HandledIt {
        /// Who asked.
        actor: ActorId,
    },
    /// The policy knows no emergency.
    #[error("the policy lets nobody override an approval, expected the signatures of its chain")]
    NoOverride,
    /// Somebody has nothing to take back: the step that is open is not signed or refused by them.
    #[error(
        "`{actor}` has given no signature on the open step of approval {approval}, expected one to take back"
    )]
    NothingSigned {
        /// Who asked.
        actor: ActorId,
        /// Which approval.
        approval: u32,
    },
    /// Somebody is the complainant or the person complained about, and the action is not theirs.
    #[error("`{actor}` is the {} and may not `{action}`, expected somebody else", because.label(Locale::En))]
    NotTheirs {
        /// Who asked.
        actor: ActorId,
        /// For what.
        action: Action,
        /// Who they are to the complaint.
        because: Exclusion,
    },
    /// The policy keeps the action to the complainant.
    #[error("`{actor}` is not the complainant, expected the complainant to `{action}`")]
    ComplainantAlone {
        /// Who asked.
        actor: ActorId,
        /// For what.
        action: Action,
    },
    /// Somebody did what the policy parts from the action.
    #[error("`{actor}` did `{did}`, which is parted from `{action}`, expected somebody else")]
    Parted {
        /// Who asked.
        actor: ActorId,
        /// For what.
        action: Action,
        /// What they did.
        did: Action,
    },
    /// Whoever is concerned decides nothing of it.
    #[error("`{actor}` is concerned and may not `{action}`, expected somebody else")]
    Concerned {
        /// Who asked.
        actor: ActorId,
        /// For what.
        action: Action,
    },
    /// The move to another policy takes both.
    #[error("moving to another policy takes both, expected `decide_move`")]
    TakesBothPolicies,
    /// The policies are not those of the move.
    #[error("the case is moved to `{expected}`, expected that policy and not `{given}`")]
    OtherTarget {
        /// The policy given.
        given: PolicyVersion,
        /// The policy that the command names.
        expected: PolicyVersion,
    },
    /// The other policy has no such stage.
    #[error("policy `{policy}` has no stage `{stage}`, expected the case to go on first")]
    StageNotThere {
        /// The policy.
        policy: PolicyVersion,
        /// Where the case stands.
        stage: Stage,
    },
}

/// The last instant that is in time, or the first that is not.
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

/// Words in backticks, or that there are none.
struct Words<'a, W>(&'a [W]);

impl<W: fmt::Display> fmt::Display for Words<'_, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("nothing");
        }
        for (position, word) in self.0.iter().enumerate() {
            write!(f, "{}`{word}`", if position == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

/// What a forced closure wants, or that there is none.
struct Listed<'a>(&'a [Fact]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("by the policy, expected another end");
        }
        write!(f, "without {}, expected that it is so", Words(self.0))
    }
}

struct Level(Option<Severity>);

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(severity) => write!(f, "`{severity}`"),
            None => f.write_str("not known how bad it is"),
        }
    }
}

/// How far something is, or that it has not begun.
struct Maybe<T>(Option<T>);

impl<T: fmt::Display> fmt::Display for Maybe<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(step) => write!(f, "`{step}`"),
            None => f.write_str("not begun"),
        }
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
        if self.0.is_empty() { f.write_str("is given") } else { write!(f, "names {}", Words(self.0)) }
    }
}
