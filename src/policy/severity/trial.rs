//! Trials: complaints that are described question by question, to find one that shows something.
//!
//! A trial maps each question (a fact, the amount, a word, the repetitions) to an answer. A search evaluates conditions
//! over a partial trial. If an answer is missing, it tries the values of that question, the least value first. It goes
//! back as soon as the trial cannot show what is looked for. The values of a count or an amount are 0 and every number
//! that occurs in a condition: between two such numbers no condition changes, so that they represent all others.
//!
//! Words are asked in one of two ways. One word for each input is enough where more words can only make more rules
//! hold ([`Domain::of_one_word`]). Otherwise each word that a condition asks for is a question of its own, if a complaint
//! can have several words of that facet, and every answer can also be unknown ([`Domain::whole`]).
//!
//! Cost. Exponential in the number of questions in the worst case. A limit of the evaluated conditions ends a search
//! with [`TooMuch`], which is never taken as a proof.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::policy::answer::InputAnswer;
use crate::policy::condition::{Condition, Truth};
use crate::policy::fault::SeverityExample;
use crate::policy::recurrence::Recurrence;
use crate::taxonomy::Taxonomy;
use crate::vocab::{Code, Fact, Input, Money};

/// The search needs more work than the limit allows.
pub(in crate::policy) struct TooMuch;

/// A question of a condition.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(in crate::policy) enum Asked {
    Fact(Fact),
    Amount,
    Word(Input),
    /// Whether the complaint has a word, of an input that can have several words.
    Has(Input, Code),
    /// What the complaint has for such an input if it has none of the words that conditions ask for.
    Rest(Input),
    Repeats,
    /// The repetitions that are counted in one of several ways.
    Repeated(usize),
}

/// An answer to a question.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::policy) enum Value {
    Count(u32),
    Amount(Money),
    Word(Code),
    /// The complaint has no word, and it is known that there is none.
    Nothing,
    /// The answer is not known.
    Open,
    /// The complaint has the word, or it has not.
    Is(bool),
}

pub(in crate::policy) type Trial = BTreeMap<Asked, Value>;

/// What a trial shows.
pub(in crate::policy) enum Shown {
    /// What was looked for.
    Found,
    /// Not what was looked for, whatever else is answered.
    Fails,
    /// It depends on the answer to a question.
    Depends(Asked),
}

/// The questions of some conditions, with the answers that are tried.
#[derive(Debug, Default)]
pub(in crate::policy) struct Domain {
    /// The answers that are tried for each question, the least one first.
    pub(in crate::policy) values: BTreeMap<Asked, Vec<Value>>,
    /// How repetitions are counted, if there is one way; the number it requires is set to 0.
    pub(in crate::policy) repeated: Option<Recurrence>,
    /// Whether conditions count repetitions in more than one way.
    pub(in crate::policy) several: bool,
    /// The words that conditions ask for, of inputs that can have several words.
    many: BTreeMap<Input, BTreeSet<Code>>,
    /// The ways in which repetitions are counted, where each is a question of its own.
    ways: Vec<Recurrence>,
    /// The facts that are unknown until they are answered.
    must_ask: BTreeSet<Fact>,
}

