//! What a grievance is like.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a grievance is like: moved by mood, by facts, or by the way things are arranged.
    pub struct Nature;
    /// The natures every organisation starts with.
    pub enum StandardNature {
        /// Driven by mood, and personal (S05-R14).
        Emotional, EMOTIONAL = "emotional", ["emotional", "情绪化", "情緒化"];
        /// Built on facts and data, with concrete evidence (S05-R15).
        Rational, RATIONAL = "rational", ["rational", "理性", "理性"];
        /// Against a process or an institution, such as a complaint channel that does not work (S05-R16).
        Structural, STRUCTURAL = "structural", ["structural", "结构性", "結構性"];
    }
}
