//! Reads a document from a map, with short errors that name the place.

use alloc::string::{String, ToString};
use core::fmt;
use core::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{
    DeserializeSeed, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::{Deserialize, Deserializer};

use crate::text::blank::is_unseen;
use crate::text::distance::meant;
use crate::text::excerpt::Excerpt;

/// The most characters of an error that repeats what was sent.
const LONGEST: usize = 350;

/// A document that is read from a map only. Derived readers would also accept a list of its values.
///
/// An empty list is read as the empty map, because PHP writes `[]` for both.
pub(crate) trait MapOnly<'de>: Sized {
    /// What the document is, for errors, such as `a calendar`.
    const EXPECTED: &'static str;

    /// Reads the entries.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Returns what is wrong with entries that are each valid alone.
    fn check(&self) -> Result<(), String> {
        Ok(())
    }
}

/// Reads a document. An error never repeats more than a few hundred characters of it.
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
        checked(T::read(MapAccessDeserializer::new(Keyed { entries, key: None })))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<T, A::Error> {
        let entries = no_entries(list, &self)?;
        checked(T::read(MapAccessDeserializer::new(entries)))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<T, E> {
        Err(E::custom(format_args!("a text, expected {} as a map", T::EXPECTED)))
    }
}

fn checked<'de, T: MapOnly<'de>, E: Error>(read: Result<T, E>) -> Result<T, E> {
    let document = read.map_err(|error| short(nearest(error, T::EXPECTED)))?;
    document.check().map_err(|problem| short(E::custom(problem)))?;
    Ok(document)
}

/// Reads an empty list as a map without entries: `json_decode(…, true)` and `json_encode` of PHP turn `{}` into `[]`.
///
/// A list with any item is refused, as a list instead of what was `expected`.
pub(crate) fn no_entries<'de, A: SeqAccess<'de>>(
    mut list: A,
    expected: &dyn Expected,
) -> Result<NoEntries<A::Error>, A::Error> {
    list.next_element_seed(Refused(expected))?;
    Ok(NoEntries(PhantomData))
}

/// Refuses the first item of a list without reading it.
struct Refused<'a>(&'a dyn Expected);

impl<'de> DeserializeSeed<'de> for Refused<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, _: D) -> Result<(), D::Error> {
        Err(D::Error::invalid_type(Unexpected::Seq, self.0))
    }
}

/// The entries of an empty map.
pub(crate) struct NoEntries<E>(PhantomData<E>);

impl<'de, E: Error> MapAccess<'de> for NoEntries<E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, _: K) -> Result<Option<K::Value>, E> {
        Ok(None)
    }

    // Cannot be reached: there is no key whose value could be asked for.
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, _: V) -> Result<V::Value, E> {
        Err(E::custom("a value without a key, expected the key before it"))
    }
}

/// The entries of a map. An error about a value begins with its key.
struct Keyed<A> {
    entries: A,
    key: Option<Key>,
}

/// The beginning of a key, copied as it is. It is printed only if its value is wrong.
#[derive(Clone, Copy)]
pub(super) struct Key {
    bytes: [u8; Self::MAX],
    length: usize,
}

impl Key {
    const MAX: usize = 32;

    fn of(text: &str) -> Self {
        let mut bytes = [0; Self::MAX];
        let length = text.len().min(Self::MAX);
        for (byte, given) in bytes.iter_mut().zip(text.bytes()) {
            *byte = given;
        }
        Self { bytes, length }
    }

    pub(super) fn shown(&self) -> Excerpt {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        Excerpt::of(&String::from_utf8_lossy(bytes))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Keyed<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.entries.next_key_seed(Kept { seed, key: &mut self.key })
    }

    fn next_value_seed<W: DeserializeSeed<'de>>(&mut self, seed: W) -> Result<W::Value, A::Error> {
        let key = self.key;
        self.entries.next_value_seed(seed).map_err(|error| match key {
            Some(key) => at(key.shown(), error),
            None => error,
        })
    }
}

/// Reads a key and keeps a copy of it.
pub(super) struct Kept<'k, S> {
    pub(super) seed: S,
    pub(super) key: &'k mut Option<Key>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Kept<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for Kept<'_, S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<S::Value, E> {
        *self.key = Some(Key::of(key));
        self.seed.deserialize(key.into_deserializer())
    }
}

/// Suggests the key that a misspelt one was meant to be, instead of listing all keys.
fn nearest<E: Error>(error: E, expected: &str) -> E {
    let text = error.to_string();
    let misspelt =
        text.strip_prefix("unknown field `").and_then(|rest| rest.split_once("`, expected one of "));
    let Some((key, keys)) = misspelt else { return error };
    let meant = meant(key, keys.split(", ").map(|key| key.trim_matches('`')));
    meant.map_or(error, |(_, meant)| {
        E::custom(format_args!("unknown field `{key}`, expected `{meant}`, or another key of {expected}"))
    })
}

