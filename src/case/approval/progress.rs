//! An approval in a case.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::approval::Signature;
use crate::case::approval::subject::ApprovalSubject;
use crate::policy::fingerprint::Fingerprint;
use crate::text::text_enum::text_enum;
use crate::vocab::{ActorId, CaseId, Money, RuleId};

/// An approval in a case: what it is for, which chain it takes, and who has signed.
///
/// # Example: submitted, and not yet signed
///
/// ```
/// use redress::case::approval::{ApprovalState, ApprovalSubject};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?;
/// let approval = case.approvals().first().ok_or("no approval")?;
/// assert_eq!((approval.number(), approval.state()), (1, ApprovalState::Open));
/// assert_eq!((approval.chain().to_string(), approval.proposer()), ("refunds".into(), "anna".parse()?));
/// assert!(matches!(approval.subject(), ApprovalSubject::Remedy(_)));
/// assert!(approval.signed().is_empty() && approval.refused().is_empty());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Approval {
    pub(in crate::case) case: CaseId,
    pub(in crate::case) number: u32,
    pub(in crate::case) matter: ApprovalSubject,
    pub(in crate::case) chain: RuleId,
    pub(in crate::case) amount: Option<Money>,
    pub(in crate::case) proposer: ActorId,
    pub(in crate::case) since: DateTime<Utc>,
    /// Since when the open step has been open.
    pub(in crate::case) step_since: DateTime<Utc>,
    /// How often a step was opened again.
    pub(in crate::case) round: u32,
    pub(in crate::case) signed: Vec<Signature>,
    pub(in crate::case) refused: Vec<Signature>,
    pub(in crate::case) state: ApprovalState,
    /// The signature of the person who approved it in an emergency, if somebody did.
    pub(in crate::case) overridden: Option<Signature>,
}

impl Approval {
    /// Returns the fingerprint of what is signed: the case, the subject with all its content, and the amount by which
    /// the chain was chosen.
    ///
    /// Each signature event stores this fingerprint. Two approvals have the same fingerprint only if they ask for the
    /// same.
    #[must_use]
    pub fn content(&self) -> Fingerprint {
        #[derive(Serialize)]
        struct Signed<'a> {
            case: CaseId,
            matter: &'a ApprovalSubject,
            amount: Option<Money>,
        }
        Fingerprint::of_value(&Signed { case: self.case, matter: &self.matter, amount: self.amount })
    }

    /// Returns whether a person has signed it, for themselves or through a delegate, or approved it in an emergency.
    pub(in crate::case) fn is_by(&self, person: ActorId) -> bool {
        self.signed.iter().chain(&self.overridden).any(|signature| signature.is_of(person))
    }

    /// Opens a step again.
    pub(in crate::case) const fn anew(&mut self, at: DateTime<Utc>) {
        self.step_since = at;
        self.round = self.round.saturating_add(1);
    }

    /// Returns the number of the approval in the case, counted from 1.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// Returns what the approval is for.
    #[must_use]
    pub const fn subject(&self) -> &ApprovalSubject {
        &self.matter
    }

    /// Returns the id of the chain in the approval table of the policy.
    #[must_use]
    pub const fn chain(&self) -> RuleId {
        self.chain
    }

    /// Returns the amount by which the chain was chosen; `None` if it is unknown.
    #[must_use]
    pub const fn amount(&self) -> Option<Money> {
        self.amount
    }

    /// Returns who submitted it.
    #[must_use]
    pub const fn proposer(&self) -> ActorId {
        self.proposer
    }

    /// Returns when it was submitted.
    #[must_use]
    pub const fn since(&self) -> DateTime<Utc> {
        self.since
    }

    /// Returns the signatures that count. Signatures that an amendment has voided are not among them.
    #[must_use]
    pub fn signed(&self) -> &[Signature] {
        &self.signed
    }

    /// Returns the refusals that count, with the role of each person who refused.
    #[must_use]
    pub fn refused(&self) -> &[Signature] {
        &self.refused
    }

    /// Returns where the approval stands.
    #[must_use]
    pub const fn state(&self) -> ApprovalState {
        self.state
    }
}

/// Where an approval stands.
///
/// ```
/// use redress::case::approval::ApprovalState;
///
/// assert_eq!(ApprovalState::TakenBack.to_string(), "taken-back");
/// assert_eq!("used".parse(), Ok(ApprovalState::Used));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new state must break every embedder's match")]
pub enum ApprovalState {
    /// Steps must still be signed.
    Open,
    /// Every step is signed. What was approved may be carried out, once.
    Approved,
    /// What was approved was carried out.
    Used,
    /// Somebody refused to sign, and the open step can no longer be completed.
    Refused,
    /// The approval went back to its author.
    Returned,
    /// The author took it back.
    TakenBack,
    /// The approval no longer means anything, because something else has happened.
    Void,
}

text_enum!(ApprovalState = "a" "state of an approval" {
    Open = "open",
    Approved = "approved",
    Used = "used",
    Refused = "refused",
    Returned = "returned",
    TakenBack = "taken-back",
    Void = "void",
});

impl ApprovalState {
    /// Returns whether it is open, or approved and not yet used.
    pub(in crate::case) const fn is_live(self) -> bool {
        match self {
            Self::Open | Self::Approved => true,
            Self::Used | Self::Refused | Self::Returned | Self::TakenBack | Self::Void => false,
        }
    }
}
