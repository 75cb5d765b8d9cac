//! The words of the facet `demand`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What the complainant asks for.
    ///
    /// A demand is not a promise: what the complainant receives is a [`Remedy`](crate::vocab::Remedy).
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Demand;
    ///
    /// let complaint = sample::complaint()?.with_demand(Demand::REFUND).with_demand(Demand::APOLOGY);
    /// assert!(complaint.demands().eq([Demand::REFUND, Demand::APOLOGY]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Demand;
    /// The demands every organisation starts with.
    pub enum StandardDemand {
        /// The complainant wants to know why it happened.
        Explanation, EXPLANATION = "explanation", ["explanation, statement", "说法", "說法"];
        /// The complainant wants the organisation to say sorry.
        Apology, APOLOGY = "apology", ["apology", "道歉", "道歉"];
        /// The complainant wants the same item repaired.
        Repair, REPAIR = "repair", ["repair", "维修", "維修"];
        /// The complainant wants faulty goods to be worked over until they are good.
        Rework, REWORK = "rework", ["rework", "重工", "重工"];
        /// The complainant wants another item of the same kind.
        Exchange, EXCHANGE = "exchange", ["exchange / replacement", "换货", "換貨"];
        /// The complainant wants to send the goods back. Asking for the money back is
        /// [`REFUND`](crate::vocab::Demand::REFUND).
        Return, RETURN = "return", ["return of goods", "退货", "退貨"];
        /// The complainant wants the money back.
        Refund, REFUND = "refund", ["refund", "退款", "退款"];
        /// The complainant keeps the goods and wants to pay less, or no fee.
        PriceReduction, PRICE_REDUCTION = "price-reduction", ["price reduction, fee waiver", "折价", "折價"];
        /// The complainant wants money for a loss, beyond the price.
        Compensation, COMPENSATION = "compensation", ["compensation", "赔偿", "賠償"];
        /// The complainant wants the damages that the contract provides.
        ContractDamages, CONTRACT_DAMAGES
            = "contract-damages", ["damages under the contract", "依约赔偿", "依約賠償"];
        /// The complainant wants a promise in writing.
        WrittenCommitment, WRITTEN_COMMITMENT
            = "written-commitment", ["written commitment", "出具承诺", "出具承諾"];
        /// The complainant wants the defect put right on the spot, usually in a building.
        Rectification, RECTIFICATION = "rectification", ["rectification", "整改", "整改"];
        /// The complainant wants the service to become better, for everyone.
        Improvement, IMPROVEMENT = "improvement", ["improvement of service", "改进", "改進"];
    }
}
