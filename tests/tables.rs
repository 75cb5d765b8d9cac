//! Decision tables against slow oracles: conditions, severity rules, routing tables and what is said of them when built.
//!
//! Each property is tried on some hundred random cases; `REDRESS_CASES=20000 cargo test --test tables` tries each on so many.
//! The seeds of cases that failed are kept beside their file and tried first.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a wrong test shall stop")]

#[path = "tables/asks.rs"]
mod asks;
#[path = "tables/conditions.rs"]
mod conditions;
#[path = "tables/faults.rs"]
mod faults;
#[path = "tables/marks.rs"]
mod marks;
#[path = "tables/past.rs"]
mod past;
#[path = "tables/proof.rs"]
mod proof;
#[path = "tables/random_rows.rs"]
mod random_rows;
#[path = "tables/recurrences.rs"]
mod recurrences;
#[path = "tables/routing.rs"]
mod routing;
#[path = "tables/rows.rs"]
mod rows;
#[path = "tables/rules.rs"]
mod rules;
#[path = "tables/severity.rs"]
mod severity;
#[path = "tables/world.rs"]
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
