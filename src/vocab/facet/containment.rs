//! What is done before the cause is known.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A measure against further damage, taken before the cause is known.
    pub struct Containment;
    /// The measures every organisation starts with.
    pub enum StandardContainment {
        /// Return/exchange (S15-R19).
        ReturnExchange, RETURN_EXCHANGE = "return-exchange", ["return/exchange", "产品退换", "產品退換"];
        /// Re-shipment (S15-R19).
        Reship, RESHIP = "reship", ["re-shipment", "重新发货", "重新發貨"];
        /// Extra inspection (S15-R20).
        ExtraInspection, EXTRA_INSPECTION = "extra-inspection", ["extra inspection", "增加检验", "增加檢驗"];
        /// Recheck of stock (S15-R20).
        StockRecheck, STOCK_RECHECK = "stock-recheck", ["recheck of stock", "库存产品复检", "庫存產品複檢"];
        /// Rework (S15-R21).
        Rework, REWORK = "rework", ["rework", "返工", "返工"];
        /// Isolate nonconforming goods (S18-R14).
        Isolate, ISOLATE = "isolate", ["isolate nonconforming goods", "隔离", "隔離"];
        /// Send people to the site (S18-R15).
        OnSiteStaff, ON_SITE_STAFF = "on-site-staff", ["send people to the site", "紧急派员现场处理", "緊急派員現場處理"];
        /// Supply good product (S18-R15).
        SupplyGood, SUPPLY_GOOD = "supply-good", ["supply good product", "紧急提供合格品", "緊急提供合格品"];
    }
}
