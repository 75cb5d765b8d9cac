//! The criteria by which a developer of homes judges what is owed.

use crate::policy::condition::Truth;
use crate::vocab::Remedy;
use crate::vocab::course::Measurability;
use crate::vocab::organisation::JudgementCriterion;

/// A criterion, with the answers that it needs: the answer to its own question, and facts about the case.
///
/// The procedure has five criteria. The text of the second is lost; an organisation that has one adds its own
/// [`JudgementCriterion`]. For each of the others, the procedure tells one or two cases and what was done in them. That
/// consequence follows only if the case is one of these, and not from the answer alone.
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
/// # Example: a part of the answer is known
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
    /// A: are product, service and policy lawful, and as agreed?
    LawfulAndAgreed {
        /// Whether they are.
        conforms: Truth,
        /// Which of them is judged.
        of: Conformity,
    },
    /// C: can the loss be repaired or removed?
    LossRecoverable {
        /// Whether it can.
        recoverable: Truth,
        /// Whether it is a crack in the wall that the owner found while decorating, when the floor was already laid.
        crack_under_decoration: Truth,
        /// Whether the loss stays because the design is kept as it is.
        kept_by_design: Truth,
    },
    /// D: does the contract say what follows from the loss?
    LossInContract {
        /// Whether it does.
        regulated: Truth,
        /// Whether the condition that the contract sets is met.
        condition_met: Truth,
        /// Whether the buyer has taken the home over.
        handed_over: Truth,
    },
    /// E: can the cost of the harm and of its removal be measured?
    CostMeasurable {
        /// Whether it can.
        measurable: Truth,
        /// Whether a part of what was bought is missing, such as a wall.
        part_missing: Truth,
        /// Whether the case is difficult.
        difficult: Truth,
    },
}

/// What is compared with the law and the agreement.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the cases of the procedure")]
pub enum Conformity {
    /// What was sold.
    Product {
        /// Whether the buyer refuses to take it over because of defects.
        handover_refused: Truth,
    },
    /// What was done for the customer.
    Service {
        /// Whether the service is a change of the design about which the customer was notified.
        change_notified: Truth,
    },
    /// What the company does by its own policy.
    Policy {
        /// Whether it is a fee that a newer regulation forbids.
        fee_against_rule: Truth,
    },
}

/// What follows from a criterion.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new consequence must break every embedder's match")]
pub enum Consequence {
    /// The defect is put right.
    Rectify,
    /// The time until the defect is put right does not count as late delivery.
    NotLateDelivery,
    /// The matter is explained.
    Explain,
    /// The fee is paid back to every owner, and not to this one alone.
    RefundEveryOwner,
    /// The owner has it repaired, and the contractor pays the estimate: see
    /// [`SelfRepair`](crate::guidance::self_repair::SelfRepair).
    PaidSelfRepair,
    /// The owner is told that the demand cannot be met, and why, and is guided to accept it.
    ExplainProsAndCons,
    /// No remedy is owed.
    NoRemedyOwed,
    /// No penalty under the contract is owed.
    NoPenalty,
    /// What the contract says is owed.
    AsContracted,
    /// The part is built, or the material for it is supplied. The complainant chooses.
    BuildOrMaterials,
    /// No amount of money is named.
    NoMoneyFigure,
    /// The matter is discussed face to face.
    FaceToFace,
}

impl Consequence {
    /// Returns the remedy that is owed. `None` if the consequence is not a remedy.
    ///
    /// ```
    /// use redress::guidance::criteria::Consequence;
    /// use redress::vocab::Remedy;
    ///
    /// assert_eq!(Consequence::Rectify.remedy(), Some(Remedy::RECTIFICATION));
    /// assert_eq!(Consequence::NoPenalty.remedy(), None);
    /// ```
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

/// What a criterion gives.
///
/// If nothing follows and nothing is open, another criterion decides.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct CriterionOutcome {
    /// The criterion.
    pub criterion: JudgementCriterion,
    /// The answer to its own question: conforms, recoverable, regulated, or measurable.
    pub answer: Truth,
    /// What follows, whatever the answers to the open questions are.
    pub follows: &'static [Consequence],
    /// What is not known, and would add to what follows or change it.
    pub open: &'static [CriterionQuestion],
    /// The elements of the procedures that support this.
    pub because: &'static [&'static str],
}

/// A question that must be answered before a criterion is complete.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the questions of the criteria")]
pub enum CriterionQuestion {
    /// Are product, service or policy lawful and as agreed? Also asked if the statements contradict each other.
    Conforms,
    /// Does the buyer refuse the hand-over?
    HandoverRefused,
    /// Was the customer notified of the change?
    ChangeNotified,
    /// Is it a fee against a newer regulation?
    FeeAgainstRule,
    /// Can the loss be repaired or removed? Also asked if it is stated to be removable and kept by design.
    Recoverable,
    /// Is it a crack in the wall, found when the floor was already laid?
    CrackUnderDecoration,
    /// Does the loss stay because the design is kept?
    KeptByDesign,
    /// Does the contract say what follows from the loss?
    Regulated,
    /// Is the condition of the contract met?
    ConditionMet,
    /// Has the buyer taken the home over?
    HandedOver,
    /// Can the cost be measured?
    Measurable,
    /// Is a part of what was bought missing?
    PartMissing,
    /// Is the case difficult?
    Difficult,
}

