//! What a complaint answers to an input.

use serde::Serialize;

use crate::vocab::Code;

/// What a complaint answers to an input.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "a word, or one of the two ways to have none")]
pub enum InputAnswer {
    /// This word.
    Word(Code),
    /// Nobody knows yet.
    NotKnown,
    /// That there is none: the complainant wants nothing, or no rule marked the complaint.
    Nothing,
}
