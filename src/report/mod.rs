//! What people read: accounts rendered in their language.

mod phrase;
mod render;

pub use self::render::{Detail, render};
