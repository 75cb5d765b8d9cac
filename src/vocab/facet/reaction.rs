//! The words of the facet `reaction`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The complainant's state of mind while the case is open. Several words may apply.
    ///
    /// A reaction is not why somebody complains: that is a [`Motive`](crate::vocab::person::Motive).
    pub struct Reaction;
    /// The reactions every organisation starts with.
    pub enum StandardReaction {
        /// The complainant does not know what will happen, and is anxious.
        UncertaintyAnxiety, UNCERTAINTY_ANXIETY
            = "uncertainty-anxiety", ["uncertainty anxiety", "不确定性焦虑效应", "不確定性焦慮效應"];
        /// The complainant adds old flaws to the new one.
        AccumulationChain, ACCUMULATION_CHAIN
            = "accumulation-chain", ["accumulation chain", "积聚串联效应", "積聚串聯效應"];
        /// The complainant believes the worst of everything.
        NegativeRefraction, NEGATIVE_REFRACTION
            = "negative-refraction", ["negative refraction", "负面折射效应", "負面折射效應"];
        /// The complainant does what others do.
        Herd, HERD = "herd", ["herd", "羊群跟从效应", "羊群跟從效應"];
        /// A group takes its doubts for facts, and makes its own estimates.
        GroupShift, GROUP_SHIFT = "group-shift", ["group shift", "群体偏移效应", "群體偏移效應"];
        /// One demand moves into the centre and must be met.
        FocusForcing, FOCUS_FORCING = "focus-forcing", ["focus forcing", "聚焦逼迫效应", "聚焦逼迫效應"];
        /// In the end the complaint is about money, or about a fee that is waived.
        InterestOrientation, INTEREST_ORIENTATION
            = "interest-orientation", ["interest orientation", "利益导向效应", "利益導向效應"];
    }
}
