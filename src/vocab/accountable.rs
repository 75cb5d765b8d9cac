//! The capacities in which somebody is held to account.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// The capacity in which somebody is held to account.
    #[expect(clippy::exhaustive_enums, reason = "the subjects of the side track")]
    pub enum Accountable = "an" "accountable part";

    /// The person caused the problem directly.
    Direct = "direct", ["directly responsible", "直接责任者", "直接責任者"];
    /// The person leads the department in which it happened.
    DepartmentHead = "department-head", ["department head", "部门负责人", "部門負責人"];
    /// The person delayed the answer to the complaint.
    Delayer = "delayer", ["delayer", "延误者", "延誤者"];
}
