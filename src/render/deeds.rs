//! What was done in a case, as text: the label of the action, and what the command contained.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::EventKind;
use crate::case::approval::ApprovalSubject;
use crate::case::command::{
    ClockExtension, ClockPause, ExtensionAmount, Findings, Note, Offer, Proposal, TimeAmount,
};
use crate::case::track::SanctionProposal;
use crate::deadline::Count;
use crate::render::phrase::Said;
use crate::render::phrase::{count, day, money, tell};
use crate::render::renderer::Renderer;
use crate::vocab::{Category, Channel, Facet, Word};

impl Renderer<'_> {
    /// Writes the label of what was done, with its particulars. Notes are not included.
    pub(super) fn deed(&self, what: &EventKind, local: &dyn Fn(DateTime<Utc>) -> String) -> String {
        let Some(action) = what.action() else { return String::from(what.name()) };
        let action = action.said(self);
        let particulars = self.particulars(what, local).join(self.comma());
        if particulars.is_empty() {
            return String::from(action);
        }
        tell!(self, DEED_DEED, action, particulars)
    }

    #[expect(clippy::too_many_lines, reason = "one arm an event")]
    fn particulars(&self, what: &EventKind, local: &dyn Fn(DateTime<Utc>) -> String) -> Vec<String> {
        match what {
            EventKind::Received(receipt) => {
                let complaint = &receipt.complaint;
                // A stored receipt always has an instant.
                let received = complaint.received.map(local);
                let channel = complaint.words.all::<Channel>().map(|channel| self.text(&channel));
                let categories = complaint.words.all::<Category>().map(|category| self.text(&category));
                let received = received.map(|at| tell!(self, DEED_RECEIVED, at));
                received.into_iter().chain(channel).chain(categories).collect()
            }
            EventKind::Triaged(findings) | EventKind::Reclassified(findings) => self.findings_of(findings),
            EventKind::FoundCause(found) => {
                let people = found.responsible.iter().map(|person| tell!(self, DEED_THROUGH, person));
                let possible = found.possible.iter().map(|cause| {
                    let cause = self.text(cause);
                    tell!(self, DEED_POSSIBLE_CAUSE, cause)
                });
                let evidence = found.evidence.iter().map(|basis| self.text(basis));
                let known = self.findings_of(&found.findings).into_iter();
                known.chain(possible).chain(evidence).chain(people).collect()
            }
            EventKind::FoundNotEstablished(found) => {
                found.reasons.iter().map(|reason| self.text(reason)).collect()
            }
            EventKind::Dispatched(to) | EventKind::Redispatched(to) => {
                let person = to.person.map(|person| person.to_string());
                core::iter::once(self.text(&to.department)).chain(person).collect()
            }
            EventKind::Started(start) => {
                let received = start.received.map(local).map(|at| tell!(self, DEED_RECEIVED, at));
                start.department.iter().map(|unit| self.text(unit)).chain(received).collect()
            }
            EventKind::AskedCustomer(question) if question.samples => {
                Vec::from([tell!(self, DEED_SAMPLES_ASKED)])
            }
            EventKind::Proposed(proposal) | EventKind::Amended(proposal) => {
                Vec::from([self.proposal(proposal)])
            }
            EventKind::Overrode(on) => Vec::from([self.approval(on.approval)]),
            EventKind::SentBack(back) => {
                let step = back.step.map(|step| tell!(self, DEED_STEP, step));
                core::iter::once(self.approval(back.approval)).chain(step).collect()
            }
            EventKind::Signed(on)
            | EventKind::RefusedToSign(on)
            | EventKind::WithdrewSignature(on)
            | EventKind::TookBack(on) => Vec::from([self.approval(on.approval)]),
            EventKind::FollowedUp(contact) => {
                Vec::from([self.text(&contact.kind), contact.opinion.said(self).into()])
            }
            EventKind::Merged(merged) => Vec::from([merged.into.id.to_string()]),
            EventKind::Linked(linked) => {
                Vec::from([linked.case.id.to_string(), linked.relation.said(self).into()])
            }
            EventKind::Promised(promised) => Vec::from([self.until(&local(promised.until))]),
            EventKind::Answered(message) | EventKind::HeardCustomer(message) => {
                let machine = message.automatic.then(|| tell!(self, DEED_AUTOMATIC));
                let next = message.next.map(|next| tell!(self, DEED_NEXT_ANSWER_UNTIL, next = local(next)));
                machine.into_iter().chain(next).collect()
            }
            EventKind::MovedPolicy(moving) => Vec::from([moving.to.to_string()]),
            EventKind::Delivered(delivered) => {
                let people: Vec<String> = delivered.to.iter().map(ToString::to_string).collect();
                let duty = self.duty(delivered.duty);
                if people.is_empty() {
                    let nobody = tell!(self, DEED_NOBODY_TELL);
                    Vec::from([duty, nobody])
                } else {
                    Vec::from([format!("{duty} → {}", people.join(self.comma()))])
                }
            }
            EventKind::Acknowledged
            | EventKind::Registered
            | EventKind::AnsweredAtOnce(_)
            | EventKind::AskedCustomer(_)
            | EventKind::FoundCustomerCaused(_)
            | EventKind::Submitted
            | EventKind::Offered
            | EventKind::Objected(_)
            | EventKind::Lapsed
            | EventKind::Consented
            | EventKind::CarriedOut
            | EventKind::Finished
            | EventKind::Failed(_)
            | EventKind::Dissatisfied(_)
            | EventKind::Closed
            | EventKind::ForceClosed
            | EventKind::Withdrawn(_)
            | EventKind::OpenedProject
            | EventKind::FinishedProject
            | EventKind::Reopened(_)
            | EventKind::Reviewed(_)
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
            | EventKind::Corrected(_)
            | EventKind::Happened(_)
            | EventKind::Paused(_)
            | EventKind::Resumed(_)
            | EventKind::Extended(_)
            | EventKind::Applied(_)
            | EventKind::Relaxed(_)
            | EventKind::Noted(_)
            | EventKind::Assessed(_)
            | EventKind::ApprovalOpened(_)
            | EventKind::SignatureGiven(_)
            | EventKind::ApprovalOverridden(_)
            | EventKind::SignatureRefused(_)
            | EventKind::SignatureWithdrawn(_)
            | EventKind::SignatureReturned(_)
            | EventKind::SignaturesVoided(_)
            | EventKind::ApprovalRaised(_)
            | EventKind::ApprovalEnded(_)
            | EventKind::Moved(_) => self.beside(what, local),
        }
    }

    /// Writes what happened beside the course.
    fn beside(&self, what: &EventKind, local: &dyn Fn(DateTime<Utc>) -> String) -> Vec<String> {
        match what {
            EventKind::Apologised(apology) if apology.missing().next().is_some() => {
                Vec::from([tell!(self, DEED_NOT_COMPLETE)])
            }
            EventKind::Contained(place) => {
                let measures = place.measures.iter().map(|measure| self.text(measure));
                core::iter::once(self.text(&place.department)).chain(measures).collect()
            }
            EventKind::WaivedContainment(waived) => Vec::from([self.text(&waived.department)]),
            EventKind::HandledGoods(goods) => Vec::from([goods.step.said(self).into()]),
            EventKind::Recalled(recall) => Vec::from([recall.step.said(self).into()]),
            EventKind::TookAction(taken) => {
                Vec::from([format!("`{}`", taken.measure), taken.step.said(self).into()])
            }
            EventKind::RecordedDiscipline(step) => Vec::from([step.discipline.said(self).into()]),
            EventKind::ProposedSanction(sanction) | EventKind::DecidedSanction(sanction) => {
                self.sanction(sanction)
            }
            EventKind::TookAccidentStep(accident) => Vec::from([accident.step.said(self).into()]),
            EventKind::Thanked(thanks) => Vec::from([self.text(&thanks.occasion)]),
            EventKind::Corrected(correction) => Vec::from([
                self.text(&correction.event),
                format!("{} → {}", local(correction.from), local(correction.to)),
            ]),
            EventKind::Happened(happened) => {
                let unit = happened.department.map(|department| self.text(&department));
                [self.text(&happened.event)].into_iter().chain(unit).chain([local(happened.at)]).collect()
            }
            EventKind::Paused(pausing) | EventKind::Resumed(pausing) => self.pausing(pausing, local),
            EventKind::Extended(extending) => self.extending(extending),
            EventKind::Applied(matter) => self.matter(matter),
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
            | EventKind::HeldBilling
            | EventKind::ReleasedBilling
            | EventKind::Reclassified(_)
            | EventKind::Relaxed(_)
            | EventKind::Linked(_)
            | EventKind::Noted(_)
            | EventKind::Delivered(_)
            | EventKind::MovedPolicy(_)
            | EventKind::Assessed(_)
            | EventKind::ApprovalOpened(_)
            | EventKind::SignatureGiven(_)
            | EventKind::ApprovalOverridden(_)
            | EventKind::SignatureRefused(_)
            | EventKind::SignatureWithdrawn(_)
            | EventKind::SignatureReturned(_)
            | EventKind::SignaturesVoided(_)
            | EventKind::ApprovalRaised(_)
            | EventKind::ApprovalEnded(_)
            | EventKind::Moved(_) => Vec::new(),
        }
    }

    /// Writes what was found. The complainant is not named.
    fn findings_of(&self, findings: &Findings) -> Vec<String> {
        let words = findings.words.iter().map(|(facet, code)| {
            let word = self.told_apart(facet, &code).into_owned();
            if facet == Facet::FaultParty { tell!(self, DEED_AT_FAULT, word) } else { word }
        });
        let mut parts: Vec<String> = words.collect();
        parts.extend(findings.staff.iter().map(ToString::to_string));
        parts.extend(findings.product.iter().map(ToString::to_string));
        if findings.no_demand {
            parts.push(tell!(self, DEED_WANTS_NOTHING));
        }
        parts.extend(findings.amount.map(|amount| money(self, amount)));
        parts.extend(findings.facts.iter().map(|(fact, count)| {
            let fact = self.label(fact);
            if *count == 0 { tell!(self, DEED_NO, fact) } else { format!("{fact} {count}") }
        }));
        parts
    }

    /// Writes the alternatives, the best one first.
    fn proposal(&self, proposal: &Proposal) -> String {
        let alternatives: Vec<String> =
            proposal.alternatives.iter().map(|offer| self.offer_in_short(offer)).collect();
        let or = tell!(self, DEED_OR, none = "");
        alternatives.join(&or)
    }

    fn offer_in_short(&self, offer: &Offer) -> String {
        let remedies: Vec<&str> = offer.remedies.iter().map(|remedy| self.label(remedy)).collect();
        let remedies = remedies.join(" + ");
        match offer.amount {
            None => remedies,
            Some(amount) => {
                let amount = money(self, amount);
                tell!(self, DEED_FOR, remedies, amount)
            }
        }
    }

    fn matter(&self, matter: &ApprovalSubject) -> Vec<String> {
        let kind = String::from(matter.kind().said(self));
        let rest = match matter {
            ApprovalSubject::Remedy(proposal) => Vec::from([self.proposal(proposal)]),
            ApprovalSubject::Extension(extending) => self.extending(extending),
            ApprovalSubject::Sanction(sanction) => self.sanction(sanction),
            ApprovalSubject::CorrectiveAction(measure) => Vec::from([format!("`{measure}`")]),
            ApprovalSubject::PolicyChange(edition) => Vec::from([edition.version.to_string()]),
            ApprovalSubject::ForcedClosure | ApprovalSubject::Recall => Vec::new(),
        };
        core::iter::once(kind).chain(rest).collect()
    }

    fn sanction(&self, sanction: &SanctionProposal) -> Vec<String> {
        let part = sanction.part.said(self);
        let person = sanction.person;
        let whom = tell!(self, DEED_PERSON_PART, person, part);
        let amount = sanction.amount.map(|amount| money(self, amount));
        [whom, self.text(&sanction.kind)].into_iter().chain(amount).collect()
    }

    fn pausing(&self, pausing: &ClockPause, local: &dyn Fn(DateTime<Utc>) -> String) -> Vec<String> {
        let clock = pausing.clock.map(|clock| self.text(&clock));
        let at = pausing.at.map(local);
        core::iter::once(self.text(&pausing.reason)).chain(clock).chain(at).collect()
    }

    fn extending(&self, extending: &ClockExtension) -> Vec<String> {
        let amount = |amount: TimeAmount| count(self, Count::from(amount));
        let change = match extending.change {
            ExtensionAmount::Total(total) => {
                let total = amount(total);
                tell!(self, DEED_ALL, total)
            }
            ExtensionAmount::Add(more) => {
                let more = amount(more);
                tell!(self, DEED_MORE, more)
            }
            ExtensionAmount::Until(date) | ExtensionAmount::UntilFixed(date) => self.until(&day(self, date)),
        };
        let unit = extending.department.map(|department| self.text(&department));
        let parts = [self.text(&extending.clock)].into_iter().chain(unit);
        parts.chain([self.text(&extending.reason), change]).collect()
    }

    fn approval(&self, number: u32) -> String {
        tell!(self, DEED_APPROVAL, number)
    }

    fn until(&self, until: &str) -> String {
        tell!(self, MARK_UNTIL, until)
    }

    pub(super) fn text<W: Word>(&self, word: &W) -> String {
        self.label(word).to_string()
    }
}

