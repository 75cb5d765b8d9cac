//! The one place where a term becomes a due date.
//!
//! Order, always: anchor → intake cut-off → closed start → first day → count → extensions → pauses →
//! roll (once) → end.

use core::iter::Peekable;

use chrono::{NaiveDate, TimeDelta};

use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, midnight_of};
use crate::calendar::{Calendar, Fold, nearest_date};
use crate::deadline::trace::{ClosedDays, Recorder, Step};
use crate::deadline::{
    Bound, Count, DeadlineError, DeadlineFault, Due, End, EndAt, ExtensionChange, RollRule, Term,
};
use crate::vocab::{Anchor, ExtensionReason};

/// The day after 9999-12-31: instants from it on cannot be written in RFC 3339.
pub(super) const END_OF_DATES: i64 = 2_932_897;

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
pub(super) struct TimeOfDay {
    pub(super) second: i64,
    pub(super) nanos: u32,
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
                if Moment::from(at).second >= END_OF_DATES * DAY {
                    return Err(DeadlineError::OutOfRange { count: self.term.count });
                }
                recorder.note(|| Step::Chosen { at });
                Due { at, bound: self.term.end.bound }
            }
            Count::Elapsed(amount) | Count::Working(amount) => self.span(amount, recorder)?,
            _ => self.days(recorder)?,
        };
        recorder.note(|| Step::Due {
            at: due.at,
            bound: due.bound,
            local: self.calendar.wall_clock(due.at, due.bound == Bound::Exclusive),
        });
        Ok(due)
    }

    #[inline]
    pub(super) fn rolled<R: Recorder>(&self, day: i64, recorder: &mut R) -> Result<i64, DeadlineError> {
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
    pub(super) fn on_day<R: Recorder>(
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
                if day + 1 >= END_OF_DATES {
                    return Err(DeadlineError::OutOfRange { count: self.term.count });
                }
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

    pub(super) fn time_of_day(&self, at: Moment) -> Result<TimeOfDay, DeadlineError> {
        let (_, second) = self.calendar.local_parts(at)?;
        Ok(TimeOfDay { second, nanos: at.nanos })
    }

    pub(super) fn mismatch(&self, change: ExtensionChange) -> DeadlineError {
        let extension = match change {
            ExtensionChange::ReplaceTotal(count) | ExtensionChange::Add(count) => count,
            ExtensionChange::Until { .. } => self.term.count,
        };
        DeadlineError::UnitMismatch { term: self.term.count, extension }
    }
}

pub(super) fn delta_of(count: Count) -> TimeDelta {
    match count {
        Count::Elapsed(span) | Count::Working(span) => span.delta(),
        _ => TimeDelta::zero(),
    }
}

pub(super) fn same_month(one: NaiveDate, other: NaiveDate) -> bool {
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
