//! How soon a complaint wants attention.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How soon a complaint wants attention: not how bad it is. The procedure that names the rating (S18-R25)
    /// gives it no values: these are our choice.
    pub struct Urgency;
    /// The urgencies every organisation starts with.
    pub enum StandardUrgency {
        /// Routine (S18-R25).
        Routine, ROUTINE = "routine", ["routine", "常规", "常規"];
        /// Urgent (S18-R25, S18-R15).
        Urgent, URGENT = "urgent", ["urgent", "紧急", "緊急"];
        /// Immediate (S18-R25, S14-R06).
        Immediate, IMMEDIATE = "immediate", ["immediate", "立即", "立即"];
    }
}
