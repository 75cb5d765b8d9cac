//! What an approval decides.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What an approval decides.
    ///
    /// An approval is bound to the content that was decided. A change of that content can void signatures.
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::course::DecisionKind;
    ///
    /// let policy = sample::policy()?;
    /// let kinds: Vec<_> = policy.approvals().chains().iter().map(|chain| chain.kind()).collect();
    /// assert_eq!(kinds, [DecisionKind::Remedy]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[expect(clippy::exhaustive_enums, reason = "each kind binds other content")]
    pub enum DecisionKind = "a" "kind of decision";

    /// What the complainant receives.
    Remedy = "remedy", ["remedy", "处理方案", "處理方案"];
    /// To close the complaint without a solution.
    ForcedClosure = "forced-closure", ["forced closure", "强制结案", "強制結案"];
    /// To give a clock a later due date.
    Extension = "extension", ["extension of a limit", "延期", "延期"];
    /// To recall products that left the organisation.
    Recall = "recall", ["recall", "召回", "召回"];
    /// To hold somebody to account.
    Sanction = "sanction", ["sanction", "责任追究", "責任追究"];
    /// To take a measure against the cause.
    CorrectiveAction = "corrective-action", ["corrective and preventive action", "纠正预防措施", "糾正預防措施"];
    /// To move the case to another version of the policy.
    PolicyChange = "policy-change", ["change of policy version", "制度版本变更", "制度版本變更"];
}
