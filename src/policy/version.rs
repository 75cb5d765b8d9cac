//! Which policy, and which version of it.

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::policy::procedure::Policy;
use crate::text::map_only::map_only;

/// A policy by its name and version: what a case is pinned to.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a name and a version, whole as they are")]
pub struct PolicyVersion {
    /// The name of the policy.
    #[serde(deserialize_with = "crate::calendar::text::name")]
    pub name: String,
    /// Its version.
    #[serde(deserialize_with = "crate::calendar::text::name")]
    pub version: String,
}

map_only!(PolicyVersion, "a version of a policy");

impl PolicyVersion {
    /// The version of a policy.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        Self { name: policy.name().into(), version: policy.version().into() }
    }

    /// Whether it is that of a policy.
    #[must_use]
    pub fn is_of(&self, policy: &Policy) -> bool {
        self.name == policy.name() && self.version == policy.version()
    }
}

impl fmt::Display for PolicyVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name, self.version)
    }
}
