//! A word, or a list of words.

use alloc::vec::Vec;
use core::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::vocab::Code;

/// A word, or a list of words. One word is written without a list.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::policy) struct OneOrMany(pub(in crate::policy) Vec<Code>);

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
                let most = crate::policy::limits::MAX_WORDS;
                let mut words = Vec::new();
                while let Some(word) = list.next_element()? {
                    if words.len() == most {
                        return Err(A::Error::custom(format_args!(
                            "the list has more than {most} words; shorten it"
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
