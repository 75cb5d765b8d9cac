//! redress
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod calendar;
pub mod deadline;
pub mod labels;
pub mod policy;
mod private;
pub mod profiles;
pub mod report;
pub mod taxonomy;
pub mod triage;
pub mod vocab;
pub use self::private::Private;
