//! A calendar as a document that a person writes.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::calendar::builder::ExceptionKind;
use crate::calendar::text::excerpt;
use crate::calendar::{
    Calendar, CalendarFault, CalendarFaults, Hours, KnownDays, MakeUpDays, WeekPattern, Zone,
};
use crate::vocab::map_only::map_only;

/// A calendar as JSON, TOML or any other form that serde reads; [`CalendarDocument::build`] proves it.
///
/// Unknown keys are refused, and dates are texts, in TOML too. A zone is a name; who knows what it means is an argument of `build`.
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
///     "working_days": [{ "date": "2026-02-14", "name": "make-up", "hours": ["09:00-17:00"] }]
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
#[serde(deny_unknown_fields, remote = "Self")]
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
    /// The hours of each weekday.
    pub week: WeekDocument,
    /// Days without work, one by one or as periods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<PeriodDocument>,
    /// Extra working days.
    #[serde(default, alias = "working-days", skip_serializing_if = "Vec::is_empty")]
    pub working_days: Vec<DayDocument>,
    /// Days with other hours than the week has.
    #[serde(default, alias = "special-hours", skip_serializing_if = "Vec::is_empty")]
    pub special_hours: Vec<DayDocument>,
}

/// The hours of each weekday; a weekday left out is closed.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default, remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a week has these days")]
#[expect(missing_docs, reason = "the names of the weekdays say it")]
pub struct WeekDocument {
    pub mon: Vec<String>,
    pub tue: Vec<String>,
    pub wed: Vec<String>,
    pub thu: Vec<String>,
    pub fri: Vec<String>,
    pub sat: Vec<String>,
    pub sun: Vec<String>,
}

/// A holiday (`date`) or a holiday period (`from` and `to`, both included).
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct PeriodDocument {
    /// The one day.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The first day of a period.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day of a period.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// What it is called; shown where it moves a date.
    pub name: String,
}

/// One date with hours of its own.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct DayDocument {
    /// The date.
    #[serde(with = "crate::calendar::date")]
    pub date: NaiveDate,
    /// What it is called.
    pub name: String,
    /// Its working hours.
    pub hours: Vec<String>,
}

map_only!(CalendarDocument, "a calendar");
map_only!(WeekDocument, "the hours of a week");
map_only!(PeriodDocument, "a holiday");
map_only!(DayDocument, "a day");

