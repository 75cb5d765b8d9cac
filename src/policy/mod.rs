//! A policy: one organisation's procedure as data, proved when it is built.
//!
//! A policy names the words an organisation uses, its calendar, how bad complaints are, who gets them, which
//! clocks run and when a complaint is closed without a solution. [`PolicyBuilder::build`] returns the policy or every
//! fault at once, each with its place; a built policy has no undeclared word, no gap in its routing, no row that never counts,
//! no term that contradicts itself and no clocks that start from each other.

mod bits;
mod clock_rule;
mod code_map;
mod condition;
mod document;
mod fault;
mod forced_closure;
mod lexicon;
mod mark_rule;
mod rating;
mod recurrence;
mod requirement;
mod routing;
mod rules;
mod severity;

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::calendar::text::{excerpt, name_problem};
use crate::labels::Labels;
use crate::taxonomy::{Taxonomy, TaxonomyError};
use crate::vocab::{ClaimKind, ClockName, Importance, Input, Urgency, Word};

use self::lexicon::Lexicon;

pub(crate) use self::bits::Bits;
pub use self::clock_rule::{ClockRule, Part, Scope, SeveralCategories, Start, Target, Targets};
pub(crate) use self::condition::Facts;
pub use self::condition::{Condition, ConditionProblem, Truth};
pub use self::fault::{Place, PolicyFault, PolicyFaults};
pub use self::forced_closure::{ForcedClosure, ForcedClosureTest};
pub use self::mark_rule::MarkRule;
pub use self::rating::{Rated, Rating, RatingRule};
pub use self::recurrence::{Key, Recurrence, Window};
pub use self::requirement::Requirement;
pub use self::routing::{
    Answer, Assignee, Cell, Example, Gaps, HitPolicy, MAX_ROWS, Routing, RoutingTable, Row, Test,
};
pub(crate) use self::routing::{Decision, Inputs, Routed};
pub(crate) use self::severity::Levels;
pub use self::severity::{MAX_RULES, SeverityRule, SeverityRules, SeverityTable};

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
    calendar: Calendar,
    severity: Option<SeverityTable>,
    importance: Option<Rating<Importance>>,
    urgency: Option<Rating<Urgency>>,
    claim_kind: Option<Rating<ClaimKind>>,
    marks: Vec<MarkRule>,
    requirements: Vec<Requirement>,
    /// The repetitions that any condition asks for, each once.
    recurrences: Vec<Recurrence>,
    routing: RoutingTable,
    /// In an order in which every clock comes after the one it starts from.
    clocks: Vec<ClockRule>,
    forced_closure: Option<ForcedClosure>,
}

/// A policy in the making.
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct PolicyBuilder {
    name: String,
    version: String,
    taxonomy: Taxonomy,
    labels: Labels,
    calendar: Option<Calendar>,
    severity: Option<SeverityRules>,
    importance: Option<Rating<Importance>>,
    urgency: Option<Rating<Urgency>>,
    claim_kind: Option<Rating<ClaimKind>>,
    marks: Vec<MarkRule>,
    requirements: Vec<Requirement>,
    routing: Option<Routing>,
    clocks: Vec<ClockRule>,
    forced_closure: Option<ForcedClosure>,
}

