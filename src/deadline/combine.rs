//! Deadlines made of several terms, and the events they count from.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::calendar::moment::Moment;
use crate::deadline::evaluate::{Evaluation, Outcome};
use crate::deadline::in_order::{Extend, Still};
use crate::deadline::trace::{Recorder, Step, Trace};
use crate::deadline::{Bound, CalendarDeadline, DeadlineError, Due, PauseEffect, Term, TermFault};
use crate::vocab::Anchor;

/// When something is due: by one term, or by the earliest or latest of several.
///
/// # Example: 24 hours or one working day, whichever is later
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone};
/// use redress::deadline::{Anchors, Deadline, Term};
/// use redress::vocab::Anchor;
///
/// let zone = Zone::tabulate("Australia/Sydney", &chrono_tz::Australia::Sydney, KnownDays::years(2026, 2026)?)?;
/// let calendar = Calendar::builder("NSW", zone)
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///     .build()?;
/// let acknowledgement = Deadline::latest([Term::elapsed(Span::hours(24)), Term::working_days(1)]);
/// let friday = Anchors::received("2026-03-06T10:00:00+11:00".parse()?);
/// let due = acknowledgement.due(&calendar, Anchor::RECEIVED, &friday)?;
/// assert_eq!(due.at().to_rfc3339(), "2026-03-08T23:00:00+00:00"); // Monday 10:00 in Sydney
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the combinations of the algebra")]
pub enum Deadline {
    /// One term.
    Term(Term),
    /// The earliest of those that apply.
    Earliest(Vec<Alternative>),
    /// The latest of those that apply.
    Latest(Vec<Alternative>),
    /// One that counts by a calendar of its own.
    WithCalendar(CalendarDeadline),
}

/// One of several alternatives: a deadline and, where it differs, the event it counts from.
///
/// It applies when that event has happened.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Alternative {
    pub(crate) from: Option<Anchor>,
    pub(crate) deadline: Deadline,
}

impl Alternative {
    /// An alternative that counts from an event of its own.
    #[must_use]
    pub fn from(anchor: Anchor, deadline: impl Into<Deadline>) -> Self {
        Self { from: Some(anchor), deadline: deadline.into() }
    }
}

impl<D: Into<Deadline>> From<D> for Alternative {
    fn from(deadline: D) -> Self {
        Self { from: None, deadline: deadline.into() }
    }
}

impl From<Term> for Deadline {
    fn from(term: Term) -> Self {
        Self::Term(term)
    }
}

/// The most alternatives of one deadline, on each level.
pub const MAX_ALTERNATIVES: usize = 16;

/// The deepest nesting of alternatives that is evaluated.
pub const MAX_DEPTH: usize = 4;

impl Deadline {
    /// The earliest of several alternatives.
    pub fn earliest<T: Into<Alternative>>(parts: impl IntoIterator<Item = T>) -> Self {
        Self::Earliest(parts.into_iter().map(Into::into).collect())
    }

    /// The latest of several alternatives.
    pub fn latest<T: Into<Alternative>>(parts: impl IntoIterator<Item = T>) -> Self {
        Self::Latest(parts.into_iter().map(Into::into).collect())
    }

    /// When it is due, counted from an event, with no pause and no extension.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`]: the event has not happened, the calendar does not know, an amount leads out of
    /// range, or the term contradicts itself.
    pub fn due(&self, calendar: &Calendar, start: Anchor, anchors: &Anchors) -> Result<Due, DeadlineError> {
        let facts = Facts::plain(calendar, &start, anchors);
        match self {
            // Nothing is to be compared, and nothing else is asked of the outcome.
            Self::Term(term) => Ok(facts.evaluation(term, facts.started()?).outcome(&mut ())?.due()),
            Self::Earliest(_) | Self::Latest(_) | Self::WithCalendar(_) => self.evaluate(&facts, &mut ()),
        }
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

    /// Why it can never be evaluated, if it cannot: the first term that contradicts itself.
    ///
    /// Alternatives without any part, or nested more deeply than [`MAX_DEPTH`], are found too.
    #[must_use]
    pub fn fault(&self) -> Option<DeadlineFault> {
        self.fault_at(0)
    }

    fn fault_at(&self, depth: usize) -> Option<DeadlineFault> {
        let parts = match self {
            Self::Term(term) => return term.fault().map(DeadlineFault::Term),
            Self::WithCalendar(own) => return own.deadline().fault_at(depth),
            Self::Earliest(parts) | Self::Latest(parts) => parts,
        };
        if parts.is_empty() {
            Some(DeadlineFault::NoParts)
        } else if parts.len() > MAX_ALTERNATIVES {
            Some(DeadlineFault::TooMany)
        } else if depth == MAX_DEPTH {
            Some(DeadlineFault::TooDeep)
        } else {
            parts.iter().find_map(|part| part.deadline.fault_at(depth + 1))
        }
    }

    /// Every event that an alternative counts from in place of the clock's own.
    #[must_use]
    pub fn events(&self) -> Box<dyn Iterator<Item = Anchor> + '_> {
        match self {
            Self::Term(_) => Box::new(core::iter::empty()),
            Self::WithCalendar(own) => own.deadline().events(),
            Self::Earliest(parts) | Self::Latest(parts) => {
                Box::new(parts.iter().flat_map(|part| part.from.into_iter().chain(part.deadline.events())))
            }
        }
    }

