//! The severity rules of an organisation, as they are declared.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::policy::cited::cited;
use crate::policy::condition::Condition;
use crate::vocab::closed::closed_vocabulary;
use crate::vocab::{Mark, RuleId, Severity};

closed_vocabulary! {
    /// The meaning of a gap between the severity rules.
    ///
    /// A gap is a complaint that no rule rates, although the same complaint with less of something (a fact, money, or
    /// earlier complaints) is rated.
    #[derive(Default)]
    #[expect(clippy::exhaustive_enums, reason = "a gap is a fault or an answer")]
    pub enum SeverityGaps = "a" "meaning of gaps";

    /// The policy is not built, and the error names the complaint in the gap.
    #[default]
    Refused = "refused", ["refused", "拒绝", "拒絕"];
    /// The complaint is not rated, and triage says so.
    Unrated = "unrated", ["unrated", "未评级", "未評級"];
}

/// A rule that gives a complaint a severity level if its condition holds.
///
/// # Example
///
/// ```
/// use redress::policy::Condition;
/// use redress::policy::severity::SeverityRule;
/// use redress::vocab::{Fact, Mark, RuleId, Severity};
/// use redress::word;
///
/// let rule = SeverityRule::new(word!(RuleId, "press"), Severity::Serious, Condition::has(Fact::MEDIA_EXPOSURE))
///     .with_mark(Mark::GRAVE)
///     .with_citation("complaint manual, 4.2");
/// assert_eq!(rule.level(), Severity::Serious);
/// assert_eq!(rule.marks(), [(Mark::GRAVE, None)]); // given without a condition
/// ```
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
    /// Creates a rule. Reasons and errors name it by its id, which must be unique in the table.
    #[must_use]
    pub const fn new(id: RuleId, level: Severity, when: Condition) -> Self {
        Self { id, level, when, marks: Vec::new(), citation: Cow::Borrowed("") }
    }

    /// Adds a mark that the complaint gets if this rule decides its severity.
    #[must_use]
    pub fn with_mark(mut self, mark: Mark) -> Self {
        self.marks.push((mark, None));
        self
    }

    /// Adds a mark that the complaint gets if this rule decides its severity and `when` holds too.
    ///
    /// ```
    /// use redress::policy::Condition;
    /// use redress::policy::severity::SeverityRule;
    /// use redress::vocab::{Fact, Mark, RuleId, Severity};
    /// use redress::word;
    ///
    /// let press = Condition::has(Fact::MEDIA_EXPOSURE);
    /// let danger = Condition::has(Fact::DANGER_TO_PERSON);
    /// let rule = SeverityRule::new(word!(RuleId, "danger"), Severity::Serious, danger)
    ///     .with_mark_where(Mark::GRAVE, press.clone());
    /// assert_eq!(rule.marks(), [(Mark::GRAVE, Some(press))]);
    /// ```
    #[must_use]
    pub fn with_mark_where(mut self, mark: Mark, when: Condition) -> Self {
        self.marks.push((mark, Some(when)));
        self
    }

    /// Returns the level that this rule gives.
    #[must_use]
    pub const fn level(&self) -> Severity {
        self.level
    }

    /// Returns the condition under which this rule gives its level.
    #[must_use]
    pub const fn when(&self) -> &Condition {
        &self.when
    }

    /// Returns the marks that this rule gives, each with its extra condition, if it has one.
    #[must_use]
    pub fn marks(&self) -> &[(Mark, Option<Condition>)] {
        &self.marks
    }
}

