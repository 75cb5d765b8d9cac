//! Severity rules as documents.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize};

use crate::policy::condition::Condition;
use crate::policy::limits::MAX_RULES;
use crate::policy::severity::{Escalation, SeverityGaps, SeverityRule, SeverityRules};
use crate::text::left_out::{is_default, some};
use crate::text::list::list;
use crate::text::map_only::map_only;
use crate::text::written_as::written_as;
use crate::vocab::{Mark, RuleId, Severity};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct TableDocument {
    #[serde(deserialize_with = "levels")]
    levels: Vec<Severity>,
    #[serde(default, deserialize_with = "rules")]
    rules: Vec<RuleDocument>,
    #[serde(default, deserialize_with = "rules", skip_serializing_if = "Vec::is_empty")]
    fallbacks: Vec<RuleDocument>,
    #[serde(default, deserialize_with = "escalations", skip_serializing_if = "Vec::is_empty")]
    escalations: Vec<EscalationDocument>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    otherwise: Option<Severity>,
    #[serde(default, skip_serializing_if = "is_default")]
    gaps: SeverityGaps,
}

map_only!(TableDocument, "severity rules");

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct RuleDocument {
    rule: RuleId,
    level: Severity,
    when: Condition,
    #[serde(default, deserialize_with = "marks", skip_serializing_if = "Vec::is_empty")]
    marks: Vec<MarkDocument>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    citation: String,
}

map_only!(RuleDocument, "a severity rule");

/// An escalation: a rule, and the level that it raises.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct EscalationDocument {
    from: Severity,
    rule: RuleId,
    level: Severity,
    when: Condition,
    #[serde(default, deserialize_with = "marks", skip_serializing_if = "Vec::is_empty")]
    marks: Vec<MarkDocument>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    citation: String,
}

map_only!(EscalationDocument, "an escalation");

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct MarkDocument {
    mark: Mark,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    when: Option<Condition>,
}

map_only!(MarkDocument, "a mark");

fn levels<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Severity>, D::Error> {
    list(Severity::ALL.len(), deserializer)
}

fn rules<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<RuleDocument>, D::Error> {
    list(MAX_RULES, deserializer)
}

fn escalations<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<EscalationDocument>, D::Error> {
    list(MAX_RULES, deserializer)
}

fn marks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<MarkDocument>, D::Error> {
    list(MAX_RULES, deserializer)
}

impl From<&SeverityRule> for RuleDocument {
    fn from(rule: &SeverityRule) -> Self {
        let marks = rule.marks.iter().map(|(mark, when)| MarkDocument { mark: *mark, when: when.clone() });
        Self {
            rule: rule.id,
            level: rule.level,
            when: rule.when.clone(),
            marks: marks.collect(),
            citation: rule.citation.clone().into_owned(),
        }
    }
}

impl From<RuleDocument> for SeverityRule {
    fn from(document: RuleDocument) -> Self {
        Self {
            id: document.rule,
            level: document.level,
            when: document.when,
            marks: document.marks.into_iter().map(|mark| (mark.mark, mark.when)).collect(),
            citation: Cow::Owned(document.citation),
        }
    }
}

impl From<&SeverityRules> for TableDocument {
    fn from(table: &SeverityRules) -> Self {
        let escalation = |escalation: &Escalation| {
            let RuleDocument { rule, level, when, marks, citation } = (&escalation.rule).into();
            EscalationDocument { from: escalation.from, rule, level, when, marks, citation }
        };
        Self {
            levels: table.levels.clone(),
            rules: table.rules.iter().map(Into::into).collect(),
            fallbacks: table.fallbacks.iter().map(Into::into).collect(),
            escalations: table.escalations.iter().map(escalation).collect(),
            otherwise: table.default,
            gaps: table.gaps,
        }
    }
}

impl From<TableDocument> for SeverityRules {
    fn from(document: TableDocument) -> Self {
        let mut table = Self::new(document.levels);
        table.rules = document.rules.into_iter().map(Into::into).collect();
        table.fallbacks = document.fallbacks.into_iter().map(Into::into).collect();
        let escalations = document.escalations.into_iter().map(|escalation| {
            let EscalationDocument { from, rule, level, when, marks, citation } = escalation;
            Escalation { from, rule: RuleDocument { rule, level, when, marks, citation }.into() }
        });
        table.escalations = escalations.collect();
        table.default = document.otherwise;
        table.gaps = document.gaps;
        table
    }
}

written_as! {
    /// Reads severity rules. The policy proves them.
    SeverityRules = TableDocument
}
