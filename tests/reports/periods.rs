//! When reports are due: against a slow search for every edge, in zones that skip midnights and days.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use redress::calendar::{Calendar, KnownDays, WeekPattern, Zone};
use redress::policy::record::{Cadence, PeriodError, ReportRule};
use redress::vocab::organisation::Report;

use crate::cases::support::at;

fn calendar(zone: Tz, first: i32, last: i32) -> Calendar {
    let zone = Zone::tabulate(zone.name(), &zone, KnownDays::years(first, last).unwrap()).unwrap();
    Calendar::builder("all", zone).week(WeekPattern::always()).build().unwrap()
}

fn rule(cadence: Cadence) -> ReportRule {
    ReportRule::new(Report::MONTHLY_STATISTICS, cadence)
}

/// The first instant whose local date is this one or later, minute by minute.
fn slow_start(zone: Tz, date: NaiveDate) -> DateTime<Utc> {
    let mut instant = date.and_hms_opt(0, 0, 0).unwrap().and_utc() - TimeDelta::hours(30);
    while zone.from_utc_datetime(&instant.naive_utc()).date_naive() < date {
        instant += TimeDelta::minutes(1);
    }
    instant
}

/// The number of the period in which a day lies: weeks begin on Mondays, months with the month.
fn slow_number(cadence: &Cadence, day: NaiveDate) -> i64 {
    let origin = NaiveDate::from_ymd_opt(2001, 1, 1).unwrap();
    assert_eq!(origin.weekday(), Weekday::Mon);
    let days = day.signed_duration_since(origin).num_days();
    match cadence {
        Cadence::Days(n) => days.div_euclid(i64::from(*n)),
        Cadence::Weeks(n) => days.div_euclid(7 * i64::from(*n)),
        Cadence::Months(n) => {
            (i64::from(day.year() - 2001) * 12 + i64::from(day.month0())).div_euclid(i64::from(*n))
        }
        _ => panic!("no period"),
    }
}

const ZONES: [Tz; 4] = [
    Tz::Asia__Shanghai,
    Tz::Europe__Berlin,
    Tz::America__Sao_Paulo, // summer time began at midnight, and ended at midnight
    Tz::Pacific__Apia,      // had no 2011-12-30
];

#[test]
fn the_periods_of_a_year_begin_where_a_slow_search_finds_them() {
    for zone in ZONES {
        let calendar = calendar(zone, 2009, 2013);
        for cadence in [
            Cadence::Days(1),
            Cadence::Days(10),
            Cadence::WEEK,
            Cadence::Weeks(2),
            Cadence::MONTH,
            Cadence::Months(5),
            Cadence::HALF_YEAR,
            Cadence::Months(12),
        ] {
            for year in 2010..=2012 {
                let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
                let days = first.iter_days().take_while(|day| day.year() == year);
                let begins = days.filter(|day| {
                    slow_number(&cadence, *day) != slow_number(&cadence, day.pred_opt().unwrap())
                });
                let expected: Vec<DateTime<Utc>> = begins.map(|day| slow_start(zone, day)).collect();
                let periods = rule(cadence.clone()).periods(&calendar, year).unwrap();
                let found: Vec<DateTime<Utc>> = periods.iter().map(|period| period.from).collect();
                assert_eq!(found, expected, "{zone} {cadence:?} {year}");
                for (one, next) in periods.iter().zip(periods.iter().skip(1)) {
                    assert_eq!(one.until, next.from, "{zone} {cadence:?} {year}");
                }
            }
        }
    }
}

#[test]
fn every_instant_lies_in_the_period_that_is_said_to_hold_it() {
    for zone in ZONES {
        let calendar = calendar(zone, 2009, 2013);
        for cadence in [Cadence::Days(1), Cadence::WEEK, Cadence::MONTH, Cadence::HALF_YEAR] {
            let rule = rule(cadence);
            let periods = rule.periods(&calendar, 2011).unwrap();
            for period in periods.iter().filter(|period| !period.is_empty()) {
                let nearly = period.until - TimeDelta::nanoseconds(1);
                for instant in [period.from, period.from + TimeDelta::minutes(90), nearly] {
                    if period.contains(instant) {
                        assert_eq!(rule.period_at(&calendar, instant).unwrap(), *period, "{zone} {instant}");
                        assert_eq!(rule.next(&calendar, instant).unwrap(), period.until);
                    }
                }
                assert_ne!(rule.period_at(&calendar, period.until).unwrap(), *period);
            }
        }
    }
}

#[test]
fn months_counted_from_the_31st_end_with_short_months_and_do_not_drift() {
    let calendar = calendar(Tz::UTC, 2025, 2027);
    let rule = rule(Cadence::MONTH).with_counted_from("2025-01-31".parse().unwrap());
    let begins: Vec<String> = rule
        .periods(&calendar, 2026)
        .unwrap()
        .iter()
        .take(4)
        .map(|period| period.from.date_naive().to_string())
        .collect();
    assert_eq!(begins, ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]);
    let period = rule.period_at(&calendar, at("2026-03-30T23:00:00Z")).unwrap();
    assert_eq!((period.from, period.until), (at("2026-02-28T00:00:00Z"), at("2026-03-31T00:00:00Z")));
    // Before the day from which they are counted, too.
    let early = rule.periods(&calendar, 2025).unwrap();
    assert_eq!(early.len(), 12);
}

#[test]
fn a_year_beyond_the_calendar_has_no_guessed_periods() {
    let calendar = calendar(Tz::Europe__Berlin, 2026, 2026);
    assert_eq!(rule(Cadence::MONTH).periods(&calendar, 2026).unwrap().len(), 12);
    for year in [2020, 2025, 2028, i32::MAX, i32::MIN] {
        let refused = rule(Cadence::MONTH).periods(&calendar, year).unwrap_err();
        assert!(matches!(refused, PeriodError::Calendar(_)), "{year}");
    }
}

#[test]
fn what_is_made_for_a_case_or_on_request_has_no_date() {
    let calendar = calendar(Tz::UTC, 2026, 2026);
    for cadence in [Cadence::PerCase, Cadence::PerMeasure, Cadence::OnRequest] {
        let refused = rule(cadence).periods(&calendar, 2026).unwrap_err();
        assert!(matches!(refused, PeriodError::Occasional { .. }));
    }
}

#[test]
fn the_longest_periods_are_searched_no_longer_than_the_shortest() {
    let calendar = calendar(Tz::UTC, 2026, 2026);
    for cadence in [Cadence::Days(36_600), Cadence::Weeks(36_600), Cadence::Months(36_600)] {
        let rule = rule(cadence);
        assert!(rule.periods(&calendar, 2026).unwrap().is_empty());
        assert!(rule.period_at(&calendar, at("2026-03-01T00:00:00Z")).is_err());
    }
}
