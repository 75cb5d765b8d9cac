//! Texts in errors and on the wire.

use alloc::string::String;

use crate::vocab::Excerpt;
use crate::vocab::excerpt::is_control;

/// The longest name of a calendar, a revision or a holiday, in characters.
pub const MAX_NAME: usize = 100;

/// The beginning of a foreign text, safe to print: an error never carries ten megabytes.
pub(crate) fn excerpt(text: &str) -> String {
    Excerpt::of(text).as_str().into()
}

/// Why a text is no name, if it is none.
pub(crate) fn name_problem(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        Some("is empty")
    } else if name.len() > MAX_NAME * 4 || name.chars().nth(MAX_NAME).is_some() {
        Some("is longer than 100 characters")
    } else if name.chars().any(is_control) {
        Some("holds a control character")
    } else if name.trim() != name {
        Some("begins or ends with white space")
    } else {
        None
    }
}

/// Serialises a type as its `Display` text and reads it with its `FromStr`.
macro_rules! serde_as_text {
    ($type:ty, $expected:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::vocab::text::deserialize_text(deserializer, $expected)
            }
        }
    };
}
pub(crate) use serde_as_text;

/// Reads a name.
pub(crate) fn name<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct Name(String);

    impl core::str::FromStr for Name {
        type Err = String;

        fn from_str(text: &str) -> Result<Self, String> {
            match name_problem(text) {
                None => Ok(Self(text.into())),
                Some(problem) => {
                    let text = excerpt(text);
                    Err(alloc::format!("`{text}` {problem}, expected 1 to {MAX_NAME} visible characters"))
                }
            }
        }
    }

    crate::vocab::text::deserialize_text(deserializer, "a name").map(|name: Name| name.0)
}
