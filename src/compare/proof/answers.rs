//! All complaints at once: the questions that the conditions of two policies ask, and the answers that can matter.
//!
//! # The idea
//!
//! There are more complaints than can be tried. But a condition only asks whether a count reaches a number, whether an
//! amount reaches a sum, and whether a word is one of those that it names. So answers between two numbers that occur are
//! all alike, and so are words that the same conditions name: they are one *class*. A [`Trial`] answers some of the
//! questions, and leaves the others open. [`Questions::ask`] tells what a condition comes to for every complaint that agrees with
//! the trial, or that it is still open, and on which question.
//!
//! Words: a complaint may have several words of an input. So each class is a question of its own, asked only where
//! the input has words at all.
//!
//! # What is assumed, and on which side that errs
//!
//! Counts of earlier complaints by different rules, and the group of a cause beside the cause, are answered
//! independently. So a trial may stand for no real complaint. Whoever finds a trial makes the complaint and asks both
//! policies, before it is told. A trial that cannot be made into a complaint prevents the proof, and never makes one.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::{DateTime, TimeDelta, Utc};

use crate::policy::Policy;
use crate::policy::condition::{Condition, Recurrence, RecurrenceKey, Truth};
use crate::policy::routing::InputAnswer;
use crate::triage::{Complaint, History, PastCase};
use crate::vocab::course::Validity;
use crate::vocab::{CaseId, Code, Fact, Input, Money};

/// A question about a complaint.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Question {
    Fact(Fact),
    Amount,
    /// Whether anything is said for an input.
    Word(Input),
    /// Whether it has a word of this class.
    Has(Input, usize),
    /// How many earlier complaints are counted in this way.
    Repeats(usize),
}

/// An answer to a question.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Answer {
    /// Nobody has said anything.
    NotSaid,
    /// It is known that there is no word.
    Nothing,
    /// There are words.
    Words,
    Yes,
    No,
    Count(u32),
    Amount(Money),
}

/// Answers to some questions.
pub(super) type Trial = BTreeMap<Question, Answer>;

/// The words of an input that all conditions treat alike, by one of them.
#[derive(Clone, Debug)]
struct Classes {
    /// A word of each class that some condition names.
    words: Vec<Code>,
    /// A word that no condition names.
    other: Option<Code>,
    /// The class of each word that some condition names, or that is under such a word.
    of: BTreeMap<Code, usize>,
}

/// The questions of both policies.
pub(super) struct Questions {
    facts: BTreeMap<Fact, Vec<Answer>>,
    amounts: Vec<Answer>,
    classes: BTreeMap<Input, Classes>,
    /// The classes that a question for words asks for.
    asked: BTreeMap<(Input, Vec<Code>), Vec<usize>>,
    /// The ways in which earlier complaints are counted, each with the numbers that are required.
    ways: Vec<(Recurrence, Vec<Answer>)>,
    must_ask: [BTreeSet<Fact>; 2],
}

