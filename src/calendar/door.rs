//! The conversion from whole numbers to chrono's types.
//!
//! A calendar calculates with seconds and day numbers. Here an answer becomes a date of chrono, once. The dates of the
//! known days and a few more are kept in a table, because finding the year, the month and the leap day of a day number
//! would cost more than the answer itself.

use alloc::vec::Vec;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::calendar::known::KnownDays;
use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, date_of_day, nearest_date};

/// How many days before and after the known days have an entry. No clock is further from UTC.
const MARGIN: i64 = 2;

/// The dates of the known days and a few days around them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Door {
    first_day: i64,
    dates: Vec<NaiveDate>,
}

impl Door {
    pub(super) fn of(known: KnownDays) -> Self {
        let first_day = known.first_day() - MARGIN;
        let dates = (first_day..=known.last_day() + MARGIN).map_while(date_of_day).collect();
        Self { first_day, dates }
    }

    /// Returns the date of a day number, or the nearest date that chrono can represent.
    #[inline]
    pub(crate) fn date(&self, day: i64) -> NaiveDate {
        let entry = usize::try_from(day - self.first_day).ok().and_then(|index| self.dates.get(index));
        entry.map_or_else(|| nearest_date(day), |&date| date)
    }

    /// Returns a whole second as an instant of chrono.
    #[inline]
    pub(crate) fn second(&self, second: i64) -> DateTime<Utc> {
        self.instant(Moment::at_second(second))
    }

    /// Returns a moment as an instant of chrono.
    #[inline]
    pub(crate) fn instant(&self, at: Moment) -> DateTime<Utc> {
        let (day, second) = (at.second.div_euclid(DAY), at.second.rem_euclid(DAY));
        let entry = usize::try_from(day - self.first_day).ok().and_then(|index| self.dates.get(index));
        let time = u32::try_from(second)
            .ok()
            .and_then(|second| NaiveTime::from_num_seconds_from_midnight_opt(second, at.nanos));
        let (date, time) = if let (Some(&date), Some(time)) = (entry, time) {
            (date, time)
        } else {
            let at = DateTime::<Utc>::from(at).naive_utc();
            (at.date(), at.time())
        };
        date.and_time(time).and_utc()
    }
}
