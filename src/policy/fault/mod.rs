//! The faults of a policy: what is wrong with a description, and where.
//!
//! [`PolicyBuilder::build`](crate::policy::PolicyBuilder::build) returns all faults at once as
//! [`PolicyFaults`]. The text of a fault names the place, the value and the remedy.
//! Programs use [`PolicyFault::place`](crate::policy::PolicyFault::place) and the stable code of
//! [`Coded`](crate::Coded).

mod example;
pub(in crate::policy) mod kinds;
mod place;
pub(in crate::policy) mod problem;

pub use self::example::{RoutingExample, SeverityExample};
pub use self::kinds::FaultPlace;
pub(crate) use self::kinds::{PolicyFault, PolicyFaults};
pub use self::problem::{ConditionProblem, LateEntryProblem, PeopleProblem, PeriodsProblem};
