//! Due dates of many records at once.
//!
//! # The problem
//!
//! A report asks for the due dates of a million receipts. Counted one by one, each takes look-ups in the zone and in
//! the calendar, and branches that depend on the data. Yet most receipts of one local day share their due date.
//!
//! # The idea
//!
//! Most terms of days give one due date for all receipts of a local day, or one for the receipts before a cut-off and
//! one for those after it. Such a term becomes one row for each 24 hours: up to three instants at which its due date
//! changes, and the due dates before, between and after them. An instant finds its row by division, and its due date
//! by looking at every change of the row: no branch depends on the data.
//!
//! By hand: two days, cut-off 16:30, due 16:30. The row of a Monday changes at 16:30:01 and holds Wednesday 16:30 and
//! Thursday 16:30, both as seconds after the beginning of the row.
//!
//! # Layout
//!
//! Rows begin at the first known midnight and follow each other every 86 400 seconds, so that a summer-time change
//! moves the local midnight inside a row: one of its three changes. Due dates are `i32` seconds after the beginning of
//! the row; one value stands for "not in the table". If no row of any deadline changes more than once, rows with one
//! change are kept, which are less than half as long. Equal deadlines share their rows.
//!
//! # How it is filled
//!
//! The rows are filled by the evaluation that gives every other due date: at the first and the last second of each day
//! and, if these differ, by bisection for the second of the change. So there is no second implementation of any rule.
//!
//! INVARIANT: within a day on which the clock is not changed, the due date of such a term changes at most once, where
//! the cut-off passes. `changes_once_a_day` names the terms for which this holds. Terms of elapsed or working time,
//! ends at the same time, starts at the next opening, backward rolls, combined deadlines, days of a clock change and
//! unknown due dates are not in the table and are evaluated record by record.
//!
//! # Cost
//!
//! Building takes two evaluations for each known day, and about 17 more for each day with a change. A look-up takes
//! one division, one load and a few comparisons. A cache of answers would take a hash for each record instead, and how
//! often it is hit would depend on the data.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::calendar::column::{Answered, ColumnError, UNKNOWN};
use crate::calendar::local_time::DAY;
use crate::calendar::moment::Moment;
use crate::deadline::alternatives::Deadline;
use crate::deadline::anchors::Anchors;
use crate::deadline::due::Due;
use crate::deadline::error::DeadlineError;
use crate::deadline::facts::Facts;
use crate::deadline::fault::DeadlineFault;
use crate::deadline::plain_due::Start;
use crate::deadline::term::{Bound, ClosedStart, Count, EndAt, RollRule, Term};
use crate::vocab::Anchor;

/// Deadlines that share a calendar, prepared for columns of records.
///
/// Building a table takes about as long as asking for some thousand due dates. Each record then names its deadline by a
/// number from 0 to 255: the place in the slice of deadlines.
///
/// Instants are whole UTC seconds since 1970-01-01. A fraction of a second can decide on which side of a cut-off a
/// receipt lies; for such receipts, ask [`TableDeadline::due`] or [`Deadline::due`].
///
/// # Example: two deadlines for three receipts
///
/// ```
/// # use redress::deadline::{Deadline, DueTable, End, Roll, Term};
/// # use redress::{calendar::{LocalTime, column::UNKNOWN}, sample, vocab::Anchor};
/// let calendar = sample::calendar()?; // Berlin, 2026
/// let noon = End::at(LocalTime::from_static("12:00"));
/// let days = |n| Deadline::from(Term::calendar_days(n).with_end(noon).with_roll(Roll::FOLLOWING));
/// let deadlines = [days(1), days(2)];
/// let table = DueTable::new(&calendar, Anchor::RECEIVED, &deadlines);
///
/// let received = [1_772_791_200, 1_772_791_200, 1_798_700_400]; // 2026-03-06 11:00, twice, and 2026-12-31 08:00
/// let mut due = [0; 3];
/// let answered = table.due_each(&received, &[0, 1, 1], &mut due)?;
/// // Saturday and Sunday roll to Monday, 2026-03-09 12:00; January 2027 is not known.
/// assert_eq!(due, [1_773_054_000, 1_773_054_000, UNKNOWN]);
/// assert_eq!(answered.first_unknown(), Some(2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct DueTable<'a> {
    calendar: &'a Calendar,
    start: Anchor,
    deadlines: &'a [Deadline],
    /// The first row of each deadline. Equal deadlines share their rows.
    first_rows: Vec<usize>,
    rows: Rows,
    /// The UTC second at which the first row of each deadline begins.
    begins: i64,
    /// How many rows a deadline has.
    count: usize,
}

