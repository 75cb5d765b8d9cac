//! Why somebody does not sign.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// Why somebody may not sign an approval, whatever their roles.
    #[expect(clippy::exhaustive_enums, reason = "the signing rules depend on the reason")]
    pub enum Exclusion = "a" "reason of exclusion";

    /// Who proposed what is to be approved.
    Proposer = "proposer", ["proposer", "提出人", "提出人"];
    /// Whom the complaint is about.
    ComplainedAbout = "complained-about", ["person complained about", "被投诉人", "被投訴人"];
    /// Who prepared or carried out what the complaint is answered with.
    Handler = "handler", ["handler", "经办人", "經辦人"];
    /// Who complains, or represents the complainant.
    Complainant = "complainant", ["complainant", "投诉人", "投訴人"];
    /// Who did what the policy parts from signing.
    Parted = "parted", ["doer of a parted act", "职责分离之另一环节的经办人", "職責分離之另一環節的經辦人"];
}

impl Exclusion {
    /// Whether it keeps somebody from preparing too. Preparing is handling, so that proposers and handlers may prepare.
    pub(crate) const fn bars_preparing(self) -> bool {
        matches!(self, Self::ComplainedAbout | Self::Complainant)
    }
}
