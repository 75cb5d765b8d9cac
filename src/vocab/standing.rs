//! How a complaint stands against its closing limit.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// How a complaint stands against its closing limit.
    ///
    /// The standing is computed from the clock and the instant that is asked about. It is never stored. Standings have
    /// no order.
    ///
    /// ```
    /// use redress::vocab::{Locale, Standing};
    ///
    /// assert_eq!(Standing::ClosedLate.as_str(), "closed-late");
    /// assert_eq!(Standing::ClosedLate.label(Locale::ZhHant), "逾期結案");
    /// ```
    #[expect(clippy::exhaustive_enums, reason = "a new standing must break every embedder's match")]
    pub enum Standing = "a" "standing";

    /// Open, and the limit has not passed.
    OnTime = "on-time", ["within the limit", "未到期", "未到期"];
    /// Open, and the limit has passed.
    Unclosed = "unclosed", ["limit passed, not closed", "未结案", "未結案"];
    /// Open for so long that it must become a project.
    ProjectDue = "project-due", ["more than 3 months", "应立项", "應立項"];
    /// Closed within the limit.
    ClosedInTime = "closed-in-time", ["closed in time", "按期结案", "按期結案"];
    /// Closed after the limit.
    ClosedLate = "closed-late", ["closed late", "逾期结案", "逾期結案"];
    /// Closed because the complainant withdrew it. It was neither in time nor late.
    Withdrawn = "withdrawn", ["withdrawn", "已撤回", "已撤回"];
    /// Closed because it continues in another case, which has a limit of its own.
    Merged = "merged", ["merged", "已并入他案", "已併入他案"];
}
