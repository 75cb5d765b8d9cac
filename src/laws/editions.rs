//! Laws of a policy as a whole.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use crate::compare::Comparison;
use crate::laws::broken::{Broken, Law};

/// Checks that nothing differs between two editions of a policy that should be the same: a policy and itself, or a
/// policy and the file that was written of it.
///
/// # Errors
///
/// Returns [`Law::DiffIsEmpty`] with every difference.
///
/// # Example: a policy, and its document built again
///
/// ```
/// use redress::compare::Comparison;
/// use redress::laws::diff_is_empty;
/// use redress::policy::PolicyDocument;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// diff_is_empty(&Comparison { policy: &policy, draft: &policy })?;
///
/// let zone = policy.calendar().zone().clone();
/// let again = PolicyDocument::of(&policy).build(|_, _| Some(zone.clone()))?;
/// diff_is_empty(&Comparison { policy: &policy, draft: &again })?;
/// # Ok(()) }
/// ```
pub fn diff_is_empty(comparison: &Comparison<'_>) -> Result<(), Broken> {
    let changes = comparison.changes();
    if changes.is_empty() {
        return Ok(());
    }
    let (policy, draft) = (comparison.policy, comparison.draft);
    let lines: Vec<String> = changes.to_string().lines().map(Into::into).collect();
    Err(Broken {
        law: Law::DiffIsEmpty,
        about: format!(
            "policy {}, version {}, and {}, version {}",
            policy.name(),
            policy.version(),
            draft.name(),
            draft.version()
        ),
        expected: "no difference".into(),
        found: lines.join("; "),
    })
}
