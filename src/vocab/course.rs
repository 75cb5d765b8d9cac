//! Words of the course of a case: decisions, approvals, exclusions, closures, duties, follow-ups, and how the
//! organisation failed.

pub use crate::vocab::approval_act::ApprovalAct;
pub use crate::vocab::closure_kind::ClosureKind;
pub use crate::vocab::decision_kind::DecisionKind;
pub use crate::vocab::duty::Duty;
pub use crate::vocab::exclusion::Exclusion;
pub use crate::vocab::facet::course::*;
pub use crate::vocab::opinion::Opinion;
pub use crate::vocab::relation::Relation;
pub use crate::vocab::validity::Validity;