    /// Every term it is made of.
    #[must_use]
    pub fn terms(&self) -> Box<dyn Iterator<Item = &Term> + '_> {
        match self {
            Self::Term(term) => Box::new(core::iter::once(term)),
            Self::WithCalendar(own) => own.deadline().terms(),
            Self::Earliest(parts) | Self::Latest(parts) => {
                Box::new(parts.iter().flat_map(|part| part.deadline.terms()))
            }
        }
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
                let outcome = facts.evaluation(term, facts.started()?).outcome(recorder)?;
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
                    recorder.note(|| Step::LeftOut { part: index + 1, anchor });
                }
                Err(DeadlineError::NoPartApplies { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        let (index, decided) = best.ok_or(DeadlineError::NoPartApplies { parts: parts.len() })?;
        recorder.note(|| Step::Decided { part: index + 1, of: parts.len(), earliest });
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

/// Why a deadline can never be evaluated.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DeadlineFault {
    /// A term contradicts itself.
    #[error(transparent)]
    Term(TermFault),
    /// Alternatives without any.
    #[error("no alternatives, expected at least one")]
    NoParts,
    /// More alternatives than one deadline has.
    #[error("more than {MAX_ALTERNATIVES} alternatives, expected at most that many")]
    TooMany,
    /// Alternatives of alternatives of alternatives.
    #[error("alternatives are nested too deeply, expected at most {MAX_DEPTH} levels")]
    TooDeep,
}

/// What a deadline is evaluated over.
#[derive(Clone, Debug)]
pub(crate) struct Facts<'a, P, E> {
    pub(crate) calendar: &'a Calendar,
    pub(crate) start: &'a Anchor,
    pub(crate) anchors: &'a Anchors,
    /// Which entries count.
    pub(crate) view: View,
    /// An instant in place of an event: a clock that was restarted, or that starts from another's due date, which
    /// carries its bound.
    pub(crate) instead: Option<(&'a Anchor, Due)>,
    pub(crate) effect: PauseEffect,
    pub(crate) pauses: P,
    pub(crate) extensions: E,
}

/// The facts of a clock without pauses and extensions.
pub(crate) type PlainFacts<'a> = Facts<'a, core::iter::Empty<Still>, core::iter::Empty<Extend>>;

impl<'a> PlainFacts<'a> {
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
    fn starting_from<'s>(&'s self, anchor: Option<&'s Anchor>) -> Facts<'s, P, E> {
        let facts: Facts<'s, P, E> = self.clone();
        Facts { start: anchor.unwrap_or(self.start), ..facts }
    }

    /// The same, by another calendar.
    pub(crate) fn by<'s>(&'s self, calendar: &'s Calendar) -> Facts<'s, P, E> {
        let facts: Facts<'s, P, E> = self.clone();
        Facts { calendar, ..facts }
    }

    /// From when it counts: the event, or what stands in its place.
    #[inline]
    fn started(&self) -> Result<Due, DeadlineError> {
        let instead = self.instead.filter(|(anchor, _)| *anchor == self.start).map(|(_, at)| at);
        let Some(start) = instead.or_else(|| self.anchors.start(self.start, self.view)) else {
            return Err(DeadlineError::NoAnchor { anchor: *self.start });
        };
        Ok(start)
    }

    #[inline]
    fn evaluation<'t>(&self, term: &'t Term, start: Due) -> Evaluation<'t, P, E>
    where
        'a: 't,
    {
        Evaluation {
            calendar: self.calendar,
            term,
            event: self.start,
            anchor: Moment::from(start.at),
            ends_day: start.bound == Bound::Exclusive,
            effect: self.effect,
            pauses: self.pauses.clone(),
            extensions: self.extensions.clone(),
        }
    }
}

/// The events of a complaint that clocks start from, each with its instant.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Anchors {
    events: Vec<Event>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Event {
    anchor: Anchor,
    at: DateTime<Utc>,
    /// Exclusive for a due date at the end of a day, which belongs to the day that it ends.
    bound: Bound,
    /// When it was entered, where that was after the clock began to be kept.
    entered: Option<Entry>,
}

