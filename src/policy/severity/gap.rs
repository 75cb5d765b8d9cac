//! The search for gaps between the severity rules.
//!
//! The problem. A rule may hold only up to a number: "at least 1 try and not 69". If no other rule goes on at 69, a
//! complaint with 69 tries is not rated, although one with 68 is. The author of the rules hardly wants that. Rating
//! every possible complaint is impossible, because counts and amounts are unbounded.
//!
//! The idea. A gap has a first number. Just below it some rule holds; at it that rule does not hold any more. More of
//! something can end a condition only at a number that stands under an odd number of `not`s. So the candidates are in
//! the rules themselves. For each rule and each such number, a search looks for a complaint with two properties: the
//! rule holds just below the number, and no rule holds at the number.
//!
//! By hand. `minor` asks for 1 try and not for 69. `serious` asks for 70. The one number under a `not` is 69. With 68
//! tries `minor` holds, and with 69 no rule does: a gap. If `serious` began at 69, the search would fail at once.
//!
//! The search tries the answers to the questions of the rules, see `trial`. It goes back as soon as the rule cannot
//! hold just below, or as soon as some rule surely holds at the number.
//!
//! What keeps it small. A question that occurs only in rules without `not` keeps its least answer: more of it can
//! only rate more. Rules that are false under these fixed answers are dropped.
//!
//! At the edges. A complaint is reported only if it can exist. An input has one word, or none if a complaint can say
//! so; sets of words are not tried, because more words rate more. Repetitions are counted if all rules count them in
//! the same way; if not, the search assumes that there are none, so that it may miss a gap but never invents one. A
//! rule that is unknown at the number closes the gap: the complaint would be undetermined and not unrated.
//!
//! Cost. Exponential in the number of questions of rules with a `not`, in the worst case. [`MAX_WORK`] limits the
//! evaluated rules. Rules that need more are refused, and are never taken as proved.
//!
//! Rejected: trying every combination of the numbers in the rules. Most combinations say nothing about a given end;
//! the search asks only the questions on which a condition still depends.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::policy::condition::{Condition, Truth};
use crate::policy::fault::{PolicyFault, SeverityExample};
use crate::policy::severity::rules::{SeverityRule, SeverityRules};
use crate::policy::severity::trial::{Asked, Domain, Shown, TooMuch, Trial, Value, ends_of};
use crate::taxonomy::Taxonomy;
use crate::vocab::{Code, RuleId};

/// How many rules the search evaluates at most. A table that needs more is refused.
const MAX_WORK: usize = 2_000_000;

/// Finds the gaps between the rules: for each rule the first complaint behind its end.
pub(in crate::policy) fn prove_gaps(
    rules: &SeverityRules,
    taxonomy: &Taxonomy,
    faults: &mut Vec<PolicyFault>,
) {
    let all: Vec<&SeverityRule> = rules.rules.iter().chain(&rules.fallbacks).collect();
    if all.iter().all(|rule| rule.when.is_free_of_not()) {
        return;
    }
    let Some(mut search) = Search::new(all, taxonomy) else { return };
    match search.gaps() {
        Ok(gaps) => {
            faults.extend(gaps.into_iter().map(|(rule, example)| PolicyFault::SeverityGap { rule, example }));
        }
        Err(TooMuch) => faults.push(PolicyFault::SeverityTooComplex { rules: rules.all().count() }),
    }
}

struct Search<'r> {
    rules: Vec<&'r SeverityRule>,
    domain: Domain,
    work: usize,
}

impl<'r> Search<'r> {
    /// Returns `None` if a condition is too large to be walked, which is a fault of its own.
    fn new(rules: Vec<&'r SeverityRule>, taxonomy: &Taxonomy) -> Option<Self> {
        if !rules.iter().all(|rule| rule.when.is_walkable()) {
            return None;
        }
        let domain = Domain::of_one_word(rules.iter().map(|rule| &rule.when), taxonomy);
        Some(Self { rules, domain, work: 0 })
    }

