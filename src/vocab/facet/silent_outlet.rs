//! Where the displeasure of a silent customer goes.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Where the displeasure of a customer goes who does not complain.
    pub struct SilentOutlet;
    /// The outlets every organisation starts with.
    pub enum StandardSilentOutlet {
        /// Tells friends and family (S28-R08).
        TellsFriends, TELLS_FRIENDS
            = "tells-friends", ["tells friends and family", "向亲友诉说", "向親友訴說"];
        /// Says nothing, and is done with the service (S28-R08).
        RejectsInwardly, REJECTS_INWARDLY
            = "rejects-inwardly", ["rejects the service inwardly", "心底否定", "心底否定"];
    }
}
