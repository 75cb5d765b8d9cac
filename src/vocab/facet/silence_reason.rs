//! Why somebody does not complain.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Why a dissatisfied customer does not complain.
    pub struct SilenceReason;
    /// The reasons every organisation starts with.
    pub enum StandardSilenceReason {
        /// Is not used to complaining (S28-R05).
        NotUsedTo, NOT_USED_TO = "not-used-to", ["not used to complaining", "不习惯投诉", "不習慣投訴"];
        /// Thinks it of no use (S28-R06).
        Useless, USELESS = "useless", ["thinks it useless", "认为没用", "認為沒用"];
        /// Shuns the trouble and the time (S28-R07).
        Trouble, TROUBLE = "trouble", ["trouble and time", "怕麻烦", "怕麻煩"];
    }
}
