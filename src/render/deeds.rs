//! What was done in a case, as text: the label of the action, and what the command carried.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::{
    Amount, Extending, Findings, Longer, Matter, Note, Offer, Pausing, Proposal, SanctionProposed, What,
};
use crate::deadline::Count;
use crate::render::phrase::{count, day, tell};
use crate::render::renderer::Renderer;
use crate::vocab::{Locale, Word};

impl Renderer<'_> {
    /// The label of what was done, with its particulars behind it. Notes are no part of it.
    pub(super) fn deed(&self, what: &What, local: &dyn Fn(DateTime<Utc>) -> String) -> String {
        let Some(action) = what.action() else { return String::from(what.name()) };
        let action = action.label(self.locale);
        let particulars = self.particulars(what, local).join(self.comma());
        if particulars.is_empty() {
            return String::from(action);
        }
        tell!(self.locale, "{action}: {particulars}", "{action}：{particulars}", "{action}：{particulars}")
    }

    fn particulars(&self, what: &What, local: &dyn Fn(DateTime<Utc>) -> String) -> Vec<String> {
        let locale = self.locale;
        match what {
            What::Received(receipt) => {
                let complaint = &receipt.complaint;
                // A stored receipt has an instant.
                let received = complaint.received.map(local);
                let channel = complaint.channel.iter().map(|channel| self.text(channel));
                let categories = complaint.category.iter().map(|category| self.text(category));
                let received = received.map(|at| tell!(locale, "received {at}", "收到 {at}", "收到 {at}"));
                received.into_iter().chain(channel).chain(categories).collect()
            }
            What::Triaged(findings) | What::Reclassified(findings) => self.findings_of(findings),
            What::FoundCause(found) => {
                let people = found.responsible.iter().map(|person| {
                    tell!(locale, "through {person}", "直接责任者 {person}", "直接責任者 {person}")
                });
                let possible = found.possible.iter().map(|cause| {
                    let cause = self.text(cause);
                    tell!(locale, "possible cause: {cause}", "可能原因：{cause}", "可能原因：{cause}")
                });
                let evidence = found.evidence.iter().map(|basis| self.text(basis));
                let known = self.findings_of(&found.findings).into_iter();
                known.chain(possible).chain(evidence).chain(people).collect()
            }
            What::FoundNotEstablished(found) => {
                found.reasons.iter().map(|reason| self.text(reason)).collect()
            }
            What::Dispatched(to) | What::Redispatched(to) => {
                let person = to.person.map(|person| person.to_string());
                core::iter::once(self.text(&to.department)).chain(person).collect()
            }
            What::Started(start) => {
                let received = start
                    .received
                    .map(local)
                    .map(|at| tell!(locale, "received {at}", "收到 {at}", "收到 {at}"));
                start.department.iter().map(|unit| self.text(unit)).chain(received).collect()
            }
            What::AskedCustomer(question) if question.samples => {
                Vec::from([tell!(locale, "samples asked for", "索取样品", "索取樣品")])
            }
            What::Proposed(proposal) | What::Amended(proposal) => Vec::from([self.proposal(proposal)]),
            What::Overrode(on) => Vec::from([self.approval(on.approval)]),
            What::SentBack(back) => {
                let step = back
                    .step
                    .map(|step| tell!(locale, "to step `{step}`", "退至步骤 `{step}`", "退至步驟 `{step}`"));
                core::iter::once(self.approval(back.approval)).chain(step).collect()
            }
            What::Signed(on) | What::RefusedToSign(on) | What::WithdrewSignature(on) | What::TookBack(on) => {
                Vec::from([self.approval(on.approval)])
            }
            What::FollowedUp(contact) => {
                Vec::from([self.text(&contact.kind), contact.opinion.label(locale).into()])
            }
            What::Merged(merged) => Vec::from([merged.into.id.to_string()]),
            What::Linked(linked) => {
                Vec::from([linked.case.id.to_string(), linked.relation.label(locale).into()])
            }
            What::Promised(promised) => Vec::from([self.until(&local(promised.until))]),
            What::Answered(message) | What::HeardCustomer(message) => {
                let machine = message.automatic.then(|| tell!(locale, "automatic", "自动发送", "自動發送"));
                let next = message.next.map(|next| {
                    tell!(
                        locale,
                        "next answer until {next}",
                        "下次答复不晚于 {next}",
                        "下次答覆不晚於 {next}",
                        next = local(next)
                    )
                });
                machine.into_iter().chain(next).collect()
            }
            What::MovedPolicy(moving) => Vec::from([moving.to.to_string()]),
            What::Delivered(delivered) => {
                let people: Vec<String> = delivered.to.iter().map(ToString::to_string).collect();
                let duty = self.duty(delivered.duty);
                if people.is_empty() {
                    let nobody = tell!(locale, "nobody to tell", "无人可告知", "無人可告知");
                    Vec::from([duty, nobody])
                } else {
                    Vec::from([format!("{duty} → {}", people.join(self.comma()))])
                }
            }
            _ => self.beside(what, local),
        }
    }

    /// What runs beside the course.
    fn beside(&self, what: &What, local: &dyn Fn(DateTime<Utc>) -> String) -> Vec<String> {
        let locale = self.locale;
        match what {
            What::Apologised(apology) if apology.missing().next().is_some() => {
                Vec::from([tell!(locale, "not complete", "不完整", "不完整")])
            }
            What::Contained(place) => {
                let measures = place.measures.iter().map(|measure| self.text(measure));
                core::iter::once(self.text(&place.department)).chain(measures).collect()
            }
            What::WaivedContainment(waived) => Vec::from([self.text(&waived.department)]),
            What::HandledGoods(goods) => Vec::from([goods.step.label(locale).into()]),
            What::Recalled(recall) => Vec::from([recall.step.label(locale).into()]),
            What::TookAction(taken) => {
                Vec::from([format!("`{}`", taken.measure), taken.step.label(locale).into()])
            }
            What::RecordedDiscipline(step) => Vec::from([step.discipline.label(locale).into()]),
            What::ProposedSanction(sanction) | What::DecidedSanction(sanction) => self.sanction(sanction),
            What::TookAccidentStep(accident) => Vec::from([accident.step.label(locale).into()]),
            What::Thanked(thanks) => Vec::from([self.text(&thanks.occasion)]),
            What::Corrected(correction) => Vec::from([
                self.text(&correction.event),
                format!("{} → {}", local(correction.from), local(correction.to)),
            ]),
            What::Happened(happened) => {
                let unit = happened.department.map(|department| self.text(&department));
                [self.text(&happened.event)].into_iter().chain(unit).chain([local(happened.at)]).collect()
            }
            What::Paused(pausing) | What::Resumed(pausing) => self.pausing(pausing, local),
            What::Extended(extending) => self.extending(extending),
            What::Applied(matter) => self.matter(matter),
            _ => Vec::new(),
        }
    }

    /// What was found; who complains is not told.
    fn findings_of(&self, findings: &Findings) -> Vec<String> {
        let locale = self.locale;
        let mut parts: Vec<String> = findings.category.iter().map(|word| self.text(word)).collect();
        parts.extend(findings.subject.iter().map(|word| self.text(word)));
        parts.extend(findings.cause.iter().map(|word| self.text(word)));
        parts.extend(findings.fault_party.iter().map(|word| {
            let whose = self.label(word);
            tell!(locale, "at fault: {whose}", "过错方：{whose}", "過錯方：{whose}")
        }));
        parts.extend(findings.claim_kind.iter().map(|word| self.text(word)));
        parts.extend(findings.medium.iter().map(|word| self.text(word)));
        parts.extend(findings.region.iter().map(|word| self.text(word)));
        parts.extend(findings.topic.iter().map(|word| self.text(word)));
        parts.extend(findings.unit.iter().map(|word| self.text(word)));
        parts.extend(findings.staff.iter().map(ToString::to_string));
        parts.extend(findings.product.iter().map(ToString::to_string));
        parts.extend(findings.demand.iter().map(|word| self.text(word)));
        if findings.no_demand {
            parts.push(tell!(locale, "wants nothing", "无诉求", "無訴求"));
        }
        parts.extend(findings.amount.map(|amount| self.money(amount)));
        parts.extend(findings.containment.iter().map(|word| self.text(word)));
        parts.extend(findings.facts.iter().map(|(fact, count)| {
            let fact = self.label(fact);
            if *count == 0 {
                tell!(locale, "no {fact}", "无{fact}", "無{fact}")
            } else {
                format!("{fact} {count}")
            }
        }));
        parts
    }

    /// Alternatives, the best one first.
    fn proposal(&self, proposal: &Proposal) -> String {
        let alternatives: Vec<String> =
            proposal.alternatives.iter().map(|offer| self.offer_in_short(offer)).collect();
        let or = tell!(self.locale, "; or {none}", "；或{none}", "；或{none}", none = "");
        alternatives.join(&or)
    }

    fn offer_in_short(&self, offer: &Offer) -> String {
        let remedies: Vec<&str> = offer.remedies.iter().map(|remedy| self.label(remedy)).collect();
        let remedies = remedies.join(" + ");
        match offer.amount {
            None => remedies,
            Some(amount) => {
                let amount = self.money(amount);
                tell!(self.locale, "{remedies} for {amount}", "{remedies}，{amount}", "{remedies}，{amount}")
            }
        }
    }

    fn matter(&self, matter: &Matter) -> Vec<String> {
        let kind = String::from(matter.kind().label(self.locale));
        let rest = match matter {
            Matter::Remedy(proposal) => Vec::from([self.proposal(proposal)]),
            Matter::Extension(extending) => self.extending(extending),
            Matter::Sanction(sanction) => self.sanction(sanction),
            Matter::CorrectiveAction(measure) => Vec::from([format!("`{measure}`")]),
            Matter::PolicyChange(edition) => Vec::from([edition.version.to_string()]),
            Matter::ForcedClosure | Matter::Recall => Vec::new(),
        };
        core::iter::once(kind).chain(rest).collect()
    }

    fn sanction(&self, sanction: &SanctionProposed) -> Vec<String> {
        let part = sanction.part.label(self.locale);
        let person = sanction.person;
        let whom = tell!(self.locale, "{person} ({part})", "{person}（{part}）", "{person}（{part}）");
        let amount = sanction.amount.map(|amount| self.money(amount));
        [whom, self.text(&sanction.kind)].into_iter().chain(amount).collect()
    }

    fn pausing(&self, pausing: &Pausing, local: &dyn Fn(DateTime<Utc>) -> String) -> Vec<String> {
        let clock = pausing.clock.map(|clock| self.text(&clock));
        let at = pausing.at.map(local);
        core::iter::once(self.text(&pausing.reason)).chain(clock).chain(at).collect()
    }

    fn extending(&self, extending: &Extending) -> Vec<String> {
        let locale = self.locale;
        let amount = |amount: Amount| count(locale, Count::from(amount));
        let change = match extending.change {
            Longer::Total(total) => {
                let total = amount(total);
                tell!(locale, "{total} in all", "共 {total}", "共 {total}")
            }
            Longer::Add(more) => {
                let more = amount(more);
                tell!(locale, "{more} more", "增加 {more}", "增加 {more}")
            }
            Longer::Until(date) | Longer::UntilFixed(date) => self.until(&day(locale, date)),
        };
        let unit = extending.department.map(|department| self.text(&department));
        let parts = [self.text(&extending.clock)].into_iter().chain(unit);
        parts.chain([self.text(&extending.reason), change]).collect()
    }

    fn approval(&self, number: u32) -> String {
        tell!(self.locale, "approval {number}", "审批 {number}", "審批 {number}")
    }

    fn until(&self, until: &str) -> String {
        match self.locale {
            Locale::En => format!("until {until}"),
            Locale::ZhHans | Locale::ZhHant => format!("至 {until}"),
        }
    }

    fn text<W: Word>(&self, word: &W) -> String {
        self.label(word).to_string()
    }
}

