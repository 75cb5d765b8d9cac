//! Reading a word from one string, without copying it first.

use core::fmt;
use core::str::FromStr;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Reads a string and parses it; `expected` says what a value that is no string should have been.
pub(crate) fn deserialize_text<'de, D, T>(deserializer: D, expected: &'static str) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    deserialize_text_with(deserializer, expected, str::parse)
}

/// The same with another way to parse it.
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

/// The same for what may be personal: what stands there and is no text is not repeated.
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

    // What is no text may be personal all the same: it is not repeated.
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
