//! Clocks of a policy: their calendars, their targets, the events of a receipt, and duties that come again.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "policy_clocks/late_entries.rs"]
mod late_entries;
#[path = "policy_clocks/named_calendars.rs"]
mod named_calendars;
#[path = "policy_clocks/named_calendars_in_cases.rs"]
mod named_calendars_in_cases;
#[path = "policy_clocks/periods.rs"]
mod periods;
#[path = "policy_clocks/periods_in_policies.rs"]
mod periods_in_policies;
#[path = "policy_clocks/receipt.rs"]
mod receipt;
#[path = "policy_clocks/support.rs"]
mod support;
#[path = "policy_clocks/targets.rs"]
mod targets;
