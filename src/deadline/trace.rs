//! The steps by which a due date was found, as data.
//!
//! A trace is not a second calculation. The evaluation of a term tells a recorder what it does; [`Trace`] is a
//! recorder that listens, and the unit type is one that does not, so that the compiler removes every note from the
//! path that needs only a date. A trace holds dates and instants, no sentences: the `explain` texts of a policy, and a
//! host's own, are made from it.
//!
//! Days without work are summed up in [`ClosedDays`]: how many there are, and the names of the first twenty. A year of
//! Saturdays is one number, and a period of special hours is one entry, so that neither hides a holiday.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::Serialize;

use crate::calendar::reading::DayKind;
use crate::calendar::{Calendar, LocalTime};
use crate::deadline::term::{Bound, Count, FirstDay, RollRule};
use crate::vocab::Anchor;
use crate::vocab::course::ExtensionReason;

/// The steps by which a due date was found, in order.
///
/// Serialised, it is a list of maps, each with the key `step`.
///
/// # Example: every step of a due date
///
/// ```
/// # use redress::deadline::{Anchors, Deadline, End, Term, explanation::TraceStep};
/// # use redress::{sample, vocab::Anchor};
/// let two_days = Deadline::from(Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS));
/// let monday = Anchors::received("2026-03-02T10:00:00+01:00".parse()?);
/// let (due, trace) = two_days.explain(&sample::calendar()?, Anchor::RECEIVED, &monday)?;
/// let [calendar, anchored, counted, last] = trace.steps() else { return Err("four steps".into()) };
/// assert!(matches!(calendar, TraceStep::Calendar { .. }) && matches!(anchored, TraceStep::Anchored { .. }));
/// assert!(matches!(counted, TraceStep::CountedDays { day_one: false, .. }));
/// assert!(matches!(last, TraceStep::Due { at, .. } if *at == due.at()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Trace {
    steps: Vec<TraceStep>,
}

impl Trace {
    /// Returns the steps, in the order in which they were taken. The last one is the due date.
    #[must_use]
    pub fn steps(&self) -> &[TraceStep] {
        &self.steps
    }
}

