//! Many conditions, evaluated together.
//!
//! # The problem
//!
//! A policy may have thousands of rules, and a complaint says only a few things. To walk the condition of each rule for
//! each complaint would cost the whole table every time, although most rules ask for facts that the complaint lacks.
//!
//! # The idea
//!
//! A condition is a tree whose leaves are *questions*: is this fact so at least three times, is the category this word
//! or below it. Equal questions of different rules get one number and are answered once.
//!
//! Each rule has *wakers*: questions, at least one of which must hold or be unknown before the rule can hold or may
//! hold. A question has itself; "any" needs the wakers of all its parts, and "all" those of one part, so the shortest
//! list is taken. A negation has no wakers, because it can hold when nothing does, and its rule is always looked at.
//!
//! For `all(danger, any(late, rude))` the wakers are `danger` alone. A complaint without that fact never looks at the
//! rule.
//!
//! To answer, go through what the complaint says. Each word and fact names the questions that it answers, and each of
//! these names the rules that it wakes. An input that is not known makes all its questions unknown. Then evaluate the
//! woken rules.
//!
//! # Small tables
//!
//! With at most 128 questions and 128 rules, sets are two machine words each, and everything that a word or a fact does
//! is added up when the table is compiled. Conditions become masks (see `mask.rs`), and often lanes (see `lanes.rs`).
//!
//! # Cost
//!
//! Linear in the words and facts of the complaint, the questions that they answer and the rules that they wake.
//!
//! # What must hold
//!
//! Each way gives the answer of [`Condition::holds`] for each rule.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use crate::policy::bits::{Bits, INLINE, WORDS};
use crate::policy::condition::{Condition, Facts, Truth};
use crate::policy::lexicon::{WordNumber, domain, numbers_of};
use crate::policy::numbers::Numbers;
use crate::policy::recurrence::Recurrence;
use crate::policy::severity::lanes::Lanes;
use crate::policy::severity::mask::{Answers, Mask};
use crate::taxonomy::Taxonomy;
use crate::vocab::{Code, Facet, Fact, Input, Money};

/// Compiled conditions; see the head of this file.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Rules {
    forms: Vec<Form>,
    /// How many distinct questions there are.
    questions: usize,
    /// The number of the first fact.
    first_fact: WordNumber,
    /// The thresholds of each fact, ascending, each with its question.
    facts: Lists<(u32, u32)>,
    words: Vec<Words>,
    amounts: Vec<(Money, u32)>,
    recurrences: Vec<(Recurrence, u32)>,
    /// The rules that each question wakes.
    wakes: Vec<Woken>,
    /// The rules that can hold although no question does.
    always: Vec<u32>,
    /// The same tables as bits, if there are few questions and few rules.
    small: Option<Small>,
}

/// The effects of words and facts, added up when the table is compiled.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Small {
    /// The thresholds of each fact, ascending, each with the effect of all thresholds up to it.
    facts: Lists<(u32, Effect)>,
    /// For each input, the effect of each word, and the effect if the input is not known.
    words: Vec<(Vec<Effect>, Effect)>,
    always: [u64; WORDS],
}

/// Questions, and the rules that they wake.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
struct Effect {
    questions: [u64; WORDS],
    rules: [u64; WORDS],
}

impl Effect {
    fn add(&mut self, other: &Self) {
        for (word, more) in self.questions.iter_mut().zip(other.questions) {
            *word |= more;
        }
        for (word, more) in self.rules.iter_mut().zip(other.rules) {
            *word |= more;
        }
    }
}

/// The rules that a question wakes: the first ones as bits, the others by number.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Woken {
    first: [u64; WORDS],
    more: Vec<u32>,
}

impl Woken {
    fn push(&mut self, rule: u32) {
        match self.first.get_mut(place(rule) / 64) {
            Some(word) => *word |= 1 << (rule % 64),
            None => self.more.push(rule),
        }
    }
}

/// The questions that the words of one input answer.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Words {
    input: Input,
    numbers: Range<WordNumber>,
    /// The questions that a word answers with yes, including those about the words above it.
    answers: Lists<u32>,
    /// All questions about the input.
    all: Vec<u32>,
}

