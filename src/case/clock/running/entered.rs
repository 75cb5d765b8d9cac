//! What a clock may refuse of what was decided for a case.
//!
//! A command is decided for a case: one clock that takes it is enough. Its entry is then made in every clock that it
//! concerns, by the policy and the calendar of today, at the instants to which events were corrected since. So a clock
//! may refuse what another one took, and what it would have taken on the day itself. Such refusals change nothing, and
//! [`entered`] lists their kinds. Every other kind was ruled out before the entry was made: by the clock's own state,
//! which is asked first ([`Run::running`](super::Run::running)), or by the guards of the command. If one of them comes
//! up, the case was decided by other rules than its clocks are run by.

use crate::deadline::rule::ClockError;

/// Whether an entry was made. A clock that refuses it for a reason that is not routine is a bug of this crate.
pub(super) fn entered(tried: Result<(), ClockError>) -> bool {
    match tried {
        Ok(()) => true,
        Err(refusal) => {
            debug_assert!(is_routine(&refusal), "what was decided is refused by a clock: {refusal}");
            false
        }
    }
}

/// Whether a clock may refuse for this what was decided for its case.
const fn is_routine(refusal: &ClockError) -> bool {
    match refusal {
        // A pause without a clock's name is one of all clocks, and a clock of departments has one for each: of those
        // that declare its reason some stand still already, or stood still then, and others do not.
        ClockError::AlreadyPaused { .. }
        | ClockError::PausedThen { .. }
        // The end of such a pause is one for all of them, too.
        | ClockError::NotPaused { .. }
        | ClockError::ResumedBeforePause { .. }
        // An extension of all departments is one of those that may still be extended. One that the policy of its day
        // allowed may be none by the policy that the case has moved to.
        | ClockError::UndeclaredExtension { .. }
        | ClockError::NotApproved { .. }
        | ClockError::TooManyExtensions { .. }
        | ClockError::BoundByMerger { .. }
        // The calendar does not know when an earlier pause ended, or what an extension comes to. It is asked again with
        // every reading, which says so.
        | ClockError::Deadline(_) => true,
        // Kept in spite of that: see `Maker::extend`.
        ClockError::Expired { .. }
        | ClockError::EarlierThanDue { .. }
        | ClockError::BeyondLimit { .. }
        // Asked before the entry is made.
        | ClockError::Over { .. }
        | ClockError::UndeclaredPause { .. }
        | ClockError::HappenedBefore { .. }
        | ClockError::StoppedBeforeStart { .. }
        // The calendar is given with each entry.
        | ClockError::NoCalendar { .. }
        // Refused when the command is decided: entries of a case are made in order, of what has happened, and only so
        // many of a kind.
        | ClockError::InTheFuture { .. }
        | ClockError::Backwards { .. }
        | ClockError::TooManyEntries { .. } => false,
    }
}
