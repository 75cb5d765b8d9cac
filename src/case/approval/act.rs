//! What commands on an approval carry.

use crate::case::command::Note;
use crate::case::payload::payload;
use crate::vocab::RuleId;

payload! {
    /// An act on an approval.
    pub struct ApprovalReference = "an act on an approval" {
        /// Which approval of the case, counted from 1.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// What there is to say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<Note>,
    }
}

impl ApprovalReference {
    /// On an approval of the case, counted from 1.
    ///
    /// ```
    /// use redress::case::Command;
    /// use redress::case::approval::ApprovalReference;
    ///
    /// let sign = Command::Sign(ApprovalReference::new(1));
    /// # let Command::Sign(on) = sign else { return };
    /// assert_eq!((on.approval, on.note), (1, None));
    /// ```
    #[must_use]
    pub const fn new(approval: u32) -> Self {
        Self { approval, note: None }
    }

    /// Says something.
    #[must_use]
    pub fn with_note(mut self, note: Note) -> Self {
        self.note = Some(note);
        self
    }
}

payload! {
    /// Where an approval is returned to.
    pub struct ApprovalReturn = "a return" {
        /// Which approval of the case.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// The step from which on it is signed anew; none where it goes back to its author.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub step: Option<RuleId>,
        /// Why.
        pub reason: Note,
    }
}

impl ApprovalReturn {
    /// Back to its author.
    #[must_use]
    pub const fn to_author(approval: u32, reason: Note) -> Self {
        Self { approval, step: None, reason }
    }

    /// Back to a step, from which on it is signed anew.
    #[must_use]
    pub const fn to_step(approval: u32, step: RuleId, reason: Note) -> Self {
        Self { approval, step: Some(step), reason }
    }
}

payload! {
    /// An approval in an emergency: why it could not wait.
    pub struct ApprovalOverride = "an override" {
        /// Which approval.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// Why.
        pub reason: Note,
    }
}
