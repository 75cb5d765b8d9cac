//! Who gets a complaint, and by which rows of the routing table.

use alloc::vec::Vec;

use crate::policy::Bits;
use crate::policy::routing::{Decision, Inputs, Routed, RoutingTable, Row};
use crate::policy::track::ForcedClosure;
use crate::vocab::{Act, Input};

/// Who is responsible for a complaint.
///
/// # Example: handle each outcome
///
/// ```
/// use redress::sample;
/// use redress::triage::{History, Owner, triage};
///
/// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
/// let told = match triage(&policy, &complaint, &History::none())?.owner() {
///     Owner::Row(row) => format!("by row {}", row.id()),
///     Owner::Unrouted => "nobody; add a row".into(),
///     Owner::Undetermined { missing, .. } => format!("ask for {missing:?}"),
///     Owner::NotDispatched(_) => "closed by force".into(),
/// };
/// assert_eq!(told, "by row product");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new outcome must break every reader")]
pub enum Owner<'a> {
    /// The department or role that this row of the policy names.
    Row(&'a Row),
    /// Nobody: no row of the policy matches the complaint.
    Unrouted,
    /// Nobody yet: the owner depends on inputs that are unknown.
    Undetermined {
        /// The unknown inputs.
        missing: Vec<Input>,
        /// The row that decides unless a row about the unknown inputs does.
        otherwise: Option<&'a Row>,
    },
    /// Nobody: the complaint is closed by force instead of being dispatched.
    NotDispatched(&'a ForcedClosure),
}

/// The rows of a policy that apply to one complaint.
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

    /// Returns the row of the owner, if one decided.
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
    /// Returns the owner for what the table decides.
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

/// Returns a row by which the table decided.
///
/// A position that is not in the table stops the program. It would be a bug of this crate, and without the row the
/// complaint would look unrouted.
#[expect(clippy::indexing_slicing, reason = "the table gives places of its own rows")]
fn row(table: &RoutingTable, place: usize) -> &Row {
    &table.routing().rows()[place]
}

fn inputs(table: &RoutingTable, inputs: Inputs) -> impl Iterator<Item = Input> + '_ {
    let declared = table.routing().inputs();
    declared.iter().enumerate().filter(move |(at, _)| inputs >> at & 1 == 1).map(|(_, input)| *input)
}
