//! The words of the facet `benefit-sought`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a customer looks for in a product or service.
    pub struct BenefitSought;
    /// The kinds of benefit every organisation starts with.
    pub enum StandardBenefitSought {
        /// What the product does.
        Functional, FUNCTIONAL = "functional", ["functional", "功能性", "功能性"];
        /// What the product means beside its function, such as comfort or prestige.
        NonFunctional, NON_FUNCTIONAL = "non-functional", ["non-functional", "非功能性", "非功能性"];
    }
}
