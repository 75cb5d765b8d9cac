//! Deciding a request: the one place that says yes or no.

mod allowed;
mod approving;
mod authority;
mod beside;
mod changed;
mod course;
mod desk;
mod ending;
pub(in crate::case) mod groups;
mod late_entry;
mod office;
mod opening;
mod people;
mod probe;
mod raising;
mod request;
mod storable;
mod timing;
mod totals;

pub use self::allowed::Allowed;
pub(in crate::case) use self::authority::{Authority, Recorded};
pub(in crate::case) use self::desk::{Desk, Draft};
pub use self::office::Office;
pub(crate) use self::opening::begun;
pub use self::opening::{Intake, open};
pub(in crate::case) use self::opening::{opening, past_of};
pub(in crate::case) use self::request::decide_by;
