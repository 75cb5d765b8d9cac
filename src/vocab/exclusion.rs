//! Why somebody may not sign an approval.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// Why somebody may not sign an approval, whichever roles they hold.
    ///
    /// ```
    /// use redress::vocab::Locale;
    /// use redress::vocab::course::Exclusion;
    ///
    /// assert_eq!(Exclusion::ComplainedAbout.as_str(), "complained-about");
    /// assert_eq!(Exclusion::ComplainedAbout.label(Locale::En), "person complained about");
    /// ```
    #[expect(clippy::exhaustive_enums, reason = "the signing rules depend on the reason")]
    pub enum Exclusion = "a" "reason of exclusion";

    /// The person proposed what the approval is about.
    Proposer = "proposer", ["proposer", "提出人", "提出人"];
    /// The complaint is about this person.
    ComplainedAbout = "complained-about", ["person complained about", "被投诉人", "被投訴人"];
    /// The person prepared or carried out the answer to the complaint.
    Handler = "handler", ["handler", "经办人", "經辦人"];
    /// The person complains, or represents the complainant.
    Complainant = "complainant", ["complainant", "投诉人", "投訴人"];
    /// The person did something that the policy separates from signing.
    Parted = "parted", ["doer of a parted act", "职责分离之另一环节的经办人", "職責分離之另一環節的經辦人"];
}

impl Exclusion {
    /// Returns whether the person may not even prepare. Preparing is handling, so that proposers and handlers may
    /// prepare.
    pub(crate) const fn bars_preparing(self) -> bool {
        matches!(self, Self::ComplainedAbout | Self::Complainant)
    }
}
