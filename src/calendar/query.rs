//! What a calendar answers.

use alloc::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::calendar::builder::{Exception, ExceptionKind};
use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, date_of_day, day_of_date, midnight_of};
use crate::calendar::table::{Spell, Table, Worked};
use crate::calendar::{
    CalendarBuilder, CalendarError, CalendarFaults, Fold, KnownDays, LocalTime, MakeUpDays, Span, Zone,
};

/// A business calendar, proved when it was built.
///
/// Build one with [`Calendar::builder`] or read one with [`CalendarDocument`](crate::calendar::CalendarDocument).
///
/// # Example: two hours from Friday afternoon
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use chrono_tz::Europe::Berlin;
/// use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone};
///
/// let zone = Zone::tabulate("Europe/Berlin", &Berlin, KnownDays::years(2026, 2026)?)?;
/// let office = Calendar::builder("office", zone)
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///     .build()?;
/// let friday = "2026-03-06T16:30:00+01:00".parse()?;
/// let due = office.add_working_time(friday, Span::hours(2))?;
/// assert_eq!(due.to_rfc3339(), "2026-03-09T09:30:00+00:00"); // Monday 10:30 in Berlin
/// assert_eq!(office.working_time_between(friday, due)?, chrono::TimeDelta::hours(2));
/// # Ok(()) }
/// ```
///
/// # Example: beyond the last known day
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// let utc = Zone::fixed(chrono::FixedOffset::east_opt(0).ok_or("offset")?, KnownDays::years(2026, 2026)?)?;
/// let office = Calendar::builder("office", utc)
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///     .build()?;
/// let refused = office.nth_working_day_after("2026-12-30".parse()?, 2).unwrap_err();
/// assert_eq!(
///     refused.to_string(),
///     "calendar `office` is not known on 2027-01-01, expected a date from 2026-01-01 to 2026-12-31",
/// );
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Calendar {
    pub(crate) description: CalendarBuilder,
    /// The exceptions that hold under the chosen reading of make-up days.
    pub(crate) exceptions: BTreeMap<NaiveDate, Exception>,
    /// The first UTC second for which working time is known; later than the first midnight where a night
    /// shift of the unknown day before may run into it.
    pub(crate) answers_from: i64,
    /// The UTC second of the midnight after the last known day.
    pub(crate) known_until: i64,
    pub(crate) table: Table,
}

/// Why a day is or is not a working day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum DayKind<'a> {
    /// A working day by the pattern of the week.
    Working,
    /// An extra working day with the name it was declared by.
    MakeUp(&'a str),
    /// A working day with hours of its own.
    SpecialHours(&'a str),
    /// A day that the pattern of the week leaves closed, or that the zone skips.
    Closed,
    /// A declared holiday with its name.
    Holiday(&'a str),
}

impl DayKind<'_> {
    /// Whether working hours start on the day.
    #[must_use]
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::MakeUp(_) | Self::SpecialHours(_))
    }
}

impl Calendar {
    /// Starts the description of a calendar with its name and its zone, whose known days it takes over.
    pub fn builder(name: &str, zone: Zone) -> CalendarBuilder {
        CalendarBuilder::new(name, zone)
    }

    /// The description it was built from, to change and build again.
    pub fn to_builder(&self) -> CalendarBuilder {
        self.description.clone()
    }

    /// The same calendar with the other reading of make-up working days.
    ///
    /// # Errors
    ///
    /// [`CalendarFaults`] when nothing of the calendar is working time without them.
    pub fn with_make_up_days(&self, reading: MakeUpDays) -> Result<Self, CalendarFaults> {
        self.to_builder().make_up_days(reading).build()
    }