/// What follows, what is open, and the supporting elements.
type Found = (&'static [Consequence], &'static [CriterionQuestion], &'static [&'static str]);

impl Criterion {
    /// Returns the word of the criterion.
    #[must_use]
    pub const fn word(self) -> JudgementCriterion {
        match self {
            Self::LawfulAndAgreed { .. } => JudgementCriterion::LAWFUL_AND_AGREED,
            Self::LossRecoverable { .. } => JudgementCriterion::LOSS_RECOVERABLE,
            Self::LossInContract { .. } => JudgementCriterion::LOSS_IN_CONTRACT,
            Self::CostMeasurable { .. } => JudgementCriterion::COST_MEASURABLE,
        }
    }

    /// Returns the answer to its own question. Contradictory statements have no answer: [`Truth::Unknown`].
    ///
    /// # Example: two statements that contradict each other
    ///
    /// ```
    /// use redress::guidance::criteria::{Conformity, Criterion};
    /// use redress::policy::condition::Truth;
    ///
    /// let fee = Conformity::Policy { fee_against_rule: Truth::True };
    /// assert_eq!(Criterion::LawfulAndAgreed { conforms: Truth::True, of: fee }.answer(), Truth::Unknown);
    /// assert_eq!(Criterion::LawfulAndAgreed { conforms: Truth::Unknown, of: fee }.answer(), Truth::False);
    /// ```
    #[must_use]
    pub const fn answer(self) -> Truth {
        match self {
            Self::LawfulAndAgreed { conforms, of } => of.conforms(conforms),
            // A loss that stays by design is not removed, so that both together contradict each other.
            Self::LossRecoverable { recoverable, kept_by_design: Truth::True, .. } => match recoverable {
                Truth::True => Truth::Unknown,
                Truth::False | Truth::Unknown => Truth::False,
            },
            Self::LossRecoverable { recoverable: answer, .. }
            | Self::LossInContract { regulated: answer, .. }
            | Self::CostMeasurable { measurable: answer, .. } => answer,
        }
    }

    /// Returns whether the harm can be measured. `None` for the other criteria, and if it is not known.
    ///
    /// ```
    /// use redress::guidance::criteria::Criterion;
    /// use redress::policy::condition::Truth;
    /// use redress::vocab::course::Measurability;
    ///
    /// let noise = Criterion::CostMeasurable {
    ///     measurable: Truth::False,
    ///     part_missing: Truth::False,
    ///     difficult: Truth::Unknown,
    /// };
    /// assert_eq!(noise.measurability(), Some(Measurability::UNMEASURABLE));
    /// ```
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

    /// Returns what the criterion gives. An unknown answer leaves open only what depends on it.
    #[must_use]
    pub const fn judge(self) -> CriterionOutcome {
        let answer = self.answer();
        let (follows, open, because) = match self {
            Self::LawfulAndAgreed { of, .. } => of.judge(answer),
            Self::LossRecoverable { crack_under_decoration, kept_by_design, .. } => {
                recovered(answer, crack_under_decoration, kept_by_design)
            }
            Self::LossInContract { regulated, condition_met, handed_over } => {
                contracted(regulated, condition_met, handed_over)
            }
            Self::CostMeasurable { measurable, part_missing, difficult } => {
                measured(measurable, part_missing, difficult)
            }
        };
        CriterionOutcome { criterion: self.word(), answer, follows, open, because }
    }
}

impl Conformity {
    /// Returns whether the matter conforms. A fee against a newer regulation does not, even if somebody states that it
    /// does.
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

    /// Judges criterion A. What does not conform is put right; other consequences follow in the cases that the
    /// procedure tells.
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

/// Judges a service. A notified change is explained, whatever else is wrong with the service.
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

/// Judges criterion C. A loss that is stated to be removable and kept by design is open until somebody settles it. What
/// can be removed is put right; by its owner only if the floor already covers it.
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

/// Judges criterion D. Where no penalty is owed, the defect is put right before the hand-over; the procedure does not
/// say so of a buyer who has taken the home over.
const fn contracted(regulated: Truth, condition_met: Truth, handed_over: Truth) -> Found {
    use self::Consequence::{AsContracted, NoPenalty, Rectify};
    use self::CriterionQuestion::{ConditionMet, HandedOver, Regulated};
    let (follows, open): (&[Consequence], &[CriterionQuestion]) = match (regulated, condition_met) {
        (Truth::Unknown, _) => (&[], &[Regulated]),
        (Truth::False, _) => (&[], &[]),
        (Truth::True, Truth::True) => (&[AsContracted], &[]),
        (Truth::True, Truth::False) => match handed_over {
            Truth::True => (&[NoPenalty], &[]),
            Truth::False => (&[NoPenalty, Rectify], &[]),
            Truth::Unknown => (&[NoPenalty], &[HandedOver]),
        },
        (Truth::True, Truth::Unknown) => (&[], &[ConditionMet]),
    };
    (follows, open, &["S37-R28"])
}

/// Judges criterion E. That no amount is named for what cannot be measured is a choice of this crate. The procedure
/// leaves open how measurable harm is made good, unless a part is missing.
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
