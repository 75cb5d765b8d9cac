//! How a complaint stands against its limit.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// How a complaint stands against its limit. It follows from the clock and the instant asked about, and
    /// is never stored.
    ///
    /// It has no order: a complaint that was closed late is neither more nor less than one that is still
    /// open, and nothing about the one becomes the other by waiting.
    ///
    /// ```
    /// use redress::vocab::{Locale, Standing};
    ///
    /// assert_eq!(Standing::ClosedLate.as_str(), "closed-late");
    /// assert_eq!(Standing::ClosedLate.label(Locale::ZhHant), "逾期閉環");
    /// ```
    #[expect(clippy::exhaustive_enums, reason = "a new standing must break every embedder's match")]
    pub enum Standing = "a" "standing";

    /// Open, and within the limit (S23-R01).
    OnTime = "on-time", ["within the limit", "未到期", "未到期"];
    /// Open, and the limit has passed (S23-R15).
    Unclosed = "unclosed", ["limit passed, not closed", "未闭环", "未閉環"];
    /// Open for so long that it has to become a project (S23-R17).
    ProjectDue = "project-due", ["more than 3 months", "应立项", "應立項"];
    /// Closed within the limit (S23-R01).
    ClosedInTime = "closed-in-time", ["closed in time", "按期闭环", "按期閉環"];
    /// Closed after the limit (S23-R13).
    ClosedLate = "closed-late", ["closed late", "逾期闭环", "逾期閉環"];
    /// Closed because the complainant took it back: nobody answered it, in time or late.
    Withdrawn = "withdrawn", ["withdrawn", "已撤回", "已撤回"];
    /// Closed because it goes on in another case, which has a limit of its own.
    Merged = "merged", ["merged", "已并入他案", "已併入他案"];
}
