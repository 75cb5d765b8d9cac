//! What was done in time and entered late: in time, and counted apart.

use chrono::{DateTime, Utc};

use crate::case::Case;
use crate::case::clock::{CaseClock, limiting};
use crate::policy::{Part, Policy};

impl CaseClock<'_> {
    /// Whether two clocks are one turn of one clock, at two states of a case.
    pub(super) fn is_same_turn(&self, other: &Self) -> bool {
        self.name() == other.name() && self.department() == other.department() && self.turn() == other.turn()
    }
}

/// Whether a case keeps its limits at an instant by an entry that came after one of them.
pub(crate) fn is_entered_late(case: &Case, policy: &Policy, now: DateTime<Utc>) -> bool {
    let clocks = case.clocks(policy, now);
    let mut limits = limiting(&clocks).filter(|clock| clock.rule().part() == Part::Closure);
    limits.any(|clock| clock.reading(policy, now).is_entered_late())
}
