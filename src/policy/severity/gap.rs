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
//! The search. A trial maps each question (a fact, the amount, an input, the repetitions) to an answer. The search
//! evaluates the conditions over the partial trial. If an answer is missing, it tries the values of that question,
//! the least value first. It goes back as soon as the rule cannot hold just below, or as soon as some rule surely
//! holds at the number. The values of a count or an amount are 0 and every number that occurs in a rule. Between two
//! such numbers no condition changes, so that they represent all others.
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

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::policy::answer::InputAnswer;
use crate::policy::condition::{Condition, Truth};
use crate::policy::fault::{PolicyFault, SeverityExample};
use crate::policy::recurrence::Recurrence;
use crate::policy::severity::rules::{SeverityRule, SeverityRules};
use crate::taxonomy::Taxonomy;
use crate::vocab::{Code, Fact, Input, Money, RuleId};

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

/// The search needs more work than the limit allows.
struct TooMuch;

/// A question of a condition.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Asked {
    Fact(Fact),
    Amount,
    Word(Input),
    Repeats,
}

/// An answer to a question.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Value {
    Count(u32),
    Amount(Money),
    Word(Code),
    /// The complaint has no word, and it is known that there is none.
    Nothing,
}

type Trial = BTreeMap<Asked, Value>;

struct Search<'r> {
    rules: Vec<&'r SeverityRule>,
    /// The answers that are tried for each question, the least one first.
    values: BTreeMap<Asked, Vec<Value>>,
    /// How repetitions are counted, if there is one way; the number it requires is set to 0.
    repeated: Option<Recurrence>,
    /// Whether rules count repetitions in more than one way. None is counted then.
    several: bool,
    work: usize,
}

impl<'r> Search<'r> {
    /// Returns `None` if a condition is too large to be walked, which is a fault of its own.
    fn new(rules: Vec<&'r SeverityRule>, taxonomy: &Taxonomy) -> Option<Self> {
        if !rules.iter().all(|rule| rule.when.is_walkable()) {
            return None;
        }
        let mut search = Self { rules, values: BTreeMap::new(), repeated: None, several: false, work: 0 };
        let mut words: BTreeMap<Input, BTreeSet<Code>> = BTreeMap::new();
        for rule in search.rules.clone() {
            search.collect(&rule.when, &mut words);
        }
        for (input, asked) in words {
            search.values.insert(Asked::Word(input), words_of(input, &asked, taxonomy));
        }
        for values in search.values.values_mut() {
            values.sort_by_key(|value| match value {
                Value::Count(count) => u64::from(*count),
                Value::Amount(amount) => amount.minor(),
                Value::Word(_) | Value::Nothing => 0,
            });
            values.dedup();
        }
        if search.several {
            search.values.insert(Asked::Repeats, Vec::from([Value::Count(0)]));
        }
        Some(search)
    }

