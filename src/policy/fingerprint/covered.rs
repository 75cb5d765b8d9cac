//! The known days that a fingerprint covers.

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

/// The days of each calendar of a policy that a [`Fingerprint`](crate::policy::fingerprint::Fingerprint) covers.
///
/// A case stores it beside the fingerprint: a calendar that was prolonged since then is compared on these days alone.
/// As a document it has the keys of a [`PolicyDocument`](crate::policy::PolicyDocument), `calendar` and `calendars`,
/// the latter as a map from names.
///
/// ```
/// use redress::policy::fingerprint::CoveredCalendars;
///
/// let covered: CoveredCalendars = serde_json::from_str(r#"{"calendar": {"first": "2026-01-01", "last": "2026-12-31"}}"#)?;
/// assert_eq!(covered.calendar().days().days(), 365);
/// assert_eq!(covered.calendars().count(), 0);
/// # Ok::<(), serde_json::Error>(())
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
    /// Covers days of a policy with one calendar.
    #[must_use]
    pub const fn new(calendar: CoveredDays) -> Self {
        Self { calendar, calendars: BTreeMap::new() }
    }

    /// Covers days of a calendar that has to be named, too; of two for one name the second one counts.
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

    /// The days of the calendar for everything that names no other.
    #[must_use]
    pub const fn calendar(&self) -> CoveredDays {
        self.calendar
    }

    /// The days of the calendars that have to be named, by their names.
    pub fn calendars(&self) -> impl Iterator<Item = (&str, CoveredDays)> {
        self.calendars.iter().map(|(name, days)| (name.as_str(), *days))
    }

    pub(in crate::policy) fn named(&self, name: &str) -> Option<CoveredDays> {
        self.calendars.get(name).copied()
    }
}

/// The days of one calendar that a fingerprint covers, and those of its zone.
///
/// The zone is covered for the same days unless it was known for more: terms of calendar days without a roll then reach
/// further than the calendar does.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct CoveredDays {
    days: KnownDays,
    zone_days: KnownDays,
}

impl CoveredDays {
    /// Covers days, and the offsets of the zone on these days.
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

    /// Covers all known days of a calendar, and all of its zone.
    #[must_use]
    pub const fn of(calendar: &Calendar) -> Self {
        Self { days: calendar.known(), zone_days: calendar.zone().known() }
    }

    /// The days.
    #[must_use]
    pub const fn days(self) -> KnownDays {
        self.days
    }

    /// The days for which the offsets of the zone are covered.
    #[must_use]
    pub const fn zone_days(self) -> KnownDays {
        self.zone_days
    }
}

/// The name of a calendar as a key.
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
