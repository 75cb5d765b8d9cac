//! Reads the lists of a document.

use alloc::format;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::text::map_only::at;

/// Reads a list with at most `most` items. An error begins with the position of its item, such as `[2]`.
pub(crate) fn list<'de, D, T>(most: usize, deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_any(List { most, item: PhantomData })
}

/// Reads a list of any length.
pub(crate) fn any_number<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    list(usize::MAX, deserializer)
}

struct List<T> {
    most: usize,
    item: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for List<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    // A text in this place may be long, so the error does not repeat it.
    fn visit_str<E: Error>(self, _: &str) -> Result<Vec<T>, E> {
        Err(E::custom("a text, expected a list"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let most = self.most;
        let mut items = Vec::new();
        loop {
            let place = items.len();
            match list.next_element().map_err(|error| at(format_args!("[{place}]"), error))? {
                None => return Ok(items),
                Some(_) if place == most => {
                    return Err(Error::custom(format!("more than {most} items; shorten the list")));
                }
                Some(item) => items.push(item),
            }
        }
    }
}
