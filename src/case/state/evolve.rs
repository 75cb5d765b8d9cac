//! Applying one event to a case.
//!
//! # How a case is kept
//!
//! The problem: a case has some twenty aspects, from its stage to its sanctions, and some seventy kinds of events. An
//! event that is applied differently today than when it was stored would change history.
//!
//! The idea: `evolve` is a function of the case and the event alone. It asks no policy, no roster and no clock of the
//! machine, and it never fails. Everything that a policy decided at the time stands in the event: the severity, the
//! owner, the chain of an approval. So a stored history gives the same case under every later policy and roster.
//!
//! The state is divided into parts, such as the approvals, the promises or the spending. Each part is a type of its own
//! that states one invariant and checks it in debug builds. `apply` has one arm per event and tells each part what
//! happened. Changes that concern several parts together stand in `changes.rs`.
//!
//! Before its arm, each event updates two things: who did what (`people.act`), and what is spent while a remedy is
//! carried out (`carry_on`). After it, the journal keeps the event.
//!
//! Cost: each event is cloned once into the journal. Most arms take constant time. No arm walks over all events.
//!
//! At the edges:
//! - A `Received` event in a case that has begun changes nothing. Only [`Case::begin`] reads it.
//! - The match has no `_` arm: a new event does not compile until its effect is written down.
//! - `evolve` is not public. With it a host could make a state that no command reaches. Hosts use [`Case::after`],
//!   which takes a decision, and [`Case::replay`], which checks every event.
//!
//! Two designs were rejected. A list of events with lazily computed answers would make each question a walk over the
//! whole history. State that is stored beside the events can contradict them.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::case::command::Receipt;
use crate::case::deed::{Command, EventKind};
use crate::case::event::{Decision, Event, Request, Stamp};
use crate::case::refusal::Refusal;
use crate::case::state::case::Case;
use crate::case::state::journal::Journal;
use crate::case::state::parts::{
    Approvals, Assessments, Causes, Contact, Contacts, Endings, People, Promises, Proposals, SideTracks,
    Spending,
};
use crate::case::state::timeline::Timeline;
use crate::triage::TriageError;
use crate::vocab::course::ClosureKind;
use crate::vocab::{Anchor, Stage};

/// Applies one event to a case. Never fails: [`Office::decide`](crate::case::Office::decide) and [`Case::replay`] judge
/// events before they come here.
pub(crate) fn evolve(mut case: Case, event: &Event) -> Case {
    case.apply(event);
    case.journal.keep(event.clone());
    case
}

