//! Pages to look things up in. They hold no code, and a test keeps each in step with the crate.
//!
//! | page | what for |
//! |---|---|
//! | [`taxonomy`] | every standard word of every facet, with its code and labels |

#[doc = include_str!("taxonomy.md")]
pub mod taxonomy {}
