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
use crate::render::renderer::Renderer;
use crate::render::rules::terms::weekday;

/// The number of years for which the dates of a rule are written.
const SHOWN_YEARS: usize = 4;

/// Returns the date so many days after a date, or before it.
fn moved(date: Option<NaiveDate>, days: i32) -> Option<NaiveDate> {
    date?.checked_add_signed(TimeDelta::days(days.into()))
}

impl Renderer<'_> {
    pub(super) fn recurring(&self, rule: &RecurringDocument, calendar: &CalendarDocument) -> String {
        let locale = self.locale;
        let name = &rule.name;
        let month = rule.month.unwrap_or_default();
        let weekday = rule
            .weekday
            .as_ref()
            .map(|day| day.parse::<Weekday>().map_or_else(|_| day.clone(), |day| weekday(locale, day)));
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
                    tell!(
                        locale,
                        "{weekday} number {number} of month {month}",
                        "{month} 月第 {number} 个{weekday}",
                        "{month} 月第 {number} 個{weekday}"
                    )
                } else {
                    tell!(
                        locale,
                        "{weekday} number {number} from the end of month {month}",
                        "{month} 月倒数第 {number} 个{weekday}",
                        "{month} 月倒數第 {number} 個{weekday}"
                    )
                }
            }
            (Some(weekday), None, None, None) => tell!(
                locale,
                "first {weekday} from {date} on",
                "{date} 起的首个{weekday}",
                "{date} 起的首個{weekday}"
            ),
            (None, _, None, None) => date,
        };
        let observed = match rule.observed {
            Observance::OnDate => String::new(),
            Observance::NearestWeekday => tell!(
                locale,
                ", on a weekend the nearest weekday",
                "，遇周末移至最近的工作日",
                "，遇週末移至最近的工作日"
            ),
            Observance::NextWeekday => tell!(
                locale,
                ", on a weekend the next weekday",
                "，遇周末顺延至下一工作日",
                "，遇週末順延至下一工作日"
            ),
        };
        let original = match rule.original_day {
            OriginalDay::Holiday => String::new(),
            OriginalDay::AsPattern => {
                tell!(locale, " instead", "（原日不放假）", "（原日不放假）")
            }
        };
        let years = match (rule.first_year, rule.last_year) {
            (None, None) => String::new(),
            (Some(first), None) => {
                tell!(locale, ", from {first} on", "，自 {first} 年起", "，自 {first} 年起")
            }
            (None, Some(last)) => tell!(locale, ", until {last}", "，至 {last} 年止", "，至 {last} 年止"),
            (Some(first), Some(last)) => {
                tell!(locale, ", {first} to {last}", "，{first} 至 {last} 年", "，{first} 至 {last} 年")
            }
        };
        let except: alloc::vec::Vec<String> = rule.except_years.iter().map(ToString::to_string).collect();
        let except = if except.is_empty() {
            String::new()
        } else {
            let except = except.join(" ");
            tell!(locale, ", not in {except}", "，{except} 年除外", "，{except} 年除外")
        };
        tell!(
            locale,
            "{name}: {when}{observed}{original}{years}{except}",
            "{name}：{when}{observed}{original}{years}{except}",
            "{name}：{when}{observed}{original}{years}{except}"
        )
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
        if told.is_empty() { told } else { tell!(self.locale, " ({told})", "（{told}）", "（{told}）") }
    }

    fn easter(&self, days: i32, orthodox: bool) -> String {
        let locale = self.locale;
        let sunday = if orthodox {
            tell!(locale, "Orthodox Easter Sunday", "东正教复活节主日", "東正教復活節主日")
        } else {
            tell!(locale, "Easter Sunday", "复活节主日", "復活節主日")
        };
        let number = days.unsigned_abs();
        match days {
            0 => sunday,
            1 => tell!(locale, "the day after {sunday}", "{sunday}次日", "{sunday}次日"),
            -1 => tell!(locale, "the day before {sunday}", "{sunday}前一日", "{sunday}前一日"),
            2.. => {
                tell!(
                    locale,
                    "{number} days after {sunday}",
                    "{sunday}后 {number} 天",
                    "{sunday}後 {number} 天"
                )
            }
            _ => {
                tell!(
                    locale,
                    "{number} days before {sunday}",
                    "{sunday}前 {number} 天",
                    "{sunday}前 {number} 天"
                )
            }
        }
    }
}
