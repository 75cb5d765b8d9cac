//! The causes of a complaint: stated, considered and found.

use alloc::vec::Vec;

use crate::case::command::CauseFinding;
use crate::case::state::parts::people::add_new;
use crate::vocab::Cause;
use crate::vocab::organisation::EvidenceBasis;

/// The stated cause, the considered causes, and the evidence. The current cause itself is part of the complaint.
///
/// INVARIANT: once a cause was found, the stated one does not change. Each possible cause and each evidence is kept
/// once and never removed.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct Causes {
    stated: Option<Cause>,
    /// Whether the current cause was found, and not only stated.
    found: bool,
    possible: Vec<Cause>,
    evidence: Vec<EvidenceBasis>,
}

impl Causes {
    /// Returns the causes of a new case, with the cause that its complaint states.
    pub(in crate::case::state) fn stated_by_receipt(stated: Option<Cause>) -> Self {
        Self { stated, ..Self::default() }
    }

    /// Notes the cause of a classified complaint. It counts as stated until one is found.
    pub(in crate::case::state) fn classified(&mut self, cause: Option<Cause>) {
        if !self.found {
            self.stated = cause;
        }
    }

    /// Notes a finding. A finding that names no cause does not count as found.
    pub(in crate::case::state) fn found(&mut self, found: &CauseFinding) {
        self.found |= found.findings.words.first::<Cause>().is_some();
        add_new(&mut self.possible, found.possible.iter().copied());
        add_new(&mut self.evidence, found.evidence.iter().copied());
    }

    /// Returns the stated cause.
    pub(in crate::case) const fn stated(&self) -> Option<Cause> {
        self.stated
    }

    /// Returns `true` if a cause was found.
    pub(in crate::case) const fn is_found(&self) -> bool {
        self.found
    }

    /// Returns every cause that was considered.
    pub(in crate::case) fn possible(&self) -> &[Cause] {
        &self.possible
    }

    /// Returns what the findings rest on.
    pub(in crate::case) fn evidence(&self) -> &[EvidenceBasis] {
        &self.evidence
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::FaultParty;

    const STATED: Cause = Cause::SERVICE_ATTITUDE;

    #[test]
    fn the_stated_cause_stays_once_another_was_found() {
        let other: Cause = "acme:loose-cable".parse().unwrap();
        let mut causes = Causes::stated_by_receipt(None);
        causes.classified(Some(STATED));
        assert_eq!((causes.stated(), causes.is_found()), (Some(STATED), false));
        causes.found(&CauseFinding::new(other, FaultParty::COMPANY));
        causes.classified(Some(other));
        assert_eq!((causes.stated(), causes.is_found()), (Some(STATED), true));
    }

    #[test]
    fn a_finding_without_a_cause_finds_none_and_takes_none_away() {
        let mut causes = Causes::stated_by_receipt(Some(STATED));
        causes.found(&CauseFinding::default());
        assert!(!causes.is_found());
        causes.found(&CauseFinding::new(STATED, FaultParty::COMPANY));
        causes.found(&CauseFinding::default());
        assert!(causes.is_found());
    }

    #[test]
    fn each_possible_cause_and_each_basis_stands_once() {
        let (cause, basis): (Cause, EvidenceBasis) = (STATED, "acme:log".parse().unwrap());
        let found = CauseFinding::default().with_possible(cause).with_possible(cause).with_evidence(basis);
        let mut causes = Causes::default();
        causes.found(&found);
        causes.found(&found);
        assert_eq!((causes.possible(), causes.evidence()), (&[cause][..], &[basis][..]));
    }
}
