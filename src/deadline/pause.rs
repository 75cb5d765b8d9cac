//! When a clock may stand still.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::deadline::pause_limit::{Limits, PauseLimit};
use crate::deadline::term::Count;
use crate::deadline::view::{Entry, View};
use crate::text::left_out::some;
use crate::text::map_only::map_only;
use crate::vocab::PauseReason;
use crate::vocab::course::ExtensionReason;

/// A reason for pausing a clock, with optional limits on each pause and on all of them together.
///
/// While a clock is paused, no time counts against it. Resuming the clock moves its due date:
///
/// | Term | The due date moves by |
/// |---|---|
/// | elapsed time | the length of the pause |
/// | working time | the working time inside the pause |
/// | days, weeks, months | one day for each end of day inside the pause |
/// | working days | one working day for each end of a working day inside the pause |
///
/// The end of a day is the time at which the term falls due, such as 17:00. A pause from 16:55 to 17:05 therefore adds
/// a day, and a pause from 10:00 to 16:00 adds nothing. Ends of day up to day zero, the day from which the term counts,
/// add nothing.
///
/// As a document it has a key for each part; a limit is a time span, or a map with one unit:
///
/// ```
/// use redress::deadline::rule::{PauseLimit, PauseRule};
///
/// let rule: PauseRule = serde_json::from_str(r#"{"reason": "awaiting-customer", "total": {"working-days": 10}}"#)?;
/// assert_eq!(rule.total(), Some(PauseLimit::WorkingDays(10)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct PauseRule {
    pub(crate) reason: PauseReason,
    /// The most of each pause.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub(crate) at_most: Option<PauseLimit>,
    /// The most of all pauses for the reason together.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub(crate) total: Option<PauseLimit>,
}

map_only!(PauseRule, "a pause");

impl PauseRule {
    /// Allows pauses for a reason, each until somebody ends it.
    #[must_use]
    pub const fn new(reason: PauseReason) -> Self {
        Self { reason, at_most: None, total: None }
    }

    /// Limits each pause. The clock then resumes by itself.
    #[must_use]
    pub fn with_at_most(mut self, limit: impl Into<PauseLimit>) -> Self {
        self.at_most = Some(limit.into());
        self
    }

    /// Limits all pauses for the reason together. The clock then resumes by itself, and further pauses have no effect.
    #[must_use]
    pub fn with_total(mut self, limit: impl Into<PauseLimit>) -> Self {
        self.total = Some(limit.into());
        self
    }

    /// Returns the reason.
    #[must_use]
    pub const fn reason(self) -> PauseReason {
        self.reason
    }

    /// Returns the limit of each pause.
    #[must_use]
    pub const fn limit(self) -> Option<PauseLimit> {
        self.at_most
    }

    /// Returns the limit of all pauses for the reason together.
    #[must_use]
    pub const fn total(self) -> Option<PauseLimit> {
        self.total
    }

    pub(super) const fn limits(self) -> Limits {
        Limits { each: self.at_most, total: self.total }
    }

    /// Whether it takes a calendar to know when a pause ends by itself.
    pub(super) const fn asks_a_calendar(self) -> bool {
        matches!(self.at_most, Some(limit) if limit.is_of_days())
            || matches!(self.total, Some(limit) if limit.is_of_days())
    }
}

/// A pause as it was recorded.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Pause {
    pub(crate) reason: PauseReason,
    pub(crate) from: DateTime<Utc>,
    pub(crate) until: Option<DateTime<Utc>>,
    pub(crate) entered: Entry,
    /// When its end was entered.
    pub(crate) ended: Option<Entry>,
}

impl Pause {
    /// The pause as a view shows it: open until its end was entered.
    pub(super) fn seen(self, view: View) -> Option<Self> {
        let ended = self.ended.is_some_and(|ended| view.shows(ended));
        view.shows(self.entered).then_some(Self { until: self.until.filter(|_| ended), ..self })
    }

