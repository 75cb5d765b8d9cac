//! What followed from a command, as text: by which authority, by which rules, by which chain.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::approval::{Chain, Step};
use crate::case::EventKind;
use crate::case::approval::{
    ApprovalOpening, ApprovalSignature, ApprovalState, ChainReplacement, VoidedSignatures,
};
use crate::case::assessment::Assessment;
use crate::labels::phrases;
use crate::policy::Policy;
use crate::render::phrase::Said;
use crate::render::phrase::{money, tell};
use crate::render::renderer::{Renderer, cited};
use crate::vocab::{Money, RuleId};

impl Renderer<'_> {
    /// Writes an event that followed from another, one line for each part. Empty for an event that a command made.
    pub(super) fn consequence(&self, policy: &Policy, what: &EventKind) -> Vec<String> {
        match what {
            EventKind::Assessed(assessed) => self.assessed(assessed),
            EventKind::ApprovalOpened(opened) => Vec::from([self.opened(policy, opened)]),
            EventKind::SignatureGiven(given) => Vec::from([self.given(given)]),
            EventKind::SignatureWithdrawn(withdrawn) => {
                let step = withdrawn.step;
                Vec::from([tell!(self, OUTCOME_STEP_NOT_SIGNED, step)])
            }
            EventKind::SignatureRefused(given)
            | EventKind::SignatureReturned(given)
            | EventKind::ApprovalOverridden(given) => Vec::from([self.basis(given)]),
            EventKind::SignaturesVoided(voided) => self.voided(voided),
            EventKind::ApprovalRaised(raised) => Vec::from([self.raised(policy, raised)]),
            EventKind::ApprovalEnded(ended) => {
                let (number, state) = (ended.approval, self.state(ended.state));
                Vec::from([tell!(self, OUTCOME_APPROVAL, number, state)])
            }
            EventKind::Received(_)
            | EventKind::Acknowledged
            | EventKind::Registered
            | EventKind::Triaged(_)
            | EventKind::AnsweredAtOnce(_)
            | EventKind::FoundNotEstablished(_)
            | EventKind::Dispatched(_)
            | EventKind::Redispatched(_)
            | EventKind::Started(_)
            | EventKind::AskedCustomer(_)
            | EventKind::FoundCause(_)
            | EventKind::FoundCustomerCaused(_)
            | EventKind::Proposed(_)
            | EventKind::Submitted
            | EventKind::SentBack(_)
            | EventKind::Signed(_)
            | EventKind::RefusedToSign(_)
            | EventKind::Overrode(_)
            | EventKind::WithdrewSignature(_)
            | EventKind::TookBack(_)
            | EventKind::Amended(_)
            | EventKind::Offered
            | EventKind::Objected(_)
            | EventKind::Lapsed
            | EventKind::Consented
            | EventKind::CarriedOut
            | EventKind::Finished
            | EventKind::Failed(_)
            | EventKind::FollowedUp(_)
            | EventKind::Dissatisfied(_)
            | EventKind::Closed
            | EventKind::ForceClosed
            | EventKind::Withdrawn(_)
            | EventKind::Merged(_)
            | EventKind::OpenedProject
            | EventKind::FinishedProject
            | EventKind::Reopened(_)
            | EventKind::Reviewed(_)
            | EventKind::Promised(_)
            | EventKind::Answered(_)
            | EventKind::HeardCustomer(_)
            | EventKind::NotifiedProgress(_)
            | EventKind::Apologised(_)
            | EventKind::Contained(_)
            | EventKind::WaivedContainment(_)
            | EventKind::HandledGoods(_)
            | EventKind::Recalled(_)
            | EventKind::TookAction(_)
            | EventKind::RecordedDiscipline(_)
            | EventKind::ProposedSanction(_)
            | EventKind::DecidedSanction(_)
            | EventKind::HeldBilling
            | EventKind::ReleasedBilling
            | EventKind::TookAccidentStep(_)
            | EventKind::Thanked(_)
            | EventKind::Reclassified(_)
            | EventKind::Corrected(_)
            | EventKind::Happened(_)
            | EventKind::Paused(_)
            | EventKind::Resumed(_)
            | EventKind::Extended(_)
            | EventKind::Applied(_)
            | EventKind::Relaxed(_)
            | EventKind::Linked(_)
            | EventKind::Noted(_)
            | EventKind::Delivered(_)
            | EventKind::MovedPolicy(_)
            | EventKind::Moved(_) => Vec::new(),
        }
    }

    fn assessed(&self, assessed: &Assessment) -> Vec<String> {
        let rules = match assessed.rules.as_slice() {
            [] if assessed.severity.is_some() => tell!(self, OUTCOME_DEFAULT),
            rules => self.by_rules(rules),
        };
        let severity = match (assessed.severity, assessed.at_worst) {
            (Some(level), _) => Some(level.said(self).to_string()),
            (None, Some(worst)) => Some(tell!(self, OUTCOME_UNDETERMINED_AT_WORST, worst = worst.said(self))),
            (None, None) => None,
        };
        let severity = severity.map(|level| tell!(self, OUTCOME_SEVERITY, level, rules));
        let role = assessed.role.as_ref().map(|role| self.label(role));
        let unit = assessed.department.as_ref().map(|unit| self.label(unit));
        let whom = match (role, unit) {
            (Some(role), Some(unit)) => Some(tell!(self, OUTCOME_ROLE_UNIT, role, unit)),
            (one, other) => one.or(other).map(ToString::to_string),
        };
        let owner = whom.map(|whom| {
            let row = self.by_rules(assessed.row.as_slice());
            tell!(self, OUTCOME_OWNER, whom, row)
        });
        let exempt = assessed.exempt.then(|| tell!(self, OUTCOME_NO_CLOCKS_CLOSED));
        let marks: Vec<&str> = assessed.marks.iter().map(|mark| self.label(mark)).collect();
        let marks = (!marks.is_empty()).then(|| {
            let marks = marks.join(self.comma());
            tell!(self, OUTCOME_MARK, marks)
        });
        severity.into_iter().chain(owner).chain(marks).chain(exempt).collect()
    }

    fn by_rules(&self, rules: &[RuleId]) -> String {
        if rules.is_empty() {
            return String::new();
        }
        let rules = self.ids(rules);
        tell!(self, OUTCOME_BY, rules)
    }

    fn opened(&self, policy: &Policy, opened: &ApprovalOpening) -> String {
        tell!(
            self,
            OUTCOME_APPROVAL_OPENED,
            number = opened.approval,
            kind = opened.matter.kind().said(self),
            chain = self.chain(policy, opened.chain, opened.amount)
        )
    }

    fn raised(&self, policy: &Policy, raised: &ChainReplacement) -> String {
        tell!(
            self,
            OUTCOME_APPROVAL_GOES_FROM,
            number = raised.approval,
            chain = self.chain(policy, raised.chain, raised.amount)
        )
    }

    /// Writes a chain: its id, its source, the amount by which it was chosen, and its steps if the policy knows it.
    fn chain(&self, policy: &Policy, id: RuleId, amount: Option<Money>) -> String {
        let chain = policy.approvals().chain_of(id);
        let citation = chain.map_or(String::new(), |chain| cited(chain.citation()));
        let amount =
            amount.map_or(String::new(), |amount| tell!(self, OUTCOME_OVER, amount = money(self, amount)));
        let steps =
            chain.map_or(String::new(), |chain| tell!(self, OUTCOME_STEPS, steps = self.steps_of(chain)));
        tell!(self, OUTCOME_CHAIN, id, citation, amount, steps)
    }

    fn steps_of(&self, chain: &Chain) -> String {
        let nobody = || tell!(self, OUTCOME_NOBODY_SIGNS);
        let unsigned = chain.is_unsigned().then(nobody);
        let steps = chain.steps().iter().map(|step| self.step_in_short(step));
        let steps: Vec<String> = unsigned.into_iter().chain(steps).collect();
        steps.join(" → ")
    }

    fn step_in_short(&self, step: &Step) -> String {
        let act = step.act().said(self);
        if step.is_consent() {
            return act.to_string();
        }
        let roles: Vec<&str> = step.signers().roles().iter().map(|role| self.label(role)).collect();
        let several = if step.slots() > 1 { format!("{} × ", step.slots()) } else { String::new() };
        let roles = roles.join(self.comma());
        tell!(self, OUTCOME_STEP, act, several, roles)
    }

    fn given(&self, given: &ApprovalSignature) -> String {
        let completes = if given.completes { tell!(self, OUTCOME_STEP_COMPLETE) } else { String::new() };
        self.basis(given) + &completes
    }

    /// Writes the authority by which somebody acted on a step.
    fn basis(&self, given: &ApprovalSignature) -> String {
        let signature = &given.signature;
        let role = signature.role();
        let instead_of =
            signature.instead_of().map_or(String::new(), |person| tell!(self, OUTCOME_FOR, person));
        let limit = signature.limit().map_or(String::new(), |limit| {
            let limit = money(self, limit);
            tell!(self, OUTCOME_UP, limit)
        });
        tell!(
            self,
            OUTCOME_STEP_ROSTER,
            step = signature.step(),
            act = given.act.said(self),
            role = self.label(&role),
            roster = &given.roster,
            instead_of,
            limit
        )
    }

    fn voided(&self, voided: &VoidedSignatures) -> Vec<String> {
        let number = voided.approval;
        let void = if voided.steps.is_empty() {
            tell!(self, OUTCOME_APPROVAL_NO_SIGNATURE, number)
        } else {
            tell!(self, OUTCOME_APPROVAL_VOID_SIGNATURES, steps = self.ids(&voided.steps), number)
        };
        let told = (!voided.notified.is_empty())
            .then(|| tell!(self, OUTCOME_TOLD_THEIR_SIGNATURES, steps = self.ids(&voided.notified)));
        core::iter::once(void).chain(told).collect()
    }

    pub(super) fn state(&self, state: ApprovalState) -> String {
        match state {
            ApprovalState::Open => tell!(self, OUTCOME_OPEN),
            ApprovalState::Approved => tell!(self, OUTCOME_COMPLETE),
            ApprovalState::Used => tell!(self, OUTCOME_CARRIED_OUT),
            ApprovalState::Refused => tell!(self, OUTCOME_REFUSED),
            ApprovalState::Returned => tell!(self, OUTCOME_RETURNED),
            ApprovalState::TakenBack => tell!(self, OUTCOME_TAKEN_BACK),
            ApprovalState::Void => tell!(self, OUTCOME_VOID),
        }
    }

    pub(super) fn ids(&self, ids: &[RuleId]) -> String {
        let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
        ids.join(self.plain(phrases::MARK_LIST))
    }
}
