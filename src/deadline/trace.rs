//! The steps by which a due date was found, as data.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::Serialize;

use crate::calendar::reading::DayKind;
use crate::calendar::{Calendar, LocalTime};
use crate::deadline::term::{Bound, Count, FirstDay, RollRule};
use crate::vocab::Anchor;
use crate::vocab::course::ExtensionReason;

/// How a due date was found: its steps in order, from the same path that gives the date.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Trace {
    steps: Vec<TraceStep>,
}

impl Trace {
    /// The steps, in the order in which they were taken.
    #[must_use]
    pub fn steps(&self) -> &[TraceStep] {
        &self.steps
    }
}

/// One step on the way to a due date.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum TraceStep {
    /// The calendar that was asked.
    Calendar {
        /// Its name.
        name: String,
        /// The edition of its data.
        revision: String,
        /// Its zone.
        zone: String,
    },
    /// The event from which the clock runs.
    Anchored {
        /// The event.
        anchor: Anchor,
        /// Its instant.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
        /// What the wall clock showed, where the zone is known.
        local: Option<NaiveDateTime>,
    },
    /// The receipt was in time for its day.
    BeforeCutoff {
        /// The cut-off of that weekday.
        cutoff: LocalTime,
    },
    /// The receipt was after the cut-off and counts as a later one.
    AfterCutoff {
        /// The cut-off of that weekday.
        cutoff: LocalTime,
        /// The date of the receipt.
        from: NaiveDate,
        /// The date it counts as.
        to: NaiveDate,
    },
    /// The day was closed and the receipt counts as one on the next working day.
    ClosedStart {
        /// The closed day.
        from: NaiveDate,
        /// The working day.
        to: NaiveDate,
    },
    /// The receipt was outside working hours and counts as one at the next opening.
    NextOpening {
        /// The opening.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
        /// What the wall clock shows then, where the zone is known.
        local: Option<NaiveDateTime>,
    },
    /// The date moved to the end of its month.
    MonthEnd {
        /// The date.
        from: NaiveDate,
        /// The last day of its month.
        to: NaiveDate,
    },
    /// Days were counted.
    CountedDays {
        /// How many of what.
        count: Count,
        /// Whether the first day is day one.
        day_one: bool,
        /// From which date.
        from: NaiveDate,
        /// To which date.
        to: NaiveDate,
        /// The days between that are not worked, where working days are counted.
        closed: ClosedDays,
    },
    /// A span was counted.
    CountedSpan {
        /// How much of what.
        count: Count,
        /// From which instant.
        #[serde(with = "crate::calendar::instant")]
        from: DateTime<Utc>,
        /// To which instant.
        #[serde(with = "crate::calendar::instant")]
        to: DateTime<Utc>,
        /// The days between that are not worked; for working time.
        closed: ClosedDays,
    },
    /// Somebody chose the instant.
    Chosen {
        /// The instant.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
    },
    /// An extension replaced the total, counted from the same start.
    ReplacedTotal {
        /// The new total.
        count: Count,
        /// Why.
        reason: ExtensionReason,
    },
    /// An extension added to the amount.
    Added {
        /// What it added.
        count: Count,
        /// Why.
        reason: ExtensionReason,
    },
    /// An extension named the date.
    ExtendedUntil {
        /// The date.
        date: NaiveDate,
        /// Whether it stays there on a day without work.
        fixed: bool,
        /// Why.
        reason: ExtensionReason,
    },
    /// The clock stood still.
    Paused {
        /// From when.
        #[serde(with = "crate::calendar::instant")]
        from: DateTime<Utc>,
        /// Until when.
        #[serde(with = "crate::calendar::instant")]
        until: DateTime<Utc>,
        /// By how much that moves the due date.
        moved: PauseShift,
        /// Whether the pause moved the rolled date, for it began when the unrolled end had passed.
        #[serde(skip_serializing_if = "core::ops::Not::not")]
        rolled: bool,
    },
    /// A pause moved nothing, for the date is fixed.
    PausedFixed {
        /// From when.
        #[serde(with = "crate::calendar::instant")]
        from: DateTime<Utc>,
        /// Until when.
        #[serde(with = "crate::calendar::instant")]
        until: DateTime<Utc>,
    },
    /// An extension changed nothing, for it is earlier than the date that it was to extend.
    NotExtended {
        /// Why it was made.
        reason: ExtensionReason,
        /// When it was made.
        #[serde(with = "crate::calendar::instant")]
        made: DateTime<Utc>,
    },
    /// The due date stays as it was, for neither a pause nor an extension makes it earlier.
    NotEarlier {
        /// The due date.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
    },
    /// A pause began when the due date had passed already.
    PausedTooLate {
        /// When it began.
        #[serde(with = "crate::calendar::instant")]
        from: DateTime<Utc>,
        /// When the clock had run out.
        #[serde(with = "crate::calendar::instant")]
        due: DateTime<Utc>,
    },
    /// The date was no working day and moved.
    Rolled {
        /// The direction.
        rule: RollRule,
        /// The date as counted.
        from: NaiveDate,
        /// The working day.
        to: NaiveDate,
        /// The closed days in between.
        closed: ClosedDays,
    },
    /// The wall clock skips the time of day that the end names.
    SkippedTime {
        /// The time that does not exist.
        local: NaiveDateTime,
    },
    /// The wall clock shows the time of day that the end names twice.
    RepeatedTime {
        /// The time that occurs twice.
        local: NaiveDateTime,
        /// Whether the later one was taken.
        later: bool,
    },
    /// One of several alternatives decided.
    Decided {
        /// The alternative, counted from 1.
        part: usize,
        /// Of how many.
        of: usize,
        /// Whether the earliest was sought; the latest otherwise.
        earliest: bool,
    },
    /// An alternative was left out, for its event has not happened.
    LeftOut {
        /// The alternative, counted from 1.
        part: usize,
        /// The event it waits for.
        anchor: Anchor,
    },
    /// What is used up is carried over a change, and nothing falls due before the change.
    NotBeforeChange {
        /// The change.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
    },
    /// The due date.
    Due {
        /// The instant.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
        /// Whether the instant itself is in time.
        bound: Bound,
        /// What the wall clock shows then, where the zone is known; midnight for the end of a day, also where
        /// the clock skips it.
        local: Option<NaiveDateTime>,
    },
}

