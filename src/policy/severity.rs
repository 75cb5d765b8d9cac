//! How bad a complaint is, by rules.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

use crate::policy::bits::Bits;
use crate::policy::condition::Facts;
use crate::policy::rules::{Held, Rules};
use crate::policy::{Condition, Place, PolicyFault};
use crate::taxonomy::Taxonomy;
use crate::vocab::{Mark, RuleId, Severity};

/// The most rules of one table, fallbacks and escalations included.
pub const MAX_RULES: usize = 20_000;

/// A rule that gives a complaint a level where its condition holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SeverityRule {
    pub(crate) id: RuleId,
    pub(crate) level: Severity,
    pub(crate) when: Condition,
    pub(crate) marks: Vec<(Mark, Option<Condition>)>,
    pub(crate) citation: Cow<'static, str>,
}

impl SeverityRule {
    /// A rule with the id that reasons name it by.
    #[must_use]
    pub const fn new(id: RuleId, level: Severity, when: Condition) -> Self {
        Self { id, level, when, marks: Vec::new(), citation: Cow::Borrowed("") }
    }

    /// Marks the complaint where this rule decides its level.
    #[must_use]
    pub fn marking(mut self, mark: Mark) -> Self {
        self.marks.push((mark, None));
        self
    }

    /// Marks the complaint where this rule decides its level and a condition holds.
    #[must_use]
    pub fn marking_where(mut self, mark: Mark, when: Condition) -> Self {
        self.marks.push((mark, Some(when)));
        self
    }

    /// Says where the rule comes from.
    #[must_use]
    pub fn citing(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citation = source.into();
        self
    }

    /// The id.
    #[must_use]
    pub const fn id(&self) -> RuleId {
        self.id
    }

    /// The level it gives.
    #[must_use]
    pub const fn level(&self) -> Severity {
        self.level
    }

    /// What it asks.
    #[must_use]
    pub const fn when(&self) -> &Condition {
        &self.when
    }

    /// The marks it gives, each with what it asks beside.
    #[must_use]
    pub fn marks(&self) -> &[(Mark, Option<Condition>)] {
        &self.marks
    }

    /// Where it comes from; empty when it is the organisation's own.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }
}

/// The severity rules of one organisation: a table whose highest matching level decides, whatever the order
/// of its rules.
///
/// Where no rule holds, the fallback rules are asked in the same way, and where none of them holds, the
/// declared default is the answer. Where the answer depends on something unknown, it is undetermined.
/// An escalation lifts a complaint that the rules put on one level to a higher one.
///
/// More facts never lower a severity where [`SeverityRules::is_monotone`].
///
/// ```
/// use redress::policy::{Condition, SeverityRule, SeverityRules};
/// use redress::vocab::{Fact, RuleId, Severity};
/// use redress::word;
///
/// let rules = SeverityRules::new([Severity::General, Severity::Serious])
///     .rule(SeverityRule::new(
///         word!(RuleId, "press"),
///         Severity::Serious,
///         Condition::has(Fact::MEDIA_EXPOSURE),
///     ))
///     .otherwise(Severity::General);
/// assert!(rules.is_monotone());
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "rules do nothing until a policy has them"]
pub struct SeverityRules {
    pub(crate) levels: Vec<Severity>,
    pub(crate) rules: Vec<SeverityRule>,
    pub(crate) fallbacks: Vec<SeverityRule>,
    pub(crate) escalations: Vec<Escalation>,
    pub(crate) default: Option<Severity>,
}

/// A rule that lifts a complaint from one level to a higher one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Escalation {
    pub(crate) from: Severity,
    pub(crate) rule: SeverityRule,
}

impl SeverityRules {
    /// An empty table over the levels that the organisation uses.
    pub fn new(levels: impl IntoIterator<Item = Severity>) -> Self {
        let mut levels: Vec<Severity> = levels.into_iter().collect();
        levels.sort_unstable();
        levels.dedup();
        let (rules, fallbacks, escalations) = (Vec::new(), Vec::new(), Vec::new());
        Self { levels, rules, fallbacks, escalations, default: None }
    }

    /// Uses a level more.
    pub fn with_level(self, level: Severity) -> Self {
        let Self { levels, rules, fallbacks, escalations, default } = self;
        let levels = Self::new(levels.into_iter().chain([level])).levels;
        Self { levels, rules, fallbacks, escalations, default }
    }

