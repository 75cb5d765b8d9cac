//! What is owed in a case.

use chrono::{DateTime, Utc};

use crate::case::command::DutyKey;
use crate::vocab::Role;

/// Something that should have happened by now, and is not on record yet.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub struct OpenDuty {
    /// Since when.
    pub since: DateTime<Utc>,
    /// What.
    pub key: DutyKey,
    /// To whom it goes, where the policy names a role. Whether anybody holds it does not matter: it is owed.
    pub to: Option<Role>,
}
