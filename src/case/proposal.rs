//! What the complainant is to get.

use alloc::vec::Vec;

use crate::case::Note;
use crate::case::payload::payload;
use crate::case::records::{Extending, SanctionProposed};
use crate::policy::{Fingerprint, Policy, PolicyVersion};
use crate::vocab::one_key::one_key;
use crate::vocab::{ActorId, CaseId, ComplainantKey, Money, PayeeKey, Remedy, RuleId};

/// The most alternatives of a proposal, and the most remedies of an alternative.
pub const MAX_OFFERS: usize = 16;

payload! {
    /// One alternative: remedies that go together, and what they cost.
    pub struct Offer = "an alternative" {
        /// What the complainant gets.
        #[serde(deserialize_with = "crate::case::payload::few")]
        pub remedies: Vec<Remedy>,
        /// What it costs; 0 where it costs nothing. Without it the amount is unknown, and whoever has to approve by
        /// the amount is not known either.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money>,
        /// Who is paid, where that is known. Whoever approves it approves that as well: another payee voids every
        /// signature.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub payee: Option<PayeeKey>,
        /// What is to be said of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<Note>,
    }
}

payload! {
    /// What the complainant is to get: alternatives, the best one first (S02-R09, S02-R10).
    ///
    /// ```
    /// use redress::case::{Offer, Proposal};
    /// use redress::vocab::{Money, Remedy};
    ///
    /// let proposal = Proposal::of(Offer::new(Remedy::EXCHANGE))
    ///     .or(Offer::new(Remedy::REFUND).costing(Money::new(4_900, "EUR".parse()?)));
    /// assert_eq!(proposal.alternatives.len(), 2);
    /// # Ok::<(), redress::vocab::CurrencyError>(())
    /// ```
    pub struct Proposal = "a proposal" {
        /// The alternatives, in the order in which they are offered.
        #[serde(deserialize_with = "crate::case::payload::few")]
        pub alternatives: Vec<Offer>,
        /// Who is behind it, where a system account proposes it. Such a person has proposed it, and signs nothing in the
        /// case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub person_behind: Option<ActorId>,
    }
}

impl Offer {
    /// One remedy.
    #[must_use]
    pub fn new(remedy: Remedy) -> Self {
        Self { remedies: Vec::from([remedy]), amount: None, payee: None, note: None }
    }

    /// Adds a remedy.
    #[must_use]
    pub fn and(mut self, remedy: Remedy) -> Self {
        self.remedies.push(remedy);
        self
    }

    /// Says who is paid.
    #[must_use]
    pub const fn paid_to(mut self, payee: PayeeKey) -> Self {
        self.payee = Some(payee);
        self
    }

    /// Says what it costs.
    #[must_use]
    pub const fn costing(mut self, amount: Money) -> Self {
        self.amount = Some(amount);
        self
    }

    /// Says something of it.
    #[must_use]
    pub fn with_note(mut self, note: Note) -> Self {
        self.note = Some(note);
        self
    }
}

impl Proposal {
    /// A proposal with one alternative.
    #[must_use]
    pub fn of(offer: Offer) -> Self {
        Self { alternatives: Vec::from([offer]), person_behind: None }
    }

    /// Adds an alternative that is offered after those before.
    #[must_use]
    pub fn or(mut self, offer: Offer) -> Self {
        self.alternatives.push(offer);
        self
    }

    /// Every remedy of any alternative, as often as it stands there.
    pub(super) fn remedies(&self) -> Vec<Remedy> {
        self.alternatives.iter().flat_map(|offer| offer.remedies.iter().copied()).collect()
    }
}

/// What an approval is given for: the content that it binds. What is carried out has to be the same.
#[derive(Clone, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_enums, reason = "a new kind of decision must break every embedder's match")]
pub enum Matter {
    /// What the complainant gets.
    Remedy(Proposal),
    /// To close without a solution.
    ForcedClosure,
    /// A later date for a clock.
    Extension(Extending),
    /// To call back what has left the organisation.
    Recall,
    /// To hold somebody to account.
    Sanction(SanctionProposed),
    /// To carry out a measure against the cause.
    CorrectiveAction(RuleId),
    /// To go on by another version of the policy, of exactly this content.
    PolicyChange(PolicyEdition),
}

impl Matter {
    /// Whether the same is to be decided. When the complainant was told of a later date is no part of the decision,
    /// which comes first.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Extension(one), Self::Extension(other)) => {
                Extending { told: None, ..one.clone() } == Extending { told: None, ..other.clone() }
            }
            _ => self == other,
        }
    }
}

one_key!(Matter, "what is to be approved");

payload! {
    /// A version of a policy with the fingerprint of its content. An approval of it covers no other content of that name.
    pub struct PolicyEdition = "an edition of a policy" {
        /// The name and the version.
        pub version: PolicyVersion,
        /// The fingerprint of the content.
        pub content: Fingerprint,
    }
}

impl PolicyEdition {
    /// The edition that a policy is.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        Self { version: PolicyVersion::of(policy), content: policy.fingerprint() }
    }
}

payload! {
    /// Another case, as far as it matters for this one.
    pub struct CaseSummary = "a summary of a case" {
        /// The other case.
        pub id: CaseId,
        /// What was proposed and decided there, one amount for each currency.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub amounts: Vec<Money>,
        /// Whether it came to more than these, of which nobody has said how much.
        #[serde(
            default,
            deserialize_with = "crate::vocab::map_only::switch",
            skip_serializing_if = "crate::triage::document::is_false"
        )]
        pub unstated: bool,
        /// Whom it is about, and whoever is responsible for it: into what case it is merged, there they are kept from what
        /// they are kept from here.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub complained_about: Vec<ActorId>,
        /// Who proposed, prepared or carried out what it was answered with: they sign nothing where it goes on.
        #[serde(default, deserialize_with = "crate::vocab::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub handled_by: Vec<ActorId>,
        /// Which actors complained, or represented whoever did.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub complainants: Vec<ActorId>,
        /// The keys that the complainant had.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub complainant_keys: Vec<ComplainantKey>,
        /// When it was received.
        #[serde(with = "crate::calendar::instant")]
        pub received: chrono::DateTime<chrono::Utc>,
        /// When its clocks are due.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub due: Vec<DueOf>,
    }
}

payload! {
    /// When a clock of another case is due.
    pub struct DueOf = "a due date" {
        /// The clock.
        pub clock: crate::vocab::ClockName,
        /// When.
        #[serde(with = "crate::calendar::instant")]
        pub at: chrono::DateTime<chrono::Utc>,
    }
}
