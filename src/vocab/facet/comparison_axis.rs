//! By what alternatives are compared.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// By what the alternatives offered to a complainant are compared, so that the choice is guided.
    pub struct ComparisonAxis;
    /// The axes every organisation starts with.
    pub enum StandardComparisonAxis {
        /// What it brings in money or goods (S37-R40).
        Money, MONEY = "money", ["money or goods", "实物现金", "實物現金"];
        /// Whether it makes new trouble (S37-R40).
        Safety, SAFETY = "safety", ["safety (no new trouble)", "安全", "安全"];
        /// Whether it costs more effort (S37-R40).
        Peace, PEACE = "peace", ["peace (no more effort)", "安宁", "安寧"];
    }
}
