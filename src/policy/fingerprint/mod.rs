//! What a policy says, as one value: whether two policies of one name and version are the same.

mod canonical;
mod content;
mod covered;
mod digest;
mod digests;
mod other;
mod serializer;

pub use self::covered::{CoveredCalendars, CoveredDays};
pub use self::digest::{Fingerprint, FingerprintError};
pub(in crate::policy) use self::digests::Digests;
pub use self::other::{ContentMismatch, CoverageError, PolicyContent};
