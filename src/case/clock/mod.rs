//! The clocks of a case: how they run, what is due, and what happens if nobody acts.
//!
//! - [`CaseClock`] is one clock of a case. [`Case::clocks`](crate::case::Case::clocks) returns all of them.
//! - [`standing`] says how the case stands against its limit.
//! - [`Outlook`] lists everything that will change if nobody acts: warnings, missed limits and
//!   duties ([`OpenDuty`]).
//!
//! Clocks are never stored. They are derived from the events of the case and the rules of the policy, each time
//! somebody asks.

mod case_clock;
mod clocks;
mod duty;
pub(in crate::case) mod outlook;
#[cfg(feature = "report")]
mod reported;
mod running;
mod step;
mod undetermined;
mod written;

pub use self::case_clock::CaseClock;
pub use self::clocks::standing;
pub(in crate::case) use self::clocks::{is_awaited, is_project_due, last_runs, try_on};
pub use self::duty::OpenDuty;
pub(crate) use self::outlook::Outlook;
pub use self::outlook::{UpcomingDue, UpcomingEvent, UpcomingKind};
#[cfg(feature = "report")]
pub(crate) use self::reported::{closing_due, is_entered_late, kept_limits};
pub(in crate::case) use self::running::extension;
pub(in crate::case) use self::step::step_due;
