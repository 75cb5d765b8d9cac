//! How many ends of day lie in a pause.
//!
//! # The problem
//!
//! A pause of a clock that counts days must move the due date by whole days. Rounding its length would be unfair: a
//! pause over one close of business costs the clock a day, and a pause inside office hours costs it nothing.
//!
//! # The idea
//!
//! A pause moves the due date by one day for each *boundary* inside the pause. The boundary of a date is the instant
//! at which a term that lands on the date would end: 16:30, the close of business of that date, the next midnight. A
//! date without hours has no close of business, so that its boundary is the next midnight.
//!
//! By hand: a term ends at 16:30. A pause from Monday 10:00 to Wednesday 10:00 has two boundaries, Monday 16:30 and
//! Tuesday 16:30, and moves the due date by two days. A pause from Monday 16:30 to Tuesday 16:30 has one: the
//! beginning of a pause belongs to it, its end does not.
//!
//! # Why two look-ups are enough
//!
//! INVARIANT: boundaries never come earlier on a later date. So the dates whose boundaries lie in a pause are a run,
//! from the first date that ends at or after the beginning to the last one that ends before the end, and counting them
//! takes two look-ups, whatever the length of the pause. Working days in the run are counted by running sums.
//!
//! The end of a date lies on this date, or on the next one for night shifts and midnight. So the first end at or after
//! a moment is looked for from the day before to two days after; if none of these days fits, it is the day after them.
//!
//! # Edges
//!
//! - Day zero is not counted, so that its boundary does not count either.
//! - The date whose end is being moved always counts, also if it is closed or before the first counted date: a pause
//!   over the very end of a term must move it.
//! - A date that the zone skipped ends with the date before it.
//! - Days before the known ones have ended before them. If only the pattern of such a day is known and its end might
//!   lie in the pause, the answer is an error.

use crate::calendar::CalendarError;
use crate::calendar::moment::{Moment, midnight_of};
use crate::calendar::reading::Fold;
use crate::deadline::error::DeadlineError;
use crate::deadline::evaluate::{Evaluation, TimeOfDay};
use crate::deadline::in_order::Extend;
use crate::deadline::still::Still;
use crate::deadline::term::{End, EndAt};

/// Which boundaries count.
#[derive(Clone, Copy)]
pub(super) struct Counted {
    /// The end that each date has.
    pub(super) end: End,
    /// Whether only those of working days count.
    pub(super) worked: bool,
    /// The first date whose boundary counts.
    pub(super) first: i64,
    /// The date whose end is moved. Its boundary always counts.
    pub(super) moved: i64,
}

impl<P, E> Evaluation<'_, P, E>
where
    P: Iterator<Item = Still> + Clone,
    E: Iterator<Item = Extend> + Clone,
{
    /// How many boundaries lie in a pause.
    pub(super) fn boundaries(
        &self,
        still: Still,
        time: TimeOfDay,
        counted: Counted,
    ) -> Result<i64, DeadlineError> {
        let Counted { end, worked, first, moved } = counted;
        // Only the weekly pattern of the day before the known ones is known. If its end might lie in the pause, the
        // count is not known.
        let opening = end.at == EndAt::Opening;
        if matches!(end.at, EndAt::Opening | EndAt::CloseOfBusiness)
            && first < self.calendar.known().first_day()
            && let Some(end) = self.calendar.end_of_unknown_day_before(opening)
            && end >= still.from
            && end < still.until
        {
            return Err(self.calendar.not_known_before().into());
        }
        let from = self.first_end_from(still.from, end, time)?;
        let after = self.first_end_from(still.until, end, time)?;
        let lowest = from.max(first).min(after);
        let days = if worked {
            i64::from(self.calendar.open_before(after)? - self.calendar.open_before(lowest)?)
        } else {
            after - lowest
        };
        let inside = (from..after).contains(&moved);
        let is_counted = moved >= lowest && (!worked || self.calendar.is_open(moved)?);
        Ok(days + i64::from(inside && !is_counted))
    }

    /// The first day whose end lies at or after a moment.
    fn first_end_from(&self, at: Moment, end: End, time: TimeOfDay) -> Result<i64, DeadlineError> {
        // The end of a day lies on that date or, for night shifts and midnight, on the next one.
        let (today, _) = self.calendar.local_parts(at)?;
        // A date that a zone skipped ends with the date before it.
        let skipped = |day: i64| {
            let ended = day < today && self.boundary_on(day - 1, end, time).is_ok_and(|end| end >= at);
            if ended { day - 1 } else { day }
        };
        for day in today - 1..=today + 2 {
            match self.boundary_on(day, end, time) {
                Ok(end) if end >= at => return Ok(skipped(day)),
                // Days before the known ones have ended before them. The end of a later day might lie in between.
                Err(error) if day >= today => {
                    let ends_later =
                        at <= Moment::at_second(self.calendar.utc(midnight_of(day), Fold::Earlier)?);
                    return if ends_later { Ok(day) } else { Err(error) };
                }
                Ok(_) | Err(_) => {}
            }
        }
        Ok(today + 3)
    }

    /// The instant at which a day counts as passed: the given end, or midnight on a day without hours.
    pub(super) fn boundary_on(&self, day: i64, end: End, time: TimeOfDay) -> Result<Moment, DeadlineError> {
        match self.on_day(day, end, time, &mut ()) {
            Err(DeadlineError::Calendar(CalendarError::NoBusinessHours { .. })) => {
                self.on_day(day, End::END_OF_DAY, time, &mut ())
            }
            end => end,
        }
    }
}
