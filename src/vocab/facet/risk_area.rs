//! Where risks for customers arise.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Where in the making of a product the risks for its customers arise, so that they can be met before
    /// anybody complains.
    pub struct RiskArea;
    /// The areas every organisation starts with.
    pub enum StandardRiskArea {
        /// The design of the product (S37-R43).
        Design, DESIGN = "design", ["design", "设计", "設計"];
        /// Selling it, and what is said of it while it is sold (S37-R43).
        Sales, SALES = "sales", ["sales", "销售", "銷售"];
        /// The quality of the building work (S37-R43).
        ConstructionQuality, CONSTRUCTION_QUALITY
            = "construction-quality", ["construction quality", "工程质量", "工程質量"];
    }
}
