//! Pages to look things up in. They hold no code, and a test keeps each in step with the crate.
//!
//! | page | what for |
//! |---|---|
//! | [`commands`] | every command of a case as JSON |
//! | [`coverage`] | what shows each element of the procedures: tests, items, words |
//! | [`errors`] | every code of an error, and what to do about it |
//! | [`policy_file`] | every key of a policy as TOML or JSON, with its default and allowed values |
//! | [`readings`] | where the procedures are ambiguous or at odds, and what chooses a reading |
//! | [`trust`] | what a stored history proves, and what it does not |
//! | [`taxonomy`] | every standard word of every facet, with its code and labels |

#[doc = include_str!("commands.md")]
pub mod commands {}

#[doc = include_str!("coverage.md")]
pub mod coverage {}

#[doc = include_str!("errors.md")]
pub mod errors {}

#[doc = include_str!("policy_file.md")]
pub mod policy_file {}

#[doc = include_str!("readings.md")]
pub mod readings {}

#[doc = include_str!("taxonomy.md")]
pub mod taxonomy {}

#[doc = include_str!("trust.md")]
pub mod trust {}
