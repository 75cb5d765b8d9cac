//! Approvals: submitted, signed, refused, returned, changed.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::approval::{Chain, Excluded, Progress, Signature, Step, Touch};
use crate::case::approval::{
    Approval, ApprovalOpened, ApprovalRaised, ApprovalState, SignatureGiven, SignaturesVoided,
};
use crate::case::authority::Authority;
use crate::case::decide::changed::Changed;
use crate::case::decide::{Desk, Draft, Raised};
use crate::case::records::{Linked, OnApproval, Returning, SanctionProposed};
use crate::case::state::{add, at_least};
use crate::case::table::Way;
use crate::case::{Command, Matter, Notice, Proposal, Refusal, What};
use crate::vocab::{
    Action, ApprovalAct, CaseId, DecisionKind, Exclusion, Money, Remedy, RuleId, Severity, Stage,
};

impl Matter {
    /// The kind of decision.
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
    pub(super) fn approve(&self, command: Command, draft: &mut Draft) -> Result<(), Refusal> {
        match command {
            Command::Submit => self.submit(draft),
            Command::Apply(matter) => self.apply(matter, draft),
            Command::Sign(on) => self.sign(on, draft),
            Command::RefuseToSign(on) => self.refuse_to_sign(on, draft),
            Command::SendBack(back) => self.send_back(back, draft),
            Command::TakeBack(on) => self.take_back(on, draft),
            Command::Amend(proposal) => self.amend(&proposal, draft),
            other => self.relax(other, draft),
        }
    }

    /// The chain that a decision needs, with the amount by which it was chosen; none where nobody has to sign.
    pub(super) fn required(
        &self,
        matter: &Matter,
        severity: Option<Severity>,
    ) -> Result<Option<(&Chain, Option<Money>)>, Refusal> {
        self.required_for(matter, severity, self.total(matter)?)
    }

    /// The chain that an approval needs from now on. Its amount is the greatest that it has had, for a chain once begun
    /// never shrinks.
    fn required_still(
        &self,
        approval: &Approval,
        matter: &Matter,
        severity: Option<Severity>,
        total: Option<Money>,
    ) -> Result<Option<(&Chain, Option<Money>)>, Refusal> {
        let amount = match (approval.amount, total) {
            (Some(before), Some(now)) if before.is_at_least(&now) == Some(true) => Some(before),
            (_, now) => now,
        };
        self.required_for(matter, severity, amount)
    }

    fn required_for(
        &self,
        matter: &Matter,
        severity: Option<Severity>,
        amount: Option<Money>,
    ) -> Result<Option<(&Chain, Option<Money>)>, Refusal> {
        let remedies: Vec<Remedy> = match matter {
            Matter::Remedy(proposal) => proposal.remedies(),
            _ => Vec::new(),
        };
        let chain = self.policy.approvals().select(matter.kind(), severity, amount, &remedies)?;
        let signed = |chain: &&Chain| chain.steps().iter().any(|step| !step.is_consent());
        Ok(chain.filter(signed).map(|chain| (chain, amount)))
    }

    /// The amount that decides: the case's total over all its proposals and linked cases. Not known where an
    /// alternative does not say what it costs, or where the amounts are of several currencies.
    fn total(&self, matter: &Matter) -> Result<Option<Money>, Refusal> {
        self.total_with(matter, None)
    }

    /// The same with one more linked case.
    fn total_with(&self, matter: &Matter, more: Option<&Linked>) -> Result<Option<Money>, Refusal> {
        let proposal = match matter {
            Matter::Sanction(sanction) => return self.total_of_sanctions(sanction),
            Matter::Remedy(proposal) => Some(proposal),
            _ => self.case.proposal.as_ref(),
        };
        let Some(mut sums) = self.case.spent().map(<[Money]>::to_vec) else { return Ok(None) };
        // A case that is linked twice counts once, with the most that was seen of it.
        let mut of_links: BTreeMap<CaseId, Vec<Money>> = BTreeMap::new();
        for linked in self.case.links.iter().chain(more) {
            let most = of_links.entry(linked.case.id).or_default();
            let mut seen = Vec::new();
            for &amount in &linked.case.amounts {
                add(&mut seen, amount).ok_or(Refusal::AmountOutOfRange)?;
            }
            for amount in seen {
                at_least(most, amount);
            }
        }
        let Some(own) = self.case.at_stake(proposal) else { return Ok(None) };
        for amount in of_links.into_values().flatten().chain(own) {
            add(&mut sums, amount).ok_or(Refusal::AmountOutOfRange)?;
        }
        // What costs nothing is of no currency.
        let mut counted = sums.iter().filter(|sum| sum.minor() > 0);
        Ok(match (counted.next(), counted.next()) {
            (Some(&only), None) => Some(only),
            (None, _) => sums.first().copied(),
            _ => None,
        })
    }

