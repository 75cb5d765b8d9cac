//! The progress of a recall.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// The progress of a recall.
    #[expect(clippy::exhaustive_enums, reason = "the steps of the side track")]
    pub enum RecallStep = "a" "step of a recall";

    /// Nothing must be recalled.
    NotNeeded = "not-needed", ["not needed", "不需要", "不需要"];
    /// Products that left the organisation must come back.
    Needed = "needed", ["needed", "需要", "需要"];
    /// The recall is running.
    Started = "started", ["started", "已开始", "已開始"];
    /// Everything that could be recovered is back.
    Finished = "finished", ["finished", "已完成", "已完成"];
}
