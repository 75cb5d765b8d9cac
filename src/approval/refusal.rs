//! The reasons for which a person may not sign.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::approval::limits::{MAX_SIGNATURES, MAX_STEPS};
use crate::approval::shown::{For, Steps};
use crate::approval::stuck::SigningObstacle;
use crate::vocab::course::Exclusion;
use crate::vocab::{ActorId, Choice, Money, Role, RuleId};

/// The reason for which a person may not sign the open step, or may not refuse to sign it.
///
/// The text names the person, the step and the rule. A program branches on the variant, or on [`code`](Self::code),
/// which is the same in every release.
///
/// # Example: the proposer may not sign
///
/// ```
/// use redress::approval::signing::ExcludedPerson;
/// use redress::approval::{Progress, SigningRefusal};
/// use redress::sample;
/// use redress::vocab::RuleId;
/// use redress::vocab::course::Exclusion;
/// use redress::word;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let chain = policy.approvals().chain_of(word!(RuleId, "refunds")).ok_or("no chain")?;
/// let anna = "anna".parse()?;
/// let excluded = [ExcludedPerson { person: anna, because: Exclusion::Proposer }];
/// let progress = Progress { excluded: &excluded, ..Progress::of(chain.steps()) };
///
/// let refusal = progress.signature_by(&sample::roster()?, anna, "2026-04-02T09:00:00Z".parse()?).unwrap_err();
/// assert!(matches!(refusal, SigningRefusal::Excluded { because: Exclusion::Proposer, .. }));
/// assert_eq!(
///     refusal.to_string(),
///     "`anna` cannot sign step `review`: the proposer may not approve their own proposal",
/// );
/// # Ok(()) }
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SigningRefusal {
    /// Every step of the chain is already signed.
    #[error("`{actor}` cannot sign: every step is already signed")]
    NothingOpen {
        /// The person who asked to sign.
        actor: ActorId,
    },
    /// The roster gives the person none of the roles of the step, neither in their own right nor as a delegate.
    #[error(
        "`{actor}` cannot sign step `{step}`: this requires the role {}, which roster `{roster}` does not give them",
        Choice(expected)
    )]
    NotEntitled {
        /// The person who asked to sign.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// The roles that fill the open slots of the step. One of them is enough.
        expected: Vec<Role>,
        /// The revision of the roster that was asked.
        roster: String,
    },
    /// The person is excluded, or the person for whom they would sign is.
    #[error("`{actor}` cannot sign step `{step}`{}: {}", For(*instead_of), Rule(*because))]
    Excluded {
        /// The person who asked to sign.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// The person for whom they would sign, if that person is the excluded one; `None` if `actor` is.
        instead_of: Option<ActorId>,
        /// The rule that excludes them.
        because: Exclusion,
    },
    /// The chain already has a signature by or for the person, or by or for the person for whom they would sign.
    #[error(
        "`{actor}` cannot sign step `{step}`{}: step `{signed}` is already signed by or for `{}`; nobody signs twice",
        For(*instead_of), instead_of.unwrap_or(*actor)
    )]
    SignedAlready {
        /// The person who asked to sign.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// The person for whom they would sign, if that person's signature is used up; `None` if `actor`'s is.
        instead_of: Option<ActorId>,
        /// The step that has the earlier signature.
        signed: RuleId,
    },
    /// The person has refused to sign the step, or the person for whom they would sign has.
    #[error(
        "`{actor}` cannot sign step `{step}`{}: the step was already refused by or for `{}`",
        For(*instead_of), instead_of.unwrap_or(*actor)
    )]
    RefusedBefore {
        /// The person who asked to sign.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// The person for whom they would sign, if that person is the one who has refused; `None` if `actor` is.
        instead_of: Option<ActorId>,
    },
    /// The amount is above the limit of the person, of the person for whom they would sign, or of the delegation.
    #[error(
        "`{actor}` cannot sign step `{step}`{}: the amount `{amount}` is above the limit `{limit}`",
        For(*instead_of)
    )]
    OverLimit {
        /// The person who asked to sign.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// The person for whom they would sign; `None` if they would sign for themselves.
        instead_of: Option<ActorId>,
        /// The amount that is decided.
        amount: Money,
        /// The greatest amount that they may sign.
        limit: Money,
    },
    /// There is a limit, and the amount is not known.
    #[error(
        "`{actor}` cannot sign step `{step}`{}: the amount is unknown and the limit is `{limit}`; state the amount",
        For(*instead_of)
    )]
    AmountUnknown {
        /// The person who asked to sign.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// The person for whom they would sign; `None` if they would sign for themselves.
        instead_of: Option<ActorId>,
        /// The greatest amount that they may sign.
        limit: Money,
    },
    /// There is a limit in another currency than the amount. Amounts are never converted.
    #[error(
        "`{actor}` cannot sign step `{step}`{}: the amount `{amount}` is not in the currency of the limit `{limit}`",
        For(*instead_of)
    )]
    OtherCurrency {
        /// The person who asked to sign.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// The person for whom they would sign; `None` if they would sign for themselves.
        instead_of: Option<ActorId>,
        /// The amount that is decided.
        amount: Money,
        /// The greatest amount that they may sign.
        limit: Money,
    },
    /// The actor is a system account, and the step does not name it.
    #[error(
        "`{actor}` cannot sign step `{step}`: the step does not name this system account; a person must sign"
    )]
    SystemNotNamed {
        /// The system account.
        actor: ActorId,
        /// The open step.
        step: RuleId,
    },
    /// After this signature, less of the chain could be signed than before.
    #[error(
        "`{actor}` cannot sign: too few people would remain to sign {}; ask somebody else to sign this step",
        Steps(steps)
    )]
    WouldStrand {
        /// The person who asked to sign.
        actor: ActorId,
        /// The steps that could then not all be signed.
        steps: Vec<RuleId>,
    },
    /// The steps exceed the limits of a chain. A chain of a built policy never does.
    #[error(
        "{steps} steps with {signatures} signatures, expected at most {MAX_STEPS} steps and {MAX_SIGNATURES} signatures"
    )]
    TooComplex {
        /// The number of steps.
        steps: usize,
        /// The number of signatures that the steps take together.
        signatures: u64,
    },
}

