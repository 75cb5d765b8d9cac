//! What the rule of a clock does not allow.

use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, Utc};

use crate::calendar::instant::format;
use crate::deadline::due::Due;
use crate::deadline::error::DeadlineError;
use crate::deadline::term::Count;
use crate::vocab::course::ExtensionReason;
use crate::vocab::{Anchor, Choice, ClockName, PauseReason};

/// An entry that the rule of a clock does not allow.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ClockError {
    /// The clock does not stand still for this.
    #[error("clock `{clock}` cannot pause for `{reason}`{}", Declared(expected, "pauses"))]
    UndeclaredPause {
        /// The clock.
        clock: ClockName,
        /// The reason given.
        reason: PauseReason,
        /// The reasons that it declares.
        expected: Vec<PauseReason>,
    },
    /// A pause for this reason covers the instant, and ends by then or by itself.
    #[error("clock `{clock}` was paused for `{reason}` from {} until {}; begin the pause before or after that", format(*from), format(*until))]
    PausedThen {
        /// The clock.
        clock: ClockName,
        /// The reason.
        reason: PauseReason,
        /// From when.
        from: DateTime<Utc>,
        /// Until when.
        until: DateTime<Utc>,
    },
    /// A pause for this reason is open.
    #[error("clock `{clock}` has been paused for `{reason}` since {}; end that pause first", format(*since))]
    AlreadyPaused {
        /// The clock.
        clock: ClockName,
        /// The reason.
        reason: PauseReason,
        /// Since when.
        since: DateTime<Utc>,
    },
    /// No pause for this reason is open.
    #[error("clock `{clock}` is not paused for `{reason}`; there is nothing to resume")]
    NotPaused {
        /// The clock.
        clock: ClockName,
        /// The reason.
        reason: PauseReason,
    },
    /// A pause would end before it began.
    #[error("clock `{clock}` cannot resume at {}, before its pause began; resume it at {} or later", format(*at), format(*from))]
    ResumedBeforePause {
        /// The clock.
        clock: ClockName,
        /// The end given.
        at: DateTime<Utc>,
        /// The beginning.
        from: DateTime<Utc>,
    },
    /// The clock would be stopped by what happened before it started.
    #[error("clock `{clock}` cannot stop at {}, before it started; stop it at {} or later", format(*at), format(*start))]
    StoppedBeforeStart {
        /// The clock.
        clock: ClockName,
        /// When it happened.
        at: DateTime<Utc>,
        /// When the clock started.
        start: DateTime<Utc>,
    },
    /// Pauses are limited in days, and no calendar was given.
    #[error("clock `{clock}` limits pauses for `{reason}` in days; pass its calendar with `counted_in`")]
    NoCalendar {
        /// The clock.
        clock: ClockName,
        /// The reason.
        reason: PauseReason,
    },
    /// The clock is not extended for this.
    #[error("clock `{clock}` cannot be extended for `{reason}`{}", Declared(expected, "extensions"))]
    UndeclaredExtension {
        /// The clock.
        clock: ClockName,
        /// The reason given.
        reason: ExtensionReason,
        /// The reasons that it declares.
        expected: Vec<ExtensionReason>,
    },
    /// The extension wants an approval that was given before it.
    #[error("clock `{clock}`: the extension for `{reason}` is not approved, expected an approval at {} or earlier", format(*made))]
    NotApproved {
        /// The clock.
        clock: ClockName,
        /// The reason.
        reason: ExtensionReason,
        /// When the extension was made.
        made: DateTime<Utc>,
    },
    /// The clock was extended as often as it may be.
    #[error("clock `{clock}` cannot be extended for `{reason}` again, expected at most {limit}")]
    TooManyExtensions {
        /// The clock.
        clock: ClockName,
        /// The reason.
        reason: ExtensionReason,
        /// How often it may be extended for it.
        limit: u32,
    },
    /// The clock had run out when it was to be extended.
    #[error("clock `{clock}` ran out at {} and cannot be extended at {}; extend a clock before it runs out", format(due.at()), format(*made))]
    Expired {
        /// The clock.
        clock: ClockName,
        /// When it ran out.
        due: Due,
        /// When the extension was made.
        made: DateTime<Utc>,
    },
    /// The extension leads beyond what the term may be in all.
    #[error("clock `{clock}` may be extended to {limit} in all; extend it to {} at the latest", format(due.at()))]
    BeyondLimit {
        /// The clock.
        clock: ClockName,
        /// How much the term may be.
        limit: Count,
        /// When it is due at the latest.
        due: Due,
    },
    /// The extension is earlier than the date that it was to extend.
    #[error("clock `{clock}` is due at {}, and an extension cannot make it earlier; name a later date", format(due.at()))]
    EarlierThanDue {
        /// The clock.
        clock: ClockName,
        /// When it is due without the extension.
        due: Due,
    },
    /// A case that was merged into this one was due by then, and that date is kept.
    #[error("clock `{clock}` is due at {} because of a case that was merged into this one; it cannot be extended", format(due.at()))]
    BoundByMerger {
        /// The clock.
        clock: ClockName,
        /// When it is due.
        due: Due,
    },
    /// The clock has ended.
    #[error("clock `{clock}` ended at {}; nothing more can be entered", format(*at))]
    Over {
        /// The clock.
        clock: ClockName,
        /// When it ended.
        at: DateTime<Utc>,
    },
    /// Something is entered before it happened.
    #[error("clock `{clock}`: {} is later than its entry at {}; enter only what has happened", format(*at), format(*recorded))]
    InTheFuture {
        /// The clock.
        clock: ClockName,
        /// The instant.
        at: DateTime<Utc>,
        /// When it was entered.
        recorded: DateTime<Utc>,
    },
    /// An entry is made before the last one.
    #[error("clock `{clock}`: an entry at {} cannot follow one at {}; make it at that instant or later", format(*recorded), format(*last))]
    Backwards {
        /// The clock.
        clock: ClockName,
        /// When it was made.
        recorded: DateTime<Utc>,
        /// When the last one was made.
        last: DateTime<Utc>,
    },
    /// An event that happens once happened before.
    #[error("`{anchor}` happened at {} and cannot happen again at {}; an event is entered once", format(*earlier), format(*at))]
    HappenedBefore {
        /// The event.
        anchor: Anchor,
        /// The instant given.
        at: DateTime<Utc>,
        /// The instant known.
        earlier: DateTime<Utc>,
    },
    /// More entries than a clock keeps.
    #[error("clock `{clock}` has {limit} entries of this kind; it keeps no more")]
    TooManyEntries {
        /// The clock.
        clock: ClockName,
        /// How many it keeps.
        limit: usize,
    },
    /// There is no due date to measure against.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
}

/// The declared reasons, or that the clock allows none of such entries.
struct Declared<'a, W>(&'a [W], &'static str);

impl<W: fmt::Display> fmt::Display for Declared<'_, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(reasons, entries) = *self;
        if reasons.is_empty() {
            write!(f, "; it allows no {entries}")
        } else {
            write!(f, ", expected {}", Choice(reasons))
        }
    }
}
