//! The life of a case.

use crate::labels::phrase::phrases;

phrases! {
    TIMELINE_ROLE = "timeline.role", [" ({role})", "（{role}）", "（{role}）"];
    TIMELINE_HEAD = "timeline.head", [
        "Case {id} — policy {name} ({version})",
        "案件 {id} — 制度 {name}（{version}）",
        "案件 {id} — 制度 {name}（{version}）"
    ];
}
