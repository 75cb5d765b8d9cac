//! Deciding requests.
//!
//! `request` holds the order of the checks, and `desk` what every check needs. Each group of commands has a room of its
//! own: `course`, `ending`, `approving`, `timing` and `beside`. `groups` says which command belongs to which room.

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
