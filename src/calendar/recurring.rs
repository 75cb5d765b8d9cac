//! Holidays as rules.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{NaiveDate, Weekday};

use crate::calendar::annual_day::AnnualDay;
use crate::calendar::recurring_problem::RecurringProblem;
use crate::calendar::text::{excerpt, name_problem};
use crate::text::text_enum::text_enum;

/// On which day a recurring holiday is observed that falls on a weekend.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new observance changes what a calendar file can say")]
pub enum Observance {
    /// On its date, whatever day that is.
    #[default]
    OnDate,
    /// On the nearest day outside the weekend, the later one where two are as near: a Saturday on the Friday before,
    /// a Sunday on the Monday after. That is the rule of the federal government of the United States.
    NearestWeekday,
    /// On the next day that is outside the weekend and no recurring holiday itself, as substitute days are
    /// given in the United Kingdom: Christmas Day on a Saturday and Boxing Day on the Sunday after it are
    /// observed on Monday and Tuesday.
    NextWeekday,
}

text_enum!(Observance = "an" "observance" {
    OnDate = "on-date",
    NearestWeekday = "nearest-weekday",
    NextWeekday = "next-weekday",
});

/// What the date of a recurring holiday is that is observed on another day.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a day is a holiday or it is not")]
pub enum OriginalDay {
    /// A holiday too: a desk that works on Saturdays is closed on both days.
    #[default]
    Holiday,
    /// The day that it is by the pattern of the week.
    AsPattern,
}

text_enum!(OriginalDay = "a" "reading of the original day" {
    Holiday = "holiday",
    AsPattern = "as-pattern",
});

/// A holiday that comes back every year: a day of the year, and where it is observed.
///
/// A rule is expanded over the known days when its calendar is built. A holiday of a year that is not known may
/// be observed on a known day: 1 January 2022 was a Saturday, so a calendar that is known to the end of 2021 has
/// a holiday on Friday, 31 December.
///
/// ```
/// use chrono::{FixedOffset, Month};
/// use redress::calendar::{Calendar, Hours, KnownDays, RecurringHoliday, WeekPattern, Zone};
/// use redress::calendar::holiday::{AnnualDay, Observance};
/// use redress::calendar::reading::DayKind;
///
/// let utc = FixedOffset::east_opt(0).ok_or("no such offset")?;
/// let calendar = Calendar::builder("office", Zone::fixed(utc, KnownDays::years(2021, 2021)?)?)
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///     .recurring(
///         RecurringHoliday::new("New Year's Day", AnnualDay::Fixed { month: Month::January, day: 1 })
///             .with_observed(Observance::NearestWeekday),
///     )
///     .build()?;
/// assert_eq!(calendar.day("2021-01-01".parse()?)?, DayKind::Holiday("New Year's Day"));
/// assert_eq!(calendar.day("2021-12-31".parse()?)?, DayKind::Holiday("New Year's Day (observed)"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct RecurringHoliday {
    name: String,
    day: AnnualDay,
    observed: Observance,
    observed_name: Option<String>,
    original_day: OriginalDay,
    /// From Monday on.
    weekend: [bool; 7],
    first_year: Option<i32>,
    last_year: Option<i32>,
    except_years: BTreeSet<i32>,
}

impl RecurringHoliday {
    /// Starts a rule with its name and its day; the holiday is observed on its date, in every year.
    #[must_use]
    pub fn new(name: &str, day: AnnualDay) -> Self {
        Self {
            name: name.into(),
            day,
            observed: Observance::OnDate,
            observed_name: None,
            original_day: OriginalDay::Holiday,
            weekend: [false, false, false, false, false, true, true],
            first_year: None,
            last_year: None,
            except_years: BTreeSet::new(),
        }
    }

    /// Sets where the holiday is observed when it falls on a weekend.
    #[must_use]
    pub const fn with_observed(mut self, observed: Observance) -> Self {
        self.observed = observed;
        self
    }

    /// Sets what the other day is called on which the holiday is observed; its name and `(observed)` unless given.
    #[must_use]
    pub fn with_observed_name(mut self, name: &str) -> Self {
        self.observed_name = Some(name.into());
        self
    }

    /// Sets whether the date itself is a holiday too where it is observed on another day; it is unless given.
    #[must_use]
    pub const fn with_original_day(mut self, reading: OriginalDay) -> Self {
        self.original_day = reading;
        self
    }

    /// Sets the weekdays on which the holiday is observed on another day, whatever hours the calendar's week has;
    /// Saturday and Sunday unless given.
    ///
    /// With Sunday alone and [`Observance::NextWeekday`], a Sunday is observed on Monday and a Saturday stays.
    #[must_use]
    pub fn with_weekend(mut self, weekend: impl IntoIterator<Item = Weekday>) -> Self {
        self.weekend = [false; 7];
        for weekday in weekend {
            if let Some(day) = self.weekend.get_mut(weekday.num_days_from_monday() as usize) {
                *day = true;
            }
        }
        self
    }

