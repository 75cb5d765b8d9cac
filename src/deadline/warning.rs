//! When a clock warns, and when a host looks at it again.
//!
//! # The problem
//!
//! A warning is a share of the time, or a lead before the due date. Both must follow the due date through pauses and
//! extensions, and must not come in the night if the clock counts working time. A host with a million clocks needs one
//! instant for each: the next one at which anything changes.
//!
//! # The idea
//!
//! Warnings are not stored. They are counted from the due date of the present view, whenever somebody asks.
//!
//! - A *share* is measured from the start of the count to the due date: in working time for terms of working time and
//!   of working days, in real time for all others, rounded down to a second.
//! - A *lead* counts back from the due date in its own unit. 24:00 of a day belongs to this day, so that one day
//!   before Wednesday 24:00 is Tuesday 24:00. A lead in working days keeps the time of day of the due date, or takes
//!   the opening if nobody works at that time.
//! - A warning in working units moves forward to the next working instant. A warning must lie before the due instant
//!   and not before the start. If there is no such instant, there is no warning.
//!
//! By hand: 2 calendar days, received on Friday at 10:00 and due on Monday at 16:30. From start to due it is 78.5
//! hours, so that 80 % have passed on Monday at 00:48.
//!
//! # The next change
//!
//! The next change is the earliest of: the start, each warning, the due instant, the nanosecond after it, and the end
//! of a pause that ends by itself. Both sides of the due instant count: at an inclusive due date time is up, and one
//! nanosecond later it has run out. A host gets whole seconds, rounded up: a timer that rounds down would fire before
//! the change. An ended clock never changes.
//!
//! # Cost
//!
//! One evaluation for the due date, and one for each warning together with a few look-ups in the calendar.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::calendar::Calendar;
use crate::calendar::moment::Moment;
use crate::calendar::reading::Fold;
use crate::deadline::clock::{Clock, Warning};
use crate::deadline::due::Due;
use crate::deadline::error::DeadlineError;
use crate::deadline::reading::judged;
use crate::deadline::record::ClockRecord;
use crate::deadline::status::ClockStatus;
use crate::deadline::term::{Bound, Count};
use crate::deadline::view::View;

impl Clock {
    /// Returns the instants at which the clock warns, in the order of its warnings. A warning without an instant is
    /// left out.
    ///
    /// [`Warning`] shows an example.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as for [`Deadline::due`](crate::deadline::Deadline::due), and if the calendar does not know
    /// the instant of a warning.
    pub fn warnings_at(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> Result<alloc::vec::Vec<DateTime<Utc>>, DeadlineError> {
        let view = judged(record, now);
        let due = self.due_seen(calendar, record, view, &mut ())?;
        let placed =
            self.warnings.iter().map(|&warning| self.warning_at(calendar, record, view, due, warning));
        placed.filter_map(Result::transpose).collect()
    }

    /// The warnings that have come by an instant, each with its index. Warnings after the end of the clock, or after
    /// the beginning of a pause that continues, have not come.
    pub(crate) fn warnings_come(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> alloc::vec::Vec<(usize, DateTime<Utc>)> {
        let view = judged(record, now);
        let until = self.pause_at(calendar, record, view).map_or(view.now, |(since, _)| since);
        let view = View { now: until, ..view };
        let Ok(due) = self.due_seen(calendar, record, view, &mut ()) else { return alloc::vec::Vec::new() };
        let place = |&warning: &Warning| self.warning_at(calendar, record, view, due, warning).ok().flatten();
        let placed = self.warnings.iter().map(place).enumerate();
        placed.filter_map(|(index, at)| Some((index, at.filter(|&at| at <= until)?))).collect()
    }

    /// Returns the first whole second after `now` at which the reading of the clock changes by itself, or `None`.
    ///
    /// A clock changes by itself at its start, at a warning, at the due date, at the first instant that is too late,
    /// and at the end of a pause that ends by itself.
    ///
    /// Set one timer to this instant. If a limit may still be met at 16:30:00, this method returns 16:30:00 and then
    /// 16:30:01.
    ///
    /// # Example: the last second, and the first one after it
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term};
    /// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName}};
    /// # let calendar = sample::calendar()?;
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    /// let monday = "2026-03-02T10:00:00+01:00".parse()?;
    /// let record = ClockRecord::new(Term::elapsed(Span::hours(24)), Anchors::received(monday));
    /// let due = clock.next_change(&calendar, &record, monday).ok_or("no change")?;
    /// assert_eq!(calendar.local(due)?.to_string(), "2026-03-03 10:00:00");
    /// let late = clock.next_change(&calendar, &record, due).ok_or("no change")?;
    /// assert_eq!(calendar.local(late)?.to_string(), "2026-03-03 10:00:01");
    /// assert_eq!(clock.next_change(&calendar, &record, late), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn next_change(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        self.change_after(calendar, record, now).map(whole_second)
    }

