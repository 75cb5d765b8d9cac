//! Rules that mark complaints.

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

/// A rule that marks a complaint if its condition holds, whatever the severity.
///
/// A mark is a note for the people who handle the case, such as "a long-term measure is due". Routing and clocks can
/// ask for marks.
///
/// # Example: the third complaint with the same cause
///
/// ```
/// use redress::policy::condition::{Recurrence, RecurrenceKey};
/// use redress::policy::severity::MarkRule;
/// use redress::policy::{Condition, Policy, Routing};
/// use redress::sample;
/// use redress::vocab::{Mark, RuleId};
/// use redress::word;
///
/// let again = Condition::repeats(Recurrence::new([RecurrenceKey::CAUSE], 2));
/// let rule = MarkRule::new(word!(RuleId, "third"), Mark::LONG_TERM_MEASURE_DUE, again);
/// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
///     .mark(rule)
///     .build()?;
/// assert!(policy.looks_at_history()); // the mark depends on earlier complaints
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// As a document it has the keys `rule` (the id), `mark`, `when` (a [`Condition`]), and optionally `citation`.
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
    /// Creates a rule. Reasons and errors name it by its id, which must be unique among the mark rules.
    #[must_use]
    pub const fn new(id: RuleId, mark: Mark, when: Condition) -> Self {
        Self { id, mark, when, citation: Cow::Borrowed("") }
    }

    /// Returns the mark that this rule gives.
    #[must_use]
    pub const fn mark(&self) -> Mark {
        self.mark
    }

    /// Returns the condition under which this rule gives its mark.
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
