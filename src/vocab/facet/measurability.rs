//! Whether a harm can be measured.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Whether a harm and the cost of its removal can be measured.
    pub struct Measurability;
    /// The answers there are.
    pub enum StandardMeasurability {
        /// It can: a wall that is missing is built, or the material supplied (S37-R30).
        Measurable, MEASURABLE = "measurable", ["measurable", "可以度量", "可以度量"];
        /// It cannot: noise and safety under a balcony (S37-R31).
        Unmeasurable, UNMEASURABLE = "unmeasurable", ["not measurable", "无法度量", "無法度量"];
    }
}
