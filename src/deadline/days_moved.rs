//! Terms of days, weeks and months whose clock was paused or extended.
//!
//! # The problem
//!
//! "A day of pause is a day more" has an edge at every word. Which day counts as paused, if the pause lasts two hours?
//! What if the paused day is a Sunday that the roll would have skipped anyway? What if the pause begins on the Monday
//! to which a Saturday was rolled? And months that an extension adds must be added to the months of the term, before
//! the day is cut to a shorter month, although pauses came in between.
//!
//! # The idea
//!
//! A clock has two dates: the *unrolled* date, to which the term counts, and the *due* date, to which the unrolled
//! date rolls. What happened is taken in time order:
//!
//! - An extension changes the unrolled date, which rolls again.
//! - A pause that begins before the unrolled end moves the unrolled date by the boundaries inside the pause (see
//!   `boundaries`), and the unrolled date rolls again.
//! - A pause that begins later, but before the due instant, moves the due date by the boundaries of working days.
//! - A pause that begins at or after the due instant moves nothing.
//!
//! With [`PauseEffect::MovesDue`], every pause moves the due date by the boundaries of the unit of the term, and the
//! moved date is the new unrolled date.
//!
//! By hand: a term of 2 calendar days, end 16:30, rolled. Received on Friday, it ends on Sunday 16:30 and is due on
//! Monday 16:30. A pause from Saturday to Monday morning has the boundaries of Saturday and Sunday: the unrolled date
//! is Tuesday. A pause from Monday 09:30 to Tuesday 09:30 begins when the unrolled end has passed: the due date moves
//! by one working day, to Tuesday 16:30.
//!
//! # Data
//!
//! `Dates` is the state on the way. Its `way` says how the present due date came about, so that the trace tells it
//! once, at the end. `months` is the date from which months count and their sum; `SinceMonths` holds what was added
//! after them, and is filled only if some extension adds months. When months are added, the sum is counted again from
//! its origin, and the days since are counted again from there.
//!
//! # Why it is right at the edges
//!
//! INVARIANT: the due instant never becomes earlier, and never lies inside a pause that was taken. `follow` keeps the
//! old due date if a new one is earlier, and `floor`, the end of the last pause, stops a backward roll from leading
//! into it. An extension that names an earlier date or total is ignored as a whole.
//!
//! # Cost
//!
//! A few look-ups for each pause and each extension, and no allocation unless months are added. These count again what
//! happened since: one look-up for each change between calendar days and working days.

use alloc::vec::Vec;

use crate::calendar::moment::{Moment, day_of_date};
use crate::deadline::boundaries::Counted;
use crate::deadline::clock::PauseEffect;
use crate::deadline::error::DeadlineError;
use crate::deadline::evaluate::{Evaluation, Landing, Outcome, TimeOfDay, note_fixed};
use crate::deadline::evaluate_days::last_of_month;
use crate::deadline::in_order::{Extend, Happening, begins_before, in_order};
use crate::deadline::pause::ExtensionChange;
use crate::deadline::still::{Still, merged};
use crate::deadline::term::{Count, MonthEnd, RollRule};
use crate::deadline::trace::{PauseShift, Recorder, TraceStep, is_day_one};

/// The months by which a date is counted: from which date, how many, and whether this date is day one.
#[derive(Clone, Copy)]
struct MonthsFrom {
    origin: i64,
    months: u32,
    day_one: bool,
}

/// What was added between the months of a term and months that are added later, in the order in which it happened.
///
/// Months are summed before the day is clamped, so that this is counted again from the new sum. It is kept only for a
/// clock to which months are added; other clocks allocate nothing.
struct SinceMonths {
    is_kept: bool,
    /// Days, and whether they are working days.
    steps: Vec<(i64, bool)>,
}

impl SinceMonths {
    /// Adds days, unless nothing is kept. Days of one kind in a row become one step.
    fn push(&mut self, days: i64, worked: bool) {
        if !self.is_kept || days == 0 {
            return;
        }
        match self.steps.last_mut() {
            Some((sum, kind)) if *kind == worked => *sum += days,
            _ => self.steps.push((days, worked)),
        }
    }

    /// Adds the days of an extension. Months are counted elsewhere, and spans of time are no days.
    fn push_count(&mut self, count: Count) {
        match count {
            Count::CalendarDays(n) => self.push(i64::from(n), false),
            Count::Weeks(n) => self.push(7 * i64::from(n), false),
            Count::WorkingDays(n) => self.push(i64::from(n), true),
            Count::Months(_) | Count::Elapsed(_) | Count::Working(_) | Count::At(_) => {}
        }
    }
}

