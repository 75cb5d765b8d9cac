//! A policy: one organisation's procedure as data, proved when it is built.
//!
//! A policy names the words an organisation uses, its calendar, how bad complaints are, who gets them, which
//! clocks run, when a complaint is closed without a solution, the course of its cases, who approves what, and how a
//! complainant is met. [`PolicyBuilder::build`] returns the policy or every
//! fault at once, each with its place; a built policy has no undeclared word, no gap in its routing, no row that never counts,
//! no term that contradicts itself and no clocks that start from each other.

mod bits;
mod builder;
mod calendars;
mod cited;
mod clock_proof;
mod clock_rule;
mod code_map;
mod condition;
mod conduct;
mod document;
mod fault;
mod filled;
mod fingerprint;
mod forced_closure;
mod form;
mod hint;
mod holders;
mod ids;
mod label_proof;
mod late_entry;
mod lexicon;
mod mark_rule;
mod people;
mod periods;
mod rating;
mod recurrence;
mod report_rule;
mod requirement;
mod routing;
mod rules;
mod severity;
mod severity_gap;
mod severity_table;
mod staffing;
mod target;
mod target_index;
mod track;
mod version;
mod window;

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::approval::ApprovalTable;
use crate::labels::Labels;
use crate::taxonomy::{Taxonomy, TaxonomyError};
use crate::vocab::{ClaimKind, ClockName, Fact, Importance, Mark, Record, Report, Urgency, Word};

use self::calendars::Calendars;
use self::fingerprint::Digests;
use self::lexicon::Lexicon;

pub(crate) use self::bits::Bits;
pub use self::builder::{MAX_MUST_ASK, PolicyBuilder};
pub use self::calendars::{MAX_CALENDARS, MAX_DEPARTMENT_CALENDARS};
pub use self::clock_rule::{
    ClockRule, Delay, MAX_CLOCKS, MAX_REASONS, MAX_RUNGS, MAX_TARGETS, MAX_WARNINGS, OnReopening, Part,
    Rounds, Rung, Scope, SeveralCategories, Start,
};
pub(crate) use self::condition::Facts;
pub use self::condition::{Condition, ConditionProblem, Truth};
pub use self::conduct::{CompensationRule, Conduct, ConversationRule, ToneRule};
pub use self::document::{OnlyDocument, PolicyDocument, WordDocument};
pub use self::fault::{MAX_CITATION, Place, PolicyFault, PolicyFaults};
pub use self::filled::{Filled, FormError, MAX_ENTRY};
pub use self::fingerprint::{
    Covered, CoveredDays, Fingerprint, FingerprintError, NotCovered, OtherContent, PolicyContent,
};
pub use self::forced_closure::{ForcedClosure, ForcedClosureTest};
pub use self::form::{Asked, Form, MAX_FIELDS, MAX_FORMS};
pub use self::hint::PolicyHint;
pub use self::holders::MAX_HOLDERS;
pub use self::late_entry::{LateEntry, LateEntryProblem, MAX_LATE_ROLES};
pub use self::mark_rule::MarkRule;
pub use self::people::{MAX_ACTIONS, People, PeopleProblem};
pub use self::periods::{MAX_FULFILMENTS, MAX_PERIODS, MIN_PERIOD, PeriodStart, Periods, PeriodsProblem};
pub use self::rating::{Rated, Rating, RatingRule};
pub use self::recurrence::{Key, Recurrence, Window};
pub use self::report_rule::{Cadence, MAX_REPORTS, NoPeriod, Period, ReportRule};
pub use self::requirement::Requirement;
pub use self::routing::{Answer, Assignee, Cell, Example, Gaps, HitPolicy, MAX_ROWS, Routing, Row, Test};
pub(crate) use self::routing::{Decision, Inputs, Routed, RoutingTable};
pub use self::severity::{MAX_RULES, SeverityGaps, SeverityRule, SeverityRules};
pub use self::severity_gap::Unrated;
pub(crate) use self::severity_table::{Levels, SeverityTable};
pub use self::target::{Target, Targets};
pub use self::track::{ApologyRule, FollowUpRule, Track};
pub use self::version::PolicyVersion;
pub use self::window::Reopening;

