//! Which way a case goes: optional stages, what each step asks for, and who may take it.

use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::Span;
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::track::window::ReopeningWindow;
use crate::taxonomy::Taxonomy;
use crate::text::left_out::some;
use crate::text::list::list;
use crate::text::map_only::{amount, map_only, switch};
use crate::text::text_enum::text_enum;
use crate::vocab::course::FollowUp;
use crate::vocab::kind::CauseGroup;
use crate::vocab::{Action, Anchor, Cause, FormField, Role, Stage};

/// The course of the cases of a policy: which optional stages there are, and what the steps ask for.
///
/// [`Track::new`] has every required stage, dispatch and triage, and asks for nothing; each method adds one thing
/// that a procedure says. Whether a remedy is approved is not said here: that follows from the policy's
/// [approval table](crate::approval::ApprovalTable).
///
/// ```
/// use redress::policy::Track;
/// use redress::policy::track::FollowUpRule;
/// use redress::vocab::course::FollowUp;
///
/// // S02: small matters at once, consent before anything is done, one opinion asked (two wanted), promises kept.
/// let listening = Track::new()
///     .with_at_once()
///     .with_consent()
///     .with_alternatives_wanted(3)
///     .with_promises()
///     .with_follow_up(FollowUpRule::new(FollowUp::OPINION_REQUEST, 1).with_target(2));
/// assert!(listening.consent());
/// ```
///
/// As a document it has a key for each of its parts: `{"consent": true, "reopening": {"calendar-days": 28}}`.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of a procedure, set by a method of its own"
)]
pub struct Track {
    #[serde(deserialize_with = "switch")]
    pub(crate) triage: bool,
    #[serde(deserialize_with = "switch")]
    pub(crate) dispatch: bool,
    #[serde(deserialize_with = "switch")]
    pub(crate) consent: bool,
    #[serde(deserialize_with = "switch")]
    pub(crate) review: bool,
    #[serde(deserialize_with = "switch")]
    pub(crate) at_once: bool,
    #[serde(deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub(crate) follow_up: Option<FollowUpRule>,
    #[serde(deserialize_with = "fields", skip_serializing_if = "Vec::is_empty")]
    pub(crate) required: Vec<FormField>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) intake_review: Option<Role>,
    #[serde(deserialize_with = "switch")]
    pub(crate) fault_before_proposal: bool,
    #[serde(deserialize_with = "groups", skip_serializing_if = "Vec::is_empty")]
    pub(crate) fault_only_of: Vec<CauseGroup>,
    pub(crate) apology: ApologyRule,
    #[serde(deserialize_with = "switch")]
    pub(crate) promises: bool,
    #[serde(deserialize_with = "switch")]
    pub(crate) no_transfer_when_unclosed: bool,
    #[serde(deserialize_with = "switch")]
    pub(crate) effect_check: bool,
    #[serde(deserialize_with = "switch")]
    pub(crate) findings_before_closing: bool,
    #[serde(deserialize_with = "switch")]
    pub(crate) containment: bool,
    #[serde(deserialize_with = "switch")]
    pub(crate) customer_caused_form: bool,
    pub(crate) reopening: ReopeningWindow,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) silence: Option<Span>,
    #[serde(deserialize_with = "amount")]
    pub(crate) alternatives_wanted: u32,
    #[serde(deserialize_with = "permits", skip_serializing_if = "Vec::is_empty")]
    pub(crate) permits: Vec<Permit>,
}

/// When an apology is owed (K01).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the sides of conflict K01, and that nothing is said")]
pub enum ApologyRule {
    /// The procedure says nothing of it.
    #[default]
    NotAsked,
    /// For the organisation's own fault, before the solution (S02-R08).
    OwnFault,
    /// Always, before the solution (S05-R18, S17-R05).
    Always,
    /// Always, and only a complete one counts: this person, the effect and the improvement named (S24-R04).
    AlwaysComplete,
}

text_enum!(ApologyRule = "a" "rule of apologies" {
    NotAsked = "not-asked",
    OwnFault = "own-fault",
    Always = "always",
    AlwaysComplete = "always-complete",
});

/// How often and in which way the complainant is asked afterwards.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct FollowUpRule {
    pub(crate) kind: FollowUp,
    #[serde(deserialize_with = "amount")]
    pub(crate) minimum: u32,
    #[serde(deserialize_with = "amount")]
    pub(crate) target: u32,
    #[serde(default, deserialize_with = "switch")]
    pub(crate) satisfaction: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) since: Option<Anchor>,
}

map_only!(FollowUpRule, "a rule for follow-ups");
map_only!(Track, "a track");
map_only!(Permit, "a permit");

/// Who may do what.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(crate) struct Permit {
    pub(crate) action: Action,
    pub(crate) role: Role,
}

