//! Cases: their course, approvals, clocks and duties, what is stored of them, and what cannot be forged.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "cases/approvals.rs"]
mod approvals;
#[path = "cases/clocks.rs"]
mod clocks;
#[path = "cases/consumer_profiles.rs"]
mod consumer_profiles;
#[path = "cases/course.rs"]
mod course;
#[path = "cases/defusing.rs"]
mod defusing;
#[path = "cases/developer.rs"]
mod developer;
#[path = "cases/edges.rs"]
mod edges;
#[path = "cases/generate.rs"]
mod generate;
#[path = "cases/hotel.rs"]
mod hotel;
#[path = "cases/houses.rs"]
mod houses;
#[path = "cases/listening.rs"]
mod listening;
#[path = "cases/one_answer.rs"]
mod one_answer;
#[path = "cases/outlook.rs"]
mod outlook;
#[path = "cases/policy_change.rs"]
mod policy_change;
#[path = "cases/random.rs"]
mod random;
#[path = "cases/remedies.rs"]
mod remedies;
#[path = "cases/reopening_laws.rs"]
mod reopening_laws;
#[path = "cases/reopenings.rs"]
mod reopenings;
#[path = "cases/rounds.rs"]
mod rounds;
#[path = "cases/samples.rs"]
mod samples;
#[path = "cases/side_tracks.rs"]
mod side_tracks;
#[path = "cases/storage.rs"]
mod storage;
#[path = "cases/supplier_qc.rs"]
mod supplier_qc;
#[path = "cases/support.rs"]
mod support;
#[path = "cases/tamper.rs"]
mod tamper;
#[path = "cases/walk.rs"]
mod walk;
#[path = "cases/ways_out.rs"]
mod ways_out;
#[path = "cases/wire.rs"]
mod wire;
#[path = "cases/worked_examples.rs"]
mod worked_examples;
