//! Reads documents from a value, and keeps the place of the first error as a JSON pointer.
//!
//! The readers of documents name places in their messages, in the words of documents. A caller in another language
//! needs the place in the request as data. So this deserializer walks the value, and knows at each step where it is:
//! the steps are a list on the stack ([`Trail`]), written out only if something is wrong.
//!
//! An error passes through every level of the document on its way out, and each reader may write it anew. The first
//! level that sees it, which is the deepest, keeps the place and the message. An error that a reader recovers from is
//! forgotten with the next value that is read.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::RefCell;
use core::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::wire::error::WireError;
use crate::wire::node::{Node, Step, pointer};
use crate::wire::trouble::Trouble;

/// Reads a document that stands at a place of the request.
pub(super) fn read<T: DeserializeOwned>(node: &Node, at: &str) -> Result<T, Trouble> {
    let seen = RefCell::new(None);
    let place = Place { node, trail: &Trail::Root, seen: &seen };
    T::deserialize(place).map_err(|error| {
        let Seen { steps, message, unknown } = seen.into_inner().unwrap_or_default();
        let problem = message.unwrap_or(error.0);
        let wrong = if unknown {
            WireError::UnknownKey { problem }
        } else if let Some(key) = problem.strip_prefix("missing field ") {
            WireError::MissingKey { key: key.into() }
        } else {
            WireError::Value { problem }
        };
        Trouble::of(wrong).at(String::from(at) + &pointer(&steps))
    })
}

/// The steps to a value.
enum Trail<'t> {
    Root,
    Key(&'t Trail<'t>, &'t str),
    Item(&'t Trail<'t>, usize),
}

impl Trail<'_> {
    fn steps(&self) -> Vec<Step> {
        let (mut steps, mut trail) = (Vec::new(), self);
        loop {
            trail = match trail {
                Trail::Root => break,
                Trail::Key(before, key) => {
                    steps.push(Step::Key((*key).into()));
                    before
                }
                Trail::Item(before, item) => {
                    steps.push(Step::Item(*item));
                    before
                }
            };
        }
        steps.reverse();
        steps
    }
}

/// The first error.
#[derive(Default)]
struct Seen {
    steps: Vec<Step>,
    /// The message of the first level that can name what was meant. `None` until then.
    message: Option<String>,
    unknown: bool,
}

/// A value and where it is.
#[derive(Clone, Copy)]
struct Place<'de, 't> {
    node: &'de Node,
    trail: &'t Trail<'t>,
    seen: &'t RefCell<Option<Seen>>,
}

impl<'de> Place<'de, '_> {
    /// Reads a value below this one, and keeps its first error.
    fn below<S: DeserializeSeed<'de>>(
        &self,
        node: &'de Node,
        trail: &Trail<'_>,
        seed: S,
    ) -> Result<S::Value, NotRead> {
        let read = seed.deserialize(Place { node, trail, seen: self.seen });
        match &read {
            Ok(_) => {
                self.seen.take();
            }
            Err(error) => {
                let mut kept = self.seen.borrow_mut();
                let first = kept.get_or_insert_with(|| Seen { steps: trail.steps(), ..Seen::default() });
                first.message.get_or_insert_with(|| error.0.clone());
            }
        }
        read
    }
}

/// What a reader says.
#[derive(Debug)]
struct NotRead(String);

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for NotRead {}

impl serde::de::Error for NotRead {
    fn custom<T: fmt::Display>(problem: T) -> Self {
        Self(problem.to_string())
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        if found == Unexpected::Unit {
            return Self::custom(format_args!("invalid type: null, expected {expected}"));
        }
        Self::custom(format_args!("invalid type: {found}, expected {expected}"))
    }
}

