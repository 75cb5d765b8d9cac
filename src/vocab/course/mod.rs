//! Words about what went wrong on the way.

mod harm_kind;
mod lapse_kind;
mod measurability;

pub use self::harm_kind::{HarmKind, StandardHarmKind};
pub use self::lapse_kind::{LapseKind, StandardLapseKind};
pub use self::measurability::{Measurability, StandardMeasurability};