/// The severity rules of an organisation: a table in which the highest level of all matching rules decides.
///
/// The order of the rules does not matter. A complaint gets its severity in four steps:
///
/// 1. Of the **rules** that hold, the one with the highest level decides.
/// 2. If no rule holds, the **fallbacks** are asked in the same way.
/// 3. If no fallback holds, the complaint gets the **default**. Without a default, it is not rated.
/// 4. An **escalation** raises a complaint from the level of these steps to the next one.
///
/// If the answer depends on something unknown, the severity is undetermined: triage returns the lowest and the
/// highest level that are possible.
///
/// A policy refuses rules that leave a gap between them, such as one rule for 1 to 68 failed calls and another from
/// 70. See [`with_gaps`](Self::with_gaps).
///
/// # Example
///
/// ```
/// use redress::policy::severity::SeverityRule;
/// use redress::policy::{Condition, Policy, Routing, SeverityRules};
/// use redress::sample;
/// use redress::triage::answer::Level;
/// use redress::triage::{History, triage};
/// use redress::vocab::{Fact, RuleId, Severity};
/// use redress::word;
///
/// let press = Condition::has(Fact::MEDIA_EXPOSURE);
/// let rules = SeverityRules::new([Severity::General, Severity::Serious])
///     .with_rule(SeverityRule::new(word!(RuleId, "press"), Severity::Serious, press))
///     .with_otherwise(Severity::General);
/// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
///     .severity(rules)
///     .build()?;
/// let complaint = sample::complaint()?.with_fact(Fact::MEDIA_EXPOSURE, 1);
/// let triaged = triage(&policy, &complaint, &History::none())?;
/// assert_eq!(triaged.severity().ok_or("not rated")?.level(), Level::ByRules(Severity::Serious));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # In a document
///
/// | Key | Value |
/// |---|---|
/// | `levels` | the levels that the organisation uses |
/// | `rules`, `fallbacks` | lists of rules: `rule` (the id), `level`, `when`, and optionally `marks` and `citation` |
/// | `escalations` | a list of rules with `from`, the level that they raise |
/// | `otherwise` | the default level |
/// | `gaps` | `refused` (the default) or `unrated` |
///
/// A `when` is a [`Condition`]. Each entry of `marks` has a `mark`, and optionally a `when`.
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

/// A rule that raises a complaint from one level to a higher one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Escalation {
    pub(crate) from: Severity,
    pub(crate) rule: SeverityRule,
}

impl SeverityRules {
    /// Creates a table without rules, over the levels that the organisation uses. Their order does not matter.
    pub fn new(levels: impl IntoIterator<Item = Severity>) -> Self {
        let mut levels: Vec<Severity> = levels.into_iter().collect();
        levels.sort_unstable();
        levels.dedup();
        let (rules, fallbacks, escalations) = (Vec::new(), Vec::new(), Vec::new());
        Self { levels, rules, fallbacks, escalations, default: None, gaps: SeverityGaps::Refused }
    }

    /// Adds a level to the levels in use.
    ///
    /// ```
    /// use redress::policy::SeverityRules;
    /// use redress::vocab::Severity;
    ///
    /// let rules = SeverityRules::new([Severity::Serious]).with_level(Severity::Minor).with_level(Severity::Minor);
    /// assert_eq!(rules.levels(), [Severity::Minor, Severity::Serious]); // ascending, each once
    /// ```
    pub fn with_level(self, level: Severity) -> Self {
        let levels = Self::new(self.levels.into_iter().chain([level])).levels;
        Self { levels, ..self }
    }

