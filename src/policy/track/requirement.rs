//! Words that a complaint may have only under a condition.

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

/// A word that a complaint may have only if a condition holds. The rule covers the children of the word too.
///
/// Triage refuses a complaint that has the word while the condition does not hold, or is not known to hold. The
/// condition cannot ask for the severity or for marks, because a complaint is checked before it is rated.
///
/// # Example: an accident must have happened on the premises
///
/// ```
/// use redress::policy::track::Requirement;
/// use redress::policy::{Condition, Policy, Routing};
/// use redress::triage::{History, triage};
/// use redress::vocab::kind::CauseGroup;
/// use redress::vocab::{Cause, Fact, RuleId};
/// # use redress::{sample, word};
///
/// let accident = Cause::from(CauseGroup::ACCIDENT);
/// let rule = Requirement::new(word!(RuleId, "inside"), accident, Condition::has(Fact::ON_PREMISES));
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let policy = desk.requirement(rule).build()?;
///
/// let complaint = sample::complaint()?.with_cause(accident);
/// assert!(triage(&policy, &complaint, &History::none()).is_err());
/// let inside = complaint.with_fact(Fact::ON_PREMISES, 1);
/// assert!(triage(&policy, &inside, &History::none()).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
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
    /// Creates a requirement for a word. Errors name the requirement by its id.
    #[must_use]
    pub fn new<W: Word>(id: RuleId, word: W, when: Condition) -> Self {
        Self { id, input: Input::from(W::FACET), word: word.into(), when, citation: Cow::Borrowed("") }
    }

    /// Returns the word, with the input that it answers.
    #[must_use]
    pub const fn word(&self) -> (Input, Code) {
        (self.input, self.word)
    }

    /// Returns the condition that must hold.
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
