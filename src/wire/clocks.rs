//! Due dates, and clocks with what happened to them.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDateTime;
use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::{Calendar, CalendarDocument};
use crate::deadline::explanation::TraceStep;
use crate::deadline::rule::{ClockError, Extension, ExtensionChange, Occurrence};
use crate::deadline::{Anchors, Clock, ClockReading, ClockRecord, Deadline, Due, Trace};
use crate::labels::Labels;
use crate::text::list::list;
use crate::text::map::map;
use crate::text::one_key::{OneKey, deserialize_one_key};
use crate::triage::answer::DocumentInstant;
use crate::vocab::course::ExtensionReason;
use crate::vocab::{Anchor, PauseReason, RuleId};
use crate::wire::ask::{Answer, Ask, AtPart, Source, request};
use crate::wire::shelf::Shelf;
use crate::wire::trouble::Trouble;

/// The most events from which deadlines count.
const MAX_EVENTS: usize = 1_000;

/// The most entries of a record.
const MAX_ENTRIES: usize = 10_000;

type Events = BTreeMap<Anchor, DocumentInstant>;

fn events<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Events, D::Error> {
    map(MAX_EVENTS, "events with their instants as a map", deserializer)
}

/// The events in the form of the library.
fn anchors(events: Events) -> Anchors {
    events.into_iter().fold(Anchors::new(), |anchors, (event, at)| anchors.with(event, at.0))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct DueOf {
    calendar: Source<CalendarDocument>,
    deadline: Deadline,
    /// The event from which the deadline counts.
    #[serde(default = "received")]
    from: Anchor,
    #[serde(deserialize_with = "events")]
    events: Events,
}

request!(DueOf, "a deadline to count");

const fn received() -> Anchor {
    Anchor::RECEIVED
}

/// When something is due, and why.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct DueAnswer<'a> {
    due: Due,
    /// What the wall clock shows then. Left out where the zone is not known.
    #[serde(with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    local: Option<NaiveDateTime>,
    steps: &'a [TraceStep],
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// Counts a deadline from an event.
pub(super) fn due(shelf: &mut Shelf, asked: DueOf, ask: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    let events = anchors(asked.events);
    let (due, trace) = asked.deadline.explain(&calendar, asked.from, &events).at_part("/deadline")?;
    Answer::of(&DueAnswer {
        due,
        local: calendar.local(due.at()).ok(),
        steps: trace.steps(),
        text: ask.text(&Labels::standard(), |renderer| renderer.trace(&trace)),
    })
}

/// An event of a clock, and when it was entered.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct AtEntry {
    at: DocumentInstant,
    #[serde(default)]
    recorded: Option<DocumentInstant>,
}

request!(AtEntry, "an entry of a clock");

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct PauseEntry {
    reason: PauseReason,
    at: DocumentInstant,
    #[serde(default)]
    recorded: Option<DocumentInstant>,
}

request!(PauseEntry, "a pause or its end");

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct EventEntry {
    event: Anchor,
    at: DocumentInstant,
    #[serde(default)]
    recorded: Option<DocumentInstant>,
}

request!(EventEntry, "an event");

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct ExtensionEntry {
    change: ExtensionChange,
    reason: ExtensionReason,
    made: DocumentInstant,
    #[serde(default)]
    approved: Option<DocumentInstant>,
}

request!(ExtensionEntry, "an extension");

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct ChangeEntry {
    deadline: Deadline,
    at: DocumentInstant,
}

request!(ChangeEntry, "a new deadline");

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct CancelEntry {
    reason: RuleId,
    at: DocumentInstant,
    #[serde(default)]
    recorded: Option<DocumentInstant>,
}

request!(CancelEntry, "an end without a result");

/// Something that happened to a clock.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
enum Entry {
    Happen(EventEntry),
    Pause(PauseEntry),
    Resume(PauseEntry),
    Extend(ExtensionEntry),
    Change(ChangeEntry),
    Stop(AtEntry),
    Cancel(CancelEntry),
}

