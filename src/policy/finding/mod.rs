//! Findings: everything in a policy that somebody should look at, from faults to hints, in one list.
//!
//! A policy that can be built has no faults. It can still say what nobody means: a rule that another one overrides, a
//! clock that never stops, a promise that is later than the legal limit, a month that lacks the day. [`Finding`] is
//! one such place, with the smallest example that shows it.
//!
//! | Start from | Call |
//! |---|---|
//! | a policy | [`Policy::findings`](crate::policy::Policy::findings) |
//! | a draft that may have faults | [`PolicyBuilder::findings`](crate::policy::PolicyBuilder::findings) |
//! | a policy and a day | [`Policy::findings_on`](crate::policy::Policy::findings_on) |
//! | a policy and a roster | [`Policy::findings_with`](crate::policy::Policy::findings_with) |
//! | the faults of a document | [`Finding::from`] for each of them |

mod calendars;
mod chains;
mod clocks;
mod example;
mod grade;
mod kinds;
mod list;
mod pointer;
mod readings;
mod routing;
mod rules;
mod starts;
mod words;

pub use self::example::{Example, StartExample};
pub use self::grade::Grade;
pub use self::kinds::Finding;
