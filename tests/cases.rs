//! Cases: their course, approvals, clocks and duties, what is stored of them, and what cannot be forged.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod approvals;
mod clocks;
mod consumer_profiles;
mod course;
mod defusing;
mod developer;
mod edges;
pub(crate) mod generate;
mod hotel;
mod houses;
mod listening;
mod one_answer;
mod outlook;
mod policy_change;
mod random;
mod refused_by_clocks;
mod remedies;
mod reopening_laws;
mod reopenings;
mod rounds;
pub(crate) mod samples;
mod side_tracks;
mod storage;
mod supplier_qc;
pub(crate) mod support;
mod tamper;
mod walk;
mod ways_out;
mod wire;
mod worked_examples;
