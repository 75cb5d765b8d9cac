//! How bad a complaint is, how much it weighs, and what marks it.

mod gap;
mod mark_rule;
mod matcher;
mod proof;
mod rating;
mod rules;
mod table;

pub use self::mark_rule::MarkRule;
pub use self::rating::{Rating, RatingOutcome, RatingRule};
pub(in crate::policy) use self::rules::Escalation;
pub use self::rules::{SeverityGaps, SeverityRule, SeverityRules};
pub(crate) use self::table::SeverityTable;
