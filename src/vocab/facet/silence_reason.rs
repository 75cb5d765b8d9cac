//! The words of the facet `silence-reason`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Why a dissatisfied customer does not complain.
    pub struct SilenceReason;
    /// The reasons every organisation starts with.
    pub enum StandardSilenceReason {
        /// The customer is not used to complaining.
        NotUsedTo, NOT_USED_TO = "not-used-to", ["not used to complaining", "不习惯投诉", "不習慣投訴"];
        /// The customer thinks that a complaint changes nothing.
        Useless, USELESS = "useless", ["thinks it useless", "认为没用", "認為沒用"];
        /// The customer avoids the trouble and the time.
        Trouble, TROUBLE = "trouble", ["trouble and time", "怕麻烦", "怕麻煩"];
    }
}
