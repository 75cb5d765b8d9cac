//! The words of the facet `role`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a person is in a case: who acts, who decides, who complains.
    ///
    /// A roster says who holds which role. Approval steps name the roles that may sign.
    ///
    /// ```
    /// use redress::approval::{Holding, Roster};
    /// use redress::vocab::Role;
    ///
    /// let cfo: Role = "acme:cfo".parse()?; // a role of an organisation's own
    /// let roster = Roster::builder("2026-03")
    /// .holding(Holding::new("mia".parse()?, cfo))
    /// .build()?;
    /// assert_eq!(roster.holdings().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Role;
    /// The roles every organisation starts with.
    pub enum StandardRole {
        /// The person who handles the case.
        Handler, HANDLER = "handler", ["handler / service agent", "客服人员", "客服人員"];
        /// The salesperson of the customer.
        Salesperson, SALESPERSON = "salesperson", ["salesperson", "业务员", "業務員"];
        /// Assists the salesperson, often with records.
        SalesAssistant, SALES_ASSISTANT = "sales-assistant", ["sales assistant", "业务助理", "業務助理"];
        /// Receives customers in a repair shop.
        Receptionist, RECEPTIONIST = "receptionist", ["capable receptionist", "接待员", "接待員"];
        /// Takes complaints at the front desk or in the restaurant.
        FrontDeskStaff, FRONT_DESK_STAFF
            = "front-desk-staff", ["front desk or waiter", "前台或服务员", "前台或服務員"];
        /// Is in charge of a complaint within the unit that received it.
        PersonInCharge, PERSON_IN_CHARGE
            = "person-in-charge", ["person in charge of the receiving unit", "受理负责人", "受理負責人"];
        /// Supervises a sales office.
        OfficeSupervisor, OFFICE_SUPERVISOR
            = "office-supervisor", ["sales-office supervisor", "营业所主管", "營業所主管"];
        /// Heads a department.
        DepartmentHead, DEPARTMENT_HEAD = "department-head", ["department head", "部门负责人", "部門負責人"];
        /// Manages the house or the business.
        Manager, MANAGER = "manager", ["manager", "经理", "經理"];
        /// The leader to whom the matter belongs, above the departments.
        LeaderInCharge, LEADER_IN_CHARGE = "leader-in-charge", ["leader in charge", "主管领导", "主管領導"];
        /// Represents management for quality.
        ManagementRepresentative, MANAGEMENT_REPRESENTATIVE
            = "management-representative", ["management representative", "管理代表", "管理代表"];
        /// The top of the organisation.
        SeniorManagement, SENIOR_MANAGEMENT
            = "senior-management", ["senior management", "高阶管理层", "高階管理層"];
        /// The person who caused the problem by their own work.
        DirectResponsible, DIRECT_RESPONSIBLE
            = "direct-responsible", ["directly responsible person", "直接责任者", "直接責任者"];
        /// Answers the hotline.
        HotlineAgent, HOTLINE_AGENT = "hotline-agent", ["hotline person", "热线接听人员", "熱線接聽人員"];
        /// Serves customers.
        ServiceStaff, SERVICE_STAFF = "service-staff", ["service staff", "服务人员", "服務人員"];
        /// Gives psychological support.
        Counsellor, COUNSELLOR = "counsellor", ["psychological counsellor", "心理咨询师", "心理諮詢師"];
        /// The person who complains.
        Complainant, COMPLAINANT = "complainant", ["complainant", "投诉人", "投訴人"];
    }
}
