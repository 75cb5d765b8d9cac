//! The hours of a week in a document.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use crate::calendar::fault::CalendarFault;
use crate::calendar::hours::Hours;
use crate::calendar::week::WeekPattern;
use crate::text::map_only::map_only;

/// The hours of each weekday, such as `["09:00-12:00", "13:00-17:00"]`. A weekday that is left out is closed.
///
/// # Example: a misspelt weekday is an error
///
/// ```
/// use redress::calendar::entry::WeekDocument;
///
/// let week: WeekDocument = serde_json::from_str(r#"{ "mon": ["09:00-12:00", "13:00-17:00"] }"#)?;
/// assert_eq!((week.mon.len(), week.tue.len()), (2, 0));
/// assert!(serde_json::from_str::<WeekDocument>(r#"{ "monday": ["09:00-17:00"] }"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case", remote = "Self")]
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

map_only!(WeekDocument, "the hours of a week");

impl WeekDocument {
    pub(super) fn read(&self, place: &str, faults: &mut Vec<CalendarFault>) -> WeekPattern {
        let days = [
            (Weekday::Mon, &self.mon, "mon"),
            (Weekday::Tue, &self.tue, "tue"),
            (Weekday::Wed, &self.wed, "wed"),
            (Weekday::Thu, &self.thu, "thu"),
            (Weekday::Fri, &self.fri, "fri"),
            (Weekday::Sat, &self.sat, "sat"),
            (Weekday::Sun, &self.sun, "sun"),
        ];
        days.into_iter().fold(WeekPattern::closed(), |week, (weekday, hours, key)| {
            week.with(weekday, read_hours(hours, &format!("{place}.{key}"), faults))
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

pub(super) fn read_hours(texts: &[String], place: &str, faults: &mut Vec<CalendarFault>) -> Vec<Hours> {
    let mut hours = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        match text.parse() {
            Ok(span) => hours.push(span),
            Err(error) => faults.push(CalendarFault::hours(format!("{place}[{index}]"), &error)),
        }
    }
    hours
}

pub(super) fn write_hours(hours: &[Hours]) -> Vec<String> {
    hours.iter().map(ToString::to_string).collect()
}
