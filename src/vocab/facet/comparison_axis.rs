//! The words of the facet `comparison-axis`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A point of view from which the alternatives offered to a complainant are compared.
    pub struct ComparisonAxis;
    /// The axes every organisation starts with.
    pub enum StandardComparisonAxis {
        /// What the alternative brings in money or goods.
        Money, MONEY = "money", ["money or goods", "实物现金", "實物現金"];
        /// Whether the alternative can cause new trouble.
        Safety, SAFETY = "safety", ["safety (no new trouble)", "安全", "安全"];
        /// Whether the alternative costs the complainant more effort.
        Peace, PEACE = "peace", ["peace (no more effort)", "安宁", "安寧"];
    }
}
