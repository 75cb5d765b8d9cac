//! What an error keeps of a text that it refuses, and how it lists the choices.

use core::fmt;

use crate::text::checked;

/// The most bytes of an excerpt.
const MAX: usize = 64;
/// What stands for the rest of a text that was cut.
const CUT: &str = "…";

/// The beginning of a refused text, safe to print: at most 64 bytes, with control characters escaped.
///
/// An error with an excerpt is short and on one line, whatever was sent. A text that was cut ends with `…`.
///
/// # Example: ten megabytes
///
/// ```
/// use redress::vocab::error::Excerpt;
///
/// assert_eq!(Excerpt::of("Billing").as_str(), "Billing");
/// assert_eq!(Excerpt::of("a\nb\0").as_str(), r"a\nb\0");
/// assert_eq!(Excerpt::of(&"x".repeat(10_000_000)).as_str().len(), 64);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Excerpt {
    text: [u8; MAX],
    length: u8,
}

impl Excerpt {
    /// Takes the beginning of `text`. Reads no further than it keeps.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut excerpt = Self { text: [0; MAX], length: 0 };
        // INVARIANT: `kept` holds whole characters, and has room for `CUT`.
        let mut kept = excerpt;
        for character in text.chars() {
            for escaped in character.escape_debug() {
                if !excerpt.push(escaped) {
                    kept.push_str(CUT);
                    return kept;
                }
            }
            if usize::from(excerpt.length) + CUT.len() <= MAX {
                kept = excerpt;
            }
        }
        excerpt
    }

    /// Returns the text of the excerpt.
    #[must_use]
    pub fn as_str(&self) -> &str {
        checked::text(self.text.split_at(self.length.into()).0)
    }

    fn push_str(&mut self, text: &str) {
        for character in text.chars() {
            self.push(character);
        }
    }

    /// Appends `character` if there is room for it, and returns whether there was.
    fn push(&mut self, character: char) -> bool {
        let from = usize::from(self.length);
        let to = from + character.len_utf8();
        let (Some(room), Ok(length)) = (self.text.get_mut(from..to), u8::try_from(to)) else {
            return false;
        };
        character.encode_utf8(room);
        self.length = length;
        true
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.as_str())
    }
}

/// Returns whether a character is a control character, breaks a line, or changes the direction of writing.
pub(crate) fn is_control(character: char) -> bool {
    let turns = matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}');
    character.is_control() || turns || matches!(character, '\u{2028}'..='\u{202e}')
}

/// Writes a character so that it cannot be confused with one that looks the same: `'a'`, `'а' (U+0430)`.
pub(crate) struct Shown(pub(crate) char);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "'{}'", self.0.escape_debug())?;
        if !self.0.is_ascii() {
            write!(f, " (U+{:04X})", u32::from(self.0))?;
        }
        Ok(())
    }
}

/// Writes values as a choice: `` `a`, `b` or `c` ``.
pub(crate) struct Choice<'a, T>(pub(crate) &'a [T]);

impl<T: fmt::Display> fmt::Display for Choice<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((last, others)) = self.0.split_last() else { return Ok(()) };
        for (position, other) in others.iter().enumerate() {
            write!(f, "{}`{other}`", if position == 0 { "" } else { ", " })?;
        }
        write!(f, "{}`{last}`", if others.is_empty() { "" } else { " or " })
    }
}
