//! An approval in a case: what for, by which chain, signed by whom.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::approval::Signature;
use crate::case::approval::subject::ApprovalSubject;
use crate::policy::fingerprint::Fingerprint;
use crate::text::text_enum::text_enum;
use crate::vocab::{ActorId, CaseId, Money, RuleId};

/// An approval in a case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Approval {
    pub(in crate::case) case: CaseId,
    pub(in crate::case) number: u32,
    pub(in crate::case) matter: ApprovalSubject,
    pub(in crate::case) chain: RuleId,
    pub(in crate::case) amount: Option<Money>,
    pub(in crate::case) proposer: ActorId,
    pub(in crate::case) since: DateTime<Utc>,
    /// Since when the step that is open has been open.
    pub(in crate::case) step_since: DateTime<Utc>,
    /// How often it was opened anew.
    pub(in crate::case) round: u32,
    pub(in crate::case) signed: Vec<Signature>,
    pub(in crate::case) refused: Vec<Signature>,
    pub(in crate::case) state: ApprovalState,
    /// By what it was approved in an emergency, where it was.
    pub(in crate::case) overridden: Option<Signature>,
}

impl Approval {
    /// The fingerprint of what is signed: the case, the matter with all of its content, and the amount by which the
    /// chain was chosen.
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

    /// Whether somebody has signed it, for themselves or through somebody else, or approved it in an emergency.
    pub(in crate::case) fn is_by(&self, person: ActorId) -> bool {
        self.signed.iter().chain(&self.overridden).any(|signature| signature.is_of(person))
    }

    /// A step is open anew.
    pub(in crate::case) const fn anew(&mut self, at: DateTime<Utc>) {
        self.step_since = at;
        self.round = self.round.saturating_add(1);
    }

    /// Which approval of the case it is, counted from 1.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// What it is for.
    #[must_use]
    pub const fn subject(&self) -> &ApprovalSubject {
        &self.matter
    }

    /// The chain of the policy's table.
    #[must_use]
    pub const fn chain(&self) -> RuleId {
        self.chain
    }

    /// The amount by which the chain was chosen.
    #[must_use]
    pub const fn amount(&self) -> Option<Money> {
        self.amount
    }

    /// Who submitted it.
    #[must_use]
    pub const fn proposer(&self) -> ActorId {
        self.proposer
    }

    /// When it began.
    #[must_use]
    pub const fn since(&self) -> DateTime<Utc> {
        self.since
    }

    /// The signatures that count.
    #[must_use]
    pub fn signed(&self) -> &[Signature] {
        &self.signed
    }

    /// Who said no, and as what.
    #[must_use]
    pub fn refused(&self) -> &[Signature] {
        &self.refused
    }

    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> ApprovalState {
        self.state
    }
}

/// Where an approval stands.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new state must break every embedder's match")]
pub enum ApprovalState {
    /// Steps are still to be signed.
    Open,
    /// Every step is signed; what was approved may be carried out, once.
    Approved,
    /// What was approved is carried out.
    Used,
    /// Somebody who had to sign said no.
    Refused,
    /// It went back to its author.
    Returned,
    /// Its author took it back.
    TakenBack,
    /// Something else happened, and it means nothing any more.
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
    /// Whether it is open, or complete and not yet used.
    pub(in crate::case) const fn is_live(self) -> bool {
        match self {
            Self::Open | Self::Approved => true,
            Self::Used | Self::Refused | Self::Returned | Self::TakenBack | Self::Void => false,
        }
    }
}
