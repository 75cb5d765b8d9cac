//! The words of the facet `rule-id`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The name of a rule, a row of a table, or a step of a chain.
    ///
    /// Stored records refer to rules by name, because a position changes when rows are added. There are no standard
    /// names: each policy names its own rules.
    ///
    /// ```
    /// use redress::vocab::RuleId;
    /// use redress::word;
    ///
    /// let rule = word!(RuleId, "hotline.tries");
    /// assert!(rule.is_or_under(&word!(RuleId, "hotline")));
    /// ```
    pub struct RuleId;
}
