//! Words about what is done in answer.

pub(in crate::vocab) mod action_track;
pub(in crate::vocab) mod comparison_axis;
pub(in crate::vocab) mod improvement_measure;
pub(in crate::vocab) mod relationship_principle;

pub use self::action_track::ActionTrack;
pub use self::comparison_axis::ComparisonAxis;
pub use self::improvement_measure::ImprovementMeasure;
pub use self::relationship_principle::RelationshipPrinciple;
