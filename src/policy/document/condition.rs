//! Conditions as documents, such as `{"fact": "minutes-late", "at-least": 30}`.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::Span;
use crate::policy::condition::Condition;
use crate::policy::document::word_list::OneOrMany;
use crate::policy::limits::{MAX_KEYS, MAX_PARTS};
use crate::policy::recurrence::{Recurrence, RecurrenceWindow};
use crate::policy::recurrence_key::RecurrenceKey;
use crate::text::left_out::{is_default, some, some_amount, some_whole};
use crate::text::list::list;
use crate::text::map_only::{Amount, amount, at, map_only, no_entries};
use crate::text::written_as::written_as;
use crate::vocab::error::Excerpt;
use crate::vocab::{Input, Severity};

/// The keys of a condition, for an error text. The names of the inputs are keys too.
const KEYS: &str =
    "`fact`, `amount-at-least`, `repeats`, `all`, `any`, `not`, `surely`, or the name of an input";

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Fact { fact, at_least } => {
                map.serialize_entry("fact", fact)?;
                if *at_least != 1 {
                    map.serialize_entry("at-least", at_least)?;
                }
            }
            Self::Word { input, any_of } => map.serialize_entry(input, &OneOrMany(any_of.clone()))?,
            Self::Amount(amount) => map.serialize_entry("amount-at-least", amount)?,
            Self::Repeats(recurrence) => map.serialize_entry("repeats", recurrence)?,
            Self::All(parts) => map.serialize_entry("all", parts)?,
            Self::Any(parts) => map.serialize_entry("any", parts)?,
            Self::Not(part) => map.serialize_entry("not", part)?,
            Self::Surely(part) => map.serialize_entry("surely", part)?,
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Read as any value, so that the error about a value that is no map does not repeat the value.
        deserializer.deserialize_any(Entries)
    }
}

struct Entries;

/// The conditions of a group.
struct Group(Vec<Condition>);

impl<'de> Deserialize<'de> for Group {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        list(MAX_PARTS, deserializer).map(Self)
    }
}

