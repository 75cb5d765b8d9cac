//! Checks of one clock of a policy, when the policy is built.
//!
//! A clock that passes can be evaluated for every complaint. Each check has a fault of its own, and all faults are
//! reported at once:
//!
//! | Refused | Because |
//! |---|---|
//! | a word that the taxonomy does not declare | no complaint can have it |
//! | a deadline that can never be computed | the clock would be undetermined for every complaint |
//! | two targets for the same category and severity | nobody could say which one decides |
//! | a table without targets and without a deadline for all others | the clock would never be due |
//! | a deadline for all others without a table | it would never be used |
//! | a target of a severity that the policy does not rate | no complaint would have it |
//! | a warning at or after the due date | nobody would be warned |
//! | a share of an escalation up to 100 % | nothing has been missed by then |
//! | a limit of zero for a pause | the pause would do nothing |
//! | an extension in another unit than the deadline | the sum would depend on the calendar |
//! | a start or stop event that cannot happen in the rounds of the clock | the clock would never start or never stop |
//! | a clock of departments that starts from an event of the case | all departments would have the same clock |
//!
//! Lists are checked for their length first. If one is too long, nothing else is checked: a policy file of many
//! megabytes must not cost more than reading it.

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::vec::Vec;

use crate::deadline::choice::DeadlineFault;
use crate::deadline::rule::{PauseRule, Warning};
use crate::deadline::{Count, Deadline, Term};
use crate::policy::choice::{ClockRounds, ClockScope, ClockStart, EscalationDelay, ReopeningEffect};
use crate::policy::clock::rule::ClockRule;
use crate::policy::clock::target::{Target, Targets};
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::ids::Ids;
use crate::policy::limits::{MAX_REASONS, MAX_RUNGS, MAX_TARGETS, MAX_WARNINGS};
use crate::taxonomy::Taxonomy;
use crate::vocab::{Anchor, Category, PauseReason, RuleId, Severity};

impl ClockRule {
    /// Returns every deadline that the clock can have, with its place for an error.
    pub(in crate::policy) fn deadlines(&self) -> Vec<(FaultPlace, &Deadline)> {
        let mut deadlines = self.targets_with_places();
        deadlines.extend(self.otherwise.as_ref().map(|deadline| (FaultPlace::Clock(self.name()), deadline)));
        deadlines
    }

    fn targets_with_places(&self) -> Vec<(FaultPlace, &Deadline)> {
        match &self.targets {
            Targets::Same(deadline) => Vec::from([(FaultPlace::Clock(self.name()), deadline)]),
            Targets::Table(targets) => targets
                .iter()
                .map(|target| (FaultPlace::Target(self.name(), target.id), &target.deadline))
                .collect(),
            Targets::NotSet(_) => Vec::new(),
        }
    }

