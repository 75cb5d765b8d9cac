//! The criteria by which a developer judges what is owed (S37).

use crate::policy::Truth;
use crate::vocab::{JudgementCriterion, Measurability, Remedy};

/// A criterion with the answers that it asks for.
///
/// Its procedure has five, and its text for the second is lost: a reading of it is an organisation's own
/// [`JudgementCriterion`] (A34).
///
/// ```
/// use redress::policy::Truth;
/// use redress::triage::{Consequence, Criterion, Judgement};
///
/// let missing_wall = Criterion::CostMeasurable { measurable: Truth::True, difficult: Truth::Unknown };
/// let judged = missing_wall.judge();
/// assert_eq!(judged.judgement, Judgement::Follows(&[Consequence::BuildOrMaterials]));
/// assert_eq!(judged.because, ["S37-R29", "S37-R30"]);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the criteria of the procedure")]
pub enum Criterion {
    /// A: do product, service and policy keep the law and what was agreed (S37-R24)?
    LawfulAndAgreed(Conformity),
    /// C: can the loss be saved or removed (S37-R50)?
    LossRecoverable {
        /// Whether it can.
        recoverable: Truth,
        /// Whether it stays because the design is kept as it is.
        kept_by_design: Truth,
    },
    /// D: does the contract already say what follows from the loss (S37-R28)?
    LossInContract {
        /// Whether it does.
        regulated: Truth,
        /// Whether what it asks for has come about.
        condition_met: Truth,
    },
    /// E: can the cost of the harm and of its removal be measured (S37-R29)?
    CostMeasurable {
        /// Whether it can.
        measurable: Truth,
        /// Whether the case is a difficult one.
        difficult: Truth,
    },
}

/// What is held against the law and the agreement (S37-R24).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the cases of the procedure")]
pub enum Conformity {
    /// What was sold (S37-R25).
    Product {
        /// Whether it is as the law and the contract want it.
        conforms: Truth,
        /// Whether the buyer refuses to take it over because of flaws.
        handover_refused: Truth,
    },
    /// What was done for the customer (S37-R26).
    Service {
        /// Whether the customer was notified of the change.
        change_notified: Truth,
    },
    /// What the company charges by its own policy (S37-R27).
    Policy {
        /// Whether the fee is within the rules as they are now.
        fee_within_rules: Truth,
    },
}

/// What follows from a criterion.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new consequence must break every embedder's match")]
pub enum Consequence {
    /// It is put right.
    Rectify,
    /// The time until it is put right is not counted as a late delivery.
    NotLateDelivery,
    /// It is explained.
    Explain,
    /// The fee is paid back, to every owner and not to this one alone.
    RefundEveryOwner,
    /// The owner has it repaired, and the contractor pays the estimate: see [`SelfRepair`](crate::triage::SelfRepair).
    PaidSelfRepair,
    /// It is said that the demand cannot be met, its pros and cons are explained, and the owner is led to accept it.
    ExplainProsAndCons,
    /// No remedy is owed.
    NoRemedyOwed,
    /// No penalty under the contract is owed.
    NoPenalty,
    /// What the contract says is owed.
    AsContracted,
    /// It is built, or the material supplied; the complainant chooses which.
    BuildOrMaterials,
    /// No figure of money is named.
    NoMoneyFigure,
    /// It is talked about face to face.
    FaceToFace,
}

impl Consequence {
    /// The remedy that is owed by it; none where it is no remedy.
    #[must_use]
    pub const fn remedy(self) -> Option<Remedy> {
        match self {
            Self::Rectify => Some(Remedy::RECTIFICATION),
            Self::RefundEveryOwner => Some(Remedy::REFUND),
            Self::PaidSelfRepair => Some(Remedy::PAID_SELF_REPAIR),
            Self::AsContracted => Some(Remedy::CONTRACT_DAMAGES),
            Self::BuildOrMaterials => Some(Remedy::BUILD_OR_MATERIALS),
            Self::Explain | Self::ExplainProsAndCons => Some(Remedy::EXPLANATION),
            Self::NotLateDelivery
            | Self::NoRemedyOwed
            | Self::NoPenalty
            | Self::NoMoneyFigure
            | Self::FaceToFace => None,
        }
    }
}

