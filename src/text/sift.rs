//! Reading a map whose entries are those of a document and, beside them, those of something that it holds.
//!
//! Serde's `flatten` keeps every entry that is none of the document's until all are read. Here each entry goes where it
//! belongs as it comes, and nothing is kept.

use core::fmt;

use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};

/// What takes the entries of a map that are its own.
pub(crate) trait Sieve {
    /// Whether a key is one of its own; [`Sieve::read`] is called next then. `others` are the keys of the document.
    ///
    /// # Errors
    ///
    /// For a key that is neither, or that stands twice.
    fn takes<E: Error>(&mut self, key: &str, others: &'static [&'static str]) -> Result<bool, E>;

    /// Reads the value of the key that it took last.
    fn read<'de, A: MapAccess<'de>>(&mut self, entries: &mut A) -> Result<(), A::Error>;
}

/// A deserializer of a map, of which a sieve takes its entries and the derived reader of a document the others.
pub(crate) struct Sifting<'s, D, S> {
    pub(crate) entries: D,
    pub(crate) sieve: &'s mut S,
}

impl<'de, D: Deserializer<'de>, S: Sieve> Deserializer<'de> for Sifting<'_, D, S> {
    type Error = D::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        keys: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.entries.deserialize_struct(name, keys, Entries { visitor, keys, sieve: self.sieve })
    }

    // A document is a struct, and asks for nothing else.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.entries.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

struct Entries<'s, V, S> {
    visitor: V,
    keys: &'static [&'static str],
    sieve: &'s mut S,
}

impl<'de, V: Visitor<'de>, S: Sieve> Visitor<'de> for Entries<'_, V, S> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(Sifted { entries, keys: self.keys, sieve: self.sieve })
    }
}

/// The entries that the sieve leaves.
struct Sifted<'s, A, S> {
    entries: A,
    keys: &'static [&'static str],
    sieve: &'s mut S,
}

impl<'de, A: MapAccess<'de>, S: Sieve> MapAccess<'de> for Sifted<'_, A, S> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        let mut seed = Some(seed);
        loop {
            let key = KeyOf { seed: &mut seed, keys: self.keys, sieve: &mut *self.sieve };
            match self.entries.next_key_seed(key)? {
                None => return Ok(None),
                Some(Some(key)) => return Ok(Some(key)),
                Some(None) => self.sieve.read(&mut self.entries)?,
            }
        }
    }

    fn next_value_seed<W: DeserializeSeed<'de>>(&mut self, seed: W) -> Result<W::Value, A::Error> {
        self.entries.next_value_seed(seed)
    }
}

/// A key of the document, or none where the sieve takes it. The seed stays for the next one then.
struct KeyOf<'s, K, S> {
    seed: &'s mut Option<K>,
    keys: &'static [&'static str],
    sieve: &'s mut S,
}

impl<'de, K: DeserializeSeed<'de>, S: Sieve> DeserializeSeed<'de> for KeyOf<'_, K, S> {
    type Value = Option<K::Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de, K: DeserializeSeed<'de>, S: Sieve> Visitor<'de> for KeyOf<'_, K, S> {
    type Value = Option<K::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        if self.sieve.takes(key, self.keys)? {
            return Ok(None);
        }
        match self.seed.take() {
            Some(seed) => seed.deserialize(key.into_deserializer()).map(Some),
            None => Err(E::custom("a key behind the last one, expected none")),
        }
    }
}
