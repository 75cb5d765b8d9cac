//! The course of a case: its optional stages, what each step requires, and who may take it.

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

/// The course of the cases of a policy: which optional stages they have, and what each step requires.
///
/// [`Track::new`] has the required stages, triage and dispatch, and requires nothing. Each `with_…` method adds one
/// rule of a procedure. Whether a remedy needs an approval is not part of the track: the policy's [approval
/// table](crate::approval::ApprovalTable) says so.
///
/// # Example: ask for consent, then for an opinion
///
/// ```
/// use redress::policy::Track;
/// use redress::policy::track::FollowUpRule;
/// use redress::vocab::Stage;
/// use redress::vocab::course::FollowUp;
///
/// let track = Track::new()
///     .without_triage()
///     .with_consent()
///     .with_follow_up(FollowUpRule::new(FollowUp::OPINION_REQUEST, 1).with_target(2));
/// assert!(!track.has_stage(Stage::Triaged));
/// assert!(track.has_stage(Stage::Offered)); // where the complainant consents
/// assert!(track.has_stage(Stage::FollowingUp));
/// ```
///
/// # Example: as a document, a reopening within 28 days
///
/// ```
/// use redress::deadline::Count;
/// use redress::policy::Track;
/// use redress::policy::track::ReopeningWindow;
///
/// let track: Track = serde_json::from_str(r#"{"consent": true, "reopening": {"calendar-days": 28}}"#)?;
/// let window = ReopeningWindow::within(Count::CalendarDays(28));
/// assert_eq!(track, Track::new().with_consent().with_reopening(window));
/// # Ok::<(), serde_json::Error>(())
/// ```
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

/// When an apology is due.
///
/// # Example: the names in a document
///
/// ```
/// use redress::policy::Track;
/// use redress::policy::track::ApologyRule;
///
/// let track: Track = serde_json::from_str(r#"{"apology": "own-fault"}"#)?;
/// assert_eq!(track.apology(), ApologyRule::OwnFault);
/// assert_eq!(Track::new().apology(), ApologyRule::NotAsked);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "what procedures require, and nothing")]
pub enum ApologyRule {
    /// The procedure does not mention it. This is the default.
    #[default]
    NotAsked,
    /// Before the solution, if the fault is the organisation's own.
    OwnFault,
    /// Before the solution, in every case.
    Always,
    /// Before the solution, in every case. Only a complete apology counts: it addresses this person and names the
    /// effect and the improvement.
    AlwaysComplete,
}

text_enum!(ApologyRule = "a" "rule of apologies" {
    NotAsked = "not-asked",
    OwnFault = "own-fault",
    Always = "always",
    AlwaysComplete = "always-complete",
});

/// How often, and in which way, the complainant is asked after the solution.
///
/// # Example: one return visit is required, two are wanted, since the installation
///
/// ```
/// use redress::policy::track::FollowUpRule;
/// use redress::vocab::Anchor;
/// use redress::vocab::course::FollowUp;
///
/// let rule = FollowUpRule::new(FollowUp::RETURN_VISIT, 1).with_target(2).with_since(Anchor::INSTALLED);
/// assert_eq!((rule.minimum(), rule.target()), (1, 2));
/// assert!(!rule.satisfaction()); // the contacts are enough, whatever the complainant says
/// ```
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

/// A role whose holders may take an action.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(crate) struct Permit {
    pub(crate) action: Action,
    pub(crate) role: Role,
}

impl FollowUpRule {
    /// Requires `minimum` contacts of a kind before a complaint is closed.
    #[must_use]
    pub const fn new(kind: FollowUp, minimum: u32) -> Self {
        Self { kind, minimum, target: minimum, satisfaction: false, since: None }
    }

