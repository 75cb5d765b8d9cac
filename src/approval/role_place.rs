//! Where a role stands that somebody has to hold, and what is said of it.

use core::fmt;

use crate::approval::roster::{Holding, Roster};
use crate::vocab::organisation::{Record, Report};
use crate::vocab::{Action, ClockName, Role, RuleId};

/// Where a policy names a role.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum RolePlace {
    /// Who may take an action, the review of the intake included.
    Permit(Action),
    /// Who gets a complaint by a row of the routing table.
    Row(RuleId),
    /// Whom a step of a clock's escalation tells, by its place from 1 on.
    Rung(ClockName, usize),
    /// Who signs a step of a chain.
    Step(RuleId, RuleId),
    /// Who may sign a step of a chain too once it has taken too long.
    EscalateTo(RuleId, RuleId),
    /// Who fills in a form.
    Form(Record),
    /// Who gets a report.
    Report(Report),
}

impl fmt::Display for RolePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Permit(action) => write!(f, "permit of `{action}`"),
            Self::Row(row) => write!(f, "routing row `{row}`"),
            Self::Rung(clock, number) => write!(f, "clock `{clock}` escalation step {number}"),
            Self::Step(chain, step) => write!(f, "approval chain `{chain}` step `{step}`"),
            Self::EscalateTo(chain, step) => {
                write!(f, "approval chain `{chain}` step `{step}` escalation")
            }
            Self::Form(form) => write!(f, "form `{form}`"),
            Self::Report(report) => write!(f, "report `{report}`"),
        }
    }
}

/// What a policy and a roster should be told of each other: nothing is impossible by it, and somebody should look.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StaffingHint {
    /// A role that nobody holds, where somebody else does what is to be done.
    #[error("{place}: nobody holds `{role}`, expected a holder in the roster{}", Instead("which has", *nearest))]
    NotHeld {
        /// Where.
        place: RolePlace,
        /// The role.
        role: Role,
        /// The role of the roster that is spelt most like it, if one is.
        nearest: Option<Role>,
    },
    /// A role of the roster that the policy does not declare.
    #[error("roster: role `{role}` is not declared, expected a role of the policy{}", Instead("such as", *nearest))]
    NotDeclared {
        /// The role.
        role: Role,
        /// The role that the policy names somewhere and that is spelt most like it, if one is.
        nearest: Option<Role>,
    },
    /// A role of the roster that the policy declares and names nowhere.
    #[error("roster: role `{role}` gives nothing to do, expected a role that the policy names{}", Instead("such as", *nearest))]
    NotUsed {
        /// The role.
        role: Role,
        /// The role that the policy names somewhere and that is spelt most like it, if one is.
        nearest: Option<Role>,
    },
}

/// Names the role that was meant, perhaps.
pub(super) struct Instead(pub(super) &'static str, pub(super) Option<Role>);

impl fmt::Display for Instead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(how, role) = self;
        role.map_or(Ok(()), |role| write!(f, ", {how} `{role}`"))
    }
}

impl Roster {
    /// The roles that somebody holds at some time, each once, in their order.
    pub(crate) fn roles(&self) -> impl Iterator<Item = Role> + '_ {
        let mut last = None;
        self.holdings().iter().map(Holding::role).filter(move |role| last.replace(*role) != Some(*role))
    }
}

/// The role that is spelt most like another one: at most two letters are other, and at most a third of them.
pub(crate) fn nearest(role: Role, among: impl IntoIterator<Item = Role>) -> Option<Role> {
    const MOST: usize = 2;
    let text = role.code().as_str().as_bytes();
    let near = among.into_iter().filter(|other| *other != role).filter_map(|other| {
        let differ = distance(text, other.code().as_str().as_bytes());
        (differ <= MOST.min(text.len() / 3)).then_some((differ, other))
    });
    near.min().map(|(_, other)| other)
}

/// How many letters have to be put in, taken out, changed or swapped with the next to make one text of another, after
/// The Damerau–Levenshtein distance. Only the last two rows of its table are kept.
fn distance(one: &[u8], other: &[u8]) -> usize {
    use alloc::vec::Vec;

    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut next = Vec::with_capacity(last.len());
        next.push(row + 1);
        for (column, same) in other.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&last, column) + usize::from(letter != same);
            let mut fewest = changed.min(at(&last, column + 1) + 1).min(at(&next, column) + 1);
            let swapped = row > 0
                && column > 0
                && one.get(row - 1) == Some(same)
                && other.get(column - 1) == Some(letter);
            if swapped {
                fewest = fewest.min(at(&before, column - 1) + 1);
            }
            next.push(fewest);
        }
        before = core::mem::replace(&mut last, next);
    }
    last.last().copied().unwrap_or(0)
}
