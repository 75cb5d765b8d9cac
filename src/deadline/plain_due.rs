//! The due date of one term in whole numbers: from an instant in seconds to an instant in seconds.
//!
//! Every due date of a term is counted by the [`Evaluation`], in whole seconds and nanoseconds, and becomes a date of
//! chrono once, at the end. [`PackedDue`] is its answer in two registers: the second, and one number for the
//! nanoseconds, the bound, and "there is none". A `Result` with an error inside would be larger and would be passed
//! through memory on every call.
//!
//! The packed answer does not say *why* there is no due date. Callers that need to know evaluate the term again, with
//! an error. This happens only where there is no due date.
//!
//! # Most terms
//!
//! Most terms count days from a known day, may have a cut-off at a time of day, roll forward or not, and end at a time
//! of day. Such a term needs four look-ups and a few additions, while the evaluation asks at each step for everything
//! that a term can have. [`Term::usual_due`] takes these terms, as long as the clock changes on none of the days on
//! which a time of day is looked for, and gives up wherever the evaluation would refuse or has more to ask. A law
//! compares both: the explanation of a due date is always evaluated.

use crate::calendar::moment::Moment;
use crate::calendar::{Calendar, LocalTime};
use crate::deadline::clock::PauseEffect;
use crate::deadline::due::Due;
use crate::deadline::evaluate::{END_OF_DATES, Evaluation};
use crate::deadline::in_order::Extend;
use crate::deadline::still::Still;
use crate::deadline::term::{
    Bound, ClosedStart, Count, Cutoff, CutoffTime, EndAt, FirstDay, LateReceipt, MonthEnd, RollRule, Term,
};
use crate::deadline::trace::weekday_index;

/// When a term starts to count.
#[derive(Clone, Copy)]
pub(crate) struct Start {
    pub(crate) anchor: Moment,
    /// Whether the anchor is a due date. At midnight, a due date belongs to the day that it ends.
    pub(crate) ends_day: bool,
}

impl Start {
    /// An event at a whole second.
    #[inline]
    pub(crate) const fn at_second(second: i64) -> Self {
        Self { anchor: Moment::at_second(second), ends_day: false }
    }
}

impl From<Due> for Start {
    #[inline]
    fn from(due: Due) -> Self {
        Self { anchor: Moment::from(due.at), ends_day: due.bound == Bound::Exclusive }
    }
}

/// When a term is due, or that it has no due date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PackedDue {
    second: i64,
    /// The nanoseconds, below 2^30, and bit 30 for an inclusive bound. `u32::MAX` if there is no due date.
    rest: u32,
}

impl PackedDue {
    pub(crate) const NONE: Self = Self { second: i64::MIN, rest: u32::MAX };
    const INCLUSIVE: u32 = 1 << 30;

    /// Packs an instant and its bound. Nanoseconds need 30 bits, so that the next bit is free for the bound.
    #[inline]
    fn new(at: Moment, bound: Bound) -> Self {
        let inclusive = if bound == Bound::Inclusive { Self::INCLUSIVE } else { 0 };
        Self { second: at.second, rest: at.nanos | inclusive }
    }

    /// The instant and its bound.
    #[inline]
    pub(crate) fn get(self) -> Option<(Moment, Bound)> {
        if self.rest == u32::MAX {
            return None;
        }
        let at = Moment { second: self.second, nanos: self.rest & !Self::INCLUSIVE };
        let is_inclusive = self.rest & Self::INCLUSIVE != 0;
        Some((at, if is_inclusive { Bound::Inclusive } else { Bound::Exclusive }))
    }
}

impl Term {
    /// When the term is due without pauses and extensions.
    pub(crate) fn plain_due(&self, calendar: &Calendar, start: Start) -> PackedDue {
        self.usual_due(calendar, start).unwrap_or_else(|| self.evaluated_due(calendar, start))
    }

    /// The due date of a usual term from a usual day: see the notes of this module. `None` says that the term must be
    /// evaluated.
    #[inline]
    fn usual_due(&self, calendar: &Calendar, Start { anchor, ends_day }: Start) -> Option<PackedDue> {
        let is_usual = matches!(self.first_day, FirstDay::DayZero)
            && matches!(self.month_end, MonthEnd::Ignore)
            && matches!(self.closed_start, ClosedStart::Keep);
        if !is_usual || ends_day {
            return None;
        }
        let day = calendar.steady_day(anchor.second)?;
        let base = match &self.intake {
            None => day,
            Some(cutoff) => cutoff.usual_base(calendar, anchor, day)?,
        };
        let landed = match self.count {
            Count::CalendarDays(n) => base + i64::from(n),
            Count::Weeks(n) => base + 7 * i64::from(n),
            Count::WorkingDays(n) => calendar.found_after(base, n)?,
            Count::Months(_) | Count::Elapsed(_) | Count::Working(_) | Count::At(_) => return None,
        };
        let to = match self.roll.rule {
            RollRule::None => calendar.found_after(landed, 0)?,
            RollRule::Following => calendar.found_on_or_after(landed)?,
            RollRule::Preceding | RollRule::ModifiedFollowing => return None,
        };
        // A term that ends with the hours of a day can contradict itself, also if it takes the end of its roll.
        if matches!(self.end.at, EndAt::SameTime | EndAt::Opening | EndAt::CloseOfBusiness) {
            return None;
        }
        let end = match self.roll.end {
            Some(end) if to != landed => end,
            Some(_) | None => self.end,
        };
        let second = match end.at {
            EndAt::At(at) => calendar.steady_second(to, at)?,
            EndAt::EndOfDay if to + 1 < END_OF_DATES => {
                calendar.steady_second(to + 1, LocalTime::MIDNIGHT)?
            }
            EndAt::EndOfDay | EndAt::SameTime | EndAt::Opening | EndAt::CloseOfBusiness => return None,
        };
        Some(PackedDue::new(Moment::at_second(second), end.bound))
    }

    #[inline(never)]
    fn evaluated_due(&self, calendar: &Calendar, start: Start) -> PackedDue {
        let Start { anchor, ends_day } = start;
        let evaluation = Evaluation {
            calendar,
            term: self,
            anchor,
            ends_day,
            effect: PauseEffect::MovesTerm,
            pauses: core::iter::empty::<Still>(),
            extensions: core::iter::empty::<Extend>(),
        };
        match evaluation.outcome(&mut ()) {
            Ok(outcome) => PackedDue::new(outcome.at, outcome.bound),
            Err(_) => PackedDue::NONE,
        }
    }
}

impl Cutoff {
    /// The day as which a receipt counts, if the weekday has a cut-off at a time of day.
    #[inline]
    fn usual_base(&self, calendar: &Calendar, anchor: Moment, day: i64) -> Option<i64> {
        let Some(CutoffTime::At(at)) = *self.at.get(weekday_index(day))? else { return None };
        let limit = Moment::at_second(calendar.steady_second(day, at)?);
        let is_late = match self.bound {
            Bound::Inclusive => anchor > limit,
            Bound::Exclusive => anchor >= limit,
        };
        match self.late {
            LateReceipt::NextCalendarDay => Some(day + i64::from(is_late)),
            LateReceipt::NextWorkingDay => {
                if is_late {
                    calendar.found_after(day, 1)
                } else {
                    Some(day)
                }
            }
        }
    }
}
