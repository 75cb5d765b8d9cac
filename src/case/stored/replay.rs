//! Rebuilding a case from its events.
//!
//! # How it works
//!
//! A stored case is the list of its events. To load a case safely it is not enough to apply them: a file that was
//! edited by hand, or written by a faulty program, could hold a signature that nobody may give. Replay therefore
//! treats each group of events as a claim: "this command was given, and these events followed". It decides the
//! command again and compares.
//!
//! 1. The numbers must be 1, 2, 3 … and every event must be of one case. These checks cost one pass.
//! 2. The first event is a receipt. It names the policy, and [`open`](crate::case::open) is run again with its
//!    content.
//! 3. The other events are split into groups of equal command ids. All events of a command stand together.
//! 4. The first event of a group says which command was given, by whom and when. The command is decided against the
//!    case as it was rebuilt so far. The events that come out must equal the stored ones, one by one.
//! 5. The events are recorded, and the next group follows.
//!
//! Two things cannot be derived again and are taken from the events:
//!
//! - **The roster.** Who held which role on that day is not stored. A signature event holds the role and the limit
//!   that the signer relied on, and these answer in place of a roster. Rules that need no roster still apply: the
//!   proposer, a person complained about, or somebody who has signed cannot sign. An act on an approval without such
//!   an event is refused before it is decided, because nothing could answer for it.
//! - **The fingerprint of the policy's content.** The calendars of a policy are prolonged each year, so that its
//!   fingerprint changes. The stored fingerprint is accepted if the policy of today still contains that content.
//!
//! Cost: each command is decided once, so that replay takes as long as the case took to decide. Memory is one case. A
//! command that moves the case to another policy needs both policies; every other command needs the policy of that
//! moment.
//!
//! At the edges: an empty history is an error and never an empty case. A command id that returns later is refused,
//! because a command is decided only once. Without a clock, replay cannot know that an event lies in the future;
//! `replay_at` compares each instant with the time that it is given.
//!
//! Rejected: applying events without deciding (accepts forged histories), and storing snapshots of the state (a
//! second truth that may contradict the events).

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::instant::format;
use crate::case::decide::groups::{beside, elsewhere, on_course, timing, to_the_end};
use crate::case::decide::{Recorded, begun, decide_by, opening};
use crate::case::deed::{Command, EventKind};
use crate::case::event::{Event, Request, Stamp};
use crate::case::moving::{Migration, decide_move_by};
use crate::case::refusal::Refusal;
use crate::case::state::Case;
use crate::policy::{Policy, PolicyBook, PolicyVersion};
use crate::vocab::{Action, CaseId};

/// Where [`Case::replay`] finds the policies of a stored case.
///
/// A single policy, a [`PolicyBook`], an array and a slice of references implement it. If a case has moved to another version, supply
/// both versions.
///
/// # Example: two versions of a policy
///
/// ```
/// use redress::case::stored::Policies;
/// use redress::policy::PolicyVersion;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let version = PolicyVersion::of(&policy);
/// assert!(policy.find(&version).is_some());
/// let known: [&_; 1] = [&policy];
/// assert!(known.find(&version).is_some());
/// # Ok(()) }
/// ```
pub trait Policies {
    /// Returns the policy with this name and version, or `None` if it is not at hand.
    fn find(&self, version: &PolicyVersion) -> Option<&Policy>;
}

impl Policies for Policy {
    fn find(&self, version: &PolicyVersion) -> Option<&Policy> {
        version.is_of(self).then_some(self)
    }
}

impl Policies for [&Policy] {
    fn find(&self, version: &PolicyVersion) -> Option<&Policy> {
        self.iter().copied().find(|policy| version.is_of(policy))
    }
}

impl Policies for PolicyBook {
    fn find(&self, version: &PolicyVersion) -> Option<&Policy> {
        self.find(version)
    }
}

impl<const N: usize> Policies for [&Policy; N] {
    fn find(&self, version: &PolicyVersion) -> Option<&Policy> {
        self.as_slice().find(version)
    }
}

