//! A policy as text, for people who decide what it says and do not read TOML.

mod approvals;
mod calendars;
mod clocks;
mod conditions;
mod course;
mod entry;
mod holidays;
mod judging;
mod misses;
mod records;
mod routing;
mod terms;
mod whole;
mod words;

pub use self::entry::{PolicyEntry, PolicySection, PolicyText};