/// One organisation's procedure, valid by construction.
///
/// # Example: one desk, one clock
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::deadline::{Clock, Term};
/// use redress::policy::{Cell, ClockRule, Policy, Routing, Row};
/// use redress::taxonomy::Taxonomy;
/// use redress::vocab::{Anchor, Category, ClockName, Department, Input, RuleId};
/// use redress::word;
///
/// let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
/// let calendar = Calendar::builder("office", zone)
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///     .build()?;
/// let noise = word!(Category, "acme:noise");
/// let policy = Policy::builder("front desk", "2026-1")
///     .taxonomy(Taxonomy::standard().only(&[noise]))
///     .calendar(calendar)
///     .routing(Routing::by([Input::Category]).row(
///         Row::owner(word!(RuleId, "noise-to-desk"), Department::FRONT_DESK).when(Cell::under(noise)),
///     ))
///     .clock(ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), Term::working_days(5)))
///     .build()?;
/// assert_eq!(policy.version(), "2026-1");
/// # Ok(()) }
/// ```
///
/// # Example: every fault at once
///
/// ```
/// use redress::policy::{Policy, Routing};
///
/// let faults = Policy::builder("", "1").routing(Routing::none()).build().unwrap_err();
/// assert_eq!(
///     faults.to_string(),
///     "policy name `` is empty, expected 1 to 100 visible characters; policy has no calendar, expected one",
/// );
/// ```
#[derive(Clone, Debug)]
pub struct Policy {
    name: String,
    version: String,
    taxonomy: Taxonomy,
    lexicon: Lexicon,
    labels: Labels,
    calendars: Calendars,
    severity: Option<SeverityTable>,
    importance: Option<Rating<Importance>>,
    urgency: Option<Rating<Urgency>>,
    claim_kind: Option<Rating<ClaimKind>>,
    marks: Vec<MarkRule>,
    requirements: Vec<Requirement>,
    /// Ordered, each once.
    must_ask: Vec<Fact>,
    /// The repetitions that any condition asks for, each once.
    recurrences: Vec<Recurrence>,
    routing: RoutingTable,
    /// In an order in which every clock comes after the one it starts from.
    clocks: Vec<ClockRule>,
    forced_closure: Option<ForcedClosure>,
    track: Track,
    conduct: Conduct,
    people: People,
    approvals: ApprovalTable,
    forms: Vec<Form>,
    reports: Vec<ReportRule>,
    digests: Digests,
}

impl Policy {
    /// Starts the description of a policy; a stored case names its version for ever.
    pub fn builder(name: &str, version: &str) -> PolicyBuilder {
        PolicyBuilder::new(name, version)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The words it declares.
    #[must_use]
    pub const fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// How its words read.
    #[must_use]
    pub const fn labels(&self) -> &Labels {
        &self.labels
    }

    /// How bad complaints are; none where the policy does not rate them.
    #[must_use]
    pub fn severity(&self) -> Option<&SeverityRules> {
        self.severity.as_ref().map(SeverityTable::rules)
    }

    /// How much complaints weigh.
    #[must_use]
    pub const fn importance(&self) -> Option<&Rating<Importance>> {
        self.importance.as_ref()
    }

    /// How soon complaints want attention.
    #[must_use]
    pub const fn urgency(&self) -> Option<&Rating<Urgency>> {
        self.urgency.as_ref()
    }

    /// Under which definition complaints are pursued.
    #[must_use]
    pub const fn claim_kind(&self) -> Option<&Rating<ClaimKind>> {
        self.claim_kind.as_ref()
    }

    /// What marks complaints beside their severity.
    #[must_use]
    pub fn marks(&self) -> &[MarkRule] {
        &self.marks
    }

    /// When a word may stand on a complaint.
    #[must_use]
    pub fn requirements(&self) -> &[Requirement] {
        &self.requirements
    }

    /// The facts that must be asked, in their order: until one is answered, nobody knows how often it is so.
    #[must_use]
    pub fn must_ask(&self) -> &[Fact] {
        &self.must_ask
    }

    /// Who gets which complaints, and what for.
    pub const fn routing(&self) -> &Routing {
        self.routing.routing()
    }

    /// Its clocks, each after the one it starts from.
    #[must_use]
    pub fn clocks(&self) -> &[ClockRule] {
        &self.clocks
    }

    /// The clock of a name.
    #[must_use]
    pub fn clock(&self, name: ClockName) -> Option<&ClockRule> {
        self.clocks.iter().find(|rule| rule.name() == name)
    }

    /// When a complaint is closed by force, if it ever is.
    #[must_use]
    pub const fn forced_closure(&self) -> Option<&ForcedClosure> {
        self.forced_closure.as_ref()
    }

    /// The course of its cases.
    #[must_use]
    pub const fn track(&self) -> &Track {
        &self.track
    }

    /// How a complainant is met: what is offered, how one talks, in which tone.
    #[must_use]
    pub const fn people(&self) -> &People {
        &self.people
    }

    /// How the organisation meets a complainant.
    #[must_use]
    pub const fn conduct(&self) -> &Conduct {
        &self.conduct
    }

    /// Who has to approve what.
    pub const fn approvals(&self) -> &ApprovalTable {
        &self.approvals
    }

    /// Its forms, in their order.
    #[must_use]
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The form of a kind, where it has one.
    #[must_use]
    pub fn form(&self, record: Record) -> Option<&Form> {
        self.forms.iter().find(|form| form.record() == record)
    }

    /// Its reports, in their order.
    #[must_use]
    pub fn reports(&self) -> &[ReportRule] {
        &self.reports
    }

    /// The report of a kind, where it makes one.
    #[must_use]
    pub fn report(&self, report: Report) -> Option<&ReportRule> {
        self.reports.iter().find(|rule| rule.report() == report)
    }

    /// Whether any of its rules counts earlier complaints: the answers then depend on the history.
    #[must_use]
    pub const fn looks_at_history(&self) -> bool {
        !self.recurrences.is_empty()
    }

    /// Whether a rule for marks, or one for the severity, gives a mark.
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

    /// Checks that a complaint received on a day may carry a word.
    pub(crate) fn check_new<W: Word>(&self, word: W, received: NaiveDate) -> Result<(), TaxonomyError> {
        self.lexicon.check_new(&self.taxonomy, word, received)
    }

    pub(crate) const fn severity_table(&self) -> Option<&SeverityTable> {
        self.severity.as_ref()
    }
}
