//! The criteria by which a developer judges what is owed (S37).

use crate::policy::condition::Truth;
use crate::vocab::Remedy;
use crate::vocab::course::Measurability;
use crate::vocab::organisation::JudgementCriterion;

/// A criterion with the answers that it asks for: the one to its own question, and what the case is.
///
/// Its procedure has five, and its text for the second is lost: a reading of it is an organisation's own
/// [`JudgementCriterion`] (A34). For each of the others it tells a case or two, and what was done there. That follows
/// where the case is one of these, and not from the answer to the criterion alone.
///
/// ```
/// use redress::guidance::criteria::{Consequence, Criterion};
/// use redress::policy::condition::Truth;
///
/// let missing_wall = Criterion::CostMeasurable {
///     measurable: Truth::True,
///     part_missing: Truth::True,
///     difficult: Truth::Unknown,
/// };
/// let judged = missing_wall.judge();
/// assert_eq!(judged.answer, Truth::True);
/// assert_eq!(judged.follows, [Consequence::BuildOrMaterials]);
/// assert_eq!(judged.because, ["S37-R29", "S37-R30"]);
/// ```
///
/// # Example: what is known of a flaw, and what is not
///
/// ```
/// use redress::guidance::criteria::{Conformity, Consequence, Criterion, CriterionQuestion};
/// use redress::policy::condition::Truth;
///
/// let refusal_not_known = Conformity::Product { handover_refused: Truth::Unknown };
/// let judged = Criterion::LawfulAndAgreed { conforms: Truth::False, of: refusal_not_known }.judge();
/// assert_eq!(judged.follows, [Consequence::Rectify]); // either way
/// assert_eq!(judged.open, [CriterionQuestion::HandoverRefused]);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the criteria of the procedure")]
pub enum Criterion {
    /// A: do product, service and policy keep the law and what was agreed (S37-R24)?
    LawfulAndAgreed {
        /// Whether they do.
        conforms: Truth,
        /// Which of them it is about.
        of: Conformity,
    },
    /// C: can the loss be saved or removed (S37-R50)?
    LossRecoverable {
        /// Whether it can.
        recoverable: Truth,
        /// Whether it is a crack in the wall that the owner found while decorating, with the floor laid already
        /// (S37-R51).
        crack_under_decoration: Truth,
        /// Whether it stays because the design is kept as it is (S37-R52).
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
        /// Whether a part of what was bought is missing, such as a wall (S37-R30).
        part_missing: Truth,
        /// Whether the case is a difficult one (S37-R36).
        difficult: Truth,
    },
}

/// What is held against the law and the agreement (S37-R24).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the cases of the procedure")]
pub enum Conformity {
    /// What was sold (S37-R25).
    Product {
        /// Whether the buyer refuses to take it over because of flaws.
        handover_refused: Truth,
    },
    /// What was done for the customer (S37-R26).
    Service {
        /// Whether it is about a change of the design of which the customer was notified.
        change_notified: Truth,
    },
    /// What the company does by its own policy (S37-R27).
    Policy {
        /// Whether it is a fee that a newer rule forbids.
        fee_against_rule: Truth,
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
    /// The owner has it repaired, and the contractor pays the estimate: see
    /// [`SelfRepair`](crate::guidance::self_repair::SelfRepair).
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
///
/// Where nothing follows and nothing is open, another criterion decides.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct CriterionOutcome {
    /// The criterion.
    pub criterion: JudgementCriterion,
    /// The answer to its own question: conforms, recoverable, regulated, measurable.
    pub answer: Truth,
    /// What follows, whatever the answers to the questions that are open.
    pub follows: &'static [Consequence],
    /// What is not known, and more or something else follows by it.
    pub open: &'static [CriterionQuestion],
    /// The elements.
    pub because: &'static [&'static str],
}

/// What is to be found out before a criterion is answered.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the questions of the criteria")]
pub enum CriterionQuestion {
    /// Whether product, service or policy is as the law and the agreement want it, or is said to be so and shown not to
    /// be, both.
    Conforms,
    /// Whether the hand-over is refused.
    HandoverRefused,
    /// Whether the change was notified.
    ChangeNotified,
    /// Whether it is a fee against a newer rule.
    FeeAgainstRule,
    /// Whether the loss can be saved or removed, or is said to be so and kept by design, both.
    Recoverable,
    /// Whether it is a crack in the wall, found with the floor laid already.
    CrackUnderDecoration,
    /// Whether the loss stays by design.
    KeptByDesign,
    /// Whether the contract regulates the loss.
    Regulated,
    /// Whether what the contract asks for has come about.
    ConditionMet,
    /// Whether the cost can be measured.
    Measurable,
    /// Whether a part of what was bought is missing.
    PartMissing,
    /// Whether the case is a difficult one.
    Difficult,
}

/// What follows, what is open, and the elements.
type Found = (&'static [Consequence], &'static [CriterionQuestion], &'static [&'static str]);

