//! When entries of a record were made, and which of them count.

use chrono::{DateTime, Utc};

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