impl FollowUpRule {
    /// So many contacts of a kind before a complaint is closed.
    #[must_use]
    pub const fn new(kind: FollowUp, minimum: u32) -> Self {
        Self { kind, minimum, target: minimum, satisfaction: false, since: None }
    }

    /// How many are wanted; fewer than that are a reminder and no bar.
    #[must_use]
    pub const fn with_target(mut self, target: u32) -> Self {
        self.target = target;
        self
    }

    /// Closes a solution only if the complainant said to be satisfied with it; silence is not satisfaction. What was
    /// explained and not solved, for it does not stand or the customer caused it, is closed after the contacts.
    #[must_use]
    pub const fn with_satisfaction(mut self) -> Self {
        self.satisfaction = true;
        self
    }

    /// Counts the contacts from an event on, such as the installation (S26-R04). Before that has happened they count
    /// from the last solution, as without this.
    #[must_use]
    pub const fn with_since(mut self, event: Anchor) -> Self {
        self.since = Some(event);
        self
    }

    /// The kind of contact.
    #[must_use]
    pub const fn kind(&self) -> FollowUp {
        self.kind
    }

    /// How many it takes.
    #[must_use]
    pub const fn minimum(&self) -> u32 {
        self.minimum
    }

    /// How many are wanted.
    #[must_use]
    pub const fn target(&self) -> u32 {
        self.target
    }

    /// Whether the complainant has to say to be satisfied.
    #[must_use]
    pub const fn satisfaction(&self) -> bool {
        self.satisfaction
    }
}

/// The most fields that are asked for before a registration.
const MAX_REQUIRED: usize = 100;
/// The most groups of causes of a switch.
const MAX_GROUPS: usize = 100;
/// The most actions that are kept to roles.
const MAX_PERMITS: usize = 1_000;

fn fields<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<FormField>, D::Error> {
    list(MAX_REQUIRED, deserializer)
}

fn groups<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<CauseGroup>, D::Error> {
    list(MAX_GROUPS, deserializer)
}

fn permits<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Permit>, D::Error> {
    list(MAX_PERMITS, deserializer)
}

impl Default for Track {
    fn default() -> Self {
        Self::new()
    }
}

