//! Terms of days, weeks and months.

use chrono::Months;

use crate::calendar::moment::{Moment, day_of_date, midnight_of};
use crate::calendar::{CalendarError, Fold, nearest_date};
use crate::deadline::evaluate::{END_OF_DATES, Evaluation, Extend, Still, TimeOfDay, merged};
use crate::deadline::trace::{ClosedDays, Moved, Recorder, Step, is_day_one, weekday_index};
use crate::deadline::{
    Bound, ClosedStart, Count, DeadlineError, DeadlineFault, Due, End, EndAt, ExtensionChange, LateReceipt,
    RollRule, TermFault,
};

impl<P, E> Evaluation<'_, P, E>
where
    P: Iterator<Item = Still> + Clone,
    E: Iterator<Item = Extend> + Clone,
{
    #[inline]
    pub(super) fn days<R: Recorder>(&self, recorder: &mut R) -> Result<Due, DeadlineError> {
        let (day, second) = self.calendar.local_parts(self.anchor)?;
        self.calendar.zone_day(day)?;
        let time = TimeOfDay { second, nanos: self.anchor.nanos };
        let base = self.intake(day, recorder)?;
        let base = self.closed_start(base, recorder)?;
        let mut count = self.term.count;
        let mut landed = self.counted(base, count, is_day_one(self.term.first_day))?;
        recorder.note(|| self.counted_days(count, base, landed));
        let mut pauses_from = self.anchor;
        let mut fixed = false;
        for extend in self.extensions.clone() {
            match extend.change {
                ExtensionChange::ReplaceTotal(new) if new.is_of_days() => {
                    count = new;
                    landed = self.counted(base, new, is_day_one(self.term.first_day))?;
                    (pauses_from, fixed) = (self.anchor, false);
                    recorder.note(|| Step::ReplacedTotal { count: new, reason: extend.reason });
                    recorder.note(|| self.counted_days(new, base, landed));
                }
                ExtensionChange::Add(more) if more.is_of_days() => {
                    let from = landed;
                    landed = self.counted(from, more, false)?;
                    fixed = false;
                    recorder.note(|| Step::Added { count: more, reason: extend.reason });
                    recorder.note(|| self.counted_days(more, from, landed));
                }
                ExtensionChange::Until { date, fixed: stays } => {
                    (landed, pauses_from, fixed) = (day_of_date(date), extend.made.max(self.anchor), stays);
                    recorder.note(|| Step::ExtendedUntil { date, fixed: stays, reason: extend.reason });
                }
                change => return Err(self.mismatch(change)),
            }
        }
        let worked = matches!(count, Count::WorkingDays(_));
        // A fixed date that a pause moves onto a day without hours has no end there: it rolls as the term does.
        let needs_hours = matches!(self.term.end.at, EndAt::Opening | EndAt::CloseOfBusiness);
        let mut moved = 0;
        for still in merged(self.pauses.clone(), pauses_from) {
            let stays = fixed && (moved == 0 || !needs_hours);
            let due = self.end_of_days(self.moved(landed, moved, worked)?, stays, time, &mut ())?;
            if still.from >= Moment::from(due.at) {
                recorder.note(|| Step::PausedTooLate { from: still.from.into(), due: due.at });
                break;
            }
            let days = self.boundaries(still, time, worked)?;
            moved += days;
            recorder.note(|| {
                let moved = if worked { Moved::WorkingDays(days) } else { Moved::CalendarDays(days) };
                Step::Paused { from: still.from.into(), until: still.until.into(), moved }
            });
        }
        let stays = fixed && (moved == 0 || !needs_hours);
        self.end_of_days(self.moved(landed, moved, worked)?, stays, time, recorder)
    }

    #[inline]
    pub(super) fn intake<R: Recorder>(&self, day: i64, recorder: &mut R) -> Result<i64, DeadlineError> {
        let Some(cutoff) = self.term.intake else { return Ok(day) };
        let Some(at) = cutoff.at.get(weekday_index(day)).copied().flatten() else { return Ok(day) };
        // Compared as instants: where the clock is set back, a later receipt never counts as an earlier one.
        let limit = self.calendar.utc(midnight_of(day) + i64::from(at.seconds()), Fold::Earlier)?;
        let late = match cutoff.bound {
            Bound::Inclusive => self.anchor > Moment::at_second(limit),
            Bound::Exclusive => self.anchor >= Moment::at_second(limit),
        };
        if !late {
            recorder.note(|| Step::BeforeCutoff { cutoff: at });
            return Ok(day);
        }
        let to = match cutoff.late {
            LateReceipt::NextCalendarDay => day + 1,
            LateReceipt::NextWorkingDay => self.calendar.nth_open_after(day, 1)?,
        };
        recorder.note(|| Step::AfterCutoff { cutoff: at, from: nearest_date(day), to: nearest_date(to) });
        Ok(to)
    }

    #[inline]
    pub(super) fn closed_start<R: Recorder>(&self, day: i64, recorder: &mut R) -> Result<i64, DeadlineError> {
        if self.term.closed_start == ClosedStart::Keep {
            return Ok(day);
        }
        let to = self.calendar.open_on_or_after(day)?;
        if to != day {
            recorder.note(|| Step::ClosedStart { from: nearest_date(day), to: nearest_date(to) });
        }
        Ok(to)
    }

    /// The day that a count of days leads to.
    #[inline]
    pub(super) fn counted(&self, from: i64, count: Count, day_one: bool) -> Result<i64, DeadlineError> {
        if let (true, Count::CalendarDays(0) | Count::WorkingDays(0) | Count::Weeks(0) | Count::Months(0)) =
            (day_one, count)
        {
            return Err(DeadlineFault::Term(TermFault::NothingFromDayOne).into());
        }
        let back = i64::from(day_one);
        let to = match count {
            Count::CalendarDays(n) => from + i64::from(n) - back,
            Count::Weeks(n) => from + 7 * i64::from(n) - back,
            Count::WorkingDays(n) if day_one => {
                self.calendar.nth_open_after(self.calendar.open_on_or_after(from)?, n.saturating_sub(1))?
            }
            Count::WorkingDays(n) => self.calendar.nth_open_after(from, n)?,
            Count::Months(n) => {
                let months = nearest_date(from).checked_add_months(Months::new(n));
                day_of_date(months.ok_or(DeadlineError::OutOfRange { count })?) - back
            }
            Count::Elapsed(_) | Count::Working(_) | Count::At(_) => from,
        };
        if to < END_OF_DATES { Ok(to) } else { Err(DeadlineError::OutOfRange { count }) }
    }

    #[inline]
    pub(super) fn moved(&self, landed: i64, by: i64, worked: bool) -> Result<i64, DeadlineError> {
        if worked {
            let by = u32::try_from(by).unwrap_or(u32::MAX);
            if by == 0 { Ok(landed) } else { Ok(self.calendar.nth_open_after(landed, by)?) }
        } else {
            Ok(landed + by)
        }
    }

    #[inline]
    pub(super) fn end_of_days<R: Recorder>(
        &self,
        landed: i64,
        fixed: bool,
        time: TimeOfDay,
        recorder: &mut R,
    ) -> Result<Due, DeadlineError> {
        let stays = fixed || self.term.roll.rule == RollRule::None || self.calendar.is_open(landed)?;
        let (day, end) = if stays {
            (landed, self.term.end)
        } else {
            (self.rolled(landed, recorder)?, self.term.roll.end.unwrap_or(self.term.end))
        };
        let at = self.on_day(day, end, time, recorder)?;
        Ok(Due { at: at.into(), bound: end.bound })
    }

    /// How many ends of day lie in a pause.
    pub(super) fn boundaries(
        &self,
        still: Still,
        time: TimeOfDay,
        worked: bool,
    ) -> Result<i64, DeadlineError> {
        // Of the day before the known ones only the pattern is known: where its end might lie within the pause,
        // nobody knows whether it does.
        let opening = self.term.end.at == EndAt::Opening;
        if matches!(self.term.end.at, EndAt::Opening | EndAt::CloseOfBusiness)
            && let Some(end) = self.calendar.end_of_unknown_day_before(opening)
            && end >= still.from
            && end < still.until
        {
            return Err(self.calendar.not_known_before().into());
        }
        let first = self.first_end_from(still.from, time)?;
        let after = self.first_end_from(still.until, time)?;
        if worked {
            let days = self.calendar.open_before(after)? - self.calendar.open_before(first)?;
            Ok(i64::from(days))
        } else {
            Ok(after - first)
        }
    }

    /// The first day whose end lies at or after a moment.
    pub(super) fn first_end_from(&self, at: Moment, time: TimeOfDay) -> Result<i64, DeadlineError> {
        // The end of a day lies on that date or, for night shifts and midnight, on the next one.
        let (today, _) = self.calendar.local_parts(at)?;
        for day in today - 1..=today + 2 {
            match self.boundary_on(day, time) {
                Ok(end) if end >= at => return Ok(day),
                // Days before the known ones ended before them; of days after, some end might lie in between.
                Err(error) if day >= today => {
                    let ends_later =
                        at <= Moment::at_second(self.calendar.utc(midnight_of(day), Fold::Earlier)?);
                    return if ends_later { Ok(day) } else { Err(error) };
                }
                _ => {}
            }
        }
        Ok(today + 3)
    }

    /// The instant at which a day counts as passed: the term's end, or midnight on a day without hours.
    pub(super) fn boundary_on(&self, day: i64, time: TimeOfDay) -> Result<Moment, DeadlineError> {
        match self.on_day(day, self.term.end, time, &mut ()) {
            Err(DeadlineError::Calendar(CalendarError::NoBusinessHours { .. })) => {
                self.on_day(day, End::END_OF_DAY, time, &mut ())
            }
            end => end,
        }
    }

    pub(super) fn counted_days(&self, count: Count, from: i64, to: i64) -> Step {
        let (from, to) = (nearest_date(from), nearest_date(to));
        let closed = match count {
            Count::WorkingDays(_) => ClosedDays::among(self.calendar, from, to),
            _ => ClosedDays::default(),
        };
        Step::CountedDays { count, day_one: is_day_one(self.term.first_day), from, to, closed }
    }
}
