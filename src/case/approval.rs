//! An approval in a case: what for, by which chain, signed by whom.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::approval::Signature;
use crate::case::payload::payload;
use crate::case::proposal::Matter;
use crate::policy::Fingerprint;
use crate::vocab::one_key::one_key;
use crate::vocab::{ActorId, ApprovalAct, CaseId, Money, RuleId};

/// An approval in a case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Approval {
    pub(super) case: CaseId,
    pub(super) number: u32,
    pub(super) matter: Matter,
    pub(super) chain: RuleId,
    pub(super) amount: Option<Money>,
    pub(super) proposer: ActorId,
    pub(super) since: DateTime<Utc>,
    /// Since when the step that is open has been open.
    pub(super) step_since: DateTime<Utc>,
    /// How often it was opened anew.
    pub(super) round: u32,
    pub(super) signed: Vec<Signature>,
    pub(super) refused: Vec<Signature>,
    pub(super) state: ApprovalState,
    /// By what it was approved in an emergency, where it was.
    pub(super) overridden: Option<Signature>,
}

/// Where an approval stands.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
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

one_key!(ApprovalState, "the state of an approval");

payload! {
    /// The beginning of an approval.
    pub struct ApprovalOpened = "the beginning of an approval" {
        /// Which approval of the case, counted from 1.
        #[serde(deserialize_with = "crate::vocab::map_only::amount")]
        pub approval: u32,
        /// What for.
        pub matter: Matter,
        /// The chain of the policy's table that has to be signed.
        pub chain: RuleId,
        /// The amount by which it was chosen: the case's total, linked cases included.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money>,
    }
}

payload! {
    /// A signature or refusal that its signer withdrew.
    pub struct SignatureWithdrawn = "a withdrawn signature" {
        /// Which approval.
        #[serde(deserialize_with = "crate::vocab::map_only::amount")]
        pub approval: u32,
        /// The step, which is still open.
        pub step: RuleId,
    }
}

payload! {
    /// A signature on an approval, or its refusal.
    pub struct SignatureGiven = "a signature on an approval" {
        /// Which approval.
        #[serde(deserialize_with = "crate::vocab::map_only::amount")]
        pub approval: u32,
        /// The signature with what it relied on.
        pub signature: Signature,
        /// The fingerprint of what was signed: the case, the matter with all of its content, and the amount by which it was chosen
        /// who signs. A signature says nothing of another content, but for what its step keeps.
        pub content: Fingerprint,
        /// What the step does.
        pub act: ApprovalAct,
        /// Whether it was the last one that the step takes.
        #[serde(
            default,
            deserialize_with = "crate::vocab::map_only::switch",
            skip_serializing_if = "crate::triage::document::is_false"
        )]
        pub completes: bool,
        /// The revision of the roster that was asked.
        #[serde(deserialize_with = "crate::calendar::text::name")]
        pub roster: alloc::string::String,
    }
}

payload! {
    /// Signatures that mean nothing any more.
    pub struct SignaturesVoided = "voided signatures" {
        /// Which approval.
        #[serde(deserialize_with = "crate::vocab::map_only::amount")]
        pub approval: u32,
        /// The steps whose signatures are void.
        #[serde(deserialize_with = "crate::vocab::list::any_number")]
        pub steps: Vec<RuleId>,
        /// The steps whose signers are told and whose signatures stay.
        #[serde(default, deserialize_with = "crate::vocab::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub notified: Vec<RuleId>,
    }
}

payload! {
    /// A stricter chain in place of another.
    pub struct ApprovalRaised = "a raised approval" {
        /// Which approval.
        #[serde(deserialize_with = "crate::vocab::map_only::amount")]
        pub approval: u32,
        /// The chain that has to be signed from now on; signatures on steps of the same id stay.
        pub chain: RuleId,
        /// The amount by which it was chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money>,
    }
}

payload! {
    /// The end of an approval, or of its use.
    pub struct ApprovalEnded = "the end of an approval" {
        /// Which approval.
        #[serde(deserialize_with = "crate::vocab::map_only::amount")]
        pub approval: u32,
        /// How.
        pub state: ApprovalState,
    }
}

impl Approval {
    /// The fingerprint of what is signed: the case, the matter with all of its content, and the amount by which the chain was
    /// chosen.
    #[must_use]
    pub fn content(&self) -> Fingerprint {
        #[derive(Serialize)]
        struct Signed<'a> {
            case: CaseId,
            matter: &'a Matter,
            amount: Option<Money>,
        }
        Fingerprint::of_value(&Signed { case: self.case, matter: &self.matter, amount: self.amount })
    }

    /// Whether somebody has signed it, for themselves or through somebody else, or approved it in an emergency.
    pub(super) fn is_by(&self, person: ActorId) -> bool {
        self.signed.iter().chain(&self.overridden).any(|signature| signature.is_of(person))
    }

    /// A step is open anew.
    pub(super) const fn anew(&mut self, at: DateTime<Utc>) {
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
    pub const fn matter(&self) -> &Matter {
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
