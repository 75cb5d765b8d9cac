//! A word that follows from the facts: a list of rules of which the first decides.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::policy::cited::cited;
use crate::policy::condition::{Condition, Facts, Truth};
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::ids::Ids;
use crate::policy::limits::MAX_RULES;
use crate::taxonomy::Taxonomy;
use crate::vocab::{Code, Mark, RuleId, Word};

/// Rules that give a complaint a word, such as an [`Urgency`](crate::vocab::kind::Urgency): the first that holds
/// decides, and where none does, the word declared otherwise, if one is.
///
/// A rule that may hold leaves the answer undetermined, unless those after it come to the same word.
///
/// ```
/// use redress::policy::Condition;
/// use redress::policy::severity::{Rating, RatingRule};
/// use redress::vocab::{Fact, RuleId};
/// use redress::vocab::kind::Urgency;
/// use redress::word;
///
/// let urgency = Rating::new()
///     .with_rule(RatingRule::new(
///         word!(RuleId, "danger"),
///         Urgency::IMMEDIATE,
///         Condition::has(Fact::DANGER_TO_PERSON),
///     ))
///     .with_otherwise(Urgency::ROUTINE);
/// assert_eq!(urgency.rules().len(), 1);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "rules do nothing until a policy has them"]
pub struct Rating<W> {
    rules: Vec<RatingRule<W>>,
    otherwise: Option<W>,
}

/// One rule of a [`Rating`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RatingRule<W> {
    id: RuleId,
    word: W,
    when: Condition,
    mark: Option<(Mark, Condition)>,
    citation: Cow<'static, str>,
}

cited!(RatingRule<W: Word>);

impl<W: Word> RatingRule<W> {
    /// A rule with the id that reasons name it by.
    #[must_use]
    pub const fn new(id: RuleId, word: W, when: Condition) -> Self {
        Self { id, word, when, mark: None, citation: Cow::Borrowed("") }
    }

    /// Marks the complaint where this rule decides and a condition holds.
    #[must_use]
    pub fn with_mark_where(mut self, mark: Mark, when: Condition) -> Self {
        self.mark = Some((mark, when));
        self
    }

    /// The word it gives.
    #[must_use]
    pub const fn word(&self) -> W {
        self.word
    }

    /// What it asks.
    #[must_use]
    pub const fn when(&self) -> &Condition {
        &self.when
    }

    /// The mark it gives, and what it asks beside for that.
    #[must_use]
    pub const fn mark(&self) -> Option<&(Mark, Condition)> {
        self.mark.as_ref()
    }
}

/// What a [`Rating`] comes to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new outcome must break every reader")]
pub enum RatingOutcome<'a, W> {
    /// A rule decided.
    ByRule(&'a RatingRule<W>),
    /// No rule holds: the word declared otherwise.
    Otherwise(W),
    /// No rule holds, and nothing is declared otherwise.
    Unrated,
    /// It depends on something unknown; this is the first rule that may hold.
    Undetermined(&'a RatingRule<W>),
}

impl<'a, W: Word> RatingOutcome<'a, W> {
    /// The rule that decided, or the first that may.
    #[must_use]
    pub const fn rule(&self) -> Option<&'a RatingRule<W>> {
        match self {
            Self::ByRule(rule) | Self::Undetermined(rule) => Some(rule),
            Self::Otherwise(_) | Self::Unrated => None,
        }
    }

    /// The word, if one was found.
    #[must_use]
    pub const fn word(&self) -> Option<W> {
        match self {
            Self::ByRule(rule) => Some(rule.word),
            Self::Otherwise(word) => Some(*word),
            Self::Unrated | Self::Undetermined(_) => None,
        }
    }

    /// The code of the word, if one was found.
    pub(crate) fn code(&self) -> Option<&Code> {
        match self {
            Self::ByRule(rule) => Some(rule.word.code()),
            Self::Otherwise(word) => Some(word.code()),
            Self::Unrated | Self::Undetermined(_) => None,
        }
    }
}

impl<W: Word> Default for Rating<W> {
    fn default() -> Self {
        Self::new()
    }
}

impl<W: Word> Rating<W> {
    /// No rule yet.
    pub const fn new() -> Self {
        Self { rules: Vec::new(), otherwise: None }
    }

