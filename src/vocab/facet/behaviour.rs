//! The words of the facet `behaviour`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How somebody complains.
    ///
    /// A behaviour is what is done. Why it is done is a [`Motive`](crate::vocab::person::Motive), and what for a
    /// [`Purpose`](crate::vocab::person::Purpose).
    pub struct Behaviour;
    /// The kinds of behaviour every organisation starts with.
    pub enum StandardBehaviour {
        /// The complainant grumbles and does nothing more.
        PassiveGrumbling, PASSIVE_GRUMBLING
            = "passive-grumbling", ["passive grumbling", "消极抱怨", "消極抱怨"];
        /// The complainant speaks badly of the organisation to others.
        NegativePublicity, NEGATIVE_PUBLICITY
            = "negative-publicity", ["negative publicity", "负面宣传", "負面宣傳"];
        /// The complainant shows anger to the staff.
        AngryVenting, ANGRY_VENTING = "angry-venting", ["angry venting", "愤怒发泄", "憤怒發洩"];
        /// The complainant goes to extremes, such as threats.
        ExtremeRadical, EXTREME_RADICAL = "extreme-radical", ["extreme radical", "极端激进", "極端激進"];
    }
}
