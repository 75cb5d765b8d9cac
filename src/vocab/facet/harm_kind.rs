//! The words of the facet `harm-kind`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What was harmed.
    ///
    /// A developer of homes defines a complaint by these words together with a
    /// [`LapseKind`](crate::vocab::course::LapseKind).
    pub struct HarmKind;
    /// The kinds of harm every organisation starts with.
    pub enum StandardHarmKind {
        /// The complainant's self-respect was hurt.
        SelfRespect, SELF_RESPECT = "self-respect", ["self-respect hurt", "伤害自尊", "傷害自尊"];
        /// The complainant lost something of value.
        Interest, INTEREST = "interest", ["interest harmed", "损害利益", "損害利益"];
        /// A reasonable need was not met, without a loss.
        NeedUnmet, NEED_UNMET = "need-unmet", ["reasonable need unmet", "需求未满足", "需求未滿足"];
    }
}
