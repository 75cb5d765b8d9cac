//! Parts of the state of a case: its closure, contacts, promises and follow-ups.

pub(in crate::case) mod case;
mod commands;
mod evolve;
mod follow_up;
mod history;
pub(in crate::case) mod parts;
mod timeline;

pub(crate) use self::case::Case;
pub(crate) use self::evolve::evolve;
pub use self::follow_up::FollowUpState;
pub use self::parts::{Closure, Contact, PromiseOutcome, PromiseRecord};
pub(in crate::case) use self::timeline::{
    BY_FORCE, CASE_OVER, CAUGHT_UP, DUTY_OVER, Entry, Kind, ROUND_OVER, SUPERSEDED, Wait,
};
