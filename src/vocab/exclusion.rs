//! Why somebody does not sign.

use super::closed::closed_vocabulary;

closed_vocabulary! {
    /// Why somebody may not sign an approval, whatever his roles.
    #[expect(clippy::exhaustive_enums, reason = "the signing rules depend on the reason")]
    pub enum Exclusion = "a" "reason of exclusion";

    /// He proposed what is to be approved.
    Proposer = "proposer", ["proposer", "提出人", "提出人"];
    /// The complaint is about him.
    ComplainedAbout = "complained-about", ["person complained about", "被投诉人", "被投訴人"];
    /// He prepared or carried out what the complaint is answered with.
    Handler = "handler", ["handler", "经办人", "經辦人"];
}
