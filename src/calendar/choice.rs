//! Small closed choices that a document names by a word.

use alloc::string::String;

/// A text that is none of the words of a choice.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("`{text}` is not {what}, expected {expected}")]
#[non_exhaustive]
pub struct ChoiceError {
    /// What was read, cut short.
    pub text: String,
    /// What the word was to say.
    pub what: &'static str,
    /// The words there are.
    pub expected: &'static str,
}

/// Gives an enum a word for each variant: `Display`, `FromStr` and serde.
macro_rules! words {
    ($type:ident, $what:literal, $expected:literal { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(match self {
                    $(Self::$variant => $word),+
                })
            }
        }

        impl core::str::FromStr for $type {
            type Err = $crate::calendar::choice::ChoiceError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::calendar::choice::ChoiceError {
                        text: $crate::calendar::text::excerpt(text),
                        what: $what,
                        expected: $expected,
                    }),
                }
            }
        }

        $crate::calendar::text::serde_as_text!($type, $expected);
    };
}
pub(crate) use words;

/// Whether a part has the value that it has where nothing is written.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
