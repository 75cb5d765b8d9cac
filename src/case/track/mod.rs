//! The side tracks of a case, which run next to its course: containment, returned goods, a recall, measures against
//! the cause, and sanctions.
//!
//! Each type here is the content of a command. Side tracks are possible at nearly every stage, and some of them still
//! after the case is closed.
//!
//! # Example: a measure against the cause
//!
//! ```
//! use redress::case::Command;
//! use redress::case::track::MeasureProgress;
//! use redress::vocab::RuleId;
//! use redress::vocab::track::MeasureStep;
//! use redress::word;
//!
//! let planned = MeasureProgress::new(word!(RuleId, "new-packaging"), MeasureStep::Planned);
//! let command = Command::TakeAction(planned);
//! assert_eq!(
//!     serde_json::to_string(&command)?,
//!     r#"{"take-action":{"measure":"new-packaging","step":"planned"}}"#,
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```

mod damage;
mod improvement;

pub use self::damage::{
    AccidentProgress, ContainmentWaiver, DepartmentContainment, GoodsProgress, RecallProgress,
};
pub use self::improvement::{DisciplineRecord, MeasureProgress, SanctionProposal};