    /// Whether nobody can complete an approval any more, whatever those who may sign do.
    fn is_stuck(&self, approval: &Approval) -> Result<bool, Refusal> {
        let excluded = self.case.excluded_from(&approval.matter);
        let progress = self.progress(approval, &excluded)?;
        Ok(self.authority.is_stuck(&progress, self.at))
    }

    /// What a person is held to account for in this case with one more sanction: what was decided, what is applied for
    /// or approved, and this one. Several small ones are no way round a limit.
    fn total_of_sanctions(&self, sanction: &SanctionProposed) -> Result<Option<Money>, Refusal> {
        let live = |approval: &Approval| match &approval.matter {
            Matter::Sanction(other)
                if matches!(approval.state, ApprovalState::Open | ApprovalState::Approved) =>
            {
                Some(other.clone())
            }
            _ => None,
        };
        let others = self.case.sanctions.iter().cloned().chain(self.case.approvals.iter().filter_map(live));
        let mut seen: Vec<SanctionProposed> = Vec::new();
        for other in others.filter(|other| other.person == sanction.person && other != sanction) {
            if !seen.contains(&other) {
                seen.push(other);
            }
        }
        let mut total = sanction.amount;
        for amount in seen.iter().filter_map(|other| other.amount) {
            total = match total {
                None => Some(amount),
                Some(total) if total.currency() == amount.currency() => {
                    let minor = total.minor().checked_add(amount.minor()).ok_or(Refusal::AmountOutOfRange)?;
                    Some(Money::new(minor, total.currency()))
                }
                Some(_) => return Ok(None),
            };
        }
        Ok(total)
    }

    /// What was carried out without an amount comes to one, once; a sum out of range would bar every later step.
    pub(super) fn check_spent(&self, amount: Money) -> Result<(), Refusal> {
        if !self.case.spent_unstated {
            return Err(Refusal::NoSuch { what: "remedy carried out whose amount is still to be stated" });
        }
        let mut sums = self.case.spent.clone().ok_or(Refusal::AmountOutOfRange)?;
        add(&mut sums, amount).ok_or(Refusal::AmountOutOfRange)
    }

    pub(super) fn check_total(&self, proposal: &Proposal) -> Result<(), Refusal> {
        self.total(&Matter::Remedy(proposal.clone())).map(|_| ())
    }

    fn next_number(&self) -> Result<u32, Refusal> {
        Self::check_room("approvals", self.case.approvals.len())?;
        Ok(u32::try_from(self.case.approvals.len() + 1).unwrap_or(u32::MAX))
    }

    /// Begins an approval, if it can be completed by anybody.
    fn begin(
        &self,
        matter: Matter,
        chain: &Chain,
        amount: Option<Money>,
        draft: &mut Draft,
    ) -> Result<(), Refusal> {
        let mut excluded = self.case.excluded_from(&matter);
        excluded.push(Excluded { person: self.actor, because: Exclusion::Proposer });
        let progress = Progress { amount, excluded: &excluded, ..Progress::of(chain.steps()) };
        self.stuck(&progress)?;
        self.begin_anyway(matter, chain, amount, draft)
    }

    /// Begins an approval for what is a fact already: it waits for those who may sign.
    fn begin_anyway(
        &self,
        matter: Matter,
        chain: &Chain,
        amount: Option<Money>,
        draft: &mut Draft,
    ) -> Result<(), Refusal> {
        let opened = ApprovalOpened { approval: self.next_number()?, matter, chain: chain.id(), amount };
        draft.push(What::ApprovalOpened(Box::new(opened)));
        Ok(())
    }

