//! Storing and loading cases: a case is written as its events, and loaded by deciding each command again.

mod document;
mod replay;

pub use self::document::CaseDocument;
pub use self::replay::{Policies, ReplayError, ReplayProblem};