    /// Adds a rule.
    pub fn with_rule(mut self, rule: SeverityRule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Adds a rule that is asked only if no other rule holds.
    ///
    /// # Example: the amount decides only without a stronger reason
    ///
    /// ```
    /// use redress::policy::severity::SeverityRule;
    /// use redress::policy::{Condition, SeverityRules};
    /// use redress::vocab::{Fact, Money, RuleId, Severity};
    /// use redress::word;
    ///
    /// let danger = Condition::has(Fact::DANGER_TO_PERSON);
    /// let cheap = Condition::not(Condition::amount_at_least(Money::new(5_000, "EUR".parse()?)));
    /// let rules = SeverityRules::new([Severity::Minor, Severity::General, Severity::Serious])
    ///     .with_rule(SeverityRule::new(word!(RuleId, "danger"), Severity::Serious, danger))
    ///     .with_fallback(SeverityRule::new(word!(RuleId, "cheap"), Severity::Minor, cheap))
    ///     .with_otherwise(Severity::General);
    /// assert_eq!(rules.fallbacks().len(), 1);
    /// assert_eq!(rules.rules().len(), 1); // fallbacks are not among the rules
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_fallback(mut self, rule: SeverityRule) -> Self {
        self.fallbacks.push(rule);
        self
    }

    /// Adds a rule that raises a complaint from level `from` to the level of `rule`, which must be the next level in
    /// use.
    ///
    /// `from` is the level that the other rules, the fallbacks or the default give. Only one escalation applies to a
    /// complaint.
    ///
    /// # Example: a repeated complaint counts more
    ///
    /// ```
    /// use redress::policy::condition::{Recurrence, RecurrenceKey};
    /// use redress::policy::severity::SeverityRule;
    /// use redress::policy::{Condition, SeverityRules};
    /// use redress::vocab::{RuleId, Severity};
    /// use redress::word;
    ///
    /// let again = Condition::repeats(Recurrence::new([RecurrenceKey::Complainant], 2));
    /// let rules = SeverityRules::new([Severity::General, Severity::Serious])
    ///     .with_otherwise(Severity::General)
    ///     .with_escalation(Severity::General, SeverityRule::new(word!(RuleId, "again"), Severity::Serious, again));
    /// let (from, rule) = rules.escalations().next().ok_or("no escalation")?;
    /// assert_eq!((from, rule.level()), (Severity::General, Severity::Serious));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_escalation(mut self, from: Severity, rule: SeverityRule) -> Self {
        self.escalations.push(Escalation { from, rule });
        self
    }