/// A list for each word of a facet, in one vector.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Lists<T> {
    /// The start of the list of each word, and the end of the last one.
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { starts: Vec::new(), items: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// Adds the list of the next word.
    fn push(&mut self, list: impl IntoIterator<Item = T>) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.items.extend(list);
        debug_assert!(u32::try_from(self.items.len()).is_ok(), "more answers than 32 bits can number");
        self.starts.push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    /// The list of each word, in the order of the words.
    fn each(&self) -> impl Iterator<Item = &[T]> {
        let ends = self.starts.iter().skip(1);
        let range = |(start, end): (&u32, &u32)| self.items.get(*start as usize..*end as usize);
        self.starts.iter().zip(ends).map(move |ends| range(ends).unwrap_or_default())
    }

    /// The list of a word. Empty if no question is about words of this facet.
    fn of(&self, place: u32) -> &[T] {
        let place = place as usize;
        debug_assert!(
            self.starts.is_empty() || place + 1 < self.starts.len(),
            "the facet has no word {place}"
        );
        match self.starts.get(place..place + 2) {
            Some(&[start, end]) => self.items.get(start as usize..end as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// A condition in the form in which it is evaluated.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Form {
    /// Any of these masks. Only if there are few questions.
    Masks(Box<[Mask]>),
    Tree(Tree),
}

/// The maximum number of masks of one condition. A condition that needs more stays a tree.
const MAX_MASKS: usize = 16;

/// A condition with numbers in place of its questions.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Tree {
    Question(u32),
    All(Box<[Tree]>),
    Any(Box<[Tree]>),
    Not(Box<Tree>),
    Surely(Box<Tree>),
}

/// The rules, or the questions, that hold, and those that may hold.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Held {
    pub(crate) holds: Bits,
    pub(crate) unknown: Bits,
}

#[expect(clippy::indexing_slicing, reason = "questions and rules are numbered as they are compiled")]
impl Rules {
    pub(crate) fn compiled<'c>(
        conditions: impl IntoIterator<Item = &'c Condition>,
        taxonomy: &Taxonomy,
    ) -> Self {
        let mut builder = Builder::default();
        let trees: Vec<Tree> = conditions.into_iter().map(|condition| builder.tree(condition)).collect();
        let mut wakes = alloc::vec![Woken::default(); builder.questions.len()];
        let mut always = Vec::new();
        for (number, rule) in (0..).zip(&trees) {
            match rule.wakers() {
                Some(questions) => {
                    for question in questions {
                        wakes[place(question)].push(number);
                    }
                }
                None => always.push(number),
            }
        }
        let few = builder.questions.len() <= INLINE;
        let form = |tree: Tree| match tree.masks(true).filter(|_| few) {
            Some(masks) => Form::Masks(masks.into()),
            None => Form::Tree(tree),
        };
        let forms = trees.into_iter().map(form).collect();
        let mut rules = Self { forms, wakes, always, ..builder.index(taxonomy) };
        rules.small = (few && rules.forms.len() <= INLINE).then(|| rules.made_small());
        rules
    }

    /// The effect of one question of a small table.
    fn effect(&self, question: u32) -> Effect {
        let mut effect = Effect { rules: self.wakes[place(question)].first, ..Effect::default() };
        effect.questions[place(question) / 64] |= 1 << (question % 64);
        effect
    }

    fn made_small(&self) -> Small {
        let all = |questions: &[u32]| {
            questions.iter().fold(Effect::default(), |mut all, &question| {
                all.add(&self.effect(question));
                all
            })
        };
        let mut facts = Lists::default();
        for thresholds in self.facts.each() {
            let mut sum = Effect::default();
            facts.push(thresholds.iter().map(|&(at_least, question)| {
                sum.add(&self.effect(question));
                (at_least, sum)
            }));
        }
        let words = self.words.iter().map(|words| {
            let each = words.answers.each().map(all);
            (each.collect(), all(&words.all))
        });
        let mut always = [0; WORDS];
        for &rule in &self.always {
            always[place(rule) / 64] |= 1 << (rule % 64);
        }
        Small { facts, words: words.collect(), always }
    }

    /// The conditions as lanes, with the rules in the given order. `None` if there are too many, or if some condition is
    /// not a list of masks.
    pub(super) fn lanes(&self, order: &[usize]) -> Option<Lanes> {
        self.small.as_ref()?;
        let masks = |rule: &usize| match self.forms.get(*rule)? {
            Form::Masks(masks) => Some((*rule, &masks[..])),
            Form::Tree(_) => None,
        };
        let rules: Option<Vec<(usize, &[Mask])>> = order.iter().map(masks).collect();
        Lanes::of(rules?)
    }

    /// Answers the questions about a fact that is so, for lanes.
    #[inline]
    pub(super) fn add_fact(&self, answers: &mut Answers, fact: WordNumber, count: u32) {
        let Some(small) = &self.small else { return };
        for (at_least, effect) in small.facts.of(fact - self.first_fact).iter().rev() {
            if *at_least <= count {
                add(&mut answers.holds, effect.questions);
                return;
            }
        }
    }

    /// Makes the questions about a fact unknown: it had to be asked, and was not answered.
    pub(super) fn add_open_fact(&self, answers: &mut Answers, fact: WordNumber) {
        let all = self.small.as_ref().and_then(|small| small.facts.of(fact - self.first_fact).last());
        if let Some((_, effect)) = all {
            add(&mut answers.unknown, effect.questions);
        }
    }

    /// Answers all other questions: about words, amounts and repetitions.
    #[inline]
    pub(super) fn add_rest(&self, answers: &mut Answers, numbers: &Numbers, facts: &impl Facts) {
        let Some(small) = &self.small else { return };
        for (words, (each, all)) in self.words.iter().zip(&small.words) {
            let mut known = facts.is_known(words.input);
            for word in numbers.words(&words.numbers) {
                known = true;
                if let Some(effect) = each.get(place(word)) {
                    add(&mut answers.holds, effect.questions);
                }
            }
            if !known {
                add(&mut answers.unknown, all.questions);
            }
        }
        let amounts = self.amounts.iter().map(|(asked, question)| {
            let reached = facts.amount().and_then(|amount| amount.is_at_least(asked));
            (question, reached.map_or(Truth::Unknown, Truth::from))
        });
        let repeats =
            self.recurrences.iter().map(|(recurrence, question)| (question, facts.repeats(recurrence)));
        for (question, truth) in amounts.chain(repeats) {
            match truth {
                Truth::False => {}
                Truth::True => add(&mut answers.holds, self.effect(*question).questions),
                Truth::Unknown => add(&mut answers.unknown, self.effect(*question).questions),
            }
        }
    }

    pub(crate) const fn len(&self) -> usize {
        self.forms.len()
    }

    pub(crate) fn ask(&self, numbers: &Numbers, facts: &impl Facts) -> Held {
        let (answers, woken) = match &self.small {
            Some(small) => self.answers_at_once(small, numbers, facts),
            None => self.answers(numbers, facts),
        };
        let mut held =
            Held { holds: Bits::with_size(self.forms.len()), unknown: Bits::with_size(self.forms.len()) };
        for number in woken.iter() {
            match self.forms[number].holds(&answers) {
                Truth::True => held.holds.insert(number),
                Truth::Unknown => held.unknown.insert(number),
                Truth::False => {}
            }
        }
        held
    }

    /// Does the same as [`Rules::answers`] for a small table.
    fn answers_at_once(&self, small: &Small, numbers: &Numbers, facts: &impl Facts) -> (Held, Bits) {
        let (mut holds, mut unknown) = (Effect::default(), Effect::default());
        for &(fact, count) in numbers.facts() {
            let reached = small.facts.of(fact - self.first_fact).iter();
            if let Some((_, effect)) = reached.take_while(|(at_least, _)| *at_least <= count).last() {
                holds.add(effect);
            }
        }
        for &fact in numbers.open_facts() {
            if let Some((_, effect)) = small.facts.of(fact - self.first_fact).last() {
                unknown.add(effect);
            }
        }
        for (words, (each, all)) in self.words.iter().zip(&small.words) {
            let mut known = facts.is_known(words.input);
            for word in numbers.words(&words.numbers) {
                known = true;
                each.get(place(word)).into_iter().for_each(|effect| holds.add(effect));
            }
            if !known {
                unknown.add(all);
            }
        }
        for (asked, question) in &self.amounts {
            match facts.amount().and_then(|amount| amount.is_at_least(asked)) {
                Some(false) => {}
                Some(true) => holds.add(&self.effect(*question)),
                None => unknown.add(&self.effect(*question)),
            }
        }
        for (recurrence, question) in &self.recurrences {
            match facts.repeats(recurrence) {
                Truth::False => {}
                Truth::True => holds.add(&self.effect(*question)),
                Truth::Unknown => unknown.add(&self.effect(*question)),
            }
        }
        let mut woken = Bits::of_inline(small.always);
        woken.add_inline(&holds.rules);
        woken.add_inline(&unknown.rules);
        let [holds, unknown] = [holds, unknown].map(|effect| Bits::of_inline(effect.questions));
        (Held { holds, unknown }, woken)
    }

    /// Answers the questions, and collects the rules that they wake.
    fn answers(&self, numbers: &Numbers, facts: &impl Facts) -> (Held, Bits) {
        let size = self.questions;
        let mut answers = Held { holds: Bits::with_size(size), unknown: Bits::with_size(size) };
        let mut woken = Bits::with_size(self.forms.len());
        for &rule in &self.always {
            woken.insert(place(rule));
        }
        let mut wake = |question: u32| {
            let rules = &self.wakes[place(question)];
            woken.add_inline(&rules.first);
            rules.more.iter().for_each(|rule| woken.insert(place(*rule)));
        };
        for &(fact, count) in numbers.facts() {
            for &(_, question) in
                self.facts.of(fact - self.first_fact).iter().take_while(|(at_least, _)| *at_least <= count)
            {
                answers.holds.insert(place(question));
                wake(question);
            }
        }
        for &fact in numbers.open_facts() {
            for &(_, question) in self.facts.of(fact - self.first_fact) {
                answers.unknown.insert(place(question));
                wake(question);
            }
        }
        for words in &self.words {
            let mut known = facts.is_known(words.input);
            for word in numbers.words(&words.numbers) {
                known = true;
                for &question in words.answers.of(word) {
                    answers.holds.insert(place(question));
                    wake(question);
                }
            }
            if !known {
                for &question in &words.all {
                    answers.unknown.insert(place(question));
                    wake(question);
                }
            }
        }
        for (asked, question) in &self.amounts {
            match facts.amount().and_then(|amount| amount.is_at_least(asked)) {
                Some(false) => continue,
                Some(true) => answers.holds.insert(place(*question)),
                None => answers.unknown.insert(place(*question)),
            }
            wake(*question);
        }
        for (recurrence, question) in &self.recurrences {
            match facts.repeats(recurrence) {
                Truth::False => continue,
                Truth::True => answers.holds.insert(place(*question)),
                Truth::Unknown => answers.unknown.insert(place(*question)),
            }
            wake(*question);
        }
        (answers, woken)
    }
}

