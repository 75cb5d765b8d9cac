//! Errors with their places in the request, and how they are written.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::coded::{self, Coded};
use crate::faults::Faults;
use crate::wire::node::Node;

/// All faults of one document. The code and the place are those of the first.
pub(super) struct Several<F>(pub(super) Faults<F>);

impl<F: fmt::Display> fmt::Display for Several<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<F: Coded> Coded for Several<F> {
    fn code(&self) -> &'static str {
        self.0.codes().next().unwrap_or("wire.value")
    }

    fn place(&self) -> Option<String> {
        self.0.iter().next().and_then(Coded::place)
    }

    fn faults(&self) -> Vec<&dyn Coded> {
        self.0.coded()
    }
}

/// An error with its place in the request.
pub(super) struct Trouble {
    error: Box<dyn Coded>,
    /// A JSON pointer.
    at: String,
}

impl Trouble {
    /// An error about the whole request.
    pub(super) fn of(error: impl Coded + 'static) -> Self {
        Self { error: Box::new(error), at: String::new() }
    }

    /// Sets the place.
    #[must_use]
    pub(super) fn at(mut self, pointer: impl Into<String>) -> Self {
        self.at = pointer.into();
        self
    }

    /// Sets the place to a part of what the operation was given, such as `/date`.
    #[must_use]
    pub(super) fn at_part(self, part: &str) -> Self {
        self.at(alloc::format!("/with{part}"))
    }

    /// Returns the error in the form in which it is sent.
    pub(super) const fn shown<'a>(&'a self, request: Option<&'a Node>) -> Shown<'a> {
        Shown { trouble: self, request }
    }
}

/// An error in the form in which it is sent: with its place, the value there, and what was expected.
pub(super) struct Shown<'a> {
    trouble: &'a Trouble,
    request: Option<&'a Node>,
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Trouble { error, at } = self.trouble;
        let message = error.to_string();
        let mut map = serializer.serialize_map(None)?;
        coded::entries(&**error, &mut map)?;
        map.serialize_entry("at", at)?;
        // A value may be private. The error that refuses it knows, and repeats it only if it is not.
        let value = self.request.and_then(|request| request.find(at)).filter(|value| value.is_in(&message));
        if let Some(value) = value {
            map.serialize_entry("value", value)?;
        }
        if let Some(expected) = expected(&message) {
            map.serialize_entry("expected", expected)?;
        }
        map.end()
    }
}

/// What an error says was expected. A missing key was.
fn expected(message: &str) -> Option<&str> {
    if let Some(key) = message.strip_suffix(" is missing; add it") {
        return key.strip_prefix("key ");
    }
    let (_, expected) = message.split_once("expected ")?;
    Some(expected.split_once("; ").map_or(expected, |(expected, _)| expected))
}
