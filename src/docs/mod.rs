//! Pages to look things up in. A test keeps each of them in step with the crate. To learn, read [the guide](crate::guide).
//!
//! | Page | What it lists |
//! |---|---|
//! | [`commands`] | every command of a case as JSON |
//! | [`contributing`] | for contributors: layout, how to run things, how to add something |
//! | [`coverage`] | each element of the procedures, such as `S11-R14`, and what shows it: tests, items, words |
//! | [`errors`] | every code of an error, and what to do about it |
//! | [`findings`] | everything in a policy that somebody should look at, with an example of each |
//! | [`policy_file`] | every key of a policy as TOML or JSON, with its default and allowed values |
//! | [`readings`] | what the procedures leave open or answer differently, such as `A01` and `K01`, and how to choose a reading |
//! | [`trust`] | what a stored history proves, and what it does not prove |
//! | [`taxonomy`] | every standard word of every facet, with its code and labels |
//! | [`wire`] | for callers in other languages: every operation of the door, with a request and its answer |

#[doc = include_str!("commands.md")]
pub mod commands {}

#[doc = include_str!("contributing.md")]
pub mod contributing {}

#[doc = include_str!("coverage.md")]
pub mod coverage {}

#[doc = include_str!("errors.md")]
pub mod errors {}

#[doc = include_str!("findings.md")]
pub mod findings {}

#[doc = include_str!("policy_file.md")]
pub mod policy_file {}

#[doc = include_str!("readings.md")]
pub mod readings {}

#[doc = include_str!("taxonomy.md")]
pub mod taxonomy {}

#[doc = include_str!("trust.md")]
pub mod trust {}

#[doc = include_str!("wire.md")]
pub mod wire {}
