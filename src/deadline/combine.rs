//! The one place where several terms become one due date.
//!
//! # The problem
//!
//! A deadline is a tree: terms are its leaves, and *earliest* and *latest* its inner nodes. A node may count from an
//! event of its own, or by a calendar of its own. The result must name the term that decides, because warnings and
//! escalations are measured by it. It must also say which date stands while the clock is paused.
//!
//! # The idea
//!
//! One walk over the tree. Each node asks its parts in order, without a listener, and keeps the best due date so far;
//! on equal due dates the first part wins. Bounds take part in the comparison: at one instant, an exclusive due date
//! is earlier than an inclusive one. When the best part is known and somebody listens, that part alone is walked again
//! with the listener, so that a trace holds the steps of the deciding part and none of the others.
//!
//! - A part whose event has not happened does not apply, and is left out. If no part applies, there is no due date. A
//!   node whose parts were all left out is left out by the node above it.
//! - Any other error of a part is the error of the whole. An unknown calendar day in a part that would not have
//!   decided may not be ignored: nobody knows that it would not have decided.
//! - `held` is the due date that stands while the clock is paused. Of the earliest, one part that stands is enough: it
//!   is due although the others wait. Of the latest, every part must stand, because a part that waits may become the
//!   last.
//!
//! By hand: the earliest of 2 weeks from receipt and 3 days from a promise. Before the promise, the second part is
//! left out and the first decides. After the promise, both are counted, and the earlier instant wins.
//!
//! # Cost and limits
//!
//! Each term is evaluated once per question, and once more per level for a trace. [`MAX_ALTERNATIVES`] parts on each
//! of [`MAX_DEPTH`] levels bound the work and the stack, also for a deadline that was built by hand and never checked.
//!
//! A single term without a record takes a shorter way: [`Deadline::due`] asks for the packed due date of the term and
//! evaluates it again, with an error, only if there is none. Errors are large, and a result that could hold one would
//! be passed through memory on every call.

use alloc::boxed::Box;

use crate::calendar::Calendar;
use crate::calendar::moment::Moment;
use crate::deadline::alternatives::Deadline;
use crate::deadline::anchors::Anchors;
use crate::deadline::due::Due;
use crate::deadline::error::DeadlineError;
use crate::deadline::evaluate::Outcome;
use crate::deadline::facts::{Facts, PlainFacts};
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
    /// Returns when the deadline is due, counted from an event, without pauses and extensions.
    ///
    /// `start` is the event from which the deadline counts, and `anchors` says when events happened. An alternative may
    /// count from another event.
    ///
    /// # Errors
    ///
    /// Returns [`DeadlineError`] if the event has not happened, the calendar does not know a day that matters, the
    /// amount leads beyond the year 9999, or the deadline has a contradiction.
    ///
    /// # Example: a year that the calendar does not know
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Term};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?; // 2026 alone
    /// let two_days = Deadline::from(Term::working_days(2));
    /// let december = Anchors::received("2026-12-29T10:00:00+01:00".parse()?);
    /// let due = two_days.due(&calendar, Anchor::RECEIVED, &december)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-12-31 10:00:00");
    /// let last_day = Anchors::received("2026-12-31T10:00:00+01:00".parse()?);
    /// let error = two_days.due(&calendar, Anchor::RECEIVED, &last_day).unwrap_err();
    /// assert_eq!(error.code(), "calendar.not-known"); // January 1 may be a holiday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    pub fn due(&self, calendar: &Calendar, start: Anchor, anchors: &Anchors) -> Result<Due, DeadlineError> {
        // One term has nothing to be compared with, and only its instant and bound are needed.
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

    /// When any deadline is due, or why it is not.
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

    /// Returns the same as [`due`](Self::due), with every step on the way.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as for [`due`](Self::due).
    ///
    /// # Example: a Saturday that rolls
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Roll, Term, explanation::TraceStep};
    /// # use redress::{sample, vocab::Anchor};
    /// let one_day = Deadline::from(Term::calendar_days(1).with_roll(Roll::FOLLOWING));
    /// let friday = Anchors::received("2026-03-06T10:00:00+01:00".parse()?);
    /// let (_, trace) = one_day.explain(&sample::calendar()?, Anchor::RECEIVED, &friday)?;
    /// let rolled = trace.steps().iter().any(|step| match step {
    ///     TraceStep::Rolled { from, to, .. } => from.to_string() == "2026-03-07" && to.to_string() == "2026-03-09",
    ///     _ => false,
    /// });
    /// assert!(rolled);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// The due date alone, with the steps for a recorder that listens.
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

    /// The due date over facts to which nothing happened. Of one term, only the instant and its bound are needed.
    pub(crate) fn due_over(&self, facts: &PlainFacts<'_>) -> Result<Due, DeadlineError> {
        if let Self::Term(term) = self
            && let Some(start) = facts.started_if_known()
            && let Some((at, bound)) = term.plain_due(facts.calendar, start.into()).get()
        {
            return Ok(Due { at: facts.calendar.door.instant(at), bound });
        }
        self.evaluate(facts, &mut ())
    }

    /// The due date, the term that decides, and the date that stands while the clock is paused.
    pub(crate) fn decided<P, E>(&self, facts: &Facts<'_, P, E>) -> Result<Decided<'_>, DeadlineError>
    where
        P: Iterator<Item = Still> + Clone,
        E: Iterator<Item = Extend> + Clone,
    {
        self.evaluate_at(0, facts, &mut ())
    }

    /// The result of a node of the tree. `depth` counts the combinations above it.
    ///
    /// The parts are evaluated without a listener; the deciding one is evaluated again for a recorder that listens.
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
                // A part whose event has not happened cannot decide.
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
        // While the clock is paused, the earliest is still due at a part that stands. The latest is due only if every
        // part stands, because any other part may become the last.
        Ok(Decided { held: held.filter(|_| earliest || all_held), ..decided })
    }
}

/// The result of a deadline.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decided<'d> {
    pub(crate) outcome: Outcome,
    /// The term that decides.
    pub(crate) term: &'d Term,
    /// The due date that stands while the clock is paused, if one does.
    pub(crate) held: Option<Due>,
    /// The calendar of its own by which the deciding term counts, if it has one.
    pub(crate) calendar: Option<&'d Calendar>,
}