impl Case {
    /// Tells each part what the event changes there. Changes of several parts together are methods of their own.
    #[expect(
        clippy::too_many_lines,
        reason = "one arm an event, so that the compiler sees that none is forgotten"
    )]
    fn apply(&mut self, event: &Event) {
        let (case, by, at) = (self, event.by, event.at);
        case.people.act(event);
        case.carry_on(event.command);
        match &event.what {
            // A case begins once. The effects of the others stand in the events that follow them.
            EventKind::Received(_)
            | EventKind::Submitted
            | EventKind::Noted(_)
            | EventKind::Signed(_)
            | EventKind::RefusedToSign(_)
            | EventKind::WithdrewSignature(_)
            | EventKind::Overrode(_)
            | EventKind::SignatureReturned(_)
            | EventKind::TookBack(_)
            | EventKind::Applied(_)
            | EventKind::AskedCustomer(_)
            | EventKind::Thanked(_)
            | EventKind::Closed
            | EventKind::Reviewed(_) => {}
            EventKind::Acknowledged => case.timeline.note(Anchor::ACKNOWLEDGED, at),
            EventKind::Registered => case.timeline.note(Anchor::REGISTERED, at),
            EventKind::Triaged(findings) => case.classify(findings, by),
            EventKind::Reclassified(findings) => case.reclassify(findings, by, at),
            EventKind::AnsweredAtOnce(_) => case.solve(ClosureKind::Resolved, at),
            EventKind::FoundNotEstablished(_) => case.solve(ClosureKind::ExplainedNotEstablished, at),
            EventKind::FoundCustomerCaused(_) => case.solve(ClosureKind::ExplainedCustomerCaused, at),
            EventKind::Dispatched(to) | EventKind::Redispatched(to) => case.dispatch(to, at),
            EventKind::Started(start) => case.start(start, at),
            EventKind::FoundCause(found) => case.find_cause(found, at),
            EventKind::Proposed(proposal) => case.propose(proposal, by, at),
            EventKind::Amended(proposal) => case.amend(proposal, by, at),
            EventKind::SentBack(back) => case.approvals.send_back(back),
            EventKind::Offered => case.proposals.wait_since(Some(at)),
            EventKind::Objected(_) => case.object(at),
            EventKind::Lapsed => case.proposals.wait_since(None),
            EventKind::Consented => {
                case.proposals.consent();
                case.timeline.note(Anchor::CONSENTED, at);
            }
            EventKind::CarriedOut => case.people.handled(by),
            EventKind::Finished => {
                case.people.handled(by);
                case.solve(ClosureKind::Resolved, at);
            }
            EventKind::Failed(_) => case.drop_offered(),
            EventKind::FollowedUp(contact) => {
                case.contacts.followed_up(Contact { kind: contact.kind, opinion: contact.opinion, at });
            }
            EventKind::Dissatisfied(_) => {
                case.drop_offered();
                case.timeline.set_back(at);
            }
            EventKind::ForceClosed => case.endings.head_for(ClosureKind::Forced),
            EventKind::Withdrawn(_) => case.endings.head_for(ClosureKind::Withdrawn),
            EventKind::Merged(merged) => case.merge(&merged.into),
            EventKind::OpenedProject => {
                case.side_tracks.opened_project(at);
                case.timeline.note(Anchor::PROJECT_OPENED, at);
            }
            EventKind::FinishedProject => case.side_tracks.finished_project(),
            EventKind::Reopened(_) => case.reopen(at),
            EventKind::Promised(promised) => {
                case.promises.promise(at, promised.until);
                case.timeline.note(Anchor::PROMISED, at);
            }
            EventKind::Answered(message) => case.answer(message, at),
            EventKind::HeardCustomer(_) => {
                case.timeline.heard(at);
                case.timeline.note(Anchor::CUSTOMER_WROTE, at);
            }
            EventKind::NotifiedProgress(_) => {
                case.contacts.notified();
                case.timeline.note(Anchor::UPDATED, at);
            }
            EventKind::Apologised(apology) => case.contacts.apologised(apology),
            EventKind::Contained(contained) => case.contain(contained.department, true, at),
            EventKind::WaivedContainment(waived) => case.contain(waived.department, false, at),
            EventKind::HandledGoods(goods) => case.side_tracks.handled_goods(goods.step),
            EventKind::Recalled(recall) => case.recall(recall.step, by),
            EventKind::TookAction(measure) => case.take_action(measure, by, at),
            EventKind::RecordedDiscipline(_) => case.side_tracks.recorded_discipline(),
            EventKind::ProposedSanction(sanction) => {
                case.people.proposed(by);
                case.side_tracks.proposed_sanction((**sanction).clone());
            }
            EventKind::DecidedSanction(sanction) => case.side_tracks.decided_sanction((**sanction).clone()),
            EventKind::HeldBilling => case.side_tracks.hold_billing(true),
            EventKind::ReleasedBilling => case.side_tracks.hold_billing(false),
            EventKind::TookAccidentStep(accident) => case.side_tracks.took_accident_step(accident.step),
            EventKind::Corrected(correction) => {
                case.timeline.correct(correction, at);
                case.complaint.correct(correction.event, correction.to);
            }
            EventKind::Happened(happened) => {
                case.timeline.happened(happened.event, happened.department, happened.at, at, false);
            }
            EventKind::Paused(pause) => case.timeline.pause(pause, at),
            EventKind::Resumed(pause) => case.timeline.resume(pause, at),
            EventKind::Extended(extending) => case.extend(extending, at),
            EventKind::Relaxed(_) => case.assessments.relax(),
            EventKind::Linked(linked) => case.link(linked, at),
            EventKind::Delivered(delivered) => {
                case.delivered.insert(delivered.duty, at);
            }
            EventKind::MovedPolicy(moving) => case.policy = moving.to.clone(),
            EventKind::Assessed(assessed) => case.assess(assessed, at),
            EventKind::ApprovalOpened(opened) => {
                case.people.proposed(by);
                case.approvals.open(case.id, opened, by, at);
            }
            EventKind::SignatureGiven(given) => case.sign(given, by, at),
            EventKind::SignatureRefused(refused) => case.approvals.refuse(refused),
            EventKind::ApprovalOverridden(given) => case.approvals.override_by(given),
            EventKind::SignatureWithdrawn(withdrawn) => case.approvals.withdraw(withdrawn, by),
            EventKind::SignaturesVoided(voided) => case.approvals.void(voided, case.proposals.current(), at),
            EventKind::ApprovalRaised(raised) => case.approvals.raise(raised, at),
            EventKind::ApprovalEnded(ended) => case.approvals.end(ended),
            EventKind::Moved(to) => case.go(*to, at),
        }
    }

    /// Applies an event and keeps it.
    pub(in crate::case) fn record(&mut self, event: Event) {
        self.apply(&event);
        self.journal.keep(event);
    }

    /// Begins a case with its receipt.
    pub(in crate::case) fn begin(receipt: &Receipt, event: &Event) -> Result<Self, TriageError> {
        let complaint = (*receipt.complaint).clone().build()?;
        let mut timeline = Timeline::default();
        timeline.happened(Anchor::RECEIVED, None, complaint.received(), event.at, false);
        // Events from before the case that were known at its receipt.
        for (known, at) in complaint.anchors().iter().filter(|(known, _)| *known != Anchor::RECEIVED) {
            timeline.happened(known, None, at, event.at, false);
        }
        Ok(Self {
            journal: Journal::begin(event.clone()),
            id: complaint.id(),
            policy: receipt.policy.clone(),
            causes: Causes::stated_by_receipt(complaint.cause()),
            assessments: Assessments::with_past(receipt.past.clone()),
            stage: Stage::Received,
            stage_since: event.at,
            department: None,
            person_in_charge: None,
            people: People::at_receipt(&complaint),
            complaint,
            proposals: Proposals::default(),
            spending: Spending::nothing(),
            approvals: Approvals::default(),
            timeline,
            promises: Promises::default(),
            contacts: Contacts::default(),
            side_tracks: SideTracks::default(),
            endings: Endings::none(),
            links: Vec::new(),
            delivered: BTreeMap::new(),
        })
    }
}