fn add(bits: &mut [u64; WORDS], more: [u64; WORDS]) {
    bits.iter_mut().zip(more).for_each(|(word, more)| *word |= more);
}

impl Form {
    fn holds(&self, answers: &Held) -> Truth {
        match self {
            Self::Tree(tree) => tree.holds(answers),
            Self::Masks(masks) => {
                let (holds, unknown) = (answers.holds.inline(), answers.unknown.inline());
                let each = masks.iter().map(|mask| mask.holds(&holds, &unknown));
                each.max().unwrap_or(Truth::False)
            }
        }
    }
}

impl Tree {
    /// The condition, or its negation, as any of a few masks. The laws of De Morgan and of distribution hold for three
    /// truth values as they do for two.
    fn masks(&self, positive: bool) -> Option<Vec<Mask>> {
        match (self, positive) {
            (Self::Question(question), _) => {
                let few = place(*question) < INLINE;
                few.then(|| Vec::from([Mask::of(*question, positive)]))
            }
            (Self::Not(part), _) => part.masks(!positive),
            // Inside "surely", unknown counts as no. A mask cannot say that of some questions only.
            (Self::Surely(_), _) => None,
            (Self::Any(parts), true) | (Self::All(parts), false) => {
                let mut any = Vec::new();
                for part in parts {
                    any.extend(part.masks(positive)?);
                    if any.len() > MAX_MASKS {
                        return None;
                    }
                }
                Some(any)
            }
            (Self::All(parts), true) | (Self::Any(parts), false) => {
                let mut all = Vec::from([Mask::default()]);
                for part in parts {
                    let part = part.masks(positive)?;
                    if all.len() * part.len() > MAX_MASKS {
                        return None;
                    }
                    all = all.iter().flat_map(|one| part.iter().map(|other| one.and(other))).collect();
                }
                Some(all)
            }
        }
    }

