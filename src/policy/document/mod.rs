//! Rules and tables as documents: what serde reads and writes.
//!
//! A document is a description, as its type is; the policy that takes it proves it.

mod condition;
mod routing;
mod severity;

use alloc::format;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::vocab::Code;
use crate::vocab::map_only::at;

/// Reads a list of at most so many, with the place in the list before an error.
fn list<'de, D, T>(most: usize, deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    struct List<T> {
        most: usize,
        item: PhantomData<T>,
    }
    impl<'de, T: Deserialize<'de>> Visitor<'de> for List<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list")
        }

        // What is no list may be long: it is not repeated.
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
                        return Err(Error::custom(format!("more than {most}, expected at most that many")));
                    }
                    Some(item) => items.push(item),
                }
            }
        }
    }
    deserializer.deserialize_any(List { most, item: PhantomData })
}

/// One word or a list of them.
#[derive(Clone, Debug, Eq, PartialEq)]
struct OneOrMany(Vec<Code>);

impl Serialize for OneOrMany {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => one.serialize(serializer),
            many => many.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = OneOrMany;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word or a list of words")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<OneOrMany, E> {
                text.parse().map(|word| OneOrMany(Vec::from([word]))).map_err(E::custom)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<OneOrMany, A::Error> {
                let most = crate::policy::condition::MAX_WORDS;
                let mut words = Vec::new();
                while let Some(word) = list.next_element()? {
                    if words.len() == most {
                        return Err(A::Error::custom(format_args!(
                            "a list of more than {most} words, expected at most that many"
                        )));
                    }
                    words.push(word);
                }
                Ok(OneOrMany(words))
            }
        }
        deserializer.deserialize_any(Words)
    }
}
