//! The approvals of a case.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::Signature;
use crate::case::approval::{
    Approval, ApprovalEnd, ApprovalOpening, ApprovalReturn, ApprovalSignature, ApprovalState,
    ApprovalSubject, ChainReplacement, SignatureWithdrawal, VoidedSignatures,
};
use crate::case::command::Proposal;
use crate::vocab::{ActorId, CaseId};

/// The approvals of a case, in the order in which they began.
///
/// INVARIANT: the number of an approval is its position, counted from 1. No approval is removed. An approval that loses
/// signatures, or gets another chain, is open again.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct Approvals(Vec<Approval>);

impl Approvals {
    /// Begins an approval. Refusals of the same content still count.
    pub(in crate::case::state) fn open(
        &mut self,
        case: CaseId,
        opening: &ApprovalOpening,
        by: ActorId,
        at: DateTime<Utc>,
    ) {
        let refused = self.refusals_of(&opening.matter);
        self.0.push(Approval {
            case,
            number: opening.approval,
            matter: opening.matter.clone(),
            chain: opening.chain,
            amount: opening.amount,
            proposer: by,
            since: at,
            step_since: at,
            round: 0,
            signed: Vec::new(),
            refused,
            state: ApprovalState::Open,
            overridden: None,
        });
        debug_assert!(
            self.by_number(opening.approval).is_some_and(|approval| approval.number == opening.approval),
            "an approval has the number of its place"
        );
    }

    pub(in crate::case::state) fn sign(&mut self, given: &ApprovalSignature, at: DateTime<Utc>) {
        self.change(given.approval, |approval| {
            // The time limit of a step starts with the last signature of the step before.
            if given.completes {
                approval.step_since = at;
            }
            approval.signed.push(given.signature);
        });
    }

    pub(in crate::case::state) fn refuse(&mut self, refused: &ApprovalSignature) {
        self.change(refused.approval, |approval| approval.refused.push(refused.signature));
    }

    /// Notes that an approval was overridden in an emergency.
    pub(in crate::case::state) fn override_by(&mut self, given: &ApprovalSignature) {
        self.change(given.approval, |approval| approval.overridden = Some(given.signature));
    }

    /// Removes the signature or refusal of a person at a step that is still open.
    pub(in crate::case::state) fn withdraw(&mut self, withdrawn: &SignatureWithdrawal, by: ActorId) {
        self.change(withdrawn.approval, |approval| {
            let others = |given: &Signature| given.step() != withdrawn.step || given.by() != by;
            approval.signed.retain(others);
            approval.refused.retain(others);
        });
    }

    /// Forgets the refusals if an approval goes back to a step. Another event says which signatures become void.
    pub(in crate::case::state) fn send_back(&mut self, back: &ApprovalReturn) {
        if back.step.is_some() {
            self.change(back.approval, |approval| approval.refused.clear());
        }
    }

    /// Removes the signatures of some steps. An approval of a remedy is then for the current proposal.
    pub(in crate::case::state) fn void(
        &mut self,
        voided: &VoidedSignatures,
        proposal: Option<&Proposal>,
        at: DateTime<Utc>,
    ) {
        self.change(voided.approval, |approval| {
            approval.signed.retain(|signature| !voided.steps.contains(&signature.step()));
            // A refusal of the old content does not count for the new one.
            approval.refused.retain(|refusal| !voided.steps.contains(&refusal.step()));
            if !voided.steps.is_empty() {
                reopen(approval, at);
            }
            if let (ApprovalSubject::Remedy(content), Some(proposal)) = (&mut approval.matter, proposal) {
                content.clone_from(proposal);
            }
        });
    }

    /// Replaces the chain of an approval by a stricter one, or sets another amount for the same chain.
    pub(in crate::case::state) fn raise(&mut self, raised: &ChainReplacement, at: DateTime<Utc>) {
        self.change(raised.approval, |approval| {
            // The same chain for a greater amount keeps its signatures.
            if approval.chain != raised.chain {
                reopen(approval, at);
            }
            (approval.chain, approval.amount) = (raised.chain, raised.amount);
        });
    }