impl<'de> OneKey<'de> for Entry {
    const EXPECTED: &'static str = "an entry of a clock";

    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_one_key(deserializer)
    }
}

fn entries<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Entry>, D::Error> {
    list(MAX_ENTRIES, deserializer)
}

fn occurrence(at: DocumentInstant, recorded: Option<DocumentInstant>) -> Occurrence {
    let occurrence = Occurrence::at(at.0);
    recorded.map_or(occurrence, |recorded| occurrence.entered(recorded.0))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct ClockOf {
    calendar: Source<CalendarDocument>,
    clock: Clock,
    deadline: Deadline,
    #[serde(deserialize_with = "events")]
    events: Events,
    #[serde(default, deserialize_with = "entries")]
    record: Vec<Entry>,
    now: DocumentInstant,
}

request!(ClockOf, "a clock to read");

/// Where a clock stands, and why.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ClockAnswer {
    reading: ClockReading,
    warnings: Vec<DocumentInstant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_change: Option<DocumentInstant>,
    /// Left out if there is no due date yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    working_seconds_left: Option<i64>,
    steps: Trace,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// Enters what happened to a clock.
fn enter(
    record: &mut ClockRecord,
    clock: &Clock,
    calendar: &Calendar,
    entry: Entry,
) -> Result<(), ClockError> {
    let counted = clock.counted_in(calendar);
    match entry {
        Entry::Happen(EventEntry { event, at, recorded }) => {
            record.happened(clock, event, occurrence(at, recorded))
        }
        Entry::Pause(PauseEntry { reason, at, recorded }) => {
            record.pause(counted, reason, occurrence(at, recorded))
        }
        Entry::Resume(PauseEntry { reason, at, recorded }) => {
            record.resume(counted, reason, occurrence(at, recorded))
        }
        Entry::Extend(ExtensionEntry { change, reason, made, approved }) => {
            let extension = Extension::new(change, reason, made.0);
            let extension = approved.map_or(extension, |approved| extension.with_approval(approved.0));
            record.extend(clock, calendar, extension)
        }
        Entry::Change(ChangeEntry { deadline, at }) => record.change(clock, at.0, deadline),
        Entry::Stop(AtEntry { at, recorded }) => record.stop(clock, occurrence(at, recorded)),
        Entry::Cancel(CancelEntry { reason, at, recorded }) => {
            record.cancel(clock, reason, occurrence(at, recorded))
        }
    }
}

/// Reads a clock: when it is due, where it stands, when it warns, and why.
pub(super) fn clock(shelf: &mut Shelf, asked: ClockOf, ask: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    let clock = asked.clock;
    asked.deadline.fault().map_or(Ok(()), Err).at_part("/deadline")?;
    let mut record = ClockRecord::new(asked.deadline, anchors(asked.events));
    for (place, entry) in asked.record.into_iter().enumerate() {
        enter(&mut record, &clock, &calendar, entry).at_part(&alloc::format!("/record/{place}"))?;
    }
    let now = asked.now.0;
    let reading = clock.reading(&calendar, &record, now);
    // A clock without a due date has a reading that says why.
    let trace = clock.explain(&calendar, &record, now).map(|(_, trace)| trace).unwrap_or_default();
    let warnings = clock.warnings_at(&calendar, &record, now).unwrap_or_default();
    let left = clock.working_time_left(&calendar, &record, now).ok();
    Answer::of(&ClockAnswer {
        reading,
        warnings: warnings.into_iter().map(DocumentInstant).collect(),
        next_change: clock.next_change(&calendar, &record, now).map(DocumentInstant),
        working_seconds_left: left.map(|left| left.num_seconds()),
        text: ask.text(&Labels::standard(), |renderer| renderer.trace(&trace)),
        steps: trace,
    })
}
