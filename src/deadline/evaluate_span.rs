//! Terms of elapsed and of working time.

use chrono::TimeDelta;

use crate::calendar::Span;
use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, day_of_date};
use crate::deadline::evaluate::{END_OF_DATES, Evaluation, Extend, Still, delta_of, merged};
use crate::deadline::trace::{ClosedDays, Moved, Recorder, Step};
use crate::deadline::{Count, DeadlineError, Due, ExtensionChange, RollRule};

impl<P, E> Evaluation<'_, P, E>
where
    P: Iterator<Item = Still> + Clone,
    E: Iterator<Item = Extend> + Clone,
{
    pub(super) fn span<R: Recorder>(&self, amount: Span, recorder: &mut R) -> Result<Due, DeadlineError> {
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

    pub(super) fn span_end(
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

    pub(super) fn roll_span<R: Recorder>(
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

    pub(super) fn counted_span(&self, count: Count, start: Moment, total: TimeDelta) -> Step {
        let end = self.span_end(matches!(count, Count::Working(_)), start, total, count).unwrap_or(start);
        let mut closed = ClosedDays::default();
        if matches!(count, Count::Working(_))
            && let (Ok(first), Ok(last)) = (self.calendar.date(start.into()), self.calendar.date(end.into()))
        {
            closed = ClosedDays::among(self.calendar, first, last);
        }
        Step::CountedSpan { count, from: start.into(), to: end.into(), closed }
    }
}
