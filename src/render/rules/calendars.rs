//! Calendars in words: their hours, their holidays, and how they read local times.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{NaiveDate, Weekday};

use crate::calendar::entry::WeekDocument;
use crate::calendar::reading::{Gap, Overlap};
use crate::calendar::{Calendar, CalendarDocument};
use crate::policy::Policy;
use crate::render::phrase::tell;
use crate::render::renderer::Renderer;
use crate::render::rules::entry::PolicyEntry;
use crate::render::rules::terms::{WEEK, weekday};

impl Renderer<'_> {
    /// Writes every calendar with its hours and special days, and the departments that have a calendar of their own.
    pub(super) fn calendars(&self, policy: &Policy) -> Vec<PolicyEntry> {
        let mut lines: Vec<PolicyEntry> =
            policy.calendars().map(|calendar| self.calendar(calendar).with(self.days(calendar))).collect();
        lines.extend(policy.department_calendars().map(|(department, calendar)| {
            let (department, calendar) = (self.label(&department), calendar.name());
            PolicyEntry::new(tell!(
                self.locale,
                "{department}: calendar {calendar}",
                "{department}：日历 {calendar}",
                "{department}：日曆 {calendar}"
            ))
        }));
        lines
    }

    fn days(&self, calendar: &Calendar) -> Vec<PolicyEntry> {
        let locale = self.locale;
        let document = CalendarDocument::from(calendar);
        let hours = self.week(&document.week);
        let mut lines = Vec::from([tell!(locale, "open: {hours}", "工作时间：{hours}", "工作時間：{hours}")]);
        let dates = |date: Option<NaiveDate>, from: Option<NaiveDate>, to: Option<NaiveDate>| {
            let from = date.or(from);
            match (from, to) {
                (Some(from), Some(to)) => tell!(locale, "{from} to {to}", "{from} 至 {to}", "{from} 至 {to}"),
                (from, to) => from.or(to).map(|date| date.to_string()).unwrap_or_default(),
            }
        };
        let told = |days: Vec<String>| (!days.is_empty()).then(|| days.join(self.comma()));
        // A period is stored day by day, and written as one.
        let mut spells: Vec<(NaiveDate, NaiveDate, &str)> = Vec::new();
        for day in &document.holidays {
            let (Some(from), Some(to)) = (day.date.or(day.from), day.date.or(day.to)) else { continue };
            match spells.last_mut() {
                Some((_, last, name)) if *name == day.name && last.succ_opt() == Some(from) => *last = to,
                _ => spells.push((from, to, &day.name)),
            }
        }
        let holidays = spells.into_iter().map(|(from, to, name)| {
            let dates = dates((from == to).then_some(from), Some(from), (from != to).then_some(to));
            tell!(locale, "{dates} {name}", "{dates} {name}", "{dates} {name}")
        });
        lines.extend(
            told(holidays.collect())
                .map(|days| tell!(locale, "holidays: {days}", "节假日：{days}", "節假日：{days}")),
        );
        let recurring =
            document.recurring.iter().map(|rule| self.recurring(rule, &document)).collect::<Vec<_>>();
        if !recurring.is_empty() {
            let rules = recurring.join(self.semicolon());
            lines.push(tell!(
                locale,
                "holidays of every year: {rules}",
                "每年的节假日：{rules}",
                "每年的節假日：{rules}"
            ));
        }
        let working = document.working_days.iter().map(|day| {
            let (date, name, hours) = (day.date, &day.name, day.hours.join(" "));
            tell!(locale, "{date} {name} {hours}", "{date} {name} {hours}", "{date} {name} {hours}")
        });
        lines.extend(
            told(working.collect())
                .map(|days| tell!(locale, "extra working days: {days}", "调休上班：{days}", "補班：{days}")),
        );
        let special = document.special_hours.iter().map(|day| {
            let (dates, name) = (dates(day.date, day.from, day.to), &day.name);
            let hours = match (&day.hours, &day.week) {
                (Some(hours), _) if hours.is_empty() => tell!(locale, "closed", "不上班", "不上班"),
                (Some(hours), _) => hours.join(" "),
                (None, Some(_)) => tell!(locale, "a week of its own", "另行规定", "另行規定"),
                (None, None) => String::new(),
            };
            tell!(locale, "{dates} {name} {hours}", "{dates} {name} {hours}", "{dates} {name} {hours}")
        });
        lines.extend(told(special.collect()).map(|days| {
            tell!(locale, "other hours: {days}", "特殊工作时间：{days}", "特殊工作時間：{days}")
        }));
        lines.extend(self.local_time_rules(&document));
        lines.into_iter().map(Into::into).collect()
    }

    /// Writes the hours of the weekdays. Days with the same hours are written together.
    fn week(&self, week: &WeekDocument) -> String {
        let locale = self.locale;
        let days = [&week.mon, &week.tue, &week.wed, &week.thu, &week.fri, &week.sat, &week.sun];
        let mut groups: Vec<(Weekday, Weekday, &[String])> = Vec::new();
        for (day, hours) in WEEK.into_iter().zip(days).filter(|(_, hours)| !hours.is_empty()) {
            match groups.last_mut() {
                Some((_, last, same)) if last.succ() == day && *same == hours.as_slice() => *last = day,
                _ => groups.push((day, day, hours)),
            }
        }
        let hours: Vec<String> = groups
            .into_iter()
            .map(|(first, last, hours)| {
                let (from, to, hours) = (weekday(locale, first), weekday(locale, last), hours.join(" "));
                if first == last {
                    tell!(locale, "{from} {hours}", "{from} {hours}", "{from} {hours}")
                } else {
                    tell!(locale, "{from}–{to} {hours}", "{from}至{to} {hours}", "{from}至{to} {hours}")
                }
            })
            .collect();
        hours.join(self.comma())
    }

    fn local_time_rules(&self, document: &CalendarDocument) -> Vec<String> {
        let locale = self.locale;
        let mut lines = Vec::new();
        lines.extend(match document.local_times.gap {
            Gap::After => None,
            Gap::Refused => Some(tell!(
                locale,
                "a local time that the clock skips is refused",
                "时钟跳过的当地时间不予接受",
                "時鐘跳過的當地時間不予接受"
            )),
        });
        lines.extend(match document.local_times.overlap {
            Overlap::Earlier => None,
            Overlap::Later => Some(tell!(
                locale,
                "a local time that the clock shows twice is the second one",
                "时钟两次显示的当地时间取第二次",
                "時鐘兩次顯示的當地時間取第二次"
            )),
            Overlap::Refused => Some(tell!(
                locale,
                "a local time that the clock shows twice is refused",
                "时钟两次显示的当地时间不予接受",
                "時鐘兩次顯示的當地時間不予接受"
            )),
        });
        if document.zone_first.is_some() || document.zone_last.is_some() {
            let first = document.zone_first.unwrap_or(document.first);
            let last = document.zone_last.unwrap_or(document.last);
            lines.push(tell!(
                locale,
                "the time zone is known from {first} to {last}",
                "时区数据：{first} 至 {last}",
                "時區資料：{first} 至 {last}"
            ));
        }
        lines
    }
}
