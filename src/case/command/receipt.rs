//! What binds a case to a policy: its receipt, and a move.

use alloc::boxed::Box;

use crate::case::command::note::Note;
use crate::case::payload::payload;
use crate::policy::{Policy, PolicyVersion};
use crate::triage::{ComplaintDocument, PastCounts};

payload! {
    /// The receipt of a complaint: what was said, and by which policy it is dealt with.
    pub struct Receipt = "a receipt" {
        /// The policy, for the whole life of the case.
        pub policy: PolicyVersion,
        /// The complaint as it came in.
        pub complaint: Box<ComplaintDocument>,
        /// How it repeats earlier ones; counted as if there were none unless given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub past: Option<PastCounts>,
    }
}

payload! {
    /// The policy by which a case goes on.
    pub struct PolicyMove = "a change of policy" {
        /// The policy.
        pub to: PolicyVersion,
        /// Why.
        pub reason: Note,
    }
}

impl PolicyMove {
    /// To a policy, for a reason.
    #[must_use]
    pub fn to(policy: &Policy, reason: Note) -> Self {
        Self { to: PolicyVersion::of(policy), reason }
    }
}
