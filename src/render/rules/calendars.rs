//! Calendars in words: their hours, their holidays, and how they read local times.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{NaiveDate, Weekday};

use crate::calendar::entry::WeekDocument;
use crate::calendar::reading::{Gap, Overlap};
use crate::calendar::{Calendar, CalendarDocument};
use crate::policy::Policy;
use crate::render::phrase::tell;
use crate::render::phrase::weekday;
use crate::render::renderer::Renderer;
use crate::render::rules::entry::PolicyEntry;
use crate::render::rules::terms::WEEK;

impl Renderer<'_> {
    /// Writes every calendar with its hours and special days, and the departments that have a calendar of their own.
    pub(super) fn calendars(&self, policy: &Policy) -> Vec<PolicyEntry> {
        let mut lines: Vec<PolicyEntry> =
            policy.calendars().map(|calendar| self.calendar(calendar).with(self.days(calendar))).collect();
        lines.extend(policy.department_calendars().map(|(department, calendar)| {
            let (department, calendar) = (self.label(&department), calendar.name());
            PolicyEntry::new(tell!(self, RULE_CALENDAR, department, calendar))
        }));
        lines
    }

    fn days(&self, calendar: &Calendar) -> Vec<PolicyEntry> {
        let document = CalendarDocument::from(calendar);
        let hours = self.week(&document.week);
        let mut lines = Vec::from([tell!(self, RULE_OPEN, hours)]);
        let dates = |date: Option<NaiveDate>, from: Option<NaiveDate>, to: Option<NaiveDate>| {
            let from = date.or(from);
            match (from, to) {
                (Some(from), Some(to)) => tell!(self, RULE_TO, from, to),
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
            tell!(self, RULE_DATES_NAME, dates, name)
        });
        lines.extend(told(holidays.collect()).map(|days| tell!(self, RULE_HOLIDAYS, days)));
        let recurring =
            document.recurring.iter().map(|rule| self.recurring(rule, &document)).collect::<Vec<_>>();
        if !recurring.is_empty() {
            let rules = recurring.join(self.semicolon());
            lines.push(tell!(self, RULE_HOLIDAYS_EVERY_YEAR, rules));
        }
        let working = document.working_days.iter().map(|day| {
            let (date, name, hours) = (day.date, &day.name, day.hours.join(" "));
            tell!(self, RULE_DATE_NAME_HOURS, date, name, hours)
        });
        lines.extend(told(working.collect()).map(|days| tell!(self, RULE_EXTRA_WORKING_DAYS, days)));
        let special = document.special_hours.iter().map(|day| {
            let (dates, name) = (dates(day.date, day.from, day.to), &day.name);
            let hours = match (&day.hours, &day.week) {
                (Some(hours), _) if hours.is_empty() => tell!(self, RULE_CLOSED),
                (Some(hours), _) => hours.join(" "),
                (None, Some(_)) => tell!(self, RULE_WEEK_ITS_OWN),
                (None, None) => String::new(),
            };
            tell!(self, RULE_DATES_NAME_HOURS, dates, name, hours)
        });
        lines.extend(told(special.collect()).map(|days| tell!(self, RULE_OTHER_HOURS, days)));
        lines.extend(self.local_time_rules(&document));
        lines.into_iter().map(Into::into).collect()
    }

    /// Writes the hours of the weekdays. Days with the same hours are written together.
    fn week(&self, week: &WeekDocument) -> String {
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
                let (from, to, hours) = (weekday(self, first), weekday(self, last), hours.join(" "));
                if first == last {
                    tell!(self, RULE_FROM_HOURS, from, hours)
                } else {
                    tell!(self, RULE_FROM_TO_HOURS, from, to, hours)
                }
            })
            .collect();
        hours.join(self.comma())
    }

    fn local_time_rules(&self, document: &CalendarDocument) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(match document.local_times.gap {
            Gap::After => None,
            Gap::Refused => Some(tell!(self, RULE_LOCAL_TIME_CLOCK)),
        });
        lines.extend(match document.local_times.overlap {
            Overlap::Earlier => None,
            Overlap::Later => Some(tell!(self, RULE_LOCAL_TIME_CLOCK_SHOWS)),
            Overlap::Refused => Some(tell!(self, RULE_LOCAL_TIME_CLOCK_SHOWS_TWICE)),
        });
        if document.zone_first.is_some() || document.zone_last.is_some() {
            let first = document.zone_first.unwrap_or(document.first);
            let last = document.zone_last.unwrap_or(document.last);
            lines.push(tell!(self, RULE_TIME_ZONE_KNOWN, first, last));
        }
        lines
    }
}
