//! The closings and reopenings of a case.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::vocab::CaseId;
use crate::vocab::course::ClosureKind;

/// A closing of a case. A case that was reopened can have several.
///
/// [`Case::closure`](crate::case::Case::closure) and [`Case::closures`](crate::case::Case::closures) return them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Closure {
    /// The kind of closing.
    pub kind: ClosureKind,
    /// The instant at which the case was closed.
    pub at: DateTime<Utc>,
}

/// The closings of a case.
///
/// INVARIANT: no closing is removed. Between two closings the case was reopened. A reopening also ends a merger.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::case) struct Endings {
    /// The kind of the next closing, or of the last one: by the last answer, by force, by withdrawal or by merger.
    kind: ClosureKind,
    all: Vec<Closure>,
    reopened: u32,
    merged_into: Option<CaseId>,
}

impl Endings {
    /// Returns the closings of a new case: none.
    pub(in crate::case::state) const fn none() -> Self {
        Self { kind: ClosureKind::Resolved, all: Vec::new(), reopened: 0, merged_into: None }
    }

    /// Sets the kind of the next closing.
    pub(in crate::case::state) const fn head_for(&mut self, kind: ClosureKind) {
        self.kind = kind;
    }

    /// Sets the next closing to a merger into another case.
    pub(in crate::case::state) const fn merge(&mut self, into: CaseId) {
        self.kind = ClosureKind::Merged;
        self.merged_into = Some(into);
    }

    /// Closes the case and returns the kind of closing.
    pub(in crate::case::state) fn close(&mut self, at: DateTime<Utc>) -> ClosureKind {
        debug_assert!(self.all.len() as u64 <= u64::from(self.reopened), "an open case ends once");
        self.all.push(Closure { kind: self.kind, at });
        self.kind
    }

    /// Reopens the case.
    pub(in crate::case::state) const fn reopen(&mut self) {
        self.merged_into = None;
        self.reopened = self.reopened.saturating_add(1);
    }

    /// Returns the kind of the next closing, or of the last one.
    pub(in crate::case) const fn kind(&self) -> ClosureKind {
        self.kind
    }

    /// Returns every closing, the oldest first.
    pub(in crate::case) fn all(&self) -> &[Closure] {
        &self.all
    }

    /// Returns the number of reopenings.
    pub(in crate::case) const fn reopened(&self) -> u32 {
        self.reopened
    }

    /// Returns the case into which this one was merged.
    pub(in crate::case) const fn merged_into(&self) -> Option<CaseId> {
        self.merged_into
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32) -> DateTime<Utc> {
        alloc::format!("2026-03-02T{hour:02}:00:00Z").parse().unwrap()
    }

    #[test]
    fn a_reopened_case_keeps_its_first_end() {
        let mut endings = Endings::none();
        endings.head_for(ClosureKind::Withdrawn);
        assert_eq!(endings.close(at(8)), ClosureKind::Withdrawn);
        endings.reopen();
        endings.head_for(ClosureKind::Resolved);
        assert_eq!(endings.close(at(9)), ClosureKind::Resolved);
        let ends = [
            Closure { kind: ClosureKind::Withdrawn, at: at(8) },
            Closure { kind: ClosureKind::Resolved, at: at(9) },
        ];
        assert_eq!((endings.all(), endings.reopened()), (&ends[..], 1));
    }

    #[test]
    fn a_merged_case_goes_on_elsewhere_until_it_is_taken_up_again() {
        let other: CaseId = "a-2".parse().unwrap();
        let mut endings = Endings::none();
        endings.merge(other);
        assert_eq!(endings.close(at(8)), ClosureKind::Merged);
        assert_eq!(endings.merged_into(), Some(other));
        endings.reopen();
        assert_eq!((endings.merged_into(), endings.all().len()), (None, 1));
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "an open case ends once")]
    fn a_second_end_without_a_reopening_is_seen() {
        let mut endings = Endings::none();
        endings.close(at(8));
        endings.close(at(9));
    }
}
