//! Laws of cases: what must hold for every history.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::cmp::Reverse;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::instant::format as instant;
use crate::case::approval::ApprovalSubject;
use crate::case::course::{ARROWS, Arrow};
use crate::case::{Case, Event, EventKind, Office};
use crate::laws::broken::{Broken, Law};
use crate::laws::moves::requests;
use crate::policy::Policy;
use crate::vocab::course::ApprovalAct;
use crate::vocab::track::RecallStep;
use crate::vocab::{Action, ActorId, Mark, Stage};

fn broken(law: Law, case: &Case, (expected, found): (String, String)) -> Broken {
    Broken { law, about: about(case.events()), expected, found }
}

/// The history of a case as one line.
fn about(events: &[Event]) -> String {
    let Some(first) = events.first() else { return "a case without events".into() };
    let told = events.iter().map(|event| {
        if let EventKind::Moved(stage) = event.what {
            format!("→ {stage}")
        } else {
            format!("{} {}", event.by, event.what.name())
        }
    });
    let told: Vec<String> = told.collect();
    format!("case {}, received {}: {}", first.case, instant(first.at), told.join(", "))
}

/// The instant of the last event of a case.
fn last(case: &Case) -> DateTime<Utc> {
    case.events().last().map_or_else(|| case.stage_since(), |event| event.at)
}

/// Checks every law of this module that takes a case.
///
/// # Errors
///
/// Returns the first law that does not hold.
///
/// # Example
///
/// ```
/// use redress::case::Office;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?;
/// redress::laws::of_case(&Office::new(&policy, &roster), &case)?;
/// # Ok(()) }
/// ```
pub fn of_case(office: &Office<'_>, case: &Case) -> Result<(), Broken> {
    replay_equals_state(office.policy(), case)?;
    no_due_in_a_pause(office.policy(), case)?;
    nobody_approves_their_own(case.events())?;
    every_case_can_end(office, case)
}

/// Checks that the events of a case lead to its state, one event after the other.
///
/// # Errors
///
/// Returns [`Law::ReplayEqualsState`] with the event that does not fit, or if the state is another one.
///
/// # Example: a case of another policy
///
/// ```
/// use redress::laws::replay_equals_state;
/// use redress::policy::{Policy, Routing};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?;
/// replay_equals_state(&policy, &case)?;
///
/// let other = Policy::builder("shop").version("1").calendar(sample::calendar()?).routing(Routing::none()).build()?;
/// assert!(replay_equals_state(&other, &case).is_err());
/// # Ok(()) }
/// ```
pub fn replay_equals_state(policy: &Policy, case: &Case) -> Result<(), Broken> {
    let law = Law::ReplayEqualsState;
    let expected = || format!("the state at revision {}", case.revision());
    match Case::replay(policy, case.events()) {
        Ok(again) if again == *case => Ok(()),
        Ok(_) => Err(broken(law, case, (expected(), "another state".into()))),
        Err(error) => Err(broken(law, case, (expected(), error.to_string()))),
    }
}

/// Checks that no clock of a case is due inside one of its own pauses.
///
/// A pause that begins when the clock is due, or later, does not count. A term that ends at a fixed instant may break
/// this law, because it does not move with pauses.
///
/// # Errors
///
/// Returns [`Law::NoDueInAPause`] with the clock, its due instant and the pause.
///
/// # Example
///
/// ```
/// use redress::laws::no_due_in_a_pause;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?;
/// no_due_in_a_pause(&policy, &case)?;
/// # Ok(()) }
/// ```
pub fn no_due_in_a_pause(policy: &Policy, case: &Case) -> Result<(), Broken> {
    let now = last(case);
    for clock in case.clocks(policy, now) {
        let (Some(record), Some(due)) = (clock.record(), clock.reading(policy, now).due()) else { continue };
        let at = due.at();
        let inside = |from: DateTime<Utc>, until: Option<DateTime<Utc>>| {
            until.is_some_and(|until| from < at && at < until)
        };
        if let Some(pause) = record.pauses().iter().find(|pause| inside(pause.from(), pause.until())) {
            let until = pause.until().map_or_else(String::new, instant);
            let expected = format!(
                "clock `{}` due outside the pause from {} to {until}",
                clock.name(),
                instant(pause.from())
            );
            return Err(broken(Law::NoDueInAPause, case, (expected, format!("due at {}", instant(at)))));
        }
    }
    Ok(())
}

