//! When a clock may stand still.

use chrono::{DateTime, Utc};

use crate::calendar::Span;
use crate::deadline::Count;
use crate::deadline::combine::Entry;
use crate::vocab::{ExtensionReason, PauseReason};

/// A reason for which a clock may stand still, and for how long at most each time.
///
/// A pause moves the due date by what it covers, in the unit of the clock: real time for elapsed time, working
/// time for working time. Of a clock that counts days it moves the date by as many days as have their end
/// within the pause: the time of day at which the term ends, only on working days for working days. A pause
/// from 16:55 to 17:05 over a close of business at 17:00 costs that day; one within office hours costs none.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PauseRule {
    pub(crate) reason: PauseReason,
    pub(crate) at_most: Option<Span>,
}

impl PauseRule {
    /// A pause that ends when somebody ends it.
    #[must_use]
    pub const fn new(reason: PauseReason) -> Self {
        Self { reason, at_most: None }
    }

    /// Each such pause ends by itself after so much real time.
    #[must_use]
    pub const fn at_most(mut self, length: Span) -> Self {
        self.at_most = Some(length);
        self
    }

    /// The reason.
    #[must_use]
    pub const fn reason(self) -> PauseReason {
        self.reason
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
}

impl ExtensionRule {
    /// One extension for a reason, without anybody's approval.
    #[must_use]
    pub const fn new(reason: ExtensionReason) -> Self {
        Self { reason, needs_approval: false, wants_notice: false, at_most: 1 }
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

    /// Allows it so many times.
    #[must_use]
    pub const fn times(mut self, at_most: u32) -> Self {
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
    pub const fn approved(mut self, at: DateTime<Utc>) -> Self {
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
