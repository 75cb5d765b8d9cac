//! What is wrong with a policy as it is described.

mod example;
pub(in crate::policy) mod kinds;
mod place;
pub(in crate::policy) mod problem;

pub use self::example::{RoutingExample, SeverityExample};
pub use self::kinds::FaultPlace;
pub(crate) use self::kinds::{PolicyFault, PolicyFaults};
pub use self::problem::{ConditionProblem, LateEntryProblem, PeopleProblem, PeriodsProblem};
