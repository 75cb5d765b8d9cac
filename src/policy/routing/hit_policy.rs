//! Which rows count for an act, and what a complaint without an owner means.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// The meaning of a gap: a complaint to which no row assigns an owner.
    ///
    /// ```
    /// use redress::policy::Routing;
    /// use redress::policy::routing::RoutingGaps;
    ///
    /// assert_eq!(Routing::by([]).gaps(), RoutingGaps::Refused);
    /// assert_eq!(Routing::none().gaps(), RoutingGaps::Unrouted);
    /// ```
    #[derive(Default)]
    #[expect(clippy::exhaustive_enums, reason = "a gap is a fault or an answer")]
    pub enum RoutingGaps = "a" "meaning of gaps";

    /// The policy is not built, and the error names the complaints without an owner.
    #[default]
    Refused = "refused", ["refused", "拒绝", "拒絕"];
    /// The complaint has no owner, and triage says so.
    Unrouted = "unrouted", ["unrouted", "无负责方", "無負責方"];
}

closed_vocabulary! {
    /// A rule for which of the matching rows count for an act. The names are those of DMN decision tables.
    ///
    /// ```
    /// use redress::policy::Routing;
    /// use redress::policy::routing::HitPolicy;
    /// use redress::vocab::Act;
    ///
    /// let routing = Routing::none();
    /// assert_eq!(routing.hit_policy(Act::Owner), HitPolicy::Unique); // one owner
    /// assert_eq!(routing.hit_policy(Act::Copy), HitPolicy::Collect); // any number of copies
    /// ```
    #[expect(clippy::exhaustive_enums, reason = "the hit policies of the tables")]
    pub enum HitPolicy = "a" "hit policy";

    /// The most specific row counts. Two equally specific rows that match the same complaint and name different
    /// assignees are a fault of the table.
    Unique = "unique", ["unique", "唯一", "唯一"];
    /// The first matching row in the order of the table counts.
    First = "first", ["first", "首个", "首個"];
    /// All matching rows count.
    Collect = "collect", ["collect", "汇集", "匯集"];
}
