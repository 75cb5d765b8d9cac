//! How a local time of a complaint's document was read.

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::calendar::Calendar;
use crate::calendar::reading::{Occurrence, Overlap};
use crate::text::text_enum::text_enum;
use crate::vocab::Anchor;

/// How a local time of a document was read that the wall clock skips or shows twice.
///
/// [`Explanation::local_times`](crate::triage::Explanation::local_times) returns these.
///
/// # Example: an hour that comes twice
///
/// ```
/// use redress::sample;
/// use redress::triage::account::LocalChoice;
/// use redress::triage::{ComplaintDocument, History, triage};
///
/// // At 03:00 on that day, the clock in Berlin is put back to 02:00.
/// let said: ComplaintDocument =
///     serde_json::from_str(r#"{ "id": "A-1", "received-local": "2026-10-25T02:30:00" }"#)?;
/// let (policy, complaint) = (sample::policy()?, said.build_with(&sample::calendar()?)?);
/// assert_eq!(complaint.received().to_rfc3339(), "2026-10-25T00:30:00+00:00");
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// assert_eq!(account.local_times()[0].reading(), LocalChoice::Earlier);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LocalAccount {
    event: Anchor,
    #[serde(with = "crate::calendar::local")]
    local: NaiveDateTime,
    reading: LocalChoice,
}

/// Which instant was taken for a local time that the wall clock skips or shows twice.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of a calendar")]
pub enum LocalChoice {
    /// The first instant after the gap, for a time that the clock skips.
    AfterGap,
    /// The earlier of the two instants at which the clock shows the time.
    Earlier,
    /// The later of the two instants at which the clock shows the time.
    Later,
}

text_enum!(LocalChoice = "a" "reading of a local time" {
    AfterGap = "after-gap",
    Earlier = "earlier",
    Later = "later",
});

impl LocalAccount {
    /// Returns how a local time is read, or `None` if the clock shows it exactly once.
    pub(super) fn of(event: Anchor, local: NaiveDateTime, calendar: &Calendar) -> Option<Self> {
        let reading = match (calendar.occurrence(local).ok()?, calendar.local_times().overlap()) {
            (Occurrence::Once, _) => return None,
            (Occurrence::Skipped, _) => LocalChoice::AfterGap,
            (Occurrence::Twice, Overlap::Later) => LocalChoice::Later,
            (Occurrence::Twice, Overlap::Earlier | Overlap::Refused) => LocalChoice::Earlier,
        };
        Some(Self { event, local, reading })
    }

    /// Returns the event whose time was read.
    #[must_use]
    pub const fn event(&self) -> Anchor {
        self.event
    }

    /// Returns the local time as the document gives it.
    #[must_use]
    pub const fn local(&self) -> NaiveDateTime {
        self.local
    }

    /// Returns which instant was taken.
    #[must_use]
    pub const fn reading(&self) -> LocalChoice {
        self.reading
    }
}
