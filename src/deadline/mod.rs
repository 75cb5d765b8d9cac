//! Deadlines: when something is due, why, and where its clock stands.
//!
//! - A [`Term`] is a rule: how much is counted in what, from when, and how the due date ends and rolls.
//! - A [`Deadline`] is a term, or the earliest or latest of several.
//! - A [`Clock`] says when a deadline starts to run and when it may stand still, be extended or warn.
//! - A [`ClockRecord`] is what happened to one clock; [`Clock::reading`] says where it stands.
//! - A [`Trace`] holds every [`Step`] by which a due date was found.
//!
//! A due date is a [`Due`]: an instant and whether that very instant is still in time.

mod alternatives;
mod anchors;
mod boundaries;
mod clock;
mod clock_error;
mod combine;
mod days_moved;
mod due;
mod error;
mod evaluate;
mod evaluate_days;
mod evaluate_span;
mod facts;
mod fault;
mod hint;
mod in_order;
mod limits;
mod pause;
mod pause_limit;
mod plain;
mod reading;
mod record;
mod status;
mod still;
mod term;
mod trace;
mod view;
mod warning;
mod with_calendar;

pub use self::alternatives::{Alternative, CalendarDeadline, Deadline};
pub use self::anchors::Anchors;
pub use self::clock::{AfterBreach, Clock, Hardness, OnChange, PauseEffect, Warning};
pub use self::clock_error::ClockError;
pub use self::due::Due;
pub use self::error::{DeadlineError, Wanted};
pub(crate) use self::facts::PlainFacts;
pub use self::fault::DeadlineFault;
pub use self::hint::TermHint;
pub use self::limits::{MAX_ALTERNATIVES, MAX_CHANGES, MAX_DEPTH, MAX_PAUSES};
pub use self::pause::{Extension, ExtensionChange, ExtensionRule, Pause, PauseRule};
pub use self::pause_limit::PauseLimit;
pub use self::record::ClockRecord;
pub use self::status::{ClockState, ClockStatus, Reading};
pub use self::term::{
    Bound, ClosedStart, Count, Cutoff, CutoffTime, End, EndAt, FirstDay, LateReceipt, MonthEnd, Roll,
    RollRule, Term, TermFault,
};
pub use self::trace::{ClosedDays, Moved, NamedDay, Step, Trace};
pub(crate) use self::warning::whole_second;
