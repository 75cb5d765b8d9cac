//! What people read of a complaint: accounts of its triage, its dates and its course, in their language.
//!
//! Everything here is plain text, made of an answer that a host has already: [`render`] of an
//! [`Explanation`](crate::triage::Explanation), [`render_due`] and [`render_trace`] of a date, [`timeline`] of a case.
//! Forms, the ledger of cases and its statistics are in [`report`](crate::report).

mod consequences;
mod deeds;
mod findings;
mod periods;
pub(crate) mod phrase;
mod renderer;
mod standing;
mod step_groups;
mod steps;
mod timeline;

pub use self::renderer::{Detail, render, render_due, render_instant, render_trace};
pub use self::timeline::{Timeline, TimelineEntry, render_standing, timeline, timeline_of};
