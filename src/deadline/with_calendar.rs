//! A deadline with a calendar of its own, and which calendar decides where alternatives have several.
//!
//! A clock runs by one calendar, which is an argument of every question. A target of a policy may count by another one.
//! Such a target becomes a [`Deadline::WithCalendar`]: the deadline carries its calendar, and the evaluation puts that
//! in the place of the argument. So a clock keeps the calendar of each of its alternatives, and of each deadline that it
//! had before: what ran out by an earlier target is judged by the calendar of that target for ever.
//!
//! By hand: a complaint has a part (2 working days by the warehouse, Mon–Fri) and a service (4 working hours by the
//! Saturday desk). The clock's deadline is the earliest of two deadlines with calendars. Pauses and extensions apply
//! within each, by its own calendar, and the instants are compared. Warnings and escalations belong to no alternative:
//! they count by the calendar of the one that decides.

use alloc::boxed::Box;
use alloc::sync::Arc;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::deadline::alternatives::{CalendarDeadline, Deadline};
use crate::deadline::clock::Clock;
use crate::deadline::reading::judged;
use crate::deadline::record::ClockRecord;

impl CalendarDeadline {
    /// The calendar.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The deadline that is counted by it.
    #[must_use]
    pub fn deadline(&self) -> &Deadline {
        &self.deadline
    }

    pub(crate) const fn shared(&self) -> &Arc<Calendar> {
        &self.calendar
    }
}

impl Deadline {
    /// The same, counted by a calendar of its own.
    pub(crate) fn with_calendar(self, calendar: Arc<Calendar>) -> Self {
        Self::WithCalendar(CalendarDeadline { calendar, deadline: Box::new(self) })
    }

    /// The deadline behind its calendar.
    pub(crate) fn plain(&self) -> &Self {
        match self {
            Self::WithCalendar(own) => own.deadline.plain(),
            Self::Term(_) | Self::Earliest(_) | Self::Latest(_) => self,
        }
    }
}

impl Clock {
    /// The calendar of the deadline that decides when the clock is due: its own, or else the one that is given.
    #[must_use]
    pub fn calendar_at<'r>(
        &self,
        calendar: &'r Calendar,
        record: &'r ClockRecord,
        now: DateTime<Utc>,
    ) -> &'r Calendar {
        // Where there is no due date, no alternative decides.
        let decided = self.own_decided(calendar, record, judged(record, now));
        decided.ok().and_then(|decided| decided.calendar).unwrap_or(calendar)
    }
}
