//! Rebuilding a case from its events: each command is decided again, by what its events say that it relied on.

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
use crate::policy::{Policy, PolicyVersion};
use crate::vocab::{Action, CaseId};

/// Where the policies of stored cases are found: one policy, or several versions.
pub trait Policies {
    /// The policy of a name and version.
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

impl<const N: usize> Policies for [&Policy; N] {
    fn find(&self, version: &PolicyVersion) -> Option<&Policy> {
        self.as_slice().find(version)
    }
}

/// The first event of a history that does not fit, and why.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error("event {number}: {problem}")]
#[non_exhaustive]
pub struct ReplayError {
    /// Its place in the history, from 1.
    pub number: u64,
    /// Why it does not fit.
    pub problem: ReplayProblem,
}

/// Why an event does not fit.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ReplayProblem {
    /// There are no events at all.
    #[error("is missing, expected the receipt of a complaint")]
    Missing {},
    /// The first event is no receipt.
    #[error("is no receipt, expected the receipt of a complaint first")]
    NoReceipt {},
    /// Its number does not follow the one before.
    #[error("has number {found}, expected the number of its place")]
    Number {
        /// Its number.
        found: u64,
    },
    /// It belongs to another case.
    #[error("belongs to case `{found}`, expected `{expected}`")]
    OtherCase {
        /// Its case.
        found: CaseId,
        /// The case of the receipt.
        expected: CaseId,
    },
    /// It was entered later than now.
    #[error("was entered at {}, expected {} or earlier", format(*at), format(*now))]
    InTheFuture {
        /// When.
        at: DateTime<Utc>,
        /// What time it is.
        now: DateTime<Utc>,
    },
    /// Its command was used before.
    #[error("belongs to command `{command}`, whose events stand together before, expected another command")]
    CommandTwice {
        /// The command.
        command: crate::vocab::CommandId,
    },
    /// It follows from no command.
    #[error("follows from another event, expected the deed of a command first")]
    NoDeed {},
    /// Nobody knows the policy.
    #[error("goes by policy `{policy}`, expected one that is at hand")]
    UnknownPolicy {
        /// The policy.
        policy: PolicyVersion,
    },
    /// Its command would be refused.
    #[error(transparent)]
    Refused(Box<Refusal>),
    /// Its command makes another event in its place.
    #[error("is not what its command makes, expected `{expected}`")]
    Other {
        /// What its command makes in its place, by name.
        expected: &'static str,
    },
    /// Its command makes more events than there are.
    #[error("is missing, expected `{expected}` to follow from the command before")]
    Incomplete {
        /// What is missing, by name.
        expected: &'static str,
    },
    /// Its command makes fewer events than there are.
    #[error("does not follow from its command, expected another command")]
    Surplus {},
}

impl Case {
    /// Rebuilds a case from its events: each command is decided again, and has to make the same events. Whom a roster
    /// let sign is read from the events; who may not, a case knows by itself.
    ///
    /// `policies` is the policy of the case, or all that it went by.
    ///
    /// # Errors
    ///
    /// [`ReplayError`] with the first event that does not fit: a number out of order, an instant before the one of its
    /// predecessor, a stage that has no such arrow, a signature by one who could not.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::policy::{Policy, Routing};
    /// # use redress::triage::ComplaintDocument;
    /// use redress::case::{Case, Stamp, open};
    ///
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("office", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// # let policy = Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).build()?;
    /// # let said: ComplaintDocument = serde_json::from_str(r#"{"id": "A-1", "received": "2026-03-02T09:00:00+01:00"}"#)?;
    /// let case = open(&policy, said, Stamp::new("k-1".parse()?, "anna".parse()?, "2026-03-02T08:05:00Z".parse()?))?;
    /// let again = Case::replay(&policy, case.events())?;
    /// assert_eq!(again.events(), case.events());
    ///
    /// let mut forged = case.events().to_vec();
    /// forged.swap(0, 1);
    /// let refused = Case::replay(&policy, &forged).unwrap_err();
    /// assert_eq!(refused.to_string(), "event 1: has number 2, expected the number of its place");
    /// # Ok(()) }
    /// ```
    ///
    /// Without a clock, an event of a year to come is none that does not fit: [`Case::replay_at`] is told the time.
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
    /// The same at an instant: an event after it is refused. A history that ends in the future would bar every command
    /// until then, for instants do not run backwards.
    ///
    /// # Errors
    ///
    /// [`ReplayProblem::InTheFuture`] with the first such event; otherwise as [`Case::replay`].
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

/// The events of one command, from a place on.
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

/// Checks that every event is of one case: what was signed in another one was signed of another one.
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

/// Checks that an act on an approval says by what authority it was done: without that it cannot be decided again.
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

/// The events that the command of a group makes, by the authority that the group records.
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

/// Takes the content that was recorded for that of today, if the policy still has it: its calendars may have been
/// prolonged since.
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

/// Compares what a command makes with what is stored of it.
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
