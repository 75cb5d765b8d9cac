//! Calendars as documents that people write, in JSON, TOML or another format.

mod days;
mod given;
mod recurring;
mod week;
mod zone;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::builder::ExceptionKind;
use crate::calendar::document::days::Dates;
use crate::calendar::document::week::read_hours;
use crate::calendar::fault::CalendarFaults;
use crate::calendar::known::KnownDays;
use crate::calendar::query::Calendar;
use crate::calendar::readings::{Gap, LocalReading, MakeUpDays, OutsideDays, Overlap};
use crate::text::left_out::is_default;
use crate::text::list::any_number;
use crate::text::map_only::map_only;

pub use self::days::{DayDocument, PeriodDocument, SpecialHoursDocument};
pub use self::recurring::RecurringDocument;
pub use self::week::WeekDocument;
pub use self::zone::ZoneAnswer;

/// A calendar in a form that serde reads and writes: JSON, TOML and others. [`CalendarDocument::build`] checks it and
/// builds the calendar.
///
/// Unknown keys are errors. Dates are strings, in TOML too. A zone is a name, and `build` takes a function that knows
/// what the name means.
///
/// # Example: a Saturday night shift, a holiday period and a make-up day
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use redress::calendar::{CalendarDocument, Zone};
///
/// let document: CalendarDocument = serde_json::from_str(r#"{
///     "name": "desk", "revision": "2026-1", "zone": "Asia/Shanghai",
///     "first": "2026-01-01", "last": "2026-12-31",
///     "week": { "mon": ["09:00-17:00"], "tue": ["09:00-17:00"], "sat": ["22:00-06:00+1"] },
///     "holidays": [{ "from": "2026-02-15", "to": "2026-02-23", "name": "Spring Festival" }],
///     "working-days": [{ "date": "2026-02-13", "name": "make-up", "hours": ["09:00-17:00"] }]
/// }"#)?;
/// let calendar = document.build(Zone::iana)?;
/// assert!(calendar.is_working_day("2026-02-13".parse()?)?); // a Friday
/// assert_eq!(CalendarDocument::from(&calendar).week.sat, ["22:00-06:00+1"]);
/// # Ok(()) }
/// ```
///
/// # Example: every fault at once
///
/// ```
/// use redress::calendar::{CalendarDocument, Zone};
///
/// let document: CalendarDocument = serde_json::from_str(r#"{
///     "name": "desk", "revision": "1", "zone": "Europe/Berlin", "first": "2026-01-01", "last": "2026-12-31",
///     "week": { "mon": ["9-17"] },
///     "holidays": [{ "date": "2027-01-01", "name": "New Year's Day" }]
/// }"#)?;
/// let faults = document.build(Zone::iana).unwrap_err();
/// assert_eq!(faults.codes().collect::<Vec<_>>(), ["calendar.document", "calendar.outside-known-days"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct CalendarDocument {
    /// The name of the calendar, as it appears in errors and explanations.
    pub name: String,
    /// The edition of the calendar's data, such as `2026-1`. Explanations show it.
    pub revision: String,
    /// The name of the time zone, as in the IANA database.
    pub zone: String,
    /// The first known day.
    #[serde(with = "crate::calendar::date")]
    pub first: NaiveDate,
    /// The last known day.
    #[serde(with = "crate::calendar::date")]
    pub last: NaiveDate,
    /// The first day for which the zone is needed, if that is before the first known day.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub zone_first: Option<NaiveDate>,
    /// The last day for which the zone is needed, if a deadline in calendar days may end after the last known day.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub zone_last: Option<NaiveDate>,
    /// Whether make-up working days count as working days. By default, they do.
    #[serde(default, skip_serializing_if = "is_default")]
    pub make_up_days: MakeUpDays,
    /// What happens to entries outside the known days. By default, they are faults.
    #[serde(default, skip_serializing_if = "is_default")]
    pub outside_days: OutsideDays,
    /// How local times without an offset are read; see [`LocalReading`](crate::calendar::reading::LocalReading).
    #[serde(default, skip_serializing_if = "is_default")]
    pub local_times: LocalTimesDocument,
    /// The hours of each weekday.
    pub week: WeekDocument,
    /// Days without work, one by one or as periods.
    #[serde(default, deserialize_with = "any_number", skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<PeriodDocument>,
    /// Days without work that recur every year.
    #[serde(default, deserialize_with = "any_number", skip_serializing_if = "Vec::is_empty")]
    pub recurring: Vec<RecurringDocument>,
    /// Extra working days, such as make-up Saturdays.
    #[serde(default, deserialize_with = "any_number", skip_serializing_if = "Vec::is_empty")]
    pub working_days: Vec<DayDocument>,
    /// Days and periods with hours other than those of the week.
    #[serde(default, deserialize_with = "any_number", skip_serializing_if = "Vec::is_empty")]
    pub special_hours: Vec<SpecialHoursDocument>,
}

