//! The one place where a term becomes a due date.
//!
//! # The problem
//!
//! A due date takes many small decisions: cut-offs, closed days, month ends, clock changes, rolls, pauses, extensions.
//! Every one of them has an edge, and two implementations would disagree at some edge. So there is one evaluation, and
//! everything that needs a due date asks it: single due dates, clocks, tables, traces and warnings. Single due dates of
//! the most usual terms take a shorter way to the same result: see `plain_due`.
//!
//! # The idea
//!
//! A term is taken in one order, always:
//!
//! ```text
//! anchor → intake cut-off → closed start → month end before → count → month end after → roll → end
//! ```
//!
//! If nothing happened to the clock, that is all. Otherwise pauses and extensions follow in the order of their
//! instants: each extension changes the unrolled end, and each pause moves the unrolled end, or the rolled due date
//! once the unrolled end has passed. Terms of days are in `evaluate_days`, spans of time in `evaluate_span`, and days
//! that were moved in `days_moved`; this file has what they share.
//!
//! # Data
//!
//! Dates are day numbers counted from 1970-01-01, instants are seconds with nanoseconds ([`Moment`]), and a time of
//! day is a number of seconds from 0 to 86 400, where 86 400 is 24:00. The calendar answers in the same numbers. Dates
//! of chrono appear only in traces and months.
//!
//! A [`Recorder`] listens to the steps. The unit type listens to none, so that the compiler removes the whole trace
//! from the path that needs only the date. One path gives both, so that a trace always agrees with the date.
//!
//! # Laws
//!
//! - No due instant lies after the beginning and before the end of a pause. A chosen instant and a fixed date are
//!   exempt: they never move.
//! - A pause leaves the time to the end of the term as it was.
//! - Neither a pause nor an extension gives an earlier due instant.
//!
//! # Edges
//!
//! - A time of day that the wall clock skips becomes the instant of the change; one that it shows twice is the earlier
//!   instant, unless the end says otherwise.
//! - An end at the same time after an anchor of 24:00 is the end of the day.
//! - Instants from the year 10 000 on cannot be written in RFC 3339 and are out of range.
//!
//! Without pauses and extensions, a due date takes a constant number of look-ups and no allocation.

use chrono::{NaiveDate, TimeDelta};

use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, midnight_of};
use crate::calendar::reading::Fold;
use crate::calendar::{Calendar, nearest_date};
use crate::deadline::clock::PauseEffect;
use crate::deadline::due::{Due, DueMoment};
use crate::deadline::error::DeadlineError;
use crate::deadline::fault::DeadlineFault;
use crate::deadline::in_order::Extend;
use crate::deadline::pause::ExtensionChange;
use crate::deadline::still::{Still, merged};
use crate::deadline::term::{Bound, Count, End, EndAt, RollRule, Term};
use crate::deadline::trace::{ClosedDays, Recorder, TraceStep};

/// The day after 9999-12-31. Instants from this day on cannot be written in RFC 3339.
pub(super) const END_OF_DATES: i64 = 2_932_897;

/// One evaluation of a term.
#[derive(Clone, Debug)]
pub(crate) struct Evaluation<'a, P, E> {
    pub(crate) calendar: &'a Calendar,
    pub(crate) term: &'a Term,
    /// When the event happened from which the term counts.
    pub(crate) anchor: Moment,
    /// Whether the anchor is a due date. At midnight, a due date belongs to the day that it ends.
    pub(crate) ends_day: bool,
    pub(crate) effect: PauseEffect,
    /// In the order of their beginnings.
    pub(crate) pauses: P,
    /// In the order in which they were made.
    pub(crate) extensions: E,
}

/// A time of day to the nanosecond. Second 86 400 is 24:00, the end of the day.
#[derive(Clone, Copy)]
pub(super) struct TimeOfDay {
    pub(super) second: i64,
    pub(super) nanos: u32,
}

/// The result of a term, in whole numbers. It becomes a date of chrono as late as possible.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    pub(crate) at: Moment,
    pub(crate) bound: Bound,
    /// Whether no pause moves it: an instant that somebody chose, or a fixed date.
    pub(crate) stands: bool,
    /// From when the term counts: the event, or the next opening.
    pub(crate) start: Moment,
}

/// A due date of days: the instant, the date on which it falls, and the end of this date.
#[derive(Clone, Copy)]
pub(super) struct Landing {
    pub(super) due: DueMoment,
    pub(super) day: i64,
    pub(super) end: End,
}

