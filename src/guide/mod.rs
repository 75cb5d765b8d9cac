//! The guide: one page for each task, with programs that you can copy.
//!
//! Start with [first steps](first_steps). Every page ends with a link to the next one.
//!
//! | I want to … | Page |
//! |---|---|
//! | judge a first complaint | [`first_steps`] |
//! | find a due date | [`deadlines`] |
//! | say what is severe, and who gets which complaint | [`severity_and_routing`] |
//! | write the whole procedure in one file | [`policy_file`] |
//! | judge a CSV or JSON Lines file of another system | [`your_data`] |
//! | say who must approve a refund | [`approval`] |
//! | follow a complaint from receipt to closing, store it, and set timers | [`cases`] |
//! | test a policy before it goes live | [`testing`] |
//! | change the rules while cases are open | [`changing_a_policy`] |
//! | use my own categories, departments and names | [`own_words`] |
//! | answer in another language, or call redress from another program | [`other_languages`] |
//! | show why | [`explaining`] |
//!
//! One complaint takes this way:
//!
#![doc = include_str!("way.svg")]
//!
//! The pages use the values of [`sample`](crate::sample), a small shop, in place of long preparations. Pages to look
//! things up in, such as every key of a policy file, are in [`docs`](crate::docs).

#[doc = include_str!("first_steps.md")]
pub mod first_steps {}

#[doc = include_str!("deadlines.md")]
pub mod deadlines {}

#[doc = include_str!("severity_and_routing.md")]
pub mod severity_and_routing {}

#[doc = include_str!("policy_file.md")]
pub mod policy_file {}

#[doc = include_str!("your_data.md")]
pub mod your_data {}

#[doc = include_str!("approval.md")]
pub mod approval {}

#[doc = include_str!("cases.md")]
pub mod cases {}

#[doc = include_str!("testing.md")]
pub mod testing {}

#[doc = include_str!("changing_a_policy.md")]
pub mod changing_a_policy {}

#[doc = include_str!("own_words.md")]
pub mod own_words {}

#[doc = include_str!("other_languages.md")]
pub mod other_languages {}

#[doc = include_str!("explaining.md")]
pub mod explaining {}
