//! The records that bind a case to a policy: its receipt, and a move to another policy.

use alloc::boxed::Box;

use crate::case::command::note::Note;
use crate::case::payload::payload;
use crate::policy::{Policy, PolicyVersion};
use crate::triage::{ComplaintDocument, PastCounts};

payload! {
    /// The receipt of a complaint, with the policy that the case follows.
    ///
    /// [`open`](crate::case::open) makes it. It is the content of the first event of every case.
    ///
    /// ```
    /// use redress::case::EventKind;
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let case = sample::case(&sample::policy()?, &sample::roster()?)?;
    /// let EventKind::Received(receipt) = &case.events()[0].what else { return Err("no receipt".into()) };
    /// assert_eq!(receipt.policy.name, "shop");
    /// # Ok(()) }
    /// ```
    pub struct Receipt = "a receipt" {
        /// The policy that the case follows until it is moved to another one.
        pub policy: PolicyVersion,
        /// The complaint as it arrived.
        pub complaint: Box<ComplaintDocument>,
        /// The counts of similar earlier complaints. `None` means that the complaint counts as the first of its kind.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub past: Option<PastCounts>,
    }
}

payload! {
    /// A move to another policy, or to another version of the policy.
    ///
    /// [`Office::decide_move`](crate::case::Office::decide_move) decides it.
    pub struct PolicyMove = "a change of policy" {
        /// The policy that the case follows from now on.
        pub to: PolicyVersion,
        /// Why the case moves, for those who read its history.
        pub reason: Note,
    }
}

impl PolicyMove {
    /// Creates a move to `policy`.
    #[must_use]
    pub fn to(policy: &Policy, reason: Note) -> Self {
        Self { to: PolicyVersion::of(policy), reason }
    }
}
