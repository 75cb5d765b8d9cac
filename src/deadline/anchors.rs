//! The events that deadlines count from.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::deadline::due::Due;
use crate::deadline::term::Bound;
use crate::deadline::view::{Entry, View};
use crate::vocab::Anchor;

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

impl Event {
    #[inline]
    fn is_of(&self, anchor: &Anchor) -> bool {
        self.anchor.code().is_same(anchor.code())
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
        self.put(&anchor, due);
    }

    /// Adds an event, or moves it.
    #[inline]
    pub fn set(&mut self, anchor: Anchor, at: DateTime<Utc>) {
        self.put(&anchor, Due { at, bound: Bound::Inclusive });
    }

    #[inline]
    fn put(&mut self, anchor: &Anchor, Due { at, bound }: Due) {
        match self.events.iter_mut().find(|known| known.is_of(anchor)) {
            Some(known) => (known.at, known.bound, known.entered) = (at, bound, None),
            None => self.events.push(Event { anchor: *anchor, at, bound, entered: None }),
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
        let event = self.events.iter().find(|event| event.is_of(anchor))?;
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

    /// What happened, in the order in which it was added.
    pub(crate) fn names(&self) -> impl Iterator<Item = &Anchor> {
        self.events.iter().map(|event| &event.anchor)
    }

    /// Whether some event happened before an instant.
    pub(crate) fn is_before(&self, at: DateTime<Utc>) -> bool {
        self.events.iter().any(|event| event.at < at)
    }

    /// Every event, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (Anchor, DateTime<Utc>)> + '_ {
        self.events.iter().map(|event| (event.anchor, event.at))
    }
}
