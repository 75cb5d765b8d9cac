//! How far a corrective or preventive action is.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// How far a corrective or preventive action is, in this order (X6, S16-R07, S16-R08).
    #[expect(clippy::exhaustive_enums, reason = "the steps of the side track")]
    pub enum MeasureStep = "a" "step of a measure";

    /// It is planned.
    Planned = "planned", ["planned", "已计划", "已計劃"];
    /// It was carried out.
    CarriedOut = "carried-out", ["carried out", "已实施", "已實施"];
    /// It was checked and has helped.
    EffectConfirmed = "effect-confirmed", ["effect confirmed", "效果已确认", "效果已確認"];
    /// It was checked and has not helped; it is carried out anew.
    EffectMissing = "effect-missing", ["without effect", "无效", "無效"];
    /// It is not carried out, or not again: planned by mistake, not approved, or of no use.
    Dropped = "dropped", ["dropped", "已取消", "已取消"];
    /// It is how things are done from now on.
    Standardised = "standardised", ["standardised", "已标准化", "已標準化"];
}
