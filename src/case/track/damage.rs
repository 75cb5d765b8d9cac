//! Records about damage: containment, returned goods, a recall, an accident.

use alloc::vec::Vec;

use crate::case::command::Note;
use crate::case::payload::payload;
use crate::vocab::Department;
use crate::vocab::track::{AccidentStep, Containment, GoodsStep, RecallStep};

payload! {
    /// Measures of a department against further damage, such as an extra inspection.
    ///
    /// ```
    /// use redress::case::track::DepartmentContainment;
    /// use redress::vocab::Department;
    /// use redress::vocab::track::Containment;
    ///
    /// let stopped = DepartmentContainment::by(Department::QUALITY, [Containment::EXTRA_INSPECTION]);
    /// assert_eq!(stopped.measures, [Containment::EXTRA_INSPECTION]);
    /// ```
    pub struct DepartmentContainment = "a containment" {
        /// The department that took the measures.
        pub department: Department,
        /// What was done; at least one measure.
        #[serde(deserialize_with = "crate::case::payload::few")]
        pub measures: Vec<Containment>,
    }
}

impl DepartmentContainment {
    /// Creates a record of measures in a department.
    #[must_use]
    pub fn by(department: Department, measures: impl IntoIterator<Item = Containment>) -> Self {
        Self { department, measures: measures.into_iter().collect() }
    }
}

payload! {
    /// The statement that a department needs no measure against further damage.
    ///
    /// ```
    /// use redress::case::track::ContainmentWaiver;
    /// use redress::vocab::Department;
    ///
    /// let waiver = ContainmentWaiver::new(Department::QUALITY, "a single item, already replaced".parse()?);
    /// assert_eq!(waiver.department, Department::QUALITY);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ContainmentWaiver = "a waived containment" {
        /// The department that needs no measure.
        pub department: Department,
        /// Why the department needs none, such as "no stock of this lot".
        pub reason: Note,
    }
}

impl ContainmentWaiver {
    /// Creates a waiver for a department, with the reason.
    #[must_use]
    pub const fn new(department: Department, reason: Note) -> Self {
        Self { department, reason }
    }
}

payload! {
    /// A step in the handling of returned goods.
    ///
    /// ```
    /// use redress::case::track::GoodsProgress;
    /// use redress::vocab::track::GoodsStep;
    ///
    /// assert_eq!(GoodsProgress::from(GoodsStep::Listed).step, GoodsStep::Listed);
    /// ```
    pub struct GoodsProgress = "a step of returned goods" {
        /// The step that was taken.
        pub step: GoodsStep,
    }
}

impl From<GoodsStep> for GoodsProgress {
    fn from(step: GoodsStep) -> Self {
        Self { step }
    }
}

payload! {
    /// A step of a recall.
    ///
    /// ```
    /// use redress::case::track::RecallProgress;
    /// use redress::vocab::track::RecallStep;
    ///
    /// assert_eq!(RecallProgress::from(RecallStep::Started).step, RecallStep::Started);
    /// ```
    pub struct RecallProgress = "a step of a recall" {
        /// The step that was taken.
        pub step: RecallStep,
    }
}

impl From<RecallStep> for RecallProgress {
    fn from(step: RecallStep) -> Self {
        Self { step }
    }
}

payload! {
    /// A step of the procedure after an accident. The steps have a fixed order.
    ///
    /// ```
    /// use redress::case::track::AccidentProgress;
    /// use redress::vocab::track::AccidentStep;
    ///
    /// assert_eq!(AccidentProgress::from(AccidentStep::Notify).step, AccidentStep::Notify);
    /// ```
    pub struct AccidentProgress = "a step after an accident" {
        /// The step that was taken.
        pub step: AccidentStep,
    }
}

impl From<AccidentStep> for AccidentProgress {
    fn from(step: AccidentStep) -> Self {
        Self { step }
    }
}
