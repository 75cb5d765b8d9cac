//! Working hours that differ for a period.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{NaiveDate, Weekday};

use crate::calendar::hours::Hours;
use crate::calendar::week::WeekPattern;

/// The working hours during a period, such as Ramadan or the summer holidays.
///
/// # Example: shorter days in summer, then a closure
///
/// ```
/// use redress::calendar::reading::PeriodHours;
/// use redress::calendar::{Hours, WeekPattern};
///
/// let short = WeekPattern::weekdays([Hours::from_static("08:00-13:00")]);
/// let calendar = redress::sample::calendar()?
///     .to_builder()
///     .special_period("2026-07-06".parse()?..="2026-07-31".parse()?, "Summer hours", short)
///     .special_period(
///         "2026-08-03".parse()?..="2026-08-07".parse()?,
///         "Summer closure",
///         PeriodHours::WorkingDays(Vec::new()),
///     )
///     .build()?;
/// let closing = calendar.close_of_business("2026-07-06".parse()?)?;
/// assert_eq!(closing.to_rfc3339(), "2026-07-06T11:00:00+00:00"); // 13:00 in Berlin
/// assert!(!calendar.is_working_day("2026-08-03".parse()?)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "hours are the same on every day or by weekday")]
pub enum PeriodHours {
    /// The same hours on each day that is a working day in the usual week. An empty list closes those days.
    WorkingDays(Vec<Hours>),
    /// A week that replaces the usual one. A weekday without hours is closed.
    Week(WeekPattern),
}

impl PeriodHours {
    /// Returns the hours of a weekday, or `None` if the usual week already says the same: both are closed.
    pub(super) fn on(&self, weekday: Weekday, usual: &WeekPattern) -> Option<&[Hours]> {
        let closed = usual.hours(weekday).is_empty();
        match self {
            Self::WorkingDays(_) if closed => None,
            Self::WorkingDays(hours) => Some(hours),
            Self::Week(week) if closed && week.hours(weekday).is_empty() => None,
            Self::Week(week) => Some(week.hours(weekday)),
        }
    }

    fn sorted(self) -> Self {
        match self {
            Self::WorkingDays(mut hours) => {
                hours.sort_unstable();
                Self::WorkingDays(hours)
            }
            Self::Week(week) => Self::Week(week),
        }
    }
}

impl<const N: usize> From<[Hours; N]> for PeriodHours {
    fn from(hours: [Hours; N]) -> Self {
        Self::WorkingDays(hours.into())
    }
}

impl From<Vec<Hours>> for PeriodHours {
    fn from(hours: Vec<Hours>) -> Self {
        Self::WorkingDays(hours)
    }
}

impl From<WeekPattern> for PeriodHours {
    fn from(week: WeekPattern) -> Self {
        Self::Week(week)
    }
}

/// A declared period with its hours.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct SpecialPeriod {
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    pub(crate) name: String,
    pub(crate) hours: PeriodHours,
}

impl SpecialPeriod {
    pub(super) fn new(first: NaiveDate, last: NaiveDate, name: String, hours: PeriodHours) -> Self {
        Self { first, last, name, hours: hours.sorted() }
    }

    /// Returns a key by which periods are sorted.
    pub(super) fn key(&self) -> impl Ord + '_ {
        let (hours, week) = match &self.hours {
            PeriodHours::WorkingDays(hours) => (Some(hours), None),
            PeriodHours::Week(week) => (None, Some(week.days())),
        };
        (self.first, self.last, self.name.as_str(), hours, week)
    }
}
