//! How bad a complaint is, by rules.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::policy::cited::cited;
use crate::policy::condition::Condition;
use crate::vocab::closed::closed_vocabulary;
use crate::vocab::{Mark, RuleId, Severity};

closed_vocabulary! {
    /// What a complaint between the severity rules means: no rule rates it, though one with less of a fact, of money or
    /// of earlier complaints is rated.
    #[derive(Default)]
    #[expect(clippy::exhaustive_enums, reason = "a gap is a fault or an answer")]
    pub enum SeverityGaps = "a" "meaning of gaps";

    /// A fault of the policy: it is not built.
    #[default]
    Refused = "refused", ["refused", "拒绝", "拒絕"];
    /// An answer: the complaint is not rated, and says so.
    Unrated = "unrated", ["unrated", "未评级", "未評級"];
}

/// A rule that gives a complaint a level where its condition holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SeverityRule {
    pub(crate) id: RuleId,
    pub(crate) level: Severity,
    pub(crate) when: Condition,
    pub(crate) marks: Vec<(Mark, Option<Condition>)>,
    pub(crate) citation: Cow<'static, str>,
}

cited!(SeverityRule);

impl SeverityRule {
    /// A rule with the id that reasons name it by.
    #[must_use]
    pub const fn new(id: RuleId, level: Severity, when: Condition) -> Self {
        Self { id, level, when, marks: Vec::new(), citation: Cow::Borrowed("") }
    }

    /// Marks the complaint where this rule decides its level.
    #[must_use]
    pub fn with_mark(mut self, mark: Mark) -> Self {
        self.marks.push((mark, None));
        self
    }

    /// Marks the complaint where this rule decides its level and a condition holds.
    #[must_use]
    pub fn with_mark_where(mut self, mark: Mark, when: Condition) -> Self {
        self.marks.push((mark, Some(when)));
        self
    }

    /// The level it gives.
    #[must_use]
    pub const fn level(&self) -> Severity {
        self.level
    }

    /// What it asks.
    #[must_use]
    pub const fn when(&self) -> &Condition {
        &self.when
    }

    /// The marks it gives, each with what it asks beside.
    #[must_use]
    pub fn marks(&self) -> &[(Mark, Option<Condition>)] {
        &self.marks
    }
}

/// The severity rules of one organisation: a table whose highest matching level decides, whatever the order
/// of its rules.
///
/// Where no rule holds, the fallback rules are asked in the same way, and where none of them holds, the
/// declared default is the answer. Where the answer depends on something unknown, it is undetermined.
/// An escalation lifts a complaint that the rules put on one level to a higher one.
///
/// More facts never lower a severity where [`SeverityRules::is_monotone`].
///
/// A rule may leave off at a number where no other goes on. Such a gap is a fault, unless there is a default or
/// [`SeverityRules::with_gaps`] says that it is meant.
///
/// As a document: `levels` (a list), `rules`, `fallbacks` and `escalations` (lists of maps), `otherwise` (a level) and
/// `gaps` (`refused` or `unrated`). A rule has `rule` (its id), `level`, `when` (a [`Condition`]), and may have `marks`
/// (each a `mark`, and `when` it is given) and a `citation`; an escalation also has `from`, the level that it lifts.
///
/// ```
/// use redress::policy::{Condition, SeverityRules};
/// use redress::policy::severity::SeverityRule;
/// use redress::vocab::{Fact, RuleId, Severity};
/// use redress::word;
///
/// let rules = SeverityRules::new([Severity::General, Severity::Serious])
///     .with_rule(SeverityRule::new(
///         word!(RuleId, "press"),
///         Severity::Serious,
///         Condition::has(Fact::MEDIA_EXPOSURE),
///     ))
///     .with_otherwise(Severity::General);
/// assert!(rules.is_monotone());
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "rules do nothing until a policy has them"]
pub struct SeverityRules {
    pub(crate) levels: Vec<Severity>,
    pub(crate) rules: Vec<SeverityRule>,
    pub(crate) fallbacks: Vec<SeverityRule>,
    pub(crate) escalations: Vec<Escalation>,
    pub(crate) default: Option<Severity>,
    pub(crate) gaps: SeverityGaps,
}

/// A rule that lifts a complaint from one level to a higher one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Escalation {
    pub(crate) from: Severity,
    pub(crate) rule: SeverityRule,
}

impl SeverityRules {
    /// An empty table over the levels that the organisation uses.
    pub fn new(levels: impl IntoIterator<Item = Severity>) -> Self {
        let mut levels: Vec<Severity> = levels.into_iter().collect();
        levels.sort_unstable();
        levels.dedup();
        let (rules, fallbacks, escalations) = (Vec::new(), Vec::new(), Vec::new());
        Self { levels, rules, fallbacks, escalations, default: None, gaps: SeverityGaps::Refused }
    }

    /// Uses a level more.
    pub fn with_level(self, level: Severity) -> Self {
        let levels = Self::new(self.levels.into_iter().chain([level])).levels;
        Self { levels, ..self }
    }

