//! Severity rules as a document.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::policy::condition::Condition;
use crate::policy::limits::MAX_RULES;
use crate::policy::severity::{Escalation, SeverityGaps, SeverityRule, SeverityRules};
use crate::text::left_out::is_default;
use crate::text::list::list;
use crate::text::map_only::map_only;
use crate::vocab::{Mark, RuleId, Severity};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct TableDocument {
    #[serde(deserialize_with = "levels")]
    levels: Vec<Severity>,
    #[serde(default, deserialize_with = "rules")]
    rules: Vec<RuleDocument>,
    #[serde(default, deserialize_with = "fallbacks", skip_serializing_if = "Vec::is_empty")]
    fallbacks: Vec<RuleDocument>,
    #[serde(default, deserialize_with = "escalations", skip_serializing_if = "Vec::is_empty")]
    escalations: Vec<EscalationDocument>,
    #[serde(default, deserialize_with = "otherwise", skip_serializing_if = "Option::is_none")]
    otherwise: Option<Severity>,
    #[serde(default, deserialize_with = "gaps", skip_serializing_if = "is_default")]
    gaps: SeverityGaps,
}

map_only!(TableDocument, "severity rules");

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct RuleDocument {
    rule: RuleId,
    level: Severity,
    #[serde(deserialize_with = "when")]
    when: Condition,
    #[serde(default, deserialize_with = "marks", skip_serializing_if = "Vec::is_empty")]
    marks: Vec<MarkDocument>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    citation: String,
}

map_only!(RuleDocument, "a severity rule");

/// Whom it lifts, beside what a rule has.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct EscalationDocument {
    from: Severity,
    rule: RuleId,
    level: Severity,
    #[serde(deserialize_with = "when")]
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
    #[serde(default, deserialize_with = "some_when", skip_serializing_if = "Option::is_none")]
    when: Option<Condition>,
}

map_only!(MarkDocument, "a mark");

fn levels<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Severity>, D::Error> {
    list(Severity::ALL.len(), deserializer)
}

fn rules<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<RuleDocument>, D::Error> {
    list(MAX_RULES, deserializer)
}

fn fallbacks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<RuleDocument>, D::Error> {
    list(MAX_RULES, deserializer)
}

fn escalations<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<EscalationDocument>, D::Error> {
    list(MAX_RULES, deserializer)
}

fn marks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<MarkDocument>, D::Error> {
    list(MAX_RULES, deserializer)
}

fn otherwise<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Severity>, D::Error> {
    Severity::deserialize(deserializer).map(Some)
}

fn gaps<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SeverityGaps, D::Error> {
    SeverityGaps::deserialize(deserializer)
}

fn when<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Condition, D::Error> {
    Condition::deserialize(deserializer)
}

fn some_when<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Condition>, D::Error> {
    Condition::deserialize(deserializer).map(Some)
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

/// The rules as a document; a policy proves them.
impl Serialize for SeverityRules {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let escalation = |escalation: &Escalation| {
            let RuleDocument { rule, level, when, marks, citation } = (&escalation.rule).into();
            EscalationDocument { from: escalation.from, rule, level, when, marks, citation }
        };
        let document = TableDocument {
            levels: self.levels.clone(),
            rules: self.rules.iter().map(Into::into).collect(),
            fallbacks: self.fallbacks.iter().map(Into::into).collect(),
            escalations: self.escalations.iter().map(escalation).collect(),
            otherwise: self.default,
            gaps: self.gaps,
        };
        Serialize::serialize(&document, serializer)
    }
}

impl<'de> Deserialize<'de> for SeverityRules {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = <TableDocument as Deserialize>::deserialize(deserializer)?;
        let mut table = Self::new(document.levels);
        table.rules = document.rules.into_iter().map(Into::into).collect();
        table.fallbacks = document.fallbacks.into_iter().map(Into::into).collect();
        let escalations = document.escalations.into_iter().map(|document| {
            let EscalationDocument { from, rule, level, when, marks, citation } = document;
            Escalation { from, rule: RuleDocument { rule, level, when, marks, citation }.into() }
        });
        table.escalations = escalations.collect();
        table.default = document.otherwise;
        table.gaps = document.gaps;
        Ok(table)
    }
}
