//! A set of severity levels, with "unrated" as one more element.
//!
//! The set is one byte: bit 0 stands for "unrated", and bits 1 to 4 stand for the levels in ascending order. Such a
//! set says which results are still possible: a rating that depends on something unknown has several elements. The
//! byte serves as an index too: routing keeps a row of a table for each of the 32 sets.

use crate::vocab::Severity;

/// A set of severity levels and of "unrated".
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Levels(pub(in crate::policy) u8);

impl Levels {
    const ALL: [Option<Severity>; 5] = [
        None,
        Some(Severity::Minor),
        Some(Severity::General),
        Some(Severity::Serious),
        Some(Severity::Critical),
    ];

    /// The set of a complaint that no rule rates.
    pub(crate) const fn unrated() -> Self {
        Self(1)
    }

    pub(in crate::policy) fn insert(&mut self, level: Option<Severity>) {
        self.0 |= 1 << level.map_or(0, |level| level as u8 + 1);
    }

    pub(in crate::policy) fn contains(self, level: Severity) -> bool {
        self.0 >> (level as u8 + 1) & 1 == 1
    }

    pub(in crate::policy) const fn extend(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(in crate::policy) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The elements in ascending order, "unrated" (`None`) first.
    pub(crate) fn iter(self) -> impl DoubleEndedIterator<Item = Option<Severity>> {
        Self::ALL
            .into_iter()
            .enumerate()
            .filter(move |(place, _)| self.0 >> place & 1 == 1)
            .map(|(_, level)| level)
    }

    /// All 32 sets, in the order of [`Levels::index`].
    pub(crate) fn sets() -> impl Iterator<Item = Self> {
        (0..1 << Self::ALL.len()).map(Self)
    }

    pub(crate) fn index(self) -> usize {
        self.0.into()
    }

    /// Whether the set has exactly one element.
    pub(crate) const fn is_one(self) -> bool {
        self.0.is_power_of_two()
    }
}
