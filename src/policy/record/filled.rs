//! A form with its entries.

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

/// The entries of a form. Each is a text that may be personal, so that `Debug` does not show it.
///
/// The host keeps filled forms; a case holds none. [`Form::missing`](crate::policy::record::Form::missing) returns what
/// is left to fill in. An entry may be blank. It cannot have control characters other than line feeds and tabs.
///
/// As a document, it is a map from field to text: `{"demand": "a new device", "contact": "+49 30 …"}`.
///
/// # Example: personal entries stay out of logs
///
/// ```
/// use redress::policy::record::FilledForm;
/// use redress::vocab::FormField;
///
/// let filled = FilledForm::new().with(FormField::CONTACT, "+49 30 …")?;
/// assert_eq!(format!("{filled:?}"), "FilledForm({FormField(\"contact\"): [private]})");
/// assert_eq!(serde_json::to_string(&filled)?, r#"{"contact":"+49 30 …"}"#);
/// assert!(FilledForm::new().with(FormField::CONTACT, "\u{7}").is_err()); // a control character
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct FilledForm(BTreeMap<FormField, Private<String>>);

/// Why an entry does not fit its form. The error never repeats the text of an entry.
///
/// # Example: a field of another form
///
/// ```
/// use redress::policy::record::{FilledForm, Form};
/// use redress::vocab::FormField;
/// use redress::vocab::organisation::Record;
///
/// let sheet = Form::new(Record::HANDLING_SHEET).with_fields([FormField::DEMAND, FormField::GROUNDS]);
/// let filled = FilledForm::new().with(FormField::BATCH, "B-7")?;
/// let refused = sheet.missing(&filled).unwrap_err().to_string();
/// assert_eq!(refused, "form `handling-sheet` has no field `batch`, expected `demand` or `grounds`");
/// # Ok::<(), redress::policy::record::FormError>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FormError {
    /// The form does not have the field.
    #[error("form `{form}` has no field `{field}`, expected {}", Named(asked))]
    NotAsked {
        /// The form.
        form: Record,
        /// The field that was filled in.
        field: FormField,
        /// The fields that the form has.
        asked: Vec<FormField>,
    },
    /// The entry is too long.
    #[error("field `{field}` has {length} bytes, expected at most {MAX_ENTRY}")]
    TooLong {
        /// The field.
        field: FormField,
        /// Its length in bytes.
        length: usize,
    },
    /// The entry has a control character, an invisible character, or one that changes the direction of writing.
    #[error(
        "field `{field}` has a control or invisible character at byte {at}; only line feeds and tabs are allowed"
    )]
    Control {
        /// The field.
        field: FormField,
        /// The position of the character, in bytes.
        at: usize,
    },
    /// There are more entries than a form can have fields.
    #[error("the form has {entries} entries, expected at most {MAX_FIELDS}")]
    TooMany {
        /// The number of entries.
        entries: usize,
    },
}

/// The fields of a form, or the first eight of many.
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
    /// Creates a form without entries.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Fills in a field. An earlier entry of the field is replaced.
    ///
    /// # Errors
    ///
    /// Returns [`FormError`] if the text is too long, has a control or invisible character, or would be an entry too
    /// many.
    pub fn with(mut self, field: FormField, text: impl Into<String>) -> Result<Self, FormError> {
        self.fill(field, text.into())?;
        Ok(self)
    }

    /// Returns the entry of a field, or `None` if the field was not filled in.
    #[must_use]
    pub fn text(&self, field: FormField) -> Option<&Private<String>> {
        self.0.get(&field)
    }

    /// Returns the fields that have an entry, sorted by their codes.
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

            // A value in place of the map may be personal, so that the error does not repeat it.
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
