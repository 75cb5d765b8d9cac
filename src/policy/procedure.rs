//! A policy: one organisation's procedure.

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

/// One organisation's procedure, valid by construction.
///
/// # Example: one desk, one clock
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::deadline::{Clock, Term};
/// use redress::policy::{ClockRule, Policy, Routing};
/// use redress::policy::routing::{Cell, Row};
/// use redress::taxonomy::Taxonomy;
/// use redress::vocab::{Anchor, Category, ClockName, Department, Input, RuleId};
/// use redress::word;
///
/// let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
/// let calendar = Calendar::builder("office", zone)
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///     .build()?;
/// let noise = word!(Category, "acme:noise");
/// let policy = Policy::builder("front desk").version("2026-1")
///     .taxonomy(Taxonomy::standard().with_only(&[noise]))
///     .calendar(calendar)
///     .routing(Routing::by([Input::CATEGORY]).with_row(
///         Row::owner(word!(RuleId, "noise-to-desk"), Department::FRONT_DESK).with_cell(Cell::under(noise)),
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
/// let faults = Policy::builder("").version("1").routing(Routing::none()).build().unwrap_err();
/// assert_eq!(
///     faults.to_string(),
///     "policy name `` is empty, expected 1 to 100 visible characters; the policy has no calendar",
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
    pub const fn people(&self) -> &PeopleRules {
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

    /// The declared words by number.
    pub(crate) const fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    pub(crate) const fn severity_table(&self) -> Option<&SeverityTable> {
        self.severity.as_ref()
    }
}

impl Policy {
    /// The calendar for everything that names no other: words in use, windows of repetitions, reports, limits of
    /// approvals, and clocks.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendars.main
    }

    /// Its calendars: first the one for everything, then those that have to be named, in their order.
    pub fn calendars(&self) -> impl Iterator<Item = &Calendar> {
        self.calendars.all().map(AsRef::as_ref)
    }

    /// The departments with calendars of their own.
    pub fn department_calendars(&self) -> impl Iterator<Item = (Department, &Calendar)> {
        self.calendars.departments.iter().map(|(department, calendar)| (*department, calendar.as_ref()))
    }

    /// The calendar by which a clock of the policy runs, of a department where there is one for each: that of the
    /// department, or else that of the clock, or else that of the policy. A target may name another one.
    #[must_use]
    pub fn calendar_of(&self, rule: &ClockRule, department: Option<Department>) -> &Calendar {
        self.calendars.of_clock(rule, department)
    }

    /// The calendar by which a target of the clock counts.
    #[must_use]
    pub fn calendar_of_target(
        &self,
        rule: &ClockRule,
        target: &Target,
        department: Option<Department>,
    ) -> &Calendar {
        self.calendars.of_target(target).unwrap_or_else(|| self.calendars.of_clock(rule, department))
    }

    /// A deadline that counts by a calendar of the policy: it keeps that where it is not the one for everything.
    pub(crate) fn deadline_by(&self, calendar: &Calendar, deadline: &Deadline) -> Deadline {
        let mut named = self.calendars.named.iter();
        match named.find(|named| core::ptr::eq(named.as_ref(), calendar)) {
            Some(named) => deadline.clone().with_calendar(named.clone()),
            None => deadline.clone(),
        }
    }

    /// The deadline of a target as a case keeps it: with its calendar, where that is not the one of the clock.
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