    fn gaps(&mut self) -> Result<Vec<(RuleId, SeverityExample)>, TooMuch> {
        let fixed = self.fixed();
        // A rule that is false under the fixed answers stays false under every other answer.
        let domain = &self.domain;
        self.rules.retain(|rule| domain.ask(&rule.when, &fixed, &mut None) != Some(Truth::False));
        let mut found: Vec<(RuleId, SeverityExample)> = Vec::new();
        for rule in self.rules.clone() {
            let mut ends = Vec::new();
            ends_of(&rule.when, true, &mut ends);
            for (asked, end) in ends {
                let Some(below) = end.below() else { continue };
                if self.domain.several && asked == Asked::Repeats {
                    continue;
                }
                if let Some(trial) = self.search(rule, asked, below, end, fixed.clone())? {
                    let example = self.domain.example(&trial);
                    if found.iter().all(|(_, other)| *other != example) {
                        found.push((rule.id, example));
                    }
                    break;
                }
            }
        }
        Ok(found)
    }

    /// The least answers to the questions that no rule with a `not` asks.
    fn fixed(&self) -> Trial {
        let mut open = BTreeSet::new();
        for rule in self.rules.iter().filter(|rule| !rule.when.is_free_of_not()) {
            self.domain.asked_of(&rule.when, &mut open);
        }
        let mut fixed = self.domain.least_but(&open);
        // If the taxonomy has only words that rules ask for, no word is the least: they are searched.
        fixed.retain(|asked, least| match (*asked, *least) {
            (Asked::Word(_), Value::Word(word)) => !self.is_asked(*asked, word),
            (
                Asked::Fact(_)
                | Asked::Amount
                | Asked::Word(_)
                | Asked::Repeats
                | Asked::Has(..)
                | Asked::Rest(_)
                | Asked::Repeated(_),
                _,
            ) => true,
        });
        fixed
    }

    fn is_asked(&self, asked: Asked, word: Code) -> bool {
        let trial = Trial::from([(asked, Value::Word(word))]);
        self.rules.iter().any(|rule| asks_for(&self.domain, &rule.when, asked, &trial))
    }

    /// Searches for a complaint for which `rule` holds just below `end` and no rule holds at `end`.
    fn search(
        &mut self,
        rule: &SeverityRule,
        asked: Asked,
        below: Value,
        end: Value,
        fixed: Trial,
    ) -> Result<Option<Trial>, TooMuch> {
        let Self { rules, domain, work } = self;
        domain.search(fixed, |trial| {
            trial.insert(asked, below);
            *work += 1;
            let mut open = None;
            let mut fails = match domain.ask(&rule.when, trial, &mut open) {
                Some(Truth::True) | None => false,
                Some(Truth::False | Truth::Unknown) => true,
            };
            trial.insert(asked, end);
            for other in rules.iter() {
                if fails {
                    break;
                }
                *work += 1;
                let mut asks = None;
                match domain.ask(&other.when, trial, &mut asks) {
                    Some(Truth::False) => {}
                    Some(Truth::True | Truth::Unknown) => fails = true,
                    None => open = open.or(asks),
                }
            }
            if *work > MAX_WORK {
                return Err(TooMuch);
            }
            Ok(match open {
                _ if fails => Shown::Fails,
                Some(question) => Shown::Depends(question),
                None => Shown::Found,
            })
        })
    }
}

/// Whether a condition asks for the word that a trial has for an input.
fn asks_for(domain: &Domain, condition: &Condition, asked: Asked, trial: &Trial) -> bool {
    match condition {
        Condition::Word { input, .. } if Asked::Word(*input) == asked => {
            domain.ask(condition, trial, &mut None) == Some(Truth::True)
        }
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().any(|part| asks_for(domain, part, asked, trial))
        }
        Condition::Not(part) | Condition::Surely(part) => asks_for(domain, part, asked, trial),
        Condition::Word { .. } | Condition::Fact { .. } | Condition::Amount(_) | Condition::Repeats(_) => {
            false
        }
    }
}
