//! Business calendars: working days, working hours, and the working time between two instants.
//!
//! A [`Calendar`] answers questions such as: Is this date a working day? Which date is five working days later? How
//! much working time lies between two instants?
//!
//! | To … | use |
//! |---|---|
//! | describe a calendar in code | [`Calendar::builder`] |
//! | read a calendar from JSON or TOML | [`CalendarDocument`] |
//! | count working days | [`Calendar::nth_working_day_after`], [`Calendar::working_days_between`] |
//! | count working time | [`Calendar::add_working_time`], [`Calendar::working_time_between`] |
//! | find opening hours | [`Calendar::next_opening`], [`Calendar::close_of_business`], [`Calendar::breaks`] |
//! | convert local times and instants | [`Calendar::local`], [`Calendar::instant`], [`Calendar::local_instant`] |
//! | ask about many records at once | [`Calendar::add_working_time_each`] and its neighbours, [`mod@column`] |
//!
//! # Known days
//!
//! A calendar covers a limited range of days: its **known days**, for which you supply the holidays. A question about
//! any other day returns [`CalendarError::NotKnown`]. The calendar never guesses that an unknown day is a working day
//! or a holiday. A contradiction in the description is found when the calendar is built, and every fault is reported at
//! once.
//!
//! # Rules
//!
//! - A **working day** is a date on which working hours start. Hours belong to the date on which they start, even if
//!   they run past midnight. A holiday therefore removes the hours that start on it, and leaves the night shift of the
//!   day before.
//! - **Working time** is real elapsed time: a night shift during which summer time begins is an hour shorter.
//! - A **local time that the clock skips** means the first instant after the gap. A **local time that the clock shows
//!   twice** means the earlier instant, unless you ask for [`Fold::Later`](crate::calendar::reading::Fold::Later).
//! - **Working hours are read from the wall clock**: their start and their end are local times, and both follow the
//!   rule above. If the clock shows 01:00-02:00 twice, the hours 00:00-01:30 end at the first 01:30. See the [second
//!   example](#example-hours-in-a-night-in-which-the-clock-changes).
//! - A **date that the zone skips** (such as 2011-12-30 in Apia) has no instants and is not a working day.
//!
//! Each question takes one or two table look-ups, however long the span is and however many holidays the calendar has.
//!
//! # Example: two working hours over Easter
//!
//! ```
//! use redress::calendar::Span;
//!
//! let calendar = redress::sample::calendar()?; // Berlin, Monday to Friday, 09:00-17:00
//! let thursday = "2026-04-02T16:00:00+02:00".parse()?;
//! let due = calendar.add_working_time(thursday, Span::hours(2))?;
//! // Good Friday, the weekend and Easter Monday do not count: the second hour is on Tuesday, from 09:00 to 10:00.
//! assert_eq!(due.to_rfc3339(), "2026-04-07T08:00:00+00:00");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Example: hours in a night in which the clock changes
//!
//! In New York, the clock shows 01:00-02:00 twice on 2026-11-01, and skips 02:00-03:00 on 2026-03-08.
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
//! // Start and end both mean the first time that the clock shows them: the second 01:00-01:30 is not worked.
//! assert_eq!(worked("00:00-01:30", "2026-11-01")?, TimeDelta::minutes(90));
//! assert_eq!(worked("01:30-03:00", "2026-11-01")?, TimeDelta::minutes(150));
//! // Hours around the change are an hour longer or shorter. Hours inside the gap do not exist.
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

/// The parts of a [`CalendarDocument`]: holidays, make-up working days, special hours, and the week.
pub mod entry {
    pub use crate::calendar::document::{
        DayDocument, LocalTimesDocument, PeriodDocument, RecurringDocument, SpecialHoursDocument,
        WeekDocument,
    };
}

/// Holidays that recur every year.
pub mod holiday {
    pub use crate::calendar::annual_day::AnnualDay;
    pub use crate::calendar::recurring::{Observance, OriginalDay};
    pub use crate::calendar::recurring_problem::RecurringProblem;
}

/// Errors of texts that are not working hours, a time of day, or an amount of time.
pub mod parse {
    pub use crate::calendar::hours::HoursError;
    pub use crate::calendar::local_time::LocalTimeError;
    pub use crate::calendar::span::SpanError;
}

/// Kinds of days, and the choices between several ways to read a calendar: make-up days, days outside the known days,
/// and local times that the clock skips or shows twice.
pub mod reading {
    pub use crate::calendar::document::ZoneAnswer;
    pub use crate::calendar::period::PeriodHours;
    pub use crate::calendar::query::DayKind;
    pub use crate::calendar::readings::{Gap, LocalReading, MakeUpDays, Occurrence, OutsideDays, Overlap};
    pub use crate::calendar::working_days::DayBounds;
    pub use crate::calendar::zone::Fold;
}

/// Reads and writes optional dates with serde.
///
/// # Example
///
/// ```
/// use chrono::NaiveDate;
///
/// #[derive(serde::Deserialize)]
/// struct Row {
///     #[serde(default, with = "redress::calendar::optional_date")]
///     installed: Option<NaiveDate>,
/// }
/// let row: Row = serde_json::from_str(r#"{ "installed": "2026-03-06" }"#)?;
/// assert_eq!(row.installed, NaiveDate::from_ymd_opt(2026, 3, 6));
/// assert_eq!(serde_json::from_str::<Row>("{}")?.installed, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub mod optional_date {
    pub use crate::calendar::date::option::{deserialize, serialize};
}

/// Reads and writes optional instants with serde: `#[serde(default, with = "redress::calendar::optional_instant")]`.
pub mod optional_instant {
    pub use crate::calendar::instant::option::{deserialize, serialize};
}

/// Reads and writes optional local times with serde: `#[serde(default, with = "redress::calendar::optional_local")]`.
pub mod optional_local {
    pub use crate::calendar::local::option::{deserialize, serialize};
}
