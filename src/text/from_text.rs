//! Reads a type from a string, without copying the string first.

use core::fmt;
use core::str::FromStr;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Reads a string and parses it. If the value is not a string, the error says that `expected` was expected.
pub(crate) fn deserialize_text<'de, D, T>(deserializer: D, expected: &'static str) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    deserialize_text_with(deserializer, expected, str::parse)
}

/// Does the same with another function that parses.
pub(crate) fn deserialize_text_with<'de, D, T, P>(
    deserializer: D,
    expected: &'static str,
    parse: impl FnOnce(&str) -> Result<T, P>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    P: fmt::Display,
{
    deserializer.deserialize_str(Text { expected, parse })
}

/// Does the same for personal data: a value that is not a string is not repeated in the error.
pub(crate) fn deserialize_private<'de, D, T>(deserializer: D, expected: &'static str) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    deserializer.deserialize_any(Text { expected, parse: str::parse })
}

struct Text<F> {
    expected: &'static str,
    parse: F,
}

impl<T, P: fmt::Display, F: FnOnce(&str) -> Result<T, P>> Visitor<'_> for Text<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    // A number may be personal data too, so the error does not repeat it.
    fn visit_u64<E: Error>(self, _: u64) -> Result<T, E> {
        Err(E::custom(format_args!("a number, expected {}", self.expected)))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<T, E> {
        Err(E::custom(format_args!("a number, expected {}", self.expected)))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<T, E> {
        Err(E::custom(format_args!("a number, expected {}", self.expected)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).map_err(E::custom)
    }
}