    /// The wakers of the condition; see the head of this file. `None` if the condition can hold although no question
    /// does.
    fn wakers(&self) -> Option<Vec<u32>> {
        match self {
            Self::Question(question) => Some(Vec::from([*question])),
            Self::All(parts) => parts.iter().filter_map(Self::wakers).min_by_key(Vec::len),
            Self::Any(parts) => {
                let parts: Option<Vec<Vec<u32>>> = parts.iter().map(Self::wakers).collect();
                let mut all = parts?.concat();
                all.sort_unstable();
                all.dedup();
                Some(all)
            }
            Self::Surely(part) => part.wakers(),
            Self::Not(_) => None,
        }
    }

    fn holds(&self, answers: &Held) -> Truth {
        match self {
            Self::Question(question) => {
                if answers.holds.contains(place(*question)) {
                    Truth::True
                } else if answers.unknown.contains(place(*question)) {
                    Truth::Unknown
                } else {
                    Truth::False
                }
            }
            Self::All(parts) => parts.iter().map(|part| part.holds(answers)).min().unwrap_or(Truth::True),
            Self::Any(parts) => parts.iter().map(|part| part.holds(answers)).max().unwrap_or(Truth::False),
            Self::Not(part) => part.holds(answers).not(),
            Self::Surely(part) => part.holds(answers).surely(),
        }
    }
}

