//! Recording one fact: total, without a policy, and nothing but what the event says.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::case::approval::ApprovalSubject;
use crate::case::assessment::Assessment;
use crate::case::command::{CaseLink, ClockExtension, Receipt};
use crate::case::course::is_open;
use crate::case::deed::{Command, EventKind};
use crate::case::event::{Decision, Event, Request, Stamp};
use crate::case::refusal::Refusal;
use crate::case::state::case::Case;
use crate::case::state::commands::Commands;
use crate::case::state::history::history;
use crate::case::state::parts::{
    Approvals, Causes, Contact, Contacts, Endings, People, Promises, Proposals, SideTracks, Spending,
};
use crate::case::state::timeline::{Kind, Timeline};
use crate::triage::TriageError;
use crate::vocab::course::{ApprovalAct, ClosureKind, Relation};
use crate::vocab::track::{MeasureStep, RecallStep};
use crate::vocab::{Anchor, Stage};

/// Records one fact. It never refuses, and consults no policy: what may happen is for [`Office::decide`](crate::case::Office::decide)
/// to say, and for [`Case::replay`] to check. So it is not for hosts: with it they could make a state that no command
/// reaches.
///
/// An event that begins a case changes none that has begun.
pub(crate) fn evolve(mut case: Case, event: &Event) -> Case {
    case.apply(event);
    case.keep(event.clone());
    case
}

