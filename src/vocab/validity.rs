//! Whether a complaint is established.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// Whether a complaint is established: its facts and its demand hold.
    ///
    /// A complaint that is not established is still handled: the complainant gets an explanation.
    ///
    /// ```
    /// use redress::vocab::course::Validity;
    ///
    /// assert_eq!("not-established".parse(), Ok(Validity::NotEstablished));
    /// assert_eq!(Validity::of_label("无效投诉"), Some(Validity::NotEstablished)); // an alias
    /// ```
    #[expect(clippy::exhaustive_enums, reason = "a new verdict must break every embedder's match")]
    pub enum Validity = "a" "validity";

    /// Nobody has judged the complaint yet.
    Undetermined = "undetermined", ["not judged yet", "未判定", "未判定"];
    /// The complaint is justified.
    Established = "established", ["established", "成立", "成立"];
    /// The complaint is not justified, for one of the
    /// [`NotEstablishedReason`](crate::vocab::course::NotEstablishedReason)s.
    NotEstablished = "not-established", ["not established", "不成立", "不成立"];
}
