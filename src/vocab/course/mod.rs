//! Words of the course: decisions and approvals, who is excluded and why, closures, duties, follow-ups, and what went
//! wrong on the way.

pub(in crate::vocab) mod harm_kind;
pub(in crate::vocab) mod lapse_kind;
pub(in crate::vocab) mod measurability;

pub use self::harm_kind::HarmKind;
pub use self::lapse_kind::LapseKind;
pub use self::measurability::Measurability;
pub use crate::vocab::approval_act::ApprovalAct;
pub use crate::vocab::closure_kind::ClosureKind;
pub use crate::vocab::decision_kind::DecisionKind;
pub use crate::vocab::duty::Duty;
pub use crate::vocab::exclusion::Exclusion;
pub use crate::vocab::extension_reason::ExtensionReason;
pub use crate::vocab::follow_up::FollowUp;
pub use crate::vocab::not_established_reason::NotEstablishedReason;
pub use crate::vocab::opinion::Opinion;
pub use crate::vocab::relation::Relation;
pub use crate::vocab::validity::Validity;