    /// Sets the first year in which the date of the holiday is one.
    #[must_use]
    pub const fn with_first_year(mut self, year: i32) -> Self {
        self.first_year = Some(year);
        self
    }

    /// Sets the last year in which the date of the holiday is one.
    #[must_use]
    pub const fn with_last_year(mut self, year: i32) -> Self {
        self.last_year = Some(year);
        self
    }

    /// Sets the years in which its date is no holiday, such as one in which a government moved it.
    #[must_use]
    pub fn with_except_years(mut self, years: impl IntoIterator<Item = i32>) -> Self {
        self.except_years = years.into_iter().collect();
        self
    }

    /// Returns what the holiday is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the day of the year on which it falls.
    #[must_use]
    pub const fn day(&self) -> AnnualDay {
        self.day
    }

    /// Returns where it is observed when it falls on a weekend.
    #[must_use]
    pub const fn observed(&self) -> Observance {
        self.observed
    }

    /// Returns what the other day is called on which it is observed, where that was given.
    #[must_use]
    pub fn observed_name(&self) -> Option<&str> {
        self.observed_name.as_deref()
    }

    /// Returns what its date is where it is observed on another day.
    #[must_use]
    pub const fn original_day(&self) -> OriginalDay {
        self.original_day
    }

    /// Returns the weekdays on which it is observed on another day, from Monday on.
    pub fn weekend(&self) -> impl Iterator<Item = Weekday> + '_ {
        WEEK.into_iter().filter(|&weekday| self.is_weekend(weekday))
    }

    /// Returns the first year of the holiday, where that was given.
    #[must_use]
    pub const fn first_year(&self) -> Option<i32> {
        self.first_year
    }

    /// Returns the last year of the holiday, where that was given.
    #[must_use]
    pub const fn last_year(&self) -> Option<i32> {
        self.last_year
    }

    /// Returns the years in which its date is no holiday, earliest first.
    pub fn except_years(&self) -> impl Iterator<Item = i32> + '_ {
        self.except_years.iter().copied()
    }

    pub(super) fn is_weekend(&self, weekday: Weekday) -> bool {
        self.weekend.get(weekday.num_days_from_monday() as usize).is_some_and(|&is| is)
    }

    /// The date in a year in which it is a holiday.
    pub(super) fn date(&self, year: i32) -> Option<NaiveDate> {
        let begun = self.first_year.is_none_or(|first| first <= year);
        let over = self.last_year.is_some_and(|last| last < year);
        if begun && !over && !self.except_years.contains(&year) { self.day.date(year) } else { None }
    }

    /// What the day is called on which it is observed.
    pub(super) fn name_observed(&self) -> String {
        self.observed_name.clone().unwrap_or_else(|| format!("{} (observed)", self.name))
    }

    /// Cuts names that are none short: their faults are noted.
    pub(super) fn kept(mut self) -> Self {
        for name in core::iter::once(&mut self.name).chain(&mut self.observed_name) {
            if name_problem(name).is_some() {
                *name = excerpt(name);
            }
        }
        self
    }

    /// Everything that keeps it from being a rule.
    pub(super) fn problems(&self) -> Vec<RecurringProblem> {
        let name = |name: &str| {
            name_problem(name).map(|problem| RecurringProblem::Name { name: excerpt(name), problem })
        };
        let mut problems: Vec<RecurringProblem> = self.day.problem().into_iter().collect();
        problems.extend(name(&self.name).or_else(|| {
            let is_observed = self.observed != Observance::OnDate || self.observed_name.is_some();
            if is_observed { name(&self.name_observed()) } else { None }
        }));
        if self.weekend == [true; 7] {
            problems.push(RecurringProblem::NoWeekday);
        }
        let years = [self.first_year, self.last_year].into_iter().flatten().chain(self.except_years());
        problems.extend(
            years.filter(|year| !(1..=9_999).contains(year)).map(|year| RecurringProblem::Year { year }),
        );
        if let (Some(first), Some(last)) = (self.first_year, self.last_year)
            && last < first
        {
            problems.push(RecurringProblem::ReversedYears { first, last });
        }
        problems
    }

    /// A key that orders rules.
    pub(super) fn key(&self) -> impl Ord + '_ {
        let observed =
            (self.observed as u8, self.observed_name.as_deref(), self.original_day as u8, self.weekend);
        let years = (self.first_year, self.last_year, &self.except_years);
        ((self.name.as_str(), self.day.key()), observed, years)
    }
}

pub(super) const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
