//! Severity rules, ratings of importance and urgency, and rules that mark complaints.
//!
//! | Type | Gives a complaint | Which rule decides |
//! |---|---|---|
//! | [`SeverityRules`] | a severity | the one with the highest level, whatever their order |
//! | [`Rating`] | a word, such as an urgency | the first one that holds |
//! | [`MarkRule`] | a mark | each one for itself |

pub(in crate::policy) mod gap;
mod lanes;
mod mark_rule;
pub(in crate::policy) mod mask;
mod matcher;
mod proof;
mod rating;
pub(in crate::policy) mod rules;
mod table;
pub(in crate::policy) mod trial;

pub use self::mark_rule::MarkRule;
pub use self::rating::{Rating, RatingOutcome, RatingRule};
pub(in crate::policy) use self::rules::Escalation;
pub(crate) use self::rules::SeverityRules;
pub use self::rules::{SeverityGaps, SeverityRule};
pub(crate) use self::table::SeverityTable;