impl Case {
    /// Applies a decision to the case and returns the case after it.
    ///
    /// A repeated decision, whose events are already in the case, changes nothing.
    ///
    /// # Errors
    ///
    /// - [`Refusal::OtherCase`] if the decision was made on another case,
    /// - [`Refusal::Stale`] if it was made on another state of this case.
    ///
    /// # Example: a decision is good for one state
    ///
    /// ```
    /// use redress::case::{Command, Office, RefusalKind, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, Command::Acknowledge))?;
    ///
    /// let later = case.after(&decision)?;
    /// assert_eq!(later.revision(), 5);
    /// assert_eq!(later.after(&decision).unwrap_err().kind(), RefusalKind::Stale);
    /// # Ok(()) }
    /// ```
    pub fn after(self, decision: &Decision) -> Result<Self, Refusal> {
        let Some(first) = decision.events().first() else { return Ok(self) };
        if first.case != self.id {
            return Err(Refusal::OtherCase { case: self.id, given: first.case });
        }
        if decision.is_repeated() {
            return Ok(self);
        }
        let next = first.number.saturating_sub(1);
        if next != self.revision() || decision.on != self.journal.history() {
            return Err(Refusal::Stale { case: self.id, expected: next, actual: self.revision() });
        }
        Ok(decision.events().iter().fold(self, evolve))
    }
}

impl Request {
    /// Creates a request on a case as it is now.
    ///
    /// Use this in tests and scripts that hold the case themselves. A host that keeps cases in a store must pass the
    /// revision that its client saw, with [`Request::new`]. Otherwise two clients can overwrite each other.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::{Command, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let case = sample::case(&sample::policy()?, &sample::roster()?)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// assert_eq!(Request::on(&case, stamp, Command::Acknowledge).expected, case.revision());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn on(case: &Case, stamp: Stamp, command: Command) -> Self {
        Self::new(case.journal.events().len() as u64, stamp, command)
    }
}
