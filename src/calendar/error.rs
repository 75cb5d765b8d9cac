//! Questions that a calendar does not answer.

use alloc::string::String;

use chrono::{NaiveDate, NaiveDateTime};

use crate::calendar::local;

/// A question that a calendar does not answer.
///
/// There are two kinds: a calendar that is not known so far, which may answer when more of its days are known, and
/// one that is known and has no such instant, which will never answer. [`CalendarError::kind`] tells them apart.
///
/// ```
/// use redress::calendar::{Calendar, CalendarErrorKind, Hours, KnownDays, WeekPattern, Zone};
///
/// let utc = chrono::FixedOffset::east_opt(0).ok_or("no such offset")?;
/// let office = Calendar::builder("office", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///     .build()?;
/// let not_known = office.nth_working_day_after("2026-12-30".parse()?, 2).unwrap_err();
/// assert_eq!(not_known.kind(), CalendarErrorKind::NotKnown); // 1 January 2027 may be a holiday
/// let closed = office.opening("2026-03-01".parse()?).unwrap_err();
/// assert_eq!(closed.kind(), CalendarErrorKind::Never); // a Sunday
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// The answer depends on a day for which nothing is known so far: neither working nor a holiday.
    #[error("calendar `{calendar}` is not known on {asked}, expected a date from {first} to {last}")]
    NotKnown {
        /// The calendar's name.
        calendar: String,
        /// The day that would have to be known; the next unknown one where the answer lies beyond it.
        asked: NaiveDate,
        /// The first known day.
        first: NaiveDate,
        /// The last known day.
        last: NaiveDate,
    },
    /// The answer lies after the last day that any calendar can know.
    #[error("calendar `{calendar}`: the answer lies after the year 9999, expected one from 1 to 9999")]
    AfterLastYear {
        /// The calendar's name.
        calendar: String,
    },
    /// The answer lies before the first day that any calendar can know.
    #[error("calendar `{calendar}`: the answer lies before the year 1, expected one from 1 to 9999")]
    BeforeFirstYear {
        /// The calendar's name.
        calendar: String,
    },
    /// The day has no opening and no close of business.
    #[error("calendar `{calendar}` has no business hours on {date}, expected a working day")]
    NoBusinessHours {
        /// The calendar's name.
        calendar: String,
        /// The day.
        date: NaiveDate,
    },
    /// The wall clock never shows a local time: it is set forward over it.
    #[error("the clock of calendar `{calendar}` skips `{}`, expected a time that it shows", local::format(*local))]
    SkippedTime {
        /// The calendar's name.
        calendar: String,
        /// The local time.
        local: NaiveDateTime,
    },
    /// The wall clock shows a local time twice: it is set back over it.
    #[error("the clock of calendar `{calendar}` shows `{}` twice, expected a time that it shows once", local::format(*local))]
    RepeatedTime {
        /// The calendar's name.
        calendar: String,
        /// The local time.
        local: NaiveDateTime,
    },
}

/// Whether more knowledge could answer a question.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a host branches on it")]
pub enum CalendarErrorKind {
    /// Not known so far: a calendar that is known for longer may answer.
    NotKnown,
    /// Known, and there is no such instant: no further day of the calendar changes that.
    Never,
}

impl CalendarError {
    /// Returns whether more knowledge could answer the question.
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
