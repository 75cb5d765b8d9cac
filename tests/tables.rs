//! Decision tables against slow oracles: conditions, severity rules, routing tables and what is said of them when built.
//!
//! Each property is tried on some hundred random cases; `REDRESS_CASES=20000 cargo test tables::` tries each on so many.
//! The seeds of cases that failed are kept beside their file and tried first.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a wrong test shall stop")]

mod asks;
mod conditions;
mod faults;
mod marks;
mod past;
mod proof;
mod random_rows;
mod reasons;
mod recurrences;
mod routing;
mod rows;
mod rules;
mod severity;
mod world;

use proptest::test_runner::{Config, FileFailurePersistence};

/// As many cases as the environment asks for, or the property's own number.
fn cases(own: u32) -> Config {
    let wanted = std::env::var("REDRESS_CASES").ok().map(|text| text.parse().unwrap());
    Config {
        cases: wanted.unwrap_or(own),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        max_local_rejects: u32::MAX,
        max_global_rejects: u32::MAX,
        ..Config::default()
    }
}
