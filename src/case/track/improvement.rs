//! Records about measures against the cause, and about people who are held to account.

use crate::case::command::Note;
use crate::case::payload::payload;
use crate::vocab::track::{Accountable, Discipline, MeasureStep, Sanction};
use crate::vocab::{ActorId, Money, RuleId};

payload! {
    /// A step of a measure against the cause: planned, carried out, or confirmed to have an effect.
    ///
    /// ```
    /// use redress::case::track::MeasureProgress;
    /// use redress::vocab::RuleId;
    /// use redress::vocab::track::MeasureStep;
    /// use redress::word;
    ///
    /// let done = MeasureProgress::new(word!(RuleId, "new-packaging"), MeasureStep::CarriedOut)
    ///     .with_note("since the delivery of May".parse()?);
    /// assert_eq!(done.step, MeasureStep::CarriedOut);
    /// assert!(done.note.is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct MeasureProgress = "a step of a measure" {
        /// The id of the measure, chosen by the host.
        pub measure: RuleId,
        /// The step that was taken.
        pub step: MeasureStep,
        /// A comment, such as how the effect was measured.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<Note>,
    }
}

impl MeasureProgress {
    /// Creates a step of a measure without a note.
    #[must_use]
    pub const fn new(measure: RuleId, step: MeasureStep) -> Self {
        Self { measure, step, note: None }
    }

    /// Adds a comment, such as how the effect was measured.
    #[must_use]
    pub fn with_note(mut self, note: Note) -> Self {
        self.note = Some(note);
        self
    }
}

payload! {
    /// A step of the problem-solving methods 8D or PDCA, with its result.
    ///
    /// ```
    /// use redress::case::track::DisciplineRecord;
    /// use redress::vocab::track::Discipline;
    ///
    /// let team = DisciplineRecord::new(Discipline::D1, "quality, purchasing and the carrier".parse()?);
    /// assert_eq!(team.discipline, Discipline::D1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct DisciplineRecord = "a discipline" {
        /// The step: one of 8D, `d0` to `d8`, or of plan, do, check, act.
        pub discipline: Discipline,
        /// The result of the step.
        pub note: Note,
    }
}

impl DisciplineRecord {
    /// Creates a record of a step and its result.
    #[must_use]
    pub const fn new(discipline: Discipline, note: Note) -> Self {
        Self { discipline, note }
    }
}

payload! {
    /// A proposal to hold a person to account.
    ///
    /// An approval of a sanction covers exactly this content. The person concerned can never sign it.
    ///
    /// ```
    /// use redress::case::track::SanctionProposal;
    /// use redress::vocab::Money;
    /// use redress::vocab::track::{Accountable, Sanction};
    ///
    /// let deduction = SanctionProposal::new("fei".parse()?, Accountable::Direct, Sanction::PENALTY)
    ///     .with_amount(Money::new(5_000, "EUR".parse()?));
    /// assert_eq!(deduction.amount.map(|amount| amount.minor()), Some(5_000));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct SanctionProposal = "a sanction" {
        /// The person whom the sanction is about.
        pub person: ActorId,
        /// The part that they had in the matter.
        pub part: Accountable,
        /// The kind of sanction.
        pub kind: Sanction,
        /// The amount by the organisation's own schedule; `None` if the sanction has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money>,
    }
}

impl SanctionProposal {
    /// Creates a proposal without an amount.
    #[must_use]
    pub const fn new(person: ActorId, part: Accountable, kind: Sanction) -> Self {
        Self { person, part, kind, amount: None }
    }

    /// Sets the amount, by the organisation's own schedule.
    #[must_use]
    pub const fn with_amount(mut self, amount: Money) -> Self {
        self.amount = Some(amount);
        self
    }
}
