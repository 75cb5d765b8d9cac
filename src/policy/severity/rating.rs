//! Ratings: a word that follows from the complaint, by a list of rules in which the first one decides.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::policy::cited::cited;
use crate::policy::condition::{Condition, Facts, Truth};
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::ids::Ids;
use crate::policy::limits::MAX_RULES;
use crate::taxonomy::Taxonomy;
use crate::vocab::{Code, Mark, RuleId, Word};

/// Rules that give a complaint one word of a facet, such as an [`Urgency`](crate::vocab::kind::Urgency).
///
/// The rules are asked in order, and the first one that holds decides. If none holds, the complaint gets the word set
/// with [`with_otherwise`](Self::with_otherwise).
///
/// A rule whose condition is unknown leaves the answer undetermined, unless every rule that may decide gives the same
/// word.
///
/// # Example
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
/// let danger = Condition::has(Fact::DANGER_TO_PERSON);
/// let urgency = Rating::new()
///     .with_rule(RatingRule::new(word!(RuleId, "danger"), Urgency::IMMEDIATE, danger))
///     .with_otherwise(Urgency::ROUTINE);
/// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
///     .urgency(urgency)
///     .build()?;
/// let complaint = sample::complaint()?;
/// let triaged = triage(&policy, &complaint, &History::none())?;
/// assert_eq!(triaged.urgency().and_then(|found| found.word()), Some(Urgency::ROUTINE));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// As a document it has `rules` and optionally `otherwise` (a word). A rule has `rule` (the id), `word`, `when` (a
/// [`Condition`]), and optionally `mark` and `citation`. `mark` is a map with a `mark` and a condition `when`.
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "rules do nothing until a policy has them"]
pub struct Rating<W> {
    rules: Vec<RatingRule<W>>,
    otherwise: Option<W>,
}

/// A rule of a [`Rating`]: a word, and the condition under which it is given.
///
/// # Example
///
/// ```
/// use redress::policy::Condition;
/// use redress::policy::severity::RatingRule;
/// use redress::vocab::kind::Urgency;
/// use redress::vocab::{Fact, Mark, RuleId};
/// use redress::word;
///
/// let danger = Condition::has(Fact::DANGER_TO_PERSON);
/// let rule = RatingRule::new(word!(RuleId, "danger"), Urgency::IMMEDIATE, danger)
///     .with_mark_where(Mark::GRAVE, Condition::has(Fact::MEDIA_EXPOSURE));
/// assert_eq!(rule.word(), Urgency::IMMEDIATE);
/// assert_eq!(rule.mark().map(|(mark, _)| *mark), Some(Mark::GRAVE));
/// ```
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
    /// Creates a rule. Reasons and errors name it by its id, which must be unique in the rating.
    #[must_use]
    pub const fn new(id: RuleId, word: W, when: Condition) -> Self {
        Self { id, word, when, mark: None, citation: Cow::Borrowed("") }
    }

    /// Sets a mark that the complaint gets if this rule decides and `when` holds too. A rule has at most one mark: a
    /// second call replaces the first.
    #[must_use]
    pub fn with_mark_where(mut self, mark: Mark, when: Condition) -> Self {
        self.mark = Some((mark, when));
        self
    }

    /// Returns the word that this rule gives.
    #[must_use]
    pub const fn word(&self) -> W {
        self.word
    }

    /// Returns the condition under which this rule gives its word.
    #[must_use]
    pub const fn when(&self) -> &Condition {
        &self.when
    }

    /// Returns the mark that this rule gives and the extra condition for it, or `None` if it gives no mark.
    #[must_use]
    pub const fn mark(&self) -> Option<&(Mark, Condition)> {
        self.mark.as_ref()
    }
}

/// The result of a [`Rating`] for one complaint.
///
/// # Example: an unknown amount
///
/// ```
/// use redress::policy::severity::{Rating, RatingOutcome, RatingRule};
/// use redress::policy::{Condition, Policy, Routing};
/// use redress::sample;
/// use redress::triage::{History, triage};
/// use redress::vocab::kind::Urgency;
/// use redress::vocab::{Money, RuleId};
/// use redress::word;
///
/// let dear = Condition::amount_at_least(Money::new(100_000, "EUR".parse()?));
/// let urgency = Rating::new()
///     .with_rule(RatingRule::new(word!(RuleId, "dear"), Urgency::IMMEDIATE, dear))
///     .with_otherwise(Urgency::ROUTINE);
/// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
///     .urgency(urgency)
///     .build()?;
/// let complaint = sample::complaint()?; // nobody has named an amount
/// let triaged = triage(&policy, &complaint, &History::none())?;
/// let Some(RatingOutcome::Undetermined(rule)) = triaged.urgency() else { return Err("decided".into()) };
/// assert_eq!(rule.id().as_str(), "dear");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new outcome must break every reader")]
pub enum RatingOutcome<'a, W> {
    /// This rule decided.
    ByRule(&'a RatingRule<W>),
    /// No rule holds, and the rating gives this word otherwise.
    Otherwise(W),
    /// No rule holds, and the rating gives no word otherwise.
    Unrated,
    /// The answer depends on something unknown. This is the first rule that may hold.
    Undetermined(&'a RatingRule<W>),
}

impl<'a, W: Word> RatingOutcome<'a, W> {
    /// Returns the rule that decided, or the first one that may. `None` if no rule holds.
    #[must_use]
    pub const fn rule(&self) -> Option<&'a RatingRule<W>> {
        match self {
            Self::ByRule(rule) | Self::Undetermined(rule) => Some(rule),
            Self::Otherwise(_) | Self::Unrated => None,
        }
    }

    /// Returns the word, or `None` if there is none or it is undetermined.
    #[must_use]
    pub const fn word(&self) -> Option<W> {
        match self {
            Self::ByRule(rule) => Some(rule.word),
            Self::Otherwise(word) => Some(*word),
            Self::Unrated | Self::Undetermined(_) => None,
        }
    }

    /// The code of the word, if there is one.
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
    /// Creates a rating without rules.
    pub const fn new() -> Self {
        Self { rules: Vec::new(), otherwise: None }
    }

    /// Calls `tell` with the place and the citation of each rule.
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

    /// Returns the rules, in the order in which they are asked.
    #[must_use]
    pub fn rules(&self) -> &[RatingRule<W>] {
        &self.rules
    }

    /// The word of a complaint for which no rule holds.
    pub(crate) const fn word_otherwise(&self) -> Option<W> {
        self.otherwise
    }

    pub(crate) fn rate(&self, facts: &impl Facts) -> RatingOutcome<'_, W> {
        let mut maybe: Option<&RatingRule<W>> = None;
        // Whether all rules that may decide so far give the word of the first of them.
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
            // While an earlier rule may decide, it is open whether this one does.
            let decides = if open { holds.and(Truth::Unknown) } else { holds };
            open |= holds == Truth::Unknown;
            (decides != Truth::False).then_some((rule, decides))
        })
    }

    /// Every condition of the rating, those of marks included.
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
