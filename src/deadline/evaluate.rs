//! The one place where a term becomes a due date.
//!
//! Order, always: anchor → intake cut-off → closed start → first day → count → extensions → pauses →
//! roll (once) → end.

use core::iter::Peekable;

use chrono::{Months, NaiveDate, TimeDelta};

use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, day_of_date, midnight_of};
use crate::calendar::{Calendar, CalendarError, Fold, Span, nearest_date};
use crate::deadline::trace::{ClosedDays, Moved, Recorder, Step, is_day_one, weekday_index};
use crate::deadline::{
    Bound, ClosedStart, Count, DeadlineError, DeadlineFault, Due, End, EndAt, ExtensionChange, LateReceipt,
    RollRule, Term, TermFault,
};
use crate::vocab::{Anchor, ExtensionReason};

/// The day after 9999-12-31: instants from it on cannot be written in RFC 3339.
const END_OF_DATES: i64 = 2_932_897;

/// A span in which a clock stands still, half-open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Still {
    pub(crate) from: Moment,
    pub(crate) until: Moment,
}

/// An extension as the arithmetic sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extend {
    pub(crate) change: ExtensionChange,
    pub(crate) reason: ExtensionReason,
    pub(crate) made: Moment,
}

/// One evaluation of a term.
#[derive(Clone, Debug)]
pub(crate) struct Evaluation<'a, P, E> {
    pub(crate) calendar: &'a Calendar,
    pub(crate) term: &'a Term,
    /// The event it counts from, and when that happened.
    pub(crate) event: &'a Anchor,
    pub(crate) anchor: Moment,
    /// In the order of their beginnings.
    pub(crate) pauses: P,
    /// In the order in which they were made.
    pub(crate) extensions: E,
}

/// A time of day to the nanosecond.
#[derive(Clone, Copy)]
struct TimeOfDay {
    second: i64,
    nanos: u32,
}

