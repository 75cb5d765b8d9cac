//! What is wrong with a complaint.

use chrono::{DateTime, Utc};

use crate::calendar::CalendarError;
use crate::calendar::instant::format;
use crate::faults::Faults;
use crate::taxonomy::TaxonomyError;
use crate::vocab::{Anchor, Code, Demand, Department, Input, RuleId};

/// Everything wrong with a complaint that triage refuses; never empty.
pub type TriageError = Faults<ComplaintFault>;

/// One thing wrong with a complaint.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ComplaintFault {
    /// A word that the policy does not declare, or not for that day.
    #[error(transparent)]
    Word(#[from] TaxonomyError),
    /// A document without a receipt.
    #[error("the complaint has no receipt, expected `received` or `received-local`")]
    NotReceived,
    /// One event as an instant and as a local time.
    #[error("`{event}` has an instant and a local time, expected one of the two")]
    TwoInstants {
        /// The event.
        event: Anchor,
    },
    /// A local time in a document that meets no calendar.
    #[error("`{event}` is a local time, expected an instant, or a calendar in whose zone it is read")]
    NoCalendar {
        /// The event.
        event: Anchor,
    },
    /// A local time that the calendar cannot read.
    #[error("`{event}`: {error}")]
    LocalTime {
        /// The event.
        event: Anchor,
        /// What the calendar says.
        error: CalendarError,
    },
    /// A step of the handling is dated before the receipt.
    #[error("`{event}` at {} lies before the receipt at {}, expected that or a later instant", format(*at), format(*received))]
    BeforeReceipt {
        /// The step.
        event: Anchor,
        /// Its instant.
        at: DateTime<Utc>,
        /// The receipt.
        received: DateTime<Utc>,
    },
    /// A department received the complaint before the organisation did.
    #[error("department `{department}` received it at {}, before the receipt at {}, expected that or a later instant", format(*at), format(*received))]
    DepartmentBeforeReceipt {
        /// The department.
        department: Department,
        /// Its instant.
        at: DateTime<Utc>,
        /// The receipt.
        received: DateTime<Utc>,
    },
    /// The complainant wants something, and wants nothing.
    #[error("demand `{demand}` beside `no-demand`, expected one of the two")]
    DemandOfNothing {
        /// The demand.
        demand: Demand,
    },
    /// An event among the others that has a key of its own.
    #[error("events: `{event}` has a key of its own, expected it there")]
    EventHasKey {
        /// The event.
        event: Anchor,
    },
    /// Other counts of earlier complaints than the policy asks for.
    #[error("{counts} counts of earlier complaints, expected the {asked} that the policy asks for")]
    OtherPast {
        /// How many were given.
        counts: usize,
        /// How many the policy asks for.
        asked: usize,
    },
    /// A word that a complaint may have only where a condition holds, which does not.
    #[error(
        "{input} `{word}` needs requirement `{rule}`, which does not hold or is not known to, expected that it does, or another word"
    )]
    NotAllowed {
        /// The requirement.
        rule: RuleId,
        /// What the word answers.
        input: Input,
        /// The word.
        word: Code,
    },
}
