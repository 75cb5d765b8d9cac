//! Who acts or decides.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a person is in a case: who acts, who decides, who complains.
    pub struct Role;
    /// The roles every organisation starts with.
    pub enum StandardRole {
        /// Handler / service agent (S02-R03).
        Handler, HANDLER = "handler", ["handler / service agent", "客服人员", "客服人員"];
        /// Salesperson (S19-R03).
        Salesperson, SALESPERSON = "salesperson", ["salesperson", "业务员", "業務員"];
        /// Sales assistant (S19-R03).
        SalesAssistant, SALES_ASSISTANT = "sales-assistant", ["sales assistant", "业务助理", "業務助理"];
        /// Capable receptionist (S08-R03).
        Receptionist, RECEPTIONIST = "receptionist", ["capable receptionist", "接待员", "接待員"];
        /// Front desk or waiter (S11-R01).
        FrontDeskStaff, FRONT_DESK_STAFF
            = "front-desk-staff", ["front desk or waiter", "前台或服务员", "前台或服務員"];
        /// Person in charge of the receiving unit (S03-R05).
        PersonInCharge, PERSON_IN_CHARGE
            = "person-in-charge", ["person in charge of the receiving unit", "受理负责人", "受理負責人"];
        /// Sales-office supervisor (S19-R07).
        OfficeSupervisor, OFFICE_SUPERVISOR
            = "office-supervisor", ["sales-office supervisor", "营业所主管", "營業所主管"];
        /// Department head (S11-R06, S03-R19, S19-R11).
        DepartmentHead, DEPARTMENT_HEAD = "department-head", ["department head", "部门负责人", "部門負責人"];
        /// Manager (S11-R05).
        Manager, MANAGER = "manager", ["manager", "经理", "經理"];
        /// Leader in charge (S03-R15).
        LeaderInCharge, LEADER_IN_CHARGE = "leader-in-charge", ["leader in charge", "主管领导", "主管領導"];
        /// Management representative (S19-R12).
        ManagementRepresentative, MANAGEMENT_REPRESENTATIVE
            = "management-representative", ["management representative", "管理代表", "管理代表"];
        /// Senior management (S16-R15).
        SeniorManagement, SENIOR_MANAGEMENT
            = "senior-management", ["senior management", "高阶管理层", "高階管理層"];
        /// Directly responsible person (S03-R18).
        DirectResponsible, DIRECT_RESPONSIBLE
            = "direct-responsible", ["directly responsible person", "直接责任者", "直接責任者"];
        /// Hotline person (S10-R05).
        HotlineAgent, HOTLINE_AGENT = "hotline-agent", ["hotline person", "热线接听人员", "熱線接聽人員"];
        /// Service staff (S10-R12).
        ServiceStaff, SERVICE_STAFF = "service-staff", ["service staff", "服务人员", "服務人員"];
        /// Psychological counsellor (S31-R08).
        Counsellor, COUNSELLOR = "counsellor", ["psychological counsellor", "心理咨询师", "心理諮詢師"];
        /// Complainant (S03-R02).
        Complainant, COMPLAINANT = "complainant", ["complainant", "投诉人", "投訴人"];
    }
}
