//! How a complaint was put.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How a complaint was put: an oral one has to be written down (S15-R06).
    pub struct Medium;
    /// The media every organisation starts with.
    pub enum StandardMedium {
        /// Written (S10-R01, S15-R06, S37-R01).
        Written, WRITTEN = "written", ["written", "书面", "書面"];
        /// Oral (S10-R01, S15-R06, S37-R01).
        Oral, ORAL = "oral", ["oral", "口头", "口頭"];
    }
}
