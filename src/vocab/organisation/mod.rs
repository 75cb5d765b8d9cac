//! Words about the organisation: its levels, papers and methods.

pub(in crate::vocab) mod analysis_method;
pub(in crate::vocab) mod approval_level;
pub(in crate::vocab) mod evidence_basis;
pub(in crate::vocab) mod indicator;
pub(in crate::vocab) mod judgement_criterion;
pub(in crate::vocab) mod record;
pub(in crate::vocab) mod report;

pub use self::analysis_method::AnalysisMethod;
pub use self::approval_level::ApprovalLevel;
pub use self::evidence_basis::EvidenceBasis;
pub use self::indicator::Indicator;
pub use self::judgement_criterion::JudgementCriterion;
pub use self::record::Record;
pub use self::report::Report;
