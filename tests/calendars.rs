//! What can be declared of a calendar, and what it answers, through the public interface.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod agreement;
mod local_times;
mod periods;
mod questions;
mod random;
mod recurring;
mod support;
mod unanswered;
