//! As what somebody is held to account.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// As what somebody is held to account (S03-R18 to S03-R21).
    #[expect(clippy::exhaustive_enums, reason = "the subjects of the side track")]
    pub enum Accountable = "an" "accountable part";

    /// Did it (S03-R18).
    Direct = "direct", ["directly responsible", "直接责任者", "直接責任者"];
    /// Leads the department (S03-R19).
    DepartmentHead = "department-head", ["department head", "部门负责人", "部門負責人"];
    /// Kept the complaint waiting (S03-R21).
    Delayer = "delayer", ["delayer", "延误者", "延誤者"];
}
