//! The words of the facet `extension-reason`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A reason for which a limit may be extended.
    ///
    /// The policy says which reasons each clock accepts.
    pub struct ExtensionReason;
    /// The extension reasons every organisation starts with.
    pub enum StandardExtensionReason {
        /// The matter is too complex for the first limit.
        ComplexCase, COMPLEX_CASE = "complex-case", ["complex case", "案情复杂", "案情複雜"];
        /// Somebody outside the organisation must act first.
        AwaitingThirdParty, AWAITING_THIRD_PARTY
            = "awaiting-third-party", ["awaiting a third party", "等待第三方", "等待第三方"];
        /// The complainant agreed to a later date.
        AgreedWithComplainant, AGREED_WITH_COMPLAINANT
            = "agreed-with-complainant", ["agreed with the complainant", "与投诉人商定", "與投訴人商定"];
    }
}