    /// The calendar's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.description.name
    }

    /// The edition of its data.
    #[must_use]
    pub fn revision(&self) -> &str {
        &self.description.revision
    }

    /// Its zone.
    #[must_use]
    pub const fn zone(&self) -> &Zone {
        &self.description.zone
    }

    /// The days it is known for.
    #[must_use]
    pub const fn known(&self) -> KnownDays {
        self.description.known
    }

    /// What the wall clock shows at an instant.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] where the zone is not known.
    pub fn local(&self, at: DateTime<Utc>) -> Result<NaiveDateTime, CalendarError> {
        self.zone().local(at).ok_or_else(|| self.not_known(at.date_naive()))
    }

    /// The date on the wall clock at an instant.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] where the zone is not known.
    pub fn date(&self, at: DateTime<Utc>) -> Result<NaiveDate, CalendarError> {
        self.local(at).map(|local| local.date())
    }

    /// The instant at which the wall clock shows a time on a date.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] where the zone is not known.
    ///
    /// # Example: a time that the clock skips, and one that it shows twice
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Fold, Hours, KnownDays, LocalTime, WeekPattern, Zone};
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("berlin", zone).week(WeekPattern::always()).build()?;
    /// let half_past_two = LocalTime::from_static("02:30");
    /// let skipped = calendar.instant("2026-03-29".parse()?, half_past_two, Fold::Earlier)?;
    /// assert_eq!(skipped.to_rfc3339(), "2026-03-29T01:00:00+00:00"); // 03:00 summer time
    /// let earlier = calendar.instant("2026-10-25".parse()?, half_past_two, Fold::Earlier)?;
    /// let later = calendar.instant("2026-10-25".parse()?, half_past_two, Fold::Later)?;
    /// assert_eq!(later - earlier, chrono::TimeDelta::hours(1));
    /// # Ok(()) }
    /// ```
    pub fn instant(
        &self,
        date: NaiveDate,
        at: LocalTime,
        fold: Fold,
    ) -> Result<DateTime<Utc>, CalendarError> {
        let local = midnight_of(day_of_date(date)) + i64::from(at.seconds());
        self.utc(local, fold).map(|second| Moment::at_second(second).into())
    }

    /// The first instant of a date: local midnight, or the end of a gap that swallows it.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] where the zone is not known.
    pub fn start_of_day(&self, date: NaiveDate) -> Result<DateTime<Utc>, CalendarError> {
        self.instant(date, LocalTime::MIDNIGHT, Fold::Earlier)
    }

    /// Whether an instant is working time.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] outside the known days, and in the first hours of the first known day
    /// where a night shift of the day before may run into it.
    pub fn is_working(&self, at: DateTime<Utc>) -> Result<bool, CalendarError> {
        let at = self.within(at)?;
        if at.second >= self.known_until {
            return Err(self.not_known_after());
        }
        let spell = self.table.spell(self.table.spell_ending_after(at.second));
        Ok(spell.is_some_and(|spell| spell.start <= at.second))
    }

    /// The instant itself when it is working time, otherwise the next opening.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] as for [`Calendar::is_working`], and when no opening follows within the
    /// known days.
    pub fn next_working_instant(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, CalendarError> {
        let moment = self.within(at)?;
        let spell = self.table.spell(self.table.spell_ending_after(moment.second));
        match spell {
            _ if moment.second >= self.known_until => Err(self.not_known_after()),
            None => Err(self.not_known_after()),
            Some(spell) if spell.start <= moment.second => Ok(moment.into()),
            Some(spell) => Ok(Moment::at_second(spell.start).into()),
        }
    }

    /// The instant itself inside working time or at its end, otherwise the previous closing.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] as for [`Calendar::is_working`], and when no closing precedes within the
    /// known days.
    pub fn previous_working_instant(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, CalendarError> {
        let moment = self.within(at)?;
        let index = self.table.spell_ending_after(moment.second);
        match self.table.spell(index) {
            Some(spell) if Moment::at_second(spell.start) < moment => Ok(moment.into()),
            _ => index
                .checked_sub(1)
                .and_then(|before| self.table.spell(before))
                .filter(|spell| spell.end > self.answers_from || spell.start >= self.answers_from)
                .map(|spell| Moment::at_second(spell.end).into())
                .ok_or_else(|| self.not_known_before()),
        }
    }

    /// The earliest instant by which an amount of working time has passed; the start itself for none.
    ///
    /// Work that ends exactly with the day ends at closing, not at the next opening.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when the known days hold less working time than that.
    pub fn add_working_time(
        &self,
        start: DateTime<Utc>,
        amount: Span,
    ) -> Result<DateTime<Utc>, CalendarError> {
        self.advance(Moment::from(start), amount.delta()).map(Into::into)
    }

    /// The latest instant from which an amount of working time passes until the end; the end itself for none.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when the known days hold less working time than that.
    pub fn subtract_working_time(
        &self,
        end: DateTime<Utc>,
        amount: Span,
    ) -> Result<DateTime<Utc>, CalendarError> {
        let end = self.within(end)?;
        if amount == Span::ZERO {
            return Ok(end.into());
        }
        let worked = self.table.worked(end);
        let second =
            i64::try_from(amount.as_seconds()).ok().and_then(|amount| worked.second.checked_sub(amount));
        second
            .filter(|&second| second >= 0)
            .and_then(|second| self.table.latest(Worked { second, ..worked }))
            .filter(|from| *from >= Moment::at_second(self.answers_from))
            .map(Into::into)
            .ok_or_else(|| self.not_known_before())
    }

    /// The working time between two instants, to the nanosecond; negative when they are reversed.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when one of them is not known.
    pub fn working_time_between(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<TimeDelta, CalendarError> {
        self.worked_between(Moment::from(from), Moment::from(until))
    }

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
        self.nth_open_after(day_of_date(date), n).map(nearest_date)
    }

    /// The nth working day before a date, whatever the date itself is; for 0 the date itself.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when it lies before the known days.
    pub fn nth_working_day_before(&self, date: NaiveDate, n: u32) -> Result<NaiveDate, CalendarError> {
        self.nth_open_before(day_of_date(date), n).map(nearest_date)
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

    /// The date itself when it is a working day, otherwise the next one.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when it lies beyond the known days.
    pub fn working_day_on_or_after(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.open_on_or_after(day_of_date(date)).map(nearest_date)
    }

    /// The date itself when it is a working day, otherwise the previous one.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when it lies before the known days.
    pub fn working_day_on_or_before(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.open_on_or_before(day_of_date(date)).map(nearest_date)
    }

    /// When the first hours that belong to a date start.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NoBusinessHours`] on a day without any, [`CalendarError::NotKnown`] outside the
    /// known days.
    pub fn opening(&self, date: NaiveDate) -> Result<DateTime<Utc>, CalendarError> {
        let spells = self.table.spells_of(self.day_index(day_of_date(date))?);
        spells.first().map(|spell| Moment::at_second(spell.start).into()).ok_or_else(|| self.no_hours(date))
    }

    /// When the last hours that belong to a date end, after midnight for a night shift.
    ///
    /// # Errors
    ///
    /// As for [`Calendar::opening`].
    pub fn close_of_business(&self, date: NaiveDate) -> Result<DateTime<Utc>, CalendarError> {
        let spells = self.table.spells_of(self.day_index(day_of_date(date))?);
        spells.last().map(|spell| Moment::at_second(spell.end).into()).ok_or_else(|| self.no_hours(date))
    }

    /// The spans of working time between two instants, in order: what an amount of work is made of. There are
    /// none between reversed instants.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when one of them is not known.
    pub fn working_spans(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> + '_, CalendarError> {
        let (from, until) = (self.within(from)?, self.within(until)?);
        let spells = self.table.spells_from(self.table.spell_ending_after(from.second)).iter();
        let parts =
            spells.take_while(move |spell| Moment::at_second(spell.start) < until).map(move |spell| {
                (Moment::at_second(spell.start).max(from), Moment::at_second(spell.end).min(until))
            });
        Ok(parts.filter(|(start, end)| start < end).map(|(start, end)| (start.into(), end.into())))
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

    pub(crate) fn advance(&self, start: Moment, amount: TimeDelta) -> Result<Moment, CalendarError> {
        let start = self.known_moment(start)?;
        if amount <= TimeDelta::zero() {
            return Ok(start);
        }
        let worked = self.table.worked(start);
        let reached = Moment { second: worked.second, nanos: worked.nanos }.plus(amount);
        // The last night shift is known to its end, but what else is worked beside it there is not.
        reached
            .and_then(|reached| self.table.earliest(Worked { second: reached.second, nanos: reached.nanos }))
            .filter(|&reached| reached <= Moment::at_second(self.known_until))
            .ok_or_else(|| self.not_known_after())
    }

    pub(crate) fn worked_between(&self, from: Moment, until: Moment) -> Result<TimeDelta, CalendarError> {
        let from = self.table.worked(self.known_moment(from)?);
        let until = self.table.worked(self.known_moment(until)?);
        let (from, until) = (
            Moment { second: from.second, nanos: from.nanos },
            Moment { second: until.second, nanos: until.nanos },
        );
        Ok(until.since(from))
    }

    #[inline]
    pub(crate) fn is_open(&self, day: i64) -> Result<bool, CalendarError> {
        self.day_index(day).map(|index| self.table.is_working_day(index))
    }

    pub(crate) fn nth_open_after(&self, day: i64, n: u32) -> Result<i64, CalendarError> {
        let index = self.day_index(day)?;
        let Some(skip) = n.checked_sub(1) else { return Ok(day) };
        let number = self.table.working_before(index + 1).and_then(|through| through.checked_add(skip));
        self.nth_open(number).ok_or_else(|| self.not_known_after())
    }

    pub(crate) fn nth_open_before(&self, day: i64, n: u32) -> Result<i64, CalendarError> {
        let index = self.day_index(day)?;
        if n == 0 {
            return Ok(day);
        }
        let number = self.table.working_before(index).and_then(|before| before.checked_sub(n));
        self.nth_open(number).ok_or_else(|| self.not_known_before())
    }

    #[inline]
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
    fn nth_open(&self, number: Option<u32>) -> Option<i64> {
        let index = self.table.working_day(number?)?;
        Some(self.known().first_day() + i64::from(index))
    }

    /// The number of a known day, counted from the first.
    #[inline]
    fn day_index(&self, day: i64) -> Result<u32, CalendarError> {
        let (first, last) = (self.known().first_day(), self.known().last_day());
        if day > last {
            return Err(self.not_known(nearest_date(day)));
        }
        u32::try_from(day - first).map_err(|_| self.not_known(nearest_date(day)))
    }

    /// Refuses a day for which not even the zone is known.
    #[inline]
    pub(crate) fn zone_day(&self, day: i64) -> Result<(), CalendarError> {
        let known = self.zone().known();
        if (known.first_day()..=known.last_day()).contains(&day) {
            Ok(())
        } else {
            Err(self.not_known(nearest_date(day)))
        }
    }

    /// The UTC second of a local second.
    #[inline]
    pub(crate) fn utc(&self, local: i64, fold: Fold) -> Result<i64, CalendarError> {
        self.zone().utc_second(local, fold).ok_or_else(|| self.not_known(nearest_date(local.div_euclid(DAY))))
    }

    /// The local day and the second of it at a moment.
    #[inline]
    pub(crate) fn local_parts(&self, at: Moment) -> Result<(i64, i64), CalendarError> {
        self.zone()
            .local_parts(at.second)
            .ok_or_else(|| self.not_known(nearest_date(at.second.div_euclid(DAY))))
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

    pub(crate) fn not_known(&self, asked: NaiveDate) -> CalendarError {
        let known = self.known();
        CalendarError::NotKnown {
            calendar: self.name().into(),
            asked,
            first: known.first(),
            last: known.last(),
        }
    }

    pub(crate) fn not_known_after(&self) -> CalendarError {
        self.not_known(self.known().last().succ_opt().unwrap_or(NaiveDate::MAX))
    }

    pub(crate) fn not_known_before(&self) -> CalendarError {
        self.not_known(self.known().first().pred_opt().unwrap_or(NaiveDate::MIN))
    }

    fn within(&self, at: DateTime<Utc>) -> Result<Moment, CalendarError> {
        self.known_moment(Moment::from(at))
    }

    #[inline]
    fn known_moment(&self, at: Moment) -> Result<Moment, CalendarError> {
        if at.second < self.answers_from {
            Err(self.not_known_before_or_on(at))
        } else if at > Moment::at_second(self.known_until) {
            Err(self.not_known(nearest_date(self.day_at(at))))
        } else {
            Ok(at)
        }
    }

    /// The day that decides: the day before the first known one, where its night shift may still run.
    fn not_known_before_or_on(&self, at: Moment) -> CalendarError {
        let first = self.known().first_day();
        self.not_known(nearest_date(self.day_at(at).min(first - 1)))
    }

    /// The local day of an instant, or its UTC day where the zone is not known.
    fn day_at(&self, at: Moment) -> i64 {
        self.zone().local_parts(at.second).map_or(at.second.div_euclid(DAY), |(day, _)| day)
    }
}

/// A day number as a date; the nearest date there is where it lies beyond chrono's.
pub(crate) fn nearest_date(day: i64) -> NaiveDate {
    date_of_day(day).unwrap_or(if day < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

/// A time of day as chrono writes it.
impl From<LocalTime> for NaiveTime {
    fn from(time: LocalTime) -> Self {
        Self::from_num_seconds_from_midnight_opt(time.seconds(), 0).unwrap_or(Self::MIN)
    }
}
