//! Public regimes as policy files: their dates, worked out by hand.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "regimes/housing_ombudsman.rs"]
mod housing_ombudsman;
#[path = "regimes/support.rs"]
mod support;
