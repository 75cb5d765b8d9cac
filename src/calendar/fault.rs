//! Faults in the description of a calendar.

use alloc::string::String;

use chrono::{NaiveDate, Weekday};

use crate::calendar::hours::{Hours, HoursError};
use crate::calendar::recurring_problem::RecurringProblem;
use crate::faults::Faults;

/// One thing that is wrong in the description of a calendar.
///
/// Building a calendar reports all of its faults at once, as [`CalendarFaults`].
///
/// # Example: a day that is both a holiday and a working day
///
/// ```
/// use redress::calendar::Hours;
///
/// let first_of_may = "2026-05-01".parse()?;
/// let faults = redress::sample::calendar()?
///     .to_builder()
///     .holiday(first_of_may, "Labour Day")
///     .working_day(first_of_may, "fair", [Hours::from_static("09:00-17:00")])
///     .build()
///     .unwrap_err();
/// assert_eq!(
///     faults.to_string(),
///     "day 2026-05-01: `Labour Day` is a holiday, but `fair` is a working day with hours `09:00-17:00`; \
///      keep one of the two entries",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarFault {
    /// The known days contain no working time, so that no deadline could ever be met.
    #[error("no working time from {first} to {last}; give at least one weekday working hours")]
    NoWorkingTime {
        /// The first known day.
        first: NaiveDate,
        /// The last known day.
        last: NaiveDate,
    },
    /// Two spans of hours on one weekday overlap, or a span overlaps with the night shift of the weekday before.
    #[error(
        "week {}: hours `{second}` start before `{first}` end, expected spans that do not overlap",
        lower(*weekday)
    )]
    OverlapInWeek {
        /// The weekday on which the second span starts.
        weekday: Weekday,
        /// The span that is still running.
        first: Hours,
        /// The span that starts too early.
        second: Hours,
    },
    /// Two spans of hours overlap around a date that has hours of its own.
    #[error("day {date}: hours `{second}` start before `{first}` end, expected spans that do not overlap")]
    OverlapOnDay {
        /// The date on which the second span starts.
        date: NaiveDate,
        /// The span that is still running.
        first: Hours,
        /// The span that starts too early.
        second: Hours,
    },
    /// A holiday, or another day with an entry, lies outside the known days.
    #[error("day {date} `{name}`: outside the known days, expected a date from {first} to {last}")]
    OutsideKnownDays {
        /// The date of the entry.
        date: NaiveDate,
        /// The name of the entry.
        name: String,
        /// The first known day.
        first: NaiveDate,
        /// The last known day.
        last: NaiveDate,
    },
    /// Two entries say different things about one date.
    #[error(
        "day {date}: `{first}` is {first_day}, but `{second}` is {second_day}; keep one of the two entries"
    )]
    Contradiction {
        /// The date. If two periods differ, this is the first date on which they do.
        date: NaiveDate,
        /// The name of the entry that was declared first.
        first: String,
        /// What that entry says about the date, such as `a holiday`.
        first_day: String,
        /// The name of the entry that was declared later.
        second: String,
        /// What that entry says about the date.
        second_day: String,
    },
    /// A recurring holiday is not valid.
    #[error("{place}: {problem}")]
    Recurring {
        /// Which rule it is: its position and its name.
        place: String,
        /// What is wrong with the rule.
        problem: RecurringProblem,
    },
    /// A make-up working day has no hours.
    #[error("day {date} `{name}`: a working day needs hours; give it hours, or list it as a holiday")]
    NoHours {
        /// The date.
        date: NaiveDate,
        /// What the day is called.
        name: String,
    },
    /// A day has more spans of hours than a calendar allows.
    #[error("{place}: has {count} spans of hours, expected at most {limit}")]
    TooManyHours {
        /// The weekday or the date.
        place: String,
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// There are more entries than a calendar allows.
    #[error("{count} {what}, expected at most {limit}")]
    TooMany {
        /// What there are too many of, in the plural.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// The last day comes before the first day.
    #[error("days {first} to {last} are reversed, expected the earlier date first")]
    ReversedDays {
        /// The day named first.
        first: NaiveDate,
        /// The day named last.
        last: NaiveDate,
    },
    /// A date lies outside the years 1 to 9999.
    #[error("date {date} is out of range, expected a year from 1 to 9999")]
    YearOutOfRange {
        /// The date, or the nearest date that chrono can represent.
        date: NaiveDate,
    },
    /// The known days are more than a calendar allows.
    #[error("days {first} to {last} are too many, expected at most {limit} days")]
    TooManyDays {
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
        /// The most days that a calendar may cover.
        limit: u32,
    },
    /// The calendar covers days for which its zone has no data.
    #[error(
        "known days {first} to {last} go beyond those of zone `{zone}`, expected days from {zone_first} to {zone_last}"
    )]
    BeyondZone {
        /// The first known day.
        first: NaiveDate,
        /// The last known day.
        last: NaiveDate,
        /// The zone's name.
        zone: String,
        /// The first day of the zone.
        zone_first: NaiveDate,
        /// The last day of the zone.
        zone_last: NaiveDate,
    },
    /// The resolver does not know the name of the zone.
    #[error("zone `{name}` is unknown, expected a name that the resolver knows, such as `Europe/Berlin`")]
    UnknownZone {
        /// The name, cut short.
        name: String,
    },
    /// The resolver failed to read the zone.
    #[error("zone `{name}` cannot be read: {problem}; correct this, or name another zone")]
    Zone {
        /// The name, cut short.
        name: String,
        /// What the resolver reported, on one line.
        problem: String,
    },
    /// A name is empty, too long, or contains characters that cannot be seen.
    #[error("{place} `{name}` {problem}, expected 1 to 100 visible characters")]
    Name {
        /// What has this name, such as `calendar name`.
        place: String,
        /// The name, cut short.
        name: String,
        /// What is wrong with the name, such as `is empty`.
        problem: &'static str,
    },
    /// A text in a document cannot be read.
    #[error("{place}: {problem}")]
    Document {
        /// The path within the document, such as `week.tue[1]`.
        place: String,
        /// What was read and what was expected.
        problem: String,
    },
}

/// Returns a weekday as documents write it.
pub(crate) const fn lower(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}

impl CalendarFault {
    pub(crate) fn hours(place: String, error: &HoursError) -> Self {
        Self::Document { place, problem: alloc::format!("{error}") }
    }
}

/// All faults of a description, in its order; never empty.
pub type CalendarFaults = Faults<CalendarFault>;
