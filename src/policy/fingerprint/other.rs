//! The content by which a case was decided, and the check that a policy still has it.

use alloc::string::String;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::policy::fingerprint::covered::CoveredCalendars;
use crate::policy::fingerprint::digest::Fingerprint;
use crate::policy::procedure::Policy;
use crate::policy::version::PolicyVersion;
use crate::text::map_only::map_only;

/// The content of a policy as a case stores it: a fingerprint, and the days that the fingerprint covers.
///
/// The name and the version of a policy say what the organisation calls it. The content says what it decides. A policy
/// whose calendars were extended still has the content, as long as no covered day changed.
///
/// # Example: an extended calendar and a changed one
///
/// ```
/// use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::policy::fingerprint::PolicyContent;
/// use redress::policy::{Policy, Routing};
///
/// let desk = |until, hours| -> Result<Policy, Box<dyn std::error::Error>> {
///     let utc = Zone::fixed(chrono::FixedOffset::east_opt(0).ok_or("offset")?, KnownDays::years(2026, until)?)?;
///     let office = Calendar::builder("office", utc).week(WeekPattern::weekdays([Hours::from_static(hours)])).build()?;
///     Ok(Policy::builder("desk").version("1").calendar(office).routing(Routing::none()).build()?)
/// };
/// let content = PolicyContent::of(&desk(2026, "09:00-17:00")?);
/// assert!(content.is_of(&desk(2027, "09:00-17:00")?)); // known for one more year
/// let refused = content.check(&desk(2027, "09:00-16:00")?).unwrap_err(); // closes an hour earlier
/// assert_eq!(refused.expected, content.fingerprint);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a fingerprint and what it covers, whole as they are")]
pub struct PolicyContent {
    /// The fingerprint of the policy on the covered days.
    pub fingerprint: Fingerprint,
    /// The days that the fingerprint covers.
    pub covered: CoveredCalendars,
}

map_only!(PolicyContent, "the content of a policy");

impl PolicyContent {
    /// Returns the content of a policy, over all known days of its calendars.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        Self { fingerprint: policy.fingerprint(), covered: CoveredCalendars::of(policy) }
    }

    /// Returns whether a policy has this content on the covered days. [`PolicyContent::check`] says why it has not.
    #[must_use]
    pub fn is_of(&self, policy: &Policy) -> bool {
        self.check(policy).is_ok()
    }

    /// Checks that a policy has this content on the covered days, whatever its name and version.
    ///
    /// If the policy knows exactly the covered days, the check compares two values. If it knows other days too, its
    /// calendars are hashed again, which takes some microseconds for each known year.
    ///
    /// # Errors
    ///
    /// Returns [`ContentMismatch`] with both fingerprints if the content is another one, or if the policy does not know
    /// all covered days.
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

/// A policy does not have the content that was stored.
///
/// # Example
///
/// ```
/// use redress::policy::fingerprint::PolicyContent;
/// use redress::policy::{Policy, Routing};
/// use redress::sample;
///
/// let stored = PolicyContent::of(&sample::policy()?);
/// let other = Policy::builder("shop").version("1").calendar(sample::calendar()?).routing(Routing::none()).build()?;
/// let refused = stored.check(&other).unwrap_err();
/// assert_eq!(refused.found, other.fingerprint());
/// assert!(refused.to_string().ends_with("its content has changed; give changed content another version"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error(
    "policy `{policy}` has the fingerprint `{found}`, expected `{expected}`: {}",
    reason(.not_covered.as_ref())
)]
#[non_exhaustive]
pub struct ContentMismatch {
    /// The name and the version of the policy.
    pub policy: PolicyVersion,
    /// The fingerprint that was stored.
    pub expected: Fingerprint,
    /// The fingerprint of the policy on the covered days. If the policy does not know these days: on all days it knows.
    pub found: Fingerprint,
    /// Why the policy could not be compared on the covered days. `None` if it could.
    pub not_covered: Option<CoverageError>,
}

fn reason(not_covered: Option<&CoverageError>) -> String {
    match not_covered {
        Some(not_covered) => alloc::format!("{not_covered}"),
        None => "its content has changed; give changed content another version".into(),
    }
}

/// A policy cannot be compared, because it lacks a calendar or known days.
///
/// # Example: a calendar that the policy does not have
///
/// ```
/// use redress::policy::fingerprint::{CoverageError, CoveredCalendars};
/// use redress::sample;
///
/// let policy = sample::policy()?;
/// let days = CoveredCalendars::of(&policy).calendar();
/// let refused = policy.fingerprint_of(&CoveredCalendars::new(days).with_calendar("night", days));
/// assert_eq!(refused, Err(CoverageError::NoCalendar { name: "night".into() }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CoverageError {
    /// Days of a calendar are covered that the policy does not have.
    #[error(
        "the policy has no calendar `{name}`, but days of it are covered; use a policy with this calendar"
    )]
    NoCalendar {
        /// The beginning of the name.
        name: String,
    },
    /// The policy has a calendar without covered days.
    #[error("no days of calendar `{name}` are covered; add its first and last day")]
    NoDays {
        /// The beginning of the name.
        name: String,
    },
    /// A calendar, or its zone, does not know all covered days.
    #[error("calendar `{name}` does not know all covered days, expected {first} to {last}")]
    NotKnown {
        /// The beginning of the name.
        name: String,
        /// The first covered day, of the calendar or of its zone.
        first: NaiveDate,
        /// The last covered day, of the calendar or of its zone.
        last: NaiveDate,
    },
}
