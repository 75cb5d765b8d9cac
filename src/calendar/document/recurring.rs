//! A recurring holiday in a document.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{Month, Weekday};
use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::annual_day::AnnualDay;
use crate::calendar::document::given::keys;
use crate::calendar::fault::{CalendarFault, lower};
use crate::calendar::recurring::{Observance, OriginalDay, RecurringHoliday, WEEK};
use crate::calendar::recurring_problem::RecurringProblem;
use crate::calendar::text::excerpt;
use crate::text::left_out::{is_default, some};
use crate::text::list::any_number;
use crate::text::map_only::{Signed, map_only};

/// A holiday that recurs every year.
///
/// The day is given in one of five ways:
///
/// | Keys | Day |
/// |---|---|
/// | `month`, `day` | a date, such as 25 December |
/// | `month`, `weekday`, `nth` | a weekday of a month, such as the last Monday of May |
/// | `month`, `day`, `weekday` | the first such weekday on or after a date |
/// | `easter` | so many days after the Western Easter Sunday |
/// | `orthodox-easter` | so many days after the Orthodox Easter Sunday |
///
/// # Example: one holiday of each kind
///
/// ```
/// use redress::calendar::{CalendarDocument, Zone};
///
/// let document: CalendarDocument = serde_json::from_str(r#"{
///     "name": "desk", "revision": "2026-1", "zone": "Europe/London", "first": "2026-01-01", "last": "2026-12-31",
///     "week": { "mon": ["09:00-17:00"], "fri": ["09:00-17:00"] },
///     "recurring": [
///         { "name": "Christmas Day", "month": 12, "day": 25, "observed": "next-weekday" },
///         { "name": "Spring holiday", "month": 5, "weekday": "mon", "nth": -1 },
///         { "name": "Victoria Day", "month": 5, "day": 18, "weekday": "mon" },
///         { "name": "Good Friday", "easter": -2 },
///         { "name": "Orthodox Easter Monday", "orthodox-easter": 1 }
///     ]
/// }"#)?;
/// let calendar = document.build(Zone::iana)?;
/// for day in ["2026-12-25", "2026-05-25", "2026-05-18", "2026-04-03", "2026-04-13"] {
///     assert!(!calendar.is_working_day(day.parse()?)?, "{day}");
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct RecurringDocument {
    /// The name of the holiday. Explanations show it if the holiday moves a due date.
    pub name: String,
    /// The month, from 1 to 12.
    #[serde(default, deserialize_with = "signed", skip_serializing_if = "Option::is_none")]
    pub month: Option<i32>,
    /// The day of the month, from 1. With a weekday, this is the earliest day on which it can fall.
    #[serde(default, deserialize_with = "signed", skip_serializing_if = "Option::is_none")]
    pub day: Option<i32>,
    /// The weekday, from `mon` to `sun`.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub weekday: Option<String>,
    /// Which of these weekdays: 1 to 5 from the beginning of the month, or -1 to -5 from its end.
    #[serde(default, deserialize_with = "signed", skip_serializing_if = "Option::is_none")]
    pub nth: Option<i32>,
    /// How many days after the Western Easter Sunday; negative for days before it.
    #[serde(default, deserialize_with = "signed", skip_serializing_if = "Option::is_none")]
    pub easter: Option<i32>,
    /// How many days after the Orthodox Easter Sunday; negative for days before it.
    #[serde(default, deserialize_with = "signed", skip_serializing_if = "Option::is_none")]
    pub orthodox_easter: Option<i32>,
    /// On which day the holiday is observed if it falls on a weekend. By default, on its date.
    #[serde(default, skip_serializing_if = "is_default")]
    pub observed: Observance,
    /// The name of the other day on which the holiday is observed. By default, its name and `(observed)`.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub observed_name: Option<String>,
    /// Whether the date itself is still a holiday if the holiday is observed on another day. By default, it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub original_day: OriginalDay,
    /// The weekdays from which the observance moves away. By default, Saturday and Sunday.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub weekend: Option<Vec<String>>,
    /// The first year of the holiday. `None` for no limit.
    #[serde(default, deserialize_with = "signed", skip_serializing_if = "Option::is_none")]
    pub first_year: Option<i32>,
    /// The last year of the holiday. `None` for no limit.
    #[serde(default, deserialize_with = "signed", skip_serializing_if = "Option::is_none")]
    pub last_year: Option<i32>,
    /// Years without the holiday.
    #[serde(default, deserialize_with = "signed_list", skip_serializing_if = "Vec::is_empty")]
    pub except_years: Vec<i32>,
}

map_only!(RecurringDocument, "a recurring holiday");

fn signed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i32>, D::Error> {
    Signed::deserialize(deserializer).map(|number| Some(number.0))
}

fn signed_list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<i32>, D::Error> {
    Ok(any_number::<D, Signed>(deserializer)?.into_iter().map(|number| number.0).collect())
}

