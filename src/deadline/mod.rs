//! Deadlines: when something is due, why, and where its clock stands.
//!
//! - A [`Term`] is a rule: how much is counted in what, from when, and how the due date ends and rolls.
//! - A [`Deadline`] is a term, or the earliest or latest of several.
//! - A [`Clock`] says when a deadline starts to run and when it may stand still, be extended or warn.
//! - A [`ClockRecord`] is what happened to one clock; [`Clock::reading`] says where it stands.
//! - A [`DueTable`] holds deadlines that are asked for columns of many records.
//! - A [`Trace`] holds every [`TraceStep`](explanation::TraceStep) by which a due date was found.
//!
//! A due date is a [`Due`]: an instant and whether that very instant is still in time.

mod alternatives;
mod anchors;
mod boundaries;
mod clock;
mod clock_error;
mod codes;
mod combine;
mod days_moved;
mod due;
mod due_table;
mod error;
mod evaluate;
mod evaluate_days;
mod evaluate_span;
mod facts;
mod fault;
mod hint;
mod in_order;
pub mod limits;
mod occurrence;
mod pause;
mod pause_limit;
mod plain;
mod plain_due;
mod reading;
mod record;
mod status;
mod still;
mod term;
mod trace;
mod view;
mod warning;
mod with_calendar;

pub use self::alternatives::Deadline;
pub use self::anchors::Anchors;
pub use self::clock::Clock;
pub use self::due::Due;
pub use self::due_table::{DueTable, TableDeadline};
pub use self::error::DeadlineError;
pub use self::record::ClockRecord;
pub use self::status::{ClockReading, ClockStatus};
pub use self::term::{Count, Cutoff, End, Roll, Term};
pub use self::trace::Trace;

pub(crate) use self::facts::PlainFacts;
pub(crate) use self::warning::whole_second;

/// The choices of a term (where it begins, ends and rolls to), and what can be wrong with them.
pub mod choice {
    pub use crate::deadline::alternatives::{Alternative, CalendarDeadline};
    pub use crate::deadline::error::MissingTarget;
    pub use crate::deadline::fault::DeadlineFault;
    pub use crate::deadline::hint::TermHint;
    pub use crate::deadline::term::{
        Bound, ClosedStart, CutoffTime, EndAt, FirstDay, LateReceipt, MonthEnd, RollRule, TermFault,
    };
}

/// How a due date came about, step by step.
pub mod explanation {
    pub use crate::deadline::trace::{ClosedDays, NamedDay, PauseShift, TraceStep};
}

/// The rules and records of a clock: pauses, extensions, warnings, what a breach means, and refused entries.
pub mod rule {
    pub use crate::deadline::clock::{AfterBreach, ChangeEffect, Hardness, PauseEffect, Warning};
    pub use crate::deadline::clock_error::ClockError;
    pub use crate::deadline::occurrence::{CountedClock, Occurrence};
    pub use crate::deadline::pause::{Extension, ExtensionChange, ExtensionRule, Pause, PauseRule};
    pub use crate::deadline::pause_limit::PauseLimit;
    pub use crate::deadline::status::ClockState;
}
