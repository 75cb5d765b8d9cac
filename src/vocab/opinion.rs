//! What the complainant says when asked after the solution.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What the complainant says when asked after the solution.
    ///
    /// Silence is not satisfaction.
    #[expect(clippy::exhaustive_enums, reason = "the answers that the guards tell apart")]
    pub enum Opinion = "an" "opinion";

    /// The complainant was asked and has not answered yet.
    Asked = "asked", ["asked", "已询问", "已詢問"];
    /// The complainant has said that they are satisfied.
    Satisfied = "satisfied", ["satisfied", "满意", "滿意"];
    /// The complainant is not satisfied.
    Unsatisfied = "unsatisfied", ["unsatisfied", "不满意", "不滿意"];
    /// The complainant was asked and did not answer.
    Silent = "silent", ["silent", "未回应", "未回應"];
}