/// The most changes in one row: a midnight that the zone has moved, and two cut-offs.
const MOST: usize = 3;

/// The first row of a deadline without rows: far beyond the last one.
const NO_ROWS: usize = usize::MAX / 2;

/// Stands for a due date that is not in the table.
const ELSEWHERE: i32 = i32::MIN;

/// The rows of all deadlines. If nothing changes more than once in a row, rows are less than half as long.
#[derive(Clone, Debug)]
enum Rows {
    Short(Vec<Row<1>>),
    Long(Vec<Row<MOST>>),
}

/// The due dates of the instants of 24 hours, in seconds after the beginning of the row.
#[derive(Clone, Copy, Debug)]
struct Row<const CHANGES: usize> {
    due: i32,
    /// From which second of the row the next due date holds. `u32::MAX` if there is no next one.
    changes: [u32; CHANGES],
    later: [i32; CHANGES],
}

/// From when a due date holds, until the next step.
#[derive(Clone, Copy)]
struct Step {
    from: i64,
    /// `None` if the due date is not in the table.
    due: Option<i64>,
}

impl<'a> DueTable<'a> {
    /// Prepares deadlines that count from one event, whose instant each record gives.
    ///
    /// An alternative that counts from another event does not apply, because no record tells when that event happened.
    #[must_use]
    pub fn new(calendar: &'a Calendar, start: Anchor, deadlines: &'a [Deadline]) -> Self {
        let begins = calendar.midnight_of_known(0).unwrap_or(0);
        let rows = Rows::Short(Vec::new());
        let mut table = Self { calendar, start, deadlines, first_rows: Vec::new(), rows, begins, count: 0 };
        let mut rows = Vec::new();
        table.count = usize::try_from((calendar.known_until - begins).div_euclid(DAY) + 1).unwrap_or(0);
        // A record cannot name a deadline beyond these.
        for (index, deadline) in deadlines.iter().take(usize::from(u8::MAX) + 1).enumerate() {
            let earlier = deadlines.iter().take(index).position(|earlier| earlier == deadline);
            let first_row = match (earlier.and_then(|earlier| table.first_rows.get(earlier)), deadline) {
                (Some(&shared), _) => shared,
                (None, Deadline::Term(term)) if changes_once_a_day(term) => {
                    let first_row = rows.len();
                    table.fill(&mut rows, term);
                    first_row
                }
                // This place lies beyond the last row, so that no look-up finds it.
                (None, _) => NO_ROWS,
            };
            table.first_rows.push(first_row);
        }
        let short: Option<Vec<_>> = rows.iter().map(Row::shortened).collect();
        table.rows = short.map_or(Rows::Long(rows), Rows::Short);
        table
    }

