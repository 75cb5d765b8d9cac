//! Openings and closings: where working time begins and ends.
//!
//! Hours that touch form one *run* of working time. A desk that is open around the clock therefore never opens or
//! closes, and hours of 09:00-12:00 and 12:00-17:00 close once, at 17:00.
//!
//! Runs are found without a list of runs. For each span, take its start minus the working time before it: the time
//! without work up to then. This number never falls, and it stays the same exactly within a run. Two binary searches
//! therefore find the first and the last span of a run, however long the run is.
//!
//! A run that reaches the edge of the known days may continue beyond it. Its opening or closing there is not known, and
//! asking for it is an error.

use chrono::{DateTime, NaiveDate, Utc};

use crate::calendar::error::CalendarError;
use crate::calendar::moment::{Moment, day_of_date};
use crate::calendar::query::Calendar;

impl Calendar {
    /// Returns the first opening after an instant.
    ///
    /// An opening is an instant at which working time begins and does not run just before. An opening at `at` itself
    /// does not count.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] as [`Calendar::is_working`] does, and if no opening follows within the known
    /// days.
    ///
    /// # Example: from Friday afternoon
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?; // 09:00-17:00 in Berlin
    /// let friday = "2026-03-06T15:00:00+01:00".parse()?;
    /// assert_eq!(calendar.next_opening(friday)?.to_rfc3339(), "2026-03-09T08:00:00+00:00"); // Monday 09:00 in Berlin
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn next_opening(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, CalendarError> {
        let at = self.within_until_end(at)?;
        let index = self.table.spell_ending_after(at.second);
        let spell = self.table.spell(index).ok_or_else(|| self.not_known_after())?;
        let opening = if Moment::at_second(spell.start) > at {
            spell
        } else {
            self.table.spell(self.table.run_end(index)).ok_or_else(|| self.not_known_after())?
        };
        Ok(self.door.second(opening.start))
    }

    /// Returns the first closing after an instant.
    ///
    /// A closing is an instant at which working time ends and does not continue at once. A closing at `at` itself does
    /// not count.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] as [`Calendar::is_working`] does, and if no closing follows within the known
    /// days. A closing at the very end of the known days is not known, because working time may continue after it.
    ///
    /// # Example: from a Friday evening
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let evening = "2026-03-06T17:00:00+01:00".parse()?; // the closing itself
    /// assert_eq!(calendar.next_closing(evening)?.to_rfc3339(), "2026-03-09T16:00:00+00:00"); // Monday 17:00 in Berlin
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn next_closing(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, CalendarError> {
        let at = self.within_until_end(at)?;
        let run = self.table.run_end(self.table.spell_ending_after(at.second));
        let last = run.checked_sub(1).and_then(|last| self.table.spell(last));
        last.filter(|last| last.end() > at.second && last.end() < self.known_until)
            .map(|last| self.door.second(last.end()))
            .ok_or_else(|| self.not_known_after())
    }

    /// Returns the last opening up to an instant. An opening at `at` itself counts.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] as [`Calendar::is_working`] does, and if no opening precedes within the
    /// known days.
    ///
    /// # Example: on the Monday of Easter
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let monday = "2026-04-06T12:00:00+02:00".parse()?; // a holiday
    /// let opening = calendar.previous_opening(monday)?;
    /// let closing = calendar.previous_closing(monday)?;
    /// assert_eq!(opening.to_rfc3339(), "2026-04-02T07:00:00+00:00"); // Thursday 09:00 in Berlin
    /// assert_eq!(closing.to_rfc3339(), "2026-04-02T15:00:00+00:00"); // Thursday 17:00 in Berlin
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn previous_opening(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, CalendarError> {
        let at = self.within_until_end(at)?;
        let index = self.table.spell_ending_after(at.second);
        let started = self.table.spell(index).is_some_and(|spell| spell.start <= at.second);
        let index = if started { Some(index) } else { index.checked_sub(1) };
        index
            .and_then(|index| self.table.spell(self.table.run_start(index)))
            .filter(|first| first.start > self.answers_from)
            .map(|first| self.door.second(first.start))
            .ok_or_else(|| self.not_known_before())
    }

    /// Returns the last closing up to an instant. A closing at `at` itself counts.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] as [`Calendar::is_working`] does, and if no closing precedes within the
    /// known days.
    pub fn previous_closing(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, CalendarError> {
        let at = self.within_until_end(at)?;
        let index = self.table.spell_ending_after(at.second);
        let started = self.table.spell(index).is_some_and(|spell| spell.start <= at.second);
        let after = if started { self.table.run_start(index) } else { index };
        after
            .checked_sub(1)
            .and_then(|last| self.table.spell(last))
            .filter(|last| last.end() > self.answers_from)
            .map(|last| self.door.second(last.end()))
            .ok_or_else(|| self.not_known_before())
    }

    /// Returns the spans of working time that belong to a date, earliest first.
    ///
    /// There are none if the date is not a working day. A span may end on the next date.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if the date is outside the known days.
    ///
    /// # Example: an ordinary day, and a holiday
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let mut monday = calendar.spans_of_day("2026-03-09".parse()?)?;
    /// assert_eq!(
    ///     monday.next(),
    ///     Some(("2026-03-09T09:00:00+01:00".parse()?, "2026-03-09T17:00:00+01:00".parse()?)),
    /// );
    /// assert_eq!(calendar.spans_of_day("2026-04-03".parse()?)?.count(), 0); // Good Friday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn spans_of_day(
        &self,
        date: NaiveDate,
    ) -> Result<impl DoubleEndedIterator<Item = (DateTime<Utc>, DateTime<Utc>)> + '_, CalendarError> {
        let spells = self.spells_of(day_of_date(date))?.iter();
        Ok(spells.map(|spell| (self.door.second(spell.start), self.door.second(spell.end()))))
    }

    /// Returns the breaks of a date: the spans between its working hours, earliest first.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if the date is outside the known days.
    ///
    /// # Example: lunch
    ///
    /// ```
    /// use redress::calendar::{Hours, WeekPattern};
    ///
    /// let hours = [Hours::from_static("09:00-12:00"), Hours::from_static("13:00-17:00")];
    /// let office = redress::sample::calendar()?.to_builder().week(WeekPattern::weekdays(hours)).build()?;
    /// let breaks: Vec<_> = office.breaks("2026-03-06".parse()?)?.collect();
    /// assert_eq!(breaks, [("2026-03-06T12:00:00+01:00".parse()?, "2026-03-06T13:00:00+01:00".parse()?)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn breaks(
        &self,
        date: NaiveDate,
    ) -> Result<impl DoubleEndedIterator<Item = (DateTime<Utc>, DateTime<Utc>)> + '_, CalendarError> {
        let spells = self.spells_of(day_of_date(date))?;
        let pairs = spells.windows(2).filter_map(|pair| match pair {
            [before, after] if before.end() < after.start => {
                Some((self.door.second(before.end()), self.door.second(after.start)))
            }
            _ => None,
        });
        Ok(pairs)
    }

    /// Accepts a known instant before the end of the known days.
    fn within_until_end(&self, at: DateTime<Utc>) -> Result<Moment, CalendarError> {
        let at = self.within(at)?;
        if at.second >= self.known_until { Err(self.not_known_after()) } else { Ok(at) }
    }
}
