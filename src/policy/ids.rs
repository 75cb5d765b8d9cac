//! The ids of one table.

use alloc::collections::BTreeSet;

use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::vocab::RuleId;

/// The ids seen so far. Reasons name a rule by its id, so that each id is used once in a table.
#[derive(Default)]
pub(in crate::policy) struct Ids(BTreeSet<RuleId>);

impl Ids {
    /// Adds the id of the rule at a place. Returns a fault if the id was seen before.
    pub(in crate::policy) fn add(&mut self, id: RuleId, place: FaultPlace) -> Option<PolicyFault> {
        (!self.0.insert(id)).then_some(PolicyFault::IdTwice { place })
    }
}
