//! The course of a case, and who is kept from what, in words.

use alloc::string::String;
use alloc::vec::Vec;

use crate::labels::phrase::Phrase;
use crate::labels::phrases;
use crate::policy::people::PeopleRules;
use crate::policy::track::{
    ApologyRule, CompensationRule, Conduct, ConversationRule, FollowUpRule, ReopeningWindow, ToneRule, Track,
};
use crate::render::phrase::Said;
use crate::render::phrase::{span, tell};
use crate::render::renderer::Renderer;
use crate::render::rules::entry::PolicyEntry;
use crate::vocab::course::Exclusion;
use crate::vocab::{Action, Stage};

/// A switch of a track, with its text.
type Switch = (bool, &'static Phrase);

impl Renderer<'_> {
    pub(super) fn track_rules(&self, track: &Track) -> Vec<PolicyEntry> {
        let mut lines = Vec::from([self.stages(track)]);
        if !track.required.is_empty() {
            let fields = self.names(&track.required);
            lines.push(tell!(self, RULE_MUST_KNOWN_BEFORE, fields));
        }
        lines.extend(track.intake_review.as_ref().map(|role| {
            let role = self.label(role);
            tell!(self, RULE_REVIEWED_BEFORE_TRIAGE, role)
        }));
        if track.fault_before_proposal {
            let of = if track.fault_only_of.is_empty() {
                String::new()
            } else {
                let groups = self.names(&track.fault_only_of);
                tell!(self, RULE_CAUSES, groups)
            };
            lines.push(tell!(self, RULE_PARTY_AT_FAULT, of));
        }
        lines.extend(match track.apology {
            ApologyRule::NotAsked => None,
            ApologyRule::OwnFault => Some(tell!(self, RULE_APOLOGY_COMES_BEFORE)),
            ApologyRule::Always => Some(tell!(self, RULE_APOLOGY_COMES_BEFORE_SOLUTION)),
            ApologyRule::AlwaysComplete => Some(tell!(self, RULE_APOLOGY_COMES_BEFORE_SOLUTION_ALWAYS)),
        });
        lines.extend(
            Self::switches(track).into_iter().filter(|(on, _)| *on).map(|(_, text)| self.plain(text).into()),
        );
        lines.extend(track.follow_up.as_ref().map(|rule| self.follow_up(rule)));
        lines.push(match &track.reopening {
            ReopeningWindow::Always => tell!(self, RULE_CLOSED_COMPLAINT_MAY),
            ReopeningWindow::Never => tell!(self, RULE_CLOSED_COMPLAINT_NEVER),
            ReopeningWindow::Within(term) => {
                let term = self.term(term);
                tell!(self, RULE_CLOSED_COMPLAINT_MAY_REOPENED, term)
            }
        });
        lines.extend(track.silence.map(|length| {
            let length = span(self, length);
            tell!(self, RULE_OFFER_NOBODY_ANSWERS, length)
        }));
        if track.alternatives_wanted != 1 {
            let wanted = track.alternatives_wanted;
            lines.push(tell!(self, RULE_PROPOSAL_SHOULD_HAVE, wanted));
        }
        lines.extend(self.permits(track));
        lines.into_iter().map(Into::into).collect()
    }

    fn stages(&self, track: &Track) -> String {
        let stages = [
            (track.triage, Stage::Triaged),
            (track.dispatch, Stage::Dispatched),
            (track.consent, Stage::Offered),
            (track.follow_up.is_some(), Stage::FollowingUp),
            (track.review, Stage::Reviewed),
        ];
        let stages = |with: bool| {
            let of = stages.iter().filter(|(on, _)| *on == with).map(|(_, stage)| stage.said(self));
            of.collect::<Vec<_>>().join(self.comma())
        };
        let (with, without) = (stages(true), stages(false));
        match (with.is_empty(), without.is_empty()) {
            (_, true) => tell!(self, RULE_STAGES, with),
            (true, _) => {
                tell!(self, RULE_NO_STAGES, without)
            }
            (false, false) => tell!(self, RULE_STAGES_NOT, with, without),
        }
    }

    const fn switches(track: &Track) -> [Switch; 7] {
        [
            (track.at_once, phrases::RULE_MINOR_COMPLAINT_MAY_SETTLED),
            (track.promises, phrases::RULE_WHILE_UNSOLVED_ANSWER_ALWAYS),
            (track.no_transfer_when_unclosed, phrases::RULE_MAY_NOT_TRANSFERRED_AFTER),
            (track.effect_check, phrases::RULE_EFFECT_EVERY_MEASURE_CONFIRMED),
            (track.findings_before_closing, phrases::RULE_CAUSE_RESPONSIBLE_PERSON_NAMED),
            (track.containment, phrases::RULE_EVERY_DEPARTMENT_HAS_MEASURE),
            (track.customer_caused_form, phrases::RULE_IF_CUSTOMER_CAUSED_CAUSE),
        ]
    }

    fn follow_up(&self, rule: &FollowUpRule) -> String {
        let (kind, minimum, target) = (self.label(&rule.kind), rule.minimum, rule.target);
        let wanted = if target > minimum { tell!(self, RULE_WANTED, target) } else { String::new() };
        let satisfied =
            if rule.satisfaction { tell!(self, RULE_COMPLAINANT_SAID_SATISFIED) } else { String::new() };
        let since = rule.since.as_ref().map_or(String::new(), |event| {
            let event = self.label(event);
            tell!(self, RULE_COUNTED_FROM, event)
        });
        tell!(self, RULE_BEFORE_CLOSING_CONTACTS, minimum, kind, wanted, satisfied, since)
    }

    /// Writes each action with all roles that may take it.
    fn permits(&self, track: &Track) -> Vec<String> {
        let permitted = Action::ALL.iter().filter_map(|&action| {
            let permits = track.permits.iter().filter(|permit| permit.action == action);
            let roles: Vec<&str> = permits.map(|permit| self.label(&permit.role)).collect();
            (!roles.is_empty()).then(|| (action.said(self), roles.join(self.or())))
        });
        permitted.map(|(action, roles)| tell!(self, RULE_ALONE, action, roles)).collect()
    }

    pub(super) fn people_rules(&self, people: &PeopleRules) -> Vec<PolicyEntry> {
        let names = |asked: &dyn Fn(Action) -> bool| {
            let all = Action::ALL.iter().filter(|action| asked(**action));
            let all: Vec<&str> = all.map(|action| action.said(self)).collect();
            (!all.is_empty()).then(|| all.join(self.comma()))
        };
        let beside = |concern: Exclusion| {
            names(&|action| people.lets(concern, action) && !PeopleRules::THEIRS.contains(&(concern, action)))
        };
        let mut lines = Vec::new();
        lines.extend(
            beside(Exclusion::Complainant).map(|actions| tell!(self, RULE_COMPLAINANT_MAY_ALSO, actions)),
        );
        lines.extend(
            beside(Exclusion::ComplainedAbout)
                .map(|actions| tell!(self, RULE_PERSON_COMPLAINED_ABOUT, actions)),
        );
        lines.extend(
            names(&|action| people.is_for_complainant_alone(action))
                .map(|actions| tell!(self, RULE_NOBODY_RECORDS_COMPLAINANT, actions)),
        );
        if !people.overriders().is_empty() {
            let roles = self.names(people.overriders());
            lines.push(tell!(self, RULE_MAY_APPROVE_ALONE, roles));
        }
        for (place, &one) in Action::ALL.iter().enumerate() {
            for &other in Action::ALL.iter().skip(place).filter(|other| people.is_parted(one, **other)) {
                let (one, other) = (one.said(self), other.said(self));
                lines.push(tell!(self, RULE_NOBODY_DOES_BOTH, one, other));
            }
        }
        lines.extend(
            names(&|action| people.needs_second_person(action))
                .map(|actions| tell!(self, RULE_DONE_SECOND_PERSON, actions)),
        );
        lines.into_iter().map(Into::into).collect()
    }

    pub(super) fn conduct_rules(&self, conduct: Conduct) -> Vec<PolicyEntry> {
        let compensation = conduct.compensation().map(|rule| match rule {
            CompensationRule::Proactive => phrases::RULE_COMPENSATION_MAY_OFFERED_BEFORE,
            CompensationRule::GraveErrors => phrases::RULE_COMPENSATION_MAY_OFFERED_FOR,
            CompensationRule::Unsatisfied => phrases::RULE_COMPENSATION_MAY_OFFERED_CUSTOMER,
            CompensationRule::Avoid => phrases::RULE_ORGANISATION_DOES_NOT_OFFER,
        });
        let conversation = conduct.conversation().map(|rule| match rule {
            ConversationRule::CallFirst => phrases::RULE_CALL_COMES_BEFORE_WRITTEN,
            ConversationRule::ByMatter => phrases::RULE_PLAIN_QUESTIONS_BY_PHONE,
            ConversationRule::BringBack => phrases::RULE_CUSTOMER_ASKED_BRING_PRODUCT,
        });
        let tone = conduct.tone().map(|rule| match rule {
            ToneRule::ByFault => phrases::RULE_TONE_DEPENDS_ON_WHO,
            ToneRule::OursAlways => phrases::RULE_FAULT_ALWAYS_SPOKEN_AS,
        });
        [compensation, conversation, tone]
            .into_iter()
            .flatten()
            .map(|text| PolicyEntry::new(self.plain(text)))
            .collect()
    }
}
