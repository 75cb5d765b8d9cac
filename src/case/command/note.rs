//! Notes: short texts that people write.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

use crate::private::Private;
use crate::text::blank::{hidden_but, is_blank};
use crate::text::from_text::deserialize_private;

/// The maximum length of a note, in bytes.
pub const MAX_NOTE: usize = 4_000;

/// A short text that a person writes, such as a reason or an explanation.
///
/// A note has 1 to 4,000 bytes and at least one visible character. Line feeds are allowed; other control characters and
/// invisible characters are not. A note may be personal, so `Debug` and errors do not show its text.
///
/// # Example
///
/// ```
/// use redress::case::command::Note;
///
/// let reason: Note = "The customer wants to think it over.".parse()?;
/// assert_eq!(reason.as_str(), "The customer wants to think it over.");
/// assert_eq!(format!("{reason:?}"), "Note([private])");
/// assert!("  ".parse::<Note>().is_err());
/// # Ok::<(), redress::case::command::NoteError>(())
/// ```
#[derive(Clone, Eq, Hash, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Note(Private<String>);

/// The reason why a text is not a valid note. The error does not repeat the text.
///
/// ```
/// use redress::case::command::Note;
///
/// let error = "a\tb".parse::<Note>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "note has a control or invisible character at byte 1; only line feeds are allowed",
/// );
/// ```
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NoteError {
    /// The text is empty or has no visible character.
    #[error("note is empty, expected 1 to {MAX_NOTE} bytes")]
    Empty {},
    /// The text is too long.
    #[error("note has {length} bytes, expected at most {MAX_NOTE}")]
    TooLong {
        /// The length of the text in bytes.
        length: usize,
    },
    /// The text has a control character, an invisible one, or one that changes the direction of writing.
    #[error("note has a control or invisible character at byte {at}; only line feeds are allowed")]
    Control {
        /// The position of the character, in bytes from 0.
        at: usize,
    },
}

impl Note {
    /// Returns a note for a command that is only tried out.
    pub(in crate::case) fn placeholder() -> Self {
        Self(Private::new(String::from("-")))
    }

    /// Returns the text. Show it only to people who may see it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.reveal()
    }
}

impl FromStr for Note {
    type Err = NoteError;

    fn from_str(text: &str) -> Result<Self, NoteError> {
        if is_blank(text) {
            return Err(NoteError::Empty {});
        }
        if text.len() > MAX_NOTE {
            return Err(NoteError::TooLong { length: text.len() });
        }
        match hidden_but(text, &['\n']) {
            Some((at, _)) => Err(NoteError::Control { at }),
            None => Ok(Self(Private::new(text.into()))),
        }
    }
}

impl TryFrom<&str> for Note {
    type Error = NoteError;

    fn try_from(text: &str) -> Result<Self, NoteError> {
        text.parse()
    }
}

impl fmt::Debug for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Note([private])")
    }
}

impl<'de> Deserialize<'de> for Note {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_private(deserializer, "a note")
    }
}