    pub(in crate::case::state) fn end(&mut self, ended: &ApprovalEnd) {
        self.change(ended.approval, |approval| approval.state = ended.state);
    }

    fn change(&mut self, number: u32, change: impl FnOnce(&mut Approval)) {
        let approval = place(number).and_then(|place| self.0.get_mut(place));
        debug_assert!(approval.is_some(), "an event names an approval of its case");
        if let Some(approval) = approval {
            change(approval);
        }
    }

    /// Returns the approvals, in their order.
    pub(in crate::case) fn all(&self) -> &[Approval] {
        &self.0
    }

    /// Returns an approval by its number.
    pub(in crate::case) fn by_number(&self, number: u32) -> Option<&Approval> {
        self.0.get(place(number)?)
    }

    /// Returns the approvals that are open, or complete and not yet used.
    pub(in crate::case) fn live(&self) -> impl DoubleEndedIterator<Item = &Approval> {
        self.0.iter().filter(|approval| approval.state.is_live())
    }

    /// Returns the last approval of a matter that was given and not used.
    pub(in crate::case) fn granted(&self, matter: &ApprovalSubject) -> Option<&Approval> {
        let granted = |approval: &&Approval| approval.state == ApprovalState::Approved;
        self.0.iter().rev().filter(granted).find(|approval| approval.matter.is_same(matter))
    }

    /// Returns the refusals that still count when the same content is submitted again.
    ///
    /// A signer who refused a remedy must not be asked again for the same remedy. Applications without content of their
    /// own, such as a recall, can be made again after a refusal, because nothing about them could be changed first.
    pub(in crate::case) fn refusals_of(&self, matter: &ApprovalSubject) -> Vec<Signature> {
        let last = self.0.iter().rev().find(|approval| approval.matter.is_same(matter));
        let stands = |approval: &&Approval| match approval.state {
            ApprovalState::TakenBack | ApprovalState::Void => true,
            ApprovalState::Refused => matches!(matter, ApprovalSubject::Remedy(_)),
            ApprovalState::Open | ApprovalState::Approved | ApprovalState::Used | ApprovalState::Returned => {
                false
            }
        };
        last.filter(stands).map_or(Vec::new(), |approval| approval.refused.clone())
    }
}

/// Returns the index of an approval. Numbers count from 1.
fn place(number: u32) -> Option<usize> {
    usize::try_from(number).ok()?.checked_sub(1)
}

