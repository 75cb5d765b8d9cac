//! Recurring holidays: rules such as "the first Monday of May", or "25 December, observed on Monday if it is a Sunday".
//!
//! A rule consists of the day of the year ([`AnnualDay`]), what happens if that day falls on a weekend ([`Observance`]
//! and [`OriginalDay`]), and the years in which it holds. A rule alone has no dates. `expand.rs` turns all rules of a
//! calendar into dates together, because moving one holiday may depend on another: if Christmas Day takes the Monday,
//! Boxing Day must take the Tuesday.
//!
//! Why a weekend belongs to the rule and not to the calendar: a shop that works on Saturdays still observes a holiday
//! by the law of its country, which says what a weekend is. The weekend is therefore Saturday and Sunday, unless the
//! rule says otherwise.
//!
//! The years limit the *date* of the holiday, not the day on which it is observed. 1 January 2022 is observed on 31
//! December 2021, and belongs to 2022. `expand.rs` therefore also looks at the year before and the year after the known
//! days.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{NaiveDate, Weekday};

use crate::calendar::annual_day::AnnualDay;
use crate::calendar::recurring_problem::RecurringProblem;
use crate::calendar::text::{excerpt, name_problem};
use crate::text::text_enum::text_enum;

/// On which day a recurring holiday is observed if it falls on a weekend.
///
/// # Example: Christmas of 2027, a Saturday and a Sunday
///
/// ```
/// use chrono::Month;
/// use redress::calendar::{Calendar, Hours, KnownDays, RecurringHoliday, WeekPattern, Zone};
/// use redress::calendar::holiday::{AnnualDay, Observance};
///
/// let on = |name, day| {
///     RecurringHoliday::new(name, AnnualDay::Fixed { month: Month::December, day })
///         .with_observed(Observance::NextWeekday)
/// };
/// let zone = Zone::tabulate("Europe/London", &chrono_tz::Europe::London, KnownDays::years(2027, 2027)?)?;
/// let calendar = Calendar::builder("office", zone)
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///     .recurring(on("Christmas Day", 25))
///     .recurring(on("Boxing Day", 26))
///     .build()?;
/// assert_eq!(calendar.working_day_on_or_after("2027-12-25".parse()?)?, "2027-12-29".parse()?); // a Wednesday
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new observance changes what a calendar file can say")]
pub enum Observance {
    /// On its date, whatever weekday that is.
    #[default]
    OnDate,
    /// On the nearest day outside the weekend, and on the later one if two are equally near. A Saturday holiday is
    /// observed on the Friday before, and a Sunday holiday on the Monday after. This is the rule of the federal
    /// government of the United States.
    NearestWeekday,
    /// On the next day that is outside the weekend and not a recurring holiday itself. Substitute days in the United
    /// Kingdom follow this rule.
    NextWeekday,
}

text_enum!(Observance = "an" "observance" {
    OnDate = "on-date",
    NearestWeekday = "nearest-weekday",
    NextWeekday = "next-weekday",
});

/// What the date of a recurring holiday is, if the holiday is observed on another day.
///
/// # Example: a shop that is open on Saturdays
///
/// ```
/// use chrono::Month;
/// use redress::calendar::holiday::{AnnualDay, Observance, OriginalDay};
/// use redress::calendar::{Hours, RecurringHoliday, WeekPattern};
///
/// // 4 July 2026 is a Saturday, and is observed on Friday.
/// let rule = RecurringHoliday::new("Independence Day", AnnualDay::Fixed { month: Month::July, day: 4 })
///     .with_observed(Observance::NearestWeekday)
///     .with_original_day(OriginalDay::AsPattern);
/// let shop = redress::sample::calendar()?
///     .to_builder()
///     .week(WeekPattern::daily([Hours::from_static("09:00-17:00")]))
///     .recurring(rule)
///     .build()?;
/// assert!(!shop.is_working_day("2026-07-03".parse()?)?);
/// assert!(shop.is_working_day("2026-07-04".parse()?)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a day is a holiday or it is not")]
pub enum OriginalDay {
    /// A holiday as well: a shop that works on Saturdays is closed on both days.
    #[default]
    Holiday,
    /// An ordinary day: the pattern of the week decides.
    AsPattern,
}