impl Domain {
    /// The domain in which a complaint has one word for each input, or none if it can say so. Repetitions are counted
    /// if all conditions count them in the same way; if not, there are none.
    ///
    /// The conditions must be small enough to be walked.
    pub(in crate::policy) fn of_one_word<'c>(
        conditions: impl IntoIterator<Item = &'c Condition>,
        taxonomy: &Taxonomy,
    ) -> Self {
        let (mut domain, words) = Self::collected(conditions);
        for (input, asked) in words {
            domain.values.insert(Asked::Word(input), words_of(input, &asked, taxonomy));
        }
        domain.sort();
        if domain.several {
            domain.values.insert(Asked::Repeats, Vec::from([Value::Count(0)]));
        }
        domain
    }

    /// The domain of every complaint that there can be: with several words, and with open answers.
    ///
    /// The conditions must be small enough to be walked. If they count repetitions in several ways, each way is answered
    /// by itself: the domain then holds complaints that cannot exist, but none is left out.
    pub(in crate::policy) fn whole<'c>(
        conditions: impl IntoIterator<Item = &'c Condition>,
        taxonomy: &Taxonomy,
        must_ask: &[Fact],
    ) -> Self {
        let conditions: Vec<&Condition> = conditions.into_iter().collect();
        let (mut domain, words) = Self::collected(conditions.iter().copied());
        if domain.several {
            domain.values.remove(&Asked::Repeats);
            let mut asked = Vec::new();
            for condition in &conditions {
                condition.recurrences(&mut asked);
            }
            for recurrence in asked {
                let (way, least) = (Recurrence { at_least: 0, ..recurrence.clone() }, recurrence.at_least);
                let at = domain.ways.iter().position(|known| *known == way).unwrap_or_else(|| {
                    domain.ways.push(way);
                    domain.ways.len() - 1
                });
                let values = domain.values.entry(Asked::Repeated(at)).or_default();
                values.extend([Value::Count(0), Value::Count(least)]);
            }
        }
        domain.sort();
        domain.must_ask = must_ask.iter().copied().collect();
        for (asked, values) in &mut domain.values {
            match asked {
                Asked::Fact(fact) if !must_ask.contains(fact) => {}
                Asked::Fact(_) | Asked::Amount | Asked::Repeats | Asked::Repeated(_) => {
                    values.push(Value::Open);
                }
                Asked::Word(_) | Asked::Has(..) | Asked::Rest(_) => {}
            }
        }
        for (input, asked) in words {
            let mut values = words_of(input, &asked, taxonomy);
            // No answer is less than a word that somebody asks for.
            match values.first() {
                Some(Value::Word(word)) if asked.contains(word) => values.insert(0, Value::Open),
                _ => values.push(Value::Open),
            }
            if input.facet().is_none_or(|facet| facet.is_single()) {
                domain.values.insert(Asked::Word(input), values);
                continue;
            }
            values.retain(|value| !matches!(value, Value::Word(word) if asked.contains(word)));
            domain.values.insert(Asked::Rest(input), values);
            for word in &asked {
                let either = Vec::from([Value::Is(false), Value::Is(true)]);
                domain.values.insert(Asked::Has(input, *word), either);
            }
            domain.many.insert(input, asked);
        }
        domain
    }

    fn collected<'c>(
        conditions: impl IntoIterator<Item = &'c Condition>,
    ) -> (Self, BTreeMap<Input, BTreeSet<Code>>) {
        let (mut domain, mut words) = (Self::default(), BTreeMap::new());
        for condition in conditions {
            domain.collect(condition, &mut words);
        }
        (domain, words)
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

    fn sort(&mut self) {
        for values in self.values.values_mut() {
            values.sort_by_key(|value| match value {
                Value::Count(count) => u64::from(*count),
                Value::Amount(amount) => amount.minor(),
                Value::Word(_) | Value::Nothing | Value::Open | Value::Is(_) => 0,
            });
            values.dedup();
        }
    }

    /// The question of a repetition.
    fn way_of(&self, recurrence: &Recurrence) -> Asked {
        if self.ways.is_empty() {
            return Asked::Repeats;
        }
        let asked = Recurrence { at_least: 0, ..recurrence.clone() };
        self.ways.iter().position(|way| *way == asked).map_or(Asked::Repeats, Asked::Repeated)
    }

    /// The least answers to the questions that are not among `open`.
    pub(in crate::policy) fn least_but(&self, open: &BTreeSet<Asked>) -> Trial {
        let least = |(asked, values): (&Asked, &Vec<Value>)| {
            let least = values.first().filter(|_| !open.contains(asked))?;
            Some((*asked, *least))
        };
        self.values.iter().filter_map(least).collect()
    }

    /// Adds the questions of a condition.
    pub(in crate::policy) fn asked_of(&self, condition: &Condition, found: &mut BTreeSet<Asked>) {
        match condition {
            Condition::Fact { fact, .. } => {
                found.insert(Asked::Fact(*fact));
            }
            Condition::Amount(_) => {
                found.insert(Asked::Amount);
            }
            Condition::Word { input, .. } => match self.many.get(input) {
                None => {
                    found.insert(Asked::Word(*input));
                }
                Some(words) => {
                    found.insert(Asked::Rest(*input));
                    found.extend(words.iter().map(|word| Asked::Has(*input, *word)));
                }
            },
            Condition::Repeats(recurrence) => {
                found.insert(self.way_of(recurrence));
            }
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.asked_of(part, found);
                }
            }
            Condition::Not(part) | Condition::Surely(part) => self.asked_of(part, found),
        }
    }

    /// The questions that have no least answer with which every condition is decided: some word is needed, and each is
    /// one that a condition asks for.
    pub(in crate::policy) fn unsettled(&self) -> BTreeSet<Asked> {
        let without =
            |(asked, values): (&Asked, &Vec<Value>)| (values.first() == Some(&Value::Open)).then_some(*asked);
        let open: BTreeSet<Asked> = self.values.iter().filter_map(without).collect();
        let words = self
            .values
            .keys()
            .filter(|asked| matches!(asked, Asked::Has(input, _) if open.contains(&Asked::Rest(*input))));
        open.iter().chain(words).copied().collect()
    }

    /// The questions of which an answer can make a condition true: those of the words that it asks for, and not those
    /// that decide only whether another word is known.
    pub(in crate::policy) fn asked_for(&self, condition: &Condition) -> BTreeSet<Asked> {
        let mut found = BTreeSet::new();
        self.add_asked_for(condition, &mut found);
        found
    }

    fn add_asked_for(&self, condition: &Condition, found: &mut BTreeSet<Asked>) {
        match condition {
            Condition::Word { input, any_of } => match self.many.get(input) {
                None => {
                    found.insert(Asked::Word(*input));
                }
                Some(words) => {
                    let asked =
                        words.iter().filter(|word| any_of.iter().any(|asked| word.is_or_under(asked)));
                    found.extend(asked.map(|word| Asked::Has(*input, *word)));
                }
            },
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.add_asked_for(part, found);
                }
            }
            Condition::Not(part) | Condition::Surely(part) => self.add_asked_for(part, found),
            Condition::Fact { .. } | Condition::Amount(_) | Condition::Repeats(_) => {
                self.asked_of(condition, found);
            }
        }
    }

    /// The question that stands for `asked` in a condition: repetitions may be counted in several ways.
    pub(in crate::policy) fn of_way(&self, asked: Asked, condition: &Condition) -> Asked {
        if asked != Asked::Repeats || self.ways.is_empty() {
            return asked;
        }
        let mut counted = Vec::new();
        condition.recurrences(&mut counted);
        counted.first().map_or(asked, |recurrence| self.way_of(recurrence))
    }

    /// Evaluates a condition over a partial trial. `None` if the result is open; `open` then names a question on which
    /// it depends.
    pub(in crate::policy) fn ask(
        &self,
        condition: &Condition,
        trial: &Trial,
        open: &mut Option<Asked>,
    ) -> Option<Truth> {
        let mut look = |asked: Asked| {
            let value = trial.get(&asked).copied();
            if value.is_none() {
                *open = open.or(Some(asked));
            }
            value
        };
        match condition {
            Condition::Fact { fact, at_least } => Some(reached(look(Asked::Fact(*fact))?, *at_least)),
            Condition::Repeats(recurrence) => {
                Some(reached(look(self.way_of(recurrence))?, recurrence.at_least))
            }
            Condition::Amount(least) => match look(Asked::Amount)? {
                Value::Amount(amount) => Some(amount.is_at_least(least).map_or(Truth::Unknown, Truth::from)),
                Value::Count(_) | Value::Word(_) | Value::Nothing | Value::Open | Value::Is(_) => {
                    Some(Truth::Unknown)
                }
            },
            Condition::Word { input, any_of } => {
                let Some(words) = self.many.get(input) else {
                    return Some(match look(Asked::Word(*input))? {
                        Value::Word(word) => Truth::from(any_of.iter().any(|asked| word.is_or_under(asked))),
                        Value::Open => Truth::Unknown,
                        Value::Count(_) | Value::Amount(_) | Value::Nothing | Value::Is(_) => Truth::False,
                    });
                };
                let is_asked = |word: &Code| any_of.iter().any(|asked| word.is_or_under(asked));
                for word in words.iter().filter(|word| is_asked(word)) {
                    if look(Asked::Has(*input, *word))? == Value::Is(true) {
                        return Some(Truth::True);
                    }
                }
                // Without a word that is asked for, only some other word tells that there is none of these.
                if look(Asked::Rest(*input))? != Value::Open {
                    return Some(Truth::False);
                }
                for word in words.iter().filter(|word| !is_asked(word)) {
                    if look(Asked::Has(*input, *word))? == Value::Is(true) {
                        return Some(Truth::False);
                    }
                }
                Some(Truth::Unknown)
            }
            Condition::All(parts) => self.several_parts(parts, trial, open, Truth::False),
            Condition::Any(parts) => self.several_parts(parts, trial, open, Truth::True),
            Condition::Not(part) => self.ask(part, trial, open).map(Truth::not),
            Condition::Surely(part) => self.ask(part, trial, open).map(Truth::surely),
        }
    }

    /// Evaluates a group. A part with the value `decides` decides it, whatever else is open.
    fn several_parts(
        &self,
        parts: &[Condition],
        trial: &Trial,
        open: &mut Option<Asked>,
        decides: Truth,
    ) -> Option<Truth> {
        let (mut is_open, mut value) = (false, decides.not());
        let mut asks = None;
        for part in parts {
            match self.ask(part, trial, &mut asks) {
                Some(truth) if truth == decides => return Some(decides),
                Some(truth) => {
                    value = if decides == Truth::True { value.or(truth) } else { value.and(truth) };
                }
                None => is_open = true,
            }
        }
        if is_open {
            *open = open.or(asks);
            return None;
        }
        Some(value)
    }

    /// Tries the answers to open questions, until a trial shows what `check` looks for.
    ///
    /// `check` may change the answers to questions that it has fixed, and never asks for one that has an answer.
    pub(in crate::policy) fn search(
        &self,
        mut trial: Trial,
        mut check: impl FnMut(&mut Trial) -> Result<Shown, TooMuch>,
    ) -> Result<Option<Trial>, TooMuch> {
        // The questions that were answered on the way, each with the place of the answer that is tried.
        let mut way: Vec<(Asked, usize)> = Vec::new();
        loop {
            match check(&mut trial)? {
                Shown::Found => return Ok(Some(trial)),
                Shown::Depends(question) => way.push((question, 0)),
                Shown::Fails => {
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

    /// The complaint that a trial describes. A count of 0 is told only for facts that must be asked.
    pub(in crate::policy) fn example(&self, trial: &Trial) -> SeverityExample {
        let mut example = SeverityExample::default();
        for (asked, value) in trial {
            match (asked, value) {
                (Asked::Fact(fact), Value::Count(count)) => {
                    if *count > 0 || self.must_ask.contains(fact) {
                        example.facts.push((*fact, *count));
                    }
                }
                (Asked::Repeats, Value::Count(count @ 1..)) => {
                    example.repeats = self.repeated.clone().map(|way| (way, *count));
                }
                (Asked::Repeated(at), Value::Count(count @ 1..)) => {
                    example.repeats = self.ways.get(*at).map(|way| (way.clone(), *count));
                }
                (Asked::Amount, Value::Amount(amount)) => example.amount = Some(*amount),
                (Asked::Word(input) | Asked::Rest(input), Value::Word(word))
                | (Asked::Has(input, word), Value::Is(true)) => {
                    example.words.push((*input, InputAnswer::Word(*word)));
                }
                (Asked::Word(input) | Asked::Rest(input), Value::Nothing) => {
                    example.words.push((*input, InputAnswer::Nothing));
                }
                (Asked::Has(..), Value::Is(false))
                | (Asked::Repeats | Asked::Repeated(_), Value::Count(0))
                | (
                    Asked::Fact(_)
                    | Asked::Repeats
                    | Asked::Repeated(_)
                    | Asked::Amount
                    | Asked::Word(_)
                    | Asked::Rest(_),
                    Value::Open,
                ) => {}
                (
                    Asked::Fact(_) | Asked::Repeats | Asked::Repeated(_),
                    Value::Amount(_) | Value::Word(_) | Value::Nothing | Value::Is(_),
                )
                | (Asked::Amount, Value::Count(_) | Value::Word(_) | Value::Nothing | Value::Is(_))
                | (Asked::Word(_) | Asked::Rest(_), Value::Count(_) | Value::Amount(_) | Value::Is(_))
                | (
                    Asked::Has(..),
                    Value::Count(_) | Value::Amount(_) | Value::Word(_) | Value::Nothing | Value::Open,
                ) => {
                    debug_assert!(false, "{value:?} is no answer to {asked:?}");
                }
            }
        }
        // "Nothing" beside a word is no contradiction of the search: the rest is nothing.
        let named: Vec<Input> = example
            .words
            .iter()
            .filter(|(_, answer)| matches!(answer, InputAnswer::Word(_)))
            .map(|(input, _)| *input)
            .collect();
        example.words.retain(|(input, answer)| *answer != InputAnswer::Nothing || !named.contains(input));
        example
    }
}

/// Whether a count is reached.
fn reached(value: Value, at_least: u32) -> Truth {
    match value {
        Value::Count(count) => Truth::from(count >= at_least),
        Value::Open => Truth::Unknown,
        Value::Amount(_) | Value::Word(_) | Value::Nothing | Value::Is(_) => Truth::False,
    }
}

impl Value {
    /// The count or amount just below this one.
    pub(in crate::policy) fn below(self) -> Option<Self> {
        match self {
            Self::Count(count) => count.checked_sub(1).map(Self::Count),
            Self::Amount(amount) => {
                amount.minor().checked_sub(1).map(|minor| Self::Amount(Money::new(minor, amount.currency())))
            }
            Self::Word(_) | Self::Nothing | Self::Open | Self::Is(_) => None,
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

/// Adds the numbers at which a condition may end as there is more: those under an odd number of `not`s, and with
/// `positive` false, those under an even number.
pub(in crate::policy) fn ends_of(condition: &Condition, positive: bool, found: &mut Vec<(Asked, Value)>) {
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
