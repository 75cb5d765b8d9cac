//! What a customer seeks in a product.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What kind of benefit a customer seeks in a product or service.
    pub struct BenefitSought;
    /// The kinds of benefit every organisation starts with.
    pub enum StandardBenefitSought {
        /// What it does (S26-R08).
        Functional, FUNCTIONAL = "functional", ["functional", "功能性", "功能性"];
        /// What it means beside what it does (S26-R08).
        NonFunctional, NON_FUNCTIONAL = "non-functional", ["non-functional", "非功能性", "非功能性"];
    }
}
