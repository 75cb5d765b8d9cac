//! When entries of a record were made, and which of them count.
//!
//! A record is read by what was known at an instant. Instants alone cannot say that: two entries may be made at the
//! same instant, and a reading just before the second must show the first. So each entry has a number, too, and a view
//! shows the entries up to an instant *and* below a number.

use chrono::{DateTime, Utc};

/// When an entry of a record was made, and its number. Entries at one instant are ordered by number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Entry {
    pub(crate) at: DateTime<Utc>,
    pub(crate) number: u32,
}

/// The instant from which a record is read, and the entries that count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// Pauses that nobody has ended last until this instant.
    pub(crate) now: DateTime<Utc>,
    /// Entries made up to this instant count …
    pub(crate) known: DateTime<Utc>,
    /// … if their number is below this one.
    pub(crate) before: u32,
}

impl View {
    /// Everything that was entered.
    pub(crate) const ALL: Self = Self::at(DateTime::<Utc>::MAX_UTC);

    /// What was known at an instant.
    pub(crate) const fn at(now: DateTime<Utc>) -> Self {
        Self { now, known: now, before: u32::MAX }
    }

    /// What was known just before an entry was made.
    pub(crate) const fn before(entry: Entry) -> Self {
        Self { now: entry.at, known: entry.at, before: entry.number }
    }

    /// Whether an entry counts.
    pub(crate) fn shows(self, entry: Entry) -> bool {
        entry.at <= self.known && entry.number < self.before
    }
}
