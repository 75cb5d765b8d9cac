//! A duty that is open in a case.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::case::command::DutyKey;
use crate::vocab::Role;

/// Something that should have happened by now and is not on record yet.
///
/// [`Outlook::owed`](crate::case::Outlook::owed) returns open duties. Some are done by acting, such as signing.
/// Others, such as a warning, are done by telling somebody: record that with `Command::Deliver`.
///
/// # Example: a signature is owed
///
/// ```
/// use redress::case::Outlook;
/// use redress::sample;
/// use redress::vocab::Role;
/// use redress::vocab::course::Duty;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?;
/// let now = "2026-04-02T09:00:00Z".parse()?;
/// let outlook = Outlook::of(&case, &policy, now);
/// let duty = outlook.owed(now).find(|duty| duty.key.duty == Duty::Signature).ok_or("nothing is owed")?;
/// assert_eq!(duty.to, Some(Role::MANAGER));
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct OpenDuty {
    /// The instant since which it is owed.
    #[serde(with = "crate::calendar::instant")]
    pub since: DateTime<Utc>,
    /// What is owed. The key stays the same until a command puts the duty on record.
    pub key: DutyKey,
    /// The role to which the duty goes, if the policy names one. The duty is owed even if nobody holds the role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Role>,
}
