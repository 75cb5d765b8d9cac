//! What a calendar says by mistake, perhaps.

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

/// Something that a calendar may say and probably does not mean. A hint is no fault: the calendar is built.
///
/// ```
/// use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
///
/// let utc = chrono::FixedOffset::east_opt(0).ok_or("no such offset")?;
/// let calendar = Calendar::builder("hotline", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
///     .week(WeekPattern::daily([Hours::from_static("00:00-23:59:59")]))
///     .build()?;
/// let hints = calendar.hints();
/// assert_eq!(
///     hints.first().ok_or("no hint")?.to_string(),
///     "week mon: hours `00:00-23:59:59` end before midnight, `24:00` is the end of the day",
/// );
/// assert!(hints.iter().all(|hint| hint.code() == "hint.ends-before-midnight"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum CalendarHint {
    /// Hours that end at 23:59 or 23:59:59 lose the last minute or second of the day.
    EndsBeforeMidnight {
        /// The weekday, the day or the period.
        place: String,
        /// The hours.
        hours: Hours,
    },
    /// A holiday on a fifth weekday falls out in most years.
    FifthWeekday {
        /// The name of the recurring holiday.
        holiday: String,
    },
    /// Days outside the known ones were left out, as the description asks.
    LeftOut {
        /// How many.
        count: usize,
        /// One of them.
        date: NaiveDate,
        /// The name of that day.
        name: String,
    },
}

impl fmt::Display for CalendarHint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EndsBeforeMidnight { place, hours } => {
                write!(f, "{place}: hours `{hours}` end before midnight, `24:00` is the end of the day")
            }
            Self::FifthWeekday { holiday } => write!(
                f,
                "recurring holiday `{holiday}`: few months have a fifth such weekday, `-1` is the last of the month"
            ),
            Self::LeftOut { count, date, name } => {
                write!(f, "{count} days outside the known days are left out, among them {date} `{name}`")
            }
        }
    }
}

impl Calendar {
    /// Returns what the calendar may say by mistake, in the order of week, days, periods and rules.
    ///
    /// The hints are looked for on each call: ask once, where the calendar is loaded.
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
