//! Findings: everything in a policy that somebody should look at.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod brute;
pub(crate) mod examples;
mod profiles;
