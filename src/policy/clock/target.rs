//! By what a clock is due: one deadline, or a table of them.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::deadline::Deadline;
use crate::policy::cited::cited;
use crate::text::map_only::map_only;
use crate::vocab::{Category, RuleId, Severity};

/// By what a clock is due.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a target is the same for all, by a table, or not set")]
pub enum Targets {
    /// By one deadline, whatever the complaint is about.
    Same(Deadline),
    /// By the category and the severity; a complaint that no target covers has none.
    Table(Vec<Target>),
    /// By nothing yet: a number that the procedure leaves open and nobody has set. The clock is
    /// undetermined, and says what is missing.
    NotSet(Cow<'static, str>),
}

/// The deadline of the complaints of a category, and of its children, or of those of a severity and above.
///
/// Of several that cover a complaint the one of the nearest category counts, and of these the one of the
/// highest level.
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
///             .with_from_severity(Severity::Serious),
///     ],
/// )
/// .with_otherwise(Term::working_days(10));
/// let grave = rule.target(Some(Category::SPARE_PARTS), Some(Severity::Critical)).map(Target::id);
/// assert_eq!(grave, Some(word!(RuleId, "grave-parts")));
/// ```
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
    /// The name of the calendar by which it counts; none where that is the one of the clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) calendar: Option<Cow<'static, str>>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub(crate) citation: Cow<'static, str>,
}

map_only!(Target, "a target");

cited!(Target);

impl Target {
    /// A target of a category with the id that reasons name it by.
    #[must_use]
    pub fn new(id: RuleId, category: Category, deadline: impl Into<Deadline>) -> Self {
        let citation = Cow::Borrowed("");
        let (category, deadline) = (Some(category), deadline.into());
        Self { id, category, level: None, deadline, calendar: None, citation }
    }

    /// A target of a severity and above, whatever the category, with the id that reasons name it by.
    #[must_use]
    pub fn of_severity(id: RuleId, level: Severity, deadline: impl Into<Deadline>) -> Self {
        let citation = Cow::Borrowed("");
        let (level, deadline) = (Some(level), deadline.into());
        Self { id, category: None, level, deadline, calendar: None, citation }
    }

    /// Keeps it to complaints of a severity and above.
    #[must_use]
    pub const fn with_from_severity(mut self, level: Severity) -> Self {
        self.level = Some(level);
        self
    }

    /// Counts it by a calendar of the policy that has this name, whatever the clock runs by: a desk that works on
    /// Saturdays for grave complaints alone.
    #[must_use]
    pub fn with_calendar(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.calendar = Some(name.into());
        self
    }

    /// The name of the calendar by which it counts; none where it names none.
    #[must_use]
    pub fn calendar(&self) -> Option<&str> {
        self.calendar.as_deref()
    }

    /// The category it covers, children included; none where it covers all.
    #[must_use]
    pub const fn category(&self) -> Option<Category> {
        self.category
    }

    /// The severity from which on it covers; none where it covers all.
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

    /// The deadline.
    #[must_use]
    pub const fn deadline(&self) -> &Deadline {
        &self.deadline
    }
}
