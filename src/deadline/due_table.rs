//! Due dates of many records at once.
//!
//! Most terms of days give one due date for all receipts of a local day, or one for those before a cut-off and one for
//! those after it. Such a term becomes a row for each time of 24 hours: up to three instants at which its due date
//! changes, and the due date before, between and after them. An instant finds its row by division, and its due date by
//! counting the changes that have passed: no branch that the data decides.
//!
//! Example: two days, cut-off 16:30, due 16:30. The row of a Monday changes at 16:30:01 and holds Wednesday 16:30 and
//! Thursday 16:30, both as seconds after the beginning of the row.
//!
//! The rows are filled by asking the evaluation that gives every due date: at the first and the last second of each
//! day and, where these differ, by bisection for the second of the change.
//!
//! INVARIANT: within a day on which the clock is not changed, the due date of such a term changes at most once, where
//! the cut-off passes. Other terms, other days and due dates that are not known are evaluated record by record.

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

/// Deadlines by one calendar, made ready for columns of records.
///
/// Building it takes about as long as asking for some thousand due dates. Each record then names its deadline by a
/// number from 0 to 255, counted in the order in which the deadlines were given.
///
/// Instants are whole UTC seconds, counted from 1970-01-01. A fraction of a second decides where a receipt lies beside a
/// cut-off to the nanosecond: ask [`Deadline::due`] then.
///
/// # Example: two deadlines for three receipts
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, LocalTime, WeekPattern, Zone};
/// # let utc = chrono::FixedOffset::east_opt(0).ok_or("offset")?;
/// # let calendar = Calendar::builder("desk", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
/// #     .week(WeekPattern::weekdays([Hours::from_static("08:00-16:30")]))
/// #     .build()?;
/// use redress::calendar::column::UNKNOWN;
/// use redress::deadline::{Deadline, DueTable, End, Roll, Term};
/// use redress::vocab::Anchor;
///
/// let half_past_four = End::at(LocalTime::from_static("16:30"));
/// let days = |n| Deadline::from(Term::calendar_days(n).with_end(half_past_four).with_roll(Roll::FOLLOWING));
/// let deadlines = [days(1), days(2)];
/// let table = DueTable::new(&calendar, Anchor::RECEIVED, &deadlines);
///
/// let received = [1_772_791_200, 1_772_791_200, 1_798_700_400]; // 2026-03-06 10:00, twice, and 2026-12-31 07:00
/// let mut due = [0; 3];
/// let answered = table.due_each(&received, &[0, 1, 1], &mut due)?;
/// // Saturday and Sunday roll to Monday, 2026-03-09 16:30; January 2027 is not known.
/// assert_eq!(due, [1_773_073_800, 1_773_073_800, UNKNOWN]);
/// assert_eq!(answered.first_unknown(), Some(2));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct DueTable<'a> {
    calendar: &'a Calendar,
    start: Anchor,
    deadlines: &'a [Deadline],
    /// Per deadline: its first row. Equal deadlines share their rows.
    first_rows: Vec<usize>,
    rows: Rows,
    /// The UTC second at which the first row of each deadline begins.
    begins: i64,
    /// How many rows a deadline has.
    count: usize,
}

/// How often a due date may change in a row: at midnight, where the zone has moved that, and at two cut-offs.
const MOST: usize = 3;

/// The first row of a deadline that has none: far beyond the last.
const NO_ROWS: usize = usize::MAX / 2;

/// Stands for a due date that is not in the table.
const ELSEWHERE: i32 = i32::MIN;

/// The rows of all deadlines. Where nothing changes more than once in a row, they are less than half as long.
#[derive(Clone, Debug)]
enum Rows {
    Short(Vec<Row<1>>),
    Long(Vec<Row<MOST>>),
}

/// The due dates of the instants of 24 hours, in seconds after the beginning of the row.
#[derive(Clone, Copy, Debug)]
struct Row<const CHANGES: usize> {
    due: i32,
    /// From which second of the row on the next due date holds; no second where there is none.
    changes: [u32; CHANGES],
    later: [i32; CHANGES],
}

/// From when on a due date holds, until the next one does.
#[derive(Clone, Copy)]
struct Step {
    from: i64,
    /// None where it is not in the table.
    due: Option<i64>,
}

