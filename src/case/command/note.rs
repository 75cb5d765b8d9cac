//! What somebody writes down.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

use crate::private::Private;
use crate::text::blank::{hidden_but, is_blank};
use crate::text::from_text::deserialize_private;

/// The most bytes of a note.
pub const MAX_NOTE: usize = 4_000;

/// What somebody writes down: a reason, an explanation, a lesson. It may be personal, so that `Debug` and errors do
/// not show it.
///
/// 1 to 4,000 bytes; lines may end in a line feed, and there is no other character that is not seen.
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

/// A text that is no note. It does not repeat the text.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NoteError {
    /// Nothing, or nothing visible.
    #[error("note is empty, expected 1 to {MAX_NOTE} bytes")]
    Empty {},
    /// More than a note holds.
    #[error("note has {length} bytes, expected at most {MAX_NOTE}")]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// A control character, or one that is not seen or turns the direction of writing.
    #[error("note has a control or invisible character at byte {at}; only line feeds are allowed")]
    Control {
        /// Where it stands.
        at: usize,
    },
}

impl Note {
    /// A note in a case that is only tried out.
    pub(in crate::case) fn placeholder() -> Self {
        Self(Private::new(String::from("-")))
    }

    /// The text, for those who may see it.
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