/// Opens an approval again. An override does not count any more, because it was given for something else.
const fn reopen(approval: &mut Approval, at: DateTime<Utc>) {
    approval.state = ApprovalState::Open;
    approval.overridden = None;
    approval.anew(at);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::command::Offer;
    use crate::vocab::{Remedy, RuleId};
    use crate::word;

    const FIRST: RuleId = word!(RuleId, "first");
    const SECOND: RuleId = word!(RuleId, "second");

    fn at(hour: u32) -> DateTime<Utc> {
        alloc::format!("2026-03-02T{hour:02}:00:00Z").parse().unwrap()
    }

    fn actor(id: &str) -> ActorId {
        id.parse().unwrap()
    }

    fn remedy(remedy: Remedy) -> ApprovalSubject {
        ApprovalSubject::Remedy(Proposal::of(Offer::new(remedy)))
    }

    fn signature(step: RuleId, by: &str) -> ApprovalSignature {
        let json = alloc::format!(
            r#"{{"approval":1,"act":"approve","roster":"r","content":"{}","completes":true,
                "signature":{{"step":"{step}","slot":0,"by":"{by}","role":"manager"}}}}"#,
            "0".repeat(64)
        );
        serde_json::from_str(&json).unwrap()
    }

    fn open(approvals: &mut Approvals, number: u32, matter: ApprovalSubject) {
        let opening =
            ApprovalOpening { approval: number, matter, chain: word!(RuleId, "chain"), amount: None };
        approvals.open("a-1".parse().unwrap(), &opening, actor("anna"), at(8));
    }

    /// An approval of a repair, signed at two steps and complete.
    fn complete() -> Approvals {
        let mut approvals = Approvals::default();
        open(&mut approvals, 1, remedy(Remedy::REPAIR));
        approvals.sign(&signature(FIRST, "ben"), at(9));
        approvals.sign(&signature(SECOND, "cat"), at(10));
        approvals.end(&ApprovalEnd { approval: 1, state: ApprovalState::Approved });
        approvals
    }

    fn void(approvals: &mut Approvals, steps: &[RuleId], proposal: Option<&Proposal>) {
        let voided = VoidedSignatures { approval: 1, steps: steps.to_vec(), notified: Vec::new() };
        approvals.void(&voided, proposal, at(11));
    }

    #[test]
    fn an_approval_is_found_by_the_number_of_its_place() {
        let mut approvals = complete();
        open(&mut approvals, 2, ApprovalSubject::Recall);
        for number in [1, 2] {
            assert_eq!(approvals.by_number(number).map(|approval| approval.number), Some(number));
        }
        assert!(approvals.by_number(0).is_none() && approvals.by_number(3).is_none());
        assert_eq!(approvals.live().count(), 2);
    }

    #[test]
    fn what_is_voided_opens_the_approval_and_leaves_the_other_signatures() {
        let mut approvals = complete();
        approvals.override_by(&signature(FIRST, "dan"));
        void(&mut approvals, &[FIRST], None);
        let approval = approvals.by_number(1).unwrap();
        assert_eq!((approval.state, approval.overridden, approval.round), (ApprovalState::Open, None, 1));
        assert!(approval.signed.iter().map(Signature::step).eq([SECOND]));
        assert_eq!(approval.step_since, at(11));
    }

    #[test]
    fn an_approval_of_a_remedy_follows_its_proposal_even_where_every_signature_stays() {
        let mut approvals = complete();
        let changed = Proposal::of(Offer::new(Remedy::REFUND));
        void(&mut approvals, &[], Some(&changed));
        let approval = approvals.by_number(1).unwrap();
        assert_eq!((approval.state, approval.signed.len()), (ApprovalState::Approved, 2));
        assert!(approvals.granted(&remedy(Remedy::REPAIR)).is_none());
        assert!(approvals.granted(&remedy(Remedy::REFUND)).is_some());
    }

    #[test]
    fn another_chain_opens_it_and_the_same_one_does_not() {
        for (chain, state) in [("chain", ApprovalState::Approved), ("stricter", ApprovalState::Open)] {
            let mut approvals = complete();
            let chain = chain.parse().unwrap();
            approvals.raise(&ChainReplacement { approval: 1, chain, amount: None }, at(11));
            let approval = approvals.by_number(1).unwrap();
            assert_eq!((approval.chain, approval.state, approval.signed.len()), (chain, state, 2));
        }
    }

    #[test]
    fn only_the_signer_of_a_step_withdraws() {
        let mut approvals = complete();
        for by in ["cat", "anna"] {
            approvals.withdraw(&SignatureWithdrawal { approval: 1, step: FIRST }, actor(by));
            assert_eq!(approvals.by_number(1).unwrap().signed.len(), 2);
        }
        approvals.withdraw(&SignatureWithdrawal { approval: 1, step: FIRST }, actor("ben"));
        assert!(approvals.by_number(1).unwrap().signed.iter().map(Signature::step).eq([SECOND]));
    }

    #[test]
    fn a_refused_remedy_stays_refused_and_a_refused_recall_starts_anew() {
        for (matter, count) in [(remedy(Remedy::REPAIR), 1), (ApprovalSubject::Recall, 0)] {
            let mut approvals = Approvals::default();
            open(&mut approvals, 1, matter.clone());
            approvals.refuse(&signature(FIRST, "ben"));
            assert_eq!(approvals.refusals_of(&matter).len(), 0);
            approvals.end(&ApprovalEnd { approval: 1, state: ApprovalState::Refused });
            assert_eq!(approvals.refusals_of(&matter).len(), count);
            open(&mut approvals, 2, matter);
            assert_eq!(approvals.by_number(2).unwrap().refused.len(), count);
        }
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "an event names an approval of its case")]
    fn an_end_of_no_approval_is_seen() {
        Approvals::default().end(&ApprovalEnd { approval: 1, state: ApprovalState::Void });
    }
}
