//! The steps of returned goods.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// A step of returned goods. The steps are taken in this order.
    #[derive(PartialOrd, Ord)]
    #[expect(clippy::exhaustive_enums, reason = "each follows the one before")]
    pub enum GoodsStep = "a" "step of returned goods";

    /// The goods are in the return zone, apart from good stock.
    InReturnZone = "in-return-zone", ["in the return zone", "放入退货区", "放入退貨區"];
    /// The goods are entered in the return list.
    Listed = "listed", ["on the return list", "列入退货清单", "列入退貨清單"];
    /// Somebody confirmed the state of the goods.
    StateConfirmed = "state-confirmed", ["state confirmed", "确认状态", "確認狀態"];
    /// The goods were repaired, scrapped or sent on.
    Disposed = "disposed", ["disposed of", "已处置", "已處置"];
}
