//! Deciding commands from the solution to the closing, and back.
//!
//! `check_closing` lists everything that a policy can require before a case is closed. The first thing that is missing
//! is the refusal. The order is: follow-up contacts and satisfaction, the promised answer, the effect of measures, the
//! cause and the responsible person, containment in every department, open approvals, an open project, an open recall.

use crate::case::approval::{ApprovalState, ApprovalSubject};
use crate::case::clock::is_project_due;
use crate::case::command::{CaseLink, FollowUpResult};
use crate::case::course::Branch;
use crate::case::decide::authority::Authority;
use crate::case::decide::desk::{Desk, Draft};
use crate::case::decide::groups::{approving, beside, elsewhere, on_course, timing};
use crate::case::deed::{Command, EventKind};
use crate::case::event::Notice;
use crate::case::refusal::Refusal;
use crate::case::state::FollowUpState;
use crate::policy::clock::ClockPart;
use crate::policy::condition::Truth;
use crate::policy::track::ReopeningWindow;
use crate::vocab::course::{ClosureKind, Relation};
use crate::vocab::track::{MeasureStep, RecallStep};
use crate::vocab::{Action, ActorId, Mark};

impl<A: Authority> Desk<'_, A> {
    #[expect(clippy::unnested_or_patterns, reason = "each group is one pattern")]
    pub(super) fn to_the_end(&self, command: Command, draft: &mut Draft) -> Result<(), Refusal> {
        let action = command.action();
        match &command {
            Command::FollowUp(contact) => return self.follow_up(contact, command.clone(), draft),
            Command::RecordDissatisfaction(on) => {
                let to = on.to;
                draft.push(EventKind::from(command));
                self.void_remedy(draft);
                return self.go_to(draft, action, to);
            }
            Command::Reopen(on) => {
                self.check_reopening()?;
                let to = on.to;
                draft.push(EventKind::from(command));
                return self.go_to(draft, action, to);
            }
            Command::Close => {
                self.check_closing()?;
                draft.notices.extend(self.few_follow_ups());
            }
            Command::ForceClose => return self.force_close(draft),
            Command::Merge(merged) => {
                self.check_summary(&merged.into)?;
                let linked = CaseLink { case: merged.into.clone(), relation: Relation::Related };
                self.check_total_with(&linked)?;
            }
            Command::OpenProject => self.check_project()?,
            Command::FinishProject if self.case.side_tracks().has_open_project() => {
                draft.push(EventKind::FinishedProject);
                return Ok(());
            }
            Command::FinishProject => return Err(Refusal::NoSuch { what: "open project" }),
            Command::Withdraw(_) | Command::Review(_) => {}
            on_course!() | approving!() | timing!() | beside!() | elsewhere!() => {
                return Err(self.of_another_group(action));
            }
        }
        let ends = matches!(action, Action::Close | Action::Withdraw | Action::Merge);
        draft.push(EventKind::from(command));
        if ends {
            self.void_all(draft);
        }
        self.go(draft, action, Branch::Only)
    }

    /// Records a contact. It moves a solved case on; after the closing it moves nothing.
    fn follow_up(
        &self,
        contact: &FollowUpResult,
        command: Command,
        draft: &mut Draft,
    ) -> Result<(), Refusal> {
        self.check_word(contact.kind)?;
        draft.push(EventKind::from(command));
        if self.case.is_open() && self.case.is_solved() && self.track().follow_up.is_some() {
            return self.go(draft, Action::FollowUp, Branch::Only);
        }
        Ok(())
    }

    fn few_follow_ups(&self) -> Option<Notice> {
        let asked = self.case.follow_up(self.policy)?;
        (asked.left() > 0).then_some(Notice::FewFollowUps { done: asked.done, wanted: asked.target })
    }

    /// Checks everything that must be done before the case is closed.
    fn check_closing(&self) -> Result<(), Refusal> {
        let (case, track) = (self.case, self.track());
        if let Some(rule) = &track.follow_up {
            let asked = FollowUpState::of(case, rule);
            if asked.missing() > 0 {
                return Err(Refusal::FollowUpsMissing { done: asked.done, minimum: asked.minimum });
            }
            // Only a remedy must satisfy the complainant. An explanation need not.
            let solved = case.ending() == ClosureKind::Resolved;
            if rule.satisfaction && solved && asked.satisfied != Truth::True {
                return Err(Refusal::NotSatisfied);
            }
        }
        if let Some(promise) = case.open_promise() {
            return Err(Refusal::PromiseOpen { until: promise.until });
        }
        let unconfirmed = |step: MeasureStep| match step {
            MeasureStep::EffectConfirmed | MeasureStep::Standardised | MeasureStep::Dropped => false,
            MeasureStep::Planned | MeasureStep::CarriedOut | MeasureStep::EffectMissing => true,
        };
        let unconfirmed =
            case.measures().iter().find(|(_, step, _)| track.effect_check && unconfirmed(*step));
        if let Some(&(measure, ..)) = unconfirmed {
            return Err(Refusal::EffectNotConfirmed { measure });
        }
        if track.findings_before_closing && case.ending() == ClosureKind::Resolved {
            if case.complaint().cause().is_none() {
                return Err(Refusal::FindingsMissing { part: "the cause" });
            }
            // If the fault lies outside the organisation, nobody here is responsible.
            let elsewhere =
                case.complaint().fault_party().is_some_and(|party| party.is_determined() && !party.is_own());
            if case.responsible().is_empty() && !elsewhere {
                return Err(Refusal::FindingsMissing { part: "the responsible person" });
            }
        }
        if track.containment {
            let contained = |department| case.side_tracks().is_contained(department);
            let open = case.timeline().departments().into_iter().find(|&department| !contained(department));
            if let Some(department) = open {
                return Err(Refusal::ContainmentMissing { department });
            }
        }
        let follows = |matter: &ApprovalSubject| match matter {
            ApprovalSubject::Sanction(_)
            | ApprovalSubject::CorrectiveAction(_)
            | ApprovalSubject::PolicyChange(_) => true,
            ApprovalSubject::Remedy(_)
            | ApprovalSubject::ForcedClosure
            | ApprovalSubject::Extension(_)
            | ApprovalSubject::Recall => false,
        };
        let open = case
            .approvals()
            .iter()
            .find(|approval| approval.state == ApprovalState::Open && !follows(&approval.matter));
        if let Some(approval) = open {
            return Err(Refusal::OpenApproval { approval: approval.number });
        }
        if case.side_tracks().has_open_project() {
            return Err(Refusal::OpenProject);
        }
        match case.recall_step() {
            Some(step @ (RecallStep::Needed | RecallStep::Started)) => Err(Refusal::OpenRecall { step }),
            // If the policy requires a recall, it must be finished, or somebody must have found that none is needed.
            None if case.assessment().marks.contains(&Mark::RECALL_REQUIRED) => {
                Err(Refusal::OpenRecall { step: RecallStep::Needed })
            }
            None | Some(RecallStep::Finished | RecallStep::NotNeeded) => Ok(()),
        }
    }

    /// Closes a case by force: it meets the test of the policy, and is approved if the policy asks for that.
    fn force_close(&self, draft: &mut Draft) -> Result<(), Refusal> {
        let Some(test) = self.policy.forced_closure() else {
            return Err(Refusal::NotOnForcedClosureList { missing: alloc::vec::Vec::new() });
        };
        let missing: alloc::vec::Vec<_> =
            test.wanted().filter(|&fact| self.case.complaint().count(fact) == 0).collect();
        if !missing.is_empty() {
            return Err(Refusal::NotOnForcedClosureList { missing });
        }
        let used = self.use_approval(&ApprovalSubject::ForcedClosure)?;
        draft.push(EventKind::ForceClosed);
        draft.notice(Notice::TellComplainant);
        if let Some(approval) = used {
            draft.end(approval, ApprovalState::Used);
        }
        self.void_all_but(used, draft);
        self.go(draft, Action::ForceClose, Branch::Only)
    }

    /// Ends every approval that has no purpose after the closing.
    fn void_all(&self, draft: &mut Draft) {
        self.void_all_but(None, draft);
    }

    fn void_all_but(&self, used: Option<u32>, draft: &mut Draft) {
        let follows = |matter: &ApprovalSubject| match matter {
            ApprovalSubject::Sanction(_) | ApprovalSubject::CorrectiveAction(_) | ApprovalSubject::Recall => {
                true
            }
            ApprovalSubject::Remedy(_)
            | ApprovalSubject::ForcedClosure
            | ApprovalSubject::Extension(_)
            | ApprovalSubject::PolicyChange(_) => false,
        };
        for approval in self.case.approvals() {
            if approval.state.is_live() && Some(approval.number) != used && !follows(&approval.matter) {
                draft.end(approval.number, ApprovalState::Void);
            }
        }
    }

    /// Checks that the project clock of the policy has run out, and that no project is open.
    fn check_project(&self) -> Result<(), Refusal> {
        if self.case.side_tracks().has_open_project() {
            return Err(Self::already(&"project"));
        }
        let has_clock = self.policy.clocks().iter().any(|rule| rule.part() == ClockPart::Project);
        if !has_clock {
            return Ok(());
        }
        if is_project_due(self.case, self.policy, self.at) { Ok(()) } else { Err(Refusal::NotProjectDue) }
    }

    pub(super) fn check_reopening(&self) -> Result<(), Refusal> {
        let Some(closure) = self.case.closure() else { return Err(self.not_from_here(Action::Reopen)) };
        match self.track().reopening {
            ReopeningWindow::Always => Ok(()),
            ReopeningWindow::Never => Err(Refusal::NoReopening),
            window @ ReopeningWindow::Within(_) => {
                // The window counts from the closing on record.
                let until = window.until(self.policy.calendar(), closure.at);
                match until.map_err(Refusal::WindowNotKnown)?.filter(|until| !until.is_met_at(self.at)) {
                    Some(until) => Err(Refusal::TooLate { at: self.at, until }),
                    None => Ok(()),
                }
            }
        }
    }

    /// Refuses an action on a sanction by the person whom it is about.
    pub(super) fn check_not_oneself(&self, person: ActorId, action: Action) -> Result<(), Refusal> {
        if person == self.actor {
            return Err(Refusal::Concerned { actor: self.actor, action });
        }
        Ok(())
    }
}
