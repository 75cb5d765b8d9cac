//! The events from which deadlines count.
//!
//! A complaint has a handful of events, so that they are kept in a list and found by looking at each. Most records ask
//! for the first one, the receipt. An event carries a bound, because the due date of one clock can be the start of
//! another, and 24:00 of a day must then count as that day.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::deadline::due::Due;
use crate::deadline::term::Bound;
use crate::deadline::view::{Entry, View};
use crate::vocab::Anchor;

/// The events of a complaint from which clocks count, each with its instant.
///
/// Each event has one instant. Adding a known event again moves it.
///
/// ```
/// use redress::deadline::Anchors;
/// use redress::vocab::Anchor;
///
/// let (received, sent) = ("2026-03-02T09:00:00Z".parse()?, "2026-03-03T09:00:00Z".parse()?);
/// let events = Anchors::received(received).with(Anchor::DISPATCHED, sent);
/// assert_eq!(events.get(Anchor::DISPATCHED), Some(sent));
/// assert_eq!(events.get(Anchor::PROMISED), None);
/// assert_eq!(events.iter().next(), Some((Anchor::RECEIVED, received)));
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Anchors {
    events: Vec<Event>,
}

/// An event with its instant, the bound of a due date, and its entry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Event {
    anchor: Anchor,
    at: DateTime<Utc>,
    /// Exclusive for a due date at the end of a day: this midnight belongs to the day that it ends.
    bound: Bound,
    /// When the event was entered. `None` if it was known when the record began.
    entered: Option<Entry>,
}

impl Event {
    /// Whether this is the event, by its code.
    #[inline]
    fn is_of(&self, anchor: &Anchor) -> bool {
        self.anchor.code().is_same(anchor.code())
    }
}

impl Anchors {
    /// Creates an empty collection.
    #[must_use]
    pub const fn new() -> Self {
        Self { events: Vec::new() }
    }

    /// Creates a collection with the receipt as its only event.
    #[must_use]
    pub fn received(at: DateTime<Utc>) -> Self {
        Self::new().with(Anchor::RECEIVED, at)
    }

    /// Adds an event, or moves a known one.
    #[must_use]
    pub fn with(mut self, anchor: Anchor, at: DateTime<Utc>) -> Self {
        self.set(anchor, at);
        self
    }

    /// Adds the due date of another clock as an event, or moves a known one.
    ///
    /// A due date of 24:00 belongs to the day that it ends: one day later is the following day, not the day after that.
    ///
    /// # Example: two working days after a due date of Thursday, 24:00
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, End, Term};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let days = |n| Deadline::from(Term::working_days(n).with_end(End::END_OF_DAY));
    /// let received = Anchors::received("2026-04-13T10:00:00+02:00".parse()?); // Monday
    /// let first = days(3).due(&calendar, Anchor::RECEIVED, &received)?; // Thursday, 24:00
    /// let chained = Anchors::new().with_due(Anchor::RECEIVED, first);
    /// let second = days(2).due(&calendar, Anchor::RECEIVED, &chained)?;
    /// assert_eq!(calendar.local(second.at())?.to_string(), "2026-04-21 00:00:00"); // Monday, 24:00
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_due(mut self, anchor: Anchor, due: Due) -> Self {
        self.set_due(anchor, due);
        self
    }

    /// Adds the due date of another clock as an event, or moves a known one.
    pub(crate) fn set_due(&mut self, anchor: Anchor, due: Due) {
        self.put(&anchor, due);
    }

    /// Adds an event, or moves a known one.
    #[inline]
    pub fn set(&mut self, anchor: Anchor, at: DateTime<Utc>) {
        self.put(&anchor, Due { at, bound: Bound::Inclusive });
    }

    /// Adds an event that counts as known when the record began, or moves a known one.
    #[inline]
    fn put(&mut self, anchor: &Anchor, Due { at, bound }: Due) {
        match self.events.iter_mut().find(|known| known.is_of(anchor)) {
            Some(known) => (known.at, known.bound, known.entered) = (at, bound, None),
            None => self.events.push(Event { anchor: *anchor, at, bound, entered: None }),
        }
    }

    /// Adds an event together with its entry.
    pub(crate) fn enter(&mut self, anchor: Anchor, at: DateTime<Utc>, entered: Entry) {
        self.events.push(Event { anchor, at, bound: Bound::Inclusive, entered: Some(entered) });
    }

    /// When an event happened, if a view shows its entry.
    #[inline]
    pub(crate) fn seen(&self, anchor: &Anchor, view: View) -> Option<DateTime<Utc>> {
        self.start(anchor, view).map(Due::at)
    }

    /// The same, with the bound of a due date.
    #[inline]
    pub(crate) fn start(&self, anchor: &Anchor, view: View) -> Option<Due> {
        let event = self.events.iter().find(|event| event.is_of(anchor))?;
        let seen = event.entered.is_none_or(|entered| view.shows(entered));
        seen.then_some(Due { at: event.at, bound: event.bound })
    }

    /// The entries of the events that were entered after the record began.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.events.iter().filter_map(|event| event.entered)
    }

    /// Returns when an event happened, or `None` if it has not.
    #[must_use]
    pub fn get(&self, anchor: Anchor) -> Option<DateTime<Utc>> {
        self.seen(&anchor, View::ALL)
    }

    /// Returns the events without their instants, in the order in which they were added.
    pub(crate) fn names(&self) -> impl Iterator<Item = &Anchor> {
        self.events.iter().map(|event| &event.anchor)
    }

    /// Returns whether some event happened before an instant.
    pub(crate) fn is_before(&self, at: DateTime<Utc>) -> bool {
        self.events.iter().any(|event| event.at < at)
    }

    /// Returns every event, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (Anchor, DateTime<Utc>)> + '_ {
        self.events.iter().map(|event| (event.anchor, event.at))
    }
}
