//! When a clock warns, and when a host looks at it again.

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::calendar::{Calendar, Fold, Span};
use crate::deadline::combine::View;
use crate::deadline::reading::{current, judged};
use crate::deadline::{
    Alternative, Bound, Clock, ClockRecord, ClockStatus, Count, Deadline, DeadlineError, Due,
    ExtensionChange, OnChange, Term, Warning,
};

impl Clock {
    /// When the clock warns, in the order of its warnings; a warning that cannot be placed is an error.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as [`Deadline::due`].
    pub fn warnings_at(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> Result<alloc::vec::Vec<DateTime<Utc>>, DeadlineError> {
        let view = judged(record, now);
        let due = self.due_seen(calendar, record, view, &mut ())?;
        self.warnings.iter().map(|&warning| self.warning_at(calendar, record, view, due, warning)).collect()
    }

    /// The warnings that have come by an instant, each with its place among all: not those behind the end of the
    /// clock, nor behind a pause that goes on.
    pub(crate) fn warnings_come(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> alloc::vec::Vec<(usize, DateTime<Utc>)> {
        let view = judged(record, now);
        let until = self.pause_at(record, view).map_or(view.now, |(since, _)| since);
        let view = View { now: until, ..view };
        let Ok(due) = self.due_seen(calendar, record, view, &mut ()) else { return alloc::vec::Vec::new() };
        let place = |&warning: &Warning| self.warning_at(calendar, record, view, due, warning).ok();
        let placed = self.warnings.iter().map(place).enumerate();
        placed.filter_map(|(index, at)| Some((index, at.filter(|&at| at <= until)?))).collect()
    }

    /// The next instant after `now` at which what the clock shows changes by itself: its start, a warning, the
    /// due date, the first instant that is too late, the end of a pause that ends by itself. A host sets one
    /// timer to it.
    #[must_use]
    pub fn next_event(
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
            .pauses_seen(record, view)
            .map(|still| DateTime::<Utc>::from(still.until))
            .filter(|&at| at > now);
        let pause_ends = pause_ends.filter(|&at| at < DateTime::<Utc>::MAX_UTC);
        let starts = record.anchors.seen(&self.start, view).filter(|&at| at > now);
        let running = match reading.status {
            ClockStatus::Running { due, .. } => Some(due),
            _ => None,
        };
        // At an inclusive due date time is up; it has run out with the nanosecond after it.
        let due = running.and_then(|due| {
            let after = due.at().checked_add_signed(TimeDelta::nanoseconds(1))?;
            [due.at(), after].into_iter().find(|&at| at > now)
        });
        let warnings = running.into_iter().flat_map(|due| {
            let place = move |&warning: &Warning| self.warning_at(calendar, record, view, due, warning).ok();
            self.warnings.iter().filter_map(place).filter(|&at| at > now)
        });
        pause_ends.chain(starts).chain(due).chain(warnings).min()
    }

    pub(super) fn warning_at(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        view: View,
        due: Due,
        warning: Warning,
    ) -> Result<DateTime<Utc>, DeadlineError> {
        let calendar = self.calendar_seen(calendar, record, view);
        let at = match warning {
            Warning::Lead(lead) => before(calendar, due, lead)?,
            Warning::Share(percent) => self.share_at(calendar, record, view, due, percent)?,
        };
        let start = record.anchors.get(self.start);
        let at = start.map_or(at, |start| at.max(start));
        // A warning is for somebody at work: half of a working amount may be used up at closing, and a lead
        // may reach back to a start at night.
        let (deadline, _) = current(record, view);
        let share = matches!(warning, Warning::Share(_));
        let working = deadline.terms().any(|term| match term.count {
            Count::Working(_) => true,
            Count::WorkingDays(_) => share,
            _ => false,
        });
        let at = if working { calendar.next_working_instant(at)? } else { at };
        Ok(at.min(due.at()))
    }

    /// When a share of the amount is used up, extensions included.
    pub(super) fn share_at(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        view: View,
        due: Due,
        percent: u8,
    ) -> Result<DateTime<Utc>, DeadlineError> {
        let (current, changed) = current(record, view);
        let restarted = changed.filter(|_| self.on_change == OnChange::Restart);
        let mut part = record.clone();
        (part.deadline, part.changes) = (share_of(current, percent), alloc::vec::Vec::new());
        if let Some(at) = restarted {
            part.anchors.set(self.start, at);
            part.extensions.retain(|extension| extension.made >= at);
        }
        for extension in &mut part.extensions {
            extension.change = match extension.change {
                ExtensionChange::ReplaceTotal(count) => ExtensionChange::ReplaceTotal(share(count, percent)),
                ExtensionChange::Add(count) => ExtensionChange::Add(share(count, percent)),
                // A date has no amount to take a share of: the share is one of the real time until then.
                ExtensionChange::Until { .. } => {
                    let start = part.anchors.get(self.start).unwrap_or(due.at());
                    let seconds = (due.at() - start).num_seconds() / 100 * i64::from(percent);
                    return Ok(start + TimeDelta::try_seconds(seconds).unwrap_or_default());
                }
            };
        }
        Ok(self.due_seen(calendar, &part, view, &mut ())?.at())
    }
}

fn before(calendar: &Calendar, due: Due, lead: Count) -> Result<DateTime<Utc>, DeadlineError> {
    let out_of_range = DeadlineError::OutOfRange { count: lead };
    let local = calendar.local(due.at())?;
    // The midnight that ends a day is the end of that day, not the beginning of the next.
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
            // Not after hours: where the day is over by then, its opening.
            if n == 0 || calendar.is_working(at)? { Ok(at) } else { Ok(calendar.opening(day)?) }
        }
        Count::CalendarDays(n) => on(date.checked_sub_days(Days::new(n.into()))),
        Count::Weeks(n) => on(date.checked_sub_days(Days::new(7 * u64::from(n)))),
        Count::Months(n) => on(date.checked_sub_months(Months::new(n))),
        Count::At(at) => Ok(at),
    }
}

/// The same deadline with a part of each amount.
fn share_of(deadline: &Deadline, percent: u8) -> Deadline {
    let parts = |parts: &[Alternative]| {
        parts
            .iter()
            .map(|part| Alternative { from: part.from, deadline: share_of(&part.deadline, percent) })
            .collect()
    };
    match deadline {
        Deadline::Term(term) => Deadline::Term(Term { count: share(term.count, percent), ..*term }),
        Deadline::Earliest(all) => Deadline::Earliest(parts(all)),
        Deadline::Latest(all) => Deadline::Latest(parts(all)),
        Deadline::WithCalendar(own) => share_of(own.deadline(), percent).with_calendar(own.shared().clone()),
    }
}

fn share(count: Count, percent: u8) -> Count {
    let of = |n: u32| u32::try_from(u64::from(n) * u64::from(percent) / 100).unwrap_or(n);
    let span = |amount: Span| amount.percent(percent);
    match count {
        Count::Elapsed(amount) => Count::Elapsed(span(amount)),
        Count::Working(amount) => Count::Working(span(amount)),
        Count::CalendarDays(n) => Count::CalendarDays(of(n)),
        Count::WorkingDays(n) => Count::WorkingDays(of(n)),
        // A share of weeks and months is counted in days.
        Count::Weeks(n) => Count::CalendarDays(of(n.saturating_mul(7))),
        Count::Months(n) => Count::CalendarDays(of(n.saturating_mul(30))),
        Count::At(at) => Count::At(at),
    }
}
