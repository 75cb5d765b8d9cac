//! Working time: whether it runs, how much of it lies between two instants, and where an amount of it ends.

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::error::CalendarError;
use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, nearest_date};
use crate::calendar::query::Calendar;
use crate::calendar::span::Span;
use crate::calendar::table::Worked;

impl Calendar {
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
        self.working_from(at.into()).map(|at| self.door.instant(at))
    }

    /// The same in whole numbers.
    pub(crate) fn working_from(&self, at: Moment) -> Result<Moment, CalendarError> {
        let at = self.known_moment(at)?;
        let spell = self.table.spell(self.table.spell_ending_after(at.second));
        match spell {
            _ if at.second >= self.known_until => Err(self.not_known_after()),
            None => Err(self.not_known_after()),
            Some(spell) if spell.start <= at.second => Ok(at),
            Some(spell) => Ok(Moment::at_second(spell.start)),
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
            // What lies before the first answer is not known, the moment before it included.
            Some(spell)
                if spell.start < self.answers_from && moment == Moment::at_second(self.answers_from) =>
            {
                Err(self.not_known_before())
            }
            Some(spell) if Moment::at_second(spell.start) < moment => Ok(moment.into()),
            _ => index
                .checked_sub(1)
                .and_then(|before| self.table.spell(before))
                .filter(|spell| spell.end() > self.answers_from || spell.start >= self.answers_from)
                .map(|spell| self.door.second(spell.end()))
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
        Ok(self.door.instant(self.advance(Moment::from(start), amount.delta())?))
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
            .ok_or_else(|| {
                let days = i64::try_from(amount.as_seconds()).map_or(i64::MAX, |seconds| seconds / DAY);
                self.not_known_days_before(end.second.div_euclid(DAY), days)
            })
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

    /// The spans of working time between two instants, in order: what an amount of work is made of. There are
    /// none between reversed instants. `rev()` goes through them backward.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] when one of them is not known.
    pub fn working_spans(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<impl DoubleEndedIterator<Item = (DateTime<Utc>, DateTime<Utc>)> + '_, CalendarError> {
        let (from, until) = (self.within(from)?, self.within(until)?);
        let first = self.table.spell_ending_after(from.second);
        let last = self.table.spell_ending_after(until.second);
        let reaches = self.table.spell(last).is_some_and(|spell| Moment::at_second(spell.start) < until);
        let spells = self.table.spells_among(first..last + usize::from(reaches));
        let parts = spells.iter().map(move |spell| {
            (Moment::at_second(spell.start).max(from), Moment::at_second(spell.end()).min(until))
        });
        Ok(parts.filter(|(start, end)| start < end).map(|(start, end)| (start.into(), end.into())))
    }

    #[inline]
    pub(crate) fn advance(&self, start: Moment, amount: TimeDelta) -> Result<Moment, CalendarError> {
        if start.nanos == 0 && amount.subsec_nanos() == 0 {
            let reached = self.advanced(start.second, amount.num_seconds());
            return reached.map(Moment::at_second).ok_or_else(|| self.not_reached(start, amount));
        }
        let at = self.known_moment(start)?;
        if amount <= TimeDelta::zero() {
            return Ok(at);
        }
        let worked = self.table.worked(at);
        let reached = Moment { second: worked.second, nanos: worked.nanos }.plus(amount);
        // The last night shift is known to its end, but what else is worked beside it there is not.
        reached
            .and_then(|reached| self.table.earliest(Worked { second: reached.second, nanos: reached.nanos }))
            .filter(|&reached| reached <= Moment::at_second(self.known_until))
            .ok_or_else(|| self.not_reached(start, amount))
    }

    /// The same in whole seconds, where it is known.
    #[inline]
    pub(super) fn advanced(&self, start: i64, amount: i64) -> Option<i64> {
        if !self.knows_second(start) {
            return None;
        }
        if amount <= 0 {
            return Some(start);
        }
        let reached = self.table.worked_seconds(start).checked_add(amount)?;
        let reached = self.table.earliest_second(reached)?;
        if reached <= self.known_until { Some(reached) } else { None }
    }

    /// Why an amount of working time is not reached.
    #[cold]
    fn not_reached(&self, start: Moment, amount: TimeDelta) -> CalendarError {
        match self.known_moment(start) {
            Ok(_) => self.not_known_days_after(start.second.div_euclid(DAY), amount.num_days()),
            Err(error) => error,
        }
    }

    #[inline]
    pub(crate) fn worked_between(&self, from: Moment, until: Moment) -> Result<TimeDelta, CalendarError> {
        if from.nanos == 0
            && until.nanos == 0
            && let Some(worked) = self.seconds_between(from.second, until.second)
        {
            return Ok(TimeDelta::seconds(worked));
        }
        let from = self.table.worked(self.known_moment(from)?);
        let until = self.table.worked(self.known_moment(until)?);
        let (from, until) = (
            Moment { second: from.second, nanos: from.nanos },
            Moment { second: until.second, nanos: until.nanos },
        );
        Ok(until.since(from))
    }

    /// The same in whole seconds, where it is known.
    #[inline]
    pub(super) fn seconds_between(&self, from: i64, until: i64) -> Option<i64> {
        if self.knows_second(from) && self.knows_second(until) {
            Some(self.table.worked_seconds(until) - self.table.worked_seconds(from))
        } else {
            None
        }
    }

    /// Whether working time is known at the beginning of a second.
    #[inline]
    fn knows_second(&self, second: i64) -> bool {
        self.answers_from <= second && second <= self.known_until
    }

    pub(super) fn within(&self, at: DateTime<Utc>) -> Result<Moment, CalendarError> {
        self.known_moment(Moment::from(at))
    }

    #[inline]
    pub(super) fn known_moment(&self, at: Moment) -> Result<Moment, CalendarError> {
        if at.second < self.answers_from {
            Err(self.not_known_before_or_on(at))
        } else if at > Moment::at_second(self.known_until) {
            Err(self.not_known(nearest_date(self.day_at(at))))
        } else {
            Ok(at)
        }
    }

    /// The day that decides: the day before the first known one, where its night shift may still run.
    pub(super) fn not_known_before_or_on(&self, at: Moment) -> CalendarError {
        let first = self.known().first_day();
        self.not_known(nearest_date(self.day_at(at).min(first - 1)))
    }

    /// The local day of an instant, or its UTC day where the zone is not known.
    pub(super) fn day_at(&self, at: Moment) -> i64 {
        self.zone().local_parts(at.second).map_or(at.second.div_euclid(DAY), |(day, _)| day)
    }
}