    /// Sets how many contacts are wanted. Fewer than that lead to a notice and do not block the closing.
    ///
    /// Without this call, the target is the minimum. A policy refuses a target below the minimum.
    ///
    /// # Example: a target below the minimum
    ///
    /// ```
    /// use redress::policy::track::FollowUpRule;
    /// use redress::policy::{Policy, PolicyFault, Routing, Track};
    /// use redress::vocab::course::FollowUp;
    /// # use redress::sample;
    ///
    /// let rule = FollowUpRule::new(FollowUp::RETURN_VISIT, 2);
    /// assert_eq!(rule.target(), 2);
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let faults = desk.track(Track::new().with_follow_up(rule.with_target(1))).build().unwrap_err();
    /// assert_eq!(faults.faults(), [PolicyFault::FollowUpTarget { minimum: 2, target: 1 }]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_target(mut self, target: u32) -> Self {
        self.target = target;
        self
    }

    /// Requires that the complainant said to be satisfied with the solution. Silence is not satisfaction.
    ///
    /// The rule applies only to solved complaints. A complaint that was answered with an explanation, because it is not
    /// justified or the customer caused it, can be closed after the contacts.
    #[must_use]
    pub const fn with_satisfaction(mut self) -> Self {
        self.satisfaction = true;
        self
    }

    /// Counts only contacts since an event, such as the installation.
    ///
    /// Until the event has happened, contacts count since the last solution, as they do without this call.
    #[must_use]
    pub const fn with_since(mut self, event: Anchor) -> Self {
        self.since = Some(event);
        self
    }

    /// Returns the kind of contact.
    #[must_use]
    pub const fn kind(&self) -> FollowUp {
        self.kind
    }

    /// Returns how many contacts are required before the closing.
    #[must_use]
    pub const fn minimum(&self) -> u32 {
        self.minimum
    }

    /// Returns how many contacts are wanted.
    #[must_use]
    pub const fn target(&self) -> u32 {
        self.target
    }

    /// Returns whether a solved complaint can be closed only if the complainant is satisfied.
    #[must_use]
    pub const fn satisfaction(&self) -> bool {
        self.satisfaction
    }
}

