//! Rules and tables as documents: what is read, what is refused and with which words, what is written.
//!
//! The documents that are refused stand under `tests/documents`, each with its error below it.
//! `UPDATE_GOLDEN=1 cargo test --test documents` rewrites the errors, and the files under `tests/golden`.
//! `REDRESS_CASES=100000 cargo test --test documents` tries each property on so many random values.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

#[path = "documents/answers.rs"]
mod answers;
#[path = "documents/forged.rs"]
mod forged;
#[path = "documents/forms.rs"]
mod forms;
#[path = "documents/found.rs"]
mod found;
#[path = "documents/huge.rs"]
mod huge;
#[path = "documents/random.rs"]
mod random;
#[path = "documents/support.rs"]
mod support;
#[path = "documents/wording.rs"]
mod wording;
