//! The words of the facet `measurability`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Whether a harm, and the cost of its removal, can be measured.
    pub struct Measurability;
    /// The answers there are.
    pub enum StandardMeasurability {
        /// The cost can be measured. A wall that is missing can be built, or its material supplied.
        Measurable, MEASURABLE = "measurable", ["measurable", "可以度量", "可以度量"];
        /// The cost cannot be measured, as for noise below a balcony.
        Unmeasurable, UNMEASURABLE = "unmeasurable", ["not measurable", "无法度量", "無法度量"];
    }
}