    /// Adds a rule.
    pub fn rule(mut self, rule: SeverityRule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Adds a rule that is asked only where none of the others holds.
    pub fn fallback(mut self, rule: SeverityRule) -> Self {
        self.fallbacks.push(rule);
        self
    }

    /// Adds a rule that lifts a complaint from the level that the other rules give it.
    pub fn escalation(mut self, from: Severity, rule: SeverityRule) -> Self {
        self.escalations.push(Escalation { from, rule });
        self
    }

    /// Declares the level of a complaint for which no rule holds; without one it is not rated.
    pub const fn otherwise(mut self, level: Severity) -> Self {
        self.default = Some(level);
        self
    }

    /// The rules, without fallbacks and escalations, in the order of their declaration.
    #[must_use]
    pub fn rules(&self) -> &[SeverityRule] {
        &self.rules
    }

    /// The rules that are asked only where none of the others holds.
    #[must_use]
    pub fn fallbacks(&self) -> &[SeverityRule] {
        &self.fallbacks
    }

    /// The rules that lift a complaint, each with the level it lifts from.
    #[must_use]
    pub fn escalations(&self) -> impl ExactSizeIterator<Item = (Severity, &SeverityRule)> {
        self.escalations.iter().map(|escalation| (escalation.from, &escalation.rule))
    }

    /// The level of a complaint for which no rule holds.
    #[must_use]
    pub const fn default_level(&self) -> Option<Severity> {
        self.default
    }

    /// The levels that the organisation uses, ascending.
    #[must_use]
    pub fn levels(&self) -> &[Severity] {
        &self.levels
    }

    /// Whether more facts never lower a severity: no rule has a `not`, no fallback and no default lies above
    /// a rule, and every complaint is rated.
    #[must_use]
    pub fn is_monotone(&self) -> bool {
        let lowest = |rules: &[SeverityRule]| rules.iter().map(SeverityRule::level).min();
        let highest = |rules: &[SeverityRule]| rules.iter().map(SeverityRule::level).max();
        let Some(default) = self.default else { return false };
        let free = self.all().all(|(_, rule)| rule.when.is_free_of_not());
        let fallbacks = lowest(&self.fallbacks).is_none_or(|lowest| default <= lowest);
        let below = default.max(highest(&self.fallbacks).unwrap_or(default));
        free && fallbacks && lowest(&self.rules).is_none_or(|lowest| below <= lowest)
    }

    /// Whether there may be a complaint that no rule and no default rates.
    pub(crate) const fn may_leave_unrated(&self) -> bool {
        self.default.is_none() && self.fallbacks.is_empty()
    }

    /// Every rule: the rules, the fallbacks, the escalations.
    pub(crate) fn all(&self) -> impl Iterator<Item = (usize, &SeverityRule)> {
        let escalations = self.escalations.iter().map(|escalation| &escalation.rule);
        self.rules.iter().chain(&self.fallbacks).chain(escalations).enumerate()
    }

    /// Every condition of them.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.all().flat_map(|(_, rule)| {
            core::iter::once(&rule.when).chain(rule.marks.iter().filter_map(|(_, when)| when.as_ref()))
        })
    }

    pub(crate) fn prove(&self, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        if self.levels.is_empty() {
            faults.push(PolicyFault::NoLevels);
            return;
        }
        let rules = self.all().count();
        if rules > MAX_RULES {
            faults.push(PolicyFault::TooManyRules { rules });
            return;
        }
        let mut ids = alloc::collections::BTreeSet::new();
        for (_, rule) in self.all() {
            let place = Place::Severity(rule.id);
            if !ids.insert(rule.id) {
                faults.push(PolicyFault::IdTwice { place });
            }
            if !self.levels.contains(&rule.level) {
                faults.push(PolicyFault::LevelNotDeclared { place, level: rule.level });
            }
            rule.when.prove(place, taxonomy, faults);
            for (mark, when) in &rule.marks {
                let undeclared = taxonomy.check_known(*mark).err();
                faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
                if let Some(when) = when {
                    when.prove(place, taxonomy, faults);
                }
            }
        }
        for Escalation { from, rule } in &self.escalations {
            // A level between the two would make a complaint fall as it gets worse.
            let between = self.levels.iter().find(|&&level| *from < level && level < rule.level);
            if *from >= rule.level || !self.levels.contains(from) {
                faults.push(PolicyFault::EscalationFrom { rule: rule.id, from: *from, to: rule.level });
            } else if let Some(&level) = between {
                faults.push(PolicyFault::EscalationSkips { rule: rule.id, from: *from, level });
            }
        }
        if let Some(level) = self.default
            && !self.levels.contains(&level)
        {
            faults.push(PolicyFault::DefaultNotDeclared { level });
        }
        let reached =
            |level: Severity| self.default == Some(level) || self.all().any(|(_, rule)| rule.level == level);
        let unreached = self.levels.iter().filter(|&&level| !reached(level));
        faults.extend(unreached.map(|&level| PolicyFault::LevelNotReached { level }));
    }
}

/// The rules of a policy, compiled.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SeverityTable {
    rules: SeverityRules,
    compiled: Rules,
}

/// What the rules come to, in positions of the table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Rated {
    /// The levels that it may be; one where it is decided.
    pub(crate) levels: Levels,
    /// The rules that hold, as far as they were asked.
    pub(crate) matched: Bits,
    /// The rules on which an undetermined answer depends.
    pub(crate) unknown: Bits,
}

/// A set of levels, and of being unrated.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Levels(u8);

impl Levels {
    const ALL: [Option<Severity>; 5] = [
        None,
        Some(Severity::Minor),
        Some(Severity::General),
        Some(Severity::Serious),
        Some(Severity::Critical),
    ];