/// What was written down with a command.
pub(super) fn notes(what: &What) -> Vec<Note> {
    let one = |note: &Note| Vec::from([note.clone()]);
    let maybe = |note: &Option<Note>| note.iter().cloned().collect();
    match what {
        What::AnsweredAtOnce(text)
        | What::Objected(text)
        | What::Withdrawn(text)
        | What::NotifiedProgress(text)
        | What::Relaxed(text)
        | What::Noted(text) => one(&text.note),
        What::FoundNotEstablished(found) => one(&found.explanation),
        What::Dispatched(to) | What::Redispatched(to) => maybe(&to.reason),
        What::AskedCustomer(question) => one(&question.note),
        What::FoundCustomerCaused(found) => {
            let parts = [&found.cause, &found.corrective, &found.preventive];
            core::iter::once(&found.explanation).chain(parts.into_iter().flatten()).cloned().collect()
        }
        What::Proposed(proposal) | What::Amended(proposal) => {
            proposal.alternatives.iter().filter_map(|offer| offer.note.clone()).collect()
        }
        What::SentBack(back) => one(&back.reason),
        What::Overrode(on) => one(&on.reason),
        What::Signed(on) | What::RefusedToSign(on) | What::WithdrewSignature(on) | What::TookBack(on) => {
            maybe(&on.note)
        }
        What::Failed(on) | What::Dissatisfied(on) | What::Reopened(on) => one(&on.reason),
        What::Merged(merged) => one(&merged.reason),
        What::Reviewed(lessons) => one(&lessons.note),
        What::Answered(message) | What::HeardCustomer(message) => maybe(&message.note),
        What::Apologised(apology) => {
            let parts = [&apology.individual, &apology.effect, &apology.measure];
            parts.into_iter().flatten().cloned().collect()
        }
        What::WaivedContainment(waived) => one(&waived.reason),
        What::TookAction(measure) => maybe(&measure.note),
        What::RecordedDiscipline(step) => one(&step.note),
        What::Corrected(correction) => one(&correction.reason),
        What::MovedPolicy(moving) => one(&moving.reason),
        _ => Vec::new(),
    }
}