impl Case {
    /// Changes what an event changes.
    #[expect(
        clippy::too_many_lines,
        reason = "one arm an event, so that the compiler sees that none is forgotten"
    )]
    fn apply(&mut self, event: &Event) {
        let (case, at) = (self, event.at);
        case.people.act(event);
        if case.stage == Stage::Executing && case.commands.begin(&case.events, event.command).is_none() {
            // While it is carried out, whatever a command finds of it was begun: a later change does not undo that.
            if let Some(cost) = case.offer().map(|offer| offer.amount) {
                case.spending.begin(cost);
            }
        }
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
            EventKind::Acknowledged => case.happened(Anchor::ACKNOWLEDGED, event),
            EventKind::Registered => case.happened(Anchor::REGISTERED, event),
            EventKind::Triaged(findings) | EventKind::Reclassified(findings) => {
                // To state what a remedy came to is to say how much is still to be approved.
                if findings.lowers(&case.complaint) || findings.spent.is_some() {
                    case.people.lowered(event.by);
                }
                case.find(findings);
                case.causes.classified(case.complaint.cause());
                // What is added to a receipt before it is registered classifies nothing anew.
                if matches!(event.what, EventKind::Reclassified(_)) && case.stage != Stage::Received {
                    case.happened(Anchor::RECLASSIFIED, event);
                }
            }
            EventKind::AnsweredAtOnce(_) => case.solve(ClosureKind::Resolved, event),
            EventKind::FoundNotEstablished(_) => case.solve(ClosureKind::ExplainedNotEstablished, event),
            EventKind::FoundCustomerCaused(_) => case.solve(ClosureKind::ExplainedCustomerCaused, event),
            EventKind::Dispatched(to) | EventKind::Redispatched(to) => {
                (case.department, case.person) = (Some(to.department), to.person);
                case.happened(Anchor::DISPATCHED, event);
            }
            EventKind::Started(start) => {
                let department = start.department.or(case.department).or(case.assessed.department);
                // Without a dispatch it is theirs from here on.
                case.department = case.department.or(department);
                let received = start.received.unwrap_or(at);
                case.timeline.happened(Anchor::DEPARTMENT_RECEIVED, department, received, at, false);
            }
            EventKind::RecordedDiscipline(_) => case.side_tracks.recorded_discipline(),
            EventKind::FoundCause(found) => {
                case.find(&found.findings);
                case.causes.found(found);
                case.people.named_responsible(&found.responsible);
                case.happened(Anchor::CAUSE_FOUND, event);
            }
            EventKind::Proposed(proposal) => {
                case.spending.book();
                case.proposals.propose((**proposal).clone());
                case.people.proposed_remedy(event.by, proposal);
                case.happened(Anchor::PROPOSED, event);
            }
            EventKind::Amended(proposal) => {
                case.proposals.amend((**proposal).clone(), at);
                case.people.proposed_remedy(event.by, proposal);
                case.spending.amend(proposal);
            }
            EventKind::SentBack(back) => case.approvals.send_back(back),
            EventKind::Delivered(delivered) => {
                case.delivered.insert(delivered.duty, at);
            }
            EventKind::Offered => case.proposals.wait_since(Some(at)),
            EventKind::Objected(_) => {
                case.spending.book();
                case.proposals.object(at);
            }
            EventKind::Lapsed => case.proposals.wait_since(None),
            EventKind::Consented => {
                case.proposals.consent();
                case.happened(Anchor::CONSENTED, event);
            }
            EventKind::CarriedOut => {
                case.people.handled(event.by);
            }
            EventKind::Finished => {
                case.people.handled(event.by);
                case.solve(ClosureKind::Resolved, event);
            }
            EventKind::Failed(_) => case.drop_proposal(),
            EventKind::FollowedUp(contact) => {
                case.contacts.followed_up(Contact { kind: contact.kind, opinion: contact.opinion, at });
            }
            EventKind::Dissatisfied(_) => {
                case.drop_proposal();
                case.timeline.set_back(at);
            }
            EventKind::ForceClosed => case.endings.head_for(ClosureKind::Forced),
            EventKind::Withdrawn(_) => case.endings.head_for(ClosureKind::Withdrawn),
            EventKind::Merged(merged) => {
                case.endings.merge(merged.into.id);
                // Taken up again, it counts what the other one came to.
                let linked = CaseLink { case: merged.into.clone(), relation: Relation::Related };
                if !case.links.contains(&linked) {
                    case.links.push(linked);
                }
            }
            EventKind::OpenedProject => {
                case.side_tracks.opened_project(at);
                case.happened(Anchor::PROJECT_OPENED, event);
            }
            EventKind::FinishedProject => case.side_tracks.finished_project(),
            EventKind::Reopened(_) => {
                case.drop_proposal();
                case.endings.reopen();
                case.timeline.reopened(at);
                case.happened(Anchor::REOPENED, event);
            }
            EventKind::Promised(promised) => {
                case.promises.promise(at, promised.until);
                case.happened(Anchor::PROMISED, event);
            }
            EventKind::Answered(message) => {
                case.timeline.happened(Anchor::ANSWERED, None, at, at, message.automatic);
                case.timeline.answered(at, message.automatic);
                if !message.automatic {
                    case.promises.answer(at);
                    if let Some(until) = message.next {
                        case.promises.promise(at, until);
                    }
                }
            }
            EventKind::HeardCustomer(_) => {
                case.timeline.heard(at);
                case.happened(Anchor::CUSTOMER_WROTE, event);
            }
            EventKind::NotifiedProgress(_) => {
                case.contacts.notified();
                case.happened(Anchor::UPDATED, event);
            }
            EventKind::Apologised(apology) => case.contacts.apologised(apology),
            EventKind::Contained(contained) => {
                case.side_tracks.contained(contained.department, Some(at));
                case.timeline.happened(Anchor::CONTAINED, Some(contained.department), at, at, false);
            }
            EventKind::WaivedContainment(waived) => {
                case.side_tracks.contained(waived.department, None);
                case.timeline.happened(Anchor::CONTAINED, Some(waived.department), at, at, false);
            }
            EventKind::HandledGoods(goods) => case.side_tracks.handled_goods(goods.step),
            EventKind::Recalled(recall) => {
                case.side_tracks.recalled(recall.step);
                if recall.step == RecallStep::Started {
                    case.people.handled(event.by);
                }
            }
            EventKind::TookAction(measure) => {
                case.side_tracks.took_action(measure.measure, measure.step, at);
                match measure.step {
                    MeasureStep::EffectConfirmed => case.happened(Anchor::EFFECT_CONFIRMED, event),
                    MeasureStep::Standardised => case.happened(Anchor::STANDARDISED, event),
                    MeasureStep::Planned | MeasureStep::CarriedOut => {
                        case.people.handled(event.by);
                    }
                    MeasureStep::EffectMissing | MeasureStep::Dropped => {}
                }
            }
            EventKind::ProposedSanction(sanction) => {
                case.people.proposed(event.by);
                case.side_tracks.proposed_sanction((**sanction).clone());
            }
            EventKind::DecidedSanction(sanction) => case.side_tracks.decided_sanction((**sanction).clone()),
            EventKind::HeldBilling => case.side_tracks.hold_billing(true),
            EventKind::ReleasedBilling => case.side_tracks.hold_billing(false),
            EventKind::TookAccidentStep(accident) => case.side_tracks.took_accident_step(accident.step),
            EventKind::Corrected(correction) => {
                let (event, from, to) = (correction.event, correction.from, correction.to);
                case.timeline.push(at, Kind::Corrected { event, from, to });
                case.complaint.correct(event, to);
            }
            EventKind::Happened(happened) => {
                case.timeline.happened(happened.event, happened.department, happened.at, at, false);
            }
            EventKind::Paused(pausing) => {
                let kind = Kind::Paused {
                    reason: pausing.reason,
                    clock: pausing.clock,
                    at: pausing.at.unwrap_or(at),
                };
                case.timeline.push(at, kind);
            }
            EventKind::Resumed(pausing) => {
                let kind = Kind::Resumed {
                    reason: pausing.reason,
                    clock: pausing.clock,
                    at: pausing.at.unwrap_or(at),
                };
                case.timeline.push(at, kind);
            }
            EventKind::Extended(extending) => case.extend(extending, event),
            EventKind::Relaxed(_) => case.strictest = case.assessed.severity.or(case.assessed.at_worst),
            EventKind::Linked(linked) => {
                if linked.relation == Relation::Absorbed {
                    for due in &linked.case.due {
                        case.timeline.push(at, Kind::Absorbed { clock: due.clock, at: due.at });
                    }
                }
                case.links.push((**linked).clone());
            }
            EventKind::MovedPolicy(moving) => case.policy = moving.to.clone(),
            EventKind::Assessed(assessed) => case.assess(assessed, event),
            EventKind::ApprovalOpened(opened) => {
                case.people.proposed(event.by);
                case.approvals.open(case.id, opened, event.by, at);
            }
            EventKind::SignatureGiven(given) => {
                case.approvals.sign(given, at);
                if given.act == ApprovalAct::Prepare {
                    case.people.handled(event.by);
                }
            }
            EventKind::SignatureRefused(refused) => case.approvals.refuse(refused),
            EventKind::ApprovalOverridden(given) => case.approvals.override_by(given),
            EventKind::SignatureWithdrawn(withdrawn) => case.approvals.withdraw(withdrawn, event.by),
            EventKind::SignaturesVoided(voided) => case.approvals.void(voided, case.proposals.current(), at),
            EventKind::ApprovalRaised(raised) => case.approvals.raise(raised, at),
            EventKind::ApprovalEnded(ended) => case.approvals.end(ended),
            EventKind::Moved(to) => case.go(*to, event),
        }
    }

    /// Records an event of its own.
    pub(in crate::case) fn record(&mut self, event: Event) {
        self.apply(&event);
        self.keep(event);
    }

    /// A case by its first event; none for an event that begins none.
    pub(in crate::case) fn begin(receipt: &Receipt, event: &Event) -> Result<Self, TriageError> {
        let complaint = (*receipt.complaint).clone().build()?;
        let people = People::at_receipt(&complaint);
        let mut timeline = Timeline::default();
        timeline.happened(Anchor::RECEIVED, None, complaint.received(), event.at, false);
        // What lies before the case and was known at its receipt.
        for (known, at) in complaint.anchors().iter().filter(|(known, _)| *known != Anchor::RECEIVED) {
            timeline.happened(known, None, at, event.at, false);
        }
        let mut case = Self {
            events: Vec::new(),
            commands: Commands::default(),
            history: 0,
            id: complaint.id(),
            policy: receipt.policy.clone(),
            content: None,
            causes: Causes::stated_by_receipt(complaint.cause()),
            complaint,
            past: receipt.past.clone(),
            assessed: Assessment::default(),
            strictest: None,
            stage: Stage::Received,
            since: event.at,
            last: event.at,
            department: None,
            person: None,
            people,
            proposals: Proposals::default(),
            spending: Spending::nothing(),
            approvals: Approvals::default(),
            timeline,
            promises: Promises::default(),
            contacts: Contacts::default(),
            endings: Endings::none(),
            side_tracks: SideTracks::default(),
            links: Vec::new(),
            delivered: BTreeMap::new(),
        };
        case.keep(event.clone());
        Ok(case)
    }

    /// Keeps the event itself.
    fn keep(&mut self, event: Event) {
        self.commands.note(&self.events, event.command);
        self.history = history(self.history, &event);
        self.last = event.at;
        self.events.push(event);
    }

    fn happened(&mut self, anchor: Anchor, event: &Event) {
        self.timeline.happened(anchor, None, event.at, event.at, false);
    }

    fn find(&mut self, findings: &crate::case::command::Findings) {
        findings.apply(&mut self.complaint);
        if let Some(amount) = findings.spent {
            self.spending.state(amount);
        }
        if findings.past.is_some() {
            self.past.clone_from(&findings.past);
        }
    }

    /// Judged anew: what is worse than before raises what approvals go by, what is better does not lower it.
    fn assess(&mut self, assessed: &Assessment, event: &Event) {
        let worst = assessed.severity.or(assessed.at_worst);
        self.strictest = self.strictest.max(worst);
        let same = self
            .timeline
            .targets()
            .is_some_and(|(targets, exempt)| targets == assessed.targets && exempt == assessed.exempt);
        let moved = matches!(self.events.last().map(|before| &before.what), Some(EventKind::MovedPolicy(_)));
        let (targets, exempt) = (assessed.targets.clone(), assessed.exempt);
        if moved {
            self.timeline.push(event.at, Kind::Moved { targets, exempt });
        } else if !same {
            self.timeline.push(event.at, Kind::Targets { targets, exempt });
        }
        // What was counted for the policy is kept apart.
        if assessed.past.is_some() {
            self.past.clone_from(&assessed.past);
        }
        if assessed.content.is_some() {
            self.content.clone_from(&assessed.content);
        }
        self.assessed = Assessment { past: None, content: None, ..assessed.clone() };
    }

    /// An answer on the matter was given; it solves the case unless something is still carried out.
    fn solve(&mut self, ending: ClosureKind, event: &Event) {
        self.endings.head_for(ending);
        self.contacts.solved();
        self.timeline.answered(event.at, false);
        self.promises.answer(event.at);
        for anchor in [Anchor::ANSWERED, Anchor::FINAL_RESPONSE_SENT, Anchor::RESOLVED] {
            self.happened(anchor, event);
        }
    }

    /// The alternative is past, and so are those before it; what of it was carried out counts for approvals to come.
    fn drop_proposal(&mut self) {
        self.spending.book();
        self.proposals.drop_offered();
    }

    fn extend(&mut self, extending: &ClockExtension, event: &Event) {
        let approval = self.approvals.granted(&ApprovalSubject::Extension(extending.clone()));
        let approved = approval.map(|approval| approval.step_since);
        self.timeline.push(event.at, Kind::Extended { extending: Box::new(extending.clone()), approved });
    }

    fn go(&mut self, to: Stage, event: &Event) {
        let was_open = is_open(self.stage);
        // Silence counts while an offer is before the complainant, and from the beginning each time.
        self.proposals.wait_since((to == Stage::Offered).then_some(event.at));
        if to == Stage::Proposed {
            self.spending.book();
        }
        (self.stage, self.since) = (to, event.at);
        if was_open && to == Stage::Closed {
            let ending = self.endings.close(event.at);
            let by_force = ending == ClosureKind::Forced;
            if !by_force {
                self.happened(Anchor::CLOSED, event);
            }
            let solved = match ending {
                ClosureKind::Resolved
                | ClosureKind::ExplainedNotEstablished
                | ClosureKind::ExplainedCustomerCaused => true,
                ClosureKind::Forced | ClosureKind::Withdrawn | ClosureKind::Merged => false,
            };
            self.timeline.push(event.at, Kind::Over { by_force, solved });
        }
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
        if next != self.revision() || decision.on != self.history {
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
        Self::new(case.events.len() as u64, stamp, command)
    }
}