impl Criterion {
    /// The word of the criterion.
    #[must_use]
    pub const fn word(self) -> JudgementCriterion {
        match self {
            Self::LawfulAndAgreed { .. } => JudgementCriterion::LAWFUL_AND_AGREED,
            Self::LossRecoverable { .. } => JudgementCriterion::LOSS_RECOVERABLE,
            Self::LossInContract { .. } => JudgementCriterion::LOSS_IN_CONTRACT,
            Self::CostMeasurable { .. } => JudgementCriterion::COST_MEASURABLE,
        }
    }

    /// The answer to its own question. What contradicts itself has none.
    #[must_use]
    pub const fn answer(self) -> Truth {
        match self {
            Self::LawfulAndAgreed { conforms, of } => of.conforms(conforms),
            // What stays by design is not removed.
            Self::LossRecoverable { recoverable, kept_by_design: Truth::True, .. } => match recoverable {
                Truth::True => Truth::Unknown,
                Truth::False | Truth::Unknown => Truth::False,
            },
            Self::LossRecoverable { recoverable: answer, .. }
            | Self::LossInContract { regulated: answer, .. }
            | Self::CostMeasurable { measurable: answer, .. } => answer,
        }
    }

    /// Whether the harm can be measured, where that is what it asks and it is known.
    #[must_use]
    pub const fn measurability(self) -> Option<Measurability> {
        match self {
            Self::CostMeasurable { measurable: Truth::True, .. } => Some(Measurability::MEASURABLE),
            Self::CostMeasurable { measurable: Truth::False, .. } => Some(Measurability::UNMEASURABLE),
            Self::CostMeasurable { measurable: Truth::Unknown, .. }
            | Self::LawfulAndAgreed { .. }
            | Self::LossRecoverable { .. }
            | Self::LossInContract { .. } => None,
        }
    }

    /// What it comes to. An answer that is not known leaves open what depends on it, and nothing else.
    #[must_use]
    pub const fn judge(self) -> CriterionOutcome {
        let answer = self.answer();
        let (follows, open, because) = match self {
            Self::LawfulAndAgreed { of, .. } => of.judge(answer),
            Self::LossRecoverable { crack_under_decoration, kept_by_design, .. } => {
                recovered(answer, crack_under_decoration, kept_by_design)
            }
            Self::LossInContract { regulated, condition_met } => contracted(regulated, condition_met),
            Self::CostMeasurable { measurable, part_missing, difficult } => {
                measured(measurable, part_missing, difficult)
            }
        };
        CriterionOutcome { criterion: self.word(), answer, follows, open, because }
    }
}

impl Conformity {
    /// A fee against a newer rule does not conform, whoever says that it does.
    const fn conforms(self, said: Truth) -> Truth {
        match (self, said) {
            (Self::Policy { fee_against_rule: Truth::True }, Truth::True) => Truth::Unknown,
            (Self::Policy { fee_against_rule: Truth::True }, Truth::Unknown) => Truth::False,
            (Self::Policy { fee_against_rule: Truth::True }, Truth::False)
            | (
                Self::Policy { fee_against_rule: Truth::False | Truth::Unknown }
                | Self::Product { .. }
                | Self::Service { .. },
                _,
            ) => said,
        }
    }

    /// A. What does not conform is put right; the rest is what was done in the case of each.
    const fn judge(self, conforms: Truth) -> Found {
        match self {
            Self::Product { handover_refused } => product(conforms, handover_refused),
            Self::Service { change_notified } => service(conforms, change_notified),
            Self::Policy { fee_against_rule } => policy(conforms, fee_against_rule),
        }
    }
}

const fn product(conforms: Truth, handover_refused: Truth) -> Found {
    use self::Consequence::{NotLateDelivery, Rectify};
    use self::CriterionQuestion::{Conforms, HandoverRefused};
    match (conforms, handover_refused) {
        (Truth::True, _) => (&[], &[], &["S37-R24"]),
        (Truth::Unknown, _) => (&[], &[Conforms], &["S37-R24"]),
        (Truth::False, Truth::True) => (&[Rectify, NotLateDelivery], &[], &["S37-R24", "S37-R25"]),
        (Truth::False, Truth::False) => (&[Rectify], &[], &["S37-R24"]),
        (Truth::False, Truth::Unknown) => (&[Rectify], &[HandoverRefused], &["S37-R24", "S37-R25"]),
    }
}

