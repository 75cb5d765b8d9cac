//! Under which definition a complaint is pursued.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Under which definition a complaint is pursued: an appeal for a remedy, a claim for damages, or another.
    pub struct ClaimKind;
    /// The kinds every organisation starts with.
    pub enum StandardClaimKind {
        /// Appeal (S18-R02).
        Appeal, APPEAL = "appeal", ["appeal", "申诉", "申訴"];
        /// Claim (S18-R03).
        Claim, CLAIM = "claim", ["claim", "索赔", "索賠"];
        /// Other complaint (S18-R04).
        Other, OTHER = "other", ["other complaint", "其他类抱怨", "其他類抱怨"];
    }
}
