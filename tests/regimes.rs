//! Public procedures as policy files under `examples/policies`, each with its dates worked out by hand.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod central_bank_of_ireland;
mod city_hotline;
mod dates;
mod fca_disp;
mod gdpr;
mod help_desk;
mod housing_ombudsman;
mod support;
