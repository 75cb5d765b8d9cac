//! What an approval is for.

use crate::case::command::{ClockExtension, Proposal};
use crate::case::payload::payload;
use crate::case::track::SanctionProposal;
use crate::policy::fingerprint::Fingerprint;
use crate::policy::{Policy, PolicyVersion};
use crate::text::one_key::one_key;
use crate::vocab::RuleId;

/// What an approval is for, with the content that it binds. Only exactly this content may be carried out.
///
/// # Example: the subject of a refund
///
/// ```
/// use redress::case::approval::ApprovalSubject;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?;
/// let approval = case.approvals().first().ok_or("no approval")?;
/// let text = serde_json::to_string(approval.subject())?;
/// assert!(text.starts_with(r#"{"remedy":"#), "{text}");
/// assert_eq!(&serde_json::from_str::<ApprovalSubject>(&text)?, approval.subject());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_enums, reason = "a new kind of decision must break every embedder's match")]
pub enum ApprovalSubject {
    /// A remedy for the complainant.
    Remedy(Proposal),
    /// Closing the case without a solution.
    ForcedClosure,
    /// A later due date for a clock.
    Extension(ClockExtension),
    /// A recall of goods that have left the organisation.
    Recall,
    /// A sanction against a person.
    Sanction(SanctionProposal),
    /// A measure against the cause, by its id.
    CorrectiveAction(RuleId),
    /// Moving the case to another version of the policy, with exactly this content.
    PolicyChange(PolicyEdition),
}

impl ApprovalSubject {
    /// Returns whether both ask for the same decision. When the complainant was told of a later date does not matter,
    /// because the decision comes before that.
    pub(in crate::case) fn is_same(&self, other: &Self) -> bool {
        if let (Self::Extension(one), Self::Extension(other)) = (self, other) {
            ClockExtension { told: None, ..one.clone() } == ClockExtension { told: None, ..other.clone() }
        } else {
            self == other
        }
    }
}

one_key!(ApprovalSubject, "what is to be approved");

payload! {
    /// A version of a policy with the fingerprint of its content. An approval of it covers no other content under the
    /// same name.
    ///
    /// ```
    /// use redress::case::approval::PolicyEdition;
    /// use redress::policy::PolicyVersion;
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let edition = PolicyEdition::of(&policy);
    /// assert_eq!(edition.version, PolicyVersion::of(&policy));
    /// assert_eq!(edition.content, policy.fingerprint());
    /// # Ok(()) }
    /// ```
    pub struct PolicyEdition = "an edition of a policy" {
        /// The name and version of the policy.
        pub version: PolicyVersion,
        /// The fingerprint of its content.
        pub content: Fingerprint,
    }
}

impl PolicyEdition {
    /// Returns the edition of a policy.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        Self { version: PolicyVersion::of(policy), content: policy.fingerprint() }
    }
}
