//! The words of the facet `relationship-principle`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A principle that keeps a customer after the sale.
    ///
    /// A playbook is asked by it for what to say and do.
    pub struct RelationshipPrinciple;
    /// The principles every organisation starts with.
    pub enum StandardRelationshipPrinciple {
        /// People return a kindness.
        Reciprocity, RECIPROCITY = "reciprocity", ["reciprocity", "礼尚往来", "禮尚往來"];
        /// People stay with what they have committed to.
        CommitmentInertia, COMMITMENT_INERTIA
            = "commitment-inertia", ["commitment and inertia", "承诺与惯性", "承諾與慣性"];
        /// People think right what many others do.
        SocialProof, SOCIAL_PROOF = "social-proof", ["social proof", "社会认同", "社會認同"];
        /// People follow others who are like themselves.
        SameKind, SAME_KIND = "same-kind", ["same kind", "同类认同", "同類認同"];
        /// Present users speak for the product. This requires a list of them.
        Testimony, TESTIMONY = "testimony", ["users' testimony", "使用者的证言", "使用者的證言"];
        /// People buy from those they like.
        Liking, LIKING = "liking", ["liking", "喜爱", "喜愛"];
        /// People buy what a friend recommends.
        Friendship, FRIENDSHIP = "friendship", ["friendship", "友谊", "友誼"];
    }
}
