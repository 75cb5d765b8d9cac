//! Reads and writes local times: a date and a time of day without a UTC offset.
//!
//! A local time is written `2026-03-06T18:00:00`, with up to nine digits of fraction. It is not an instant, because it
//! means another instant in each zone. [`Calendar::local_instant`](crate::calendar::Calendar::local_instant) turns it
//! into the instant in the zone of a calendar.
//!
//! Types that are read with serde use this reader: `#[serde(with = "redress::calendar::local")]`.

use alloc::string::{String, ToString};
use core::fmt;

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserializer, Serializer, de};

use crate::calendar::instant;
use crate::calendar::instant::InstantProblem;
use crate::calendar::moment::Moment;
use crate::calendar::text::excerpt;

/// Reads a local time.
///
/// # Errors
///
/// Returns [`LocalError`], which says what is wrong with the text.
///
/// # Example: an instant is not a local time
///
/// ```
/// use redress::calendar::local;
///
/// assert_eq!(local::parse("2026-03-06T18:00:00")?.to_string(), "2026-03-06 18:00:00");
/// assert_eq!(
///     local::parse("2026-03-06T18:00:00+01:00").unwrap_err().to_string(),
///     "local time `2026-03-06T18:00:00+01:00` has a UTC offset, expected a local time without one",
/// );
/// # Ok::<(), redress::calendar::local::LocalError>(())
/// ```
pub fn parse(text: &str) -> Result<NaiveDateTime, LocalError> {
    read(text).map_err(|problem| LocalError { text: excerpt(text), problem })
}

/// Writes a local time. A fraction is written only if it is not zero.
///
/// # Example
///
/// ```
/// use redress::calendar::local;
///
/// assert_eq!(local::format(local::parse("2026-03-06T18:00:00.250")?), "2026-03-06T18:00:00.250");
/// # Ok::<(), redress::calendar::local::LocalError>(())
/// ```
#[must_use]
pub fn format(local: NaiveDateTime) -> String {
    // chrono can hold a leap second, which this module reads as the first instant of the next minute.
    let local = DateTime::<Utc>::from(Moment::from(local.and_utc())).naive_utc();
    local.format("%Y-%m-%dT%H:%M:%S%.f").to_string()
}

/// A text that is not a local time.
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct LocalError {
    /// The text, cut short.
    pub text: String,
    /// What is wrong with the text.
    pub problem: LocalProblem,
}

impl fmt::Display for LocalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = match self.problem {
            LocalProblem::Offset => "has a UTC offset, expected a local time without one",
            LocalProblem::Shape => "has the wrong format, expected one such as `2026-03-06T18:00:00`",
            LocalProblem::Field => {
                "does not exist, expected a day of the month and a time from 00:00:00 to 23:59:59"
            }
            LocalProblem::LeapSecond => "has a second 60, expected seconds from 00 to 59",
            LocalProblem::Year => "is out of range, expected a year from 0001 to 9999",
        };
        write!(f, "local time `{}` {problem}", self.text)
    }
}

impl core::error::Error for LocalError {}

/// What is wrong with a text that is not a local time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum LocalProblem {
    /// The text is an instant: it has an offset.
    Offset,
    /// The text does not have the form of a local time.
    Shape,
    /// A date or time that does not exist, such as month 13, 30 February or hour 24.
    Field,
    /// The second 60.
    LeapSecond,
    /// The year 0.
    Year,
}

fn read(text: &str) -> Result<NaiveDateTime, LocalProblem> {
    let (local, rest) = instant::read_local(text.as_bytes()).map_err(|problem| match problem {
        InstantProblem::Field => LocalProblem::Field,
        InstantProblem::LeapSecond => LocalProblem::LeapSecond,
        InstantProblem::Year => LocalProblem::Year,
        InstantProblem::Shape | InstantProblem::NoOffset | InstantProblem::Offset => LocalProblem::Shape,
    })?;
    match rest {
        [] => Ok(local),
        [b'Z' | b'+' | b'-', ..] => Err(LocalProblem::Offset),
        _ => Err(LocalProblem::Shape),
    }
}

/// Writes a local time with serde.
///
/// # Errors
///
/// Returns the errors of the serializer.
pub fn serialize<S: Serializer>(local: &NaiveDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&format(*local))
}

/// Reads a local time with serde.
///
/// # Errors
///
/// Returns [`LocalError`] as an error of the deserializer.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDateTime, D::Error> {
    struct Text;
    impl de::Visitor<'_> for Text {
        type Value = NaiveDateTime;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a local time such as `2026-03-06T18:00:00`")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<NaiveDateTime, E> {
            parse(text).map_err(E::custom)
        }
    }
    deserializer.deserialize_str(Text)
}

/// Optional local times: `#[serde(default, with = "redress::calendar::optional_local")]`.
pub(crate) mod option {
    use chrono::NaiveDateTime;
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes an optional local time with serde.
    ///
    /// # Errors
    ///
    /// Returns the errors of the serializer.
    pub fn serialize<S: Serializer>(local: &Option<NaiveDateTime>, serializer: S) -> Result<S::Ok, S::Error> {
        match local {
            Some(local) => super::serialize(local, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// Reads an optional local time with serde.
    ///
    /// # Errors
    ///
    /// Returns [`LocalError`](super::LocalError) as an error of the deserializer.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<NaiveDateTime>, D::Error> {
        #[derive(Deserialize)]
        struct Strict(#[serde(with = "super")] NaiveDateTime);
        Ok(Option::<Strict>::deserialize(deserializer)?.map(|strict| strict.0))
    }
}