impl<'de> Deserializer<'de> for Place<'de, '_> {
    type Error = NotRead;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotRead> {
        match self.node {
            Node::Null => visitor.visit_unit(),
            Node::Switch(value) => visitor.visit_bool(*value),
            Node::Natural(value) => visitor.visit_u64(*value),
            Node::Negative(value) => visitor.visit_i64(*value),
            Node::Fraction(value) => visitor.visit_f64(*value),
            Node::Text(text) => visitor.visit_borrowed_str(text),
            Node::List(items) => visitor.visit_seq(Items { place: self, rest: items.iter().enumerate() }),
            Node::Map(entries) => {
                visitor.visit_map(Entries { place: self, rest: entries.iter(), value: None })
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotRead> {
        match self.node {
            Node::Null => visitor.visit_none(),
            Node::Switch(_)
            | Node::Natural(_)
            | Node::Negative(_)
            | Node::Fraction(_)
            | Node::Text(_)
            | Node::List(_)
            | Node::Map(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, NotRead> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotRead> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

/// A name, or a map from one name to what it carries.
impl<'de, 't> EnumAccess<'de> for Place<'de, 't> {
    type Error = NotRead;
    type Variant = Carried<'de, 't>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), NotRead> {
        let (name, value) = match self.node {
            Node::Text(name) => (name, None),
            Node::Map(entries) => match entries.as_slice() {
                [(name, value)] => (name, Some((name.as_str(), value))),
                _ => return Err(NotRead("a map with several keys, expected one key".into())),
            },
            Node::Null
            | Node::Switch(_)
            | Node::Natural(_)
            | Node::Negative(_)
            | Node::Fraction(_)
            | Node::List(_) => return Err(NotRead("expected a name, or a map with one key".into())),
        };
        let variant = seed.deserialize(StrDeserializer::new(name))?;
        Ok((variant, Carried { place: self, value }))
    }
}

/// What a name carries.
struct Carried<'de, 't> {
    place: Place<'de, 't>,
    value: Option<(&'de str, &'de Node)>,
}

impl<'de> Carried<'de, '_> {
    fn read<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, NotRead> {
        match self.value {
            Some((name, value)) => self.place.below(value, &Trail::Key(self.place.trail, name), seed),
            None => Err(NotRead("a name alone, expected a map from the name to its value".into())),
        }
    }
}

impl<'de> VariantAccess<'de> for Carried<'de, '_> {
    type Error = NotRead;

    fn unit_variant(self) -> Result<(), NotRead> {
        match self.value {
            None => Ok(()),
            Some(_) => self.read(core::marker::PhantomData::<()>),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, NotRead> {
        self.read(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotRead> {
        self.read(Visited(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotRead> {
        self.read(Visited(visitor))
    }
}

/// Reads whatever a visitor takes.
struct Visited<V>(V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Visited<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_any(self.0)
    }
}

struct Items<'de, 't> {
    place: Place<'de, 't>,
    rest: core::iter::Enumerate<core::slice::Iter<'de, Node>>,
}

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = NotRead;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, NotRead> {
        let Some((item, node)) = self.rest.next() else { return Ok(None) };
        let read = self.place.below(node, &Trail::Item(self.place.trail, item), seed);
        // A reader of maps refuses a list at its first item.
        if read.as_ref().is_err_and(|error| item == 0 && error.0.starts_with("invalid type: sequence"))
            && !matches!(node, Node::List(_))
            && let Some(kept) = self.place.seen.borrow_mut().as_mut()
        {
            kept.steps = self.place.trail.steps();
        }
        read.map(Some)
    }
}

struct Entries<'de, 't> {
    place: Place<'de, 't>,
    rest: core::slice::Iter<'de, (String, Node)>,
    value: Option<(&'de str, &'de Node)>,
}

impl<'de> MapAccess<'de> for Entries<'de, '_> {
    type Error = NotRead;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, NotRead> {
        let Some((key, value)) = self.rest.next() else { return Ok(None) };
        self.value = Some((key, value));
        let read = seed.deserialize(StrDeserializer::<NotRead>::new(key));
        read.map(Some).inspect_err(|error| {
            // The level above names the key that was meant.
            self.place.seen.borrow_mut().get_or_insert_with(|| Seen {
                steps: Trail::Key(self.place.trail, key).steps(),
                message: None,
                unknown: error.0.starts_with("unknown field "),
            });
        })
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, NotRead> {
        match self.value.take() {
            Some((key, node)) => self.place.below(node, &Trail::Key(self.place.trail, key), seed),
            None => Err(NotRead("a value without a key, expected the key before it".into())),
        }
    }
}