    fn submit(&self, draft: &mut Draft) -> Result<(), Refusal> {
        if let Some(open) = self.case.remedy_approval() {
            return Err(Refusal::ApprovalOpen { approval: open.number });
        }
        let matter = Matter::Remedy(self.check_proposed()?.clone());
        let Some((chain, amount)) = self.required(&matter, self.case.strictest)? else {
            return Err(Refusal::NothingToApprove);
        };
        draft.push(What::Submitted);
        self.begin(matter, chain, amount, draft)?;
        self.go(draft, Action::Submit, Way::Only)
    }

    fn apply(&self, matter: Matter, draft: &mut Draft) -> Result<(), Refusal> {
        if let Matter::Remedy(_) = matter {
            return Err(Refusal::NoSuch {
                what: "application for a remedy, which is proposed and submitted",
            });
        }
        self.check_matter(&matter)?;
        let Some((chain, amount)) = self.required(&matter, self.case.strictest)? else {
            return Err(Refusal::NothingToApprove);
        };
        let live = self.case.live(|live| *live == matter);
        // What was approved and is not enough any more is asked for anew.
        let outgrown = |live: &&Approval| live.state == ApprovalState::Approved && !self.suffices(live);
        if let Some(open) = live.filter(|live| !outgrown(live)) {
            return Err(Refusal::ApprovalOpen { approval: open.number });
        }
        draft.push(What::from(Command::Apply(matter.clone())));
        if let Some(outgrown) = live {
            draft.end(outgrown.number, ApprovalState::Void);
        }
        self.begin(matter, chain, amount, draft)
    }

    /// What is applied for can be carried out later only on an open case, but for what may follow its end.
    fn check_matter(&self, matter: &Matter) -> Result<(), Refusal> {
        match matter {
            Matter::Sanction(sanction) => {
                self.check_not_oneself(sanction.person, Action::Apply)?;
                self.check_word(sanction.kind)
            }
            Matter::CorrectiveAction(_) | Matter::Recall => Ok(()),
            _ if self.case.is_open() => Ok(()),
            _ => Err(Refusal::NoSuch { what: "open case" }),
        }
    }

    /// The approval that a decision needs, which has to be given; its number.
    pub(in crate::case) fn use_approval(&self, matter: &Matter) -> Result<Option<u32>, Refusal> {
        let Some((chain, _)) = self.required(matter, self.case.strictest)? else { return Ok(None) };
        match self.granted(matter).filter(|approval| self.suffices(approval)) {
            Some(approval) => Ok(Some(approval.number)),
            None => Err(Refusal::NotApproved { chain: chain.id() }),
        }
    }

    /// Whether an approval has asked for everybody whom its matter asks for now: amounts of other cases may have come to
    /// it.
    pub(in crate::case) fn suffices(&self, approval: &Approval) -> bool {
        let own = self.policy.approvals().chain_of(approval.chain);
        let severity = self.case.strictest;
        let required = self
            .total(&approval.matter)
            .and_then(|total| self.required_still(approval, &approval.matter, severity, total));
        let within = |own: &Chain, amount| own.steps().iter().all(|step| !exceeds(approval, step, amount));
        let covers = |(other, amount): (&Chain, Option<Money>)| {
            own.is_some_and(|own| !outgrows(other, own) && within(own, amount))
        };
        required.is_ok_and(|required| required.is_none_or(covers))
    }

    /// Where an approval of the remedy stands, the case stands too: it is signed at that stage alone.
    fn check_stage(&self, approval: &Approval, action: Action) -> Result<(), Refusal> {
        let of_remedy = matches!(approval.matter, Matter::Remedy(_));
        if of_remedy && self.case.stage != Stage::InApproval {
            Err(self.not_from_here(action))
        } else {
            Ok(())
        }
    }

    /// An open approval at the stage where it is signed, with who may not sign it.
    fn at_hand(&self, number: u32, action: Action) -> Result<(&Approval, Vec<Excluded>), Refusal> {
        let approval = self.open_approval(number)?;
        self.check_stage(approval, action)?;
        Ok((approval, self.case.excluded_from(&approval.matter)))
    }

