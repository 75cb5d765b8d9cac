//! What events of an approval keep.

use alloc::vec::Vec;

use crate::approval::Signature;
use crate::case::approval::progress::ApprovalState;
use crate::case::approval::subject::ApprovalSubject;
use crate::case::payload::payload;
use crate::policy::fingerprint::Fingerprint;
use crate::vocab::course::ApprovalAct;
use crate::vocab::{Money, RuleId};

payload! {
    /// The beginning of an approval.
    pub struct ApprovalOpening = "the beginning of an approval" {
        /// Which approval of the case, counted from 1.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// What for.
        pub matter: ApprovalSubject,
        /// The chain of the policy's table that has to be signed.
        pub chain: RuleId,
        /// The amount by which it was chosen: the case's total, linked cases included.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money>,
    }
}

payload! {
    /// A signature on an approval, or its refusal.
    pub struct ApprovalSignature = "a signature on an approval" {
        /// Which approval.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// The signature with what it relied on.
        pub signature: Signature,
        /// The fingerprint of what was signed: the case, the matter with all of its content, and the amount by which it
        /// was chosen who signs. A signature says nothing of another content, but for what its step keeps.
        pub content: Fingerprint,
        /// What the step does.
        pub act: ApprovalAct,
        /// Whether it was the last one that the step takes.
        #[serde(
            default,
            deserialize_with = "crate::text::map_only::switch",
            skip_serializing_if = "crate::text::left_out::is_default"
        )]
        pub completes: bool,
        /// The revision of the roster that was asked.
        #[serde(deserialize_with = "crate::calendar::text::name")]
        pub roster: alloc::string::String,
    }
}

payload! {
    /// A signature or refusal that its signer withdrew.
    pub struct SignatureWithdrawal = "a withdrawn signature" {
        /// Which approval.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// The step, which is still open.
        pub step: RuleId,
    }
}

payload! {
    /// Signatures that mean nothing any more.
    pub struct VoidedSignatures = "voided signatures" {
        /// Which approval.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// The steps whose signatures are void.
        #[serde(deserialize_with = "crate::text::list::any_number")]
        pub steps: Vec<RuleId>,
        /// The steps whose signers are told and whose signatures stay.
        #[serde(default, deserialize_with = "crate::text::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub notified: Vec<RuleId>,
    }
}

payload! {
    /// A stricter chain in place of another.
    pub struct ChainReplacement = "a raised approval" {
        /// Which approval.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
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
    pub struct ApprovalEnd = "the end of an approval" {
        /// Which approval.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// How.
        pub state: ApprovalState,
    }
}