/// What a criterion comes to, and the elements that it rests on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct Judged {
    /// The criterion.
    pub criterion: JudgementCriterion,
    /// What it comes to.
    pub judgement: Judgement,
    /// The elements.
    pub because: &'static [&'static str],
}

/// What a criterion comes to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new finding must break every embedder's match")]
pub enum Judgement {
    /// These follow.
    Follows(&'static [Consequence]),
    /// The criterion is answered, and nothing follows from it: another one decides.
    SaysNothing,
    /// This is not known, and what follows depends on it.
    Undetermined(CriterionQuestion),
}

/// What is to be found out before a criterion is answered.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the questions of the criteria")]
pub enum CriterionQuestion {
    /// Whether the product is as the law and the contract want it.
    Conforms,
    /// Whether the hand-over is refused.
    HandoverRefused,
    /// Whether the change was notified.
    ChangeNotified,
    /// Whether the fee is within the rules.
    FeeWithinRules,
    /// Whether the loss can be saved or removed, or is said to be so and kept by design, both.
    Recoverable,
    /// Whether the loss stays by design.
    KeptByDesign,
    /// Whether the contract regulates the loss.
    Regulated,
    /// Whether what the contract asks for has come about.
    ConditionMet,
    /// Whether the cost can be measured.
    Measurable,
    /// Whether the case is a difficult one.
    Difficult,
}

type Found = (Judgement, &'static [&'static str]);

impl Criterion {
    /// The word of the criterion.
    #[must_use]
    pub const fn word(self) -> JudgementCriterion {
        match self {
            Self::LawfulAndAgreed(_) => JudgementCriterion::LAWFUL_AND_AGREED,
            Self::LossRecoverable { .. } => JudgementCriterion::LOSS_RECOVERABLE,
            Self::LossInContract { .. } => JudgementCriterion::LOSS_IN_CONTRACT,
            Self::CostMeasurable { .. } => JudgementCriterion::COST_MEASURABLE,
        }
    }

    /// Whether the harm can be measured, where that is what it asks and it is known.
    #[must_use]
    pub const fn measurability(self) -> Option<Measurability> {
        match self {
            Self::CostMeasurable { measurable: Truth::True, .. } => Some(Measurability::MEASURABLE),
            Self::CostMeasurable { measurable: Truth::False, .. } => Some(Measurability::UNMEASURABLE),
            _ => None,
        }
    }

    /// What it comes to. An answer that is not known leaves open what depends on it, and nothing else.
    #[must_use]
    pub const fn judge(self) -> Judged {
        let (judgement, because) = match self {
            Self::LawfulAndAgreed(what) => what.judge(),
            Self::LossRecoverable { recoverable, kept_by_design } => recovered(recoverable, kept_by_design),
            Self::LossInContract { regulated, condition_met } => contracted(regulated, condition_met),
            Self::CostMeasurable { measurable, difficult } => measured(measurable, difficult),
        };
        Judged { criterion: self.word(), judgement, because }
    }
}

