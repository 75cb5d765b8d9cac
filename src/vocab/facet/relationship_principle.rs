//! What keeps a customer after the sale.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What keeps a customer after the sale: the key under which a playbook finds what to say.
    pub struct RelationshipPrinciple;
    /// The principles every organisation starts with.
    pub enum StandardRelationshipPrinciple {
        /// A kindness is returned (S27-R01).
        Reciprocity, RECIPROCITY = "reciprocity", ["reciprocity", "礼尚往来", "禮尚往來"];
        /// Who has committed to something stays with it (S27-R02).
        CommitmentInertia, COMMITMENT_INERTIA
            = "commitment-inertia", ["commitment and inertia", "承诺与惯性", "承諾與慣性"];
        /// What many do is thought right (S27-R03).
        SocialProof, SOCIAL_PROOF = "social-proof", ["social proof", "社会认同", "社會認同"];
        /// What people like oneself do is thought right (S27-R04).
        SameKind, SAME_KIND = "same-kind", ["same kind", "同类认同", "同類認同"];
        /// Users bear witness; it takes a list of present customers (S27-R05).
        Testimony, TESTIMONY = "testimony", ["users' testimony", "使用者的证言", "使用者的證言"];
        /// One buys from those one likes (S27-R06).
        Liking, LIKING = "liking", ["liking", "喜爱", "喜愛"];
        /// One buys what a friend recommends (S27-R07).
        Friendship, FRIENDSHIP = "friendship", ["friendship", "友谊", "友誼"];
    }
}
