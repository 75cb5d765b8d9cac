//! The facts over which a deadline is evaluated: a calendar, events, pauses and extensions.
//!
//! Pauses and extensions are iterators, so that a clock evaluates its record without copying it, and a plain due date
//! evaluates with empty ones, which the compiler removes.

use crate::calendar::Calendar;
use crate::deadline::anchors::Anchors;
use crate::deadline::clock::PauseEffect;
use crate::deadline::due::Due;
use crate::deadline::error::DeadlineError;
use crate::deadline::evaluate::Evaluation;
use crate::deadline::in_order::Extend;
use crate::deadline::plain_due::Start;
use crate::deadline::still::Still;
use crate::deadline::term::Term;
use crate::deadline::view::View;
use crate::vocab::Anchor;

/// The facts over which a deadline is evaluated.
#[derive(Clone, Debug)]
pub(crate) struct Facts<'a, P, E> {
    pub(crate) calendar: &'a Calendar,
    pub(crate) start: &'a Anchor,
    pub(crate) anchors: &'a Anchors,
    /// Which entries count.
    pub(crate) view: View,
    /// An instant that replaces an event, with its bound: the start of a clock that was restarted by a change, or the
    /// due date of another clock.
    pub(crate) instead: Option<(&'a Anchor, Due)>,
    pub(crate) effect: PauseEffect,
    pub(crate) pauses: P,
    pub(crate) extensions: E,
}

/// The facts of a deadline without pauses and extensions.
pub(crate) type PlainFacts<'a> = Facts<'a, core::iter::Empty<Still>, core::iter::Empty<Extend>>;

impl<'a> PlainFacts<'a> {
    /// The facts of a deadline that nothing happened to: everything known, no pauses and no extensions.
    pub(crate) fn plain(calendar: &'a Calendar, start: &'a Anchor, anchors: &'a Anchors) -> Self {
        Self {
            calendar,
            start,
            anchors,
            view: View::ALL,
            instead: None,
            effect: PauseEffect::MovesTerm,
            pauses: core::iter::empty(),
            extensions: core::iter::empty(),
        }
    }
}

impl<'a, P: Clone, E: Clone> Facts<'a, P, E> {
    /// The same facts, counted from another event if one is given.
    pub(super) fn starting_from<'s>(&'s self, anchor: Option<&'s Anchor>) -> Facts<'s, P, E> {
        let facts: Facts<'s, P, E> = self.clone();
        Facts { start: anchor.unwrap_or(self.start), ..facts }
    }

    /// The same facts, by another calendar.
    pub(crate) fn by<'s>(&'s self, calendar: &'s Calendar) -> Facts<'s, P, E> {
        let facts: Facts<'s, P, E> = self.clone();
        Facts { calendar, ..facts }
    }

    /// When the count starts: at the event, or at the instant that replaces it.
    #[inline]
    pub(super) fn started(&self) -> Result<Due, DeadlineError> {
        let Some(start) = self.started_if_known() else {
            return Err(DeadlineError::NoAnchor { anchor: *self.start });
        };
        Ok(start)
    }

    /// When the count starts, or `None` if the event has not happened.
    #[inline]
    pub(super) fn started_if_known(&self) -> Option<Due> {
        let instead = self.instead.filter(|(anchor, _)| *anchor == self.start).map(|(_, at)| at);
        instead.or_else(|| self.anchors.start(self.start, self.view))
    }

    /// The evaluation of a term over these facts.
    #[inline]
    pub(super) fn evaluation<'t>(&self, term: &'t Term, start: Due) -> Evaluation<'t, P, E>
    where
        'a: 't,
    {
        let Start { anchor, ends_day } = start.into();
        Evaluation {
            calendar: self.calendar,
            term,
            anchor,
            ends_day,
            effect: self.effect,
            pauses: self.pauses.clone(),
            extensions: self.extensions.clone(),
        }
    }
}
