//! An office with two spells of work a day, and the days on which it differs.

use std::collections::HashSet;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use redress::calendar::{Calendar, CalendarBuilder, Hours, KnownDays, WeekPattern, Zone};

use crate::random::Random;

pub(crate) const SPELLS: [Hours; 2] = [Hours::from_static("09:00-12:00"), Hours::from_static("13:00-17:30")];

/// Days that differ from the pattern of the week.
#[derive(Default)]
pub(crate) struct SpecialDays {
    pub(crate) holidays: HashSet<NaiveDate>,
    pub(crate) make_up: HashSet<NaiveDate>,
}

impl SpecialDays {
    /// As in China: 27 holidays a year in six periods, and six make-up days around the long ones.
    pub(crate) fn chinese(first_year: i32, last_year: i32) -> Self {
        let mut random = Random::seeded(1);
        let mut days = Self::default();
        for year in first_year..=last_year {
            let mut period = |month, from, spread, length| {
                let first = date(year, month, from) + Days::new(random.below(spread).into());
                days.holidays.extend(first.iter_days().take(length));
                if length >= 5 {
                    let last = first + Days::new(length as u64 - 1);
                    days.make_up.extend(first.iter_days().rev().skip(2).find(|day| is_weekend(*day)));
                    days.make_up.extend(last.iter_days().skip(1).find(|day| is_weekend(*day)));
                }
            };
            period(1, 1, 1, 1);
            period(1, 21, 28, 8);
            period(4, 4, 2, 3);
            period(5, 1, 1, 5);
            period(6, 5, 20, 3);
            period(10, 1, 3, 7);
        }
        let holidays = &days.holidays;
        days.make_up.retain(|day| !holidays.contains(day));
        days
    }

    /// The days as the builder of a calendar takes them.
    pub(crate) fn declared(&self, builder: CalendarBuilder) -> CalendarBuilder {
        let mut holidays: Vec<_> = self.holidays.iter().collect();
        holidays.sort_unstable();
        let mut make_up: Vec<_> = self.make_up.iter().collect();
        make_up.sort_unstable();
        let builder = holidays.into_iter().fold(builder, |builder, day| builder.holiday(*day, "holiday"));
        make_up.into_iter().fold(builder, |builder, day| builder.working_day(*day, "make-up day", SPELLS))
    }
}

pub(crate) fn zone(zone: Tz, first_year: i32, last_year: i32) -> Zone {
    Zone::tabulate(zone.name(), &zone, KnownDays::years(first_year, last_year).unwrap()).unwrap()
}

pub(crate) fn office(zone: Zone, days: &SpecialDays) -> CalendarBuilder {
    days.declared(Calendar::builder("office", zone).week(WeekPattern::weekdays(SPELLS)))
}

pub(crate) fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// A date within some days of another.
pub(crate) fn random_date(random: &mut Random, first: NaiveDate, days: u32) -> NaiveDate {
    first + Days::new(random.below(days).into())
}

/// An instant, to the second, within some days of a date.
pub(crate) fn random_instant(random: &mut Random, first: NaiveDate, days: u32) -> DateTime<Utc> {
    let day = random_date(random, first, days).and_hms_opt(0, 0, 0).unwrap().and_utc();
    day + TimeDelta::seconds(random.below(86_400).into())
}
