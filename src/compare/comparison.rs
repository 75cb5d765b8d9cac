//! A policy and its draft.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::policy::{Policy, PolicyVersion};

/// A policy and the draft that would replace it.
///
/// The two are told apart by their names, so that they are not swapped by accident. As JSON a comparison names the two
/// policies and does not contain them.
///
/// # Example: a policy and itself
///
/// ```
/// use redress::compare::Comparison;
/// use redress::sample;
/// use redress::vocab::Locale;
///
/// let policy = sample::policy()?;
/// let comparison = Comparison { policy: &policy, draft: &policy };
/// assert!(comparison.changes().is_empty());
/// assert_eq!(comparison.text(Locale::En), "Policy shop, version 1: nothing differs from shop, version 1\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "two policies, told apart by name")]
pub struct Comparison<'a> {
    /// The policy that is in force.
    pub policy: &'a Policy,
    /// The policy that would replace it.
    pub draft: &'a Policy,
}

impl Serialize for Comparison<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Comparison", 2)?;
        map.serialize_field("policy", &PolicyVersion::of(self.policy))?;
        map.serialize_field("draft", &PolicyVersion::of(self.draft))?;
        map.end()
    }
}
