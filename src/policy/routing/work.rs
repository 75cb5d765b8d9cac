//! The data of a proof of a routing table, and the limit of its work.

use core::cell::Cell;

use crate::policy::routing::column::Column;
use crate::policy::routing::compiled::RoutingTable;
use crate::policy::routing::list::{InputId, List, PartId, RowId};
use crate::policy::routing::row::CellTest;
use crate::vocab::RuleId;

/// How many parts a proof looks at, at most. A table that needs more is refused.
const MAX_WORK: usize = 200_000_000;

/// The proof needs more work than the limit allows.
pub(super) struct TooMuch;

/// A proof that is under way.
pub(super) struct Proof<'t> {
    pub(super) table: &'t RoutingTable,
    pub(super) columns: List<InputId, Column>,
    /// How many parts were looked at.
    work: Cell<usize>,
}

impl<'t> Proof<'t> {
    pub(super) fn new(table: &'t RoutingTable, may_be_unrated: bool) -> Self {
        let columns =
            table.indexes.entries().map(|(at, index)| Column::new(table, at, index, may_be_unrated));
        Self { table, columns: columns.collect(), work: Cell::new(0) }
    }

    pub(super) fn spend(&self, work: usize) -> Result<(), TooMuch> {
        self.work.set(self.work.get() + work + 1);
        if self.work.get() > MAX_WORK { Err(TooMuch) } else { Ok(()) }
    }

    /// What a part asks of an input, if it asks anything.
    pub(super) fn test(&self, part: PartId, input: InputId) -> Option<&'t CellTest> {
        self.table.parts[part].tests[input].as_ref()
    }

    pub(super) fn asks(&self, part: PartId, input: InputId) -> bool {
        self.test(part, input).is_some()
    }

    pub(super) fn row(&self, part: PartId) -> RowId {
        self.table.parts[part].row
    }

    pub(super) fn id(&self, part: PartId) -> RuleId {
        self.table.row(part).id
    }
}