const fn place(number: u32) -> usize {
    number as usize
}

/// The distinct questions found so far.
#[derive(Default)]
struct Builder<'c> {
    questions: Vec<Question<'c>>,
    /// The number of each question, to find equal ones.
    order: BTreeMap<Key<'c>, u32>,
}

#[derive(Clone, Copy)]
enum Question<'c> {
    Fact(Fact, u32),
    Word(Input, &'c [Code]),
    Amount(Money),
    Repeats(&'c Recurrence),
}

/// The questions that each word of an input answers, and all of them.
type AskedWords = (BTreeMap<Code, Vec<u32>>, Vec<u32>);

/// The key by which equal questions are found. Amounts and repetitions have none: each is a question of its own.
#[derive(Eq, Ord, PartialEq, PartialOrd)]
enum Key<'c> {
    Fact(Fact, u32),
    Word(Input, &'c [Code]),
}

impl<'c> Builder<'c> {
    fn tree(&mut self, condition: &'c Condition) -> Tree {
        let question = match condition {
            Condition::Fact { fact, at_least } => Question::Fact(*fact, *at_least),
            Condition::Word { input, any_of } => Question::Word(*input, any_of),
            Condition::Amount(amount) => Question::Amount(*amount),
            Condition::Repeats(recurrence) => Question::Repeats(recurrence),
            Condition::All(parts) => return Tree::All(parts.iter().map(|part| self.tree(part)).collect()),
            Condition::Any(parts) => return Tree::Any(parts.iter().map(|part| self.tree(part)).collect()),
            Condition::Not(part) => return Tree::Not(Box::new(self.tree(part))),
            Condition::Surely(part) => return Tree::Surely(Box::new(self.tree(part))),
        };
        Tree::Question(self.number(question))
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a policy limits the parts of its conditions before they are compiled"
    )]
    fn number(&mut self, question: Question<'c>) -> u32 {
        debug_assert!(u32::try_from(self.questions.len()).is_ok(), "more questions than 32 bits can number");
        let next = self.questions.len() as u32;
        let key = match question {
            Question::Fact(fact, at_least) => Some(Key::Fact(fact, at_least)),
            Question::Word(input, words) => Some(Key::Word(input, words)),
            Question::Amount(_) | Question::Repeats(_) => None,
        };
        if let Some(key) = key {
            let known = *self.order.entry(key).or_insert(next);
            if known != next {
                return known;
            }
        }
        self.questions.push(question);
        next
    }

    fn index(self, taxonomy: &Taxonomy) -> Rules {
        let mut rules = Rules { questions: self.questions.len(), ..Rules::default() };
        let mut facts: BTreeMap<Code, Vec<(u32, u32)>> = BTreeMap::new();
        let mut words: BTreeMap<Input, AskedWords> = BTreeMap::new();
        for (number, question) in (0..).zip(self.questions) {
            match question {
                Question::Fact(fact, at_least) => {
                    facts.entry(*fact.code()).or_default().push((at_least, number));
                }
                Question::Word(input, any_of) => {
                    let (answers, all) = words.entry(input).or_default();
                    for code in any_of {
                        answers.entry(*code).or_default().push(number);
                    }
                    all.push(number);
                }
                Question::Amount(amount) => rules.amounts.push((amount, number)),
                Question::Repeats(recurrence) => rules.recurrences.push((recurrence.clone(), number)),
            }
        }
        for thresholds in facts.values_mut() {
            thresholds.sort_unstable();
        }
        if let Some(numbers) = numbers_of(Input::Word(Facet::Fact), taxonomy).filter(|_| !facts.is_empty()) {
            rules.first_fact = numbers.start;
            for declared in taxonomy.codes(Facet::Fact) {
                rules.facts.push(facts.remove(&declared.word).unwrap_or_default());
            }
        }
        rules.words.extend(words.into_iter().filter_map(|(input, (asked, all))| {
            let numbers = numbers_of(input, taxonomy)?;
            let mut answers = Lists::default();
            for word in domain(input, taxonomy) {
                let above = core::iter::successors(Some(word), Code::parent);
                let mut answered: Vec<u32> =
                    above.filter_map(|code| asked.get(&code)).flatten().copied().collect();
                answered.sort_unstable();
                answered.dedup();
                answers.push(answered);
            }
            Some(Words { input, numbers, answers, all })
        }));
        rules
    }
}
