//! Working time: whether it runs at an instant, how much of it lies between two instants, and when an amount is
//! reached.
//!
//! The problem: "eight working hours from Friday, 16:30" must skip nights, weekends, holidays and lunch breaks, follow
//! the wall clock when it changes, and stay exact to the nanosecond. The same question is asked for every clock of
//! every case.
//!
//! The idea: measure every known instant on a second scale, the seconds *worked* since the first known day. The scale
//! stands still outside working time and grows by one second per second inside it. Then every question is a subtraction
//! or an addition on that scale:
//!
//! - time between two instants: `worked(until) - worked(from)`;
//! - the end of an amount: the earliest instant at which `worked(start) + amount` is reached;
//! - the start of an amount: the latest instant at which no more than `worked(end) - amount` has been worked.
//!
//! By hand, with hours 09:00-17:00 and eight hours from Friday 16:30: let 100 h be worked before that Friday. At 16:30
//! the scale shows 107:30 h, so the answer is where it shows 115:30 h. Friday ends at 108 h and Monday at 116 h: the
//! answer is half an hour before Monday's close, 16:30. [`Table`](crate::calendar::table::Table) holds the scale and
//! its inverse. Each question costs one or two look-ups; there is no loop over days.
//!
//! At the edges:
//!
//! - Instants outside working time share one value of the scale. `earliest` therefore ends an amount at closing and not
//!   at the next opening, and `latest` starts one at opening and not at the previous closing.
//! - An amount of zero leaves the instant as it is, even outside working time.
//! - Fractions of a second are added at the end. A whole amount may be reached exactly at the end of a span; if a
//!   fraction remains, only the next span can hold it. Whole seconds take a shorter path that needs no fractions at
//!   all.
//! - The first known day may begin with the end of a night shift that is not known. Answers begin after it, at
//!   `answers_from`. Everything earlier is an error.
//! - A night shift of the last known day is known to its end, but what else is worked in that night is not. No answer
//!   lies after the midnight that ends the known days.
//!
//! Adding span by span was rejected: its cost grows with the amount. Minutes as the unit were rejected, because
//! instants have seconds and because zones have changed by odd seconds.

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::error::CalendarError;
use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, nearest_date};
use crate::calendar::query::Calendar;
use crate::calendar::span::Span;
use crate::calendar::table::Worked;