    /// The next instant after `now` at which the reading of the clock changes by itself, to the nanosecond.
    pub(crate) fn change_after(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        if record.ended(now).is_some() {
            return None;
        }
        let reading = self.reading(calendar, record, now);
        let view = View::at(now);
        let pause_ends = self
            .pauses_seen(calendar, record, view)
            .map(|still| DateTime::<Utc>::from(still.until))
            .filter(|&at| at > now);
        let pause_ends = pause_ends.filter(|&at| at < DateTime::<Utc>::MAX_UTC);
        let starts = record.anchors.seen(&self.start, view).filter(|&at| at > now);
        let running = match reading.status {
            ClockStatus::Running { due, .. } => Some(due),
            ClockStatus::NotStarted
            | ClockStatus::Paused { .. }
            | ClockStatus::Met { .. }
            | ClockStatus::MetLate { .. }
            | ClockStatus::Breached { .. }
            | ClockStatus::Cancelled { .. }
            | ClockStatus::Undetermined { .. } => None,
        };
        // At an inclusive due date time is up, and one nanosecond later the clock has run out.
        let due = running.and_then(|due| {
            let after = due.at().checked_add_signed(TimeDelta::nanoseconds(1))?;
            [due.at(), after].into_iter().find(|&at| at > now)
        });
        let warnings = running.into_iter().flat_map(|due| {
            let place = move |&warning: &Warning| {
                self.warning_at(calendar, record, view, due, warning).ok().flatten()
            };
            self.warnings.iter().filter_map(place).filter(|&at| at > now)
        });
        pause_ends.chain(starts).chain(due).chain(warnings).min()
    }

    /// The instant of a warning, or `None` if there is none between the start and the due date.
    ///
    /// The date of a merged case has no start, so that a share of it has no instant, and a lead has one.
    fn warning_at(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        view: View,
        due: Due,
        warning: Warning,
    ) -> Result<Option<DateTime<Utc>>, DeadlineError> {
        let decided = match self.own_decided(calendar, record, view) {
            Ok(decided) => Some(decided),
            // The date of a merged case has no start.
            Err(DeadlineError::NoAnchor { .. }) => None,
            Err(error) => return Err(error),
        };
        let calendar = decided.and_then(|decided| decided.calendar).unwrap_or(calendar);
        let shown = decided.and_then(|decided| decided.calendar).unwrap_or(calendar);
        let start = decided.map(|decided| DateTime::<Utc>::from(decided.outcome.start));
        let (at, working) = match warning {
            Warning::Lead(lead) => {
                let at = before(shown, due, lead)?;
                let at = start.map_or(at, |start| at.max(start));
                (at, matches!(lead, Count::Working(_) | Count::WorkingDays(_)))
            }
            Warning::Share(percent) => {
                let Some((decided, start)) = decided.zip(start) else { return Ok(None) };
                let working = matches!(decided.term.count(), Count::Working(_) | Count::WorkingDays(_));
                (share_at(shown, start, due.at(), percent.into(), working)?, working)
            }
        };
        // A warning in working units is for people at work.
        let at = if working && at < due.at() { shown.next_working_instant(at)? } else { at };
        Ok(Some(at).filter(|&at| at < due.at()))
    }
}

