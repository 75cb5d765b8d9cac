//! Reads and writes dates, strictly as `YYYY-MM-DD`.
//!
//! chrono's own reader takes `26-1-1` for a day of the year 26. Types that are read with serde therefore use this
//! reader: `#[serde(with = "redress::calendar::date")]`.

use alloc::string::String;
use core::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserializer, Serializer, de};

use crate::calendar::text::excerpt;

/// Reads a date.
///
/// # Errors
///
/// Returns [`DateError`], with the text, if it is not a date of the years 1 to 9999.
///
/// # Example: no leap day in 2026
///
/// ```
/// use redress::calendar::date;
///
/// assert_eq!(date::parse("2026-02-28")?.to_string(), "2026-02-28");
/// assert_eq!(
///     date::parse("2026-02-29").unwrap_err().to_string(),
///     "`2026-02-29` is not a date, expected `YYYY-MM-DD` from year 0001 to 9999",
/// );
/// # Ok::<(), redress::calendar::date::DateError>(())
/// ```
pub fn parse(text: &str) -> Result<NaiveDate, DateError> {
    const SHAPE: &[u8] = b"0000-00-00";
    let fits = text.len() == SHAPE.len()
        && text
            .bytes()
            .zip(SHAPE)
            .all(|(byte, shape)| if *shape == b'0' { byte.is_ascii_digit() } else { byte == *shape });
    let date = if fits && !text.starts_with("0000") { text.parse().ok() } else { None };
    date.ok_or_else(|| DateError { text: excerpt(text) })
}

/// Returns whether a date can be written in a form that [`parse`] accepts.
pub(crate) fn is_writable(date: NaiveDate) -> bool {
    (1..=9_999).contains(&date.year())
}

/// A text that is not a date.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error("`{text}` is not a date, expected `YYYY-MM-DD` from year 0001 to 9999")]
#[non_exhaustive]
pub struct DateError {
    /// The text, cut short.
    pub text: String,
}

/// Writes a date with serde.
///
/// # Errors
///
/// Returns the errors of the serializer.
pub fn serialize<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}

/// Reads a date with serde.
///
/// # Errors
///
/// Returns [`DateError`] as an error of the deserializer.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    struct Text;
    impl de::Visitor<'_> for Text {
        type Value = NaiveDate;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a date such as `2026-02-28`")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<NaiveDate, E> {
            parse(text).map_err(E::custom)
        }
    }
    deserializer.deserialize_str(Text)
}

/// Optional dates: `#[serde(default, with = "redress::calendar::optional_date")]`.
pub(crate) mod option {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes an optional date with serde.
    ///
    /// # Errors
    ///
    /// Returns the errors of the serializer.
    pub fn serialize<S: Serializer>(date: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        match date {
            Some(date) => super::serialize(date, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// Reads an optional date with serde.
    ///
    /// # Errors
    ///
    /// Returns [`DateError`](super::DateError) as an error of the deserializer.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        #[derive(Deserialize)]
        struct Strict(#[serde(with = "super")] NaiveDate);
        Ok(Option::<Strict>::deserialize(deserializer)?.map(|strict| strict.0))
    }
}
