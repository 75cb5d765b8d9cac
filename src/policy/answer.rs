//! The answer of a complaint to an input.

use serde::Serialize;

use crate::vocab::Code;

/// The answer of a complaint to an input: a word, or one of two ways to have none.
///
/// # Example
///
/// ```
/// use redress::policy::routing::InputAnswer;
///
/// assert_ne!(InputAnswer::NotKnown, InputAnswer::Nothing); // "no demand yet" is not "demands nothing"
/// assert_eq!(serde_json::to_string(&InputAnswer::NotKnown)?, r#""not-known""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "a word, or one of the two ways to have none")]
pub enum InputAnswer {
    /// The complaint has this word.
    Word(Code),
    /// The answer is not known yet.
    NotKnown,
    /// It is known that there is no word: the complainant demands nothing, or no rule gave a mark.
    Nothing,
}
