//! How the mind works while a complaint is open.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How the mind of a complainant works while the case is open; several may hold. It is no reason to
    /// complain: that is a [`Motive`](crate::vocab::person::Motive).
    pub struct Reaction;
    /// The reactions every organisation starts with.
    pub enum StandardReaction {
        /// Not to know what comes makes anxious (S37-R08).
        UncertaintyAnxiety, UNCERTAINTY_ANXIETY
            = "uncertainty-anxiety", ["uncertainty anxiety", "不确定性焦虑效应", "不確定性焦慮效應"];
        /// Old flaws are added up with the new one (S37-R09).
        AccumulationChain, ACCUMULATION_CHAIN
            = "accumulation-chain", ["accumulation chain", "积聚串联效应", "積聚串聯效應"];
        /// The worst is believed of everything (S37-R10).
        NegativeRefraction, NEGATIVE_REFRACTION
            = "negative-refraction", ["negative refraction", "负面折射效应", "負面折射效應"];
        /// What others do is followed (S37-R11).
        Herd, HERD = "herd", ["herd", "羊群跟从效应", "羊群跟從效應"];
        /// Doubts are taken for granted in the group, and estimates are home-made (S37-R12).
        GroupShift, GROUP_SHIFT = "group-shift", ["group shift", "群体偏移效应", "群體偏移效應"];
        /// One demand moves into the centre and must be met (S37-R13).
        FocusForcing, FOCUS_FORCING = "focus-forcing", ["focus forcing", "聚焦逼迫效应", "聚焦逼迫效應"];
        /// In the end it is about a fee waived, or money (S37-R14).
        InterestOrientation, INTEREST_ORIENTATION
            = "interest-orientation", ["interest orientation", "利益导向效应", "利益導向效應"];
    }
}
