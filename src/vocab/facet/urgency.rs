//! The words of the facet `urgency`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How soon a complaint needs attention.
    ///
    /// An urgent complaint need not be severe: a small matter can be due today.
    pub struct Urgency;
    /// The urgencies every organisation starts with.
    pub enum StandardUrgency {
        /// The complaint takes its ordinary turn.
        Routine, ROUTINE = "routine", ["routine", "常规", "常規"];
        /// The complaint goes before others.
        Urgent, URGENT = "urgent", ["urgent", "紧急", "緊急"];
        /// The complaint needs attention at once.
        Immediate, IMMEDIATE = "immediate", ["immediate", "立即", "立即"];
    }
}
