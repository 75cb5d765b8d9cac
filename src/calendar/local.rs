//! The one reader of local times without an offset: a date and a time, strictly.
//!
//! A local time is written `2026-03-06T18:00:00`, with up to nine digits of fraction and without an offset. It is
//! no instant: a [`Calendar`](crate::calendar::Calendar) reads it in its zone, by
//! [`local_instant`](crate::calendar::Calendar::local_instant). Types that are read with serde use this reader:
//! `#[serde(with = "redress::calendar::local")]`.

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
/// [`LocalError`], naming the text and what was expected.
///
/// ```
/// use redress::calendar::local;
///
/// assert_eq!(local::parse("2026-03-06T18:00:00")?.to_string(), "2026-03-06 18:00:00");
/// assert_eq!(
///     local::parse("2026-03-06T18:00:00+01:00").unwrap_err().to_string(),
///     "local time `2026-03-06T18:00:00+01:00` has a UTC offset, expected none: with an offset it is an instant",
/// );
/// # Ok::<(), redress::calendar::local::LocalError>(())
/// ```
pub fn parse(text: &str) -> Result<NaiveDateTime, LocalError> {
    read(text).map_err(|problem| LocalError { text: excerpt(text), problem })
}

/// Writes a local time, with a fraction only where there is one.
#[must_use]
pub fn format(local: NaiveDateTime) -> String {
    // A leap second, which chrono can hold, is the first instant of the next minute.
    let local = DateTime::<Utc>::from(Moment::from(local.and_utc())).naive_utc();
    local.format("%Y-%m-%dT%H:%M:%S%.f").to_string()
}

/// A text that is no local time.
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct LocalError {
    /// What was read, cut short.
    pub text: String,
    /// What is wrong with it.
    pub problem: LocalProblem,
}

impl fmt::Display for LocalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = match self.problem {
            LocalProblem::Offset => "has a UTC offset, expected none: with an offset it is an instant",
            LocalProblem::Shape => "has another shape, expected one such as `2026-03-06T18:00:00`",
            LocalProblem::Field => {
                "names a time that does not exist, expected a date and a time of the calendar"
            }
            LocalProblem::LeapSecond => "has a second 60, expected seconds from 00 to 59",
            LocalProblem::Year => "is out of range, expected a year from 0001 to 9999",
        };
        write!(f, "local time `{}` {problem}", self.text)
    }
}

impl core::error::Error for LocalError {}

/// What is wrong with a text that is no local time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum LocalProblem {
    /// An instant, with an offset.
    Offset,
    /// Another shape altogether.
    Shape,
    /// A month 13, a 30 February, an hour 24.
    Field,
    /// A second 60.
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

/// Writes a local time for serde.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<S: Serializer>(local: &NaiveDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&format(*local))
}

/// Reads a local time for serde.
///
/// # Errors
///
/// [`LocalError`] as an error of the deserializer.
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

/// For optional local times: `#[serde(default, with = "redress::calendar::optional_local")]`.
pub(crate) mod option {
    use chrono::NaiveDateTime;
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes an optional local time for serde.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(local: &Option<NaiveDateTime>, serializer: S) -> Result<S::Ok, S::Error> {
        match local {
            Some(local) => super::serialize(local, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// Reads an optional local time for serde.
    ///
    /// # Errors
    ///
    /// [`LocalError`](super::LocalError) as an error of the deserializer.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<NaiveDateTime>, D::Error> {
        #[derive(Deserialize)]
        struct Strict(#[serde(with = "super")] NaiveDateTime);
        Ok(Option::<Strict>::deserialize(deserializer)?.map(|strict| strict.0))
    }
}
