//! What is wrong with a recurring holiday.

use alloc::string::String;

use chrono::{Month, NaiveDate};

use crate::calendar::limits::{MAX_EASTER_DAYS, MAX_MOVE};
use crate::calendar::month::{last_day, month_text};

/// What is wrong with a recurring holiday.
///
/// # Example: 31 April
///
/// ```
/// use chrono::Month;
/// use redress::calendar::RecurringHoliday;
/// use redress::calendar::holiday::AnnualDay;
///
/// let rule = RecurringHoliday::new("Spring", AnnualDay::Fixed { month: Month::April, day: 31 });
/// let faults = redress::sample::calendar()?.to_builder().recurring(rule).build().unwrap_err();
/// assert_eq!(
///     faults.to_string(),
///     "recurring holiday `Spring`: day 31 of april does not exist, expected 1 to 30",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    /// No month has that many of one weekday.
    #[error("`nth` {nth} does not exist, expected 1 to 5, or -1 to -5 from the end of the month")]
    NoSuchWeekday {
        /// The number as given: which of the weekdays it should be.
        nth: i32,
    },
    /// There is no month with this number.
    #[error("month {month} does not exist, expected 1 to 12")]
    NoSuchMonth {
        /// The number as given.
        month: i32,
    },
    /// The day is too far from Easter.
    #[error("{days} days after easter are too far, expected at most {MAX_EASTER_DAYS} days before or after")]
    FarFromEaster {
        /// How many days after Easter; negative for days before it.
        days: i32,
    },
    /// Every weekday belongs to the weekend, so that no day is left on which to observe the holiday.
    #[error("the weekend has all seven days; leave out a weekday on which the holiday can be observed")]
    NoWeekday,
    /// Every day that follows is a weekend or a recurring holiday itself.
    #[error(
        "no day within {} days is free to observe the holiday of {date}; observe it on its date, or remove a holiday",
        MAX_MOVE
    )]
    NoDayToObserve {
        /// The date that falls on a weekend.
        date: NaiveDate,
    },
    /// The year is outside 1 to 9999.
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
    /// A name is empty, too long, or contains characters that cannot be seen.
    #[error("name `{name}` {problem}, expected 1 to 100 visible characters")]
    Name {
        /// The name, cut short.
        name: String,
        /// What is wrong with the name, such as `is empty`.
        problem: &'static str,
    },
}

impl RecurringProblem {
    pub(super) const fn no_such_day(month: Month, day: i32) -> Self {
        Self::NoSuchDay { month, day, last: last_day(month) }
    }
}
