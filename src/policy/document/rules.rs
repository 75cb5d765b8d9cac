//! Rules that give a word, a mark, or say when a word may stand, as documents.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::policy::condition::Condition;
use crate::policy::limits::MAX_RULES;
use crate::policy::severity::{MarkRule, Rating, RatingRule};
use crate::policy::track::{ForcedClosure, ForcedClosureTest, Requirement};
use crate::text::left_out::some;
use crate::text::list::list;
use crate::text::map_only::map_only;
use crate::vocab::{Code, Fact, Input, Mark, RuleId, Word};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct RatingDocument {
    #[serde(default, deserialize_with = "rating_rules")]
    rules: Vec<RatingRuleDocument>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    otherwise: Option<Code>,
}

map_only!(RatingDocument, "a rating");

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct RatingRuleDocument {
    rule: RuleId,
    word: Code,
    when: Condition,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    mark: Option<MarkingDocument>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    citation: String,
}

map_only!(RatingRuleDocument, "a rule of a rating");

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct MarkingDocument {
    mark: Mark,
    when: Condition,
}

map_only!(MarkingDocument, "a mark");

fn rating_rules<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<RatingRuleDocument>, D::Error> {
    list(MAX_RULES, deserializer)
}

impl<W: Word> Serialize for Rating<W> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rule = |rule: &RatingRule<W>| RatingRuleDocument {
            rule: rule.id(),
            word: *rule.word().code(),
            when: rule.when().clone(),
            mark: rule.mark().map(|(mark, when)| MarkingDocument { mark: *mark, when: when.clone() }),
            citation: rule.citation().into(),
        };
        let document = RatingDocument {
            rules: self.rules().iter().map(rule).collect(),
            otherwise: self.word_otherwise().map(|word| *word.code()),
        };
        Serialize::serialize(&document, serializer)
    }
}

/// A rating as a document; the policy that takes it proves it.
impl<'de, W: Word> Deserialize<'de> for Rating<W> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = <RatingDocument as Deserialize>::deserialize(deserializer)?;
        let mut rating = Self::new();
        for rule in document.rules {
            let made =
                RatingRule::new(rule.rule, W::from_code(rule.word), rule.when).with_citation(rule.citation);
            rating = rating.with_rule(match rule.mark {
                Some(marking) => made.with_mark_where(marking.mark, marking.when),
                None => made,
            });
        }
        Ok(match document.otherwise {
            Some(word) => rating.with_otherwise(W::from_code(word)),
            None => rating,
        })
    }
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct MarkRuleDocument {
    rule: RuleId,
    mark: Mark,
    when: Condition,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    citation: String,
}

map_only!(MarkRuleDocument, "a rule that marks");

impl Serialize for MarkRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (when, citation) = (self.when.clone(), self.citation.clone().into_owned());
        Serialize::serialize(&MarkRuleDocument { rule: self.id, mark: self.mark, when, citation }, serializer)
    }
}

/// A rule that marks as a document; the policy that takes it proves it.
impl<'de> Deserialize<'de> for MarkRule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = <MarkRuleDocument as Deserialize>::deserialize(deserializer)?;
        Ok(Self::new(document.rule, document.mark, document.when).with_citation(document.citation))
    }
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct RequirementDocument {
    rule: RuleId,
    input: Input,
    word: Code,
    when: Condition,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    citation: String,
}

map_only!(RequirementDocument, "a requirement");

impl Serialize for Requirement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = RequirementDocument {
            rule: self.id,
            input: self.input,
            word: self.word,
            when: self.when.clone(),
            citation: self.citation.clone().into_owned(),
        };
        Serialize::serialize(&document, serializer)
    }
}

/// A requirement as a document; the policy that takes it proves it.
impl<'de> Deserialize<'de> for Requirement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = <RequirementDocument as Deserialize>::deserialize(deserializer)?;
        Ok(Self {
            id: document.rule,
            input: document.input,
            word: document.word,
            when: document.when,
            citation: Cow::Owned(document.citation),
        })
    }
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct ForcedClosureDocument {
    test: ForcedClosureTest,
    listed: Fact,
    no_solution: Fact,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    citation: String,
}

map_only!(ForcedClosureDocument, "a test for forced closure");

impl Serialize for ForcedClosure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = ForcedClosureDocument {
            test: self.test,
            listed: self.listed,
            no_solution: self.no_solution,
            citation: self.citation.clone().into_owned(),
        };
        Serialize::serialize(&document, serializer)
    }
}

/// A test for forced closure as a document; the policy that takes it proves it.
impl<'de> Deserialize<'de> for ForcedClosure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = <ForcedClosureDocument as Deserialize>::deserialize(deserializer)?;
        Ok(Self {
            test: document.test,
            listed: document.listed,
            no_solution: document.no_solution,
            citation: Cow::Owned(document.citation),
        })
    }
}
