//! Which content a case was decided by, and whether a policy still has it.

use alloc::string::String;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::policy::fingerprint::covered::CoveredCalendars;
use crate::policy::fingerprint::digest::Fingerprint;
use crate::policy::procedure::Policy;
use crate::policy::version::PolicyVersion;
use crate::text::map_only::map_only;

/// The content of a policy as a case keeps it: its fingerprint, and the days that the fingerprint covers.
///
/// It stands beside the name and the version, which say what the organisation calls the policy. A policy whose calendars
/// were prolonged without changing a covered day still has the content.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::policy::{Policy, Routing};
/// use redress::policy::fingerprint::PolicyContent;
///
/// let desk = |until, hours| -> Result<Policy, Box<dyn std::error::Error>> {
///     let utc = Zone::fixed(chrono::FixedOffset::east_opt(0).ok_or("offset")?, KnownDays::years(2026, until)?)?;
///     let office = Calendar::builder("office", utc).week(WeekPattern::weekdays([Hours::from_static(hours)])).build()?;
///     Ok(Policy::builder("desk").version("1").calendar(office).routing(Routing::none()).build()?)
/// };
/// let content = PolicyContent::of(&desk(2026, "09:00-17:00")?);
/// assert!(content.is_of(&desk(2027, "09:00-17:00")?)); // prolonged
/// let refused = content.check(&desk(2027, "09:00-16:00")?).unwrap_err(); // an hour less
/// assert_eq!(refused.expected, content.fingerprint);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a fingerprint and what it covers, whole as they are")]
pub struct PolicyContent {
    /// The fingerprint.
    pub fingerprint: Fingerprint,
    /// The days that it covers.
    pub covered: CoveredCalendars,
}

map_only!(PolicyContent, "the content of a policy");

impl PolicyContent {
    /// Returns the content of a policy, with all known days of its calendars.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        Self { fingerprint: policy.fingerprint(), covered: CoveredCalendars::of(policy) }
    }

    /// Returns whether a policy has this content on the covered days.
    #[must_use]
    pub fn is_of(&self, policy: &Policy) -> bool {
        self.check(policy).is_ok()
    }

    /// Checks that a policy has this content on the covered days, whatever its name and version.
    ///
    /// It costs a comparison of two values where the policy knows just the covered days, and hashing its calendars again
    /// where it knows other ones: some microseconds for each known year.
    ///
    /// # Errors
    ///
    /// [`ContentMismatch`] with both fingerprints.
    pub fn check(&self, policy: &Policy) -> Result<(), ContentMismatch> {
        let (found, not_covered) = match policy.fingerprint_of(&self.covered) {
            Ok(found) if found == self.fingerprint => return Ok(()),
            Ok(found) => (found, None),
            Err(not_covered) => (policy.fingerprint(), Some(not_covered)),
        };
        Err(ContentMismatch {
            policy: PolicyVersion::of(policy),
            expected: self.fingerprint,
            found,
            not_covered,
        })
    }
}

/// A policy has other content than the one that was stored.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error(
    "policy `{policy}` has the fingerprint `{found}`, expected `{expected}`: {}",
    reason(.not_covered.as_ref())
)]
#[non_exhaustive]
pub struct ContentMismatch {
    /// The policy by its name and version.
    pub policy: PolicyVersion,
    /// The fingerprint that was stored.
    pub expected: Fingerprint,
    /// The fingerprint of the policy on the covered days, or on all that it knows where it does not cover them.
    pub found: Fingerprint,
    /// Why the policy does not cover the days, where it does not.
    pub not_covered: Option<CoverageError>,
}

fn reason(not_covered: Option<&CoverageError>) -> String {
    match not_covered {
        Some(not_covered) => alloc::format!("{not_covered}"),
        None => "its content has changed; give changed content a version of its own".into(),
    }
}

/// A policy has not the calendars, or not the known days, that a fingerprint covers.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CoverageError {
    /// The policy has no calendar of a name.
    #[error("the policy has no calendar `{name}`, expected one of this name")]
    NoCalendar {
        /// The beginning of the name.
        name: String,
    },
    /// The policy has a calendar of which no days are covered.
    #[error("no days of calendar `{name}` are covered, expected its first and last day")]
    NoDays {
        /// The beginning of the name.
        name: String,
    },
    /// A calendar, or its zone, is not known for all covered days.
    #[error("calendar `{name}` is not known for all covered days, expected {first} to {last}")]
    NotKnown {
        /// The beginning of the name.
        name: String,
        /// The first day that is covered, of the calendar or its zone.
        first: NaiveDate,
        /// The last one.
        last: NaiveDate,
    },
}
