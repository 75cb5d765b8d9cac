//! What is wrong with a policy as it is described.

mod example;
mod kinds;
pub(in crate::policy) mod problem;

pub use self::example::{RoutingExample, SeverityExample};
pub use self::kinds::{FaultPlace, PolicyFault, PolicyFaults};
pub use self::problem::{ConditionProblem, LateEntryProblem, PeopleProblem, PeriodsProblem};
