//! The roster: who holds which role, up to which amount, and who stands in for whom.

mod builder;
mod document;
mod entry;
mod fault;
mod people;

pub use self::builder::RosterBuilder;
pub use self::document::{DelegationDocument, HoldingDocument, RosterDocument};
pub use self::entry::{Delegation, Holding};
pub use self::fault::{RosterFault, RosterFaults};
pub use self::people::Roster;
