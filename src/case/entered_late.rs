//! What was done in time and entered late: in time, and counted apart.

use crate::case::clock::CaseClock;

impl CaseClock<'_> {
    /// Whether two clocks are one turn of one clock, at two states of a case.
    pub(super) fn is_same_turn(&self, other: &Self) -> bool {
        self.name() == other.name() && self.department() == other.department() && self.turn() == other.turn()
    }
}
