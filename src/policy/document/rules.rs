//! Ratings as documents.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize};

use crate::policy::condition::Condition;
use crate::policy::limits::MAX_RULES;
use crate::policy::severity::{Rating, RatingRule};
use crate::text::left_out::some;
use crate::text::list::list;
use crate::text::map_only::map_only;
use crate::text::written_as::written_as;
use crate::vocab::{Code, Mark, RuleId, Word};

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

impl<W: Word> From<&Rating<W>> for RatingDocument {
    fn from(rating: &Rating<W>) -> Self {
        let rule = |rule: &RatingRule<W>| RatingRuleDocument {
            rule: rule.id(),
            word: *rule.word().code(),
            when: rule.when().clone(),
            mark: rule.mark().map(|(mark, when)| MarkingDocument { mark: *mark, when: when.clone() }),
            citation: rule.citation().into(),
        };
        Self {
            rules: rating.rules().iter().map(rule).collect(),
            otherwise: rating.word_otherwise().map(|word| *word.code()),
        }
    }
}

impl<W: Word> From<RatingDocument> for Rating<W> {
    fn from(document: RatingDocument) -> Self {
        let mut rating = Self::new();
        for rule in document.rules {
            let made =
                RatingRule::new(rule.rule, W::from_code(rule.word), rule.when).with_citation(rule.citation);
            rating = rating.with_rule(match rule.mark {
                Some(marking) => made.with_mark_where(marking.mark, marking.when),
                None => made,
            });
        }
        match document.otherwise {
            Some(word) => rating.with_otherwise(W::from_code(word)),
            None => rating,
        }
    }
}

written_as! {
    /// Reads a rating. The policy proves it.
    Rating<W> = RatingDocument, W: Word
}
