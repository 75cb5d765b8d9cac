//! What people read: accounts rendered in their language.

mod findings;
mod phrase;
mod render;
mod steps;

pub use self::render::{Detail, render, render_due, render_instant, render_trace};
