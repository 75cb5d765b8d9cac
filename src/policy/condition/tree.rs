//! What a rule asks of a complaint.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::policy::condition::truth::{Facts, Truth};
use crate::policy::fault::{ConditionProblem, FaultPlace, PolicyFault};
use crate::policy::limits::{MAX_DEPTH, MAX_PARTS, MAX_WORDS};
use crate::policy::recurrence::Recurrence;
use crate::taxonomy::Taxonomy;
use crate::vocab::{Code, Facet, Fact, Input, Money, Word};

/// What a rule asks of a complaint: a tree of questions, each answered with true, false or unknown.
///
/// How often a fact is so is always known: what nobody mentioned is so 0 times. A word that the complaint
/// does not have, an amount that is not set or in another currency, and a repetition of something without a
/// key are unknown, and so is what depends on them alone. `not` of what is unknown is unknown; `surely` counts it
/// as no.
///
/// A word that the complaint has is known for what it is: one filed under a parent is not one of its children.
///
/// As a document a condition is a map with one question: `{"fact": "minutes-late", "at-least": 30}`,
/// `{"cause": ["service.attitude"]}` or any other [`Input`] with a word or a list of words,
/// `{"amount-at-least": {"minor": 100000, "currency": "EUR"}}`, `{"repeats": …}` as [`Recurrence`] has it,
/// `{"all": […]}`, `{"any": […]}`, `{"not": {…}}` and `{"surely": {…}}`.
///
/// ```
/// use redress::policy::Condition;
/// use redress::vocab::{Cause, Fact};
///
/// let rude = Condition::any([Condition::has(Fact::VILE_ATTITUDE), Condition::has(Fact::IMPROPER_WORDS)]);
/// let serious = Condition::all([rude, Condition::has(Fact::REPUTATION_GRAVELY_AFFECTED)]);
/// let late = Condition::at_least(Fact::MINUTES_LATE, 30);
/// let about_staff = Condition::is(Cause::SERVICE_ATTITUDE); // or a kind of it
/// assert!(serious.is_free_of_not() && late.is_free_of_not() && about_staff.is_free_of_not());
/// assert!(!Condition::not(late).is_free_of_not());
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Condition {
    /// A fact is so a number of times, or more often.
    Fact {
        /// The fact.
        fact: Fact,
        /// The number; at least 1.
        at_least: u32,
    },
    /// A word of the complaint is one of these, or a child of one.
    Word {
        /// Which question the words answer.
        input: Input,
        /// The words; at least one.
        any_of: Vec<Code>,
    },
    /// The amount at stake is so much, or more.
    Amount(Money),
    /// The complaint repeats earlier ones.
    Repeats(Recurrence),
    /// All of these; at least one.
    All(Vec<Self>),
    /// Any of these; at least one.
    Any(Vec<Self>),
    /// Not this.
    Not(Box<Self>),
    /// This, and it is known: what is unknown counts as not so.
    Surely(Box<Self>),
}

impl Condition {
    /// A fact is so.
    #[must_use]
    pub const fn has(fact: Fact) -> Self {
        Self::Fact { fact, at_least: 1 }
    }

    /// A fact is so a number of times, or more often.
    #[must_use]
    pub const fn at_least(fact: Fact, number: u32) -> Self {
        Self::Fact { fact, at_least: number }
    }

    /// The word of its kind is this one, or a child of it.
    #[must_use]
    pub fn is<W: Word>(word: W) -> Self {
        Self::is_one_of([word])
    }

    /// The word of its kind is one of these, or a child of one.
    #[must_use]
    pub fn is_one_of<W: Word>(words: impl IntoIterator<Item = W>) -> Self {
        Self::is_one_of_codes(W::FACET, words.into_iter().map(Into::into))
    }

