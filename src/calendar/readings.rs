//! Choices between several ways to read the entries of a calendar and local times.

use crate::text::text_enum::text_enum;

/// Whether a declared make-up working day counts as a working day.
///
/// In some countries, a long public holiday is made up for by working on a Saturday. Some deadlines count that
/// Saturday as a working day, others do not.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a make-up day counts or it does not")]
pub enum MakeUpDays {
    /// A make-up Saturday is a working day.
    #[default]
    Working,
    /// A make-up Saturday stays a closed day, as in the pattern of the week.
    AsPattern,
}

text_enum!(MakeUpDays = "a" "reading of make-up days" { Working = "working", AsPattern = "as-pattern" });

/// What happens to a declared day outside the known days.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a day is refused or left out")]
pub enum OutsideDays {
    /// The day is a fault, because its year may be a typing error.
    #[default]
    Refused,
    /// The day is ignored, so that a public list of holidays may cover more years than the calendar.
    LeftOut,
}

text_enum!(OutsideDays = "a" "reading of days outside the known ones" {
    Refused = "refused",
    LeftOut = "left-out",
});

/// Which instant a local time means if the wall clock skips it in spring.
///
/// # Example: 02:30 in the night in which summer time begins
///
/// ```
/// use redress::calendar::local;
/// use redress::calendar::reading::{Gap, LocalReading};
///
/// let calendar = redress::sample::calendar()?;
/// let skipped = local::parse("2026-03-29T02:30:00")?;
/// let after = calendar.local_instant(skipped, LocalReading::default().with_gap(Gap::After))?;
/// assert_eq!(after.to_rfc3339(), "2026-03-29T01:00:00+00:00"); // 03:00 in Berlin
/// let refused = calendar.local_instant(skipped, LocalReading::default().with_gap(Gap::Refused));
/// assert_eq!(refused.unwrap_err().code(), "calendar.skipped-time");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a skipped time is read or refused")]
pub enum Gap {
    /// The first instant after the gap. This is the rule everywhere else in this crate.
    #[default]
    After,
    /// No instant: a record made by that clock cannot have such a time, so there must be a mistake.
    Refused,
}

text_enum!(Gap = "a" "reading of skipped times" { After = "after", Refused = "refused" });

/// Which instant a local time means if the wall clock shows it twice in autumn.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a clock shows a time at most twice")]
pub enum Overlap {
    /// The first time that the clock shows it. This is the rule everywhere else in this crate.
    #[default]
    Earlier,
    /// The second time that the clock shows it.
    Later,
    /// No instant: a person must say which of the two is meant.
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
    /// Never, because the clock is set forward over it.
    Skipped,
    /// Once, as almost always.
    Once,
    /// Twice, because the clock is set back over it.
    Twice,
}

/// How local times without an offset are read if the wall clock skips them or shows them twice.
///
/// By default, a skipped time is the first instant after the gap, and a repeated time is the earlier instant.
///
/// # Example
///
/// ```
/// use redress::calendar::reading::{Gap, LocalReading, Overlap};
///
/// let reading = LocalReading::default().with_overlap(Overlap::Later);
/// assert_eq!((reading.gap(), reading.overlap()), (Gap::After, Overlap::Later));
/// let strict = LocalReading::default().with_gap(Gap::Refused).with_overlap(Overlap::Refused);
/// assert_eq!(strict, LocalReading::STRICT);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct LocalReading {
    gap: Gap,
    overlap: Overlap,
}

impl LocalReading {
    /// Refuses both skipped and repeated times.
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
