//! Enums of which every value is a text: closed vocabularies, and the plain choices of documents.

use core::fmt;

use crate::text::excerpt::{Choice, Excerpt};

/// A text that is not a word of a closed vocabulary.
///
/// # Example: an uppercase letter
///
/// ```
/// use redress::vocab::Severity;
///
/// let error = "Serious".parse::<Severity>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "severity `Serious` is unknown, expected `minor`, `general`, `serious` or `critical`"
/// );
/// assert_eq!(error.expected, ["minor", "general", "serious", "critical"]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{vocabulary} `{text}` is unknown, expected {}", Expected(.expected))]
#[non_exhaustive]
pub struct UnknownWord {
    /// What the text should have been, such as `severity`.
    pub vocabulary: &'static str,
    /// The beginning of the text.
    pub text: Excerpt,
    /// The words of the vocabulary.
    pub expected: &'static [&'static str],
}

/// Writes the words of the vocabulary, or their number and the first three if there are many.
struct Expected<'a>(&'a [&'static str]);

impl fmt::Display for Expected<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 14;
        if self.0.len() <= MOST {
            return Choice(self.0).fmt(f);
        }
        let first = self.0.get(..3).unwrap_or(self.0);
        write!(f, "one of {} words such as {}", self.0.len(), Choice(first))
    }
}

impl UnknownWord {
    pub(crate) fn new(vocabulary: &'static str, text: &str, expected: &'static [&'static str]) -> Self {
        Self { vocabulary, text: Excerpt::of(text), expected }
    }
}

/// Writes a type as its `Display` text with serde, and reads it with its `FromStr`. `$expected` says what the type is.
macro_rules! serde_as_text {
    ($type:ty, $expected:expr) => {
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::text::from_text::deserialize_text(deserializer, $expected)
            }
        }
    };
}
pub(crate) use serde_as_text;

/// Makes an enum a text: `Display`, `FromStr` with an error that lists the texts, and serde.
///
/// After `=` stands what a value is, with its article. Each variant has its text; a variant that is left out does not
/// compile. A vocabulary whose words have labels too uses [`closed_vocabulary!`](crate::vocab::closed), which uses this
/// macro for its texts.
macro_rules! text_enum {
    ($type:ident = $article:literal $noun:literal { $($variant:ident = $text:literal),+ $(,)? }) => {
        impl $type {
            /// Returns the text with which the value is stored, sent and parsed.
            pub(crate) const fn text(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }

        $crate::text::text_enum::text_enum!(@traits $type, text, $article, $noun, $($variant = $text),+);
    };
    (@traits $type:ident, $text_of:ident, $article:literal, $noun:literal, $($variant:ident = $text:literal),+) => {
        impl ::core::str::FromStr for $type {
            type Err = $crate::text::text_enum::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err($crate::text::text_enum::UnknownWord::new($noun, text, &[$($text),+])),
                }
            }
        }

        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.$text_of())
            }
        }

        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.$text_of())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::text::from_text::deserialize_text(deserializer, concat!($article, " ", $noun))
            }
        }
    };
}
pub(crate) use text_enum;