/// The dates of a clock while its pauses and extensions are applied.
#[derive(Clone, Copy)]
struct Dates {
    /// What the term counts.
    count: Count,
    /// The unrolled date.
    landed: i64,
    /// From which date months are counted, and how many. They are summed before the day is clamped.
    months: Option<MonthsFrom>,
    /// Whether the date is fixed.
    fixed: bool,
    due: Landing,
    way: Way,
    /// By how much pauses have moved the unrolled date, in the unit of the count.
    shift: i64,
    /// The end of the last pause. Nothing is due before it.
    floor: Moment,
}

/// How a clock came by its due date.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Way {
    /// The unrolled date ends there, or rolls there.
    Term,
    /// A pause moved the rolled date.
    Rolled,
    /// It was due then before, and nothing makes a due date earlier.
    Kept,
}

/// What stays the same while pauses and extensions are applied.
#[derive(Clone, Copy)]
struct Frame {
    /// Day zero.
    base: i64,
    /// The first date whose boundary counts.
    first: i64,
    time: TimeOfDay,
}

impl<P, E> Evaluation<'_, P, E>
where
    P: Iterator<Item = Still> + Clone,
    E: Iterator<Item = Extend> + Clone,
{
    /// The due date of a term that counts to a date, moved by pauses and extensions.
    pub(super) fn days_moved<R: Recorder>(
        &self,
        (base, start): (i64, Moment),
        landed: i64,
        time: TimeOfDay,
        recorder: &mut R,
    ) -> Result<Outcome, DeadlineError> {
        let day_one = is_day_one(self.term.first_day);
        let frame = Frame { base, first: if day_one { base } else { base + 1 }, time };
        let floor = Moment::at_second(i64::MIN);
        let mut dates = Dates {
            count: self.term.count,
            landed,
            months: months_of(self.term.count, base, day_one),
            fixed: false,
            due: self.end_of_days(landed, false, time, floor, &mut ())?,
            way: Way::Term,
            shift: 0,
            floor,
        };
        let adds_months = |extend: Extend| matches!(extend.change, ExtensionChange::Add(Count::Months(_)));
        let mut since = SinceMonths { is_kept: self.extensions.clone().any(adds_months), steps: Vec::new() };
        let mut is_told = false;
        for happening in in_order(self.pauses.clone(), self.extensions.clone(), start) {
            match happening {
                Happening::Extended(extend) => {
                    dates = self.days_extended(frame, dates, (extend, &mut since), recorder)?;
                    is_told = false;
                }
                Happening::Paused(still, _) if dates.fixed => {
                    note_fixed(core::iter::once(still), recorder);
                }
                Happening::Paused(still, is_rest) if !begins_before(still, is_rest, dates.due.due.at) => {
                    if !is_told {
                        let due = dates.due.due.at.into();
                        recorder.note(|| TraceStep::PausedTooLate { from: still.from.into(), due });
                    }
                    is_told = true;
                }
                Happening::Paused(still, is_rest) => {
                    self.days_paused(frame, (&mut dates, &mut since), (still, is_rest), recorder)?;
                }
            }
        }
        self.note_end(frame, &dates, recorder)?;
        Ok(Outcome::of(dates.due.due, dates.fixed, start))
    }

    /// Applies an extension. Returns the dates as they were if the extension names an earlier date.
    ///
    /// A new total counts from day zero again and keeps what pauses have moved. If it counts working days instead of
    /// other days, or the other way round, the pauses so far are counted again in the new unit. An `Add` never makes a
    /// date earlier, so that it is not checked.
    fn days_extended<R: Recorder>(
        &self,
        frame: Frame,
        before: Dates,
        (extend, since): (Extend, &mut SinceMonths),
        recorder: &mut R,
    ) -> Result<Dates, DeadlineError> {
        let mut dates = Dates { fixed: false, ..before };
        match extend.change {
            ExtensionChange::ReplaceTotal(count) if count.is_of_days() => {
                let day_one = is_day_one(self.term.first_day);
                dates.count = count;
                recorder.note(|| TraceStep::ReplacedTotal { count, reason: extend.reason });
                dates.landed = self.counted_in_all(frame.base, count, recorder)?;
                dates.months = months_of(count, frame.base, day_one);
                let worked = matches!(count, Count::WorkingDays(_));
                if worked != matches!(before.count, Count::WorkingDays(_)) {
                    dates.shift = self.shift_until(frame, extend.made, worked)?;
                }
                if self.effect == PauseEffect::MovesDue && dates.shift != 0 {
                    let rolled = self.end_of_days(dates.landed, false, frame.time, dates.floor, &mut ())?;
                    dates.landed = rolled.day;
                }
                dates.landed = self.moved(dates.landed, dates.shift, worked)?;
            }
            ExtensionChange::Add(count) if count.is_of_days() => {
                self.add(&mut dates, count, since)?;
                recorder.note(|| TraceStep::Added { count, reason: extend.reason });
                recorder.note(|| self.counted_days(count, before.landed, dates.landed));
            }
            ExtensionChange::Until { date, fixed } => {
                (dates.landed, dates.months, dates.fixed) = (day_of_date(date), None, fixed);
                recorder.note(|| TraceStep::ExtendedUntil { date, fixed, reason: extend.reason });
            }
            change @ (ExtensionChange::ReplaceTotal(_) | ExtensionChange::Add(_)) => {
                return Err(self.mismatch(change));
            }
        }
        let due = self.end_of_days(dates.landed, dates.fixed, frame.time, dates.floor, &mut ())?;
        let is_add = matches!(extend.change, ExtensionChange::Add(_));
        if !is_add
            && (due.due < before.due.due || self.ends_before(dates.landed, before.landed, frame.time)?)
        {
            recorder.note(|| TraceStep::NotExtended { reason: extend.reason, made: extend.made.into() });
            return Ok(before);
        }
        if !is_add {
            since.steps.clear();
        }
        if matches!(extend.change, ExtensionChange::ReplaceTotal(_)) {
            since.push(dates.shift, matches!(dates.count, Count::WorkingDays(_)));
        }
        dates.follow(due);
        Ok(dates)
    }

    /// Whether a date ends before another one.
    ///
    /// A closed day ends at midnight, which can be the opening of the next day.
    fn ends_before(&self, one: i64, other: i64, time: TimeOfDay) -> Result<bool, DeadlineError> {
        let end = time.ends(self.term.end);
        Ok(one < other && self.boundary_on(one, end, time)? < self.boundary_on(other, end, time)?)
    }

    /// By how many boundaries the pauses before an instant would have moved a date that is counted in another unit.
    fn shift_until(&self, frame: Frame, made: Moment, worked: bool) -> Result<i64, DeadlineError> {
        let end = frame.time.ends(self.term.end);
        let counted = Counted { end, worked, first: frame.first, moved: i64::MIN };
        let before = merged(self.pauses.clone(), self.anchor).take_while(|still| still.from < made);
        let parts = before.map(|still| Still { until: still.until.min(made), ..still });
        parts.map(|still| self.boundaries(still, frame.time, counted)).sum()
    }

    /// Adds to the unrolled date. Months are added to the months so far, and what happened in between is counted again.
    fn add(&self, dates: &mut Dates, more: Count, since: &mut SinceMonths) -> Result<(), DeadlineError> {
        let Count::Months(n) = more else {
            dates.landed = self.counted(dates.landed, more, false)?;
            since.push_count(more);
            return Ok(());
        };
        // Nothing is added, so that no date becomes the one from which later months count.
        if n == 0 {
            return Ok(());
        }
        if dates.months.is_none() {
            since.steps.clear();
        }
        let MonthsFrom { origin, months, day_one } =
            dates.months.unwrap_or(MonthsFrom { origin: dates.landed, months: 0, day_one: false });
        let months = months.checked_add(n).ok_or(DeadlineError::OutOfRange { count: more })?;
        dates.months = Some(MonthsFrom { origin, months, day_one });
        dates.landed = self.counted(origin, Count::Months(months), day_one && months > 0)?;
        if self.term.month_end == MonthEnd::After {
            dates.landed = last_of_month(dates.landed);
        }
        for &(days, worked) in &since.steps {
            dates.landed = self.moved(dates.landed, days, worked)?;
        }
        Ok(())
    }

    /// Applies a pause that begins before the due instant.
    ///
    /// Three cases: the pause moves the unrolled date; the unrolled end has passed, so that the pause moves the rolled
    /// date by working days; or the clock's pauses always move the due date, which then is the new unrolled date.
    fn days_paused<R: Recorder>(
        &self,
        frame: Frame,
        (dates, since): (&mut Dates, &mut SinceMonths),
        (still, is_rest): (Still, bool),
        recorder: &mut R,
    ) -> Result<(), DeadlineError> {
        let Frame { first, time, .. } = frame;
        dates.floor = dates.floor.max(still.until);
        let (from, until) = (still.from.into(), still.until.into());
        let worked = matches!(dates.count, Count::WorkingDays(_));
        let end = time.ends(self.term.end);
        match self.effect {
            PauseEffect::MovesTerm
                if begins_before(still, is_rest, self.boundary_on(dates.landed, end, time)?) =>
            {
                let counted = Counted { end, worked, first, moved: dates.landed };
                let days = self.boundaries(still, time, counted)?;
                dates.landed = self.moved(dates.landed, days, worked)?;
                dates.shift += days;
                since.push(days, worked);
                let due = self.end_of_days(dates.landed, false, time, dates.floor, &mut ())?;
                dates.follow(due);
                recorder.note(|| TraceStep::Paused { from, until, moved: by(days, worked), rolled: false });
            }
            PauseEffect::MovesTerm => {
                if dates.way == Way::Term {
                    self.end_of_days(dates.landed, false, time, dates.floor, recorder)?;
                }
                let Landing { day, end, .. } = dates.due;
                let counted = Counted { end, worked: true, first, moved: day };
                let days = self.boundaries(still, time, counted)?;
                let day = self.moved(day, days, true)?;
                dates.due = Landing::new(self.on_day(day, end, time, &mut ())?, day, end);
                dates.way = Way::Rolled;
                recorder.note(|| TraceStep::Paused { from, until, moved: by(days, true), rolled: true });
            }
            PauseEffect::MovesDue => {
                let Landing { day, end, .. } = dates.due;
                // A backward roll can lead to a date before day zero.
                let counted = Counted { end, worked, first: first.min(day + 1), moved: day };
                let days = self.boundaries(still, time, counted)?;
                let day = self.moved(day, days, worked)?;
                let stays = self.term.roll.rule == RollRule::None || self.calendar.is_open(day)?;
                let due = if stays {
                    Landing::new(self.on_day(day, end, time, &mut ())?, day, end)
                } else {
                    self.end_of_days(day, false, time, dates.floor, &mut ())?
                };
                since.push(day - dates.landed, false);
                dates.landed = day;
                dates.shift += days;
                dates.follow(due);
                recorder.note(|| TraceStep::Paused { from, until, moved: by(days, worked), rolled: true });
            }
        }
        Ok(())
    }

    /// Tells how the unrolled date became the due date, if it did.
    fn note_end<R: Recorder>(
        &self,
        frame: Frame,
        dates: &Dates,
        recorder: &mut R,
    ) -> Result<(), DeadlineError> {
        if !R::LISTENS {
            return Ok(());
        }
        let Landing { due, day, end } = dates.due;
        match dates.way {
            Way::Term => {
                self.end_of_days(dates.landed, dates.fixed, frame.time, dates.floor, recorder)?;
            }
            Way::Rolled => {
                self.on_day(day, end, frame.time, recorder)?;
            }
            Way::Kept => recorder.note(|| TraceStep::NotEarlier { at: due.at.into() }),
        }
        Ok(())
    }
}

impl Dates {
    /// Takes a due date, unless it is earlier than the one so far.
    ///
    /// Neither a roll nor a time of day takes away what the clock had.
    fn follow(&mut self, due: Landing) {
        if due.due >= self.due.due {
            (self.due, self.way) = (due, Way::Term);
        } else {
            self.way = Way::Kept;
        }
    }
}

/// The months by which a count is counted, if it counts months.
fn months_of(count: Count, origin: i64, day_one: bool) -> Option<MonthsFrom> {
    match count {
        Count::Months(months) => Some(MonthsFrom { origin, months, day_one }),
        Count::CalendarDays(_)
        | Count::WorkingDays(_)
        | Count::Weeks(_)
        | Count::Elapsed(_)
        | Count::Working(_)
        | Count::At(_) => None,
    }
}

/// A number of days with its unit, for a trace.
fn by(days: i64, worked: bool) -> PauseShift {
    if worked { PauseShift::WorkingDays(days) } else { PauseShift::CalendarDays(days) }
}
