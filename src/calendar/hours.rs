//! Working hours within a day.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::calendar::local_time::{LocalTime, parse, write_clock};
use crate::calendar::text::excerpt;

const DAY: u32 = 86_400;
/// The number of bytes of `HH:MM:SS-HH:MM:SS+1`.
const LONGEST: usize = 19;

/// A span of working hours on the wall clock. The opening time belongs to it, the closing time does not.
///
/// Hours belong to the date on which they start, even if they run past midnight. A closing time on the next day is
/// written with `+1`, as in `22:00-06:00+1`, and midnight as a closing time is written `24:00`. A text such as
/// `17:00-09:00` is therefore an error, not a night shift.
///
/// # Example
///
/// ```
/// use redress::calendar::Hours;
///
/// const NIGHT: Hours = Hours::from_static("22:00-06:00+1");
/// assert_eq!(NIGHT.to_string(), "22:00-06:00+1");
/// assert!(NIGHT.is_overnight());
/// let refused = "09:00-00:00".parse::<Hours>().unwrap_err();
/// assert_eq!(
///     refused.to_string(),
///     "hours `09:00-00:00` close before they open, expected a later closing, `24:00` for midnight \
///      or `+1` for the next day",
/// );
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Hours {
    opens: u32,
    closes: u32,
}

impl Hours {
    /// From one midnight to the next: `00:00-24:00`.
    pub const WHOLE_DAY: Self = Self { opens: 0, closes: DAY };

    /// Creates hours within one day.
    ///
    /// # Errors
    ///
    /// - [`HoursError::Empty`] if both times are the same.
    /// - [`HoursError::Reversed`] if `closes` is earlier than `opens`.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::calendar::{Hours, LocalTime};
    ///
    /// let (nine, five) = (LocalTime::from_static("09:00"), LocalTime::from_static("17:00"));
    /// assert_eq!(Hours::new(nine, five)?, Hours::from_static("09:00-17:00"));
    /// assert!(Hours::new(five, nine).is_err());
    /// assert_eq!(Hours::overnight(five, nine)?, Hours::from_static("17:00-09:00+1"));
    /// # Ok::<(), redress::calendar::parse::HoursError>(())
    /// ```
    pub fn new(opens: LocalTime, closes: LocalTime) -> Result<Self, HoursError> {
        checked(Self { opens: opens.seconds(), closes: closes.seconds() })
    }

    /// Creates hours that close on the next day, at most 24 hours later on the wall clock.
    ///
    /// # Errors
    ///
    /// Returns [`HoursError::TooLong`] if the hours are longer than that.
    ///
    /// # Example: at most a whole day
    ///
    /// ```
    /// use redress::calendar::{Hours, LocalTime};
    ///
    /// let (six, seven) = (LocalTime::from_static("06:00"), LocalTime::from_static("07:00"));
    /// assert_eq!(Hours::overnight(six, six)?.to_string(), "06:00-06:00+1");
    /// assert!(Hours::overnight(six, seven).is_err()); // 25 hours
    /// # Ok::<(), redress::calendar::parse::HoursError>(())
    /// ```
    pub fn overnight(opens: LocalTime, closes_next_day: LocalTime) -> Result<Self, HoursError> {
        checked(Self { opens: opens.seconds(), closes: closes_next_day.seconds() + DAY })
    }

    /// Creates hours from a literal such as `09:00-17:00`, `18:00-24:00` or `22:00-06:00+1`.
    ///
    /// Use [`str::parse`] for texts that are not literals.
    ///
    /// # Panics
    ///
    /// Panics if the text is not a valid span of hours. In a `const`, this is a compile error.
    #[must_use]
    #[expect(clippy::panic, reason = "for literals: a malformed one does not compile in a const")]
    pub const fn from_static(text: &'static str) -> Self {
        match read(text.as_bytes()) {
            Some(hours) if hours.opens < hours.closes && hours.closes - hours.opens <= DAY => hours,
            _ => panic!("hours are written HH:MM-HH:MM, with 24:00 for midnight or +1 for the next day"),
        }
    }

    /// Returns the time of day at which the hours start.
    #[must_use]
    pub const fn opens(self) -> LocalTime {
        LocalTime::from_seconds(self.opens)
    }

    /// Returns whether the hours go on past the next midnight. Hours until `24:00` do not.
    ///
    /// # Example: midnight belongs to the day before
    ///
    /// ```
    /// use redress::calendar::Hours;
    ///
    /// assert!(!Hours::from_static("18:00-24:00").is_overnight());
    /// assert!(Hours::from_static("18:00-00:30+1").is_overnight());
    /// ```
    #[must_use]
    pub const fn is_overnight(self) -> bool {
        self.closes > DAY
    }

    /// Returns opening and closing, in wall-clock seconds after the midnight at which the day starts.
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
        // A longer text cannot be valid, so it is not searched for its dash.
        let short = text.as_bytes().get(..=LONGEST).is_none();
        let hours = if short { read(text.as_bytes()) } else { None };
        checked(hours.ok_or_else(|| HoursError::Malformed { text: excerpt(text) })?)
    }
}

crate::text::text_enum::serde_as_text!(Hours, "hours such as `09:00-17:00`");

/// Why a text or a pair of times is not a span of working hours.
///
/// # Example
///
/// ```
/// use redress::calendar::Hours;
/// use redress::calendar::parse::HoursError;
///
/// assert!(matches!("9-17".parse::<Hours>(), Err(HoursError::Malformed { .. })));
/// assert!(matches!("09:00-09:00".parse::<Hours>(), Err(HoursError::Empty { .. })));
/// assert!(matches!("22:00-06:00".parse::<Hours>(), Err(HoursError::Reversed { .. }))); // without `+1`
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum HoursError {
    /// The text does not have the form `HH:MM-HH:MM`.
    #[error(
        "`{text}` is not a span of hours, expected `HH:MM-HH:MM`, with `24:00` for midnight or `+1` for the next day"
    )]
    Malformed {
        /// The text, cut short.
        text: String,
    },
    /// The opening time and the closing time are the same.
    #[error("hours `{hours}` are empty, expected a later closing, or `00:00-24:00` for a whole day")]
    Empty {
        /// The hours as given.
        hours: Hours,
    },
    /// The closing time is earlier than the opening time.
    #[error(
        "hours `{hours}` close before they open, expected a later closing, `24:00` for midnight \
         or `+1` for the next day"
    )]
    Reversed {
        /// The hours as given.
        hours: Hours,
    },
    /// The hours are longer than 24 hours, so that they would overlap with themselves on the next day.
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

/// Splits the text at the dash and reads both times. The caller checks whether they make sense together.
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
