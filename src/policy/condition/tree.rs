//! Conditions: what a rule asks of a complaint.
//!
//! A condition is evaluated question by question in `Condition::holds`, over a complaint of which parts are unknown.
//! This plain evaluation defines the meaning, and the compiled matcher of the severity rules must agree with it on
//! every complaint. The tests under `tests/tables` compare the decisions with a plain evaluation of their own.
//!
//! Answers of the leaves:
//!
//! | question | true | false | unknown |
//! |---|---|---|---|
//! | fact, at least n | count >= n | count < n | the fact must be asked and has no answer |
//! | word | it has a word asked for, or one below | it has other words, or surely none | it may still get a word |
//! | amount, at least m | amount >= m | amount < m, same currency | no amount, or another currency |
//! | repeats | enough earlier complaints | too few | the complaint has nothing for any of the keys |
//!
//! The groups use Kleene's logic (see `truth.rs`). `all` stops at the first false part and `any` at the first true
//! part; this saves work and changes no answer, because these parts decide whatever the others say.
//!
//! The depth and the number of parts are limited before anything walks the tree (`size_problem`). That check goes
//! level by level with a list and not by recursion, so that a hostile document cannot overflow the stack. Every other
//! walk may then be recursive.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::policy::condition::truth::{Facts, Truth};
use crate::policy::fault::{ConditionProblem, FaultPlace, PolicyFault};
use crate::policy::limits::{MAX_DEPTH, MAX_PARTS, MAX_WORDS};
use crate::policy::recurrence::Recurrence;
use crate::taxonomy::Taxonomy;
use crate::vocab::{Code, Facet, Fact, Input, Money, Word};

/// A condition of a rule: a tree of questions about a complaint. Each is answered with true, false or unknown.
///
/// | Unknown is | because |
/// |---|---|
/// | a word that the complaint does not have | somebody may add it later |
/// | an amount that is missing, or in another currency | it cannot be compared |
/// | a repetition, if the complaint has no such key | there is nothing to compare by |
/// | a fact that [must be asked] and was not answered | the answer is still open |
///
/// [must be asked]: crate::policy::PolicyBuilder::must_ask
///
/// Every other fact is known: it counts as 0 until somebody mentions it. A group is unknown if its known parts do not
/// decide it. [`not`](Self::not) of unknown is unknown, and [`surely`](Self::surely) turns unknown into false.
///
/// A question for a word also matches the words below it: a complaint about `service.attitude` matches a question for
/// `service`. The reverse is false: a complaint that is filed under `service` does not match a question for
/// `service.attitude`.
///
/// # Example
///
/// ```
/// use redress::policy::Condition;
/// use redress::vocab::{Cause, Fact};
///
/// let rude = Condition::any([Condition::has(Fact::VILE_ATTITUDE), Condition::has(Fact::IMPROPER_WORDS)]);
/// let serious = Condition::all([rude, Condition::has(Fact::REPUTATION_GRAVELY_AFFECTED)]);
/// let late = Condition::at_least(Fact::MINUTES_LATE, 30);
/// let about_staff = Condition::is(Cause::SERVICE_ATTITUDE); // or a word below it
/// assert!(serious.is_free_of_not() && late.is_free_of_not() && about_staff.is_free_of_not());
/// assert!(!Condition::not(late).is_free_of_not());
/// ```
///
/// # In a document
///
/// A condition is a map with one question:
///
/// | Question | As JSON |
/// |---|---|
/// | fact | `{"fact": "minutes-late", "at-least": 30}` |
/// | word | `{"cause": "service.attitude"}`, or any other [`Input`] with a word or a list of words |
/// | amount | `{"amount-at-least": {"minor": 100000, "currency": "EUR"}}` |
/// | repetition | `{"repeats": {"by": ["complainant"], "at-least": 2}}`, see [`Recurrence`] |
/// | groups | `{"all": […]}`, `{"any": […]}`, `{"not": {…}}`, `{"surely": {…}}` |
///
/// ```
/// use redress::policy::Condition;
/// use redress::vocab::Fact;
///
/// let read: Condition = serde_json::from_str(r#"{"not": {"fact": "minutes-late", "at-least": 30}}"#)?;
/// assert_eq!(read, Condition::not(Condition::at_least(Fact::MINUTES_LATE, 30)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Condition {
    /// A fact occurred a number of times, or more often.
    Fact {
        /// The fact.
        fact: Fact,
        /// How often it must have occurred; at least 1.
        at_least: u32,
    },
    /// A word of the complaint is one of these, or lies below one of them.
    Word {
        /// The input that the words answer.
        input: Input,
        /// The words; at least one.
        any_of: Vec<Code>,
    },
    /// The amount at stake is this amount or more, in the same currency.
    Amount(Money),
    /// The complaint repeats earlier complaints.
    Repeats(Recurrence),
    /// All of these conditions hold; at least one.
    All(Vec<Self>),
    /// At least one of these conditions holds; at least one.
    Any(Vec<Self>),
    /// This condition does not hold.
    Not(Box<Self>),
    /// This condition is known to hold: unknown counts as false.
    Surely(Box<Self>),
}

