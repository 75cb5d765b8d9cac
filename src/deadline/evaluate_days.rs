//! Terms of days, weeks and months.
//!
//! # The problem
//!
//! A term of days lands on a date, and the date ends at a time of day. Each step can fall on a closed day, on the edge
//! of a month, or on a clock change, and the steps must not be mixed up: a cut-off moves the date of the receipt, a
//! roll moves the date of the end.
//!
//! # The idea
//!
//! Everything is counted in day numbers; only the last step makes an instant.
//!
//! 1. The anchor gives a date and a time of day. A due date at midnight is 24:00 of the day that it ends.
//! 2. The cut-off compares *instants*, not wall-clock times: where the clock is set back, a later receipt never counts
//!    as an earlier one. A late receipt counts as the next date or the next working day; its time of day stays.
//! 3. A closed start moves the date to the next working day, or date and time to the next opening. A receipt that the
//!    cut-off moved looks for its opening from the midnight of its new date.
//! 4. The count adds days, skips through the running sums of working days, or adds months. Months lead to the same day
//!    number, or the last day of a shorter month. Day one takes one day back: a week from Monday ends on Sunday.
//!    Working days from day one start with the first working day on or after the date.
//! 5. The month end moves the date before or after the count.
//! 6. A closed date rolls, once, and takes the end of the roll. A backward roll never leads to or behind the anchor,
//!    nor before the end of a pause (`floor`): such a date rolls forward.
//! 7. The end gives the instant.
//!
//! By hand: 2 working days, received on Thursday 2026-04-02, Good Friday and Easter Monday closed. Day zero is
//! Thursday, Tuesday is one, Wednesday is two.
//!
//! # Cost
//!
//! Each step is a constant number of look-ups: working days are found in running sums, never day by day. The roll
//! forward needs no branch, because an open day rolls to itself; a branch on it would be guessed wrongly for a third
//! of the dates.
//!
//! Hints like `inline(always)` stand where a `Result` with a large error would otherwise go through memory.

use chrono::{Datelike, Months};

use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, day_of_date};
use crate::calendar::reading::Fold;
use crate::calendar::{LocalTime, nearest_date};
use crate::deadline::error::DeadlineError;
use crate::deadline::evaluate::{END_OF_DATES, Evaluation, Landing, Outcome, TimeOfDay};
use crate::deadline::fault::DeadlineFault;
use crate::deadline::in_order::Extend;
use crate::deadline::still::Still;
use crate::deadline::term::{
    Bound, ClosedStart, Count, CutoffTime, End, LateReceipt, MonthEnd, RollRule, TermFault,
};
use crate::deadline::trace::{ClosedDays, Recorder, TraceStep, is_day_one, weekday_index};

