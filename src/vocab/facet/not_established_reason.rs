//! Why a complaint does not stand.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Why a complaint does not stand.
    pub struct NotEstablishedReason;
    /// The reasons every organisation starts with.
    pub enum StandardNotEstablishedReason {
        /// Grounds insufficient (S03-R03).
        InsufficientGrounds, INSUFFICIENT_GROUNDS = "insufficient-grounds", ["grounds insufficient", "理由不充分", "理由不充分"];
        /// Demand unreasonable (S03-R03, S37-R38).
        UnreasonableDemand, UNREASONABLE_DEMAND = "unreasonable-demand", ["demand unreasonable", "要求不合理", "要求不合理"];
        /// Misunderstanding (invalid complaint) (S01-R25, S01-R26, S28-R24).
        Misunderstanding, MISUNDERSTANDING = "misunderstanding", ["misunderstanding (invalid complaint)", "误会", "誤會"];
    }
}
