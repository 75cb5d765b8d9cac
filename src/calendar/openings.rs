//! Openings and closings: where working time begins and ends.
//!
//! Hours that touch are one run of working time: a desk that is open around the clock opens and closes nowhere, and
//! 09:00-12:00 beside 12:00-17:00 closes once. The time without work before a span never falls and stays the same
//! within a run, so a run is found by two binary searches, however long it is. A run that reaches to the edge of the
//! known days may go on beyond it: its opening or closing there is not known.

use chrono::{DateTime, NaiveDate, Utc};

use crate::calendar::error::CalendarError;
use crate::calendar::moment::{Moment, day_of_date};
use crate::calendar::query::Calendar;

impl Calendar {
    /// Returns the first opening after an instant: working time begins there, and did not run just before.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] as for [`Calendar::is_working`], and when no opening follows within the known days.
    ///
    /// # Example: from Friday afternoon
    ///
    /// ```
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("no such offset")?;
    /// let office = Calendar::builder("office", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
    ///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    ///     .build()?;
    /// let friday = "2026-03-06T15:00:00Z".parse()?;
    /// assert_eq!(office.next_opening(friday)?.to_rfc3339(), "2026-03-09T09:00:00+00:00");
    /// assert_eq!(office.next_closing(friday)?.to_rfc3339(), "2026-03-06T17:00:00+00:00");
    /// assert_eq!(office.previous_opening(friday)?.to_rfc3339(), "2026-03-06T09:00:00+00:00");
    /// assert_eq!(office.previous_closing(friday)?.to_rfc3339(), "2026-03-05T17:00:00+00:00");
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

    /// Returns the first closing after an instant: working time ends there, and does not go on at once.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] as for [`Calendar::is_working`], and when no closing follows before the end of the
    /// known days.
    pub fn next_closing(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, CalendarError> {
        let at = self.within_until_end(at)?;
        let run = self.table.run_end(self.table.spell_ending_after(at.second));
        let last = run.checked_sub(1).and_then(|last| self.table.spell(last));
        last.filter(|last| last.end() > at.second && last.end() < self.known_until)
            .map(|last| self.door.second(last.end()))
            .ok_or_else(|| self.not_known_after())
    }

    /// Returns the last opening up to an instant, the instant itself included.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] as for [`Calendar::is_working`], and when no opening precedes within the known days.
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

    /// Returns the last closing up to an instant, the instant itself included.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] as for [`Calendar::is_working`], and when no closing precedes within the known days.
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

    /// Returns the spans of working time that belong to a date, in order; none where nothing is worked. A span may end
    /// on the next date.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] outside the known days.
    pub fn spans_of_day(
        &self,
        date: NaiveDate,
    ) -> Result<impl DoubleEndedIterator<Item = (DateTime<Utc>, DateTime<Utc>)> + '_, CalendarError> {
        let spells = self.spells_of(day_of_date(date))?.iter();
        Ok(spells.map(|spell| (self.door.second(spell.start), self.door.second(spell.end()))))
    }

    /// Returns the breaks of a date: the spans between its working hours, in order.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] outside the known days.
    ///
    /// # Example: lunch
    ///
    /// ```
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("no such offset")?;
    /// let hours = [Hours::from_static("09:00-12:00"), Hours::from_static("13:00-17:00")];
    /// let office = Calendar::builder("office", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
    ///     .week(WeekPattern::weekdays(hours))
    ///     .build()?;
    /// let breaks: Vec<_> = office.breaks("2026-03-06".parse()?)?.collect();
    /// assert_eq!(breaks, [("2026-03-06T12:00:00Z".parse()?, "2026-03-06T13:00:00Z".parse()?)]);
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

    /// An instant before the end of the known days.
    fn within_until_end(&self, at: DateTime<Utc>) -> Result<Moment, CalendarError> {
        let at = self.within(at)?;
        if at.second >= self.known_until { Err(self.not_known_after()) } else { Ok(at) }
    }
}