/// The first event of a history that is not valid, and the reason.
///
/// ```
/// use redress::case::Case;
/// use redress::case::stored::ReplayProblem;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let error = Case::replay(&sample::policy()?, &[]).unwrap_err();
/// assert_eq!((error.number, error.problem), (1, ReplayProblem::Missing {}));
/// # Ok(()) }
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error("event {number}: {problem}")]
#[non_exhaustive]
pub struct ReplayError {
    /// The place of the event in the history, counted from 1. If an event is missing, the place where it should be.
    pub number: u64,
    /// What is wrong with it.
    pub problem: ReplayProblem,
}

/// The reason for which an event is not valid.
///
/// # Example: a signature in another name
///
/// ```
/// use redress::case::approval::ApprovalReference;
/// use redress::case::{Case, Command, Office, Request, Stamp};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?;
/// let before = case.events().len();
/// let stamp = Stamp::new("k-5".parse()?, "mia".parse()?, "2026-04-02T09:00:00Z".parse()?);
/// let request = Request::on(&case, stamp, Command::Sign(ApprovalReference::new(1)));
/// let decision = Office::new(&policy, &roster).decide(&case, request)?;
/// let case = case.after(&decision)?;
///
/// let mut forged = case.events().to_vec();
/// for event in &mut forged[before..] {
///     event.by = "anna".parse()?;
/// }
/// let error = Case::replay(&policy, &forged).unwrap_err();
/// assert!(error.to_string().contains("`anna` cannot sign"), "{error}");
/// # Ok(()) }
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ReplayProblem {
    /// The history has no events.
    #[error("the history is empty, expected the receipt of a complaint")]
    Missing {},
    /// The first event is not a receipt.
    #[error("a history must begin with the receipt of a complaint")]
    NoReceipt {},
    /// The number of the event is not its place in the history.
    #[error("its number is {found}; events must be numbered from 1 without gaps")]
    Number {
        /// The number of the event.
        found: u64,
    },
    /// The event belongs to another case.
    #[error("belongs to case `{found}`, expected `{expected}`")]
    OtherCase {
        /// The case of the event.
        found: CaseId,
        /// The case of the first event's complaint.
        expected: CaseId,
    },
    /// The event was entered after the current time. Only [`Case::replay_at`] can find this.
    #[error("its time {} is in the future, expected {} or earlier", format(*at), format(*now))]
    InTheFuture {
        /// The time of the event.
        at: DateTime<Utc>,
        /// The time that `replay_at` was given.
        now: DateTime<Utc>,
    },
    /// An earlier group of events has the same command id.
    #[error("command `{command}` was already used; the events of a command must stand together")]
    CommandTwice {
        /// The id of the command.
        command: crate::vocab::CommandId,
    },
    /// The group begins with an event that no command begins with, such as `assessed`.
    #[error("a command cannot begin with this event")]
    NoDeed {},
    /// The policy was not supplied.
    #[error("requires policy `{policy}`, which was not supplied; load it")]
    UnknownPolicy {
        /// The name and version of the policy.
        policy: PolicyVersion,
    },
    /// The command of the event would be refused.
    #[error(transparent)]
    Refused(Box<Refusal>),
    /// The command produces another event in this place: of another kind, or with other content.
    #[error("differs from what its command produces, expected `{expected}`")]
    Other {
        /// The name of the event that the command produces.
        expected: &'static str,
    },
    /// The command produces more events than the history has.
    #[error("is missing; the command before also produces `{expected}`")]
    Incomplete {
        /// The name of the missing event.
        expected: &'static str,
    },
    /// The command produces fewer events than the history has.
    #[error("its command cannot produce this event")]
    Surplus {},
}

