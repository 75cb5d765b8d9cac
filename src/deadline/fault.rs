//! Why a deadline can never be evaluated.

use crate::deadline::limits::{MAX_ALTERNATIVES, MAX_DEPTH};
use crate::deadline::term::TermFault;

/// Why a deadline can never be evaluated.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DeadlineFault {
    /// A term contradicts itself.
    #[error(transparent)]
    Term(TermFault),
    /// Alternatives without any.
    #[error("no alternatives, expected at least one")]
    NoParts,
    /// More alternatives than one deadline has.
    #[error("more than {MAX_ALTERNATIVES} alternatives, expected at most that many")]
    TooMany,
    /// Alternatives of alternatives of alternatives.
    #[error("alternatives are nested too deeply, expected at most {MAX_DEPTH} levels")]
    TooDeep,
}
