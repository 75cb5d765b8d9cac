//! Instants and days as whole numbers, the form in which the tables are searched.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::calendar::local_time::DAY;

/// An instant: UTC seconds since 1970-01-01, and the nanoseconds after them, less than 1,000,000,000.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Moment {
    pub(crate) second: i64,
    pub(crate) nanos: u32,
}

const NANOS: u32 = 1_000_000_000;

impl Moment {
    pub(crate) const fn at_second(second: i64) -> Self {
        Self { second, nanos: 0 }
    }

    /// Returns the exact time from an earlier moment to this one.
    pub(crate) fn since(self, earlier: Self) -> TimeDelta {
        let borrow = self.nanos < earlier.nanos;
        let second = self.second - earlier.second - i64::from(borrow);
        let nanos = self.nanos + if borrow { NANOS } else { 0 } - earlier.nanos;
        TimeDelta::new(second, nanos).unwrap_or(TimeDelta::MAX)
    }

    /// Returns this moment moved by a signed time, or `None` if the seconds do not fit into 64 bits.
    pub(crate) fn plus(self, time: TimeDelta) -> Option<Self> {
        let nanos = i64::from(self.nanos) + i64::from(time.subsec_nanos());
        let second =
            self.second.checked_add(time.num_seconds())?.checked_add(nanos.div_euclid(i64::from(NANOS)))?;
        Some(Self { second, nanos: u32::try_from(nanos.rem_euclid(i64::from(NANOS))).ok()? })
    }
}

impl From<DateTime<Utc>> for Moment {
    #[inline]
    fn from(at: DateTime<Utc>) -> Self {
        // chrono represents a leap second as the second 59 with more than a second of nanoseconds. Here it is the
        // first instant of the next minute.
        let nanos = at.timestamp_subsec_nanos();
        Self { second: at.timestamp() + i64::from(nanos / NANOS), nanos: nanos % NANOS }
    }
}

impl From<Moment> for DateTime<Utc> {
    fn from(moment: Moment) -> Self {
        // INVARIANT: a moment comes from a `DateTime<Utc>`, or from a table within the years 1 to 9999.
        Self::from_timestamp(moment.second, moment.nanos).unwrap_or(Self::MAX_UTC)
    }
}

/// Returns the day number of a date, counted from 1970-01-01.
pub(crate) fn day_of_date(date: NaiveDate) -> i64 {
    i64::from(date.to_epoch_days())
}

/// Returns the date of a day number, or `None` if chrono cannot represent it.
pub(crate) fn date_of_day(day: i64) -> Option<NaiveDate> {
    NaiveDate::from_epoch_days(i32::try_from(day).ok()?)
}

/// Returns the date of a day number, or the nearest date that chrono can represent.
pub(crate) fn nearest_date(day: i64) -> NaiveDate {
    date_of_day(day).unwrap_or(if day < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

/// Returns the first second of a day number, as a wall clock without a zone counts it.
pub(crate) const fn midnight_of(day: i64) -> i64 {
    day * DAY
}
