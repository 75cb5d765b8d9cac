//! The faults for which triage refuses a complaint.

use chrono::{DateTime, Utc};

use crate::calendar::CalendarError;
use crate::calendar::instant::format;
use crate::faults::Faults;
use crate::taxonomy::TaxonomyError;
use crate::vocab::{Anchor, Code, Demand, Department, Input, RuleId};

/// Every fault of a complaint that triage refuses. It is never empty.
///
/// # Example: all faults are reported at once
///
/// ```
/// use redress::sample;
/// use redress::triage::{ComplaintFault, History, triage};
/// use redress::vocab::{Anchor, Channel};
/// use redress::word;
///
/// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
/// let wrong = complaint
///     .with_channel(word!(Channel, "hotlin")) // not declared
///     .with_event(Anchor::CLOSED, "2026-04-01T08:00:00Z".parse()?); // the day before the receipt
/// let refused = triage(&policy, &wrong, &History::none()).unwrap_err();
/// assert!(matches!(refused.faults(), [ComplaintFault::BeforeReceipt { .. }, ComplaintFault::Word(_)]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub type TriageError = Faults<ComplaintFault>;

/// One fault of a complaint.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ComplaintFault {
    /// The policy does not declare a word, or not for the day of receipt.
    #[error(transparent)]
    Word(#[from] TaxonomyError),
    /// The document has no receipt.
    #[error("the complaint has no time of receipt; give `received` or `received-local`")]
    NotReceived,
    /// An event is given as an instant and as a local time.
    #[error("`{event}` is given as an instant and as a local time; keep one of the two")]
    TwoInstants {
        /// The event.
        event: Anchor,
    },
    /// A document has a local time, and no calendar was given to read it.
    #[error("`{event}` is a local time; give an instant, or read the document with a calendar")]
    NoCalendar {
        /// The event.
        event: Anchor,
    },
    /// The calendar cannot read a local time.
    #[error("`{event}`: {error}")]
    LocalTime {
        /// The event.
        event: Anchor,
        /// Why the calendar cannot read it.
        error: CalendarError,
    },
    /// A step of the handling is dated before the receipt.
    #[error("`{event}` at {} lies before the receipt at {}; correct one of the two", format(*at), format(*received))]
    BeforeReceipt {
        /// The step.
        event: Anchor,
        /// When the step happened.
        at: DateTime<Utc>,
        /// When the complaint was received.
        received: DateTime<Utc>,
    },
    /// A department received the complaint before the organisation did.
    #[error(
        "department `{department}` received the complaint at {}, before its receipt at {}; correct one of the two",
        format(*at), format(*received)
    )]
    DepartmentBeforeReceipt {
        /// The department.
        department: Department,
        /// When the department received it.
        at: DateTime<Utc>,
        /// When the complaint was received.
        received: DateTime<Utc>,
    },
    /// The complaint has a demand and says that nothing is demanded.
    #[error("demand `{demand}` contradicts `no-demand`; keep one of the two")]
    DemandOfNothing {
        /// The demand.
        demand: Demand,
    },
    /// An entry of `events` that has a key of its own in the document.
    #[error("events: `{event}` has a key of its own; move it there")]
    EventHasKey {
        /// The event.
        event: Anchor,
    },
    /// The counts of earlier complaints are not those for which the policy asks.
    #[error("counts of earlier complaints: {counts} given, expected {asked}; count again with this policy")]
    OtherPast {
        /// How many counts were given.
        counts: usize,
        /// For how many counts the policy asks.
        asked: usize,
    },
    /// The complaint has a word that is allowed only under a condition, and the condition does not hold or is unknown.
    #[error(
        "{input} `{word}` needs requirement `{rule}`, which does not hold or is not known; find out, or use another word"
    )]
    NotAllowed {
        /// The requirement.
        rule: RuleId,
        /// The input that the word answers.
        input: Input,
        /// The word.
        word: Code,
    },
}
