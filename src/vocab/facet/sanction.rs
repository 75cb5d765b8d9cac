//! The words of the facet `sanction`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How somebody is held to account.
    ///
    /// The crate knows no amounts: each organisation sets its own.
    pub struct Sanction;
    /// The sanctions every organisation starts with.
    pub enum StandardSanction {
        /// A deduction from performance pay.
        PayDeduction, PAY_DEDUCTION
            = "pay-deduction", ["deduction of performance pay", "扣罚绩效工资", "扣罰績效工資"];
        /// A deduction from the bonus.
        BonusDeduction, BONUS_DEDUCTION
            = "bonus-deduction", ["deduction of bonus", "扣罚奖金", "扣罰獎金"];
        /// A penalty under company rules.
        Penalty, PENALTY
            = "penalty", ["penalty under company rules", "处罚", "處罰"];
        /// Liability for a delay of the answer, whoever caused the problem.
        DelayLiability, DELAY_LIABILITY
            = "delay-liability", ["liability for delay", "延误责任", "延誤責任"];
        /// The person is trained. No pay is touched.
        Training, TRAINING
            = "training", ["training", "培训", "培訓"];
        /// The person must correct the work. No pay is touched.
        CorrectiveMeasure, CORRECTIVE_MEASURE
            = "corrective-measure", ["corrective measure", "纠正措施", "糾正措施"];
    }
}