/// The most fields that a registration can require.
const MAX_REQUIRED: usize = 100;
/// The most groups of causes to which the rule about fault is limited.
const MAX_GROUPS: usize = 100;
/// The most permits: pairs of an action and a role.
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
    /// Creates a track with triage, dispatch and the required stages. It has no consent, no follow-up and no review.
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

    /// Removes the stage `triaged`. What usually follows the triage then follows the registration.
    ///
    /// # Example: dispatched after the registration
    ///
    /// ```
    /// use redress::case::course::{Branch, step};
    /// use redress::policy::Track;
    /// use redress::vocab::{Action, Stage};
    ///
    /// let track = Track::new().without_triage();
    /// let dispatch = (Action::Dispatch, Branch::Only);
    /// assert_eq!(step(&track, Stage::Registered, dispatch), Some(Stage::Dispatched));
    /// assert_eq!(step(&Track::new(), Stage::Registered, dispatch), None); // triage comes first
    /// ```
    #[must_use]
    pub const fn without_triage(mut self) -> Self {
        self.triage = false;
        self
    }

    /// Removes the stage `dispatched`, for example for a shop of one person.
    ///
    /// # Example: an investigation starts at once
    ///
    /// ```
    /// use redress::case::course::{Branch, step};
    /// use redress::policy::Track;
    /// use redress::vocab::{Action, Stage};
    ///
    /// let track = Track::new().without_triage().without_dispatch();
    /// assert_eq!(step(&track, Stage::Registered, (Action::Start, Branch::Only)), Some(Stage::Investigating));
    /// ```
    #[must_use]
    pub const fn without_dispatch(mut self) -> Self {
        self.dispatch = false;
        self
    }

    /// Requires the complainant's consent before a remedy is carried out.
    ///
    /// # Example: the last signature leads to an offer
    ///
    /// ```
    /// use redress::case::course::{Branch, step};
    /// use redress::policy::Track;
    /// use redress::vocab::{Action, Stage};
    ///
    /// let track = Track::new().with_consent();
    /// let sign = (Action::Sign, Branch::CompleteForConsent);
    /// assert_eq!(step(&track, Stage::InApproval, sign), Some(Stage::Offered));
    /// assert_eq!(step(&track, Stage::InApproval, (Action::Sign, Branch::Complete)), None); // not straight to work
    /// ```
    #[must_use]
    pub const fn with_consent(mut self) -> Self {
        self.consent = true;
        self
    }

    /// Adds a review as the last stage.
    ///
    /// # Example: after the closing
    ///
    /// ```
    /// use redress::case::course::{Branch, step};
    /// use redress::policy::Track;
    /// use redress::vocab::{Action, Stage};
    ///
    /// let track = Track::new().with_review();
    /// assert_eq!(step(&track, Stage::Closed, (Action::Review, Branch::Only)), Some(Stage::Reviewed));
    /// let reopen = (Action::Reopen, Branch::ToInvestigation);
    /// assert_eq!(step(&track, Stage::Reviewed, reopen), Some(Stage::Investigating)); // still possible
    /// ```
    #[must_use]
    pub const fn with_review(mut self) -> Self {
        self.review = true;
        self
    }

    /// Allows a handler to settle a minor complaint on the spot, without an investigation.
    ///
    /// If a rule of the policy gives the mark [`Mark::ANSWER_AT_ONCE`](crate::vocab::Mark::ANSWER_AT_ONCE), the
    /// complaint needs this mark too.
    ///
    /// # Example: settled by whoever registers it
    ///
    /// ```
    /// use redress::case::course::{Branch, step};
    /// use redress::policy::Track;
    /// use redress::vocab::{Action, Stage};
    ///
    /// let track = Track::new().with_at_once();
    /// let answer = (Action::AnswerAtOnce, Branch::Only);
    /// assert_eq!(step(&track, Stage::Registered, answer), Some(Stage::Resolved));
    /// assert_eq!(step(&track, Stage::Received, answer), None); // it must be registered first
    /// ```
    #[must_use]
    pub const fn with_at_once(mut self) -> Self {
        self.at_once = true;
        self
    }

    /// Requires contacts with the complainant between the solution and the closing.
    ///
    /// # Example: not closed without a visit
    ///
    /// ```
    /// use redress::sample;
    /// use redress::policy::track::FollowUpRule;
    /// use redress::vocab::course::FollowUp;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy_with(sample::track().with_follow_up(FollowUpRule::new(FollowUp::RETURN_VISIT, 1)))?;
    /// let refused = sample::closed_case(&policy, &sample::roster()?).unwrap_err();
    /// assert!(refused.to_string().starts_with("follow-up contacts made: 0 of at least 1"));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn with_follow_up(mut self, rule: FollowUpRule) -> Self {
        self.follow_up = Some(rule);
        self
    }

    /// Requires these fields before a complaint is registered. Each is one of [`FormField::OF_COMPLAINT`], or named for
    /// a facet that the organisation adds.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::{Policy, PolicyFault, Routing, Track};
    /// use redress::vocab::FormField;
    /// # use redress::sample;
    ///
    /// let track = Track::new().with_required([FormField::DEMAND, FormField::DEMAND]);
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let faults = desk.track(track).build().unwrap_err(); // the field stands twice
    /// assert!(matches!(faults.faults(), [PolicyFault::FieldTwice { field: FormField::DEMAND, .. }]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_required(mut self, fields: impl IntoIterator<Item = FormField>) -> Self {
        self.required.extend(fields);
        self
    }

    /// Limits the triage to holders of `role`, who look at each complaint first. Roles with a permit for
    /// [`Action::Triage`] may triage too.
    ///
    /// # Example: the manager first, or a deputy with a permit
    ///
    /// ```
    /// use redress::policy::Track;
    /// use redress::vocab::{Action, Role};
    ///
    /// let track = Track::new().with_intake_review(Role::MANAGER).with_permit(Action::Triage, Role::FRONT_DESK_STAFF);
    /// assert!(track.roles_for(Action::Triage).eq([Role::MANAGER, Role::FRONT_DESK_STAFF]));
    /// ```
    #[must_use]
    pub const fn with_intake_review(mut self, role: Role) -> Self {
        self.intake_review = Some(role);
        self
    }

    /// Forbids proposing a remedy before it is known whose fault it was.
    ///
    /// # Example: a proposal too early
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy_with(sample::track().with_fault_before_proposal())?;
    /// let refused = sample::case_in_approval(&policy, &sample::roster()?).unwrap_err(); // it proposes a refund
    /// assert_eq!(refused.to_string(), "the party at fault is not known; record it before proposing a remedy");
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn with_fault_before_proposal(mut self) -> Self {
        self.fault_before_proposal = true;
        self
    }

    /// Forbids proposing a remedy before it is known whose fault it was, for complaints with a cause of these groups
    /// only.
    ///
    /// A complaint whose cause is unknown may belong to one of the groups, so that the rule applies to it.
    ///
    /// # Example: only product complaints need a finding
    ///
    /// ```
    /// use redress::policy::Track;
    /// use redress::vocab::Cause;
    /// use redress::vocab::kind::CauseGroup;
    ///
    /// let track = Track::new().with_fault_only_of([CauseGroup::PRODUCT_QUALITY]);
    /// assert!(track.wants_fault_before_proposal(Some(Cause::from(CauseGroup::PRODUCT_QUALITY))));
    /// assert!(!track.wants_fault_before_proposal(Some(Cause::from(CauseGroup::SERVICE))));
    /// assert!(track.wants_fault_before_proposal(None)); // it may be the product
    /// ```
    #[must_use]
    pub fn with_fault_only_of(mut self, groups: impl IntoIterator<Item = CauseGroup>) -> Self {
        self.fault_before_proposal = true;
        self.fault_only_of = groups.into_iter().collect();
        self
    }

    /// Sets when an apology is due.
    ///
    /// # Example: nobody has apologised yet
    ///
    /// ```
    /// use redress::sample;
    /// use redress::policy::track::ApologyRule;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy_with(sample::track().with_apology(ApologyRule::Always))?;
    /// let refused = sample::case_in_approval(&policy, &sample::roster()?).unwrap_err(); // it proposes a refund
    /// assert_eq!(refused.to_string(), "an apology must come before the solution; record one");
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn with_apology(mut self, rule: ApologyRule) -> Self {
        self.apology = rule;
        self
    }

    /// Requires exactly one open promise ("we call you back by …") while a complaint is not solved.
    ///
    /// # Example: a first promise is owed from the registration on
    ///
    /// ```
    /// use redress::case::Outlook;
    /// use redress::sample;
    /// use redress::vocab::course::Duty;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy_with(sample::track().with_promises())?;
    /// let case = sample::case(&policy, &sample::roster()?)?;
    /// let now = "2026-04-02T09:00:00Z".parse()?;
    /// let outlook = Outlook::of(&case, &policy, now);
    /// assert!(outlook.owed(now).any(|owed| owed.key.duty == Duty::NewPromise));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn with_promises(mut self) -> Self {
        self.promises = true;
        self
    }

    /// Forbids transferring a complaint to another department after its closing deadline.
    #[must_use]
    pub const fn with_no_transfer_when_unclosed(mut self) -> Self {
        self.no_transfer_when_unclosed = true;
        self
    }

    /// Forbids closing a complaint before the effect of every measure is confirmed. A dropped measure does not count.
    #[must_use]
    pub const fn with_effect_check(mut self) -> Self {
        self.effect_check = true;
        self
    }

    /// Requires a concrete cause and a responsible person before a solved complaint is closed.
    ///
    /// No responsible person is required if the fault was found to lie outside the organisation.
    ///
    /// # Example: the cause is missing
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy_with(sample::track().with_findings_before_closing())?;
    /// let refused = sample::closed_case(&policy, &sample::roster()?).unwrap_err();
    /// assert_eq!(refused.to_string(), "the cause must be recorded before closing");
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn with_findings_before_closing(mut self) -> Self {
        self.findings_before_closing = true;
        self
    }

    /// Requires a measure against further damage from every department that received the complaint, before it is
    /// closed.
    ///
    /// # Example: nothing was done against further damage
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy_with(sample::track().with_containment())?;
    /// let refused = sample::closed_case(&policy, &sample::roster()?).unwrap_err();
    /// assert!(refused.to_string().starts_with("department `quality` has no containment measure"));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn with_containment(mut self) -> Self {
        self.containment = true;
        self
    }

    /// Requires cause, corrective measure and preventive measure in writing if the customer caused the problem.
    #[must_use]
    pub const fn with_customer_caused_form(mut self) -> Self {
        self.customer_caused_form = true;
        self
    }

    /// Sets how long a closed complaint can be reopened.
    #[must_use]
    pub const fn with_reopening(mut self, window: ReopeningWindow) -> Self {
        self.reopening = window;
        self
    }

    /// Lets an offer lapse after this much real time without an answer. A policy refuses it without
    /// [`with_consent`](Self::with_consent).
    ///
    /// # Example: an offer lapses only if consent is asked for
    ///
    /// ```
    /// use redress::calendar::Span;
    /// use redress::policy::{Policy, PolicyFault, Routing, Track};
    /// # use redress::sample;
    ///
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let track = Track::new().with_silence(Span::hours(72));
    /// let faults = desk.clone().track(track.clone()).build().unwrap_err();
    /// assert_eq!(faults.faults(), [PolicyFault::LapseWithoutConsent]);
    /// assert!(desk.track(track.with_consent()).build().is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_silence(mut self, silence: Span) -> Self {
        self.silence = Some(silence);
        self
    }

    /// Sets how many alternatives a proposal should offer. Fewer lead to a notice and do not block the proposal.
    #[must_use]
    pub const fn with_alternatives_wanted(mut self, wanted: u32) -> Self {
        self.alternatives_wanted = wanted;
        self
    }

    /// Limits an action to holders of a role. Further calls for the same action add roles.
    ///
    /// The receipt cannot be limited: [`open`](crate::case::open) takes no roster, because there is no case yet. The
    /// host decides who may receive complaints.
    ///
    /// # Example: managers and department heads close cases
    ///
    /// ```
    /// use redress::policy::Track;
    /// use redress::vocab::{Action, Role};
    ///
    /// let track = Track::new()
    ///     .with_permit(Action::Close, Role::MANAGER)
    ///     .with_permit(Action::Close, Role::DEPARTMENT_HEAD);
    /// assert!(track.roles_for(Action::Close).eq([Role::MANAGER, Role::DEPARTMENT_HEAD]));
    /// assert_eq!(track.roles_for(Action::Reopen).count(), 0); // anybody may
    /// ```
    #[must_use]
    pub fn with_permit(mut self, action: Action, role: Role) -> Self {
        self.permits.push(Permit { action, role });
        self
    }

    /// Returns whether cases have the stage `triaged`.
    #[must_use]
    pub const fn triage(&self) -> bool {
        self.triage
    }

    /// Returns whether cases have the stage `dispatched`.
    #[must_use]
    pub const fn dispatch(&self) -> bool {
        self.dispatch
    }

    /// Returns whether the complainant must consent before a remedy is carried out.
    #[must_use]
    pub const fn consent(&self) -> bool {
        self.consent
    }

    /// Returns whether a review is the last stage.
    #[must_use]
    pub const fn review(&self) -> bool {
        self.review
    }

    /// Returns whether a minor complaint may be settled on the spot.
    #[must_use]
    pub const fn at_once(&self) -> bool {
        self.at_once
    }

    /// Returns how the complainant is asked after the solution, or `None` if they are not asked.
    #[must_use]
    pub const fn follow_up(&self) -> Option<&FollowUpRule> {
        self.follow_up.as_ref()
    }

    /// Returns whether cases have a stage.
    ///
    /// It returns `true` for [`Stage::InApproval`]: the approval table of the policy decides which cases reach this
    /// stage.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::Track;
    /// use redress::vocab::Stage;
    ///
    /// let track = Track::new().without_dispatch();
    /// assert!(!track.has_stage(Stage::Dispatched));
    /// assert!(!track.has_stage(Stage::Reviewed)); // only with a review
    /// assert!(track.has_stage(Stage::InApproval));
    /// ```
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

    /// Returns the fields that are required before a complaint is registered.
    #[must_use]
    pub fn required(&self) -> &[FormField] {
        &self.required
    }

    /// Returns when an apology is due.
    #[must_use]
    pub const fn apology(&self) -> ApologyRule {
        self.apology
    }

    /// Returns the groups of causes to which the rule about fault is limited. Empty: it is not limited.
    #[must_use]
    pub fn fault_only_of(&self) -> &[CauseGroup] {
        &self.fault_only_of
    }

    /// Returns whether it must be known whose fault it was before a remedy is proposed for a complaint with this cause.
    ///
    /// `None` means that the cause is unknown: the rule then applies.
    #[must_use]
    pub fn wants_fault_before_proposal(&self, cause: Option<Cause>) -> bool {
        let mut only = self.fault_only_of.iter();
        let concerns = |cause: Cause| only.any(|group| cause.code().is_or_under(group.code()));
        self.fault_before_proposal && (self.fault_only_of.is_empty() || cause.is_none_or(concerns))
    }

    /// Returns whether one promise must be open while a complaint is not solved.
    #[must_use]
    pub const fn promises(&self) -> bool {
        self.promises
    }

    /// Returns whether a complaint may be transferred to another department after its closing deadline.
    #[must_use]
    pub const fn transfers_when_unclosed(&self) -> bool {
        !self.no_transfer_when_unclosed
    }

    /// Returns whether the effect of every measure must be confirmed before the closing.
    #[must_use]
    pub const fn effect_check(&self) -> bool {
        self.effect_check
    }

    /// Returns whether a cause and a responsible person are required before a solved complaint is closed.
    #[must_use]
    pub const fn findings_before_closing(&self) -> bool {
        self.findings_before_closing
    }

    /// Returns whether each department that received the complaint must have a measure in place before the closing.
    #[must_use]
    pub const fn containment(&self) -> bool {
        self.containment
    }

    /// Returns whether cause and measures must be written down if the customer caused the problem.
    #[must_use]
    pub const fn customer_caused_form(&self) -> bool {
        self.customer_caused_form
    }

    /// Returns how long a closed complaint can be reopened.
    #[must_use]
    pub const fn reopening(&self) -> ReopeningWindow {
        self.reopening
    }

    /// Returns after how much real time of silence an offer may lapse, or `None` if offers do not lapse.
    #[must_use]
    pub const fn silence(&self) -> Option<Span> {
        self.silence
    }

    /// Returns how many alternatives a proposal should offer. The default is 1.
    #[must_use]
    pub const fn alternatives_wanted(&self) -> u32 {
        self.alternatives_wanted
    }

    /// Returns the roles that may take an action: a person needs one of them. Empty: anybody may.
    ///
    /// For [`Action::Triage`], the role of the intake review comes first.
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
        // No dead ends are looked for. Every duty that blocks the closing can be met by a command of the same stage,
        // and whether somebody holds a role is a question for the roster.
    }
}
