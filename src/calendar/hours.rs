//! Hours of work within a day.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::calendar::local_time::{LocalTime, parse, write_clock};
use crate::calendar::text::excerpt;

const DAY: u32 = 86_400;
/// The bytes of `HH:MM:SS-HH:MM:SS+1`.
const LONGEST: usize = 19;

/// A span of working hours on the wall clock: it includes its opening and excludes its closing.
///
/// Hours belong to the date they start on, also where they run over midnight. Running over midnight is
/// said, never guessed: `22:00-06:00+1`. So a reversed `17:00-09:00` is an error and not a night shift,
/// and midnight as a closing time is written `24:00`.
///
/// ```
/// use redress::calendar::Hours;
///
/// const OFFICE: Hours = Hours::from_static("09:00-17:00");
/// const NIGHT: Hours = Hours::from_static("22:00-06:00+1");
/// assert_eq!(NIGHT.to_string(), "22:00-06:00+1");
/// let refused = "09:00-00:00".parse::<Hours>().unwrap_err();
/// assert_eq!(
///     refused.to_string(),
///     "hours `09:00-00:00` close before they open, expected a later closing, `24:00` for midnight \
///      or `+1` for the next day",
/// );
/// # let _ = OFFICE;
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Hours {
    opens: u32,
    closes: u32,
}

impl Hours {
    /// From one midnight to the next.
    pub const WHOLE_DAY: Self = Self { opens: 0, closes: DAY };

    /// Hours within one day.
    ///
    /// # Errors
    ///
    /// [`HoursError::Empty`] when both times are the same, [`HoursError::Reversed`] when the closing is
    /// the earlier one.
    pub fn new(opens: LocalTime, closes: LocalTime) -> Result<Self, HoursError> {
        checked(Self { opens: opens.seconds(), closes: closes.seconds() })
    }

    /// Hours that close on the next day, at most 24 hours later.
    ///
    /// # Errors
    ///
    /// [`HoursError::TooLong`] when they are longer than that.
    pub fn overnight(opens: LocalTime, closes_next_day: LocalTime) -> Result<Self, HoursError> {
        checked(Self { opens: opens.seconds(), closes: closes_next_day.seconds() + DAY })
    }

    /// Reads a literal such as `09:00-17:00`, `18:00-24:00` or `22:00-06:00+1`.
    ///
    /// # Panics
    ///
    /// Panics when the text is none; in a `const` that is a compile error.
    #[must_use]
    #[expect(clippy::panic, reason = "for literals: a malformed one does not compile in a const")]
    pub const fn from_static(text: &'static str) -> Self {
        match read(text.as_bytes()) {
            Some(hours) if hours.opens < hours.closes && hours.closes - hours.opens <= DAY => hours,
            _ => panic!("hours are written HH:MM-HH:MM, with 24:00 for midnight or +1 for the next day"),
        }
    }

    /// When work starts, in seconds after 00:00.
    #[must_use]
    pub const fn opens(self) -> LocalTime {
        LocalTime::from_seconds(self.opens)
    }

    /// Whether the hours go on past the next midnight.
    #[must_use]
    pub const fn is_overnight(self) -> bool {
        self.closes > DAY
    }

    /// Opening and closing, in wall-clock seconds after the midnight that starts the day.
    pub(crate) const fn bounds(self) -> (i64, i64) {
        (self.opens as i64, self.closes as i64)
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_clock(f, self.opens)?;
        f.write_str("-")?;
        if self.closes <= DAY {
            write_clock(f, self.closes)
        } else {
            write_clock(f, self.closes - DAY)?;
            f.write_str("+1")
        }
    }
}

impl FromStr for Hours {
    type Err = HoursError;

    fn from_str(text: &str) -> Result<Self, HoursError> {
        // Nothing that is longer is read through for its dash.
        let short = text.as_bytes().get(..=LONGEST).is_none();
        let hours = if short { read(text.as_bytes()) } else { None };
        checked(hours.ok_or_else(|| HoursError::Malformed { text: excerpt(text) })?)
    }
}

crate::text::text_enum::serde_as_text!(Hours, "hours such as `09:00-17:00`");

/// A text or a pair of times that are no hours of work.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum HoursError {
    /// The text has another shape.
    #[error(
        "`{text}` is not a span of hours, expected `HH:MM-HH:MM`, with `24:00` for midnight or `+1` for the next day"
    )]
    Malformed {
        /// What was read, cut short.
        text: String,
    },
    /// Opening and closing are the same.
    #[error("hours `{hours}` are empty, expected a later closing, or `00:00-24:00` for a whole day")]
    Empty {
        /// The hours as given.
        hours: Hours,
    },
    /// The closing is earlier than the opening.
    #[error(
        "hours `{hours}` close before they open, expected a later closing, `24:00` for midnight or `+1` for the next day"
    )]
    Reversed {
        /// The hours as given.
        hours: Hours,
    },
    /// The hours would overlap themselves on the next day.
    #[error("hours `{hours}` are longer than 24 hours, expected at most a whole day")]
    TooLong {
        /// The hours as given.
        hours: Hours,
    },
}

fn checked(hours: Hours) -> Result<Hours, HoursError> {
    if hours.opens == hours.closes {
        Err(HoursError::Empty { hours })
    } else if hours.opens > hours.closes {
        Err(HoursError::Reversed { hours })
    } else if hours.closes - hours.opens > DAY {
        Err(HoursError::TooLong { hours })
    } else {
        Ok(hours)
    }
}

/// Splits at the dash and reads both times; whether they make sense is for the caller.
const fn read(text: &[u8]) -> Option<Hours> {
    let Some((left, right)) = split_at_dash(text) else { return None };
    let Some(opens) = parse(left) else { return None };
    let closes = match right {
        b"24:00" | b"24:00:00" => Some(DAY),
        [time @ .., b'+', b'1'] => match parse(time) {
            Some(closes) => Some(closes + DAY),
            None => None,
        },
        time => parse(time),
    };
    match closes {
        Some(closes) => Some(Hours { opens, closes }),
        None => None,
    }
}

const fn split_at_dash(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut rest = text;
    let mut length = 0;
    while let [byte, tail @ ..] = rest {
        if *byte == b'-' {
            return Some((text.split_at(length).0, tail));
        }
        length += 1;
        rest = tail;
    }
    None
}
