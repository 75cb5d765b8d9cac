//! The policy: the procedure of one organisation, proved.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::approval::ApprovalTable;
use crate::calendar::Calendar;
use crate::deadline::Deadline;
use crate::labels::Labels;
use crate::policy::calendars::Calendars;
use crate::policy::clock::{ClockRule, Target};
use crate::policy::fingerprint::digests::Digests;
use crate::policy::lexicon::Lexicon;
use crate::policy::record::{Form, ReportRule};
use crate::policy::recurrence::Recurrence;
use crate::policy::routing::{Routing, RoutingTable};
use crate::policy::severity::{MarkRule, Rating, SeverityRules, SeverityTable};
use crate::policy::track::{Conduct, ForcedClosure, PeopleRules, Requirement, Track};
use crate::taxonomy::Taxonomy;
use crate::vocab::kind::{ClaimKind, Importance, Urgency};
use crate::vocab::organisation::{Record, Report};
use crate::vocab::{ClockName, Department, Fact, Mark};

/// The procedure of one organisation. A value of this type is always valid: [`PolicyBuilder::build`] proved it.
///
/// A policy never changes. For a new version, build a new policy and move the open cases to it.
///
/// [`PolicyBuilder::build`]: crate::policy::PolicyBuilder::build
///
/// # Example: one desk, one clock
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::{ClockRule, Policy, Routing};
/// use redress::policy::routing::{Cell, Row};
/// use redress::sample;
/// use redress::taxonomy::Taxonomy;
/// use redress::vocab::{Anchor, Category, ClockName, Department, Input, RuleId};
/// use redress::word;
///
/// let noise = word!(Category, "acme:noise");
/// let policy = Policy::builder("front desk").version("2026-1")
///     .taxonomy(Taxonomy::standard().with_only(&[noise]))
///     .calendar(sample::calendar()?)
///     .routing(Routing::by([Input::CATEGORY]).with_row(
///         Row::owner(word!(RuleId, "noise-to-desk"), Department::FRONT_DESK).with_cell(Cell::under(noise)),
///     ))
///     .clock(ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), Term::working_days(5)))
///     .build()?;
/// assert_eq!(policy.version(), "2026-1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: every fault at once
///
/// ```
/// use redress::policy::{Policy, Routing};
///
/// let faults = Policy::builder("").version("1").routing(Routing::none()).build().unwrap_err();
/// assert_eq!(
///     faults.to_string(),
///     "policy name `` is empty, expected 1 to 100 visible characters\nthe policy has no calendar",
/// );
/// ```
#[derive(Clone, Debug)]
pub struct Policy {
    pub(in crate::policy) name: String,
    pub(in crate::policy) version: String,
    pub(in crate::policy) taxonomy: Taxonomy,
    pub(in crate::policy) lexicon: Lexicon,
    pub(in crate::policy) labels: Labels,
    pub(in crate::policy) calendars: Calendars,
    pub(in crate::policy) severity: Option<SeverityTable>,
    pub(in crate::policy) importance: Option<Rating<Importance>>,
    pub(in crate::policy) urgency: Option<Rating<Urgency>>,
    pub(in crate::policy) claim_kind: Option<Rating<ClaimKind>>,
    pub(in crate::policy) marks: Vec<MarkRule>,
    pub(in crate::policy) requirements: Vec<Requirement>,
    /// Ordered, each once.
    pub(in crate::policy) must_ask: Vec<Fact>,
    /// The repetitions that any condition asks for, each once.
    pub(in crate::policy) recurrences: Vec<Recurrence>,
    pub(in crate::policy) routing: RoutingTable,
    /// In an order in which every clock comes after the one it starts from.
    pub(in crate::policy) clocks: Vec<ClockRule>,
    pub(in crate::policy) forced_closure: Option<ForcedClosure>,
    pub(in crate::policy) track: Track,
    pub(in crate::policy) conduct: Conduct,
    pub(in crate::policy) people: PeopleRules,
    pub(in crate::policy) approvals: ApprovalTable,
    pub(in crate::policy) forms: Vec<Form>,
    pub(in crate::policy) reports: Vec<ReportRule>,
    pub(in crate::policy) digests: Digests,
}

