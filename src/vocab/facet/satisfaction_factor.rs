//! What satisfaction depends on.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What the satisfaction of a customer depends on.
    pub struct SatisfactionFactor;
    /// The factors every organisation starts with.
    pub enum StandardSatisfactionFactor {
        /// How well the product or service matches the need (S20-R01).
        Match, MATCH = "match", ["match to need", "匹配", "匹配"];
        /// How good it is (S20-R01).
        Quality, QUALITY = "quality", ["quality", "质量", "質量"];
        /// What it costs (S20-R01).
        Price, PRICE = "price", ["price", "价格", "價格"];
    }
}