/// A change that was notified is explained, whatever else is wrong with the service.
const fn service(conforms: Truth, change_notified: Truth) -> Found {
    use self::Consequence::{Explain, Rectify};
    use self::CriterionQuestion::{ChangeNotified, Conforms};
    const PLAIN: &[&str] = &["S37-R24"];
    const CHANGE: &[&str] = &["S37-R24", "S37-R26"];
    match (conforms, change_notified) {
        (Truth::True, Truth::True) => (&[Explain], &[], CHANGE),
        (Truth::True, Truth::False) => (&[], &[], PLAIN),
        (Truth::True, Truth::Unknown) => (&[], &[ChangeNotified], CHANGE),
        (Truth::False, Truth::True) => (&[Explain, Rectify], &[], CHANGE),
        (Truth::False, Truth::False) => (&[Rectify], &[], PLAIN),
        (Truth::False, Truth::Unknown) => (&[Rectify], &[ChangeNotified], CHANGE),
        (Truth::Unknown, Truth::True) => (&[Explain], &[Conforms], CHANGE),
        (Truth::Unknown, Truth::False) => (&[], &[Conforms], PLAIN),
        (Truth::Unknown, Truth::Unknown) => (&[], &[Conforms, ChangeNotified], CHANGE),
    }
}

const fn policy(conforms: Truth, fee_against_rule: Truth) -> Found {
    use self::Consequence::{Rectify, RefundEveryOwner};
    use self::CriterionQuestion::{Conforms, FeeAgainstRule};
    match (conforms, fee_against_rule) {
        (Truth::True, _) => (&[], &[], &["S37-R24"]),
        (Truth::Unknown, _) => (&[], &[Conforms], &["S37-R24"]),
        (Truth::False, Truth::True) => (&[RefundEveryOwner], &[], &["S37-R24", "S37-R27"]),
        (Truth::False, Truth::False) => (&[Rectify], &[], &["S37-R24"]),
        (Truth::False, Truth::Unknown) => (&[], &[FeeAgainstRule], &["S37-R24", "S37-R27"]),
    }
}

/// C. What is said to be removable and to stay by design is neither as long as nobody has settled it. What can be removed
/// is put right, by its owner only where the floor lies over it already.
const fn recovered(recoverable: Truth, crack_under_decoration: Truth, kept_by_design: Truth) -> Found {
    use self::Consequence::{ExplainProsAndCons, NoRemedyOwed, PaidSelfRepair, Rectify};
    use self::CriterionQuestion::{CrackUnderDecoration, KeptByDesign, Recoverable};
    match (recoverable, crack_under_decoration, kept_by_design) {
        (Truth::Unknown, ..) => (&[], &[Recoverable], &["S37-R50"]),
        (Truth::True, Truth::True, _) => (&[PaidSelfRepair], &[], &["S37-R50", "S37-R51"]),
        (Truth::True, Truth::False, _) => (&[Rectify], &[], &["S37-R50"]),
        (Truth::True, Truth::Unknown, _) => (&[], &[CrackUnderDecoration], &["S37-R50", "S37-R51"]),
        (Truth::False, _, Truth::True) => {
            (&[ExplainProsAndCons, NoRemedyOwed], &[], &["S37-R50", "S37-R52", "S37-R38"])
        }
        (Truth::False, _, Truth::False) => (&[], &[], &["S37-R50"]),
        (Truth::False, _, Truth::Unknown) => (&[], &[KeptByDesign], &["S37-R50", "S37-R52"]),
    }
}

/// D.
const fn contracted(regulated: Truth, condition_met: Truth) -> Found {
    use self::Consequence::{AsContracted, NoPenalty, Rectify};
    use self::CriterionQuestion::{ConditionMet, Regulated};
    let (follows, open): (&[Consequence], &[CriterionQuestion]) = match (regulated, condition_met) {
        (Truth::Unknown, _) => (&[], &[Regulated]),
        (Truth::False, _) => (&[], &[]),
        (Truth::True, Truth::True) => (&[AsContracted], &[]),
        (Truth::True, Truth::False) => (&[NoPenalty, Rectify], &[]),
        (Truth::True, Truth::Unknown) => (&[], &[ConditionMet]),
    };
    (follows, open, &["S37-R28"])
}

/// E. That no figure is named for what cannot be measured is our choice. What can be is made good in a way that the
/// procedure leaves open, unless a part is missing.
const fn measured(measurable: Truth, part_missing: Truth, difficult: Truth) -> Found {
    use self::Consequence::{BuildOrMaterials, FaceToFace, NoMoneyFigure};
    use self::CriterionQuestion::{Difficult, Measurable, PartMissing};
    match (measurable, part_missing, difficult) {
        (Truth::Unknown, ..) => (&[], &[Measurable], &["S37-R29"]),
        (Truth::True, Truth::True, _) => (&[BuildOrMaterials], &[], &["S37-R29", "S37-R30"]),
        (Truth::True, Truth::False, _) => (&[], &[], &["S37-R29"]),
        (Truth::True, Truth::Unknown, _) => (&[], &[PartMissing], &["S37-R29", "S37-R30"]),
        (Truth::False, _, Truth::True) => {
            (&[NoMoneyFigure, FaceToFace], &[], &["S37-R29", "S37-R31", "S37-R36"])
        }
        (Truth::False, _, Truth::False) => (&[NoMoneyFigure], &[], &["S37-R29", "S37-R31"]),
        (Truth::False, _, Truth::Unknown) => {
            (&[NoMoneyFigure], &[Difficult], &["S37-R29", "S37-R31", "S37-R36"])
        }
    }
}