    /// Adds a rule.
    pub fn with_rule(mut self, rule: SeverityRule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Adds a rule that is asked only where none of the others holds.
    pub fn with_fallback(mut self, rule: SeverityRule) -> Self {
        self.fallbacks.push(rule);
        self
    }

    /// Adds a rule that lifts a complaint from the level that the other rules give it.
    pub fn with_escalation(mut self, from: Severity, rule: SeverityRule) -> Self {
        self.escalations.push(Escalation { from, rule });
        self
    }

    /// Declares the level of a complaint for which no rule holds; without one it is not rated.
    pub const fn with_otherwise(mut self, level: Severity) -> Self {
        self.default = Some(level);
        self
    }

    /// Says what a complaint between the rules means, where there is no default.
    ///
    /// ```
    /// use redress::policy::{Condition, Policy, Routing, SeverityRules};
    /// use redress::policy::severity::{SeverityGaps, SeverityRule};
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// use redress::vocab::{Fact, RuleId, Severity};
    /// use redress::word;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("office", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// let late = |minutes| Condition::at_least(Fact::MINUTES_LATE, minutes);
    /// let some = Condition::all([late(1), Condition::not(late(69))]);
    /// let rules = SeverityRules::new([Severity::Minor, Severity::Serious])
    ///     .with_rule(SeverityRule::new(word!(RuleId, "some"), Severity::Minor, some))
    ///     .with_rule(SeverityRule::new(word!(RuleId, "many"), Severity::Serious, late(70)));
    /// let policy = |rules| {
    ///     Policy::builder("desk").version("1").calendar(calendar.clone()).routing(Routing::none()).severity(rules).build()
    /// };
    /// assert_eq!(
    ///     policy(rules.clone()).unwrap_err().to_string(),
    ///     "severity: no rule rates fact `minutes-late` 69 times, where rule `some` ends; add a rule, set `otherwise`, \
    ///      or set `gaps = \"unrated\"`",
    /// );
    /// assert!(policy(rules.with_gaps(SeverityGaps::Unrated)).is_ok());
    /// # Ok(()) }
    /// ```
    pub const fn with_gaps(mut self, gaps: SeverityGaps) -> Self {
        self.gaps = gaps;
        self
    }

    /// What a complaint between the rules means.
    #[must_use]
    pub const fn gaps(&self) -> SeverityGaps {
        self.gaps
    }

    /// The rules, without fallbacks and escalations, in the order of their declaration.
    #[must_use]
    pub fn rules(&self) -> &[SeverityRule] {
        &self.rules
    }

    /// The rules that are asked only where none of the others holds.
    #[must_use]
    pub fn fallbacks(&self) -> &[SeverityRule] {
        &self.fallbacks
    }

    /// The rules that lift a complaint, each with the level it lifts from.
    #[must_use]
    pub fn escalations(&self) -> impl ExactSizeIterator<Item = (Severity, &SeverityRule)> {
        self.escalations.iter().map(|escalation| (escalation.from, &escalation.rule))
    }

    /// The level of a complaint for which no rule holds.
    #[must_use]
    pub const fn otherwise(&self) -> Option<Severity> {
        self.default
    }

    /// The levels that the organisation uses, ascending.
    #[must_use]
    pub fn levels(&self) -> &[Severity] {
        &self.levels
    }

    /// Whether more facts never lower a severity: no rule has a `not`, no fallback and no default lies above
    /// a rule, and every complaint is rated.
    #[must_use]
    pub fn is_monotone(&self) -> bool {
        let lowest = |rules: &[SeverityRule]| rules.iter().map(SeverityRule::level).min();
        let highest = |rules: &[SeverityRule]| rules.iter().map(SeverityRule::level).max();
        let Some(default) = self.default else { return false };
        let free = self.all().all(|(_, rule)| rule.when.is_free_of_not());
        let fallbacks = lowest(&self.fallbacks).is_none_or(|lowest| default <= lowest);
        let below = default.max(highest(&self.fallbacks).unwrap_or(default));
        free && fallbacks && lowest(&self.rules).is_none_or(|lowest| below <= lowest)
    }

    /// Whether there may be a complaint that no rule and no default rates.
    pub(crate) fn may_leave_unrated(&self) -> bool {
        // Of a condition and its negation one holds, or both are unknown.
        let negated = |rule: &SeverityRule| match &rule.when {
            Condition::Not(inner) if rule.when.is_walkable() => {
                self.fallbacks.iter().any(|other| other.when == **inner)
            }
            Condition::Fact { .. }
            | Condition::Word { .. }
            | Condition::Amount(_)
            | Condition::Repeats(_)
            | Condition::All(_)
            | Condition::Any(_)
            | Condition::Not(_)
            | Condition::Surely(_) => false,
        };
        self.default.is_none() && !self.fallbacks.iter().any(negated)
    }

    /// Every rule: the rules, the fallbacks, the escalations.
    pub(crate) fn all(&self) -> impl Iterator<Item = (usize, &SeverityRule)> {
        let escalations = self.escalations.iter().map(|escalation| &escalation.rule);
        self.rules.iter().chain(&self.fallbacks).chain(escalations).enumerate()
    }

    /// Every condition of them.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.all().flat_map(|(_, rule)| {
            core::iter::once(&rule.when).chain(rule.marks.iter().filter_map(|(_, when)| when.as_ref()))
        })
    }
}