impl Policy {
    /// Returns the name. Together with the version it identifies the policy in stored cases.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the version.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Returns the words that this policy declares.
    #[must_use]
    pub const fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// Returns the labels of the words.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::{Category, Locale};
    ///
    /// let policy = sample::policy()?;
    /// assert_eq!(policy.labels().label(&Category::PRODUCT_QUALITY, Locale::En), "product quality");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn labels(&self) -> &Labels {
        &self.labels
    }

    /// Returns the severity rules, or `None` if this policy does not rate complaints.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Severity;
    ///
    /// let policy = sample::policy()?;
    /// let rules = policy.severity().ok_or("no rules")?;
    /// assert_eq!(rules.levels(), [Severity::General, Severity::Serious]); // ascending
    /// assert_eq!(rules.otherwise(), Some(Severity::General));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn severity(&self) -> Option<&SeverityRules> {
        self.severity.as_ref().map(SeverityTable::rules)
    }

    /// Returns the rules for the importance of complaints, or `None` if this policy has none.
    #[must_use]
    pub const fn importance(&self) -> Option<&Rating<Importance>> {
        self.importance.as_ref()
    }

    /// Returns the rules for the urgency of complaints, or `None` if this policy has none.
    #[must_use]
    pub const fn urgency(&self) -> Option<&Rating<Urgency>> {
        self.urgency.as_ref()
    }

    /// Returns the rules for the claim kind of complaints, or `None` if this policy has none.
    #[must_use]
    pub const fn claim_kind(&self) -> Option<&Rating<ClaimKind>> {
        self.claim_kind.as_ref()
    }

    /// Returns the rules that mark complaints, in the order of their declaration. Severity rules and ratings can give
    /// marks too.
    #[must_use]
    pub fn marks(&self) -> &[MarkRule] {
        &self.marks
    }

    /// Returns the requirements of words, in the order of their declaration.
    #[must_use]
    pub fn requirements(&self) -> &[Requirement] {
        &self.requirements
    }

    /// Returns the facts that must be asked, sorted, each once.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::vocab::Fact;
    ///
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .must_ask([Fact::MEDIA_EXPOSURE, Fact::DANGER_TO_PERSON])
    ///     .must_ask([Fact::MEDIA_EXPOSURE])
    ///     .build()?;
    /// assert_eq!(policy.must_ask().len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn must_ask(&self) -> &[Fact] {
        &self.must_ask
    }

    /// Returns the routing table, as it was declared.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Input;
    ///
    /// let policy = sample::policy()?;
    /// assert_eq!(policy.routing().inputs(), [Input::CATEGORY]);
    /// assert_eq!(policy.routing().rows().len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn routing(&self) -> &Routing {
        self.routing.routing()
    }

    /// Returns the clocks. Each clock stands behind the one it starts from.
    #[must_use]
    pub fn clocks(&self) -> &[ClockRule] {
        &self.clocks
    }

    /// Returns the clock called `name`, or `None` if this policy has no such clock.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::{ClockName, PauseReason};
    ///
    /// let policy = sample::policy()?;
    /// let closure = policy.clock(ClockName::CLOSURE).ok_or("no clock")?;
    /// assert_eq!(closure.clock().pauses()[0].reason(), PauseReason::AWAITING_CUSTOMER);
    /// assert!(policy.clock(ClockName::ACKNOWLEDGEMENT).is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn clock(&self, name: ClockName) -> Option<&ClockRule> {
        self.clocks.iter().find(|rule| rule.name() == name)
    }

    /// Returns the test for closing a complaint without a solution, or `None` if this policy never does so.
    #[must_use]
    pub const fn forced_closure(&self) -> Option<&ForcedClosure> {
        self.forced_closure.as_ref()
    }

    /// Returns the course of a case.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    ///
    /// let policy = sample::policy()?;
    /// assert!(!policy.track().triage()); // the shop has no triage stage
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn track(&self) -> &Track {
        &self.track
    }

    /// Returns the rules about people: separation of duties, and what the complainant may do.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Action;
    ///
    /// let policy = sample::policy()?;
    /// assert!(!policy.people().is_parted(Action::FindCause, Action::Sign)); // the shop parts no actions
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn people(&self) -> &PeopleRules {
        &self.people
    }

    /// Returns how complainants are treated: what is offered, how people talk, and in which tone.
    #[must_use]
    pub const fn conduct(&self) -> &Conduct {
        &self.conduct
    }

    /// Returns the approval table. An empty table means that nothing needs an approval.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    ///
    /// let policy = sample::policy()?;
    /// let chain = &policy.approvals().chains()[0];
    /// assert_eq!(chain.id().as_str(), "refunds");
    /// assert_eq!(chain.steps().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn approvals(&self) -> &ApprovalTable {
        &self.approvals
    }

    /// Returns the forms, in the order of their declaration.
    #[must_use]
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// Returns the form of a kind, or `None` if this policy has none.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::{Policy, Routing};
    /// use redress::policy::record::Form;
    /// use redress::sample;
    /// use redress::vocab::FormField;
    /// use redress::vocab::organisation::Record;
    ///
    /// let sheet = Form::new(Record::HANDLING_SHEET).with_fields([FormField::DEMAND]);
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .form(sheet.clone())
    ///     .build()?;
    /// assert_eq!(policy.form(Record::HANDLING_SHEET), Some(&sheet));
    /// assert_eq!(policy.form(Record::LEDGER), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn form(&self, record: Record) -> Option<&Form> {
        self.forms.iter().find(|form| form.record() == record)
    }

    /// Returns the reports, in the order of their declaration.
    #[must_use]
    pub fn reports(&self) -> &[ReportRule] {
        &self.reports
    }

    /// Returns the report of a kind, or `None` if this policy makes none.
    #[must_use]
    pub fn report(&self, report: Report) -> Option<&ReportRule> {
        self.reports.iter().find(|rule| rule.report() == report)
    }

    /// Returns whether any rule counts earlier complaints.
    ///
    /// If it does not, triage needs no history: pass [`History::none`](crate::triage::History::none).
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    ///
    /// assert!(!sample::policy()?.looks_at_history());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn looks_at_history(&self) -> bool {
        !self.recurrences.is_empty()
    }

    /// Whether a mark rule or a severity rule gives a mark.
    pub(crate) fn gives(&self, mark: Mark) -> bool {
        let beside = self
            .severity()
            .into_iter()
            .flat_map(SeverityRules::all)
            .any(|(_, rule)| rule.marks().iter().any(|(given, _)| *given == mark));
        beside || self.marks.iter().any(|rule| rule.mark() == mark)
    }

    pub(crate) fn recurrences(&self) -> &[Recurrence] {
        &self.recurrences
    }

    pub(crate) const fn routing_table(&self) -> &RoutingTable {
        &self.routing
    }

    /// The declared words by number.
    pub(crate) const fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    pub(crate) const fn severity_table(&self) -> Option<&SeverityTable> {
        self.severity.as_ref()
    }
}

