//! How far a chain is signed, and who may go on.

use alloc::vec::Vec;

use serde::Serialize;

use crate::approval::signature::Signature;
use crate::approval::step::Step;
use crate::vocab::course::Exclusion;
use crate::vocab::{ActorId, Money};

/// How far a chain is signed: its steps, what is decided, and what has happened.
///
/// The rules by which it answers are those of the [module](crate::approval).
///
/// # Example: one of each, and the signer whom only one slot fits
///
/// ```
/// use redress::approval::{Holding, Progress, Roster, Signers, Step};
/// use redress::vocab::{ActorId, Role, RuleId};
/// use redress::vocab::course::ApprovalAct;
/// use redress::word;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (anna, ben): (ActorId, ActorId) = ("anna".parse()?, "ben".parse()?);
/// let roster = Roster::builder("2026-03")
///     .holding(Holding::new(anna, Role::MANAGER))
///     .holding(Holding::new(anna, Role::DEPARTMENT_HEAD))
///     .holding(Holding::new(ben, Role::MANAGER))
///     .build()?;
/// let both = Signers::one_of_each([Role::MANAGER, Role::DEPARTMENT_HEAD]);
/// let steps = [Step::new(word!(RuleId, "release"), ApprovalAct::Approve, both)];
/// let signature = Progress::of(&steps).signature_by(&roster, anna, "2026-03-02T10:00:00Z".parse()?)?;
/// assert_eq!(signature.role(), Role::DEPARTMENT_HEAD); // ben can be the manager, and nothing else
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "a view that the caller makes of its own record")]
pub struct Progress<'a> {
    /// The steps of the chain.
    pub steps: &'a [Step],
    /// What is decided, in all; `None` where it is not known.
    pub amount: Option<Money>,
    /// Who may not sign.
    pub excluded: &'a [ExcludedPerson],
    /// The signatures that stand.
    pub signed: &'a [Signature],
    /// The refusals of this round, each of the step it names.
    pub refused: &'a [Signature],
    /// Whether the time limit of the open step has passed.
    pub escalated: bool,
}

/// Somebody who may not sign, and why.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_structs, reason = "a person and a reason, whole as they are")]
pub struct ExcludedPerson {
    /// Who.
    pub person: ActorId,
    /// Why.
    pub because: Exclusion,
}

/// A chain that can be completed.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct PossibleSigners {
    /// Everybody who may sign next, in the order of the ids: after each of them the rest can be completed still.
    /// Nobody where every step is signed.
    pub next: Vec<ActorId>,
}

impl<'a> Progress<'a> {
    /// A chain that nobody has signed, with nobody excluded and an amount that is not known.
    #[must_use]
    pub const fn of(steps: &'a [Step]) -> Self {
        Self { steps, amount: None, excluded: &[], signed: &[], refused: &[], escalated: false }
    }

    /// The first step that is not signed by all it takes; none where the chain is complete.
    ///
    /// The customer's consent takes no signature, so that it is never open.
    #[must_use]
    pub fn open_step(&self) -> Option<&'a Step> {
        self.steps.iter().find(|step| {
            let of = self.signed.iter().filter(|signature| signature.step == step.id());
            let mut filled: Vec<u32> = of.map(Signature::slot).filter(|slot| *slot < step.slots()).collect();
            filled.sort_unstable();
            filled.dedup();
            u32::try_from(filled.len()).is_ok_and(|filled| filled < step.slots())
        })
    }

    /// Whether every step is signed.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.open_step().is_none()
    }
}
