//! Proposals: what the complainant is to get.

use alloc::vec::Vec;

use crate::case::command::note::Note;
use crate::case::payload::payload;
use crate::vocab::{ActorId, Money, PayeeKey, Remedy};

payload! {
    /// One alternative of a proposal: remedies that belong together, with their total cost.
    ///
    /// # Example: an exchange that costs nothing, and one of unknown cost
    ///
    /// ```
    /// use redress::case::command::Offer;
    /// use redress::vocab::{Money, Remedy};
    ///
    /// let free = Offer::new(Remedy::EXCHANGE).with_amount(Money::new(0, "EUR".parse()?));
    /// assert_eq!(free.amount.map(|amount| amount.minor()), Some(0));
    /// assert_eq!(Offer::new(Remedy::EXCHANGE).amount, None); // unknown, and not zero
    /// # Ok::<(), redress::vocab::error::CurrencyError>(())
    /// ```
    pub struct Offer = "an alternative" {
        /// The remedies, from 1 to 16.
        #[serde(deserialize_with = "crate::case::payload::few")]
        pub remedies: Vec<Remedy>,
        /// The cost, with 0 for no cost. `None` means that the cost is unknown. An approval chain that depends on an
        /// amount can then not be chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money>,
        /// The person or account that is paid, if known. Signers approve the payee as well: another payee voids every
        /// signature.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub payee: Option<PayeeKey>,
        /// A remark on the alternative.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<Note>,
    }
}

impl Offer {
    /// Creates an alternative with one remedy, of unknown cost.
    #[must_use]
    pub fn new(remedy: Remedy) -> Self {
        Self { remedies: Vec::from([remedy]), amount: None, payee: None, note: None }
    }

    /// Adds a remedy to this alternative.
    #[must_use]
    pub fn with_remedy(mut self, remedy: Remedy) -> Self {
        self.remedies.push(remedy);
        self
    }

    /// Names who gets the money. A change of payee later makes every signature void.
    #[must_use]
    pub const fn with_payee(mut self, payee: PayeeKey) -> Self {
        self.payee = Some(payee);
        self
    }

    /// Sets the total cost of this alternative.
    #[must_use]
    pub const fn with_amount(mut self, amount: Money) -> Self {
        self.amount = Some(amount);
        self
    }

    /// Adds a remark, such as the terms of the offer.
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
    /// A proposal: alternatives for the complainant, the best one first.
    ///
    /// The complainant is offered one alternative after the other, until they accept one.
    ///
    /// ```
    /// use redress::case::command::{Offer, Proposal};
    /// use redress::vocab::{Money, Remedy};
    ///
    /// let proposal = Proposal::of(Offer::new(Remedy::EXCHANGE))
    ///     .with_alternative(Offer::new(Remedy::REFUND).with_amount(Money::new(4_900, "EUR".parse()?)));
    /// assert_eq!(proposal.alternatives[0].remedies, [Remedy::EXCHANGE]); // is offered first
    /// # Ok::<(), redress::vocab::error::CurrencyError>(())
    /// ```
    pub struct Proposal = "a proposal" {
        /// The alternatives in the order in which they are offered, from 1 to 16.
        #[serde(deserialize_with = "crate::case::payload::few")]
        pub alternatives: Vec<Offer>,
        /// The person behind the proposal, if a system account submits it. That person counts as a proposer, and signs
        /// nothing in the case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub person_behind: Option<ActorId>,
    }
}

impl Proposal {
    /// Creates a proposal with one alternative.
    #[must_use]
    pub fn of(offer: Offer) -> Self {
        Self { alternatives: Vec::from([offer]), person_behind: None }
    }

    /// Adds an alternative that is offered after the others.
    #[must_use]
    pub fn with_alternative(mut self, offer: Offer) -> Self {
        self.alternatives.push(offer);
        self
    }

    /// Returns every remedy of every alternative, with repetitions.
    pub(in crate::case) fn remedies(&self) -> Vec<Remedy> {
        self.alternatives.iter().flat_map(|offer| offer.remedies.iter().copied()).collect()
    }
}
