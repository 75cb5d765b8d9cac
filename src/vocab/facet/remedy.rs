//! What the complainant gets.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What the complainant gets. It is for this customer; a [`Containment`](crate::vocab::track::Containment) is
    /// against further damage.
    pub struct Remedy;
    /// The remedies every organisation starts with.
    pub enum StandardRemedy {
        /// Return of goods (S03-R10, S18-R08, S17-R06).
        Return, RETURN = "return", ["return of goods", "退货", "退貨"];
        /// Exchange / replacement (S03-R11, S06-R10, S12-R07, S18-R07, S32-R10, S22-R07, S17-R06).
        Exchange, EXCHANGE = "exchange", ["exchange / replacement", "换货", "換貨"];
        /// Repair (S03-R12, S06-R09).
        Repair, REPAIR = "repair", ["repair", "维修", "維修"];
        /// Free repair (S05-R27, S17-R07, S08-R12).
        FreeRepair, FREE_REPAIR = "free-repair", ["free repair", "免费维修", "免費維修"];
        /// Free upgrade (S17-R07).
        FreeUpgrade, FREE_UPGRADE = "free-upgrade", ["free upgrade", "免费升级", "免費升級"];
        /// Rework (S18-R06, S15-R21).
        Rework, REWORK = "rework", ["rework", "重工", "重工"];
        /// Refund (S06-R11, S22-R07, S37-R27, S21-R05, S38-R02).
        Refund, REFUND = "refund", ["refund", "退款", "退款"];
        /// Price reduction, discount (S03-R13, S08-R12, S25-R05).
        PriceReduction, PRICE_REDUCTION = "price-reduction", ["price reduction, discount", "折价", "折價"];
        /// Compensation (S03-R14, S17-R08, S32-R11, S29-R13, S05-R26).
        Compensation, COMPENSATION = "compensation", ["compensation", "赔偿", "賠償"];
        /// Contractual damages (S18-R09).
        ContractDamages, CONTRACT_DAMAGES = "contract-damages", ["contractual damages", "依约赔偿", "依約賠償"];
        /// Free meal voucher (S11-R11).
        MealVoucher, MEAL_VOUCHER = "meal-voucher", ["free meal voucher", "免费餐券", "免費餐券"];
        /// Room-rate discount (S11-R12).
        RoomDiscount, ROOM_DISCOUNT = "room-discount", ["room-rate discount", "房费优惠", "房費優惠"];
        /// Voucher, coupon (S25-R05).
        Coupon, COUPON = "coupon", ["voucher, coupon", "优惠券", "優惠券"];
        /// Longer service term (S25-R05).
        TermExtension, TERM_EXTENSION = "term-extension", ["longer service term", "延长服务期限", "延長服務期限"];
        /// Explanation (S01-R27, S03-R04, S37-R26, S37-R52, S19-R04).
        Explanation, EXPLANATION = "explanation", ["explanation", "解释", "解釋"];
        /// Apology (S05-R18, S17-R05, S02-R08).
        Apology, APOLOGY = "apology", ["apology", "道歉", "道歉"];
        /// Teach the right use (S29-R12).
        TeachUse, TEACH_USE = "teach-use", ["teach the right use", "指导正确使用", "指導正確使用"];
        /// Rectification (S37-R25, S37-R28).
        Rectification, RECTIFICATION = "rectification", ["rectification", "整改", "整改"];
        /// Do the work or supply material (S37-R30).
        BuildOrMaterials, BUILD_OR_MATERIALS = "build-or-materials", ["do the work or supply material", "补砌或提供材料", "補砌或提供材料"];
        /// Customer repairs, contractor pays after completion (S37-R51).
        PaidSelfRepair, PAID_SELF_REPAIR = "paid-self-repair", ["customer repairs, contractor pays after completion", "自行维修并补偿", "自行維修並補償"];
        /// Press the logistics company (S12-R09).
        ExpediteLogistics, EXPEDITE_LOGISTICS = "expedite-logistics", ["press the logistics company", "催促物流", "催促物流"];
        /// Training plus experienced staff (S12-R08, S11-R10).
        StaffRetraining, STAFF_RETRAINING = "staff-retraining", ["training plus experienced staff", "培训并改派人员", "培訓並改派人員"];
        /// Improve service or process (S11-R13, S32-R12).
        ServiceImprovement, SERVICE_IMPROVEMENT = "service-improvement", ["improve service or process", "改进服务", "改進服務"];
        /// Reward for a useful complaint (S13-R09).
        Reward, REWARD = "reward", ["reward for a useful complaint", "奖励", "獎勵"];
    }
}