impl Case {
    /// Rebuilds a case from its events, and checks each of them.
    ///
    /// Every command is decided again, with the policy that applied at the time. It must produce the same events as
    /// those that are stored. The roster of the time is not needed: a signature event holds the role and the limit
    /// that the signer relied on.
    ///
    /// `policies` is the policy of the case. If the case has moved to another version, pass all its versions.
    ///
    /// This method knows no clock, so that it accepts events of the future. [`Case::replay_at`] refuses them.
    ///
    /// # Errors
    ///
    /// Returns [`ReplayError`] with the first event that is not valid. For example: a number out of order, an instant
    /// before the previous event, a step that the stage does not allow, or a signature by a person who may not sign.
    ///
    /// # Example: events in the wrong order
    ///
    /// ```
    /// use redress::case::Case;
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let case = sample::case(&policy, &sample::roster()?)?;
    /// assert_eq!(Case::replay(&policy, case.events())?, case);
    ///
    /// let mut swapped = case.events().to_vec();
    /// swapped.swap(0, 1);
    /// let refused = Case::replay(&policy, &swapped).unwrap_err();
    /// assert_eq!(refused.to_string(), "event 1: its number is 2; events must be numbered from 1 without gaps");
    /// # Ok(()) }
    /// ```
    pub fn replay<P: Policies + ?Sized>(policies: &P, events: &[Event]) -> Result<Self, ReplayError> {
        let at = |number: usize, problem| ReplayError { number: number as u64 + 1, problem };
        check_numbers(events)?;
        let Some(first) = events.first() else { return Err(at(0, ReplayProblem::Missing {})) };
        let EventKind::Received(receipt) = &first.what else {
            return Err(at(0, ReplayProblem::NoReceipt {}));
        };
        let refused = |refusal: Refusal| ReplayProblem::Refused(Box::new(refusal));
        check_case(events, receipt.complaint.id)?;
        let policy = find(policies, &receipt.policy).map_err(|problem| at(0, problem))?;
        let made = opening(policy, (**receipt).clone(), Stamp::new(first.command, first.by, first.at));
        let made = made.map_err(|refusal| at(0, refused(refusal)))?;
        let group = group(events, 0);
        let made = adopted(made, group, policy).map_err(|problem| at(1, problem))?;
        compare(&made, group).map_err(|(index, problem)| at(index, problem))?;
        let mut case = begun(group).map_err(|refusal| at(0, refused(refusal)))?;
        case.reserve(events.len() - group.len());
        let mut from = group.len();
        while from < events.len() {
            let group = self::group(events, from);
            check_signature(group).map_err(|problem| at(from + 1, problem))?;
            let made = decided(&case, policies, group).map_err(|problem| at(from, problem))?;
            compare(&made, group).map_err(|(index, problem)| at(from + index, problem))?;
            from += group.len();
            for event in made {
                case.record(event);
            }
        }
        Ok(case)
    }
}

impl Case {
    /// Rebuilds a case from its events, and refuses events after `now`.
    ///
    /// Use this method for events from outside. The instants of a case never go back, so that an event of next year
    /// would block every command until then.
    ///
    /// # Errors
    ///
    /// Returns [`ReplayProblem::InTheFuture`] with the first event after `now`, and otherwise the same errors as
    /// [`Case::replay`].
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::Case;
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let case = sample::case(&policy, &sample::roster()?)?; // received at 08:00 UTC
    /// let early = Case::replay_at(&policy, case.events(), "2026-04-02T07:00:00Z".parse()?).unwrap_err();
    /// assert_eq!(
    ///     early.to_string(),
    ///     "event 1: its time 2026-04-02T08:00:00Z is in the future, expected 2026-04-02T07:00:00Z or earlier",
    /// );
    /// # Ok(()) }
    /// ```
    pub fn replay_at<P: Policies + ?Sized>(
        policies: &P,
        events: &[Event],
        now: DateTime<Utc>,
    ) -> Result<Self, ReplayError> {
        match (1..).zip(events).find(|(_, event)| event.at > now) {
            Some((number, event)) => {
                Err(ReplayError { number, problem: ReplayProblem::InTheFuture { at: event.at, now } })
            }
            None => Self::replay(policies, events),
        }
    }
}

/// Returns the events of one command, from a place on.
fn group(events: &[Event], from: usize) -> &[Event] {
    let rest = events.get(from..).unwrap_or_default();
    let command = rest.first().map(|event| event.command);
    let count = rest.iter().take_while(|event| Some(event.command) == command).count();
    rest.get(..count).unwrap_or_default()
}

fn check_numbers(events: &[Event]) -> Result<(), ReplayError> {
    let wrong = (1..).zip(events).find(|(place, event)| event.number != *place);
    match wrong {
        Some((number, event)) => {
            Err(ReplayError { number, problem: ReplayProblem::Number { found: event.number } })
        }
        None => Ok(()),
    }
}