    fn collect(&mut self, condition: &Condition, words: &mut BTreeMap<Input, BTreeSet<Code>>) {
        let mut add = |asked, values: [Value; 2]| self.values.entry(asked).or_default().extend(values);
        match condition {
            Condition::Fact { fact, at_least } => {
                add(Asked::Fact(*fact), [Value::Count(0), Value::Count(*at_least)]);
            }
            Condition::Amount(amount) => {
                let none = Money::new(0, amount.currency());
                add(Asked::Amount, [Value::Amount(none), Value::Amount(*amount)]);
            }
            Condition::Repeats(recurrence) => {
                add(Asked::Repeats, [Value::Count(0), Value::Count(recurrence.at_least)]);
                let way = Recurrence { at_least: 0, ..recurrence.clone() };
                self.several |= self.repeated.as_ref().is_some_and(|known| *known != way);
                self.repeated = Some(way);
            }
            Condition::Word { input, any_of } => words.entry(*input).or_default().extend(any_of),
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.collect(part, words);
                }
            }
            Condition::Not(part) | Condition::Surely(part) => self.collect(part, words),
        }
    }

    fn gaps(&mut self) -> Result<Vec<(RuleId, SeverityExample)>, TooMuch> {
        let fixed = self.fixed();
        // A rule that is false under the fixed answers stays false under every other answer.
        self.rules.retain(|rule| ask(&rule.when, &fixed, &mut None) != Some(Truth::False));
        let mut found: Vec<(RuleId, SeverityExample)> = Vec::new();
        for rule in self.rules.clone() {
            let mut ends = Vec::new();
            ends_of(&rule.when, true, &mut ends);
            for (asked, end) in ends {
                let Some(below) = end.below() else { continue };
                if self.several && asked == Asked::Repeats {
                    continue;
                }
                if let Some(trial) = self.search(rule, asked, below, end, fixed.clone())? {
                    let example = self.example(&trial);
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
            asked_of(&rule.when, &mut open);
        }
        let least = |(asked, values): (&Asked, &Vec<Value>)| {
            let least = values.first().filter(|_| !open.contains(asked))?;
            // If the taxonomy has only words that rules ask for, no word is the least: they are searched.
            let is_least = match (asked, least) {
                (Asked::Word(_), Value::Word(word)) => !self.is_asked(*asked, word),
                (Asked::Fact(_) | Asked::Amount | Asked::Word(_) | Asked::Repeats, _) => true,
            };
            is_least.then_some((*asked, *least))
        };
        self.values.iter().filter_map(least).collect()
    }

    fn is_asked(&self, asked: Asked, word: &Code) -> bool {
        let trial = Trial::from([(asked, Value::Word(*word))]);
        self.rules.iter().any(|rule| asks_for(&rule.when, asked, &trial))
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
        let mut trial = fixed;
        // The questions that were answered on the way, each with the place of the answer that is tried.
        let mut way: Vec<(Asked, usize)> = Vec::new();
        loop {
            trial.insert(asked, below);
            self.work += 1;
            let mut open = None;
            let mut fails = match ask(&rule.when, &trial, &mut open) {
                Some(Truth::True) | None => false,
                Some(Truth::False | Truth::Unknown) => true,
            };
            trial.insert(asked, end);
            let mut settled = open.is_none();
            for other in &self.rules {
                if fails {
                    break;
                }
                self.work += 1;
                let mut asks = None;
                match ask(&other.when, &trial, &mut asks) {
                    Some(Truth::False) => {}
                    Some(Truth::True | Truth::Unknown) => fails = true,
                    None => {
                        settled = false;
                        open = open.or(asks);
                    }
                }
            }
            if self.work > MAX_WORK {
                return Err(TooMuch);
            }
            if !fails && settled {
                return Ok(Some(trial));
            }
            let next = if fails { None } else { open };
            match next {
                Some(question) => way.push((question, 0)),
                None => {
                    // Go back to the last question that has another answer, and try that one.
                    loop {
                        let Some((question, at)) = way.pop() else { return Ok(None) };
                        trial.remove(&question);
                        if self.values.get(&question).is_some_and(|values| at + 1 < values.len()) {
                            way.push((question, at + 1));
                            break;
                        }
                    }
                }
            }
            let Some((question, at)) = way.last() else { return Ok(None) };
            let values = self.values.get(question);
            debug_assert!(values.is_some(), "nothing is tried for {question:?}, and it would be proved");
            // A condition that lists no words, in a taxonomy without words of the facet. It is refused for that
            // elsewhere.
            let Some(value) = values.and_then(|values| values.get(*at)) else { return Ok(None) };
            trial.insert(*question, *value);
        }
    }

    fn example(&self, trial: &Trial) -> SeverityExample {
        let mut example = SeverityExample::default();
        for (asked, value) in trial {
            match (asked, value) {
                (Asked::Fact(fact), Value::Count(count @ 1..)) => example.facts.push((*fact, *count)),
                (Asked::Repeats, Value::Count(count @ 1..)) => {
                    example.repeats = self.repeated.clone().map(|way| (way, *count));
                }
                (Asked::Amount, Value::Amount(amount)) => example.amount = Some(*amount),
                (Asked::Word(input), Value::Word(word)) => {
                    example.words.push((*input, InputAnswer::Word(*word)));
                }
                (Asked::Word(input), Value::Nothing) => example.words.push((*input, InputAnswer::Nothing)),
                (Asked::Fact(_) | Asked::Repeats, Value::Count(0)) => {}
                (Asked::Fact(_) | Asked::Repeats, Value::Amount(_) | Value::Word(_) | Value::Nothing)
                | (Asked::Amount, Value::Count(_) | Value::Word(_) | Value::Nothing)
                | (Asked::Word(_), Value::Count(_) | Value::Amount(_)) => {
                    debug_assert!(false, "{value:?} is no answer to {asked:?}");
                }
            }
        }
        example
    }
}

impl Value {
    /// The count or amount just below this one.
    fn below(self) -> Option<Self> {
        match self {
            Self::Count(count) => count.checked_sub(1).map(Self::Count),
            Self::Amount(amount) => {
                amount.minor().checked_sub(1).map(|minor| Self::Amount(Money::new(minor, amount.currency())))
            }
            Self::Word(_) | Self::Nothing => None,
        }
    }
}

/// The words that are tried for an input: one that no rule asks for, "none" if a complaint can say so, and the words
/// that rules ask for.
fn words_of(input: Input, asked: &BTreeSet<Code>, taxonomy: &Taxonomy) -> Vec<Value> {
    let is_asked =
        |word: &Code| core::iter::successors(Some(*word), Code::parent).any(|code| asked.contains(&code));
    let mut codes = input.facet().into_iter().flat_map(|facet| taxonomy.codes(facet));
    let other = codes.find(|declared| !is_asked(&declared.word)).map(|declared| Value::Word(declared.word));
    let none = input.may_be_nothing().then_some(Value::Nothing);
    other.into_iter().chain(none).chain(asked.iter().copied().map(Value::Word)).collect()
}

/// Whether a condition asks for the word that a trial has for an input.
fn asks_for(condition: &Condition, asked: Asked, trial: &Trial) -> bool {
    match condition {
        Condition::Word { input, .. } if Asked::Word(*input) == asked => {
            ask(condition, trial, &mut None) == Some(Truth::True)
        }
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().any(|part| asks_for(part, asked, trial))
        }
        Condition::Not(part) | Condition::Surely(part) => asks_for(part, asked, trial),
        Condition::Word { .. } | Condition::Fact { .. } | Condition::Amount(_) | Condition::Repeats(_) => {
            false
        }
    }
}

