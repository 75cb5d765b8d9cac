//! Questions of hosts that keep their own records: a due date from a plain list of pauses, the working time that is
//! left.

use alloc::vec::Vec;
use core::ops::Range;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::Calendar;
use crate::deadline::alternatives::Deadline;
use crate::deadline::anchors::Anchors;
use crate::deadline::clock::Clock;
use crate::deadline::due::Due;
use crate::deadline::error::DeadlineError;
use crate::deadline::facts::{Facts, PlainFacts};
use crate::deadline::record::ClockRecord;
use crate::deadline::still::Still;
use crate::vocab::Anchor;

impl Deadline {
    /// Returns when it is due, counted from an event and moved by pauses, which may stand in any order and overlap.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as [`Deadline::due`].
    ///
    /// # Example: a day that the customer took
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::deadline::{Anchors, Deadline, End, Term};
    /// # use redress::vocab::Anchor;
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("offset")?;
    /// # let calendar = Calendar::builder("desk", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("08:00-16:30")]))
    /// #     .build()?;
    /// let two_days = Deadline::from(Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS));
    /// let received = Anchors::received("2026-03-02T10:00:00Z".parse()?);
    /// let waiting = "2026-03-03T09:00:00Z".parse()?.."2026-03-04T09:00:00Z".parse()?;
    /// let due = two_days.due_with_pauses(&calendar, Anchor::RECEIVED, &received, &[waiting])?;
    /// assert_eq!(due.at().to_rfc3339(), "2026-03-05T16:30:00+00:00"); // Thursday in place of Wednesday
    /// # Ok(()) }
    /// ```
    pub fn due_with_pauses(
        &self,
        calendar: &Calendar,
        start: Anchor,
        anchors: &Anchors,
        pauses: &[Range<DateTime<Utc>>],
    ) -> Result<Due, DeadlineError> {
        let still =
            |pause: &Range<DateTime<Utc>>| Still { from: pause.start.into(), until: pause.end.into() };
        let mut stills: Vec<Still> = pauses.iter().map(still).collect();
        stills.sort_unstable_by_key(|still| still.from);
        let plain = PlainFacts::plain(calendar, &start, anchors);
        let facts = Facts {
            calendar,
            start: plain.start,
            anchors,
            view: plain.view,
            instead: None,
            effect: plain.effect,
            pauses: stills.iter().copied(),
            extensions: core::iter::empty(),
        };
        self.evaluate(&facts, &mut ())
    }
}

impl Clock {
    /// Returns the working time from `now` to the due date, zero once that has passed; for a paused clock, to the due
    /// date that it would have if it resumed at `now`.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as [`Deadline::due`], and where the calendar does not know the time in between.
    pub fn working_time_left(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> Result<TimeDelta, DeadlineError> {
        let due = self.projected_due(calendar, record, now)?;
        let shown = self.calendar_at(calendar, record, now);
        Ok(shown.worked_between(now.into(), due.at().into())?.max(TimeDelta::zero()))
    }
}
