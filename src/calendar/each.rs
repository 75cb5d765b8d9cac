//! Questions about many records at once: columns of plain numbers in, a column of plain numbers out.
//!
//! An instant is a whole UTC second since 1970-01-01, and a date is a day number since 1970-01-01. Each answer is the
//! same as the one to the question about a single record, because both read the same tables. What the columns save is
//! the conversion to and from chrono's types, and one error value per record.

use crate::calendar::column::{Answered, ColumnError, UNKNOWN, UNKNOWN_DAY};
use crate::calendar::query::Calendar;
use crate::calendar::span::Span;

impl Calendar {
    /// Finds the nth working day after each date, as [`Calendar::nth_working_day_after`] does.
    ///
    /// Dates are day numbers, counted from 1970-01-01. If an answer is not known, [`UNKNOWN_DAY`] is written.
    ///
    /// # Errors
    ///
    /// Returns [`ColumnError::Length`] if the columns have different lengths. Nothing is written then.
    ///
    /// # Example: the second working day after a Thursday and after a Friday
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let dates = [20_517, 20_518]; // 2026-03-05 and 2026-03-06
    /// let mut found = [0; 2];
    /// let answered = calendar.nth_working_day_after_each(&dates, &[2, 2], &mut found)?;
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
    /// Instants are UTC seconds, counted from 1970-01-01. If an answer is not known, [`UNKNOWN`] is written.
    ///
    /// # Errors
    ///
    /// Returns [`ColumnError::Length`] if the columns have different lengths. Nothing is written then.
    ///
    /// # Example: two hours from a Friday afternoon, and from the evening of the last known day
    ///
    /// ```
    /// use redress::calendar::Span;
    /// use redress::calendar::column::UNKNOWN;
    ///
    /// let calendar = redress::sample::calendar()?;
    /// let starts = [1_772_809_200, 1_798_743_600]; // 2026-03-06T16:00 and 2026-12-31T20:00 in Berlin
    /// let mut ends = [0; 2];
    /// let answered = calendar.add_working_time_each(&starts, &[Span::hours(2); 2], &mut ends)?;
    /// assert_eq!(ends, [1_773_046_800, UNKNOWN]); // Monday 10:00 in Berlin
    /// assert_eq!(answered.first_unknown(), Some(1));
    /// // The question about the single record says why.
    /// let alone = chrono::DateTime::from_timestamp(starts[1], 0).ok_or("no such instant")?;
    /// assert_eq!(
    ///     calendar.add_working_time(alone, Span::hours(2)).unwrap_err().to_string(),
    ///     "calendar `office` does not cover 2027-01-01, only 2026-01-01 to 2026-12-31; extend its known days",
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

    /// Finds the seconds of working time between two instants, for each record, as [`Calendar::working_time_between`]
    /// does.
    ///
    /// Instants are UTC seconds, counted from 1970-01-01. The result is negative if the instants are reversed. If one
    /// of the instants is not known, [`UNKNOWN`] is written.
    ///
    /// # Errors
    ///
    /// Returns [`ColumnError::Length`] if the columns have different lengths. Nothing is written then.
    ///
    /// # Example: from a Friday 16:00 to Monday 10:00 in Berlin
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let mut seconds = [0];
    /// let answered = calendar.working_time_between_each(&[1_772_809_200], &[1_773_046_800], &mut seconds)?;
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
