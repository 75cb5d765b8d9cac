//! The side tracks of a case: what runs beside its course, such as returned goods, a recall, measures and sanctions.

mod damage;
mod improvement;

pub use self::damage::{
    AccidentProgress, ContainmentWaiver, DepartmentContainment, GoodsProgress, RecallProgress,
};
pub use self::improvement::{DisciplineRecord, MeasureProgress, SanctionProposal};
