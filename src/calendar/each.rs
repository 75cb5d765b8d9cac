//! Questions about many records at once, from columns of plain numbers to a column of plain numbers.
//!
//! An instant is a whole UTC second since 1970-01-01, a date a day number since 1970-01-01. Each answer is the one that
//! the question about a single record gives: both ask the same tables.

use crate::calendar::column::{Answered, ColumnError, UNKNOWN, UNKNOWN_DAY};
use crate::calendar::query::Calendar;
use crate::calendar::span::Span;

impl Calendar {
    /// Finds the nth working day after the date of each record, as [`Calendar::nth_working_day_after`] does.
    ///
    /// Dates are day numbers, counted from 1970-01-01. [`UNKNOWN_DAY`] stands where the day is not known.
    ///
    /// # Errors
    ///
    /// [`ColumnError::Length`] when the columns have different lengths; nothing is written then.
    ///
    /// # Example: the second working day after a Thursday and after a Friday
    ///
    /// ```
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("no such offset")?;
    /// # let office = Calendar::builder("office", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// let dates = [20_517, 20_518]; // 2026-03-05 and 2026-03-06
    /// let mut found = [0; 2];
    /// let answered = office.nth_working_day_after_each(&dates, &[2, 2], &mut found)?;
    /// assert!(answered.is_complete());
    /// assert_eq!(found, [20_521, 20_522]); // 2026-03-09 and 2026-03-10
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn nth_working_day_after_each(
        &self,
        dates: &[i32],
        n: &[u32],
        found: &mut [i32],
    ) -> Result<Answered, ColumnError> {
        ColumnError::none_or("n", n.len(), dates.len())?;
        ColumnError::none_or("found", found.len(), dates.len())?;
        for ((&date, &n), found) in dates.iter().zip(n).zip(&mut *found) {
            let day = self.found_after(i64::from(date), n);
            *found = day.and_then(|day| i32::try_from(day).ok()).unwrap_or(UNKNOWN_DAY);
        }
        Ok(Answered::of(found, UNKNOWN_DAY))
    }

    /// Finds the earliest instant by which an amount of working time has passed, for each record, as
    /// [`Calendar::add_working_time`] does.
    ///
    /// Instants are UTC seconds, counted from 1970-01-01. [`UNKNOWN`] stands where the instant is not known.
    ///
    /// # Errors
    ///
    /// [`ColumnError::Length`] when the columns have different lengths; nothing is written then.
    ///
    /// # Example: two hours from Friday 16:00, and from the end of the known days
    ///
    /// ```
    /// # use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone};
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("no such offset")?;
    /// # let office = Calendar::builder("office", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// use redress::calendar::column::UNKNOWN;
    ///
    /// let starts = [1_772_812_800, 1_798_750_800]; // 2026-03-06 and 2026-12-31, 16:00 and 21:00
    /// let mut ends = [0; 2];
    /// let answered = office.add_working_time_each(&starts, &[Span::hours(2); 2], &mut ends)?;
    /// assert_eq!(ends, [1_773_050_400, UNKNOWN]); // Monday 10:00
    /// assert_eq!(answered.first_unknown(), Some(1));
    /// // The single question says why.
    /// let alone = chrono::DateTime::from_timestamp(starts[1], 0).ok_or("no such instant")?;
    /// assert_eq!(
    ///     office.add_working_time(alone, Span::hours(2)).unwrap_err().to_string(),
    ///     "calendar `office` is not known on 2027-01-01, expected a date from 2026-01-01 to 2026-12-31",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_working_time_each(
        &self,
        starts: &[i64],
        amounts: &[Span],
        ends: &mut [i64],
    ) -> Result<Answered, ColumnError> {
        ColumnError::none_or("amounts", amounts.len(), starts.len())?;
        ColumnError::none_or("ends", ends.len(), starts.len())?;
        for ((&start, amount), end) in starts.iter().zip(amounts).zip(&mut *ends) {
            let seconds = i64::try_from(amount.as_seconds()).unwrap_or(i64::MAX);
            *end = self.advanced(start, seconds).unwrap_or(UNKNOWN);
        }
        Ok(Answered::of(ends, UNKNOWN))
    }

    /// Finds the seconds of working time between two instants of each record, negative when they are reversed, as
    /// [`Calendar::working_time_between`] does.
    ///
    /// Instants are UTC seconds, counted from 1970-01-01. [`UNKNOWN`] stands where one of the instants is not known.
    ///
    /// # Errors
    ///
    /// [`ColumnError::Length`] when the columns have different lengths; nothing is written then.
    ///
    /// # Example: from Friday 16:00 to Monday 10:00
    ///
    /// ```
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("no such offset")?;
    /// # let office = Calendar::builder("office", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// let mut seconds = [0];
    /// let answered = office.working_time_between_each(&[1_772_812_800], &[1_773_050_400], &mut seconds)?;
    /// assert!(answered.is_complete());
    /// assert_eq!(seconds, [2 * 3_600]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn working_time_between_each(
        &self,
        from: &[i64],
        until: &[i64],
        seconds: &mut [i64],
    ) -> Result<Answered, ColumnError> {
        ColumnError::none_or("until", until.len(), from.len())?;
        ColumnError::none_or("seconds", seconds.len(), from.len())?;
        for ((&from, &until), seconds) in from.iter().zip(until).zip(&mut *seconds) {
            *seconds = self.seconds_between(from, until).unwrap_or(UNKNOWN);
        }
        Ok(Answered::of(seconds, UNKNOWN))
    }
}
