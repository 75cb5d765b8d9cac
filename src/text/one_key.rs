//! Reading a choice from its name alone, or from a map of one key with what it carries.

use core::fmt;
use core::marker::PhantomData;

use serde::Deserializer;
use serde::de::value::{EnumAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, VariantAccess, Visitor};

use crate::text::map_only::{Kept, Key, at, short};

/// A choice whose derived reader would name its Rust type, and take more than one form.
pub(crate) trait OneKey<'de>: Sized {
    /// What it is, for an error.
    const EXPECTED: &'static str;

    /// Reads the name and what it carries.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Reads a choice; an error never repeats more than a few hundred characters of it.
pub(crate) fn deserialize_one_key<'de, D: Deserializer<'de>, T: OneKey<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(Choice(PhantomData))
}

struct Choice<T>(PhantomData<T>);

impl<'de, T: OneKey<'de>> Visitor<'de> for Choice<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} as a name, or as a map of one key", T::EXPECTED)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<T, E> {
        T::read(EnumAccessDeserializer::new(Alone { name, error: PhantomData })).map_err(short)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
        T::read(EnumAccessDeserializer::new(One { entries, expected: T::EXPECTED })).map_err(short)
    }
}

/// A name that carries nothing.
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
    /// The name is known by now.
    fn carries<T>(&self) -> Result<T, E> {
        Err(E::custom(format_args!("`{}` stands alone, expected a map with what it carries", self.name)))
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

/// A map whose one key is the name.
struct One<A> {
    entries: A,
    expected: &'static str,
}

/// The same behind its key.
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
            _ => Err(A::Error::custom(format_args!("an empty map, expected {expected} as its one key"))),
        }
    }
}

impl<A> Value<A> {
    fn carries_nothing<T, E: Error>(&self) -> Result<T, E> {
        Err(E::custom(format_args!("`{}` carries nothing, expected its name alone", self.key.shown())))
    }
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for Value<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.carries_nothing()
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(mut self, seed: T) -> Result<T::Value, A::Error> {
        let value = self.entries.next_value_seed(seed).map_err(|error| at(self.key.shown(), error))?;
        match self.entries.next_key::<IgnoredAny>()? {
            None => Ok(value),
            Some(_) => Err(A::Error::custom(format_args!(
                "another key beside `{}`, expected one key",
                self.key.shown()
            ))),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, A::Error> {
        self.carries_nothing()
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, A::Error> {
        self.carries_nothing()
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
