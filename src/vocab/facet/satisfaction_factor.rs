//! The words of the facet `satisfaction-factor`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a customer's satisfaction depends on.
    pub struct SatisfactionFactor;
    /// The factors every organisation starts with.
    pub enum StandardSatisfactionFactor {
        /// How well the product or service fits the need.
        Match, MATCH = "match", ["match to need", "匹配", "匹配"];
        /// How good the product or service is.
        Quality, QUALITY = "quality", ["quality", "质量", "品質"];
        /// What the product or service costs.
        Price, PRICE = "price", ["price", "价格", "價格"];
    }
}