    /// Tells the source of each rule, with its place.
    pub(crate) fn cite(&self, mut tell: impl FnMut(FaultPlace, &str)) {
        self.rules.iter().for_each(|rule| tell(FaultPlace::Rating(W::FACET, rule.id()), rule.citation()));
    }

    /// Adds a rule behind the others.
    pub fn with_rule(mut self, rule: RatingRule<W>) -> Self {
        self.rules.push(rule);
        self
    }

    /// Sets the word of a complaint for which no rule holds.
    pub const fn with_otherwise(mut self, word: W) -> Self {
        self.otherwise = Some(word);
        self
    }

    /// The rules, in the order in which they are asked.
    #[must_use]
    pub fn rules(&self) -> &[RatingRule<W>] {
        &self.rules
    }

    /// The word where no rule holds.
    pub(crate) const fn word_otherwise(&self) -> Option<W> {
        self.otherwise
    }

    pub(crate) fn rate(&self, facts: &impl Facts) -> RatingOutcome<'_, W> {
        let mut maybe: Option<&RatingRule<W>> = None;
        // All that may decide so far come to the word of the first of them.
        let mut agreed = true;
        for rule in &self.rules {
            let first = maybe.unwrap_or(rule);
            match rule.when.holds(facts) {
                Truth::False => {}
                Truth::True if agreed && first.word == rule.word => return RatingOutcome::ByRule(rule),
                Truth::True => return RatingOutcome::Undetermined(first),
                Truth::Unknown => {
                    agreed &= first.word == rule.word;
                    maybe = Some(first);
                }
            }
        }
        match (maybe, self.otherwise) {
            (Some(first), Some(word)) if agreed && first.word == word => RatingOutcome::Otherwise(word),
            (Some(first), _) => RatingOutcome::Undetermined(first),
            (None, Some(word)) => RatingOutcome::Otherwise(word),
            (None, None) => RatingOutcome::Unrated,
        }
    }

    /// The rules that may turn out to decide, each with whether it does.
    pub(crate) fn may_decide<'r>(
        &'r self,
        rated: &RatingOutcome<'r, W>,
        facts: &impl Facts,
    ) -> impl Iterator<Item = (&'r RatingRule<W>, Truth)> {
        let last = match rated {
            RatingOutcome::ByRule(rule) => Some(rule.id),
            RatingOutcome::Undetermined(_) | RatingOutcome::Otherwise(_) | RatingOutcome::Unrated => None,
        };
        let (mut ended, mut open) = (false, false);
        self.rules.iter().filter_map(move |rule| {
            let holds = if ended { Truth::False } else { rule.when.holds(facts) };
            ended |= last == Some(rule.id) || holds == Truth::True;
            // One that may decide before leaves it open whether this one does.
            let decides = if open { holds.and(Truth::Unknown) } else { holds };
            open |= holds == Truth::Unknown;
            (decides != Truth::False).then_some((rule, decides))
        })
    }

    /// Every condition of it.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.rules
            .iter()
            .flat_map(|rule| core::iter::once(&rule.when).chain(rule.mark.as_ref().map(|(_, when)| when)))
    }

    pub(crate) fn prove(&self, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        if self.rules.len() > MAX_RULES {
            let (place, count) = (FaultPlace::Ratings(W::FACET), self.rules.len());
            faults.push(PolicyFault::TooManyIn { place, what: "rules", count, most: MAX_RULES });
            return;
        }
        let mut ids = Ids::default();
        for rule in &self.rules {
            let place = FaultPlace::Rating(W::FACET, rule.id);
            faults.extend(ids.add(rule.id, place));
            rule.when.prove(place, taxonomy, faults);
            let mut words = Vec::from([taxonomy.check_known(rule.word)]);
            if let Some((mark, when)) = &rule.mark {
                words.push(taxonomy.check_known(*mark));
                when.prove(place, taxonomy, faults);
            }
            let undeclared = words.into_iter().filter_map(Result::err);
            faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
        }
        if let Some(Err(error)) = self.otherwise.map(|word| taxonomy.check_known(word)) {
            faults.push(PolicyFault::Undeclared { place: FaultPlace::Otherwise(W::FACET), error });
        }
    }
}
