//! Records about damage: containment, returned goods, a recall, an accident.

use alloc::vec::Vec;

use crate::case::command::Note;
use crate::case::payload::payload;
use crate::vocab::Department;
use crate::vocab::track::{AccidentStep, Containment, GoodsStep, RecallStep};

payload! {
    /// Measures against further damage in a department (S15-R18 to S15-R21).
    pub struct DepartmentContainment = "a containment" {
        /// The department.
        pub department: Department,
        /// What was done; at least one measure.
        #[serde(deserialize_with = "crate::case::payload::few")]
        pub measures: Vec<Containment>,
    }
}

impl DepartmentContainment {
    /// By measures in a department.
    #[must_use]
    pub fn by(department: Department, measures: impl IntoIterator<Item = Containment>) -> Self {
        Self { department, measures: measures.into_iter().collect() }
    }
}

payload! {
    /// That a department needs no measure.
    pub struct ContainmentWaiver = "a waived containment" {
        /// The department.
        pub department: Department,
        /// Why.
        pub reason: Note,
    }
}

impl ContainmentWaiver {
    /// In a department, for a reason.
    #[must_use]
    pub const fn new(department: Department, reason: Note) -> Self {
        Self { department, reason }
    }
}

payload! {
    /// How far returned goods are.
    pub struct GoodsProgress = "a step of returned goods" {
        /// The step.
        pub step: GoodsStep,
    }
}

impl From<GoodsStep> for GoodsProgress {
    fn from(step: GoodsStep) -> Self {
        Self { step }
    }
}

payload! {
    /// How far a recall is.
    pub struct RecallProgress = "a step of a recall" {
        /// The step.
        pub step: RecallStep,
    }
}

impl From<RecallStep> for RecallProgress {
    fn from(step: RecallStep) -> Self {
        Self { step }
    }
}

payload! {
    /// A step of the order after an accident.
    pub struct AccidentProgress = "a step after an accident" {
        /// The step.
        pub step: AccidentStep,
    }
}

impl From<AccidentStep> for AccidentProgress {
    fn from(step: AccidentStep) -> Self {
        Self { step }
    }
}