/// How local times are read that the wall clock skips or shows twice.
///
/// # Example
///
/// ```
/// use redress::calendar::entry::LocalTimesDocument;
/// use redress::calendar::reading::{Gap, Overlap};
///
/// let reading: LocalTimesDocument = serde_json::from_str(r#"{ "gap": "refused" }"#)?;
/// assert_eq!((reading.gap, reading.overlap), (Gap::Refused, Overlap::Earlier)); // the default for repeated times
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct LocalTimesDocument {
    /// What to do with a time that the clock skips.
    #[serde(skip_serializing_if = "is_default")]
    pub gap: Gap,
    /// What to do with a time that the clock shows twice.
    #[serde(skip_serializing_if = "is_default")]
    pub overlap: Overlap,
}

map_only!(LocalTimesDocument, "a reading of local times");

impl From<LocalReading> for LocalTimesDocument {
    fn from(reading: LocalReading) -> Self {
        Self { gap: reading.gap(), overlap: reading.overlap() }
    }
}

map_only!(CalendarDocument, "a calendar");

impl CalendarDocument {
    /// Checks the document and builds the calendar.
    ///
    /// `resolve` gets the name of the zone and the days for which it is needed, and returns the zone. With the feature
    /// `chrono-tz`, pass [`Zone::iana`](crate::calendar::Zone::iana).
    ///
    /// # Errors
    ///
    /// Returns every [`CalendarFault`](crate::calendar::CalendarFault) at once. A text that cannot be read has its path
    /// in the document. If the known days are not valid or the zone cannot be resolved, this fault comes alone, because
    /// the other entries cannot be checked without them. The reason that a resolver gives is part of the fault; see
    /// [`ZoneAnswer`].
    ///
    /// # Example: written, and read again
    ///
    /// ```
    /// use redress::calendar::{CalendarDocument, Zone};
    ///
    /// let calendar = redress::sample::calendar()?;
    /// let text = serde_json::to_string(&CalendarDocument::from(&calendar))?;
    /// let document: CalendarDocument = serde_json::from_str(&text)?;
    /// assert_eq!(document.build(Zone::iana)?, calendar);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn build<A: ZoneAnswer>(
        &self,
        resolve: impl FnOnce(&str, KnownDays) -> A,
    ) -> Result<Calendar, CalendarFaults> {
        let known = KnownDays::new(self.first, self.last)?;
        let zone_days =
            KnownDays::new(self.zone_first.unwrap_or(self.first), self.zone_last.unwrap_or(self.last))?;
        let zone = resolve(&self.zone, zone_days).zone(&self.zone)?;
        let mut faults = Vec::new();
        let mut builder = Calendar::builder(&self.name, zone)
            .revision(&self.revision)
            .known(known)
            .make_up_days(self.make_up_days)
            .outside_days(self.outside_days)
            .local_times(
                LocalReading::default().with_gap(self.local_times.gap).with_overlap(self.local_times.overlap),
            )
            .week(self.week.read("week", &mut faults));
        for (index, period) in self.holidays.iter().enumerate() {
            builder = match period.dates(index) {
                Ok(Dates::One(date)) => builder.holiday(date, &period.name),
                Ok(Dates::Period(first, last)) => builder.holidays(first..=last, &period.name),
                Err(fault) => {
                    faults.push(fault);
                    builder
                }
            };
        }
        for (index, rule) in self.recurring.iter().enumerate() {
            if let Some(holiday) = rule.read(index, &mut faults) {
                builder = builder.recurring_at(&rule.place(index), holiday);
            }
        }
        for (index, day) in self.working_days.iter().enumerate() {
            let hours = read_hours(&day.hours, &format!("working-days[{index}].hours"), &mut faults);
            builder = builder.working_day(day.date, &day.name, hours);
        }
        for (index, day) in self.special_hours.iter().enumerate() {
            builder = day.declare(index, builder, &mut faults);
        }
        builder.faults.extend(faults);
        builder.build()
    }
}

impl From<&Calendar> for CalendarDocument {
    fn from(calendar: &Calendar) -> Self {
        let known = calendar.known();
        let zone = calendar.zone().known();
        let description = &calendar.description;
        let days = |kind| description.exceptions.iter().filter(move |(_, day)| day.kind == kind);
        let special = days(ExceptionKind::SpecialHours);
        Self {
            name: calendar.name().into(),
            revision: calendar.revision().into(),
            zone: calendar.zone().name().into(),
            first: known.first(),
            last: known.last(),
            zone_first: (zone.first() != known.first()).then_some(zone.first()),
            zone_last: (zone.last() != known.last()).then_some(zone.last()),
            make_up_days: description.make_up_days,
            outside_days: description.outside_days,
            local_times: description.local_times.into(),
            week: WeekDocument::from(&description.week),
            holidays: days(ExceptionKind::Holiday)
                .map(|(date, day)| PeriodDocument::of(*date, day))
                .collect(),
            recurring: description.recurring.iter().map(RecurringDocument::from).collect(),
            working_days: days(ExceptionKind::WorkingDay)
                .map(|(date, day)| DayDocument::of(*date, day))
                .collect(),
            special_hours: special
                .map(|(date, day)| SpecialHoursDocument::of(*date, day))
                .chain(description.periods.iter().map(SpecialHoursDocument::of_period))
                .collect(),
        }
    }
}