impl<'de> Visitor<'de> for Entries {
    type Value = Condition;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a condition as a map")
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Condition, E> {
        Err(E::custom("a text, expected a condition as a map"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Condition, A::Error> {
        let entries = no_entries(list, &self)?;
        self.visit_map(entries)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Condition, A::Error> {
        let (mut found, mut at_least): (Option<Condition>, Option<u32>) = (None, None);
        while let Some(key) = entries.next_key::<String>()? {
            let condition = match key.as_str() {
                "at-least" => {
                    if at_least.is_some() {
                        return Err(Error::custom("key `at-least` stands twice, expected it once"));
                    }
                    at_least = Some(entries.next_value::<Amount>().map_err(|error| at("at-least", error))?.0);
                    continue;
                }
                "fact" => Condition::has(entries.next_value().map_err(|error| at("fact", error))?),
                "amount-at-least" => {
                    Condition::Amount(entries.next_value().map_err(|error| at("amount-at-least", error))?)
                }
                "repeats" => Condition::Repeats(entries.next_value().map_err(|error| at("repeats", error))?),
                "all" => Condition::All(entries.next_value::<Group>().map_err(|error| at("all", error))?.0),
                "any" => Condition::Any(entries.next_value::<Group>().map_err(|error| at("any", error))?.0),
                "not" => {
                    let part = entries.next_value().map_err(|error| at("not", error))?;
                    Condition::Not(Box::new(part))
                }
                "surely" => {
                    let part = entries.next_value().map_err(|error| at("surely", error))?;
                    Condition::Surely(Box::new(part))
                }
                other => match other.parse::<Input>() {
                    Ok(input @ Input::Severity) => {
                        return Err(Error::custom(format_args!(
                            "a condition cannot ask for the `{input}`, which rules give; ask another question"
                        )));
                    }
                    Ok(input) if input.facet().is_some() => {
                        let words: OneOrMany = entries.next_value().map_err(|error| at(other, error))?;
                        Condition::Word { input, any_of: words.0 }
                    }
                    _ => {
                        let key = Excerpt::of(other);
                        return Err(Error::custom(format_args!("key `{key}` is unknown, expected {KEYS}")));
                    }
                },
            };
            if found.replace(condition).is_some() {
                let key = Excerpt::of(&key);
                return Err(Error::custom(format_args!(
                    "key `{key}` stands beside another question; combine several questions with `all` or `any`"
                )));
            }
        }
        match (found, at_least) {
            (Some(Condition::Fact { fact, .. }), Some(at_least)) => Ok(Condition::Fact { fact, at_least }),
            (Some(_), Some(_)) => Err(Error::custom("key `at-least` requires `fact` beside it")),
            (Some(condition), None) => Ok(condition),
            (None, _) => Err(Error::custom(format_args!("a condition asks nothing, expected {KEYS}"))),
        }
    }
}

/// A repetition as a document.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct RecurrenceDocument {
    #[serde(deserialize_with = "keys")]
    by: Vec<RecurrenceKey>,
    #[serde(deserialize_with = "amount")]
    at_least: u32,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    within: Option<WindowDocument>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    severity: Option<Severity>,
    #[serde(default, skip_serializing_if = "is_default")]
    upheld: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    admonished: bool,
}

map_only!(RecurrenceDocument, "a repetition");

/// A window as a document: `{"days": 90}`.
#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct WindowDocument {
    #[serde(default, deserialize_with = "some_whole", skip_serializing_if = "Option::is_none")]
    seconds: Option<u64>,
    #[serde(default, deserialize_with = "some_amount", skip_serializing_if = "Option::is_none")]
    days: Option<u32>,
    #[serde(default, deserialize_with = "some_amount", skip_serializing_if = "Option::is_none")]
    months: Option<u32>,
}

map_only!(WindowDocument, "a window");

fn keys<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<RecurrenceKey>, D::Error> {
    list(MAX_KEYS, deserializer)
}

impl From<&Recurrence> for RecurrenceDocument {
    fn from(recurrence: &Recurrence) -> Self {
        let none = WindowDocument { seconds: None, days: None, months: None };
        let within = match recurrence.within {
            RecurrenceWindow::Always => None,
            RecurrenceWindow::Elapsed(span) => {
                Some(WindowDocument { seconds: Some(span.as_seconds()), ..none })
            }
            RecurrenceWindow::Days(n) => Some(WindowDocument { days: Some(n), ..none }),
            RecurrenceWindow::Months(n) => Some(WindowDocument { months: Some(n), ..none }),
        };
        Self {
            by: recurrence.by.clone(),
            at_least: recurrence.at_least,
            within,
            severity: recurrence.severity,
            upheld: recurrence.upheld,
            admonished: recurrence.admonished,
        }
    }
}

impl RecurrenceDocument {
    fn build(self) -> Result<Recurrence, String> {
        let within = match self.within {
            None => RecurrenceWindow::Always,
            Some(WindowDocument { seconds: Some(seconds), days: None, months: None }) => {
                // The longest span that can be written in hours.
                let most = u64::from(u32::MAX) * 3_600;
                if seconds > most {
                    return Err(alloc::format!("within: {seconds} seconds, expected at most {most}"));
                }
                RecurrenceWindow::Elapsed(Span::of(seconds))
            }
            Some(WindowDocument { seconds: None, days: Some(n), months: None }) => RecurrenceWindow::Days(n),
            Some(WindowDocument { seconds: None, days: None, months: Some(n) }) => {
                RecurrenceWindow::Months(n)
            }
            Some(_) => return Err("within: expected one of `seconds`, `days` and `months`".into()),
        };
        Ok(Recurrence {
            by: self.by,
            at_least: self.at_least,
            within,
            severity: self.severity,
            upheld: self.upheld,
            admonished: self.admonished,
        })
    }
}

written_as!(Recurrence = RecurrenceDocument, build);
