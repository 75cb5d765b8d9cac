//! How a customer is lost.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How a customer is lost: who ends it.
    pub struct ChurnKind;
    /// The kinds of churn every organisation starts with.
    pub enum StandardChurnKind {
        /// The customer chooses another supplier (S28-R09).
        Active, ACTIVE = "active", ["active churn", "主动流失", "主動流失"];
        /// The organisation ends the contract, say for arrears in bad faith (S28-R10).
        Passive, PASSIVE = "passive", ["passive churn", "被动流失", "被動流失"];
    }
}
