//! Days of a year: fixed dates, weekdays of a month, and days around Easter.

use chrono::{Datelike, Days, Month, NaiveDate, Weekday};

use crate::calendar::easter;
use crate::calendar::limits::MAX_EASTER_DAYS;
use crate::calendar::month::last_day;
use crate::calendar::recurring_problem::RecurringProblem;

/// The day of a year on which a recurring holiday falls.
///
/// # Example: three kinds of days
///
/// ```
/// use chrono::{Month, Weekday};
/// use redress::calendar::holiday::AnnualDay;
///
/// let good_friday = AnnualDay::Easter { days: -2 };
/// assert_eq!(good_friday.date(2026), Some("2026-04-03".parse()?));
/// let memorial_day = AnnualDay::NthWeekday { month: Month::May, weekday: Weekday::Mon, nth: -1 };
/// assert_eq!(memorial_day.date(2026), Some("2026-05-25".parse()?));
/// let leap_day = AnnualDay::Fixed { month: Month::February, day: 29 };
/// assert_eq!(leap_day.date(2026), None);
/// # Ok::<(), chrono::ParseError>(())
/// ```
///
/// # Example: a weekday that depends on another weekday
///
/// The day after the fourth Thursday of November is always the Friday on or after 23 November.
///
/// ```
/// # use chrono::{Month, Weekday};
/// # use redress::calendar::holiday::AnnualDay;
/// let day_after = AnnualDay::WeekdayFrom { month: Month::November, day: 23, weekday: Weekday::Fri };
/// assert_eq!(day_after.date(2026), Some("2026-11-27".parse()?));
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum AnnualDay {
    /// The same date every year. 29 February exists in leap years only.
    Fixed {
        /// The month.
        month: Month,
        /// The day of the month, from 1.
        day: u8,
    },
    /// One of the Mondays, Tuesdays and so on of a month, such as the last Monday of May. In a year in which the month
    /// has no fifth such weekday, there is no holiday.
    NthWeekday {
        /// The month.
        month: Month,
        /// The weekday.
        weekday: Weekday,
        /// Which of them: 1 to 5 from the beginning of the month, -1 to -5 from its end.
        nth: i8,
    },
    /// The first Monday, Tuesday and so on that falls on or after a date.
    WeekdayFrom {
        /// The month.
        month: Month,
        /// The earliest day of the month on which it can fall, from 1.
        day: u8,
        /// The weekday.
        weekday: Weekday,
    },
    /// A day before or after Easter Sunday of the Western churches.
    Easter {
        /// How many days after Easter Sunday; negative for days before it.
        days: i16,
    },
    /// A day before or after Easter Sunday of the Orthodox churches.
    OrthodoxEaster {
        /// How many days after Easter Sunday; negative for days before it.
        days: i16,
    },
}

impl AnnualDay {
    /// Returns the date in a year, or `None` if that year has no such day.
    ///
    /// # Example: a fifth Thursday
    ///
    /// ```
    /// use chrono::{Month, Weekday};
    /// use redress::calendar::holiday::AnnualDay;
    ///
    /// let fifth = AnnualDay::NthWeekday { month: Month::February, weekday: Weekday::Thu, nth: 5 };
    /// assert_eq!(fifth.date(2024), Some("2024-02-29".parse()?)); // a leap year that began on a Monday
    /// assert_eq!(fifth.date(2026), None);
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn date(self, year: i32) -> Option<NaiveDate> {
        let on = |month: Month, day: u8| NaiveDate::from_ymd_opt(year, month.number_from_month(), day.into());
        match self {
            Self::Fixed { month, day } => on(month, day),
            Self::NthWeekday { month, weekday, nth: nth @ 1.. } => NaiveDate::from_weekday_of_month_opt(
                year,
                month.number_from_month(),
                weekday,
                nth.unsigned_abs(),
            ),
            Self::NthWeekday { month, weekday, nth } => {
                let last = (28..=31).rev().find_map(|day| on(month, day))?;
                let back = u64::from(last.weekday().days_since(weekday));
                let weeks = u64::from(nth.unsigned_abs().checked_sub(1)?);
                let date = last.checked_sub_days(Days::new(back + 7 * weeks))?;
                (date.month() == last.month()).then_some(date)
            }
            Self::WeekdayFrom { month, day, weekday } => {
                let first = on(month, day)?;
                first.checked_add_days(Days::new(weekday.days_since(first.weekday()).into()))
            }
            Self::Easter { days } => moved(easter::western(year)?, days.into()),
            Self::OrthodoxEaster { days } => moved(easter::orthodox(year)?, days.into()),
        }
    }

    /// Returns why this cannot be a day of any year, if so.
    pub(super) fn problem(self) -> Option<RecurringProblem> {
        match self {
            Self::Fixed { month, day } | Self::WeekdayFrom { month, day, .. } => (!(1..=last_day(month))
                .contains(&day))
            .then(|| RecurringProblem::no_such_day(month, day.into())),
            Self::NthWeekday { nth, .. } => (nth == 0 || nth.unsigned_abs() > 5)
                .then(|| RecurringProblem::NoSuchWeekday { nth: nth.into() }),
            Self::Easter { days } | Self::OrthodoxEaster { days } => (days.unsigned_abs()
                > MAX_EASTER_DAYS.unsigned_abs())
            .then(|| RecurringProblem::FarFromEaster { days: days.into() }),
        }
    }

    /// Returns a key by which days are sorted, so that calendars with the same entries are equal.
    pub(super) fn key(self) -> (u8, u32, u32, i16) {
        let weekday = Weekday::num_days_from_monday;
        match self {
            Self::Fixed { month, day } => (0, month.number_from_month(), 0, day.into()),
            Self::NthWeekday { month, weekday: on, nth } => {
                (1, month.number_from_month(), weekday(&on), nth.into())
            }
            Self::WeekdayFrom { month, day, weekday: on } => {
                (2, month.number_from_month(), weekday(&on), day.into())
            }
            Self::Easter { days } => (3, 0, 0, days),
            Self::OrthodoxEaster { days } => (4, 0, 0, days),
        }
    }
}

fn moved(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(distance) } else { date.checked_add_days(distance) }
}
