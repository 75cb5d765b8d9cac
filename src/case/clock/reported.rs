//! What the ledger needs to know of the clocks of a case.

use chrono::{DateTime, Utc};

use crate::case::clock::case_clock::CaseClock;
use crate::case::clock::clocks::{has_no_result, last_runs, limiting, standing_of};
use crate::case::state::Case;
use crate::deadline::{DeadlineError, Due};
use crate::policy::Policy;
use crate::policy::clock::ClockPart;
use crate::vocab::Standing;
use crate::vocab::course::ClosureKind;

/// Returns when closing a case is due, by the clocks that limit it. Of each clock the last run counts, and of several
/// clocks the earliest date. Clocks that ended without a result do not count.
pub(crate) fn closing_due(case: &Case, policy: &Policy, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let clocks = case.clocks(policy, now);
    // The due date of a period limits no case.
    let closes = |clock: &&CaseClock<'_>| {
        clock.rule().part() == ClockPart::Closure && clock.rule().periods().is_none()
    };
    let limits = last_runs(&clocks).filter(closes);
    let readings = limits.map(|clock| clock.reading(policy, now)).filter(|reading| !has_no_result(reading));
    readings.filter_map(|reading| reading.due().map(Due::at)).min()
}

/// Returns whether a closed case kept its limits; `None` if it has none.
pub(crate) fn kept_limits(
    case: &Case,
    policy: &Policy,
    now: DateTime<Utc>,
) -> Result<Option<bool>, DeadlineError> {
    if !case.is_by(policy) {
        return Err(DeadlineError::OtherPolicy {});
    }
    // Asked as if it was resolved: a withdrawn case is counted apart, but it had a limit too.
    let standing = standing_of(&case.clocks(policy, now), policy, Some(ClosureKind::Resolved), now)?;
    Ok(standing.map(|standing| standing == Standing::ClosedInTime))
}

/// Returns whether a case keeps its limits only because of an entry that was made after one of them.
pub(crate) fn is_entered_late(case: &Case, policy: &Policy, now: DateTime<Utc>) -> bool {
    let clocks = case.clocks(policy, now);
    let mut limits = limiting(&clocks).filter(|clock| clock.rule().part() == ClockPart::Closure);
    limits.any(|clock| clock.reading(policy, now).is_entered_late())
}
