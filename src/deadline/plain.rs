//! Questions of hosts that keep their own records: a due date from a plain list of pauses, and the working time left.

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
    /// Returns when the deadline is due, counted from an event and moved by pauses.
    ///
    /// The pauses may be in any order and may overlap. Use this method if a host keeps its own records of pauses.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as for [`Deadline::due`].
    ///
    /// # Example: a day that the customer took
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, End, Term};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let two_days = Deadline::from(Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS));
    /// let monday = Anchors::received("2026-03-02T10:00:00+01:00".parse()?); // due on Wednesday
    /// let waiting = "2026-03-03T10:00:00+01:00".parse()?.."2026-03-04T10:00:00+01:00".parse()?;
    /// let due = two_days.due_with_pauses(&calendar, Anchor::RECEIVED, &monday, &[waiting])?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-05 17:00:00"); // Thursday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Example: ten minutes that cost a day, and six hours that cost nothing
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, End, Term};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?; // closes at 17:00
    /// let two_days = Deadline::from(Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS));
    /// let monday = Anchors::received("2026-03-02T10:00:00+01:00".parse()?); // due on Wednesday
    /// for (from, until, expected) in [
    ///     ("2026-03-03T16:55:00+01:00", "2026-03-03T17:05:00+01:00", "2026-03-05 17:00:00"),
    ///     ("2026-03-03T10:00:00+01:00", "2026-03-03T16:00:00+01:00", "2026-03-04 17:00:00"),
    /// ] {
    ///     let pause = from.parse()?..until.parse()?;
    ///     let due = two_days.due_with_pauses(&calendar, Anchor::RECEIVED, &monday, &[pause])?;
    ///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
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
    /// Returns the working time from `now` to the due date, or zero once the due date has passed.
    ///
    /// For a paused clock, it is the working time to the due date that the clock would have if it resumed at `now`.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as for [`Deadline::due`], and if the calendar does not know the time in between.
    ///
    /// # Example: one hour on Friday, and one on Monday
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term};
    /// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName}};
    /// # let calendar = sample::calendar()?; // 09:00 to 17:00
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    /// let friday = "2026-03-06T14:00:00+01:00".parse()?;
    /// let record = ClockRecord::new(Term::working(Span::hours(4)), Anchors::received(friday)); // Monday, 10:00
    /// let left = clock.working_time_left(&calendar, &record, "2026-03-06T16:00:00+01:00".parse()?)?;
    /// assert_eq!(left, chrono::TimeDelta::hours(2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