    /// Finds when each record is due, by the deadline that its number names, as [`Deadline::due`] does.
    ///
    /// The due dates are written to `due`, as UTC seconds. [`UNKNOWN`] is written if there is no due date, and if a due
    /// date has a fraction of a second, which only a chosen instant can have.
    ///
    /// # Errors
    ///
    /// Returns [`ColumnError::Length`] if the columns have different lengths, and [`ColumnError::Number`] if a number
    /// names no deadline. Nothing is written in both cases.
    ///
    /// # Example: a number that names no deadline
    ///
    /// ```
    /// # use redress::deadline::{Deadline, DueTable, End, Term};
    /// # use redress::{calendar::column::ColumnError, sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let deadlines = [Deadline::from(Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS))];
    /// let table = DueTable::new(&calendar, Anchor::RECEIVED, &deadlines);
    /// let mut due = [0; 2];
    /// let refused = table.due_each(&[1_772_791_200; 2], &[0, 7], &mut due);
    /// assert!(matches!(refused, Err(ColumnError::Number { record: 1, number: 7, .. })));
    /// assert_eq!(due, [0; 2]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn due_each(
        &self,
        events: &[i64],
        deadlines: &[u8],
        due: &mut [i64],
    ) -> Result<Answered, ColumnError> {
        ColumnError::none_or("deadlines", deadlines.len(), events.len())?;
        ColumnError::none_or("due", due.len(), events.len())?;
        let choices = self.deadlines.len();
        // Only the greatest number is checked: this loop has no branch.
        let greatest = deadlines.iter().fold(0, |greatest, &number| u8::max(greatest, number));
        if usize::from(greatest) >= choices {
            let mut numbers = deadlines.iter().map(|&number| usize::from(number)).enumerate();
            if let Some((record, number)) = numbers.find(|&(_, number)| number >= choices) {
                return Err(ColumnError::Number { column: "deadlines", record, number, choices });
            }
        }
        match &self.rows {
            Rows::Short(rows) => self.fill_in(rows, events, deadlines, due),
            Rows::Long(rows) => self.fill_in(rows, events, deadlines, due),
        }
        Ok(Answered::of(due, UNKNOWN))
    }

    /// Returns one of the deadlines, for records that come one by one. `None` if no deadline has this number.
    ///
    /// # Example: one receipt
    ///
    /// ```
    /// # use redress::deadline::{Deadline, DueTable, End, Term};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let deadlines = [Deadline::from(Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS))];
    /// let table = DueTable::new(&calendar, Anchor::RECEIVED, &deadlines);
    /// let two_days = table.deadline(0).ok_or("no such deadline")?;
    /// let due = two_days.due("2026-03-06T10:00:00+01:00".parse()?)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-10 17:00:00");
    /// assert!(table.deadline(1).is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn deadline(&self, number: u8) -> Option<TableDeadline<'_>> {
        let number = usize::from(number);
        let mut bounds = self.deadlines.get(number)?.terms().flat_map(Term::bounds);
        let first = bounds.next();
        let bound = first.filter(|&first| bounds.all(|bound| bound == first));
        Some(TableDeadline { table: self, number, bound })
    }

    /// Writes the due date of each record: from the rows, or evaluated if the rows do not have it.
    fn fill_in<const CHANGES: usize>(
        &self,
        rows: &[Row<CHANGES>],
        events: &[i64],
        deadlines: &[u8],
        due: &mut [i64],
    ) {
        for ((&event, &number), due) in events.iter().zip(deadlines).zip(due) {
            let number = usize::from(number);
            *due = self.due_in(rows, event, number).unwrap_or_else(|| self.due_alone(event, number));
        }
    }

    /// The due date of one record, if the rows have it.
    #[inline]
    fn due_in<const CHANGES: usize>(&self, rows: &[Row<CHANGES>], event: i64, number: usize) -> Option<i64> {
        let passed = event.wrapping_sub(self.begins).cast_unsigned();
        let index = usize::try_from(passed / DAY.cast_unsigned()).ok()?;
        if index >= self.count {
            return None;
        }
        let row = rows.get(self.first_rows.get(number)? + index)?;
        #[expect(clippy::cast_possible_truncation, reason = "a second of a row")]
        let second = (passed % DAY.cast_unsigned()) as u32;
        let due = row.due(second);
        if due == ELSEWHERE { None } else { Some(event - i64::from(second) + i64::from(due)) }
    }

    /// The due date of one record, or [`UNKNOWN`] if the rows do not have it.
    fn second_in_rows(&self, event: i64, number: usize) -> i64 {
        let due = match &self.rows {
            Rows::Short(rows) => self.due_in(rows, event, number),
            Rows::Long(rows) => self.due_in(rows, event, number),
        };
        due.unwrap_or(UNKNOWN)
    }

    /// The due date of one record, evaluated.
    #[inline(never)]
    fn due_alone(&self, event: i64, number: usize) -> i64 {
        // A number that is not an instant has no due date, not even a chosen one.
        if DateTime::from_timestamp(event, 0).is_none() {
            return UNKNOWN;
        }
        let at = match self.deadlines.get(number) {
            Some(Deadline::Term(term)) => {
                term.plain_due(self.calendar, Start::at_second(event)).get().map(|(at, _)| at)
            }
            Some(deadline) => self.decided(deadline, event),
            None => None,
        };
        // A fraction is not cut off: that would be an earlier due date.
        at.filter(|at| at.nanos == 0).map_or(UNKNOWN, |at| at.second)
    }

    /// The due date of a combined deadline, evaluated.
    fn decided(&self, deadline: &Deadline, event: i64) -> Option<Moment> {
        let at = DateTime::from_timestamp(event, 0)?;
        let anchors = Anchors::new().with(self.start, at);
        let decided = deadline.decided(&Facts::plain(self.calendar, &self.start, &anchors)).ok()?;
        Some(decided.outcome.at)
    }

    /// Adds the rows of a term.
    fn fill(&self, rows: &mut Vec<Row<MOST>>, term: &Term) {
        let steps = self.steps(term);
        let mut next = 0;
        for index in 0..self.count {
            let begins = self.begins + i64::try_from(index).unwrap_or(0) * DAY;
            // The steps that hold in the row, each different from the one before.
            let mut holding: Vec<Step> = Vec::new();
            let mut place = next;
            while let Some(&step) = steps.get(place).filter(|step| step.from < begins + DAY) {
                if step.from <= begins {
                    next = place;
                    holding.clear();
                }
                if holding.last().is_none_or(|last| last.due != step.due) {
                    holding.push(step);
                }
                place += 1;
            }
            rows.push(Row::of(begins, &holding));
        }
    }

    /// The due dates of a term over the known days.
    fn steps(&self, term: &Term) -> Vec<Step> {
        let due = |second| {
            let due = term.plain_due(self.calendar, Start::at_second(second));
            due.get().filter(|(at, _)| at.nanos == 0).map(|(at, _)| at.second)
        };
        let mut steps = Vec::new();
        for day in 0..self.calendar.known().days() {
            let Some(from) = self.calendar.midnight_of_known(day) else { continue };
            if !self.calendar.is_steady(day) {
                steps.push(Step { from, due: None });
                continue;
            }
            let last = from + DAY - 1;
            let (first_due, last_due) = (due(from), due(last));
            steps.push(Step { from, due: first_due });
            if first_due != last_due {
                let (mut before, mut after) = (from, last);
                while after - before > 1 {
                    let middle = before + (after - before) / 2;
                    if due(middle) == first_due { before = middle } else { after = middle }
                }
                steps.push(Step { from: after, due: last_due });
            }
        }
        steps.push(Step { from: self.calendar.known_until, due: None });
        steps
    }
}

