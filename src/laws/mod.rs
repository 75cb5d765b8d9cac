//! Laws that a policy of your own should keep, as functions for your tests.
//!
//! A law takes a policy and a value: a complaint with its history, or a case. It returns `Ok`, or a [`Broken`] that
//! names the law, the complaint or the case, what was expected and what was found. Feed the laws with values of your
//! own, with the [`Edges`] of the policy, or with the strategies of the feature `proptest`.
//!
//! | Law | Takes |
//! |---|---|
//! | [`owner_for_everyone`] | a complaint |
//! | [`monotone_severity`]: more never makes a complaint less severe | a complaint |
//! | [`due_after_receipt`] | a complaint |
//! | [`explanation_is_true`] | a complaint, and what was told about it |
//! | [`no_due_in_a_pause`] | a case |
//! | [`nobody_approves_their_own`] | the events of a case |
//! | [`every_case_can_end`] | a case |
//! | [`replay_equals_state`] | a case |
//! | `diff_is_empty` (feature `compare`) | two editions of a policy |
//!
//! [`of_complaint`] checks all laws of the first kind, and [`of_case`] all of the second.
//!
//! A table of [golden complaints](golden) says what the policy must decide about single complaints, and [`Coverage`]
//! tells which parts of the policy none of them reaches.
//!
//! # Example: one complaint, and one case
//!
//! ```
//! use redress::case::Office;
//! use redress::laws::{self, Situation};
//! use redress::sample;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let (policy, roster) = (sample::policy()?, sample::roster()?);
//! laws::of_complaint(&policy, &Situation::new(sample::complaint()?))?;
//! laws::of_case(&Office::new(&policy, &roster), &sample::case_in_approval(&policy, &roster)?)?;
//! # Ok(()) }
//! ```

mod answers;
mod broken;
mod cases;
mod codes;
mod coverage;
mod edges;
#[cfg(feature = "compare")]
mod editions;
pub mod golden;
mod moves;
mod situation;

pub use self::answers::{
    due_after_receipt, explanation_is_true, monotone_severity, of_complaint, owner_for_everyone,
};
pub use self::broken::{Broken, Law};
pub use self::cases::{
    every_case_can_end, no_due_in_a_pause, nobody_approves_their_own, of_case, replay_equals_state,
};
pub use self::coverage::{Coverage, PolicyPart};
pub use self::edges::Edges;
#[cfg(feature = "compare")]
#[cfg_attr(docsrs, doc(cfg(feature = "compare")))]
pub use self::editions::diff_is_empty;
#[cfg(feature = "proptest")]
pub(crate) use self::moves::possible_request;
pub use self::moves::possible_requests;
pub use self::situation::Situation;
