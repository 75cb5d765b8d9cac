//! Deadlines: when something is due, why, and where its clock stands.
//!
//! | Question | Answer |
//! |---|---|
//! | How is a due date counted? | a [`Term`]: an amount, where the count starts, how the last day ends |
//! | Which of several terms decides? | a [`Deadline`]: one term, or the earliest or latest of several |
//! | From which event does time run, and what may pause, extend or warn? | a [`Clock`] |
//! | What happened to the clock of one complaint? | a [`ClockRecord`] |
//! | Where does the clock stand now? | [`Clock::reading`], a [`ClockReading`] |
//! | How was a due date found? | a [`Trace`], a list of [steps](explanation::TraceStep) |
//! | When are a million records due? | a [`DueTable`] |
//!
//! Every due date is a [`Due`]: an instant, and whether this very instant is still in time. Each question takes the
//! [`Calendar`](crate::calendar::Calendar) as an argument. A due date that depends on a day that the calendar does not
//! know is an error, never a guess.
//!
//! A host that keeps its own records needs only a term, a calendar and the instant of an event. Clocks and records add
//! pauses, extensions, changes and warnings, and a reading that never changes once the clock has ended.
//!
//! # Example: two working days over Easter, and a pause
//!
//! ```
//! # use redress::deadline::{Anchors, Clock, ClockRecord, End, Term, rule::PauseRule};
//! # use redress::{sample, vocab::{Anchor, ClockName, PauseReason}};
//! let calendar = sample::calendar()?; // Berlin, Monday to Friday, 09:00 to 17:00; closed over Easter
//! let waiting = PauseReason::AWAITING_CUSTOMER;
//! let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_pause(PauseRule::new(waiting));
//! let received = Anchors::received("2026-04-02T10:00:00+02:00".parse()?); // Thursday
//! let two_days = Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS);
//! let mut record = ClockRecord::new(two_days, received);
//!
//! let tuesday = "2026-04-07T10:00:00+02:00".parse()?;
//! let due = clock.due(&calendar, &record, tuesday)?.ok_or("paused")?;
//! assert_eq!(calendar.local(due.at())?.to_string(), "2026-04-08 17:00:00"); // Wednesday
//!
//! let wednesday = "2026-04-08T10:00:00+02:00".parse()?;
//! record.pause(&clock, waiting, tuesday)?;
//! record.resume(&clock, waiting, wednesday)?;
//! let due = clock.due(&calendar, &record, wednesday)?.ok_or("paused")?;
//! assert_eq!(calendar.local(due.at())?.to_string(), "2026-04-09 17:00:00"); // Thursday
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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

/// The parts of a term and of a deadline, and everything that can be wrong with them.
pub mod choice {
    pub use crate::deadline::alternatives::{Alternative, CalendarDeadline};
    pub use crate::deadline::error::MissingTarget;
    pub use crate::deadline::fault::DeadlineFault;
    pub use crate::deadline::hint::TermHint;
    pub use crate::deadline::term::{
        Bound, ClosedStart, CutoffTime, EndAt, FirstDay, LateReceipt, MonthEnd, RollRule, TermFault,
    };
}

/// The steps by which a due date was found, as data.
pub mod explanation {
    pub use crate::deadline::trace::{ClosedDays, NamedDay, PauseShift, TraceStep};
}

/// The rules and records of a clock: pauses, extensions, warnings, the effect of a miss, and refused entries.
pub mod rule {
    pub use crate::deadline::clock::{AfterBreach, ChangeEffect, Hardness, PauseEffect, Warning};
    pub use crate::deadline::clock_error::ClockError;
    pub use crate::deadline::occurrence::{CountedClock, Occurrence};
    pub use crate::deadline::pause::{Extension, ExtensionChange, ExtensionRule, Pause, PauseRule};
    pub use crate::deadline::pause_limit::PauseLimit;
    pub use crate::deadline::status::ClockState;
}