/// Returns the notes that were written with a command.
pub(super) fn notes(what: &EventKind) -> Vec<Note> {
    let one = |note: &Note| Vec::from([note.clone()]);
    let maybe = |note: &Option<Note>| note.iter().cloned().collect();
    match what {
        EventKind::AnsweredAtOnce(text)
        | EventKind::Objected(text)
        | EventKind::Withdrawn(text)
        | EventKind::NotifiedProgress(text)
        | EventKind::Relaxed(text)
        | EventKind::Noted(text) => one(&text.note),
        EventKind::FoundNotEstablished(found) => one(&found.explanation),
        EventKind::Dispatched(to) | EventKind::Redispatched(to) => maybe(&to.reason),
        EventKind::AskedCustomer(question) => one(&question.note),
        EventKind::FoundCustomerCaused(found) => {
            let parts = [&found.cause, &found.corrective, &found.preventive];
            core::iter::once(&found.explanation).chain(parts.into_iter().flatten()).cloned().collect()
        }
        EventKind::Proposed(proposal) | EventKind::Amended(proposal) => {
            proposal.alternatives.iter().filter_map(|offer| offer.note.clone()).collect()
        }
        EventKind::SentBack(back) => one(&back.reason),
        EventKind::Overrode(on) => one(&on.reason),
        EventKind::Signed(on)
        | EventKind::RefusedToSign(on)
        | EventKind::WithdrewSignature(on)
        | EventKind::TookBack(on) => maybe(&on.note),
        EventKind::Failed(on) | EventKind::Dissatisfied(on) | EventKind::Reopened(on) => one(&on.reason),
        EventKind::Merged(merged) => one(&merged.reason),
        EventKind::Reviewed(lessons) => one(&lessons.note),
        EventKind::Answered(message) | EventKind::HeardCustomer(message) => maybe(&message.note),
        EventKind::Apologised(apology) => {
            let parts = [&apology.individual, &apology.effect, &apology.measure];
            parts.into_iter().flatten().cloned().collect()
        }
        EventKind::WaivedContainment(waived) => one(&waived.reason),
        EventKind::TookAction(measure) => maybe(&measure.note),
        EventKind::RecordedDiscipline(step) => one(&step.note),
        EventKind::Corrected(correction) => one(&correction.reason),
        EventKind::MovedPolicy(moving) => one(&moving.reason),
        EventKind::Received(_)
        | EventKind::Acknowledged
        | EventKind::Registered
        | EventKind::Triaged(_)
        | EventKind::Started(_)
        | EventKind::FoundCause(_)
        | EventKind::Submitted
        | EventKind::Offered
        | EventKind::Lapsed
        | EventKind::Consented
        | EventKind::CarriedOut
        | EventKind::Finished
        | EventKind::FollowedUp(_)
        | EventKind::Closed
        | EventKind::ForceClosed
        | EventKind::OpenedProject
        | EventKind::FinishedProject
        | EventKind::Promised(_)
        | EventKind::Contained(_)
        | EventKind::HandledGoods(_)
        | EventKind::Recalled(_)
        | EventKind::ProposedSanction(_)
        | EventKind::DecidedSanction(_)
        | EventKind::HeldBilling
        | EventKind::ReleasedBilling
        | EventKind::TookAccidentStep(_)
        | EventKind::Thanked(_)
        | EventKind::Reclassified(_)
        | EventKind::Happened(_)
        | EventKind::Paused(_)
        | EventKind::Resumed(_)
        | EventKind::Extended(_)
        | EventKind::Applied(_)
        | EventKind::Linked(_)
        | EventKind::Delivered(_)
        | EventKind::Assessed(_)
        | EventKind::ApprovalOpened(_)
        | EventKind::SignatureGiven(_)
        | EventKind::ApprovalOverridden(_)
        | EventKind::SignatureRefused(_)
        | EventKind::SignatureWithdrawn(_)
        | EventKind::SignatureReturned(_)
        | EventKind::SignaturesVoided(_)
        | EventKind::ApprovalRaised(_)
        | EventKind::ApprovalEnded(_)
        | EventKind::Moved(_) => Vec::new(),
    }
}