/// Checks that every event is of one case. A signature in another case was given for that case.
fn check_case(events: &[Event], expected: CaseId) -> Result<(), ReplayError> {
    let other = (1..).zip(events).find(|(_, event)| event.case != expected);
    match other {
        Some((number, event)) => {
            let problem = ReplayProblem::OtherCase { found: event.case, expected };
            Err(ReplayError { number, problem })
        }
        None => Ok(()),
    }
}

fn find<'p, P: Policies + ?Sized>(
    policies: &'p P,
    version: &PolicyVersion,
) -> Result<&'p Policy, ReplayProblem> {
    policies.find(version).ok_or_else(|| ReplayProblem::UnknownPolicy { policy: version.clone() })
}

/// Checks that an act on an approval records the authority of the actor. Without it, the act cannot be decided again.
#[expect(clippy::unnested_or_patterns, reason = "each group is one pattern")]
fn check_signature(group: &[Event]) -> Result<(), ReplayProblem> {
    let Some(action) = group.first().and_then(|event| event.what.action()) else { return Ok(()) };
    let expected = match action {
        Action::Sign => "signature-given",
        Action::RefuseToSign => "signature-refused",
        Action::SendBack => "signature-returned",
        Action::Override => "approval-overridden",
        Action::Submit
        | Action::Apply
        | Action::WithdrawSignature
        | Action::TakeBack
        | Action::Amend
        | Action::Relax => return Ok(()),
        on_course!(Action) | to_the_end!(Action) | timing!(Action) | beside!(Action) | elsewhere!(Action) => {
            return Ok(());
        }
    };
    match group.get(1).map(|event| event.what.name()) {
        Some(name) if name == expected => Ok(()),
        Some(_) => Err(ReplayProblem::Other { expected }),
        None => Err(ReplayProblem::Incomplete { expected }),
    }
}

/// Decides the command of a group again, with the authority that the group records, and returns its events.
fn decided<P: Policies + ?Sized>(
    case: &Case,
    policies: &P,
    group: &[Event],
) -> Result<Vec<Event>, ReplayProblem> {
    let first = group.first().ok_or(ReplayProblem::Missing {})?;
    if case.journal().has(first.command) {
        return Err(ReplayProblem::CommandTwice { command: first.command });
    }
    let command = first.what.command().ok_or(ReplayProblem::NoDeed {})?;
    let policy = find(policies, case.policy())?;
    let recorded = Recorded { events: group };
    let target =
        if let Command::MovePolicy(moving) = &command { Some(find(policies, &moving.to)?) } else { None };
    let request = Request::new(case.revision(), Stamp::new(first.command, first.by, first.at), command);
    let decision = match target {
        Some(target) => decide_move_by(case, Migration { from: policy, to: target }, &recorded, request),
        None => decide_by(case, policy, &recorded, request),
    };
    let made = decision.map_err(|refusal| ReplayProblem::Refused(Box::new(refusal)))?;
    adopted(made.into_events(), group, target.unwrap_or(policy))
}

/// Accepts the recorded fingerprint in place of the current one if the policy still has that content: its calendars
/// may have been prolonged since.
fn adopted(mut made: Vec<Event>, stored: &[Event], policy: &Policy) -> Result<Vec<Event>, ReplayProblem> {
    for (made, stored) in made.iter_mut().zip(stored) {
        let (EventKind::Assessed(made), EventKind::Assessed(stored)) = (&mut made.what, &stored.what) else {
            continue;
        };
        if let (Some(of_today), Some(recorded)) = (&mut made.content, &stored.content) {
            let other = recorded.check(policy).map_err(Box::new);
            other.map_err(|other| ReplayProblem::Refused(Box::new(other.into())))?;
            of_today.clone_from(recorded);
        }
    }
    Ok(made)
}

/// Compares the events that a command produces with the stored ones.
fn compare(made: &[Event], stored: &[Event]) -> Result<(), (usize, ReplayProblem)> {
    for (index, (made, stored)) in made.iter().zip(stored).enumerate() {
        if made != stored {
            return Err((index, ReplayProblem::Other { expected: made.what.name() }));
        }
    }
    match made.get(stored.len()) {
        Some(missing) => Err((stored.len(), ReplayProblem::Incomplete { expected: missing.what.name() })),
        None if made.len() < stored.len() => Err((made.len(), ReplayProblem::Surplus {})),
        None => Ok(()),
    }
}
