//! What the ledger asks of a case that no host asks.

use chrono::{DateTime, Utc};

use crate::case::clock::case_clock::CaseClock;
use crate::case::clock::clocks::{has_no_result, last_runs, limiting, standing_of};
use crate::case::state::Case;
use crate::deadline::{DeadlineError, Due};
use crate::policy::Policy;
use crate::policy::clock::ClockPart;
use crate::vocab::Standing;
use crate::vocab::course::ClosureKind;

/// When closing a case is due, by the clocks that limit it and have not ended without a result: of each the run that
/// started last, and of several the earliest.
pub(crate) fn closing_due(case: &Case, policy: &Policy, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let clocks = case.clocks(policy, now);
    // The end of a period limits no case.
    let closes = |clock: &&CaseClock<'_>| {
        clock.rule().part() == ClockPart::Closure && clock.rule().periods().is_none()
    };
    let limits = last_runs(&clocks).filter(closes);
    let readings = limits.map(|clock| clock.reading(policy, now)).filter(|reading| !has_no_result(reading));
    readings.filter_map(|reading| reading.due().map(Due::at)).min()
}

/// Whether a case that is over kept its limits; none where it has none.
pub(crate) fn kept_limits(
    case: &Case,
    policy: &Policy,
    now: DateTime<Utc>,
) -> Result<Option<bool>, DeadlineError> {
    if !case.is_by(policy) {
        return Err(DeadlineError::OtherPolicy {});
    }
    // Whatever ended it: what is withdrawn counts apart, and had a limit all the same.
    let standing = standing_of(&case.clocks(policy, now), policy, Some(ClosureKind::Resolved), now)?;
    Ok(standing.map(|standing| standing == Standing::ClosedInTime))
}

/// Whether a case keeps its limits at an instant by an entry that came after one of them.
pub(crate) fn is_entered_late(case: &Case, policy: &Policy, now: DateTime<Utc>) -> bool {
    let clocks = case.clocks(policy, now);
    let mut limits = limiting(&clocks).filter(|clock| clock.rule().part() == ClockPart::Closure);
    limits.any(|clock| clock.reading(policy, now).is_entered_late())
}