/// When an entry of a record was made, and which one it was: equal instants are ordered by number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Entry {
    pub(crate) at: DateTime<Utc>,
    pub(crate) number: u32,
}

/// From when a record is looked at, and which of its entries count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// Pauses that nobody has ended last until this instant.
    pub(crate) now: DateTime<Utc>,
    /// Entries made up to this instant count …
    pub(crate) known: DateTime<Utc>,
    /// … and before the one with this number.
    pub(crate) before: u32,
}

impl View {
    /// Everything.
    pub(crate) const ALL: Self = Self::at(DateTime::<Utc>::MAX_UTC);

    /// What was known at an instant.
    pub(crate) const fn at(now: DateTime<Utc>) -> Self {
        Self { now, known: now, before: u32::MAX }
    }

    /// What was known just before an entry was made.
    pub(crate) const fn before(entry: Entry) -> Self {
        Self { now: entry.at, known: entry.at, before: entry.number }
    }

    pub(crate) fn shows(self, entry: Entry) -> bool {
        entry.at <= self.known && entry.number < self.before
    }
}

impl Anchors {
    /// No event yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { events: Vec::new() }
    }

    /// The receipt alone.
    #[must_use]
    pub fn received(at: DateTime<Utc>) -> Self {
        Self::new().with(Anchor::RECEIVED, at)
    }

    /// Adds an event, or moves it.
    #[must_use]
    pub fn with(mut self, anchor: Anchor, at: DateTime<Utc>) -> Self {
        self.set(anchor, at);
        self
    }

    /// Adds the due date of another clock as an event, or moves it: 24:00 of a day belongs to that day.
    ///
    /// # Example: two working days after a due date of Thursday 24:00
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::deadline::{Anchors, Deadline, End, Term};
    /// # use redress::vocab::Anchor;
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("offset")?;
    /// # let calendar = Calendar::builder("desk", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("08:00-16:30")]))
    /// #     .build()?;
    /// let days = |n| Deadline::from(Term::working_days(n).with_end(End::END_OF_DAY));
    /// let received = Anchors::received("2026-04-13T10:00:00Z".parse()?);
    /// let first = days(3).due(&calendar, Anchor::RECEIVED, &received)?; // Thursday 24:00
    /// let chained = Anchors::new().with_due(Anchor::RECEIVED, first);
    /// let second = days(2).due(&calendar, Anchor::RECEIVED, &chained)?;
    /// assert_eq!(second.at().to_rfc3339(), "2026-04-21T00:00:00+00:00"); // Monday 24:00
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with_due(mut self, anchor: Anchor, due: Due) -> Self {
        self.set_due(anchor, due);
        self
    }

    pub(crate) fn set_due(&mut self, anchor: Anchor, due: Due) {
        self.put(Event { anchor, at: due.at, bound: due.bound, entered: None });
    }

    /// Adds an event, or moves it.
    pub fn set(&mut self, anchor: Anchor, at: DateTime<Utc>) {
        self.put(Event { anchor, at, bound: Bound::Inclusive, entered: None });
    }

    fn put(&mut self, event: Event) {
        let anchor = event.anchor;
        match self.events.iter_mut().find(|known| known.anchor == anchor) {
            Some(known) => *known = event,
            None => self.events.push(event),
        }
    }

    /// Adds an event that was entered at an instant.
    pub(crate) fn enter(&mut self, anchor: Anchor, at: DateTime<Utc>, entered: Entry) {
        self.events.push(Event { anchor, at, bound: Bound::Inclusive, entered: Some(entered) });
    }

    /// When an event happened, if it was entered by then.
    #[inline]
    pub(crate) fn seen(&self, anchor: &Anchor, view: View) -> Option<DateTime<Utc>> {
        self.start(anchor, view).map(Due::at)
    }

    /// The same, with the bound of a due date.
    #[inline]
    pub(crate) fn start(&self, anchor: &Anchor, view: View) -> Option<Due> {
        let event = self.events.iter().find(|event| event.anchor == *anchor)?;
        let seen = event.entered.is_none_or(|entered| view.shows(entered));
        seen.then_some(Due { at: event.at, bound: event.bound })
    }

    /// When the events that were entered later were entered.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.events.iter().filter_map(|event| event.entered)
    }

    /// When an event happened.
    #[must_use]
    pub fn get(&self, anchor: Anchor) -> Option<DateTime<Utc>> {
        self.seen(&anchor, View::ALL)
    }

    /// Every event, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (Anchor, DateTime<Utc>)> + '_ {
        self.events.iter().map(|event| (event.anchor, event.at))
    }
}
