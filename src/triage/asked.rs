//! The facts that must be asked, and the clocks that wait for an answer.

use alloc::vec::Vec;

use crate::policy::condition::Truth;
use crate::policy::{ClockRule, Policy};
use crate::triage::complaint::Complaint;
use crate::vocab::Fact;

impl Policy {
    /// Returns the facts that must be asked and that a complaint does not answer.
    pub(crate) fn to_ask(&self, complaint: &Complaint) -> Vec<Fact> {
        self.must_ask().iter().copied().filter(|fact| !complaint.is_answered(*fact)).collect()
    }
}

impl ClockRule {
    /// Returns whether a complaint has this clock. `open` are the facts that must be asked and that it does not answer.
    pub(crate) fn is_for(&self, complaint: &Complaint, open: &[Fact]) -> Truth {
        let filed = self.only_for.is_empty() || complaint.categories().any(|category| self.covers(category));
        let is_so = self.only_where.map_or(Truth::True, |fact| {
            if open.contains(&fact) { Truth::Unknown } else { Truth::from(complaint.count(fact) > 0) }
        });
        Truth::from(filed).and(is_so)
    }
}
