//! The words of the facet `nature`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What drives a grievance: mood, facts, or the way things are organised.
    pub struct Nature;
    /// The natures every organisation starts with.
    pub enum StandardNature {
        /// The grievance comes from mood, and is personal.
        Emotional, EMOTIONAL = "emotional", ["emotional", "情绪化", "情緒化"];
        /// The grievance is built on facts and data, with concrete evidence.
        Rational, RATIONAL = "rational", ["rational", "理性", "理性"];
        /// The grievance is against a process or an institution, such as a complaint channel that does not work.
        Structural, STRUCTURAL = "structural", ["structural", "结构性", "結構性"];
    }
}
