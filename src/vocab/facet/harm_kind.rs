//! What was harmed.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What was harmed, by one developer's definition of a complaint.
    pub struct HarmKind;
    /// The kinds of harm every organisation starts with.
    pub enum StandardHarmKind {
        /// The complainant's self-respect was hurt (S37-R01).
        SelfRespect, SELF_RESPECT = "self-respect", ["self-respect hurt", "伤害自尊", "傷害自尊"];
        /// An interest was harmed (S37-R01, S02-R06).
        Interest, INTEREST = "interest", ["interest harmed", "损害利益", "損害利益"];
        /// A reasonable need was not met (S37-R01).
        NeedUnmet, NEED_UNMET = "need-unmet", ["reasonable need unmet", "需求未满足", "需求未滿足"];
    }
}
