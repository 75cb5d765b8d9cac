//! Values that are a text if the text says everything, and a map otherwise.

use core::fmt;
use core::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, MapAccess, SeqAccess, Visitor};

use crate::text::map_only::no_entries;

/// A value that is read from a text or from a map.
pub(crate) trait TextOr: Sized {
    /// What the value is, for errors.
    const EXPECTED: &'static str;

    /// Reads the text.
    fn text<E: Error>(text: &str) -> Result<Self, E>;

    /// Reads the map.
    fn map<'de, A: MapAccess<'de>>(entries: A) -> Result<Self, A::Error>;
}

/// Reads a text or a map. An empty list is read as the empty map.
pub(crate) fn deserialize_text_or<'de, D: Deserializer<'de>, T: TextOr>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(Either(PhantomData))
}

struct Either<T>(PhantomData<T>);

impl<'de, T: TextOr> Visitor<'de> for Either<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::text(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<T, A::Error> {
        T::map(no_entries(list, &self)?)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
        T::map(entries)
    }
}

/// Implements the reader of a value that is a text or a map, by [`TextOr`].
macro_rules! text_or {
    ($(#[$meta:meta])* $type:ty) => {
        $(#[$meta])*
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::text::text_or::deserialize_text_or(deserializer)
            }
        }
    };
}
pub(crate) use text_or;