/// Checks that nobody signed a decision that they proposed, amended or submitted: not for themselves, not for somebody
/// else, and not in an emergency.
///
/// Reads the events alone, and not what the office would decide. Preparing a decision is no approval.
///
/// # Errors
///
/// Returns [`Law::NobodyApprovesTheirOwn`] with the person and the approval.
///
/// # Example
///
/// ```
/// use redress::laws::nobody_approves_their_own;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?;
/// nobody_approves_their_own(case.events())?;
/// # Ok(()) }
/// ```
pub fn nobody_approves_their_own(events: &[Event]) -> Result<(), Broken> {
    let mut authors: BTreeSet<ActorId> = BTreeSet::new();
    let mut of_approvals: BTreeMap<u32, BTreeSet<ActorId>> = BTreeMap::new();
    for event in events {
        if let EventKind::Proposed(proposal) = &event.what {
            authors = proposal.person_behind.into_iter().chain([event.by]).collect();
        } else if let EventKind::Amended(proposal) = &event.what {
            authors.extend(proposal.person_behind.into_iter().chain([event.by]));
            for of in of_approvals.values_mut() {
                of.extend(&authors);
            }
        } else if let EventKind::ApprovalOpened(opened) = &event.what {
            let mut of = BTreeSet::from([event.by]);
            if let ApprovalSubject::Remedy(_) = opened.matter {
                of.extend(&authors);
            }
            of_approvals.insert(opened.approval, of);
        } else if let EventKind::SignatureGiven(given) | EventKind::ApprovalOverridden(given) = &event.what {
            let prepares = matches!(given.act, ApprovalAct::Prepare | ApprovalAct::CustomerConsent);
            let of = of_approvals.get(&given.approval).filter(|_| !prepares);
            let mut people = given.signature.people().chain([event.by]);
            if let Some(person) = people.find(|person| of.is_some_and(|of| of.contains(person))) {
                return Err(Broken {
                    law: Law::NobodyApprovesTheirOwn,
                    about: about(events),
                    expected: format!(
                        "approval {} signed by others than those who proposed it",
                        given.approval
                    ),
                    found: format!("`{person}`, at {}", instant(event.at)),
                });
            }
        }
    }
    Ok(())
}

/// The actions that bring a case nearer to its end, taken by the organisation.
const ENDING: [Action; 30] = [
    Action::Acknowledge,
    Action::Register,
    Action::Triage,
    Action::Reclassify,
    Action::AnswerAtOnce,
    Action::FindNotEstablished,
    Action::Dispatch,
    Action::Start,
    Action::FindCause,
    Action::FindCustomerCaused,
    Action::Propose,
    Action::Amend,
    Action::Fail,
    Action::TakeBack,
    Action::Submit,
    Action::Sign,
    Action::Offer,
    Action::Consent,
    Action::CarryOut,
    Action::Finish,
    Action::FollowUp,
    Action::Close,
    Action::ForceClose,
    Action::Resume,
    Action::Answer,
    Action::Apologise,
    Action::Contain,
    Action::WaiveContainment,
    Action::TakeAction,
    Action::FinishProject,
];

/// How many states of a case are looked at before the search gives up.
const MAX_STATES: usize = 400;

