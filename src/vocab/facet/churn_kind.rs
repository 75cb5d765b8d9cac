//! The words of the facet `churn-kind`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How a customer is lost: which side ends the relation.
    pub struct ChurnKind;
    /// The kinds of churn every organisation starts with.
    pub enum StandardChurnKind {
        /// The customer chooses another supplier.
        Active, ACTIVE = "active", ["active churn", "主动流失", "主動流失"];
        /// The organisation ends the contract, for example because the customer does not pay in bad faith.
        Passive, PASSIVE = "passive", ["passive churn", "被动流失", "被動流失"];
    }
}
