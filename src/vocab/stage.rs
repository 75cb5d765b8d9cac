//! The stages of a complaint.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// The stage of a complaint on its course.
    ///
    /// Stages have no order: a complaint that was sent back is not less than one that was not.
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Stage;
    ///
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// assert_eq!(sample::case(&policy, &roster)?.stage(), Stage::Registered);
    /// assert_eq!(sample::case_in_approval(&policy, &roster)?.stage(), Stage::InApproval);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[expect(clippy::exhaustive_enums, reason = "a new stage must break every embedder's match")]
    pub enum Stage = "a" "stage";

    /// A message, a visit or returned goods arrived.
    Received = "received", ["received", "已接收", "已接收"];
    /// The required fields of the form are filled in.
    Registered = "registered", ["registered", "已登记", "已登記"];
    /// Severity, category and the other words are set.
    Triaged = "triaged", ["triaged", "已分级分类", "已分級分類"];
    /// The responsible unit is named and informed.
    Dispatched = "dispatched", ["dispatched", "已派发", "已派發"];
    /// The responsible unit looks for the cause and the party at fault.
    Investigating = "investigating", ["investigating", "调查分析中", "調查分析中"];
    /// At least one remedy is drafted.
    Proposed = "proposed", ["proposed", "已拟方案", "已擬方案"];
    /// The proposal is submitted, and waits for signatures.
    InApproval = "in-approval", ["in approval", "审批中", "簽核中"];
    /// The customer was shown an alternative, and has not answered yet.
    Offered = "offered", ["offered", "待客户确认", "待客戶確認"];
    /// The remedy is being carried out.
    Executing = "executing", ["executing", "实施中", "實施中"];
    /// The remedy is done or the explanation is given, and the customer was told.
    Resolved = "resolved", ["resolved", "已解决", "已解決"];
    /// The complainant is asked for an opinion on the solution.
    FollowingUp = "following-up", ["following up", "回访中", "回訪中"];
    /// The complaint met the conditions for closing, and is closed.
    Closed = "closed", ["closed", "已结案", "已結案"];
    /// Lessons and improvement measures are recorded. Only a reopening can follow.
    Reviewed = "reviewed", ["reviewed", "已总结", "已總結"];
}