impl Policy {
    /// Starts the description of a policy; a stored case names its version for ever.
    pub fn builder(name: &str, version: &str) -> PolicyBuilder {
        PolicyBuilder {
            name: name.into(),
            version: version.into(),
            taxonomy: Taxonomy::standard(),
            labels: Labels::standard(),
            calendar: None,
            severity: None,
            importance: None,
            urgency: None,
            claim_kind: None,
            marks: Vec::new(),
            requirements: Vec::new(),
            routing: None,
            clocks: Vec::new(),
            forced_closure: None,
        }
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

    /// The calendar by which its clocks run.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
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

    /// Whether any of its rules counts earlier complaints: the answers then depend on the history.
    #[must_use]
    pub const fn looks_at_history(&self) -> bool {
        !self.recurrences.is_empty()
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

impl PolicyBuilder {
    /// Sets the words; the standard ones unless given.
    pub fn taxonomy(mut self, taxonomy: Taxonomy) -> Self {
        self.taxonomy = taxonomy;
        self
    }

    /// Sets how words read; the standard labels unless given.
    pub fn labels(mut self, labels: Labels) -> Self {
        self.labels = labels;
        self
    }

    /// Sets the calendar.
    pub fn calendar(mut self, calendar: Calendar) -> Self {
        self.calendar = Some(calendar);
        self
    }

    /// Sets how bad complaints are.
    pub fn severity(mut self, rules: SeverityRules) -> Self {
        self.severity = Some(rules);
        self
    }

    /// Sets how much complaints weigh.
    pub fn importance(mut self, rating: Rating<Importance>) -> Self {
        self.importance = Some(rating);
        self
    }

    /// Sets how soon complaints want attention.
    pub fn urgency(mut self, rating: Rating<Urgency>) -> Self {
        self.urgency = Some(rating);
        self
    }

    /// Sets under which definition complaints are pursued that do not say so themselves.
    pub fn claim_kind(mut self, rating: Rating<ClaimKind>) -> Self {
        self.claim_kind = Some(rating);
        self
    }

    /// Adds a rule that marks complaints.
    pub fn mark(mut self, rule: MarkRule) -> Self {
        self.marks.push(rule);
        self
    }

    /// Adds a requirement of a word.
    pub fn requirement(mut self, requirement: Requirement) -> Self {
        self.requirements.push(requirement);
        self
    }

    /// Sets who gets which complaints, and what for.
    pub fn routing(mut self, routing: Routing) -> Self {
        self.routing = Some(routing);
        self
    }

    /// Adds a clock.
    pub fn clock(mut self, rule: ClockRule) -> Self {
        self.clocks.push(rule);
        self
    }

    /// Sets when a complaint is closed by force.
    pub fn forced_closure(mut self, test: ForcedClosure) -> Self {
        self.forced_closure = Some(test);
        self
    }

    /// Proves the description.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`] at once, in the order of the description.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let mut faults = Vec::new();
        for (part, text) in [("name", &self.name), ("version", &self.version)] {
            faults.extend(name_problem(text).map(|problem| PolicyFault::Name {
                part,
                text: excerpt(text),
                problem,
            }));
        }
        if self.calendar.is_none() {
            faults.push(PolicyFault::Missing { part: "calendar" });
        }
        if let Some(rules) = &self.severity {
            rules.prove(&self.taxonomy, &mut faults);
        }
        if let Some(rating) = &self.importance {
            rating.prove(&self.taxonomy, &mut faults);
        }
        if let Some(rating) = &self.urgency {
            rating.prove(&self.taxonomy, &mut faults);
        }
        if let Some(rating) = &self.claim_kind {
            rating.prove(&self.taxonomy, &mut faults);
            let itself = rating.rules().iter().filter(|rule| rule.when().asks(Input::ClaimKind));
            faults.extend(itself.map(|rule| PolicyFault::AsksForItself { rule: rule.id() }));
        }
        MarkRule::prove(&self.marks, &self.taxonomy, &mut faults);
        Requirement::prove(&self.requirements, &self.taxonomy, &mut faults);
        if self.routing.is_none() {
            faults.push(PolicyFault::Missing { part: "routing" });
        }
        let levels = self.severity.as_ref().map(SeverityRules::levels);
        let last_known = self.calendar.as_ref().map(|calendar| calendar.known().last());
        let unrated = self.severity.as_ref().is_some_and(SeverityRules::may_leave_unrated);
        let routing = self.routing.clone().unwrap_or_else(Routing::none);
        let routing = routing.proved(&self.taxonomy, levels, unrated, last_known, &mut faults);
        for rule in &self.clocks {
            rule.prove(&self.taxonomy, &mut faults);
        }
        let recurrences = self.recurrences();
        let clocks = in_order_of_start(self.clocks, &mut faults);
        if let Some(test) = &self.forced_closure {
            let undeclared = test.wanted().filter_map(|fact| self.taxonomy.check_known(fact).err());
            let place = Place::ForcedClosure;
            faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
        }
        let calendar = PolicyFaults::none_or(faults, self.calendar)?;
        let calendar = calendar.ok_or(PolicyFault::Missing { part: "calendar" })?;
        Ok(Policy {
            name: self.name,
            version: self.version,
            lexicon: Lexicon::of(&self.taxonomy),
            taxonomy: self.taxonomy,
            labels: self.labels,
            calendar,
            severity: self.severity.map(SeverityTable::compiled),
            importance: self.importance,
            urgency: self.urgency,
            claim_kind: self.claim_kind,
            marks: self.marks,
            requirements: self.requirements,
            recurrences,
            routing,
            clocks,
            forced_closure: self.forced_closure,
        })
    }
}

impl PolicyBuilder {
    /// The repetitions that any condition asks for, each once.
    fn recurrences(&self) -> Vec<Recurrence> {
        let mut found = Vec::new();
        let mut add = |condition: &Condition| condition.recurrences(&mut found);
        self.severity.iter().flat_map(SeverityRules::conditions).for_each(&mut add);
        self.importance.iter().flat_map(Rating::conditions).for_each(&mut add);
        self.urgency.iter().flat_map(Rating::conditions).for_each(&mut add);
        self.claim_kind.iter().flat_map(Rating::conditions).for_each(&mut add);
        self.marks.iter().map(MarkRule::when).for_each(&mut add);
        self.requirements.iter().map(|requirement| &requirement.when).for_each(&mut add);
        found
    }
}

/// Puts every clock after the one it starts from, or says which never starts.
fn in_order_of_start(mut rules: Vec<ClockRule>, faults: &mut Vec<PolicyFault>) -> Vec<ClockRule> {
    for (index, rule) in rules.iter().enumerate() {
        let clock = rule.name();
        if rules.iter().take(index).any(|earlier| earlier.name() == clock) {
            faults.push(PolicyFault::ClockTwice { clock });
        }
        if let Start::DueOf(other) = rule.start
            && !rules.iter().any(|rule| rule.name() == other)
        {
            faults.push(PolicyFault::UnknownClock { clock, other });
        }
    }
    let mut ordered: Vec<ClockRule> = Vec::with_capacity(rules.len());
    loop {
        let ready = rules.iter().position(|rule| match rule.start {
            Start::Event => true,
            Start::DueOf(other) => ordered.iter().any(|earlier| earlier.name() == other),
        });
        let Some(index) = ready else { break };
        ordered.push(rules.remove(index));
    }
    // What is left waits for itself, or for one that does, or for a clock that is not there.
    let next = |clock: ClockName| {
        rules.iter().find(|rule| rule.name() == clock).and_then(|rule| match rule.start {
            Start::DueOf(other) => Some(other),
            Start::Event => None,
        })
    };
    let mut seen: Vec<ClockName> = Vec::new();
    for rule in &rules {
        let way = core::iter::successors(Some(rule.name()), |clock| next(*clock)).skip(1).take(rules.len());
        let cycle: Vec<ClockName> = way.take_while(|clock| !seen.contains(clock)).collect();
        if let Some(end) = cycle.iter().position(|clock| *clock == rule.name()) {
            faults.push(PolicyFault::ClockCycle { clock: rule.name() });
            seen.extend(cycle.into_iter().take(end + 1));
        }
    }
    ordered
}
