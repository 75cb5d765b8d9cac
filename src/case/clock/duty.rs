//! What is owed in a case.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::case::command::DutyKey;
use crate::vocab::Role;

/// Something that should have happened by now, and is not on record yet.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct OpenDuty {
    /// Since when.
    #[serde(with = "crate::calendar::instant")]
    pub since: DateTime<Utc>,
    /// What.
    pub key: DutyKey,
    /// To whom it goes, where the policy names a role. Whether anybody holds it does not matter: it is owed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Role>,
}
