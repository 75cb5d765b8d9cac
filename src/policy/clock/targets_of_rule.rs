//! Looks up the targets of a clock, with the index if the rule has one.

use alloc::vec::Vec;

use crate::policy::clock::rule::ClockRule;
use crate::policy::clock::target::{Target, Targets};
use crate::policy::clock::target_index::{Index, Indexed, ancestors};
use crate::vocab::{Category, RuleId, Severity};

impl ClockRule {
    /// Returns the rule with an index over its targets and categories.
    pub(crate) fn indexed(mut self) -> Self {
        self.indexed = Indexed(Some(Index::of(&self.targets, &self.only_for)));
        self
    }

    /// Returns the target that decides for a complaint of this category and severity, or `None` if no target covers it.
    ///
    /// Pass `None` for a complaint that has no category, or that is not rated. In a built policy, the look-up takes the
    /// same time for 1,000 targets as for one. [`Target`] has an example.
    ///
    /// # Example: no category, and no severity
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::ClockRule;
    /// use redress::policy::clock::Target;
    /// use redress::vocab::{Anchor, ClockName, RuleId, Severity};
    /// use redress::word;
    ///
    /// let serious = Target::of_severity(word!(RuleId, "serious"), Severity::Serious, Term::working_days(1));
    /// let rule = ClockRule::by_target(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), [serious]);
    /// assert!(rule.target(None, Some(Severity::Critical)).is_some()); // serious, and all above
    /// assert!(rule.target(None, None).is_none()); // not rated: below every severity
    /// ```
    #[must_use]
    pub fn target(&self, category: Option<Category>, level: Option<Severity>) -> Option<&Target> {
        let Targets::Table(targets) = &self.targets else { return None };
        if let Some(index) = &self.indexed.0 {
            return targets.get(usize::try_from(index.place(category, level)?).ok()?);
        }
        let nearness = |target: &&Target| (target.category.map(|own| own.as_str().len()), target.level);
        targets.iter().filter(|target| target.covers(category, level)).max_by_key(nearness)
    }

    /// Returns the targets with these ids, each once, in the order of the rule.
    pub(crate) fn targets_named(&self, ids: &[RuleId]) -> Vec<&Target> {
        let Targets::Table(targets) = &self.targets else { return Vec::new() };
        let Some(index) = &self.indexed.0 else {
            return targets.iter().filter(|target| ids.contains(&target.id)).collect();
        };
        let mut places: Vec<u32> = ids.iter().filter_map(|id| index.ids.get(id.code())).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| targets.get(usize::try_from(place).ok()?)).collect()
    }

    /// Returns whether complaints of a category can have the clock, if it is limited to some categories.
    pub(crate) fn covers(&self, category: Category) -> bool {
        match &self.indexed.0 {
            Some(index) => ancestors(*category.code()).any(|code| index.only_for.get(&code).is_some()),
            None => self.only_for.iter().any(|own| category.is_or_under(own)),
        }
    }
}