text_enum!(OriginalDay = "a" "reading of the original day" {
    Holiday = "holiday",
    AsPattern = "as-pattern",
});

/// A holiday that recurs every year: its day of the year, and the day on which it is observed.
///
/// Building a calendar turns the rule into dates within the known days. A holiday of a year that is not known may be
/// observed on a known day, as in the example.
///
/// # Example: New Year's Day of 2022 is observed in 2021
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
/// // 1 January 2022 is a Saturday.
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
    /// Whether each weekday belongs to the weekend, Monday first.
    weekend: [bool; 7],
    first_year: Option<i32>,
    last_year: Option<i32>,
    except_years: BTreeSet<i32>,
}

impl RecurringHoliday {
    /// Creates a rule that holds every year. The holiday is observed on its date, even on a weekend.
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

    /// Sets on which day the holiday is observed if it falls on a weekend.
    #[must_use]
    pub const fn with_observed(mut self, observed: Observance) -> Self {
        self.observed = observed;
        self
    }

    /// Sets the name of the other day on which the holiday is observed. By default, this is the name of the holiday and
    /// `(observed)`.
    ///
    /// # Example
    ///
    /// ```
    /// use chrono::Month;
    /// use redress::calendar::RecurringHoliday;
    /// use redress::calendar::holiday::{AnnualDay, Observance};
    /// use redress::calendar::reading::DayKind;
    ///
    /// let rule = RecurringHoliday::new("Republic Day", AnnualDay::Fixed { month: Month::June, day: 14 })
    ///     .with_observed(Observance::NextWeekday)
    ///     .with_observed_name("Republic Day, substitute");
    /// let calendar = redress::sample::calendar()?.to_builder().recurring(rule).build()?;
    /// // 14 June 2026 is a Sunday.
    /// assert_eq!(calendar.day("2026-06-15".parse()?)?, DayKind::Holiday("Republic Day, substitute"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_observed_name(mut self, name: &str) -> Self {
        self.observed_name = Some(name.into());
        self
    }

    /// Sets whether the date itself is still a holiday if the holiday is observed on another day. By default, it is.
    #[must_use]
    pub const fn with_original_day(mut self, reading: OriginalDay) -> Self {
        self.original_day = reading;
        self
    }

    /// Sets the weekend: the weekdays from which the observance moves away. By default, these are Saturday and Sunday.
    ///
    /// The working hours of the calendar do not matter here. With Sunday alone and [`Observance::NextWeekday`], a
    /// Sunday holiday is observed on Monday, and a Saturday holiday stays where it is.
    ///
    /// # Example: only Sundays move
    ///
    /// ```
    /// use chrono::{Month, Weekday};
    /// use redress::calendar::RecurringHoliday;
    /// use redress::calendar::holiday::{AnnualDay, Observance};
    /// use redress::calendar::reading::DayKind;
    ///
    /// let rule = RecurringHoliday::new("Founding Day", AnnualDay::Fixed { month: Month::June, day: 13 })
    ///     .with_observed(Observance::NextWeekday)
    ///     .with_weekend([Weekday::Sun]);
    /// let calendar = redress::sample::calendar()?.to_builder().recurring(rule).build()?;
    /// assert_eq!(calendar.day("2026-06-13".parse()?)?, DayKind::Holiday("Founding Day")); // a Saturday
    /// assert!(calendar.is_working_day("2026-06-15".parse()?)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Sets the first year of the holiday.
    ///
    /// # Example: a holiday that begins in 2027
    ///
    /// ```
    /// use chrono::Month;
    /// use redress::calendar::RecurringHoliday;
    /// use redress::calendar::holiday::AnnualDay;
    ///
    /// let rule = RecurringHoliday::new("Freedom Day", AnnualDay::Fixed { month: Month::June, day: 12 })
    ///     .with_first_year(2027);
    /// let calendar = redress::sample::calendar()?.to_builder().recurring(rule).build()?; // covers 2026
    /// assert!(calendar.is_working_day("2026-06-12".parse()?)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_first_year(mut self, year: i32) -> Self {
        self.first_year = Some(year);
        self
    }

    /// Sets the last year of the holiday.
    #[must_use]
    pub const fn with_last_year(mut self, year: i32) -> Self {
        self.last_year = Some(year);
        self
    }

    /// Sets years without the holiday, such as a year in which a government moved it.
    ///
    /// # Example: a holiday that skips one year
    ///
    /// ```
    /// use chrono::Month;
    /// use redress::calendar::RecurringHoliday;
    /// use redress::calendar::holiday::AnnualDay;
    ///
    /// let rule = RecurringHoliday::new("Founding Day", AnnualDay::Fixed { month: Month::June, day: 12 })
    ///     .with_except_years([2026]);
    /// let calendar = redress::sample::calendar()?.to_builder().recurring(rule).build()?; // covers 2026
    /// assert!(calendar.is_working_day("2026-06-12".parse()?)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_except_years(mut self, years: impl IntoIterator<Item = i32>) -> Self {
        self.except_years = years.into_iter().collect();
        self
    }

    /// Returns the name of the holiday.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the day of the year on which the holiday falls.
    #[must_use]
    pub const fn day(&self) -> AnnualDay {
        self.day
    }

    /// Returns on which day the holiday is observed if it falls on a weekend.
    #[must_use]
    pub const fn observed(&self) -> Observance {
        self.observed
    }

    /// Returns the name of the other day on which the holiday is observed, or `None` if none was given.
    #[must_use]
    pub fn observed_name(&self) -> Option<&str> {
        self.observed_name.as_deref()
    }

    /// Returns what the date itself is if the holiday is observed on another day.
    #[must_use]
    pub const fn original_day(&self) -> OriginalDay {
        self.original_day
    }

    /// Returns the weekdays of the weekend, Monday first.
    pub fn weekend(&self) -> impl Iterator<Item = Weekday> + '_ {
        WEEK.into_iter().filter(|&weekday| self.is_weekend(weekday))
    }

    /// Returns the first year of the holiday, or `None` if there is no limit.
    #[must_use]
    pub const fn first_year(&self) -> Option<i32> {
        self.first_year
    }

    /// Returns the last year of the holiday, or `None` if there is no limit.
    #[must_use]
    pub const fn last_year(&self) -> Option<i32> {
        self.last_year
    }

    /// Returns the years without the holiday, earliest first.
    pub fn except_years(&self) -> impl Iterator<Item = i32> + '_ {
        self.except_years.iter().copied()
    }

    pub(super) fn is_weekend(&self, weekday: Weekday) -> bool {
        self.weekend.get(weekday.num_days_from_monday() as usize).is_some_and(|&is| is)
    }

    /// Returns the date in a year, or `None` if the rule does not hold in that year.
    pub(super) fn date(&self, year: i32) -> Option<NaiveDate> {
        let begun = self.first_year.is_none_or(|first| first <= year);
        let over = self.last_year.is_some_and(|last| last < year);
        if begun && !over && !self.except_years.contains(&year) { self.day.date(year) } else { None }
    }

    /// Returns the name of the day on which the holiday is observed.
    pub(super) fn name_observed(&self) -> String {
        self.observed_name.clone().unwrap_or_else(|| format!("{} (observed)", self.name))
    }

    /// Cuts names short that are not valid. Their faults are reported separately.
    pub(super) fn kept(mut self) -> Self {
        for name in core::iter::once(&mut self.name).chain(&mut self.observed_name) {
            if name_problem(name).is_some() {
                *name = excerpt(name);
            }
        }
        self
    }

    /// Returns everything that is wrong with the rule.
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

    /// Returns a key by which rules are sorted.
    pub(super) fn key(&self) -> impl Ord + '_ {
        let observed =
            (self.observed as u8, self.observed_name.as_deref(), self.original_day as u8, self.weekend);
        let years = (self.first_year, self.last_year, &self.except_years);
        ((self.name.as_str(), self.day.key()), observed, years)
    }
}

pub(super) const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