/// One deadline of a [`DueTable`], for records that come one by one.
#[derive(Clone, Copy, Debug)]
pub struct TableDeadline<'t> {
    table: &'t DueTable<'t>,
    number: usize,
    bound: Option<Bound>,
}

impl TableDeadline<'_> {
    /// Returns when the deadline is due, counted from an event, fractions of a second included.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as for [`Deadline::due`].
    #[inline]
    pub fn due(self, event: DateTime<Utc>) -> Result<Due, DeadlineError> {
        let at = Moment::from(event);
        let second = match self.bound {
            // Fractions decide at a cut-off.
            Some(_) if at.nanos == 0 => self.table.second_in_rows(at.second, self.number),
            Some(_) | None => UNKNOWN,
        };
        let (at, bound) = match self.bound {
            Some(bound) if second != UNKNOWN => (Moment::at_second(second), bound),
            Some(_) | None => match self.due_or_refused(event) {
                Ok(due) => due,
                Err(error) => return Err(*error),
            },
        };
        Ok(Due { at: self.table.calendar.door.instant(at), bound })
    }

    /// Returns whether the due instants of the deadline are themselves in time. `None` if this depends on the record.
    ///
    /// ```
    /// # use redress::deadline::{Deadline, DueTable, End, Roll, Term, choice::Bound};
    /// # use redress::{sample, vocab::Anchor};
    /// # let calendar = sample::calendar()?;
    /// let day = Term::calendar_days(1).with_end(End::END_OF_DAY);
    /// let rolled = day.with_roll(Roll::FOLLOWING.with_end(End::OPENING));
    /// let deadlines = [day, rolled].map(Deadline::from);
    /// let table = DueTable::new(&calendar, Anchor::RECEIVED, &deadlines);
    /// let bound = |number| table.deadline(number).and_then(|deadline| deadline.bound());
    /// assert_eq!(bound(0), Some(Bound::Exclusive)); // 24:00 is too late
    /// assert_eq!(bound(1), None); // 24:00 is too late, but an opening on Monday is in time
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn bound(self) -> Option<Bound> {
        self.bound
    }

    /// When it is due, evaluated.
    #[inline(never)]
    fn due_or_refused(self, event: DateTime<Utc>) -> Result<(Moment, Bound), Box<DeadlineError>> {
        let start = self.table.start;
        let anchors = Anchors::new().with(start, event);
        let due = match self.table.deadlines.get(self.number) {
            Some(deadline) => deadline.due(self.table.calendar, start, &anchors)?,
            None => return Err(Box::new(DeadlineFault::NoParts.into())),
        };
        Ok((due.at.into(), due.bound))
    }
}