impl Policy {
    /// Returns the main calendar.
    ///
    /// It applies to the days on which words are in use, the windows of repetitions, the periods of reports, the time
    /// limits of approvals, and every clock that names no other calendar.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    ///
    /// assert_eq!(sample::policy()?.calendar().name(), "office");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendars.main
    }

    /// Returns all calendars: first the main one, then the named ones, in the order of their declaration.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    ///
    /// let policy = sample::policy()?;
    /// let names: Vec<_> = policy.calendars().map(|calendar| calendar.name()).collect();
    /// assert_eq!(names, ["office"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn calendars(&self) -> impl Iterator<Item = &Calendar> {
        self.calendars.all().map(AsRef::as_ref)
    }

    /// Returns the departments that have a calendar of their own, in the order of their declaration.
    pub fn department_calendars(&self) -> impl Iterator<Item = (Department, &Calendar)> {
        self.calendars.departments.iter().map(|(department, calendar)| (*department, calendar.as_ref()))
    }

    /// Returns the calendar of a clock.
    ///
    /// For a clock of each department, pass the department. Its calendar takes precedence over the one of the clock,
    /// which takes precedence over the main calendar. A [target](Self::calendar_of_target) can name yet another one.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::ClockName;
    ///
    /// let policy = sample::policy()?;
    /// let closure = policy.clock(ClockName::CLOSURE).ok_or("no clock")?;
    /// assert_eq!(policy.calendar_of(closure, None).name(), "office"); // the clock names none
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn calendar_of(&self, rule: &ClockRule, department: Option<Department>) -> &Calendar {
        self.calendars.of_clock(rule, department)
    }

    /// Returns the calendar of a target: the one that it names, or else the [calendar of its
    /// clock](Self::calendar_of).
    #[must_use]
    pub fn calendar_of_target(
        &self,
        rule: &ClockRule,
        target: &Target,
        department: Option<Department>,
    ) -> &Calendar {
        self.calendars.of_target(target).unwrap_or_else(|| self.calendars.of_clock(rule, department))
    }

    /// A deadline with the calendar by which it counts. The main calendar is left out.
    pub(crate) fn deadline_by(&self, calendar: &Calendar, deadline: &Deadline) -> Deadline {
        let mut named = self.calendars.named.iter();
        match named.find(|named| core::ptr::eq(named.as_ref(), calendar)) {
            Some(named) => deadline.clone().with_calendar(named.clone()),
            None => deadline.clone(),
        }
    }

    /// The deadline of a target as a case stores it: with its calendar, unless its clock uses the same one.
    pub(crate) fn deadline_of(
        &self,
        rule: &ClockRule,
        target: &Target,
        department: Option<Department>,
    ) -> Deadline {
        let deadline = target.deadline.clone();
        let usual = self.calendars.of_clock(rule, department);
        match self.calendars.of_target(target) {
            Some(own) if !Arc::ptr_eq(own, usual) => deadline.with_calendar(own.clone()),
            Some(_) | None => deadline,
        }
    }
}
