//! Why there is no due date.

use alloc::string::String;
use core::fmt;

use crate::calendar::CalendarError;
use crate::deadline::fault::DeadlineFault;
use crate::deadline::term::Count;
use crate::vocab::{Anchor, Category, Fact};

/// Why a deadline has no due date.
///
/// It is an answer in itself and never means "in time": a clock without a due date is
/// [undetermined](crate::deadline::ClockStatus::Undetermined).
///
/// # Example: the event has not happened
///
/// ```
/// # use redress::deadline::{Anchors, Deadline, DeadlineError, Term};
/// # use redress::{sample, vocab::Anchor};
/// let week = Deadline::from(Term::weeks(1));
/// let error = week.due(&sample::calendar()?, Anchor::DISPATCHED, &Anchors::new()).unwrap_err();
/// assert_eq!(error, DeadlineError::NoAnchor { anchor: Anchor::DISPATCHED });
/// assert_eq!(error.code(), "deadline.no-anchor");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DeadlineError {
    /// The due date depends on something that the calendar does not know or does not have.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// The deadline can never be evaluated, such as a term whose parts contradict each other.
    #[error("deadline: {0}")]
    Fault(#[from] DeadlineFault),
    /// The amount leads beyond the last instant that can be written.
    #[error("{count} leads beyond the year 9999; use a smaller amount")]
    OutOfRange {
        /// The amount of the term or of the extension.
        count: Count,
    },
    /// The extension, or the deadline of a change, counts in a unit that the term cannot take.
    #[error("a term of {term} cannot take {extension}; use the same unit, or days for days")]
    UnitMismatch {
        /// What the term counts.
        term: Count,
        /// What the extension or the new deadline counts.
        extension: Count,
    },
    /// The event from which the clock runs has not happened, as far as is known.
    #[error("`{anchor}` has not happened, so that no time counts yet; enter this event first")]
    NoAnchor {
        /// The event.
        anchor: Anchor,
    },
    /// The case belongs to another policy or version, so that these are not its clocks.
    #[error(
        "the case belongs to another policy or version; use the version that it was received by or moved to"
    )]
    OtherPolicy {},
    /// A duty repeats more often than periods are kept.
    #[error("a duty repeats more than {most} times; make its period longer, or close the case")]
    TooManyPeriods {
        /// How many periods are kept.
        most: u32,
    },
    /// No alternative applies, because none of their events has happened.
    #[error(
        "none of {parts} alternatives applies, because none of their events has happened; enter one of them"
    )]
    NoPartApplies {
        /// How many alternatives there are.
        parts: usize,
    },
    /// The policy sets no target for this complaint.
    #[error("the policy sets no target for {wanted}; add one")]
    NoTarget {
        /// The target that is missing.
        wanted: MissingTarget,
    },
    /// The target depends on the severity, and the severity depends on something unknown.
    #[error(
        "the target depends on the severity, which is not known; complete the complaint so that it can be rated"
    )]
    SeverityNotKnown,
    /// The clock runs only if a fact is so, and nobody has answered the question.
    #[error(
        "whether the clock runs depends on `{fact}`, which nobody has answered; enter an answer, 0 for no"
    )]
    NotAnswered {
        /// The fact.
        fact: Fact,
    },
}

/// A target that the policy does not set.
///
/// ```
/// use redress::deadline::choice::MissingTarget;
/// use redress::vocab::Category;
///
/// assert_eq!(MissingTarget::Category(Category::SPARE_PARTS).to_string(), "category `spare-parts`");
/// assert_eq!(MissingTarget::AnyCategory.to_string(), "a complaint without a category");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum MissingTarget {
    /// A target for this category.
    Category(Category),
    /// A target for a complaint without a category.
    AnyCategory,
    /// A number that the procedure leaves open and the policy has not set, with its description.
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
