//! Records about what is improved and who is held to account.

use crate::case::command::Note;
use crate::case::payload::payload;
use crate::vocab::track::{Accountable, Discipline, MeasureStep, Sanction};
use crate::vocab::{ActorId, Money, RuleId};

payload! {
    /// How far a measure against the cause is.
    pub struct MeasureProgress = "a step of a measure" {
        /// Which measure.
        pub measure: RuleId,
        /// The step.
        pub step: MeasureStep,
        /// What is to be said of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<Note>,
    }
}

impl MeasureProgress {
    /// A step of a measure.
    #[must_use]
    pub const fn new(measure: RuleId, step: MeasureStep) -> Self {
        Self { measure, step, note: None }
    }

    /// Says something of it.
    #[must_use]
    pub fn with_note(mut self, note: Note) -> Self {
        self.note = Some(note);
        self
    }
}

payload! {
    /// A step of 8D or PDCA.
    pub struct DisciplineRecord = "a discipline" {
        /// The step.
        pub discipline: Discipline,
        /// What came of it.
        pub note: Note,
    }
}

impl DisciplineRecord {
    /// A step, and what came of it.
    #[must_use]
    pub const fn new(discipline: Discipline, note: Note) -> Self {
        Self { discipline, note }
    }
}

payload! {
    /// Who is to be held to account, and how (S03-R18 to S03-R21, S11-R10).
    pub struct SanctionProposal = "a sanction" {
        /// Who.
        pub person: ActorId,
        /// As what.
        pub part: Accountable,
        /// How.
        pub kind: Sanction,
        /// The amount by the organisation's own schedule, where there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money>,
    }
}

impl SanctionProposal {
    /// For somebody, as what, and how.
    #[must_use]
    pub const fn new(person: ActorId, part: Accountable, kind: Sanction) -> Self {
        Self { person, part, kind, amount: None }
    }

    /// The amount.
    #[must_use]
    pub const fn with_amount(mut self, amount: Money) -> Self {
        self.amount = Some(amount);
        self
    }
}
