//! Questions that a calendar cannot answer.

use alloc::string::String;

use chrono::{NaiveDate, NaiveDateTime};

use crate::calendar::local;

/// A question that a calendar cannot answer.
///
/// [`CalendarError::kind`] tells two kinds apart: the calendar may not cover the answer **yet**, and a longer calendar
/// would help; or there is no such instant, and no calendar would help.
///
/// # Example: an unknown day, and a day without hours
///
/// ```
/// use redress::calendar::CalendarErrorKind;
///
/// let calendar = redress::sample::calendar()?; // covers 2026
/// let not_known = calendar.nth_working_day_after("2026-12-30".parse()?, 2).unwrap_err();
/// assert_eq!(not_known.kind(), CalendarErrorKind::NotKnown); // 2027-01-01 may be a holiday
/// let closed = calendar.opening("2026-03-01".parse()?).unwrap_err();
/// assert_eq!(closed.kind(), CalendarErrorKind::Never); // a Sunday
/// assert_eq!(closed.to_string(), "calendar `office` has no business hours on 2026-03-01, expected a working day");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// The answer depends on a day outside the known days, which could be a working day or a holiday.
    #[error("calendar `{calendar}` does not cover {asked}, only {first} to {last}; extend its known days")]
    NotKnown {
        /// The calendar's name.
        calendar: String,
        /// The day that would have to be known. If the answer lies further away, this is the nearest day that is not
        /// known.
        asked: NaiveDate,
        /// The first known day.
        first: NaiveDate,
        /// The last known day.
        last: NaiveDate,
    },
    /// The answer lies after the year 9999, the last year that a calendar can cover.
    #[error("calendar `{calendar}`: the answer lies after the year 9999, expected a year from 1 to 9999")]
    AfterLastYear {
        /// The calendar's name.
        calendar: String,
    },
    /// The answer lies before the year 1, the first year that a calendar can cover.
    #[error("calendar `{calendar}`: the answer lies before the year 1, expected a year from 1 to 9999")]
    BeforeFirstYear {
        /// The calendar's name.
        calendar: String,
    },
    /// The date has no working hours, so it has neither an opening nor a close of business.
    #[error("calendar `{calendar}` has no business hours on {date}, expected a working day")]
    NoBusinessHours {
        /// The calendar's name.
        calendar: String,
        /// The day.
        date: NaiveDate,
    },
    /// The wall clock never shows the local time, because the clock is set forward over it.
    #[error(
        "the clock of calendar `{calendar}` never shows `{}`; give a time that it shows",
        local::format(*local)
    )]
    SkippedTime {
        /// The calendar's name.
        calendar: String,
        /// The local time.
        local: NaiveDateTime,
    },
    /// The wall clock shows the local time twice, because the clock is set back over it.
    #[error(
        "the clock of calendar `{calendar}` shows `{}` twice; give the instant with its UTC offset",
        local::format(*local)
    )]
    RepeatedTime {
        /// The calendar's name.
        calendar: String,
        /// The local time.
        local: NaiveDateTime,
    },
}

/// Whether a calendar that covers more days could answer the question.
///
/// # Example: tell the user what to do
///
/// ```
/// use redress::calendar::CalendarErrorKind;
///
/// let sunday = redress::sample::calendar()?.opening("2026-03-08".parse()?).unwrap_err();
/// let advice = match sunday.kind() {
///     CalendarErrorKind::NotKnown => "enter the holidays of the next year",
///     CalendarErrorKind::Never => "choose another day",
/// };
/// assert_eq!(advice, "choose another day");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a host branches on it")]
pub enum CalendarErrorKind {
    /// The answer is not known yet. Extend the known days of the calendar and ask again.
    NotKnown,
    /// There is no such instant. Extending the calendar does not help.
    Never,
}

impl CalendarError {
    /// Returns whether a calendar that covers more days could answer the question.
    #[must_use]
    pub const fn kind(&self) -> CalendarErrorKind {
        match self {
            Self::NotKnown { .. } => CalendarErrorKind::NotKnown,
            Self::AfterLastYear { .. }
            | Self::BeforeFirstYear { .. }
            | Self::NoBusinessHours { .. }
            | Self::SkippedTime { .. }
            | Self::RepeatedTime { .. } => CalendarErrorKind::Never,
        }
    }
}
