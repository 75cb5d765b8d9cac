//! The words of the facet `fault-party`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The party that is at fault.
    ///
    /// Two words are findings of their own. [`UNDETERMINED`](Self::UNDETERMINED) says that somebody looked and the
    /// question is open. [`NONE`](Self::NONE) says that nobody is at fault. A complaint that nobody has looked into has
    /// no fault party at all.
    ///
    /// ```
    /// use redress::vocab::FaultParty;
    ///
    /// assert!(FaultParty::NONE.is_determined()); // somebody found that nobody is at fault
    /// assert!(!FaultParty::UNDETERMINED.is_determined());
    /// ```
    pub struct FaultParty;
    /// The parties every organisation starts with.
    pub enum StandardFaultParty {
        /// The question was looked into and is still open.
        Undetermined, UNDETERMINED = "undetermined", ["not determined", "未确定", "未確定"];
        /// The organisation itself. Choose a more exact word if the department or the person is known.
        Company, COMPANY = "company", ["own company", "本方", "本方"];
        /// The company that made the product.
        Producer, PRODUCER = "producer", ["producer", "生产者", "生產者"];
        /// The company that sold the product.
        Seller, SELLER = "seller", ["seller", "销售商", "銷售商"];
        /// A service unit that works for the organisation.
        ServiceUnit, SERVICE_UNIT = "service-unit", ["technical service unit", "技术服务单位", "技術服務單位"];
        /// One person of the staff.
        StaffMember, STAFF_MEMBER = "staff-member", ["person directly responsible", "直接责任者", "直接責任者"];
        /// One department of the organisation.
        Department, DEPARTMENT = "department", ["responsible department", "责任部门", "責任部門"];
        /// The customer caused the problem.
        Customer, CUSTOMER = "customer", ["customer", "客户", "客戶"];
        /// The carrier who moved the goods. A parcel service is [`LOGISTICS`](crate::vocab::FaultParty::LOGISTICS).
        Carrier, CARRIER = "carrier", ["carrier", "承运人", "承運人"];
        /// The logistics company that should deliver.
        Logistics, LOGISTICS = "logistics", ["logistics company", "物流公司", "物流公司"];
        /// The building contractor.
        Contractor, CONTRACTOR = "contractor", ["building contractor", "施工单位", "施工單位"];
        /// An outside unit that supplies services around the product, such as water or roads.
        SupportingUnit, SUPPORTING_UNIT = "supporting-unit", ["supporting unit", "配套部门", "配套部門"];
        /// Nobody is at fault. This is a finding, and not a gap.
        None, NONE = "none", ["nobody (no fault)", "无过错", "無過錯"];
    }
}

impl FaultParty {
    /// Returns whether the party belongs to the organisation: the company, one of its departments or service units, or
    /// a member of staff. Words under these count too, such as `department.paint-shop`.
    ///
    /// ```
    /// use redress::vocab::FaultParty;
    ///
    /// assert!(FaultParty::STAFF_MEMBER.is_own());
    /// assert!(!FaultParty::CARRIER.is_own());
    /// assert!("department.paint-shop".parse::<FaultParty>()?.is_own());
    /// # Ok::<(), redress::vocab::error::CodeError>(())
    /// ```
    #[must_use]
    pub fn is_own(&self) -> bool {
        [Self::COMPANY, Self::DEPARTMENT, Self::SERVICE_UNIT, Self::STAFF_MEMBER]
            .iter()
            .any(|own| self.is_or_under(own))
    }

    /// Returns whether the question of fault is answered. Every word is an answer except `undetermined` and the words
    /// under it; `none` is one, because it says that nobody is at fault.
    ///
    /// ```
    /// use redress::vocab::FaultParty;
    ///
    /// assert!(FaultParty::NONE.is_determined());
    /// assert!(!FaultParty::UNDETERMINED.is_determined());
    /// assert!(!"undetermined.laboratory".parse::<FaultParty>()?.is_determined());
    /// # Ok::<(), redress::vocab::error::CodeError>(())
    /// ```
    #[must_use]
    pub fn is_determined(&self) -> bool {
        !self.is_or_under(&Self::UNDETERMINED)
    }
}
