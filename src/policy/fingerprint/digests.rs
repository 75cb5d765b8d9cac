//! The digests that a policy keeps.

use crate::policy::fingerprint::digest::Fingerprint;

/// The digest of the rules alone, and the fingerprint of the whole policy.
#[derive(Clone, Copy, Debug)]
pub(in crate::policy) struct Digests {
    pub(in crate::policy) rules: [u8; 32],
    pub(in crate::policy) whole: Fingerprint,
}

impl Digests {
    /// The value of a policy whose digests are not computed yet.
    pub(in crate::policy) const NONE: Self = Self { rules: [0; 32], whole: Fingerprint([0; 32]) };
}
