//! The working hours of a week.

use alloc::vec::Vec;

use chrono::Weekday;

use crate::calendar::hours::Hours;

/// The working hours of each weekday. A weekday without hours is closed.
///
/// # Example: a lunch break, and Saturday mornings
///
/// ```
/// use chrono::Weekday;
/// use redress::calendar::{Hours, WeekPattern};
///
/// let week = WeekPattern::weekdays([Hours::from_static("09:00-12:00"), Hours::from_static("13:00-17:00")])
///     .with(Weekday::Sat, [Hours::from_static("09:00-13:00")]);
/// assert_eq!(week.hours(Weekday::Mon).len(), 2);
/// assert_eq!(week.hours(Weekday::Sat), [Hours::from_static("09:00-13:00")]);
/// assert!(week.hours(Weekday::Sun).is_empty());
/// ```
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct WeekPattern {
    days: [Vec<Hours>; 7],
}

impl WeekPattern {
    /// Creates a week in which every day is closed. Add hours with [`WeekPattern::with`].
    #[must_use]
    pub fn closed() -> Self {
        Self::default()
    }

    /// Creates a week that is open around the clock, on every day.
    ///
    /// # Example: working time is elapsed time
    ///
    /// ```
    /// use chrono::TimeDelta;
    /// use redress::calendar::WeekPattern;
    ///
    /// let hotline = redress::sample::calendar()?.to_builder().week(WeekPattern::always()).build()?;
    /// let (friday, monday) = ("2026-03-06T16:00:00Z".parse()?, "2026-03-09T16:00:00Z".parse()?);
    /// assert_eq!(hotline.working_time_between(friday, monday)?, TimeDelta::hours(72));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn always() -> Self {
        Self { days: core::array::from_fn(|_| [Hours::WHOLE_DAY].into()) }
    }

    /// Creates a week with the same hours from Monday to Friday. Saturday and Sunday are closed.
    #[must_use]
    pub fn weekdays(hours: impl IntoIterator<Item = Hours>) -> Self {
        let mut hours: Vec<Hours> = hours.into_iter().collect();
        hours.sort_unstable();
        Self { days: core::array::from_fn(|day| if day < 5 { hours.clone() } else { Vec::new() }) }
    }

    /// Creates a week with the same hours on every day.
    #[must_use]
    pub fn daily(hours: impl IntoIterator<Item = Hours>) -> Self {
        let mut hours: Vec<Hours> = hours.into_iter().collect();
        hours.sort_unstable();
        Self { days: core::array::from_fn(|_| hours.clone()) }
    }

    /// Sets the hours of one weekday. They replace the hours that it had.
    #[must_use]
    pub fn with(mut self, weekday: Weekday, hours: impl IntoIterator<Item = Hours>) -> Self {
        if let Some(day) = self.days.get_mut(weekday.num_days_from_monday() as usize) {
            *day = hours.into_iter().collect();
            day.sort_unstable();
        }
        self
    }

    /// Returns the hours of a weekday, earliest first. The list is empty if the weekday is closed.
    #[must_use]
    pub fn hours(&self, weekday: Weekday) -> &[Hours] {
        self.days.get(weekday.num_days_from_monday() as usize).map_or(&[], Vec::as_slice)
    }

    /// Returns the hours of all weekdays, Monday first.
    pub(crate) const fn days(&self) -> &[Vec<Hours>; 7] {
        &self.days
    }
}
