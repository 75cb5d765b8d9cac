//! Who gets a complaint, and by which rows.

use alloc::vec::Vec;

use crate::policy::Bits;
use crate::policy::routing::{Decision, Inputs, Routed, RoutingTable, Row};
use crate::policy::track::ForcedClosure;
use crate::vocab::{Act, Input};

/// Who owns a complaint.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new outcome must break every reader")]
pub enum Owner<'a> {
    /// Whom this row of the policy names.
    Row(&'a Row),
    /// Nobody: no row of the policy is for such a complaint.
    Unrouted,
    /// Nobody yet: it depends on inputs that are not known.
    Undetermined {
        /// The inputs.
        missing: Vec<Input>,
        /// The row that decides unless one of those about these inputs does.
        otherwise: Option<&'a Row>,
    },
    /// Nobody: the complaint is not dispatched but closed by force.
    NotDispatched(&'a ForcedClosure),
}

/// The rows of a policy that count for one complaint.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Routes<'a> {
    table: &'a RoutingTable,
    owner: Decision,
    rows: Bits,
    missing: [Inputs; Act::ALL.len()],
}

impl<'a> Routes<'a> {
    pub(super) fn new(table: &'a RoutingTable, routed: Routed) -> Self {
        Self { table, owner: routed.owner, rows: routed.rows, missing: routed.missing }
    }

    pub(super) fn owner(&self) -> Owner<'a> {
        Owner::of(self.table, self.owner)
    }

    /// The row of the owner, if one decided.
    pub(super) fn owner_row(&self) -> Option<&'a Row> {
        match self.owner {
            Decision::Row(row) => Some(self.row(row)),
            Decision::Gap | Decision::Undetermined(..) => None,
        }
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &'a Row> + '_ {
        self.rows.iter().map(|row| self.row(row))
    }

    fn row(&self, place: usize) -> &'a Row {
        row(self.table, place)
    }

    #[expect(clippy::indexing_slicing, reason = "there is one place for each act")]
    pub(super) fn missing(&self, act: Act) -> impl Iterator<Item = Input> + '_ {
        inputs(self.table, self.missing[act as usize])
    }
}

impl<'a> Owner<'a> {
    /// The owner of what a table comes to.
    pub(super) fn of(table: &'a RoutingTable, decision: Decision) -> Self {
        match decision {
            Decision::Row(place) => Self::Row(row(table, place)),
            Decision::Gap => Self::Unrouted,
            Decision::Undetermined(missing, otherwise) => Self::Undetermined {
                missing: inputs(table, missing).collect(),
                otherwise: otherwise.map(|place| row(table, place)),
            },
        }
    }
}

/// A row that the table decided by. A place that is not of the table stops the program: it is a bug of this crate, and a
/// complaint whose row is not seen would be unrouted.
#[expect(clippy::indexing_slicing, reason = "the table gives places of its own rows")]
fn row(table: &RoutingTable, place: usize) -> &Row {
    &table.routing().rows()[place]
}

fn inputs(table: &RoutingTable, inputs: Inputs) -> impl Iterator<Item = Input> + '_ {
    let declared = table.routing().inputs();
    declared.iter().enumerate().filter(move |(at, _)| inputs >> at & 1 == 1).map(|(_, input)| *input)
}
