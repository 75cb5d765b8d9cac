//! How severe a complaint is, and which rules say so.

use crate::policy::condition::{Facts, Levels, Truth};
use crate::policy::severity::{SeverityRule, SeverityTable};
use crate::policy::{Bits, Numbers};
use crate::vocab::Severity;

/// How severe a complaint is by the rules of a policy, and which rules say so.
///
/// # Example: a person is in danger
///
/// ```
/// use redress::sample;
/// use redress::triage::answer::Level;
/// use redress::triage::{History, triage};
/// use redress::vocab::{Fact, Severity};
///
/// let policy = sample::policy()?;
/// let complaint = sample::complaint()?.with_fact(Fact::DANGER_TO_PERSON, 1);
/// let answer = triage(&policy, &complaint, &History::none())?;
/// let rated = answer.severity().ok_or("the policy rates complaints")?;
/// assert_eq!(rated.level(), Level::ByRules(Severity::Serious));
/// assert_eq!(rated.matched().map(|rule| rule.id().to_string()).collect::<Vec<_>>(), ["danger"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SeverityTriage<'a> {
    table: &'a SeverityTable,
    levels: Levels,
    by_default: bool,
    matched: Bits,
    unknown: Bits,
    may_decide: Bits,
}

/// How severe a complaint is.
///
/// # Example: no rule holds
///
/// ```
/// use redress::sample;
/// use redress::triage::History;
/// use redress::triage::answer::Level;
/// use redress::vocab::{Fact, Severity};
///
/// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
/// let level = |complaint| Ok::<_, Box<dyn std::error::Error>>(policy.prepare(complaint, &History::none())?.level());
/// assert_eq!(level(&complaint)?, Some(Level::Default(Severity::General)));
/// let danger = complaint.clone().with_fact(Fact::DANGER_TO_PERSON, 1);
/// assert_eq!(level(&danger)?, Some(Level::ByRules(Severity::Serious)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new outcome must break every reader")]
pub enum Level {
    /// Rules hold, or some of them do. This is the highest of their levels, or the level to which an escalation raises
    /// it.
    ByRules(Severity),
    /// No rule is known to hold, and this is the default that the policy declares. Rules that may still hold would come
    /// to the same level.
    Default(Severity),
    /// No rule holds, and the policy declares no default.
    Unrated,
    /// The level depends on something unknown. It is one of the levels from the first to the second. If the first is
    /// `None`, the complaint may also be unrated.
    Undetermined(Option<Severity>, Severity),
}

impl Level {
    /// Returns the answer for a set of possible levels.
    pub(super) fn of(levels: Levels, by_default: bool) -> Self {
        let (lowest, highest) = (levels.iter().next().flatten(), levels.iter().next_back().flatten());
        match (levels.is_one(), highest) {
            (_, None) => Self::Unrated,
            (false, Some(highest)) => Self::Undetermined(lowest, highest),
            (true, Some(level)) if by_default => Self::Default(level),
            (true, Some(level)) => Self::ByRules(level),
        }
    }

    /// The result for one level.
    #[inline]
    pub(super) const fn decided(level: Option<Severity>, by_default: bool) -> Self {
        match level {
            None => Self::Unrated,
            Some(level) if by_default => Self::Default(level),
            Some(level) => Self::ByRules(level),
        }
    }

    /// Returns the level, or `None` if there is none or it is undetermined.
    ///
    /// # Example: an unanswered question leaves the level open
    ///
    /// ```
    /// use redress::policy::severity::SeverityRule;
    /// use redress::policy::{Condition, Policy, Routing, SeverityRules};
    /// use redress::triage::History;
    /// use redress::triage::answer::Level;
    /// use redress::vocab::{Fact, RuleId, Severity};
    /// # use redress::{sample, word};
    ///
    /// let danger = Condition::has(Fact::DANGER_TO_PERSON);
    /// let rules = SeverityRules::new([Severity::Minor, Severity::Critical])
    ///     .with_rule(SeverityRule::new(word!(RuleId, "danger"), Severity::Critical, danger))
    ///     .with_otherwise(Severity::Minor);
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let policy = desk.severity(rules).must_ask([Fact::DANGER_TO_PERSON]).build()?;
    /// let level = policy.prepare(&sample::complaint()?, &History::none())?.level().ok_or("not rated")?;
    /// assert_eq!(level, Level::Undetermined(Some(Severity::Minor), Severity::Critical));
    /// assert_eq!(level.severity(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::ByRules(level) | Self::Default(level) => Some(level),
            Self::Unrated | Self::Undetermined(..) => None,
        }
    }
}

impl<'a> SeverityTriage<'a> {
    pub(super) fn of(table: &'a SeverityTable, numbers: &Numbers, facts: &impl Facts) -> Self {
        let rated = table.rate(numbers, facts);
        Self {
            table,
            levels: rated.levels,
            by_default: rated.by_default,
            matched: rated.matched,
            unknown: rated.unknown,
            may_decide: rated.may_decide,
        }
    }

    /// Returns the rules that may turn out to give the level, each with whether it does.
    pub(super) fn may_decide(&self) -> impl Iterator<Item = (&'a SeverityRule, Truth)> + '_ {
        self.may_decide.iter().filter_map(|position| {
            let decides = self.levels.is_one() && self.matched.contains(position);
            let truth = if decides { Truth::True } else { Truth::Unknown };
            Some((self.table.rule(position)?, truth))
        })
    }

    pub(super) const fn levels(&self) -> Levels {
        self.levels
    }

    /// Returns the level, if it is decided.
    pub(super) fn decided(&self) -> Option<Severity> {
        self.level().severity()
    }

    /// Returns how severe the complaint is.
    #[must_use]
    pub fn level(&self) -> Level {
        Level::of(self.levels, self.by_default)
    }

    /// Returns every rule that holds. Fallbacks are included only if no other rule holds, an escalation only if it
    /// raises the level.
    pub fn matched(&self) -> impl Iterator<Item = &'a SeverityRule> + '_ {
        self.matched.iter().filter_map(|position| self.table.rule(position))
    }

    /// Returns the rules that may hold.
    ///
    /// If the level is undetermined, it depends on these rules. If no rule is known to hold, they would come to the
    /// same level, or belong to an escalation that would.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::severity::SeverityRule;
    /// use redress::policy::{Condition, Policy, Routing, SeverityRules};
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Fact, RuleId, Severity};
    /// # use redress::{sample, word};
    ///
    /// let danger = Condition::has(Fact::DANGER_TO_PERSON);
    /// let rules = SeverityRules::new([Severity::Minor, Severity::Critical])
    ///     .with_rule(SeverityRule::new(word!(RuleId, "danger"), Severity::Critical, danger))
    ///     .with_otherwise(Severity::Minor);
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let policy = desk.severity(rules).must_ask([Fact::DANGER_TO_PERSON]).build()?;
    /// let complaint = sample::complaint()?; // nobody has asked about danger
    /// let answer = triage(&policy, &complaint, &History::none())?;
    /// let rated = answer.severity().ok_or("not rated")?;
    /// assert!(rated.open().map(SeverityRule::id).eq([word!(RuleId, "danger")]));
    /// assert_eq!(rated.matched().count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open(&self) -> impl Iterator<Item = &'a SeverityRule> + '_ {
        self.unknown.iter().filter_map(|position| self.table.rule(position))
    }
}