/// Adds the questions of a condition.
fn asked_of(condition: &Condition, found: &mut BTreeSet<Asked>) {
    match condition {
        Condition::Fact { fact, .. } => {
            found.insert(Asked::Fact(*fact));
        }
        Condition::Amount(_) => {
            found.insert(Asked::Amount);
        }
        Condition::Word { input, .. } => {
            found.insert(Asked::Word(*input));
        }
        Condition::Repeats(_) => {
            found.insert(Asked::Repeats);
        }
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| asked_of(part, found)),
        Condition::Not(part) | Condition::Surely(part) => asked_of(part, found),
    }
}

/// Adds the numbers at which a condition may end as there is more: those under an odd number of `not`s.
fn ends_of(condition: &Condition, positive: bool, found: &mut Vec<(Asked, Value)>) {
    match condition {
        Condition::Fact { fact, at_least } if !positive => {
            found.push((Asked::Fact(*fact), Value::Count(*at_least)));
        }
        Condition::Amount(amount) if !positive => found.push((Asked::Amount, Value::Amount(*amount))),
        Condition::Repeats(recurrence) if !positive => {
            found.push((Asked::Repeats, Value::Count(recurrence.at_least)));
        }
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                ends_of(part, positive, found);
            }
        }
        Condition::Not(part) => ends_of(part, !positive, found),
        Condition::Surely(part) => ends_of(part, positive, found),
        Condition::Fact { .. } | Condition::Amount(_) | Condition::Repeats(_) | Condition::Word { .. } => {}
    }
}

/// Evaluates a condition over a partial trial. `None` if the result is open; `open` then names a question on which it
/// depends.
fn ask(condition: &Condition, trial: &Trial, open: &mut Option<Asked>) -> Option<Truth> {
    let mut look = |asked: Asked| {
        let value = trial.get(&asked).copied();
        if value.is_none() {
            *open = open.or(Some(asked));
        }
        value
    };
    match condition {
        Condition::Fact { fact, at_least } => {
            let value = look(Asked::Fact(*fact))?;
            Some(Truth::from(matches!(value, Value::Count(count) if count >= *at_least)))
        }
        Condition::Repeats(recurrence) => {
            let value = look(Asked::Repeats)?;
            Some(Truth::from(matches!(value, Value::Count(count) if count >= recurrence.at_least)))
        }
        Condition::Amount(least) => match look(Asked::Amount)? {
            Value::Amount(amount) => Some(amount.is_at_least(least).map_or(Truth::Unknown, Truth::from)),
            Value::Count(_) | Value::Word(_) | Value::Nothing => Some(Truth::Unknown),
        },
        Condition::Word { input, any_of } => match look(Asked::Word(*input))? {
            Value::Word(word) => Some(Truth::from(any_of.iter().any(|asked| word.is_or_under(asked)))),
            Value::Count(_) | Value::Amount(_) | Value::Nothing => Some(Truth::False),
        },
        Condition::All(parts) => several(parts, trial, open, Truth::False),
        Condition::Any(parts) => several(parts, trial, open, Truth::True),
        Condition::Not(part) => ask(part, trial, open).map(Truth::not),
        Condition::Surely(part) => ask(part, trial, open).map(Truth::surely),
    }
}

/// Evaluates a group. A part with the value `decides` decides it, whatever else is open.
fn several(parts: &[Condition], trial: &Trial, open: &mut Option<Asked>, decides: Truth) -> Option<Truth> {
    let (mut is_open, mut value) = (false, decides.not());
    let mut asks = None;
    for part in parts {
        match ask(part, trial, &mut asks) {
            Some(truth) if truth == decides => return Some(decides),
            Some(truth) => value = if decides == Truth::True { value.or(truth) } else { value.and(truth) },
            None => is_open = true,
        }
    }
    if is_open {
        *open = open.or(asks);
        return None;
    }
    Some(value)
}
