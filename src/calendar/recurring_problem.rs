//! What is wrong with a recurring holiday.

use alloc::string::String;

use chrono::{Month, NaiveDate};

use crate::calendar::limits::{MAX_EASTER_DAYS, MAX_MOVE};
use crate::calendar::month::{last_day, month_text};

/// What keeps a recurring holiday from being a rule.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RecurringProblem {
    /// The month has no such day.
    #[error("day {day} of {} does not exist, expected 1 to {last}", month_text(*month))]
    NoSuchDay {
        /// The month.
        month: Month,
        /// The day.
        day: i32,
        /// The last day that the month can have.
        last: u8,
    },
    /// No month has so many weekdays.
    #[error("`nth` {nth} does not exist, expected 1 to 5, or -1 to -5 from the end of the month")]
    NoSuchWeekday {
        /// The number that was given.
        nth: i32,
    },
    /// No year has such a month.
    #[error("month {month} does not exist, expected 1 to 12")]
    NoSuchMonth {
        /// The number that was given.
        month: i32,
    },
    /// The day is too far from Easter.
    #[error("{days} days after easter are too far, expected at most {MAX_EASTER_DAYS} days before or after")]
    FarFromEaster {
        /// How many days after Easter.
        days: i32,
    },
    /// Every weekday belongs to the weekend.
    #[error("the weekend has all seven days, expected a weekday on which the holiday is observed")]
    NoWeekday,
    /// Every day that follows is a holiday itself.
    #[error(
        "no weekday is left to observe {date} on, expected one within {} days that is no holiday itself",
        MAX_MOVE
    )]
    NoDayToObserve {
        /// The date that falls on a weekend.
        date: NaiveDate,
    },
    /// A year that no calendar knows.
    #[error("year {year} is out of range, expected 1 to 9999")]
    Year {
        /// The year.
        year: i32,
    },
    /// The last year comes before the first.
    #[error("years {first} to {last} are reversed, expected the earlier year first")]
    ReversedYears {
        /// The year named first.
        first: i32,
        /// The year named last.
        last: i32,
    },
    /// A name that is none.
    #[error("name `{name}` {problem}, expected 1 to 100 visible characters")]
    Name {
        /// The name, cut short.
        name: String,
        /// What is wrong with it.
        problem: &'static str,
    },
}

impl RecurringProblem {
    pub(super) const fn no_such_day(month: Month, day: i32) -> Self {
        Self::NoSuchDay { month, day, last: last_day(month) }
    }
}
