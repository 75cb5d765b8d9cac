//! Whose fault it was.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Whose fault it was.
    ///
    /// `undetermined` and `none` are findings: the first that it was looked into and is open, the second that
    /// nobody is at fault. A complaint of which nothing is known has no fault party at all.
    pub struct FaultParty;
    /// The parties every organisation starts with.
    pub enum StandardFaultParty {
        /// Not determined (S01-R40).
        Undetermined, UNDETERMINED = "undetermined", ["not determined", "未确定", "未確定"];
        /// Own company (S02-R08, S19-R10, S08-R05).
        Company, COMPANY = "company", ["own company", "本方", "本方"];
        /// Producer (S01-R41).
        Producer, PRODUCER = "producer", ["producer", "生产者", "生產者"];
        /// Seller (S01-R44).
        Seller, SELLER = "seller", ["seller", "销售商", "銷售商"];
        /// Technical service unit (S10-R34).
        ServiceUnit, SERVICE_UNIT = "service-unit", ["technical service unit", "技术服务单位", "技術服務單位"];
        /// Person directly responsible (S03-R18).
        StaffMember, STAFF_MEMBER = "staff-member", ["person directly responsible", "直接责任者", "直接責任者"];
        /// Responsible department (S03-R05, S15-R11).
        Department, DEPARTMENT = "department", ["responsible department", "责任部门", "責任部門"];
        /// Customer (S01-R42, S19-R05, S08-R06).
        Customer, CUSTOMER = "customer", ["customer", "客户", "客戶"];
        /// Carrier (S02-R14).
        Carrier, CARRIER = "carrier", ["carrier", "承运人", "承運人"];
        /// Logistics company (S12-R10).
        Logistics, LOGISTICS = "logistics", ["logistics company", "物流公司", "物流公司"];
        /// Building contractor (S37-R46, S37-R51).
        Contractor, CONTRACTOR = "contractor", ["building contractor", "施工单位", "施工單位"];
        /// Supporting unit (S37-R46).
        SupportingUnit, SUPPORTING_UNIT = "supporting-unit", ["supporting unit", "配套部门", "配套部門"];
        /// Nobody (no fault) (S37-R04).
        None, NONE = "none", ["nobody (no fault)", "无过错", "無過錯"];
    }
}

impl FaultParty {
    /// Whether it belongs to the organisation: the company, a department or service unit of it, one of its staff.
    ///
    /// ```
    /// use redress::vocab::FaultParty;
    ///
    /// assert!(FaultParty::STAFF_MEMBER.is_own());
    /// assert!(!FaultParty::CARRIER.is_own());
    /// ```
    #[must_use]
    pub fn is_own(&self) -> bool {
        [Self::COMPANY, Self::DEPARTMENT, Self::SERVICE_UNIT, Self::STAFF_MEMBER]
            .iter()
            .any(|own| self.is_or_under(own))
    }

    /// Whether it names who is at fault, or that nobody is: anything but `undetermined` and what is under it.
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
