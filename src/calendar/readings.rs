//! Choices of how the declarations of a calendar are read.

use core::fmt;
use core::str::FromStr;

use alloc::string::String;

use crate::calendar::choice::words;
use crate::calendar::text::excerpt;

/// Whether a declared make-up working day counts as one (catalogue A07).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings of A07")]
pub enum MakeUpDays {
    /// A make-up Saturday is a working day.
    #[default]
    Working,
    /// A make-up Saturday stays the weekend day it is by the pattern.
    AsPattern,
}

impl fmt::Display for MakeUpDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Working => "working",
            Self::AsPattern => "as-pattern",
        })
    }
}

impl FromStr for MakeUpDays {
    type Err = MakeUpDaysError;

    fn from_str(text: &str) -> Result<Self, MakeUpDaysError> {
        match text {
            "working" => Ok(Self::Working),
            "as-pattern" => Ok(Self::AsPattern),
            _ => Err(MakeUpDaysError { text: excerpt(text) }),
        }
    }
}

crate::calendar::text::serde_as_text!(MakeUpDays, "`working` or `as-pattern`");

/// A text that names no reading of make-up days.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("`{text}` is not a reading of make-up days, expected `working` or `as-pattern`")]
#[non_exhaustive]
pub struct MakeUpDaysError {
    /// What was read, cut short.
    pub text: String,
}

/// What becomes of a declared day that lies outside the known days.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a day is refused or left out")]
pub enum OutsideDays {
    /// The calendar is refused: a day outside may be a wrong year.
    #[default]
    Refused,
    /// The day is left out, so that a public list may reach further than the calendar.
    LeftOut,
}

words!(OutsideDays, "a reading of days outside the known ones", "`refused` or `left-out`" {
    Refused = "refused",
    LeftOut = "left-out",
});
