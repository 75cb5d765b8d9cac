//! When a word may stand on a complaint.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::policy::cited::cited;
use crate::policy::condition::Condition;
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::ids::Ids;
use crate::policy::limits::MAX_RULES;
use crate::taxonomy::Taxonomy;
use crate::text::map_only::map_only;
use crate::vocab::{Code, Facet, Input, RuleId, Word};

/// A word, its children included, that a complaint may have only where a condition holds.
///
/// ```
/// use redress::policy::Condition;
/// use redress::policy::track::Requirement;
/// use redress::vocab::{Cause, Fact, RuleId};
/// use redress::vocab::kind::CauseGroup;
/// use redress::word;
///
/// // An accident counts on the premises or within the scope of the business (S04-R10).
/// let inside = Condition::any([Condition::has(Fact::ON_PREMISES), Condition::has(Fact::IN_BUSINESS_SCOPE)]);
/// let accident = Cause::from(CauseGroup::ACCIDENT);
/// let rule = Requirement::new(word!(RuleId, "s04-r10"), accident, inside).with_citation("S04-R10");
/// assert_eq!(rule.id().as_str(), "s04-r10");
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct Requirement {
    #[serde(rename = "rule")]
    pub(crate) id: RuleId,
    pub(crate) input: Input,
    pub(crate) word: Code,
    pub(crate) when: Condition,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub(crate) citation: Cow<'static, str>,
}

map_only!(Requirement, "a requirement");

cited!(Requirement);

impl Requirement {
    /// A requirement with the id that reasons name it by.
    #[must_use]
    pub fn new<W: Word>(id: RuleId, word: W, when: Condition) -> Self {
        Self { id, input: Input::from(W::FACET), word: word.into(), when, citation: Cow::Borrowed("") }
    }

    /// The word, with the input it answers.
    #[must_use]
    pub const fn word(&self) -> (Input, Code) {
        (self.input, self.word)
    }

    /// What it asks.
    #[must_use]
    pub const fn when(&self) -> &Condition {
        &self.when
    }

    pub(crate) fn prove(rules: &[Self], taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        if rules.len() > MAX_RULES {
            faults.push(PolicyFault::TooMany { what: "requirements", count: rules.len(), most: MAX_RULES });
            return;
        }
        let mut ids = Ids::default();
        for rule in rules {
            let place = FaultPlace::Requirement(rule.id);
            faults.extend(ids.add(rule.id, place));
            rule.when.prove(place, taxonomy, faults);
            // A complaint is checked before it is rated.
            if matches!(rule.input, Input::Severity | Input::MARK | Input::Word(Facet::Fact)) {
                faults.push(PolicyFault::RequirementTooEarly { rule: rule.id, input: rule.input });
            }
            let known = rule.input.facet().map(|facet| taxonomy.check_known_code(facet, &rule.word));
            let undeclared = known.and_then(Result::err);
            faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
        }
    }
}
