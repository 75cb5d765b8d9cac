//! What is wrong with a policy as it is described.

use alloc::string::String;
use core::fmt;

use crate::calendar::CalendarFaults;
use crate::deadline::{Count, DeadlineFault};
use crate::faults::Faults;
use crate::taxonomy::TaxonomyError;
use crate::vocab::{Anchor, Category, ClockName, ExtensionReason, PauseReason, RuleId};

/// One thing that keeps a description from being a policy, with its place.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyFault {
    /// A part that every policy has is missing.
    #[error("policy has no {part}, expected one")]
    Missing {
        /// The part.
        part: &'static str,
    },
    /// A name or version that is none.
    #[error("policy {part} `{text}` {problem}, expected 1 to 100 visible characters")]
    Name {
        /// Whether it is the name, the version or a parameter that is not set.
        part: &'static str,
        /// The text, cut short.
        text: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A word that the taxonomy does not declare.
    #[error("{place}: {error}")]
    Undeclared {
        /// Where it is used.
        place: Place,
        /// Which word.
        error: TaxonomyError,
    },
    /// Two rows or targets with one id.
    #[error("{place}: id stands twice, expected ids that differ")]
    IdTwice {
        /// The second one.
        place: Place,
    },
    /// Two rows or targets for one category.
    #[error("{place}: category `{category}` has `{earlier}` already, expected one entry a category")]
    CategoryTwice {
        /// The second one.
        place: Place,
        /// The category.
        category: Category,
        /// The first one.
        earlier: RuleId,
    },
    /// A declared category that no row gives to anybody.
    #[error("owners: no row for category `{category}`, expected one, or gaps declared as unrouted")]
    NoOwner {
        /// The category.
        category: Category,
    },
    /// Two clocks of one name.
    #[error("clock `{clock}`: declared twice, expected names that differ")]
    ClockTwice {
        /// The name.
        clock: ClockName,
    },
    /// A deadline that can never be evaluated.
    #[error("{place}: {fault}")]
    Deadline {
        /// Where it stands.
        place: Place,
        /// Why.
        fault: DeadlineFault,
    },
    /// A clock starts from the due date of one that is not there.
    #[error(
        "clock `{clock}`: starts when `{other}` is due, expected the name of another clock of the policy"
    )]
    UnknownClock {
        /// The clock.
        clock: ClockName,
        /// What it starts from.
        other: ClockName,
    },
    /// Clocks that start from each other's due dates.
    #[error(
        "clock `{clock}`: starts from its own due date, directly or by way of others, expected an event at the beginning"
    )]
    ClockCycle {
        /// One clock of the cycle.
        clock: ClockName,
    },
    /// A warning in a unit that the clock does not count in.
    #[error("clock `{clock}`: warns {lead} ahead of a target of {target}, expected the unit of the clock")]
    WarningUnit {
        /// The clock.
        clock: ClockName,
        /// The lead.
        lead: Count,
        /// The target.
        target: Count,
    },
    /// A warning at a share that is none.
    #[error("clock `{clock}`: warns at {percent} %, expected 1 to 99")]
    WarningShare {
        /// The clock.
        clock: ClockName,
        /// The share.
        percent: u8,
    },
    /// A pause reason declared twice.
    #[error("clock `{clock}`: pause reason `{reason}` declared twice, expected reasons that differ")]
    PauseTwice {
        /// The clock.
        clock: ClockName,
        /// The reason.
        reason: PauseReason,
    },
    /// An extension reason declared twice.
    #[error("clock `{clock}`: extension reason `{reason}` declared twice, expected reasons that differ")]
    ExtensionTwice {
        /// The clock.
        clock: ClockName,
        /// The reason.
        reason: ExtensionReason,
    },
    /// A clock for every department that starts from an event of the case.
    #[error(
        "clock `{clock}`: one for each department starts from `{anchor}`, expected `department-received`"
    )]
    DepartmentAnchor {
        /// The clock.
        clock: ClockName,
        /// The event given.
        anchor: Anchor,
    },
    /// The calendar cannot be built in the reading that was chosen.
    #[error("calendar: {0}")]
    Calendar(CalendarFaults),
}

/// Where in a policy something stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Place {
    /// A row of the owners.
    Owner(RuleId),
    /// A clock.
    Clock(ClockName),
    /// A target of a clock.
    Target(ClockName, RuleId),
    /// The test for forced closure.
    ForcedClosure,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Owner(row) => write!(f, "owners row `{row}`"),
            Self::Clock(clock) => write!(f, "clock `{clock}`"),
            Self::Target(clock, target) => write!(f, "clock `{clock}` target `{target}`"),
            Self::ForcedClosure => f.write_str("forced closure"),
        }
    }
}

/// Everything that keeps a description from being a policy; never empty.
pub type PolicyFaults = Faults<PolicyFault>;
