//! What an approval is about.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What an approval is about.
    #[expect(clippy::exhaustive_enums, reason = "each kind binds other content")]
    pub enum DecisionKind = "a" "kind of decision";

    /// What the complainant gets (S03-R15).
    Remedy = "remedy", ["remedy", "处理方案", "處理方案"];
    /// To close without a solution (S23-R18, A41).
    ForcedClosure = "forced-closure", ["forced closure", "强制闭环", "強制閉環"];
    /// A later date for a clock.
    Extension = "extension", ["extension of a limit", "延期", "延期"];
    /// To call back what has left the organisation (S18-R05).
    Recall = "recall", ["recall", "召回", "召回"];
    /// To hold somebody to account (S03-R18 to S03-R21).
    Sanction = "sanction", ["sanction", "责任追究", "責任追究"];
    /// A measure against the cause (S16-R07).
    CorrectiveAction = "corrective-action", ["corrective and preventive action", "纠正预防措施", "糾正預防措施"];
    /// To move the case to another version of the policy.
    PolicyChange = "policy-change", ["change of policy version", "政策版本变更", "政策版本變更"];
}