impl Calendar {
    /// Returns whether an instant lies in working time.
    ///
    /// The instant at which hours start counts, the instant at which they end does not.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] outside the known days. It is also returned for the first hours of the first
    /// known day if a night shift of the day before could still be running.
    ///
    /// # Example: opening and closing time
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?; // 09:00-17:00 in Berlin
    /// assert!(calendar.is_working("2026-03-09T09:00:00+01:00".parse()?)?);
    /// assert!(!calendar.is_working("2026-03-09T17:00:00+01:00".parse()?)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn is_working(&self, at: DateTime<Utc>) -> Result<bool, CalendarError> {
        let at = self.within(at)?;
        if at.second >= self.known_until {
            return Err(self.not_known_after());
        }
        let spell = self.table.spell(self.table.spell_ending_after(at.second));
        Ok(spell.is_some_and(|spell| spell.start <= at.second))
    }

    /// Returns the instant itself if it lies in working time, and the next opening otherwise.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] as [`Calendar::is_working`] does, and if no opening follows within the known
    /// days.
    ///
    /// # Example: a message on Friday evening
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let evening = "2026-03-06T20:00:00+01:00".parse()?;
    /// let seen = calendar.next_working_instant(evening)?;
    /// assert_eq!(seen.to_rfc3339(), "2026-03-09T08:00:00+00:00"); // Monday 09:00 in Berlin
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn next_working_instant(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, CalendarError> {
        self.working_from(at.into()).map(|at| self.door.instant(at))
    }

    /// Does the same for a [`Moment`].
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

    /// Returns the instant itself if working time runs just before it, and the previous closing otherwise.
    ///
    /// At the very end of working hours, the result is the instant itself. At their start, it is the previous closing.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] as [`Calendar::is_working`] does, and if no closing precedes within the
    /// known days.
    ///
    /// # Example: Monday before opening
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let monday = "2026-03-09T08:00:00+01:00".parse()?;
    /// let closing = calendar.previous_working_instant(monday)?;
    /// assert_eq!(closing.to_rfc3339(), "2026-03-06T16:00:00+00:00"); // Friday 17:00 in Berlin
    /// assert_eq!(calendar.previous_working_instant(closing)?, closing);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn previous_working_instant(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, CalendarError> {
        let moment = self.within(at)?;
        let index = self.table.spell_ending_after(moment.second);
        match self.table.spell(index) {
            // Whether working time runs just before the first answer is not known.
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

    /// Returns the earliest instant by which an amount of working time has passed since `start`.
    ///
    /// If `start` lies outside working time, counting begins at the next opening. An amount that ends exactly with the
    /// day ends at closing time, not at the next opening. An amount of zero ends at `start`, even outside working time.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if `start` is not known, or if the known days hold less working time than
    /// `amount`.
    ///
    /// # Example: exactly one working day
    ///
    /// ```
    /// use redress::calendar::Span;
    ///
    /// let calendar = redress::sample::calendar()?; // 09:00-17:00 in Berlin
    /// let opening = "2026-03-09T09:00:00+01:00".parse()?;
    /// let due = calendar.add_working_time(opening, Span::hours(8))?;
    /// assert_eq!(due.to_rfc3339(), "2026-03-09T16:00:00+00:00"); // 17:00 on the same day
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Example: from Thursday before Easter
    ///
    /// ```
    /// use redress::calendar::Span;
    ///
    /// let calendar = redress::sample::calendar()?;
    /// let thursday = "2026-04-02T16:30:00+02:00".parse()?;
    /// let due = calendar.add_working_time(thursday, Span::hours(1))?;
    /// assert_eq!(due.to_rfc3339(), "2026-04-07T07:30:00+00:00"); // Tuesday 09:30 in Berlin
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_working_time(
        &self,
        start: DateTime<Utc>,
        amount: Span,
    ) -> Result<DateTime<Utc>, CalendarError> {
        Ok(self.door.instant(self.advance(Moment::from(start), amount.delta())?))
    }

    /// Returns the latest instant from which an amount of working time passes until `end`.
    ///
    /// An amount that begins exactly with the day begins at opening time, not at the previous closing. An amount of
    /// zero begins at `end`, even outside working time.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if `end` is not known, or if the known days hold less working time before
    /// it.
    ///
    /// # Example: when to start so that four working hours remain
    ///
    /// ```
    /// use redress::calendar::Span;
    ///
    /// let calendar = redress::sample::calendar()?; // 09:00-17:00 in Berlin
    /// let due = "2026-03-09T11:00:00+01:00".parse()?;
    /// let start = calendar.subtract_working_time(due, Span::hours(4))?;
    /// assert_eq!(start.to_rfc3339(), "2026-03-06T14:00:00+00:00"); // Friday 15:00 in Berlin
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Returns the working time between two instants, exact to the nanosecond.
    ///
    /// The result is negative if `until` is before `from`.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if one of the instants is not known.
    ///
    /// # Example: over Easter
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let (thursday, tuesday) = ("2026-04-02T15:00:00+02:00".parse()?, "2026-04-07T10:30:00+02:00".parse()?);
    /// // Two hours on Thursday, one and a half on Tuesday.
    /// assert_eq!(calendar.working_time_between(thursday, tuesday)?, chrono::TimeDelta::minutes(210));
    /// assert_eq!(calendar.working_time_between(tuesday, thursday)?, chrono::TimeDelta::minutes(-210));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn working_time_between(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<TimeDelta, CalendarError> {
        self.worked_between(Moment::from(from), Moment::from(until))
    }

    /// Returns the spans of working time between two instants, earliest first.
    ///
    /// Their lengths add up to [`Calendar::working_time_between`]. If `until` is before `from`, there are none. Use
    /// `rev()` to get the latest span first.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if one of the instants is not known.
    ///
    /// # Example: the working time that a due date is made of
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let (friday, monday) = ("2026-03-06T16:00:00+01:00".parse()?, "2026-03-09T10:00:00+01:00".parse()?);
    /// let spans: Vec<_> = calendar.working_spans(friday, monday)?.collect();
    /// assert_eq!(spans.len(), 2);
    /// assert_eq!(spans[0], (friday, "2026-03-06T17:00:00+01:00".parse()?));
    /// assert_eq!(spans[1], ("2026-03-09T09:00:00+01:00".parse()?, monday));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
        // The night shift of the last known day has its end in the table, but other work in that night is not known.
        reached
            .and_then(|reached| self.table.earliest(Worked { second: reached.second, nanos: reached.nanos }))
            .filter(|&reached| reached <= Moment::at_second(self.known_until))
            .ok_or_else(|| self.not_reached(start, amount))
    }

    /// Does the same for whole seconds. Returns `None` if the answer is not known.
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

    /// Returns the reason why an amount of working time is not reached.
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

    /// Does the same for whole seconds. Returns `None` if one of the seconds is not known.
    #[inline]
    pub(super) fn seconds_between(&self, from: i64, until: i64) -> Option<i64> {
        if self.knows_second(from) && self.knows_second(until) {
            Some(self.table.worked_seconds(until) - self.table.worked_seconds(from))
        } else {
            None
        }
    }

    /// Returns whether working time is known at the beginning of a second.
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

    /// Returns the error for a moment before the first answer. It names the day that decides: the day before the first
    /// known one, if its night shift may still run.
    pub(super) fn not_known_before_or_on(&self, at: Moment) -> CalendarError {
        let first = self.known().first_day();
        self.not_known(nearest_date(self.day_at(at).min(first - 1)))
    }

    /// Returns the local day of a moment, or its UTC day if the zone has no data for it.
    pub(super) fn day_at(&self, at: Moment) -> i64 {
        self.zone().local_parts(at.second).map_or(at.second.div_euclid(DAY), |(day, _)| day)
    }
}
