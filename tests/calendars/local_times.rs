//! Local times without an offset (fault C11), and hours on nights on which the clock changes (fault D17).

use chrono::{NaiveDateTime, TimeDelta};
use chrono_tz::America::New_York;
use chrono_tz::Pacific::Apia;
use redress::calendar::reading::{Gap, LocalReading, Overlap};
use redress::calendar::{
    Calendar, CalendarDocument, CalendarError, CalendarErrorKind, WeekPattern, Zone, local,
};
use redress::case::{Stamp, open};
use redress::policy::{Policy, Routing};
use redress::render::Renderer;
use redress::triage::{ComplaintDocument, ComplaintFault, History, triage};
use redress::vocab::{Anchor, Locale};

use crate::calendars::support::{at, built, date, document, hours, years};

fn new_york(reading: LocalReading) -> Calendar {
    let zone = Zone::tabulate("America/New_York", &New_York, years(2026, 2026)).unwrap();
    Calendar::builder("desk", zone).week(WeekPattern::always()).local_times(reading).build().unwrap()
}

fn stamp(text: &str) -> NaiveDateTime {
    local::parse(text).unwrap()
}

#[test]
fn fault_c11_a_local_time_is_read_in_the_zone_of_the_calendar() {
    let calendar = new_york(LocalReading::default());
    let reading = |gap, overlap| LocalReading::default().with_gap(gap).with_overlap(overlap);
    let read = |text: &str, gap, overlap| calendar.local_instant(stamp(text), reading(gap, overlap));
    for (gap, overlap) in [(Gap::After, Overlap::Earlier), (Gap::Refused, Overlap::Refused)] {
        // Winter time, summer time, and the edges of the changes.
        assert_eq!(read("2026-01-15T10:00:00", gap, overlap), Ok(at("2026-01-15T15:00:00Z")));
        assert_eq!(read("2026-07-15T10:00:00.125", gap, overlap), Ok(at("2026-07-15T14:00:00.125Z")));
        assert_eq!(
            read("2026-03-08T01:59:59.999999999", gap, overlap),
            Ok(at("2026-03-08T06:59:59.999999999Z"))
        );
        assert_eq!(read("2026-03-08T03:00:00", gap, overlap), Ok(at("2026-03-08T07:00:00Z")));
        assert_eq!(read("2026-11-01T00:59:59", gap, overlap), Ok(at("2026-11-01T04:59:59Z")));
        assert_eq!(read("2026-11-01T02:00:00", gap, overlap), Ok(at("2026-11-01T07:00:00Z")));
    }
    for text in ["2026-03-08T02:00:00", "2026-03-08T02:30:00", "2026-03-08T02:59:59.5"] {
        assert_eq!(read(text, Gap::After, Overlap::Refused), Ok(at("2026-03-08T07:00:00Z")));
        let refused = read(text, Gap::Refused, Overlap::Earlier).unwrap_err();
        let expected = CalendarError::SkippedTime { calendar: "desk".into(), local: stamp(text) };
        assert_eq!(refused, expected);
        assert_eq!(refused.kind(), CalendarErrorKind::Never);
    }
    for text in ["2026-11-01T01:00:00", "2026-11-01T01:30:00", "2026-11-01T01:59:59.5"] {
        let earlier = read(text, Gap::Refused, Overlap::Earlier).unwrap();
        assert_eq!(calendar.local(earlier), Ok(stamp(text)));
        assert_eq!(read(text, Gap::Refused, Overlap::Later), Ok(earlier + TimeDelta::hours(1)));
        let refused = read(text, Gap::After, Overlap::Refused).unwrap_err();
        assert_eq!(refused, CalendarError::RepeatedTime { calendar: "desk".into(), local: stamp(text) });
        assert_eq!(refused.kind(), CalendarErrorKind::Never);
    }
    let unknown = calendar.local_instant(stamp("2030-01-01T00:00:00"), LocalReading::STRICT).unwrap_err();
    assert_eq!(unknown.kind(), CalendarErrorKind::NotKnown);
}

#[test]
fn a_date_that_the_zone_skips_has_no_local_time() {
    let zone = Zone::tabulate("Pacific/Apia", &Apia, years(2011, 2012)).unwrap();
    let calendar = Calendar::builder("apia", zone).week(WeekPattern::always()).build().unwrap();
    let noon = stamp("2011-12-30T12:00:00");
    assert_eq!(calendar.local_instant(noon, LocalReading::default()), Ok(at("2011-12-30T10:00:00Z")));
    assert!(matches!(
        calendar.local_instant(noon, LocalReading::STRICT),
        Err(CalendarError::SkippedTime { .. })
    ));
}

