//! The due date of one term in whole numbers: from an instant in seconds to an instant in seconds.
//!
//! Every due date of a term is counted by the [`Evaluation`], in whole seconds and nanoseconds, and becomes a date of
//! chrono once, at the end. [`PackedDue`] is its answer in two registers: the second, and one number for the
//! nanoseconds, the bound, and "there is none". A `Result` with an error inside would be larger and would be passed
//! through memory on every call.
//!
//! The packed answer does not say *why* there is no due date. Callers that need to know evaluate the term again, with
//! an error. This happens only where there is no due date.

use crate::calendar::Calendar;
use crate::calendar::moment::Moment;
use crate::deadline::clock::PauseEffect;
use crate::deadline::due::Due;
use crate::deadline::evaluate::Evaluation;
use crate::deadline::in_order::Extend;
use crate::deadline::still::Still;
use crate::deadline::term::{Bound, Term};

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
