//! Times of day on a wall clock.

use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;

use chrono::{NaiveTime, Timelike};

use crate::calendar::text::excerpt;

/// The number of seconds in a civil day.
pub(crate) const DAY: i64 = 86_400;

/// A time of day on the wall clock, in whole seconds, from 00:00 to 23:59:59.
///
/// There is no second 60: no wall clock in an office shows one.
///
/// # Example
///
/// ```
/// use redress::calendar::LocalTime;
///
/// const CUT_OFF: LocalTime = LocalTime::from_static("16:30");
/// assert_eq!(CUT_OFF, "16:30:00".parse()?);
/// assert_eq!(CUT_OFF.to_string(), "16:30");
/// assert_eq!(CUT_OFF.seconds(), 59_400);
/// assert!("24:00".parse::<LocalTime>().is_err());
/// # Ok::<(), redress::calendar::parse::LocalTimeError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct LocalTime(u32);

impl LocalTime {
    /// 00:00, the first second of a civil day.
    pub const MIDNIGHT: Self = Self(0);

    /// Creates a time of day from a literal, `HH:MM` or `HH:MM:SS`.
    ///
    /// Use [`str::parse`] for texts that are not literals.
    ///
    /// # Panics
    ///
    /// Panics if the text is not a time of day. In a `const`, this is a compile error.
    #[must_use]
    #[expect(clippy::panic, reason = "for literals: a malformed one does not compile in a const")]
    pub const fn from_static(text: &'static str) -> Self {
        match parse(text.as_bytes()) {
            Some(seconds) => Self(seconds),
            None => panic!("a time of day is written HH:MM or HH:MM:SS, up to 23:59:59"),
        }
    }

    /// Returns the seconds since 00:00, as the wall clock counts them.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.0
    }

    pub(crate) const fn from_seconds(seconds: u32) -> Self {
        Self(seconds % 86_400)
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_clock(f, self.0)
    }
}

/// Converts a time of day to chrono's type.
impl From<LocalTime> for NaiveTime {
    fn from(time: LocalTime) -> Self {
        Self::from_num_seconds_from_midnight_opt(time.seconds(), 0).unwrap_or(Self::MIN)
    }
}

/// Converts a time of day from chrono's type. Fractions of a second and leap seconds are refused.
///
/// # Example: half a second after noon
///
/// ```
/// use chrono::NaiveTime;
/// use redress::calendar::LocalTime;
///
/// let noon = NaiveTime::from_hms_opt(12, 0, 0).ok_or("no such time")?;
/// assert_eq!(LocalTime::try_from(noon)?, LocalTime::from_static("12:00"));
/// let later = NaiveTime::from_hms_milli_opt(12, 0, 0, 500).ok_or("no such time")?;
/// assert_eq!(
///     LocalTime::try_from(later).unwrap_err().to_string(),
///     "`12:00:00.500` is not a time of day, expected `HH:MM` or `HH:MM:SS` from `00:00` to `23:59:59`",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl TryFrom<NaiveTime> for LocalTime {
    type Error = LocalTimeError;

    fn try_from(time: NaiveTime) -> Result<Self, LocalTimeError> {
        if time.nanosecond() == 0 {
            Ok(Self(time.num_seconds_from_midnight()))
        } else {
            Err(LocalTimeError { text: excerpt(&time.to_string()) })
        }
    }
}

impl FromStr for LocalTime {
    type Err = LocalTimeError;

    fn from_str(text: &str) -> Result<Self, LocalTimeError> {
        parse(text.as_bytes()).map(Self).ok_or_else(|| LocalTimeError { text: excerpt(text) })
    }
}

crate::text::text_enum::serde_as_text!(LocalTime, "a time of day such as `16:30`");

/// A text that is not a time of day.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error("`{text}` is not a time of day, expected `HH:MM` or `HH:MM:SS` from `00:00` to `23:59:59`")]
#[non_exhaustive]
pub struct LocalTimeError {
    /// The text, cut short.
    pub text: String,
}

/// Writes seconds since midnight as `HH:MM`, or as `HH:MM:SS` if the seconds are not zero.
pub(crate) fn write_clock(f: &mut fmt::Formatter<'_>, seconds: u32) -> fmt::Result {
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    write!(f, "{hour:02}:{minute:02}")?;
    if second == 0 { Ok(()) } else { write!(f, ":{second:02}") }
}

/// Reads `HH:MM` or `HH:MM:SS` before 24:00, and returns the seconds since midnight.
pub(crate) const fn parse(text: &[u8]) -> Option<u32> {
    let (hour, minute, second) = match text {
        [h1, h2, b':', m1, m2] => (two_digits(*h1, *h2), two_digits(*m1, *m2), Some(0)),
        [h1, h2, b':', m1, m2, b':', s1, s2] => {
            (two_digits(*h1, *h2), two_digits(*m1, *m2), two_digits(*s1, *s2))
        }
        _ => return None,
    };
    match (hour, minute, second) {
        (Some(hour @ 0..=23), Some(minute @ 0..=59), Some(second @ 0..=59)) => {
            Some(hour * 3_600 + minute * 60 + second)
        }
        _ => None,
    }
}

const fn two_digits(tens: u8, ones: u8) -> Option<u32> {
    if tens.is_ascii_digit() && ones.is_ascii_digit() {
        Some((tens - b'0') as u32 * 10 + (ones - b'0') as u32)
    } else {
        None
    }
}
