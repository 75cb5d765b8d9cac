//! Which rows count, and what a gap means.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What a complaint that no row gives an owner means.
    #[derive(Default)]
    #[expect(clippy::exhaustive_enums, reason = "a gap is a fault or an answer")]
    pub enum RoutingGaps = "a" "meaning of gaps";

    /// A fault of the policy: it is not built.
    #[default]
    Refused = "refused", ["refused", "拒绝", "拒絕"];
    /// An answer: the complaint is unrouted, and says so.
    Unrouted = "unrouted", ["unrouted", "无负责方", "無負責方"];
}

closed_vocabulary! {
    /// Which of the rows that match count for an act, after the hit policies of DMN.
    #[expect(clippy::exhaustive_enums, reason = "the hit policies of the tables")]
    pub enum HitPolicy = "a" "hit policy";

    /// The most specific one; two equally specific ones that can meet are a fault of the table.
    Unique = "unique", ["unique", "唯一", "唯一"];
    /// The first in the order of the table.
    First = "first", ["first", "首个", "首個"];
    /// All.
    Collect = "collect", ["collect", "汇集", "匯集"];
}
