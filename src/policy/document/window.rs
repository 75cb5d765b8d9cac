//! The window for reopening a case, as a document.

use alloc::string::String;

use serde::de::value::{MapAccessDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use crate::calendar::Span;
use crate::deadline::{Count, Term};
use crate::policy::document::term::DeadlineDocument;
use crate::policy::track::ReopeningWindow;
use crate::text::text_or::{TextOr, text_or};

text_or! {
    /// Reads a window: `always`, `never`, a span of real time, or a term that counts from the closing.
    ///
    /// A term of days, weeks or months ends with its last day, unless it names another end.
    ///
    /// ```
    /// use redress::deadline::{Count, Term};
    /// use redress::policy::track::ReopeningWindow;
    ///
    /// let read: ReopeningWindow = serde_json::from_str(r#"{"months": 2}"#)?;
    /// assert_eq!(read, ReopeningWindow::within(Count::Months(2)));
    /// let to_the_hour: ReopeningWindow = serde_json::from_str(r#"{"working-days": 5, "end": "same-time"}"#)?;
    /// assert_eq!(to_the_hour, ReopeningWindow::Within(Term::working_days(5)));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ReopeningWindow
}

impl Serialize for ReopeningWindow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Always => serializer.serialize_str("always"),
            Self::Never => serializer.serialize_str("never"),
            Self::Within(term) => match term.count() {
                Count::Elapsed(span) if *term == Term::elapsed(span) => {
                    let mut map = serializer.serialize_map(Some(1))?;
                    map.serialize_entry("within", &span)?;
                    map.end()
                }
                Count::Elapsed(_)
                | Count::Working(_)
                | Count::CalendarDays(_)
                | Count::WorkingDays(_)
                | Count::Weeks(_)
                | Count::Months(_)
                | Count::At(_) => Serialize::serialize(&DeadlineDocument::of_window(term), serializer),
            },
        }
    }
}

impl TextOr for ReopeningWindow {
    const EXPECTED: &'static str =
        "`always`, `never`, or a map such as { within = \"72 h\" } or { calendar-days = 28 }";

    fn text<E: Error>(text: &str) -> Result<Self, E> {
        match text {
            "always" => Ok(Self::Always),
            "never" => Ok(Self::Never),
            _ => {
                let text = crate::vocab::error::Excerpt::of(text);
                Err(E::custom(format_args!("`{text}` is not a window, expected {}", Self::EXPECTED)))
            }
        }
    }

    fn map<'de, A: MapAccess<'de>>(mut entries: A) -> Result<Self, A::Error> {
        let first = entries.next_key::<String>()?;
        if first.as_deref() != Some("within") {
            let entries = MapAccessDeserializer::new(Read { first, entries });
            let document = <DeadlineDocument as Deserialize>::deserialize(entries)?;
            return document.window().map(Self::Within).map_err(A::Error::custom);
        }
        let span = entries.next_value::<Span>();
        let span = span.map_err(|error| A::Error::custom(format_args!("within: {error}")))?;
        match entries.next_key::<String>()? {
            None => Ok(Self::Within(Term::elapsed(span))),
            Some(_) => Err(A::Error::custom("`within` stands beside other keys, expected it alone")),
        }
    }
}

/// The entries of a map whose first key was read already.
struct Read<A> {
    first: Option<String>,
    entries: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Read<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        let Some(first) = self.first.take() else { return self.entries.next_key_seed(seed) };
        let key: StringDeserializer<A::Error> = first.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.entries.next_value_seed(seed)
    }
}
