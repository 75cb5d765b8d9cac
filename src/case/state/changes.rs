//! Changes that concern several parts of a case together.

use chrono::{DateTime, Utc};

use crate::case::approval::{ApprovalSignature, ApprovalSubject};
use crate::case::assessment::Assessment;
use crate::case::command::{
    CaseLink, CaseSummary, CauseFinding, ClockExtension, Dispatch, Findings, InvestigationStart, Message,
    Proposal,
};
use crate::case::course::is_open;
use crate::case::deed::EventKind;
use crate::case::state::case::Case;
use crate::case::track::MeasureProgress;
use crate::vocab::course::{ApprovalAct, ClosureKind, Relation};
use crate::vocab::track::{MeasureStep, RecallStep};
use crate::vocab::{ActorId, Anchor, CommandId, Department, Stage};

impl Case {
    /// Counts the remedy that is being carried out as begun. A later change of the proposal does not undo that.
    pub(super) fn carry_on(&mut self, command: CommandId) {
        if self.stage == Stage::Executing
            && !self.journal.has(command)
            && let Some(offer) = self.proposals.offer()
        {
            self.spending.begin(offer.amount);
        }
    }

    pub(super) fn classify(&mut self, findings: &Findings, by: ActorId) {
        // Stating the cost of a remedy also decides how much approval is still needed.
        if findings.lowers(&self.complaint) || findings.spent.is_some() {
            self.people.lowered(by);
        }
        self.find(findings);
        self.causes.classified(self.complaint.cause());
    }

    pub(super) fn reclassify(&mut self, findings: &Findings, by: ActorId, at: DateTime<Utc>) {
        self.classify(findings, by);
        // Additions before the registration belong to the receipt, and are no new classification.
        if self.stage != Stage::Received {
            self.timeline.note(Anchor::RECLASSIFIED, at);
        }
    }

    fn find(&mut self, findings: &Findings) {
        findings.apply(&mut self.complaint);
        if let Some(amount) = findings.spent {
            self.spending.state(amount);
        }
        self.assessments.count(findings.past.as_ref());
    }

    pub(super) fn find_cause(&mut self, found: &CauseFinding, at: DateTime<Utc>) {
        self.find(&found.findings);
        self.causes.found(found);
        self.people.named_responsible(&found.responsible);
        self.timeline.note(Anchor::CAUSE_FOUND, at);
    }

    pub(super) fn assess(&mut self, assessed: &Assessment, at: DateTime<Utc>) {
        let last = self.journal.events().last().map(|before| &before.what);
        let by_another_policy = matches!(last, Some(EventKind::MovedPolicy(_)));
        self.timeline.target(assessed, by_another_policy, at);
        self.assessments.assess(assessed);
    }

    pub(super) fn dispatch(&mut self, to: &Dispatch, at: DateTime<Utc>) {
        (self.department, self.person_in_charge) = (Some(to.department), to.person);
        self.timeline.note(Anchor::DISPATCHED, at);
    }

    pub(super) fn start(&mut self, start: &InvestigationStart, at: DateTime<Utc>) {
        let department = start.department.or(self.department());
        // Without a dispatch, this department owns the case from now on.
        self.department = self.department.or(department);
        let received = start.received.unwrap_or(at);
        self.timeline.happened(Anchor::DEPARTMENT_RECEIVED, department, received, at, false);
    }

    pub(super) fn propose(&mut self, proposal: &Proposal, by: ActorId, at: DateTime<Utc>) {
        self.spending.book();
        self.proposals.propose(proposal.clone());
        self.people.proposed_remedy(by, proposal);
        self.timeline.note(Anchor::PROPOSED, at);
    }

    pub(super) fn amend(&mut self, proposal: &Proposal, by: ActorId, at: DateTime<Utc>) {
        self.spending.amend(proposal);
        self.proposals.amend(proposal.clone(), at);
        self.people.proposed_remedy(by, proposal);
    }

    pub(super) fn object(&mut self, at: DateTime<Utc>) {
        self.spending.book();
        self.proposals.object(at);
    }