#[test]
fn fault_c11_local_stamps_are_read_strictly() {
    for text in [
        "2026-03-06T18:00:00",
        "2026-03-06T18:00:00.5",
        "0001-01-01T00:00:00",
        "9999-12-31T23:59:59.999999999",
    ] {
        let read = stamp(text);
        assert_eq!(local::parse(&local::format(read)), Ok(read));
    }
    assert_eq!(local::format(stamp("2026-03-06T18:00:00")), "2026-03-06T18:00:00");
    for text in [
        "",
        "2026-03-06",
        "2026-03-06T18:00",
        "2026-03-06 18:00:00",
        "2026-03-06t18:00:00",
        "2026-3-6T18:00:00",
        "2026-03-06T24:00:00",
        "2026-03-06T18:00:60",
        "2026-03-06T18:00:00.",
        "2026-03-06T18:00:00.0000000001",
        "2026-03-06T18:00:00Z",
        "2026-03-06T18:00:00+01:00",
        "2026-03-06T18:00:00-05:00",
        "2026-03-06T18:00:00 PM",
        " 2026-03-06T18:00:00",
        "2026-02-29T18:00:00",
        "0000-03-06T18:00:00",
        "+2026-03-06T18:00:00",
    ] {
        assert!(local::parse(text).is_err(), "{text}");
    }
}

#[test]
fn fault_c11_a_complaint_is_read_with_its_local_times() {
    let calendar = new_york(LocalReading::default());
    let read = |json: &str| serde_json::from_str::<ComplaintDocument>(json).unwrap();
    let said = read(
        r#"{ "id": "a", "received-local": "2026-03-06T10:00:00", "registered-local": "2026-03-06T11:00:00",
             "acknowledged-local": "2026-03-06T12:00:00", "dispatched-local": "2026-03-06T13:00:00",
             "department-received-local": "2026-03-06T14:00:00", "closed-local": "2026-03-09T10:00:00" }"#,
    );
    let json = serde_json::to_string(&said).unwrap();
    assert_eq!(read(&json), said);
    let plain = read(
        r#"{ "id": "a", "received": "2026-03-06T15:00:00Z", "registered": "2026-03-06T16:00:00Z",
             "acknowledged": "2026-03-06T17:00:00Z", "dispatched": "2026-03-06T18:00:00Z",
             "department-received": "2026-03-06T19:00:00Z", "closed": "2026-03-09T14:00:00Z" }"#,
    );
    assert_eq!(said.clone().resolve(&calendar).unwrap(), plain);
    assert_eq!(plain.clone().resolve(&calendar).unwrap(), plain);
    assert_eq!(said.build_with(&calendar).unwrap(), plain.build().unwrap());
    // A step before the receipt is one by the instants.
    let early =
        read(r#"{ "id": "a", "received-local": "2026-03-06T10:00:00", "closed": "2026-03-06T14:59:59Z" }"#);
    assert!(matches!(
        early.build_with(&calendar).unwrap_err().faults(),
        [ComplaintFault::BeforeReceipt { event: Anchor::CLOSED, .. }]
    ));
}

