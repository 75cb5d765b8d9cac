//! What is to be kept in mind about a complaint, by rules.

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
use crate::vocab::{Mark, RuleId};

/// A rule that marks a complaint where its condition holds, whatever its severity.
///
/// ```
/// use redress::policy::Condition;
/// use redress::policy::condition::{Recurrence, RecurrenceKey};
/// use redress::policy::severity::MarkRule;
/// use redress::vocab::{Mark, RuleId};
/// use redress::word;
///
/// // The third complaint with one cause asks for a long-term measure (S06-R13).
/// let again = Condition::repeats(Recurrence::new([RecurrenceKey::CAUSE], 2));
/// let rule = MarkRule::new(word!(RuleId, "s06-r13"), Mark::LONG_TERM_MEASURE_DUE, again).with_citation("S06-R13");
/// assert_eq!(rule.mark(), Mark::LONG_TERM_MEASURE_DUE);
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct MarkRule {
    #[serde(rename = "rule")]
    pub(crate) id: RuleId,
    pub(crate) mark: Mark,
    pub(crate) when: Condition,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub(crate) citation: Cow<'static, str>,
}

map_only!(MarkRule, "a rule that marks");

cited!(MarkRule);

impl MarkRule {
    /// A rule with the id that reasons name it by.
    #[must_use]
    pub const fn new(id: RuleId, mark: Mark, when: Condition) -> Self {
        Self { id, mark, when, citation: Cow::Borrowed("") }
    }

    /// The mark it gives.
    #[must_use]
    pub const fn mark(&self) -> Mark {
        self.mark
    }

    /// What it asks.
    #[must_use]
    pub const fn when(&self) -> &Condition {
        &self.when
    }

    pub(crate) fn prove(rules: &[Self], taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        if rules.len() > MAX_RULES {
            faults.push(PolicyFault::TooMany { what: "mark rules", count: rules.len(), most: MAX_RULES });
            return;
        }
        let mut ids = Ids::default();
        for rule in rules {
            let place = FaultPlace::Mark(rule.id);
            faults.extend(ids.add(rule.id, place));
            rule.when.prove(place, taxonomy, faults);
            let undeclared = taxonomy.check_known(rule.mark).err();
            faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
        }
    }
}
