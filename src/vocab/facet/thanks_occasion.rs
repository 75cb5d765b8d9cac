//! When a letter of thanks is due.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// When a letter of thanks is due.
    pub struct ThanksOccasion;
    /// The occasions every organisation starts with.
    pub enum StandardThanksOccasion {
        /// First visit with good reaction (S27-R08).
        FirstVisit, FIRST_VISIT
            = "first-visit", ["first visit with good reaction", "初次访问", "初次訪問"];
        /// Contract signed (S27-R09).
        ContractSigned, CONTRACT_SIGNED
            = "contract-signed", ["contract signed", "签订契约", "簽訂契約"];
        /// Customer gave help (S27-R10).
        CustomerHelped, CUSTOMER_HELPED
            = "customer-helped", ["customer gave help", "顾客帮忙", "顧客幫忙"];
        /// From a trip (S27-R11).
        FromTrip, FROM_TRIP
            = "from-trip", ["from a trip", "从旅游地致谢", "從旅遊地致謝"];
    }
}
