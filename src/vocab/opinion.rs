//! What the complainant says afterwards.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What the complainant says when asked afterwards. Silence is not satisfaction.
    #[expect(clippy::exhaustive_enums, reason = "the answers that the guards tell apart")]
    pub enum Opinion = "an" "opinion";

    /// Asked; no answer yet.
    Asked = "asked", ["asked", "已询问", "已詢問"];
    /// Satisfied.
    Satisfied = "satisfied", ["satisfied", "满意", "滿意"];
    /// Not satisfied (S24-R08).
    Unsatisfied = "unsatisfied", ["unsatisfied", "不满意", "不滿意"];
    /// Asked, and did not answer.
    Silent = "silent", ["silent", "未回应", "未回應"];
}
