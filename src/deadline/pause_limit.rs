//! How long a pause may last, and how a limit is used up.
//!
//! # The problem
//!
//! A limit is an amount of real time, of calendar days or of working days. Two questions are asked of it: how much of
//! it does a pause use, and when is the rest used up? Both must agree to the second, because a pause that ends by
//! itself uses exactly what was left. What a pause uses of a limit:
//!
//! - of real time: its length;
//! - of calendar days: the time that the wall clock shows between its ends, 24 hours to a day;
//! - of working days: the part of that time which falls on working days, 24 hours to a date.
//!
//! # The idea
//!
//! Each unit has a *scale*, which maps an instant to a number of seconds. A pause uses the difference of the scale at
//! its two ends. The end of a limit is the instant at which the scale has grown by the amount.
//!
//! - The scale of calendar days is the wall clock. An hour that the wall clock shows twice counts once.
//! - The scale of working days is 24 hours for each working day before the date, plus the time of day if the date is a
//!   working day. It does not grow on closed days.
//!
//! By hand: a pause of at most 1 working day begins on Friday at 15:00. It has used 9 hours at midnight, uses nothing
//! over the weekend, and ends on Monday at 15:00.
//!
//! # Edges
//!
//! - A whole number of working days is used up at the end of the last one, not at the beginning of the next one: a
//!   pause of 1 working day from Friday at 00:00 ends on Saturday at 00:00, not on Monday.
//! - Where the wall clock shows the end twice, the earlier instant is taken, but never one before the beginning.
//! - If the end lies beyond the known days, the answer is an error. An amount that no instant can reach never ends.
//!
//! # Cost
//!
//! The scale of working days is read from the running sums of the calendar, so that measuring a pause and finding its
//! end take a look-up each, whatever its length.

use chrono::TimeDelta;

use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, midnight_of};
use crate::calendar::reading::Fold;
use crate::calendar::{Calendar, CalendarError, Span};
use crate::deadline::still::Still;

/// The most that a pause, or several pauses together, may last.
///
/// A clock resumes by itself when the limit is used up.
///
/// # Example: at most one working day, from a Friday
///
/// ```
/// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::{PauseLimit, PauseRule}};
/// # use redress::{sample, vocab::{Anchor, ClockName, PauseReason}};
/// # let (calendar, waiting) = (sample::calendar()?, PauseReason::AWAITING_CUSTOMER);
/// let rule = PauseRule::new(waiting).with_at_most(PauseLimit::WorkingDays(1));
/// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_pause(rule);
/// let friday = "2026-03-06T15:00:00+01:00".parse()?;
/// let mut record = ClockRecord::new(Term::weeks(1), Anchors::received(friday));
/// record.pause(clock.counted_in(&calendar), waiting, friday)?;
/// let changes = clock.next_change(&calendar, &record, friday).ok_or("the pause ends by itself")?;
/// assert_eq!(calendar.local(changes)?.to_string(), "2026-03-09 15:00:00"); // Monday
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the units in which pauses are limited")]
pub enum PauseLimit {
    /// Real time.
    Elapsed(Span),
    /// Calendar days: a pause that begins at 15:00 ends at 15:00, also if the clock is changed in between.
    CalendarDays(u32),
    /// Working days: only time on working days counts, all 24 hours of it.
    WorkingDays(u32),
}

impl From<Span> for PauseLimit {
    fn from(span: Span) -> Self {
        Self::Elapsed(span)
    }
}

impl PauseLimit {
    /// Whether the limit allows no pause at all.
    pub(crate) const fn is_nothing(self) -> bool {
        match self {
            Self::Elapsed(span) => span.as_seconds() == 0,
            Self::CalendarDays(days) | Self::WorkingDays(days) => days == 0,
        }
    }

    /// Whether a calendar is required to measure it.
    pub(super) const fn is_of_days(self) -> bool {
        match self {
            Self::CalendarDays(_) | Self::WorkingDays(_) => true,
            Self::Elapsed(_) => false,
        }
    }

    /// The whole limit. A day is 24 hours.
    pub(super) fn amount(self) -> TimeDelta {
        match self {
            Self::Elapsed(span) => span.delta(),
            Self::CalendarDays(days) | Self::WorkingDays(days) => TimeDelta::days(days.into()),
        }
    }

    /// How much of the limit a pause uses.
    pub(super) fn used(self, calendar: Option<&Calendar>, still: Still) -> Result<TimeDelta, CalendarError> {
        let Some(calendar) = calendar.filter(|_| self.is_of_days()) else {
            return Ok(still.until.since(still.from));
        };
        let used = self.scale(calendar, still.until)?.since(self.scale(calendar, still.from)?);
        // Where the clock is set back, the wall clock can show less at the end than at the beginning.
        Ok(used.max(TimeDelta::zero()))
    }

    /// When an amount of the limit is used up, counted from a moment.
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
                // A whole number of days is used up at the end of the last one, not at the beginning of the next one.
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

/// The limits of one pause: its own, and the limit of all pauses for its reason.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    pub(super) each: Option<PauseLimit>,
    pub(super) total: Option<PauseLimit>,
}

impl Limits {
    /// When a pause ends by itself, if it does. `used` of the total was used up before.
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
