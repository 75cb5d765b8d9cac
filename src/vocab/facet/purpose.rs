//! What a complaint is meant to do.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a complaint is meant to do: the kind of act, where a [`Demand`](crate::vocab::Demand) is the
    /// thing that is wanted.
    pub struct Purpose;
    /// The purposes every organisation starts with.
    pub enum StandardPurpose {
        /// To suggest something (S04-R17).
        Suggestion, SUGGESTION = "suggestion", ["suggestion", "建议", "建議"];
        /// To criticise (S04-R18).
        Criticism, CRITICISM = "criticism", ["criticism", "批评", "批評"];
        /// To accuse (S04-R19).
        Accusation, ACCUSATION = "accusation", ["accusation", "控告", "控告"];
        /// To demand something (S04-R20).
        Demand, DEMAND = "demand", ["demand", "索取", "索取"];
    }
}
