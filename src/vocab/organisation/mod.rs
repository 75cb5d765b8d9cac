//! Words about the organisation: its levels, papers and methods.

mod analysis_method;
mod approval_level;
mod evidence_basis;
mod indicator;
mod judgement_criterion;
mod record;
mod report;

pub use self::analysis_method::{AnalysisMethod, StandardAnalysisMethod};
pub use self::approval_level::{ApprovalLevel, StandardApprovalLevel};
pub use self::evidence_basis::{EvidenceBasis, StandardEvidenceBasis};
pub use self::indicator::{Indicator, StandardIndicator};
pub use self::judgement_criterion::{JudgementCriterion, StandardJudgementCriterion};
pub use self::record::{Record, StandardRecord};
pub use self::report::{Report, StandardReport};
