//! What the complainant wants.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What the complainant wants, before anybody says what they get.
    pub struct Demand;
    /// The demands every organisation starts with.
    pub enum StandardDemand {
        /// Explanation, statement (S01-R47, S29-R14).
        Explanation, EXPLANATION = "explanation", ["explanation, statement", "说法", "說法"];
        /// Apology (S37-R13).
        Apology, APOLOGY = "apology", ["apology", "道歉", "道歉"];
        /// Repair (S03-R12).
        Repair, REPAIR = "repair", ["repair", "维修", "維修"];
        /// Rework (S18-R06).
        Rework, REWORK = "rework", ["rework", "重工", "重工"];
        /// Exchange / replacement (S03-R11, S18-R07).
        Exchange, EXCHANGE = "exchange", ["exchange / replacement", "换货", "換貨"];
        /// Return of goods (S03-R10, S18-R08).
        Return, RETURN = "return", ["return of goods", "退货", "退貨"];
        /// Refund (S21-R05).
        Refund, REFUND = "refund", ["refund", "退款", "退款"];
        /// Price reduction, fee waiver (S03-R13, S37-R14).
        PriceReduction, PRICE_REDUCTION = "price-reduction", ["price reduction, fee waiver", "折价", "折價"];
        /// Compensation (S03-R14, S37-R02).
        Compensation, COMPENSATION = "compensation", ["compensation", "赔偿", "賠償"];
        /// Damages under the contract (S18-R03, S37-R28).
        ContractDamages, CONTRACT_DAMAGES
            = "contract-damages", ["damages under the contract", "依约赔偿", "依約賠償"];
        /// Written commitment (S37-R02).
        WrittenCommitment, WRITTEN_COMMITMENT
            = "written-commitment", ["written commitment", "出具承诺", "出具承諾"];
        /// Rectification (S37-R25, S37-R30).
        Rectification, RECTIFICATION = "rectification", ["rectification", "整改", "整改"];
        /// Improvement of service (S13-R01).
        Improvement, IMPROVEMENT = "improvement", ["improvement of service", "改进", "改進"];
    }
}