    fn insert(&mut self, level: Option<Severity>) {
        self.0 |= 1 << level.map_or(0, |level| level as u8 + 1);
    }

    const fn extend(&mut self, other: Self) {
        self.0 |= other.0;
    }

    const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The levels, ascending, being unrated first.
    pub(crate) fn iter(self) -> impl DoubleEndedIterator<Item = Option<Severity>> {
        Self::ALL
            .into_iter()
            .enumerate()
            .filter(move |(place, _)| self.0 >> place & 1 == 1)
            .map(|(_, level)| level)
    }

    /// Every set of levels, by its [`Levels::index`].
    pub(crate) fn sets() -> impl Iterator<Item = Self> {
        (0..1 << Self::ALL.len()).map(Self)
    }

    pub(crate) fn index(self) -> usize {
        self.0.into()
    }

    /// Whether there is one alone.
    pub(crate) const fn is_one(self) -> bool {
        self.0.is_power_of_two()
    }
}

impl SeverityTable {
    pub(crate) fn compiled(rules: SeverityRules) -> Self {
        let compiled = Rules::compiled(rules.all().map(|(_, rule)| &rule.when));
        Self { rules, compiled }
    }

    /// The rules as they were declared.
    pub const fn rules(&self) -> &SeverityRules {
        &self.rules
    }

    pub(crate) fn rule(&self, position: usize) -> Option<&SeverityRule> {
        let rules = &self.rules;
        let (first, second) = (rules.rules.len(), rules.rules.len() + rules.fallbacks.len());
        if position < first {
            rules.rules.get(position)
        } else if position < second {
            rules.fallbacks.get(position - first)
        } else {
            rules.escalations.get(position - second).map(|escalation| &escalation.rule)
        }
    }

    pub(crate) fn rate(&self, facts: &impl Facts) -> Rated {
        let held = self.compiled.ask(facts);
        let (rules, fallbacks) = (self.rules.rules.len(), self.rules.fallbacks.len());
        let mut rated = Rated {
            levels: Levels::default(),
            matched: Bits::with_size(self.compiled.len()),
            unknown: Bits::with_size(self.compiled.len()),
        };
        let mut plain = self.tier(&held, 0..rules, &mut rated);
        if plain.certain.is_none() {
            let nothing_pending = plain.levels.is_empty();
            let mut fallback = Tier::default();
            if fallbacks > 0 {
                let range = rules..rules + fallbacks;
                fallback = self.tier(&held, range.clone(), &mut rated);
                // Whether a fallback is asked at all is open as long as a rule may hold.
                if !nothing_pending {
                    range.for_each(|position| rated.matched.remove(position));
                }
            }
            if fallback.certain.is_none() {
                fallback.levels.insert(self.rules.default);
            }
            plain.levels.extend(fallback.levels);
        }
        let settled = plain.levels.is_one();
        for from in plain.levels.iter() {
            let mut lifted = Tier::default();
            for (position, escalation) in (rules + fallbacks..).zip(&self.rules.escalations) {
                if Some(escalation.from) != from {
                    continue;
                }
                if held.holds.contains(position) {
                    lifted.hold(escalation.rule.level);
                    if settled {
                        rated.matched.insert(position);
                    }
                } else if held.unknown.contains(position) {
                    lifted.may_hold(escalation.rule.level);
                    rated.unknown.insert(position);
                }
            }
            if lifted.certain.is_none() {
                lifted.levels.insert(from);
            }
            rated.levels.extend(lifted.levels);
        }
        // By rules that hold, what may hold does not matter; by default it is told beside.
        if rated.levels.is_one() && !rated.matched.is_empty() {
            rated.unknown = Bits::with_size(self.compiled.len());
        }
        rated
    }

    /// What the rules of one range come to; of those that may hold, those that matter are noted.
    fn tier(&self, held: &Held, range: Range<usize>, rated: &mut Rated) -> Tier {
        let mut tier = Tier::default();
        for position in held.holds.iter().filter(|position| range.contains(position)) {
            if let Some(rule) = self.rule(position) {
                tier.hold(rule.level);
                rated.matched.insert(position);
            }
        }
        for position in held.unknown.iter().filter(|position| range.contains(position)) {
            if let Some(rule) = self.rule(position)
                && tier.may_hold(rule.level)
            {
                rated.unknown.insert(position);
            }
        }
        tier
    }
}

/// What rules of one kind come to.
#[derive(Default)]
struct Tier {
    /// The highest level of a rule that holds.
    certain: Option<Severity>,
    /// The levels that it may be; empty where no rule holds or may hold.
    levels: Levels,
}

impl Tier {
    /// Rules that hold come before those that may.
    fn hold(&mut self, level: Severity) {
        self.certain = self.certain.max(Some(level));
        self.levels = Levels::default();
        self.levels.insert(self.certain);
    }

    /// Whether a rule that may hold matters.
    fn may_hold(&mut self, level: Severity) -> bool {
        let matters = Some(level) > self.certain;
        if matters {
            self.levels.insert(Some(level));
        }
        matters
    }
}
