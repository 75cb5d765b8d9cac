//! What an operation is asked, and what it answers.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::ops::Deref;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess};
use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::{CalendarDocument, CalendarFault, KnownDays, Zone};
use crate::coded::Coded;
use crate::faults::Faults;
use crate::labels::Labels;
use crate::render::Renderer;
use crate::text::text_or::{TextOr, deserialize_text_or};
use crate::vocab::Locale;
use crate::wire::error::WireError;
use crate::wire::trouble::{Several, Trouble};

/// What every operation is asked beside its own values.
#[derive(Clone, Copy)]
pub(super) struct Ask {
    /// The language in which an answer also tells its reasons as text.
    pub(super) language: Option<Locale>,
}

impl Ask {
    /// Writes a text in the language that was asked for.
    pub(super) fn text<T>(self, labels: &Labels, write: impl FnOnce(Renderer<'_>) -> T) -> Option<T> {
        self.language.map(|locale| write(Renderer::new(labels, locale)))
    }
}

/// An answer: JSON.
pub(super) struct Answer(pub(super) String);

impl Answer {
    /// Writes an answer.
    pub(super) fn of(answer: &impl Serialize) -> Result<Self, Trouble> {
        let written = serde_json::to_string(answer);
        written.map(Self).map_err(|error| Trouble::of(WireError::Unwritable { problem: error.to_string() }))
    }
}

/// Names the part of a request that a library error is about.
pub(super) trait AtPart<T> {
    /// Returns the value, or the error with its place, such as `/date`.
    fn at_part(self, part: &str) -> Result<T, Trouble>;
}

impl<T, E: Coded + 'static> AtPart<T> for Result<T, E> {
    fn at_part(self, part: &str) -> Result<T, Trouble> {
        self.map_err(|error| Trouble::of(error).at_part(part))
    }
}

impl<T, F: Coded + 'static> AtPart<T> for Result<T, Faults<F>> {
    fn at_part(self, part: &str) -> Result<T, Trouble> {
        self.map_err(|faults| Trouble::of(Several(faults)).at_part(part))
    }
}

/// Something that was loaded under a name, or that comes with the request.
pub(super) enum Source<D> {
    Name(String),
    Document(Box<D>),
}

/// What a source holds, for errors.
pub(super) trait Named {
    const EXPECTED: &'static str;
}

impl Named for CalendarDocument {
    const EXPECTED: &'static str = "the name of a calendar, or a calendar as a map";
}

impl<D: Named + for<'a> Deserialize<'a>> TextOr for Source<D> {
    const EXPECTED: &'static str = D::EXPECTED;

    fn text<E: Error>(text: &str) -> Result<Self, E> {
        Ok(Self::Name(text.into()))
    }

    fn map<'de, A: MapAccess<'de>>(entries: A) -> Result<Self, A::Error> {
        D::deserialize(MapAccessDeserializer::new(entries)).map(|document| Self::Document(Box::new(document)))
    }
}

impl<'de, D: Named + for<'a> Deserialize<'a>> Deserialize<'de> for Source<D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        deserialize_text_or(deserializer)
    }
}

/// What a source stands for.
pub(super) enum Held<'s, T> {
    Loaded(&'s T),
    Sent(Box<T>),
}

impl<T> Deref for Held<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::Loaded(value) => value,
            Self::Sent(value) => value,
        }
    }
}

/// Returns the zone of a name: an offset such as `+08:00` or `UTC`, or a name of the IANA database if it is compiled in.
pub(super) fn zone(name: &str, known: KnownDays) -> Result<Zone, CalendarFault> {
    let offset = if name == "UTC" { chrono::FixedOffset::east_opt(0) } else { name.parse().ok() };
    if let Some(offset) = offset {
        return Zone::tabulate(name, &offset, known);
    }
    #[cfg(feature = "chrono-tz")]
    return Zone::iana(name, known);
    #[cfg(not(feature = "chrono-tz"))]
    Err(CalendarFault::UnknownZone { name: crate::calendar::text::excerpt(name) })
}

/// Reads a request of an operation from a map. Derived readers would also accept a list of its values.
macro_rules! request {
    ($type:ty, $expected:literal) => {
        impl<'de> crate::text::map_only::MapOnly<'de> for $type {
            const EXPECTED: &'static str = $expected;

            fn read<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::text::map_only::deserialize_map(deserializer)
            }
        }
    };
}
pub(super) use request;
