//! What can be declared of a calendar, and what it answers, through the public interface.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

#[path = "calendars/agreement.rs"]
mod agreement;
#[path = "calendars/local_times.rs"]
mod local_times;
#[path = "calendars/periods.rs"]
mod periods;
#[path = "calendars/questions.rs"]
mod questions;
#[path = "calendars/random.rs"]
mod random;
#[path = "calendars/recurring.rs"]
mod recurring;
#[path = "calendars/support.rs"]
mod support;
#[path = "calendars/unanswered.rs"]
mod unanswered;
