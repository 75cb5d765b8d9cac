//! A step of a chain.

use alloc::vec::Vec;

use crate::approval::signers::Signers;
use crate::deadline::Term;
use crate::text::text_enum::text_enum;
use crate::vocab::course::ApprovalAct;
use crate::vocab::{ActorId, Role, RuleId};

/// A step of a chain: an act, the people who sign it, and what happens if nobody does.
///
/// # Example: a review within two working days
///
/// ```
/// use redress::approval::signing::{AmendmentEffect, AmendmentRule, TimeLimit};
/// use redress::approval::{Signers, Step};
/// use redress::deadline::Term;
/// use redress::vocab::course::ApprovalAct;
/// use redress::vocab::{Role, RuleId};
/// use redress::word;
///
/// let review = Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(Role::MANAGER))
///     .with_limit(TimeLimit { term: Term::working_days(2), escalate_to: Role::LEADER_IN_CHARGE })
///     .with_material(AmendmentRule { text_changed: AmendmentEffect::Notify, ..AmendmentRule::default() });
/// assert_eq!(review.slots(), 1);
/// assert!(review.approves());
/// assert_eq!(review.limit().map(|limit| limit.escalate_to), Some(Role::LEADER_IN_CHARGE));
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

/// The time limit of a step, and the role that may also sign the step afterwards.
///
/// The limit starts when the step becomes the open step. It ends by the calendar of the policy. Passing it never
/// approves anything.
///
/// # Example: the leader may sign after the limit
///
/// ```
/// use redress::approval::signing::TimeLimit;
/// use redress::approval::{Holding, Progress, Roster, Signers, Step};
/// use redress::deadline::Term;
/// use redress::vocab::course::ApprovalAct;
/// use redress::vocab::{Role, RuleId};
/// use redress::word;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let limit = TimeLimit { term: Term::working_days(2), escalate_to: Role::LEADER_IN_CHARGE };
/// let steps =
///     [Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(Role::MANAGER)).with_limit(limit)];
/// let anna = "anna".parse()?;
/// let roster = Roster::builder("2026-03").holding(Holding::new(anna, Role::LEADER_IN_CHARGE)).build()?;
/// let now = "2026-03-05T10:00:00Z".parse()?;
///
/// let progress = Progress::of(&steps);
/// assert!(progress.signature_by(&roster, anna, now).is_err());
/// let late = Progress { escalated: true, ..progress };
/// assert!(late.signature_by(&roster, anna, now).is_ok());
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a limit and what follows from it, whole as they are")]
pub struct TimeLimit {
    /// The time that the step may take.
    pub term: Term,
    /// The role whose holders may also sign after the time limit.
    pub escalate_to: Role,
}

/// What a change of the proposal does to the signatures of a step that were given before.
///
/// | Field | The proposal changed if |
/// |---|---|
/// | `amount_raised` | an amount or the total is greater, in another currency, or was or is unknown |
/// | `remedy_changed` | the remedies are other ones |
/// | `text_changed` | the text is another one |
///
/// If several of these changed, the strictest effect counts. If the money goes to another payee, every signature is
/// void, whatever the rule says.
///
/// # Example: another wording does not void a signature
///
/// ```
/// use redress::approval::signing::{AmendmentEffect, AmendmentRule};
///
/// let strict = AmendmentRule::default();
/// assert_eq!(strict.text_changed, AmendmentEffect::Void);
/// let lenient = AmendmentRule { text_changed: AmendmentEffect::Keep, ..strict };
/// assert_eq!(lenient.amount_raised, AmendmentEffect::Void);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "what an approval binds, whole as it is")]
pub struct AmendmentRule {
    /// The effect if the amount becomes greater, or is in another currency.
    pub amount_raised: AmendmentEffect,
    /// The effect if the remedy changes.
    pub remedy_changed: AmendmentEffect,
    /// The effect if the text changes.
    pub text_changed: AmendmentEffect,
}

impl Default for AmendmentRule {
    /// Returns the strictest rule: every change voids a signature, because another text can be another offer.
    fn default() -> Self {
        Self {
            amount_raised: AmendmentEffect::Void,
            remedy_changed: AmendmentEffect::Void,
            text_changed: AmendmentEffect::Void,
        }
    }
}

/// What a change of the proposal does to a signature, from the mildest effect to the strictest.
///
/// ```
/// use redress::approval::signing::AmendmentEffect;
///
/// assert!(AmendmentEffect::Keep < AmendmentEffect::Void);
/// assert_eq!("notify".parse(), Ok(AmendmentEffect::Notify));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "the three readings in use, from the mildest to the strictest")]
pub enum AmendmentEffect {
    /// The signature stays.
    Keep,
    /// The signature stays, and its signer is told of the change.
    Notify,
    /// The signature is void.
    Void,
}

text_enum!(AmendmentEffect = "an" "effect of an amendment" {
    Keep = "keep",
    Notify = "notify",
    Void = "void",
});

impl Step {
    /// Creates a step. Records refer to the step by its id.
    pub const fn new(id: RuleId, act: ApprovalAct, signers: Signers) -> Self {
        let material = AmendmentRule {
            amount_raised: AmendmentEffect::Void,
            remedy_changed: AmendmentEffect::Void,
            text_changed: AmendmentEffect::Void,
        };
        Self { id, act, signers, limit: None, may_repeat: false, systems: Vec::new(), material }
    }