/// By how much a pause moves a due date, in the unit of the clock.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "the units in which a clock can stand still")]
pub enum PauseShift {
    /// Seconds of real time; the fraction is in the due date, not here.
    Elapsed(i64),
    /// Seconds of working time.
    Working(i64),
    /// Calendar days.
    CalendarDays(i64),
    /// Working days.
    WorkingDays(i64),
}

/// The days without work in a range of dates.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ClosedDays {
    /// How many there are.
    pub(crate) total: u32,
    /// The holidays and make-up working days among the days, at most [`ClosedDays::NAMED`].
    pub(crate) named: Vec<NamedDay>,
    /// How many of them are weekdays that the pattern of the week leaves closed.
    pub(crate) by_pattern: u32,
}

/// A day with a name of its own.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct NamedDay {
    /// The date.
    pub(crate) date: NaiveDate,
    /// The last day, where several working days in a row have one name and hours of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<NaiveDate>,
    /// What it is called.
    pub(crate) name: String,
    /// Whether it is worked.
    pub(crate) working: bool,
}

impl NamedDay {
    /// The date.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// Returns the last day of a period of special hours, where several working days in a row belong to it.
    #[must_use]
    pub const fn until(&self) -> Option<NaiveDate> {
        self.until
    }

    /// What the day is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is a working day: a make-up day, or a day with special hours.
    #[must_use]
    pub const fn is_working(&self) -> bool {
        self.working
    }
}

impl ClosedDays {
    /// The most days that are named one by one.
    pub const NAMED: usize = 20;

    /// How many days without work there are.
    #[must_use]
    pub const fn total(&self) -> u32 {
        self.total
    }

    /// The days with names among them, earliest first, at most [`ClosedDays::NAMED`].
    #[must_use]
    pub fn named(&self) -> &[NamedDay] {
        &self.named
    }

    /// How many are closed by the pattern of the week alone, such as Saturdays.
    #[must_use]
    pub const fn by_pattern(&self) -> u32 {
        self.by_pattern
    }

    /// The days from one date to another, both included; none where the calendar does not know them.
    pub(crate) fn among(calendar: &Calendar, first: NaiveDate, last: NaiveDate) -> Self {
        let Ok(exceptions) = calendar.exceptions(first, last) else { return Self::default() };
        if last < first {
            return Self::default();
        }
        let days = last.signed_duration_since(first).num_days() + 1;
        let worked = calendar.working_days_between(first, last).unwrap_or(0)
            + i64::from(calendar.is_working_day(first).unwrap_or(false));
        let total = u32::try_from(days - worked).unwrap_or(0);
        let mut named: Vec<NamedDay> = Vec::new();
        let mut holidays = 0;
        // The last day with special hours, where it is the last day that was named.
        let mut special = None;
        for (date, kind) in exceptions {
            let (name, working) = match kind {
                DayKind::Holiday(name) => (name, false),
                DayKind::MakeUp(name) | DayKind::SpecialHours(name) => (name, true),
                DayKind::Working | DayKind::Closed => continue,
            };
            holidays += u32::from(!working);
            let before = special.take();
            let is_special = matches!(kind, DayKind::SpecialHours(_));
            let goes_on =
                is_special && before.is_some_and(|last| calendar.working_days_between(last, date) == Ok(1));
            let is_full = named.len() >= Self::NAMED;
            match named.last_mut().filter(|last| goes_on && last.name == name) {
                // A period of special hours is one entry, and hides no holiday behind a month of days.
                Some(last) => last.until = Some(date),
                None if !is_full => {
                    named.push(NamedDay { date, until: None, name: name.into(), working });
                }
                None => continue,
            }
            special = is_special.then_some(date);
        }
        Self { total, named, by_pattern: total.saturating_sub(holidays) }
    }
}

/// Listens to the steps; the unit type listens to none, at no cost.
pub(crate) trait Recorder {
    /// Whether anybody listens.
    const LISTENS: bool;

    fn note(&mut self, step: impl FnOnce() -> TraceStep);
}

impl Recorder for () {
    const LISTENS: bool = false;

    fn note(&mut self, _: impl FnOnce() -> TraceStep) {}
}

impl Recorder for Trace {
    const LISTENS: bool = true;

    fn note(&mut self, step: impl FnOnce() -> TraceStep) {
        self.steps.push(step());
    }
}

pub(crate) const fn is_day_one(first_day: FirstDay) -> bool {
    matches!(first_day, FirstDay::DayOne)
}

/// The weekday of a day number counted from Thursday, 1970-01-01, from Monday = 0.
pub(crate) fn weekday_index(day: i64) -> usize {
    usize::try_from((day + 3).rem_euclid(7)).unwrap_or(0)
}
