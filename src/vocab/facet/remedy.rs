//! The words of the facet `remedy`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What the complainant receives.
    ///
    /// A remedy serves this complainant. Action against further damage is a
    /// [`Containment`](crate::vocab::track::Containment); what keeps the problem from happening again is an
    /// [`ImprovementMeasure`](crate::vocab::answer::ImprovementMeasure).
    ///
    /// ```
    /// use redress::vocab::{Locale, Remedy};
    /// use redress::vocab::standard::StandardRemedy;
    ///
    /// let own: Remedy = "acme:free-tasting".parse()?; // a remedy of an organisation's own
    /// assert_eq!(own.standard(), None);
    ///
    /// let coupon = Remedy::COUPON.standard().ok_or("not standard")?;
    /// assert_eq!(coupon, StandardRemedy::Coupon);
    /// assert_eq!(coupon.label(Locale::ZhHans), "优惠券");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Remedy;
    /// The remedies every organisation starts with.
    pub enum StandardRemedy {
        /// The organisation takes the goods back. Money that is paid back is a
        /// [`REFUND`](crate::vocab::Remedy::REFUND).
        Return, RETURN = "return", ["return of goods", "退货", "退貨"];
        /// The complainant gets another item in place of the faulty one.
        Exchange, EXCHANGE = "exchange", ["exchange / replacement", "换货", "換貨"];
        /// The item is repaired. It does not say who pays: see [`FREE_REPAIR`](crate::vocab::Remedy::FREE_REPAIR).
        Repair, REPAIR = "repair", ["repair", "维修", "維修"];
        /// The item is repaired, and the complainant pays nothing.
        FreeRepair, FREE_REPAIR = "free-repair", ["free repair", "免费维修", "免費維修"];
        /// The complainant gets a better item or service for the same price.
        FreeUpgrade, FREE_UPGRADE = "free-upgrade", ["free upgrade", "免费升级", "免費升級"];
        /// Faulty goods are worked over until they are good. Used between companies, for whole deliveries.
        Rework, REWORK = "rework", ["rework", "重工", "重工"];
        /// The price is paid back, in full or in part.
        Refund, REFUND = "refund", ["refund", "退款", "退款"];
        /// The complainant keeps the goods and pays less.
        PriceReduction, PRICE_REDUCTION = "price-reduction", ["price reduction, discount", "折价", "折價"];
        /// The complainant gets money for a loss. Damages that a contract provides are
        /// [`CONTRACT_DAMAGES`](crate::vocab::Remedy::CONTRACT_DAMAGES).
        Compensation, COMPENSATION = "compensation", ["compensation", "赔偿", "賠償"];
        /// The complainant gets the damages that the contract provides.
        ContractDamages, CONTRACT_DAMAGES = "contract-damages", ["contractual damages", "依约赔偿", "依約賠償"];
        /// A guest gets a voucher for a free meal.
        MealVoucher, MEAL_VOUCHER = "meal-voucher", ["free meal voucher", "免费餐券", "免費餐券"];
        /// A guest pays less for the room.
        RoomDiscount, ROOM_DISCOUNT = "room-discount", ["room-rate discount", "房费优惠", "房費優惠"];
        /// The complainant gets a voucher for a later purchase.
        Coupon, COUPON = "coupon", ["voucher, coupon", "优惠券", "優惠券"];
        /// A contract of service runs longer at no cost.
        TermExtension, TERM_EXTENSION = "term-extension", ["longer service term", "延长服务期限", "延長服務期限"];
        /// The complainant is told why it happened. The usual answer to a complaint that is not established.
        Explanation, EXPLANATION = "explanation", ["explanation", "解释", "解釋"];
        /// The organisation says sorry. Nothing else is given.
        Apology, APOLOGY = "apology", ["apology", "道歉", "道歉"];
        /// The complainant is shown how to use the product correctly.
        TeachUse, TEACH_USE = "teach-use", ["teach the right use", "指导正确使用", "指導正確使用"];
        /// The defect is put right on the spot, usually in a building.
        Rectification, RECTIFICATION = "rectification", ["rectification", "整改", "整改"];
        /// A missing part of a building is built, or the material for it is supplied.
        BuildOrMaterials, BUILD_OR_MATERIALS = "build-or-materials", ["do the work or supply material", "补砌或提供材料", "補砌或提供材料"];
        /// The complainant has the repair done, and the contractor pays for it afterwards.
        PaidSelfRepair, PAID_SELF_REPAIR = "paid-self-repair", ["customer repairs, contractor pays after completion", "自行维修并补偿", "自行維修並補償"];
        /// The organisation presses the logistics company to deliver.
        ExpediteLogistics, EXPEDITE_LOGISTICS = "expedite-logistics", ["press the logistics company", "催促物流", "催促物流"];
        /// The staff are trained, and the work goes to experienced people.
        StaffRetraining, STAFF_RETRAINING = "staff-retraining", ["training plus experienced staff", "培训并改派人员", "培訓並改派人員"];
        /// The service or its process is improved, as the answer to this complainant.
        ServiceImprovement, SERVICE_IMPROVEMENT = "service-improvement", ["improve service or process", "改进服务", "改進服務"];
        /// The complainant gets a reward, because the complaint was useful.
        Reward, REWARD = "reward", ["reward for a useful complaint", "奖励", "獎勵"];
    }
}