/// One step on the way to a due date.
///
/// Fields named `local` hold what the wall clock showed. They are `None` if the zone is not known at that instant.
///
/// # Example: an alternative that does not apply yet
///
/// ```
/// # use redress::deadline::{Anchors, Deadline, Term};
/// # use redress::deadline::{choice::Alternative, explanation::TraceStep};
/// # use redress::{sample, vocab::Anchor};
/// let promised = Alternative::from(Anchor::PROMISED, Term::calendar_days(3));
/// let deadline = Deadline::earliest([Term::weeks(2).into(), promised]);
/// let received = Anchors::received("2026-03-02T10:00:00+01:00".parse()?);
/// let (_, trace) = deadline.explain(&sample::calendar()?, Anchor::RECEIVED, &received)?;
/// assert_eq!(trace.steps()[0], TraceStep::LeftOut { part: 2, anchor: Anchor::PROMISED });
/// assert_eq!(trace.steps()[1], TraceStep::Decided { part: 1, of: 2, earliest: true });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum TraceStep {
    /// The calendar by which the term counts.
    Calendar {
        /// Its name.
        name: String,
        /// The edition of its data.
        revision: String,
        /// The name of its zone.
        zone: String,
    },
    /// The event from which the clock runs.
    Anchored {
        /// The event.
        anchor: Anchor,
        /// When it happened.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
        /// What the wall clock showed then.
        local: Option<NaiveDateTime>,
    },
    /// The receipt was in time for its day.
    BeforeCutoff {
        /// The cut-off of that weekday.
        cutoff: LocalTime,
    },
    /// The receipt was after the cut-off and counts as one of a later date.
    AfterCutoff {
        /// The cut-off of that weekday.
        cutoff: LocalTime,
        /// The date of the receipt.
        from: NaiveDate,
        /// The date as which it counts.
        to: NaiveDate,
    },
    /// The receipt was on a closed day and counts as one on the next working day.
    ClosedStart {
        /// The closed day.
        from: NaiveDate,
        /// The working day.
        to: NaiveDate,
    },
    /// The receipt was outside working hours and counts as one at the next opening.
    NextOpening {
        /// The opening.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
        /// What the wall clock shows then.
        local: Option<NaiveDateTime>,
    },
    /// The date moved to the end of its month, before or after the count.
    MonthEnd {
        /// The date.
        from: NaiveDate,
        /// The last day of its month.
        to: NaiveDate,
    },
    /// Days, weeks or months were counted.
    CountedDays {
        /// The amount and its unit.
        count: Count,
        /// Whether the first day is day one. Otherwise it is day zero.
        day_one: bool,
        /// The date from which they were counted.
        from: NaiveDate,
        /// The date to which they lead.
        to: NaiveDate,
        /// The closed days between the two dates. Empty unless working days are counted.
        closed: ClosedDays,
    },
    /// A span of time was counted.
    CountedSpan {
        /// The amount and its unit.
        count: Count,
        /// The instant from which it was counted.
        #[serde(with = "crate::calendar::instant")]
        from: DateTime<Utc>,
        /// The instant to which it leads.
        #[serde(with = "crate::calendar::instant")]
        to: DateTime<Utc>,
        /// The closed days between the two instants. Empty unless working time is counted.
        closed: ClosedDays,
    },
    /// Somebody chose the instant, or it is the date of a merged case.
    Chosen {
        /// The instant.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
    },
    /// An extension replaced the total, counted from the same event.
    ReplacedTotal {
        /// The new total.
        count: Count,
        /// The reason of the extension.
        reason: ExtensionReason,
    },
    /// An extension added to the amount.
    Added {
        /// What it added.
        count: Count,
        /// The reason of the extension.
        reason: ExtensionReason,
    },
    /// An extension named the date.
    ExtendedUntil {
        /// The date.
        date: NaiveDate,
        /// Whether the date stays on a closed day and in a pause.
        fixed: bool,
        /// The reason of the extension.
        reason: ExtensionReason,
    },
    /// The clock was paused.
    Paused {
        /// When the pause began.
        #[serde(with = "crate::calendar::instant")]
        from: DateTime<Utc>,
        /// When the pause ended, or the instant of the question if it is open.
        #[serde(with = "crate::calendar::instant")]
        until: DateTime<Utc>,
        /// By how much the pause moves the due date.
        moved: PauseShift,
        /// Whether the pause moved the rolled date, because it began when the unrolled end had passed.
        #[serde(skip_serializing_if = "core::ops::Not::not")]
        rolled: bool,
    },
    /// A pause moved nothing, because the date is fixed.
    PausedFixed {
        /// When the pause began.
        #[serde(with = "crate::calendar::instant")]
        from: DateTime<Utc>,
        /// When the pause ended.
        #[serde(with = "crate::calendar::instant")]
        until: DateTime<Utc>,
    },
    /// An extension changed nothing, because it names an earlier date than the one that it was to extend.
    NotExtended {
        /// The reason of the extension.
        reason: ExtensionReason,
        /// When it was made.
        #[serde(with = "crate::calendar::instant")]
        made: DateTime<Utc>,
    },
    /// The due date stays as it was, because neither a pause nor an extension makes it earlier.
    NotEarlier {
        /// The due date.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
    },
    /// A pause began when the due date had passed, and moved nothing.
    PausedTooLate {
        /// When the pause began.
        #[serde(with = "crate::calendar::instant")]
        from: DateTime<Utc>,
        /// When the clock had run out.
        #[serde(with = "crate::calendar::instant")]
        due: DateTime<Utc>,
    },
    /// The date was closed and rolled to a working day.
    Rolled {
        /// The direction.
        rule: RollRule,
        /// The date as counted.
        from: NaiveDate,
        /// The working day.
        to: NaiveDate,
        /// The closed days in between.
        closed: ClosedDays,
    },
    /// The wall clock skips the time of day at which the date ends. The date ends at the first instant after the gap.
    SkippedTime {
        /// The time that does not exist.
        local: NaiveDateTime,
    },
    /// The wall clock shows the time of day at which the date ends twice.
    RepeatedTime {
        /// The time that occurs twice.
        local: NaiveDateTime,
        /// Whether the later one was taken.
        later: bool,
    },
    /// One of several alternatives decided. Its steps follow.
    Decided {
        /// The alternative, counted from 1.
        part: usize,
        /// How many alternatives there are.
        of: usize,
        /// Whether the earliest decides. Otherwise the latest does.
        earliest: bool,
    },
    /// An alternative was left out, because its event has not happened.
    LeftOut {
        /// The alternative, counted from 1.
        part: usize,
        /// The event for which it waits.
        anchor: Anchor,
    },
    /// Used time was carried over a change of the deadline, and nothing is due before the change.
    NotBeforeChange {
        /// When the deadline changed.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
    },
    /// The due date. It is always the last step.
    Due {
        /// The instant.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
        /// Whether the instant itself is in time.
        bound: Bound,
        /// What the wall clock shows then. For the end of a day it is midnight, even if the clock skips midnight.
        local: Option<NaiveDateTime>,
    },
}

