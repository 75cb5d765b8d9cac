//! How complaints are rated and marked, in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::policy::SeverityRules;
use crate::policy::severity::{MarkRule, Rating, SeverityGaps, SeverityRule};
use crate::policy::track::{ForcedClosure, ForcedClosureTest, Requirement};
use crate::render::phrase::tell;
use crate::render::renderer::Renderer;
use crate::render::rules::entry::PolicyEntry;
use crate::vocab::{Severity, Word};

impl Renderer<'_> {
    pub(super) fn severity_rules(&self, rules: &SeverityRules) -> Vec<PolicyEntry> {
        let locale = self.locale;
        let level = |level: Severity| level.label(locale);
        let levels: Vec<&str> = rules.levels().iter().map(|&one| level(one)).collect();
        let levels = levels.join(self.comma());
        let mut lines = Vec::from([PolicyEntry::new(tell!(
            locale,
            "levels: {levels}; the highest of the rules that hold counts",
            "级别：{levels}；取成立的规则中最高者",
            "級別：{levels}；取成立的規則中最高者"
        ))]);
        lines.extend(rules.rules().iter().map(|rule| {
            let (id, to, when) = (rule.id(), level(rule.level()), self.condition(rule.when()));
            self.rated(
                rule,
                tell!(locale, "{to}: {when} (`{id}`)", "{to}：{when}（`{id}`）", "{to}：{when}（`{id}`）"),
            )
        }));
        lines.extend(rules.fallbacks().iter().map(|rule| {
            let (id, to, when) = (rule.id(), level(rule.level()), self.condition(rule.when()));
            self.rated(
                rule,
                tell!(
                    locale,
                    "if no rule above holds, {to}: {when} (`{id}`)",
                    "以上规则均不成立时，{to}：{when}（`{id}`）",
                    "以上規則均不成立時，{to}：{when}（`{id}`）"
                ),
            )
        }));
        lines.extend(rules.escalations().map(|(from, rule)| {
            let (id, when) = (rule.id(), self.condition(rule.when()));
            let (from, to) = (level(from), level(rule.level()));
            self.rated(
                rule,
                tell!(
                    locale,
                    "raised from {from} to {to}: {when} (`{id}`)",
                    "由{from}升为{to}：{when}（`{id}`）",
                    "由{from}升為{to}：{when}（`{id}`）"
                ),
            )
        }));
        let otherwise = match (rules.otherwise(), rules.gaps()) {
            (Some(one), _) => {
                let one = level(one);
                tell!(locale, "otherwise: {one}", "其他：{one}", "其他：{one}")
            }
            (None, SeverityGaps::Unrated) => tell!(
                locale,
                "otherwise: not rated, and gaps between the rules are meant",
                "其他：不定级（规则间的空缺为有意设置）",
                "其他：不定級（規則間的空缺為有意設定）"
            ),
            (None, SeverityGaps::Refused) => {
                tell!(locale, "otherwise: not rated", "其他：不定级", "其他：不定級")
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
                tell!(self.locale, ", where {when}", "，条件：{when}", "，條件：{when}")
            });
            tell!(self.locale, "mark: {mark}{when}", "标记：{mark}{when}", "標記：{mark}{when}").into()
        });
        PolicyEntry::new(text).cited(rule.citation()).with(marks.collect::<Vec<_>>())
    }

    pub(super) fn rating<W: Word>(&self, rating: &Rating<W>) -> Vec<PolicyEntry> {
        let locale = self.locale;
        let mut lines = Vec::from([PolicyEntry::new(tell!(
            locale,
            "the first rule that holds counts",
            "取首个成立的规则",
            "取首個成立的規則"
        ))]);
        lines.extend(rating.rules().iter().map(|rule| {
            let word = rule.word();
            let (id, word, when) = (rule.id(), self.text(&word), self.condition(rule.when()));
            let mark = rule.mark().map(|(mark, when)| {
                let (mark, when) = (self.label(mark), self.condition(when));
                PolicyEntry::new(tell!(
                    locale,
                    "mark: {mark}, where {when}",
                    "标记：{mark}，条件：{when}",
                    "標記：{mark}，條件：{when}"
                ))
            });
            let text = tell!(
                locale,
                "{word}: {when} (`{id}`)",
                "{word}：{when}（`{id}`）",
                "{word}：{when}（`{id}`）"
            );
            PolicyEntry::new(text).cited(rule.citation()).with(mark)
        }));
        let otherwise = match rating.word_otherwise() {
            Some(word) => {
                let word = self.text(&word);
                tell!(locale, "otherwise: {word}", "其他：{word}", "其他：{word}")
            }
            None => tell!(locale, "otherwise: not rated", "其他：不定级", "其他：不定級"),
        };
        lines.push(otherwise.into());
        lines
    }

    pub(super) fn mark_rule(&self, rule: &MarkRule) -> PolicyEntry {
        let mark = rule.mark();
        let (id, mark, when) = (rule.id(), self.text(&mark), self.condition(rule.when()));
        PolicyEntry::new(tell!(
            self.locale,
            "{mark}: {when} (`{id}`)",
            "{mark}：{when}（`{id}`）",
            "{mark}：{when}（`{id}`）"
        ))
        .cited(rule.citation())
    }

    pub(super) fn requirement(&self, rule: &Requirement) -> PolicyEntry {
        let (id, input, when) =
            (rule.id, self.labels.input(&rule.input, self.locale), self.condition(&rule.when));
        let word = self.input_word(rule.input, &rule.word).to_string();
        PolicyEntry::new(tell!(
            self.locale,
            "{input} {word} only where {when} (`{id}`)",
            "{input}为{word}须满足：{when}（`{id}`）",
            "{input}為{word}須滿足：{when}（`{id}`）"
        ))
        .cited(&rule.citation)
    }

    pub(super) fn forced_closure(&self, rule: &ForcedClosure) -> PolicyEntry {
        let (listed, no_solution) = (self.label(&rule.listed), self.label(&rule.no_solution));
        let text = match rule.test {
            ForcedClosureTest::ListAndNoSolution => tell!(
                self.locale,
                "closed instead of dispatched: {listed} and {no_solution}",
                "不派发而直接结案：{listed}，且{no_solution}",
                "不派發而直接結案：{listed}，且{no_solution}"
            ),
            ForcedClosureTest::ListAlone => tell!(
                self.locale,
                "closed instead of dispatched: {listed}",
                "不派发而直接结案：{listed}",
                "不派發而直接結案：{listed}"
            ),
        };
        PolicyEntry::new(text).cited(&rule.citation)
    }
}
