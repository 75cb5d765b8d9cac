//! Words about what is done in answer.

mod action_track;
mod comparison_axis;
mod improvement_measure;
mod relationship_principle;

pub use self::action_track::{ActionTrack, StandardActionTrack};
pub use self::comparison_axis::{ComparisonAxis, StandardComparisonAxis};
pub use self::improvement_measure::{ImprovementMeasure, StandardImprovementMeasure};
pub use self::relationship_principle::{RelationshipPrinciple, StandardRelationshipPrinciple};