/// By how much a pause moves a due date, in the unit of the clock.
///
/// # Example: a night costs a working day
///
/// ```
/// # use redress::deadline::{Anchors, Clock, ClockRecord, End, Term, rule::PauseRule};
/// # use redress::deadline::explanation::{PauseShift, TraceStep};
/// # use redress::{sample, vocab::{Anchor, ClockName, PauseReason}};
/// # let waiting = PauseReason::AWAITING_CUSTOMER;
/// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_pause(PauseRule::new(waiting));
/// let monday: chrono::DateTime<chrono::Utc> = "2026-03-02T10:00:00+01:00".parse()?;
/// let term = Term::working_days(3).with_end(End::CLOSE_OF_BUSINESS);
/// let mut record = ClockRecord::new(term, Anchors::received(monday));
/// let (evening, morning) = (monday + chrono::TimeDelta::hours(30), monday + chrono::TimeDelta::hours(46));
/// record.pause(&clock, waiting, evening)?; // Tuesday, 16:00, to Wednesday, 08:00
/// record.resume(&clock, waiting, morning)?;
/// let (_, trace) = clock.explain(&sample::calendar()?, &record, morning)?;
/// let moved = trace.steps().iter().find_map(|step| match step {
///     TraceStep::Paused { moved, .. } => Some(*moved),
///     _ => None,
/// });
/// assert_eq!(moved, Some(PauseShift::WorkingDays(1))); // Tuesday 17:00 lies in the pause
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "the units in which a clock can stand still")]
pub enum PauseShift {
    /// Whole seconds of real time. The due date also has the fraction.
    Elapsed(i64),
    /// Whole seconds of working time.
    Working(i64),
    /// Calendar days: how many ends of day the pause covers.
    CalendarDays(i64),
    /// Working days: how many ends of working days the pause covers.
    WorkingDays(i64),
}

/// The days without work in a range of dates. [`Clock::explain`](crate::deadline::Clock::explain) shows an example.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ClosedDays {
    /// How many there are.
    pub(crate) total: u32,
    /// The holidays, make-up working days and days of special hours in the range, at most [`ClosedDays::NAMED`].
    pub(crate) named: Vec<NamedDay>,
    /// How many of the closed days are closed by the weekly pattern alone.
    pub(crate) by_pattern: u32,
}

/// A day with a name of its own: a holiday, a make-up working day, or a day of special hours.
///
/// ```
/// # use redress::deadline::{Anchors, Deadline, Term, explanation::TraceStep};
/// # use redress::{sample, vocab::Anchor};
/// let received = Anchors::received("2026-04-02T10:00:00+02:00".parse()?);
/// let two_days = Deadline::from(Term::working_days(2));
/// let (_, trace) = two_days.explain(&sample::calendar()?, Anchor::RECEIVED, &received)?;
/// let TraceStep::CountedDays { closed, .. } = &trace.steps()[2] else { return Err("days".into()) };
/// let easter_monday = &closed.named()[1];
/// assert_eq!((easter_monday.date(), easter_monday.is_working()), ("2026-04-06".parse()?, false));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct NamedDay {
    /// The date.
    pub(crate) date: NaiveDate,
    /// The last day, if several working days in a row share a name and special hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<NaiveDate>,
    /// Its name in the calendar.
    pub(crate) name: String,
    /// Whether it is a working day.
    pub(crate) working: bool,
}

