//! How far a chain is signed, and who may sign next.

use alloc::vec::Vec;

use serde::Serialize;

use crate::approval::signature::Signature;
use crate::approval::step::Step;
use crate::vocab::course::Exclusion;
use crate::vocab::{ActorId, Money};

/// How far a chain is signed: its steps, what is decided, and what has happened so far.
///
/// It borrows everything from the caller's own record, and answers by the [signing
/// rules](crate::approval#the-signing-rules). Ask [`possible_signers`](Self::possible_signers) whom to invite, and
/// [`signature_by`](Self::signature_by) when somebody signs.
///
/// # Example: anna fills the slot that only she can fill
///
/// ```
/// use redress::approval::{Holding, Progress, Roster, Signers, Step};
/// use redress::vocab::course::ApprovalAct;
/// use redress::vocab::{ActorId, Role, RuleId};
/// use redress::word;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (anna, mia): (ActorId, ActorId) = ("anna".parse()?, "mia".parse()?);
/// let roster = Roster::builder("2026-03")
///     .holding(Holding::new(anna, Role::MANAGER))
///     .holding(Holding::new(anna, Role::DEPARTMENT_HEAD))
///     .holding(Holding::new(mia, Role::MANAGER))
///     .build()?;
/// let both = Signers::one_of_each([Role::MANAGER, Role::DEPARTMENT_HEAD]);
/// let steps = [Step::new(word!(RuleId, "release"), ApprovalAct::Approve, both)];
/// let signature = Progress::of(&steps).signature_by(&roster, anna, "2026-03-02T10:00:00Z".parse()?)?;
/// assert_eq!(signature.role(), Role::DEPARTMENT_HEAD); // mia can sign as manager, and as nothing else
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "a view that the caller makes of its own record")]
pub struct Progress<'a> {
    /// The steps of the chain, in order.
    pub steps: &'a [Step],
    /// The total amount of the decision; `None` if it is unknown. People with a limit cannot sign an unknown amount.
    pub amount: Option<Money>,
    /// The people who may not sign.
    pub excluded: &'a [ExcludedPerson],
    /// The signatures that are valid. Signatures that an amendment has voided are not among them.
    pub signed: &'a [Signature],
    /// The refusals of this round. Each names the step that was refused.
    pub refused: &'a [Signature],
    /// Whether the time limit of the open step has passed.
    pub escalated: bool,
}

/// A person who may not sign, and the reason.
///
/// # Example: mia proposed the refund, so that anna must sign
///
/// ```
/// use redress::approval::Progress;
/// use redress::approval::signing::ExcludedPerson;
/// use redress::sample;
/// use redress::vocab::course::Exclusion;
/// use redress::vocab::{ActorId, RuleId};
/// use redress::word;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let chain = policy.approvals().chain_of(word!(RuleId, "refunds")).ok_or("no chain")?;
/// let (anna, mia): (ActorId, ActorId) = ("anna".parse()?, "mia".parse()?);
/// let excluded = [ExcludedPerson { person: mia, because: Exclusion::Proposer }];
/// let progress = Progress { excluded: &excluded, ..Progress::of(chain.steps()) };
/// let signers = progress.possible_signers(&sample::roster()?, "2026-04-02T09:00:00Z".parse()?)?;
/// assert_eq!(signers.next, [anna]);
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_structs, reason = "a person and a reason, whole as they are")]
pub struct ExcludedPerson {
    /// Who may not sign.
    pub person: ActorId,
    /// Their part in the case, which keeps them from signing.
    pub because: Exclusion,
}

/// The people who may sign next, in a chain that can be completed.
///
/// # Example: nobody, when everything is signed
///
/// ```
/// use redress::approval::Progress;
/// use redress::sample;
/// use redress::vocab::RuleId;
/// use redress::word;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster, now) = (sample::policy()?, sample::roster()?, "2026-04-02T09:00:00Z".parse()?);
/// let chain = policy.approvals().chain_of(word!(RuleId, "refunds")).ok_or("no chain")?;
/// let progress = Progress::of(chain.steps());
/// assert_eq!(progress.possible_signers(&roster, now)?.next.len(), 2); // anna and mia
/// let signed = [progress.signature_by(&roster, "mia".parse()?, now)?];
/// assert!(Progress { signed: &signed, ..progress }.possible_signers(&roster, now)?.next.is_empty());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct PossibleSigners {
    /// Everybody who may sign the open step, ordered by id. After a signature by any of them, the rest can still be
    /// signed. Empty if every step is signed.
    pub next: Vec<ActorId>,
}

impl<'a> Progress<'a> {
    /// Creates the progress of a chain that nobody has signed, with nobody excluded and an unknown amount.
    #[must_use]
    pub const fn of(steps: &'a [Step]) -> Self {
        Self { steps, amount: None, excluded: &[], signed: &[], refused: &[], escalated: false }
    }

    /// Returns the first step that lacks a signature, or `None` if the chain is complete.
    ///
    /// The customer's consent takes no signature and is therefore never open.
    ///
    /// ```
    /// use redress::approval::Progress;
    /// use redress::sample;
    /// use redress::vocab::RuleId;
    /// use redress::word;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let chain = policy.approvals().chain_of(word!(RuleId, "refunds")).ok_or("no chain")?;
    /// let progress = Progress::of(chain.steps());
    /// assert_eq!(progress.open_step().map(|step| step.id()), Some(word!(RuleId, "review")));
    ///
    /// let signed = [progress.signature_by(&sample::roster()?, "mia".parse()?, "2026-04-02T09:00:00Z".parse()?)?];
    /// assert!(Progress { signed: &signed, ..progress }.is_complete());
    /// # Ok(()) }
    /// ```
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

    /// Returns whether every step is signed.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.open_step().is_none()
    }
}
