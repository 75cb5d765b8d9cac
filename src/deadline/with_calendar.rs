//! A deadline with a calendar of its own, and the calendar that decides if alternatives have several.
//!
//! A clock counts by one calendar, which is an argument of every question. A target of a policy may count by another
//! one. Such a target becomes a [`Deadline::WithCalendar`]: the deadline carries its calendar, and the evaluation uses
//! this calendar instead of the argument.
//!
//! So a clock keeps the calendar of each of its alternatives, and of each deadline that it had before: a target that
//! was missed earlier is still judged by its own calendar, whatever the clock counts by today.
//!
//! By hand: a complaint has a part (2 working days by the warehouse, Monday to Friday) and a service (4 working hours
//! by the Saturday desk). The deadline of the clock is the earliest of two deadlines with calendars. Pauses and
//! extensions apply within each of them, by its own calendar, and the two instants are compared. Warnings and
//! escalations belong to no alternative: they count by the calendar of the one that decides.
//!
//! The calendar is shared (`Arc`), so that a deadline costs one pointer more, and comparing two deadlines compares
//! their calendars. If calendars are nested, the innermost one counts.

use alloc::boxed::Box;
use alloc::sync::Arc;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::deadline::alternatives::{CalendarDeadline, Deadline};
use crate::deadline::clock::Clock;
use crate::deadline::reading::judged;
use crate::deadline::record::ClockRecord;

impl CalendarDeadline {
    /// Returns the calendar by which the deadline counts.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Returns the deadline that the calendar counts.
    #[must_use]
    pub fn deadline(&self) -> &Deadline {
        &self.deadline
    }

    /// The shared calendar, to carry it on without a copy.
    pub(crate) const fn shared(&self) -> &Arc<Calendar> {
        &self.calendar
    }
}

impl Deadline {
    /// The same deadline, counted by a calendar of its own.
    pub(crate) fn with_calendar(self, calendar: Arc<Calendar>) -> Self {
        Self::WithCalendar(CalendarDeadline { calendar, deadline: Box::new(self) })
    }

    /// The deadline without its calendar.
    pub(crate) fn plain(&self) -> &Self {
        match self {
            Self::WithCalendar(own) => own.deadline.plain(),
            Self::Term(_) | Self::Earliest(_) | Self::Latest(_) => self,
        }
    }
}

impl Clock {
    /// Returns the calendar of the deciding alternative, or else `calendar`.
    ///
    /// If there is no due date, no alternative decides, and the method returns `calendar`.
    #[must_use]
    pub fn calendar_at<'r>(
        &self,
        calendar: &'r Calendar,
        record: &'r ClockRecord,
        now: DateTime<Utc>,
    ) -> &'r Calendar {
        // If there is no due date, no alternative decides.
        let decided = self.own_decided(calendar, record, judged(record, now));
        decided.ok().and_then(|decided| decided.calendar).unwrap_or(calendar)
    }
}
