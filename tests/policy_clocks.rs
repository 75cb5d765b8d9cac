//! Clocks of a policy: their calendars, their targets, the events of a receipt, and duties that come again.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod late_entries;
mod named_calendars;
mod named_calendars_in_cases;
mod periods;
mod periods_in_policies;
mod receipt;
mod support;
mod targets;
