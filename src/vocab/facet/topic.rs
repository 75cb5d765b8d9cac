//! The words of the facet `topic`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The topic of a playbook: selects the words and remedies that a handler is shown.
    pub struct Topic;
    /// The topics every organisation starts with.
    pub enum StandardTopic {
        /// Any complaint for which no other topic fits.
        GeneralComplaint, GENERAL_COMPLAINT = "general-complaint", ["complaint", "抱怨问题", "抱怨問題"];
        /// A product is faulty.
        ProductQuality, PRODUCT_QUALITY = "product-quality", ["product quality", "产品质量问题", "產品品質問題"];
        /// Staff behaved badly.
        ServiceAttitude, SERVICE_ATTITUDE = "service-attitude", ["service attitude", "服务态度", "服務態度"];
        /// A delivery is late.
        LogisticsDelay, LOGISTICS_DELAY = "logistics-delay", ["logistics delay", "物流延误", "物流延誤"];
        /// The customer has a technical problem and needs help.
        Technical, TECHNICAL = "technical", ["technical problem", "技术问题", "技術問題"];
        /// The customer wants the money back.
        Refund, REFUND = "refund", ["refund", "退款问题", "退款問題"];
    }
}