/// Checks that an open case can be closed by the organisation itself: without a withdrawal by the complainant, and
/// without a merger into another case.
///
/// Looks for a way from the present state, with the people of the office's roster and two who hold no role. To take back
/// what nobody can approve, and to find another answer, is a way. Whether every chain can be completed by the roster is
/// another question, which [`Policy::check`] answers. A case that is closed has ended.
///
/// # Errors
///
/// Returns [`Law::EveryCaseCanEnd`] with the stage nearest to the end that the case can reach, and what stops it there.
///
/// # Example: a refund that somebody can approve
///
/// ```
/// use redress::case::Office;
/// use redress::laws::every_case_can_end;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?;
/// every_case_can_end(&Office::new(&policy, &roster), &case)?;
/// # Ok(()) }
/// ```
pub fn every_case_can_end(office: &Office<'_>, case: &Case) -> Result<(), Broken> {
    let distances = distances(office.policy());
    let distance = |stage: Stage| distances.get(stage.as_str()).copied().unwrap_or(usize::MAX);
    let begun = case.events().len();
    let mut seen = BTreeSet::from([signature(case, begun)]);
    // The nearest to the end first; among equals the one with most done.
    let mut waiting = BTreeMap::from([((distance(case.stage()), Reverse(0), 0), case.clone())]);
    let (mut nearest, mut number) = (case.clone(), 0);
    let mut looked_at = 0;
    while let Some((_, state)) = waiting.pop_first() {
        if !state.is_open() {
            return Ok(());
        }
        looked_at += 1;
        if looked_at > MAX_STATES {
            break;
        }
        // Of equally near states, that with most done shows what is left.
        let rank = |of: &Case| (distance(of.stage()), Reverse(of.events().len()));
        if rank(&state) < rank(&nearest) {
            nearest = state.clone();
        }
        let Some(at) = last(&state).checked_add_signed(TimeDelta::minutes(1)) else { continue };
        let recall: &[Action] = if owes_recall(&state) { &[Action::Recall] } else { &[] };
        let ending = requests(office, &state, (at, &ENDING));
        for request in ending.into_iter().chain(requests(office, &state, (at, recall))) {
            let next = office.decide(&state, request).and_then(|decision| state.clone().after(&decision));
            let Ok(next) = next else { continue };
            if seen.insert(signature(&next, begun)) {
                number += 1;
                waiting.insert((distance(next.stage()), Reverse(next.events().len()), number), next);
            }
        }
    }
    let at = last(&nearest);
    let mut stops: Vec<String> = Vec::new();
    let here = ARROWS
        .iter()
        .filter(|arrow| arrow.from == Some(nearest.stage()) && arrow.only.is_of(office.policy().track()));
    let onward: BTreeSet<&str> = here
        .filter(|arrow| distance(arrow.to) < distance(nearest.stage()))
        .map(|arrow| arrow.action.as_str())
        .collect();
    let somebody = nearest.events().first().map(|event| event.by);
    for row in somebody.into_iter().flat_map(|actor| office.allowed(&nearest, actor, at)) {
        if let Some(refusal) = row.refusal.filter(|_| onward.contains(row.action.as_str())) {
            stops.push(format!("`{}`: {refusal}", row.action));
        }
    }
    let why = if stops.is_empty() { "no way on was found".into() } else { stops.join("; ") };
    let found = format!("none beyond stage `{}`: {why}", nearest.stage());
    Err(broken(Law::EveryCaseCanEnd, case, ("a way to a closed case".into(), found)))
}

/// How many steps each stage is away from the end, without withdrawals and mergers.
fn distances(policy: &Policy) -> BTreeMap<&'static str, usize> {
    let counts = |arrow: &&Arrow| {
        arrow.only.is_of(policy.track())
            && !matches!(arrow.action, Action::Withdraw | Action::Merge | Action::ForceClose)
    };
    let mut known: BTreeMap<&'static str, usize> =
        BTreeMap::from([(Stage::Closed.as_str(), 0), (Stage::Reviewed.as_str(), 0)]);
    loop {
        let before = known.len();
        for arrow in ARROWS.iter().filter(counts) {
            let (Some(from), Some(to)) = (arrow.from, known.get(arrow.to.as_str())) else { continue };
            let through = to + 1;
            known.entry(from.as_str()).and_modify(|steps| *steps = through.min(*steps)).or_insert(through);
        }
        if known.len() == before {
            return known;
        }
    }
}

/// Whether closing waits for a recall, or for the finding that none is needed.
fn owes_recall(case: &Case) -> bool {
    match case.recall_step() {
        Some(RecallStep::Needed | RecallStep::Started) => true,
        None => case.assessment().marks.contains(&Mark::RECALL_REQUIRED),
        Some(RecallStep::Finished | RecallStep::NotNeeded) => false,
    }
}

/// The stage, the step of the recall, and the number of each kind of event.
type Signature = (&'static str, Option<&'static str>, BTreeMap<&'static str, u8>);

/// What tells two states apart for the search: the stage, the step of the recall, and how often each kind of event
/// happened since the search began, up to three.
fn signature(case: &Case, begun: usize) -> Signature {
    let mut counts: BTreeMap<&'static str, u8> = BTreeMap::new();
    let new = case.events().iter().skip(begun);
    for event in new.filter(|event| !matches!(event.what, EventKind::Moved(_))) {
        let count = counts.entry(event.what.name()).or_default();
        *count = (*count + 1).min(3);
    }
    (case.stage().as_str(), case.recall_step().map(RecallStep::as_str), counts)
}