    /// Sets the default: the level of a complaint for which no rule holds. Without a default, such a complaint is not
    /// rated.
    ///
    /// # Example: without a default
    ///
    /// ```
    /// use redress::policy::severity::SeverityRule;
    /// use redress::policy::{Condition, Policy, Routing, SeverityRules};
    /// use redress::sample;
    /// use redress::triage::answer::Level;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Fact, RuleId, Severity};
    /// use redress::word;
    ///
    /// let danger = Condition::has(Fact::DANGER_TO_PERSON);
    /// let rules = SeverityRules::new([Severity::Serious])
    ///     .with_rule(SeverityRule::new(word!(RuleId, "danger"), Severity::Serious, danger));
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .severity(rules)
    ///     .build()?;
    /// let complaint = sample::complaint()?; // nobody is in danger
    /// let triaged = triage(&policy, &complaint, &History::none())?;
    /// assert_eq!(triaged.severity().ok_or("no rules")?.level(), Level::Unrated);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn with_otherwise(mut self, level: Severity) -> Self {
        self.default = Some(level);
        self
    }

    /// Sets what a gap between the rules means. The default is [`SeverityGaps::Refused`].
    ///
    /// A gap is a complaint that no rule rates, although the same complaint with less of something is rated. With a
    /// default level there are no gaps.
    ///
    /// # Example: 69 minutes belong to no rule
    ///
    /// ```
    /// use redress::policy::{Condition, Policy, Routing, SeverityRules};
    /// use redress::policy::severity::{SeverityGaps, SeverityRule};
    /// use redress::sample;
    /// use redress::vocab::{Fact, RuleId, Severity};
    /// use redress::word;
    ///
    /// let late = |minutes| Condition::at_least(Fact::MINUTES_LATE, minutes);
    /// let some = Condition::all([late(1), Condition::not(late(69))]);
    /// let rules = SeverityRules::new([Severity::Minor, Severity::Serious])
    ///     .with_rule(SeverityRule::new(word!(RuleId, "some"), Severity::Minor, some))
    ///     .with_rule(SeverityRule::new(word!(RuleId, "many"), Severity::Serious, late(70)));
    /// let calendar = sample::calendar()?;
    /// let desk = || Policy::builder("desk").version("1").calendar(calendar.clone()).routing(Routing::none());
    /// assert_eq!(
    ///     desk().severity(rules.clone()).build().unwrap_err().to_string(),
    ///     "severity: no rule rates fact `minutes-late` 69 times, where rule `some` ends; add a rule, \
    ///      set `otherwise`, or set `gaps = \"unrated\"`",
    /// );
    /// assert!(desk().severity(rules.with_gaps(SeverityGaps::Unrated)).build().is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn with_gaps(mut self, gaps: SeverityGaps) -> Self {
        self.gaps = gaps;
        self
    }

    /// Returns what a gap between the rules means.
    #[must_use]
    pub const fn gaps(&self) -> SeverityGaps {
        self.gaps
    }

    /// Returns the rules, without fallbacks and escalations, in the order of their declaration.
    #[must_use]
    pub fn rules(&self) -> &[SeverityRule] {
        &self.rules
    }

    /// Returns the rules that are asked only if no other rule holds.
    #[must_use]
    pub fn fallbacks(&self) -> &[SeverityRule] {
        &self.fallbacks
    }

    /// Returns the rules that raise a complaint, each with the level from which it does so.
    #[must_use]
    pub fn escalations(&self) -> impl ExactSizeIterator<Item = (Severity, &SeverityRule)> {
        self.escalations.iter().map(|escalation| (escalation.from, &escalation.rule))
    }

    /// Returns the default level, or `None` if a complaint for which no rule holds is not rated.
    #[must_use]
    pub const fn otherwise(&self) -> Option<Severity> {
        self.default
    }

    /// Returns the levels in use, ascending, each once.
    #[must_use]
    pub fn levels(&self) -> &[Severity] {
        &self.levels
    }

    /// Returns whether more facts, more money or more earlier complaints can never lower a severity.
    ///
    /// This is guaranteed if no condition contains `not`, no fallback lies above a rule, the default lies above
    /// neither, and there is a default.
    ///
    /// # Example: a `not` can lower the severity
    ///
    /// ```
    /// use redress::policy::severity::SeverityRule;
    /// use redress::policy::{Condition, SeverityRules};
    /// use redress::vocab::{Fact, RuleId, Severity};
    /// use redress::word;
    ///
    /// let rule = |when| SeverityRule::new(word!(RuleId, "a"), Severity::Serious, when);
    /// let rules = SeverityRules::new([Severity::General, Severity::Serious]).with_otherwise(Severity::General);
    /// let explained = Condition::has(Fact::NOT_EXPLAINED);
    /// assert!(rules.clone().with_rule(rule(explained.clone())).is_monotone());
    /// assert!(!rules.with_rule(rule(Condition::not(explained))).is_monotone());
    /// ```
    #[must_use]
    pub fn is_monotone(&self) -> bool {
        let lowest = |rules: &[SeverityRule]| rules.iter().map(SeverityRule::level).min();
        let highest = |rules: &[SeverityRule]| rules.iter().map(SeverityRule::level).max();
        // Why this is enough: without `not`, more facts only add rules that hold, so the highest level of the rules
        // that hold can only rise. The same is true of the fallbacks. The step from the default to a fallback, or from
        // either to a rule, never goes down, because each kind starts no lower than the kind before it ends. An
        // escalation goes to the next level in use, so that a complaint which reaches that level by itself does not
        // end up lower. Without a default, complaints may be unrated, which is no level to compare with.
        let Some(default) = self.default else { return false };
        let free = self.all().all(|(_, rule)| rule.when.is_free_of_not());
        let fallbacks = lowest(&self.fallbacks).is_none_or(|lowest| default <= lowest);
        let below = default.max(highest(&self.fallbacks).unwrap_or(default));
        free && fallbacks && lowest(&self.rules).is_none_or(|lowest| below <= lowest)
    }

    /// Whether there may be a complaint that is rated by no rule and no default.
    pub(crate) fn may_leave_unrated(&self) -> bool {
        // A condition and its negation leave no complaint out: one of them holds, or both are unknown.
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

    /// Every rule with its position: first the rules, then the fallbacks, then the escalations.
    pub(crate) fn all(&self) -> impl Iterator<Item = (usize, &SeverityRule)> {
        let escalations = self.escalations.iter().map(|escalation| &escalation.rule);
        self.rules.iter().chain(&self.fallbacks).chain(escalations).enumerate()
    }

    /// Every condition of the table, those of marks included.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.all().flat_map(|(_, rule)| {
            core::iter::once(&rule.when).chain(rule.marks.iter().filter_map(|(_, when)| when.as_ref()))
        })
    }
}
