//! What a rule is called in what is stored.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Names a rule, a row of a table or a step of a chain in whatever is stored.
    ///
    /// A name outlives a position: rows may be added and moved, and an old record still says which rule
    /// decided. There are no standard words; each policy names its own rules.
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
