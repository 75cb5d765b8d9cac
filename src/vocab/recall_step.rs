//! How far a recall is.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// How far a recall is (X5, S18-R05).
    #[expect(clippy::exhaustive_enums, reason = "the steps of the side track")]
    pub enum RecallStep = "a" "step of a recall";

    /// Nothing has to be called back.
    NotNeeded = "not-needed", ["not needed", "不需要", "不需要"];
    /// What has left the organisation has to come back.
    Needed = "needed", ["needed", "需要", "需要"];
    /// It is being called back.
    Started = "started", ["started", "已开始", "已開始"];
    /// What could be had back is back.
    Finished = "finished", ["finished", "已完成", "已完成"];
}
