//! The words of the facet `purpose`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a complaint is meant to achieve, as a kind of speech.
    ///
    /// The thing that is asked for is a [`Demand`](crate::vocab::Demand).
    pub struct Purpose;
    /// The purposes every organisation starts with.
    pub enum StandardPurpose {
        /// To suggest how something can be better.
        Suggestion, SUGGESTION = "suggestion", ["suggestion", "建议", "建議"];
        /// To criticise what was done.
        Criticism, CRITICISM = "criticism", ["criticism", "批评", "批評"];
        /// To accuse somebody of wrongdoing.
        Accusation, ACCUSATION = "accusation", ["accusation", "控告", "控告"];
        /// To obtain something.
        Demand, DEMAND = "demand", ["demand", "索取", "索取"];
    }
}