    /// A word of a facet is one of these, or a child of one, by their codes, as of a facet that the organisation adds.
    /// Of facts one is so.
    ///
    /// ```
    /// use redress::policy::Condition;
    /// use redress::vocab::{Code, Facet, OwnFacet};
    /// use redress::word;
    ///
    /// const STORE: Facet = Facet::Own(word!(OwnFacet, "acme:store"));
    /// let in_berlin = Condition::is_one_of_codes(STORE, [Code::from_static("berlin")]);
    /// assert_eq!(serde_json::to_string(&in_berlin)?, r#"{"acme:store":"berlin"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn is_one_of_codes(facet: Facet, words: impl IntoIterator<Item = Code>) -> Self {
        let words = words.into_iter();
        if facet == Facet::Fact {
            return Self::any(words.map(|fact| Self::has(fact.into())));
        }
        Self::Word { input: facet.into(), any_of: words.collect() }
    }

    /// The amount at stake is so much, or more.
    #[must_use]
    pub const fn amount_at_least(amount: Money) -> Self {
        Self::Amount(amount)
    }

    /// The complaint repeats earlier ones.
    #[must_use]
    pub const fn repeats(recurrence: Recurrence) -> Self {
        Self::Repeats(recurrence)
    }

    /// All of these hold.
    #[must_use]
    pub fn all(conditions: impl IntoIterator<Item = Self>) -> Self {
        Self::All(conditions.into_iter().collect())
    }

    /// Any of these holds.
    #[must_use]
    pub fn any(conditions: impl IntoIterator<Item = Self>) -> Self {
        Self::Any(conditions.into_iter().collect())
    }

    /// This does not hold.
    #[expect(
        clippy::should_implement_trait,
        reason = "a constructor beside `all` and `any`, not an operator"
    )]
    #[must_use]
    pub fn not(condition: Self) -> Self {
        Self::Not(Box::new(condition))
    }

    /// This holds and is known to: what is unknown counts as no.
    ///
    /// It closes a question that nobody will answer, such as the amount of a complaint about nothing that costs
    /// money. What it says may change when more becomes known.
    #[must_use]
    pub fn surely(condition: Self) -> Self {
        Self::Surely(Box::new(condition))
    }

    /// Whether it holds still when more becomes so: it has no `not`.
    #[must_use]
    pub fn is_free_of_not(&self) -> bool {
        match self {
            Self::Fact { .. } | Self::Word { .. } | Self::Amount(_) | Self::Repeats(_) => true,
            Self::All(parts) | Self::Any(parts) => parts.iter().all(Self::is_free_of_not),
            Self::Surely(part) => part.is_free_of_not(),
            Self::Not(_) => false,
        }
    }

    /// Whether it is small enough to be walked part by part.
    pub(crate) fn is_walkable(&self) -> bool {
        self.size_problem().is_none()
    }

    /// Whether it asks for the words of an input.
    pub(crate) fn asks(&self, wanted: Input) -> bool {
        match self {
            Self::Word { input, .. } => *input == wanted,
            Self::All(parts) | Self::Any(parts) => parts.iter().any(|part| part.asks(wanted)),
            Self::Not(part) | Self::Surely(part) => part.asks(wanted),
            Self::Fact { .. } | Self::Amount(_) | Self::Repeats(_) => false,
        }
    }

    /// Adds the repetitions that it asks for, each once.
    pub(crate) fn recurrences(&self, found: &mut Vec<Recurrence>) {
        match self {
            Self::Repeats(recurrence) if !found.contains(recurrence) => found.push(recurrence.clone()),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.recurrences(found)),
            Self::Not(part) | Self::Surely(part) => part.recurrences(found),
            Self::Fact { .. } | Self::Word { .. } | Self::Amount(_) | Self::Repeats(_) => {}
        }
    }

    /// The plain evaluation, question by question: what every faster one must agree with.
    pub(crate) fn holds(&self, facts: &impl Facts) -> Truth {
        match self {
            Self::Fact { fact, at_least } => {
                if facts.is_open(*fact) {
                    Truth::Unknown
                } else {
                    Truth::from(facts.count(*fact) >= *at_least)
                }
            }
            Self::Word { input, any_of } => {
                let mut known = facts.is_known(*input);
                for word in facts.words(*input) {
                    known = true;
                    if any_of.iter().any(|asked| word.is_or_under(asked)) {
                        return Truth::True;
                    }
                }
                if known { Truth::False } else { Truth::Unknown }
            }
            Self::Amount(asked) => facts
                .amount()
                .and_then(|amount| amount.is_at_least(asked))
                .map_or(Truth::Unknown, Truth::from),
            Self::Repeats(recurrence) => facts.repeats(recurrence),
            Self::All(parts) => {
                let mut all = Truth::True;
                for part in parts {
                    all = all.and(part.holds(facts));
                    if all == Truth::False {
                        break;
                    }
                }
                all
            }
            Self::Any(parts) => {
                let mut any = Truth::False;
                for part in parts {
                    any = any.or(part.holds(facts));
                    if any == Truth::True {
                        break;
                    }
                }
                any
            }
            Self::Not(part) => part.holds(facts).not(),
            Self::Surely(part) => part.holds(facts).surely(),
        }
    }

    pub(crate) fn prove(&self, place: FaultPlace, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        // Too deep or too large is the one thing to say of it: what is inside was not meant.
        if let Some(problem) = self.size_problem() {
            faults.push(PolicyFault::Condition { place, problem });
            return;
        }
        self.prove_parts(place, taxonomy, faults);
    }

    fn size_problem(&self) -> Option<ConditionProblem> {
        let (mut parts, mut level) = (0, Vec::from([self]));
        for depth in 1.. {
            parts += level.len();
            if depth > MAX_DEPTH {
                return Some(ConditionProblem::TooDeep);
            }
            if parts > MAX_PARTS {
                return Some(ConditionProblem::TooLarge);
            }
            level = level
                .into_iter()
                .flat_map(|part| match part {
                    Self::All(inner) | Self::Any(inner) => inner.as_slice(),
                    Self::Not(inner) | Self::Surely(inner) => core::slice::from_ref(&**inner),
                    Self::Fact { .. } | Self::Word { .. } | Self::Amount(_) | Self::Repeats(_) => &[],
                })
                .collect();
            if level.is_empty() {
                break;
            }
        }
        None
    }

    fn prove_parts(&self, place: FaultPlace, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        let mut problem = |problem| faults.push(PolicyFault::Condition { place, problem });
        match self {
            Self::Fact { fact, at_least } => {
                if *at_least == 0 {
                    problem(ConditionProblem::AtLeastNone { fact: *fact });
                }
                let undeclared = taxonomy.check_known(*fact).err();
                faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
            }
            Self::Word { input, any_of } => match input.facet() {
                _ if matches!(*input, Input::MARK | Input::Severity | Input::Word(Facet::Fact)) => {
                    problem(ConditionProblem::NotAsked { input: *input });
                }
                None => {}
                Some(_) if any_of.is_empty() => problem(ConditionProblem::NoWords { input: *input }),
                Some(_) if any_of.len() > MAX_WORDS => {
                    problem(ConditionProblem::TooManyWords { input: *input, words: any_of.len() });
                }
                Some(facet) => {
                    let undeclared = any_of.iter().filter_map(|code| check_code(taxonomy, facet, code));
                    faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
                }
            },
            Self::Amount(amount) => {
                if amount.minor() == 0 {
                    problem(ConditionProblem::AmountNone);
                }
            }
            Self::Repeats(recurrence) => {
                recurrence.problems(taxonomy).into_iter().for_each(problem);
            }
            Self::All(parts) | Self::Any(parts) => {
                if parts.is_empty() {
                    problem(ConditionProblem::Empty);
                }
                for part in parts {
                    part.prove_parts(place, taxonomy, faults);
                }
            }
            Self::Not(part) | Self::Surely(part) => part.prove_parts(place, taxonomy, faults),
        }
    }
}

/// Why a code is no declared word of a facet.
pub(crate) fn check_code(
    taxonomy: &Taxonomy,
    facet: Facet,
    code: &Code,
) -> Option<crate::taxonomy::TaxonomyError> {
    taxonomy.check_known_code(facet, code).err()
}
