//! Deciding commands from the receipt to the solution.
//!
//! Each command has its checks. If all pass, its event is added, and then what follows from it: a new assessment of the
//! complaint, the end of an approval, a move to the stage that the table of
//! [`course`](crate::case::course) lists for the outcome.

use alloc::vec::Vec;

use chrono::TimeDelta;

use crate::case::approval::{ApprovalState, ApprovalSubject};
use crate::case::clock::{is_awaited, last_runs};
use crate::case::command::{
    CauseFinding, CustomerCausedFinding, Dispatch, InvestigationStart, NotEstablishedFinding, Proposal,
};
use crate::case::course::Branch;
use crate::case::decide::authority::Authority;
use crate::case::decide::desk::{Desk, Draft, Raised};
use crate::case::decide::groups::{approving, beside, elsewhere, timing, to_the_end};
use crate::case::deed::{Command, EventKind};
use crate::case::event::Notice;
use crate::case::payload::MAX_OFFERS;
use crate::case::refusal::Refusal;
use crate::policy::track::ApologyRule;
use crate::vocab::kind::Medium;
use crate::vocab::{Action, Anchor, FaultParty, FormField, Mark, Severity, Stage};

/// What follows from a command, after its own event.
enum Then {
    Go(Branch),
    Fail(Stage),
    Object,
    Lapse,
    Finish,
    Reclassify,
}

