//! Where a complaint stands on its course.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// Where a complaint stands on its course.
    ///
    /// It has no order: a complaint that was sent back is not less than one that was not.
    #[expect(clippy::exhaustive_enums, reason = "a new stage must break every embedder's match")]
    pub enum Stage = "a" "stage";

    /// A message, a visit or returned goods arrived (L00).
    Received = "received", ["received", "已接收", "已接收"];
    /// The required fields of the profile's form are there (L01).
    Registered = "registered", ["registered", "已登记", "已登記"];
    /// Severity, subject/category, stated cause, claim kind set (L02).
    Triaged = "triaged", ["triaged", "已分级分类", "已分級分類"];
    /// Responsible unit named and informed (L03).
    Dispatched = "dispatched", ["dispatched", "已派发", "已派發"];
    /// Responsible unit works on cause and fault party (L04).
    Investigating = "investigating", ["investigating", "调查分析中", "調查分析中"];
    /// At least one remedy drafted (L05).
    Proposed = "proposed", ["proposed", "已拟方案", "已擬方案"];
    /// Proposal submitted (L06).
    InApproval = "in-approval", ["in approval", "审批中", "審批中"];
    /// Alternative shown to the customer (L07).
    Offered = "offered", ["offered", "待客户确认", "待客戶確認"];
    /// Remedy is being carried out (L08).
    Executing = "executing", ["executing", "实施中", "實施中"];
    /// Remedy done or explanation given, customer told (L09).
    Resolved = "resolved", ["resolved", "已解决", "已解決"];
    /// Opinion or satisfaction being asked (L10).
    FollowingUp = "following-up", ["following up", "回访中", "回訪中"];
    /// Closure guards passed (L11).
    Closed = "closed", ["closed", "已闭环", "已閉環"];
    /// Lessons and improvement measures recorded (L12).
    Reviewed = "reviewed", ["reviewed", "已总结", "已總結"];
}
