//! Where a policy names a role, and hints about roles.

use core::fmt;

use crate::approval::roster::{Holding, Roster};
use crate::vocab::organisation::{Record, Report};
use crate::vocab::{Action, ClockName, Role, RuleId};

/// A place of a policy that names a role.
///
/// ```
/// use redress::approval::staff::RolePlace;
/// use redress::vocab::{Action, RuleId};
/// use redress::word;
///
/// assert_eq!(RolePlace::Permit(Action::Close).to_string(), "permit of `close`");
/// let step = RolePlace::Step(word!(RuleId, "refunds"), word!(RuleId, "review"));
/// assert_eq!(step.to_string(), "approval chain `refunds` step `review`");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum RolePlace {
    /// Who may take this action, or review the intake.
    Permit(Action),
    /// Who gets a complaint by this row of the routing table.
    Row(RuleId),
    /// Who is told by a step of this clock's escalation. Steps are counted from 1.
    Rung(ClockName, usize),
    /// Who signs a step: the chain and the step.
    Step(RuleId, RuleId),
    /// Who may also sign a step after its time limit: the chain and the step.
    EscalateTo(RuleId, RuleId),
    /// Who fills in this form.
    Form(Record),
    /// Who gets this report.
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

/// A mismatch between a policy and a roster that makes nothing impossible, but that somebody should look at.
///
/// A misspelt role is the usual cause. Therefore each hint names the role that is spelt most like it.
///
/// # Example: a role that is misspelt in the roster
///
/// ```
/// use redress::approval::{Holding, Roster};
/// use redress::sample;
/// use redress::vocab::Role;
/// use redress::word;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let roster = Roster::builder("2026-04")
///     .holding(Holding::new("anna".parse()?, Role::MANAGER))
///     .holding(Holding::new("mia".parse()?, word!(Role, "manger")))
///     .build()?;
/// let hints = sample::policy()?.check(&roster, "2026-04-02T09:00:00Z".parse()?)?;
/// let text = "roster: the policy does not declare role `manger`; the policy names `manager`";
/// assert!(hints.iter().any(|hint| hint.to_string() == text));
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StaffingHint {
    /// Nobody holds a role, but somebody else can do what it is for.
    #[error("{place}: nobody in the roster holds `{role}`; {}", Instead("the roster has", *nearest, "add a holder"))]
    NotHeld {
        /// The place that names the role.
        place: RolePlace,
        /// The role.
        role: Role,
        /// The role of the roster that is spelt most like it; `None` if no role is similar.
        nearest: Option<Role>,
    },
    /// The roster has a role that the policy does not declare.
    #[error(
        "roster: the policy does not declare role `{role}`; {}",
        Instead("the policy names", *nearest, "declare it, or correct its name")
    )]
    NotDeclared {
        /// The role.
        role: Role,
        /// The role of the policy that is spelt most like it; `None` if no role is similar.
        nearest: Option<Role>,
    },
    /// The roster has a role that the policy declares but names nowhere.
    #[error(
        "roster: the policy never names role `{role}`; {}",
        Instead("the policy names", *nearest, "remove it, or correct its name")
    )]
    NotUsed {
        /// The role.
        role: Role,
        /// The role that the policy names and that is spelt most like it; `None` if no role is similar.
        nearest: Option<Role>,
    },
}

/// Prints the role that was probably meant, or what to do if no role is similar.
pub(super) struct Instead(pub(super) &'static str, pub(super) Option<Role>, pub(super) &'static str);

impl fmt::Display for Instead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(how, role, otherwise) = self;
        match role {
            Some(role) => write!(f, "{how} `{role}`"),
            None => f.write_str(otherwise),
        }
    }
}

impl Roster {
    /// Returns the roles that somebody holds at any time, each once, in order.
    pub(crate) fn roles(&self) -> impl Iterator<Item = Role> + '_ {
        let mut last = None;
        self.holdings().iter().map(Holding::role).filter(move |role| last.replace(*role) != Some(*role))
    }
}

/// Returns the role that is spelt most like another. It differs by at most two letters, and by at most a third of
/// them.
pub(crate) fn nearest(role: Role, among: impl IntoIterator<Item = Role>) -> Option<Role> {
    const MOST: usize = 2;
    let text = role.code().as_str().as_bytes();
    let near = among.into_iter().filter(|other| *other != role).filter_map(|other| {
        let differ = distance(text, other.code().as_str().as_bytes());
        (differ <= MOST.min(text.len() / 3)).then_some((differ, other))
    });
    near.min().map(|(_, other)| other)
}

/// Returns the number of letters to insert, delete, change or swap with the next letter to turn one text into the
/// other: the Damerau–Levenshtein distance, in its variant that edits no part of a text twice. Only the last two rows
/// of the table are kept.
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
