//! What the complainant is to get.

use alloc::vec::Vec;

use crate::case::command::note::Note;
use crate::case::payload::payload;
use crate::vocab::{ActorId, Money, PayeeKey, Remedy};

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

impl Offer {
    /// One remedy.
    #[must_use]
    pub fn new(remedy: Remedy) -> Self {
        Self { remedies: Vec::from([remedy]), amount: None, payee: None, note: None }
    }

    /// Adds a remedy.
    #[must_use]
    pub fn with_remedy(mut self, remedy: Remedy) -> Self {
        self.remedies.push(remedy);
        self
    }

    /// Says who is paid.
    #[must_use]
    pub const fn with_payee(mut self, payee: PayeeKey) -> Self {
        self.payee = Some(payee);
        self
    }

    /// Says what it costs.
    #[must_use]
    pub const fn with_amount(mut self, amount: Money) -> Self {
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

impl From<Offer> for Proposal {
    fn from(offer: Offer) -> Self {
        Self::of(offer)
    }
}

payload! {
    /// What the complainant is to get: alternatives, the best one first (S02-R09, S02-R10).
    ///
    /// ```
    /// use redress::case::command::{Offer, Proposal};
    /// use redress::vocab::{Money, Remedy};
    ///
    /// let proposal = Proposal::of(Offer::new(Remedy::EXCHANGE))
    ///     .with_alternative(Offer::new(Remedy::REFUND).with_amount(Money::new(4_900, "EUR".parse()?)));
    /// assert_eq!(proposal.alternatives.len(), 2);
    /// # Ok::<(), redress::vocab::error::CurrencyError>(())
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

impl Proposal {
    /// A proposal with one alternative.
    #[must_use]
    pub fn of(offer: Offer) -> Self {
        Self { alternatives: Vec::from([offer]), person_behind: None }
    }

    /// Adds an alternative that is offered after those before.
    #[must_use]
    pub fn with_alternative(mut self, offer: Offer) -> Self {
        self.alternatives.push(offer);
        self
    }

    /// Every remedy of any alternative, as often as it stands there.
    pub(in crate::case) fn remedies(&self) -> Vec<Remedy> {
        self.alternatives.iter().flat_map(|offer| offer.remedies.iter().copied()).collect()
    }
}