impl<A: Authority> Desk<'_, A> {
    #[expect(clippy::unnested_or_patterns, reason = "each group is one pattern")]
    pub(super) fn on_course(&self, command: Command, draft: &mut Draft) -> Result<(), Refusal> {
        let action = command.action();
        let (mut findings, mut then) = (None, Then::Go(Branch::Only));
        match &command {
            Command::Acknowledge => self.check_not_acknowledged()?,
            Command::Register => self.check_form()?,
            Command::AnswerAtOnce(_) => {
                self.check_not_by_force()?;
                self.check_minor()?;
            }
            Command::FindNotEstablished(found) => {
                self.check_not_by_force()?;
                self.check_not_established(found)?;
            }
            Command::Dispatch(to) => self.check_dispatch(to)?,
            Command::Redispatch(to) => {
                self.check_dispatch(to)?;
                self.check_transfer()?;
            }
            Command::Start(start) => self.check_start(start)?,
            Command::FindCustomerCaused(found) => {
                self.check_not_by_force()?;
                self.check_customer_caused(found)?;
            }
            Command::Propose(proposal) => {
                self.check_not_by_force()?;
                self.check_proposal(proposal)?;
                self.check_person_behind(proposal, Action::Propose)?;
                self.check_may_propose()?;
                draft.notices.extend(self.few(proposal));
            }
            Command::Offer => {
                self.check_proposed()?;
                self.check_needs_no_approval()?;
            }
            Command::Lapse => {
                self.check_silence()?;
                then = Then::Lapse;
            }
            Command::CarryOut => {
                self.check_proposed()?;
                self.check_needs_no_approval()?;
                if self.track().consent() {
                    return Err(Refusal::NoConsent);
                }
            }
            Command::Finish => {
                self.check_may_be_done()?;
                then = Then::Finish;
            }
            Command::Triage(found) => {
                self.check_lowered(found)?;
                findings = Some(found.clone());
            }
            Command::Reclassify(found) => {
                self.check_lowered(found)?;
                (findings, then) = (Some(found.clone()), Then::Reclassify);
            }
            Command::FindCause(found) => findings = Some(self.check_cause(found)?),
            Command::Object(_) => then = Then::Object,
            Command::Fail(on) => then = Then::Fail(on.to),
            Command::AskCustomer(_) | Command::Consent => {}
            to_the_end!() | approving!() | timing!() | beside!() | elsewhere!() => {
                return Err(self.of_another_group(action));
            }
        }
        let what = EventKind::from(command);
        self.check_named(&what)?;
        draft.push(what);
        let raised = match findings {
            Some(findings) => self.assess(&findings, draft)?,
            None => Raised::No,
        };
        match then {
            Then::Go(way) => self.go(draft, action, way),
            Then::Fail(to) => {
                self.void_remedy(draft);
                self.go_to(draft, action, to)
            }
            Then::Object => self.object(draft),
            Then::Lapse => {
                self.void_remedy(draft);
                self.go(draft, action, Branch::Only)
            }
            Then::Finish => {
                if let Some(approval) = self.case.remedy_approval() {
                    draft.end(approval.number, ApprovalState::Used);
                }
                self.go(draft, action, Branch::Only)
            }
            Then::Reclassify => {
                let way = if raised == Raised::Remedy { Branch::Voided } else { Branch::Kept };
                self.go(draft, action, way)
            }
        }
    }

    /// Refuses a second acknowledgement in one round of the case, unless a clock that has started since waits for it.
    fn check_not_acknowledged(&self) -> Result<(), Refusal> {
        let event = Anchor::ACKNOWLEDGED;
        let is_done = self.case.timeline().has_in_round(event, None);
        if is_done && !is_awaited(self.case, self.policy, event, None, self.at) {
            return Err(Self::already(&event));
        }
        Ok(())
    }

    /// Checks that the required fields have answers, and that an oral complaint was written down.
    fn check_form(&self) -> Result<(), Refusal> {
        let missing: Vec<FormField> = self.missing_fields().collect();
        if !missing.is_empty() {
            return Err(Refusal::MissingFields { missing });
        }
        let complaint = self.case.complaint();
        if complaint.medium() == Some(Medium::ORAL) && !complaint.answers(FormField::NARRATIVE) {
            return Err(Refusal::NotWrittenDown);
        }
        Ok(())
    }

    fn missing_fields(&self) -> impl Iterator<Item = FormField> + '_ {
        let complaint = self.case.complaint();
        self.track().required.iter().copied().filter(move |&field| !complaint.answers(field))
    }

    pub(super) fn check_minor(&self) -> Result<(), Refusal> {
        match self.case.severity() {
            // If the policy gives the mark, both are required: a minor matter, and a handler who can solve it.
            Some(Severity::Minor) if self.policy.gives(Mark::ANSWER_AT_ONCE) => {
                if self.case.assessment().marks.contains(&Mark::ANSWER_AT_ONCE) {
                    Ok(())
                } else {
                    Err(Refusal::NotAtOnce)
                }
            }
            Some(Severity::Minor) => Ok(()),
            severity => Err(Refusal::NotMinor { severity }),
        }
    }

    fn check_not_established(&self, found: &NotEstablishedFinding) -> Result<(), Refusal> {
        Self::check_count("reasons", found.reasons.len(), MAX_OFFERS)?;
        found.reasons.iter().try_for_each(|&reason| self.check_word(reason))
    }

    fn check_dispatch(&self, to: &Dispatch) -> Result<(), Refusal> {
        self.check_not_by_force()?;
        self.check_word(to.department)
    }

    /// Refuses to handle a complaint that is to be closed by force. It has no clocks, so it is neither dispatched nor
    /// solved; if there is a solution after all, the facts must say so first.
    pub(super) fn check_not_by_force(&self) -> Result<(), Refusal> {
        if self.case.assessment().exempt { Err(Refusal::ClosedByForce) } else { Ok(()) }
    }

    /// Refuses to transfer a complaint after its closing deadline, if the policy says so.
    pub(super) fn check_transfer(&self) -> Result<(), Refusal> {
        if !self.track().no_transfer_when_unclosed {
            return Ok(());
        }
        let clocks = self.case.clocks(self.policy, self.at);
        // After a reopening, a new clock has its own limit. A clock that resumed is as late as before.
        let closing = last_runs(&clocks)
            .filter(|clock| clock.rule().part() == crate::policy::clock::ClockPart::Closure);
        let missed = closing
            .filter_map(|clock| Some((clock.name(), clock.reading(self.policy, self.at).ran_out()?.at())));
        match missed.min_by_key(|&(_, due)| due) {
            Some((clock, due)) => Err(Refusal::NoTransferWhenUnclosed { clock, due }),
            None => Ok(()),
        }
    }

    fn check_start(&self, start: &InvestigationStart) -> Result<(), Refusal> {
        self.check_not_by_force()?;
        if let Some(received) = start.received {
            self.check_past(received)?;
        }
        match start.department.or(self.case.department()) {
            Some(department) => self.check_word(department),
            // Without a dispatch stage nobody has to name a department: a one-person shop has none.
            None if self.track().dispatch() => Err(Refusal::Unrouted),
            None => Ok(()),
        }
    }

    fn check_cause(&self, found: &CauseFinding) -> Result<crate::case::command::Findings, Refusal> {
        if !found.responsible.is_empty() {
            Self::check_room(
                "responsible people",
                self.case.responsible().len() + found.responsible.len() - 1,
            )?;
        }
        found.possible.iter().try_for_each(|&cause| self.check_word(cause))?;
        found.evidence.iter().try_for_each(|&basis| self.check_word(basis))?;
        Ok(found.findings.clone())
    }

    pub(super) fn check_customers_fault(&self) -> Result<(), Refusal> {
        let of_customer = |party: FaultParty| party.is_or_under(&FaultParty::CUSTOMER);
        if self.case.complaint().fault_party().is_some_and(of_customer) {
            Ok(())
        } else {
            Err(Refusal::NotCustomersFault)
        }
    }

    /// Checks that the fault is the customer's, and that the form that the policy requires is complete.
    fn check_customer_caused(&self, found: &CustomerCausedFinding) -> Result<(), Refusal> {
        self.check_customers_fault()?;
        let parts = [
            ("the cause", &found.cause),
            ("the corrective measure", &found.corrective),
            ("the preventive measure", &found.preventive),
        ];
        let missing = parts.into_iter().find(|(_, part)| part.is_none());
        match missing.filter(|_| self.track().customer_caused_form) {
            Some((part, _)) => Err(Refusal::MissingPart { part }),
            None => Ok(()),
        }
    }

    pub(super) fn check_proposal(&self, proposal: &Proposal) -> Result<(), Refusal> {
        Self::check_count("alternatives", proposal.alternatives.len(), MAX_OFFERS)?;
        for offer in &proposal.alternatives {
            Self::check_count("remedies of an alternative", offer.remedies.len(), MAX_OFFERS)?;
            offer.remedies.iter().try_for_each(|&remedy| self.check_word(remedy))?;
        }
        self.check_total(proposal)
    }

    pub(super) fn few(&self, proposal: &Proposal) -> Option<Notice> {
        let given = u32::try_from(proposal.alternatives.len()).unwrap_or(u32::MAX);
        let wanted = self.track().alternatives_wanted;
        (given < wanted).then_some(Notice::FewAlternatives { given, wanted })
    }

    /// Checks what the policy requires before a proposal.
    pub(super) fn check_may_propose(&self) -> Result<(), Refusal> {
        self.check_fault()?;
        self.check_apology()
    }

    /// Checks that the party at fault is known, if the policy requires this before a proposal.
    fn check_fault(&self) -> Result<(), Refusal> {
        let party = self.case.complaint().fault_party().filter(FaultParty::is_determined);
        let cause = self.case.complaint().cause();
        if self.track().wants_fault_before_proposal(cause) && party.is_none() {
            return Err(Refusal::FaultNotKnown);
        }
        Ok(())
    }

    /// Checks that the apology that the policy requires was made, with all its parts.
    fn check_apology(&self) -> Result<(), Refusal> {
        let is_own = self.case.complaint().fault_party().is_some_and(|party| party.is_own());
        let (owed, complete) = match self.track().apology {
            ApologyRule::NotAsked => (false, false),
            ApologyRule::OwnFault => (is_own, false),
            ApologyRule::Always => (true, false),
            ApologyRule::AlwaysComplete => (true, true),
        };
        let missing: Vec<&'static str> = match self.case.apology() {
            Some(apology) if complete => apology.missing().collect(),
            Some(_) => return Ok(()),
            None if complete => crate::case::command::Apology::default().missing().collect(),
            None => Vec::new(),
        };
        if owed && (self.case.apology().is_none() || !missing.is_empty()) {
            return Err(Refusal::ApologyOwed { missing });
        }
        Ok(())
    }

    pub(super) fn check_proposed(&self) -> Result<&Proposal, Refusal> {
        self.case.proposal().ok_or(Refusal::NoSuch { what: "proposal" })
    }

    fn check_needs_no_approval(&self) -> Result<(), Refusal> {
        let proposal = self.check_proposed()?;
        match self.required(&ApprovalSubject::Remedy(proposal.clone()), self.case.highest_severity())? {
            Some((chain, _)) => Err(Refusal::NotApproved { chain: chain.id() }),
            None => Ok(()),
        }
    }

    /// Checks that the remedy was approved, and that the complainant consented to it.
    fn check_may_be_done(&self) -> Result<(), Refusal> {
        let proposal = self.check_proposed()?;
        // The party at fault may have become known after the proposal.
        self.check_apology()?;
        if self.track().consent() && !self.case.has_consent() {
            return Err(Refusal::NoConsent);
        }
        self.use_approval(&ApprovalSubject::Remedy(proposal.clone())).map(|_| ())
    }

    fn check_silence(&self) -> Result<(), Refusal> {
        let Some(silence) = self.track().silence else {
            return Err(Refusal::NoSuch { what: "time after which an offer lapses" });
        };
        let since = self.case.proposals().waiting_since().unwrap_or(self.case.stage_since());
        let from =
            since.checked_add_signed(silence.delta()).unwrap_or(chrono::DateTime::<chrono::Utc>::MAX_UTC);
        if self.at < from { Err(Refusal::TooEarly { at: self.at, from }) } else { Ok(()) }
    }

    /// Offers the next alternative. If none is left, the case goes back for a new proposal.
    fn object(&self, draft: &mut Draft) -> Result<(), Refusal> {
        if self.case.proposals().has_another() {
            return self.go(draft, Action::Object, Branch::AlternativeLeft);
        }
        self.void_remedy(draft);
        self.go(draft, Action::Object, Branch::NoneLeft)
    }

    /// Makes the approval of the remedy void, so that it cannot be used later.
    pub(super) fn void_remedy(&self, draft: &mut Draft) {
        if let Some(approval) = self.case.remedy_approval() {
            draft.end(approval.number, ApprovalState::Void);
        }
    }

    /// Returns `true` at the stages that a case reaches only with an agreed remedy.
    pub(super) const fn is_agreed(&self) -> bool {
        match self.case.stage() {
            Stage::Offered | Stage::Executing => true,
            Stage::Received
            | Stage::Registered
            | Stage::Triaged
            | Stage::Dispatched
            | Stage::Investigating
            | Stage::Proposed
            | Stage::InApproval
            | Stage::Resolved
            | Stage::FollowingUp
            | Stage::Closed
            | Stage::Reviewed => false,
        }
    }
}

/// The smallest step of time.
pub(super) const INSTANT: TimeDelta = TimeDelta::nanoseconds(1);
