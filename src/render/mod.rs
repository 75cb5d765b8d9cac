//! Texts for people: accounts of a triage, its dates and the course of a case, in their language.
//!
//! Everything here is plain text. A [`Renderer`] makes it from an answer that the host already has: the account of a
//! triage, a date with its steps, the life of a case and where it stands; also from a policy, a clock, a limit or a
//! condition. Forms, the ledger of cases and its statistics are in [`report`](crate::report).

mod account;
mod consequences;
mod deeds;
mod findings;
mod grounds;
mod periods;
pub(crate) mod phrase;
mod refusals;
mod renderer;
mod rules;
mod standing;
mod step_groups;
mod steps;
mod timeline;

pub use self::renderer::Renderer;
pub use self::rules::{PolicyEntry, PolicySection, PolicyText};
pub use self::timeline::{Timeline, TimelineEntry};
