//! A request as a value: read once, within bounds, before anything else looks at it.
//!
//! The value of `serde_json` is not used, because it keeps the last of two equal keys without a word, and because its
//! maps take up to a hundred times the memory of their text. Here a map is the list of its entries, in their order.
//!
//! The bounds are checked in this order: the length, then the depth by one look at each byte, then the number of values
//! while they are read. Nothing is reserved ahead of what was read, so that a request takes at most a few dozen times
//! its own length.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::RefCell;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::text::excerpt::Excerpt;
use crate::wire::error::WireError;
use crate::wire::limits::{MAX_BYTES, MAX_DEPTH, MAX_VALUES};

/// The greatest whole number that every language holds exactly.
const GREATEST: u64 = (1 << 53) - 1;

/// A JSON value.
#[derive(Debug)]
pub(super) enum Node {
    Null,
    Switch(bool),
    Natural(u64),
    Negative(i64),
    Fraction(f64),
    Text(String),
    List(Vec<Node>),
    /// INVARIANT: each key once.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// Reads a request, or says what is wrong, with a JSON pointer to the place.
    pub(super) fn read(request: &str) -> Result<Self, (WireError, String)> {
        if request.len() > MAX_BYTES {
            return Err((WireError::TooLong { limit: MAX_BYTES }, String::new()));
        }
        // Some programs begin a text with a mark that it is UTF-8.
        let request = request.strip_prefix('\u{feff}').unwrap_or(request);
        if depth(request) > MAX_DEPTH {
            return Err((WireError::TooDeep { limit: MAX_DEPTH }, String::new()));
        }
        let reading = Reading::default();
        let mut deserializer = serde_json::Deserializer::from_str(request);
        let read = Value { reading: &reading }.deserialize(&mut deserializer);
        let ended = read.and_then(|node| deserializer.end().map(|()| node));
        ended.map_err(|error| {
            let Reading { problem, place, .. } = reading;
            let problem = problem.into_inner();
            let wrong = problem.unwrap_or_else(|| not_json(request, &error));
            (wrong, pointer(&place.into_inner()))
        })
    }

    /// Returns the value at a JSON pointer.
    pub(super) fn find(&self, pointer: &str) -> Option<&Self> {
        let mut node = self;
        for step in pointer.split('/').skip(1) {
            node = match node {
                Self::Map(entries) => {
                    let key = step.replace("~1", "/").replace("~0", "~");
                    entries.iter().find(|(name, _)| *name == key).map(|(_, value)| value)?
                }
                Self::List(items) => items.get(step.parse::<usize>().ok()?)?,
                Self::Null
                | Self::Switch(_)
                | Self::Natural(_)
                | Self::Negative(_)
                | Self::Fraction(_)
                | Self::Text(_) => return None,
            };
        }
        Some(node)
    }

    /// Returns the value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Map(entries) = self else { return None };
        entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Takes the value of a key out of the map.
    pub(super) fn take(&mut self, key: &str) -> Option<Self> {
        let Self::Map(entries) = self else { return None };
        let place = entries.iter().position(|(name, _)| name == key)?;
        Some(entries.remove(place).1)
    }

    /// Puts a value back under its key.
    pub(super) fn put(&mut self, key: &str, value: Self) {
        if let Self::Map(entries) = self {
            entries.push((key.to_owned(), value));
        }
    }

