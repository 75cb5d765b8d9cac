//! What people read: accounts rendered in their language.

mod consequences;
mod deeds;
mod findings;
mod phrase;
mod render;
mod standing;
mod steps;
mod timeline;

pub use self::render::{Detail, render, render_due, render_instant, render_trace};
pub use self::timeline::{Timeline, TimelineEntry, render_standing, timeline};
