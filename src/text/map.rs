//! Reading a map of words of a document.

use alloc::collections::BTreeMap;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::text::map_only::at;

/// Reads a map of at most so many entries, each once, with the key before an error about its value; `expected` says what
/// it is.
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
    struct Map<K, V> {
        most: usize,
        expected: &'static str,
        entries: PhantomData<(K, V)>,
    }
    impl<'de, K: Deserialize<'de> + Ord + fmt::Display, V: Deserialize<'de>> Visitor<'de> for Map<K, V> {
        type Value = BTreeMap<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.expected)
        }

        // What is no map may be long: it is not repeated.
        fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
            Err(E::custom(format_args!("a text, expected {}", self.expected)))
        }

        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some(key) = entries.next_key::<K>()? {
                if map.len() == self.most {
                    let most = self.most;
                    return Err(A::Error::custom(format_args!(
                        "more than {most}, expected at most that many"
                    )));
                }
                let value = entries.next_value().map_err(|error| at(&key, error))?;
                if map.contains_key(&key) {
                    return Err(A::Error::custom(format_args!("`{key}` stands twice, expected it once")));
                }
                map.insert(key, value);
            }
            Ok(map)
        }
    }
    deserializer.deserialize_any(Map { most, expected, entries: PhantomData })
}
