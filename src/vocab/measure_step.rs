//! The progress of a corrective or preventive action.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// The progress of a corrective or preventive action, in this order.
    #[expect(clippy::exhaustive_enums, reason = "the steps of the side track")]
    pub enum MeasureStep = "a" "step of a measure";

    /// The action is planned.
    Planned = "planned", ["planned", "已计划", "已計劃"];
    /// The action was carried out. Its effect is not known yet.
    CarriedOut = "carried-out", ["carried out", "已实施", "已實施"];
    /// The action was checked, and it helped.
    EffectConfirmed = "effect-confirmed", ["effect confirmed", "效果已确认", "效果已確認"];
    /// The action was checked, and it did not help. It must be carried out again.
    EffectMissing = "effect-missing", ["without effect", "无效", "無效"];
    /// The action will not be carried out, or not again: it was planned by mistake, not approved, or useless.
    Dropped = "dropped", ["dropped", "已取消", "已取消"];
    /// The action helped, and is now the standard.
    Standardised = "standardised", ["standardised", "已标准化", "已標準化"];
}