    pub(crate) fn prove(
        &self,
        taxonomy: &Taxonomy,
        levels: Option<&[Severity]>,
        faults: &mut Vec<PolicyFault>,
    ) {
        let clock = self.name();
        if !self.prove_lengths(faults) {
            return;
        }
        for (place, deadline) in self.deadlines() {
            faults.extend(deadline.fault().map(|fault| PolicyFault::Deadline { place, fault }));
            let events = deadline.events().filter_map(|event| taxonomy.check_known(event).err());
            faults.extend(events.map(|error| PolicyFault::Undeclared { place, error }));
        }
        self.prove_warnings(faults);
        self.prove_periods(self.deadlines(), taxonomy, faults);
        self.prove_late_entry(taxonomy, faults);
        if self.otherwise.is_some() && !matches!(self.targets, Targets::Table(_)) {
            faults.push(PolicyFault::OtherwiseAlone { clock });
        }
        match &self.targets {
            Targets::Same(_) => {}
            Targets::Table(targets) if targets.is_empty() && self.otherwise.is_none() => {
                faults.push(PolicyFault::NoTargets { clock });
            }
            Targets::Table(targets) => self.prove_targets(targets, taxonomy, levels, faults),
            Targets::NotSet(parameter) => {
                faults.extend(PolicyFault::parameter(FaultPlace::Clock(clock), parameter));
            }
        }
        let place = FaultPlace::Clock(clock);
        if self.ladder.len() > MAX_RUNGS {
            faults.push(PolicyFault::LadderTooLong { clock, rungs: self.ladder.len() });
        }
        let roles = self.ladder.iter().filter_map(|rung| taxonomy.check_known(rung.to).err());
        faults.extend(roles.map(|error| PolicyFault::Undeclared { place, error }));
        let ends = [
            taxonomy.check_known(self.end).err(),
            self.mark.and_then(|mark| taxonomy.check_known(mark).err()),
            self.only_where.and_then(|fact| taxonomy.check_known(fact).err()),
        ];
        faults.extend(ends.into_iter().flatten().map(|error| PolicyFault::Undeclared { place, error }));
        let by_message = self.clock.start() == Anchor::CUSTOMER_WROTE && self.end == Anchor::ANSWERED;
        if self.repeats
            && self.periods.is_none()
            && !(by_message && self.scope == ClockScope::Case && self.start == ClockStart::Event)
        {
            faults.push(PolicyFault::RepeatsNoMessage { clock, start: self.clock.start(), end: self.end });
        }
        for rung in &self.ladder {
            let to = rung.to;
            match rung.after {
                EscalationDelay::Term(term) if matches!(term.count(), Count::At(_)) => {
                    faults.push(PolicyFault::RungAtInstant { clock, to });
                }
                EscalationDelay::Term(term) if term != Term::of(term.count()).with_end(term.end()) => {
                    faults.push(PolicyFault::RungParts { clock, to });
                }
                EscalationDelay::Term(term) if term.is_nothing() => {}
                EscalationDelay::Term(term) => {
                    let fault = EscalationDelay::of(term).fault().map(DeadlineFault::Term);
                    faults.extend(fault.map(|fault| PolicyFault::Deadline { place, fault }));
                }
                EscalationDelay::Percent(percent @ 0..=100) => {
                    faults.push(PolicyFault::RungShare { clock, to, percent });
                }
                EscalationDelay::Percent(_) => {}
            }
        }
        self.prove_reasons(taxonomy, faults);
        self.prove_limits(faults);
        self.prove_rounds(faults);
        if self.scope == ClockScope::Department && self.clock.start() != Anchor::DEPARTMENT_RECEIVED {
            faults.push(PolicyFault::DepartmentAnchor { clock, anchor: self.clock.start() });
        }
    }

    fn prove_targets(
        &self,
        targets: &[Target],
        taxonomy: &Taxonomy,
        levels: Option<&[Severity]>,
        faults: &mut Vec<PolicyFault>,
    ) {
        let mut ids = Ids::default();
        let mut covered: BTreeMap<(Option<Category>, Option<Severity>), RuleId> = BTreeMap::new();
        for target in targets {
            let place = FaultPlace::Target(self.name(), target.id);
            let undeclared = target.category.and_then(|category| taxonomy.check_known(category).err());
            faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
            match (target.level, levels) {
                (Some(_), None) => faults.push(PolicyFault::NoSeverityRules { place }),
                (Some(level), Some(levels)) if !levels.contains(&level) => {
                    faults.push(PolicyFault::LevelNotDeclared { place, level });
                }
                _ => {}
            }
            faults.extend(ids.add(target.id, place));
            match covered.entry((target.category, target.level)) {
                Entry::Occupied(same) => {
                    faults.push(PolicyFault::TargetTwice { place, earlier: *same.get() });
                }
                Entry::Vacant(free) => {
                    free.insert(target.id);
                }
            }
        }
    }

    /// Checks that no list is longer than a document may have it. Returns `false` if one is: other checks would then
    /// take long and say little.
    fn prove_lengths(&self, faults: &mut Vec<PolicyFault>) -> bool {
        let targets = if let Targets::Table(targets) = &self.targets { targets.len() } else { 0 };
        let lengths = [
            ("warnings", self.clock.warnings().len(), MAX_WARNINGS),
            ("targets", targets, MAX_TARGETS),
            ("categories", self.only_for.len(), MAX_TARGETS),
            ("pause reasons", self.clock.pauses.len(), MAX_REASONS),
            ("extension reasons", self.clock.extensions.len(), MAX_REASONS),
        ];
        let place = FaultPlace::Clock(self.name());
        let before = faults.len();
        faults.extend(lengths.into_iter().filter_map(|(what, count, most)| {
            (count > most).then_some(PolicyFault::TooManyIn { place, what, count, most })
        }));
        faults.len() == before
    }