    fn sign(&self, on: OnApproval, draft: &mut Draft) -> Result<(), Refusal> {
        let (approval, excluded) = self.at_hand(on.approval, Action::Sign)?;
        let progress = self.progress(approval, &excluded)?;
        let (signature, roster) = self.authority.sign(&progress, self.actor, self.at)?;
        let mut signed = approval.signed.clone();
        signed.push(signature);
        let after = Progress { signed: &signed, ..progress };
        let open = progress.open_step();
        let completes = open.map(Step::id) != after.open_step().map(Step::id);
        let number = on.approval;
        draft.push(What::from(Command::Sign(on)));
        draft.push(What::SignatureGiven(Box::new(given(number, signature, open, completes, roster))));
        let complete = after.is_complete();
        if complete {
            draft.end(number, ApprovalState::Approved);
        }
        if !matches!(approval.matter, Matter::Remedy(_)) {
            return Ok(());
        }
        let way = match (complete, self.track().asks_consent()) {
            (false, _) => Way::StepsOpen,
            (true, true) => Way::CompleteForConsent,
            (true, false) => Way::Complete,
        };
        self.go(draft, Action::Sign, way)
    }

    fn refuse_to_sign(&self, on: OnApproval, draft: &mut Draft) -> Result<(), Refusal> {
        let (approval, excluded) = self.at_hand(on.approval, Action::RefuseToSign)?;
        let progress = self.progress(approval, &excluded)?;
        let (refusal, roster) = self.authority.refuse(&progress, self.actor, self.at)?;
        let mut refused = approval.refused.clone();
        refused.push(refusal);
        let after = Progress { refused: &refused, ..progress };
        let number = on.approval;
        draft.push(What::from(Command::RefuseToSign(on)));
        let given = given(number, refusal, progress.open_step(), false, roster);
        draft.push(What::SignatureRefused(Box::new(given)));
        let reachable = self.authority.is_reachable(&after, self.at);
        if !reachable {
            draft.end(number, ApprovalState::Refused);
        }
        if !matches!(approval.matter, Matter::Remedy(_)) {
            return Ok(());
        }
        let way = if reachable { Way::StepsOpen } else { Way::Unreachable };
        self.go(draft, Action::RefuseToSign, way)
    }

    fn send_back(&self, back: Returning, draft: &mut Draft) -> Result<(), Refusal> {
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
        draft.push(What::from(Command::SendBack(back)));
        let given = given(number, basis, progress.open_step(), false, roster);
        draft.push(What::SignatureReturned(Box::new(given)));
        if step.is_none() {
            draft.end(number, ApprovalState::Returned);
        } else {
            // Those from that step on, in the order of the chain, whenever they were given.
            let voided = SignaturesVoided { approval: number, steps, notified: Vec::new() };
            draft.push(What::SignaturesVoided(Box::new(voided)));
        }
        if !matches!(approval.matter, Matter::Remedy(_)) {
            return Ok(());
        }
        let way = if step.is_some() { Way::ToStep } else { Way::ToAuthor };
        self.go(draft, Action::SendBack, way)
    }

    fn take_back(&self, on: OnApproval, draft: &mut Draft) -> Result<(), Refusal> {
        let approval = self.open_approval(on.approval)?;
        self.check_stage(approval, Action::TakeBack)?;
        // What nobody who is left can complete is taken back by anybody.
        if approval.proposer != self.actor && !self.is_stuck(approval)? {
            return Err(Refusal::NotTheProposer { actor: self.actor, proposer: approval.proposer });
        }
        let number = on.approval;
        draft.push(What::from(Command::TakeBack(on)));
        draft.end(number, ApprovalState::TakenBack);
        if !matches!(approval.matter, Matter::Remedy(_)) {
            return Ok(());
        }
        self.go(draft, Action::TakeBack, Way::Only)
    }

    /// Changes a proposal: exactly the signatures on what changed are void.
    fn amend(&self, proposal: &Proposal, draft: &mut Draft) -> Result<(), Refusal> {
        self.check_proposal(proposal)?;
        // Where nothing was proposed before, this is the proposal.
        self.check_may_propose()?;
        draft.notices.extend(self.few(proposal));
        draft.push(What::from(Command::Amend(proposal.clone())));
        let voided = match self.case.remedy_approval() {
            Some(approval) => self.touch(approval, proposal, draft)?,
            None if self.is_agreed() => {
                let matter = Matter::Remedy(proposal.clone());
                match self.required(&matter, self.case.strictest)? {
                    // What needed nobody's approval before needs one now.
                    Some((chain, amount)) => {
                        self.begin(matter, chain, amount, draft)?;
                        true
                    }
                    None => false,
                }
            }
            None => false,
        };
        let executing = self.case.stage == Stage::Executing;
        let way = match (voided, executing && self.track().asks_consent()) {
            (true, _) => Way::Voided,
            (false, true) => Way::AskedAnew,
            (false, false) => Way::Kept,
        };
        // Before it is submitted there is nothing to void.
        let way = if self.case.stage == Stage::Proposed { Way::Kept } else { way };
        self.go(draft, Action::Amend, way)
    }

