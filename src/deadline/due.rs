//! When something is due.

use chrono::{DateTime, Utc};

use crate::calendar::moment::Moment;
use crate::deadline::term::Bound;

/// An instant and whether it is still in time.
///
/// Dues order by which one ends first: at equal instants the exclusive bound is the earlier.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Serialize)]
pub struct Due {
    #[serde(with = "crate::calendar::instant")]
    pub(crate) at: DateTime<Utc>,
    pub(crate) bound: Bound,
}

/// The same in whole numbers, which a due date is while it is counted. It orders as [`Due`] does.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct DueMoment {
    pub(crate) at: Moment,
    pub(crate) bound: Bound,
}

impl Due {
    /// A due instant with its bound.
    #[must_use]
    pub const fn new(at: DateTime<Utc>, bound: Bound) -> Self {
        Self { at, bound }
    }

    /// The instant.
    #[must_use]
    pub const fn at(self) -> DateTime<Utc> {
        self.at
    }

    /// Whether the instant itself is in time.
    #[must_use]
    pub const fn bound(self) -> Bound {
        self.bound
    }

    /// Whether something done at an instant was done in time, compared to the nanosecond.
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
