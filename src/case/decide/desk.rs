//! The desk: everything that each check of a request needs, and the draft of the events that follow.

use alloc::string::ToString;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::signing::ExcludedPerson;
use crate::approval::{Progress, StuckApproval};
use crate::case::approval::{Approval, ApprovalEnd, ApprovalState};
use crate::case::assessment::Assessment;
use crate::case::clock::step_due;
use crate::case::command::Findings;
use crate::case::course;
use crate::case::course::Branch;
use crate::case::decide::authority::Authority;
use crate::case::decide::groups::{approving, beside, on_course, timing, to_the_end};
use crate::case::decide::opening::{check_narrative, past_of};
use crate::case::decide::storable::{check_most, check_storable, check_words};
use crate::case::deed::{Command, EventKind};
use crate::case::event::{Decision, Event, Notice};
use crate::case::payload::MAX_RECORDS;
use crate::case::refusal::Refusal;
use crate::case::stages::beside;
use crate::case::state::Case;
use crate::policy::{Policy, PolicyVersion, Track};
use crate::triage::limits::MAX_FACTS;
use crate::vocab::{Action, ActorId, Category, Role, Stage, Word};

/// A request that is being decided: the case, the policy, the authority, the person and the time.
pub(in crate::case) struct Desk<'a, A> {
    pub(in crate::case) case: &'a Case,
    pub(in crate::case) policy: &'a Policy,
    pub(in crate::case) authority: &'a A,
    pub(in crate::case) actor: ActorId,
    pub(in crate::case) at: DateTime<Utc>,
}

/// The events and notices that follow from a request so far.
#[derive(Default)]
pub(in crate::case) struct Draft {
    /// Most requests lead to one event, which needs no list.
    first: Option<EventKind>,
    more: Vec<EventKind>,
    pub(in crate::case) notices: Vec<Notice>,
}

impl Draft {
    pub(in crate::case) fn push(&mut self, what: EventKind) {
        match self.first {
            None => self.first = Some(what),
            Some(_) => self.more.push(what),
        }
    }

    pub(in crate::case) fn notice(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    pub(in crate::case) fn whats(&self) -> impl Iterator<Item = &EventKind> {
        self.first.iter().chain(&self.more)
    }

    pub(in crate::case) fn end(&mut self, approval: u32, state: ApprovalState) {
        self.push(EventKind::ApprovalEnded(alloc::boxed::Box::new(ApprovalEnd { approval, state })));
    }

    pub(in crate::case) fn decided(
        self,
        case: &Case,
        command: crate::vocab::CommandId,
        by: ActorId,
        at: DateTime<Utc>,
        role: Option<Role>,
    ) -> Decision {
        let mut events = Vec::with_capacity(usize::from(self.first.is_some()) + self.more.len());
        let numbered = (case.revision() + 1..).zip(self.first.into_iter().chain(self.more));
        // The role belongs to the deed, and not to its consequences.
        events.extend(numbered.enumerate().map(|(index, (number, what))| Event {
            case: case.id(),
            number,
            at,
            by,
            role: role.filter(|_| index == 0),
            command,
            what,
        }));
        Decision { events, notices: self.notices, repeated: false, on: case.journal().history() }
    }
}

impl<A: Authority> Desk<'_, A> {
    /// Runs the checks that every request must pass. Returns the role in which the person acts, if the policy asks for
    /// one.
    pub(in crate::case) fn admit(&self, expected: u64, command: &Command) -> Result<Option<Role>, Refusal> {
        let case = self.case;
        self.check_policy()?;
        if expected != case.revision() {
            return Err(Refusal::Stale { case: case.id(), expected, actual: case.revision() });
        }
        if self.at < case.journal().last_at() {
            return Err(Refusal::Backwards { at: self.at, last: case.journal().last_at() });
        }
        check_storable(self.at, command)?;
        self.may(command.action())
    }

    pub(in crate::case) fn track(&self) -> &Track {
        self.policy.track()
    }

