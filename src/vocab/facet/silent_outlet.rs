//! The words of the facet `silent-outlet`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a dissatisfied customer does in place of complaining.
    pub struct SilentOutlet;
    /// The outlets every organisation starts with.
    pub enum StandardSilentOutlet {
        /// The customer tells friends and family.
        TellsFriends, TELLS_FRIENDS
            = "tells-friends", ["tells friends and family", "向亲友诉说", "向親友訴說"];
        /// The customer says nothing, and does not use the service again.
        RejectsInwardly, REJECTS_INWARDLY
            = "rejects-inwardly", ["rejects the service inwardly", "心底否定", "心底否定"];
    }
}
