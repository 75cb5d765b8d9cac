//! Choosing the chain of an approval, and raising an approval that has begun.
//!
//! # How an approval grows
//!
//! The problem: an approval can be half signed when the case becomes more severe, the proposal more expensive, or a
//! linked case adds to the amount. The signatures must then not cover more than their signers meant.
//!
//! The rules:
//! - **A chain never shrinks.** Once an amount or a severity was reached, a lower one does not choose a weaker chain.
//! - **A stricter chain replaces the old one** if it asks for a step that the old chain does not have. Signatures on
//!   steps that both chains have, with the same act and the same signers, stay.
//! - **A signature becomes void** if its step is not in the stricter chain, if the amount has grown past the limit of
//!   its signer, if its signer has been named in the complaint since, or if an amendment touches it.
//! - **An override** approves exactly the content for which it was given. Any change of the content makes it void.
//! - A signer with a limit signs no unknown amount.
//!
//! If it is not known which chain is required, the findings are recorded all the same: facts must not wait for an
//! approval. The chain is asked for again before the approval is used ([`Desk::suffices`]).
//!
//! A remedy that needed no approval before can need one now. Then an approval begins by itself, even if nobody could
//! complete it at this moment.
//!
//! An approval that is complete is not reopened by a new link. It is checked when it is used.
//!
//! Cost: linear in the steps and signatures of the approvals that are not used yet.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::approval::signing::{AmendmentEffect, ChainQuery, ExcludedPerson};
use crate::approval::{Chain, Signature, Step};
use crate::case::approval::{Approval, ApprovalState, ApprovalSubject, ChainReplacement, VoidedSignatures};
use crate::case::command::CaseLink;
use crate::case::decide::authority::Authority;
use crate::case::decide::changed::Changed;
use crate::case::decide::desk::{Desk, Draft, Raised};
use crate::case::decide::totals::Total;
use crate::case::deed::EventKind;
use crate::case::event::Notice;
use crate::case::refusal::Refusal;
use crate::vocab::course::{ApprovalAct, Exclusion};
use crate::vocab::{Money, Remedy, Severity};