/// Prints the rule behind an exclusion.
struct Rule(Exclusion);

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Exclusion::Proposer => "the proposer may not approve their own proposal",
            Exclusion::ComplainedAbout => "the person complained about may not sign",
            Exclusion::Handler => "a person who handled the case may not approve the answer to it",
            Exclusion::Complainant => "the complainant and their representatives may not sign",
            Exclusion::Parted => "the policy separates signing from an action that this person has taken",
        })
    }
}

impl SigningRefusal {
    /// Builds the refusal of `actor` from the obstacle, and from the person whom the obstacle concerns if that is not
    /// `actor`.
    pub(super) fn because(
        (why, instead_of): (SigningObstacle, Option<ActorId>),
        actor: ActorId,
        step: RuleId,
        amount: Option<Money>,
    ) -> Self {
        match (why, amount) {
            (SigningObstacle::Excluded(because), _) => Self::Excluded { actor, step, instead_of, because },
            (SigningObstacle::Signed(signed), _) => Self::SignedAlready { actor, step, instead_of, signed },
            (SigningObstacle::Refused, _) => Self::RefusedBefore { actor, step, instead_of },
            (SigningObstacle::NotNamed, _) => Self::SystemNotNamed { actor, step },
            (SigningObstacle::OverLimit(limit), Some(amount)) => {
                Self::OverLimit { actor, step, instead_of, amount, limit }
            }
            (SigningObstacle::OtherCurrency(limit), Some(amount)) => {
                Self::OtherCurrency { actor, step, instead_of, amount, limit }
            }
            (
                SigningObstacle::OverLimit(limit)
                | SigningObstacle::OtherCurrency(limit)
                | SigningObstacle::AmountUnknown(limit),
                _,
            ) => Self::AmountUnknown { actor, step, instead_of, limit },
        }
    }
}