    pub(in crate::case) fn check_policy(&self) -> Result<(), Refusal> {
        if self.case.policy().is_of(self.policy) {
            let content = self.case.policy_content();
            return content.map_or(Ok(()), |content| {
                let other = content.check(self.policy).map_err(alloc::boxed::Box::new);
                other.map_err(Refusal::from)
            });
        }
        let (given, expected) = (PolicyVersion::of(self.policy), self.case.policy().clone());
        Err(Refusal::OtherPolicy { case: self.case.id(), given, expected })
    }

    /// Checks stage, person and role for an action, whatever its content. Returns the role in which the person acts.
    pub(in crate::case) fn may(&self, action: Action) -> Result<Option<Role>, Refusal> {
        let (track, stage) = (self.track(), self.case.stage());
        let moves = course::arrows(track, stage, action).next().is_some();
        let stays = beside(action).is_some_and(|when| when.holds(stage));
        if !moves && !stays {
            return Err(self.not_from_here(action));
        }
        self.check_person(action)?;
        let in_emergency = action == Action::Override;
        let overriders = || self.policy.people().overriders().iter().copied().filter(|_| in_emergency);
        let roles = || overriders().chain(track.roles_for(action).filter(|_| !in_emergency));
        if roles().next().is_none() {
            return if in_emergency { Err(Refusal::NoOverride) } else { Ok(None) };
        }
        match self.authority.role_among(self.actor, roles(), self.at) {
            Some(role) => Ok(Some(role)),
            None => Err(Refusal::NotPermitted { actor: self.actor, action, roles: roles().collect() }),
        }
    }

    pub(in crate::case) fn not_from_here(&self, action: Action) -> Refusal {
        let stage = self.case.stage();
        // Side-track actions are possible at most stages. They would hide the actions that lead on from here.
        let leads = |&action: &Action| course::arrows(self.track(), stage, action).next().is_some();
        let allowed = Action::ALL.iter().copied().filter(leads).collect();
        Refusal::NotFromHere { action, stage, allowed }
    }

    /// Refuses a command that [`Desk::carry`] sent to the wrong room, which would be a bug of this crate.
    pub(in crate::case) fn of_another_group(&self, action: Action) -> Refusal {
        debug_assert!(false, "`{action}` is of another group");
        self.not_from_here(action)
    }

    /// Adds the move that the table lists for an action and its outcome. An arrow that stays adds no event.
    pub(in crate::case) fn go(&self, draft: &mut Draft, action: Action, way: Branch) -> Result<(), Refusal> {
        let stage = self.case.stage();
        let Some(to) = course::step(self.track(), stage, (action, way)) else {
            return Err(self.not_from_here(action));
        };
        if to != stage {
            draft.push(EventKind::Moved(to));
        }
        Ok(())
    }

    /// Adds a move to the requested stage, if the table leads there.
    pub(in crate::case) fn go_to(&self, draft: &mut Draft, action: Action, to: Stage) -> Result<(), Refusal> {
        let stage = self.case.stage();
        let arrows = || course::arrows(self.track(), stage, action);
        let Some(arrow) = arrows().find(|arrow| arrow.to == to) else {
            let expected = arrows().map(|arrow| arrow.to).collect();
            return Err(Refusal::NotThere { action, stage, to, expected });
        };
        self.go(draft, action, arrow.way)
    }

    /// Checks that an instant lies between the receipt and the request, both included.
    pub(in crate::case) fn check_past(&self, at: DateTime<Utc>) -> Result<(), Refusal> {
        if at > self.at {
            return Err(Refusal::InTheFuture { at, now: self.at });
        }
        let received = self.case.complaint().received();
        if at < received { Err(Refusal::BeforeReceipt { at, received }) } else { Ok(()) }
    }

    pub(in crate::case) fn check_word<W: Word>(&self, word: W) -> Result<(), Refusal> {
        Ok(self.policy.taxonomy().check_known(word)?)
    }

    pub(in crate::case) fn check_count(
        what: &'static str,
        count: usize,
        limit: usize,
    ) -> Result<(), Refusal> {
        if (1..=limit).contains(&count) { Ok(()) } else { Err(Refusal::HowMany { what, count, limit }) }
    }

    /// Checks that there is room for one more of a kind.
    pub(in crate::case) fn check_room(what: &'static str, count: usize) -> Result<(), Refusal> {
        Self::check_count(what, count + 1, MAX_RECORDS)
    }

