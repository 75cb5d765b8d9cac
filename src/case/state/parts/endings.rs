//! How a case ends, and how often it was taken up again.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::vocab::CaseId;
use crate::vocab::course::ClosureKind;

/// An end of a case. A reopened case has several; the first stays.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Closure {
    /// How.
    pub kind: ClosureKind,
    /// When.
    pub at: DateTime<Utc>,
}

/// The ends of a case.
///
/// INVARIANT: no end is taken off. Between two ends the case was taken up again. It goes on in another case only until
/// then.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::case) struct Endings {
    /// How it ends, or ended last: by the last answer on the matter, or by force, withdrawal or merger.
    kind: ClosureKind,
    all: Vec<Closure>,
    reopened: u32,
    merged_into: Option<CaseId>,
}

impl Endings {
    /// Returns the ends of a case that has none.
    pub(in crate::case::state) const fn none() -> Self {
        Self { kind: ClosureKind::Resolved, all: Vec::new(), reopened: 0, merged_into: None }
    }

    /// Says how the case is going to end.
    pub(in crate::case::state) const fn head_for(&mut self, kind: ClosureKind) {
        self.kind = kind;
    }

    /// Says that the case is going to end because it goes on in another one.
    pub(in crate::case::state) const fn merge(&mut self, into: CaseId) {
        self.kind = ClosureKind::Merged;
        self.merged_into = Some(into);
    }

    /// Ends the case in the way that it was heading for, which is returned.
    pub(in crate::case::state) fn close(&mut self, at: DateTime<Utc>) -> ClosureKind {
        debug_assert!(self.all.len() as u64 <= u64::from(self.reopened), "an open case ends once");
        self.all.push(Closure { kind: self.kind, at });
        self.kind
    }

    /// Takes the case up again.
    pub(in crate::case::state) const fn reopen(&mut self) {
        self.merged_into = None;
        self.reopened = self.reopened.saturating_add(1);
    }

    /// Returns how the case ends, or ended last.
    pub(in crate::case) const fn kind(&self) -> ClosureKind {
        self.kind
    }

    /// Returns every end, in their order.
    pub(in crate::case) fn all(&self) -> &[Closure] {
        &self.all
    }

    /// Returns how often the case was taken up again.
    pub(in crate::case) const fn reopened(&self) -> u32 {
        self.reopened
    }

    /// Returns the case in which it goes on.
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
