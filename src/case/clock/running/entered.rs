//! What a clock may refuse of what was decided for its case.
//!
//! A command is decided for a case, and one clock that accepts it is enough. The entry is then made in every clock
//! that it concerns: by the policy and calendar of today, and at the instants to which events were corrected since.
//! So a clock may refuse an entry that another one took, or that it would have taken on the day itself. Such refusals
//! are routine and change nothing; [`is_routine`] lists them.
//!
//! Every other refusal was ruled out before the entry was made: by the state of the clock, which is asked first
//! ([`Run::running`](super::Run::running)), or by the guards of the command. If one of them occurs, the case was
//! decided by other rules than its clocks are run by. A debug build stops there.

use crate::deadline::rule::ClockError;

/// Returns whether the entry was made. A refusal that is not routine is a bug of this crate.
pub(super) fn entered(tried: Result<(), ClockError>) -> bool {
    match tried {
        Ok(()) => true,
        Err(refusal) => {
            debug_assert!(is_routine(&refusal), "what was decided is refused by a clock: {refusal}");
            false
        }
    }
}

/// Returns whether a clock may refuse, for this reason, what was decided for its case.
const fn is_routine(refusal: &ClockError) -> bool {
    match refusal {
        // A pause that names no clock concerns all clocks that declare its reason, and each department has its own.
        // Some of them may already be paused, or were paused then.
        ClockError::AlreadyPaused { .. }
        | ClockError::PausedThen { .. }
        // The same for the end of such a pause.
        | ClockError::NotPaused { .. }
        | ClockError::ResumedBeforePause { .. }
        // An extension for all departments concerns those that may still be extended. The policy to which the case has
        // moved may not allow an extension that the earlier policy allowed.
        | ClockError::UndeclaredExtension { .. }
        | ClockError::NotApproved { .. }
        | ClockError::TooManyExtensions { .. }
        | ClockError::BoundByMerger { .. }
        // The calendar does not know when an earlier pause ended, or how long an extension is. Every reading asks it
        // again and reports that.
        | ClockError::Deadline(_) => true,
        // The extension is kept all the same: see `Maker::extend`.
        ClockError::Expired { .. }
        | ClockError::EarlierThanDue { .. }
        | ClockError::BeyondLimit { .. }
        // Checked before the entry is made.
        | ClockError::Over { .. }
        | ClockError::UndeclaredPause { .. }
        | ClockError::HappenedBefore { .. }
        | ClockError::StoppedBeforeStart { .. }
        // Every entry is made with a calendar.
        | ClockError::NoCalendar { .. }
        // Refused when the command is decided: entries are made in order, about the past, and in limited number.
        | ClockError::InTheFuture { .. }
        | ClockError::Backwards { .. }
        | ClockError::TooManyEntries { .. } => false,
    }
}
