//! Cases as they are stored: written as their events, read by deciding each command again.

mod document;
mod replay;

pub use self::document::CaseDocument;
pub use self::replay::{Policies, ReplayError, ReplayProblem};
