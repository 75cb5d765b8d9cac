//! The words of the facet `approval-level`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How high an approval goes.
    ///
    /// The levels rise in the order of [`ApprovalLevel::ALL`]: handler, unit supervisor, department head, leader in
    /// charge, company. Words are compared by their codes, so `<` does **not** compare levels.
    ///
    /// ```
    /// use redress::vocab::organisation::ApprovalLevel;
    ///
    /// let height = |level| ApprovalLevel::ALL.iter().position(|known| *known == level);
    /// assert!(height(ApprovalLevel::HANDLER) < height(ApprovalLevel::COMPANY));
    /// assert!(ApprovalLevel::HANDLER > ApprovalLevel::COMPANY); // compares codes: `handler` comes after `company`
    /// ```
    pub struct ApprovalLevel;
    /// The levels every organisation starts with.
    pub enum StandardApprovalLevel {
        /// The handler decides alone: for a small matter that one person can solve.
        Handler, HANDLER = "handler", ["handler alone", "经办人", "經辦人"];
        /// The supervisor of the unit that received the complaint.
        UnitSupervisor, UNIT_SUPERVISOR
            = "unit-supervisor", ["unit supervisor", "营业所主管", "營業所主管"];
        /// The head or manager of the department.
        DepartmentHead, DEPARTMENT_HEAD
            = "department-head", ["department head / manager", "部门主管", "部門主管"];
        /// The leader who is in charge of the matter, above the departments.
        LeaderInCharge, LEADER_IN_CHARGE = "leader-in-charge", ["leader in charge", "主管领导", "主管領導"];
        /// The company as a whole: the highest level.
        Company, COMPANY = "company", ["company", "公司", "公司"];
    }
}
