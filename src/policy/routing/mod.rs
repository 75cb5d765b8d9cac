//! Who gets a complaint, and what for: a decision table.

mod cells;
mod column;
mod compiled;
mod hit_policy;
mod index;
mod list;
mod part;
mod proof;
mod proved;
mod row;
mod search;
mod sets;
pub(in crate::policy) mod table;
mod work;

pub(crate) use self::compiled::{Decision, Inputs, Routed, RoutingTable};
pub use self::hit_policy::{HitPolicy, RoutingGaps};
pub use self::row::{Assignee, Cell, CellTest, Row};
pub(crate) use self::table::Routing;
pub use crate::policy::answer::InputAnswer;
