//! What follows from the facts of a complaint alone, by rules that procedures share.
//!
//! Each rule is a pure function of what is known. It is shown in [`triage`](mod@crate::triage).

mod accident;
mod accountability;
mod checklist;
mod choice;
mod churn;
mod conversation;
mod criteria;
mod fault;
mod remedy;
mod self_repair;
mod spread;
mod validity;

pub use self::accident::{AccidentViolation, accident_violation};
pub use self::accountability::{Answerable, DeductedFrom, Liable, SanctionRule};
pub use self::checklist::{
    AgreedPart, AgreedWork, AnswerPart, OwnMistakeAnswer, Understanding, UnderstoodPart,
};
pub use self::choice::{Choice, Drawback, Guided, Scores, guide};
pub use self::churn::{Churn, Departure, churn, churn_signal, spread_of};
pub use self::conversation::{
    Conversation, ConversationQuestion, ConversationStep, Reply, Talk, TechnicalStep, converse,
    direct_phone_answer_allowed, reply, technical_step,
};
pub use self::criteria::{Conformity, Consequence, Criterion, CriterionQuestion, Judged};
pub use self::fault::{FaultFinding, Tone, dynamics_to_watch, fault, origin, tone};
pub use self::remedy::{
    Extent, compensation_allowed, compensation_remedies, extent, price_above_ceiling, remedies_by_fault,
};
pub use self::self_repair::{SelfRepair, SelfRepairRefusal};
pub use self::spread::{Change, Developed, Development, develop, dynamics, recall_required, spread_risks};
pub use self::validity::{ValidityFinding, validity};

/// An answer, and the elements of the procedures that it rests on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct Reasoned<T> {
    /// The answer.
    pub answer: T,
    /// The elements, such as `S37-R34`.
    pub because: &'static [&'static str],
}

impl<T> Reasoned<T> {
    const fn new(answer: T, because: &'static [&'static str]) -> Self {
        Self { answer, because }
    }
}
