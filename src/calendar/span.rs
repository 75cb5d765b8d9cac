//! Amounts of time.

use core::fmt;
use core::str::FromStr;

use alloc::string::String;

use chrono::TimeDelta;

use crate::calendar::text::excerpt;

/// An amount of elapsed time or working time, in whole seconds.
///
/// A span is not a number of days: a day is 23 or 25 hours long when the clock changes, and a working day has its own
/// hours. Days are counted by a [`Term`](crate::deadline::Term).
///
/// # Example
///
/// ```
/// use redress::calendar::Span;
///
/// assert_eq!(Span::hours(2), Span::minutes(120));
/// assert_eq!(Span::minutes(90).to_string(), "1 h 30 min");
/// assert_eq!(Span::minutes(90).as_seconds(), 5_400);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Span(u64);

impl Span {
    /// No time at all; written `0 s`.
    pub const ZERO: Self = Self(0);

    /// Creates a span of seconds.
    #[must_use]
    pub const fn seconds(seconds: u32) -> Self {
        Self(seconds as u64)
    }

    /// Creates a span of minutes.
    #[must_use]
    pub const fn minutes(minutes: u32) -> Self {
        Self(minutes as u64 * 60)
    }

    /// Creates a span of hours.
    #[must_use]
    pub const fn hours(hours: u32) -> Self {
        Self(hours as u64 * 3_600)
    }

    /// Creates a span from a measured number of seconds.
    pub(crate) const fn of(seconds: u64) -> Self {
        Self(seconds)
    }

    /// Returns the length in seconds.
    #[must_use]
    pub const fn as_seconds(self) -> u64 {
        self.0
    }

    pub(crate) fn delta(self) -> TimeDelta {
        // INVARIANT: at most 2^32 hours, far within what a `TimeDelta` holds.
        i64::try_from(self.0).ok().and_then(TimeDelta::try_seconds).unwrap_or(TimeDelta::MAX)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for (amount, unit) in [(self.0 / 3_600, "h"), (self.0 / 60 % 60, "min"), (self.0 % 60, "s")] {
            if amount > 0 || (unit == "s" && separator.is_empty()) {
                write!(f, "{separator}{amount} {unit}")?;
                separator = " ";
            }
        }
        Ok(())
    }
}

/// A text that is not an amount of time.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error(
    "`{text}` is not an amount of time, expected hours, minutes and seconds such as `24 h`, `1 h 30 min` or `90 s`"
)]
#[non_exhaustive]
pub struct SpanError {
    /// The text, cut short.
    pub text: String,
}

/// Reads hours, minutes and seconds in this order, each at most once, separated by single spaces.
///
/// # Example
///
/// ```
/// use redress::calendar::Span;
///
/// assert_eq!("1 h 30 min".parse(), Ok(Span::minutes(90)));
/// assert!("30 min 1 h".parse::<Span>().is_err()); // the wrong order
/// assert!("1.5 h".parse::<Span>().is_err()); // not a whole number
/// ```
impl FromStr for Span {
    type Err = SpanError;

    fn from_str(text: &str) -> Result<Self, SpanError> {
        parse(text).ok_or_else(|| SpanError { text: excerpt(text) })
    }
}

crate::text::text_enum::serde_as_text!(Span, "an amount of time such as `24 h`");

fn parse(text: &str) -> Option<Span> {
    let mut units = [("h", 3_600_u64), ("min", 60), ("s", 1)].iter();
    let mut words = text.split(' ');
    let mut total = 0_u64;
    while let Some(amount) = words.next() {
        let unit = words.next()?;
        let (_, seconds) = units.by_ref().find(|(name, _)| *name == unit)?;
        if amount.is_empty() || !amount.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let amount: u32 = amount.parse().ok()?;
        // INVARIANT: this cannot overflow, because each number has 32 bits at most.
        total += u64::from(amount) * seconds;
    }
    // INVARIANT: no span is longer than the longest one of `Span::hours`, so that it fits into a `TimeDelta`.
    (total <= u64::from(u32::MAX) * 3_600).then_some(Span(total))
}
