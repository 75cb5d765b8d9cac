//! Severity rules as one description for the library and for the oracle, and every way in which what is unknown may turn out.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use redress::policy::SeverityRules;
use redress::policy::severity::{SeverityGaps, SeverityRule};
use redress::vocab::{RuleId, Severity};

use crate::tables::asks::{Ask, asks, evaluate, leaves};
use crate::tables::past::Past;
use crate::tables::world::{LEVELS, Model, Words};

/// A table of rules.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) rules: Vec<(Severity, Ask)>,
    pub(crate) fallbacks: Vec<(Severity, Ask)>,
    /// Each lifts to the next level in use.
    pub(crate) escalations: Vec<(Severity, Ask)>,
    pub(crate) default: Option<Severity>,
}

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Kind {
    Rule,
    Fallback,
    Escalation,
}

/// Rules of one kind and level, of which one is as good as all, by their ids.
#[derive(Default)]
struct Group {
    hold: Vec<RuleId>,
    may: Vec<RuleId>,
}

/// What the rules come to.
pub(crate) struct Verdict {
    /// Every level it may have; none for unrated.
    pub(crate) levels: BTreeSet<Option<Severity>>,
    /// Whether a rule decides, for every way.
    pub(crate) by_rules: BTreeSet<bool>,
    /// The rules that hold and count however it turns out, and those that do if it turns out so.
    pub(crate) matched: BTreeSet<RuleId>,
    pub(crate) may_match: BTreeSet<RuleId>,
    /// The rules on which the level depends.
    pub(crate) open: BTreeSet<RuleId>,
    /// The rules that may hold.
    pub(crate) may_open: BTreeSet<RuleId>,
}

impl Table {
    pub(crate) const fn of(rules: Vec<(Severity, Ask)>) -> Self {
        Self { rules, fallbacks: Vec::new(), escalations: Vec::new(), default: None }
    }

    /// The same, of declared words.
    pub(crate) fn within(mut self, declared: &Words) -> Self {
        for (_, ask) in self.rules.iter_mut().chain(&mut self.fallbacks).chain(&mut self.escalations) {
            *ask = ask.clone().within(declared);
        }
        self
    }

    pub(crate) fn levels(&self) -> BTreeSet<Severity> {
        let given = self.rules.iter().chain(&self.fallbacks).map(|(level, _)| *level);
        given.chain(self.default).collect()
    }

    fn next(&self, from: Severity) -> Option<Severity> {
        self.levels().into_iter().find(|level| *level > from)
    }

    /// Every rule with its kind, its level (an escalation's is the one it lifts from) and its id.
    fn all(&self) -> impl Iterator<Item = (Kind, Severity, RuleId, &Ask)> {
        let escalations = self
            .escalations
            .iter()
            .filter(|(from, _)| self.levels().contains(from) && self.next(*from).is_some());
        let id = |letter: char, number: usize| -> RuleId { format!("{letter}{number}").parse().unwrap() };
        let rules = self.rules.iter().enumerate();
        let rules = rules.map(move |(number, (level, ask))| (Kind::Rule, *level, id('r', number), ask));
        let fallbacks = self.fallbacks.iter().enumerate();
        let fallbacks =
            fallbacks.map(move |(number, (level, ask))| (Kind::Fallback, *level, id('f', number), ask));
        let escalations = escalations.enumerate();
        let escalations =
            escalations.map(move |(number, (level, ask))| (Kind::Escalation, *level, id('e', number), ask));
        rules.chain(fallbacks).chain(escalations)
    }

    /// What the library says of it, the rules in an order of their own.
    pub(crate) fn build(&self, order: impl Fn(&RuleId) -> u64) -> SeverityRules {
        let mut all: Vec<_> = self.all().collect();
        all.sort_by_key(|(_, _, id, _)| order(id));
        let mut rules = SeverityRules::new(self.levels()).with_gaps(SeverityGaps::Unrated);
        for (kind, level, id, ask) in all {
            let when = ask.condition();
            rules = match kind {
                Kind::Rule => rules.with_rule(SeverityRule::new(id, level, when)),
                Kind::Fallback => rules.with_fallback(SeverityRule::new(id, level, when)),
                Kind::Escalation => {
                    rules.with_escalation(level, SeverityRule::new(id, self.next(level).unwrap(), when))
                }
            };
        }
        match self.default {
            Some(level) => rules.with_otherwise(level),
            None => rules,
        }
    }

    /// Whether no `not`, no fallback and no default can make more facts weigh less.
    pub(crate) fn is_monotone(&self) -> bool {
        let lowest = |rules: &[(Severity, Ask)]| rules.iter().map(|(level, _)| *level).min();
        let highest = self.fallbacks.iter().map(|(level, _)| *level).max();
        let rule = lowest(&self.rules);
        let any = [rule, lowest(&self.fallbacks)].into_iter().flatten().min();
        self.all().all(|(_, _, _, ask)| !ask.has_not())
            && highest.is_none_or(|highest| rule.is_none_or(|rule| highest <= rule))
            && self.default.is_some_and(|default| any.is_none_or(|any| default <= any))
    }

