//! Why there is no due date.

use alloc::string::String;
use core::fmt;

use crate::calendar::CalendarError;
use crate::deadline::fault::DeadlineFault;
use crate::deadline::term::Count;
use crate::vocab::{Anchor, Category, Fact};

/// Why a deadline has no due date: an answer in itself, never "fine".
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DeadlineError {
    /// The calendar is not asked beyond what it knows.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// The deadline can never be evaluated, such as a term whose parts contradict each other.
    #[error("deadline: {0}")]
    Fault(#[from] DeadlineFault),
    /// The amount leads beyond the last instant that can be written.
    #[error("{count} leads beyond the year 9999, expected a smaller amount")]
    OutOfRange {
        /// The amount.
        count: Count,
    },
    /// The extension counts in a unit that the term cannot take.
    #[error("an extension by {extension} of a term of {term}, expected both in days or in the same unit")]
    UnitMismatch {
        /// What the term counts.
        term: Count,
        /// What the extension counts.
        extension: Count,
    },
    /// The event from which the clock runs has not happened, as far as is known.
    #[error("no instant for `{anchor}`, expected the event from which the clock runs")]
    NoAnchor {
        /// The event.
        anchor: Anchor,
    },
    /// The case goes by another policy, whose clocks these are not.
    #[error("the case goes by another policy, expected the version that it was received by or moved to")]
    OtherPolicy {},
    /// A duty repeats more often than is kept.
    #[error(
        "more than {most} periods of one duty, expected a longer period, or that the case is closed by then"
    )]
    TooManyPeriods {
        /// How many are kept.
        most: u32,
    },
    /// None of the alternatives applies.
    #[error("none of {parts} alternatives applies, expected at least one whose event has happened")]
    NoPartApplies {
        /// How many there are.
        parts: usize,
    },
    /// No target is set for what the complaint is about.
    #[error("no target is set for {wanted}, expected one in the policy")]
    NoTarget {
        /// What a target was looked for.
        wanted: MissingTarget,
    },
    /// The target goes by the severity, which depends on something unknown.
    #[error(
        "the severity is not known and its levels have different targets, expected a complaint that can be rated"
    )]
    SeverityNotKnown,
    /// The clock runs where a fact is so, which must be asked and was not answered.
    #[error(
        "it is not known whether `{fact}` is so, where alone the clock runs, expected an answer, be it 0"
    )]
    NotAnswered {
        /// The fact.
        fact: Fact,
    },
}

/// What a target was looked for in vain.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum MissingTarget {
    /// A category.
    Category(Category),
    /// A complaint that has no category.
    AnyCategory,
    /// A number that the procedure leaves open and nobody has set.
    Parameter(String),
}

impl fmt::Display for MissingTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Category(category) => write!(f, "category `{category}`"),
            Self::AnyCategory => f.write_str("a complaint without a category"),
            Self::Parameter(name) => write!(f, "`{name}`"),
        }
    }
}
