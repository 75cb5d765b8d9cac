//! The contents of commands on an approval.

use crate::case::command::Note;
use crate::case::payload::payload;
use crate::vocab::RuleId;

payload! {
    /// An act on an approval, such as signing it or taking it back.
    ///
    /// ```
    /// use redress::case::Command;
    /// use redress::case::approval::ApprovalReference;
    ///
    /// let sign = Command::Sign(ApprovalReference::new(1).with_note("checked against the invoice".parse()?));
    /// assert_eq!(
    ///     serde_json::to_string(&sign)?,
    ///     r#"{"sign":{"approval":1,"note":"checked against the invoice"}}"#,
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ApprovalReference = "an act on an approval" {
        /// The number of the approval in the case, counted from 1.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// A comment on the act, for the next reader. Nothing is decided by it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<Note>,
    }
}

impl ApprovalReference {
    /// Refers to an approval of the case by its number, counted from 1.
    #[must_use]
    pub const fn new(approval: u32) -> Self {
        Self { approval, note: None }
    }

    /// Adds a comment for the next reader. Nothing is decided by it.
    #[must_use]
    pub fn with_note(mut self, note: Note) -> Self {
        self.note = Some(note);
        self
    }
}

payload! {
    /// A return of an approval to an earlier step, or to its author.
    ///
    /// ```
    /// use redress::case::approval::ApprovalReturn;
    /// use redress::vocab::RuleId;
    /// use redress::word;
    ///
    /// let back = ApprovalReturn::to_step(1, word!(RuleId, "review"), "the amount has changed".parse()?);
    /// assert_eq!(back.step, Some(word!(RuleId, "review")));
    /// let author = ApprovalReturn::to_author(1, "please attach the invoice".parse()?);
    /// assert_eq!(author.step, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ApprovalReturn = "a return" {
        /// The number of the approval in the case, counted from 1.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// The step from which on everything must be signed again; `None` if the approval goes back to its author.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub step: Option<RuleId>,
        /// What must change before it can be signed.
        pub reason: Note,
    }
}

impl ApprovalReturn {
    /// Returns the approval to its author, who may change the decision and submit it again.
    #[must_use]
    pub const fn to_author(approval: u32, reason: Note) -> Self {
        Self { approval, step: None, reason }
    }

    /// Returns the approval to a step. This step and the steps after it must be signed again.
    #[must_use]
    pub const fn to_step(approval: u32, step: RuleId, reason: Note) -> Self {
        Self { approval, step: Some(step), reason }
    }
}

payload! {
    /// An approval in an emergency, without the signatures, and why it could not wait.
    ///
    /// The policy says who may override, if anybody: see [`PeopleRules`](crate::policy::people::PeopleRules).
    ///
    /// ```
    /// use redress::case::approval::ApprovalOverride;
    ///
    /// let urgent = ApprovalOverride { approval: 1, reason: "the flight leaves in an hour".parse()? };
    /// assert_eq!(urgent.approval, 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ApprovalOverride = "an override" {
        /// The number of the approval in the case, counted from 1.
        #[serde(deserialize_with = "crate::text::map_only::amount")]
        pub approval: u32,
        /// Why it could not wait.
        pub reason: Note,
    }
}
