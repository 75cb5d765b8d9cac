//! How another case is related to this one.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// How another case is related to this one.
    ///
    /// ```
    /// use redress::vocab::Locale;
    /// use redress::vocab::course::Relation;
    ///
    /// assert_eq!("recurrence".parse(), Ok(Relation::Recurrence));
    /// assert_eq!(Relation::Absorbed.label(Locale::En), "absorbed");
    /// ```
    #[expect(clippy::exhaustive_enums, reason = "the relations that the rules tell apart")]
    pub enum Relation = "a" "relation";

    /// The other case is the same complaint, sent twice.
    Duplicate = "duplicate", ["duplicate", "重复", "重複"];
    /// The same problem happened again.
    Recurrence = "recurrence", ["recurrence", "再次发生", "再次發生"];
    /// The cases have something in common. Their amounts count together for approvals.
    Related = "related", ["related", "相关", "相關"];
    /// The other case was merged into this one. The clocks of this case keep the earliest dates.
    Absorbed = "absorbed", ["absorbed", "并入", "併入"];
}