impl CalendarDocument {
    /// Proves the document and builds the calendar; `resolve` says what a zone name means over some days.
    ///
    /// # Errors
    ///
    /// Every [`CalendarFault`] at once, those of unreadable texts with their path in the document; known days or
    /// a zone that make no sense come alone, for nothing else can be held against them.
    pub fn build(
        &self,
        resolve: impl FnOnce(&str, KnownDays) -> Option<Zone>,
    ) -> Result<Calendar, CalendarFaults> {
        let known = KnownDays::new(self.first, self.last)?;
        let zone_days =
            KnownDays::new(self.zone_first.unwrap_or(self.first), self.zone_last.unwrap_or(self.last))?;
        let zone = resolve(&self.zone, zone_days)
            .ok_or_else(|| CalendarFault::UnknownZone { name: excerpt(&self.zone) })?;
        let mut faults = Vec::new();
        let mut builder = Calendar::builder(&self.name, zone)
            .revision(&self.revision)
            .known(known)
            .make_up_days(self.make_up_days)
            .week(self.week.read(&mut faults));
        for (index, period) in self.holidays.iter().enumerate() {
            builder = match (period.date, period.from, period.to) {
                (Some(date), None, None) => builder.holiday(date, &period.name),
                (None, Some(first), Some(last)) => builder.holidays(first, last, &period.name),
                (date, from, to) => {
                    let given = [("`date`", date), ("`from`", from), ("`to`", to)];
                    let given: Vec<&str> =
                        given.into_iter().filter_map(|(key, date)| date.map(|_| key)).collect();
                    let given = if given.is_empty() { "no date".into() } else { given.join(" and ") };
                    faults.push(CalendarFault::Document {
                        place: format!("holidays[{index}] `{}`", excerpt(&period.name)),
                        problem: format!("has {given}, expected either `date` or both `from` and `to`"),
                    });
                    builder
                }
            };
        }
        for (index, day) in self.working_days.iter().enumerate() {
            let hours = read_hours(&day.hours, &format!("working_days[{index}].hours"), &mut faults);
            builder = builder.working_day(day.date, &day.name, hours);
        }
        for (index, day) in self.special_hours.iter().enumerate() {
            let hours = read_hours(&day.hours, &format!("special_hours[{index}].hours"), &mut faults);
            builder = builder.special_hours(day.date, &day.name, hours);
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
        let exceptions: BTreeMap<_, _> =
            description.exceptions.iter().map(|(date, day)| (*date, day)).collect();
        let days = |kind| {
            let of_kind = exceptions.iter().filter(move |(_, day)| day.kind == kind);
            of_kind
                .map(|(&date, day)| DayDocument {
                    date,
                    name: day.name.clone(),
                    hours: write_hours(&day.hours),
                })
                .collect()
        };
        let holidays = exceptions.iter().filter(|(_, day)| day.kind == ExceptionKind::Holiday);
        Self {
            name: calendar.name().into(),
            revision: calendar.revision().into(),
            zone: calendar.zone().name().into(),
            first: known.first(),
            last: known.last(),
            zone_first: (zone.first() != known.first()).then_some(zone.first()),
            zone_last: (zone.last() != known.last()).then_some(zone.last()),
            make_up_days: description.make_up_days,
            week: WeekDocument::from(&description.week),
            holidays: holidays
                .map(|(&date, day)| PeriodDocument {
                    date: Some(date),
                    from: None,
                    to: None,
                    name: day.name.clone(),
                })
                .collect(),
            working_days: days(ExceptionKind::WorkingDay),
            special_hours: days(ExceptionKind::SpecialHours),
        }
    }
}

impl WeekDocument {
    fn read(&self, faults: &mut Vec<CalendarFault>) -> WeekPattern {
        let days = [
            (Weekday::Mon, &self.mon, "week.mon"),
            (Weekday::Tue, &self.tue, "week.tue"),
            (Weekday::Wed, &self.wed, "week.wed"),
            (Weekday::Thu, &self.thu, "week.thu"),
            (Weekday::Fri, &self.fri, "week.fri"),
            (Weekday::Sat, &self.sat, "week.sat"),
            (Weekday::Sun, &self.sun, "week.sun"),
        ];
        days.into_iter().fold(WeekPattern::closed(), |week, (weekday, hours, place)| {
            week.with(weekday, read_hours(hours, place, faults))
        })
    }
}

impl From<&WeekPattern> for WeekDocument {
    fn from(week: &WeekPattern) -> Self {
        let hours = |weekday| write_hours(week.hours(weekday));
        Self {
            mon: hours(Weekday::Mon),
            tue: hours(Weekday::Tue),
            wed: hours(Weekday::Wed),
            thu: hours(Weekday::Thu),
            fri: hours(Weekday::Fri),
            sat: hours(Weekday::Sat),
            sun: hours(Weekday::Sun),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_default(reading: &MakeUpDays) -> bool {
    *reading == MakeUpDays::default()
}

fn read_hours(texts: &[String], place: &str, faults: &mut Vec<CalendarFault>) -> Vec<Hours> {
    let mut hours = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        match text.parse() {
            Ok(span) => hours.push(span),
            Err(error) => faults.push(CalendarFault::hours(format!("{place}[{index}]"), &error)),
        }
    }
    hours
}

fn write_hours(hours: &[Hours]) -> Vec<String> {
    hours.iter().map(ToString::to_string).collect()
}
