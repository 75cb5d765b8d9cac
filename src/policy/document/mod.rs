//! A whole policy as one TOML or JSON document.
//!
//! A document is a description, as its type is; the policy that takes it proves it.

mod approvals;
mod clock;
mod condition;
mod delay;
mod late_entry;
mod pause;
mod periods;
pub(in crate::policy) mod policy;
mod routing;
mod rules;
mod severity;
pub(in crate::policy) mod term;
mod window;
pub(in crate::policy) mod word_list;
mod words;

pub(in crate::policy) use self::words::described;
pub use self::words::{FacetDocument, OnlyDocument, WordDocument};
