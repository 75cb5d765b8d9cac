//! The words of the facet `claim-kind`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The legal form of a complaint: an appeal for a remedy, a claim for damages, or neither.
    pub struct ClaimKind;
    /// The kinds every organisation starts with.
    pub enum StandardClaimKind {
        /// The customer wants the goods put right, and no damages.
        Appeal, APPEAL = "appeal", ["appeal", "申诉", "申訴"];
        /// The customer wants the goods put right, and the damages that the contract provides.
        Claim, CLAIM = "claim", ["claim", "索赔", "索賠"];
        /// A complaint that is about neither quality nor environment, such as late delivery. Such a complaint gives no
        /// damages.
        Other, OTHER = "other", ["other complaint", "其他类抱怨", "其他類抱怨"];
    }
}