impl<const CHANGES: usize> Row<CHANGES> {
    const NONE: Self = Self { due: ELSEWHERE, changes: [u32::MAX; CHANGES], later: [ELSEWHERE; CHANGES] };

    /// The due date at a second of the row.
    #[inline]
    fn due(&self, second: u32) -> i32 {
        let later = self.changes.iter().zip(&self.later);
        // The last change that has begun. No branch depends on the data.
        later.fold(self.due, |due, (&change, &later)| if change <= second { later } else { due })
    }
}

impl Row<MOST> {
    /// The row that begins at an instant, from the steps that hold in it.
    ///
    /// A row is left empty, so that its instants are evaluated, if no step holds at its beginning, or if more change
    /// than a row has room for.
    fn of(begins: i64, steps: &[Step]) -> Self {
        let mut row = Self::NONE;
        let Some((first, later)) = steps.split_first().filter(|(first, _)| first.from <= begins) else {
            return row;
        };
        if later.len() > MOST {
            return row;
        }
        let seconds = |step: &Step| {
            let seconds = step.due.and_then(|due| i32::try_from(due - begins).ok());
            seconds.unwrap_or(ELSEWHERE)
        };
        row.due = seconds(first);
        for ((change, due), step) in row.changes.iter_mut().zip(&mut row.later).zip(later) {
            *change = u32::try_from(step.from - begins).unwrap_or(u32::MAX);
            *due = seconds(step);
        }
        row
    }

    /// The same row with one change, if it has no more.
    fn shortened(&self) -> Option<Row<1>> {
        let ([change, others @ ..], [later, ..]) = (self.changes, self.later);
        let is_short = others.iter().all(|&other| other == u32::MAX);
        is_short.then_some(Row { due: self.due, changes: [change], later: [later] })
    }
}

/// Whether the due date of a term changes at most once within a day on which the clock is not changed.
///
/// For such a term, the date and the side of the cut-off decide everything: neither the time of day nor the event
/// itself is asked again. A backward roll would ask whether it leads behind the event.
fn changes_once_a_day(term: &Term) -> bool {
    let named = |at| match at {
        EndAt::At(_) | EndAt::Opening | EndAt::CloseOfBusiness | EndAt::EndOfDay => true,
        EndAt::SameTime => false,
    };
    let of_days = match term.count {
        Count::CalendarDays(_) | Count::WorkingDays(_) | Count::Weeks(_) | Count::Months(_) => true,
        Count::Elapsed(_) | Count::Working(_) | Count::At(_) => false,
    };
    let starts = match term.closed_start {
        ClosedStart::Keep | ClosedStart::NextWorkingDay => true,
        ClosedStart::NextOpening => false,
    };
    let rolls = match term.roll.rule {
        RollRule::None | RollRule::Following => true,
        RollRule::Preceding | RollRule::ModifiedFollowing => false,
    };
    of_days && starts && rolls && named(term.end.at) && term.roll.end.is_none_or(|end| named(end.at))
}

impl Term {
    /// The bounds that the due dates of the term can have.
    fn bounds(&self) -> impl Iterator<Item = Bound> {
        [Some(self.end), self.roll.end].into_iter().flatten().map(|end| end.bound)
    }
}