#[test]
fn fault_c11_the_calendar_says_how_gaps_and_overlaps_are_read() {
    let said = |text: &str| {
        let json = format!(r#"{{ "id": "a", "received-local": "{text}" }}"#);
        serde_json::from_str::<ComplaintDocument>(&json).unwrap()
    };
    let received =
        |text: &str, reading| said(text).build_with(&new_york(reading)).map(|complaint| complaint.received());
    let usual = LocalReading::default();
    assert_eq!(received("2026-11-01T01:30:00", usual), Ok(at("2026-11-01T05:30:00Z")));
    let later = usual.with_overlap(Overlap::Later);
    assert_eq!(received("2026-11-01T01:30:00", later), Ok(at("2026-11-01T06:30:00Z")));
    assert_eq!(received("2026-03-08T02:30:00", usual), Ok(at("2026-03-08T07:00:00Z")));
    let faults = received("2026-03-08T02:30:00", LocalReading::STRICT).unwrap_err();
    assert!(matches!(
        faults.faults(),
        [ComplaintFault::LocalTime { event: Anchor::RECEIVED, error: CalendarError::SkippedTime { .. } }]
    ));
    assert_eq!(
        faults.to_string(),
        "`received`: the clock of calendar `desk` never shows `2026-03-08T02:30:00`; give a time that it shows"
    );
}

#[test]
fn fault_c11_an_explanation_says_how_a_time_was_read_that_the_clock_does_not_show_once() {
    let account = |text: &str, overlap, locale| {
        let calendar = new_york(LocalReading::default().with_overlap(overlap));
        let json = format!(r#"{{ "id": "a", "received-local": "{text}" }}"#);
        let said: ComplaintDocument = serde_json::from_str(&json).unwrap();
        let complaint = said.build_with(&calendar).unwrap();
        let policy =
            Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).build().unwrap();
        let account = triage(&policy, &complaint, &History::none()).unwrap().explain();
        (Renderer::of(&policy, locale).explanation(&account), serde_json::to_value(&account).unwrap())
    };
    let (twice, skipped) = ("2026-11-01T01:30:00", "2026-03-08T02:30:00");
    let (first, second) = (Overlap::Earlier, Overlap::Later);
    let texts = [
        (
            twice,
            first,
            Locale::En,
            "received: the clock shows 2026-11-01 01:30:00 twice, read as the first time",
        ),
        (
            twice,
            second,
            Locale::En,
            "received: the clock shows 2026-11-01 01:30:00 twice, read as the second time",
        ),
        (twice, first, Locale::ZhHans, "收到：时钟两次显示 2026-11-01 01:30:00，按第一次计"),
        (twice, second, Locale::ZhHans, "收到：时钟两次显示 2026-11-01 01:30:00，按第二次计"),
        (twice, first, Locale::ZhHant, "收到：時鐘兩次顯示 2026-11-01 01:30:00，按第一次計"),
        (twice, second, Locale::ZhHant, "收到：時鐘兩次顯示 2026-11-01 01:30:00，按第二次計"),
        (
            skipped,
            first,
            Locale::En,
            "received: the clock skips 2026-03-08 02:30:00, read as the first instant after it",
        ),
        (skipped, first, Locale::ZhHans, "收到：时钟跳过 2026-03-08 02:30:00，按其后的第一刻计"),
        (skipped, first, Locale::ZhHant, "收到：時鐘跳過 2026-03-08 02:30:00，按其後的第一刻計"),
    ];
    for (text, overlap, locale, expected) in texts {
        let (shown, _) = account(text, overlap, locale);
        assert_eq!(shown.lines().nth(1), Some(expected), "{shown}");
    }
    let (_, data) = account(twice, Overlap::Later, Locale::En);
    assert_eq!(
        data["local-times"],
        serde_json::json!([{ "event": "received", "local": twice, "reading": "later" }])
    );
    let (shown, data) = account("2026-03-06T10:00:00", Overlap::Earlier, Locale::En);
    assert!(!shown.contains("clock") && data.get("local-times").is_none(), "{shown}");
}

#[test]
fn fault_c11_a_case_keeps_the_instant_that_was_read() {
    let calendar = new_york(LocalReading::default());
    let policy =
        Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).build().unwrap();
    let said: ComplaintDocument =
        serde_json::from_str(r#"{ "id": "a", "received-local": "2026-03-06T10:00:00" }"#).unwrap();
    let now = at("2026-03-06T16:00:00Z");
    let opened = |said: ComplaintDocument| {
        open(&policy, said, Stamp::new("k-1".parse().unwrap(), "anna".parse().unwrap(), now))
    };
    let case = opened(said).unwrap();
    assert_eq!(case.complaint().received(), at("2026-03-06T15:00:00Z"));
    let stored = serde_json::to_string(case.events()).unwrap();
    assert!(stored.contains(r#""received":"2026-03-06T15:00:00Z""#) && !stored.contains("local"), "{stored}");
    let later: ComplaintDocument =
        serde_json::from_str(r#"{ "id": "a", "received-local": "2026-03-06T11:00:01" }"#).unwrap();
    assert!(opened(later).is_err(), "a second after it is entered");
}

#[test]
fn fault_c11_a_local_receipt_stands_beside_no_other() {
    let refused = |json: &str| serde_json::from_str::<ComplaintDocument>(json).unwrap_err().to_string();
    let both = refused(
        r#"{ "id": "a", "received": "2026-03-06T15:00:00Z", "received-local": "2026-03-06T10:00:00" }"#,
    );
    assert!(both.starts_with("has both `received` and `received-local`, expected one of the two"), "{both}");
    let neither = refused(r#"{ "id": "a" }"#);
    assert!(
        neither.starts_with("has neither `received` nor `received-local`, expected one of the two"),
        "{neither}"
    );
    let offset = refused(r#"{ "id": "a", "received-local": "2026-03-06T10:00:00Z" }"#);
    assert!(
        offset.starts_with("received-local: local time `2026-03-06T10:00:00Z` has a UTC offset"),
        "{offset}"
    );
    let closed: ComplaintDocument = serde_json::from_str(
        r#"{ "id": "a", "received": "2026-03-06T15:00:00Z", "closed": "2026-03-07T15:00:00Z",
             "closed-local": "2026-03-07T10:00:00" }"#,
    )
    .unwrap();
    let twice = ComplaintFault::TwoInstants { event: Anchor::CLOSED };
    assert_eq!(closed.clone().build().unwrap_err().faults(), core::slice::from_ref(&twice));
    assert_eq!(closed.build_with(&new_york(LocalReading::default())).unwrap_err().faults(), [twice]);
}

#[test]
fn the_reading_of_local_times_is_a_key_of_the_calendar() {
    let calendar = built(&document(r#"local-times = { gap = "refused", overlap = "later" }"#));
    let expected = LocalReading::default().with_gap(Gap::Refused).with_overlap(Overlap::Later);
    assert_eq!(calendar.local_times(), expected);
    assert_eq!(built(&document("")).local_times(), LocalReading::default());
    let half = built(&document(r#"local-times = { overlap = "refused" }"#));
    assert_eq!(half.local_times(), LocalReading::default().with_overlap(Overlap::Refused));
    assert_ne!(half, built(&document("")));
    let read = |value: &str| {
        let json = format!(
            r#"{{"name":"a","revision":"1","zone":"UTC","first":"2026-01-01","last":"2026-12-31","week":{{}},
                "local-times":{value}}}"#
        );
        serde_json::from_str::<CalendarDocument>(&json).unwrap_err().to_string()
    };
    let gap = read(r#"{"gap":"before"}"#);
    assert!(
        gap.starts_with(
            "local-times: gap: reading of skipped times `before` is unknown, expected `after` or `refused`"
        ),
        "{gap}"
    );
    let overlap = read(r#"{"overlap":"first"}"#);
    assert!(
        overlap.starts_with(
            "local-times: overlap: reading of repeated times `first` is unknown, expected `earlier`, `later` or `refused`"
        ),
        "{overlap}"
    );
}

#[test]
fn fault_d17_each_end_of_hours_is_the_first_time_that_the_clock_shows_it() {
    let worked = |open: &str, day: &str| {
        let zone = Zone::tabulate("America/New_York", &New_York, years(2026, 2026)).unwrap();
        let calendar =
            Calendar::builder("desk", zone).week(WeekPattern::daily([hours(open)])).build().unwrap();
        calendar.spans_of_day(date(day)).unwrap().collect::<Vec<_>>()
    };
    let span = |from: &str, until: &str| vec![(at(from), at(until))];
    // 01:00-02:00 comes twice: from 05:00Z and from 06:00Z.
    assert_eq!(worked("00:00-01:30", "2026-11-01"), span("2026-11-01T04:00:00Z", "2026-11-01T05:30:00Z"));
    assert_eq!(worked("01:00-02:00", "2026-11-01"), span("2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z"));
    assert_eq!(worked("01:30-03:00", "2026-11-01"), span("2026-11-01T05:30:00Z", "2026-11-01T08:00:00Z"));
    assert_eq!(worked("22:00-01:30+1", "2026-10-31"), span("2026-11-01T02:00:00Z", "2026-11-01T05:30:00Z"));
    // 02:00-03:00 does not come at all.
    assert_eq!(worked("01:30-02:30", "2026-03-08"), span("2026-03-08T06:30:00Z", "2026-03-08T07:00:00Z"));
    assert_eq!(worked("02:30-04:00", "2026-03-08"), span("2026-03-08T07:00:00Z", "2026-03-08T08:00:00Z"));
    assert_eq!(worked("02:00-03:00", "2026-03-08"), []);
}