impl RecurringDocument {
    /// Reads the rule. Faults are added to `faults`.
    pub(super) fn read(&self, index: usize, faults: &mut Vec<CalendarFault>) -> Option<RecurringHoliday> {
        let day = self.annual_day(index).map_err(|fault| faults.push(fault)).ok();
        let weekend = self.weekend.as_ref().map(|days| {
            let read = |(position, text): (usize, &String)| {
                weekday(text, || format!("recurring[{index}].weekend[{position}]"))
                    .map_err(|fault| faults.push(fault))
                    .ok()
            };
            days.iter().enumerate().filter_map(read).collect::<Vec<_>>()
        });
        let mut rule = RecurringHoliday::new(&self.name, day?)
            .with_observed(self.observed)
            .with_original_day(self.original_day)
            .with_except_years(self.except_years.iter().copied());
        if let Some(name) = &self.observed_name {
            rule = rule.with_observed_name(name);
        }
        if let Some(weekend) = weekend {
            rule = rule.with_weekend(weekend);
        }
        if let Some(year) = self.first_year {
            rule = rule.with_first_year(year);
        }
        if let Some(year) = self.last_year {
            rule = rule.with_last_year(year);
        }
        Some(rule)
    }

    pub(super) fn place(&self, index: usize) -> String {
        format!("recurring[{index}] `{}`", excerpt(&self.name))
    }

    fn annual_day(&self, index: usize) -> Result<AnnualDay, CalendarFault> {
        let problem = |problem| CalendarFault::Recurring { place: self.place(index), problem };
        let month = |number: i32| {
            u8::try_from(number)
                .ok()
                .and_then(|number| Month::try_from(number).ok())
                .ok_or_else(|| problem(RecurringProblem::NoSuchMonth { month: number }))
        };
        let weekday = |text: &String| weekday(text, || format!("recurring[{index}].weekday"));
        let near =
            |days: i32| i16::try_from(days).map_err(|_| problem(RecurringProblem::FarFromEaster { days }));
        match (self.month, self.day, &self.weekday, self.nth, self.easter, self.orthodox_easter) {
            (Some(number), Some(day), None, None, None, None) => {
                let month = month(number)?;
                Ok(AnnualDay::Fixed { month, day: day_of(month, day).map_err(problem)? })
            }
            (Some(number), Some(day), Some(text), None, None, None) => {
                let (month, weekday) = (month(number)?, weekday(text)?);
                Ok(AnnualDay::WeekdayFrom { month, day: day_of(month, day).map_err(problem)?, weekday })
            }
            (Some(number), None, Some(text), Some(nth), None, None) => {
                let (month, weekday) = (month(number)?, weekday(text)?);
                let nth = i8::try_from(nth).map_err(|_| problem(RecurringProblem::NoSuchWeekday { nth }))?;
                Ok(AnnualDay::NthWeekday { month, weekday, nth })
            }
            (None, None, None, None, Some(days), None) => Ok(AnnualDay::Easter { days: near(days)? }),
            (None, None, None, None, None, Some(days)) => Ok(AnnualDay::OrthodoxEaster { days: near(days)? }),
            (month, day, weekday, nth, easter, orthodox) => Err(CalendarFault::Document {
                place: self.place(index),
                problem: format!(
                    "has {}, expected `month` with `day`, with `weekday` and `nth`, or with `day` and `weekday`; \
                     or `easter` alone, or `orthodox-easter` alone",
                    keys(
                        &[
                            ("month", month.is_some()),
                            ("day", day.is_some()),
                            ("weekday", weekday.is_some()),
                            ("nth", nth.is_some()),
                            ("easter", easter.is_some()),
                            ("orthodox-easter", orthodox.is_some()),
                        ],
                        "no day",
                    ),
                ),
            }),
        }
    }
}

fn day_of(month: Month, day: i32) -> Result<u8, RecurringProblem> {
    u8::try_from(day).map_err(|_| RecurringProblem::no_such_day(month, day))
}

fn weekday(text: &str, place: impl Fn() -> String) -> Result<Weekday, CalendarFault> {
    WEEK.into_iter().find(|weekday| lower(*weekday) == text).ok_or_else(|| CalendarFault::Document {
        place: place(),
        problem: format!("`{}` is not a weekday, expected one from `mon` to `sun`", excerpt(text)),
    })
}

impl From<&RecurringHoliday> for RecurringDocument {
    fn from(rule: &RecurringHoliday) -> Self {
        let number = |month: Month| i32::try_from(month.number_from_month()).ok();
        let text = |weekday| Some(lower(weekday).into());
        let (month, day, weekday, nth, easter, orthodox_easter) = match rule.day() {
            AnnualDay::Fixed { month, day } => (number(month), Some(day.into()), None, None, None, None),
            AnnualDay::NthWeekday { month, weekday, nth } => {
                (number(month), None, text(weekday), Some(nth.into()), None, None)
            }
            AnnualDay::WeekdayFrom { month, day, weekday } => {
                (number(month), Some(day.into()), text(weekday), None, None, None)
            }
            AnnualDay::Easter { days } => (None, None, None, None, Some(days.into()), None),
            AnnualDay::OrthodoxEaster { days } => (None, None, None, None, None, Some(days.into())),
        };
        let is_usual = rule.weekend().eq([Weekday::Sat, Weekday::Sun]);
        Self {
            name: rule.name().into(),
            month,
            day,
            weekday,
            nth,
            easter,
            orthodox_easter,
            observed: rule.observed(),
            observed_name: rule.observed_name().map(Into::into),
            original_day: rule.original_day(),
            weekend: (!is_usual).then(|| rule.weekend().map(|weekday| lower(weekday).into()).collect()),
            first_year: rule.first_year(),
            last_year: rule.last_year(),
            except_years: rule.except_years().collect(),
        }
    }
}
