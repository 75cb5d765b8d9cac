//! The words of the facet `judgement-criterion`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A question by which a complaint is judged.
    pub struct JudgementCriterion;
    /// The criteria every organisation starts with.
    pub enum StandardJudgementCriterion {
        /// Are the grounds of the complaint sufficient?
        GroundsSufficient, GROUNDS_SUFFICIENT
            = "grounds-sufficient", ["grounds sufficient", "理由是否充分", "理由是否充分"];
        /// Is the demand reasonable?
        DemandReasonable, DEMAND_REASONABLE
            = "demand-reasonable", ["demand reasonable", "要求是否合理", "要求是否合理"];
        /// Are product, service and conduct lawful, and as agreed?
        LawfulAndAgreed, LAWFUL_AND_AGREED
            = "lawful-and-agreed", ["lawful and as agreed", "是否符合法规与约定", "是否符合法規與約定"];
        /// Can the loss be repaired or removed?
        LossRecoverable, LOSS_RECOVERABLE
            = "loss-recoverable", ["loss can be saved or removed", "可否挽救或消除", "可否挽救或消除"];
        /// Does the contract say what follows from the loss?
        LossInContract, LOSS_IN_CONTRACT
            = "loss-in-contract", ["loss regulated in the contract", "损失是否已约定", "損失是否已約定"];
        /// Can the cost of the harm, and of its removal, be measured?
        CostMeasurable, COST_MEASURABLE
            = "cost-measurable", ["cost measurable", "成本是否可度量", "成本是否可度量"];
    }
}
