//! The words of the facet `medium`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The form of a complaint: written or spoken.
    ///
    /// A spoken complaint may have to be written down by whoever takes it in. The way in which it arrived is the
    /// [`Channel`](crate::vocab::Channel).
    pub struct Medium;
    /// The media every organisation starts with.
    pub enum StandardMedium {
        /// The complainant wrote.
        Written, WRITTEN = "written", ["written", "书面", "書面"];
        /// The complainant spoke.
        Oral, ORAL = "oral", ["oral", "口头", "口頭"];
    }
}
