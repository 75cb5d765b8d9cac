//! The digests of a policy.

use crate::policy::fingerprint::digest::Fingerprint;

/// The digests of a policy.
#[derive(Clone, Copy, Debug)]
pub(in crate::policy) struct Digests {
    pub(in crate::policy) rules: [u8; 32],
    pub(in crate::policy) whole: Fingerprint,
}

impl Digests {
    /// What a policy has before they are computed.
    pub(in crate::policy) const NONE: Self = Self { rules: [0; 32], whole: Fingerprint([0; 32]) };
}
