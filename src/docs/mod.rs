//! Pages to look things up in. They hold no code, and a test keeps each in step with the crate.
//!
//! | page | what for |
//! |---|---|
//! | [`commands`] | every command of a case as JSON |
//! | [`taxonomy`] | every standard word of every facet, with its code and labels |

#[doc = include_str!("commands.md")]
pub mod commands {}

#[doc = include_str!("taxonomy.md")]
pub mod taxonomy {}