    /// Why the clock stood still.
    #[must_use]
    pub const fn reason(self) -> PauseReason {
        self.reason
    }

    /// From when.
    #[must_use]
    pub const fn from(self) -> DateTime<Utc> {
        self.from
    }

    /// Until when, if somebody ended it.
    #[must_use]
    pub const fn until(self) -> Option<DateTime<Utc>> {
        self.until
    }

    /// When its beginning was entered; later than [`Pause::from`] for one that was found late.
    #[must_use]
    pub const fn recorded(self) -> DateTime<Utc> {
        self.entered.at
    }
}

/// What an extension does to a due date.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the three kinds of the algebra")]
pub enum ExtensionChange {
    /// A new total, counted from the same anchor: 30 days instead of 15.
    ReplaceTotal(Count),
    /// More on top of the date or amount before any roll.
    Add(Count),
    /// A date.
    Until {
        /// The date.
        date: chrono::NaiveDate,
        /// Whether it stays on a day without work; otherwise it rolls as the term does.
        fixed: bool,
    },
}

/// The extensions that a clock allows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ExtensionRule {
    pub(crate) reason: ExtensionReason,
    pub(crate) needs_approval: bool,
    pub(crate) wants_notice: bool,
    pub(crate) at_most: u32,
    pub(crate) limit: Option<Count>,
}

impl ExtensionRule {
    /// One extension for a reason, without anybody's approval.
    #[must_use]
    pub const fn new(reason: ExtensionReason) -> Self {
        Self { reason, needs_approval: false, wants_notice: false, at_most: 1, limit: None }
    }

    /// Wants the extension approved.
    #[must_use]
    pub const fn with_approval(mut self) -> Self {
        self.needs_approval = true;
        self
    }

    /// Wants the complainant told of it.
    #[must_use]
    pub const fn with_notice(mut self) -> Self {
        self.wants_notice = true;
        self
    }

    /// Whether the complainant is to be told of it.
    #[must_use]
    pub const fn wants_notice(&self) -> bool {
        self.wants_notice
    }

    /// Limits the term to so much in all: "at most 35 working days", whatever the extensions say.
    #[must_use]
    pub const fn with_limit(mut self, limit: Count) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Returns how much the term may be in all.
    #[must_use]
    pub const fn limit(&self) -> Option<Count> {
        self.limit
    }

    /// Allows it so many times.
    #[must_use]
    pub const fn with_times(mut self, at_most: u32) -> Self {
        self.at_most = at_most;
        self
    }

    /// The reason.
    #[must_use]
    pub const fn reason(self) -> ExtensionReason {
        self.reason
    }
}

/// An extension as it was recorded.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Extension {
    pub(crate) change: ExtensionChange,
    pub(crate) reason: ExtensionReason,
    pub(crate) made: DateTime<Utc>,
    pub(crate) approved: Option<DateTime<Utc>>,
    /// Which entry of its record it is.
    pub(crate) number: u32,
}

impl Extension {
    /// An extension made at an instant.
    #[must_use]
    pub const fn new(change: ExtensionChange, reason: ExtensionReason, made: DateTime<Utc>) -> Self {
        Self { change, reason, made, approved: None, number: 0 }
    }

    /// Notes that it was approved, and when.
    #[must_use]
    pub const fn with_approval(mut self, at: DateTime<Utc>) -> Self {
        self.approved = Some(at);
        self
    }

    pub(crate) const fn entry(self) -> Entry {
        Entry { at: self.made, number: self.number }
    }

    /// When it was approved, if it was.
    #[must_use]
    pub const fn approval(self) -> Option<DateTime<Utc>> {
        self.approved
    }

    /// What it does.
    #[must_use]
    pub const fn change(self) -> ExtensionChange {
        self.change
    }

    /// Why.
    #[must_use]
    pub const fn reason(self) -> ExtensionReason {
        self.reason
    }

    /// When it was made.
    #[must_use]
    pub const fn made(self) -> DateTime<Utc> {
        self.made
    }
}
