//! A routing table as it is written.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::policy::routing::hit_policy::{HitPolicy, RoutingGaps};
use crate::policy::routing::list::{List, RowId};
use crate::policy::routing::row::Row;
use crate::vocab::{Act, Input};

/// The rows by which complaints are routed, over the inputs they look at.
///
/// Every act has a [`HitPolicy`]: one owner, unless said otherwise, and every row that matches for the other
/// acts. Of several rows that match, the most specific is found by the inputs in the order in which they are
/// declared: a cell for the word itself before one for what is under it, that before one for what is under a
/// parent, and that before no cell. What is not known, or known to be nothing, is asked for by no other cell.
///
/// A complaint with several words for one input is routed to one owner by the first of them; rows that are
/// collected match where any of the words does. A word that the complaint has is known for what it is: one filed
/// under a parent is not one of its children.
///
/// Facts decide by way of marks: a [`MarkRule`](crate::policy::severity::MarkRule) marks the complaint, and a cell asks
/// for the [`Mark`](crate::vocab::Mark). All its marks count at once, for the owner too.
///
/// Where an input is not known, a row that asks about it may match or not, unless it asks for just that
/// ([`Cell::not_known`](crate::policy::routing::Cell::not_known)). The answer is then undetermined, unless a row that
/// matches surely comes to the same as every row that might go before it.
///
/// As a document: `inputs` (a list), `gaps` (`refused` or `unrouted`), `hit-policies` (from an act to `unique`,
/// `first` or `collect`), and `rows`. A row has `row` (its id), `act`, somebody (a `department`, a `role`, both, or
/// `unit-concerned-or` with a department in place of `department`), and may have `when` and a `citation`. `when`
/// maps inputs to cells: a word, a list of words, `{"under": word}`, `{"known": false}`, or `{"nothing": true}` of
/// a demand or a mark.
///
/// ```
/// use redress::policy::Routing;
/// use redress::policy::routing::{Cell, Row};
/// use redress::vocab::{Act, Department, Input, RuleId, Severity, Subject};
/// use redress::word;
///
/// let routing = Routing::by([Input::SUBJECT, Input::Severity])
///     .with_row(Row::owner(word!(RuleId, "service"), Department::BUSINESS).with_cell(Cell::is(Subject::SERVICE)))
///     .with_row(Row::owner(word!(RuleId, "rest"), Department::QUALITY))
///     .with_row(
///         Row::new(word!(RuleId, "told"), Act::Copy, Department::COMPANY)
///             .with_cell(Cell::severity_at_least(Severity::Serious)),
///     );
/// assert_eq!(routing.rows().len(), 3);
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[must_use = "a table does nothing until a policy has it"]
pub struct Routing {
    pub(super) inputs: Vec<Input>,
    pub(super) rows: List<RowId, Row>,
    pub(super) gaps: RoutingGaps,
    pub(super) hit_policies: BTreeMap<usize, HitPolicy>,
}

impl Routing {
    /// A table over these inputs, of which the first weighs most.
    pub fn by(inputs: impl IntoIterator<Item = Input>) -> Self {
        Self { inputs: inputs.into_iter().collect(), ..Self::default() }
    }

    /// No table: nobody gets a complaint by this policy, and triage says so.
    pub fn none() -> Self {
        Self { gaps: RoutingGaps::Unrouted, ..Self::default() }
    }

    /// Adds a row behind the others.
    pub fn with_row(mut self, row: Row) -> Self {
        self.rows.push(row);
        self
    }

    /// Adds rows behind the others.
    pub fn with_rows(mut self, rows: impl IntoIterator<Item = Row>) -> Self {
        for row in rows {
            self.rows.push(row);
        }
        self
    }

    /// Chooses what a complaint without an owner means; a fault unless given.
    pub const fn with_gaps(mut self, gaps: RoutingGaps) -> Self {
        self.gaps = gaps;
        self
    }

    /// Chooses which rows count for an act: unless given, [`HitPolicy::Unique`] for the owner and
    /// [`HitPolicy::Collect`] for every other.
    pub fn with_hit_policy(mut self, act: Act, policy: HitPolicy) -> Self {
        self.hit_policies.remove(&(act as usize));
        if self.hit_policy(act) != policy {
            self.hit_policies.insert(act as usize, policy);
        }
        self
    }

    /// The inputs, of which the first weighs most.
    #[must_use]
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// The rows, in the order of the table.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        self.rows.as_slice()
    }

    /// What a complaint without an owner means.
    #[must_use]
    pub const fn gaps(&self) -> RoutingGaps {
        self.gaps
    }

    /// Which rows count for an act.
    #[must_use]
    pub fn hit_policy(&self, act: Act) -> HitPolicy {
        let otherwise = if act == Act::Owner { HitPolicy::Unique } else { HitPolicy::Collect };
        self.hit_policies.get(&(act as usize)).copied().unwrap_or(otherwise)
    }

    /// The same with its rows in one order, wherever their order decides nothing: those of an act of which the first
    /// counts stay in the order of the table, all others are sorted by their ids.
    pub(in crate::policy) fn in_canonical_order(&self) -> Self {
        let Self { inputs, rows, gaps, hit_policies } = self;
        let mut places: Vec<(usize, &Row)> = rows.as_slice().iter().enumerate().collect();
        places.sort_by_key(|&(place, row)| match self.hit_policy(row.act) {
            HitPolicy::First => (row.act.as_str(), place, None),
            HitPolicy::Unique | HitPolicy::Collect => (row.act.as_str(), 0, Some(row.id)),
        });
        let rows = places.into_iter().map(|(_, row)| row.clone()).collect();
        Self { inputs: inputs.clone(), rows, gaps: *gaps, hit_policies: hit_policies.clone() }
    }
}