    /// Checks the words of the clock, and that no reason for a pause or an extension stands twice.
    fn prove_reasons(&self, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        let (clock, place) = (self.name(), FaultPlace::Clock(self.name()));
        let words = [taxonomy.check_known(clock), taxonomy.check_known(self.clock.start())];
        let only_for = self.only_for.iter().map(|&category| taxonomy.check_known(category));
        let pauses = self.clock.pauses.iter().map(|rule| taxonomy.check_known(rule.reason()));
        let extensions = self.clock.extensions.iter().map(|rule| taxonomy.check_known(rule.reason()));
        let checked = words.into_iter().chain(only_for).chain(pauses).chain(extensions);
        let undeclared = checked.filter_map(Result::err);
        faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
        for (index, rule) in self.clock.pauses.iter().enumerate() {
            let reason = rule.reason();
            if self.clock.pauses.iter().take(index).any(|earlier| earlier.reason() == reason) {
                faults.push(PolicyFault::PauseTwice { clock, reason });
            }
        }
        for (index, rule) in self.clock.extensions.iter().enumerate() {
            let reason = rule.reason();
            if self.clock.extensions.iter().take(index).any(|earlier| earlier.reason() == reason) {
                faults.push(PolicyFault::ExtensionTwice { clock, reason });
            }
        }
    }

    /// Checks that the events that start and stop the clock can happen in its rounds.
    fn prove_rounds(&self, faults: &mut Vec<PolicyFault>) {
        let (clock, rounds) = (self.name(), self.rounds);
        let never: &[Anchor] = match rounds {
            ClockRounds::Every => &[],
            ClockRounds::First => &[Anchor::REOPENED],
            ClockRounds::Later => &[Anchor::RECEIVED, Anchor::REGISTERED],
        };
        let start = (self.start == ClockStart::Event).then_some(self.clock.start());
        let events = start.into_iter().chain([self.end]).filter(|event| never.contains(event));
        faults.extend(events.map(|anchor| PolicyFault::NotInRounds { clock, rounds, anchor }));
        if rounds == ClockRounds::First && self.on_reopening != ReopeningEffect::default() {
            faults.push(PolicyFault::FirstRoundReopened { clock });
        }
        let reserved = |rule: &&PauseRule| rule.reason() == PauseReason::CASE_CLOSED;
        if let Some(rule) = self.clock.pauses.iter().find(reserved) {
            faults.push(PolicyFault::PauseReserved { clock, reason: rule.reason() });
        }
    }

    /// Checks that limits of pauses and extensions are not zero, and that an extension counts in a unit of the
    /// deadline.
    fn prove_limits(&self, faults: &mut Vec<PolicyFault>) {
        let clock = self.name();
        let of_rules = self.clock.pauses.iter().flat_map(|rule| [rule.at_most, rule.total]);
        let limits = of_rules.chain([self.clock.pause_total]).flatten();
        faults
            .extend(limits.filter(|limit| limit.is_nothing()).map(|_| PolicyFault::PauseOfNothing { clock }));
        let deadlines = self.deadlines();
        for limit in self.clock.extensions.iter().filter_map(|rule| rule.limit) {
            let fault = Term::of(limit).fault().map(DeadlineFault::Term);
            let place = FaultPlace::Clock(clock);
            faults.extend(fault.map(|fault| PolicyFault::Deadline { place, fault }));
            let fits = |target: &Count| {
                limit.same_unit(*target)
                    || (limit.is_of_days() && target.is_of_days())
                    || matches!(target, Count::At(_))
            };
            let mut targets = deadlines.iter().flat_map(|(_, deadline)| deadline.terms()).map(Term::count);
            let other = targets.find(|target| !fits(target));
            faults.extend(other.map(|target| PolicyFault::ExtensionLimit { clock, limit, target }));
        }
    }

    /// Checks that every warning lies before the due date.
    fn prove_warnings(&self, faults: &mut Vec<PolicyFault>) {
        let clock = self.name();
        for &warning in self.clock.warnings() {
            match warning {
                Warning::Share(percent @ (0 | 100..)) => {
                    faults.push(PolicyFault::WarningShare { clock, percent });
                }
                Warning::Lead(lead) if Term::of(lead).is_nothing() || matches!(lead, Count::At(_)) => {
                    faults.push(PolicyFault::WarningLead { clock, lead });
                }
                Warning::Share(_) | Warning::Lead(_) => {}
            }
        }
    }
}
