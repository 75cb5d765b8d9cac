//! The pattern of a working week.

use alloc::vec::Vec;

use chrono::Weekday;

use crate::calendar::hours::Hours;

/// The working hours of each weekday: any number of spans, none for a closed day.
///
/// ```
/// use redress::calendar::{Hours, WeekPattern};
/// use chrono::Weekday;
///
/// let week = WeekPattern::weekdays([Hours::from_static("09:00-12:00"), Hours::from_static("13:00-17:00")])
///     .with(Weekday::Sat, [Hours::from_static("09:00-13:00")]);
/// assert_eq!(week.hours(Weekday::Sat).len(), 1);
/// assert!(week.hours(Weekday::Sun).is_empty());
/// ```
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct WeekPattern {
    days: [Vec<Hours>; 7],
}

impl WeekPattern {
    /// A week in which every day is closed, to start from.
    #[must_use]
    pub fn closed() -> Self {
        Self::default()
    }

    /// Every day from midnight to midnight.
    #[must_use]
    pub fn always() -> Self {
        Self { days: core::array::from_fn(|_| [Hours::WHOLE_DAY].into()) }
    }

    /// The same hours from Monday to Friday, closed on Saturday and Sunday.
    #[must_use]
    pub fn weekdays(hours: impl IntoIterator<Item = Hours>) -> Self {
        let mut hours: Vec<Hours> = hours.into_iter().collect();
        hours.sort_unstable();
        Self { days: core::array::from_fn(|day| if day < 5 { hours.clone() } else { Vec::new() }) }
    }

    /// The same hours on every day of the week.
    #[must_use]
    pub fn daily(hours: impl IntoIterator<Item = Hours>) -> Self {
        let mut hours: Vec<Hours> = hours.into_iter().collect();
        hours.sort_unstable();
        Self { days: core::array::from_fn(|_| hours.clone()) }
    }

    /// Sets the hours of one weekday, in place of what it had.
    #[must_use]
    pub fn with(mut self, weekday: Weekday, hours: impl IntoIterator<Item = Hours>) -> Self {
        if let Some(day) = self.days.get_mut(weekday.num_days_from_monday() as usize) {
            *day = hours.into_iter().collect();
            day.sort_unstable();
        }
        self
    }

    /// The hours of a weekday, earliest first.
    #[must_use]
    pub fn hours(&self, weekday: Weekday) -> &[Hours] {
        self.days.get(weekday.num_days_from_monday() as usize).map_or(&[], Vec::as_slice)
    }

    /// The hours of all weekdays, Monday first.
    pub(crate) const fn days(&self) -> &[Vec<Hours>; 7] {
        &self.days
    }
}
