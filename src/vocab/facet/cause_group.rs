//! The roots of the causes.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Where a cause belongs: the roots of the tree whose leaves are [`Cause`](super::Cause).
    pub struct CauseGroup;
    /// The groups every organisation starts with.
    pub enum StandardCauseGroup {
        /// Product quality (S01-R01, S04-R05, S05-R01, S29-R01, S32-R01, S33-R01, S34-R03, S35-R01,
        /// S36-R02).
        ProductQuality, PRODUCT_QUALITY = "product-quality", ["product quality", "产品质量", "產品質量"];
        /// Product environment (S18-R22).
        ProductEnvironment, PRODUCT_ENVIRONMENT
            = "product-environment", ["product environment", "产品环保", "產品環保"];
        /// Service (S01-R01, S04-R06, S05-R10, S29-R03, S32-R02, S33-R02, S33-R03, S34-R01, S34-R02,
        /// S35-R02, S35-R03, S36-R06).
        Service, SERVICE = "service", ["service", "服务", "服務"];
        /// Price and charges (S04-R07, S01-R35, S36-R09).
        PriceCharge, PRICE_CHARGE = "price-charge", ["price and charges", "价格与收费", "價格與收費"];
        /// Integrity (S04-R08, S01-R38, S32-R03).
        Integrity, INTEGRITY = "integrity", ["integrity", "诚信", "誠信"];
        /// Accident (S04-R09, S04-R10).
        Accident, ACCIDENT = "accident", ["accident", "意外事故", "意外事故"];
        /// Communication and information (S05-R06, S01-R05).
        Communication, COMMUNICATION
            = "communication", ["communication and information", "沟通与信息", "溝通與信息"];
        /// Expectation (S01-R33, S05-R09, S29-R05, S29-R06).
        Expectation, EXPECTATION = "expectation", ["expectation", "期望", "期望"];
        /// Internal management (S01-R28, S33-R04, S31-R03).
        InternalManagement, INTERNAL_MANAGEMENT
            = "internal-management", ["internal management", "内部管理", "內部管理"];
        /// Staff capability (S33-R05, S31-R01, S31-R02).
        StaffCapability, STAFF_CAPABILITY = "staff-capability", ["staff capability", "人员素质", "人員素質"];
        /// Customer's own cause (S01-R24, S19-R05, S29-R07, S26-R06).
        CustomerSide, CUSTOMER_SIDE
            = "customer-side", ["customer's own cause", "客户自身原因", "客戶自身原因"];
        /// Delivery and logistics (S32-R04, S18-R04, S36-R09, S12-R09).
        Delivery, DELIVERY = "delivery", ["delivery and logistics", "交付与物流", "交付與物流"];
        /// Facilities (S28-R21).
        Facility, FACILITY = "facility", ["facilities", "硬件设施", "硬件設施"];
        /// Business way or strategy rejected (S29-R04).
        PolicyDisagreement, POLICY_DISAGREEMENT
            = "policy-disagreement",
            ["business way or strategy rejected", "经营方式不认同", "經營方式不認同"];
        /// Work error (S01-R39, S29-R02).
        WorkError, WORK_ERROR = "work-error", ["work error", "工作差错", "工作差錯"];
        /// External environment (S33-R06, S37-R04, S26-R06).
        External, EXTERNAL = "external", ["external environment", "外部环境", "外部環境"];
    }
}
