//! A step of a chain.

use alloc::vec::Vec;

use crate::approval::signers::Signers;
use crate::deadline::Term;
use crate::text::text_enum::text_enum;
use crate::vocab::course::ApprovalAct;
use crate::vocab::{ActorId, Role, RuleId};

/// A step of a chain: an act, who signs it, and what happens when nobody does.
///
/// ```
/// use redress::approval::{Signers, Step};
/// use redress::approval::signing::{AmendmentEffect, AmendmentRule, TimeLimit};
/// use redress::deadline::Term;
/// use redress::vocab::{Role, RuleId};
/// use redress::vocab::course::ApprovalAct;
/// use redress::word;
///
/// let review = Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(Role::MANAGER))
///     .with_limit(TimeLimit { term: Term::working_days(2), escalate_to: Role::LEADER_IN_CHARGE })
///     .with_material(AmendmentRule { text_changed: AmendmentEffect::Notify, ..AmendmentRule::default() });
/// assert_eq!(review.slots(), 1);
/// assert_eq!(review.material().amount_raised, AmendmentEffect::Void);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "a step does nothing until a chain has it"]
pub struct Step {
    id: RuleId,
    act: ApprovalAct,
    signers: Signers,
    limit: Option<TimeLimit>,
    may_repeat: bool,
    systems: Vec<ActorId>,
    material: AmendmentRule,
}

/// How long a step may take, and who may sign it beside its own signers when it has taken longer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a limit and what follows from it, whole as they are")]
pub struct TimeLimit {
    /// How long it may take.
    pub term: Term,
    /// Whose holders may sign it too from then on.
    pub escalate_to: Role,
}

/// What an amendment does to the signatures of a step that were given before it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "what an approval binds, whole as it is")]
pub struct AmendmentRule {
    /// The amount became greater, or is in another currency.
    pub amount_raised: AmendmentEffect,
    /// The remedy became another.
    pub remedy_changed: AmendmentEffect,
    /// The text became another.
    pub text_changed: AmendmentEffect,
}

impl Default for AmendmentRule {
    /// Whatever changes voids a signature: another text can be another offer.
    fn default() -> Self {
        Self {
            amount_raised: AmendmentEffect::Void,
            remedy_changed: AmendmentEffect::Void,
            text_changed: AmendmentEffect::Void,
        }
    }
}

/// What an amendment does to a signature.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "the three readings in use, from the mildest to the strictest")]
pub enum AmendmentEffect {
    /// It stays.
    Keep,
    /// It stays, and who gave it is told.
    Notify,
    /// It is void.
    Void,
}

text_enum!(AmendmentEffect = "an" "effect of an amendment" {
    Keep = "keep",
    Notify = "notify",
    Void = "void",
});

impl Step {
    /// A step with the id that records name it by.
    pub const fn new(id: RuleId, act: ApprovalAct, signers: Signers) -> Self {
        let material = AmendmentRule {
            amount_raised: AmendmentEffect::Void,
            remedy_changed: AmendmentEffect::Void,
            text_changed: AmendmentEffect::Void,
        };
        Self { id, act, signers, limit: None, may_repeat: false, systems: Vec::new(), material }
    }

    /// The step that shows that the complainant is asked last. Nobody of the organisation signs it: consent is
    /// given to what was offered, after the approval.
    pub const fn consent(id: RuleId) -> Self {
        Self::new(id, ApprovalAct::CustomerConsent, Signers::AnyOf { needed: 0, roles: Vec::new() })
    }

    /// Sets how long it may take. Exceeding it lets others sign, too; it never approves.
    pub const fn with_limit(mut self, limit: TimeLimit) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Lets a person sign this step who signs another one, before or after it.
    pub const fn with_by_anyone_again(mut self) -> Self {
        self.may_repeat = true;
        self
    }

    /// Names a system account that may fill any slot of it, whatever its roles.
    pub fn with_system(mut self, account: ActorId) -> Self {
        if !self.systems.contains(&account) {
            self.systems.push(account);
        }
        self
    }

    /// Says what an amendment does to its signatures.
    pub const fn with_material(mut self, material: AmendmentRule) -> Self {
        self.material = material;
        self
    }

    /// The id.
    #[must_use]
    pub const fn id(&self) -> RuleId {
        self.id
    }

    /// What it does.
    #[must_use]
    pub const fn act(&self) -> ApprovalAct {
        self.act
    }

    /// Who signs it.
    #[must_use]
    pub const fn signers(&self) -> &Signers {
        &self.signers
    }

    /// How long it may take.
    #[must_use]
    pub const fn limit(&self) -> Option<TimeLimit> {
        self.limit
    }

    /// Whether a person may sign it who signs another one.
    #[must_use]
    pub const fn may_repeat(&self) -> bool {
        self.may_repeat
    }

    /// The system accounts that may sign it.
    #[must_use]
    pub fn systems(&self) -> &[ActorId] {
        &self.systems
    }

    /// What an amendment does to its signatures.
    #[must_use]
    pub const fn material(&self) -> AmendmentRule {
        self.material
    }

    /// Whether it is the complainant's consent, which nobody of the organisation signs.
    #[must_use]
    pub const fn is_consent(&self) -> bool {
        matches!(self.act, ApprovalAct::CustomerConsent)
    }

    /// Whether signing it approves. Neither who prepares a decision nor the complainant who consents approves it.
    #[must_use]
    pub const fn approves(&self) -> bool {
        match self.act {
            ApprovalAct::Prepare | ApprovalAct::CustomerConsent => false,
            ApprovalAct::Recheck
            | ApprovalAct::Review
            | ApprovalAct::Instruct
            | ApprovalAct::Approve
            | ApprovalAct::SignIssue => true,
        }
    }

    /// How many signatures it takes: none of a consent, at least one of every other.
    #[must_use]
    pub fn slots(&self) -> u32 {
        // A step that asks for nobody is a fault of its table; here it is not one that everybody has signed.
        if self.is_consent() { 0 } else { self.signers.slots().max(1) }
    }
}
