//! Rules and tables as documents: what is read, what is refused and with which words, what is written.
//!
//! The documents that are refused stand under `tests/documents`, each with its error below it.
//! `UPDATE_GOLDEN=1 cargo test documents::` rewrites the errors, and the files under `tests/golden`.
//! `REDRESS_CASES=100000 cargo test documents::` tries each property on so many random values.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod answers;
mod forged;
mod forms;
mod found;
mod huge;
mod languages;
mod php;
mod random;
mod support;
mod wording;
