//! How much time a clock has: one deadline, or a table of them.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::deadline::Deadline;
use crate::policy::cited::cited;
use crate::text::map_only::map_only;
use crate::vocab::{Category, RuleId, Severity};

/// How much time a clock has: one deadline for all complaints, a table of targets, or nothing yet.
///
/// # Example: which of the three a rule has
///
/// ```
/// use redress::deadline::{Clock, Deadline, Term};
/// use redress::policy::ClockRule;
/// use redress::policy::clock::Targets;
/// use redress::vocab::{Anchor, ClockName};
///
/// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
/// let rule = ClockRule::new(clock.clone(), Term::working_days(2));
/// assert_eq!(rule.targets(), &Targets::Same(Deadline::from(Term::working_days(2))));
/// assert_eq!(ClockRule::by_target(clock, []).targets(), &Targets::Table(Vec::new()));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a target is the same for all, by a table, or not set")]
pub enum Targets {
    /// One deadline, whatever the complaint is about.
    Same(Deadline),
    /// A deadline that depends on the category and the severity. A complaint that no target covers has no deadline,
    /// unless the rule sets one with [`ClockRule::with_otherwise`](crate::policy::ClockRule::with_otherwise).
    Table(Vec<Target>),
    /// No deadline yet: the procedure leaves a number open, and the organisation has not set it. The text names the
    /// number. The clock is undetermined, and its error names the same number.
    NotSet(Cow<'static, str>),
}

/// The deadline of the complaints of one category, of one severity and above, or of both.
///
/// A target of a category covers its children too. If several targets cover a complaint, the target of the nearest
/// category decides. Among targets of the same category, the one with the highest severity decides.
///
/// # Example: the nearest category decides before the severity
///
/// ```
/// use redress::calendar::Span;
/// use redress::deadline::{Clock, Term};
/// use redress::policy::ClockRule;
/// use redress::policy::clock::Target;
/// use redress::vocab::{Anchor, Category, ClockName, RuleId, Severity};
/// use redress::word;
///
/// let closure = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
/// let rule = ClockRule::by_target(
///     closure,
///     [
///         Target::of_severity(word!(RuleId, "serious"), Severity::Serious, Term::elapsed(Span::hours(24))),
///         Target::new(word!(RuleId, "parts"), Category::SPARE_PARTS, Term::working_days(3)),
///         Target::new(word!(RuleId, "grave-parts"), Category::SPARE_PARTS, Term::working_days(1))
///             .with_from_severity(Severity::Critical),
///     ],
/// )
/// .with_otherwise(Term::working_days(10));
/// let chosen = |category, level| rule.target(Some(category), Some(level)).map(Target::id);
///
/// assert_eq!(chosen(Category::SPARE_PARTS, Severity::Critical), Some(word!(RuleId, "grave-parts")));
/// assert_eq!(chosen(Category::SPARE_PARTS, Severity::Serious), Some(word!(RuleId, "parts"))); // not `serious`
/// assert_eq!(chosen(Category::SALES_PROCESS, Severity::Serious), Some(word!(RuleId, "serious")));
/// assert_eq!(chosen(Category::SALES_PROCESS, Severity::General), None); // ten working days
/// ```
///
/// As a document: `{"target": "parts", "category": "spare-parts", "due": {"working-days": 3}}`.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct Target {
    #[serde(rename = "target")]
    pub(crate) id: RuleId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) category: Option<Category>,
    #[serde(default, rename = "from-severity", skip_serializing_if = "Option::is_none")]
    pub(crate) level: Option<Severity>,
    #[serde(rename = "due")]
    pub(crate) deadline: Deadline,
    /// The name of the calendar by which the target counts. `None`: the clock's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) calendar: Option<Cow<'static, str>>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub(crate) citation: Cow<'static, str>,
}

map_only!(Target, "a target");

cited!(Target);

impl Target {
    /// Creates a target for a category and its children, at every severity. Reasons name the target by its id.
    #[must_use]
    pub fn new(id: RuleId, category: Category, deadline: impl Into<Deadline>) -> Self {
        let citation = Cow::Borrowed("");
        let (category, deadline) = (Some(category), deadline.into());
        Self { id, category, level: None, deadline, calendar: None, citation }
    }

    /// Creates a target for a severity and all above it, in every category. Reasons name the target by its id.
    #[must_use]
    pub fn of_severity(id: RuleId, level: Severity, deadline: impl Into<Deadline>) -> Self {
        let citation = Cow::Borrowed("");
        let (level, deadline) = (Some(level), deadline.into());
        Self { id, category: None, level, deadline, calendar: None, citation }
    }

    /// Limits the target to complaints of this severity and above. An unrated complaint is below every severity.
    #[must_use]
    pub const fn with_from_severity(mut self, level: Severity) -> Self {
        self.level = Some(level);
        self
    }

    /// Makes the target count by the calendar of the policy that has this name, whatever calendar its clock uses.
    ///
    /// With it, a desk that works on Saturdays for serious complaints only can have its own hours.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::deadline::Term;
    /// use redress::policy::clock::Target;
    /// use redress::vocab::{RuleId, Severity};
    /// use redress::word;
    ///
    /// let grave = Target::of_severity(word!(RuleId, "grave"), Severity::Critical, Term::working_days(1));
    /// assert_eq!(grave.calendar(), None);
    /// assert_eq!(grave.with_calendar("saturdays").calendar(), Some("saturdays"));
    /// ```
    #[must_use]
    pub fn with_calendar(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.calendar = Some(name.into());
        self
    }

    /// Returns the name of the calendar by which the target counts, or `None` for the calendar of its clock.
    #[must_use]
    pub fn calendar(&self) -> Option<&str> {
        self.calendar.as_deref()
    }

    /// Returns the category that the target covers, with its children, or `None` if it covers all.
    #[must_use]
    pub const fn category(&self) -> Option<Category> {
        self.category
    }

    /// Returns the lowest severity that the target covers, or `None` if it covers all, unrated complaints included.
    #[must_use]
    pub const fn severity(&self) -> Option<Severity> {
        self.level
    }

    pub(in crate::policy) fn covers(&self, category: Option<Category>, level: Option<Severity>) -> bool {
        let in_category = match (&self.category, category) {
            (None, _) => true,
            (Some(own), Some(category)) => category.is_or_under(own),
            (Some(_), None) => false,
        };
        in_category && (self.level.is_none() || self.level <= level)
    }

    /// Returns how much time complaints have that the target covers.
    #[must_use]
    pub const fn deadline(&self) -> &Deadline {
        &self.deadline
    }
}