impl Clock {
    /// When a percentage of the time from the start to a due date has passed.
    pub(crate) fn share_of(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
        (due, percent): (Due, u16),
    ) -> Result<DateTime<Utc>, DeadlineError> {
        let view = judged(record, now);
        let decided = self.own_decided(calendar, record, view)?;
        let calendar = decided.calendar.unwrap_or(calendar);
        let count = decided.term.count();
        let working = matches!(count, Count::Working(_) | Count::WorkingDays(_));
        share_at(calendar, decided.outcome.start.into(), due.at(), percent, working)
    }
}

/// The first whole second at or after an instant.
pub(crate) fn whole_second(at: DateTime<Utc>) -> DateTime<Utc> {
    let Moment { second, nanos } = at.into();
    let rounded = DateTime::from_timestamp(second + i64::from(nanos > 0), 0);
    // The last writable instant has no second after it.
    rounded.filter(|rounded| rounded.year() <= 9_999).unwrap_or(at)
}

/// When a percentage of the time from the start to the due date has passed.
fn share_at(
    calendar: &Calendar,
    start: DateTime<Utc>,
    due: DateTime<Utc>,
    percent: u16,
    working: bool,
) -> Result<DateTime<Utc>, DeadlineError> {
    let (from, until) = (Moment::from(start), Moment::from(due));
    let total = if working { calendar.worked_between(from, until)? } else { until.since(from) };
    let seconds = i128::from(total.num_seconds()) * 1_000_000_000 + i128::from(total.subsec_nanos());
    let seconds = seconds * i128::from(percent) / 100_000_000_000;
    let out_of_range = DeadlineError::OutOfRange { count: Count::At(due) };
    let part = i64::try_from(seconds).ok().and_then(TimeDelta::try_seconds).ok_or(out_of_range.clone())?;
    if working {
        return Ok(calendar.advance(from, part)?.into());
    }
    start.checked_add_signed(part).ok_or(out_of_range)
}

/// The instant that lies a lead before a due date, at the same time of day for days, weeks and months.
fn before(calendar: &Calendar, due: Due, lead: Count) -> Result<DateTime<Utc>, DeadlineError> {
    let out_of_range = DeadlineError::OutOfRange { count: lead };
    let local = calendar.local(due.at())?;
    // A midnight that ends a day belongs to this day, not to the next one.
    let ends_day = due.bound() == Bound::Exclusive && calendar.start_of_day(local.date())? == due.at();
    let date = if ends_day { local.date().pred_opt().unwrap_or(local.date()) } else { local.date() };
    let on = |date: Option<NaiveDate>| {
        let date = date.ok_or(DeadlineError::OutOfRange { count: lead })?;
        let local = if ends_day {
            date.succ_opt().unwrap_or(date).and_time(NaiveTime::MIN)
        } else {
            date.and_time(local.time())
        };
        let at = calendar.zone().instant(local, Fold::Earlier);
        at.ok_or_else(|| DeadlineError::from(calendar.not_known(date)))
    };
    match lead {
        Count::Elapsed(span) => due.at().checked_sub_signed(span.delta()).ok_or(out_of_range),
        Count::Working(span) => Ok(calendar.subtract_working_time(due.at(), span)?),
        Count::WorkingDays(n) => {
            let day = calendar.nth_working_day_before(date, n)?;
            let at = on(Some(day))?;
            // Nobody reads a warning after hours, so it comes at the opening of that day.
            if n == 0 || calendar.is_working(at)? { Ok(at) } else { Ok(calendar.opening(day)?) }
        }
        Count::CalendarDays(n) => on(date.checked_sub_days(Days::new(n.into()))),
        Count::Weeks(n) => on(date.checked_sub_days(Days::new(7 * u64::from(n)))),
        Count::Months(n) => on(date.checked_sub_months(Months::new(n))),
        Count::At(at) => Ok(at),
    }
}
