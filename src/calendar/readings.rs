//! Choices of how the declarations of a calendar are read.

use crate::text::text_enum::text_enum;

/// Whether a declared make-up working day counts as one (catalogue A07).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings of A07")]
pub enum MakeUpDays {
    /// A make-up Saturday is a working day.
    #[default]
    Working,
    /// A make-up Saturday stays the weekend day it is by the pattern.
    AsPattern,
}

text_enum!(MakeUpDays = "a" "reading of make-up days" { Working = "working", AsPattern = "as-pattern" });

/// What becomes of a declared day that lies outside the known days.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a day is refused or left out")]
pub enum OutsideDays {
    /// The calendar is refused: a day outside may be a wrong year.
    #[default]
    Refused,
    /// The day is left out, so that a public list may reach further than the calendar.
    LeftOut,
}

text_enum!(OutsideDays = "a" "reading of days outside the known ones" {
    Refused = "refused",
    LeftOut = "left-out",
});

/// What instant a local time means that the wall clock skips when it is set forward.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a skipped time is read or refused")]
pub enum Gap {
    /// The first instant after the gap, as everywhere in this crate.
    #[default]
    After,
    /// None: a record that was made by that clock cannot have it.
    Refused,
}

text_enum!(Gap = "a" "reading of skipped times" { After = "after", Refused = "refused" });

/// What instant a local time means that the wall clock shows twice when it is set back.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a clock shows a time at most twice")]
pub enum Overlap {
    /// The first time, as everywhere in this crate.
    #[default]
    Earlier,
    /// The second time.
    Later,
    /// None: somebody has to say which.
    Refused,
}

text_enum!(Overlap = "a" "reading of repeated times" {
    Earlier = "earlier",
    Later = "later",
    Refused = "refused",
});

/// How often the wall clock shows a local time.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a clock shows a time at most twice")]
pub enum Occurrence {
    /// Never: the clock is set forward over it.
    Skipped,
    /// Once, as nearly always.
    Once,
    /// Twice: the clock is set back over it.
    Twice,
}

/// How local times without an offset are read where the wall clock is set forward or back.
///
/// ```
/// use redress::calendar::reading::{Gap, LocalReading, Overlap};
///
/// let reading = LocalReading::default().with_overlap(Overlap::Later);
/// assert_eq!((reading.gap(), reading.overlap()), (Gap::After, Overlap::Later));
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct LocalReading {
    gap: Gap,
    overlap: Overlap,
}

impl LocalReading {
    /// Both are refused.
    pub const STRICT: Self = Self { gap: Gap::Refused, overlap: Overlap::Refused };

    /// Sets how a time is read that the clock skips.
    #[must_use]
    pub const fn with_gap(mut self, gap: Gap) -> Self {
        self.gap = gap;
        self
    }

    /// Sets how a time is read that the clock shows twice.
    #[must_use]
    pub const fn with_overlap(mut self, overlap: Overlap) -> Self {
        self.overlap = overlap;
        self
    }

    /// Returns how a time is read that the clock skips.
    #[must_use]
    pub const fn gap(self) -> Gap {
        self.gap
    }

    /// Returns how a time is read that the clock shows twice.
    #[must_use]
    pub const fn overlap(self) -> Overlap {
        self.overlap
    }
}
