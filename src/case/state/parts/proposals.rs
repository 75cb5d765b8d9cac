//! The current proposal, and its progress.

use chrono::{DateTime, Utc};

use crate::case::command::{Offer, Proposal};

/// The proposal of a case: its alternatives, the one that is offered, and whether the complainant agreed.
///
/// INVARIANT: the index of the offer always names an alternative of the proposal. Without a proposal the index is 0,
/// and no offer waits for an answer. A new or changed proposal is a new offer, to which nobody has consented yet.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct Proposals {
    current: Option<Proposal>,
    /// The index of the alternative that is offered.
    offered: usize,
    /// The instant since which an offer waits for the complainant. `None` if none does.
    waiting: Option<DateTime<Utc>>,
    consented: bool,
}

impl Proposals {
    /// Replaces whatever was proposed before.
    pub(in crate::case::state) fn propose(&mut self, proposal: Proposal) {
        *self = Self { current: Some(proposal), ..Self::default() };
        self.check();
    }

    /// Changes the proposal. The complainant must consider it again, from its first alternative.
    pub(in crate::case::state) fn amend(&mut self, proposal: Proposal, at: DateTime<Utc>) {
        let waiting = self.waiting.map(|_| at);
        *self = Self { current: Some(proposal), waiting, ..Self::default() };
        self.check();
    }

    /// Sets the instant since which an offer waits for the complainant, or `None` if none does. Silence counts from
    /// this instant.
    pub(in crate::case::state) fn wait_since(&mut self, since: Option<DateTime<Utc>>) {
        self.waiting = since;
        self.check();
    }

    /// Moves to the next alternative, because the complainant rejected this one. If none is left, nothing is proposed
    /// any more.
    pub(in crate::case::state) fn object(&mut self, at: DateTime<Utc>) {
        self.offered = self.offered.saturating_add(1);
        self.waiting = Some(at);
        if self.offer().is_none() {
            self.current = None;
            (self.offered, self.waiting) = (0, None);
        }
        self.check();
    }

    /// Notes that the complainant agreed to the offer.
    pub(in crate::case::state) const fn consent(&mut self) {
        self.consented = true;
    }

    /// Drops the offered alternative and those before it. Those after it become the proposal.
    pub(in crate::case::state) fn drop_offered(&mut self) {
        let past = self.offered.saturating_add(1);
        let left = self.current.take().and_then(|mut proposal| {
            proposal.alternatives.drain(..past.min(proposal.alternatives.len()));
            (!proposal.alternatives.is_empty()).then_some(proposal)
        });
        *self = Self { current: left, ..Self::default() };
        self.check();
    }

    /// Returns the proposal.
    pub(in crate::case) const fn current(&self) -> Option<&Proposal> {
        self.current.as_ref()
    }

    /// Returns the alternative that is offered, or carried out.
    pub(in crate::case) fn offer(&self) -> Option<&Offer> {
        self.current.as_ref()?.alternatives.get(self.offered)
    }

    /// Returns `true` if there is another alternative after the offered one.
    pub(in crate::case) fn has_another(&self) -> bool {
        let count = self.current.as_ref().map_or(0, |proposal| proposal.alternatives.len());
        self.offered + 1 < count
    }

    /// Returns the instant since which an offer waits for the complainant.
    pub(in crate::case) const fn waiting_since(&self) -> Option<DateTime<Utc>> {
        self.waiting
    }

    /// Returns `true` if the complainant agreed to the offer.
    pub(in crate::case) const fn has_consent(&self) -> bool {
        self.consented
    }

    fn check(&self) {
        debug_assert!(
            self.offer().is_some() || (self.current.is_none() && self.offered == 0),
            "the offer is an alternative of the proposal"
        );
        debug_assert!(self.current.is_some() || self.waiting.is_none(), "only an offer waits for an answer");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::Remedy;

    const THREE: [Remedy; 3] = [Remedy::REPAIR, Remedy::EXCHANGE, Remedy::REFUND];

    fn at(hour: u32) -> DateTime<Utc> {
        alloc::format!("2026-03-02T{hour:02}:00:00Z").parse().unwrap()
    }

    fn proposal(remedies: &[Remedy]) -> Proposal {
        let alternatives = remedies.iter().map(|&remedy| Offer::new(remedy)).collect();
        Proposal { alternatives, person_behind: None }
    }

    fn proposed(remedies: &[Remedy]) -> Proposals {
        let mut proposals = Proposals::default();
        proposals.propose(proposal(remedies));
        proposals
    }

    fn offered(proposals: &Proposals) -> Option<Remedy> {
        proposals.offer().and_then(|offer| offer.remedies.first().copied())
    }

    #[test]
    fn the_offer_is_always_an_alternative_of_the_proposal() {
        let mut proposals = proposed(&THREE);
        for (place, remedy) in THREE.into_iter().enumerate() {
            assert_eq!(offered(&proposals), Some(remedy));
            assert_eq!(proposals.has_another(), place < 2);
            proposals.object(at(9));
        }
        // The last one was objected to: nothing is proposed, and nothing waits.
        assert_eq!(proposals, Proposals::default());
        proposals.object(at(10));
        assert_eq!(proposals, Proposals::default());
    }

    #[test]
    fn what_is_dropped_is_past_with_all_before_it() {
        let mut proposals = proposed(&THREE);
        proposals.object(at(9));
        proposals.drop_offered();
        assert_eq!(proposals.current(), Some(&proposal(&[Remedy::REFUND])));
        assert_eq!((offered(&proposals), proposals.waiting_since()), (Some(Remedy::REFUND), None));
        proposals.drop_offered();
        assert_eq!(proposals, Proposals::default());
        proposals.drop_offered();
        assert_eq!(proposals, Proposals::default());
    }

    #[test]
    fn nobody_has_consented_to_another_offer() {
        let mut agreed = proposed(&THREE);
        agreed.object(at(9));
        agreed.consent();
        assert!(agreed.has_consent());
        let (mut amended, mut anew, mut dropped) = (agreed.clone(), agreed.clone(), agreed);
        amended.amend(proposal(&THREE), at(10));
        anew.propose(proposal(&THREE));
        dropped.drop_offered();
        for other in [&amended, &anew, &dropped] {
            assert!(!other.has_consent(), "{other:?}");
        }
        assert_eq!(offered(&amended), Some(Remedy::REPAIR));
    }

    #[test]
    fn an_amendment_starts_the_wait_again_and_begins_none() {
        let mut proposals = proposed(&THREE);
        proposals.amend(proposal(&THREE), at(9));
        assert_eq!(proposals.waiting_since(), None);
        proposals.wait_since(Some(at(10)));
        proposals.amend(proposal(&THREE), at(11));
        assert_eq!(proposals.waiting_since(), Some(at(11)));
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "the offer is an alternative of the proposal")]
    fn a_proposal_without_alternatives_is_seen() {
        proposed(&[]);
    }
}
