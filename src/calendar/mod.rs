//! Business calendars: when work is done, and how much of it lies between two instants.
//!
//! A [`Calendar`] is built from a [`Zone`], the days it is known for, a [`WeekPattern`], holidays, make-up
//! working days and days with special hours. Everything that could make it answer wrongly is refused when
//! it is built; everything it is not known for is refused when it is asked. It never guesses that an
//! unknown day is a working day, nor that it is a holiday.
//!
//! What the rules are, precisely:
//!
//! - A **working day** is a date on which working hours start. Hours belong, over midnight too, to the date
//!   they start on; a holiday removes the hours that start on it and leaves the night shift of the eve.
//! - **Working time** is real elapsed time: a night shift over the change to summer time is an hour shorter.
//! - A **local time that does not exist** is the first instant after the gap; one that **occurs twice** is
//!   the earlier instant unless [`Fold::Later`](crate::calendar::reading::Fold::Later) is asked for.
//! - **Hours are read on the wall clock**: each of their two ends is a local time by the rule above. Hours of
//!   00:00-01:30 on a night on which 01:00 comes twice end at the first 01:30; see
//!   [below](#example-hours-on-a-night-on-which-the-clock-changes).
//! - A **date that the zone skips** (Apia, 2011-12-30) has no instants and is no working day.
//!
//! Every question costs one or two look-ups in running sums, whatever the span and the number of holidays.
//!
//! Who asks about many records asks once: [`Calendar::nth_working_day_after_each`],
//! [`Calendar::add_working_time_each`] and [`Calendar::working_time_between_each`] take and give slices of plain numbers, and
//! a [`DueTable`](crate::deadline::DueTable) does so for deadlines. [`mod@column`] says what stands where there is no answer.
//!
//! # Example: hours on a night on which the clock changes
//!
//! In New York 01:00-02:00 comes twice on 1 November 2026, and 02:00-03:00 not at all on 8 March.
//!
//! ```
//! use chrono::TimeDelta;
//! use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
//!
//! let worked = |hours, date: &str| -> Result<TimeDelta, Box<dyn std::error::Error>> {
//!     let zone = Zone::tabulate("America/New_York", &chrono_tz::America::New_York, KnownDays::years(2026, 2026)?)?;
//!     let desk =
//!         Calendar::builder("desk", zone).week(WeekPattern::daily([Hours::from_static(hours)])).build()?;
//!     let spans = desk.spans_of_day(date.parse()?)?;
//!     Ok(spans.map(|(opens, closes)| closes - opens).sum())
//! };
//! // Both ends are the first time that the clock shows them: the second 01:00-01:30 is not worked.
//! assert_eq!(worked("00:00-01:30", "2026-11-01")?, TimeDelta::minutes(90));
//! assert_eq!(worked("01:30-03:00", "2026-11-01")?, TimeDelta::minutes(150));
//! // Hours around the change are an hour longer or shorter, and hours in the gap are none.
//! assert_eq!(worked("00:00-06:00", "2026-11-01")?, TimeDelta::hours(7));
//! assert_eq!(worked("00:00-06:00", "2026-03-08")?, TimeDelta::hours(5));
//! assert_eq!(worked("02:00-03:00", "2026-03-08")?, TimeDelta::zero());
//! assert_eq!(worked("01:30-02:30", "2026-03-08")?, TimeDelta::minutes(30));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod annual_day;
mod builder;
mod codes;
pub mod column;
mod content;
pub mod date;
mod document;
mod door;
mod each;
pub(crate) mod easter;
mod effective;
mod error;
mod expand;
mod fault;
mod hint;
mod hours;
pub mod instant;
mod known;
pub mod limits;
pub mod local;
pub(crate) mod local_time;
pub(crate) mod moment;
mod month;
mod openings;
mod period;
mod query;
mod readings;
mod recurring;
mod recurring_problem;
mod span;
mod table;
mod tabulate;
pub(crate) mod text;
mod week;
mod working_days;
mod working_time;
mod zone;

pub use self::builder::CalendarBuilder;
pub use self::document::CalendarDocument;
pub use self::error::{CalendarError, CalendarErrorKind};
pub use self::fault::{CalendarFault, CalendarFaults};
pub use self::hint::CalendarHint;
pub use self::hours::Hours;
pub use self::known::KnownDays;
pub use self::local_time::LocalTime;
pub use self::query::Calendar;
pub use self::recurring::RecurringHoliday;
pub use self::span::Span;
pub use self::week::WeekPattern;
pub use self::zone::Zone;

pub(crate) use self::moment::nearest_date;

/// The entries of a [`CalendarDocument`].
pub mod entry {
    pub use crate::calendar::document::{
        DayDocument, LocalTimesDocument, PeriodDocument, RecurringDocument, SpecialHoursDocument,
        WeekDocument,
    };
}

/// Holidays that come every year.
pub mod holiday {
    pub use crate::calendar::annual_day::AnnualDay;
    pub use crate::calendar::recurring::{Observance, OriginalDay};
    pub use crate::calendar::recurring_problem::RecurringProblem;
}

/// Why a text is no value of a calendar.
pub mod parse {
    pub use crate::calendar::hours::HoursError;
    pub use crate::calendar::local_time::LocalTimeError;
    pub use crate::calendar::span::SpanError;
}

/// Kinds and bounds of days, make-up days, and gaps and overlaps of local time.
pub mod reading {
    pub use crate::calendar::document::ZoneAnswer;
    pub use crate::calendar::period::PeriodHours;
    pub use crate::calendar::query::DayKind;
    pub use crate::calendar::readings::{Gap, LocalReading, MakeUpDays, Occurrence, OutsideDays, Overlap};
    pub use crate::calendar::working_days::DayBounds;
    pub use crate::calendar::zone::Fold;
}

/// Reads and writes optional dates: `#[serde(default, with = "redress::calendar::optional_date")]`.
pub mod optional_date {
    pub use crate::calendar::date::option::{deserialize, serialize};
}

/// Reads and writes optional instants: `#[serde(default, with = "redress::calendar::optional_instant")]`.
pub mod optional_instant {
    pub use crate::calendar::instant::option::{deserialize, serialize};
}

/// Reads and writes optional local times: `#[serde(default, with = "redress::calendar::optional_local")]`.
pub mod optional_local {
    pub use crate::calendar::local::option::{deserialize, serialize};
}
