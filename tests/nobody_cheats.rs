//! Nobody approves, handles or ends what they have a stake in, and a stored history is that of its case.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "nobody_cheats/forgeries.rs"]
mod forgeries;
#[path = "nobody_cheats/histories.rs"]
mod histories;
#[path = "nobody_cheats/people.rs"]
mod people;
#[path = "nobody_cheats/signatures.rs"]
mod signatures;
#[expect(dead_code, reason = "the stories of cases use the rest")]
#[path = "cases/support.rs"]
mod support;
