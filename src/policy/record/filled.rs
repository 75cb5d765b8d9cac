//! A form as somebody filled it in.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::policy::limits::{MAX_ENTRY, MAX_FIELDS};
use crate::private::Private;
use crate::text::blank::hidden_but;
use crate::text::from_text::deserialize_private;
use crate::text::map_only::{at, no_entries};
use crate::vocab::organisation::Record;
use crate::vocab::{Choice, FormField};

/// The entries of a form, each a text that may be personal: `Debug` does not show it.
///
/// What is filled in belongs to the host, as a case holds no forms;
/// [`Form::missing`](crate::policy::record::Form::missing)
/// says what has to be filled in yet. An entry may be blank, and has no control characters but line feeds and tabs.
///
/// As a document it is a map of the fields: `{"demand": "a new device", "grounds": "…"}`.
///
/// ```
/// use redress::policy::record::FilledForm;
/// use redress::vocab::FormField;
///
/// let filled = FilledForm::new().with(FormField::CONTACT, "+49 30 …")?;
/// assert_eq!(format!("{filled:?}"), "FilledForm({FormField(\"contact\"): [private]})");
/// assert_eq!(serde_json::to_string(&filled)?, r#"{"contact":"+49 30 …"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct FilledForm(BTreeMap<FormField, Private<String>>);

/// What is wrong with the entries of a form. It does not repeat them.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FormError {
    /// An entry of a field that the form does not have.
    #[error("form `{form}` has no field `{field}`, expected {}", Named(asked))]
    NotAsked {
        /// The form.
        form: Record,
        /// The field.
        field: FormField,
        /// The fields of the form.
        asked: Vec<FormField>,
    },
    /// An entry that is too long.
    #[error("field `{field}` has {length} bytes, expected at most {MAX_ENTRY}")]
    TooLong {
        /// The field.
        field: FormField,
        /// Its length in bytes.
        length: usize,
    },
    /// An entry with a control character, or one that is not seen or turns the direction of writing.
    #[error(
        "field `{field}` has a control or invisible character at byte {at}, expected none but line feeds and tabs"
    )]
    Control {
        /// The field.
        field: FormField,
        /// Where it stands.
        at: usize,
    },
    /// More entries than a form has fields.
    #[error("form with {entries} entries, expected at most {MAX_FIELDS}")]
    TooMany {
        /// How many.
        entries: usize,
    },
}

/// The fields of a form, or the first of many.
struct Named<'a>(&'a [FormField]);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 8;
        match self.0.get(..MOST) {
            Some(first) if self.0.len() > MOST => {
                write!(f, "one of {} fields such as {}", self.0.len(), Choice(first))
            }
            _ => Choice(self.0).fmt(f),
        }
    }
}

impl FilledForm {
    /// No entry.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Fills in a field, in place of what stood there.
    ///
    /// # Errors
    ///
    /// [`FormError`] when the text is too long, has a control or invisible character, or stands in one field too many.
    pub fn with(mut self, field: FormField, text: impl Into<String>) -> Result<Self, FormError> {
        self.fill(field, text.into())?;
        Ok(self)
    }

    /// The entry of a field.
    #[must_use]
    pub fn text(&self, field: FormField) -> Option<&Private<String>> {
        self.0.get(&field)
    }

    /// The fields with an entry, in the order of their codes.
    pub fn fields(&self) -> impl Iterator<Item = FormField> + '_ {
        self.0.keys().copied()
    }

    fn fill(&mut self, field: FormField, text: String) -> Result<(), FormError> {
        if text.len() > MAX_ENTRY {
            return Err(FormError::TooLong { field, length: text.len() });
        }
        if let Some((at, _)) = hidden_but(&text, &['\n', '\t']) {
            return Err(FormError::Control { field, at });
        }
        if self.0.len() >= MAX_FIELDS && !self.0.contains_key(&field) {
            return Err(FormError::TooMany { entries: self.0.len() + 1 });
        }
        self.0.insert(field, Private::new(text));
        Ok(())
    }
}

impl<'de> Deserialize<'de> for FilledForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entry(String);

        impl core::str::FromStr for Entry {
            type Err = core::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self(text.into()))
            }
        }

        impl<'de> Deserialize<'de> for Entry {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize_private(deserializer, "a text")
            }
        }

        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = FilledForm;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the entries of a form as a map")
            }

            // What is no map may be personal, and is not repeated.
            fn visit_str<E: Error>(self, _: &str) -> Result<FilledForm, E> {
                Err(E::custom("a text, expected the entries of a form as a map"))
            }

            fn visit_u64<E: Error>(self, _: u64) -> Result<FilledForm, E> {
                Err(E::custom("a number, expected the entries of a form as a map"))
            }

            fn visit_i64<E: Error>(self, _: i64) -> Result<FilledForm, E> {
                Err(E::custom("a number, expected the entries of a form as a map"))
            }

            fn visit_f64<E: Error>(self, _: f64) -> Result<FilledForm, E> {
                Err(E::custom("a number, expected the entries of a form as a map"))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<FilledForm, A::Error> {
                no_entries(list, &self).map(|_| FilledForm::new())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<FilledForm, A::Error> {
                let mut filled = FilledForm::new();
                while let Some(field) = entries.next_key::<FormField>()? {
                    let entry: Entry = entries.next_value().map_err(|error| at(field, error))?;
                    if filled.0.contains_key(&field) {
                        return Err(A::Error::custom(format_args!(
                            "field `{field}` stands twice, expected it once"
                        )));
                    }
                    filled.fill(field, entry.0).map_err(A::Error::custom)?;
                }
                Ok(filled)
            }
        }

        deserializer.deserialize_any(Entries)
    }
}