impl Track {
    /// The required stages, triage and dispatch; no consent, no following up, no review, and nothing asked for.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            triage: true,
            dispatch: true,
            consent: false,
            review: false,
            at_once: false,
            follow_up: None,
            required: Vec::new(),
            intake_review: None,
            fault_before_proposal: false,
            fault_only_of: Vec::new(),
            apology: ApologyRule::NotAsked,
            promises: false,
            no_transfer_when_unclosed: false,
            effect_check: false,
            findings_before_closing: false,
            containment: false,
            customer_caused_form: false,
            reopening: ReopeningWindow::Always,
            silence: None,
            alternatives_wanted: 1,
            permits: Vec::new(),
        }
    }

    /// Leaves out the stage `triaged` (S08, S09, S14): what follows it, follows the registration.
    #[must_use]
    pub const fn without_triage(mut self) -> Self {
        self.triage = false;
        self
    }

    /// Leaves out the stage `dispatched`, as a one-person shop does.
    #[must_use]
    pub const fn without_dispatch(mut self) -> Self {
        self.dispatch = false;
        self
    }

    /// Asks the complainant for consent before anything is carried out (K09).
    #[must_use]
    pub const fn with_consent(mut self) -> Self {
        self.consent = true;
        self
    }

    /// Ends with a review (S03-R24).
    #[must_use]
    pub const fn with_review(mut self) -> Self {
        self.review = true;
        self
    }

    /// Lets a handler settle a minor complaint where it is raised (S02-R03, K06).
    #[must_use]
    pub const fn with_at_once(mut self) -> Self {
        self.at_once = true;
        self
    }

    /// Asks the complainant afterwards.
    #[must_use]
    pub const fn with_follow_up(mut self, rule: FollowUpRule) -> Self {
        self.follow_up = Some(rule);
        self
    }

    /// Asks for these fields before a complaint is registered; each is one of [`FormField::OF_COMPLAINT`].
    #[must_use]
    pub fn with_required(mut self, fields: impl IntoIterator<Item = FormField>) -> Self {
        self.required.extend(fields);
        self
    }

    /// Has a complaint looked at by a role before it is triaged (S11-R05, S19-R07).
    #[must_use]
    pub const fn with_intake_review(mut self, role: Role) -> Self {
        self.intake_review = Some(role);
        self
    }

    /// Proposes nothing before it is known whose fault it was.
    #[must_use]
    pub const fn with_fault_before_proposal(mut self) -> Self {
        self.fault_before_proposal = true;
        self
    }

    /// The same for complaints of some groups of causes alone: those about the product (S01-R40). A complaint whose
    /// cause is not known may be one.
    #[must_use]
    pub fn with_fault_only_of(mut self, groups: impl IntoIterator<Item = CauseGroup>) -> Self {
        self.fault_before_proposal = true;
        self.fault_only_of = groups.into_iter().collect();
        self
    }

    /// Chooses when an apology is owed.
    #[must_use]
    pub const fn with_apology(mut self, rule: ApologyRule) -> Self {
        self.apology = rule;
        self
    }

    /// Keeps exactly one promised instant open while it is unsolved (S02-R04, S02-R05).
    #[must_use]
    pub const fn with_promises(mut self) -> Self {
        self.promises = true;
        self
    }

    /// Passes no complaint on once its limit is over (S23-R15, K08).
    #[must_use]
    pub const fn with_no_transfer_when_unclosed(mut self) -> Self {
        self.no_transfer_when_unclosed = true;
        self
    }

    /// Closes nothing before the effect of every measure is confirmed (S16-R08).
    #[must_use]
    pub const fn with_effect_check(mut self) -> Self {
        self.effect_check = true;
        self
    }

    /// Closes nothing before a concrete cause and a responsible person are named (S03-R08, S03-R18).
    #[must_use]
    pub const fn with_findings_before_closing(mut self) -> Self {
        self.findings_before_closing = true;
        self
    }

    /// Wants a measure against further damage from every department that received the complaint (S15-R18).
    #[must_use]
    pub const fn with_containment(mut self) -> Self {
        self.containment = true;
        self
    }

    /// Wants cause, corrective and preventive measure written down where the customer caused it (S19-R09).
    #[must_use]
    pub const fn with_customer_caused_form(mut self) -> Self {
        self.customer_caused_form = true;
        self
    }

    /// Chooses until when a closed complaint may be taken up again.
    #[must_use]
    pub const fn with_reopening(mut self, window: ReopeningWindow) -> Self {
        self.reopening = window;
        self
    }

    /// Lets an offer lapse after so much real time of silence.
    #[must_use]
    pub const fn with_silence(mut self, silence: Span) -> Self {
        self.silence = Some(silence);
        self
    }

    /// Wants so many alternatives; fewer are worth a notice and no bar (S02-R09).
    #[must_use]
    pub const fn with_alternatives_wanted(mut self, wanted: u32) -> Self {
        self.alternatives_wanted = wanted;
        self
    }

    /// Keeps an action to holders of a role; given more than once, to holders of any of them. Not the receipt: there is
    /// no case yet, and [`open`](crate::case::open) takes no roster; who may receive is for the host to say.
    #[must_use]
    pub fn with_permit(mut self, action: Action, role: Role) -> Self {
        self.permits.push(Permit { action, role });
        self
    }

    /// Whether it has the stage `triaged`.
    #[must_use]
    pub const fn triage(&self) -> bool {
        self.triage
    }

    /// Whether it has the stage `dispatched`.
    #[must_use]
    pub const fn dispatch(&self) -> bool {
        self.dispatch
    }

    /// Whether the complainant is asked for consent.
    #[must_use]
    pub const fn consent(&self) -> bool {
        self.consent
    }

    /// Whether it ends with a review.
    #[must_use]
    pub const fn review(&self) -> bool {
        self.review
    }

    /// Whether minor complaints may be answered at once.
    #[must_use]
    pub const fn at_once(&self) -> bool {
        self.at_once
    }

    /// How the complainant is asked afterwards.
    #[must_use]
    pub const fn follow_up(&self) -> Option<&FollowUpRule> {
        self.follow_up.as_ref()
    }

    /// Whether it has a stage. Whether anything comes to be in approval is for the approval table of a policy to say.
    #[must_use]
    pub const fn has_stage(&self, stage: Stage) -> bool {
        match stage {
            Stage::Triaged => self.triage,
            Stage::Dispatched => self.dispatch,
            Stage::Offered => self.consent,
            Stage::FollowingUp => self.follow_up.is_some(),
            Stage::Reviewed => self.review,
            Stage::Received
            | Stage::Registered
            | Stage::Investigating
            | Stage::Proposed
            | Stage::InApproval
            | Stage::Executing
            | Stage::Resolved
            | Stage::Closed => true,
        }
    }

    /// The fields that it asks for before a complaint is registered.
    #[must_use]
    pub fn required(&self) -> &[FormField] {
        &self.required
    }

    /// When an apology is owed.
    #[must_use]
    pub const fn apology(&self) -> ApologyRule {
        self.apology
    }

    /// The groups of causes that this concerns alone; none where it concerns every complaint.
    #[must_use]
    pub fn fault_only_of(&self) -> &[CauseGroup] {
        &self.fault_only_of
    }

    /// Whether nothing is proposed for a complaint of a cause, which may be unknown, before it is known whose fault it
    /// was.
    #[must_use]
    pub fn wants_fault_before_proposal(&self, cause: Option<Cause>) -> bool {
        let mut only = self.fault_only_of.iter();
        let concerns = |cause: Cause| only.any(|group| cause.code().is_or_under(group.code()));
        self.fault_before_proposal && (self.fault_only_of.is_empty() || cause.is_none_or(concerns))
    }

    /// Whether one promised instant is kept open while it is unsolved.
    #[must_use]
    pub const fn promises(&self) -> bool {
        self.promises
    }

    /// Whether a complaint may be passed on once its limit is over.
    #[must_use]
    pub const fn transfers_when_unclosed(&self) -> bool {
        !self.no_transfer_when_unclosed
    }

    /// Whether the effect of every measure is confirmed before it is closed.
    #[must_use]
    pub const fn effect_check(&self) -> bool {
        self.effect_check
    }

    /// Whether cause and responsible person are named before it is closed.
    #[must_use]
    pub const fn findings_before_closing(&self) -> bool {
        self.findings_before_closing
    }

    /// Whether every department that received the complaint has a measure in place before it is closed.
    #[must_use]
    pub const fn containment(&self) -> bool {
        self.containment
    }

    /// Whether a form is filled in where the customer caused it.
    #[must_use]
    pub const fn customer_caused_form(&self) -> bool {
        self.customer_caused_form
    }

    /// Until when a closed complaint may be taken up again.
    #[must_use]
    pub const fn reopening(&self) -> ReopeningWindow {
        self.reopening
    }

    /// After how much real time of silence an offer may lapse.
    #[must_use]
    pub const fn silence(&self) -> Option<Span> {
        self.silence
    }

    /// How many alternatives are wanted.
    #[must_use]
    pub const fn alternatives_wanted(&self) -> u32 {
        self.alternatives_wanted
    }

    /// The roles of which an actor needs one for an action; none where anybody may.
    pub fn roles_for(&self, action: Action) -> impl Iterator<Item = Role> + '_ {
        let review = self.intake_review.filter(|_| action == Action::Triage);
        let permits = self.permits.iter().filter(move |permit| permit.action == action);
        review.into_iter().chain(permits.map(|permit| permit.role))
    }

    pub(crate) fn prove(&self, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        let place = FaultPlace::Track;
        let lists = [
            ("permits", self.permits.len(), MAX_PERMITS),
            ("groups of causes", self.fault_only_of.len(), MAX_GROUPS),
        ];
        let too_many = lists.into_iter().filter(|(_, count, most)| count > most);
        faults.extend(too_many.map(|(what, count, most)| PolicyFault::TooManyIn {
            place,
            what,
            count,
            most,
        }));
        let receipts = self.permits.iter().filter(|permit| permit.action == Action::Receive);
        faults.extend(receipts.map(|permit| PolicyFault::PermitOnReceipt { role: permit.role }));
        let roles = self.permits.iter().map(|permit| permit.role).chain(self.intake_review);
        let undeclared = roles.filter_map(|role| taxonomy.check_known(role).err());
        let causes = self.fault_only_of.iter().filter_map(|&group| taxonomy.check_known(group).err());
        faults.extend(undeclared.chain(causes).map(|error| PolicyFault::Undeclared { place, error }));
        if !self.fault_only_of.is_empty() && !self.fault_before_proposal {
            faults.push(PolicyFault::FaultOfCauseWithoutGuard);
        }
        if let Some(rule) = &self.follow_up {
            let since = rule.since.and_then(|event| taxonomy.check_known(event).err());
            faults.extend(since.map(|error| PolicyFault::Undeclared { place, error }));
            let undeclared = taxonomy.check_known(rule.kind).err();
            faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
            if rule.target < rule.minimum {
                faults.push(PolicyFault::FollowUpTarget { minimum: rule.minimum, target: rule.target });
            }
        }
        for (index, &field) in self.required.iter().enumerate() {
            if !field.is_of_complaint() || field.facet().is_some_and(|facet| !taxonomy.has_facet(facet)) {
                faults.push(PolicyFault::FieldNotOfComplaint { field });
            }
            if self.required.iter().take(index).any(|earlier| *earlier == field) {
                faults.push(PolicyFault::FieldTwice { place, field });
            }
        }
        self.reopening.prove(faults);
        if self.silence.is_some() && !self.consent {
            faults.push(PolicyFault::LapseWithoutConsent);
        }
        if self.intake_review.is_some() && !self.triage {
            faults.push(PolicyFault::ReviewWithoutTriage);
        }
        // Every duty that bars the way to the end can be met by a command of the same stage; an action that nobody
        // can ever take is a matter of the roster.
    }
}