impl Questions {
    /// The questions of conditions, and `named`, words that are asked for elsewhere, each for itself.
    pub(super) fn of<'c>(
        policies: [&Policy; 2],
        conditions: impl Iterator<Item = &'c Condition>,
        named: impl Iterator<Item = (Input, Code)>,
    ) -> Self {
        let must_ask = policies.map(|policy| policy.must_ask().iter().copied().collect::<BTreeSet<Fact>>());
        let (mut facts, mut money, mut ways) =
            (BTreeMap::<Fact, BTreeSet<u32>>::new(), BTreeSet::new(), Vec::new());
        let mut asked: BTreeSet<(Input, Vec<Code>)> = BTreeSet::new();
        asked.extend(named.map(|(input, word)| (input, Vec::from([word]))));
        let mut open: Vec<&Condition> = conditions.collect();
        while let Some(condition) = open.pop() {
            match condition {
                Condition::Fact { fact, at_least } => {
                    facts.entry(*fact).or_default().insert(*at_least);
                }
                Condition::Amount(amount) => {
                    money.insert((amount.currency(), amount.minor()));
                }
                Condition::Repeats(asked) => note_way(&mut ways, asked),
                Condition::Word { input, any_of } => {
                    asked.insert((*input, any_of.clone()));
                }
                Condition::All(parts) | Condition::Any(parts) => open.extend(parts),
                Condition::Not(part) | Condition::Surely(part) => open.push(part),
            }
        }
        let counts = facts.into_iter().map(|(fact, numbers)| {
            let none = must_ask.iter().any(|asked| asked.contains(&fact)).then_some(Answer::Count(0));
            let said = numbers.into_iter().filter(|number| *number > 0).map(Answer::Count);
            (fact, [Answer::NotSaid].into_iter().chain(none).chain(said).collect())
        });
        let mut amounts = Vec::from([Answer::NotSaid]);
        for (currency, minor) in money {
            for minor in [0, minor] {
                let amount = Answer::Amount(Money::new(minor, currency));
                if !amounts.contains(&amount) {
                    amounts.push(amount);
                }
            }
        }
        for (_, numbers) in &mut ways {
            numbers.sort_by_key(|answer| if let Answer::Count(count) = answer { *count } else { u32::MAX });
            numbers.push(Answer::NotSaid);
        }
        let facts = counts.collect();
        let (classes, asked) = classes_of(policies, &asked);
        Self { facts, amounts, classes, asked, ways, must_ask }
    }

    /// The answers to a question, the one that says least first.
    pub(super) fn answers(&self, question: Question) -> Vec<Answer> {
        match question {
            Question::Fact(fact) => self.facts.get(&fact).cloned().unwrap_or_default(),
            Question::Amount => self.amounts.clone(),
            Question::Word(input) => {
                let nothing = (input == Input::DEMAND).then_some(Answer::Nothing);
                [Answer::NotSaid].into_iter().chain(nothing).chain([Answer::Words]).collect()
            }
            Question::Has(..) => Vec::from([Answer::No, Answer::Yes]),
            Question::Repeats(way) => {
                self.ways.get(way).map_or_else(Vec::new, |(_, numbers)| numbers.clone())
            }
        }
    }

    /// Answers the questions for an input by one word, or by none.
    pub(super) fn answer(&self, trial: &mut Trial, input: Input, answer: InputAnswer) {
        let word = match answer {
            InputAnswer::NotKnown => {
                trial.insert(Question::Word(input), Answer::NotSaid);
                return;
            }
            InputAnswer::Nothing => {
                trial.insert(Question::Word(input), Answer::Nothing);
                return;
            }
            InputAnswer::Word(word) => word,
        };
        trial.insert(Question::Word(input), Answer::Words);
        let own = self.classes.get(&input).and_then(|classes| classes.of.get(&word)).copied();
        for class in 0..self.classes.get(&input).map_or(0, |classes| classes.words.len()) {
            let answer = if Some(class) == own { Answer::Yes } else { Answer::No };
            trial.insert(Question::Has(input, class), answer);
        }
    }

    /// What a condition of one of the two policies comes to. `None` if that is open; `open` then names a question on
    /// which it depends.
    pub(super) fn ask(
        &self,
        side: usize,
        condition: &Condition,
        trial: &Trial,
        open: &mut Option<Question>,
    ) -> Option<Truth> {
        let mut look = |question: Question| {
            let answer = trial.get(&question).copied();
            if answer.is_none() {
                *open = open.or(Some(question));
            }
            answer
        };
        match condition {
            Condition::Fact { fact, at_least } => Some(match look(Question::Fact(*fact))? {
                Answer::Count(count) => Truth::from(count >= *at_least),
                // What must be asked is unknown until somebody answers; anything else is not so.
                Answer::NotSaid if self.must_ask.get(side).is_some_and(|asked| asked.contains(fact)) => {
                    Truth::Unknown
                }
                Answer::NotSaid
                | Answer::Nothing
                | Answer::Words
                | Answer::Yes
                | Answer::No
                | Answer::Amount(_) => Truth::from(*at_least == 0),
            }),
            Condition::Amount(least) => Some(match look(Question::Amount)? {
                Answer::Amount(amount) => amount.is_at_least(least).map_or(Truth::Unknown, Truth::from),
                Answer::NotSaid
                | Answer::Nothing
                | Answer::Words
                | Answer::Yes
                | Answer::No
                | Answer::Count(_) => Truth::Unknown,
            }),
            Condition::Repeats(asked) => {
                let way = self.ways.iter().position(|(way, _)| way.is_counted_as(asked))?;
                Some(match look(Question::Repeats(way))? {
                    Answer::Count(count) => Truth::from(count >= asked.threshold()),
                    Answer::NotSaid
                    | Answer::Nothing
                    | Answer::Words
                    | Answer::Yes
                    | Answer::No
                    | Answer::Amount(_) => Truth::Unknown,
                })
            }
            Condition::Word { input, any_of } => match look(Question::Word(*input))? {
                Answer::NotSaid => Some(Truth::Unknown),
                Answer::Nothing | Answer::Yes | Answer::No | Answer::Count(_) | Answer::Amount(_) => {
                    Some(Truth::False)
                }
                Answer::Words => {
                    let classes = self.asked.get(&(*input, any_of.clone())).map_or(&[][..], Vec::as_slice);
                    let mut has = classes.iter().map(|class| Question::Has(*input, *class));
                    if has.clone().any(|question| trial.get(&question) == Some(&Answer::Yes)) {
                        return Some(Truth::True);
                    }
                    match has.find(|question| !trial.contains_key(question)) {
                        Some(question) => {
                            *open = open.or(Some(question));
                            None
                        }
                        None => Some(Truth::False),
                    }
                }
            },
            Condition::All(parts) => self.several(side, parts, trial, open, Truth::False),
            Condition::Any(parts) => self.several(side, parts, trial, open, Truth::True),
            Condition::Not(part) => self.ask(side, part, trial, open).map(Truth::not),
            Condition::Surely(part) => self.ask(side, part, trial, open).map(Truth::surely),
        }
    }

    /// A group. A part with the value `decides` decides it, whatever else is open.
    fn several(
        &self,
        side: usize,
        parts: &[Condition],
        trial: &Trial,
        open: &mut Option<Question>,
        decides: Truth,
    ) -> Option<Truth> {
        let (mut is_open, mut value, mut asks) = (false, decides.not(), None);
        for part in parts {
            match self.ask(side, part, trial, &mut asks) {
                Some(truth) if truth == decides => return Some(decides),
                Some(truth) => {
                    value = if decides == Truth::True { value.or(truth) } else { value.and(truth) }
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

    /// Whether no complaint can answer like this: it has a word, and none of the words that there are.
    pub(super) fn is_impossible(&self, trial: &Trial) -> bool {
        let with_words = trial.iter().filter(|(_, answer)| **answer == Answer::Words);
        with_words
            .filter_map(
                |(question, _)| if let Question::Word(input) = question { Some(*input) } else { None },
            )
            .any(|input| self.word(trial, input).is_empty())
    }

    /// The words that a trial has for an input, the fewest.
    fn word(&self, trial: &Trial, input: Input) -> Vec<Code> {
        let Some(Classes { words, other, .. }) = self.classes.get(&input) else { return Vec::new() };
        let answer = |class: usize| trial.get(&Question::Has(input, class)).copied();
        let yes = words.iter().enumerate().filter(|(class, _)| answer(*class) == Some(Answer::Yes));
        let yes: Vec<Code> = yes.map(|(_, word)| *word).collect();
        if !yes.is_empty() {
            return yes;
        }
        let open =
            || words.iter().enumerate().find(|(class, _)| answer(*class).is_none()).map(|(_, word)| *word);
        other.or_else(open).into_iter().collect()
    }

    /// The complaint of a trial, and the complaints before it. Whatever the trial leaves open is not said.
    pub(super) fn complaint(
        &self,
        trial: &Trial,
        id: CaseId,
        received: DateTime<Utc>,
    ) -> Option<(Complaint, History)> {
        let mut complaint = Complaint::new(id, received);
        let mut past: Vec<&Recurrence> = Vec::new();
        for (question, answer) in trial {
            complaint = match (*question, *answer) {
                (Question::Fact(fact), Answer::Count(count)) => complaint.with_fact(fact, count),
                (Question::Amount, Answer::Amount(amount)) => complaint.with_amount(amount),
                (Question::Word(Input::DEMAND), Answer::Nothing) => complaint.with_no_demand(),
                (Question::Word(input), Answer::Words) => {
                    let facet = input.facet()?;
                    self.word(trial, input)
                        .into_iter()
                        .fold(complaint, |complaint, word| complaint.with_code(facet, word))
                }
                (Question::Repeats(way), Answer::Count(count @ 1..)) => {
                    let (way, _) = self.ways.get(way)?;
                    // So many complaints are no example that anybody reads.
                    past.extend(core::iter::repeat_n(
                        way,
                        usize::try_from(count).ok().filter(|count| *count <= 1_000)?,
                    ));
                    complaint
                }
                // What nobody said stays unsaid, the classes of words are read with the word of their input, and marks are
                // not told.
                (Question::Fact(_) | Question::Amount | Question::Word(_), Answer::NotSaid)
                | (Question::Word(_), Answer::Nothing)
                | (Question::Has(..), _)
                | (Question::Repeats(_), Answer::Count(0)) => complaint,
                // No complaint says this.
                (Question::Repeats(_), Answer::NotSaid)
                | (
                    Question::Fact(_) | Question::Amount | Question::Word(_) | Question::Repeats(_),
                    Answer::Nothing
                    | Answer::Words
                    | Answer::Yes
                    | Answer::No
                    | Answer::Count(_)
                    | Answer::Amount(_),
                ) => return None,
            };
        }
        for way in &past {
            complaint = with_key(complaint, way)?;
        }
        let mut cases = Vec::new();
        for (number, way) in (1_i64..).zip(past) {
            let id = alloc::format!("earlier-{number}").parse().ok()?;
            // Within every window that is long enough, and in the same order.
            let at = received.checked_sub_signed(TimeDelta::seconds(number))?;
            let earlier = Complaint { id, received: at, ..complaint.clone() };
            cases.push(past_case(&earlier, way));
        }
        Some((complaint, History::of(cases).ok()?))
    }
}

fn past_case(complaint: &Complaint, way: &Recurrence) -> PastCase {
    let mut case = PastCase::of(complaint);
    if let Some(level) = way.severity {
        case = case.with_severity(level);
    }
    if way.upheld {
        case = case.with_validity(Validity::Established);
    }
    if way.admonished { case.with_admonition() } else { case }
}

/// Gives a complaint something for the first key of a rule.
fn with_key(complaint: Complaint, way: &Recurrence) -> Option<Complaint> {
    let has = |key: &RecurrenceKey| match key {
        RecurrenceKey::Complainant => complaint.complainant().is_some(),
        RecurrenceKey::Staff => complaint.staff().is_some(),
        RecurrenceKey::Product => complaint.product().is_some(),
        RecurrenceKey::Word(facet) => complaint.words().codes(*facet).next().is_some(),
    };
    if way.by.iter().any(has) {
        return Some(complaint);
    }
    match way.by.first()? {
        RecurrenceKey::Complainant => Some(complaint.with_complainant("example".parse().ok()?)),
        RecurrenceKey::Staff => Some(complaint.with_staff("example".parse().ok()?)),
        RecurrenceKey::Product => Some(complaint.with_product("example".parse().ok()?)),
        RecurrenceKey::Word(_) => None,
    }
}

fn note_way(ways: &mut Vec<(Recurrence, Vec<Answer>)>, asked: &Recurrence) {
    let number = Answer::Count(asked.threshold());
    match ways.iter_mut().find(|(way, _)| way.is_counted_as(asked)) {
        Some((_, numbers)) if numbers.contains(&number) => {}
        Some((_, numbers)) => numbers.push(number),
        None => ways.push((asked.clone(), Vec::from([Answer::Count(0), number]))),
    }
}

type Asked = BTreeMap<(Input, Vec<Code>), Vec<usize>>;

/// The classes of the words that both policies declare, and the classes that each question asks for.
fn classes_of(
    [policy, draft]: [&Policy; 2],
    asked: &BTreeSet<(Input, Vec<Code>)>,
) -> (BTreeMap<Input, Classes>, Asked) {
    let (mut classes, mut asks): (BTreeMap<Input, Classes>, Asked) = (BTreeMap::new(), BTreeMap::new());
    let inputs: BTreeSet<Input> = asked.iter().map(|(input, _)| *input).collect();
    for input in inputs {
        let Some(facet) = input.facet() else { continue };
        // The questions that name each word.
        let mut named: BTreeMap<Code, Vec<usize>> = BTreeMap::new();
        let questions: Vec<&Vec<Code>> =
            asked.iter().filter(|(of, _)| *of == input).map(|(_, words)| words).collect();
        for (place, words) in questions.iter().enumerate() {
            for word in *words {
                named.entry(*word).or_default().push(place);
            }
        }
        let mut by_questions: BTreeMap<BTreeSet<usize>, (bool, Code)> = BTreeMap::new();
        let mut places_of: Vec<(Code, BTreeSet<usize>)> = Vec::new();
        for declared in policy.taxonomy().codes(facet) {
            let word = declared.word;
            if draft.taxonomy().check_known_code(facet, &word).is_err() {
                continue;
            }
            let above = core::iter::successors(Some(word), Code::parent);
            let places: BTreeSet<usize> =
                above.filter_map(|word| named.get(&word)).flatten().copied().collect();
            places_of.push((word, places.clone()));
            let always = declared.first_day.is_none() && declared.last_day.is_none();
            // A word that is in use on every day speaks for its class.
            let kept = by_questions.entry(places).or_insert((always, word));
            if always && !kept.0 {
                *kept = (true, word);
            }
        }
        let other = by_questions.remove(&BTreeSet::new()).map(|(_, word)| word);
        for (place, words) in questions.iter().enumerate() {
            let of = by_questions.keys().enumerate().filter(|(_, places)| places.contains(&place));
            asks.insert((input, (*words).clone()), of.map(|(class, _)| class).collect());
        }
        let numbers: BTreeMap<&BTreeSet<usize>, usize> = by_questions.keys().zip(0..).collect();
        let of = places_of.iter().filter_map(|(word, places)| Some((*word, *numbers.get(places)?))).collect();
        let words = by_questions.values().map(|(_, word)| *word).collect();
        classes.insert(input, Classes { words, other, of });
    }
    (classes, asks)
}
