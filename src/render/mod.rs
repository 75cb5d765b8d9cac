//! What people read of a complaint: accounts of its triage, its dates and its course, in their language.
//!
//! Everything here is plain text, and a [`Renderer`] makes it of an answer that a host has already: the account of a
//! triage, a date with its steps, the life of a case and where it stands; and of a policy, a clock, a limit or a condition.
//! Forms, the ledger of cases and its statistics are in [`report`](crate::report).

mod consequences;
mod deeds;
mod findings;
mod grounds;
mod periods;
pub(crate) mod phrase;
mod renderer;
mod rules;
mod standing;
mod step_groups;
mod steps;
mod timeline;

pub use self::renderer::Renderer;
pub use self::rules::{PolicyEntry, PolicySection, PolicyText};
pub use self::timeline::{Timeline, TimelineEntry};
