//! Reads and writes instants, strictly by RFC 3339.
//!
//! An instant is written `2026-03-06T18:00:00Z` or `2026-03-06T19:00:00+01:00`, with up to nine digits of fraction. The
//! UTC offset is required, because a local time without an offset is not an instant. Not allowed are the second 60,
//! missing digits, and years outside 1 to 9999.
//!
//! chrono's own reader accepts more. Types of this crate that are read with serde therefore use this reader, and yours
//! can too: `#[serde(with = "redress::calendar::instant")]`.

use alloc::string::String;
use core::fmt;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, SecondsFormat, TimeDelta, Utc};
use serde::{Deserializer, Serializer, de};

use crate::calendar::moment::Moment;
use crate::calendar::text::excerpt;

/// Reads an instant.
///
/// # Errors
///
/// Returns [`InstantError`], which says what is wrong with the text.
///
/// # Example: the most common mistake
///
/// ```
/// use redress::calendar::instant;
///
/// assert_eq!(instant::parse("2026-10-13T09:15:00+08:00")?, instant::parse("2026-10-13T01:15:00Z")?);
/// assert_eq!(
///     instant::parse("2026-10-13T09:15:00").unwrap_err().to_string(),
///     "instant `2026-10-13T09:15:00` has no UTC offset, expected `Z` or an offset such as `+08:00` at its end",
/// );
/// # Ok::<(), redress::calendar::instant::InstantError>(())
/// ```
pub fn parse(text: &str) -> Result<DateTime<Utc>, InstantError> {
    read(text.as_bytes()).map_err(|problem| InstantError { text: excerpt(text), problem })
}

/// Writes an instant in UTC. A fraction is written only if it is not zero.
///
/// # Example
///
/// ```
/// use redress::calendar::instant;
///
/// let at = instant::parse("2026-10-13T09:15:00.5+08:00")?;
/// assert_eq!(instant::format(at), "2026-10-13T01:15:00.500Z");
/// # Ok::<(), redress::calendar::instant::InstantError>(())
/// ```
#[must_use]
pub fn format(at: DateTime<Utc>) -> String {
    // chrono can hold a leap second, which this module reads as the first instant of the next minute.
    DateTime::<Utc>::from(Moment::from(at)).to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// A text that is not an instant.
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct InstantError {
    /// The text, cut short.
    pub text: String,
    /// What is wrong with the text.
    pub problem: InstantProblem,
}

impl fmt::Display for InstantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = match self.problem {
            InstantProblem::NoOffset => {
                "has no UTC offset, expected `Z` or an offset such as `+08:00` at its end"
            }
            InstantProblem::Shape => "has the wrong format, expected one such as `2026-03-06T18:00:00+01:00`",
            InstantProblem::Field => {
                "does not exist, expected a day of the month and a time from 00:00:00 to 23:59:59"
            }
            InstantProblem::LeapSecond => "has a second 60, expected seconds from 00 to 59",
            InstantProblem::Offset => {
                "has an offset that is not valid, expected `Z` or one such as `+08:00`; `-00:00` means that the offset is unknown"
            }
            InstantProblem::Year => "is out of range, expected a year from 0001 to 9999",
        };
        write!(f, "instant `{}` {problem}", self.text)
    }
}

impl core::error::Error for InstantError {}

/// What is wrong with a text that is not an instant.
///
/// # Example: what databases print
///
/// ```
/// use redress::calendar::instant::{self, InstantProblem};
///
/// let problem = |text| instant::parse(text).unwrap_err().problem;
/// assert_eq!(problem("2026-03-06 18:00:00"), InstantProblem::NoOffset);
/// assert_eq!(problem("2026-03-06 18:00:00Z"), InstantProblem::Shape); // a space where `T` belongs
/// assert_eq!(problem("2016-12-31T23:59:60Z"), InstantProblem::LeapSecond);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum InstantProblem {
    /// A local time without an offset.
    NoOffset,
    /// The text does not have the form of an instant.
    Shape,
    /// A date or time that does not exist, such as month 13, 30 February or hour 24.
    Field,
    /// The second 60.
    LeapSecond,
    /// An offset of a day or more, or `-00:00`, which means that the offset is unknown.
    Offset,
    /// A year outside 1 to 9999, in UTC.
    Year,
}

/// Writes an instant with serde.
///
/// # Errors
///
/// Returns the errors of the serializer.
pub fn serialize<S: Serializer>(at: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&format(*at))
}

/// Reads an instant with serde.
///
/// # Errors
///
/// Returns [`InstantError`] as an error of the deserializer.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
    struct Text;
    impl de::Visitor<'_> for Text {
        type Value = DateTime<Utc>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an instant such as `2026-03-06T18:00:00+01:00`")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
            parse(text).map_err(E::custom)
        }
    }
    deserializer.deserialize_str(Text)
}

