//! How somebody is held to account.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How somebody is held to account. The amount is always the organisation's own data.
    pub struct Sanction;
    /// The sanctions every organisation starts with.
    pub enum StandardSanction {
        /// Deduction of performance pay (S03-R20).
        PayDeduction, PAY_DEDUCTION
            = "pay-deduction", ["deduction of performance pay", "扣罚绩效工资", "扣罰績效工資"];
        /// Deduction of bonus (S03-R20).
        BonusDeduction, BONUS_DEDUCTION
            = "bonus-deduction", ["deduction of bonus", "扣罚奖金", "扣罰獎金"];
        /// Penalty under company rules (S03-R18, S03-R19).
        Penalty, PENALTY
            = "penalty", ["penalty under company rules", "处罚", "處罰"];
        /// Liability for delay (S03-R21).
        DelayLiability, DELAY_LIABILITY
            = "delay-liability", ["liability for delay", "延误责任", "延誤責任"];
        /// Training (S11-R10).
        Training, TRAINING
            = "training", ["training", "培训", "培訓"];
        /// Corrective measure (S11-R10).
        CorrectiveMeasure, CORRECTIVE_MEASURE
            = "corrective-measure", ["corrective measure", "纠正措施", "糾正措施"];
    }
}
