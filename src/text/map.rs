//! Reads maps from words to values.

use alloc::collections::BTreeMap;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::text::map_only::{at, no_entries};

/// Reads a map with at most `most` entries, each key once. An error about a value begins with its key.
///
/// `expected` says what the map is. An empty list is read as the empty map.
pub(crate) fn map<'de, D, K, V>(
    most: usize,
    expected: &'static str,
    deserializer: D,
) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
{
    deserializer.deserialize_any(Map { most, expected, may_be_null: false, entries: PhantomData })
}

/// Does the same for a map that may be `null` if it is empty.
pub(crate) fn map_or_null<'de, D, K, V>(
    most: usize,
    expected: &'static str,
    deserializer: D,
) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
{
    deserializer.deserialize_any(Map { most, expected, may_be_null: true, entries: PhantomData })
}

struct Map<K, V> {
    most: usize,
    expected: &'static str,
    may_be_null: bool,
    entries: PhantomData<(K, V)>,
}

impl<'de, K: Deserialize<'de> + Ord + fmt::Display, V: Deserialize<'de>> Visitor<'de> for Map<K, V> {
    type Value = BTreeMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    // A text in this place may be long, or a narrative in the wrong place, so the error does not repeat it.
    fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
        Err(E::custom(format_args!("a text, expected {}", self.expected)))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        if self.may_be_null {
            Ok(BTreeMap::new())
        } else {
            Err(E::invalid_type(serde::de::Unexpected::Unit, &self))
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        no_entries(list, &self).map(|_| BTreeMap::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some(key) = entries.next_key::<K>()? {
            if map.len() == self.most {
                let most = self.most;
                return Err(A::Error::custom(format_args!("more than {most} entries; remove some")));
            }
            let value = entries.next_value().map_err(|error| at(&key, error))?;
            if map.contains_key(&key) {
                return Err(A::Error::custom(format_args!("key `{key}` stands twice, expected it once")));
            }
            map.insert(key, value);
        }
        Ok(map)
    }
}
