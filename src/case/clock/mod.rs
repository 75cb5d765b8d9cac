//! The clocks of a case, what they owe, and when anything changes by itself.

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
