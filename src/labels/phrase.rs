//! Phrases: texts with named places, in the languages that are built in.
//!
//! A phrase has a key that never changes, such as `account.due`, and one text for each built-in language, such as
//! `due {due}`. What stands in braces is a place. The function that writes the phrase gives each place a value; which
//! places there are follows from the English text, and is checked while compiling. The text of an overlay must have the
//! same places, each at least once, in any order.

use alloc::collections::BTreeSet;
use alloc::string::String;
use core::fmt::{self, Write};

/// A phrase.
#[derive(Debug)]
pub(crate) struct Phrase {
    /// Its key, the same in every release.
    pub(crate) key: &'static str,
    /// Its text in each built-in language. The English text of an error is empty: it is that of its `Display`.
    pub(crate) texts: [&'static str; 3],
}

/// A value of a place.
pub(crate) type Value<'a> = (&'static str, &'a dyn fmt::Display);

impl Phrase {
    /// Returns a text that has all places.
    const fn sample(&self) -> &'static str {
        let [english, simplified, _] = self.texts;
        if english.is_empty() { simplified } else { english }
    }

    /// Returns the names of the places.
    pub(crate) fn places(&self) -> BTreeSet<&'static str> {
        places(self.sample()).flatten().collect()
    }

    /// Returns whether these are the names of the places. Runs while compiling.
    #[expect(clippy::indexing_slicing, reason = "runs while compiling only; the place is below the length")]
    pub(crate) const fn takes(&self, names: &[&str]) -> bool {
        let text = self.sample().as_bytes();
        let mut next = 0;
        while next < names.len() {
            if !has(text, names[next].as_bytes()) {
                return false;
            }
            next += 1;
        }
        // Each place begins with a brace, and each of them has a name.
        let (mut at, mut open) = (0, 0);
        while at < text.len() {
            if text[at] == b'{' {
                let mut known = false;
                let mut next = 0;
                while next < names.len() {
                    known = known || stands(text, at + 1, names[next].as_bytes());
                    next += 1;
                }
                if !known {
                    return false;
                }
                open += 1;
            }
            at += 1;
        }
        open >= names.len()
    }
}

/// Whether a text has a place of this name.
#[expect(clippy::indexing_slicing, reason = "runs while compiling only; the place is below the length")]
const fn has(text: &[u8], name: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() {
        if text[at] == b'{' && stands(text, at + 1, name) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether a name and a closing brace stand at a position.
#[expect(clippy::indexing_slicing, reason = "runs while compiling only; the places are below the lengths")]
const fn stands(text: &[u8], at: usize, name: &[u8]) -> bool {
    if at + name.len() >= text.len() || text[at + name.len()] != b'}' {
        return false;
    }
    let mut next = 0;
    while next < name.len() {
        if text[at + next] != name[next] {
            return false;
        }
        next += 1;
    }
    true
}

/// Returns the names of the places of a text, and `None` for each brace that is not part of one.
pub(crate) fn places(text: &str) -> impl Iterator<Item = Option<&str>> {
    parts(text).filter_map(|part| match part {
        Part::Text(_) => None,
        Part::Place(name) => Some(Some(name)),
        Part::Brace => Some(None),
    })
}

/// Writes a text with values in its places.
pub(crate) fn fill(text: &str, values: &[Value<'_>]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    for part in parts(text) {
        match part {
            Part::Text(text) => filled.push_str(text),
            Part::Place(name) => {
                let value = values.iter().find(|(place, _)| *place == name);
                debug_assert!(value.is_some(), "no value for `{name}` in `{text}`");
                // Writing to a string never fails.
                let _ = value.map(|(_, value)| write!(filled, "{value}"));
            }
            Part::Brace => debug_assert!(false, "a lone brace in `{text}`"),
        }
    }
    filled
}

enum Part<'a> {
    Text(&'a str),
    Place(&'a str),
    /// A brace that is not part of a place.
    Brace,
}

fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let (part, left) = match first {
            '{' => match rest.get(1..).and_then(|inner| inner.split_once('}')) {
                Some((name, left)) if !name.is_empty() && !name.contains('{') => (Part::Place(name), left),
                Some(_) | None => (Part::Brace, rest.get(1..).unwrap_or_default()),
            },
            '}' => (Part::Brace, rest.get(1..).unwrap_or_default()),
            _ => {
                let (text, left) = rest.split_at(rest.find(['{', '}']).unwrap_or(rest.len()));
                (Part::Text(text), left)
            }
        };
        rest = left;
        Some(part)
    })
}

/// Makes the constants of a table of phrases, and the list of them.
macro_rules! phrases {
    ($($name:ident = $key:literal, $texts:expr;)+) => {
        $(pub(crate) const $name: &$crate::labels::phrase::Phrase =
            &$crate::labels::phrase::Phrase { key: $key, texts: $texts };)+

        pub(super) const ALL: &[&$crate::labels::phrase::Phrase] = &[$($name),+];
    };
}
pub(crate) use phrases;
