//! How a complaint ended.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// How a complaint ended.
    ///
    /// ```
    /// use redress::vocab::Locale;
    /// use redress::vocab::course::ClosureKind;
    ///
    /// assert_eq!(ClosureKind::Forced.as_str(), "forced");
    /// assert_eq!(ClosureKind::of_label("强制闭环"), Some(ClosureKind::Forced));
    /// assert_eq!(ClosureKind::Forced.label(Locale::En), "forced closure");
    /// ```
    #[expect(clippy::exhaustive_enums, reason = "a new ending must break every embedder's match")]
    pub enum ClosureKind = "a" "closure kind";

    /// The complaint was solved, and the complainant was asked afterwards.
    Resolved = "resolved", ["resolved and confirmed", "已解决", "已解決"];
    /// The complaint was not established, and the complainant was told why.
    ExplainedNotEstablished = "explained-not-established", ["explained, not established", "解释结案", "解釋結案"];
    /// The customer caused the problem, and was told so.
    ExplainedCustomerCaused = "explained-customer-caused", ["explained, customer-caused", "客户原因结案", "客戶原因結案"];
    /// The complaint was closed without a solution, because the policy allows it for this kind.
    Forced = "forced", ["forced closure", "强制结案", "強制結案"];
    /// The complainant withdrew the complaint.
    Withdrawn = "withdrawn", ["withdrawn", "撤回", "撤回"];
    /// The complaint continues in another case.
    Merged = "merged", ["merged into another", "合并", "合併"];
}