impl<'a> DueTable<'a> {
    /// Makes deadlines ready that count from an event, of which each record gives the instant.
    ///
    /// An alternative that counts from another event does not apply, because no record tells that event.
    #[must_use]
    pub fn new(calendar: &'a Calendar, start: Anchor, deadlines: &'a [Deadline]) -> Self {
        let begins = calendar.midnight_of_known(0).unwrap_or(0);
        let rows = Rows::Short(Vec::new());
        let mut table = Self { calendar, start, deadlines, first_rows: Vec::new(), rows, begins, count: 0 };
        let mut rows = Vec::new();
        table.count = usize::try_from((calendar.known_until - begins).div_euclid(DAY) + 1).unwrap_or(0);
        // Numbers beyond name none.
        for (index, deadline) in deadlines.iter().take(usize::from(u8::MAX) + 1).enumerate() {
            let earlier = deadlines.iter().take(index).position(|earlier| earlier == deadline);
            let first_row = match (earlier.and_then(|earlier| table.first_rows.get(earlier)), deadline) {
                (Some(&shared), _) => shared,
                (None, Deadline::Term(term)) if changes_once_a_day(term) => {
                    let first_row = rows.len();
                    table.fill(&mut rows, term);
                    first_row
                }
                // Beyond the last row.
                (None, _) => NO_ROWS,
            };
            table.first_rows.push(first_row);
        }
        let short: Option<Vec<_>> = rows.iter().map(Row::shortened).collect();
        table.rows = short.map_or(Rows::Long(rows), Rows::Short);
        table
    }

    /// Finds when each record is due, by the deadline of its number, as [`Deadline::due`] does.
    ///
    /// [`UNKNOWN`] stands where there is no due date, and where it has a fraction of a second, which only a chosen
    /// instant can have.
    ///
    /// # Errors
    ///
    /// [`ColumnError::Length`] when the columns have different lengths, [`ColumnError::Number`] when a number is that of
    /// no deadline; nothing is written then.
    pub fn due_each(
        &self,
        events: &[i64],
        deadlines: &[u8],
        due: &mut [i64],
    ) -> Result<Answered, ColumnError> {
        ColumnError::none_or("deadlines", deadlines.len(), events.len())?;
        ColumnError::none_or("due", due.len(), events.len())?;
        let choices = self.deadlines.len();
        // The greatest number first: all of them are compared at once.
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

    /// Returns one of the deadlines, for records that come one by one; `None` where the table has no such number.
    ///
    /// # Example: a receipt after another
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::deadline::{Deadline, DueTable, End, Term};
    /// # use redress::vocab::Anchor;
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("offset")?;
    /// # let calendar = Calendar::builder("desk", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("08:00-16:30")]))
    /// #     .build()?;
    /// let deadlines = [Deadline::from(Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS))];
    /// let table = DueTable::new(&calendar, Anchor::RECEIVED, &deadlines);
    /// let two_days = table.deadline(0).ok_or("no such deadline")?;
    /// let due = two_days.due("2026-03-06T10:00:00Z".parse()?)?;
    /// assert_eq!(due.at().to_rfc3339(), "2026-03-10T16:30:00+00:00");
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn deadline(&self, number: u8) -> Option<TableDeadline<'_>> {
        let number = usize::from(number);
        let mut bounds = self.deadlines.get(number)?.terms().flat_map(Term::bounds);
        let first = bounds.next();
        let bound = first.filter(|&first| bounds.all(|bound| bound == first));
        Some(TableDeadline { table: self, number, bound })
    }

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

    /// The due date of one record, where the rows have it.
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

    /// The due date of one record, where the rows have it, and [`UNKNOWN`] where they have not.
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
        // What is no instant has no due date, not even a chosen one.
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
        // A fraction is not cut off: an earlier due date is another one.
        at.filter(|at| at.nanos == 0).map_or(UNKNOWN, |at| at.second)
    }

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
    /// Returns when it is due, counted from an event, fractions of a second included, as [`Deadline::due`] does.
    ///
    /// # Errors
    ///
    /// As [`Deadline::due`].
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

    /// Returns whether the due instants of the deadline are themselves in time; `None` where that depends on the record.
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
        // The last one that has begun. No branch that the data decides.
        later.fold(self.due, |due, (&change, &later)| if change <= second { later } else { due })
    }
}

impl Row<MOST> {
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

    /// The same with one change, where it has no more.
    fn shortened(&self) -> Option<Row<1>> {
        let ([change, others @ ..], [later, ..]) = (self.changes, self.later);
        let is_short = others.iter().all(|&other| other == u32::MAX);
        is_short.then_some(Row { due: self.due, changes: [change], later: [later] })
    }
}

/// Whether the due date of a term changes at most once within a day on which the clock is not changed.
///
/// The date and what the cut-off makes of it decide everything then: neither the time of day nor the event itself is
/// asked again. A roll backward asks whether it would lead behind the event.
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
    /// The bounds that its due dates can have.
    fn bounds(&self) -> impl Iterator<Item = Bound> {
        [Some(self.end), self.roll.end].into_iter().flatten().map(|end| end.bound)
    }
}