impl Condition {
    /// Creates a condition that holds if a fact occurred at least once.
    #[must_use]
    pub const fn has(fact: Fact) -> Self {
        Self::Fact { fact, at_least: 1 }
    }

    /// Creates a condition that holds if a fact occurred at least `number` times.
    ///
    /// # Example: the limit itself
    ///
    /// ```
    /// use redress::policy::severity::{Rating, RatingRule};
    /// use redress::policy::{Condition, Policy, Routing};
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::kind::Urgency;
    /// use redress::vocab::{Fact, RuleId};
    /// use redress::word;
    ///
    /// let late = Condition::at_least(Fact::MINUTES_LATE, 30);
    /// let urgency = Rating::new().with_rule(RatingRule::new(word!(RuleId, "late"), Urgency::IMMEDIATE, late));
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .urgency(urgency)
    ///     .build()?;
    /// let urgency = |minutes| -> Result<_, Box<dyn std::error::Error>> {
    ///     let complaint = sample::complaint()?.with_fact(Fact::MINUTES_LATE, minutes);
    ///     Ok(triage(&policy, &complaint, &History::none())?.urgency().and_then(|found| found.word()))
    /// };
    /// assert_eq!(urgency(29)?, None);
    /// assert_eq!(urgency(30)?, Some(Urgency::IMMEDIATE));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn at_least(fact: Fact, number: u32) -> Self {
        Self::Fact { fact, at_least: number }
    }

    /// Creates a condition that holds if the complaint has this word, or one below it.
    #[must_use]
    pub fn is<W: Word>(word: W) -> Self {
        Self::is_one_of([word])
    }

    /// Creates a condition that holds if the complaint has one of these words, or one below them. All words belong to
    /// one facet.
    ///
    /// ```
    /// use redress::policy::Condition;
    /// use redress::vocab::Category;
    ///
    /// let either = Condition::is_one_of([Category::PRODUCT_QUALITY, Category::SERVICE_PROCESS]);
    /// let written = serde_json::to_string(&either)?;
    /// assert_eq!(written, r#"{"category":["product-quality","service-process"]}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn is_one_of<W: Word>(words: impl IntoIterator<Item = W>) -> Self {
        Self::is_one_of_codes(W::FACET, words.into_iter().map(Into::into))
    }

    /// Creates a condition that holds if the complaint has one of these words of a facet, or one below them.
    ///
    /// Use it for the facets that an organisation adds. For [`Facet::Fact`] the condition holds if one of the facts
    /// occurred.
    ///
    /// # Example
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

    /// Creates a condition that holds if at least this amount is at stake.
    ///
    /// Without an amount, or with one in another currency, the condition is unknown.
    #[must_use]
    pub const fn amount_at_least(amount: Money) -> Self {
        Self::Amount(amount)
    }

    /// Creates a condition that holds if the complaint repeats earlier ones.
    ///
    /// ```
    /// use redress::policy::Condition;
    /// use redress::policy::condition::{Recurrence, RecurrenceKey};
    ///
    /// // Two complaints of the same complainant before this one.
    /// let third = Condition::repeats(Recurrence::new([RecurrenceKey::Complainant], 2));
    /// let written = serde_json::to_string(&third)?;
    /// assert_eq!(written, r#"{"repeats":{"by":["complainant"],"at-least":2}}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn repeats(recurrence: Recurrence) -> Self {
        Self::Repeats(recurrence)
    }

    /// Creates a condition that holds if all of these hold. A policy refuses an empty group.
    #[must_use]
    pub fn all(conditions: impl IntoIterator<Item = Self>) -> Self {
        Self::All(conditions.into_iter().collect())
    }

    /// Creates a condition that holds if at least one of these holds. A policy refuses an empty group.
    #[must_use]
    pub fn any(conditions: impl IntoIterator<Item = Self>) -> Self {
        Self::Any(conditions.into_iter().collect())
    }

    /// Creates a condition that holds if `condition` does not. It is unknown if `condition` is.
    #[expect(
        clippy::should_implement_trait,
        reason = "a constructor beside `all` and `any`, not an operator"
    )]
    #[must_use]
    pub fn not(condition: Self) -> Self {
        Self::Not(Box::new(condition))
    }

    /// Creates a condition that holds if `condition` is known to hold: unknown counts as false.
    ///
    /// It closes a question that nobody will answer, such as the amount of a complaint that is not about money. Its
    /// answer can change when more becomes known.
    ///
    /// # Example: no amount was named
    ///
    /// ```
    /// use redress::policy::severity::SeverityRule;
    /// use redress::policy::{Condition, Policy, Routing, SeverityRules};
    /// use redress::sample;
    /// use redress::triage::answer::Level;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Money, RuleId, Severity};
    /// use redress::word;
    ///
    /// let level = |when| -> Result<_, Box<dyn std::error::Error>> {
    ///     let rules = SeverityRules::new([Severity::Minor, Severity::Serious])
    ///         .with_rule(SeverityRule::new(word!(RuleId, "dear"), Severity::Serious, when))
    ///         .with_otherwise(Severity::Minor);
    ///     let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///         .severity(rules)
    ///         .build()?;
    ///     Ok(triage(&policy, &sample::complaint()?, &History::none())?.severity().ok_or("not rated")?.level())
    /// };
    /// let dear = Condition::amount_at_least(Money::new(100_000, "EUR".parse()?));
    /// assert_eq!(level(dear.clone())?, Level::Undetermined(Some(Severity::Minor), Severity::Serious));
    /// assert_eq!(level(Condition::surely(dear))?, Level::Default(Severity::Minor));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn surely(condition: Self) -> Self {
        Self::Surely(Box::new(condition))
    }

    /// Returns whether this condition contains no [`not`](Self::not). Such a condition, once true, stays true when a
    /// complaint gets more facts, words or money.
    ///
    /// ```
    /// use redress::policy::Condition;
    /// use redress::vocab::Fact;
    ///
    /// let angry = Condition::has(Fact::VILE_ATTITUDE);
    /// assert!(angry.is_free_of_not());
    /// assert!(!Condition::all([Condition::not(angry)]).is_free_of_not());
    /// ```
    #[must_use]
    pub fn is_free_of_not(&self) -> bool {
        match self {
            Self::Fact { .. } | Self::Word { .. } | Self::Amount(_) | Self::Repeats(_) => true,
            Self::All(parts) | Self::Any(parts) => parts.iter().all(Self::is_free_of_not),
            Self::Surely(part) => part.is_free_of_not(),
            Self::Not(_) => false,
        }
    }

    /// Whether the tree is small enough for recursive walks.
    pub(crate) fn is_walkable(&self) -> bool {
        self.size_problem().is_none()
    }

    /// Whether the condition asks for words of an input.
    pub(crate) fn asks(&self, wanted: Input) -> bool {
        match self {
            Self::Word { input, .. } => *input == wanted,
            Self::All(parts) | Self::Any(parts) => parts.iter().any(|part| part.asks(wanted)),
            Self::Not(part) | Self::Surely(part) => part.asks(wanted),
            Self::Fact { .. } | Self::Amount(_) | Self::Repeats(_) => false,
        }
    }

    /// Adds the repetitions that the condition asks for, each once.
    pub(crate) fn recurrences(&self, found: &mut Vec<Recurrence>) {
        match self {
            Self::Repeats(recurrence) if !found.contains(recurrence) => found.push(recurrence.clone()),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.recurrences(found)),
            Self::Not(part) | Self::Surely(part) => part.recurrences(found),
            Self::Fact { .. } | Self::Word { .. } | Self::Amount(_) | Self::Repeats(_) => {}
        }
    }

    /// The plain evaluation, question by question. Every faster one must agree with it.
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
        // A tree that is too deep or too large gets this fault alone: its parts are not walked.
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

/// Why a code is not a declared word of a facet.
pub(crate) fn check_code(
    taxonomy: &Taxonomy,
    facet: Facet,
    code: &Code,
) -> Option<crate::taxonomy::TaxonomyError> {
    taxonomy.check_known_code(facet, code).err()
}
