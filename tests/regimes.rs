//! Public procedures as policy files under `examples/policies`, each with its dates worked out by hand.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "regimes/central_bank_of_ireland.rs"]
mod central_bank_of_ireland;
#[path = "regimes/city_hotline.rs"]
mod city_hotline;
#[path = "regimes/dates.rs"]
mod dates;
#[path = "regimes/fca_disp.rs"]
mod fca_disp;
#[path = "regimes/gdpr.rs"]
mod gdpr;
#[path = "regimes/help_desk.rs"]
mod help_desk;
#[path = "regimes/housing_ombudsman.rs"]
mod housing_ombudsman;
#[path = "regimes/support.rs"]
mod support;
