//! By what a complaint is judged.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// By what a complaint is judged.
    pub struct JudgementCriterion;
    /// The criteria every organisation starts with.
    pub enum StandardJudgementCriterion {
        /// Whether the grounds are sufficient (S03-R03).
        GroundsSufficient, GROUNDS_SUFFICIENT
            = "grounds-sufficient", ["grounds sufficient", "理由是否充分", "理由是否充分"];
        /// Whether the demand is reasonable (S03-R03).
        DemandReasonable, DEMAND_REASONABLE
            = "demand-reasonable", ["demand reasonable", "要求是否合理", "要求是否合理"];
        /// Whether product, service and conduct are lawful and as agreed (S37-R24).
        LawfulAndAgreed, LAWFUL_AND_AGREED
            = "lawful-and-agreed", ["lawful and as agreed", "是否符合法规与约定", "是否符合法規與約定"];
        /// Whether the loss can be saved or removed (S37-R50).
        LossRecoverable, LOSS_RECOVERABLE
            = "loss-recoverable", ["loss can be saved or removed", "可否挽救或消除", "可否挽救或消除"];
        /// Whether the contract already says what follows from the loss (S37-R28).
        LossInContract, LOSS_IN_CONTRACT
            = "loss-in-contract", ["loss regulated in the contract", "损失是否已约定", "損失是否已約定"];
        /// Whether the cost of the harm and of its removal can be measured (S37-R29).
        CostMeasurable, COST_MEASURABLE
            = "cost-measurable", ["cost measurable", "成本是否可度量", "成本是否可度量"];
    }
}
