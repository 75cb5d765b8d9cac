//! The words of the facet `not-established-reason`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Why a complaint is not established.
    pub struct NotEstablishedReason;
    /// The reasons every organisation starts with.
    pub enum StandardNotEstablishedReason {
        /// The facts do not support the complaint.
        InsufficientGrounds, INSUFFICIENT_GROUNDS = "insufficient-grounds", ["grounds insufficient", "理由不充分", "理由不充分"];
        /// The facts are right, but the demand is unreasonable.
        UnreasonableDemand, UNREASONABLE_DEMAND = "unreasonable-demand", ["demand unreasonable", "要求不合理", "要求不合理"];
        /// The complainant misunderstood something. The complaint is not valid.
        Misunderstanding, MISUNDERSTANDING = "misunderstanding", ["misunderstanding (invalid complaint)", "误会", "誤會"];
    }
}