    /// Whoever has signed a proposal does not become its author; whoever has prepared it is that already.
    pub(super) fn check_not_signed(&self) -> Result<(), Refusal> {
        let Some(approval) = self.case.remedy_approval() else { return Ok(()) };
        let chain = self.policy.approvals().chain_of(approval.chain);
        let prepares = |id| {
            let steps = chain.map_or(&[][..], Chain::steps);
            steps.iter().any(|step| step.id() == id && step.act() == ApprovalAct::Prepare)
        };
        let signed = |signature: &Signature| signature.is_of(self.actor) && !prepares(signature.step());
        if approval.signed.iter().any(signed) {
            return Err(Refusal::SignedIt { actor: self.actor, approval: approval.number });
        }
        Ok(())
    }

    /// Voids the signatures that a change touches; whether the approval is open again.
    fn touch(&self, approval: &Approval, after: &Proposal, draft: &mut Draft) -> Result<bool, Refusal> {
        self.check_not_signed()?;
        let matter = Matter::Remedy(after.clone());
        let before = self.case.proposal.as_ref();
        let total = self.total(&matter)?;
        let changed = Changed::between(before, after, approval.amount, total);
        let required = self.required_still(approval, &matter, self.case.strictest, total)?;
        self.raise_to(approval, required, Some(&changed), draft)
    }

    /// Voids the signatures that a change touches, those that a stricter chain would not take and those whose limit the
    /// amount has passed, and puts that chain in the place of the other; whether the approval is open again.
    fn raise_to(
        &self,
        approval: &Approval,
        required: Option<(&Chain, Option<Money>)>,
        changed: Option<&Changed>,
        draft: &mut Draft,
    ) -> Result<bool, Refusal> {
        let number = approval.number;
        let chain = self.policy.approvals().chain_of(approval.chain);
        let chain = chain.ok_or(Refusal::NoSuch { what: "chain of that id in the policy" })?;
        let stricter = required.filter(|(other, _)| outgrows(other, chain));
        let mut voided = SignaturesVoided { approval: number, steps: Vec::new(), notified: Vec::new() };
        for step in chain.steps() {
            let is_of = |signature: &Signature| signature.step() == step.id();
            let (signed, refused) = (approval.signed.iter().any(is_of), approval.refused.iter().any(is_of));
            let is_gone = stricter.is_some_and(|(other, _)| !takes(other, step, &approval.signed))
                || required.is_some_and(|(_, amount)| exceeds(approval, step, amount));
            let touch = changed.map_or(Touch::Keep, |changed| changed.touches(step));
            match if is_gone { Touch::Void } else { touch } {
                Touch::Void if signed || refused => voided.steps.push(step.id()),
                Touch::Notify if signed => {
                    voided.notified.push(step.id());
                    draft.notice(Notice::TellSigners { step: step.id() });
                }
                _ => {}
            }
        }
        let reopened = stricter.is_some() || !voided.steps.is_empty();
        // Whatever changed, the approval is for the new content from then on.
        if changed.is_some() || !voided.steps.is_empty() {
            draft.push(What::SignaturesVoided(Box::new(voided)));
        }
        let same =
            required.filter(|(_, amount)| *amount != approval.amount).map(|(_, amount)| (chain, amount));
        if let Some((chain, amount)) = stricter.or(same) {
            let raised = ApprovalRaised { approval: number, chain: chain.id(), amount };
            draft.push(What::ApprovalRaised(Box::new(raised)));
        }
        Ok(reopened)
    }

