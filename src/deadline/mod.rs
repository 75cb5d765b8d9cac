//! Deadlines: when something is due, why, and where its clock stands.
//!
//! - A [`Term`] is a rule: how much is counted in what, from when, and how the due date ends and rolls.
//! - A [`Deadline`] is a term, or the earliest or latest of several.
//! - A [`Clock`] says when a deadline starts to run and when it may stand still, be extended or warn.
//! - A [`ClockRecord`] is what happened to one clock; [`Clock::reading`] says where it stands.
//! - A [`Trace`] holds every [`Step`] by which a due date was found.
//!
//! A due date is a [`Due`]: an instant and whether that very instant is still in time.

mod boundaries;
mod clock;
mod combine;
mod days_moved;
mod due;
mod error;
mod evaluate;
mod evaluate_days;
mod evaluate_span;
mod in_order;
mod pause;
mod reading;
mod record;
mod status;
mod term;
mod trace;
mod warning;
mod with_calendar;

pub use self::clock::{AfterBreach, Clock, Hardness, OnChange, PauseEffect, Warning};
pub(crate) use self::combine::PlainFacts;
pub use self::combine::{Alternative, Anchors, Deadline, DeadlineFault, MAX_ALTERNATIVES, MAX_DEPTH};
pub use self::due::Due;
pub use self::error::{DeadlineError, Wanted};
pub use self::pause::{Extension, ExtensionChange, ExtensionRule, Pause, PauseRule};
pub use self::record::{ClockError, ClockRecord, MAX_CHANGES, MAX_PAUSES};
pub use self::status::{ClockState, ClockStatus, Reading};
pub use self::term::{
    Bound, ClosedStart, Count, Cutoff, CutoffTime, End, EndAt, FirstDay, LateReceipt, MonthEnd, Roll,
    RollRule, Term, TermFault,
};
pub use self::trace::{ClosedDays, Moved, NamedDay, Step, Trace};
pub(crate) use self::warning::whole_second;
pub use self::with_calendar::CalendarDeadline;
