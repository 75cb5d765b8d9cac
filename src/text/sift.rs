//! Reads one map into two: the entries of a document, and the entries of something that the document holds.
//!
//! The problem: a complaint is one flat map. Some keys are its fields (`id`, `received`), others are facets with their
//! words (`category`, `channel`), and an organisation adds facets of its own. In Rust, the words are one field with its
//! own type. Serde's answer is `flatten`, which keeps every key that it does not know in a buffer until the whole map
//! is read. Errors then lose their place, numbers lose their type, and a large document is held in memory twice.
//!
//! The idea: put a deserializer between the format and the derived reader of the document. It sees each key first:
//!
//! 1. The format offers a key. [`KeyOf`] shows it to the [`Sieve`].
//! 2. If the sieve takes the key, the sieve reads the value at once, and the next key is asked for.
//! 3. If not, the key goes on to the derived reader, which reads the value as always.
//!
//! The derived reader never learns that there were other keys. Nothing is buffered, and each value is read by the type
//! that it belongs to. By hand, for `{"id": "a", "category": "parts", "received": …}`: the derived reader asks for a
//! key and gets `id`; asks again, and gets `received`, because the sieve has read `category` and its value in between.
//!
//! Layers, from outside to inside: [`Sifting`] is the deserializer, [`Entries`] the visitor that receives the map,
//! [`Sifted`] the map without the entries of the sieve, and [`KeyOf`] the reader of one key.
//!
//! The cost is one question per key, and no allocation.
//!
//! At the edges:
//!
//! - A key that belongs to neither is refused by the sieve, which knows the keys of the document as well (`others`), so
//!   that the error can suggest any of them.
//! - Serde gives a reader of keys away when it is used. If the sieve takes a key, the reader must survive for the next
//!   one: it waits in an `Option` of [`Sifted::next_key_seed`]. A second use cannot happen, and is an error if it does.
//! - A document is a struct, so only `deserialize_struct` needs the sieve. Every other request goes to the format
//!   unchanged.
//!
//! Reading into a generic value first was rejected for the same reasons as `flatten`.

use core::fmt;

use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};

/// Takes the entries of a map that belong to it.
pub(crate) trait Sieve {
    /// Returns whether a key belongs to the sieve. If so, [`Sieve::read`] is called next. `others` are the keys of the
    /// document.
    ///
    /// # Errors
    ///
    /// Returns an error if the key belongs to neither, or appears twice.
    fn takes<E: Error>(&mut self, key: &str, others: &'static [&'static str]) -> Result<bool, E>;

    /// Reads the value of the key that the sieve took last.
    fn read<'de, A: MapAccess<'de>>(&mut self, entries: &mut A) -> Result<(), A::Error>;
}

/// A deserializer of a map. The sieve takes its entries, and the derived reader of a document gets the others.
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

    // A document is a struct, so that its reader does not ask for anything else.
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

/// Reads one key: for the document, or `None` if the sieve takes it. In that case, the seed stays for the next key.
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
            None => Err(E::custom("a key after the last one, expected none")),
        }
    }
}