    /// Raises the approvals that a worse severity asks more of.
    pub(super) fn raise(&self, severity: Option<Severity>, draft: &mut Draft) -> Result<Raised, Refusal> {
        let mut outcome = Raised::No;
        let live =
            |approval: &&Approval| matches!(approval.state, ApprovalState::Open | ApprovalState::Approved);
        for approval in self.case.approvals.iter().filter(live) {
            if self.raise_one(approval, severity, None, draft)? {
                let remedy = matches!(approval.matter, Matter::Remedy(_));
                outcome = if remedy { Raised::Remedy } else { outcome.max_other() };
            }
        }
        // A remedy that needed nobody's approval may need one now, before it is done.
        if self.is_agreed()
            && self.case.remedy_approval().is_none()
            && let Some(proposal) = &self.case.proposal
        {
            let matter = Matter::Remedy(proposal.clone());
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

    /// Raises an approval to what it needs by what is known now; whether it is open again. What was found is recorded
    /// all the same where that is not known: who has to sign is asked again before it is carried out.
    fn raise_one(
        &self,
        approval: &Approval,
        severity: Option<Severity>,
        more: Option<&Linked>,
        draft: &mut Draft,
    ) -> Result<bool, Refusal> {
        let total = self.total_with(&approval.matter, more)?;
        match self.required_still(approval, &approval.matter, severity, total) {
            Err(Refusal::ApprovalUnknown(_)) => Ok(false),
            required => self.raise_to(approval, required?, None, draft),
        }
    }

    /// Raises the open approvals by the amounts of a linked case. What is approved already is looked at when it is used.
    pub(super) fn raise_by_link(&self, linked: &Linked, draft: &mut Draft) -> Result<(), Refusal> {
        self.check_total_with(linked)?;
        for approval in self.case.approvals.iter().filter(|approval| approval.state == ApprovalState::Open) {
            self.raise_one(approval, self.case.strictest, Some(linked), draft)?;
        }
        Ok(())
    }

    /// A sum out of range would bar every later step.
    pub(super) fn check_total_with(&self, linked: &Linked) -> Result<(), Refusal> {
        self.total_with(&Matter::ForcedClosure, Some(linked)).map(|_| ())
    }

    fn relax(&self, command: Command, draft: &mut Draft) -> Result<(), Refusal> {
        self.check_relaxing()?;
        draft.push(What::from(command));
        Ok(())
    }

    pub(super) fn check_relaxing(&self) -> Result<(), Refusal> {
        if let Some(open) = self.case.live(|_| true) {
            return Err(Refusal::ApprovalOpen { approval: open.number });
        }
        let handled = |excluded: &Excluded| excluded.person == self.actor;
        if self.case.excluded().iter().any(handled) {
            return Err(Refusal::HandledIt { actor: self.actor });
        }
        Ok(())
    }
}

impl Raised {
    const fn max_other(self) -> Self {
        match self {
            Self::Remedy => Self::Remedy,
            _ => Self::Other,
        }
    }
}

/// Whether a chain asks for steps that another has not: a chain once begun never shrinks.
fn outgrows(other: &Chain, chain: &Chain) -> bool {
    let asked = other.steps().iter().filter(|step| !step.is_consent());
    other.id() != chain.id() && asked.into_iter().any(|step| !asks(chain, step))
}

/// Whether a chain asks for a step, of nobody whom the step would not take.
fn asks(chain: &Chain, step: &Step) -> bool {
    chain.steps().iter().any(|known| {
        is_same(known, step)
            && known.may_repeat() <= step.may_repeat()
            && known.systems().iter().all(|account| step.systems().contains(account))
    })
}

/// Whether a chain takes what was signed at a step of another.
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

/// Whether two chains ask the same of the same people at a step.
fn is_same(step: &Step, other: &Step) -> bool {
    step.id() == other.id() && step.act() == other.act() && step.signers() == other.signers()
}

/// Whether an amount has grown past what somebody could sign, where a greater amount voids what was signed.
fn exceeds(approval: &Approval, step: &Step, amount: Option<Money>) -> bool {
    let past = |limit: Money| amount.is_some_and(|amount| limit.is_at_least(&amount) != Some(true));
    let signed = approval.signed.iter().filter(|signature| signature.step() == step.id());
    step.material().amount_raised == Touch::Void && signed.filter_map(Signature::limit).any(past)
}

fn given(
    approval: u32,
    signature: Signature,
    step: Option<&Step>,
    completes: bool,
    roster: alloc::string::String,
) -> SignatureGiven {
    let act = step.map_or(ApprovalAct::Approve, Step::act);
    SignatureGiven { approval, signature, act, completes, roster }
}
