//! The calendars of the workloads as redress takes them.
use crate::protocol::CalFile;
use chrono::{Datelike, NaiveDate, Weekday};
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};

pub fn calendar(c: &CalFile, (first, last): (i32, i32)) -> Calendar {
    let known = KnownDays::years(first, last).unwrap();
    let zone = Zone::tabulate(&c.zone, &c.zone.parse::<chrono_tz::Tz>().unwrap(), known).unwrap();
    let hours: Vec<Hours> =
        c.segments.iter().map(|s| format!("{}-{}", s[0], s[1]).parse().unwrap()).collect();
    const WEEK: [Weekday; 7] =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    let week = WEEK.iter().zip(c.week).filter(|(_, works)| *works == 1);
    let week = week.fold(WeekPattern::closed(), |week, (day, _)| week.with(*day, hours.clone()));
    let known = |d: &NaiveDate| (first..=last).contains(&d.year());
    let days = |list: &[String]| list.iter().map(|d| d.parse().unwrap()).filter(known).collect::<Vec<_>>();
    let builder = Calendar::builder("peers", zone).week(week);
    let builder = days(&c.off).into_iter().fold(builder, |b, day| b.holiday(day, "off"));
    let builder = days(&c.work).into_iter().fold(builder, |b, day| b.working_day(day, "work", hours.clone()));
    builder.build().unwrap()
}
