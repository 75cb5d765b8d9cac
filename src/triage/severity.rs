//! How bad a complaint is, and by which rules.

use crate::policy::condition::{Facts, Levels, Truth};
use crate::policy::severity::{SeverityRule, SeverityTable};
use crate::policy::{Bits, Numbers};
use crate::vocab::Severity;

/// What the severity rules of a policy come to for one complaint.
#[derive(Clone, Debug, PartialEq)]
pub struct SeverityTriage<'a> {
    table: &'a SeverityTable,
    levels: Levels,
    by_default: bool,
    matched: Bits,
    unknown: Bits,
    may_decide: Bits,
}

/// How bad a complaint is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new outcome must break every reader")]
pub enum Level {
    /// Rules hold, or some of them do, and this is the highest of their levels, or the one that an escalation
    /// lifts it to.
    ByRules(Severity),
    /// No rule is known to hold: the declared default. If rules may hold, they come to the same.
    Default(Severity),
    /// No rule holds, and no default is declared.
    Unrated,
    /// It depends on something unknown. It is one of the levels from the first to the second; no first one
    /// means that it may be unrated.
    Undetermined(Option<Severity>, Severity),
}

impl Level {
    /// What the levels that it may be come to.
    pub(super) fn of(levels: Levels, by_default: bool) -> Self {
        let (lowest, highest) = (levels.iter().next().flatten(), levels.iter().next_back().flatten());
        match (levels.is_one(), highest) {
            (_, None) => Self::Unrated,
            (false, Some(highest)) => Self::Undetermined(lowest, highest),
            (true, Some(level)) if by_default => Self::Default(level),
            (true, Some(level)) => Self::ByRules(level),
        }
    }

    /// What one level comes to.
    #[inline]
    pub(super) const fn decided(level: Option<Severity>, by_default: bool) -> Self {
        match level {
            None => Self::Unrated,
            Some(level) if by_default => Self::Default(level),
            Some(level) => Self::ByRules(level),
        }
    }

    /// The level, if there is one.
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

    /// The rules that may turn out to give the level, each with whether it does.
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

    /// The level, if there is one.
    pub(super) fn decided(&self) -> Option<Severity> {
        self.level().severity()
    }

    /// How bad it is.
    #[must_use]
    pub fn level(&self) -> Level {
        Level::of(self.levels, self.by_default)
    }

    /// Every rule that holds; the fallbacks only where no other rule does, an escalation only where it lifts.
    pub fn matched(&self) -> impl Iterator<Item = &'a SeverityRule> + '_ {
        self.matched.iter().filter_map(|position| self.table.rule(position))
    }

    /// The rules that may hold: those on which an undetermined answer depends, and where no rule is known to
    /// hold, those that come to the same, an escalation that holds among them.
    pub fn open(&self) -> impl Iterator<Item = &'a SeverityRule> + '_ {
        self.unknown.iter().filter_map(|position| self.table.rule(position))
    }
}
