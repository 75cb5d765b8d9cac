//! Words of the course: decisions and approvals, who is excluded and why, closures, duties, follow-ups, and what went
//! wrong on the way.

pub use crate::vocab::approval_act::ApprovalAct;
pub use crate::vocab::closure_kind::ClosureKind;
pub use crate::vocab::decision_kind::DecisionKind;
pub use crate::vocab::duty::Duty;
pub use crate::vocab::exclusion::Exclusion;
pub use crate::vocab::facet::course::*;
pub use crate::vocab::opinion::Opinion;
pub use crate::vocab::relation::Relation;
pub use crate::vocab::validity::Validity;
