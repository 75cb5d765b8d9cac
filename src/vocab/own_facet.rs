//! Facets that an organisation adds.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::checked;
use crate::text::excerpt::Excerpt;
use crate::text::from_text::deserialize_text;
use crate::vocab::code::{Code, CodeError};

/// The name of a facet that an organisation adds: its prefix, a colon, and one word, such as `acme:store`. A name has
/// at most 40 bytes and no dot.
///
/// Declare the words of the facet in a [`Taxonomy`](crate::taxonomy::Taxonomy), as for any other facet. They are any
/// codes, and a code that stands under another is its child.
///
/// ```
/// use redress::vocab::OwnFacet;
///
/// const STORE: OwnFacet = OwnFacet::from_static("acme:store");
/// assert_eq!("acme:store".parse(), Ok(STORE));
///
/// let error = "store".parse::<OwnFacet>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`store` is not the name of an own facet, expected at most 40 bytes with a colon and without a dot, \
///      such as `acme:store`"
/// );
/// ```
// INVARIANT: the text comes first and contains no zero byte; zeros fill the rest.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct OwnFacet([u8; OwnFacet::MAX_LENGTH]);

impl OwnFacet {
    /// The greatest length of a name, in bytes.
    pub const MAX_LENGTH: usize = 40;

    /// Makes a facet from a literal.
    ///
    /// # Panics
    ///
    /// If `text` is not the name of an own facet. In a `const`, this is an error of compilation; [`word!`](crate::word)
    /// makes it one everywhere.
    ///
    /// # Example: a prefix is required
    ///
    /// ```compile_fail
    /// use redress::vocab::OwnFacet;
    ///
    /// const STORE: OwnFacet = OwnFacet::from_static("store");
    /// ```
    #[must_use]
    #[expect(clippy::panic, reason = "a malformed literal is a mistake in the program")]
    pub const fn from_static(text: &'static str) -> Self {
        // Stops the compilation if the text is not even a code.
        let _ = Code::from_static(text);
        match Self::of(text.as_bytes()) {
            Some(facet) => facet,
            None => panic!("an own facet has at most 40 bytes, one `:`, and no `.`"),
        }
    }

    /// Returns the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        checked::text(self.0.split(|byte| *byte == 0).next().unwrap_or_default())
    }

    /// Returns the name as a code.
    #[must_use]
    pub fn code(&self) -> Code {
        Code::of_checked(self.as_str().as_bytes())
    }

    /// Makes a facet from a text that is known to be a code.
    const fn of(text: &[u8]) -> Option<Self> {
        let mut bytes = [0; Self::MAX_LENGTH];
        let Some((head, _)) = bytes.split_at_mut_checked(text.len()) else { return None };
        head.copy_from_slice(text);
        let (mut rest, mut own) = (text, false);
        while let Some((byte, others)) = rest.split_first() {
            match *byte {
                b':' => own = true,
                b'.' => return None,
                _ => {}
            }
            rest = others;
        }
        if own { Some(Self(bytes)) } else { None }
    }
}

impl FromStr for OwnFacet {
    type Err = OwnFacetError;

    fn from_str(text: &str) -> Result<Self, OwnFacetError> {
        let code: Result<Code, CodeError> = text.parse();
        let own = code.ok().and_then(|code| Self::of(code.as_str().as_bytes()));
        own.ok_or_else(|| OwnFacetError { text: Excerpt::of(text) })
    }
}

impl fmt::Display for OwnFacet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for OwnFacet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OwnFacet({:?})", self.as_str())
    }
}

impl Serialize for OwnFacet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for OwnFacet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_text(deserializer, "an own facet")
    }
}

/// A text that is not the name of an own facet.
#[derive(Clone, Copy, Eq, Hash, PartialEq, thiserror::Error)]
#[error(
    "`{text}` is not the name of an own facet, expected at most 40 bytes with a colon and without a dot, such as \
     `acme:store`"
)]
#[non_exhaustive]
pub struct OwnFacetError {
    /// The beginning of the text.
    pub text: Excerpt,
}