/// An error of this length gets no further place in front of it.
const DEEP: usize = 310;

/// Puts the place in front of an error, so that it can be found in a long document.
///
/// Only the first line of an error is kept: the other lines show the text around it, and so does the outer error. Deep
/// inside a document, the problem is more useful than the whole path to it.
pub(crate) fn at<E: Error>(place: impl fmt::Display, error: impl fmt::Display) -> E {
    let text = error.to_string();
    let line = text.lines().next().unwrap_or_default();
    if line.starts_with('[') {
        E::custom(format_args!("{place}{line}"))
    } else if line.len() > DEEP {
        E::custom(line)
    } else {
        E::custom(format_args!("{place}: {line}"))
    }
}

/// Returns the error itself, or its beginning on one line if it would repeat too much.
pub(super) fn short<E: Error>(error: E) -> E {
    let text = error.to_string();
    if text.len() <= LONGEST && !text.contains(is_unseen) {
        return error;
    }
    // The first line says what is wrong; the other lines show the text around it.
    let line = text.lines().next().unwrap_or_default();
    let mut kept = String::new();
    for character in line.chars() {
        let shown = kept.len();
        if is_unseen(character) {
            kept.extend(character.escape_unicode());
        } else {
            kept.push(character);
        }
        if kept.len() > LONGEST {
            kept.truncate(shown);
            // A list of expected words is cut between two words.
            if let Some(comma) = kept.rfind("`, ") {
                kept.truncate(comma + 3);
            }
            return E::custom(kept + "…");
        }
    }
    E::custom(kept)
}

/// Implements the reader and the writer of a document whose derives are `remote = "Self"`.
///
/// A method of the document, if one is named, says what is wrong with entries that are each valid alone. A field after
/// `..` holds entries that stand among those of the document; its [`Sieve`](crate::text::sift::Sieve) reads them.
macro_rules! map_only {
    ($type:ty, $expected:literal $(, $check:ident)? $(, ..$sifted:ident: $sieve:ty)?) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl<'de> $crate::text::map_only::MapOnly<'de> for $type {
            const EXPECTED: &'static str = $expected;

            $crate::text::map_only::map_only!(@read $($sifted $sieve)?);

            $(fn check(&self) -> Result<(), alloc::string::String> {
                self.$check()
            })?
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::text::map_only::deserialize_map(deserializer)
            }
        }
    };

    (@read) => {
        fn read<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Self::deserialize(deserializer)
        }
    };

    (@read $sifted:ident $sieve:ty) => {
        fn read<D: serde::Deserializer<'de>>(entries: D) -> Result<Self, D::Error> {
            let mut sieve = <$sieve>::default();
            let mut document = Self::deserialize($crate::text::sift::Sifting { entries, sieve: &mut sieve })?;
            document.$sifted = sieve.into();
            Ok(document)
        }
    };
}
pub(crate) use map_only;

/// A whole number from 0 to 4,294,967,295. Errors are in the words of documents.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount(pub(crate) u32);

/// A whole number of 32 bits with a sign.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Signed(pub(crate) i32);

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

                    // A text in this place may be a narrative, so the error does not repeat it.
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
number!(Signed, i32, "a whole number from -2147483648 to 2147483647");
number!(Whole, u64, "a whole number from 0 to 18446744073709551615");

/// Reads a whole number of 32 bits.
pub(crate) fn amount<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    Amount::deserialize(deserializer).map(|amount| amount.0)
}

/// Reads a count.
pub(crate) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<usize, D::Error> {
    let whole = Whole::deserialize(deserializer)?.0;
    usize::try_from(whole).map_err(|_| D::Error::custom("the count is too large; use a smaller one"))
}

/// Reads a whole number of 64 bits.
pub(crate) fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    Whole::deserialize(deserializer).map(|whole| whole.0)
}

/// Reads true or false. Another value may be a narrative, so the error does not repeat it.
pub(crate) fn switch<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    struct Switch;
    impl Visitor<'_> for Switch {
        type Value = bool;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("true or false")
        }

        fn visit_bool<E: Error>(self, value: bool) -> Result<bool, E> {
            Ok(value)
        }

        fn visit_str<E: Error>(self, _: &str) -> Result<bool, E> {
            Err(E::custom("a text, expected true or false"))
        }
    }
    deserializer.deserialize_any(Switch)
}
