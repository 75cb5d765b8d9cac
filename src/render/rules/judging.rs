//! How complaints are rated and marked, in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::policy::SeverityRules;
use crate::policy::severity::{MarkRule, Rating, SeverityGaps, SeverityRule};
use crate::policy::track::{ForcedClosure, ForcedClosureTest, Requirement};
use crate::render::phrase::Said;
use crate::render::phrase::tell;
use crate::render::renderer::Renderer;
use crate::render::rules::entry::PolicyEntry;
use crate::vocab::{Severity, Word};

impl Renderer<'_> {
    pub(super) fn severity_rules(&self, rules: &SeverityRules) -> Vec<PolicyEntry> {
        let level = |level: Severity| level.said(self);
        let levels: Vec<&str> = rules.levels().iter().map(|&one| level(one)).collect();
        let levels = levels.join(self.comma());
        let mut lines = Vec::from([PolicyEntry::new(tell!(self, RULE_LEVELS_HIGHEST_RULES, levels))]);
        lines.extend(rules.rules().iter().map(|rule| {
            let (id, to, when) = (rule.id(), level(rule.level()), self.condition(rule.when()));
            self.rated(rule, tell!(self, RULE_TO_WHEN_ID, to, when, id))
        }));
        lines.extend(rules.fallbacks().iter().map(|rule| {
            let (id, to, when) = (rule.id(), level(rule.level()), self.condition(rule.when()));
            self.rated(rule, tell!(self, RULE_IF_NO_RULE, to, when, id))
        }));
        lines.extend(rules.escalations().map(|(from, rule)| {
            let (id, when) = (rule.id(), self.condition(rule.when()));
            let (from, to) = (level(from), level(rule.level()));
            self.rated(rule, tell!(self, RULE_RAISED_FROM, from, to, when, id))
        }));
        let otherwise = match (rules.otherwise(), rules.gaps()) {
            (Some(one), _) => {
                let one = level(one);
                tell!(self, RULE_OTHERWISE, one)
            }
            (None, SeverityGaps::Unrated) => tell!(self, RULE_OTHERWISE_NOT_RATED),
            (None, SeverityGaps::Refused) => {
                tell!(self, RULE_OTHERWISE_UNRATED)
            }
        };
        lines.push(otherwise.into());
        lines
    }

    fn rated(&self, rule: &SeverityRule, text: String) -> PolicyEntry {
        let marks = rule.marks().iter().map(|(mark, when)| {
            let mark = self.label(mark);
            let when = when.as_ref().map_or(String::new(), |when| {
                let when = self.condition(when);
                tell!(self, RULE_WHERE, when)
            });
            tell!(self, RULE_MARK, mark, when).into()
        });
        PolicyEntry::new(text).cited(rule.citation()).with(marks.collect::<Vec<_>>())
    }

    pub(super) fn rating<W: Word>(&self, rating: &Rating<W>) -> Vec<PolicyEntry> {
        let mut lines = Vec::from([PolicyEntry::new(tell!(self, RULE_FIRST_RULE_HOLDS))]);
        lines.extend(rating.rules().iter().map(|rule| {
            let word = rule.word();
            let (id, word, when) = (rule.id(), self.text(&word), self.condition(rule.when()));
            let mark = rule.mark().map(|(mark, when)| {
                let (mark, when) = (self.label(mark), self.condition(when));
                PolicyEntry::new(tell!(self, RULE_MARK_WHERE, mark, when))
            });
            let text = tell!(self, RULE_WORD_WHEN_ID, word, when, id);
            PolicyEntry::new(text).cited(rule.citation()).with(mark)
        }));
        let otherwise = if let Some(word) = rating.word_otherwise() {
            tell!(self, RULE_OTHERWISE_WORD, word = self.text(&word))
        } else {
            tell!(self, RULE_OTHERWISE_UNRATED)
        };
        lines.push(otherwise.into());
        lines
    }

    pub(super) fn mark_rule(&self, rule: &MarkRule) -> PolicyEntry {
        let mark = rule.mark();
        let (id, mark, when) = (rule.id(), self.text(&mark), self.condition(rule.when()));
        PolicyEntry::new(tell!(self, RULE_MARK_WHEN_ID, mark, when, id)).cited(rule.citation())
    }

    pub(super) fn requirement(&self, rule: &Requirement) -> PolicyEntry {
        let (id, input, when) =
            (rule.id, self.labels.input(&rule.input, self.locale), self.condition(&rule.when));
        let word = self.input_word(rule.input, &rule.word).to_string();
        PolicyEntry::new(tell!(self, RULE_WORD_ONLY_WHERE, input, word, when, id)).cited(&rule.citation)
    }

    pub(super) fn forced_closure(&self, rule: &ForcedClosure) -> PolicyEntry {
        let (listed, no_solution) = (self.label(&rule.listed), self.label(&rule.no_solution));
        let text = match rule.test {
            ForcedClosureTest::ListAndNoSolution => {
                tell!(self, RULE_CLOSED_INSTEAD_DISPATCHED, listed, no_solution)
            }
            ForcedClosureTest::ListAlone => tell!(self, RULE_CLOSED_INSTEAD_DISPATCHED_LISTED, listed),
        };
        PolicyEntry::new(text).cited(&rule.citation)
    }
}
