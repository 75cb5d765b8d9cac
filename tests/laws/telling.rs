//! What happened to a clock, told to the library in the order of instants.

use chrono::{DateTime, Utc};
use redress::calendar::Calendar;
use redress::deadline::rule::{ClockError, Extension, ExtensionRule, Occurrence, PauseRule};
use redress::deadline::{Anchors, Clock, ClockRecord, ClockStatus, DeadlineError};
use redress::vocab::course::ExtensionReason;
use redress::vocab::{Anchor, ClockName, PauseReason};

use crate::laws::world::{due_seen, library_extension, library_term, unknown};
use crate::oracle::clock::{Answer, Made, Pause, Why};
use crate::oracle::{self, Term, Unknown};

type Instant = DateTime<Utc>;

pub(crate) const REASONS: [PauseReason; 4] = [
    PauseReason::AWAITING_CUSTOMER,
    PauseReason::AWAITING_SUPPLIER,
    PauseReason::AWAITING_SAMPLES,
    PauseReason::AWAITING_AUTHORITY,
];

/// A clock that may be extended nine times and paused for each of the reasons.
pub(crate) fn rules() -> Clock {
    REASONS.into_iter().fold(rules_without_pauses(), |clock, reason| clock.with_pause(PauseRule::new(reason)))
}

pub(crate) fn rules_without_pauses() -> Clock {
    Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
        .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_times(9))
}

pub(crate) fn record_of(term: &Term, start: Instant) -> ClockRecord {
    ClockRecord::new(library_term(term), Anchors::received(start))
}

pub(crate) fn library_due(
    clock: &Clock,
    calendar: &Calendar,
    record: &ClockRecord,
    now: Instant,
) -> Result<oracle::Due, Unknown> {
    due_seen(clock.projected_due(calendar, record, now))
}

pub(crate) fn stands_still(clock: &Clock, calendar: &Calendar, record: &ClockRecord, now: Instant) -> bool {
    matches!(clock.reading(calendar, record, now).status(), ClockStatus::Paused { .. })
}

/// Why an extension is refused; `Err` where that is not known.
pub(crate) fn extend(
    clock: &Clock,
    calendar: &Calendar,
    record: &mut ClockRecord,
    made: Made,
) -> Result<Option<Why>, Unknown> {
    let extension = Extension::new(library_extension(made.change), ExtensionReason::COMPLEX_CASE, made.at);
    match record.extend(clock, calendar, extension) {
        Ok(()) => Ok(None),
        Err(ClockError::Deadline(DeadlineError::Calendar(error))) => Err(unknown(&error)),
        Err(ClockError::Expired { .. }) => Ok(Some(Why::Expired)),
        Err(_) => Ok(Some(Why::Earlier)),
    }
}

/// What is entered at an instant: a resume before an extension, and that before a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Entry {
    Resume(usize),
    Extend(usize),
    Pause(usize),
}

/// Everything in the order of instants, with the numbers of the pauses and extensions.
pub(crate) fn entries(pauses: &[Pause], extensions: &[Made]) -> Vec<(Instant, Entry)> {
    let mut entries = Vec::new();
    for (number, pause) in pauses.iter().enumerate() {
        entries.push((pause.from, Entry::Pause(number)));
        entries.extend(pause.until.map(|until| (until, Entry::Resume(number))));
    }
    entries.extend(extensions.iter().enumerate().map(|(number, made)| (made.at, Entry::Extend(number))));
    entries.sort_unstable();
    entries
}

/// What the library says at the last of the instants, after everything was entered when it happened; at most four
/// pauses overlap. The first extension that is refused is the answer.
pub(crate) fn library_answer(
    clock: &Clock,
    calendar: &Calendar,
    (term, start): (&Term, Instant),
    pauses: &[Pause],
    extensions: &[Made],
) -> Answer {
    let mut record = record_of(term, start);
    let mut now = start;
    for (at, entry) in entries(pauses, extensions) {
        now = at.max(start);
        match entry {
            Entry::Pause(number) => {
                record.pause(clock, REASONS[number % 4], Occurrence::at(at).entered(now)).unwrap();
            }
            Entry::Resume(number) => {
                record.resume(clock, REASONS[number % 4], Occurrence::at(at).entered(now)).unwrap();
            }
            Entry::Extend(number) => match extend(clock, calendar, &mut record, extensions[number]) {
                Ok(None) => {}
                Ok(Some(why)) => return Answer::Refused(number, why),
                Err(unknown) => return Answer::Unknown(unknown),
            },
        }
    }
    if pauses.iter().any(|pause| pause.until.is_none()) && stands_still(clock, calendar, &record, now) {
        return Answer::Paused;
    }
    match library_due(clock, calendar, &record, now) {
        Ok(due) => Answer::Due(due),
        Err(unknown) => Answer::Unknown(unknown),
    }
}