    /// Assesses the complaint again with what was found, and raises the approvals for which this requires more.
    pub(in crate::case) fn assess(&self, findings: &Findings, draft: &mut Draft) -> Result<Raised, Refusal> {
        Self::check_count("categories", findings.words.all::<Category>().len().max(1), MAX_CATEGORIES)?;
        findings.text.as_ref().map_or(Ok(()), check_narrative)?;
        if let Some(amount) = findings.spent {
            self.check_spent(amount)?;
        }
        let mut complaint = self.case.complaint().clone();
        findings.apply(&mut complaint);
        check_words(&complaint.words)?;
        check_most("facts", complaint.facts.len(), MAX_FACTS)?;
        let past = findings.past.as_ref().or(self.case.assessments().past());
        let past = past_of(self.policy, &complaint, past);
        let assessed = Assessment::of(self.policy, &complaint, past)?.at(self.case.stage(), self.track());
        let strictest = self.case.assessments().strictest_with(&assessed);
        if assessed != *self.case.assessment() {
            self.check_changes(&assessed)?;
            draft.push(EventKind::Assessed(alloc::boxed::Box::new(assessed)));
        } else if !self.names_a_signer(draft) {
            return Ok(Raised::No);
        }
        self.raise(strictest, draft)
    }

    /// Checks the content of a command, and adds the events that follow.
    pub(in crate::case) fn carry(&self, command: Command, draft: &mut Draft) -> Result<(), Refusal> {
        let action = command.action();
        match &command {
            Command::Receive(_) => Err(self.not_from_here(action)),
            Command::MovePolicy(_) => Err(Refusal::TakesBothPolicies),
            on_course!() => self.on_course(command, draft),
            to_the_end!() => self.to_the_end(command, draft),
            approving!() => self.approve(command, draft),
            timing!() => self.time(command, draft),
            beside!() => self.beside(command, draft),
        }
    }

    /// Returns an approval that must be open.
    pub(in crate::case) fn open_approval(&self, number: u32) -> Result<&Approval, Refusal> {
        let approval =
            self.case.approval(number).ok_or(Refusal::NoSuch { what: "approval with that number" })?;
        match approval.state {
            ApprovalState::Open => Ok(approval),
            state @ (ApprovalState::Approved
            | ApprovalState::Used
            | ApprovalState::Refused
            | ApprovalState::Returned
            | ApprovalState::TakenBack
            | ApprovalState::Void) => Err(Refusal::ApprovalOver { approval: number, state }),
        }
    }

    /// Returns the progress of an approval along its chain.
    pub(in crate::case) fn progress<'p>(
        &'p self,
        approval: &'p Approval,
        excluded: &'p [ExcludedPerson],
    ) -> Result<Progress<'p>, Refusal> {
        let chain = self.policy.approvals().chain_of(approval.chain);
        let chain = chain.ok_or(Refusal::NoSuch { what: "chain with that id in the policy" })?;
        let mut progress = Progress {
            steps: chain.steps(),
            amount: approval.amount,
            excluded,
            signed: &approval.signed,
            refused: &approval.refused,
            escalated: false,
        };
        progress.escalated = self.is_overdue(approval, &progress);
        Ok(progress)
    }

    /// Returns `true` if the time limit of the open step has passed.
    fn is_overdue(&self, approval: &Approval, progress: &Progress<'_>) -> bool {
        let limit = progress.open_step().and_then(crate::approval::Step::limit);
        limit.is_some_and(|limit| {
            let due = step_due(self.policy, limit.term, approval.step_since);
            due.is_ok_and(|due| !due.is_met_at(self.at))
        })
    }

    pub(in crate::case) fn already(what: &impl ToString) -> Refusal {
        Refusal::Already { what: what.to_string() }
    }

    pub(in crate::case) fn stuck(&self, progress: &Progress<'_>) -> Result<(), StuckApproval> {
        self.authority.can_pass(progress, self.at)
    }
}

/// The maximum number of categories of a complaint.
const MAX_CATEGORIES: usize = 100;

/// The effect of new findings on approvals.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::case) enum Raised {
    No,
    /// The approval of the remedy was raised, or a new one began.
    Remedy,
    /// Only other approvals were raised.
    Other,
}
