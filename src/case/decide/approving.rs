//! Deciding commands about approvals.
//!
//! # The life of an approval
//!
//! An approval begins with `Submit`, for the current proposal, or with `Apply`, for anything else. The policy chooses a
//! chain of steps for it. It begins only if the people of the roster can complete the chain without the excluded ones.
//!
//! | Command | Effect on the approval |
//! |---|---|
//! | `Sign` | adds a signature; the last one completes the approval |
//! | `RefuseToSign` | adds a refusal; if the step can then not be completed any more, the approval ends |
//! | `WithdrawSignature` | removes the actor's own signature or refusal, as long as its step is open |
//! | `SendBack` | ends the approval, or makes the signatures from a step on void |
//! | `TakeBack` | ends the approval: by its proposer, or by anybody not concerned if nobody can complete it |
//! | `Override` | completes the approval in an emergency, by a role that the policy names |
//! | `Amend` | changes the proposal, and makes void exactly the signatures that the change touches |
//! | `Relax` | lets later approvals follow the current severity again |
//!
//! An approval of a remedy moves the case: it is signed only at the stage `in-approval`, and its end leads to the next
//! stage. Other approvals run beside the course.
//!
//! A complete approval can be used once. It is checked again at that moment, because amounts of linked cases, or the
//! people named in the complaint, can have changed since.
//!
//! Whoever has signed a proposal cannot amend it: they would approve their own text. A person who prepared it can,
//! because preparing is not approving.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::approval::signing::ExcludedPerson;
use crate::approval::{Chain, Progress, Signature, Signers, Step};
use crate::case::approval::{
    Approval, ApprovalOpening, ApprovalOverride, ApprovalReference, ApprovalReturn, ApprovalSignature,
    ApprovalState, ApprovalSubject, SignatureWithdrawal, VoidedSignatures,
};
use crate::case::command::Proposal;
use crate::case::course::Branch;
use crate::case::decide::authority::Authority;
use crate::case::decide::changed::Changed;
use crate::case::decide::desk::{Desk, Draft};
use crate::case::decide::groups::{beside, elsewhere, on_course, timing, to_the_end};
use crate::case::deed::{Command, EventKind};
use crate::case::refusal::Refusal;
use crate::vocab::course::{ApprovalAct, DecisionKind, Exclusion};
use crate::vocab::{Action, Money, RuleId, Stage};
use crate::word;

impl ApprovalSubject {
    /// Returns the kind of decision, by which a chain is chosen.
    #[must_use]
    pub const fn kind(&self) -> DecisionKind {
        match self {
            Self::Remedy(_) => DecisionKind::Remedy,
            Self::ForcedClosure => DecisionKind::ForcedClosure,
            Self::Extension(_) => DecisionKind::Extension,
            Self::Recall => DecisionKind::Recall,
            Self::Sanction(_) => DecisionKind::Sanction,
            Self::CorrectiveAction(_) => DecisionKind::CorrectiveAction,
            Self::PolicyChange(_) => DecisionKind::PolicyChange,
        }
    }
}

