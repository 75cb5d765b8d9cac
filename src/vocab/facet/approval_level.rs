//! How high an approval goes.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How high an approval goes.
    ///
    /// The levels rise in the order of their documentation and of [`ApprovalLevel::ALL`]: handler, unit
    /// supervisor, department head, leader in charge, company. The order between procedures is our
    /// choice. Words are compared by their codes, so `<` does not compare levels.
    ///
    /// ```
    /// use redress::vocab::organisation::ApprovalLevel;
    ///
    /// let height = |level| ApprovalLevel::ALL.iter().position(|known| *known == level);
    /// assert!(height(ApprovalLevel::HANDLER) < height(ApprovalLevel::COMPANY));
    /// assert!(ApprovalLevel::HANDLER > ApprovalLevel::COMPANY); // the codes, `handler` after `company`
    /// ```
    pub struct ApprovalLevel;
    /// The levels every organisation starts with.
    pub enum StandardApprovalLevel {
        /// The handler alone: a small matter that one person can solve (S02-R03).
        Handler, HANDLER = "handler", ["handler alone", "经办人", "經辦人"];
        /// The supervisor of the unit that took it in (S19-R07).
        UnitSupervisor, UNIT_SUPERVISOR
            = "unit-supervisor", ["unit supervisor", "营业所主管", "營業所主管"];
        /// The head or manager of the department (S11-R14, S19-R11).
        DepartmentHead, DEPARTMENT_HEAD
            = "department-head", ["department head / manager", "部门主管", "部門主管"];
        /// The leader who is in charge of the matter (S03-R15).
        LeaderInCharge, LEADER_IN_CHARGE = "leader-in-charge", ["leader in charge", "主管领导", "主管領導"];
        /// The company as a whole (S23-R17).
        Company, COMPANY = "company", ["company", "公司", "公司"];
    }
}
