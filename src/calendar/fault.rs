//! What is wrong with a calendar as it is described.

use alloc::string::String;

use chrono::{NaiveDate, Weekday};

use crate::calendar::hours::{Hours, HoursError};
use crate::calendar::recurring_problem::RecurringProblem;
use crate::faults::Faults;

/// One thing that keeps a description from being a calendar.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarFault {
    /// No instant of the known days is working time, so no deadline could ever be met.
    #[error("no working time from {first} to {last}, expected at least one working day")]
    NoWorkingTime {
        /// The first known day.
        first: NaiveDate,
        /// The last known day.
        last: NaiveDate,
    },
    /// Two spans of one weekday, or of a weekday and the night shift before it, share time.
    #[error("week {}: hours `{second}` start before `{first}` end, expected spans that do not overlap", lower(*weekday))]
    OverlapInWeek {
        /// The weekday on which the second span starts.
        weekday: Weekday,
        /// The span that is still running.
        first: Hours,
        /// The span that starts too early.
        second: Hours,
    },
    /// Two spans around one date share time, because of hours that hold on that date alone.
    #[error("day {date}: hours `{second}` start before `{first}` end, expected spans that do not overlap")]
    OverlapOnDay {
        /// The date on which the second span starts.
        date: NaiveDate,
        /// The span that is still running.
        first: Hours,
        /// The span that starts too early.
        second: Hours,
    },
    /// A holiday or another exception lies where the calendar knows nothing.
    #[error("day {date} `{name}`: outside the known days, expected a date from {first} to {last}")]
    OutsideKnownDays {
        /// The date of the exception.
        date: NaiveDate,
        /// What the exception is called.
        name: String,
        /// The first known day.
        first: NaiveDate,
        /// The last known day.
        last: NaiveDate,
    },
    /// Two entries for one date do not agree.
    #[error("day {date}: `{first}` is {first_day} and `{second}` {second_day}, expected entries that agree")]
    Contradiction {
        /// The date, of two periods the first one on which they differ.
        date: NaiveDate,
        /// The name of the one entry.
        first: String,
        /// What that entry makes of the date.
        first_day: String,
        /// The name of the other entry.
        second: String,
        /// What that entry makes of the date.
        second_day: String,
    },
    /// A recurring holiday that is no rule.
    #[error("{place}: {problem}")]
    Recurring {
        /// The rule: its position and its name.
        place: String,
        /// What is wrong with it.
        problem: RecurringProblem,
    },
    /// A make-up working day has no hours.
    #[error("day {date} `{name}`: has no working hours, expected at least one span, or a holiday")]
    NoHours {
        /// The date.
        date: NaiveDate,
        /// What the day is called.
        name: String,
    },
    /// A day has more spans of hours than a calendar keeps.
    #[error("{place}: has {count} spans of hours, expected at most {limit}")]
    TooManyHours {
        /// The weekday or the date.
        place: String,
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// More entries than a calendar keeps.
    #[error("{count} {what}, expected at most {limit}")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// The last day comes before the first.
    #[error("days {first} to {last} are reversed, expected the earlier date first")]
    ReversedDays {
        /// The day named first.
        first: NaiveDate,
        /// The day named last.
        last: NaiveDate,
    },
    /// A date that RFC 3339 cannot write.
    #[error("date {date} is out of range, expected a year from 1 to 9999")]
    YearOutOfRange {
        /// The date, or the nearest one that exists.
        date: NaiveDate,
    },
    /// More known days than a calendar keeps.
    #[error("days {first} to {last} are too many, expected at most {limit} days")]
    TooManyDays {
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
        /// The most there may be.
        limit: u32,
    },
    /// The calendar claims to know days for which its zone is unknown.
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
    /// Nobody could say what zone a name means.
    #[error("zone `{name}` is unknown, expected a name that the resolver knows, such as `Europe/Berlin`")]
    UnknownZone {
        /// The name, cut short.
        name: String,
    },
    /// A zone whose name is known, or may be, and which could not be read.
    #[error("zone `{name}`: {problem}, expected a zone that the resolver can read")]
    Zone {
        /// The name, cut short.
        name: String,
        /// What the resolver said.
        problem: String,
    },
    /// A name that is none.
    #[error("{place} `{name}` {problem}, expected 1 to 100 visible characters")]
    Name {
        /// Whose name it is.
        place: String,
        /// The name, cut short.
        name: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A text in a document cannot be read.
    #[error("{place}: {problem}")]
    Document {
        /// The path within the document.
        place: String,
        /// What was read and what was expected.
        problem: String,
    },
}

/// A weekday as documents write it.
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

/// Everything that keeps a description from being a calendar; never empty.
pub type CalendarFaults = Faults<CalendarFault>;
