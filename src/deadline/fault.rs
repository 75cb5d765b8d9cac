//! Why a deadline can never be evaluated.

use crate::deadline::limits::{MAX_ALTERNATIVES, MAX_DEPTH};
use crate::deadline::term::TermFault;

/// Why a deadline can never be evaluated. [`Deadline::fault`](crate::deadline::Deadline::fault) finds it.
///
/// ```
/// use redress::deadline::choice::DeadlineFault;
/// use redress::deadline::{Deadline, Term};
///
/// let week = Deadline::from(Term::weeks(1));
/// let nested = |levels| (0..levels).fold(week.clone(), |inner, _| Deadline::earliest([inner]));
/// assert_eq!(nested(4).fault(), None);
/// assert_eq!(nested(5).fault(), Some(DeadlineFault::TooDeep));
/// ```
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DeadlineFault {
    /// The parts of a term contradict each other, or make no sense together.
    #[error(transparent)]
    Term(TermFault),
    /// A combination has no alternatives.
    #[error("no alternatives, expected at least one")]
    NoParts,
    /// A combination has more than [`MAX_ALTERNATIVES`] alternatives.
    #[error("more than {MAX_ALTERNATIVES} alternatives in one combination; remove some")]
    TooMany,
    /// Combinations are nested deeper than [`MAX_DEPTH`] levels.
    #[error("alternatives are nested too deeply, expected at most {MAX_DEPTH} levels")]
    TooDeep,
}
