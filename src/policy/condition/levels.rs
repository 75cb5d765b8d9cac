//! A set of levels of severity, and of being unrated.

use crate::vocab::Severity;

/// A set of levels, and of being unrated.
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

    /// Of a complaint that nothing rates.
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

    /// The levels, ascending, being unrated first.
    pub(crate) fn iter(self) -> impl DoubleEndedIterator<Item = Option<Severity>> {
        Self::ALL
            .into_iter()
            .enumerate()
            .filter(move |(place, _)| self.0 >> place & 1 == 1)
            .map(|(_, level)| level)
    }

    /// Every set of levels, by its [`Levels::index`].
    pub(crate) fn sets() -> impl Iterator<Item = Self> {
        (0..1 << Self::ALL.len()).map(Self)
    }

    pub(crate) fn index(self) -> usize {
        self.0.into()
    }

    /// Whether there is one alone.
    pub(crate) const fn is_one(self) -> bool {
        self.0.is_power_of_two()
    }
}
