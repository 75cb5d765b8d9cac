//! How long a pause may last, and how a limit is used up.
//!
//! A limit is an amount of real time, of calendar days or of working days. What a pause uses of a limit:
//!
//! - of real time, its length;
//! - of calendar days, the time that the wall clock shows between its ends: 24 hours are a day;
//! - of working days, the part of that time which falls on working days: the 24 hours of a date are a day.
//!
//! A pause ends by itself at the first instant at which the limit is used up. Example: a pause of at most 1 working day
//! that begins on Friday 15:00 has used 9 hours at midnight, uses nothing over the weekend, and ends on Monday 15:00.
//!
//! The scale of working days is read from the running sums of the calendar, so that measuring a pause and finding its
//! end take a look-up each, whatever its length.

use chrono::TimeDelta;

use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, midnight_of};
use crate::calendar::reading::Fold;
use crate::calendar::{Calendar, CalendarError, Span};
use crate::deadline::still::Still;

/// The most of a pause, or of several.
///
/// ```
/// use redress::calendar::Span;
/// use redress::deadline::rule::{PauseLimit, PauseRule};
/// use redress::vocab::PauseReason;
///
/// // Each pause of at most 72 hours, all of them together of at most 10 working days.
/// let rule = PauseRule::new(PauseReason::AWAITING_CUSTOMER)
///     .with_at_most(Span::hours(72))
///     .with_total(PauseLimit::WorkingDays(10));
/// assert_eq!(rule.limit(), Some(PauseLimit::Elapsed(Span::hours(72))));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the units in which pauses are limited")]
pub enum PauseLimit {
    /// Real time.
    Elapsed(Span),
    /// Calendar days: a pause that begins at 15:00 ends at 15:00.
    CalendarDays(u32),
    /// Working days: only time on working days counts.
    WorkingDays(u32),
}

impl From<Span> for PauseLimit {
    fn from(span: Span) -> Self {
        Self::Elapsed(span)
    }
}

impl PauseLimit {
    /// Whether it allows no pause at all.
    pub(crate) const fn is_nothing(self) -> bool {
        match self {
            Self::Elapsed(span) => span.as_seconds() == 0,
            Self::CalendarDays(days) | Self::WorkingDays(days) => days == 0,
        }
    }

    /// Whether it takes a calendar to measure.
    pub(super) const fn is_of_days(self) -> bool {
        match self {
            Self::CalendarDays(_) | Self::WorkingDays(_) => true,
            Self::Elapsed(_) => false,
        }
    }

    /// The whole of it.
    pub(super) fn amount(self) -> TimeDelta {
        match self {
            Self::Elapsed(span) => span.delta(),
            Self::CalendarDays(days) | Self::WorkingDays(days) => TimeDelta::days(days.into()),
        }
    }

    /// How much of it a pause uses.
    pub(super) fn used(self, calendar: Option<&Calendar>, still: Still) -> Result<TimeDelta, CalendarError> {
        let Some(calendar) = calendar.filter(|_| self.is_of_days()) else {
            return Ok(still.until.since(still.from));
        };
        Ok(self.scale(calendar, still.until)?.since(self.scale(calendar, still.from)?))
    }

    /// When so much of it is used up from a moment on.
    pub(super) fn reached(
        self,
        calendar: Option<&Calendar>,
        from: Moment,
        amount: TimeDelta,
    ) -> Result<Moment, CalendarError> {
        let far = Moment::at_second(i64::MAX);
        let Some(calendar) = calendar.filter(|_| self.is_of_days()) else {
            return Ok(from.plus(amount).unwrap_or(far));
        };
        let Some(place) = self.scale(calendar, from)?.plus(amount) else { return Ok(far) };
        let local = match self {
            Self::Elapsed(_) | Self::CalendarDays(_) => place.second,
            Self::WorkingDays(_) => {
                // A whole number of days is used up with the last of them, and not with the next one.
                let (days, rest) = (place.second.div_euclid(DAY), place.second.rem_euclid(DAY));
                let is_whole = rest == 0 && place.nanos == 0 && days > 0;
                let number = u32::try_from(if is_whole { days - 1 } else { days }).ok();
                let day = calendar.nth_open(number).ok_or_else(|| calendar.not_known_after())?;
                midnight_of(day) + if is_whole { DAY } else { rest }
            }
        };
        Ok(Moment { second: calendar.utc(local, Fold::Earlier)?, nanos: place.nanos }.max(from))
    }

    /// The place of a moment on the scale of days.
    fn scale(self, calendar: &Calendar, at: Moment) -> Result<Moment, CalendarError> {
        let (day, second) = calendar.local_parts(at)?;
        if let Self::Elapsed(_) | Self::CalendarDays(_) = self {
            return Ok(Moment { second: midnight_of(day) + second, nanos: at.nanos });
        }
        let before = i64::from(calendar.open_before(day)?) * DAY;
        Ok(if calendar.is_open(day)? {
            Moment { second: before + second, nanos: at.nanos }
        } else {
            Moment::at_second(before)
        })
    }
}

/// What limits one pause, with the pauses before it that count against the same total.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    pub(super) each: Option<PauseLimit>,
    pub(super) total: Option<PauseLimit>,
}

impl Limits {
    /// When a pause from a moment ends by itself, where it does; `used` of the total is used up before.
    pub(super) fn ends(
        self,
        calendar: Option<&Calendar>,
        from: Moment,
        used: TimeDelta,
    ) -> Result<Option<Moment>, CalendarError> {
        let each = self.each.map(|limit| limit.reached(calendar, from, limit.amount())).transpose()?;
        let total = self.total.map(|limit| {
            let left = (limit.amount() - used).max(TimeDelta::zero());
            limit.reached(calendar, from, left)
        });
        let total = total.transpose()?;
        Ok(each.into_iter().chain(total).min())
    }
}
