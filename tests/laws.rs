//! Laws of the calendar and deadline arithmetic, and its equality with the slow oracle.
//!
//! Each law is tried on some hundred random cases; `REDRESS_CASES=20000 cargo test laws::` tries each on so many.
//! The seeds of cases that failed are kept beside their file, as `tests/laws/agreement.regressions`, and tried first.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a wrong test shall stop")]
#![allow(clippy::duplicate_mod, reason = "the same stories are asked of the oracle and of the library")]

mod agreement;
mod arithmetic;
mod clocks;
mod each;
mod hostile;
use crate::oracle;
mod pauses;
mod stories_of_the_library;
mod stories_of_the_oracle;
mod telling;
mod usual;
mod world;

use proptest::test_runner::{Config, FileFailurePersistence};

/// As many cases as the environment asks for, or the law's own number.
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
