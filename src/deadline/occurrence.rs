//! What is entered on a clock: when it happened, when it was entered, and by which calendar the clock counts.

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::deadline::clock::Clock;

/// When something happened, and when it was entered.
///
/// An instant alone converts to an occurrence that was entered as it happened. A late entry names both instants:
///
/// ```
/// use chrono::{DateTime, Utc};
/// use redress::deadline::rule::Occurrence;
///
/// let friday: DateTime<Utc> = "2026-03-06T16:00:00Z".parse()?;
/// let monday = "2026-03-09T08:00:00Z".parse()?;
/// assert_eq!(Occurrence::from(friday), Occurrence::at(friday).entered(friday));
/// assert_ne!(Occurrence::from(friday), Occurrence::at(friday).entered(monday));
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Occurrence {
    pub(crate) at: DateTime<Utc>,
    pub(crate) recorded: DateTime<Utc>,
}

impl Occurrence {
    /// Creates an occurrence that was entered at the instant at which it happened.
    #[must_use]
    pub const fn at(at: DateTime<Utc>) -> Self {
        Self { at, recorded: at }
    }

    /// Sets when it was entered. A clock refuses an entry that is older than what it tells.
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

/// A clock with the calendar by which it counts, if there is one at hand.
///
/// [`ClockRecord::pause`](crate::deadline::ClockRecord::pause) and [`resume`](crate::deadline::ClockRecord::resume)
/// take it. A plain clock converts to one without a calendar.
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
    /// Joins the clock with the calendar by which it counts. Pauses with a limit in days require it.
    ///
    /// # Example: a pause of at most two working days
    ///
    /// ```
    /// # use redress::deadline::rule::{ClockError, PauseLimit, PauseRule};
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term};
    /// # use redress::vocab::{Anchor, ClockName, PauseReason};
    /// # let (calendar, waiting) = (redress::sample::calendar()?, PauseReason::AWAITING_CUSTOMER);
    /// let rule = PauseRule::new(waiting).with_at_most(PauseLimit::WorkingDays(2));
    /// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_pause(rule);
    /// let friday: chrono::DateTime<chrono::Utc> = "2026-03-06T10:00:00+01:00".parse()?;
    /// let monday = friday + chrono::TimeDelta::days(3);
    /// let mut record = ClockRecord::new(Term::weeks(2), Anchors::received(friday));
    /// record.pause(&clock, waiting, friday)?;
    /// assert!(matches!(record.resume(&clock, waiting, monday), Err(ClockError::NoCalendar { .. })));
    /// record.resume(clock.counted_in(&calendar), waiting, monday)?; // one working day of two was used
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn counted_in<'a>(&'a self, calendar: &'a Calendar) -> CountedClock<'a> {
        CountedClock { clock: self, calendar: Some(calendar) }
    }
}
