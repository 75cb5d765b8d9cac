//! A calendar as a document that a person writes.

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

/// A calendar as JSON, TOML or any other form that serde reads; [`CalendarDocument::build`] proves it.
///
/// Unknown keys are refused, and dates are texts, in TOML too. A zone is a name; who knows what it means is an
/// argument of `build`.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use chrono::FixedOffset;
/// use redress::calendar::{CalendarDocument, Zone};
///
/// let document: CalendarDocument = serde_json::from_str(r#"{
///     "name": "desk", "revision": "2026-1", "zone": "Asia/Shanghai",
///     "first": "2026-01-01", "last": "2026-12-31",
///     "week": { "mon": ["09:00-17:00"], "tue": ["09:00-17:00"], "sat": ["22:00-06:00+1"] },
///     "holidays": [{ "from": "2026-02-15", "to": "2026-02-23", "name": "Spring Festival" }],
///     "working-days": [{ "date": "2026-02-14", "name": "make-up", "hours": ["09:00-17:00"] }]
/// }"#)?;
/// let calendar = document.build(|name, known| match name {
///     "Asia/Shanghai" => FixedOffset::east_opt(8 * 3600)
///         .and_then(|offset| Zone::tabulate(name, &offset, known).ok()),
///     _ => None,
/// })?;
/// assert!(calendar.is_working_day("2026-02-14".parse()?)?);
/// assert_eq!(CalendarDocument::from(&calendar).week.sat.len(), 1);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct CalendarDocument {
    /// The calendar's name.
    pub name: String,
    /// The edition of its data.
    pub revision: String,
    /// The name of its zone, as the IANA database writes it.
    pub zone: String,
    /// The first known day, `YYYY-MM-DD`.
    #[serde(with = "crate::calendar::date")]
    pub first: NaiveDate,
    /// The last known day.
    #[serde(with = "crate::calendar::date")]
    pub last: NaiveDate,
    /// The first day for which the zone is to be known, where that is before the first known day.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub zone_first: Option<NaiveDate>,
    /// The last day for which the zone is to be known, where day counts without roll may end later than the
    /// calendar is known; the last known day unless given.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub zone_last: Option<NaiveDate>,
    /// Whether extra working days count as such; they do unless given.
    #[serde(default, skip_serializing_if = "is_default")]
    pub make_up_days: MakeUpDays,
    /// What becomes of holidays and other days outside the known ones; they are refused unless given.
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
    /// Days without work that come back every year.
    #[serde(default, deserialize_with = "any_number", skip_serializing_if = "Vec::is_empty")]
    pub recurring: Vec<RecurringDocument>,
    /// Extra working days.
    #[serde(default, deserialize_with = "any_number", skip_serializing_if = "Vec::is_empty")]
    pub working_days: Vec<DayDocument>,
    /// Days and periods with other hours than the week has.
    #[serde(default, deserialize_with = "any_number", skip_serializing_if = "Vec::is_empty")]
    pub special_hours: Vec<SpecialHoursDocument>,
}

/// How local times are read that the wall clock skips or shows twice.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct LocalTimesDocument {
    /// A time that the clock skips.
    #[serde(skip_serializing_if = "is_default")]
    pub gap: Gap,
    /// A time that the clock shows twice.
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
    /// Proves the document and builds the calendar; `resolve` says what a zone name means over some days.
    ///
    /// # Errors
    ///
    /// Every [`CalendarFault`](crate::calendar::CalendarFault) at once, those of unreadable texts with their path in
    /// the document; known days or a zone that make no sense come alone, for nothing else can be held against them.
    /// What the resolver said is kept, see [`ZoneAnswer`].
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
