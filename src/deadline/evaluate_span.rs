//! Terms of elapsed and of working time.
//!
//! # The problem
//!
//! A span ends so much real or working time after its start. Pauses and extensions change how much, a roll moves the
//! end of elapsed time to a working day, and the due date must never become earlier on the way.
//!
//! # The idea
//!
//! Four numbers describe a span: where its amount starts (`start`), how much there is (`total`), where that ends
//! unrolled (`end`), and when it is due after rolls (`due`). What happened to the clock is taken in time order:
//!
//! - An extension adds to the amount, replaces it, or names a date. A date becomes a new start with an amount of zero,
//!   so that everything after it counts from there.
//! - A pause that begins before the unrolled end adds what it covers to the amount: real time to elapsed time, working
//!   time to working time.
//! - A pause that begins later, but before the due instant, moves the rolled instant, which rolls again if it lands on
//!   a closed day.
//! - A pause that begins at or after the due instant moves nothing.
//!
//! `shift` remembers how much pauses have added, so that a new total keeps them. `floor` is the end of the last pause:
//! a backward roll that would lead before it rolls forward. Each step takes the later of the old and the new due date.
//!
//! By hand: 24 hours, rolled. Received on Friday at 10:00, the span ends on Saturday at 10:00 and is due on Monday at
//! 10:00. A pause from Monday 09:00 to Tuesday 09:00 moves the rolled instant to Tuesday 10:00: the hour that was left
//! is still left.
//!
//! # Edges
//!
//! - Working time always ends in working time, so that it never rolls. An end that an extension named may lie on a
//!   closed day; a pause over it moves the end at least to the end of the pause.
//! - 24:00 of a day belongs to that day when a moved instant rolls again.
//! - An amount that leads beyond the year 9999 is an error, never a clamped date.
//!
//! # Cost
//!
//! One look-up for the end and one for the roll, again for each pause and each extension. Nothing is allocated.

use chrono::TimeDelta;

use crate::calendar::Span;
use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, day_of_date};
use crate::deadline::clock::PauseEffect;
use crate::deadline::due::DueMoment;
use crate::deadline::error::DeadlineError;
use crate::deadline::evaluate::{END_OF_DATES, Evaluation, Outcome, delta_of, note_fixed};
use crate::deadline::in_order::{Extend, Happening, begins_before, in_order};
use crate::deadline::pause::ExtensionChange;
use crate::deadline::still::Still;
use crate::deadline::term::{ClosedStart, Count, End, EndAt, RollRule};
use crate::deadline::trace::{ClosedDays, PauseShift, Recorder, TraceStep};

/// A span while its pauses and extensions are applied.
#[derive(Clone, Copy)]
struct Length {
    /// What the term counts.
    count: Count,
    /// From where the amount counts: the start of the clock, or an end that an extension named.
    start: Moment,
    total: TimeDelta,
    /// By how much pauses have moved the unrolled end.
    shift: TimeDelta,
    /// The unrolled end.
    end: Moment,
    due: SpanDue,
    fixed: bool,
    /// The end of the last pause. Nothing is due before it.
    floor: Moment,
}

/// When a span is due, and the end that applies: the end of the term, or the end of the roll.
#[derive(Clone, Copy, Debug)]
struct SpanDue {
    due: DueMoment,
    end: End,
}

impl SpanDue {
    /// The later of two due dates; the first if they are equal.
    fn or_later(self, other: Self) -> Self {
        if other.due > self.due { other } else { self }
    }
}

