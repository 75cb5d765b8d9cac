//! The state of a case: its parts, and the effect of each event on them.

pub(in crate::case) mod case;
mod changes;
mod commands;
mod entry;
mod evolve;
mod follow_up;
mod history;
mod journal;
pub(in crate::case) mod parts;
mod timeline;

pub(crate) use self::case::Case;
pub(in crate::case) use self::entry::{
    BY_FORCE, CASE_OVER, CAUGHT_UP, DUTY_OVER, Entry, Kind, ROUND_OVER, SUPERSEDED,
};
pub(crate) use self::evolve::evolve;
pub use self::follow_up::FollowUpState;
pub use self::parts::{Closure, Contact, PromiseOutcome, PromiseRecord};
pub(in crate::case) use self::timeline::Wait;