impl Conformity {
    const fn judge(self) -> Found {
        use self::Consequence::{Explain, NotLateDelivery, Rectify, RefundEveryOwner};
        use self::CriterionQuestion::{ChangeNotified, Conforms, FeeWithinRules, HandoverRefused};
        use self::Judgement::{Follows, SaysNothing, Undetermined};
        match self {
            Self::Product { conforms, handover_refused } => {
                let judgement = match (conforms, handover_refused) {
                    (Truth::True, _) => SaysNothing,
                    (Truth::Unknown, _) => Undetermined(Conforms),
                    (Truth::False, Truth::True) => Follows(&[Rectify, NotLateDelivery]),
                    (Truth::False, Truth::False) => Follows(&[Rectify]),
                    (Truth::False, Truth::Unknown) => Undetermined(HandoverRefused),
                };
                (judgement, &["S37-R24", "S37-R25"])
            }
            Self::Service { change_notified } => {
                let judgement = match change_notified {
                    Truth::True => Follows(&[Explain]),
                    Truth::False => SaysNothing,
                    Truth::Unknown => Undetermined(ChangeNotified),
                };
                (judgement, &["S37-R24", "S37-R26"])
            }
            Self::Policy { fee_within_rules } => {
                let judgement = match fee_within_rules {
                    Truth::True => SaysNothing,
                    Truth::False => Follows(&[RefundEveryOwner]),
                    Truth::Unknown => Undetermined(FeeWithinRules),
                };
                (judgement, &["S37-R24", "S37-R27"])
            }
        }
    }
}

/// C. What is said to be removable and to stay by design is neither.
const fn recovered(recoverable: Truth, kept_by_design: Truth) -> Found {
    use self::Consequence::{ExplainProsAndCons, NoRemedyOwed, PaidSelfRepair};
    use self::CriterionQuestion::{KeptByDesign, Recoverable};
    use self::Judgement::{Follows, SaysNothing, Undetermined};
    match (recoverable, kept_by_design) {
        (Truth::True, Truth::False | Truth::Unknown) => (Follows(&[PaidSelfRepair]), &["S37-R50", "S37-R51"]),
        (Truth::False, Truth::True) => {
            (Follows(&[ExplainProsAndCons, NoRemedyOwed]), &["S37-R50", "S37-R52", "S37-R38"])
        }
        (Truth::False, Truth::False) => (SaysNothing, &["S37-R50"]),
        (Truth::False, Truth::Unknown) => (Undetermined(KeptByDesign), &["S37-R50", "S37-R52"]),
        (Truth::Unknown, _) | (Truth::True, Truth::True) => (Undetermined(Recoverable), &["S37-R50"]),
    }
}

/// D.
const fn contracted(regulated: Truth, condition_met: Truth) -> Found {
    use self::Consequence::{AsContracted, NoPenalty, Rectify};
    use self::CriterionQuestion::{ConditionMet, Regulated};
    use self::Judgement::{Follows, SaysNothing, Undetermined};
    let judgement = match (regulated, condition_met) {
        (Truth::Unknown, _) => Undetermined(Regulated),
        (Truth::False, _) => SaysNothing,
        (Truth::True, Truth::True) => Follows(&[AsContracted]),
        (Truth::True, Truth::False) => Follows(&[NoPenalty, Rectify]),
        (Truth::True, Truth::Unknown) => Undetermined(ConditionMet),
    };
    (judgement, &["S37-R28"])
}

/// E. That no figure is named for what cannot be measured is our choice.
const fn measured(measurable: Truth, difficult: Truth) -> Found {
    use self::Consequence::{BuildOrMaterials, FaceToFace, NoMoneyFigure};
    use self::CriterionQuestion::{Difficult, Measurable};
    use self::Judgement::{Follows, Undetermined};
    match (measurable, difficult) {
        (Truth::True, _) => (Follows(&[BuildOrMaterials]), &["S37-R29", "S37-R30"]),
        (Truth::Unknown, _) => (Undetermined(Measurable), &["S37-R29"]),
        (Truth::False, Truth::True) => {
            (Follows(&[NoMoneyFigure, FaceToFace]), &["S37-R29", "S37-R31", "S37-R36"])
        }
        (Truth::False, Truth::False) => (Follows(&[NoMoneyFigure]), &["S37-R29", "S37-R31"]),
        (Truth::False, Truth::Unknown) => (Undetermined(Difficult), &["S37-R29", "S37-R31", "S37-R36"]),
    }
}