impl<P, E> Evaluation<'_, P, E>
where
    P: Iterator<Item = Still> + Clone,
    E: Iterator<Item = Extend> + Clone,
{
    /// Evaluates a term of elapsed or working time.
    pub(super) fn span<R: Recorder>(&self, amount: Span, recorder: &mut R) -> Result<Outcome, DeadlineError> {
        let start = self.span_start(recorder)?;
        let (count, total) = (self.term.count, amount.delta());
        recorder.note(|| self.counted_span(count, start, total));
        let end = self.span_end(start, total, count)?;
        let floor = Moment::at_second(i64::MIN);
        if !self.has_happenings() {
            let SpanDue { due, .. } = self.roll_span(false, end, floor, recorder)?;
            return Ok(Outcome::of(due, false, start));
        }
        let due = self.roll_span(false, end, floor, &mut ())?;
        let shift = TimeDelta::zero();
        let mut length = Length { count, start, total, shift, end, due, fixed: false, floor };
        let mut is_told = false;
        for happening in in_order(self.pauses.clone(), self.extensions.clone(), start) {
            match happening {
                Happening::Extended(extend) => {
                    length = self.span_extended(start, length, extend, recorder)?;
                    is_told = false;
                }
                Happening::Paused(still, _) if length.fixed => {
                    note_fixed(core::iter::once(still), recorder);
                }
                Happening::Paused(still, is_rest) if !begins_before(still, is_rest, length.due.due.at) => {
                    if !is_told {
                        let due = length.due.due.at.into();
                        recorder.note(|| TraceStep::PausedTooLate { from: still.from.into(), due });
                    }
                    is_told = true;
                }
                Happening::Paused(still, is_rest) => {
                    self.span_paused(&mut length, (still, is_rest), recorder)?;
                }
            }
        }
        if R::LISTENS {
            let SpanDue { due, .. } = self.roll_span(length.fixed, length.end, length.floor, &mut ())?;
            if due == length.due.due {
                self.roll_span(length.fixed, length.end, length.floor, recorder)?;
            } else if length.end < length.floor || due < length.due.due {
                recorder.note(|| TraceStep::NotEarlier { at: length.due.due.at.into() });
            }
        }
        Ok(Outcome::of(length.due.due, length.fixed, start))
    }

    /// Applies an extension. Returns the span as it was if the extension names an earlier end or due date.
    ///
    /// A new total counts from the start of the clock and keeps what pauses have added. A named date takes the time of
    /// day of the anchor, and everything later counts from there.
    fn span_extended<R: Recorder>(
        &self,
        anchor: Moment,
        before: Length,
        extend: Extend,
        recorder: &mut R,
    ) -> Result<Length, DeadlineError> {
        let mut length = Length { fixed: false, ..before };
        match extend.change {
            ExtensionChange::ReplaceTotal(count) if count.same_unit(before.count) => {
                let total = delta_of(count).checked_add(&before.shift);
                let total = total.ok_or(DeadlineError::OutOfRange { count })?;
                length = Length { count, start: anchor, total, ..length };
                let of_real_time = matches!(count, Count::Elapsed(_));
                if self.effect == PauseEffect::MovesDue && of_real_time && before.shift > TimeDelta::zero() {
                    let raw = self.span_end(anchor, delta_of(count), count)?;
                    length.start = self.roll_span(false, raw, length.floor, &mut ())?.due.at;
                    length.total = before.shift;
                }
                recorder.note(|| TraceStep::ReplacedTotal { count, reason: extend.reason });
            }
            ExtensionChange::Add(count) if count.same_unit(before.count) => {
                let total = before.total.checked_add(&delta_of(count));
                length.total = total.ok_or(DeadlineError::OutOfRange { count })?;
                recorder.note(|| TraceStep::Added { count, reason: extend.reason });
            }
            ExtensionChange::Until { date, fixed } => {
                let time = self.time_of_day(self.anchor)?;
                length.start = self.on_day(day_of_date(date), self.term.end, time, &mut ())?;
                (length.total, length.fixed) = (TimeDelta::zero(), fixed);
                recorder.note(|| TraceStep::ExtendedUntil { date, fixed, reason: extend.reason });
            }
            change @ (ExtensionChange::ReplaceTotal(_) | ExtensionChange::Add(_)) => {
                return Err(self.mismatch(change));
            }
        }
        length.end = self.span_end(length.start, length.total, length.count)?;
        let due = self.roll_span(length.fixed, length.end, length.floor, &mut ())?;
        let earlier = length.end < before.end || due.due < before.due.due;
        if earlier && !matches!(extend.change, ExtensionChange::Add(_)) {
            recorder.note(|| TraceStep::NotExtended { reason: extend.reason, made: extend.made.into() });
            return Ok(before);
        }
        // A roll never takes away what the clock had.
        length.due = before.due.or_later(due);
        Ok(length)
    }

    /// Applies a pause that begins before the due instant.
    ///
    /// It adds to the amount, or moves the rolled instant if the unrolled end has passed or if pauses always move the
    /// due date. Working time has no roll, so that both mean the same: the amount becomes longer.
    fn span_paused<R: Recorder>(
        &self,
        length: &mut Length,
        (still, is_rest): (Still, bool),
        recorder: &mut R,
    ) -> Result<(), DeadlineError> {
        let working = matches!(length.count, Count::Working(_));
        length.floor = length.floor.max(still.until);
        let paused = if working {
            self.calendar.worked_between(still.from, still.until)?
        } else {
            still.until.since(still.from)
        };
        let moves_end = match self.effect {
            PauseEffect::MovesTerm => begins_before(still, is_rest, length.end),
            PauseEffect::MovesDue => working,
        };
        if moves_end {
            let longer = |amount: TimeDelta| {
                amount.checked_add(&paused).ok_or(DeadlineError::OutOfRange { count: length.count })
            };
            (length.total, length.shift) = (longer(length.total)?, longer(length.shift)?);
            let end = self.span_end(length.start, length.total, length.count)?;
            length.end = length.end.max(end);
            // A named end may lie on a closed day, where the pause covers no working time. Whatever is added later
            // counts from where the clock resumes.
            if length.end < still.until {
                (length.start, length.total, length.end) = (still.until, TimeDelta::zero(), still.until);
            }
            length.due = length.due.or_later(self.roll_span(false, length.end, length.floor, &mut ())?);
        } else {
            let out_of_range = DeadlineError::OutOfRange { count: length.count };
            let moved = length.due.due.at.plus(paused).filter(is_writable).ok_or(out_of_range)?;
            if self.effect == PauseEffect::MovesDue {
                (length.start, length.total, length.end) = (moved, TimeDelta::zero(), moved);
                let count = length.count;
                length.shift =
                    length.shift.checked_add(&paused).ok_or(DeadlineError::OutOfRange { count })?;
            }
            length.due = length.due.or_later(self.roll_moved(length.due, moved, length.floor)?);
        }
        recorder.note(|| {
            let seconds = paused.num_seconds();
            let moved = if working { PauseShift::Working(seconds) } else { PauseShift::Elapsed(seconds) };
            TraceStep::Paused {
                from: still.from.into(),
                until: still.until.into(),
                moved,
                rolled: !moves_end,
            }
        });
        Ok(())
    }

    /// From where a span counts: from the anchor, or from the next opening.
    fn span_start<R: Recorder>(&self, recorder: &mut R) -> Result<Moment, DeadlineError> {
        if self.term.closed_start == ClosedStart::NextOpening {
            return self.opening_from(self.anchor, recorder);
        }
        Ok(self.anchor)
    }

    /// The end of an amount of real or working time.
    pub(super) fn span_end(
        &self,
        start: Moment,
        total: TimeDelta,
        count: Count,
    ) -> Result<Moment, DeadlineError> {
        if matches!(count, Count::Working(_)) {
            return Ok(self.calendar.advance(start, total)?);
        }
        start.plus(total).filter(is_writable).ok_or(DeadlineError::OutOfRange { count })
    }

    /// Rolls a due date that a pause moved to an instant.
    ///
    /// If it does not roll again, it keeps its end. 24:00 of a day belongs to this day if the end is the end of the
    /// day.
    fn roll_moved(&self, moved: SpanDue, raw: Moment, floor: Moment) -> Result<SpanDue, DeadlineError> {
        let SpanDue { due, end } = moved;
        let stays = SpanDue { due: DueMoment { at: raw, ..due }, end };
        if self.term.roll.rule == RollRule::None {
            return Ok(stays);
        }
        let (day, second) = self.calendar.local_parts(raw)?;
        let ends_day = end.at == EndAt::EndOfDay && second == 0 && raw.nanos == 0;
        let day = if ends_day { day - 1 } else { day };
        if self.calendar.is_open(day)? {
            return Ok(stays);
        }
        self.roll_from(day, raw, floor, &mut ())
    }

    /// The due date of an unrolled end: the end itself, or the roll of a closed day.
    fn roll_span<R: Recorder>(
        &self,
        fixed: bool,
        raw: Moment,
        floor: Moment,
        recorder: &mut R,
    ) -> Result<SpanDue, DeadlineError> {
        let due = DueMoment { at: raw, bound: self.term.end.bound };
        let unmoved = SpanDue { due, end: self.term.end };
        if fixed || self.term.roll.rule == RollRule::None {
            return Ok(unmoved);
        }
        let (day, _) = self.calendar.local_parts(raw)?;
        if self.calendar.is_open(day)? {
            return Ok(unmoved);
        }
        self.roll_from(day, raw, floor, recorder)
    }

    /// Rolls from a closed day.
    fn roll_from<R: Recorder>(
        &self,
        day: i64,
        raw: Moment,
        floor: Moment,
        recorder: &mut R,
    ) -> Result<SpanDue, DeadlineError> {
        let (end, time) = (self.term.roll.end.unwrap_or(self.term.end), self.time_of_day(raw)?);
        let mut to = self.rolled(day)?;
        if to < day {
            let at = self.on_day(to, end, time, &mut ())?;
            if at < floor || at <= self.anchor {
                to = self.calendar.open_on_or_after(day)?;
            }
        }
        self.note_roll(day, to, recorder);
        let at = self.on_day(to, end, time, recorder)?;
        Ok(SpanDue { due: DueMoment { at, bound: end.bound }, end })
    }

    /// The step of a count, with the closed days in between if working time is counted.
    fn counted_span(&self, count: Count, start: Moment, total: TimeDelta) -> TraceStep {
        let end = self.span_end(start, total, count).unwrap_or(start);
        let mut closed = ClosedDays::default();
        if matches!(count, Count::Working(_))
            && let (Ok(first), Ok(last)) = (self.calendar.date(start.into()), self.calendar.date(end.into()))
        {
            closed = ClosedDays::among(self.calendar, first, last);
        }
        TraceStep::CountedSpan { count, from: start.into(), to: end.into(), closed }
    }
}

/// Whether an instant can be written.
fn is_writable(at: &Moment) -> bool {
    at.second < END_OF_DATES * DAY
}
