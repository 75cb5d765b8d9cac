//! What another case has to do with this one.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What another case has to do with this one.
    #[expect(clippy::exhaustive_enums, reason = "the relations that the rules tell apart")]
    pub enum Relation = "a" "relation";

    /// The same complaint once more.
    Duplicate = "duplicate", ["duplicate", "重复", "重複"];
    /// The same trouble again (S06-R13).
    Recurrence = "recurrence", ["recurrence", "再次发生", "再次發生"];
    /// Something in common; its amounts count for approvals.
    Related = "related", ["related", "相关", "相關"];
    /// It was merged into this one, whose clocks keep its earliest dates.
    Absorbed = "absorbed", ["absorbed", "并入", "併入"];
}
