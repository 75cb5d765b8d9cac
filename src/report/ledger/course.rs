//! When a case was open, as the statistics count it.

use chrono::{DateTime, Utc};

use crate::report::ledger::round::{Round, RoundEnd};
use crate::vocab::course::{ClosureKind, Opinion};

/// The parts of a row that periods count.
#[derive(Clone, Copy)]
pub(super) struct Course<'r> {
    pub(super) received: DateTime<Utc>,
    pub(super) rounds: &'r [Round],
    pub(super) opinion: Option<Opinion>,
}

impl<'r> Course<'r> {
    /// Returns how the case ended, if it is not open.
    pub(super) fn end(self) -> Option<RoundEnd> {
        self.rounds.last().and_then(|round| round.end)
    }

    /// Returns whether the case continues in another one, whose row counts it from then on.
    pub(super) fn is_merged(self) -> bool {
        self.end().is_some_and(|end| end.kind == ClosureKind::Merged)
    }

    /// Returns whether the case was open just before an instant.
    pub(super) fn is_open_before(self, at: DateTime<Utc>) -> bool {
        open_before(self.rounds, at)
    }

    /// Returns the same, by the rounds that are counted: a merged case is open in the row of the other case.
    pub(super) fn is_counted_open_before(self, at: DateTime<Utc>) -> bool {
        open_before(self.counted(), at)
    }

    /// Returns the rounds that are counted: all, except those at the end that continue in another case.
    pub(super) fn counted(self) -> &'r [Round] {
        let merged = |round: &&Round| round.end.is_some_and(|end| end.kind == ClosureKind::Merged);
        let own = self.rounds.len() - self.rounds.iter().rev().take_while(merged).count();
        self.rounds.get(..own).unwrap_or_default()
    }
}

fn open_before(rounds: &[Round], at: DateTime<Utc>) -> bool {
    let begun = rounds.iter().rev().find(|round| round.opened < at);
    begun.is_some_and(|round| round.end.is_none_or(|end| end.at >= at))
}
