//! The periods in which a case was open, and how each ended.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::text::map_only::{map_only, switch};
use crate::text::text_enum::text_enum;
use crate::vocab::course::ClosureKind;

/// One period in which a case was open.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a beginning and an end, whole as they are")]
pub struct Round {
    /// The instant at which the case was received, or reopened.
    #[serde(with = "crate::calendar::instant")]
    pub opened: DateTime<Utc>,
    /// How the period ended. `None` if the case is still open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<RoundEnd>,
}

map_only!(Round, "a time that a case was open");

/// How a period in which a case was open ended.
///
/// ```
/// use redress::report::ledger::{LedgerRow, Round, RoundEnd, Timing};
/// use redress::vocab::course::ClosureKind;
///
/// let mut row = LedgerRow::new("A-1".parse()?, "2026-04-02T08:00:00Z".parse()?);
/// let end = RoundEnd {
///     at: "2026-04-07T08:00:00Z".parse()?,
///     kind: ClosureKind::Resolved,
///     timing: Timing::InTime,
///     entered_late: false,
/// };
/// row.rounds = vec![Round { opened: row.received, end: Some(end) }];
/// assert_eq!(row.end(), Some(end));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "an end, whole as it is")]
pub struct RoundEnd {
    /// The instant of the closure.
    #[serde(with = "crate::calendar::instant")]
    pub at: DateTime<Utc>,
    /// How the case was closed.
    pub kind: ClosureKind,
    /// Whether the closure was in time.
    pub timing: Timing,
    /// Whether the closure was in time only by an entry that was made after the limit.
    #[serde(default, deserialize_with = "switch", skip_serializing_if = "crate::text::left_out::is_default")]
    pub entered_late: bool,
}

map_only!(RoundEnd, "an end of a case");

/// Whether a closure was in time.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "in time, late, without a limit, or nobody knows")]
pub enum Timing {
    /// The closure was within the limit.
    InTime,
    /// The closure was after the limit.
    Late,
    /// The case had no limit.
    NoLimit,
    /// The limit could not be determined.
    Undetermined,
}

text_enum!(Timing = "a" "timing" {
    InTime = "in-time",
    Late = "late",
    NoLimit = "no-limit",
    Undetermined = "undetermined",
});
