//! Hints: what a calendar says, and probably does not mean.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use crate::calendar::annual_day::AnnualDay;
use crate::calendar::builder::CalendarBuilder;
use crate::calendar::fault::lower;
use crate::calendar::hours::Hours;
use crate::calendar::local_time::DAY;
use crate::calendar::period::{PeriodHours, SpecialPeriod};
use crate::calendar::query::Calendar;
use crate::calendar::readings::OutsideDays;
use crate::calendar::recurring::WEEK;

/// Something that is allowed in a calendar, but is probably a mistake.
///
/// A hint is not a fault: the calendar is built. Print the hints when you load a calendar.
///
/// # Example: hours that end one second early
///
/// ```
/// use redress::calendar::{Calendar, Hours, WeekPattern};
///
/// let zone = redress::sample::calendar()?.zone().clone();
/// let calendar = Calendar::builder("hotline", zone)
///     .week(WeekPattern::daily([Hours::from_static("00:00-23:59:59")]))
///     .build()?;
/// let hints = calendar.hints();
/// assert_eq!(
///     hints.first().ok_or("no hint")?.to_string(),
///     "week mon: hours `00:00-23:59:59` end just before midnight; write `24:00` for the end of the day",
/// );
/// assert_eq!(hints.len(), 7); // one for each weekday
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum CalendarHint {
    /// Hours end at 23:59 or 23:59:59, so that the last minute or second of the day is missing.
    EndsBeforeMidnight {
        /// Where the hours stand: a weekday, a day or a period.
        place: String,
        /// The hours.
        hours: Hours,
    },
    /// A recurring holiday falls on a fifth weekday of a month, which does not exist in most years.
    FifthWeekday {
        /// The name of the recurring holiday.
        holiday: String,
    },
    /// Days outside the known days were left out, as the description asks.
    LeftOut {
        /// How many days.
        count: usize,
        /// One of the days.
        date: NaiveDate,
        /// The name of that day.
        name: String,
    },
}

impl fmt::Display for CalendarHint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EndsBeforeMidnight { place, hours } => {
                write!(
                    f,
                    "{place}: hours `{hours}` end just before midnight; write `24:00` for the end of the day"
                )
            }
            Self::FifthWeekday { holiday } => write!(
                f,
                "recurring holiday `{holiday}`: few months have a fifth such weekday; write `-1` for the last one"
            ),
            Self::LeftOut { count, date, name } => {
                write!(
                    f,
                    "days left out because they are not among the known days: {count}, such as {date} `{name}`"
                )
            }
        }
    }
}

impl Calendar {
    /// Returns the hints about this calendar, in the order of week, days, periods and recurring holidays.
    ///
    /// The hints are calculated on each call. Ask once, when you load the calendar.
    ///
    /// # Example: a public list that covers more than the calendar
    ///
    /// ```
    /// use redress::calendar::reading::OutsideDays;
    ///
    /// let calendar = redress::sample::calendar()?;
    /// assert!(calendar.hints().is_empty());
    /// let calendar = calendar
    ///     .to_builder()
    ///     .outside_days(OutsideDays::LeftOut)
    ///     .holiday("2027-01-01".parse()?, "New Year's Day")
    ///     .build()?;
    /// assert_eq!(calendar.hints()[0].code(), "hint.left-out");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn hints(&self) -> Vec<CalendarHint> {
        let described = &self.description;
        let mut hints = Vec::new();
        for weekday in WEEK {
            add(&mut hints, described.week.hours(weekday), || format!("week {}", lower(weekday)));
        }
        for (date, day) in &described.exceptions {
            add(&mut hints, &day.hours, || format!("day {date} `{}`", day.name));
        }
        for period in &described.periods {
            add_period(&mut hints, period);
        }
        for rule in &described.recurring {
            if let AnnualDay::NthWeekday { nth: 5 | -5, .. } = rule.day() {
                hints.push(CalendarHint::FifthWeekday { holiday: rule.name().into() });
            }
        }
        hints.extend(described.left_out());
        hints
    }
}

impl CalendarBuilder {
    fn left_out(&self) -> Option<CalendarHint> {
        if self.outside_days == OutsideDays::Refused {
            return None;
        }
        let days = self.exceptions.iter().map(|(date, day)| (*date, 1, day.name.as_str()));
        let periods = self.periods.iter().flat_map(|period| {
            let (before, after) = (self.known.first().pred_opt(), self.known.last().succ_opt());
            let before = before.map(|eve| (period.first, period.last.min(eve)));
            let after = after.map(|next| (period.first.max(next), period.last));
            let outside = [before, after].into_iter().flatten().filter(|(first, last)| first <= last);
            outside.map(|(first, last)| {
                let count = usize::try_from(last.signed_duration_since(first).num_days() + 1).unwrap_or(1);
                (first, count, period.name.as_str())
            })
        });
        let outside = days.chain(periods).filter(|(date, ..)| !self.known.contains(*date));
        let (count, first) = outside.fold((0, None), |(count, first), (date, days, name)| {
            (count + days, first.or(Some((date, name))))
        });
        first.map(|(date, name)| CalendarHint::LeftOut { count, date, name: name.into() })
    }
}

fn add_period(hints: &mut Vec<CalendarHint>, period: &SpecialPeriod) {
    match &period.hours {
        PeriodHours::WorkingDays(hours) => add(hints, hours, || format!("period `{}`", period.name)),
        PeriodHours::Week(week) => {
            for weekday in WEEK {
                add(hints, week.hours(weekday), || format!("period `{}` {}", period.name, lower(weekday)));
            }
        }
    }
}

fn add(hints: &mut Vec<CalendarHint>, hours: &[Hours], place: impl Fn() -> String) {
    let short = hours.iter().filter(|hours| {
        let left = DAY - hours.bounds().1.rem_euclid(DAY);
        left == 1 || left == 60
    });
    hints.extend(short.map(|&hours| CalendarHint::EndsBeforeMidnight { place: place(), hours }));
}
