//! The days that a calendar or a zone is known for.

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::fault::CalendarFault;
use crate::calendar::limits::MAX_KNOWN_DAYS;

/// The first and the last day something is known for, both included.
///
/// ```
/// use redress::calendar::KnownDays;
///
/// let known = KnownDays::years(2025, 2026)?;
/// assert_eq!(known.days(), 730);
/// # Ok::<(), redress::calendar::CalendarFault>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct KnownDays {
    first: NaiveDate,
    last: NaiveDate,
    /// Both as day numbers, the form in which they are compared.
    first_day: i32,
    last_day: i32,
}

impl KnownDays {
    /// From one day to another, both included.
    ///
    /// # Errors
    ///
    /// [`CalendarFault::ReversedDays`] when the last day is before the first,
    /// [`CalendarFault::YearOutOfRange`] outside the years 1 to 9999, and
    /// [`CalendarFault::TooManyDays`] beyond [`MAX_KNOWN_DAYS`].
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

    /// From 1 January of one year to 31 December of another.
    ///
    /// # Errors
    ///
    /// As [`KnownDays::new`].
    pub fn years(first: i32, last: i32) -> Result<Self, CalendarFault> {
        let edge = |year, month, day| {
            NaiveDate::from_ymd_opt(year, month, day).ok_or(CalendarFault::YearOutOfRange {
                date: if year < 1 { NaiveDate::MIN } else { NaiveDate::MAX },
            })
        };
        Self::new(edge(first, 1, 1)?, edge(last, 12, 31)?)
    }

    /// The first known day.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The last known day.
    #[must_use]
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// How many days these are.
    #[must_use]
    pub fn days(self) -> u32 {
        u32::try_from(self.last.signed_duration_since(self.first).num_days() + 1).unwrap_or(u32::MAX)
    }

    /// Whether a date is one of them.
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        (self.first..=self.last).contains(&date)
    }

    /// The first known day, counted from 1970-01-01.
    pub(crate) fn first_day(self) -> i64 {
        i64::from(self.first_day)
    }

    /// The last known day, counted from 1970-01-01.
    pub(crate) fn last_day(self) -> i64 {
        i64::from(self.last_day)
    }

    /// The date this many days after the first, known or not.
    pub(crate) fn nth(self, index: u32) -> NaiveDate {
        self.first.checked_add_days(Days::new(u64::from(index))).unwrap_or(NaiveDate::MAX)
    }
}
