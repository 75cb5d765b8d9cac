//! Working days: which dates they are, and how many of them lie between two dates.
//!
//! The problem: a deadline of 20 working days must skip weekends, holidays and closures, and must count make-up
//! Saturdays. Stepping from day to day would cost more for longer deadlines, and a nightly run asks the question a
//! million times.
//!
//! The idea: number the working days once, and calculate with the numbers. [`Table`](crate::calendar::table::Table)
//! holds two arrays, which are the inverse of each other:
//!
//! - `working_before[day]`: how many working days come before a known day. It has one entry more than there are known
//!   days.
//! - `working_days[number]`: the known day on which the working day with this number falls, counted from 0.
//!
//! The second working day after Thursday, 2026-04-02, in the shop of `redress::sample`: exactly 66 working days
//! come before Friday, April 3, and have the numbers 0 to 65. Friday and Monday are holidays, so that Tuesday, April 7,
//! has number 66, and Wednesday, April 8, has number 67: the second one from 66 on, and the answer. The number of
//! working days between two dates is the difference of two entries of `working_before`.
//!
//! The cost is two array look-ups for every question, for one working day as well as for a thousand. The arrays take
//! eight bytes for each known day at most.
//!
//! At the edges:
//!
//! - The date itself never counts. Zero working days after a date is the date itself, even if it is a holiday.
//! - A date outside the known days is an error before anything is counted. An answer beyond the last known working day
//!   is an error too, because the days that follow could be holidays. The error names the first day that is not known.
//!   If the answer would lie after the year 9999, the error says so instead, because no calendar could help.
//! - A working day is a day on which working time *starts*: a night shift belongs to the evening. A date that the zone
//!   skips has no spells, and therefore never counts.
//! - A reversed pair of dates gives the negative count, so that `a` to `b` is always minus `b` to `a`.
//!
//! A bit set with a population count was rejected: it is smaller, but its inverse needs a search. A search through
//! sorted holidays was rejected because its cost grows with the span and with the number of holidays.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};

use crate::calendar::builder::{Exception, ExceptionKind};
use crate::calendar::error::CalendarError;
use crate::calendar::moment::{Moment, day_of_date, midnight_of, nearest_date};
use crate::calendar::query::{Calendar, DayKind};
use crate::calendar::table::Spell;
use crate::calendar::zone::Fold;

/// Which of two dates count in [`Calendar::working_days_bounded`].
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the four modes")]
pub enum DayBounds {
    /// Both dates count.
    Both,
    /// Only the earlier date counts.
    Earlier,
    /// Only the later date counts, as in [`Calendar::working_days_between`].
    Later,
    /// Neither date counts.
    Neither,
}

