//! The contents of events about an approval.

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
    ///
    /// # Example: the chain that a submitted refund takes
    ///
    /// ```
    /// use redress::case::EventKind;
    /// use redress::sample;
    /// use redress::vocab::RuleId;
    /// use redress::word;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case_in_approval(&policy, &roster)?;
    /// let opened = case.events().iter().find_map(|event| match &event.what {
    ///     EventKind::ApprovalOpened(opened) => Some(opened),
    ///     _ => None,
    /// });
    /// let opened = opened.ok_or("no approval")?;
    /// assert_eq!((opened.approval, opened.chain), (1, word!(RuleId, "refunds")));
    /// # Ok(()) }
    /// ```
    pub struct ApprovalOpening = "the beginning of an approval" {
        /// The number of the approval in the case, counted from 1.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// What the approval is for.
        pub matter: ApprovalSubject,
        /// The id of the chain that must be signed.
        pub chain: RuleId,
        /// The amount by which the chain was chosen: the total of the case, with linked cases. `None` if it is
        /// unknown.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money>,
    }
}

payload! {
    /// A signature on an approval, or a refusal to sign.
    ///
    /// # Example: what an event keeps of a signature
    ///
    /// ```
    /// use redress::case::approval::ApprovalReference;
    /// use redress::case::{Command, EventKind, Office, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case_in_approval(&policy, &roster)?;
    /// let stamp = Stamp::new("k-5".parse()?, "mia".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::Sign(ApprovalReference::new(1)));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    ///
    /// let given = case.events().iter().find_map(|event| match &event.what {
    ///     EventKind::SignatureGiven(given) => Some(given),
    ///     _ => None,
    /// });
    /// let given = given.ok_or("no signature")?;
    /// assert_eq!((given.signature.by(), given.roster.as_str()), ("mia".parse()?, "2026-03"));
    /// assert!(given.completes); // the step takes one signature
    /// # Ok(()) }
    /// ```
    pub struct ApprovalSignature = "a signature on an approval" {
        /// The number of the approval in the case, counted from 1.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// The signature, with the role and limit that it relied on.
        pub signature: Signature,
        /// The fingerprint of what was signed: the case, the subject with all its content, and the amount by which
        /// the chain was chosen. A signature does not cover other content, except for changes that its step
        /// tolerates.
        pub content: Fingerprint,
        /// What the step does.
        pub act: ApprovalAct,
        /// Whether it was the last signature that the step takes.
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
    /// A signature or refusal that its signer has withdrawn.
    pub struct SignatureWithdrawal = "a withdrawn signature" {
        /// The number of the approval in the case, counted from 1.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// The step. It is still open.
        pub step: RuleId,
    }
}

payload! {
    /// Signatures that no longer count, because what they were given for has changed.
    pub struct VoidedSignatures = "voided signatures" {
        /// The number of the approval in the case, counted from 1.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// The steps whose signatures are void.
        #[serde(deserialize_with = "crate::text::list::any_number")]
        pub steps: Vec<RuleId>,
        /// The steps whose signatures stay and whose signers are told of the change.
        #[serde(default, deserialize_with = "crate::text::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub notified: Vec<RuleId>,
    }
}

payload! {
    /// A stricter chain that replaces the chain of an approval.
    pub struct ChainReplacement = "a raised approval" {
        /// The number of the approval in the case, counted from 1.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// The id of the chain that must be signed from now on. Signatures on steps with the same id stay.
        pub chain: RuleId,
        /// The amount by which the chain was chosen; `None` if it is unknown.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money>,
    }
}

payload! {
    /// The end of an approval, or of its use.
    pub struct ApprovalEnd = "the end of an approval" {
        /// The number of the approval in the case, counted from 1.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// The state in which it ended.
        pub state: ApprovalState,
    }
}
