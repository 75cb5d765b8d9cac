//! The severity rules of a policy, compiled, and what they come to.

use core::ops::Range;

use crate::policy::bits::Bits;
use crate::policy::condition::{Facts, Levels};
use crate::policy::severity::matcher::{Held, Rules};
use crate::policy::severity::rules::{SeverityRule, SeverityRules};
use crate::vocab::Severity;

/// The rules of a policy, compiled.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct SeverityTable {
    rules: SeverityRules,
    compiled: Rules,
}

/// What the rules come to, in positions of the table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Outcome {
    /// The levels that it may be; one where it is decided.
    pub(crate) levels: Levels,
    /// Whether it is decided, and by the default: no rule that holds comes into it.
    pub(crate) by_default: bool,
    /// The rules that hold, as far as they were asked.
    pub(crate) matched: Bits,
    /// The rules that may hold and matter: on them an undetermined answer depends.
    pub(crate) unknown: Bits,
    /// The rules that may turn out to give the level, those that do among them.
    pub(crate) may_decide: Bits,
}

impl SeverityTable {
    pub(crate) fn compiled(rules: SeverityRules) -> Self {
        let compiled = Rules::compiled(rules.all().map(|(_, rule)| &rule.when));
        Self { rules, compiled }
    }

    /// The rules as they were declared.
    pub(crate) const fn rules(&self) -> &SeverityRules {
        &self.rules
    }

    /// The rule of a position. One that is not of the table is a bug, and what reads it as no rule rates too low.
    pub(crate) fn rule(&self, position: usize) -> Option<&SeverityRule> {
        debug_assert!(position < self.compiled.len(), "{position} is no position of the table");
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

    pub(crate) fn rate(&self, facts: &impl Facts) -> Outcome {
        let held = self.compiled.ask(facts);
        let (rules, fallbacks) = (self.rules.rules.len(), self.rules.fallbacks.len());
        let mut rated = Outcome {
            levels: Levels::default(),
            by_default: false,
            matched: Bits::with_size(self.compiled.len()),
            unknown: Bits::with_size(self.compiled.len()),
            may_decide: Bits::with_size(self.compiled.len()),
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
                rated.by_default = true;
            }
            plain.levels.extend(fallback.levels);
        }
        let settled = plain.levels.is_one();
        let asked = if plain.certain.is_none() { 0..rules + fallbacks } else { 0..rules };
        for position in held.possible().filter(|position| asked.contains(position)) {
            rated.may_decide.insert(position);
        }
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
                    rated.may_decide.insert(position);
                } else if held.unknown.contains(position) {
                    lifted.may_hold(escalation.rule.level);
                    rated.unknown.insert(position);
                    rated.may_decide.insert(position);
                }
            }
            if lifted.certain.is_none() {
                lifted.levels.insert(from);
            } else {
                rated.by_default = false;
            }
            rated.levels.extend(lifted.levels);
        }
        // Where a rule that holds gives the level, what may hold does not matter; otherwise it is told, even if it
        // comes to the same.
        let gives = |rule: usize| self.rule(rule).is_some_and(|rule| rated.levels.contains(rule.level));
        if rated.levels.is_one() && rated.matched.iter().any(gives) {
            rated.unknown = Bits::with_size(self.compiled.len());
        }
        let (levels, mut may_decide) = (rated.levels, Bits::with_size(self.compiled.len()));
        for rule in rated.may_decide.iter() {
            if self.rule(rule).is_some_and(|rule| levels.contains(rule.level)) {
                may_decide.insert(rule);
            }
        }
        rated.may_decide = may_decide;
        // Where several ways lead to one level, those that lift to it are told with what is open.
        if rated.levels.is_one() && !settled {
            let lifts = rated.may_decide.iter().filter(|rule| *rule >= rules + fallbacks);
            lifts.for_each(|rule| rated.unknown.insert(rule));
        }
        rated
    }

    /// What the rules of one range come to; of those that may hold, those that matter are noted.
    fn tier(&self, held: &Held, range: Range<usize>, rated: &mut Outcome) -> Tier {
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
