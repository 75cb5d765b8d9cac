//! How somebody complains.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How somebody complains: what is done, not why ([`Motive`](crate::vocab::person::Motive)) or what for
    /// ([`Purpose`](crate::vocab::person::Purpose)).
    pub struct Behaviour;
    /// The kinds of behaviour every organisation starts with.
    pub enum StandardBehaviour {
        /// Grumbles, and does nothing more (S04-R12).
        PassiveGrumbling, PASSIVE_GRUMBLING
            = "passive-grumbling", ["passive grumbling", "消极抱怨", "消極抱怨"];
        /// Speaks ill of the organisation to others (S04-R13).
        NegativePublicity, NEGATIVE_PUBLICITY
            = "negative-publicity", ["negative publicity", "负面宣传", "負面宣傳"];
        /// Lets off anger (S04-R14).
        AngryVenting, ANGRY_VENTING = "angry-venting", ["angry venting", "愤怒发泄", "憤怒發洩"];
        /// Goes to extremes (S04-R15).
        ExtremeRadical, EXTREME_RADICAL = "extreme-radical", ["extreme radical", "极端激进", "極端激進"];
    }
}
