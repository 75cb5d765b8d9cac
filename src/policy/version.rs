//! The name and the version of a policy.

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::policy::procedure::Policy;
use crate::text::map_only::map_only;

/// The name and the version of a policy. Each case stores the one by which it is handled.
///
/// # Example
///
/// ```
/// use redress::policy::PolicyVersion;
/// use redress::sample;
///
/// let policy = sample::policy()?;
/// let version = PolicyVersion::of(&policy);
/// assert_eq!(version.to_string(), "shop 1");
/// assert!(version.is_of(&policy));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a name and a version, whole as they are")]
pub struct PolicyVersion {
    /// The name of the policy: 1 to 100 visible characters.
    #[serde(deserialize_with = "crate::calendar::text::name")]
    pub name: String,
    /// The version of the policy: 1 to 100 visible characters, in no particular order.
    #[serde(deserialize_with = "crate::calendar::text::name")]
    pub version: String,
}

map_only!(PolicyVersion, "a version of a policy");

impl PolicyVersion {
    /// Returns the name and the version of a policy.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        Self { name: policy.name().into(), version: policy.version().into() }
    }

    /// Returns whether `policy` has this name and this version. The content is not compared.
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
