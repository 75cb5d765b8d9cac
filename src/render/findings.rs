//! The severity of a complaint, its marks and its owner, as text.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::policy::routing::InputAnswer;
use crate::render::phrase::tell;
use crate::render::renderer::{Renderer, cited};
use crate::triage::Explanation;
use crate::triage::account::{
    FormAccount, Ground, LevelAccount, OwnerAccount, RouteAccount, RuleAccount, SeverityAccount, WordAccount,
};
use crate::vocab::{Code, Facet, Input, Locale, Severity};

impl Renderer<'_> {
    /// Writes the severity, with every rule that holds or may hold, and the words and marks that rules gave.
    pub(super) fn findings(&self, account: &Explanation) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(severity) = &account.severity {
            let level = self.level(severity);
            lines.push(tell!(self.locale, "Severity: {level}", "严重程度：{level}", "嚴重程度：{level}"));
            lines.extend(severity.matched.iter().map(|rule| self.rule(rule, false)));
            lines.extend(severity.open.iter().map(|rule| self.rule(rule, true)));
        }
        if !account.to_ask.is_empty() {
            let facts: Vec<&str> = account.to_ask.iter().map(|fact| self.label(fact)).collect();
            let facts = facts.join(self.comma());
            lines.push(tell!(self.locale, "To be asked: {facts}", "待询问：{facts}", "待詢問：{facts}"));
        }
        lines.extend(account.words.iter().map(|word| self.word(word)));
        lines.extend(account.marks.iter().map(|marked| {
            let (mark, rule) = (self.label(&marked.mark), marked.rule);
            let because = self.because(&marked.because);
            tell!(
                self.locale,
                "Mark: {mark}, by rule `{rule}`: {because}",
                "标记：{mark}，依规则 `{rule}`：{because}",
                "標記：{mark}，依規則 `{rule}`：{because}"
            )
        }));
        lines.extend(account.open_marks.iter().map(|marked| {
            let (mark, rule) = (self.label(&marked.mark), marked.rule);
            let because = self.waiting(&marked.because);
            tell!(
                self.locale,
                "Mark: {mark} may hold, by rule `{rule}`: {because}",
                "标记：可能为{mark}，依规则 `{rule}`：{because}",
                "標記：可能為{mark}，依規則 `{rule}`：{because}"
            )
        }));
        lines.extend(account.form.as_ref().map(|form| self.form(form)));
        lines
    }

    /// Writes who else gets the complaint, and for what others may.
    pub(super) fn routes(&self, account: &Explanation) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for route in &account.routes {
            let act = route.act.label(self.locale);
            let route = self.route(route);
            lines.push(tell!(self.locale, "{act}: {route}", "{act}：{route}", "{act}：{route}"));
        }
        lines.extend(account.missing.iter().map(|(act, inputs)| {
            let (act, inputs) = (act.label(self.locale), self.inputs(inputs));
            tell!(
                self.locale,
                "{act}: more may come, not known: {inputs}",
                "{act}：可能还有，尚不清楚：{inputs}",
                "{act}：可能還有，尚不清楚：{inputs}"
            )
        }));
        lines
    }

    /// Writes the severity in one phrase, for a column.
    pub(super) fn severity_in_short(&self, severity: &SeverityAccount) -> String {
        let rules: Vec<String> = severity.matched.iter().map(|rule| format!("`{}`", rule.rule)).collect();
        let by = rules.join(self.comma());
        if let LevelAccount::ByRules { level } = severity.level {
            let level = level.label(self.locale);
            tell!(self.locale, "{level} by {by}", "{level}，依 {by}", "{level}，依 {by}")
        } else {
            self.level(severity)
        }
    }

    fn level(&self, severity: &SeverityAccount) -> String {
        let label = |level: Severity| level.label(self.locale);
        match severity.level {
            LevelAccount::ByRules { level } => label(level).to_string(),
            LevelAccount::Default { level } if !severity.open.is_empty() => tell!(
                self.locale,
                "{level}, the default, whether or not the open rules hold",
                "{level}（缺省，未定的规则成立与否均同）",
                "{level}（預設，未定的規則成立與否均同）",
                level = label(level)
            ),
            LevelAccount::Default { level } => tell!(
                self.locale,
                "{level}, the default: no rule holds",
                "{level}（缺省，无规则成立）",
                "{level}（預設，無規則成立）",
                level = label(level)
            ),
            LevelAccount::Unrated => {
                tell!(self.locale, "not rated: no rule holds", "未定级：无规则成立", "未定級：無規則成立")
            }
            LevelAccount::Undetermined { lowest, highest } => {
                let unrated = tell!(self.locale, "not rated", "未定级", "未定級");
                let lowest = lowest.map_or(unrated, |level| label(level).to_string());
                let highest = label(highest);
                tell!(
                    self.locale,
                    "undetermined, from {lowest} to {highest}",
                    "无法确定，{lowest}至{highest}",
                    "無法確定，{lowest}至{highest}"
                )
            }
        }
    }

    fn rule(&self, rule: &RuleAccount, open: bool) -> String {
        let (id, level) = (rule.rule, rule.level.label(self.locale));
        let citation = cited(&rule.citation);
        if !open {
            let because = self.because(&rule.because);
            return tell!(
                self.locale,
                "  - rule `{id}` ({level}): {because}{citation}",
                "  - 规则 `{id}`（{level}）：{because}{citation}",
                "  - 規則 `{id}`（{level}）：{because}{citation}"
            );
        }
        let because = self.waiting(&rule.because);
        if rule.because.iter().any(Ground::is_open) {
            tell!(
                self.locale,
                "  - rule `{id}` ({level}) may hold: {because}{citation}",
                "  - 规则 `{id}`（{level}）可能成立：{because}{citation}",
                "  - 規則 `{id}`（{level}）可能成立：{because}{citation}"
            )
        } else {
            // For example an escalation, if the level that it raises is open.
            tell!(
                self.locale,
                "  - rule `{id}` ({level}) holds and may decide: {because}{citation}",
                "  - 规则 `{id}`（{level}）成立，可能起决定作用：{because}{citation}",
                "  - 規則 `{id}`（{level}）成立，可能起決定作用：{because}{citation}"
            )
        }
    }

    fn form(&self, form: &FormAccount) -> String {
        let (record, citation) = (self.label(&form.record), cited(&form.citation));
        if form.undetermined {
            let because = self.waiting(&form.because);
            tell!(
                self.locale,
                "Answered on form: {record}, perhaps: {because}{citation}",
                "答复表单：可能为{record}：{because}{citation}",
                "答覆表單：可能為{record}：{because}{citation}"
            )
        } else {
            let because = self.because(&form.because);
            tell!(
                self.locale,
                "Answered on form: {record}: {because}{citation}",
                "答复表单：{record}：{because}{citation}",
                "答覆表單：{record}：{because}{citation}"
            )
        }
    }

    fn word(&self, word: &WordAccount) -> String {
        let facet = self.labels.facet(&word.facet, self.locale);
        let value = match &word.word {
            Some(code) => self.told_apart(word.facet, code).into_owned(),
            None if word.undetermined => tell!(self.locale, "undetermined", "无法确定", "無法確定"),
            None => tell!(self.locale, "none, no rule holds", "无，无规则成立", "無，無規則成立"),
        };
        let because = word.rule.map_or(String::new(), |rule| {
            let because =
                if word.undetermined { self.waiting(&word.because) } else { self.because(&word.because) };
            let citation = cited(&word.citation);
            tell!(
                self.locale,
                ", by rule `{rule}`: {because}{citation}",
                "，依规则 `{rule}`：{because}{citation}",
                "，依規則 `{rule}`：{because}{citation}"
            )
        });
        let facet = capitalised(facet);
        tell!(
            self.locale,
            "{facet}: {value}{because}",
            "{facet}：{value}{because}",
            "{facet}：{value}{because}"
        )
    }

    pub(super) fn owner(&self, owner: &OwnerAccount) -> String {
        let locale = self.locale;
        match owner {
            OwnerAccount::Routed(route) => self.route(route),
            OwnerAccount::Unrouted { words } if words.is_empty() => {
                tell!(
                    locale,
                    "nobody: the policy has no routing table",
                    "无：制度没有分派表",
                    "無：制度沒有分派表"
                )
            }
            OwnerAccount::Unrouted { words } => tell!(
                locale,
                "nobody: no row for {words}",
                "无：没有适用的规则（{words}）",
                "無：沒有適用的規則（{words}）",
                words = self.matched(words)
            ),
            OwnerAccount::Undetermined { missing, otherwise: None } => tell!(
                locale,
                "undetermined, not known: {missing}",
                "无法确定，尚不清楚：{missing}",
                "無法確定，尚不清楚：{missing}",
                missing = self.inputs(missing)
            ),
            OwnerAccount::Undetermined { missing, otherwise: Some(route) } => tell!(
                locale,
                "undetermined, not known: {missing}; otherwise {route}",
                "无法确定，尚不清楚：{missing}；否则为{route}",
                "無法確定，尚不清楚：{missing}；否則為{route}",
                missing = self.inputs(missing),
                route = self.route(route)
            ),
            OwnerAccount::NotDispatched { facts, citation } => {
                let facts: Vec<&str> = facts.iter().map(|fact| self.label(fact)).collect();
                tell!(
                    locale,
                    "nobody, closed by force: {facts}{citation}",
                    "不派发，强制结案：{facts}{citation}",
                    "不派發，強制結案：{facts}{citation}",
                    facts = facts.join(self.comma()),
                    citation = cited(citation)
                )
            }
        }
    }

    fn route(&self, route: &RouteAccount) -> String {
        let department = route.department.as_ref().map(|unit| self.label(unit));
        let role = route.role.as_ref().map(|role| self.label(role));
        let whom = match (role, department) {
            (Some(role), Some(unit)) => tell!(self.locale, "{role}, {unit}", "{unit}{role}", "{unit}{role}"),
            (one, other) => one.or(other).unwrap_or_default().to_string(),
        };
        let whom = if route.concerned {
            tell!(self.locale, "{whom} as the unit concerned", "{whom}（相关单位）", "{whom}（相關單位）")
        } else {
            whom
        };
        let (row, citation) = (route.row, cited(&route.citation));
        if route.matched.is_empty() {
            return tell!(
                self.locale,
                "{whom}, by row `{row}`{citation}",
                "{whom}，依规则 `{row}`{citation}",
                "{whom}，依規則 `{row}`{citation}"
            );
        }
        let matched = self.matched(&route.matched);
        tell!(
            self.locale,
            "{whom}, by row `{row}` for {matched}{citation}",
            "{whom}，依规则 `{row}`（{matched}）{citation}",
            "{whom}，依規則 `{row}`（{matched}）{citation}"
        )
    }

    fn matched(&self, words: &[(Input, InputAnswer)]) -> String {
        let words: Vec<String> = words
            .iter()
            .map(|(input, word)| match word {
                InputAnswer::Word(word) => self.input_word(*input, word).to_string(),
                InputAnswer::NotKnown => self.not_known(*input),
                InputAnswer::Nothing => {
                    let input = self.labels.input(input, self.locale);
                    tell!(self.locale, "no {input}", "无{input}", "無{input}")
                }
            })
            .collect();
        words.join(self.comma())
    }

    fn inputs(&self, inputs: &[Input]) -> String {
        let inputs: Vec<&str> = inputs.iter().map(|input| self.labels.input(input, self.locale)).collect();
        inputs.join(self.comma())
    }

    pub(super) fn not_known(&self, input: Input) -> String {
        let input = self.labels.input(&input, self.locale);
        tell!(self.locale, "{input} not known", "{input}尚不清楚", "{input}尚不清楚")
    }

    pub(super) fn input_word<'l>(&'l self, input: Input, word: &'l Code) -> Cow<'l, str> {
        if let Some(facet) = input.facet() {
            return self.told_apart(facet, word);
        }
        let level = word.as_str().parse();
        Cow::Borrowed(level.map_or(word.as_str(), |level: Severity| level.label(self.locale)))
    }

    /// Writes the label of a word. If another word has the same label, the label of its parent follows.
    pub(super) fn told_apart<'l>(&'l self, facet: Facet, word: &'l Code) -> Cow<'l, str> {
        let label = self.labels.label_of(facet, word, self.locale);
        let is_alone = label == word.as_str() || self.labels.code_by_label(facet, label) == Some(*word);
        match word.parent().filter(|_| !is_alone) {
            None => Cow::Borrowed(label),
            Some(parent) => {
                let parent = self.labels.label_of(facet, &parent, self.locale);
                Cow::Owned(tell!(
                    self.locale,
                    "{label} ({parent})",
                    "{label}（{parent}）",
                    "{label}（{parent}）"
                ))
            }
        }
    }

    pub(super) fn comma(&self) -> &'static str {
        if self.locale == Locale::En { ", " } else { "，" }
    }
}

/// Makes the first letter a capital, for the beginning of a line.
fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}
