//! Who fills in a form or gets a report: roles and departments, read and checked in one place.

use alloc::vec::Vec;

use serde::{Deserialize, Deserializer};

use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::limits::MAX_HOLDERS;
use crate::taxonomy::Taxonomy;
use crate::text::list::list;
use crate::vocab::{Department, Role};

/// Reads a list of roles or departments.
pub(in crate::policy) fn holders<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    list(MAX_HOLDERS, deserializer)
}

/// Checks the roles and departments of a form or a report.
pub(in crate::policy) fn prove(
    place: FaultPlace,
    roles: &[Role],
    departments: &[Department],
    taxonomy: &Taxonomy,
    faults: &mut Vec<PolicyFault>,
) {
    for (what, count) in [("roles", roles.len()), ("departments", departments.len())] {
        if count > MAX_HOLDERS {
            faults.push(PolicyFault::TooManyIn { place, what, count, most: MAX_HOLDERS });
        }
    }
    let roles = roles.iter().filter_map(|role| taxonomy.check_known(*role).err());
    let departments = departments.iter().filter_map(|unit| taxonomy.check_known(*unit).err());
    faults.extend(roles.chain(departments).map(|error| PolicyFault::Undeclared { place, error }));
}