    /// Creates the step that shows that the customer is asked last.
    ///
    /// Nobody of the organisation signs this step: it takes no signatures and never blocks a chain. The customer
    /// consents to what was offered, after the approval.
    ///
    /// ```
    /// use redress::approval::{Progress, Step};
    /// use redress::vocab::RuleId;
    /// use redress::word;
    ///
    /// let steps = [Step::consent(word!(RuleId, "customer"))];
    /// assert_eq!(steps[0].slots(), 0);
    /// assert!(Progress::of(&steps).is_complete());
    /// ```
    pub const fn consent(id: RuleId) -> Self {
        Self::new(id, ApprovalAct::CustomerConsent, Signers::AnyOf { needed: 0, roles: Vec::new() })
    }

    /// Sets the time limit, after which holders of another role may sign the step too.
    pub const fn with_limit(mut self, limit: TimeLimit) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Lets people sign this step who sign another step of the chain, before or after it.
    ///
    /// Nobody signs twice within the step.
    ///
    /// # Example: one manager signs two steps
    ///
    /// ```
    /// use redress::approval::{Holding, Progress, Roster, Signers, Step};
    /// use redress::vocab::course::ApprovalAct;
    /// use redress::vocab::{Role, RuleId};
    /// use redress::word;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let step = |id| Step::new(id, ApprovalAct::Approve, Signers::one(Role::MANAGER));
    /// let steps = [step(word!(RuleId, "approve")), step(word!(RuleId, "issue")).with_by_anyone_again()];
    /// let roster = Roster::builder("2026-03").holding(Holding::new("anna".parse()?, Role::MANAGER)).build()?;
    /// assert!(Progress::of(&steps).possible_signers(&roster, "2026-03-02T10:00:00Z".parse()?).is_ok());
    /// # Ok(()) }
    /// ```
    pub const fn with_by_anyone_again(mut self) -> Self {
        self.may_repeat = true;
        self
    }

    /// Names a system account that may fill any slot of the step, whatever its roles. Naming it again changes
    /// nothing.
    ///
    /// The account must also be declared as a [system account](crate::approval::RosterBuilder::system) of the roster.
    ///
    /// # Example: a program signs the issue of a letter
    ///
    /// ```
    /// use redress::approval::{Progress, Roster, Signers, Step};
    /// use redress::vocab::course::ApprovalAct;
    /// use redress::vocab::{Role, RuleId};
    /// use redress::word;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let mailer = "mailer".parse()?;
    /// let issue = Step::new(word!(RuleId, "issue"), ApprovalAct::SignIssue, Signers::one(Role::MANAGER));
    /// let roster = Roster::builder("2026-03").system(mailer).build()?;
    /// let now = "2026-03-02T10:00:00Z".parse()?;
    ///
    /// let steps = [issue.clone()];
    /// let refusal = Progress::of(&steps).signature_by(&roster, mailer, now).unwrap_err();
    /// assert_eq!(
    ///     refusal.to_string(),
    ///     "`mailer` cannot sign step `issue`: the step does not name this system account; a person must sign",
    /// );
    /// let steps = [issue.with_system(mailer)];
    /// assert!(Progress::of(&steps).signature_by(&roster, mailer, now).is_ok());
    /// # Ok(()) }
    /// ```
    pub fn with_system(mut self, account: ActorId) -> Self {
        if !self.systems.contains(&account) {
            self.systems.push(account);
        }
        self
    }

    /// Sets what a change of the proposal does to the signatures of this step.
    pub const fn with_material(mut self, material: AmendmentRule) -> Self {
        self.material = material;
        self
    }

    /// Returns the id, by which records refer to the step.
    #[must_use]
    pub const fn id(&self) -> RuleId {
        self.id
    }

    /// Returns what the step does, such as reviewing or approving.
    #[must_use]
    pub const fn act(&self) -> ApprovalAct {
        self.act
    }

    /// Returns who signs the step, and how many of them.
    #[must_use]
    pub const fn signers(&self) -> &Signers {
        &self.signers
    }

    /// Returns the time limit; `None` if the step may take any time.
    #[must_use]
    pub const fn limit(&self) -> Option<TimeLimit> {
        self.limit
    }

    /// Returns whether people may sign this step who sign another one.
    #[must_use]
    pub const fn may_repeat(&self) -> bool {
        self.may_repeat
    }

    /// Returns the system accounts that may sign the step.
    #[must_use]
    pub fn systems(&self) -> &[ActorId] {
        &self.systems
    }

    /// Returns what a change of the proposal does to the signatures of this step.
    #[must_use]
    pub const fn material(&self) -> AmendmentRule {
        self.material
    }

    /// Returns whether the step is the customer's consent, which nobody of the organisation signs.
    #[must_use]
    pub const fn is_consent(&self) -> bool {
        matches!(self.act, ApprovalAct::CustomerConsent)
    }

    /// Returns whether a signature on this step approves the decision. Preparing the decision does not, and neither
    /// does the customer's consent.
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

    /// Returns the number of signatures that the step takes: 0 for the customer's consent, at least 1 for every other
    /// step.
    #[must_use]
    pub fn slots(&self) -> u32 {
        // A step without signers is a fault of its table. Until that is seen, it must not count as signed.
        if self.is_consent() { 0 } else { self.signers.slots().max(1) }
    }
}
