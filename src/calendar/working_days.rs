//! Working days: which they are, and how many lie between two dates.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};

use crate::calendar::builder::{Exception, ExceptionKind};
use crate::calendar::error::CalendarError;
use crate::calendar::moment::{Moment, day_of_date, midnight_of, nearest_date};
use crate::calendar::query::{Calendar, DayKind};
use crate::calendar::table::Spell;
use crate::calendar::zone::Fold;

/// Which of two dates count among the days between them.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the four modes")]
pub enum DayBounds {
    /// The earlier and the later one.
    Both,
    /// The earlier one alone.
    Earlier,
    /// The later one alone, as in [`Calendar::working_days_between`].
    Later,
    /// Neither.
    Neither,
}

impl Calendar {
    /// Whether working hours start on a date.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] outside the known days.
    pub fn is_working_day(&self, date: NaiveDate) -> Result<bool, CalendarError> {
        self.is_open(day_of_date(date))
    }

    /// Why a date is or is not a working day.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] outside the known days.
    pub fn day(&self, date: NaiveDate) -> Result<DayKind<'_>, CalendarError> {
        let working = self.is_working_day(date)?;
        Ok(match (self.exceptions.get(&date), working) {
            (Some(Exception { kind: ExceptionKind::Holiday, name, .. }), _) => DayKind::Holiday(name),
            (_, false) => DayKind::Closed,
            (Some(Exception { kind: ExceptionKind::WorkingDay, name, .. }), true) => DayKind::MakeUp(name),
            (Some(Exception { kind: ExceptionKind::SpecialHours, name, .. }), true) => {
                DayKind::SpecialHours(name)
            }
            (None, true) => DayKind::Working,
        })
    }

    /// The nth working day after a date, whatever the date itself is; for 0 the date itself.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when it lies beyond the known days.
    pub fn nth_working_day_after(&self, date: NaiveDate, n: u32) -> Result<NaiveDate, CalendarError> {
        self.nth_open_after(day_of_date(date), n).map(|day| self.door.date(day))
    }

    /// The nth working day before a date, whatever the date itself is; for 0 the date itself.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when it lies before the known days.
    pub fn nth_working_day_before(&self, date: NaiveDate, n: u32) -> Result<NaiveDate, CalendarError> {
        self.nth_open_before(day_of_date(date), n).map(|day| self.door.date(day))
    }

    /// How many working days come after one date, up to and including another; negative when reversed.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when one of them is outside the known days.
    pub fn working_days_between(&self, from: NaiveDate, until: NaiveDate) -> Result<i64, CalendarError> {
        let through = |date| {
            let day = day_of_date(date);
            self.day_index(day).and_then(|_| self.open_before(day + 1)).map(i64::from)
        };
        Ok(through(until)? - through(from)?)
    }

    /// Returns how many working days lie between two dates, with the bounds that are to count; negative when reversed.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when one of the dates is outside the known days.
    ///
    /// # Example: from Friday to Monday
    ///
    /// ```
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::calendar::reading::DayBounds;
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("no such offset")?;
    /// # let office = Calendar::builder("office", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// let (friday, monday) = ("2026-03-06".parse()?, "2026-03-09".parse()?);
    /// assert_eq!(office.working_days_bounded(friday, monday, DayBounds::Both)?, 2);
    /// assert_eq!(office.working_days_bounded(friday, monday, DayBounds::Later)?, 1);
    /// assert_eq!(office.working_days_bounded(friday, monday, DayBounds::Neither)?, 0);
    /// assert_eq!(office.working_days_bounded(monday, friday, DayBounds::Both)?, -2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn working_days_bounded(
        &self,
        from: NaiveDate,
        until: NaiveDate,
        bounds: DayBounds,
    ) -> Result<i64, CalendarError> {
        if until < from {
            return self.working_days_bounded(until, from, bounds).map(|days| -days);
        }
        let (earlier, later) = match bounds {
            DayBounds::Both => (true, true),
            DayBounds::Earlier => (true, false),
            DayBounds::Later => (false, true),
            DayBounds::Neither => (false, false),
        };
        let (first, last) = (i64::from(self.is_working_day(from)?), i64::from(self.is_working_day(until)?));
        if from == until {
            return Ok(if earlier && later { first } else { 0 });
        }
        let days = self.working_days_between(from, until)?;
        Ok(days + if earlier { first } else { 0 } - if later { 0 } else { last })
    }

    /// Returns the instant with the same wall-clock time on the nth working day after the date of an instant.
    ///
    /// A time that the clock skips on that day is the first instant after the gap, one that it shows twice the earlier.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when that day lies beyond the known days.
    pub fn same_time_after(
        &self,
        at: DateTime<Utc>,
        working_days: u32,
    ) -> Result<DateTime<Utc>, CalendarError> {
        let local = self.local(at)?;
        self.same_time(self.nth_working_day_after(local.date(), working_days)?, local)
    }

    /// Returns the instant with the same wall-clock time on the nth working day before the date of an instant.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when that day lies before the known days.
    ///
    /// # Example: a reminder on the working day before
    ///
    /// ```
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("no such offset")?;
    /// # let office = Calendar::builder("office", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// let monday = "2026-03-09T16:30:00Z".parse()?;
    /// assert_eq!(office.same_time_before(monday, 1)?.to_rfc3339(), "2026-03-06T16:30:00+00:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn same_time_before(
        &self,
        at: DateTime<Utc>,
        working_days: u32,
    ) -> Result<DateTime<Utc>, CalendarError> {
        let local = self.local(at)?;
        self.same_time(self.nth_working_day_before(local.date(), working_days)?, local)
    }

    fn same_time(&self, date: NaiveDate, local: NaiveDateTime) -> Result<DateTime<Utc>, CalendarError> {
        let found = self.zone().instant(date.and_time(local.time()), Fold::Earlier);
        found.ok_or_else(|| self.not_known(date))
    }

    /// Returns the holidays of a year with their names, earliest first: declared ones, recurring ones, and days that
    /// special hours close.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when the calendar does not know the whole year.
    ///
    /// # Example
    ///
    /// ```
    /// # use redress::calendar::{Calendar, Hours, KnownDays, RecurringHoliday, WeekPattern, Zone};
    /// # use redress::calendar::holiday::AnnualDay;
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("no such offset")?;
    /// # let office = Calendar::builder("office", Zone::fixed(utc, KnownDays::years(2026, 2027)?)?)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .recurring(RecurringHoliday::new("Good Friday", AnnualDay::Easter { days: -2 }))
    /// #     .build()?;
    /// let holidays: Vec<_> = office.holidays(2027)?.collect();
    /// assert_eq!(holidays, [("2027-03-26".parse()?, "Good Friday")]);
    /// assert!(office.holidays(2028).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn holidays(&self, year: i32) -> Result<impl Iterator<Item = (NaiveDate, &str)> + '_, CalendarError> {
        let beyond = if year < 1 { NaiveDate::MIN } else { NaiveDate::MAX };
        let edge = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(beyond);
        let days = self.exceptions(edge(1, 1), edge(12, 31))?;
        Ok(days.filter_map(|(date, kind)| match kind {
            DayKind::Holiday(name) => Some((date, name)),
            DayKind::Working | DayKind::MakeUp(_) | DayKind::SpecialHours(_) | DayKind::Closed => None,
        }))
    }

    /// The date itself when it is a working day, otherwise the next one.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when it lies beyond the known days.
    pub fn working_day_on_or_after(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.open_on_or_after(day_of_date(date)).map(|day| self.door.date(day))
    }

    /// The date itself when it is a working day, otherwise the previous one.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when it lies before the known days.
    pub fn working_day_on_or_before(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.open_on_or_before(day_of_date(date)).map(|day| self.door.date(day))
    }

    /// When the first hours that belong to a date start.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NoBusinessHours`] on a day without any, [`CalendarError::NotKnown`] outside the
    /// known days.
    pub fn opening(&self, date: NaiveDate) -> Result<DateTime<Utc>, CalendarError> {
        let spells = self.table.spells_of(self.day_index(day_of_date(date))?);
        spells.first().map(|spell| self.door.second(spell.start)).ok_or_else(|| self.no_hours(date))
    }

    /// When the last hours that belong to a date end, after midnight for a night shift.
    ///
    /// # Errors
    ///
    /// As for [`Calendar::opening`].
    pub fn close_of_business(&self, date: NaiveDate) -> Result<DateTime<Utc>, CalendarError> {
        let spells = self.table.spells_of(self.day_index(day_of_date(date))?);
        spells.last().map(|spell| self.door.second(spell.end())).ok_or_else(|| self.no_hours(date))
    }

    /// The declared exceptions from one date to another, both included, with what they are.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when one of the dates is outside the known days.
    pub fn exceptions(
        &self,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<impl Iterator<Item = (NaiveDate, DayKind<'_>)> + '_, CalendarError> {
        self.day_index(day_of_date(first))?;
        self.day_index(day_of_date(last))?;
        // A reversed range would make the map panic.
        let range = self.exceptions.range(first.min(last)..=last);
        Ok(range.filter_map(|(&date, _)| Some((date, self.day(date).ok()?))).filter(move |_| first <= last))
    }

    #[inline]
    pub(crate) fn is_open(&self, day: i64) -> Result<bool, CalendarError> {
        self.day_index(day).map(|index| self.table.is_working_day(index))
    }

    #[inline]
    pub(crate) fn nth_open_after(&self, day: i64, n: u32) -> Result<i64, CalendarError> {
        self.found_after(day, n).ok_or_else(|| self.none_after(day, n))
    }

    /// The nth working day after a known day, where it is known.
    #[inline]
    pub(super) fn found_after(&self, day: i64, n: u32) -> Option<i64> {
        let index = self.known_index(day)?;
        let Some(skip) = n.checked_sub(1) else { return Some(day) };
        let number = self.table.working_before(index + 1).and_then(|through| through.checked_add(skip));
        self.nth_open(number)
    }

    #[cold]
    fn none_after(&self, day: i64, n: u32) -> CalendarError {
        match self.day_index(day) {
            Ok(_) => self.not_known_days_after(day, n.into()),
            Err(error) => error,
        }
    }

    pub(crate) fn nth_open_before(&self, day: i64, n: u32) -> Result<i64, CalendarError> {
        let index = self.day_index(day)?;
        if n == 0 {
            return Ok(day);
        }
        let number = self.table.working_before(index).and_then(|before| before.checked_sub(n));
        self.nth_open(number).ok_or_else(|| self.not_known_days_before(day, n.into()))
    }

    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    pub(crate) fn open_on_or_after(&self, day: i64) -> Result<i64, CalendarError> {
        let number = self.table.working_before(self.day_index(day)?);
        self.nth_open(number).ok_or_else(|| self.not_known_after())
    }

    pub(crate) fn open_on_or_before(&self, day: i64) -> Result<i64, CalendarError> {
        let through = self.table.working_before(self.day_index(day)? + 1);
        self.nth_open(through.and_then(|through| through.checked_sub(1)))
            .ok_or_else(|| self.not_known_before())
    }

    /// How many known working days come before a day, which may be the one after the last known.
    pub(crate) fn open_before(&self, day: i64) -> Result<u32, CalendarError> {
        u32::try_from(day - self.known().first_day())
            .ok()
            .and_then(|index| self.table.working_before(index))
            .ok_or_else(|| self.not_known(nearest_date(day)))
    }

    #[inline]
    pub(crate) fn nth_open(&self, number: Option<u32>) -> Option<i64> {
        let index = self.table.working_day(number?)?;
        Some(self.known().first_day() + i64::from(index))
    }

    /// The number of a known day, counted from the first.
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    pub(super) fn day_index(&self, day: i64) -> Result<u32, CalendarError> {
        self.known_index(day).ok_or_else(|| self.not_known(nearest_date(day)))
    }

    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    fn known_index(&self, day: i64) -> Option<u32> {
        let known = self.known();
        if day > known.last_day() { None } else { u32::try_from(day - known.first_day()).ok() }
    }

    pub(crate) fn spells_of(&self, day: i64) -> Result<&[Spell], CalendarError> {
        self.day_index(day).map(|index| self.table.spells_of(index))
    }

    /// When the day before the first known one would open or close by the pattern of the week, where that may
    /// lie on a known day; midnight where it would be closed.
    pub(crate) fn end_of_unknown_day_before(&self, opening: bool) -> Option<Moment> {
        let first = self.known().first();
        let closed = self.description.week.hours(first.weekday().pred()).is_empty();
        match (closed, opening) {
            (true, _) => self.utc(midnight_of(day_of_date(first)), Fold::Earlier).ok().map(Moment::at_second),
            (false, true) => None,
            (false, false) => Some(Moment::at_second(self.answers_from)),
        }
    }

    pub(crate) fn no_hours(&self, date: NaiveDate) -> CalendarError {
        CalendarError::NoBusinessHours { calendar: self.name().into(), date }
    }
}
