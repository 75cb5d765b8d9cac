//! Reading a document from a map alone, with errors that stay short.

use alloc::string::{String, ToString};
use core::fmt;
use core::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// The most characters of an error that repeats what was sent.
const LONGEST: usize = 300;

/// A document that is read from a map: derived readers would accept a list of its values too.
pub(crate) trait MapOnly<'de>: Sized {
    /// What it is, for an error.
    const EXPECTED: &'static str;

    /// Reads the entries.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Reads a document; an error never repeats more than a few hundred characters of it.
pub(crate) fn deserialize_map<'de, D: Deserializer<'de>, T: MapOnly<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(Entries(PhantomData))
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: MapOnly<'de>> Visitor<'de> for Entries<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} as a map", T::EXPECTED)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
        T::read(MapAccessDeserializer::new(entries)).map_err(short)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<T, E> {
        Err(E::custom(format_args!("a text, expected {} as a map", T::EXPECTED)))
    }
}

/// The error itself, or its beginning on one line where it would repeat too much.
fn short<E: Error>(error: E) -> E {
    let text = error.to_string();
    if text.len() <= LONGEST && !text.contains(char::is_control) {
        return error;
    }
    // Of several lines the first says it; the others show the text around.
    let line = text.lines().next().unwrap_or_default();
    let mut kept = String::new();
    for character in line.chars().flat_map(char::escape_debug) {
        if kept.len() + character.len_utf8() > LONGEST {
            return E::custom(kept + "…");
        }
        kept.push(character);
    }
    E::custom(kept)
}

/// Implements the reader and the writer of a document whose derives are `remote = "Self"`.
macro_rules! map_only {
    ($type:ty, $expected:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl<'de> $crate::vocab::map_only::MapOnly<'de> for $type {
            const EXPECTED: &'static str = $expected;

            fn read<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::vocab::map_only::deserialize_map(deserializer)
            }
        }
    };
}
pub(crate) use map_only;

/// A whole number from 0 to 4,294,967,295, read with an error in the field's own words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount(pub(crate) u32);

/// A whole number of at most 64 bits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whole(pub(crate) u64);

macro_rules! number {
    ($name:ident, $inner:ty, $expected:literal) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Number;
                impl Visitor<'_> for Number {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expected)
                    }

                    // A text in this place may be a narrative: it is not repeated.
                    fn visit_str<E: Error>(self, _: &str) -> Result<$name, E> {
                        Err(E::custom(concat!("a text, expected ", $expected)))
                    }

                    fn visit_u64<E: Error>(self, number: u64) -> Result<$name, E> {
                        let refused = |_| E::invalid_value(serde::de::Unexpected::Unsigned(number), &self);
                        <$inner>::try_from(number).map($name).map_err(refused)
                    }

                    fn visit_i64<E: Error>(self, number: i64) -> Result<$name, E> {
                        let refused = |_| E::invalid_value(serde::de::Unexpected::Signed(number), &self);
                        <$inner>::try_from(number).map($name).map_err(refused)
                    }
                }
                deserializer.deserialize_any(Number)
            }
        }
    };
}

number!(Amount, u32, "a whole number from 0 to 4294967295");
number!(Whole, u64, "a whole number from 0 to 18446744073709551615");
