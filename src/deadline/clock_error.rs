//! Entries that the rule of a clock does not allow.
//!
//! The texts say which clock or event is meant, what was given and what to do. They are meant to be shown as they are;
//! the codes in `codes` are meant for programs.

use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, Utc};

use crate::calendar::instant::format;
use crate::deadline::due::Due;
use crate::deadline::error::DeadlineError;
use crate::deadline::term::Count;
use crate::vocab::course::ExtensionReason;
use crate::vocab::{Anchor, Choice, ClockName, PauseReason};

/// An entry that the rule of a clock does not allow. The record is unchanged.
///
/// The texts say which clock refused what, and what to do, so that a host can show them as they are.
///
/// ```
/// # use redress::deadline::{Anchors, Clock, ClockRecord, Term};
/// # use redress::vocab::{Anchor, ClockName, PauseReason};
/// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
/// let monday = "2026-03-02T10:00:00+01:00".parse()?;
/// let mut record = ClockRecord::new(Term::weeks(1), Anchors::received(monday));
/// let error = record.pause(&clock, PauseReason::AWAITING_CUSTOMER, monday).unwrap_err();
/// assert_eq!(error.code(), "clock.undeclared-pause");
/// assert_eq!(error.to_string(), "clock `closure` cannot pause for `awaiting-customer`; it allows no pauses");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ClockError {
    /// The clock does not allow pauses for this reason.
    #[error("clock `{clock}` cannot pause for `{reason}`{}", Declared(expected, "pauses"))]
    UndeclaredPause {
        /// The clock.
        clock: ClockName,
        /// The reason given.
        reason: PauseReason,
        /// The reasons that it allows.
        expected: Vec<PauseReason>,
    },
    /// Another pause for this reason covers the instant, and has an end.
    #[error("clock `{clock}` was paused for `{reason}` from {} until {}; begin the pause before or after that", format(*from), format(*until))]
    PausedThen {
        /// The clock.
        clock: ClockName,
        /// The reason of both pauses.
        reason: PauseReason,
        /// When the other pause began.
        from: DateTime<Utc>,
        /// When the other pause ended, or ends by itself.
        until: DateTime<Utc>,
    },
    /// Another pause for this reason is open.
    #[error("clock `{clock}` has been paused for `{reason}` since {}; end that pause first", format(*since))]
    AlreadyPaused {
        /// The clock.
        clock: ClockName,
        /// The reason.
        reason: PauseReason,
        /// When the other pause began.
        since: DateTime<Utc>,
    },
    /// No pause for this reason is open.
    #[error("clock `{clock}` is not paused for `{reason}`; there is nothing to resume")]
    NotPaused {
        /// The clock.
        clock: ClockName,
        /// The reason given.
        reason: PauseReason,
    },
    /// The pause would end before it began.
    #[error("clock `{clock}` cannot resume at {}, before its pause began; resume it at {} or later", format(*at), format(*from))]
    ResumedBeforePause {
        /// The clock.
        clock: ClockName,
        /// The end given.
        at: DateTime<Utc>,
        /// When the pause began.
        from: DateTime<Utc>,
    },
    /// The clock would stop before it started.
    #[error("clock `{clock}` cannot stop at {}, before it started; stop it at {} or later", format(*at), format(*start))]
    StoppedBeforeStart {
        /// The clock.
        clock: ClockName,
        /// The instant given.
        at: DateTime<Utc>,
        /// When the clock started.
        start: DateTime<Utc>,
    },
    /// A limit on the pauses counts days, and no calendar was given. See
    /// [`Clock::counted_in`](crate::deadline::Clock::counted_in).
    #[error("clock `{clock}` limits pauses for `{reason}` in days; pass its calendar with `counted_in`")]
    NoCalendar {
        /// The clock.
        clock: ClockName,
        /// The reason of the pauses.
        reason: PauseReason,
    },
    /// The clock does not allow extensions for this reason.
    #[error("clock `{clock}` cannot be extended for `{reason}`{}", Declared(expected, "extensions"))]
    UndeclaredExtension {
        /// The clock.
        clock: ClockName,
        /// The reason given.
        reason: ExtensionReason,
        /// The reasons that it allows.
        expected: Vec<ExtensionReason>,
    },
    /// The extension requires an approval that was given at or before it.
    #[error("clock `{clock}`: the extension for `{reason}` is not approved; it must be approved by {}", format(*made))]
    NotApproved {
        /// The clock.
        clock: ClockName,
        /// The reason of the extension.
        reason: ExtensionReason,
        /// When the extension was made.
        made: DateTime<Utc>,
    },
    /// The clock was extended for this reason as often as the rule allows.
    #[error("clock `{clock}` cannot be extended for `{reason}` again; the most for this reason is {limit}")]
    TooManyExtensions {
        /// The clock.
        clock: ClockName,
        /// The reason of the extension.
        reason: ExtensionReason,
        /// How often it may be extended for this reason.
        limit: u32,
    },
    /// The clock had run out before it was extended.
    #[error("clock `{clock}` ran out at {} and cannot be extended at {}; extend a clock before it runs out", format(due.at()), format(*made))]
    Expired {
        /// The clock.
        clock: ClockName,
        /// When it ran out.
        due: Due,
        /// When the extension was made.
        made: DateTime<Utc>,
    },
    /// The extension makes the term longer than the rule allows.
    #[error("clock `{clock}` may be extended to {limit} in all; extend it to {} at the latest", format(due.at()))]
    BeyondLimit {
        /// The clock.
        clock: ClockName,
        /// How long the term may become in all.
        limit: Count,
        /// The latest due date that this allows.
        due: Due,
    },
    /// The extension names an earlier date than the one that it was to extend.
    #[error("clock `{clock}` is due at {}, and an extension cannot make it earlier; name a later date", format(due.at()))]
    EarlierThanDue {
        /// The clock.
        clock: ClockName,
        /// The due date without the extension.
        due: Due,
    },
    /// A case that was merged into this one was due by this date, and this date is kept.
    #[error("clock `{clock}` is due at {} because of a case that was merged into this one; it cannot be extended", format(due.at()))]
    BoundByMerger {
        /// The clock.
        clock: ClockName,
        /// The date that is kept.
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
        /// When it is said to have happened.
        at: DateTime<Utc>,
        /// When it was entered.
        recorded: DateTime<Utc>,
    },
    /// An entry is older than the last one.
    #[error("clock `{clock}`: an entry at {} cannot follow one at {}; make it at that instant or later", format(*recorded), format(*last))]
    Backwards {
        /// The clock.
        clock: ClockName,
        /// When the new entry was made.
        recorded: DateTime<Utc>,
        /// When the last entry was made.
        last: DateTime<Utc>,
    },
    /// The event is already known. An event happens once.
    #[error("`{anchor}` happened at {} and cannot happen again at {}; an event is entered once", format(*earlier), format(*at))]
    HappenedBefore {
        /// The event.
        anchor: Anchor,
        /// The instant given.
        at: DateTime<Utc>,
        /// The instant known.
        earlier: DateTime<Utc>,
    },
    /// The clock has as many entries of this kind as it keeps.
    #[error("clock `{clock}` has {limit} entries of this kind; no more can be added")]
    TooManyEntries {
        /// The clock.
        clock: ClockName,
        /// How many entries of this kind it keeps.
        limit: usize,
    },
    /// There is no due date against which the entry could be checked.
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
