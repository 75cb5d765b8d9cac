//! Whether a complaint stands.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// Whether a complaint stands. One that does not is still handled (S01-R27).
    #[expect(clippy::exhaustive_enums, reason = "a new verdict must break every embedder's match")]
    pub enum Validity = "a" "validity";

    /// Nobody has judged it yet (S03-R03).
    Undetermined = "undetermined", ["not judged yet", "未判定", "未判定"];
    /// It stands (S03-R03).
    Established = "established", ["established", "成立", "成立"];
    /// It does not stand (S03-R04).
    NotEstablished = "not-established", ["not established", "不成立", "不成立"];
}