/// Optional instants: `#[serde(default, with = "redress::calendar::optional_instant")]`.
pub(crate) mod option {
    use chrono::{DateTime, Utc};
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes an optional instant with serde.
    ///
    /// # Errors
    ///
    /// Returns the errors of the serializer.
    pub fn serialize<S: Serializer>(at: &Option<DateTime<Utc>>, serializer: S) -> Result<S::Ok, S::Error> {
        match at {
            Some(at) => super::serialize(at, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// Reads an optional instant with serde.
    ///
    /// # Errors
    ///
    /// Returns [`InstantError`](super::InstantError) as an error of the deserializer.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<DateTime<Utc>>, D::Error> {
        #[derive(Deserialize)]
        struct Strict(#[serde(with = "super")] DateTime<Utc>);
        Ok(Option::<Strict>::deserialize(deserializer)?.map(|strict| strict.0))
    }
}

fn read(text: &[u8]) -> Result<DateTime<Utc>, InstantProblem> {
    let Parts { head, nanos, offset, with_space } = Parts::of(text)?;
    if offset.is_empty() {
        return Err(InstantProblem::NoOffset);
    }
    if with_space {
        return Err(InstantProblem::Shape);
    }
    let offset = offset_seconds(offset)?;
    let local = fields(head, nanos)?;
    let utc = local.and_utc().checked_sub_signed(TimeDelta::seconds(offset)).ok_or(InstantProblem::Year)?;
    if (1..=9999).contains(&utc.year()) { Ok(utc) } else { Err(InstantProblem::Year) }
}

/// Reads the local time of a text that has the form of an instant, and returns what follows it.
pub(super) fn read_local(text: &[u8]) -> Result<(NaiveDateTime, &[u8]), InstantProblem> {
    let Parts { head, nanos, offset, with_space } = Parts::of(text)?;
    if with_space { Err(InstantProblem::Shape) } else { Ok((fields(head, nanos)?, offset)) }
}

/// The parts of a text that has the form of an instant, with or without its offset.
struct Parts<'t> {
    /// Date and time: every digit is where it belongs.
    head: &'t [u8],
    nanos: u32,
    offset: &'t [u8],
    /// Whether date and time are separated by a space, as databases print them.
    with_space: bool,
}

impl<'t> Parts<'t> {
    fn of(text: &'t [u8]) -> Result<Self, InstantProblem> {
        const SHAPE: &[u8] = b"0000-00-00T00:00:00";
        let (Some(head), Some(tail)) = (text.get(..SHAPE.len()), text.get(SHAPE.len()..)) else {
            return Err(InstantProblem::Shape);
        };
        let with_space = head.get(10) == Some(&b' ');
        let fits = head.iter().zip(SHAPE).all(|(byte, shape)| match shape {
            b'0' => byte.is_ascii_digit(),
            b'T' => *byte == b'T' || with_space,
            _ => byte == shape,
        });
        if !fits {
            return Err(InstantProblem::Shape);
        }
        let (nanos, offset) = fraction(tail)?;
        Ok(Self { head, nanos, offset, with_space })
    }
}

/// Returns the local time that the digits stand for.
fn fields(head: &[u8], nanos: u32) -> Result<NaiveDateTime, InstantProblem> {
    let field = |range: core::ops::Range<usize>| head.get(range).map_or(0, number);
    if field(17..19) == 60 {
        return Err(InstantProblem::LeapSecond);
    }
    let year = i32::try_from(field(0..4)).map_err(|_| InstantProblem::Year)?;
    let local = NaiveDate::from_ymd_opt(year, field(5..7), field(8..10))
        .and_then(|date| date.and_hms_nano_opt(field(11..13), field(14..16), field(17..19), nanos))
        .ok_or(InstantProblem::Field)?;
    if year >= 1 { Ok(local) } else { Err(InstantProblem::Year) }
}

/// Reads a fraction, if there is one, as nanoseconds, and returns what follows it.
fn fraction(tail: &[u8]) -> Result<(u32, &[u8]), InstantProblem> {
    let Some((b'.', rest)) = tail.split_first() else { return Ok((0, tail)) };
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).take(10).count();
    let (Some(fraction), Some(offset)) = (rest.get(..digits), rest.get(digits..)) else {
        return Err(InstantProblem::Shape);
    };
    match u32::try_from(digits) {
        Ok(digits @ 1..=9) => Ok((number(fraction) * 10_u32.pow(9 - digits), offset)),
        _ => Err(InstantProblem::Shape),
    }
}

fn offset_seconds(offset: &[u8]) -> Result<i64, InstantProblem> {
    let (sign, digits) = match offset {
        b"Z" => return Ok(0),
        [b'+', digits @ ..] => (1, digits),
        [b'-', digits @ ..] => (-1, digits),
        _ => return Err(InstantProblem::Shape),
    };
    let [h1, h2, b':', m1, m2] = digits else { return Err(InstantProblem::Shape) };
    if ![h1, h2, m1, m2].iter().all(|byte| byte.is_ascii_digit()) {
        return Err(InstantProblem::Shape);
    }
    let (hours, minutes) = (number(&[*h1, *h2]), number(&[*m1, *m2]));
    let unknown = sign < 0 && hours == 0 && minutes == 0;
    if hours > 23 || minutes > 59 || unknown {
        return Err(InstantProblem::Offset);
    }
    Ok(sign * (i64::from(hours) * 3_600 + i64::from(minutes) * 60))
}

/// Reads up to nine ASCII digits as a number.
fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
}
