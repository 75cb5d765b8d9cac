//! Approval: tables, rosters, the signing rules, and exact answers to whether a chain can be completed.
//!
//! `REDRESS_CASES=20000 cargo test approval::` tries each property on so many random cases.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod documents;
mod known_faults;
mod oracle;
mod properties;
mod roster;
mod signing;
mod staffing;
mod table;
mod world;

use proptest::test_runner::{Config, FileFailurePersistence};

/// As many cases as the environment asks for, or the property's own number.
fn cases(own: u32) -> Config {
    let wanted = std::env::var("REDRESS_CASES").ok().map(|text| text.parse().unwrap());
    Config {
        cases: wanted.unwrap_or(own),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        max_global_rejects: u32::MAX,
        ..Config::default()
    }
}