impl<A: Authority> Desk<'_, A> {
    /// Returns the chain that a decision needs, with the amount by which it was chosen. `None` if nobody must sign.
    pub(super) fn required(
        &self,
        matter: &ApprovalSubject,
        severity: Option<Severity>,
    ) -> Result<Option<(&Chain, Option<Money>)>, Refusal> {
        self.required_for(matter, severity, self.total(matter)?.known())
    }

    /// Returns the chain that an approval needs from now on, by the greatest amount that it has had.
    pub(super) fn required_still(
        &self,
        approval: &Approval,
        matter: &ApprovalSubject,
        severity: Option<Severity>,
        total: Total,
    ) -> Result<Option<(&Chain, Option<Money>)>, Refusal> {
        let amount = match (approval.amount, total) {
            (Some(before), Total::Nothing) => Some(before),
            (Some(before), Total::Of(now)) if before.is_at_least(&now) == Some(true) => Some(before),
            (_, now) => now.known(),
        };
        self.required_for(matter, severity, amount)
    }

    pub(super) fn required_for(
        &self,
        matter: &ApprovalSubject,
        severity: Option<Severity>,
        amount: Option<Money>,
    ) -> Result<Option<(&Chain, Option<Money>)>, Refusal> {
        let remedies: Vec<Remedy> = match matter {
            ApprovalSubject::Remedy(proposal) => proposal.remedies(),
            ApprovalSubject::ForcedClosure
            | ApprovalSubject::Extension(_)
            | ApprovalSubject::Recall
            | ApprovalSubject::Sanction(_)
            | ApprovalSubject::CorrectiveAction(_)
            | ApprovalSubject::PolicyChange(_) => Vec::new(),
        };
        let chain = self.policy.approvals().select(
            ChainQuery::new(matter.kind())
                .with_severity(severity)
                .with_amount(amount)
                .with_remedies(&remedies),
        )?;
        let signed = |chain: &&Chain| chain.steps().iter().any(|step| !step.is_consent());
        Ok(chain.filter(signed).map(|chain| (chain, amount)))
    }

    /// Returns the number of the approval that a decision uses, or `None` if it needs none. Refuses if it is not given.
    pub(in crate::case) fn use_approval(&self, matter: &ApprovalSubject) -> Result<Option<u32>, Refusal> {
        let Some((chain, _)) = self.required(matter, self.case.highest_severity())? else { return Ok(None) };
        match self.case.granted(matter).filter(|approval| self.suffices(approval)) {
            Some(approval) => Ok(Some(approval.number)),
            None => Err(Refusal::NotApproved { chain: chain.id() }),
        }
    }

    /// Returns `true` if an approval has asked everybody whom its matter requires now. Since it was given, amounts of
    /// other cases can have been added, or a signer named in the complaint.
    pub(in crate::case) fn suffices(&self, approval: &Approval) -> bool {
        let own = self.policy.approvals().chain_of(approval.chain);
        let named = self.named_since(approval, &Draft::default());
        let steps = own.map_or(&[][..], Chain::steps);
        if steps.iter().any(|step| is_signed_by(approval, step, &named)) {
            return false;
        }
        let severity = self.case.highest_severity();
        let required = self
            .total(&approval.matter)
            .and_then(|total| self.required_still(approval, &approval.matter, severity, total));
        let within = |own: &Chain, amount| own.steps().iter().all(|step| !exceeds(approval, step, amount));
        let covers = |(other, amount): (&Chain, Option<Money>)| {
            own.is_some_and(|own| !outgrows(other, own) && within(own, amount))
        };
        required.is_ok_and(|required| required.is_none_or(covers))
    }

    /// Makes void every signature that no longer holds, and replaces the chain if a stricter one is required. Returns
    /// `true` if the approval is open again.
    pub(super) fn raise_to(
        &self,
        approval: &Approval,
        required: Option<(&Chain, Option<Money>)>,
        changed: Option<&Changed>,
        draft: &mut Draft,
    ) -> Result<bool, Refusal> {
        let number = approval.number;
        let chain = self.policy.approvals().chain_of(approval.chain);
        let chain = chain.ok_or(Refusal::NoSuch { what: "chain with that id in the policy" })?;
        let stricter = required.filter(|(other, _)| outgrows(other, chain));
        let named = self.named_since(approval, draft);
        let mut voided = VoidedSignatures { approval: number, steps: Vec::new(), notified: Vec::new() };
        for step in chain.steps() {
            let is_of = |signature: &Signature| signature.step() == step.id();
            // An override approves every step.
            let overridden = approval.overridden.is_some();
            let (signed, refused) = (approval.signed.iter().any(is_of), approval.refused.iter().any(is_of));
            let is_gone = stricter.is_some_and(|(other, _)| !takes(other, step, &approval.signed))
                || required.is_some_and(|(_, amount)| exceeds(approval, step, amount))
                || is_signed_by(approval, step, &named);
            let touch = changed.map_or(AmendmentEffect::Keep, |changed| changed.touches(step));
            match if is_gone { AmendmentEffect::Void } else { touch } {
                AmendmentEffect::Void if signed || refused || overridden => voided.steps.push(step.id()),
                // An override covers only the content for which it was given, whatever the step keeps.
                AmendmentEffect::Void | AmendmentEffect::Notify | AmendmentEffect::Keep
                    if overridden && changed.is_some() && !signed =>
                {
                    voided.steps.push(step.id());
                }
                AmendmentEffect::Notify if signed => {
                    voided.notified.push(step.id());
                    draft.notice(Notice::TellSigners { step: step.id() });
                }
                AmendmentEffect::Void | AmendmentEffect::Notify | AmendmentEffect::Keep => {}
            }
        }
        let reopened = stricter.is_some() || !voided.steps.is_empty();
        // After an amendment, the approval is for the new content.
        if changed.is_some() || !voided.steps.is_empty() {
            draft.push(EventKind::SignaturesVoided(Box::new(voided)));
        }
        let same =
            required.filter(|(_, amount)| *amount != approval.amount).map(|(_, amount)| (chain, amount));
        if let Some((chain, amount)) = stricter.or(same) {
            let raised = ChainReplacement { approval: number, chain: chain.id(), amount };
            draft.push(EventKind::ApprovalRaised(Box::new(raised)));
        }
        Ok(reopened)
    }

    /// Raises the approvals for which a higher severity requires more.
    pub(super) fn raise(&self, severity: Option<Severity>, draft: &mut Draft) -> Result<Raised, Refusal> {
        let mut outcome = Raised::No;
        for approval in self.case.live_approvals() {
            if self.raise_one(approval, severity, None, draft)? {
                let remedy = matches!(approval.matter, ApprovalSubject::Remedy(_));
                outcome = if remedy { Raised::Remedy } else { outcome.max_other() };
            }
        }
        // A remedy that needed no approval can need one now, before it is completed.
        if self.is_agreed()
            && self.case.remedy_approval().is_none()
            && let Some(proposal) = self.case.proposal()
        {
            let matter = ApprovalSubject::Remedy(proposal.clone());
            match self.required(&matter, severity) {
                Err(Refusal::ApprovalUnknown(_)) | Ok(None) => {}
                required => {
                    if let Some((chain, amount)) = required? {
                        self.begin_anyway(matter, chain, amount, draft)?;
                        outcome = Raised::Remedy;
                    }
                }
            }
        }
        Ok(outcome)
    }

    /// Raises an approval to what it needs now. Returns `true` if it is open again. If the required chain is not known,
    /// only touched signatures become void.
    pub(super) fn raise_one(
        &self,
        approval: &Approval,
        severity: Option<Severity>,
        more: Option<&CaseLink>,
        draft: &mut Draft,
    ) -> Result<bool, Refusal> {
        let total = self.total_with(&approval.matter, more)?;
        match self.required_still(approval, &approval.matter, severity, total) {
            Err(Refusal::ApprovalUnknown(_)) => self.raise_to(approval, None, None, draft),
            required => self.raise_to(approval, required?, None, draft),
        }
    }

    /// Raises the open approvals by the amounts of a linked case. A complete approval is checked when it is used.
    pub(super) fn raise_by_link(&self, linked: &CaseLink, draft: &mut Draft) -> Result<(), Refusal> {
        self.check_total_with(linked)?;
        for approval in self.case.approvals().iter().filter(|approval| approval.state == ApprovalState::Open)
        {
            self.raise_one(approval, self.case.highest_severity(), Some(linked), draft)?;
        }
        Ok(())
    }
}

