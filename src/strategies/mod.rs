//! Strategies of the crate [`proptest`] for a policy of your own: its complaints, its rosters, and its cases.
//!
//! A strategy knows the policy. It draws words that the policy declares, counts and amounts around its thresholds,
//! receipts around its cut-offs, closings, holidays and changes of the clocks, and earlier complaints around the
//! windows in which it counts repetitions. What it gives is accepted by the policy. A failure shrinks to a complaint
//! of few words, or to a case of few steps.
//!
//! | Value | Strategy |
//! |---|---|
//! | a complaint with its history, for the [laws](crate::laws) of complaints | [`situations`] |
//! | people, what they may sign, and who stands in for whom | [`rosters`] |
//! | a request that is possible in a case now | [`requests`] |
//! | a case with its whole history, for the laws of cases | [`cases`] |
//!
//! # Example: every law of a complaint
//!
//! ```
//! use proptest::test_runner::{Config, TestRunner};
//! use redress::{laws, sample, strategies};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let policy = sample::policy()?;
//! // In a test of your own, use `proptest!`.
//! TestRunner::new(Config::with_cases(32)).run(&strategies::situations(&policy), |situation| {
//!     Ok(laws::of_complaint(&policy, &situation)?)
//! })?;
//! # Ok(()) }
//! ```

mod cases;
mod complaints;
mod rosters;

pub use self::cases::{CaseStory, cases, requests};
pub use self::complaints::situations;
pub use self::rosters::rosters;