impl NamedDay {
    /// Returns the date.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// Returns the last day of a period of special hours, if several working days in a row belong to it.
    #[must_use]
    pub const fn until(&self) -> Option<NaiveDate> {
        self.until
    }

    /// Returns the name of the day in the calendar, such as `Good Friday`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns whether it is a working day: a make-up day, or a day with special hours.
    #[must_use]
    pub const fn is_working(&self) -> bool {
        self.working
    }
}

impl ClosedDays {
    /// The most days that are named one by one.
    pub const NAMED: usize = 20;

    /// Returns how many days without work there are, named or not.
    #[must_use]
    pub const fn total(&self) -> u32 {
        self.total
    }

    /// Returns the days with names, earliest first, at most [`ClosedDays::NAMED`]. Some of them may be working days.
    #[must_use]
    pub fn named(&self) -> &[NamedDay] {
        &self.named
    }

    /// Returns how many of the closed days are closed by the weekly pattern alone, such as Saturdays.
    #[must_use]
    pub const fn by_pattern(&self) -> u32 {
        self.by_pattern
    }

    /// The closed days from one date to another, both included. Empty if the calendar does not know them.
    pub(crate) fn among(calendar: &Calendar, first: NaiveDate, last: NaiveDate) -> Self {
        let Ok(exceptions) = calendar.exceptions(first, last) else { return Self::default() };
        if last < first {
            return Self::default();
        }
        let days = last.signed_duration_since(first).num_days() + 1;
        let worked = calendar.working_days_between(first, last).unwrap_or(0)
            + i64::from(calendar.is_working_day(first).unwrap_or(false));
        let total = u32::try_from(days - worked).unwrap_or(0);
        let mut named: Vec<NamedDay> = Vec::new();
        let mut holidays = 0;
        // The last named date, if it has special hours: a period of such days is one entry.
        let mut special = None;
        for (date, kind) in exceptions {
            let (name, working) = match kind {
                DayKind::Holiday(name) => (name, false),
                DayKind::MakeUp(name) | DayKind::SpecialHours(name) => (name, true),
                DayKind::Working | DayKind::Closed => continue,
            };
            holidays += u32::from(!working);
            let before = special.take();
            let is_special = matches!(kind, DayKind::SpecialHours(_));
            let goes_on =
                is_special && before.is_some_and(|last| calendar.working_days_between(last, date) == Ok(1));
            let is_full = named.len() >= Self::NAMED;
            match named.last_mut().filter(|last| goes_on && last.name == name) {
                // One entry for a period of special hours, so that a month of them does not crowd out the holidays.
                Some(last) => last.until = Some(date),
                None if !is_full => {
                    named.push(NamedDay { date, until: None, name: name.into(), working });
                }
                None => continue,
            }
            special = is_special.then_some(date);
        }
        Self { total, named, by_pattern: total.saturating_sub(holidays) }
    }
}

/// Listens to the steps of an evaluation. The unit type does not listen, at no cost.
pub(crate) trait Recorder {
    /// Whether anybody listens.
    const LISTENS: bool;

    /// Takes a step. It is a closure, so that nobody makes a step to which nobody listens.
    fn note(&mut self, step: impl FnOnce() -> TraceStep);
}

impl Recorder for () {
    const LISTENS: bool = false;

    fn note(&mut self, _: impl FnOnce() -> TraceStep) {}
}

impl Recorder for Trace {
    const LISTENS: bool = true;

    fn note(&mut self, step: impl FnOnce() -> TraceStep) {
        self.steps.push(step());
    }
}

/// Whether the day of the event counts.
pub(crate) const fn is_day_one(first_day: FirstDay) -> bool {
    matches!(first_day, FirstDay::DayOne)
}

/// The weekday of a day number, from Monday = 0. Day 0 is Thursday, 1970-01-01.
pub(crate) fn weekday_index(day: i64) -> usize {
    usize::try_from((day + 3).rem_euclid(7)).unwrap_or(0)
}
