//! What a policy says, as one value: whether two policies of one name and version are the same.

mod canonical;
mod content;
mod covered;
mod digest;
pub(in crate::policy) mod digests;
mod other;
mod serializer;

pub use self::covered::{CoveredCalendars, CoveredDays};
pub use self::digest::{Fingerprint, FingerprintError};
pub use self::other::{ContentMismatch, CoverageError, PolicyContent};
