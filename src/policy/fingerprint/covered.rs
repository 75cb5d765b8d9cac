//! The days for which a fingerprint was made.

use alloc::collections::BTreeMap;
use alloc::string::String;
use core::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::text::excerpt;
use crate::calendar::{Calendar, CalendarFault, KnownDays};
use crate::policy::limits::MAX_CALENDARS;
use crate::policy::procedure::Policy;
use crate::text::map::map;
use crate::text::map_only::map_only;
use crate::text::written_as::written_as;

/// The days of each calendar that a [`Fingerprint`](crate::policy::fingerprint::Fingerprint) covers.
///
/// A case stores them beside the fingerprint. If a calendar was extended since then, the policy is compared on the
/// covered days only. As a document, the keys are those of a [`PolicyDocument`](crate::policy::PolicyDocument):
/// `calendar` for the main calendar, and `calendars` as a map from names.
///
/// # Example
///
/// ```
/// use redress::policy::fingerprint::CoveredCalendars;
/// use redress::sample;
///
/// let covered = CoveredCalendars::of(&sample::policy()?);
/// assert_eq!(
///     serde_json::to_string(&covered)?,
///     r#"{"calendar":{"first":"2026-01-01","last":"2026-12-31"}}"#,
/// );
/// assert_eq!(covered.calendar().days().days(), 365);
/// assert_eq!(covered.calendars().count(), 0); // the shop has no other calendar
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct CoveredCalendars {
    calendar: CoveredDays,
    #[serde(default, deserialize_with = "named", skip_serializing_if = "BTreeMap::is_empty")]
    calendars: BTreeMap<String, CoveredDays>,
}

map_only!(CoveredCalendars, "covered days");

fn named<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, CoveredDays>, D::Error> {
    let named: BTreeMap<Name, CoveredDays> =
        map(MAX_CALENDARS, "the days of calendars as a map", deserializer)?;
    Ok(named.into_iter().map(|(name, days)| (name.0, days)).collect())
}

impl CoveredCalendars {
    /// Covers these days of the main calendar, for a policy that has no other calendar.
    #[must_use]
    pub const fn new(calendar: CoveredDays) -> Self {
        Self { calendar, calendars: BTreeMap::new() }
    }

    /// Covers days of a calendar that rules refer to by its name. A second call for a name replaces the first.
    #[must_use]
    pub fn with_calendar(mut self, name: &str, days: CoveredDays) -> Self {
        self.calendars.insert(name.into(), days);
        self
    }

    /// Covers all known days of all calendars of a policy.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        let named = policy.calendars().skip(1);
        Self {
            calendar: CoveredDays::of(policy.calendar()),
            calendars: named.map(|calendar| (calendar.name().into(), CoveredDays::of(calendar))).collect(),
        }
    }

    /// Returns the covered days of the main calendar, which serves every rule that names no other.
    #[must_use]
    pub const fn calendar(&self) -> CoveredDays {
        self.calendar
    }

    /// Returns the covered days of the named calendars, sorted by name.
    pub fn calendars(&self) -> impl Iterator<Item = (&str, CoveredDays)> {
        self.calendars.iter().map(|(name, days)| (name.as_str(), *days))
    }

    pub(in crate::policy) fn named(&self, name: &str) -> Option<CoveredDays> {
        self.calendars.get(name).copied()
    }
}

/// The covered days of one calendar and of its time zone.
///
/// The zone is covered for the same days as the calendar, unless the zone is known for more days. It then counts for
/// more: a term of calendar days without a roll can end after the last day of the calendar.
///
/// # Example
///
/// ```
/// use redress::calendar::KnownDays;
/// use redress::policy::fingerprint::CoveredDays;
/// use redress::sample;
///
/// let year = CoveredDays::of(&sample::calendar()?);
/// assert_eq!(year, CoveredDays::new(KnownDays::years(2026, 2026)?));
/// let longer = year.with_zone_days(KnownDays::years(2026, 2027)?);
/// assert_eq!((longer.days().days(), longer.zone_days().days()), (365, 730));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct CoveredDays {
    days: KnownDays,
    zone_days: KnownDays,
}

impl CoveredDays {
    /// Covers these days, and the offsets of the zone on the same days.
    #[must_use]
    pub const fn new(days: KnownDays) -> Self {
        Self { days, zone_days: days }
    }

    /// Covers the offsets of the zone on other days.
    #[must_use]
    pub const fn with_zone_days(mut self, zone_days: KnownDays) -> Self {
        self.zone_days = zone_days;
        self
    }

    /// Covers all known days of a calendar, and all known days of its zone.
    #[must_use]
    pub const fn of(calendar: &Calendar) -> Self {
        Self { days: calendar.known(), zone_days: calendar.zone().known() }
    }

    /// Returns the covered days of the calendar.
    #[must_use]
    pub const fn days(self) -> KnownDays {
        self.days
    }

    /// Returns the days on which the offsets of the zone are covered.
    #[must_use]
    pub const fn zone_days(self) -> KnownDays {
        self.zone_days
    }
}

/// The name of a calendar as the key of a map.
#[derive(Deserialize, Eq, Ord, PartialEq, PartialOrd)]
struct Name(#[serde(deserialize_with = "crate::calendar::text::name")] String);

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&excerpt(&self.0))
    }
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct DaysDocument {
    #[serde(with = "crate::calendar::date")]
    first: NaiveDate,
    #[serde(with = "crate::calendar::date")]
    last: NaiveDate,
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    zone_first: Option<NaiveDate>,
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    zone_last: Option<NaiveDate>,
}

map_only!(DaysDocument, "covered days");

impl From<&CoveredDays> for DaysDocument {
    fn from(&CoveredDays { days, zone_days }: &CoveredDays) -> Self {
        Self {
            first: days.first(),
            last: days.last(),
            zone_first: Some(zone_days.first()).filter(|first| *first != days.first()),
            zone_last: Some(zone_days.last()).filter(|last| *last != days.last()),
        }
    }
}

impl DaysDocument {
    fn build(self) -> Result<CoveredDays, CalendarFault> {
        let Self { first, last, zone_first, zone_last } = self;
        let days = KnownDays::new(first, last)?;
        let zone_days = KnownDays::new(zone_first.unwrap_or(first), zone_last.unwrap_or(last))?;
        Ok(CoveredDays { days, zone_days })
    }
}

written_as!(CoveredDays = DaysDocument, build);
