//! The calendar against samples that other libraries made: numpy for working days, jiff for zones.
//!
//! `tests/samples/README.md` says how they were made. A larger sample is checked by naming it:
//! `REDRESS_WORKING_DAYS=file REDRESS_ZONES=file cargo test samples::`.

#![expect(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::HashMap;
use std::{env, fs};

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc, Weekday};
use redress::calendar::reading::Fold;
use redress::calendar::{Calendar, CalendarError, Hours, KnownDays, LocalTime, WeekPattern, Zone, instant};
use redress::deadline::{Anchors, Deadline, Roll, Term};
use redress::vocab::Anchor;

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// An instant and the offset from then on.
type Change = (DateTime<Utc>, i32);

fn sample(variable: &str, file: &str) -> String {
    let path = env::var(variable).unwrap_or_else(|_| format!("tests/samples/{file}"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar(fields: &[&str]) -> Calendar {
    let known = KnownDays::new(date(fields[2]), date(fields[3])).unwrap();
    let utc = chrono::FixedOffset::east_opt(0).unwrap();
    let hours = Hours::from_static("09:00-17:00");
    let mut week = WeekPattern::closed();
    for (weekday, works) in WEEK.iter().zip(fields[4].chars()) {
        if works == '1' {
            week = week.with(*weekday, [hours]);
        }
    }
    let mut builder = Calendar::builder(fields[1], Zone::fixed(utc, known).unwrap()).week(week);
    for holiday in fields[5].split(',').filter(|holiday| !holiday.is_empty()) {
        builder = builder.holiday(date(holiday), "holiday");
    }
    builder.build().unwrap()
}

fn shown(answer: Result<NaiveDate, CalendarError>) -> String {
    match answer {
        Ok(date) => date.to_string(),
        Err(CalendarError::NotKnown { .. }) => "unknown".into(),
        Err(error) => panic!("{error}"),
    }
}

/// Rolls a date by a term that ends on it, the public way to roll.
///
/// None within the first weeks that are known: counted from too near, a roll back leads to the start.
fn rolled(calendar: &Calendar, day: NaiveDate, roll: Roll) -> Option<String> {
    // Counted from some weeks before: no roll leads back to the start.
    let start = day - chrono::Days::new(400);
    if start < calendar.zone().known().first() {
        return None;
    }
    let noon = calendar.instant(start, LocalTime::from_static("12:00"), Fold::Earlier).ok();
    let deadline = Deadline::from(Term::calendar_days(400).with_roll(roll));
    let due = noon.map(|noon| deadline.due(calendar, Anchor::RECEIVED, &Anchors::received(noon)));
    Some(match due {
        Some(Ok(due)) => due.at().date_naive().to_string(),
        Some(Err(_)) | None => "unknown".into(),
    })
}

#[test]
fn working_days_agree_with_numpy() {
    let text = sample("REDRESS_WORKING_DAYS", "working_days.txt");
    let mut calendars = HashMap::new();
    let mut checked = 0;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('|').collect();
        if fields[0] == "calendar" {
            calendars.insert(fields[1], calendar(&fields));
            continue;
        }
        let calendar = &calendars[fields[1]];
        let day = date(fields[2]);
        let (answer, expected) = match fields[0] {
            "after" => (shown(calendar.nth_working_day_after(day, fields[3].parse().unwrap())), fields[4]),
            "before" => (shown(calendar.nth_working_day_before(day, fields[3].parse().unwrap())), fields[4]),
            "between" => {
                let days = calendar.working_days_between(day, date(fields[3]));
                (days.map_or_else(|_| "unknown".into(), |days| days.to_string()), fields[4])
            }
            "is" => {
                let works = calendar.is_working_day(day);
                (works.map_or_else(|_| "unknown".into(), |works| works.to_string()), fields[3])
            }
            "following" => {
                let rolled = rolled(calendar, day, Roll::FOLLOWING);
                assert!(rolled.is_none_or(|rolled| rolled == fields[3]), "{line}");
                (shown(calendar.working_day_on_or_after(day)), fields[3])
            }
            "preceding" => {
                let rolled = rolled(calendar, day, Roll::PRECEDING);
                assert!(rolled.is_none_or(|rolled| rolled == fields[3]), "{line}");
                (shown(calendar.working_day_on_or_before(day)), fields[3])
            }
            "modified" => (
                rolled(calendar, day, Roll::MODIFIED_FOLLOWING).unwrap_or_else(|| fields[3].into()),
                fields[3],
            ),
            other => panic!("unknown kind of row `{other}`"),
        };
        assert_eq!(answer, expected, "{line}");
        checked += 1;
    }
    assert!(checked >= 3_000, "only {checked} rows");
}

#[test]
fn zones_agree_with_jiff() {
    let text = sample("REDRESS_ZONES", "zones.txt");
    let known = KnownDays::years(2010, 2028).unwrap();
    let mut zones: HashMap<&str, (Zone, Vec<Change>)> = HashMap::new();
    let mut changes_seen: HashMap<&str, usize> = HashMap::new();
    let mut checked = 0;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('|').collect();
        let (zone, changes) = zones.entry(fields[1]).or_insert_with(|| {
            let tz: chrono_tz::Tz = fields[1].parse().unwrap();
            let zone = Zone::tabulate(fields[1], &tz, known).unwrap();
            let changes = zone.changes().collect();
            (zone, changes)
        });
        let at = |text: &str| instant::parse(text).unwrap();
        match fields[0] {
            "local" => {
                let local: NaiveDateTime = fields[2].parse().unwrap();
                assert_eq!(zone.instant(local, Fold::Earlier), Some(at(fields[4])), "{line}");
                assert_eq!(zone.instant(local, Fold::Later), Some(at(fields[5])), "{line}");
            }
            "utc" => assert_eq!(zone.local(at(fields[2])), Some(fields[3].parse().unwrap()), "{line}"),
            "change" => {
                let change = (at(fields[2]), fields[4].parse().unwrap());
                assert!(changes.contains(&change), "{line}");
                *changes_seen.entry(fields[1]).or_default() += 1;
            }
            "day" => {
                let midnight =
                    |day: NaiveDate| zone.instant(day.and_hms_opt(0, 0, 0).unwrap(), Fold::Earlier);
                let day = date(fields[2]);
                assert_eq!(midnight(day), Some(at(fields[3])), "{line}");
                assert_eq!(midnight(day.succ_opt().unwrap()), Some(at(fields[4])), "{line}");
            }
            other => panic!("unknown kind of row `{other}`"),
        }
        checked += 1;
    }
    let period =
        instant::parse("2011-01-01T00:00:00Z").unwrap()..instant::parse("2028-01-01T00:00:00Z").unwrap();
    for (name, (_, changes)) in &zones {
        let ours = changes.iter().filter(|(at, _)| period.contains(at)).count();
        assert_eq!(ours, changes_seen.get(name).copied().unwrap_or(0), "number of changes of {name}");
    }
    assert!(zones.len() >= 12 && checked >= 4_000, "only {checked} rows in {} zones", zones.len());
}
