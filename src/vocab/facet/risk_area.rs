//! The words of the facet `risk-area`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The phase of a product's making in which risks for its customers arise.
    ///
    /// Known risks can be met before anybody complains.
    pub struct RiskArea;
    /// The areas every organisation starts with.
    pub enum StandardRiskArea {
        /// The design of the product.
        Design, DESIGN = "design", ["design", "设计", "設計"];
        /// The sale, and what is said about the product in it.
        Sales, SALES = "sales", ["sales", "销售", "銷售"];
        /// The quality of the building work.
        ConstructionQuality, CONSTRUCTION_QUALITY
            = "construction-quality", ["construction quality", "工程质量", "工程品質"];
    }
}
