//! The words of the facet `thanks-occasion`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// An occasion for a letter of thanks.
    pub struct ThanksOccasion;
    /// The occasions every organisation starts with.
    pub enum StandardThanksOccasion {
        /// The customer reacted well to a first visit, with or without a purchase.
        FirstVisit, FIRST_VISIT
            = "first-visit", ["first visit with good reaction", "初次访问", "初次訪問"];
        /// The customer signed a contract.
        ContractSigned, CONTRACT_SIGNED
            = "contract-signed", ["contract signed", "签订契约", "簽訂契約"];
        /// The customer gave the salesperson help.
        CustomerHelped, CUSTOMER_HELPED
            = "customer-helped", ["customer gave help", "客户帮忙", "客戶幫忙"];
        /// The salesperson travels, and greets a regular customer from there.
        FromTrip, FROM_TRIP
            = "from-trip", ["from a trip", "从旅游地致谢", "從旅遊地致謝"];
    }
}
