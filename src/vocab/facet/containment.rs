//! The words of the facet `containment`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A measure against further damage, taken before the cause is known.
    ///
    /// It limits the damage and cures nothing. What the complainant receives is a [`Remedy`](crate::vocab::Remedy).
    pub struct Containment;
    /// The measures every organisation starts with.
    pub enum StandardContainment {
        /// Faulty goods at the customer's site are taken back or exchanged.
        ReturnExchange, RETURN_EXCHANGE = "return-exchange", ["return/exchange", "产品退换", "產品退換"];
        /// Good product is shipped again, in the ordinary way. The urgent way is
        /// [`SUPPLY_GOOD`](crate::vocab::track::Containment::SUPPLY_GOOD).
        Reship, RESHIP = "reship", ["re-shipment", "重新发货", "重新發貨"];
        /// Production and deliveries are inspected more often or more closely.
        ExtraInspection, EXTRA_INSPECTION = "extra-inspection", ["extra inspection", "增加检验", "增加檢驗"];
        /// Products in stock are inspected again.
        StockRecheck, STOCK_RECHECK = "stock-recheck", ["recheck of stock", "库存产品复检", "庫存產品複檢"];
        /// Faulty products in stock or in production are worked over.
        Rework, REWORK = "rework", ["rework", "返工", "返工"];
        /// Faulty goods are set apart, so that nobody ships them.
        Isolate, ISOLATE = "isolate", ["isolate nonconforming goods", "隔离", "隔離"];
        /// People are sent to the customer's site at once.
        OnSiteStaff, ON_SITE_STAFF = "on-site-staff", ["send people to the site", "紧急派员现场处理", "緊急派員現場處理"];
        /// Good product is brought to the customer at once, so that the customer's work goes on.
        SupplyGood, SUPPLY_GOOD = "supply-good", ["supply good product", "紧急提供合格品", "緊急提供合格品"];
    }
}
