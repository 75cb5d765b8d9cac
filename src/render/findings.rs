//! The severity of a complaint, its marks and its owner, as text.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::labels::phrases;
use crate::policy::routing::InputAnswer;
use crate::render::phrase::Said;
use crate::render::phrase::tell;
use crate::render::renderer::{Renderer, cited};
use crate::triage::Explanation;
use crate::triage::account::{
    FormAccount, Ground, LevelAccount, OwnerAccount, RouteAccount, RuleAccount, SeverityAccount, WordAccount,
};
use crate::vocab::{Code, Facet, Input, Severity};

impl<'a> Renderer<'a> {
    /// Writes the severity, with every rule that holds or may hold, and the words and marks that rules gave.
    pub(super) fn findings(&self, account: &Explanation) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(severity) = &account.severity {
            let level = self.level(severity);
            lines.push(tell!(self, FINDING_SEVERITY, level));
            lines.extend(severity.matched.iter().map(|rule| self.rule(rule, false)));
            lines.extend(severity.open.iter().map(|rule| self.rule(rule, true)));
        }
        if !account.to_ask.is_empty() {
            let facts: Vec<&str> = account.to_ask.iter().map(|fact| self.label(fact)).collect();
            let facts = facts.join(self.comma());
            lines.push(tell!(self, FINDING_ASKED, facts));
        }
        lines.extend(account.words.iter().map(|word| self.word(word)));
        lines.extend(account.marks.iter().map(|marked| {
            let (mark, rule) = (self.label(&marked.mark), marked.rule);
            let because = self.because(&marked.because);
            tell!(self, FINDING_MARK_RULE, mark, rule, because)
        }));
        lines.extend(account.open_marks.iter().map(|marked| {
            let (mark, rule) = (self.label(&marked.mark), marked.rule);
            let because = self.waiting(&marked.because);
            tell!(self, FINDING_MARK_MAY_HOLD, mark, rule, because)
        }));
        lines.extend(account.form.as_ref().map(|form| self.form(form)));
        lines
    }

    /// Writes who else gets the complaint, and for what others may.
    pub(super) fn routes(&self, account: &Explanation) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for route in &account.routes {
            let act = route.act.said(self);
            let route = self.route(route);
            lines.push(tell!(self, FINDING_ACT_ROUTE, act, route));
        }
        lines.extend(account.missing.iter().map(|(act, inputs)| {
            let (act, inputs) = (act.said(self), self.inputs(inputs));
            tell!(self, FINDING_MORE_MAY_COME, act, inputs)
        }));
        lines
    }

    /// Writes the severity in one phrase, for a column.
    pub(super) fn severity_in_short(&self, severity: &SeverityAccount) -> String {
        let rules: Vec<String> = severity.matched.iter().map(|rule| format!("`{}`", rule.rule)).collect();
        let by = rules.join(self.comma());
        if let LevelAccount::ByRules { level } = severity.level {
            let level = level.said(self);
            tell!(self, FINDING_BY, level, by)
        } else {
            self.level(severity)
        }
    }

    fn level(&self, severity: &SeverityAccount) -> String {
        let label = |level: Severity| level.said(self);
        match severity.level {
            LevelAccount::ByRules { level } => label(level).to_string(),
            LevelAccount::Default { level } if !severity.open.is_empty() => {
                tell!(self, FINDING_DEFAULT_WHETHER_OR, level = label(level))
            }
            LevelAccount::Default { level } => tell!(self, FINDING_DEFAULT_NO_RULE, level = label(level)),
            LevelAccount::Unrated => {
                tell!(self, FINDING_NOT_RATED_NO)
            }
            LevelAccount::Undetermined { lowest, highest } => {
                let unrated = tell!(self, FINDING_NOT_RATED);
                let lowest = lowest.map_or(unrated, |level| label(level).to_string());
                let highest = label(highest);
                tell!(self, FINDING_UNDETERMINED_FROM, lowest, highest)
            }
        }
    }

    fn rule(&self, rule: &RuleAccount, open: bool) -> String {
        let (id, level) = (rule.rule, rule.level.said(self));
        let citation = cited(&rule.citation);
        if !open {
            let because = self.because(&rule.because);
            return tell!(self, FINDING_RULE, id, level, because, citation);
        }
        let because = self.waiting(&rule.because);
        if rule.because.iter().any(Ground::is_open) {
            tell!(self, FINDING_RULE_MAY_HOLD, id, level, because, citation)
        } else {
            // For example an escalation, if the level that it raises is open.
            tell!(self, FINDING_RULE_HOLDS_MAY, id, level, because, citation)
        }
    }

    fn form(&self, form: &FormAccount) -> String {
        let (record, citation) = (self.label(&form.record), cited(&form.citation));
        if form.undetermined {
            let because = self.waiting(&form.because);
            tell!(self, FINDING_ANSWERED_FORM_PERHAPS, record, because, citation)
        } else {
            let because = self.because(&form.because);
            tell!(self, FINDING_ANSWERED_FORM, record, because, citation)
        }
    }

    fn word(&self, word: &WordAccount) -> String {
        let facet = self.labels.facet(&word.facet, self.locale);
        let value = match &word.word {
            Some(code) => self.told_apart(word.facet, code).into_owned(),
            None if word.undetermined => tell!(self, FINDING_UNDETERMINED),
            None => tell!(self, FINDING_NONE_NO_RULE),
        };
        let because = word.rule.map_or(String::new(), |rule| {
            let because =
                if word.undetermined { self.waiting(&word.because) } else { self.because(&word.because) };
            let citation = cited(&word.citation);
            tell!(self, FINDING_BY_RULE, rule, because, citation)
        });
        let facet = capitalised(facet);
        tell!(self, FINDING_WORD, facet, value, because)
    }

    pub(super) fn owner(&self, owner: &OwnerAccount) -> String {
        match owner {
            OwnerAccount::Routed(route) => self.route(route),
            OwnerAccount::Unrouted { words } if words.is_empty() => {
                tell!(self, FINDING_NOBODY_POLICY_NO)
            }
            OwnerAccount::Unrouted { words } => {
                tell!(self, FINDING_NOBODY_NO_ROW, words = self.matched(words))
            }
            OwnerAccount::Undetermined { missing, otherwise: None } => {
                tell!(self, FINDING_UNDETERMINED_NOT_KNOWN, missing = self.inputs(missing))
            }
            OwnerAccount::Undetermined { missing, otherwise: Some(route) } => tell!(
                self,
                FINDING_UNDETERMINED_OTHERWISE,
                missing = self.inputs(missing),
                route = self.route(route)
            ),
            OwnerAccount::NotDispatched { facts, citation } => {
                let facts: Vec<&str> = facts.iter().map(|fact| self.label(fact)).collect();
                tell!(
                    self,
                    FINDING_NOBODY_CLOSED_FORCE,
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
            (Some(role), Some(unit)) => tell!(self, OUTCOME_ROLE_UNIT, role, unit),
            (one, other) => one.or(other).unwrap_or_default().to_string(),
        };
        let whom = if route.concerned { tell!(self, FINDING_UNIT_CONCERNED, whom) } else { whom };
        let (row, citation) = (route.row, cited(&route.citation));
        if route.matched.is_empty() {
            return tell!(self, FINDING_ROW, whom, row, citation);
        }
        let matched = self.matched(&route.matched);
        tell!(self, FINDING_ROW_FOR, whom, row, matched, citation)
    }

    fn matched(&self, words: &[(Input, InputAnswer)]) -> String {
        let words: Vec<String> = words
            .iter()
            .map(|(input, word)| match word {
                InputAnswer::Word(word) => self.input_word(*input, word).to_string(),
                InputAnswer::NotKnown => self.not_known(*input),
                InputAnswer::Nothing => {
                    let input = self.labels.input(input, self.locale);
                    tell!(self, FINDING_NO, input)
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
        tell!(self, FINDING_NOT_KNOWN, input)
    }

    pub(super) fn input_word<'l>(&'l self, input: Input, word: &'l Code) -> Cow<'l, str> {
        if let Some(facet) = input.facet() {
            return self.told_apart(facet, word);
        }
        let level = word.as_str().parse();
        Cow::Borrowed(level.map_or(word.as_str(), |level: Severity| level.said(self)))
    }

    /// Writes the label of a word. If another word has the same label, the label of its parent follows.
    pub(super) fn told_apart<'l>(&'l self, facet: Facet, word: &'l Code) -> Cow<'l, str> {
        let label = self.labels.label_of(facet, word, self.locale);
        let is_alone = label == word.as_str() || self.labels.code_by_label(facet, label) == Some(*word);
        match word.parent().filter(|_| !is_alone) {
            None => Cow::Borrowed(label),
            Some(parent) => {
                let parent = self.labels.label_of(facet, &parent, self.locale);
                Cow::Owned(tell!(self, FINDING_LABEL_PARENT, label, parent))
            }
        }
    }

    pub(super) fn comma(&self) -> &'a str {
        self.plain(phrases::MARK_COMMA)
    }
}

/// Makes the first letter a capital, for the beginning of a line.
fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}
