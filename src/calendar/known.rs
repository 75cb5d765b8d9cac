//! The days that a calendar or a zone covers.

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::fault::CalendarFault;
use crate::calendar::limits::MAX_KNOWN_DAYS;

/// The range of days that a calendar or a zone covers, the first and the last day included.
///
/// # Example: two years, and a quarter
///
/// ```
/// use redress::calendar::KnownDays;
///
/// let years = KnownDays::years(2025, 2026)?;
/// assert_eq!(years.days(), 730);
/// let quarter = KnownDays::new("2026-01-01".parse()?, "2026-03-31".parse()?)?;
/// assert!(quarter.contains("2026-03-31".parse()?));
/// assert!(!quarter.contains("2026-04-01".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct KnownDays {
    first: NaiveDate,
    last: NaiveDate,
    /// Both as day numbers since 1970-01-01, because numbers are faster to compare.
    first_day: i32,
    last_day: i32,
}

impl KnownDays {
    /// Creates the range from `first` to `last`, both included.
    ///
    /// # Errors
    ///
    /// - [`CalendarFault::ReversedDays`] if `last` is before `first`.
    /// - [`CalendarFault::YearOutOfRange`] if a date is outside the years 1 to 9999.
    /// - [`CalendarFault::TooManyDays`] if there are more than [`MAX_KNOWN_DAYS`], about a hundred years.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Result<Self, CalendarFault> {
        for date in [first, last] {
            if !(1..=9999).contains(&date.year()) {
                return Err(CalendarFault::YearOutOfRange { date });
            }
        }
        if last < first {
            return Err(CalendarFault::ReversedDays { first, last });
        }
        let known = Self { first, last, first_day: first.to_epoch_days(), last_day: last.to_epoch_days() };
        if known.days() > MAX_KNOWN_DAYS {
            return Err(CalendarFault::TooManyDays { first, last, limit: MAX_KNOWN_DAYS });
        }
        Ok(known)
    }

    /// Creates the range from 1 January of one year to 31 December of another.
    ///
    /// # Errors
    ///
    /// As for [`KnownDays::new`].
    ///
    /// # Example: what is refused
    ///
    /// ```
    /// use redress::calendar::KnownDays;
    ///
    /// assert_eq!(KnownDays::years(2026, 2026)?.first(), "2026-01-01".parse()?);
    /// assert_eq!(KnownDays::years(2027, 2026).unwrap_err().code(), "calendar.reversed-days");
    /// assert_eq!(KnownDays::years(1900, 2026).unwrap_err().code(), "calendar.too-many-days");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn years(first: i32, last: i32) -> Result<Self, CalendarFault> {
        let edge = |year, month, day| {
            NaiveDate::from_ymd_opt(year, month, day).ok_or(CalendarFault::YearOutOfRange {
                date: if year < 1 { NaiveDate::MIN } else { NaiveDate::MAX },
            })
        };
        Self::new(edge(first, 1, 1)?, edge(last, 12, 31)?)
    }

    /// Returns the first day.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// Returns the last day.
    #[must_use]
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// Returns how many days the range has, at least 1.
    #[must_use]
    pub fn days(self) -> u32 {
        u32::try_from(self.last.signed_duration_since(self.first).num_days() + 1).unwrap_or(u32::MAX)
    }

    /// Returns whether a date lies in the range.
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        (self.first..=self.last).contains(&date)
    }

    /// Returns the first day, counted from 1970-01-01.
    pub(crate) fn first_day(self) -> i64 {
        i64::from(self.first_day)
    }

    /// Returns the last day, counted from 1970-01-01.
    pub(crate) fn last_day(self) -> i64 {
        i64::from(self.last_day)
    }

    /// Returns the date this many days after the first day, whether it is in the range or not.
    pub(crate) fn nth(self, index: u32) -> NaiveDate {
        self.first.checked_add_days(Days::new(u64::from(index))).unwrap_or(NaiveDate::MAX)
    }
}