    /// Every level that a complaint may have.
    pub(crate) fn possible(&self, new: &Model, past: &[Past]) -> BTreeSet<Option<Severity>> {
        self.verdict(new, past).levels
    }

    /// The levels of the rules of a kind that hold, when those with these numbers of groups do.
    pub(crate) fn verdict(&self, new: &Model, past: &[Past]) -> Verdict {
        let mut groups: BTreeMap<(Kind, Severity), Group> = BTreeMap::new();
        for (kind, level, id, ask) in self.all() {
            let group = groups.entry((kind, level)).or_default();
            match evaluate(ask, new, past) {
                Some(true) => group.hold.push(id),
                None => group.may.push(id),
                Some(false) => (),
            }
        }
        let unknown: Vec<(Kind, Severity)> = groups
            .iter()
            .filter(|(_, group)| group.hold.is_empty() && !group.may.is_empty())
            .map(|(key, _)| *key)
            .collect();
        let mut verdict = Verdict {
            levels: BTreeSet::new(),
            by_rules: BTreeSet::new(),
            matched: BTreeSet::new(),
            may_match: BTreeSet::new(),
            open: BTreeSet::new(),
            may_open: groups.values().flat_map(|group| group.may.iter().copied()).collect(),
        };
        let holds = |ways: usize, kind: Kind, level: Severity| {
            let bit = unknown.iter().position(|key| *key == (kind, level));
            bit.is_some_and(|bit| ways >> bit & 1 == 1)
                || groups.get(&(kind, level)).is_some_and(|group| !group.hold.is_empty())
        };
        let level = |ways: usize| {
            let highest = |kind| LEVELS.into_iter().rev().find(|&level| holds(ways, kind, level));
            let found = highest(Kind::Rule).map(|level| (Kind::Rule, level));
            let found = found.or_else(|| highest(Kind::Fallback).map(|level| (Kind::Fallback, level)));
            let base = found.map(|(_, level)| level).or(self.default);
            let lifted = base.filter(|&base| holds(ways, Kind::Escalation, base));
            (found, base, lifted.and_then(|base| self.next(base)).or(base), lifted.is_some())
        };
        let mut counting: Option<BTreeSet<RuleId>> = None;
        for ways in 0..1_usize << unknown.len() {
            let (found, base, result, lifted) = level(ways);
            verdict.levels.insert(result);
            verdict.by_rules.insert(found.is_some() || lifted);
            let counts = |kind: Kind, of: Severity| match kind {
                Kind::Rule => true,
                Kind::Fallback => !matches!(found, Some((Kind::Rule, _))),
                Kind::Escalation => base == Some(of),
            };
            let held = groups.iter().filter(|((kind, of), _)| counts(*kind, *of));
            let held: BTreeSet<RuleId> = held.flat_map(|(_, group)| group.hold.iter().copied()).collect();
            verdict.may_match.extend(&held);
            counting = Some(match counting {
                Some(counting) => counting.intersection(&held).copied().collect(),
                None => held,
            });
            for (bit, key) in unknown.iter().enumerate() {
                if level(ways ^ 1 << bit).2 != result {
                    verdict.open.extend(&groups[key].may);
                }
            }
        }
        verdict.matched = counting.unwrap();
        verdict
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Random tables
// ---------------------------------------------------------------------------------------------------------------------------

fn levels() -> impl Strategy<Value = Severity> {
    (0..LEVELS.len()).prop_map(|number| LEVELS[number])
}

/// Rules of which many do not hold, so that the level is not the highest at once.
fn rules(
    size: impl Into<prop::collection::SizeRange>,
    keys: usize,
) -> impl Strategy<Value = Vec<(Severity, Ask)>> {
    let strict = (asks(keys), vec(leaves(keys), 0..4)).prop_map(|(ask, mut more)| {
        more.push(ask);
        Ask::All(more)
    });
    vec((levels(), prop_oneof![1 => asks(keys), 3 => strict]), size)
}

/// Tables of so many rules, whose repetitions have at most so many keys.
pub(crate) fn tables(
    size: impl Into<prop::collection::SizeRange>,
    keys: usize,
) -> impl Strategy<Value = Table> {
    let default = proptest::option::weighted(0.7, levels());
    (rules(size, keys), rules(0..6, keys), rules(0..5, keys), default)
        .prop_map(|(rules, fallbacks, escalations, default)| Table { rules, fallbacks, escalations, default })
        .prop_filter("no level", |table| !table.levels().is_empty())
}
