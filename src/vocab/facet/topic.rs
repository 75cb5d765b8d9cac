//! What a playbook speaks to.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a playbook speaks to: which words and remedies a handler is given.
    pub struct Topic;
    /// The topics every organisation starts with.
    pub enum StandardTopic {
        /// Complaint (S21-R01).
        GeneralComplaint, GENERAL_COMPLAINT = "general-complaint", ["complaint", "抱怨问题", "抱怨問題"];
        /// Product quality (S12-R07).
        ProductQuality, PRODUCT_QUALITY = "product-quality", ["product quality", "产品质量问题", "產品質量問題"];
        /// Service attitude (S12-R08).
        ServiceAttitude, SERVICE_ATTITUDE = "service-attitude", ["service attitude", "服务态度", "服務態度"];
        /// Logistics delay (S12-R09).
        LogisticsDelay, LOGISTICS_DELAY = "logistics-delay", ["logistics delay", "物流延误", "物流延誤"];
        /// Technical problem (S21-R02).
        Technical, TECHNICAL = "technical", ["technical problem", "技术问题", "技術問題"];
        /// Refund (S21-R05).
        Refund, REFUND = "refund", ["refund", "退款问题", "退款問題"];
    }
}