impl Outcome {
    /// An outcome from a due date in whole numbers.
    pub(super) fn of(DueMoment { at, bound }: DueMoment, stands: bool, start: Moment) -> Self {
        Self { at, bound, stands, start }
    }

    /// The due date as one of chrono's.
    #[inline]
    pub(crate) fn due(&self) -> Due {
        Due { at: self.at.into(), bound: self.bound }
    }
}

impl TimeOfDay {
    /// The end at this time of day. The same time as 24:00 is the end of the day.
    pub(super) fn ends(self, end: End) -> End {
        if end.at == EndAt::SameTime && self.second == DAY { End::END_OF_DAY } else { end }
    }
}

impl Landing {
    /// A due date on a day, with the bound of its end.
    pub(super) fn new(at: Moment, day: i64, end: End) -> Self {
        Self { due: DueMoment { at, bound: end.bound }, day, end }
    }
}

impl<P, E> Evaluation<'_, P, E>
where
    P: Iterator<Item = Still> + Clone,
    E: Iterator<Item = Extend> + Clone,
{
    /// Evaluates the term over its pauses and extensions.
    ///
    /// A contradiction in the term is an error before anything is counted. A chosen instant is returned as it is, and
    /// cannot be extended.
    #[inline]
    pub(crate) fn outcome<R: Recorder>(&self, recorder: &mut R) -> Result<Outcome, DeadlineError> {
        if let Some(fault) = self.term.contradiction() {
            return Err(DeadlineFault::Term(fault).into());
        }
        let outcome = match self.term.count {
            Count::At(at) => {
                if let Some(extend) = self.extensions.clone().next() {
                    return Err(self.mismatch(extend.change));
                }
                if Moment::from(at).second >= END_OF_DATES * DAY {
                    return Err(DeadlineError::OutOfRange { count: self.term.count });
                }
                recorder.note(|| TraceStep::Chosen { at });
                note_fixed(merged(self.pauses.clone(), self.anchor), recorder);
                Outcome { at: at.into(), bound: self.term.end.bound, stands: true, start: self.anchor }
            }
            Count::Elapsed(amount) | Count::Working(amount) => self.span(amount, recorder)?,
            Count::CalendarDays(_) | Count::WorkingDays(_) | Count::Weeks(_) | Count::Months(_) => {
                self.days(recorder)?
            }
        };
        recorder.note(|| {
            let Due { at, bound } = outcome.due();
            TraceStep::Due { at, bound, local: self.calendar.wall_clock(at, bound == Bound::Exclusive) }
        });
        Ok(outcome)
    }

    /// Whether there are pauses or extensions.
    pub(super) fn has_happenings(&self) -> bool {
        self.pauses.clone().next().is_some() || self.extensions.clone().next().is_some()
    }

    /// The day to which a day rolls.
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    pub(super) fn rolled(&self, day: i64) -> Result<i64, DeadlineError> {
        let calendar = self.calendar;
        Ok(match self.term.roll.rule {
            RollRule::None => day,
            RollRule::Following => calendar.open_on_or_after(day)?,
            RollRule::Preceding => calendar.open_on_or_before(day)?,
            RollRule::ModifiedFollowing => {
                let following = calendar.open_on_or_after(day)?;
                if same_month(nearest_date(day), nearest_date(following)) {
                    following
                } else {
                    calendar.open_on_or_before(day)?
                }
            }
        })
    }

    /// Notes a roll with the closed days that it skipped.
    pub(super) fn note_roll<R: Recorder>(&self, day: i64, to: i64, recorder: &mut R) {
        recorder.note(|| {
            let (from, to) = (nearest_date(day), nearest_date(to));
            let closed = ClosedDays::among(self.calendar, from.min(to), from.max(to));
            TraceStep::Rolled { rule: self.term.roll.rule, from, to, closed }
        });
    }

    /// The instant of an end on a day.
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    pub(super) fn on_day<R: Recorder>(
        &self,
        day: i64,
        end: End,
        time: TimeOfDay,
        recorder: &mut R,
    ) -> Result<Moment, DeadlineError> {
        let calendar = self.calendar;
        if day >= END_OF_DATES {
            return Err(DeadlineError::OutOfRange { count: self.term.count });
        }
        calendar.zone_day(day)?;
        let (second, nanos) = match end.at {
            EndAt::SameTime => (time.second, time.nanos),
            EndAt::At(at) => (i64::from(at.seconds()), 0),
            EndAt::EndOfDay => {
                if day + 1 >= END_OF_DATES {
                    return Err(DeadlineError::OutOfRange { count: self.term.count });
                }
                return Ok(Moment::at_second(calendar.utc_on(day + 1, 0, Fold::Earlier)?));
            }
            EndAt::Opening | EndAt::CloseOfBusiness => {
                let spells = calendar.spells_of(day)?;
                let instant = if end.at == EndAt::Opening {
                    spells.first().map(|spell| spell.start)
                } else {
                    spells.last().map(|spell| spell.end())
                };
                let instant = instant.ok_or_else(|| calendar.no_hours(nearest_date(day)))?;
                return Ok(Moment::at_second(instant));
            }
        };
        let utc = calendar.utc_on(day, second, end.fold)?;
        let exists =
            (nanos == 0 && !R::LISTENS) || calendar.local_parts(Moment::at_second(utc))? == (day, second);
        if R::LISTENS {
            self.note_clock_change(day, TimeOfDay { second, nanos: 0 }, exists, end.fold, recorder)?;
        }
        Ok(Moment { second: utc, nanos: if exists { nanos } else { 0 } })
    }

    /// Notes that the wall clock skips a time of day, or shows it twice.
    fn note_clock_change<R: Recorder>(
        &self,
        day: i64,
        time: TimeOfDay,
        exists: bool,
        fold: Fold,
        recorder: &mut R,
    ) -> Result<(), DeadlineError> {
        let local = midnight_of(day) + time.second;
        let second = u32::try_from(time.second).unwrap_or(0);
        let shown = nearest_date(day).and_time(crate::calendar::LocalTime::from_seconds(second).into());
        if !exists {
            recorder.note(|| TraceStep::SkippedTime { local: shown });
        } else if self.calendar.utc(local, Fold::Earlier)? != self.calendar.utc(local, Fold::Later)? {
            recorder.note(|| TraceStep::RepeatedTime { local: shown, later: fold == Fold::Later });
        }
        Ok(())
    }

    /// The instant from which a term counts, if that is the next opening.
    #[inline]
    pub(super) fn opening_from<R: Recorder>(
        &self,
        at: Moment,
        recorder: &mut R,
    ) -> Result<Moment, DeadlineError> {
        let opens = self.calendar.working_from(at)?;
        if opens != at {
            recorder.note(|| {
                let at = opens.into();
                TraceStep::NextOpening { at, local: self.calendar.local(at).ok() }
            });
        }
        Ok(opens)
    }

    /// What the wall clock shows at a moment.
    pub(super) fn time_of_day(&self, at: Moment) -> Result<TimeOfDay, DeadlineError> {
        let (_, second) = self.calendar.local_parts(at)?;
        Ok(TimeOfDay { second, nanos: at.nanos })
    }

    /// The error of an extension whose unit the term cannot take.
    pub(super) fn mismatch(&self, change: ExtensionChange) -> DeadlineError {
        let extension = match change {
            ExtensionChange::ReplaceTotal(count) | ExtensionChange::Add(count) => count,
            ExtensionChange::Until { .. } => self.term.count,
        };
        DeadlineError::UnitMismatch { term: self.term.count, extension }
    }
}

/// The length of a count that is a span of time.
pub(super) fn delta_of(count: Count) -> TimeDelta {
    match count {
        Count::Elapsed(span) | Count::Working(span) => span.delta(),
        Count::CalendarDays(_)
        | Count::WorkingDays(_)
        | Count::Weeks(_)
        | Count::Months(_)
        | Count::At(_) => {
            debug_assert!(false, "{count} is no span");
            TimeDelta::zero()
        }
    }
}

/// Whether two dates lie in one month of one year.
pub(super) fn same_month(one: NaiveDate, other: NaiveDate) -> bool {
    use chrono::Datelike;
    (one.year(), one.month()) == (other.year(), other.month())
}

/// Notes that pauses move nothing because the date is fixed.
pub(super) fn note_fixed<R: Recorder>(pauses: impl Iterator<Item = Still>, recorder: &mut R) {
    if R::LISTENS {
        for Still { from, until } in pauses {
            recorder.note(|| TraceStep::PausedFixed { from: from.into(), until: until.into() });
        }
    }
}
