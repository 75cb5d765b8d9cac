//! Holidays that come back every year, in words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use crate::calendar::CalendarDocument;
use crate::calendar::easter::{orthodox, western};
use crate::calendar::entry::RecurringDocument;
use crate::calendar::holiday::{Observance, OriginalDay};
use crate::render::phrase::tell;
use crate::render::phrase::weekday;
use crate::render::renderer::Renderer;

/// The number of years for which the dates of a rule are written.
const SHOWN_YEARS: usize = 4;

/// Returns the date so many days after a date, or before it.
fn moved(date: Option<NaiveDate>, days: i32) -> Option<NaiveDate> {
    date?.checked_add_signed(TimeDelta::days(days.into()))
}

impl Renderer<'_> {
    pub(super) fn recurring(&self, rule: &RecurringDocument, calendar: &CalendarDocument) -> String {
        let name = &rule.name;
        let month = rule.month.unwrap_or_default();
        let weekday = rule
            .weekday
            .as_ref()
            .map(|day| day.parse::<Weekday>().map_or_else(|_| day.clone(), |day| weekday(self, day).into()));
        let date = rule.day.map_or(String::new(), |day| format!("{month:02}-{day:02}"));
        let when = match (weekday, rule.nth, rule.easter, rule.orthodox_easter) {
            (_, _, Some(days), _) => {
                self.easter(days, false) + &self.dates(rule, calendar, |year| moved(western(year), days))
            }
            (_, _, None, Some(days)) => {
                self.easter(days, true) + &self.dates(rule, calendar, |year| moved(orthodox(year), days))
            }
            (Some(weekday), Some(nth), None, None) => {
                let number = nth.unsigned_abs();
                if nth > 0 {
                    tell!(self, RULE_NUMBER_MONTH, weekday, number, month)
                } else {
                    tell!(self, RULE_NUMBER_FROM_END, weekday, number, month)
                }
            }
            (Some(weekday), None, None, None) => tell!(self, RULE_FIRST_FROM, weekday, date),
            (None, _, None, None) => date,
        };
        let observed = match rule.observed {
            Observance::OnDate => String::new(),
            Observance::NearestWeekday => tell!(self, RULE_WEEKEND_NEAREST_WEEKDAY),
            Observance::NextWeekday => tell!(self, RULE_WEEKEND_NEXT_WEEKDAY),
        };
        let original = match rule.original_day {
            OriginalDay::Holiday => String::new(),
            OriginalDay::AsPattern => {
                tell!(self, RULE_INSTEAD)
            }
        };
        let years = match (rule.first_year, rule.last_year) {
            (None, None) => String::new(),
            (Some(first), None) => {
                tell!(self, RULE_FROM, first)
            }
            (None, Some(last)) => tell!(self, RULE_UNTIL, last),
            (Some(first), Some(last)) => {
                tell!(self, RULE_TO_FIRST_LAST, first, last)
            }
        };
        let except: alloc::vec::Vec<String> = rule.except_years.iter().map(ToString::to_string).collect();
        let except = if except.is_empty() {
            String::new()
        } else {
            let except = except.join(" ");
            tell!(self, RULE_NOT_EXCEPT, except)
        };
        tell!(self, RULE_HOLIDAY, name, when, observed, original, years, except)
    }

    /// Writes the dates of a rule in the first years of a calendar, if the rule itself names no date.
    fn dates(
        &self,
        rule: &RecurringDocument,
        calendar: &CalendarDocument,
        date: impl Fn(i32) -> Option<NaiveDate>,
    ) -> String {
        let years = calendar.first.year()..=calendar.last.year();
        let counts = |year: &i32| {
            rule.first_year.is_none_or(|first| first <= *year)
                && rule.last_year.is_none_or(|last| *year <= last)
                && !rule.except_years.contains(year)
        };
        let is_known = |date: &NaiveDate| calendar.first <= *date && *date <= calendar.last;
        let dates = years.filter(counts).filter_map(date).filter(is_known);
        let mut dates = dates.map(|date| date.to_string());
        let mut told: Vec<String> = dates.by_ref().take(SHOWN_YEARS).collect();
        if dates.next().is_some() {
            told.push(String::from("…"));
        }
        let told = told.join(self.comma());
        if told.is_empty() { told } else { tell!(self, RULE_TOLD, told) }
    }

    fn easter(&self, days: i32, orthodox: bool) -> String {
        let sunday =
            if orthodox { tell!(self, RULE_ORTHODOX_EASTER_SUNDAY) } else { tell!(self, RULE_EASTER_SUNDAY) };
        let number = days.unsigned_abs();
        match days {
            0 => sunday,
            1 => tell!(self, RULE_DAY_AFTER, sunday),
            -1 => tell!(self, RULE_DAY_BEFORE, sunday),
            2.. => {
                tell!(self, RULE_DAYS_AFTER, number, sunday)
            }
            _ => {
                tell!(self, RULE_DAYS_BEFORE, number, sunday)
            }
        }
    }
}