    /// Whether an error repeats the value.
    pub(super) fn is_in(&self, message: &str) -> bool {
        match self {
            Self::Null | Self::List(_) | Self::Map(_) => false,
            Self::Switch(value) => message.contains(&value.to_string()),
            Self::Natural(value) => message.contains(&value.to_string()),
            Self::Negative(value) => message.contains(&value.to_string()),
            Self::Fraction(value) => message.contains(&value.to_string()),
            Self::Text(text) => !text.is_empty() && message.contains(&alloc::format!("`{text}`")),
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Switch(value) => serializer.serialize_bool(*value),
            Self::Natural(value) => serializer.serialize_u64(*value),
            Self::Negative(value) => serializer.serialize_i64(*value),
            Self::Fraction(value) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// Returns how deeply lists and maps are nested, without reading anything else.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut in_text, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        if in_text {
            in_text = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
        } else {
            match byte {
                b'"' => in_text = true,
                b'[' | b'{' => {
                    depth += 1;
                    deepest = deepest.max(depth);
                }
                b']' | b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    deepest
}

/// A step of a JSON pointer.
#[derive(Clone)]
pub(super) enum Step {
    Key(String),
    Item(usize),
}

/// Writes a JSON pointer.
pub(super) fn pointer(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps {
        text.push('/');
        match step {
            Step::Key(key) => text.push_str(&token(key)),
            Step::Item(item) => text.push_str(&item.to_string()),
        }
    }
    text
}

/// Writes a key as a step of a JSON pointer. A key that nobody knows may be long, and is cut.
pub(super) fn token(key: &str) -> String {
    const LONGEST: usize = 64;
    let shown: String = if key.len() > LONGEST { Excerpt::of(key).as_str().into() } else { key.into() };
    shown.replace('~', "~0").replace('/', "~1")
}

/// What is known while a request is read. The place is kept where reading stopped.
#[derive(Default)]
struct Reading {
    place: RefCell<Vec<Step>>,
    values: core::cell::Cell<usize>,
    problem: RefCell<Option<WireError>>,
}

impl Reading {
    fn refuse<E: Error>(&self, problem: WireError) -> E {
        *self.problem.borrow_mut() = Some(problem);
        E::custom("refused")
    }

    fn count<E: Error>(&self) -> Result<(), E> {
        let values = self.values.get() + 1;
        self.values.set(values);
        if values > MAX_VALUES {
            return Err(self.refuse(WireError::TooManyValues { limit: MAX_VALUES }));
        }
        Ok(())
    }
}

/// Reads one value.
#[derive(Clone, Copy)]
struct Value<'r> {
    reading: &'r Reading,
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.reading.count().map(|()| Node::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        self.reading.count().map(|()| Node::Switch(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        self.reading.count()?;
        if value > GREATEST {
            return Err(self.reading.refuse(WireError::LargeNumber {}));
        }
        Ok(Node::Natural(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        self.reading.count()?;
        if value.unsigned_abs() > GREATEST {
            return Err(self.reading.refuse(WireError::LargeNumber {}));
        }
        Ok(u64::try_from(value).map_or(Node::Negative(value), Node::Natural))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        self.reading.count()?;
        // 2^53: such a number has no fraction, and may have been another one.
        if value.abs() >= 9_007_199_254_740_992.0 {
            return Err(self.reading.refuse(WireError::LargeNumber {}));
        }
        Ok(Node::Fraction(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        self.reading.count().map(|()| Node::Text(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Node, E> {
        self.reading.count().map(|()| Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        self.reading.count()?;
        let mut items = Vec::new();
        loop {
            self.reading.place.borrow_mut().push(Step::Item(items.len()));
            let Some(item) = list.next_element_seed(self)? else { break };
            self.reading.place.borrow_mut().pop();
            items.push(item);
        }
        self.reading.place.borrow_mut().pop();
        items.shrink_to_fit();
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        self.reading.count()?;
        let mut entries: Vec<(String, Node)> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            self.reading.place.borrow_mut().push(Step::Key(key.clone()));
            let value = map.next_value_seed(self)?;
            self.reading.place.borrow_mut().pop();
            entries.push((key, value));
        }
        if let Some(key) = repeated(&entries) {
            self.reading.place.borrow_mut().push(Step::Key(key.to_owned()));
            return Err(self.reading.refuse(WireError::RepeatedKey { key: Excerpt::of(key) }));
        }
        entries.shrink_to_fit();
        Ok(Node::Map(entries))
    }
}

/// Returns a key that stands twice.
fn repeated(entries: &[(String, Node)]) -> Option<&str> {
    /// Up to so many entries, comparing each with each is faster than sorting.
    const FEW: usize = 16;
    if entries.len() <= FEW {
        let twice = entries
            .iter()
            .enumerate()
            .find(|(place, (key, _))| entries.iter().skip(place + 1).any(|(other, _)| other == key));
        return twice.map(|(_, (key, _))| key.as_str());
    }
    let mut keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    keys.windows(2).find_map(|pair| match pair {
        [one, other] if one == other => Some(*one),
        _ => None,
    })
}

/// Says what is wrong with a text that is not JSON, in the words of what callers usually did.
fn not_json(request: &str, error: &serde_json::Error) -> WireError {
    let (line, column) = (error.line(), error.column());
    let text = error.to_string();
    let problem = text.rsplit_once(" at line ").map_or(text.as_str(), |(problem, _)| problem);
    let here = request.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let problem = if matches!(word_at(here, column), "NaN" | "Infinity" | "-Infinity") {
        "`NaN` and `Infinity` are not `JSON`, expected a number or `null`".into()
    } else if problem.contains("surrogate") || problem.contains("end of hex escape") {
        "a text is cut inside a character, expected both halves of its `\\u` escape".into()
    } else if request.trim().is_empty() {
        "the request is empty, expected a map".into()
    } else if problem == "expected ident" {
        "expected a map, a list, a text, a number, `true`, `false` or `null`".into()
    } else {
        problem.into()
    };
    WireError::NotJson { problem, line, column }
}

/// Returns the word at a column, which counts bytes from 1 on.
fn word_at(line: &str, column: usize) -> &str {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    let (before, after) = line.as_bytes().split_at(column.saturating_sub(1).min(line.len()));
    let from = before.len() - before.iter().rev().take_while(|byte| is_part(byte)).count();
    let until = before.len() + after.iter().take_while(|byte| is_part(byte)).count();
    line.get(from..until).unwrap_or_default()
}