    /// Drops the offered alternative. What was carried out of it still counts for later approvals.
    pub(super) fn drop_offered(&mut self) {
        self.spending.book();
        self.proposals.drop_offered();
    }

    pub(super) fn sign(&mut self, given: &ApprovalSignature, by: ActorId, at: DateTime<Utc>) {
        self.approvals.sign(given, at);
        if given.act == ApprovalAct::Prepare {
            self.people.handled(by);
        }
    }

    /// Records a final answer: a completed remedy, or an explanation.
    pub(super) fn solve(&mut self, ending: ClosureKind, at: DateTime<Utc>) {
        self.endings.head_for(ending);
        self.contacts.solved();
        self.timeline.answered(at, false);
        self.promises.answer(at);
        for anchor in [Anchor::ANSWERED, Anchor::FINAL_RESPONSE_SENT, Anchor::RESOLVED] {
            self.timeline.note(anchor, at);
        }
    }

    /// Records an answer. A message by a machine keeps no promise and makes none.
    pub(super) fn answer(&mut self, message: &Message, at: DateTime<Utc>) {
        self.timeline.happened(Anchor::ANSWERED, None, at, at, message.automatic);
        self.timeline.answered(at, message.automatic);
        if !message.automatic {
            self.promises.answer(at);
            if let Some(until) = message.next {
                self.promises.promise(at, until);
            }
        }
    }

    /// Records containment in a department. A clock that waits for it stops, also if no measure is needed.
    pub(super) fn contain(&mut self, department: Department, is_needed: bool, at: DateTime<Utc>) {
        self.side_tracks.contained(department, is_needed.then_some(at));
        self.timeline.happened(Anchor::CONTAINED, Some(department), at, at, false);
    }

    pub(super) fn recall(&mut self, step: RecallStep, by: ActorId) {
        self.side_tracks.recalled(step);
        if step == RecallStep::Started {
            self.people.handled(by);
        }
    }

    pub(super) fn take_action(&mut self, measure: &MeasureProgress, by: ActorId, at: DateTime<Utc>) {
        self.side_tracks.took_action(measure.measure, measure.step, at);
        match measure.step {
            MeasureStep::EffectConfirmed => self.timeline.note(Anchor::EFFECT_CONFIRMED, at),
            MeasureStep::Standardised => self.timeline.note(Anchor::STANDARDISED, at),
            MeasureStep::Planned | MeasureStep::CarriedOut => self.people.handled(by),
            MeasureStep::EffectMissing | MeasureStep::Dropped => {}
        }
    }

    pub(super) fn extend(&mut self, extending: &ClockExtension, at: DateTime<Utc>) {
        let approval = self.approvals.granted(&ApprovalSubject::Extension(extending.clone()));
        let approved = approval.map(|approval| approval.step_since);
        self.timeline.extend(extending.clone(), approved, at);
    }

    pub(super) fn link(&mut self, linked: &CaseLink, at: DateTime<Utc>) {
        if linked.relation == Relation::Absorbed {
            self.timeline.absorb(&linked.case.due, at);
        }
        self.links.push(linked.clone());
    }

    pub(super) fn merge(&mut self, into: &CaseSummary) {
        self.endings.merge(into.id);
        // If the case is reopened, the amounts of the other case count.
        let linked = CaseLink { case: into.clone(), relation: Relation::Related };
        if !self.links.contains(&linked) {
            self.links.push(linked);
        }
    }

    pub(super) fn reopen(&mut self, at: DateTime<Utc>) {
        self.drop_offered();
        self.endings.reopen();
        self.timeline.reopened(at);
        self.timeline.note(Anchor::REOPENED, at);
    }

    pub(super) fn go(&mut self, to: Stage, at: DateTime<Utc>) {
        let was_open = is_open(self.stage);
        self.proposals.wait_since((to == Stage::Offered).then_some(at));
        // If a proposal goes back to its author, what was begun of it counts in addition to the next one.
        if to == Stage::Proposed {
            self.spending.book();
        }
        (self.stage, self.stage_since) = (to, at);
        if was_open && to == Stage::Closed {
            let ending = self.endings.close(at);
            self.timeline.end(ending, at);
        }
    }
}
