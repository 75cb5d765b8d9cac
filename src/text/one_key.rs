//! Reads a choice from its name, or from a map with one key: the name, with what it carries.
//!
//! A choice that carries nothing is written as its name. It is also read from a map with one key whose value is empty:
//! an empty map, the empty list that PHP makes of it, or `null`.

use core::fmt;
use core::marker::PhantomData;

use serde::Deserializer;
use serde::de::value::{EnumAccessDeserializer, StrDeserializer};
use serde::de::{
    DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use crate::text::map_only::{Kept, Key, at, no_entries, short};

/// A choice. Its derived reader would name its Rust type in errors, and would accept more forms.
pub(crate) trait OneKey<'de>: Sized {
    /// What the choice is, for errors.
    const EXPECTED: &'static str;

    /// Reads the name, and what it carries.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Reads a choice. An error never repeats more than a few hundred characters of it.
pub(crate) fn deserialize_one_key<'de, D: Deserializer<'de>, T: OneKey<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(Choice(PhantomData))
}

struct Choice<T>(PhantomData<T>);

impl<'de, T: OneKey<'de>> Visitor<'de> for Choice<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} as a name, or as a map with one key", T::EXPECTED)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<T, E> {
        T::read(EnumAccessDeserializer::new(Alone { name, error: PhantomData })).map_err(short)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<T, A::Error> {
        no_entries(list, &self)?;
        Err(no_key(T::EXPECTED))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
        T::read(EnumAccessDeserializer::new(One { entries, expected: T::EXPECTED })).map_err(short)
    }
}

/// A name without anything that it carries.
struct Alone<'a, E> {
    name: &'a str,
    error: PhantomData<E>,
}

impl<'de, E: Error> EnumAccess<'de> for Alone<'_, E> {
    type Error = E;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), E> {
        let variant = seed.deserialize(StrDeserializer::new(self.name))?;
        Ok((variant, self))
    }
}

impl<E: Error> Alone<'_, E> {
    /// Refuses a name that must carry something.
    fn carries<T>(&self) -> Result<T, E> {
        Err(E::custom(format_args!("`{0}` has no value, expected a map from `{0}` to its value", self.name)))
    }
}

impl<'de, E: Error> VariantAccess<'de> for Alone<'_, E> {
    type Error = E;

    fn unit_variant(self) -> Result<(), E> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, E> {
        self.carries()
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, E> {
        self.carries()
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, E> {
        self.carries()
    }
}

fn no_key<E: Error>(expected: &str) -> E {
    E::custom(format_args!("an empty map, expected {expected} as its only key"))
}

/// A map whose one key is the name.
struct One<A> {
    entries: A,
    expected: &'static str,
}

/// The same map after its key was read.
struct Value<A> {
    entries: A,
    key: Key,
}

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for One<A> {
    type Error = A::Error;
    type Variant = Value<A>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Value<A>), A::Error> {
        let Self { mut entries, expected } = self;
        let mut key = None;
        let variant = entries.next_key_seed(Kept { seed, key: &mut key })?;
        match (variant, key) {
            (Some(variant), Some(key)) => Ok((variant, Value { entries, key })),
            _ => Err(no_key(expected)),
        }
    }
}

impl<'de, A: MapAccess<'de>> Value<A> {
    fn carries_nothing<T>(&self) -> Result<T, A::Error> {
        let name = self.key.shown();
        Err(A::Error::custom(format_args!("`{name}` takes no value, expected its name alone")))
    }

    fn is_the_one_key(&mut self) -> Result<(), A::Error> {
        if self.entries.next_key::<IgnoredAny>()?.is_none() {
            return Ok(());
        }
        let name = self.key.shown();
        Err(A::Error::custom(format_args!("another key beside `{name}`, expected one key")))
    }
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for Value<A> {
    type Error = A::Error;

    fn unit_variant(mut self) -> Result<(), A::Error> {
        // The value that should be empty may be long or personal, so the error does not repeat it.
        self.entries.next_value_seed(Nothing).or_else(|_| self.carries_nothing())?;
        self.is_the_one_key()
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(mut self, seed: T) -> Result<T::Value, A::Error> {
        let value = self.entries.next_value_seed(seed).map_err(|error| at(self.key.shown(), error))?;
        self.is_the_one_key()?;
        Ok(value)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, A::Error> {
        self.carries_nothing()
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, A::Error> {
        self.carries_nothing()
    }
}

/// Reads an empty map, an empty list or `null`.
struct Nothing;

impl<'de> DeserializeSeed<'de> for Nothing {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Nothing {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        no_entries(list, &self).map(drop)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        match entries.next_key::<IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::custom("a map with a key, expected nothing")),
        }
    }
}

/// Implements the reader and the writer of a choice whose derives are `remote = "Self"`.
macro_rules! one_key {
    ($type:ty, $expected:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl<'de> $crate::text::one_key::OneKey<'de> for $type {
            const EXPECTED: &'static str = $expected;

            fn read<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::text::one_key::deserialize_one_key(deserializer)
            }
        }
    };
}
pub(crate) use one_key;
