//! Why somebody may not sign.

use alloc::string::String;
use alloc::vec::Vec;

use crate::approval::limits::{MAX_SIGNATURES, MAX_STEPS};
use crate::approval::shown::{For, Steps};
use crate::approval::stuck::SigningObstacle;
use crate::vocab::course::Exclusion;
use crate::vocab::{ActorId, Choice, Money, Role, RuleId};

/// Why somebody may not sign, or refuse to sign, the open step.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SigningRefusal {
    /// Every step is signed.
    #[error("`{actor}` cannot sign, for every step is signed, expected an open step")]
    NothingOpen {
        /// Who asked.
        actor: ActorId,
    },
    /// They have none of the roles, neither in their own right nor for another.
    #[error(
        "`{actor}` cannot sign step `{step}`, for roster `{roster}` gives no role of it to that person, expected {}",
        Choice(expected)
    )]
    NotEntitled {
        /// Who asked.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// The roles of its open slots.
        expected: Vec<Role>,
        /// The revision of the roster.
        roster: String,
    },
    /// They are excluded, or the one for whom they would sign.
    #[error("`{actor}` cannot sign step `{step}`{}, excluded as `{because}`, expected somebody who is not", For(*instead_of))]
    Excluded {
        /// Who asked.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// For whom they would sign, where that person is the one excluded.
        instead_of: Option<ActorId>,
        /// Why.
        because: Exclusion,
    },
    /// They have signed already, or the one for whom they would sign, or somebody for one of them.
    #[error("`{actor}` cannot sign step `{step}`{}, who has signed step `{signed}`, expected somebody else", For(*instead_of))]
    SignedAlready {
        /// Who asked.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// For whom they would sign, where that person is the one who has signed.
        instead_of: Option<ActorId>,
        /// The step that is signed.
        signed: RuleId,
    },
    /// They have refused to sign the step, or the one for whom they would sign.
    #[error("`{actor}` cannot sign step `{step}`{}, who has refused it, expected somebody else", For(*instead_of))]
    RefusedBefore {
        /// Who asked.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// For whom they would sign, where that person is the one who has refused.
        instead_of: Option<ActorId>,
    },
    /// The amount exceeds the limit.
    #[error("`{actor}` cannot sign step `{step}`{} over `{amount}`, expected at most `{limit}`", For(*instead_of))]
    OverLimit {
        /// Who asked.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// For whom they would sign.
        instead_of: Option<ActorId>,
        /// What is decided.
        amount: Money,
        /// What they sign at most.
        limit: Money,
    },
    /// There is a limit, and it is not known whether the amount exceeds it.
    #[error(
        "`{actor}` cannot sign step `{step}`{}, for the amount is not known, expected one of at most `{limit}`",
        For(*instead_of)
    )]
    AmountUnknown {
        /// Who asked.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// For whom they would sign.
        instead_of: Option<ActorId>,
        /// What they sign at most.
        limit: Money,
    },
    /// There is a limit in another currency.
    #[error(
        "`{actor}` cannot sign step `{step}`{} over `{amount}`, another currency, expected at most `{limit}`",
        For(*instead_of)
    )]
    OtherCurrency {
        /// Who asked.
        actor: ActorId,
        /// The open step.
        step: RuleId,
        /// For whom they would sign.
        instead_of: Option<ActorId>,
        /// What is decided.
        amount: Money,
        /// What they sign at most.
        limit: Money,
    },
    /// A system account where the step does not name it.
    #[error(
        "`{actor}` cannot sign step `{step}`, a system account that the step does not name, expected a person"
    )]
    SystemNotNamed {
        /// Which account.
        actor: ActorId,
        /// The open step.
        step: RuleId,
    },
    /// After this signature less of the chain could be signed than before it.
    #[error(
        "`{actor}` cannot sign, for {} could then not be signed, expected another signer here",
        Steps(steps)
    )]
    WouldStrand {
        /// Who asked.
        actor: ActorId,
        /// The steps that could then not all be signed.
        steps: Vec<RuleId>,
    },
    /// The steps are more than any table has in one chain.
    #[error(
        "{steps} steps with {signatures} signatures, expected at most {MAX_STEPS} and {MAX_SIGNATURES} as in every chain of a policy"
    )]
    TooComplex {
        /// How many steps there are.
        steps: usize,
        /// How many signatures they take.
        signatures: u64,
    },
}

impl SigningRefusal {
    /// Says of an actor why they, or the one for whom they would sign, cannot.
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
