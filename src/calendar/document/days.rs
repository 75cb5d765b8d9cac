//! Days and periods that differ from the week, in a document.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::builder::{CalendarBuilder, Exception};
use crate::calendar::document::given::keys;
use crate::calendar::document::week::{WeekDocument, read_hours, write_hours};
use crate::calendar::fault::CalendarFault;
use crate::calendar::period::{PeriodHours, SpecialPeriod};
use crate::calendar::text::excerpt;
use crate::text::left_out::some;
use crate::text::map_only::map_only;

/// A holiday (`date`), or a holiday period (`from` and `to`, both included).
///
/// # Example
///
/// ```
/// use redress::calendar::entry::PeriodDocument;
///
/// let period: PeriodDocument =
///     serde_json::from_str(r#"{ "from": "2026-12-24", "to": "2026-12-31", "name": "Winter break" }"#)?;
/// assert_eq!((period.date, period.name.as_str()), (None, "Winter break"));
/// assert!(serde_json::from_str::<PeriodDocument>(r#"{ "date": "24 December", "name": "x" }"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct PeriodDocument {
    /// The date of a single day. `None` for a period.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The first day of a period. `None` for a single day.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day of a period. `None` for a single day.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// The name, shown where the holiday moves a date.
    pub name: String,
}

/// A make-up working day.
///
/// # Example
///
/// ```
/// use redress::calendar::entry::DayDocument;
///
/// let day: DayDocument = serde_json::from_str(
///     r#"{ "date": "2026-02-14", "name": "make-up Saturday", "hours": ["09:00-17:00"] }"#,
/// )?;
/// assert_eq!(day.hours, ["09:00-17:00"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct DayDocument {
    /// The date.
    #[serde(with = "crate::calendar::date")]
    pub date: NaiveDate,
    /// The name of the day.
    pub name: String,
    /// The working hours, such as `09:00-17:00`. At least one span.
    pub hours: Vec<String>,
}

/// Other hours on one day (`date` and `hours`), or in a period (`from` and `to`, both included, with `hours` or
/// `week`).
///
/// # Example: an empty list closes the day
///
/// ```
/// use redress::calendar::entry::SpecialHoursDocument;
/// use redress::calendar::{CalendarDocument, Zone};
///
/// let mut document = CalendarDocument::from(&redress::sample::calendar()?);
/// let closed = r#"{ "date": "2026-12-31", "name": "stocktaking", "hours": [] }"#;
/// document.special_hours.push(serde_json::from_str::<SpecialHoursDocument>(closed)?);
/// let calendar = document.build(Zone::iana)?;
/// assert!(!calendar.is_working_day("2026-12-31".parse()?)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct SpecialHoursDocument {
    /// The date of a single day. `None` for a period.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The first day of a period. `None` for a single day.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day of a period. `None` for a single day.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// The name of the day or period.
    pub name: String,
    /// The hours of the day, or of each working day of the period. An empty list means that the day is closed.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub hours: Option<Vec<String>>,
    /// A week that replaces the usual one during the period. A weekday that is left out is closed.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub week: Option<WeekDocument>,
}

map_only!(PeriodDocument, "a holiday");
map_only!(DayDocument, "a day");
map_only!(SpecialHoursDocument, "special hours");

/// One day, or the first and the last day of a period.
pub(super) enum Dates {
    One(NaiveDate),
    Period(NaiveDate, NaiveDate),
}

impl Dates {
    fn read([date, from, to]: [Option<NaiveDate>; 3], place: &str) -> Result<Self, CalendarFault> {
        match (date, from, to) {
            (Some(date), None, None) => Ok(Self::One(date)),
            (None, Some(first), Some(last)) => Ok(Self::Period(first, last)),
            (date, from, to) => Err(CalendarFault::Document {
                place: place.into(),
                problem: format!(
                    "has {}, expected either `date` or both `from` and `to`",
                    keys(
                        &[("date", date.is_some()), ("from", from.is_some()), ("to", to.is_some())],
                        "no date"
                    ),
                ),
            }),
        }
    }
}

impl PeriodDocument {
    pub(super) fn dates(&self, index: usize) -> Result<Dates, CalendarFault> {
        let place = format!("holidays[{index}] `{}`", excerpt(&self.name));
        Dates::read([self.date, self.from, self.to], &place)
    }

    pub(super) fn of(date: NaiveDate, day: &Exception) -> Self {
        Self { date: Some(date), from: None, to: None, name: day.name.clone() }
    }
}

impl DayDocument {
    pub(super) fn of(date: NaiveDate, day: &Exception) -> Self {
        Self { date, name: day.name.clone(), hours: write_hours(&day.hours) }
    }
}

impl SpecialHoursDocument {
    /// Declares the day or the period. Faults are added to `faults`.
    pub(super) fn declare(
        &self,
        index: usize,
        builder: CalendarBuilder,
        faults: &mut Vec<CalendarFault>,
    ) -> CalendarBuilder {
        let place = format!("special-hours[{index}] `{}`", excerpt(&self.name));
        let dates = match Dates::read([self.date, self.from, self.to], &place) {
            Ok(dates) => dates,
            Err(fault) => {
                faults.push(fault);
                return builder;
            }
        };
        let place_of = |key| format!("special-hours[{index}].{key}");
        match (dates, &self.hours, &self.week) {
            (Dates::One(date), Some(hours), None) => {
                let hours = read_hours(hours, &place_of("hours"), faults);
                builder.special_hours(date, &self.name, hours)
            }
            (Dates::Period(first, last), Some(hours), None) => {
                let hours = read_hours(hours, &place_of("hours"), faults);
                builder.special_period(first..=last, &self.name, hours)
            }
            (Dates::Period(first, last), None, Some(week)) => {
                builder.special_period(first..=last, &self.name, week.read(&place_of("week"), faults))
            }
            (dates, hours, week) => {
                let expected = match dates {
                    Dates::One(_) => "`hours` for the day",
                    Dates::Period(..) => "either `hours` or `week`",
                };
                let given = keys(&[("hours", hours.is_some()), ("week", week.is_some())], "no hours");
                faults.push(CalendarFault::Document {
                    place,
                    problem: format!("has {given}, expected {expected}"),
                });
                builder
            }
        }
    }

    pub(super) fn of(date: NaiveDate, day: &Exception) -> Self {
        let name = day.name.clone();
        Self {
            date: Some(date),
            from: None,
            to: None,
            name,
            hours: Some(write_hours(&day.hours)),
            week: None,
        }
    }

    pub(super) fn of_period(period: &SpecialPeriod) -> Self {
        let (hours, week) = match &period.hours {
            PeriodHours::WorkingDays(hours) => (Some(write_hours(hours)), None),
            PeriodHours::Week(week) => (None, Some(WeekDocument::from(week))),
        };
        let name = period.name.clone();
        Self { date: None, from: Some(period.first), to: Some(period.last), name, hours, week }
    }
}
