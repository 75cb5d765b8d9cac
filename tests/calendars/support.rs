//! Calendars of one office in UTC, and short ways to say dates.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use redress::calendar::reading::DayKind;
use redress::calendar::{
    Calendar, CalendarBuilder, CalendarDocument, CalendarFault, Hours, KnownDays, WeekPattern, Zone, instant,
};

pub(crate) const OFFICE: Hours = Hours::from_static("09:00-17:00");

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    instant::parse(text).unwrap()
}

pub(crate) fn hours(text: &str) -> Hours {
    text.parse().unwrap()
}

pub(crate) fn years(first: i32, last: i32) -> KnownDays {
    KnownDays::years(first, last).unwrap()
}

pub(crate) fn utc(known: KnownDays) -> Zone {
    Zone::fixed(FixedOffset::east_opt(0).unwrap(), known).unwrap()
}

/// An office from Monday to Friday, known for some years.
pub(crate) fn office(first: i32, last: i32) -> CalendarBuilder {
    Calendar::builder("office", utc(years(first, last))).week(WeekPattern::weekdays([OFFICE]))
}

pub(crate) fn faults(builder: CalendarBuilder) -> Vec<String> {
    let faults = builder.build().unwrap_err();
    faults.iter().map(ToString::to_string).collect()
}

/// A document of an office in UTC, known for 2026, with more keys in TOML.
pub(crate) fn document(more: &str) -> CalendarDocument {
    let text = format!(
        r#"
        name = "office"
        revision = "1"
        zone = "+00:00"
        first = "2026-01-01"
        last = "2026-12-31"
        {more}
        [week]
        mon = ["09:00-17:00"]
        tue = ["09:00-17:00"]
        wed = ["09:00-17:00"]
        thu = ["09:00-17:00"]
        fri = ["09:00-17:00"]
        "#
    );
    toml::from_str(&text).unwrap_or_else(|error| panic!("{error}"))
}

/// The calendar of a document, which is the same after it was written and read again.
#[track_caller]
pub(crate) fn built(document: &CalendarDocument) -> Calendar {
    let zone = |_: &str, known| Some(utc(known));
    let calendar = document.build(zone).unwrap_or_else(|faults| panic!("{faults}"));
    let written = CalendarDocument::from(&calendar);
    let text = toml::to_string(&written).unwrap();
    let read: CalendarDocument = toml::from_str(&text).unwrap();
    assert_eq!(read, written, "{text}");
    let json = serde_json::to_string(&written).unwrap();
    assert_eq!(serde_json::from_str::<CalendarDocument>(&json).unwrap(), written);
    let again = read.build(zone).unwrap();
    assert_eq!(again, calendar);
    assert_eq!(CalendarDocument::from(&again), written);
    calendar
}

pub(crate) fn refused(document: &CalendarDocument) -> Vec<String> {
    let faults = document.build(|_: &str, known| Some(utc(known))).unwrap_err();
    faults.iter().map(CalendarFault::to_string).collect()
}

/// The holidays of a calendar with their names.
pub(crate) fn holidays(calendar: &Calendar) -> Vec<(NaiveDate, String)> {
    let known = calendar.known();
    let days = calendar.exceptions(known.first(), known.last()).unwrap();
    days.filter_map(|(date, kind)| match kind {
        DayKind::Holiday(name) => Some((date, name.to_owned())),
        _ => None,
    })
    .collect()
}

/// What a date is, as a text.
pub(crate) fn kind(calendar: &Calendar, day: &str) -> String {
    format!("{:?}", calendar.day(date(day)).unwrap())
}
