//! The times that a case was open, and how each ended.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::text::map_only::{map_only, switch};
use crate::text::text_enum::text_enum;
use crate::vocab::course::ClosureKind;

/// One time that a case was open.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a beginning and an end, whole as they are")]
pub struct Round {
    /// When it was received, or taken up again.
    #[serde(with = "crate::calendar::instant")]
    pub opened: DateTime<Utc>,
    /// How it ended, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<RoundEnd>,
}

map_only!(Round, "a time that a case was open");

/// How a case ended, once.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "an end, whole as it is")]
pub struct RoundEnd {
    /// When.
    #[serde(with = "crate::calendar::instant")]
    pub at: DateTime<Utc>,
    /// How.
    pub kind: ClosureKind,
    /// Whether that was in time.
    pub timing: Timing,
    /// Whether it was in time by an entry that came after the limit.
    #[serde(default, deserialize_with = "switch", skip_serializing_if = "crate::text::left_out::is_default")]
    pub entered_late: bool,
}

map_only!(RoundEnd, "an end of a case");

/// Whether an end was in time.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "in time, late, without a limit, or nobody knows")]
pub enum Timing {
    /// Within the limit.
    InTime,
    /// After the limit.
    Late,
    /// There was no limit.
    NoLimit,
    /// Nobody knows when the limit was.
    Undetermined,
}

text_enum!(Timing = "a" "timing" {
    InTime = "in-time",
    Late = "late",
    NoLimit = "no-limit",
    Undetermined = "undetermined",
});