impl Raised {
    const fn max_other(self) -> Self {
        match self {
            Self::Remedy => Self::Remedy,
            Self::No | Self::Other => Self::Other,
        }
    }
}

/// Returns `true` if `other` asks for a step that `chain` does not have.
fn outgrows(other: &Chain, chain: &Chain) -> bool {
    let asked = other.steps().iter().filter(|step| !step.is_consent());
    other.id() != chain.id() && asked.into_iter().any(|step| !asks(chain, step))
}

/// Returns `true` if a chain asks for a step, and accepts nobody there whom the step would not accept.
fn asks(chain: &Chain, step: &Step) -> bool {
    chain.steps().iter().any(|known| {
        is_same(known, step)
            && known.may_repeat() <= step.may_repeat()
            && known.systems().iter().all(|account| step.systems().contains(account))
    })
}

/// Returns `true` if a chain accepts the signatures on a step of another chain.
fn takes(chain: &Chain, step: &Step, signed: &[Signature]) -> bool {
    let here = || signed.iter().filter(|signature| signature.step() == step.id());
    let elsewhere = |person| signed.iter().any(|other| other.step() != step.id() && other.is_of(person));
    let repeats = here().flat_map(Signature::people).any(elsewhere);
    chain.steps().iter().any(|known| {
        let names = |account| known.systems().contains(&account) || !step.systems().contains(&account);
        is_same(known, step)
            && (known.may_repeat() || !step.may_repeat() || !repeats)
            && here().all(|signature| names(signature.by()))
    })
}

/// Returns `true` if two steps ask the same act of the same signers.
fn is_same(step: &Step, other: &Step) -> bool {
    step.id() == other.id() && step.act() == other.act() && step.signers() == other.signers()
}

/// Returns `true` if a step was signed, or the whole approval overridden, by somebody who is excluded now.
fn is_signed_by(approval: &Approval, step: &Step, named: &[ExcludedPerson]) -> bool {
    let counts = |because: Exclusion| step.act() != ApprovalAct::Prepare || because.bars_preparing();
    let signed = approval.signed.iter().filter(|signature| signature.step() == step.id());
    let mut people = signed.chain(&approval.overridden).flat_map(Signature::people);
    people.any(|person| named.iter().any(|named| named.person == person && counts(named.because)))
}

/// Returns `true` if an amount is above the limit of somebody who signed a step. An unknown amount is above every
/// limit.
fn exceeds(approval: &Approval, step: &Step, amount: Option<Money>) -> bool {
    let past = |limit: Money| amount.is_none_or(|amount| limit.is_at_least(&amount) != Some(true));
    let signed = approval.signed.iter().filter(|signature| signature.step() == step.id());
    signed.chain(&approval.overridden).filter_map(Signature::limit).any(past)
}
