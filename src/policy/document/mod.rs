//! A whole policy as one TOML or JSON document.
//!
//! Reading a document checks its form: keys, types and single values.
//! [`PolicyDocument::build`](crate::policy::PolicyDocument::build) then proves the whole. The page
//! [`docs::policy_file`](crate::docs::policy_file) lists every key.

mod approvals;
pub(in crate::policy) mod book;
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
