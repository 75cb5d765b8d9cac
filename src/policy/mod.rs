//! A policy: one organisation's procedure as data, proved when it is built.
//!
//! A policy names the words an organisation uses, its calendar, who owns which complaints, which clocks run
//! and when a complaint is closed without a solution. [`PolicyBuilder::build`] returns the policy or every
//! fault at once, each with its place; a built policy has no undeclared word, no gap among its owners, no
//! term that contradicts itself and no clocks that start from each other.

mod clock_rule;
mod fault;
mod forced_closure;
mod owner;

use alloc::string::String;
use alloc::vec::Vec;

use crate::calendar::Calendar;
use crate::calendar::text::{excerpt, name_problem};
use crate::labels::Labels;
use crate::taxonomy::Taxonomy;
use crate::vocab::ClockName;

pub use self::clock_rule::{ClockRule, Part, Scope, SeveralCategories, Start, Target, Targets};
pub use self::fault::{Place, PolicyFault, PolicyFaults};
pub use self::forced_closure::{ForcedClosure, ForcedClosureTest};
pub(crate) use self::owner::Owners;
pub use self::owner::{Gaps, OwnerRow};

/// One organisation's procedure, valid by construction.
///
/// # Example: one desk, one clock
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::deadline::{Clock, Term};
/// use redress::policy::{ClockRule, OwnerRow, Policy};
/// use redress::taxonomy::Taxonomy;
/// use redress::vocab::{Anchor, Category, ClockName, Department, RuleId};
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
///     .owner(OwnerRow::new(word!(RuleId, "noise-to-desk"), noise, Department::FRONT_DESK))
///     .clock(ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), Term::working_days(5)))
///     .build()?;
/// assert_eq!(policy.version(), "2026-1");
/// # Ok(()) }
/// ```
///
/// # Example: every fault at once
///
/// ```
/// use redress::policy::{Gaps, Policy};
///
/// let faults = Policy::builder("", "1").gaps(Gaps::Unrouted).build().unwrap_err();
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
    labels: Labels,
    calendar: Calendar,
    owners: Owners,
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
    owners: Vec<OwnerRow>,
    gaps: Gaps,
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
            owners: Vec::new(),
            gaps: Gaps::Refused,
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

    /// Who owns which complaints, by category.
    #[must_use]
    pub fn owners(&self) -> &[OwnerRow] {
        self.owners.rows()
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

    pub(crate) const fn owner_table(&self) -> &Owners {
        &self.owners
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

    /// Adds a row that gives a category to a department.
    pub fn owner(mut self, row: OwnerRow) -> Self {
        self.owners.push(row);
        self
    }

    /// Chooses what a category without a row means; a fault unless given.
    pub const fn gaps(mut self, gaps: Gaps) -> Self {
        self.gaps = gaps;
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
        let owners = Owners::proved(self.owners, self.gaps, &self.taxonomy, &mut faults);
        for rule in &self.clocks {
            rule.prove(&self.taxonomy, &mut faults);
        }
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
            taxonomy: self.taxonomy,
            labels: self.labels,
            calendar,
            owners,
            clocks,
            forced_closure: self.forced_closure,
        })
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