impl<P, E> Evaluation<'_, P, E>
where
    P: Iterator<Item = Still> + Clone,
    E: Iterator<Item = Extend> + Clone,
{
    /// Evaluates a term of days, weeks or months.
    ///
    /// Without pauses and extensions, the counted date rolls and ends here. Otherwise `days_moved` continues.
    #[inline]
    pub(super) fn days<R: Recorder>(&self, recorder: &mut R) -> Result<Outcome, DeadlineError> {
        let (day, time) = self.first_date()?;
        self.calendar.zone_day(day)?;
        let base = self.intake(day, recorder)?;
        let (base, time, start) = self.closed_start(day, base, time, recorder)?;
        let base = self.month_end_before(base, recorder);
        let landed = self.counted_in_all(base, self.term.count, recorder)?;
        let no_floor = Moment::at_second(i64::MIN);
        if !self.has_happenings() {
            let day = self.ends_on(landed, false, time, no_floor, recorder)?;
            let end = self.end_on(day, landed, time);
            let at = self.on_day(day, end, time, recorder)?;
            return Ok(Outcome { at, bound: end.bound, stands: false, start });
        }
        self.days_moved((base, start), landed, time, recorder)
    }

    /// The date to which the whole count leads, at the end of its month if the term says so.
    #[inline]
    pub(super) fn counted_in_all<R: Recorder>(
        &self,
        base: i64,
        count: Count,
        recorder: &mut R,
    ) -> Result<i64, DeadlineError> {
        let landed = self.counted(base, count, is_day_one(self.term.first_day))?;
        recorder.note(|| self.counted_days(count, base, landed));
        if self.term.month_end != MonthEnd::After {
            return Ok(landed);
        }
        let to = last_of_month(landed);
        recorder.note(|| TraceStep::MonthEnd { from: nearest_date(landed), to: nearest_date(to) });
        Ok(to)
    }

    /// The last day of the month, if the count starts there, or the date itself.
    fn month_end_before<R: Recorder>(&self, base: i64, recorder: &mut R) -> i64 {
        if self.term.month_end != MonthEnd::Before {
            return base;
        }
        let to = last_of_month(base);
        recorder.note(|| TraceStep::MonthEnd { from: nearest_date(base), to: nearest_date(to) });
        to
    }

    /// The date from which days are counted, and its time of day. A due date at midnight is the end of its day.
    #[inline]
    fn first_date(&self) -> Result<(i64, TimeOfDay), DeadlineError> {
        let (day, second) = self.calendar.local_parts(self.anchor)?;
        if self.ends_day && second == 0 && self.anchor.nanos == 0 {
            return Ok((day - 1, TimeOfDay { second: DAY, nanos: 0 }));
        }
        Ok((day, TimeOfDay { second, nanos: self.anchor.nanos }))
    }

    /// The date as which a receipt counts by the cut-off.
    ///
    /// A weekday without a cut-off keeps the date, and so does a closed day if the cut-off is the close of business.
    #[inline]
    pub(super) fn intake<R: Recorder>(&self, day: i64, recorder: &mut R) -> Result<i64, DeadlineError> {
        let Some(cutoff) = self.term.intake else { return Ok(day) };
        let Some(at) = cutoff.at.get(weekday_index(day)).copied().flatten() else { return Ok(day) };
        // Compared as instants: where the clock is set back, a later receipt never counts as an earlier one.
        let (at, limit) = match at {
            CutoffTime::At(at) => (at, self.calendar.utc_on(day, i64::from(at.seconds()), Fold::Earlier)?),
            CutoffTime::CloseOfBusiness => {
                let Some(last) = self.calendar.spells_of(day)?.last() else { return Ok(day) };
                let (_, second) = self.calendar.local_parts(Moment::at_second(last.end()))?;
                let at = LocalTime::from_seconds(u32::try_from(second).map_err(|_| self.out_of_range())?);
                (at, last.end())
            }
        };
        let late = match cutoff.bound {
            Bound::Inclusive => self.anchor > Moment::at_second(limit),
            Bound::Exclusive => self.anchor >= Moment::at_second(limit),
        };
        if !late {
            recorder.note(|| TraceStep::BeforeCutoff { cutoff: at });
            return Ok(day);
        }
        let to = match cutoff.late {
            LateReceipt::NextCalendarDay => day + 1,
            LateReceipt::NextWorkingDay => self.calendar.nth_open_after(day, 1)?,
        };
        recorder.note(|| TraceStep::AfterCutoff {
            cutoff: at,
            from: nearest_date(day),
            to: nearest_date(to),
        });
        Ok(to)
    }

    /// The date, the time of day and the instant as which a receipt counts. `counts` is its date by the cut-off.
    #[inline]
    fn closed_start<R: Recorder>(
        &self,
        day: i64,
        counts: i64,
        time: TimeOfDay,
        recorder: &mut R,
    ) -> Result<(i64, TimeOfDay, Moment), DeadlineError> {
        match self.term.closed_start {
            ClosedStart::Keep => Ok((counts, time, self.anchor)),
            ClosedStart::NextWorkingDay => {
                let to = self.calendar.open_on_or_after(counts)?;
                if to != counts {
                    recorder
                        .note(|| TraceStep::ClosedStart { from: nearest_date(counts), to: nearest_date(to) });
                }
                Ok((to, time, self.anchor))
            }
            ClosedStart::NextOpening => {
                let from = if counts == day {
                    self.anchor
                } else {
                    Moment::at_second(self.calendar.utc_on(counts, 0, Fold::Earlier)?)
                };
                let opens = self.opening_from(from, recorder)?;
                if opens == self.anchor {
                    return Ok((counts, time, opens));
                }
                let (to, second) = self.calendar.local_parts(opens)?;
                Ok((to, TimeOfDay { second, nanos: opens.nanos }, opens))
            }
        }
    }

    /// The error of a term that leads beyond the year 9999.
    fn out_of_range(&self) -> DeadlineError {
        DeadlineError::OutOfRange { count: self.term.count }
    }

    /// The date to which a count of days leads.
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
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
                let to = day_of_date(months.ok_or(DeadlineError::OutOfRange { count })?);
                let keeps = self.term.month_end == MonthEnd::Keep && from == last_of_month(from);
                (if keeps { last_of_month(to) } else { to }) - back
            }
            Count::Elapsed(_) | Count::Working(_) | Count::At(_) => from,
        };
        if to < END_OF_DATES { Ok(to) } else { Err(DeadlineError::OutOfRange { count }) }
    }

    /// The date some days later. `worked` says whether working days are counted; none of them leave a closed date as it
    /// is.
    #[inline]
    pub(super) fn moved(&self, landed: i64, by: i64, worked: bool) -> Result<i64, DeadlineError> {
        if worked {
            let by = u32::try_from(by).unwrap_or(u32::MAX);
            if by == 0 { Ok(landed) } else { Ok(self.calendar.nth_open_after(landed, by)?) }
        } else {
            Ok(landed + by)
        }
    }

    /// Where a counted date ends: on this date, or on the one to which it rolls.
    ///
    /// Nothing ends before `floor`, the end of a pause, and no roll leads back to the start.
    #[inline]
    pub(super) fn end_of_days<R: Recorder>(
        &self,
        landed: i64,
        fixed: bool,
        time: TimeOfDay,
        floor: Moment,
        recorder: &mut R,
    ) -> Result<Landing, DeadlineError> {
        let day = self.ends_on(landed, fixed, time, floor, recorder)?;
        let end = self.end_on(day, landed, time);
        Ok(Landing::new(self.on_day(day, end, time, recorder)?, day, end))
    }

    /// The end of a date: the end of the roll if the date was rolled to, or else the end of the term.
    #[inline]
    fn end_on(&self, day: i64, landed: i64, time: TimeOfDay) -> End {
        let end = match self.term.roll.end {
            Some(end) if day != landed => end,
            Some(_) | None => self.term.end,
        };
        time.ends(end)
    }

    /// The date on which a counted date ends: this date, or an open one if it is closed and rolls.
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    fn ends_on<R: Recorder>(
        &self,
        landed: i64,
        fixed: bool,
        time: TimeOfDay,
        floor: Moment,
        recorder: &mut R,
    ) -> Result<i64, DeadlineError> {
        if fixed || self.term.roll.rule == RollRule::None {
            return Ok(landed);
        }
        if self.term.roll.rule == RollRule::Following {
            // An open day rolls to itself: no branch is needed, and it would be guessed wrongly a third of the time.
            let to = self.calendar.open_on_or_after(landed)?;
            if R::LISTENS && to != landed {
                self.note_roll(landed, to, recorder);
            }
            return Ok(to);
        }
        if self.calendar.is_open(landed)? {
            return Ok(landed);
        }
        let mut to = self.rolled(landed)?;
        if to < landed {
            let at = self.on_day(to, self.end_on(to, landed, time), time, &mut ())?;
            if at < floor || at <= self.anchor {
                to = self.calendar.open_on_or_after(landed)?;
            }
        }
        self.note_roll(landed, to, recorder);
        Ok(to)
    }

    /// The step of a count, with the closed days in between if working days are counted.
    pub(super) fn counted_days(&self, count: Count, from: i64, to: i64) -> TraceStep {
        let (from, to) = (nearest_date(from), nearest_date(to));
        let closed = match count {
            Count::WorkingDays(_) => ClosedDays::among(self.calendar, from, to),
            Count::Elapsed(_)
            | Count::Working(_)
            | Count::CalendarDays(_)
            | Count::Weeks(_)
            | Count::Months(_)
            | Count::At(_) => ClosedDays::default(),
        };
        TraceStep::CountedDays { count, day_one: is_day_one(self.term.first_day), from, to, closed }
    }
}

/// The last day of the month of a day.
pub(super) fn last_of_month(day: i64) -> i64 {
    let date = nearest_date(day);
    let first = date.with_day(1).unwrap_or(date);
    day_of_date(first) + i64::from(date.num_days_in_month()) - 1
}
