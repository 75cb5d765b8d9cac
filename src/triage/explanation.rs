//! The account of a triage: every answer with its reasons, as data.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use crate::deadline::{DeadlineError, Due, Trace};
use crate::triage::{ClockOutcome, ClockTriage, Owner, Triage};
use crate::vocab::{Anchor, CaseId, Category, ClockName, Department, Fact, RuleId};

/// The account of a triage. It owns what it says, serialises, and is rendered in any language by
/// [`render`](crate::report::render).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// The complaint.
    pub(crate) complaint: CaseId,
    /// The name of the policy.
    pub(crate) policy: String,
    /// The version of the policy.
    pub(crate) version: String,
    /// Who owns the complaint.
    pub(crate) owner: OwnerAccount,
    /// By when it must be dealt with.
    pub(crate) clocks: Vec<ClockAccount>,
    /// How many earlier complaints of the same complainant there are.
    pub(crate) repeats: usize,
}

/// Why a complaint belongs to whom it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum OwnerAccount {
    /// A department owns it.
    Department {
        /// The department.
        department: Department,
        /// The row that says so.
        row: RuleId,
        /// The category by which the row matched.
        category: Category,
        /// Where the row comes from.
        citation: String,
    },
    /// Nobody does, for want of a row or a category.
    Unrouted {
        /// The category, if there is one.
        category: Option<Category>,
    },
    /// Nobody does, for it is closed by force.
    NotDispatched {
        /// The facts by which it is.
        facts: Vec<Fact>,
        /// Where that rule comes from.
        citation: String,
    },
}

/// Why a clock comes to what it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClockAccount {
    /// The clock.
    pub(crate) clock: ClockName,
    /// The department whose clock it is, where there is one for each.
    pub(crate) department: Option<Department>,
    /// The event from which it runs.
    pub(crate) start: Anchor,
    /// The clock from whose due date it runs, in place of the event.
    pub(crate) due_of: Option<ClockName>,
    /// The target that decided, where targets go by category.
    pub(crate) target: Option<TargetAccount>,
    /// When it is due, if it is.
    pub(crate) due: Option<Due>,
    /// Why there is no due date, if there is none.
    pub(crate) without: Option<Without>,
    /// The steps to the due date.
    pub(crate) trace: Trace,
    /// Where the clock comes from.
    pub(crate) citation: String,
}

/// The target that decided.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TargetAccount {
    /// Its id.
    pub(crate) id: RuleId,
    /// Its category.
    pub(crate) category: Category,
    /// Where it comes from.
    pub(crate) citation: String,
}

/// Why a clock has no due date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Without {
    /// It waits for an event.
    NotStarted {
        /// The event.
        anchor: Anchor,
    },
    /// The complaint is closed by force.
    Exempt {
        /// Where that rule comes from.
        citation: String,
    },
    /// It cannot be said.
    Undetermined {
        /// Why.
        #[serde(serialize_with = "as_text")]
        reason: DeadlineError,
    },
}

fn as_text<S: serde::Serializer>(error: &DeadlineError, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(error)
}

impl Explanation {
    pub(crate) fn of(triage: &Triage<'_>) -> Self {
        Self {
            complaint: triage.complaint.id(),
            policy: triage.policy.name().into(),
            version: triage.policy.version().into(),
            owner: OwnerAccount::of(triage.owner),
            clocks: triage.clocks.iter().map(|clock| ClockAccount::of(triage, clock)).collect(),
            repeats: triage.repeats,
        }
    }

    /// The complaint.
    #[must_use]
    pub const fn complaint(&self) -> CaseId {
        self.complaint
    }

    /// The name of the policy and its version.
    #[must_use]
    pub fn policy(&self) -> (&str, &str) {
        (&self.policy, &self.version)
    }

    /// Who owns the complaint, and why.
    #[must_use]
    pub const fn owner(&self) -> &OwnerAccount {
        &self.owner
    }

    /// How many earlier complaints of the same complainant there are.
    #[must_use]
    pub const fn repeats(&self) -> usize {
        self.repeats
    }

    /// By when it must be dealt with, and why.
    #[must_use]
    pub fn clocks(&self) -> &[ClockAccount] {
        &self.clocks
    }
}

impl OwnerAccount {
    fn of(owner: Owner<'_>) -> Self {
        match owner {
            Owner::Department(row) => Self::Department {
                department: row.department(),
                row: row.id(),
                category: row.category(),
                citation: row.citation().into(),
            },
            Owner::Unrouted(category) => Self::Unrouted { category },
            Owner::NotDispatched(test) => {
                Self::NotDispatched { facts: test.wanted().collect(), citation: test.citation.to_string() }
            }
        }
    }
}

impl ClockAccount {
    fn of(triage: &Triage<'_>, clock: &ClockTriage<'_>) -> Self {
        let without = match clock.outcome() {
            ClockOutcome::Due(_) => None,
            ClockOutcome::NotStarted(anchor) => Some(Without::NotStarted { anchor: *anchor }),
            ClockOutcome::Exempt(test) => Some(Without::Exempt { citation: test.citation.to_string() }),
            ClockOutcome::Undetermined(reason) => Some(Without::Undetermined { reason: reason.clone() }),
        };
        Self {
            clock: clock.name(),
            department: clock.department(),
            start: clock.rule().clock().start(),
            due_of: match clock.rule().start() {
                crate::policy::Start::Event => None,
                crate::policy::Start::DueOf(other) => Some(other),
            },
            target: clock.target().map(|target| TargetAccount {
                id: target.id(),
                category: target.category(),
                citation: target.citation().into(),
            }),
            due: clock.due(),
            without,
            trace: triage.trace(clock).unwrap_or_default(),
            citation: clock.rule().citation().into(),
        }
    }

    /// The clock.
    #[must_use]
    pub const fn clock(&self) -> ClockName {
        self.clock
    }

    /// The department whose clock it is, where there is one for each.
    #[must_use]
    pub const fn department(&self) -> Option<Department> {
        self.department
    }

    /// The event from which it runs.
    #[must_use]
    pub const fn start(&self) -> Anchor {
        self.start
    }

    /// The clock from whose due date it runs, in place of the event.
    #[must_use]
    pub const fn due_of(&self) -> Option<ClockName> {
        self.due_of
    }

    /// When it is due, if it is.
    #[must_use]
    pub const fn due(&self) -> Option<Due> {
        self.due
    }

    /// Why there is no due date, if there is none.
    #[must_use]
    pub const fn without(&self) -> Option<&Without> {
        self.without.as_ref()
    }

    /// Where the clock comes from; empty when it is the organisation's own.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// The steps to the due date; none where there is no due date.
    #[must_use]
    pub const fn trace(&self) -> &Trace {
        &self.trace
    }

    /// The target that decided, where targets go by category.
    #[must_use]
    pub const fn target(&self) -> Option<&TargetAccount> {
        self.target.as_ref()
    }
}

impl TargetAccount {
    /// Its id.
    #[must_use]
    pub const fn id(&self) -> RuleId {
        self.id
    }

    /// Its category.
    #[must_use]
    pub const fn category(&self) -> Category {
        self.category
    }

    /// Where it comes from.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }
}
