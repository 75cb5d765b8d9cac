//! What an approval is given for.

use crate::case::command::{ClockExtension, Proposal};
use crate::case::payload::payload;
use crate::case::track::SanctionProposal;
use crate::policy::fingerprint::Fingerprint;
use crate::policy::{Policy, PolicyVersion};
use crate::text::one_key::one_key;
use crate::vocab::RuleId;

/// What an approval is given for: the content that it binds. What is carried out has to be the same.
#[derive(Clone, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_enums, reason = "a new kind of decision must break every embedder's match")]
pub enum ApprovalSubject {
    /// What the complainant gets.
    Remedy(Proposal),
    /// To close without a solution.
    ForcedClosure,
    /// A later date for a clock.
    Extension(ClockExtension),
    /// To call back what has left the organisation.
    Recall,
    /// To hold somebody to account.
    Sanction(SanctionProposal),
    /// To carry out a measure against the cause.
    CorrectiveAction(RuleId),
    /// To go on by another version of the policy, of exactly this content.
    PolicyChange(PolicyEdition),
}

impl ApprovalSubject {
    /// Whether the same is to be decided. When the complainant was told of a later date is no part of the decision,
    /// which comes first.
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
    /// A version of a policy with the fingerprint of its content. An approval of it covers no other content of that name.
    pub struct PolicyEdition = "an edition of a policy" {
        /// The name and the version.
        pub version: PolicyVersion,
        /// The fingerprint of the content.
        pub content: Fingerprint,
    }
}

impl PolicyEdition {
    /// The edition that a policy is.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        Self { version: PolicyVersion::of(policy), content: policy.fingerprint() }
    }
}