impl<P, E> Evaluation<'_, P, E>
where
    P: Iterator<Item = Still> + Clone,
    E: Iterator<Item = Extend> + Clone,
{
    #[inline]
    pub(crate) fn due<R: Recorder>(&self, recorder: &mut R) -> Result<Due, DeadlineError> {
        if let Some(fault) = self.term.fault() {
            return Err(DeadlineFault::Term(fault).into());
        }
        recorder.note(|| Step::Calendar {
            name: self.calendar.name().into(),
            revision: self.calendar.revision().into(),
            zone: self.calendar.zone().name().into(),
        });
        recorder.note(|| {
            let at = self.anchor.into();
            Step::Anchored { anchor: *self.event, at, local: self.calendar.local(at).ok() }
        });
        let due = match self.term.count {
            Count::At(at) => {
                if let Some(extend) = self.extensions.clone().next() {
                    return Err(self.mismatch(extend.change));
                }
                recorder.note(|| Step::Chosen { at });
                Due { at, bound: self.term.end.bound }
            }
            Count::Elapsed(amount) | Count::Working(amount) => self.span(amount, recorder)?,
            _ => self.days(recorder)?,
        };
        recorder.note(|| Step::Due { at: due.at, bound: due.bound, local: self.calendar.local(due.at).ok() });
        Ok(due)
    }

    // Elapsed and working time.

    fn span<R: Recorder>(&self, amount: Span, recorder: &mut R) -> Result<Due, DeadlineError> {
        let working = matches!(self.term.count, Count::Working(_));
        let mut count = self.term.count;
        let mut start = self.anchor;
        let mut total = amount.delta();
        // An agreed date counts pauses from the moment of the agreement; everything else from the anchor.
        let mut pauses_from = self.anchor;
        let mut fixed = false;
        recorder.note(|| self.counted_span(count, start, total));
        for extend in self.extensions.clone() {
            match extend.change {
                ExtensionChange::ReplaceTotal(new) if new.same_unit(count) => {
                    count = new;
                    (start, total, pauses_from, fixed) = (self.anchor, delta_of(new), self.anchor, false);
                    recorder.note(|| Step::ReplacedTotal { count: new, reason: extend.reason });
                }
                ExtensionChange::Add(more) if more.same_unit(count) => {
                    total = total
                        .checked_add(&delta_of(more))
                        .ok_or(DeadlineError::OutOfRange { count: more })?;
                    fixed = false;
                    recorder.note(|| Step::Added { count: more, reason: extend.reason });
                }
                ExtensionChange::Until { date, fixed: stays } => {
                    let time = self.time_of_day(self.anchor)?;
                    let end = self.on_day(day_of_date(date), self.term.end, time, &mut ())?;
                    (start, total, pauses_from, fixed) =
                        (end, TimeDelta::zero(), extend.made.max(self.anchor), stays);
                    recorder.note(|| Step::ExtendedUntil { date, fixed: stays, reason: extend.reason });
                }
                change => return Err(self.mismatch(change)),
            }
        }
        for still in merged(self.pauses.clone(), pauses_from) {
            let raw = self.span_end(working, start, total, count)?;
            let due = self.roll_span(working || fixed, raw, &mut ())?;
            if still.from >= Moment::from(due.at) {
                recorder.note(|| Step::PausedTooLate { from: still.from.into(), due: due.at });
                break;
            }
            let paused = if working {
                self.calendar.worked_between(still.from, still.until)?
            } else {
                still.until.since(still.from)
            };
            total = total.checked_add(&paused).ok_or(DeadlineError::OutOfRange { count })?;
            recorder.note(|| {
                let seconds = paused.num_seconds();
                let moved = if working { Moved::Working(seconds) } else { Moved::Elapsed(seconds) };
                Step::Paused { from: still.from.into(), until: still.until.into(), moved }
            });
        }
        let raw = self.span_end(working, start, total, count)?;
        self.roll_span(working || fixed, raw, recorder)
    }

    fn span_end(
        &self,
        working: bool,
        start: Moment,
        total: TimeDelta,
        count: Count,
    ) -> Result<Moment, DeadlineError> {
        if working {
            return Ok(self.calendar.advance(start, total)?);
        }
        start
            .plus(total)
            .filter(|end| end.second < END_OF_DATES * DAY)
            .ok_or(DeadlineError::OutOfRange { count })
    }

    fn roll_span<R: Recorder>(
        &self,
        stays: bool,
        raw: Moment,
        recorder: &mut R,
    ) -> Result<Due, DeadlineError> {
        let unmoved = Due { at: raw.into(), bound: self.term.end.bound };
        if stays || self.term.roll.rule == RollRule::None {
            return Ok(unmoved);
        }
        let (day, _) = self.calendar.local_parts(raw)?;
        if self.calendar.is_open(day)? {
            return Ok(unmoved);
        }
        let end = self.term.roll.end.unwrap_or(self.term.end);
        let to = self.rolled(day, recorder)?;
        let at = self.on_day(to, end, self.time_of_day(raw)?, recorder)?;
        Ok(Due { at: at.into(), bound: end.bound })
    }

    fn counted_span(&self, count: Count, start: Moment, total: TimeDelta) -> Step {
        let end = self.span_end(matches!(count, Count::Working(_)), start, total, count).unwrap_or(start);
        let mut closed = ClosedDays::default();
        if matches!(count, Count::Working(_))
            && let (Ok(first), Ok(last)) = (self.calendar.date(start.into()), self.calendar.date(end.into()))
        {
            closed = ClosedDays::among(self.calendar, first, last);
        }
        Step::CountedSpan { count, from: start.into(), to: end.into(), closed }
    }

    // Days, weeks and months.

    #[inline]
    fn days<R: Recorder>(&self, recorder: &mut R) -> Result<Due, DeadlineError> {
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
        let mut moved = 0;
        for still in merged(self.pauses.clone(), pauses_from) {
            let due = self.end_of_days(self.moved(landed, moved, worked)?, fixed, time, &mut ())?;
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
        self.end_of_days(self.moved(landed, moved, worked)?, fixed, time, recorder)
    }

    #[inline]
    fn intake<R: Recorder>(&self, day: i64, recorder: &mut R) -> Result<i64, DeadlineError> {
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
    fn closed_start<R: Recorder>(&self, day: i64, recorder: &mut R) -> Result<i64, DeadlineError> {
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
    fn counted(&self, from: i64, count: Count, day_one: bool) -> Result<i64, DeadlineError> {
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
    fn moved(&self, landed: i64, by: i64, worked: bool) -> Result<i64, DeadlineError> {
        if worked {
            let by = u32::try_from(by).unwrap_or(u32::MAX);
            if by == 0 { Ok(landed) } else { Ok(self.calendar.nth_open_after(landed, by)?) }
        } else {
            Ok(landed + by)
        }
    }

    #[inline]
    fn end_of_days<R: Recorder>(
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
    fn boundaries(&self, still: Still, time: TimeOfDay, worked: bool) -> Result<i64, DeadlineError> {
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
    fn first_end_from(&self, at: Moment, time: TimeOfDay) -> Result<i64, DeadlineError> {
        // The end of a day lies on that date or, for night shifts and midnight, on the next one.
        let (today, _) = self.calendar.local_parts(at)?;
        for day in today - 2..=today + 2 {
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
    fn boundary_on(&self, day: i64, time: TimeOfDay) -> Result<Moment, DeadlineError> {
        match self.on_day(day, self.term.end, time, &mut ()) {
            Err(DeadlineError::Calendar(CalendarError::NoBusinessHours { .. })) => {
                self.on_day(day, End::END_OF_DAY, time, &mut ())
            }
            end => end,
        }
    }

    fn counted_days(&self, count: Count, from: i64, to: i64) -> Step {
        let (from, to) = (nearest_date(from), nearest_date(to));
        let closed = match count {
            Count::WorkingDays(_) => ClosedDays::among(self.calendar, from, to),
            _ => ClosedDays::default(),
        };
        Step::CountedDays { count, day_one: is_day_one(self.term.first_day), from, to, closed }
    }

    // Both.

    #[inline]
    fn rolled<R: Recorder>(&self, day: i64, recorder: &mut R) -> Result<i64, DeadlineError> {
        let calendar = self.calendar;
        let to = match self.term.roll.rule {
            RollRule::None => day,
            RollRule::Following => calendar.open_on_or_after(day)?,
            RollRule::Preceding => calendar.open_on_or_before(day)?,
            RollRule::ModifiedFollowing => {
                let following = calendar.open_on_or_after(day)?;
                if same_month(nearest_date(day), nearest_date(following)) {
                    following
                } else {
                    calendar.open_on_or_before(day)?
                }
            }
        };
        recorder.note(|| {
            let (from, to) = (nearest_date(day), nearest_date(to));
            let closed = ClosedDays::among(calendar, from.min(to), from.max(to));
            Step::Rolled { rule: self.term.roll.rule, from, to, closed }
        });
        Ok(to)
    }

    /// The instant of an end on a day.
    #[inline]
    fn on_day<R: Recorder>(
        &self,
        day: i64,
        end: End,
        time: TimeOfDay,
        recorder: &mut R,
    ) -> Result<Moment, DeadlineError> {
        let calendar = self.calendar;
        if day >= END_OF_DATES {
            return Err(DeadlineError::OutOfRange { count: self.term.count });
        }
        calendar.zone_day(day)?;
        let (second, nanos) = match end.at {
            EndAt::SameTime => (time.second, time.nanos),
            EndAt::At(at) => (i64::from(at.seconds()), 0),
            EndAt::EndOfDay => {
                return Ok(Moment::at_second(calendar.utc(midnight_of(day + 1), Fold::Earlier)?));
            }
            EndAt::Opening | EndAt::CloseOfBusiness => {
                let spells = calendar.spells_of(day)?;
                let instant = match end.at {
                    EndAt::Opening => spells.first().map(|spell| spell.start),
                    _ => spells.last().map(|spell| spell.end),
                };
                let instant = instant.ok_or_else(|| calendar.no_hours(nearest_date(day)))?;
                return Ok(Moment::at_second(instant));
            }
        };
        let local = midnight_of(day) + second;
        let utc = calendar.utc(local, end.fold)?;
        let exists =
            (nanos == 0 && !R::LISTENS) || calendar.local_parts(Moment::at_second(utc))? == (day, second);
        if R::LISTENS {
            self.note_clock_change(day, TimeOfDay { second, nanos: 0 }, exists, end.fold, recorder)?;
        }
        Ok(Moment { second: utc, nanos: if exists { nanos } else { 0 } })
    }

    fn note_clock_change<R: Recorder>(
        &self,
        day: i64,
        time: TimeOfDay,
        exists: bool,
        fold: Fold,
        recorder: &mut R,
    ) -> Result<(), DeadlineError> {
        let local = midnight_of(day) + time.second;
        let second = u32::try_from(time.second).unwrap_or(0);
        let shown = nearest_date(day).and_time(crate::calendar::LocalTime::from_seconds(second).into());
        if !exists {
            recorder.note(|| Step::SkippedTime { local: shown });
        } else if self.calendar.utc(local, Fold::Earlier)? != self.calendar.utc(local, Fold::Later)? {
            recorder.note(|| Step::RepeatedTime { local: shown, later: fold == Fold::Later });
        }
        Ok(())
    }

    fn time_of_day(&self, at: Moment) -> Result<TimeOfDay, DeadlineError> {
        let (_, second) = self.calendar.local_parts(at)?;
        Ok(TimeOfDay { second, nanos: at.nanos })
    }

    fn mismatch(&self, change: ExtensionChange) -> DeadlineError {
        let extension = match change {
            ExtensionChange::ReplaceTotal(count) | ExtensionChange::Add(count) => count,
            ExtensionChange::Until { .. } => self.term.count,
        };
        DeadlineError::UnitMismatch { term: self.term.count, extension }
    }
}

fn delta_of(count: Count) -> TimeDelta {
    match count {
        Count::Elapsed(span) | Count::Working(span) => span.delta(),
        _ => TimeDelta::zero(),
    }
}

fn same_month(one: NaiveDate, other: NaiveDate) -> bool {
    use chrono::Datelike;
    (one.year(), one.month()) == (other.year(), other.month())
}

/// Pauses in time order, each instant once, from a moment on.
pub(crate) fn merged<P: Iterator<Item = Still>>(pauses: P, start: Moment) -> impl Iterator<Item = Still> {
    let clipped = pauses
        .filter(move |still| still.until > start && still.until > still.from)
        .map(move |still| Still { from: still.from.max(start), until: still.until });
    Merged { rest: clipped.peekable() }
}

struct Merged<I: Iterator<Item = Still>> {
    rest: Peekable<I>,
}

impl<I: Iterator<Item = Still>> Iterator for Merged<I> {
    type Item = Still;

    fn next(&mut self) -> Option<Still> {
        let mut still = self.rest.next()?;
        while let Some(next) = self.rest.next_if(|next| next.from < still.until) {
            still.until = still.until.max(next.until);
        }
        Some(still)
    }
}
