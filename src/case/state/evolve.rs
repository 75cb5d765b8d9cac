//! Recording one fact: total, without a policy, and nothing but what the event says.

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

/// Records one fact. It never refuses, and consults no policy: what may happen is for [`Office::decide`](crate::case::Office::decide)
/// to say, and for [`Case::replay`] to check. So it is not for hosts: with it they could make a state that no command
/// reaches.
///
/// An event that begins a case changes none that has begun.
pub(crate) fn evolve(mut case: Case, event: &Event) -> Case {
    case.apply(event);
    case.journal.keep(event.clone());
    case
}

impl Case {
    /// Tells each part what an event changes there; what changes several parts together is a method of its own.
    #[expect(
        clippy::too_many_lines,
        reason = "one arm an event, so that the compiler sees that none is forgotten"
    )]
    fn apply(&mut self, event: &Event) {
        let (case, by, at) = (self, event.by, event.at);
        case.people.act(event);
        case.carry_on(event.command);
        match &event.what {
            // A case begins once; what follows from the others is in events of its own.
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

    /// Records an event of its own.
    pub(in crate::case) fn record(&mut self, event: Event) {
        self.apply(&event);
        self.journal.keep(event);
    }

    /// A case by its first event; none for an event that begins none.
    pub(in crate::case) fn begin(receipt: &Receipt, event: &Event) -> Result<Self, TriageError> {
        let complaint = (*receipt.complaint).clone().build()?;
        let mut timeline = Timeline::default();
        timeline.happened(Anchor::RECEIVED, None, complaint.received(), event.at, false);
        // What lies before the case and was known at its receipt.
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
    /// The case after a decision on it. A decision that only repeats what is on record changes nothing.
    ///
    /// # Errors
    ///
    /// [`Refusal::OtherCase`] for a decision on another case, and [`Refusal::Stale`] for one on another state of this
    /// one.
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
    /// A request on a case as it stands: it expects the events that the case has now.
    ///
    /// A host that keeps cases in a store expects what its client saw, and uses [`Request::new`].
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::approval::Roster;
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::policy::{Policy, Routing};
    /// # use redress::triage::ComplaintDocument;
    /// use redress::case::{Command, Office, Request, Stamp, open};
    ///
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("office", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// # let policy = Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).build()?;
    /// # let roster = Roster::builder("2026-03").build()?;
    /// let said = ComplaintDocument::new("A-1".parse()?, "2026-03-02T08:00:00Z".parse()?);
    /// let case = open(&policy, said, Stamp::new("k-1".parse()?, "anna".parse()?, "2026-03-02T08:05:00Z".parse()?))?;
    ///
    /// let register = Request::on(&case, Stamp::new("k-2".parse()?, "anna".parse()?, "2026-03-02T08:06:00Z".parse()?), Command::Register);
    /// let decision = Office::new(&policy, &roster).decide(&case, register.clone())?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.revision(), 4);
    ///
    /// // The same command again is answered with the same events, and they are not recorded twice.
    /// let again = Office::new(&policy, &roster).decide(&case, register)?;
    /// assert!(again.is_repeated());
    /// assert_eq!(case.after(&again)?.revision(), 4);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn on(case: &Case, stamp: Stamp, command: Command) -> Self {
        Self::new(case.journal.events().len() as u64, stamp, command)
    }
}
