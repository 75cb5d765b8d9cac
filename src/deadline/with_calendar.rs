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
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::calendar::Calendar;
use crate::deadline::combine::View;
use crate::deadline::reading::current;
use crate::deadline::trace::{Recorder, Step};
use crate::deadline::{Clock, ClockRecord, Deadline};

/// A deadline that counts by a calendar of its own, whatever calendar it is asked with.
///
/// A case makes it of a [`Target`](crate::policy::Target) that names a calendar.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CalendarDeadline {
    calendar: Arc<Calendar>,
    deadline: Box<Deadline>,
}

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

    /// The calendars that its parts have of their own.
    fn calendars(&self) -> Vec<&Calendar> {
        match self {
            Self::Term(_) => Vec::new(),
            Self::WithCalendar(own) => Vec::from([own.calendar()]),
            Self::Earliest(parts) | Self::Latest(parts) => {
                parts.iter().flat_map(|part| part.deadline.calendars()).collect()
            }
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
        now: chrono::DateTime<chrono::Utc>,
    ) -> &'r Calendar {
        self.calendar_seen(calendar, record, crate::deadline::reading::judged(record, now))
    }

    pub(super) fn calendar_seen<'r>(
        &self,
        calendar: &'r Calendar,
        record: &'r ClockRecord,
        view: View,
    ) -> &'r Calendar {
        let (deadline, _) = current(record, view);
        if let Deadline::WithCalendar(own) = deadline {
            return own.calendar();
        }
        let own = deadline.calendars();
        if own.is_empty() {
            return calendar;
        }
        let mut asked = Asked(None);
        // Where there is no due date, no alternative decides.
        if self.due_seen(calendar, record, view, &mut asked).is_err() {
            return calendar;
        }
        let decides = |own: &&Calendar| asked.0.as_deref() == Some(own.name());
        own.into_iter().find(decides).unwrap_or(calendar)
    }
}

/// Listens for the name of the calendar that was asked: of several alternatives the one that decides is recorded.
struct Asked(Option<String>);

impl Recorder for Asked {
    const LISTENS: bool = true;

    fn note(&mut self, step: impl FnOnce() -> Step) {
        if let Step::Calendar { name, .. } = step() {
            self.0 = Some(name);
        }
    }
}
