//! What can be declared of a calendar, and what it answers, through the public interface.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

#[path = "calendars/agreement.rs"]
mod agreement;
#[path = "calendars/periods.rs"]
mod periods;
#[path = "calendars/recurring.rs"]
mod recurring;
#[path = "calendars/support.rs"]
mod support;
