//! Routing: who is responsible for a complaint, and who else is involved.
//!
//! A [`Routing`] is a decision table. Each [`Row`] has cells that a complaint must match, an
//! act (own the complaint, get a copy, …) and an [`Assignee`]. A [`HitPolicy`] says which of the matching rows count.
//! A policy proves its table: no complaint without an owner, no conflicting rows, and no row that never decides.

mod cells;
mod column;
mod compiled;
mod hit_policy;
mod index;
mod list;
mod part;
mod proof;
mod proved;
mod review;
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
