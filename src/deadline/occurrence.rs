//! What is entered on a clock: when it happened, when that was written down, and by which calendar it counts.

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::deadline::clock::Clock;

/// When something happened, and when that was entered.
///
/// An instant alone was entered as it happened.
///
/// ```
/// use chrono::{DateTime, Utc};
/// use redress::deadline::rule::Occurrence;
///
/// let (friday, monday): (DateTime<Utc>, DateTime<Utc>) =
///     ("2026-03-06T16:00:00Z".parse()?, "2026-03-09T08:00:00Z".parse()?);
/// let late = Occurrence::at(friday).entered(monday);
/// assert_ne!(late, Occurrence::from(friday));
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Occurrence {
    pub(crate) at: DateTime<Utc>,
    pub(crate) recorded: DateTime<Utc>,
}

impl Occurrence {
    /// Something that happened at an instant and was entered then.
    #[must_use]
    pub const fn at(at: DateTime<Utc>) -> Self {
        Self { at, recorded: at }
    }

    /// Sets when it was entered. A clock refuses what was entered before it happened.
    #[must_use]
    pub const fn entered(mut self, recorded: DateTime<Utc>) -> Self {
        self.recorded = recorded;
        self
    }
}

impl From<DateTime<Utc>> for Occurrence {
    fn from(at: DateTime<Utc>) -> Self {
        Self::at(at)
    }
}

/// A clock with the calendar by which it counts, where there is one at hand: [`Clock::counted_in`] makes it.
///
/// Entries that have nothing to do with a calendar take the clock alone.
#[derive(Clone, Copy, Debug)]
pub struct CountedClock<'a> {
    pub(super) clock: &'a Clock,
    pub(super) calendar: Option<&'a Calendar>,
}

impl<'a> From<&'a Clock> for CountedClock<'a> {
    fn from(clock: &'a Clock) -> Self {
        Self { clock, calendar: None }
    }
}

impl Clock {
    /// Names the calendar by which the clock counts, for entries that depend on it: the pauses of a rule that limits
    /// them in days.
    #[must_use]
    pub const fn counted_in<'a>(&'a self, calendar: &'a Calendar) -> CountedClock<'a> {
        CountedClock { clock: self, calendar: Some(calendar) }
    }
}
