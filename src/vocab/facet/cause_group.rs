//! The words of the facet `cause-group`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The group to which a cause belongs: the first part of the code of each [`Cause`](super::Cause).
    ///
    /// A group is also a cause by itself, as long as nobody knows more.
    ///
    /// ```
    /// use redress::vocab::Cause;
    /// use redress::vocab::kind::CauseGroup;
    ///
    /// assert_eq!(Cause::SERVICE_ATTITUDE.as_str(), "service.attitude");
    /// assert_eq!(Cause::SERVICE_ATTITUDE.group(), CauseGroup::SERVICE);
    /// ```
    pub struct CauseGroup;
    /// The groups every organisation starts with.
    pub enum StandardCauseGroup {
        /// The product is faulty or was made badly.
        ProductQuality, PRODUCT_QUALITY = "product-quality", ["product quality", "产品质量", "產品品質"];
        /// The product harms the environment, whatever its quality.
        ProductEnvironment, PRODUCT_ENVIRONMENT
            = "product-environment", ["product environment", "产品环保", "產品環保"];
        /// The service or the staff were at fault. How somebody spoke with the customer may also be
        /// [`COMMUNICATION`](crate::vocab::kind::CauseGroup::COMMUNICATION).
        Service, SERVICE = "service", ["service", "服务", "服務"];
        /// A price or a fee: too high, wrong, or not allowed.
        PriceCharge, PRICE_CHARGE = "price-charge", ["price and charges", "价格与收费", "價格與收費"];
        /// Dishonesty: deception, fakes, promises that nobody meant to keep.
        Integrity, INTEGRITY = "integrity", ["integrity", "诚信", "誠信"];
        /// An accident, with harm to people or goods.
        Accident, ACCIDENT = "accident", ["accident", "意外事故", "意外事故"];
        /// The customer got no, wrong or unclear information. Not for lies: those are
        /// [`INTEGRITY`](crate::vocab::kind::CauseGroup::INTEGRITY).
        Communication, COMMUNICATION
            = "communication", ["communication and information", "沟通与信息", "溝通與資訊"];
        /// The customer expected more. Nothing was below the standard.
        Expectation, EXPECTATION = "expectation", ["expectation", "期望", "期望"];
        /// The organisation is badly organised. Usually found by analysis, and not stated by the customer.
        InternalManagement, INTERNAL_MANAGEMENT
            = "internal-management", ["internal management", "内部管理", "內部管理"];
        /// Staff are not able to do the work, for lack of training, knowledge or time.
        StaffCapability, STAFF_CAPABILITY = "staff-capability", ["staff capability", "人员素质", "人員素質"];
        /// The customer caused it. A complaint that is closed for this reason is closed as explained.
        CustomerSide, CUSTOMER_SIDE
            = "customer-side", ["customer's own cause", "客户自身原因", "客戶自身原因"];
        /// Something went wrong on the way to the customer.
        Delivery, DELIVERY = "delivery", ["delivery and logistics", "交付与物流", "交付與物流"];
        /// Buildings, rooms or equipment do not suffice.
        Facility, FACILITY = "facility", ["facilities", "硬件设施", "硬件設施"];
        /// The customer rejects how the organisation does business.
        PolicyDisagreement, POLICY_DISAGREEMENT
            = "policy-disagreement",
            ["business way or strategy rejected", "经营方式不认同", "經營方式不認同"];
        /// Somebody made a mistake at work.
        WorkError, WORK_ERROR = "work-error", ["work error", "工作差错", "工作差錯"];
        /// Something outside the organisation caused it, and nobody is at fault.
        External, EXTERNAL = "external", ["external environment", "外部环境", "外部環境"];
    }
}