impl Calendar {
    /// Returns whether working hours start on a date.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if the date is outside the known days.
    ///
    /// # Example: a public holiday on a Friday
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// assert!(calendar.is_working_day("2026-04-02".parse()?)?); // a Thursday
    /// assert!(!calendar.is_working_day("2026-04-03".parse()?)?); // Good Friday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn is_working_day(&self, date: NaiveDate) -> Result<bool, CalendarError> {
        self.is_open(day_of_date(date))
    }

    /// Returns what a date is: a working day, a closed day or a holiday, with its name.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if the date is outside the known days.
    ///
    /// # Example: a holiday that falls on a weekend is still a holiday
    ///
    /// ```
    /// use redress::calendar::reading::DayKind;
    ///
    /// let calendar = redress::sample::calendar()?;
    /// let saturday = calendar.day("2026-12-26".parse()?)?;
    /// assert_eq!(saturday, DayKind::Holiday("Second Day of Christmas"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Returns the nth working day after a date.
    ///
    /// The date itself does not count, whether it is a working day or not. If `n` is 0, the result is the date itself.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if `date` is outside the known days, or if the answer lies after them.
    ///
    /// # Example: two working days, with Easter between them
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let thursday = "2026-04-02".parse()?;
    /// assert_eq!(calendar.nth_working_day_after(thursday, 2)?, "2026-04-08".parse()?); // Wednesday after Easter
    /// // Zero days after a holiday is the holiday.
    /// let good_friday = "2026-04-03".parse()?;
    /// assert_eq!(calendar.nth_working_day_after(good_friday, 0)?, good_friday);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn nth_working_day_after(&self, date: NaiveDate, n: u32) -> Result<NaiveDate, CalendarError> {
        self.nth_open_after(day_of_date(date), n).map(|day| self.door.date(day))
    }

    /// Returns the nth working day before a date.
    ///
    /// The date itself does not count, whether it is a working day or not. If `n` is 0, the result is the date itself.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if `date` is outside the known days, or if the answer lies before them.
    ///
    /// # Example: a notice two working days before the Tuesday after Easter
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// assert_eq!(calendar.nth_working_day_before("2026-04-07".parse()?, 2)?, "2026-04-01".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn nth_working_day_before(&self, date: NaiveDate, n: u32) -> Result<NaiveDate, CalendarError> {
        self.nth_open_before(day_of_date(date), n).map(|day| self.door.date(day))
    }

    /// Returns how many working days come after `from`, up to and including `until`.
    ///
    /// The result is negative if `until` is before `from`. Use [`Calendar::working_days_bounded`] to count `from` too,
    /// or to leave out `until`.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if one of the dates is outside the known days.
    ///
    /// # Example: a week with a holiday
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let (monday, next_monday) = ("2026-03-30".parse()?, "2026-04-06".parse()?);
    /// // Tuesday, Wednesday and Thursday. Good Friday and Easter Monday do not count.
    /// assert_eq!(calendar.working_days_between(monday, next_monday)?, 3);
    /// assert_eq!(calendar.working_days_between(next_monday, monday)?, -3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn working_days_between(&self, from: NaiveDate, until: NaiveDate) -> Result<i64, CalendarError> {
        let through = |date| {
            let day = day_of_date(date);
            self.day_index(day).and_then(|_| self.open_before(day + 1)).map(i64::from)
        };
        Ok(through(until)? - through(from)?)
    }

    /// Returns how many working days lie between two dates; `bounds` says which of the two dates count.
    ///
    /// The result is negative if `until` is before `from`. If both dates are the same, it counts only with
    /// [`DayBounds::Both`].
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if one of the dates is outside the known days.
    ///
    /// # Example: from Friday to Monday
    ///
    /// ```
    /// use redress::calendar::reading::DayBounds;
    ///
    /// let calendar = redress::sample::calendar()?;
    /// let (friday, monday) = ("2026-03-06".parse()?, "2026-03-09".parse()?);
    /// assert_eq!(calendar.working_days_bounded(friday, monday, DayBounds::Both)?, 2);
    /// assert_eq!(calendar.working_days_bounded(friday, monday, DayBounds::Later)?, 1);
    /// assert_eq!(calendar.working_days_bounded(friday, monday, DayBounds::Neither)?, 0);
    /// assert_eq!(calendar.working_days_bounded(monday, friday, DayBounds::Both)?, -2);
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

    /// Returns the instant with the same wall-clock time, some working days later.
    ///
    /// The working days are counted from the local date of `at`. If the clock skips the time on the resulting day, the
    /// result is the first instant after the gap. If the clock shows the time twice, the result is the earlier instant.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if `at` is outside the known days, or if the answer lies after them.
    ///
    /// # Example: the wall clock keeps its time when summer time begins
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let friday = "2026-03-27T10:00:00+01:00".parse()?;
    /// let monday = calendar.same_time_after(friday, 1)?;
    /// assert_eq!(monday.to_rfc3339(), "2026-03-30T08:00:00+00:00"); // again 10:00 in Berlin
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn same_time_after(
        &self,
        at: DateTime<Utc>,
        working_days: u32,
    ) -> Result<DateTime<Utc>, CalendarError> {
        let local = self.local(at)?;
        self.same_time(self.nth_working_day_after(local.date(), working_days)?, at, local)
    }

    /// Returns the instant with the same wall-clock time, some working days earlier.
    ///
    /// Local times that the clock skips or shows twice are read as in [`Calendar::same_time_after`].
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if `at` is outside the known days, or if the answer lies before them.
    ///
    /// # Example: a reminder on the working day before
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let monday = "2026-03-09T16:30:00Z".parse()?;
    /// assert_eq!(calendar.same_time_before(monday, 1)?.to_rfc3339(), "2026-03-06T16:30:00+00:00"); // a Friday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn same_time_before(
        &self,
        at: DateTime<Utc>,
        working_days: u32,
    ) -> Result<DateTime<Utc>, CalendarError> {
        let local = self.local(at)?;
        self.same_time(self.nth_working_day_before(local.date(), working_days)?, at, local)
    }

    fn same_time(
        &self,
        date: NaiveDate,
        at: DateTime<Utc>,
        local: NaiveDateTime,
    ) -> Result<DateTime<Utc>, CalendarError> {
        // The second of two equal local times is no other instant on its own day.
        if date == local.date() {
            return Ok(at);
        }
        let found = self.zone().instant(date.and_time(local.time()), Fold::Earlier);
        found.ok_or_else(|| self.not_known(date))
    }

    /// Returns the holidays of a year with their names, earliest first.
    ///
    /// The list contains declared and recurring holidays, and days whose special hours are empty. Holidays that fall on
    /// a weekend are included.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if the calendar does not cover the whole year.
    ///
    /// # Example
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let names: Vec<_> = calendar.holidays(2026)?.map(|(_, name)| name).collect();
    /// assert_eq!(names, ["Good Friday", "Easter Monday", "Christmas Day", "Second Day of Christmas"]);
    /// assert!(calendar.holidays(2027).is_err());
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

    /// Returns the date itself if it is a working day, and the next working day otherwise.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if `date` is outside the known days, or if the answer lies after them.
    ///
    /// # Example: a due date on Good Friday moves to the Tuesday after Easter
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let good_friday = "2026-04-03".parse()?;
    /// assert_eq!(calendar.working_day_on_or_after(good_friday)?, "2026-04-07".parse()?);
    /// assert_eq!(calendar.working_day_on_or_before(good_friday)?, "2026-04-02".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn working_day_on_or_after(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.open_on_or_after(day_of_date(date)).map(|day| self.door.date(day))
    }

    /// Returns the date itself if it is a working day, and the previous working day otherwise.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if `date` is outside the known days, or if the answer lies before them.
    pub fn working_day_on_or_before(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.open_on_or_before(day_of_date(date)).map(|day| self.door.date(day))
    }

    /// Returns the instant at which the first working hours of a date start.
    ///
    /// # Errors
    ///
    /// - [`CalendarError::NoBusinessHours`] if the date has no working hours.
    /// - [`CalendarError::NotKnown`] if the date is outside the known days.
    ///
    /// # Example: an ordinary day, and a Sunday
    ///
    /// ```
    /// use redress::calendar::CalendarError;
    ///
    /// let calendar = redress::sample::calendar()?;
    /// let monday = "2026-03-09".parse()?;
    /// assert_eq!(calendar.opening(monday)?.to_rfc3339(), "2026-03-09T08:00:00+00:00"); // 09:00 in Berlin
    /// assert_eq!(calendar.close_of_business(monday)?.to_rfc3339(), "2026-03-09T16:00:00+00:00");
    /// let sunday = calendar.opening("2026-03-08".parse()?);
    /// assert!(matches!(sunday, Err(CalendarError::NoBusinessHours { .. })));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn opening(&self, date: NaiveDate) -> Result<DateTime<Utc>, CalendarError> {
        let spells = self.table.spells_of(self.day_index(day_of_date(date))?);
        spells.first().map(|spell| self.door.second(spell.start)).ok_or_else(|| self.no_hours(date))
    }

    /// Returns the instant at which the last working hours of a date end.
    ///
    /// The hours of a night shift end on the next date, and still belong to the date on which they start.
    ///
    /// # Errors
    ///
    /// As for [`Calendar::opening`].
    ///
    /// # Example: a night shift
    ///
    /// ```
    /// use redress::calendar::Hours;
    ///
    /// let (saturday, night) = ("2026-03-07".parse()?, Hours::from_static("22:00-06:00+1"));
    /// let calendar = redress::sample::calendar()?.to_builder().special_hours(saturday, "stock", [night]).build()?;
    /// assert_eq!(calendar.close_of_business(saturday)?.to_rfc3339(), "2026-03-08T05:00:00+00:00"); // Sunday, 06:00
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn close_of_business(&self, date: NaiveDate) -> Result<DateTime<Utc>, CalendarError> {
        let spells = self.table.spells_of(self.day_index(day_of_date(date))?);
        spells.last().map(|spell| self.door.second(spell.end())).ok_or_else(|| self.no_hours(date))
    }

    /// Returns the days that differ from the week, from `first` to `last`, both included, earliest first.
    ///
    /// Each day comes with its kind. If `last` is before `first`, there are none.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if one of the dates is outside the known days.
    ///
    /// # Example: what differs at Easter
    ///
    /// ```
    /// use redress::calendar::reading::DayKind;
    ///
    /// let calendar = redress::sample::calendar()?;
    /// let mut april = calendar.exceptions("2026-04-01".parse()?, "2026-04-30".parse()?)?;
    /// assert_eq!(april.next(), Some(("2026-04-03".parse()?, DayKind::Holiday("Good Friday"))));
    /// assert_eq!(april.count(), 1); // Easter Monday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn exceptions(
        &self,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<impl Iterator<Item = (NaiveDate, DayKind<'_>)> + '_, CalendarError> {
        self.day_index(day_of_date(first))?;
        self.day_index(day_of_date(last))?;
        // `BTreeMap::range` panics if its range is reversed.
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

    /// Returns the nth working day after a known day, or `None` if it is not known.
    #[inline]
    pub(crate) fn found_after(&self, day: i64, n: u32) -> Option<i64> {
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

    /// Returns the first working day from a known day on, or `None` if it is not known.
    #[inline]
    pub(crate) fn found_on_or_after(&self, day: i64) -> Option<i64> {
        self.nth_open(self.table.working_before(self.known_index(day)?))
    }

    pub(crate) fn open_on_or_before(&self, day: i64) -> Result<i64, CalendarError> {
        let through = self.table.working_before(self.day_index(day)? + 1);
        self.nth_open(through.and_then(|through| through.checked_sub(1)))
            .ok_or_else(|| self.not_known_before())
    }

    /// Returns how many known working days come before a day, which may be the day after the last known one.
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

    /// Returns the number of a known day, counted from the first one.
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

    /// Returns when the day before the first known one would open or close according to the pattern of the week.
    ///
    /// The result is `None` if the answer cannot be given from the known days, and midnight if that day would be
    /// closed.
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
