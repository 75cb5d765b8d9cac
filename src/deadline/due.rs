//! When something is due.

use chrono::{DateTime, Utc};

use crate::calendar::moment::Moment;
use crate::deadline::term::Bound;

/// A due date: an instant, and whether this very instant is still in time.
///
/// Due dates are ordered by which one ends first. At one instant, the exclusive one ends before the inclusive one.
///
/// ```
/// use redress::deadline::Due;
/// use redress::deadline::choice::Bound;
///
/// let at = "2026-03-02T16:00:00Z".parse()?;
/// let (inclusive, exclusive) = (Due::new(at, Bound::Inclusive), Due::new(at, Bound::Exclusive));
/// assert!(exclusive < inclusive);
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Serialize)]
pub struct Due {
    #[serde(with = "crate::calendar::instant")]
    pub(crate) at: DateTime<Utc>,
    pub(crate) bound: Bound,
}

/// A due date in whole numbers, as it is while it is counted. It is ordered as [`Due`] is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct DueMoment {
    pub(crate) at: Moment,
    pub(crate) bound: Bound,
}

impl Due {
    /// Creates a due date from an instant and its bound.
    #[must_use]
    pub const fn new(at: DateTime<Utc>, bound: Bound) -> Self {
        Self { at, bound }
    }

    /// Returns the instant, in UTC.
    #[must_use]
    pub const fn at(self) -> DateTime<Utc> {
        self.at
    }

    /// Returns whether the instant itself is in time.
    #[must_use]
    pub const fn bound(self) -> Bound {
        self.bound
    }

    /// Returns whether something done at `done` was done in time, compared to the nanosecond.
    ///
    /// ```
    /// use redress::deadline::Due;
    /// use redress::deadline::choice::Bound;
    ///
    /// let at = "2025-03-17T08:30:00Z".parse()?;
    /// assert!(Due::new(at, Bound::Inclusive).is_met_at(at));
    /// assert!(!Due::new(at, Bound::Exclusive).is_met_at(at));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn is_met_at(self, done: DateTime<Utc>) -> bool {
        match self.bound {
            Bound::Inclusive => done <= self.at,
            Bound::Exclusive => done < self.at,
        }
    }
}