impl<A: Authority> Desk<'_, A> {
    #[expect(clippy::unnested_or_patterns, reason = "each group is one pattern")]
    pub(super) fn approve(&self, command: Command, draft: &mut Draft) -> Result<(), Refusal> {
        match command {
            Command::Submit => self.submit(draft),
            Command::Apply(matter) => self.apply(matter, draft),
            Command::Sign(on) => self.sign(on, draft),
            Command::RefuseToSign(on) => self.refuse_to_sign(on, draft),
            Command::Override(on) => self.override_approval(on, draft),
            Command::WithdrawSignature(on) => self.withdraw_signature(on, draft),
            Command::SendBack(back) => self.send_back(back, draft),
            Command::TakeBack(on) => self.take_back(on, draft),
            Command::Amend(proposal) => self.amend(&proposal, draft),
            Command::Relax(_) => {
                self.check_relaxing()?;
                draft.push(EventKind::from(command));
                Ok(())
            }
            on_course!() | to_the_end!() | timing!() | beside!() | elsewhere!() => {
                Err(self.of_another_group(command.action()))
            }
        }
    }

    /// Returns `true` if nobody can complete an approval any more, whoever signs next.
    fn is_stuck(&self, approval: &Approval) -> Result<bool, Refusal> {
        let excluded = self.excluded_from(&approval.matter);
        let progress = self.progress(approval, &excluded)?;
        Ok(self.authority.is_stuck(&progress, self.at))
    }

    fn next_number(&self) -> Result<u32, Refusal> {
        Self::check_room("approvals", self.case.approvals().len())?;
        Ok(u32::try_from(self.case.approvals().len() + 1).unwrap_or(u32::MAX))
    }

    /// Begins an approval. Refuses if the people of the roster cannot complete it.
    fn begin(
        &self,
        matter: ApprovalSubject,
        chain: &Chain,
        amount: Option<Money>,
        draft: &mut Draft,
    ) -> Result<(), Refusal> {
        let mut excluded = self.excluded_from(&matter);
        excluded.push(ExcludedPerson { person: self.actor, because: Exclusion::Proposer });
        let refused = self.case.refusals_of(&matter);
        let progress =
            Progress { amount, excluded: &excluded, refused: &refused, ..Progress::of(chain.steps()) };
        self.stuck(&progress)?;
        self.begin_anyway(matter, chain, amount, draft)
    }

    /// Begins an approval for something that is already a fact, even if nobody can complete it now.
    pub(super) fn begin_anyway(
        &self,
        matter: ApprovalSubject,
        chain: &Chain,
        amount: Option<Money>,
        draft: &mut Draft,
    ) -> Result<(), Refusal> {
        let opened = ApprovalOpening { approval: self.next_number()?, matter, chain: chain.id(), amount };
        draft.push(EventKind::ApprovalOpened(Box::new(opened)));
        Ok(())
    }

    fn submit(&self, draft: &mut Draft) -> Result<(), Refusal> {
        if let Some(open) = self.case.remedy_approval() {
            return Err(Refusal::ApprovalOpen { approval: open.number });
        }
        let matter = ApprovalSubject::Remedy(self.check_proposed()?.clone());
        let Some((chain, amount)) = self.required(&matter, self.case.highest_severity())? else {
            return Err(Refusal::NothingToApprove);
        };
        draft.push(EventKind::Submitted);
        self.begin(matter, chain, amount, draft)?;
        self.go(draft, Action::Submit, Branch::Only)
    }

    fn apply(&self, matter: ApprovalSubject, draft: &mut Draft) -> Result<(), Refusal> {
        if let ApprovalSubject::Remedy(_) = matter {
            return Err(Refusal::NoSuch {
                what: "application for a remedy; propose the remedy and submit it",
            });
        }
        self.check_matter(&matter)?;
        let Some((chain, amount)) = self.required(&matter, self.case.highest_severity())? else {
            return Err(Refusal::NothingToApprove);
        };
        let live = self.case.live(|live| live.is_same(&matter));
        // An approval that was given and is not enough any more is replaced by a new one.
        let outgrown = |live: &&Approval| live.state == ApprovalState::Approved && !self.suffices(live);
        if let Some(open) = live.filter(|live| !outgrown(live)) {
            return Err(Refusal::ApprovalOpen { approval: open.number });
        }
        draft.push(EventKind::from(Command::Apply(matter.clone())));
        if let Some(outgrown) = live {
            draft.end(outgrown.number, ApprovalState::Void);
        }
        self.begin(matter, chain, amount, draft)
    }

    /// Checks that the matter can still be carried out. Most matters need an open case.
    fn check_matter(&self, matter: &ApprovalSubject) -> Result<(), Refusal> {
        match matter {
            ApprovalSubject::Sanction(sanction) => {
                self.check_not_oneself(sanction.person, Action::Apply)?;
                self.check_word(sanction.kind)
            }
            ApprovalSubject::CorrectiveAction(_) | ApprovalSubject::Recall => Ok(()),
            ApprovalSubject::Remedy(_)
            | ApprovalSubject::ForcedClosure
            | ApprovalSubject::Extension(_)
            | ApprovalSubject::PolicyChange(_) => {
                if self.case.is_open() {
                    Ok(())
                } else {
                    Err(Refusal::NoSuch {
                        what: "open case; only a sanction, a corrective action or a recall can be approved after \
                            the end",
                    })
                }
            }
        }
    }

    /// Checks that an approval of a remedy is signed at its own stage only.
    fn check_stage(&self, approval: &Approval, action: Action) -> Result<(), Refusal> {
        let of_remedy = matches!(approval.matter, ApprovalSubject::Remedy(_));
        if of_remedy && self.case.stage() != Stage::InApproval {
            Err(self.not_from_here(action))
        } else {
            Ok(())
        }
    }

    /// Returns an open approval at the stage where it is signed, with the people who may not sign it.
    fn at_hand(&self, number: u32, action: Action) -> Result<(&Approval, Vec<ExcludedPerson>), Refusal> {
        let approval = self.open_approval(number)?;
        self.check_stage(approval, action)?;
        Ok((approval, self.excluded_from(&approval.matter)))
    }

    fn sign(&self, on: ApprovalReference, draft: &mut Draft) -> Result<(), Refusal> {
        let (approval, excluded) = self.at_hand(on.approval, Action::Sign)?;
        let progress = self.progress(approval, &excluded)?;
        let (signature, roster) = self.authority.sign(&progress, self.actor, self.at)?;
        let mut signed = approval.signed.clone();
        signed.push(signature);
        let after = Progress { signed: &signed, ..progress };
        let open = progress.open_step();
        let completes = open.map(Step::id) != after.open_step().map(Step::id);
        let number = on.approval;
        draft.push(EventKind::from(Command::Sign(on)));
        draft.push(EventKind::SignatureGiven(Box::new(given(approval, signature, open, completes, roster))));
        let complete = after.is_complete();
        if complete {
            draft.end(number, ApprovalState::Approved);
        }
        if !matches!(approval.matter, ApprovalSubject::Remedy(_)) {
            return Ok(());
        }
        let way = match (complete, self.track().consent()) {
            (false, _) => Branch::StepsOpen,
            (true, true) => Branch::CompleteForConsent,
            (true, false) => Branch::Complete,
        };
        self.go(draft, Action::Sign, way)
    }

    fn refuse_to_sign(&self, on: ApprovalReference, draft: &mut Draft) -> Result<(), Refusal> {
        let (approval, excluded) = self.at_hand(on.approval, Action::RefuseToSign)?;
        let progress = self.progress(approval, &excluded)?;
        let (refusal, roster) = self.authority.refuse(&progress, self.actor, self.at)?;
        let mut refused = approval.refused.clone();
        refused.push(refusal);
        let after = Progress { refused: &refused, ..progress };
        let number = on.approval;
        draft.push(EventKind::from(Command::RefuseToSign(on)));
        let given = given(approval, refusal, progress.open_step(), false, roster);
        draft.push(EventKind::SignatureRefused(Box::new(given)));
        let reachable = self.authority.is_reachable(&after, self.at);
        if !reachable {
            draft.end(number, ApprovalState::Refused);
        }
        if !matches!(approval.matter, ApprovalSubject::Remedy(_)) {
            return Ok(());
        }
        let way = if reachable { Branch::StepsOpen } else { Branch::Unreachable };
        self.go(draft, Action::RefuseToSign, way)
    }

    /// Completes an approval in an emergency, by a person whom the policy permits and the case does not exclude.
    fn override_approval(&self, on: ApprovalOverride, draft: &mut Draft) -> Result<(), Refusal> {
        let (approval, _) = self.at_hand(on.approval, Action::Override)?;
        let excluded = self.excluded_from_overriding(&approval.matter);
        if let Some(excluded) = excluded.iter().find(|excluded| excluded.person == self.actor) {
            let (actor, action, because) = (self.actor, Action::Override, excluded.because);
            return Err(Refusal::NotTheirs { actor, action, because });
        }
        // The same limits hold for overriding as for signing.
        let signers = Signers::any(1, self.policy.people().overriders().iter().copied());
        let step = [Step::new(word!(RuleId, "override"), ApprovalAct::Approve, signers)];
        let (amount, excluded) = (approval.amount, &excluded[..]);
        let progress = Progress { amount, excluded, ..Progress::of(&step) };
        let (basis, roster) = self.authority.sign(&progress, self.actor, self.at)?;
        let number = on.approval;
        draft.push(EventKind::from(Command::Override(on)));
        let given = given(approval, basis, step.first(), true, roster);
        draft.push(EventKind::ApprovalOverridden(Box::new(given)));
        draft.end(number, ApprovalState::Approved);
        if !matches!(approval.matter, ApprovalSubject::Remedy(_)) {
            return Ok(());
        }
        let way = if self.track().consent() { Branch::CompleteForConsent } else { Branch::Complete };
        self.go(draft, Action::Override, way)
    }

    /// Removes a signature of the actor. It must belong to the open step, because later steps rely on complete ones.
    fn withdraw_signature(&self, on: ApprovalReference, draft: &mut Draft) -> Result<(), Refusal> {
        let (approval, excluded) = self.at_hand(on.approval, Action::WithdrawSignature)?;
        let open = self.progress(approval, &excluded)?.open_step().map(Step::id);
        let own = |signature: &&Signature| signature.by() == self.actor && Some(signature.step()) == open;
        let Some(given) = approval.signed.iter().chain(&approval.refused).find(own) else {
            return Err(Refusal::NothingSigned { actor: self.actor, approval: on.approval });
        };
        let withdrawn = SignatureWithdrawal { approval: on.approval, step: given.step() };
        draft.push(EventKind::from(Command::WithdrawSignature(on)));
        draft.push(EventKind::SignatureWithdrawn(Box::new(withdrawn)));
        if matches!(approval.matter, ApprovalSubject::Remedy(_)) {
            self.go(draft, Action::WithdrawSignature, Branch::Only)?;
        }
        Ok(())
    }

    fn send_back(&self, back: ApprovalReturn, draft: &mut Draft) -> Result<(), Refusal> {
        let (approval, excluded) = self.at_hand(back.approval, Action::SendBack)?;
        let progress = self.progress(approval, &excluded)?;
        let (basis, roster) = self.authority.refuse(&progress, self.actor, self.at)?;
        let signed = |step: &RuleId| approval.signed.iter().any(|signature| signature.step() == *step);
        let mut steps: Vec<RuleId> = progress.steps.iter().map(Step::id).filter(signed).collect();
        if let Some(step) = back.step {
            match steps.iter().position(|signed| *signed == step) {
                Some(place) => drop(steps.drain(..place)),
                None => return Err(Refusal::NoStepToReturnTo { step, expected: steps }),
            }
        }
        let (number, step) = (back.approval, back.step);
        draft.push(EventKind::from(Command::SendBack(back)));
        let given = given(approval, basis, progress.open_step(), false, roster);
        draft.push(EventKind::SignatureReturned(Box::new(given)));
        if step.is_none() {
            draft.end(number, ApprovalState::Returned);
        } else {
            // All signatures from that step on, in the order of the chain.
            let voided = VoidedSignatures { approval: number, steps, notified: Vec::new() };
            draft.push(EventKind::SignaturesVoided(Box::new(voided)));
        }
        if !matches!(approval.matter, ApprovalSubject::Remedy(_)) {
            return Ok(());
        }
        let way = if step.is_some() { Branch::ToStep } else { Branch::ToAuthor };
        self.go(draft, Action::SendBack, way)
    }

    fn take_back(&self, on: ApprovalReference, draft: &mut Draft) -> Result<(), Refusal> {
        let approval = self.open_approval(on.approval)?;
        self.check_stage(approval, Action::TakeBack)?;
        // If nobody can complete it, anybody who is not concerned can take it back.
        let concerned = || {
            let excluded = self.excluded_from(&approval.matter);
            excluded.iter().any(|excluded| excluded.person == self.actor)
        };
        if approval.proposer != self.actor && (concerned() || !self.is_stuck(approval)?) {
            return Err(Refusal::NotTheProposer { actor: self.actor, proposer: approval.proposer });
        }
        let number = on.approval;
        draft.push(EventKind::from(Command::TakeBack(on)));
        draft.end(number, ApprovalState::TakenBack);
        if !matches!(approval.matter, ApprovalSubject::Remedy(_)) {
            return Ok(());
        }
        self.go(draft, Action::TakeBack, Branch::Only)
    }

    /// Changes the proposal. Exactly the signatures that the change touches become void.
    fn amend(&self, proposal: &Proposal, draft: &mut Draft) -> Result<(), Refusal> {
        self.check_proposal(proposal)?;
        self.check_person_behind(proposal, Action::Amend)?;
        // If nothing was proposed before, this is the first proposal.
        self.check_may_propose()?;
        draft.notices.extend(self.few(proposal));
        draft.push(EventKind::from(Command::Amend(proposal.clone())));
        let voided = match self.case.remedy_approval() {
            Some(approval) => self.touch(approval, proposal, draft)?,
            None if self.is_agreed() => {
                let matter = ApprovalSubject::Remedy(proposal.clone());
                match self.required(&matter, self.case.highest_severity())? {
                    // The proposal needed no approval before and needs one now.
                    Some((chain, amount)) => {
                        self.begin(matter, chain, amount, draft)?;
                        true
                    }
                    None => false,
                }
            }
            None => false,
        };
        let executing = self.case.stage() == Stage::Executing;
        let way = match (voided, executing && self.track().consent()) {
            (true, _) => Branch::Voided,
            (false, true) => Branch::AskedAnew,
            (false, false) => Branch::Kept,
        };
        // Before the proposal is submitted there are no signatures.
        let way = if self.case.stage() == Stage::Proposed { Branch::Kept } else { way };
        self.go(draft, Action::Amend, way)
    }

    /// Refuses an author who has signed the proposal. Whoever prepared it is an author already.
    pub(super) fn check_not_signed(&self) -> Result<(), Refusal> {
        let Some(approval) = self.case.remedy_approval() else { return Ok(()) };
        let chain = self.policy.approvals().chain_of(approval.chain);
        let prepares = |id| {
            let steps = chain.map_or(&[][..], Chain::steps);
            steps.iter().any(|step| step.id() == id && step.act() == ApprovalAct::Prepare)
        };
        let signed = |signature: &Signature| signature.is_of(self.actor) && !prepares(signature.step());
        if approval.signed.iter().chain(&approval.overridden).any(signed) {
            return Err(Refusal::SignedIt { actor: self.actor, approval: approval.number });
        }
        Ok(())
    }

    /// Makes void the signatures that a change touches. Returns `true` if the approval is open again.
    fn touch(&self, approval: &Approval, after: &Proposal, draft: &mut Draft) -> Result<bool, Refusal> {
        self.check_not_signed()?;
        let matter = ApprovalSubject::Remedy(after.clone());
        let before = self.case.proposal();
        let total = self.total(&matter)?;
        let changed = Changed::between(before, after, approval.amount, total.known());
        let required = self.required_still(approval, &matter, self.case.highest_severity(), total)?;
        self.raise_to(approval, required, Some(&changed), draft)
    }

    pub(super) fn check_relaxing(&self) -> Result<(), Refusal> {
        if let Some(open) = self.case.live(|_| true) {
            return Err(Refusal::ApprovalOpen { approval: open.number });
        }
        let handled = |excluded: &ExcludedPerson| excluded.person == self.actor;
        if self.case.excluded().iter().any(handled) {
            return Err(Refusal::HandledIt { actor: self.actor });
        }
        Ok(())
    }
}

fn given(
    approval: &Approval,
    signature: Signature,
    step: Option<&Step>,
    completes: bool,
    roster: alloc::string::String,
) -> ApprovalSignature {
    let act = step.map_or(ApprovalAct::Approve, Step::act);
    let content = approval.content();
    ApprovalSignature { approval: approval.number, signature, content, act, completes, roster }
}
