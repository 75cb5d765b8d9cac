//! How a complaint came to its end.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// How a complaint came to its end.
    #[expect(clippy::exhaustive_enums, reason = "a new ending must break every embedder's match")]
    pub enum ClosureKind = "a" "closure kind";

    /// Resolved and confirmed (S03-R23, S24-R07).
    Resolved = "resolved", ["resolved and confirmed", "已解决", "已解決"];
    /// Explained, not established (S03-R04).
    ExplainedNotEstablished = "explained-not-established", ["explained, not established", "解释关闭", "解釋關閉"];
    /// Explained, customer-caused (S19-R09).
    ExplainedCustomerCaused = "explained-customer-caused", ["explained, customer-caused", "客户原因关闭", "客戶原因關閉"];
    /// Forced closure (S23-R18).
    Forced = "forced", ["forced closure", "强制闭环", "強制閉環"];
    /// The complainant took it back (our choice).
    Withdrawn = "withdrawn", ["withdrawn", "撤回", "撤回"];
    /// It goes on in another case (our choice).
    Merged = "merged", ["merged into another", "合并", "合併"];
}
