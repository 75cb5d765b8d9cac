//! What happened to returned goods.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What happened to returned goods, in this order (X4).
    #[derive(PartialOrd, Ord)]
    #[expect(clippy::exhaustive_enums, reason = "each follows the one before")]
    pub enum GoodsStep = "a" "step of returned goods";

    /// They lie in the return zone (S15-R07).
    InReturnZone = "in-return-zone", ["in the return zone", "放入退货区", "放入退貨區"];
    /// They stand on the return list (S15-R10).
    Listed = "listed", ["on the return list", "列入退货清单", "列入退貨清單"];
    /// Somebody looked at their state (S15-R08).
    StateConfirmed = "state-confirmed", ["state confirmed", "确认状态", "確認狀態"];
    /// They were repaired, scrapped or sent on.
    Disposed = "disposed", ["disposed of", "已处置", "已處置"];
}
