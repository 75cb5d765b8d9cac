//! The one place where several terms become one due date.

use alloc::boxed::Box;

use crate::calendar::Calendar;
use crate::calendar::moment::Moment;
use crate::deadline::alternatives::Deadline;
use crate::deadline::anchors::Anchors;
use crate::deadline::due::Due;
use crate::deadline::error::DeadlineError;
use crate::deadline::evaluate::Outcome;
use crate::deadline::facts::Facts;
use crate::deadline::fault::DeadlineFault;
use crate::deadline::in_order::Extend;
use crate::deadline::limits::{MAX_ALTERNATIVES, MAX_DEPTH};
use crate::deadline::plain_due::PackedDue;
use crate::deadline::still::Still;
use crate::deadline::term::{Bound, Term};
use crate::deadline::trace::{Recorder, Trace, TraceStep};
use crate::deadline::view::View;
use crate::vocab::Anchor;

impl Deadline {
    /// When it is due, counted from an event, with no pause and no extension.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`]: the event has not happened, the calendar does not know, an amount leads out of
    /// range, or the term contradicts itself.
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    pub fn due(&self, calendar: &Calendar, start: Anchor, anchors: &Anchors) -> Result<Due, DeadlineError> {
        // Nothing is to be compared for one term, and nothing else is asked of its outcome.
        let plain = match self {
            Self::Term(term) => match anchors.start(&start, View::ALL) {
                Some(event) => term.plain_due(calendar, event.into()),
                None => PackedDue::NONE,
            },
            Self::Earliest(_) | Self::Latest(_) | Self::WithCalendar(_) => PackedDue::NONE,
        };
        let (at, bound) = match plain.get() {
            Some(due) => due,
            None => match self.due_or_refused(calendar, start, anchors) {
                Ok(due) => due,
                Err(error) => return Err(*error),
            },
        };
        Ok(Due { at: calendar.door.instant(at), bound })
    }

    /// When any deadline is due, and why a single term is not.
    #[inline(never)]
    fn due_or_refused(
        &self,
        calendar: &Calendar,
        start: Anchor,
        anchors: &Anchors,
    ) -> Result<(Moment, Bound), Box<DeadlineError>> {
        let decided = self.decided(&Facts::plain(calendar, &start, anchors))?;
        Ok((decided.outcome.at, decided.outcome.bound))
    }

    /// The same, with every step.
    ///
    /// # Errors
    ///
    /// As [`Deadline::due`].
    pub fn explain(
        &self,
        calendar: &Calendar,
        start: Anchor,
        anchors: &Anchors,
    ) -> Result<(Due, Trace), DeadlineError> {
        let mut trace = Trace::default();
        let due = self.evaluate(&Facts::plain(calendar, &start, anchors), &mut trace)?;
        Ok((due, trace))
    }

    pub(crate) fn evaluate<P, E, R>(
        &self,
        facts: &Facts<'_, P, E>,
        recorder: &mut R,
    ) -> Result<Due, DeadlineError>
    where
        P: Iterator<Item = Still> + Clone,
        E: Iterator<Item = Extend> + Clone,
        R: Recorder,
    {
        Ok(self.evaluate_at(0, facts, recorder)?.outcome.due())
    }

    /// What it comes to: the due date, whether pauses leave that alone, and the term that decides.
    pub(crate) fn decided<P, E>(&self, facts: &Facts<'_, P, E>) -> Result<Decided<'_>, DeadlineError>
    where
        P: Iterator<Item = Still> + Clone,
        E: Iterator<Item = Extend> + Clone,
    {
        self.evaluate_at(0, facts, &mut ())
    }

    #[inline]
    fn evaluate_at<P, E, R>(
        &self,
        depth: usize,
        facts: &Facts<'_, P, E>,
        recorder: &mut R,
    ) -> Result<Decided<'_>, DeadlineError>
    where
        P: Iterator<Item = Still> + Clone,
        E: Iterator<Item = Extend> + Clone,
        R: Recorder,
    {
        let (parts, earliest) = match self {
            Self::Term(term) => {
                let start = facts.started()?;
                recorder.note(|| TraceStep::Calendar {
                    name: facts.calendar.name().into(),
                    revision: facts.calendar.revision().into(),
                    zone: facts.calendar.zone().name().into(),
                });
                recorder.note(|| {
                    let local = facts.calendar.local(start.at).ok();
                    TraceStep::Anchored { anchor: *facts.start, at: start.at, local }
                });
                let outcome = facts.evaluation(term, start).outcome(recorder)?;
                let held = outcome.stands.then(|| outcome.due());
                return Ok(Decided { outcome, term, held, calendar: None });
            }
            Self::WithCalendar(own) => {
                let by = facts.by(own.calendar());
                let decided = own.deadline().evaluate_at(depth, &by, recorder)?;
                return Ok(Decided { calendar: decided.calendar.or(Some(own.calendar())), ..decided });
            }
            Self::Earliest(parts) => (parts, true),
            Self::Latest(parts) => (parts, false),
        };
        if parts.is_empty() {
            return Err(DeadlineFault::NoParts.into());
        }
        if parts.len() > MAX_ALTERNATIVES {
            return Err(DeadlineFault::TooMany.into());
        }
        if depth == MAX_DEPTH {
            return Err(DeadlineFault::TooDeep.into());
        }
        let mut best: Option<(usize, Decided<'_>)> = None;
        let mut held: Option<Due> = None;
        let mut all_held = true;
        for (index, part) in parts.iter().enumerate() {
            let facts = facts.starting_from(part.from.as_ref());
            match part.deadline.evaluate_at(depth + 1, &facts, &mut ()) {
                Ok(decided) => {
                    let due = decided.outcome.due();
                    let better = best.is_none_or(|(_, best)| {
                        if earliest { due < best.outcome.due() } else { due > best.outcome.due() }
                    });
                    if better {
                        best = Some((index, decided));
                    }
                    all_held &= decided.held.is_some();
                    held = match (held, decided.held) {
                        (Some(one), Some(other)) if earliest => Some(one.min(other)),
                        (Some(one), Some(other)) => Some(one.max(other)),
                        (one, other) => one.or(other),
                    };
                }
                // A clock that does not run cannot be the one that decides.
                Err(DeadlineError::NoAnchor { anchor }) => {
                    recorder.note(|| TraceStep::LeftOut { part: index + 1, anchor });
                }
                Err(DeadlineError::NoPartApplies { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        let (index, decided) = best.ok_or(DeadlineError::NoPartApplies { parts: parts.len() })?;
        recorder.note(|| TraceStep::Decided { part: index + 1, of: parts.len(), earliest });
        if R::LISTENS
            && let Some(part) = parts.get(index)
        {
            part.deadline.evaluate_at(depth + 1, &facts.starting_from(part.from.as_ref()), recorder)?;
        }
        // While a clock is paused, of the earliest one that stands falls due all the same, and of the latest none does
        // before every one stands.
        Ok(Decided { held: held.filter(|_| earliest || all_held), ..decided })
    }
}

/// What a deadline comes to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decided<'d> {
    pub(crate) outcome: Outcome,
    /// The term that decides.
    pub(crate) term: &'d Term,
    /// The due date that stands while the clock is paused, if one does.
    pub(crate) held: Option<Due>,
    /// The calendar of its own by which that term counts, if it has one.
    pub(crate) calendar: Option<&'d Calendar>,
}
