//! Bad input of every kind: it never panics, never takes long, and always gets the error that says what it is.
//!
//! `REDRESS_CASES=100000 cargo test bad_input::` tries each property on so many random inputs.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc, Weekday};
use chrono_tz::Europe::Berlin;
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence};
use redress::calendar::entry::{DayDocument, PeriodDocument, WeekDocument};
use redress::calendar::instant::InstantProblem;
use redress::calendar::limits::{MAX_EXCEPTIONS, MAX_HOURS_A_DAY, MAX_KNOWN_DAYS};
use redress::calendar::parse::HoursError;
use redress::calendar::reading::{DayBounds, LocalReading, MakeUpDays};
use redress::calendar::{
    Calendar, CalendarBuilder, CalendarDocument, CalendarError, CalendarFault, CalendarFaults, Hours,
    KnownDays, LocalTime, Span, WeekPattern, Zone, instant,
};
use redress::deadline::choice::{Alternative, DeadlineFault, FirstDay, LateReceipt, TermFault};
use redress::deadline::limits::{MAX_ALTERNATIVES, MAX_CHANGES, MAX_DEPTH, MAX_PAUSES};
use redress::deadline::rule::{
    ClockError, Extension, ExtensionChange, ExtensionRule, Occurrence, PauseRule, Warning,
};
use redress::deadline::{
    Anchors, Clock, ClockRecord, ClockStatus, Count, Cutoff, Deadline, DeadlineError, End, Roll, Term,
};
use redress::policy::clock::{ClockScope, Target};
use redress::policy::condition::RecurrenceKey;
use redress::policy::fault::FaultPlace;
use redress::policy::limits::{MAX_HOLDERS, MAX_REASONS, MAX_RULES, MAX_TARGETS, MAX_WARNINGS};
use redress::policy::record::{Cadence, Form, ReportRule};
use redress::policy::routing::{Cell, InputAnswer, RoutingGaps, Row};
use redress::policy::severity::{MarkRule, Rating, RatingRule, SeverityRule};
use redress::policy::track::{ForcedClosure, ForcedClosureTest, Requirement};
use redress::policy::{
    ClockRule, Condition, Policy, PolicyBuilder, PolicyFault, Routing, SeverityRules, Track,
};
use redress::taxonomy::{Taxonomy, TaxonomyError};
use redress::triage::answer::ClockOutcome;
use redress::triage::{Complaint, ComplaintDocument, ComplaintFault, History, Owner, TriageError, triage};
use redress::vocab::course::{ExtensionReason, NotEstablishedReason, Validity};
use redress::vocab::error::{CodeError, Excerpt, IdError};
use redress::vocab::kind::{CauseGroup, ClaimKind, Dynamic, Importance, Medium, Origin, Urgency};
use redress::vocab::organisation::{Record, Report};
use redress::vocab::track::{Containment, SpreadRisk};
use redress::vocab::{
    Act, Action, ActorId, Anchor, CaseId, Category, Cause, Channel, ClockName, Code, ComplainantKey,
    Currency, Demand, Department, Facet, Fact, FaultParty, Input, Locale, Mark, Money, PauseReason,
    ProductKey, Region, Remedy, Role, RuleId, Severity, Standing, Subject, Topic,
};
use redress::{Private, word};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const OFFICE: Hours = Hours::from_static("09:00-17:00");
const MONDAY: &str = "2026-03-02T10:00:00+01:00";

fn at(text: &str) -> DateTime<Utc> {
    instant::parse(text).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn hours(text: &str) -> Hours {
    text.parse().unwrap()
}

fn known(first: &str, last: &str) -> KnownDays {
    KnownDays::new(date(first), date(last)).unwrap()
}

fn berlin(known: KnownDays) -> Zone {
    Zone::tabulate("Europe/Berlin", &Berlin, known).unwrap()
}

fn utc(known: KnownDays) -> Zone {
    Zone::fixed(FixedOffset::east_opt(0).unwrap(), known).unwrap()
}

/// An office, closed at weekends and known for 2026.
fn office() -> CalendarBuilder {
    let zone = berlin(known("2026-01-01", "2026-12-31"));
    Calendar::builder("office", zone).week(WeekPattern::weekdays([OFFICE]))
}

fn calendar() -> Calendar {
    office().build().unwrap()
}

fn ten_megabytes(of: &str) -> String {
    of.repeat(10_000_000 / of.len())
}

/// Does something with huge input that must come to an end; what it costs is for the benchmarks.
fn ends<T>(what: impl FnOnce() -> T) -> T {
    what()
}

// Codes and ids.

/// Calls a generic check for every type that is read from a text with the rules of a code.
macro_rules! for_every_word {
    ($check:ident($($argument:expr),*)) => {
        for_every_word!(@ [$($argument),*] $check Code Category Subject CauseGroup Cause Demand Channel Medium
            Department Role Fact Anchor ClockName PauseReason ExtensionReason RuleId FaultParty Origin Dynamic
            NotEstablishedReason Importance Urgency Mark SpreadRisk ClaimKind Remedy Containment Topic Region)
    };
    (@ $arguments:tt $check:ident $($word:ident)+) => { $(for_every_word!(% $arguments $check $word);)+ };
    (% [$($argument:expr),*] $check:ident $word:ident) => { $check::<$word>($($argument),*) };
}

fn refuses_code<T>(text: &str, error: CodeError)
where
    T: FromStr<Err = CodeError> + DeserializeOwned + Debug,
{
    assert_eq!(text.parse::<T>().unwrap_err(), error);
    let stored = serde_json::from_value::<T>(json!(text)).unwrap_err().to_string();
    assert_eq!(stored, error.to_string());
}

/// One byte longer than a code.
const LONG: &str = "a234567890a234567890a234567890a234567890a234567890a234567890a234567890a234567890\
                    a234567890a234567890a234567890a234567890a234567890a234567890a234567890a234567890x";

#[test]
fn a_malformed_code_is_refused_by_every_word_with_its_place() {
    type Expected = fn(&CodeError) -> bool;
    let cases: [(&str, Expected); 24] = [
        ("", |error| matches!(error, CodeError::Empty { .. })),
        (" ", |error| matches!(error, CodeError::Character { character: ' ', at: 0, .. })),
        (" spare-parts", |error| matches!(error, CodeError::Character { at: 0, .. })),
        ("spare-parts ", |error| matches!(error, CodeError::Character { at: 11, .. })),
        ("spare-parts\n", |error| matches!(error, CodeError::Character { character: '\n', at: 11, .. })),
        ("spare-parts\r\n", |error| matches!(error, CodeError::Character { character: '\r', at: 11, .. })),
        ("spare\0parts", |error| matches!(error, CodeError::Character { character: '\0', at: 5, .. })),
        ("\0", |error| matches!(error, CodeError::Character { character: '\0', at: 0, .. })),
        ("Spare-parts", |error| matches!(error, CodeError::Character { character: 'S', at: 0, .. })),
        ("sp\u{430}re-parts", |error| {
            matches!(error, CodeError::Character { character: '\u{430}', at: 2, .. })
        }),
        ("spar\u{435}", |error| matches!(error, CodeError::Character { at: 4, .. })),
        ("ｓｐａｒｅ", |error| matches!(error, CodeError::Character { character: 'ｓ', at: 0, .. })),
        ("spare－parts", |error| matches!(error, CodeError::Character { character: '－', at: 5, .. })),
        ("spare\u{2010}parts", |error| matches!(error, CodeError::Character { at: 5, .. })),
        ("spare\u{ad}parts", |error| matches!(error, CodeError::Character { at: 5, .. })),
        ("\u{feff}spare", |error| matches!(error, CodeError::Character { at: 0, .. })),
        ("spare\u{200d}", |error| matches!(error, CodeError::Character { at: 5, .. })),
        ("spare\u{301}", |error| matches!(error, CodeError::Character { at: 5, .. })),
        ("备件", |error| matches!(error, CodeError::Character { character: '备', at: 0, .. })),
        ("🦀", |error| matches!(error, CodeError::Character { at: 0, .. })),
        ("a..b", |error| matches!(error, CodeError::Separator { separator: '.', at: 2, .. })),
        ("a-", |error| matches!(error, CodeError::Trailing { separator: '-', at: 1, .. })),
        ("a:b:c", |error| matches!(error, CodeError::Colon { at: 3, .. })),
        (LONG, |error| matches!(error, CodeError::TooLong { length: 161, .. })),
    ];
    for (text, expected) in cases {
        let error = text.parse::<Code>().unwrap_err();
        assert!(expected(&error), "{text:?}: {error:?}");
        for_every_word!(refuses_code(text, error));
    }
}

#[test]
fn a_malformed_id_is_refused_with_its_place() {
    type Expected = fn(&IdError) -> bool;
    let cases: [(&str, Expected); 12] = [
        ("", |error| matches!(error, IdError::Empty {})),
        (" ", |error| matches!(error, IdError::Character { character: ' ', at: 0, .. })),
        ("a-1 ", |error| matches!(error, IdError::Character { character: ' ', at: 3, .. })),
        ("a\t1", |error| matches!(error, IdError::Character { character: '\t', at: 1, .. })),
        ("a\n", |error| matches!(error, IdError::Character { character: '\n', at: 1, .. })),
        ("a\0", |error| matches!(error, IdError::Character { character: '\0', at: 1, .. })),
        ("\u{7f}", |error| matches!(error, IdError::Character { character: '\u{7f}', at: 0, .. })),
        ("а-1", |error| matches!(error, IdError::Character { character: '\u{430}', at: 0, .. })),
        ("ＮＥＶ", |error| matches!(error, IdError::Character { character: 'Ｎ', at: 0, .. })),
        ("nev\u{200b}", |error| matches!(error, IdError::Character { at: 3, .. })),
        ("客户", |error| matches!(error, IdError::Character { character: '客', at: 0, .. })),
        ("12345678901234567890123456789012345678901234567890123456789012345", |error| {
            matches!(error, IdError::TooLong { length: 65, .. })
        }),
    ];
    for (text, expected) in cases {
        let error = text.parse::<CaseId>().unwrap_err();
        assert!(expected(&error), "{text:?}: {error:?}");
        // A complainant's key may be personal: the error has the place and not the text.
        let hidden = text.parse::<ComplainantKey>().unwrap_err().to_string();
        assert_eq!(hidden.contains("`[private]`"), !text.is_empty(), "{hidden}");
        assert_eq!(hidden, error.to_string().replace(&format!("`{}`", Excerpt::of(text)), "`[private]`"));
        assert_eq!(CaseId::try_from(text), Err(error));
        // A reader tells the place alone: what stands in an id may be personal.
        let read = serde_json::from_value::<CaseId>(json!(text)).unwrap_err().to_string();
        assert!(text.trim().is_empty() || !read.contains(text), "{read}");
        assert!(read.contains("expected "), "{read}");
    }
    for value in [json!(1), json!(null), json!(["a"]), json!({ "id": "a" }), json!(true)] {
        assert!(serde_json::from_value::<CaseId>(value.clone()).is_err(), "{value}");
        assert!(serde_json::from_value::<Code>(value.clone()).is_err(), "{value}");
    }
}

// Huge texts.

fn refuses_huge<T>(text: &str)
where
    T: FromStr<Err: Display> + DeserializeOwned + Debug,
{
    let error = ends(|| text.parse::<T>().map_err(|error| error.to_string())).unwrap_err();
    assert!(error.len() < 400, "{error}");
    let stored =
        ends(|| serde_json::from_value::<T>(json!(text)).map_err(|error| error.to_string())).unwrap_err();
    // A reader of an id does not repeat it.
    assert!(stored.len() < 400, "{stored}");
    assert!(stored == error || stored.starts_with("id "), "{stored}");
}

#[test]
fn ten_megabytes_are_refused_at_once_by_every_reader() {
    for text in [
        ten_megabytes("x"),
        ten_megabytes("计"),
        ten_megabytes("\0"),
        ten_megabytes("09:00-"),
        ten_megabytes("-"),
    ] {
        for_every_word!(refuses_huge(&text));
        refuses_huge::<CaseId>(&text);
        refuses_huge::<ComplainantKey>(&text);
        refuses_huge::<ActorId>(&text);
        refuses_huge::<ProductKey>(&text);
        refuses_huge::<Currency>(&text);
        refuses_huge::<Severity>(&text);
        refuses_huge::<Validity>(&text);
        refuses_huge::<Act>(&text);
        refuses_huge::<Input>(&text);
        refuses_huge::<RecurrenceKey>(&text);
        refuses_huge::<Standing>(&text);
        refuses_huge::<Locale>(&text);
        refuses_huge::<Facet>(&text);
        refuses_huge::<LocalTime>(&text);
        refuses_huge::<Hours>(&text);
        let error = ends(|| instant::parse(&text)).unwrap_err();
        assert!(error.to_string().len() < 200, "{error}");
    }
    let digits = format!("2026-03-02T10:00:00.{}Z", "0".repeat(10_000_000));
    assert_eq!(ends(|| instant::parse(&digits)).unwrap_err().problem, InstantProblem::Shape);
}

#[test]
fn names_of_ten_megabytes_are_refused_and_not_kept() {
    for name in [ten_megabytes("x"), ten_megabytes("计"), ten_megabytes(" "), ten_megabytes("\0")] {
        let zone = berlin(known("2026-01-01", "2026-12-31"));
        let builder = Calendar::builder(&name, zone).revision(&name).week(WeekPattern::always());
        let faults = ends(|| builder.holiday(date("2026-05-01"), &name).build()).unwrap_err();
        let is_name = |fault: &CalendarFault| matches!(fault, CalendarFault::Name { .. });
        assert_eq!(faults.faults().len(), 3);
        assert!(faults.faults().iter().all(is_name), "{faults}");
        assert!(faults.to_string().len() < 600);
        let zone = Zone::tabulate(&name, &Berlin, known("2026-01-01", "2026-12-31")).unwrap_err();
        assert!(matches!(zone, CalendarFault::Name { place, .. } if place == "zone name"));
        let faults = ends(|| {
            Policy::builder(&name).version(&name).routing(Routing::none()).calendar(calendar()).build()
        })
        .unwrap_err();
        assert!(faults.faults().iter().all(|fault| matches!(fault, PolicyFault::Name { .. })));
        assert!(faults.to_string().len() < 600);
    }
}

#[test]
fn a_name_is_visible_and_on_one_line() {
    let fault = |name: &str| {
        let zone = berlin(known("2026-01-01", "2026-12-31"));
        let built = Calendar::builder(name, zone).week(WeekPattern::always()).build();
        built.map(|_| ()).map_err(|faults| faults.faults().to_vec())
    };
    for name in ["a", "办公室", "Büro 3", &"计".repeat(100), "a`b"] {
        assert_eq!(fault(name), Ok(()), "{name:?}");
    }
    for name in [
        "",
        " ",
        "\u{3000}",
        " a",
        "a ",
        "a\n",
        "a\nb",
        "a\u{0}b",
        "a\u{7f}",
        "a\u{85}b",
        "a\u{2028}b",
        "a\u{2029}b",
        "a\u{202e}b",
        "a\u{2066}b",
        "\u{200e}a",
        &"x".repeat(101),
    ] {
        let faults = fault(name).unwrap_err();
        assert!(
            matches!(&faults[..], [CalendarFault::Name { place, .. }] if place == "calendar name"),
            "{name:?}"
        );
    }
}

// Times, hours, instants.

#[test]
fn a_time_of_day_is_written_in_one_way() {
    for text in [
        "",
        "24:00",
        "24:00:00",
        "24:00:01",
        "25:00",
        "12:60",
        "12:00:60",
        "23:59:60",
        "9:00",
        "09:0",
        "0900",
        "09.00",
        "09:00 ",
        " 09:00",
        "09:00:00.5",
        "-1:00",
        "+9:00",
        "09:00Z",
        "09:00+01:00",
        "09：00",
        "０９:00",
        "9am",
        "09:00\0",
        "09:00:",
        "12:00:00:00",
    ] {
        let error = text.parse::<LocalTime>().unwrap_err();
        assert!(error.to_string().starts_with('`'), "{error}");
        assert!(serde_json::from_value::<LocalTime>(json!(text)).is_err(), "{text}");
    }
    for text in ["00:00", "23:59", "23:59:59"] {
        assert_eq!(text.parse::<LocalTime>().unwrap().to_string(), text);
    }
}

#[test]
fn hours_that_are_none_get_the_fault_they_have() {
    type Expected = fn(&HoursError) -> bool;
    let malformed: Expected = |error| matches!(error, HoursError::Malformed { .. });
    let empty: Expected = |error| matches!(error, HoursError::Empty { .. });
    let reversed: Expected = |error| matches!(error, HoursError::Reversed { .. });
    let too_long: Expected = |error| matches!(error, HoursError::TooLong { .. });
    let cases = [
        (
            malformed,
            [
                "",
                "-",
                "09:00",
                "09:00-",
                "-17:00",
                "09:00-17:00-18:00",
                "9-17",
                "09:00–17:00",
                "09:00 - 17:00",
            ]
            .as_slice(),
        ),
        (
            malformed,
            &[
                "09:00-24:00:01",
                "24:00-24:00",
                "24:00-06:00+1",
                "22:00-24:00+1",
                "22:00-06:00+2",
                "22:00-06:00 +1",
            ],
        ),
        (
            malformed,
            &[
                "22:00-06:00+",
                "22:00-06:00+11",
                "09:00-25:00",
                "09:00-17:60",
                "０９:00-17:00",
                "09:00-17:00\0",
            ],
        ),
        (empty, &["09:00-09:00", "00:00-00:00", "09:00:01-09:00:01"]),
        (reversed, &["17:00-09:00", "09:00-00:00", "23:59:59-00:00", "22:00-06:00"]),
        (too_long, &["09:00-17:00+1", "00:00-00:01+1", "00:00-23:59:59+1", "22:00-22:00:01+1"]),
    ];
    for (expected, texts) in cases {
        for text in texts {
            let error = text.parse::<Hours>().unwrap_err();
            assert!(expected(&error), "{text}: {error:?}");
        }
    }
    for text in
        ["00:00-24:00", "22:00-22:00+1", "00:00-00:00+1", "23:59:59-24:00", "09:00-24:00:00", "12:00-00:00+1"]
    {
        assert!(text.parse::<Hours>().is_ok(), "{text}");
    }
    let time = |text: &str| text.parse::<LocalTime>().unwrap();
    assert!(matches!(Hours::new(time("17:00"), time("09:00")), Err(HoursError::Reversed { .. })));
    assert!(matches!(Hours::new(time("17:00"), time("17:00")), Err(HoursError::Empty { .. })));
    assert!(matches!(Hours::overnight(time("09:00"), time("09:01")), Err(HoursError::TooLong { .. })));
}

#[test]
fn an_instant_is_written_in_one_way() {
    use InstantProblem::{Field, LeapSecond, NoOffset, Offset, Shape, Year};
    let cases: [(InstantProblem, &[&str]); 6] = [
        (NoOffset, &["2026-03-06T18:00:00", "2026-03-06 18:00:00", "2026-03-06T18:00:00.5"]),
        (
            Shape,
            &[
                "",
                "now",
                "2026-03-06",
                "2026-03-06T18:00Z",
                "2026-03-06T18:00:00z",
                "2026-03-06t18:00:00Z",
                "2026-03-06 18:00:00Z",
                "2026-3-6T18:00:00Z",
                "26-03-06T18:00:00Z",
                "10000-01-01T00:00:00Z",
                "-001-01-01T00:00:00Z",
                "+2026-03-06T18:00:00Z",
                " 2026-03-06T18:00:00Z",
                "2026-03-06T18:00:00Z ",
                "2026-03-06T18:00:00Z\0",
                "2026-03-06T18:00:00+0100",
                "2026-03-06T18:00:00+01",
                "2026-03-06T18:00:00 +01:00",
                "2026-03-06T18:00:00UTC",
                "2026-03-06T18:00:00.Z",
                "2026-03-06T18:00:00.0123456789Z",
                "2026-03-06T18:00:00,5Z",
                "2026-03-06T18:00:00+01:00:00",
                "2026-03-06T18:00:00+1:00",
                "2026-03-06T18:00:00−01:00",
                "２026-03-06T18:00:00Z",
                "2026/03/06T18:00:00Z",
                "1772820000",
                "2026-W10-5T18:00:00Z",
                "2026-03-06T18:00:00[Europe/Berlin]",
            ],
        ),
        (
            Field,
            &[
                "2026-13-06T18:00:00Z",
                "2026-00-06T18:00:00Z",
                "2026-03-00T18:00:00Z",
                "2026-02-29T18:00:00Z",
                "2026-04-31T18:00:00Z",
                "2026-03-06T24:00:00Z",
                "2026-03-06T24:00:01Z",
                "2026-03-06T18:60:00Z",
                "2026-03-06T18:00:61Z",
                "1900-02-29T00:00:00Z",
            ],
        ),
        (
            LeapSecond,
            &[
                "2016-12-31T23:59:60Z",
                "2017-01-01T07:59:60+08:00",
                "2026-03-06T18:00:60Z",
                "2016-12-31T23:59:60.5Z",
            ],
        ),
        (
            Offset,
            &[
                "2026-03-06T18:00:00+24:00",
                "2026-03-06T18:00:00-24:00",
                "2026-03-06T18:00:00+99:99",
                "2026-03-06T18:00:00+01:60",
                "2026-03-06T18:00:00-00:00",
            ],
        ),
        (
            Year,
            &[
                "0000-01-01T00:00:00Z",
                "0000-12-31T23:59:59-23:59",
                "0001-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
            ],
        ),
    ];
    for (problem, texts) in cases {
        for text in texts {
            let error = instant::parse(text).unwrap_err();
            assert_eq!(error.problem, problem, "{text}");
            let document = json!({ "id": "a", "received": text });
            let stored = serde_json::from_value::<ComplaintDocument>(document).unwrap_err().to_string();
            assert_eq!(stored, format!("received: {error}"));
        }
    }
    for text in [
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z",
        "2026-03-06T18:00:00+23:59",
        "2024-02-29T00:00:00-23:59",
    ] {
        assert!(instant::parse(text).is_ok(), "{text}");
    }
}

#[test]
fn an_instant_that_chrono_shows_as_a_leap_second_is_written_as_one_that_is_read() {
    let leap = date("2016-12-31").and_hms_nano_opt(23, 59, 59, 1_500_000_000).unwrap().and_utc();
    assert_eq!(instant::parse(&instant::format(leap)), Ok(at("2017-01-01T00:00:00.5Z")));
}

#[test]
fn a_leap_second_is_the_first_instant_of_the_next_minute() {
    let leap = date("2026-03-02").and_hms_nano_opt(8, 59, 59, 1_000_000_000).unwrap().and_utc();
    let due = |received| {
        Deadline::from(Term::working_days(2)).due(&calendar(), Anchor::RECEIVED, &Anchors::received(received))
    };
    assert_eq!(due(leap), due(at("2026-03-02T09:00:00Z")));
    let due = Deadline::from(Term::elapsed(Span::ZERO)).due(
        &calendar(),
        Anchor::RECEIVED,
        &Anchors::received(leap),
    );
    assert_eq!(due.unwrap().at(), at("2026-03-02T09:00:00Z"));
}

// Calendars.

fn faults(builder: CalendarBuilder) -> Vec<CalendarFault> {
    ends(|| builder.build()).unwrap_err().faults().to_vec()
}

#[test]
fn a_calendar_without_working_time_is_none() {
    let (first, last) = (date("2026-01-01"), date("2026-12-31"));
    let none = [CalendarFault::NoWorkingTime { first, last }];
    assert_eq!(faults(office().week(WeekPattern::closed())), none);
    assert_eq!(faults(office().holidays(first..=last, "closed for good")), none);
    let all = first.iter_days().take_while(|day| *day <= last);
    assert_eq!(faults(all.fold(office(), |builder, day| builder.holiday(day, "holiday"))), none);
    let make_up = office().week(WeekPattern::closed()).working_day(first, "make-up", [OFFICE]);
    assert!(make_up.clone().build().is_ok());
    assert_eq!(faults(make_up.make_up_days(MakeUpDays::AsPattern)), none);
    let saturday = known("2026-03-07", "2026-03-08");
    assert_eq!(
        faults(office().known(saturday)),
        [CalendarFault::NoWorkingTime { first: saturday.first(), last: saturday.last() }]
    );
    // The only hours lie where the clock is set forward.
    let change = known("2026-03-29", "2026-03-29");
    assert!(matches!(
        faults(office().known(change).week(WeekPattern::daily([hours("02:00-03:00")])))[..],
        [CalendarFault::NoWorkingTime { .. }]
    ));
    // A date that the zone skips.
    let skipped = known("2011-12-30", "2011-12-30");
    let apia = Zone::tabulate("Pacific/Apia", &chrono_tz::Pacific::Apia, skipped).unwrap();
    assert!(matches!(
        faults(Calendar::builder("apia", apia).week(WeekPattern::always()))[..],
        [CalendarFault::NoWorkingTime { .. }]
    ));
}

#[test]
fn hours_that_overlap_are_refused_wherever_they_meet() {
    let spans = |texts: &[&str]| texts.iter().map(|text| hours(text)).collect::<Vec<_>>();
    let in_week = |week: WeekPattern| match &faults(office().week(week))[..] {
        [CalendarFault::OverlapInWeek { weekday, first, second }] => {
            (*weekday, first.to_string(), second.to_string())
        }
        other => panic!("{other:?}"),
    };
    let closed = WeekPattern::closed;
    let overlap = |day, first: &str, second: &str| (day, first.to_owned(), second.to_owned());
    let monday = |texts| in_week(closed().with(Weekday::Mon, spans(texts)));
    let expected = overlap(Weekday::Mon, "09:00-12:00", "11:59:59-15:00");
    assert_eq!(monday(&["09:00-12:00", "11:59:59-15:00"]), expected);
    assert_eq!(monday(&["11:59:59-15:00", "09:00-12:00"]), expected);
    assert_eq!(monday(&["09:00-12:00", "09:00-12:00"]), overlap(Weekday::Mon, "09:00-12:00", "09:00-12:00"));
    assert_eq!(monday(&["00:00-24:00", "12:00-13:00"]), overlap(Weekday::Mon, "00:00-24:00", "12:00-13:00"));
    assert_eq!(
        monday(&["22:00-06:00+1", "23:00-24:00"]),
        overlap(Weekday::Mon, "22:00-06:00+1", "23:00-24:00")
    );
    let night = overlap(Weekday::Tue, "22:00-06:00+1", "05:00-12:00");
    let nights = closed().with(Weekday::Mon, spans(&["22:00-06:00+1"]));
    assert_eq!(in_week(nights.clone().with(Weekday::Tue, spans(&["05:00-12:00"]))), night);
    let nights =
        closed().with(Weekday::Sun, spans(&["22:00-06:00+1"])).with(Weekday::Mon, spans(&["05:00-12:00"]));
    assert_eq!(in_week(nights), overlap(Weekday::Mon, "22:00-06:00+1", "05:00-12:00"));

    let around = |builder: CalendarBuilder| match &faults(builder)[..] {
        [CalendarFault::OverlapOnDay { date, .. }] => date.to_string(),
        other => panic!("{other:?}"),
    };
    let day = date("2026-03-03");
    assert_eq!(
        around(office().special_hours(day, "sale", spans(&["09:00-12:00", "11:00-13:00"]))),
        "2026-03-03"
    );
    assert_eq!(around(office().special_hours(day, "sale", spans(&["22:00-09:00:01+1"]))), "2026-03-04");
    assert_eq!(around(office().working_day(day, "sale", spans(&["22:00-10:00+1"]))), "2026-03-04");
    let nights = office().week(closed().with(Weekday::Mon, spans(&["22:00-06:00+1"])));
    assert_eq!(around(nights.clone().special_hours(day, "early", spans(&["05:00-12:00"]))), "2026-03-03");
    // What touches does not overlap, and a holiday makes room.
    assert!(nights.special_hours(day, "early", spans(&["06:00-12:00"])).build().is_ok());
    let sale = office().special_hours(day, "sale", spans(&["22:00-10:00+1"]));
    assert!(sale.holiday(date("2026-03-04"), "holiday").build().is_ok());
}

#[test]
fn a_short_span_within_a_long_one_hides_no_overlap() {
    let monday = ["09:00-17:00", "10:00-11:00", "12:00-13:00"].map(hours);
    let found = faults(office().week(WeekPattern::closed().with(Weekday::Mon, monday)));
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn more_hours_a_day_than_a_calendar_keeps_are_refused() {
    let spans = |count: u32| {
        (0..count)
            .map(|n| format!("{:02}:{:02}-{:02}:{:02}", n / 60, n % 60, (n + 1) / 60, (n + 1) % 60))
            .map(|text| hours(&text))
    };
    let most = u32::try_from(MAX_HOURS_A_DAY).unwrap();
    assert!(office().week(WeekPattern::daily(spans(most))).build().is_ok());
    let many = faults(office().week(WeekPattern::closed().with(Weekday::Mon, spans(most + 1))));
    assert!(matches!(many[..], [CalendarFault::TooManyHours { count: 25, limit: 24, .. }]));
    let many = faults(office().special_hours(date("2026-03-03"), "fair", spans(1_000)));
    assert!(matches!(many[..], [CalendarFault::TooManyHours { count: 1_000, limit: 24, .. }]));
}

#[test]
fn a_million_hours_of_one_day_are_one_fault() {
    let many = faults(office().week(WeekPattern::closed().with(Weekday::Mon, vec![OFFICE; 1_000_000])));
    assert!(matches!(many[..], [CalendarFault::TooManyHours { .. }]), "{} faults", many.len());
}

#[test]
fn exceptions_lie_within_the_known_days_and_each_on_its_own() {
    let outside = faults(office().holiday(date("2025-12-31"), "eve").holiday(date("2027-01-01"), "New Year"));
    assert!(matches!(
        &outside[..],
        [CalendarFault::OutsideKnownDays { name: eve, .. }, CalendarFault::OutsideKnownDays { name: year, .. }]
            if eve == "eve" && year == "New Year"
    ));
    let period = |first, last| faults(office().holidays(first..=last, "off"));
    let [before, inside, after] = [date("2025-12-24"), date("2026-06-01"), date("2027-01-06")];
    let is_outside = |found: &[CalendarFault], asked| {
        assert!(
            matches!(found, [CalendarFault::OutsideKnownDays { date, .. }] if *date == asked),
            "{found:?}"
        );
    };
    is_outside(&period(before, inside), before);
    is_outside(&period(inside, after), date("2027-01-01"));
    assert!(matches!(
        period(before, after)[..],
        [CalendarFault::OutsideKnownDays { .. }, CalendarFault::OutsideKnownDays { .. }]
    ));
    for (first, last) in [(NaiveDate::MIN, NaiveDate::MAX), (inside, NaiveDate::MAX)] {
        assert!(matches!(period(first, last)[..], [CalendarFault::YearOutOfRange { .. }]));
    }
    assert_eq!(period(after, before), [CalendarFault::ReversedDays { first: after, last: before }]);

    let twice = |builder: CalendarBuilder| match &faults(builder)[..] {
        [CalendarFault::Contradiction { date, first, second, .. }] => {
            (date.to_string(), first.clone(), second.clone())
        }
        other => panic!("{other:?}"),
    };
    let may = date("2026-05-01");
    let expected = ("2026-05-01".to_owned(), "a".to_owned(), "b".to_owned());
    let once = || office().holiday(may, "a");
    assert_eq!(twice(once().working_day(may, "b", [OFFICE])), expected);
    assert_eq!(twice(once().special_hours(may, "b", [OFFICE])), expected);
    assert!(matches!(faults(office().working_day(may, "a", []))[..], [CalendarFault::NoHours { .. }]));
}

#[test]
fn ten_thousand_holidays_beyond_the_known_days_are_refused_ends() {
    let first = date("2027-01-01");
    let declared = |builder, days| {
        first.iter_days().take(days).fold(builder, |builder: CalendarBuilder, day| builder.holiday(day, "x"))
    };
    let found = ends(|| faults(declared(office(), 10_000)));
    assert!(matches!(found[..], [CalendarFault::OutsideKnownDays { .. }]));
    let found = ends(|| faults(declared(office(), MAX_EXCEPTIONS + 1)));
    assert!(matches!(found[..], [CalendarFault::TooMany { count: 100_001, limit: MAX_EXCEPTIONS, .. }]));
    let long = Calendar::builder("long", utc(known("1950-01-01", "1999-12-31"))).week(WeekPattern::always());
    let found = ends(|| faults(declared(long, 10_000)));
    assert!(matches!(found[..], [CalendarFault::OutsideKnownDays { .. }]));
}

#[test]
fn a_hundred_periods_of_a_hundred_years_are_refused_ends() {
    let days = known("1950-01-01", "2049-12-31");
    let builder = Calendar::builder("long", utc(days)).week(WeekPattern::always());
    let found = ends(|| {
        (0..100).fold(builder, |builder, _| builder.holidays(days.first()..=days.last(), "for ever")).build()
    });
    let found = found.unwrap_err();
    assert!(found.faults().len() < 10, "{} faults", found.faults().len());
}

#[test]
fn a_bad_name_of_a_period_is_one_fault() {
    let found = faults(office().holidays(date("2026-01-01")..=date("2026-03-31"), ""));
    assert!(matches!(found[..], [CalendarFault::Name { .. }]), "{} faults", found.len());
}

#[test]
fn known_days_are_days_that_can_be_written() {
    let [min, max] = [NaiveDate::MIN, NaiveDate::MAX];
    let year = |year| NaiveDate::from_ymd_opt(year, 6, 1).unwrap();
    for (first, last) in
        [(min, max), (max, min), (min, min), (max, max), (year(0), year(1)), (year(9999), year(10_000))]
    {
        assert!(
            matches!(KnownDays::new(first, last), Err(CalendarFault::YearOutOfRange { .. })),
            "{first} {last}"
        );
    }
    for (first, last) in
        [(0, 1), (9999, 10_000), (-1, -1), (i32::MIN, i32::MAX), (i32::MAX, i32::MIN), (2026, i32::MAX)]
    {
        assert!(
            matches!(KnownDays::years(first, last), Err(CalendarFault::YearOutOfRange { .. })),
            "{first} {last}"
        );
    }
    assert!(matches!(KnownDays::years(2027, 2026), Err(CalendarFault::ReversedDays { .. })));
    assert!(matches!(KnownDays::years(1, 9999), Err(CalendarFault::TooManyDays { .. })));
    let first = date("1950-01-01");
    let day = |count: u32| first + TimeDelta::days(i64::from(count) - 1);
    assert_eq!(KnownDays::new(first, day(MAX_KNOWN_DAYS)).unwrap().days(), MAX_KNOWN_DAYS);
    assert!(matches!(KnownDays::new(first, day(MAX_KNOWN_DAYS + 1)), Err(CalendarFault::TooManyDays { .. })));
    assert!(matches!(KnownDays::new(first, day(0)), Err(CalendarFault::ReversedDays { .. })));
}

#[test]
fn the_shortest_and_the_longest_calendar_answer_and_refuse() {
    let days = [
        known("2026-03-02", "2026-03-02"),
        known("0001-01-01", "0001-01-01"),
        known("9999-12-31", "9999-12-31"),
    ];
    let longest = KnownDays::new(date("1950-01-01"), date("1950-01-01") + TimeDelta::days(36_599)).unwrap();
    for days in days.into_iter().chain([longest]) {
        let builder = Calendar::builder("limits", berlin(days)).week(WeekPattern::always());
        let calendar = ends(|| builder.build()).unwrap();
        assert_eq!(calendar.is_working_day(days.first()), Ok(true));
        assert_eq!(calendar.is_working_day(days.last()), Ok(true));
        let count = i64::from(days.days()) - 1;
        assert_eq!(calendar.working_days_between(days.first(), days.last()), Ok(count));
        assert!(calendar.nth_working_day_after(days.last(), 1).is_err());
        assert!(calendar.nth_working_day_before(days.first(), 1).is_err());
    }
}

#[test]
fn a_calendar_says_of_dates_at_the_limits_that_it_does_not_know_them() {
    let calendar = calendar();
    // A year that no calendar can know is never known.
    let refused = |error: Option<CalendarError>, never: bool| match error {
        Some(CalendarError::NotKnown { .. }) => assert!(!never),
        Some(CalendarError::AfterLastYear { .. } | CalendarError::BeforeFirstYear { .. }) => assert!(never),
        other => panic!("{other:?}"),
    };
    let inside = date("2026-03-02");
    let year = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let days = [
        (NaiveDate::MIN, true),
        (NaiveDate::MAX, true),
        (year(0), true),
        (year(10_000), true),
        (year(1), false),
        (year(9_999), false),
        (date("2025-12-31"), false),
        (date("2027-01-01"), false),
    ];
    for (day, never) in days {
        let not_known = |error| refused(error, never);
        not_known(calendar.is_working_day(day).err());
        not_known(calendar.day(day).err());
        not_known(calendar.opening(day).err());
        not_known(calendar.close_of_business(day).err());
        not_known(calendar.working_day_on_or_after(day).err());
        not_known(calendar.working_day_on_or_before(day).err());
        not_known(calendar.working_days_between(day, inside).err());
        not_known(calendar.working_days_between(inside, day).err());
        not_known(calendar.working_days_bounded(inside, day, DayBounds::Both).err());
        not_known(calendar.exceptions(day, inside).err());
        not_known(calendar.exceptions(inside, day).err());
        not_known(calendar.spans_of_day(day).err());
        not_known(calendar.breaks(day).err());
        for n in [0, 1, u32::MAX] {
            not_known(calendar.nth_working_day_after(day, n).err());
            not_known(calendar.nth_working_day_before(day, n).err());
        }
    }
    for (year, never) in
        [(i32::MIN, true), (0, true), (1, false), (2025, false), (9_999, false), (i32::MAX, true)]
    {
        refused(calendar.holidays(year).err(), never);
    }
    for (n, never) in [(366, false), (2_000_000, false), (3_000_000, true), (u32::MAX, true)] {
        refused(calendar.nth_working_day_after(inside, n).err(), never);
    }
    for (n, never) in [(366, false), (700_000, false), (800_000, true), (u32::MAX, true)] {
        refused(calendar.nth_working_day_before(inside, n).err(), never);
    }
    let (now, most) = (at(MONDAY), Span::hours(u32::MAX));
    for (instant, never) in [
        (DateTime::<Utc>::MIN_UTC, true),
        (DateTime::<Utc>::MAX_UTC, true),
        (at("0001-01-01T00:00:00Z"), false),
        (at("9999-12-31T23:59:59Z"), false),
    ] {
        let not_known = |error| refused(error, never);
        not_known(calendar.is_working(instant).err());
        not_known(calendar.date(instant).err());
        not_known(calendar.local(instant).err());
        not_known(calendar.next_working_instant(instant).err());
        not_known(calendar.previous_working_instant(instant).err());
        not_known(calendar.next_opening(instant).err());
        not_known(calendar.next_closing(instant).err());
        not_known(calendar.previous_opening(instant).err());
        not_known(calendar.previous_closing(instant).err());
        not_known(calendar.same_time_after(instant, 1).err());
        not_known(calendar.same_time_before(instant, 1).err());
        not_known(calendar.add_working_time(instant, most).err());
        not_known(calendar.subtract_working_time(instant, most).err());
        not_known(calendar.working_time_between(instant, now).err());
        not_known(calendar.working_time_between(now, instant).err());
        not_known(calendar.working_spans(now, instant).err());
        not_known(calendar.local_instant(instant.naive_utc(), LocalReading::STRICT).err());
    }
    refused(calendar.add_working_time(now, most).err(), true);
    refused(calendar.subtract_working_time(now, most).err(), true);
    refused(calendar.add_working_time(now, Span::hours(10_000)).err(), false);
    refused(calendar.subtract_working_time(now, Span::hours(10_000)).err(), false);
    assert!(matches!(calendar.opening(date("2026-03-01")), Err(CalendarError::NoBusinessHours { .. })));
    assert!(matches!(
        calendar.close_of_business(date("2026-03-01")),
        Err(CalendarError::NoBusinessHours { .. })
    ));
}

#[test]
fn a_calendar_is_not_known_for_longer_than_its_zone() {
    let beyond = |days| matches!(faults(office().known(days))[..], [CalendarFault::BeyondZone { .. }]);
    assert!(beyond(known("2025-12-31", "2026-12-31")));
    assert!(beyond(known("2026-01-01", "2027-01-01")));
    assert!(beyond(known("2030-01-01", "2030-12-31")));
    assert!(office().known(known("2026-03-02", "2026-03-02")).build().is_ok());
}

#[test]
fn every_fault_of_a_calendar_is_reported_ends() {
    let found = office()
        .revision("")
        .known(known("2026-01-01", "2027-12-31"))
        .week(WeekPattern::closed().with(Weekday::Mon, [OFFICE, OFFICE]))
        .holiday(date("2028-01-01"), "New Year")
        .working_day(date("2026-01-03"), "make-up", [])
        .build();
    assert_eq!(found.unwrap_err().faults().len(), 5);
}

// Documents of calendars.

fn calendar_document() -> Value {
    json!({
        "name": "desk", "revision": "1", "zone": "Europe/Berlin", "first": "2026-01-01", "last": "2026-12-31",
        "week": { "mon": ["09:00-17:00"], "tue": ["09:00-17:00"] },
        "holidays": [{ "date": "2026-05-01", "name": "May" }, { "from": "2026-12-24", "to": "2026-12-26", "name": "Christmas" }],
        "working-days": [{ "date": "2026-05-02", "name": "make-up", "hours": ["09:00-12:00"] }],
        "special-hours": [{ "date": "2026-12-23", "name": "eve", "hours": ["09:00-12:00"] }]
    })
}

fn resolve(name: &str, known: KnownDays) -> Option<Zone> {
    (name == "Europe/Berlin").then(|| berlin(known))
}

/// The document with another value at a place such as `/week/mon`.
fn changed(mut document: Value, place: &str, value: Value) -> Value {
    let (parent, key) = place.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(map) => {
            map.insert(key.to_owned(), value);
        }
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        other => panic!("{other}"),
    }
    document
}

fn built(document: Value) -> Result<Calendar, CalendarFaults> {
    serde_json::from_value::<CalendarDocument>(document).unwrap().build(resolve)
}

#[track_caller]
fn document_faults(place: &str, value: Value) -> Vec<CalendarFault> {
    built(changed(calendar_document(), place, value)).unwrap_err().faults().to_vec()
}

#[test]
fn a_calendar_document_that_says_nothing_sensible_is_no_calendar() {
    assert!(built(calendar_document()).is_ok());
    for zone in ["", "europe/berlin", "Europe/Berlin ", "Mars/Olympus", "CET\0", &ten_megabytes("x")] {
        let found = document_faults("/zone", json!(zone));
        assert!(matches!(&found[..], [CalendarFault::UnknownZone { name }] if name.len() <= 64));
    }
    assert!(matches!(
        document_faults("/first", json!("2027-01-01"))[..],
        [CalendarFault::ReversedDays { .. }]
    ));
    let year_0 = changed(calendar_document(), "/first", json!("0000-01-01"));
    assert!(serde_json::from_value::<CalendarDocument>(year_0).is_err());
    assert!(matches!(
        document_faults("/first", json!("1800-01-01"))[..],
        [CalendarFault::TooManyDays { .. }]
    ));
    assert!(matches!(
        document_faults("/zone-last", json!("2025-01-01"))[..],
        [CalendarFault::ReversedDays { .. }]
    ));
    assert!(matches!(
        document_faults("/zone-last", json!("2026-06-30"))[..],
        [CalendarFault::BeyondZone { .. }]
    ));
    assert!(matches!(
    &document_faults("/name", json!(""))[..],
            [CalendarFault::Name { place, .. }] if place == "calendar name"
        ));
    assert!(matches!(
    &document_faults("/revision", json!(" 1"))[..],
            [CalendarFault::Name { place, .. }] if place == "revision"
        ));

    let at_place = |place: &str, value: Value, expected: &str| {
        let found = document_faults(place, value);
        assert!(
            matches!(&found[..], [CalendarFault::Document { place, .. }] if place == expected),
            "{found:?}"
        );
    };
    at_place("/week/mon/0", json!("17:00-09:00"), "week.mon[0]");
    at_place("/week/sun", json!(["09:00-12:00", "12-15"]), "week.sun[1]");
    at_place("/week/sun", json!([ten_megabytes("x")]), "week.sun[0]");
    at_place("/holidays/0", json!({ "name": "none" }), "holidays[0] `none`");
    at_place("/holidays/1", json!({ "from": "2026-05-01", "name": "open" }), "holidays[1] `open`");
    at_place("/holidays/1", json!({ "to": "2026-05-01", "name": "open" }), "holidays[1] `open`");
    at_place(
        "/holidays/1",
        json!({ "date": "2026-05-01", "from": "2026-05-01", "to": "2026-05-02", "name": "both" }),
        "holidays[1] `both`",
    );
}

#[test]
fn the_place_of_hours_names_their_key() {
    for (key, other) in [("special-hours", "x"), ("working-days", "")] {
        let found = document_faults(&format!("/{key}/0/hours"), json!(["09:00-12:00", other]));
        let expected = format!("{key}[0].hours[1]");
        assert!(
            matches!(&found[..], [CalendarFault::Document { place, .. }] if *place == expected),
            "{found:?}"
        );
    }
}

/// A resolver that answers for other days than it was asked for.
#[test]
fn a_zone_for_other_days_than_asked_is_refused() {
    let document: CalendarDocument = serde_json::from_value(calendar_document()).unwrap();
    let found = document.build(|_, _| Some(berlin(known("2020-01-01", "2020-12-31")))).unwrap_err();
    assert!(matches!(found.faults(), [CalendarFault::BeyondZone { .. }]), "{found}");
}

/// Values of every type but the right one are refused.
#[track_caller]
fn refuses_other_types<T: DeserializeOwned + Debug>(document: &Value, place: &str, right: &[&str]) {
    let values = [
        ("null", json!(null)),
        ("bool", json!(true)),
        ("number", json!(3)),
        ("number", json!(-1)),
        ("number", json!(1.5)),
        ("number", json!(u64::MAX)),
        ("text", json!("?")),
        ("list", json!([])),
        ("list", json!([3])),
        ("list", json!([[]])),
        ("map", json!({})),
        ("map", json!({ "?": 3 })),
    ];
    for (kind, value) in values.into_iter().filter(|(kind, _)| !right.contains(kind)) {
        let document = if place.is_empty() { value } else { changed(document.clone(), place, value) };
        let text = document.to_string();
        assert!(serde_json::from_str::<T>(&text).is_err(), "{kind} at `{place}`: {text}");
    }
}

#[test]
fn a_calendar_document_refuses_values_of_another_type() {
    let document = calendar_document();
    let refuses =
        |place: &str, right: &[&str]| refuses_other_types::<CalendarDocument>(&document, place, right);
    refuses("", &[]);
    for place in ["/name", "/revision", "/zone"] {
        refuses(place, &["text"]);
    }
    for place in ["/first", "/last", "/make-up-days", "/holidays/0/name", "/working-days/0/date"] {
        refuses(place, if place.ends_with("name") { &["text"] } else { &[] });
    }
    for place in ["/zone-last", "/holidays/0/date", "/holidays/1/from", "/holidays/1/to"] {
        refuses(place, &["null"]);
    }
    for place in ["/holidays", "/working-days", "/special-hours", "/week/mon", "/special-hours/0/hours"] {
        refuses(place, &["list"]);
        let _ =
            serde_json::from_value::<CalendarDocument>(changed(document.clone(), place, json!([]))).unwrap();
        assert!(
            serde_json::from_value::<CalendarDocument>(changed(document.clone(), place, json!([3]))).is_err()
        );
    }
    for place in ["/week/mon/0", "/special-hours/0/hours/0"] {
        refuses(place, &["text"]);
    }
}

#[test]
fn a_map_is_no_reading_of_make_up_days() {
    for value in [json!({ "working": null }), json!({ "as-pattern": null })] {
        let document = changed(calendar_document(), "/make-up-days", value);
        assert!(serde_json::from_value::<CalendarDocument>(document).is_err());
    }
}

#[test]
fn a_list_is_no_map_of_a_calendar_document() {
    let fields = json!(["desk", "1", "Europe/Berlin", "2026-01-01", "2026-12-31", null, "working", { "mon": ["09:00-17:00"] }, [], [], []]);
    assert!(serde_json::from_value::<CalendarDocument>(fields).is_err());
    let refused = |place, value| {
        let document = changed(calendar_document(), place, value);
        assert!(serde_json::from_value::<CalendarDocument>(document).is_err(), "{place}");
    };
    refused("/week", json!([["09:00-17:00"]]));
    refused("/holidays/0", json!(["2026-05-01", null, null, "May"]));
    refused("/working-days/0", json!(["2026-05-02", "make-up", ["09:00-12:00"]]));
    assert!(serde_json::from_str::<WeekDocument>(r#"[["09:00-17:00"]]"#).is_err());
    assert!(serde_json::from_str::<PeriodDocument>(r#"["2026-05-01",null,null,"May"]"#).is_err());
    assert!(serde_json::from_str::<DayDocument>(r#"["2026-05-01","May",[]]"#).is_err());
}

#[test]
fn a_date_of_a_calendar_document_is_written_in_one_way() {
    for text in [
        "",
        "2026-1-1",
        "2026-13-01",
        "2026-02-30",
        " 2026-01-01",
        "2026-01-01 ",
        "+2026-01-01",
        "20260101",
        "01.01.2026",
        "2026-01-01T00:00:00Z",
        "2026-01-01\0",
        "２０２６-01-01",
        "26-01-01",
        "-2026-01-01",
        "+12026-01-01",
    ] {
        let document = changed(calendar_document(), "/first", json!(text));
        assert!(serde_json::from_value::<CalendarDocument>(document).is_err(), "{text:?}");
    }
}

/// Adds a key to every map of a document, one after the other; each is refused by its name.
fn refuses_unknown_keys<T: DeserializeOwned + Debug>(document: &Value, maps: &[&str]) {
    for map in maps {
        let document = changed(document.clone(), &format!("{map}/hollidays"), json!([]));
        let error = serde_json::from_value::<T>(document).unwrap_err().to_string();
        assert!(error.contains("`hollidays`"), "{map}: {error}");
    }
}

#[test]
fn unknown_keys_are_refused() {
    let calendar = calendar_document();
    refuses_unknown_keys::<CalendarDocument>(
        &calendar,
        &["", "/week", "/holidays/0", "/working-days/0", "/special-hours/0"],
    );
    refuses_unknown_keys::<ComplaintDocument>(&complaint_document(), &[""]);
    let near =
        ["Name", "name ", "NAME", "nаme", "na\0me", "recieved", "work_days", "workingDays", "working-days"];
    for key in near {
        let document = changed(calendar.clone(), &format!("/{key}"), json!("x"));
        assert!(serde_json::from_value::<CalendarDocument>(document).is_err(), "{key}");
        let document = changed(complaint_document(), &format!("/{key}"), json!("x"));
        assert!(serde_json::from_value::<ComplaintDocument>(document).is_err(), "{key}");
    }
}

#[test]
fn keys_given_twice_are_refused() {
    let twice = |text: &str, from: &str| {
        assert!(text.contains(from), "{text}");
        text.replacen(from, &format!("{from},{from}"), 1)
    };
    let calendar = calendar_document().to_string();
    for pair in [
        r#""name":"desk""#,
        r#""zone":"Europe/Berlin""#,
        r#""first":"2026-01-01""#,
        r#""mon":["09:00-17:00"]"#,
        r#""date":"2026-05-01""#,
        r#""name":"eve""#,
        r#""hours":["09:00-12:00"]"#,
    ] {
        let error =
            serde_json::from_str::<CalendarDocument>(&twice(&calendar, pair)).unwrap_err().to_string();
        assert!(error.contains("duplicate field `"), "{error}");
    }
    let complaint = complaint_document().to_string();
    for pair in [
        r#""id":"a-1""#,
        r#""received":"2026-03-02T10:00:00+01:00""#,
        r#""category":["spare-parts"]"#,
        r#""facts":{"hotline-tries":3}"#,
    ] {
        let error =
            serde_json::from_str::<ComplaintDocument>(&twice(&complaint, pair)).unwrap_err().to_string();
        assert!(error.contains("duplicate field `"), "{error}");
    }
    for pair in [r#""hotline-tries":3"#, r#""dealer":"2026-03-03T10:00:00+01:00""#] {
        let error =
            serde_json::from_str::<ComplaintDocument>(&twice(&complaint, pair)).unwrap_err().to_string();
        assert!(error.contains("stands twice, expected it once"), "{error}");
    }
}

#[test]
fn huge_documents_are_answered_ends() {
    let calendar = calendar_document().to_string();
    let complaint = complaint_document().to_string();
    let texts = [
        ten_megabytes("["),
        ten_megabytes("{\"a\":"),
        ten_megabytes("x"),
        format!("\"{}\"", ten_megabytes("x")),
        format!("[{}0]", ten_megabytes("0,")),
        calendar.replace("\"desk\"", &ten_megabytes("9")),
        calendar.replace("\"week\":{", &format!("\"week\":{{\"{}\":[],", ten_megabytes("x"))),
        calendar.replace("\"week\":{", &format!("\"week\":{{\"x\":{}", ten_megabytes("["))),
        complaint.replace("\"id\":", &format!("\"{}\":", ten_megabytes("x"))),
        complaint.replace("{\"hotline-tries\":3}", &format!("{{\"hotline-tries\":{}}}", ten_megabytes("9"))),
        complaint.replace("{\"hotline-tries\":3}", &format!("[{}0]", ten_megabytes("0,"))),
        complaint.replace("{\"hotline-tries\":3}", &format!("{{\"{}\":3}}", ten_megabytes("x"))),
    ];
    for text in &texts {
        assert!(ends(|| serde_json::from_str::<CalendarDocument>(text)).is_err());
        assert!(ends(|| serde_json::from_str::<ComplaintDocument>(text)).is_err());
    }
    let spans = calendar.replacen("\"09:00-17:00\"", &format!("{}\"\"", ten_megabytes("\"9-17\",")), 1);
    let document = serde_json::from_str::<CalendarDocument>(&spans).unwrap();
    assert!(ends(|| document.build(resolve)).is_err());
    let holidays = ten_megabytes(r#"{"date":"2026-05-01","name":"May"},"#);
    let holidays = calendar.replacen("\"holidays\":[", &format!("\"holidays\":[{holidays}"), 1);
    let document = serde_json::from_str::<CalendarDocument>(&holidays).unwrap();
    let found = ends(|| document.build(resolve)).unwrap_err();
    assert!(matches!(found.faults(), [CalendarFault::TooMany { .. }]));
    let narrative = complaint.replacen('{', &format!("{{\"text\":\"{}\",", ten_megabytes("计")), 1);
    assert!(ends(|| serde_json::from_str::<ComplaintDocument>(&narrative).unwrap().build()).is_ok());
}

/// What is sent may be huge, or private: an error shows the beginning of it at most.
#[test]
fn an_error_of_a_document_is_short_and_on_one_line() {
    let foreign = "my battery caught fire\\n".repeat(1_000);
    let complaint = |rest: &str| format!(r#"{{"id":"a","received":"2026-03-02T10:00:00Z",{rest}}}"#);
    let texts = [
        complaint(&format!(r#""{foreign}":1"#)),
        complaint(&format!(r#""facts":"{foreign}""#)),
        complaint(&format!(r#""facts":{{"hotline-tries":"{foreign}"}}"#)),
        complaint(&format!(r#""departments":"{foreign}""#)),
        complaint(&format!(r#""category":{{"{foreign}":1}}"#)),
        format!("\"{foreign}\""),
    ];
    for text in &texts {
        let error = serde_json::from_str::<ComplaintDocument>(text).unwrap_err().to_string();
        assert!(error.len() < 1_000 && !error.contains('\n'), "{} bytes for {text:.60}", error.len());
    }
    let calendar = [
        format!(r#"{{"{foreign}":1}}"#),
        format!(r#"{{"week":"{foreign}"}}"#),
        format!(r#"{{"make-up-days":"{foreign}"}}"#),
    ];
    for text in &calendar {
        let error = serde_json::from_str::<CalendarDocument>(text).unwrap_err().to_string();
        assert!(error.len() < 1_000 && !error.contains('\n'), "{} bytes for {text:.60}", error.len());
    }
}

#[test]
fn a_complaint_with_tens_of_thousands_of_words_is_answered_ends() {
    let many = |count: usize| (0..count).map(|n| format!("acme:{n}")).collect::<Vec<_>>();
    for key in ["category", "demand"] {
        let document = changed(complaint_document(), &format!("/{key}"), json!(many(50_000)));
        let document = serde_json::from_value::<ComplaintDocument>(document);
        // Refused as too many, or taken: either way at once.
        let complaint = ends(|| document.map(ComplaintDocument::build));
        let Ok(Ok(complaint)) = complaint else { continue };
        let policy = policy().build().unwrap();
        assert!(ends(|| triage(&policy, &complaint, &History::none()).map(|_| ())).is_err());
    }
}

// Deadlines.

fn due(deadline: impl Into<Deadline>) -> Result<redress::deadline::Due, DeadlineError> {
    let deadline = deadline.into();
    let (calendar, anchors) = (calendar(), Anchors::received(at(MONDAY)));
    let due = ends(|| deadline.due(&calendar, Anchor::RECEIVED, &anchors));
    assert_eq!(deadline.explain(&calendar, Anchor::RECEIVED, &anchors).map(|(due, _)| due), due);
    due
}

#[test]
fn amounts_at_the_limits_lead_beyond_what_is_known() {
    let spans = [Span::seconds(u32::MAX), Span::minutes(u32::MAX), Span::hours(u32::MAX)];
    let counts: [fn(u32) -> Count; 4] =
        [Count::CalendarDays, Count::WorkingDays, Count::Weeks, Count::Months];
    let days = counts
        .iter()
        .flat_map(|count| [u32::MAX, u32::MAX - 1, i32::MAX.unsigned_abs(), 1 << 31, 200_000].map(count));
    let spans = spans.iter().flat_map(|span| [Count::Elapsed(*span), Count::Working(*span)]);
    for count in days.chain(spans) {
        for roll in [Roll::NONE, Roll::FOLLOWING, Roll::PRECEDING, Roll::MODIFIED_FOLLOWING] {
            let term = Term::of(count).with_roll(roll);
            if term.fault().is_some() {
                continue;
            }
            match due(term) {
                Err(DeadlineError::OutOfRange { count: named }) => assert_eq!(named, count),
                Err(DeadlineError::Calendar(
                    CalendarError::NotKnown { .. } | CalendarError::AfterLastYear { .. },
                )) => {}
                // 136 years of real time are within the years that can be written.
                Ok(due) => {
                    assert_eq!((count, roll), (Count::Elapsed(Span::seconds(u32::MAX)), Roll::NONE));
                    assert_eq!(due.at(), at("2162-04-08T15:28:15Z"));
                }
                other => panic!("{count} {roll:?}: {other:?}"),
            }
        }
    }
    for count in counts {
        assert!(due(Term::of(count(0))).is_ok());
        assert!(due(Term::of(count(1))).is_ok());
    }
    for instant in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        let unwritable = DeadlineError::Fault(DeadlineFault::Term(TermFault::AtUnwritable));
        assert_eq!(due(Term::at(instant)), Err(unwritable));
        let anchors = Anchors::received(instant);
        for count in [Count::WorkingDays(1), Count::Months(1), Count::Working(Span::hours(1))] {
            let refused = Deadline::from(Term::of(count)).due(&calendar(), Anchor::RECEIVED, &anchors);
            assert!(matches!(
                refused,
                Err(DeadlineError::Calendar(
                    CalendarError::NotKnown { .. }
                        | CalendarError::AfterLastYear { .. }
                        | CalendarError::BeforeFirstYear { .. }
                ))
            ));
        }
    }
    let late = Anchors::received(DateTime::<Utc>::MAX_UTC);
    let refused = Deadline::from(Term::elapsed(Span::hours(1))).due(&calendar(), Anchor::RECEIVED, &late);
    assert!(matches!(refused, Err(DeadlineError::OutOfRange { .. })));
}

#[test]
fn a_term_that_contradicts_itself_has_no_due_date() {
    let faulty = [
        (Term::elapsed(Span::hours(1)).with_first_day(FirstDay::DayOne), TermFault::DayOneOfSpan),
        (Term::elapsed(Span::hours(1)).with_end(End::OPENING), TermFault::EndOfSpan),
        (Term::working(Span::hours(1)).with_roll(Roll::PRECEDING), TermFault::RollOfWorkingTime),
        (Term::at(at(MONDAY)).with_end(End::END_OF_DAY), TermFault::AtMoves),
        (Term::at(DateTime::<Utc>::MAX_UTC), TermFault::AtUnwritable),
        (Term::at(at("9999-12-31T23:59:59Z") + TimeDelta::seconds(1)), TermFault::AtUnwritable),
        (Term::at(at("0001-01-01T00:00:00Z") - TimeDelta::nanoseconds(1)), TermFault::AtUnwritable),
        (
            Term::working_days(1).with_cutoff(Cutoff::by_weekday(LateReceipt::NextWorkingDay)),
            TermFault::EmptyCutoff,
        ),
        (Term::working_days(0).with_first_day(FirstDay::DayOne), TermFault::NothingFromDayOne),
        (Term::working_days(0).with_end(End::CLOSE_OF_BUSINESS), TermFault::NoBusinessHours),
    ];
    for (term, fault) in faulty {
        assert_eq!(term.fault(), Some(fault));
        assert_eq!(due(term), Err(DeadlineError::Fault(DeadlineFault::Term(fault))));
        let hidden =
            Deadline::latest([Deadline::from(Term::weeks(1)), Deadline::earliest([Term::weeks(2), term])]);
        assert_eq!(due(hidden.clone()), Err(DeadlineError::Fault(DeadlineFault::Term(fault))));
        let built = policy().clock(rule(ClockName::CLOSURE, hidden)).build().unwrap_err();
        assert!(
            matches!(built.faults(), [PolicyFault::Deadline { fault: DeadlineFault::Term(found), .. }] if *found == fault)
        );
    }
}

fn nested(levels: usize) -> Deadline {
    (0..levels).fold(Term::weeks(1).into(), |inner, level| {
        if level % 2 == 0 { Deadline::earliest([inner]) } else { Deadline::latest([inner]) }
    })
}

#[test]
fn alternatives_are_nested_four_deep_at_most() {
    assert!(due(nested(MAX_DEPTH)).is_ok());
    assert_eq!(nested(MAX_DEPTH).fault(), None);
    for levels in [MAX_DEPTH + 1, 100, 1_000] {
        assert_eq!(nested(levels).fault(), Some(DeadlineFault::TooDeep));
        assert_eq!(due(nested(levels)), Err(DeadlineError::Fault(DeadlineFault::TooDeep)));
        let built = policy().clock(rule(ClockName::CLOSURE, nested(levels))).build().unwrap_err();
        assert!(matches!(built.faults(), [PolicyFault::Deadline { fault: DeadlineFault::TooDeep, .. }]));
    }
    // Wide is not deep.
    let wide = |parts| due(Deadline::earliest(vec![Term::weeks(1); parts]));
    assert!(wide(MAX_ALTERNATIVES).is_ok());
    for parts in [MAX_ALTERNATIVES + 1, 10_000] {
        assert_eq!(wide(parts), Err(DeadlineError::Fault(DeadlineFault::TooMany)));
    }
}

#[test]
fn alternatives_without_any_have_no_due_date() {
    let none = || Deadline::earliest::<Alternative>([]);
    for deadline in [
        none(),
        Deadline::latest::<Alternative>([]),
        Deadline::latest([Deadline::from(Term::weeks(1)), none()]),
    ] {
        assert_eq!(deadline.fault(), Some(DeadlineFault::NoParts));
        assert_eq!(due(deadline.clone()), Err(DeadlineError::Fault(DeadlineFault::NoParts)));
        let built = policy().clock(rule(ClockName::CLOSURE, deadline)).build().unwrap_err();
        assert!(matches!(built.faults(), [PolicyFault::Deadline { fault: DeadlineFault::NoParts, .. }]));
    }
}

#[test]
fn a_deadline_whose_event_has_not_happened_says_so() {
    let week = Deadline::from(Term::weeks(1));
    let missing = week.due(&calendar(), Anchor::PROMISED, &Anchors::received(at(MONDAY)));
    assert_eq!(missing, Err(DeadlineError::NoAnchor { anchor: Anchor::PROMISED }));
    assert_eq!(
        week.due(&calendar(), Anchor::RECEIVED, &Anchors::new()),
        Err(DeadlineError::NoAnchor { anchor: Anchor::RECEIVED })
    );
    let of = |anchors: &[Anchor]| {
        Deadline::earliest(anchors.iter().map(|&anchor| Alternative::from(anchor, Term::weeks(1))))
    };
    assert_eq!(due(of(&[Anchor::PROMISED, Anchor::AGREED])), Err(DeadlineError::NoPartApplies { parts: 2 }));
    assert!(due(of(&[Anchor::PROMISED, Anchor::RECEIVED])).is_ok());
}

// Clocks.

const CUSTOMER: PauseReason = PauseReason::AWAITING_CUSTOMER;
const SUPPLIER: PauseReason = PauseReason::AWAITING_SUPPLIER;
const AGREED: ExtensionReason = ExtensionReason::AGREED_WITH_COMPLAINANT;
const COMPLEX: ExtensionReason = ExtensionReason::COMPLEX_CASE;

fn clock() -> Clock {
    Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(CUSTOMER))
        .with_pause(PauseRule::new(SUPPLIER).with_at_most(Span::hours(2)))
        .with_extension(ExtensionRule::new(AGREED))
        .with_extension(ExtensionRule::new(COMPLEX).with_approval())
}

fn record() -> ClockRecord {
    ClockRecord::new(Term::weeks(1), Anchors::received(at(MONDAY)))
}

fn hour(hour: u32) -> DateTime<Utc> {
    at(&format!("2026-03-02T{hour:02}:00:00Z"))
}

/// An act that is refused changes nothing.
#[track_caller]
fn refuses(
    record: &mut ClockRecord,
    act: impl FnOnce(&mut ClockRecord) -> Result<(), ClockError>,
) -> ClockError {
    let before = record.clone();
    let error = act(record).unwrap_err();
    assert_eq!(*record, before, "{error}");
    error
}

fn extension(reason: ExtensionReason, made: DateTime<Utc>) -> Extension {
    Extension::new(ExtensionChange::Add(Count::Weeks(1)), reason, made)
}

#[test]
fn pauses_in_a_wrong_order_are_refused() {
    let clock = clock();
    let mut record = record();
    let error = refuses(&mut record, |record| record.resume(&clock, CUSTOMER, hour(10)));
    assert!(matches!(error, ClockError::NotPaused { .. }));
    let error = refuses(&mut record, |record| record.pause(&clock, PauseReason::AWAITING_SAMPLES, hour(10)));
    assert!(matches!(error, ClockError::UndeclaredPause { .. }));
    let error = refuses(&mut record, |record| {
        record.pause(&clock, CUSTOMER, Occurrence::at(hour(11)).entered(hour(10)))
    });
    assert!(matches!(error, ClockError::InTheFuture { .. }));
    record.pause(&clock, CUSTOMER, Occurrence::at(hour(10)).entered(hour(11))).unwrap();
    for from in [9, 10, 11] {
        let error = refuses(&mut record, |record| {
            record.pause(&clock, CUSTOMER, Occurrence::at(hour(from)).entered(hour(12)))
        });
        assert!(matches!(error, ClockError::AlreadyPaused { .. }), "{error}");
    }
    let error = refuses(&mut record, |record| record.resume(&clock, SUPPLIER, hour(12)));
    assert!(matches!(error, ClockError::NotPaused { .. }));
    let error = refuses(&mut record, |record| {
        record.resume(&clock, CUSTOMER, Occurrence::at(hour(9)).entered(hour(12)))
    });
    assert!(matches!(error, ClockError::ResumedBeforePause { .. }));
    let error = refuses(&mut record, |record| {
        record.resume(&clock, CUSTOMER, Occurrence::at(hour(13)).entered(hour(12)))
    });
    assert!(matches!(error, ClockError::InTheFuture { .. }));
    let error = refuses(&mut record, |record| record.resume(&clock, CUSTOMER, hour(10)));
    assert!(matches!(error, ClockError::Backwards { .. }));
    record.resume(&clock, CUSTOMER, hour(12)).unwrap();
    let error = refuses(&mut record, |record| record.resume(&clock, CUSTOMER, hour(12)));
    assert!(matches!(error, ClockError::NotPaused { .. }));
    // A pause found late may not lie within one that is known.
    for from in [10, 11] {
        let error = refuses(&mut record, |record| {
            record.pause(&clock, CUSTOMER, Occurrence::at(hour(from)).entered(hour(13)))
        });
        assert!(matches!(error, ClockError::PausedThen { .. }), "{error}");
    }
    record.pause(&clock, CUSTOMER, Occurrence::at(hour(12)).entered(hour(13))).unwrap();
}

#[test]
fn extensions_that_the_clock_does_not_allow_are_refused() {
    let (clock, calendar) = (clock(), calendar());
    let mut record = record();
    let refused = |record: &mut ClockRecord, extension| {
        refuses(record, |record| record.extend(&clock, &calendar, extension))
    };
    let third = ExtensionReason::AWAITING_THIRD_PARTY;
    assert!(matches!(
        refused(&mut record, extension(third, hour(10))),
        ClockError::UndeclaredExtension { .. }
    ));
    assert!(matches!(refused(&mut record, extension(COMPLEX, hour(10))), ClockError::NotApproved { .. }));
    let later = extension(COMPLEX, hour(10)).with_approval(hour(11));
    assert!(matches!(refused(&mut record, later), ClockError::NotApproved { .. }));
    assert!(matches!(
        refused(&mut record, extension(AGREED, at("2026-04-02T10:00:00Z"))),
        ClockError::Expired { .. }
    ));
    let unit = Extension::new(ExtensionChange::Add(Count::Working(Span::hours(1))), AGREED, hour(10));
    assert!(matches!(refused(&mut record, unit), ClockError::Deadline(DeadlineError::UnitMismatch { .. })));
    let chosen = Extension::new(ExtensionChange::ReplaceTotal(Count::At(hour(12))), AGREED, hour(10));
    assert!(matches!(refused(&mut record, chosen), ClockError::Deadline(DeadlineError::UnitMismatch { .. })));
    for date in [NaiveDate::MIN, NaiveDate::MAX] {
        let until = Extension::new(ExtensionChange::Until { date, fixed: true }, AGREED, hour(10));
        assert!(matches!(refused(&mut record, until), ClockError::Deadline(_)), "{date}");
    }
    for count in [
        Count::CalendarDays(u32::MAX),
        Count::WorkingDays(u32::MAX),
        Count::Weeks(u32::MAX),
        Count::Months(u32::MAX),
    ] {
        for change in [ExtensionChange::Add(count), ExtensionChange::ReplaceTotal(count)] {
            let error = refused(&mut record, Extension::new(change, AGREED, hour(10)));
            assert!(
                matches!(
                    error,
                    ClockError::Deadline(DeadlineError::OutOfRange { .. } | DeadlineError::Calendar(_))
                ),
                "{error}"
            );
        }
    }
    record.extend(&clock, &calendar, extension(AGREED, hour(10))).unwrap();
    assert!(matches!(
        refused(&mut record, extension(AGREED, hour(11))),
        ClockError::TooManyExtensions { .. }
    ));
    assert!(matches!(
        refused(&mut record, extension(COMPLEX, hour(9)).with_approval(hour(8))),
        ClockError::Backwards { .. }
    ));
}

#[test]
fn a_clock_that_has_ended_takes_no_entry() {
    let (clock, calendar) = (clock(), calendar());
    let reason = word!(RuleId, "withdrawn");
    let mut stopped = record();
    stopped.pause(&clock, CUSTOMER, hour(10)).unwrap();
    let mut cancelled = stopped.clone();
    assert!(matches!(
        refuses(&mut stopped, |record| record.stop(&clock, hour(9))),
        ClockError::Backwards { .. }
    ));
    assert!(matches!(
        refuses(&mut cancelled, |record| record.cancel(&clock, reason, hour(9))),
        ClockError::Backwards { .. }
    ));
    stopped.stop(&clock, hour(11)).unwrap();
    cancelled.cancel(&clock, reason, hour(11)).unwrap();
    for mut ended in [stopped, cancelled] {
        for hour in [hour(11), hour(12)] {
            let errors = [
                refuses(&mut ended, |record| record.stop(&clock, hour)),
                refuses(&mut ended, |record| record.cancel(&clock, reason, hour)),
                refuses(&mut ended, |record| record.pause(&clock, SUPPLIER, hour)),
                refuses(&mut ended, |record| record.resume(&clock, CUSTOMER, hour)),
                refuses(&mut ended, |record| record.change(&clock, hour, Term::weeks(2))),
                refuses(&mut ended, |record| record.extend(&clock, &calendar, extension(AGREED, hour))),
            ];
            assert!(errors.iter().all(|error| matches!(error, ClockError::Over { .. })), "{errors:?}");
        }
    }
}

#[test]
fn an_event_happens_once() {
    let mut record = record();
    for instant in [at(MONDAY), hour(12), DateTime::<Utc>::MAX_UTC] {
        let error = refuses(&mut record, |record| record.happened(&clock(), Anchor::RECEIVED, instant));
        assert!(matches!(error, ClockError::HappenedBefore { .. }));
    }
    record.happened(&clock(), Anchor::PROMISED, hour(12)).unwrap();
    let error = refuses(&mut record, |record| record.happened(&clock(), Anchor::PROMISED, hour(12)));
    assert!(matches!(error, ClockError::HappenedBefore { .. }));
}

#[test]
fn an_event_learnt_after_a_clock_was_stopped_does_not_judge_it_again() {
    let (clock, calendar) = (clock(), calendar());
    let deadline = Deadline::earliest([
        Alternative::from(Anchor::RECEIVED, Term::weeks(1)),
        Alternative::from(Anchor::PROMISED, Term::elapsed(Span::hours(1))),
    ]);
    let mut record = ClockRecord::new(deadline, Anchors::received(at(MONDAY)));
    record.stop(&clock, hour(15)).unwrap();
    let before = clock.reading(&calendar, &record, hour(16));
    assert!(matches!(before.status(), ClockStatus::Met { .. }));
    let error = refuses(&mut record, |record| {
        record.happened(&clock, Anchor::PROMISED, Occurrence::at(hour(10)).entered(hour(16)))
    });
    assert!(matches!(error, ClockError::Over { .. }));
    assert_eq!(clock.reading(&calendar, &record, hour(16)), before);
}

#[test]
fn a_clock_keeps_so_many_entries_and_no_more() {
    let clock = clock();
    let mut record = record();
    for _ in 0..MAX_PAUSES {
        record.pause(&clock, CUSTOMER, hour(10)).unwrap();
        record.resume(&clock, CUSTOMER, hour(10)).unwrap();
    }
    for _ in 0..MAX_CHANGES {
        record.change(&clock, hour(10), Term::weeks(2)).unwrap();
    }
    let error = refuses(&mut record, |record| record.pause(&clock, CUSTOMER, hour(10)));
    assert!(matches!(error, ClockError::TooManyEntries { limit: MAX_PAUSES, .. }));
    let error = refuses(&mut record, |record| record.change(&clock, hour(10), Term::weeks(2)));
    assert!(matches!(error, ClockError::TooManyEntries { .. }));
    assert!(ends(|| clock.projected_due(&calendar(), &record, hour(11))).is_ok());
}

// Policies.

fn policy() -> PolicyBuilder {
    Policy::builder("desk").version("1").routing(Routing::none()).calendar(calendar())
}

fn rule(name: ClockName, deadline: impl Into<Deadline>) -> ClockRule {
    ClockRule::new(Clock::new(name, Anchor::RECEIVED), deadline)
}

fn row(id: &str, category: Category, department: Department) -> Row {
    Row::owner(id.parse().unwrap(), department).with_cell(Cell::under(category))
}

/// A policy that routes by category, with these rows alone.
fn routed(rows: impl IntoIterator<Item = Row>) -> PolicyBuilder {
    policy().routing(Routing::by([Input::CATEGORY]).with_gaps(RoutingGaps::Unrouted).with_rows(rows))
}

fn policy_faults(builder: PolicyBuilder) -> Vec<PolicyFault> {
    ends(|| builder.build()).unwrap_err().faults().to_vec()
}

#[test]
fn every_undeclared_word_of_a_policy_is_found() {
    let closure = || Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
    let plain = |clock| ClockRule::new(clock, Term::weeks(1));
    let row = |category, department| routed([row("row", category, department)]);
    let facts = Taxonomy::standard().with_only(&[Fact::HOTLINE_TRIES]);
    let typo = word!(Anchor, "recieved");
    let (id, later) = (word!(RuleId, "rule"), word!(Urgency, "latter"));
    let late = || Condition::at_least(Fact::MINUTES_LATE, 30);
    let typo_fact = || Condition::not(Condition::has(word!(Fact, "latte")));
    let typo_cause = Condition::any([late(), Condition::is(word!(Cause, "servise"))]);
    let levels = |rule| SeverityRules::new([Severity::Serious]).with_rule(rule);
    let grave = SeverityRule::new(id, Severity::Serious, late());
    let cases = vec![
        (Facet::Category, row(word!(Category, "spare-part"), Department::DEALER)),
        (Facet::Department, row(Category::SPARE_PARTS, word!(Department, "deeler"))),
        (Facet::Role, routed([Row::to_role(word!(RuleId, "row"), Act::Copy, word!(Role, "manger"))])),
        (Facet::Mark, policy().mark(MarkRule::new(id, word!(Mark, "flagg"), late()))),
        (Facet::Fact, policy().mark(MarkRule::new(id, Mark::LONG_TERM_MEASURE_DUE, typo_fact()))),
        (Facet::Mark, policy().severity(levels(grave.clone().with_mark(word!(Mark, "flagg"))))),
        (Facet::Fact, policy().severity(levels(SeverityRule::new(id, Severity::Serious, typo_fact())))),
        (Facet::Cause, policy().severity(levels(SeverityRule::new(id, Severity::Serious, typo_cause)))),
        (Facet::Urgency, policy().urgency(Rating::new().with_rule(RatingRule::new(id, later, late())))),
        (Facet::Urgency, policy().urgency(Rating::new().with_otherwise(later))),
        (Facet::Fact, policy().requirement(Requirement::new(id, Channel::PHONE, typo_fact()))),
        (Facet::Channel, policy().requirement(Requirement::new(id, word!(Channel, "fone"), late()))),
        (Facet::ClockName, policy().clock(plain(Clock::new(word!(ClockName, "clozure"), Anchor::RECEIVED)))),
        (Facet::Anchor, policy().clock(plain(Clock::new(ClockName::CLOSURE, typo)))),
        (
            Facet::PauseReason,
            policy().clock(plain(closure().with_pause(PauseRule::new(word!(PauseReason, "lunch"))))),
        ),
        (
            Facet::ExtensionReason,
            policy()
                .clock(plain(closure().with_extension(ExtensionRule::new(word!(ExtensionReason, "lunch"))))),
        ),
        (
            Facet::Category,
            policy().clock(ClockRule::by_target(
                closure(),
                [Target::new(word!(RuleId, "t"), word!(Category, "spare-part"), Term::weeks(1))],
            )),
        ),
        (
            Facet::Fact,
            policy().taxonomy(facts).forced_closure(ForcedClosure::new(ForcedClosureTest::ListAlone)),
        ),
    ];
    for (wanted, builder) in cases {
        let found = policy_faults(builder);
        assert!(
            matches!(&found[..], [PolicyFault::Undeclared { error: TaxonomyError::NotDeclared { facet, .. }, .. }] if *facet == wanted),
            "{wanted}: {found:?}"
        );
    }
}

#[test]
fn an_undeclared_event_of_an_alternative_is_found() {
    let parts = [
        Alternative::from(Anchor::PROMISED, Term::weeks(1)),
        Alternative::from(word!(Anchor, "recieved"), Term::weeks(2)),
    ];
    let found = policy().clock(rule(ClockName::CLOSURE, Deadline::earliest(parts))).build();
    let found = found.map(|_| ()).map_err(|faults| faults.faults().to_vec());
    assert!(
        matches!(
            found.as_ref().map_err(Vec::as_slice),
            Err([PolicyFault::Undeclared {
                error: TaxonomyError::NotDeclared { facet: Facet::Anchor, .. },
                ..
            }])
        ),
        "{found:?}"
    );
}

#[test]
fn clocks_that_start_from_each_other_are_refused() {
    let [a, b, c] = [ClockName::CLOSURE, ClockName::PROJECT, ClockName::RESPONSE];
    let chain = |links: &[(ClockName, ClockName)]| {
        links.iter().fold(policy(), |policy, &(clock, other)| {
            policy.clock(rule(clock, Term::weeks(1)).with_from_due_of(other))
        })
    };
    let in_cycle = |builder, of: &[ClockName]| {
        let found = policy_faults(builder);
        assert!(matches!(found[..], [PolicyFault::ClockCycle { clock }] if of.contains(&clock)), "{found:?}");
    };
    in_cycle(chain(&[(a, a)]), &[a]);
    in_cycle(chain(&[(a, b), (b, a)]), &[a, b]);
    in_cycle(chain(&[(a, b), (b, c), (c, a)]), &[a, b, c]);
    in_cycle(chain(&[(b, a), (a, c), (c, b)]).clock(rule(ClockName::PROMISE, Term::weeks(1))), &[a, b, c]);
    assert_eq!(policy_faults(chain(&[(a, b)])), [PolicyFault::UnknownClock { clock: a, other: b }]);
    assert!(chain(&[(a, b), (b, c)]).clock(rule(c, Term::weeks(1))).build().is_ok());
}

#[test]
fn a_clock_behind_a_cycle_is_not_in_it() {
    let [a, b] = [ClockName::CLOSURE, ClockName::PROJECT];
    let behind = |other| rule(a, Term::weeks(1)).with_from_due_of(other);
    let cycle = policy().clock(behind(b)).clock(rule(b, Term::weeks(1)).with_from_due_of(b));
    assert_eq!(policy_faults(cycle), [PolicyFault::ClockCycle { clock: b }]);
}

#[test]
fn a_clock_behind_one_that_never_starts_is_in_no_cycle() {
    let [a, b, c] = [ClockName::CLOSURE, ClockName::PROJECT, ClockName::RESPONSE];
    let starting = |clock, other| rule(clock, Term::weeks(1)).with_from_due_of(other);
    let builder = policy().clock(starting(a, b)).clock(starting(b, c));
    assert_eq!(policy_faults(builder), [PolicyFault::UnknownClock { clock: b, other: c }]);
}

#[test]
fn every_cycle_of_clocks_is_found() {
    let [a, b] = [ClockName::CLOSURE, ClockName::PROJECT];
    let starting = |clock| rule(clock, Term::weeks(1)).with_from_due_of(clock);
    let found = policy_faults(policy().clock(starting(a)).clock(starting(b)));
    assert_eq!(found, [PolicyFault::ClockCycle { clock: a }, PolicyFault::ClockCycle { clock: b }]);
}

#[test]
fn warnings_that_can_never_be_given_are_refused() {
    let warned = |warning, count| {
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_warning(warning);
        policy_faults(policy().clock(ClockRule::new(clock, Term::of(count))))
    };
    for percent in [0, 100, 101, u8::MAX] {
        let found = warned(Warning::Share(percent), Count::Weeks(1));
        assert!(matches!(found[..], [PolicyFault::WarningShare { percent: named, .. }] if named == percent));
    }
    let week = Count::Weeks(1);
    for (lead, target) in [
        (Count::Working(Span::hours(0)), week),
        (Count::WorkingDays(0), week),
        (Count::At(at(MONDAY)), week),
        (Count::At(at(MONDAY)), Count::At(at(MONDAY))),
    ] {
        assert!(
            matches!(warned(Warning::Lead(lead), target)[..], [PolicyFault::WarningLead { .. }]),
            "{lead} {target}"
        );
    }
}

#[test]
fn a_share_that_is_none_is_found_where_no_target_is_set() {
    let clock = || Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_warning(Warning::Share(0));
    let otherwise = ClockRule::by_target(clock(), []).with_otherwise(Term::weeks(1));
    for rule in [ClockRule::not_set(clock(), "the period"), otherwise] {
        let found = policy().clock(rule).build().map(|_| ()).map_err(|faults| faults.faults().to_vec());
        assert!(
            matches!(
                found.as_ref().map_err(Vec::as_slice),
                Err([PolicyFault::WarningShare { percent: 0, .. }])
            ),
            "{found:?}"
        );
    }
}

#[test]
fn a_clock_by_targets_has_one_or_a_deadline_otherwise() {
    let clock = || Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
    let found = policy_faults(policy().clock(ClockRule::by_target(clock(), [])));
    assert_eq!(found, [PolicyFault::NoTargets { clock: ClockName::CLOSURE }]);
    let rule = ClockRule::by_target(clock(), []).with_otherwise(Term::weeks(1));
    let json = serde_json::to_string(&rule).unwrap();
    assert_eq!(serde_json::from_str::<ClockRule>(&json).unwrap(), rule);
    assert!(policy().clock(rule).build().is_ok());
}

/// A thousand targets that each count in weeks.
fn many_targets(count: usize) -> Vec<Target> {
    let categories = (0..count).map(|number| format!("acme:c{number}").parse().unwrap());
    let target = |(number, category): (usize, Category)| {
        Target::new(format!("t{number}").parse().unwrap(), category, Term::weeks(1))
    };
    categories.enumerate().map(target).collect()
}

#[test]
fn fault_d09_a_lead_fits_however_many_targets_of_any_unit() {
    let targets = many_targets(MAX_TARGETS);
    let words: Vec<Category> = targets.iter().filter_map(Target::category).collect();
    let warned = |warnings: usize| {
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
        let leads =
            (1..=warnings).map(|days| Warning::Lead(Count::WorkingDays(u32::try_from(days).unwrap())));
        let clock = leads.fold(clock, Clock::with_warning);
        let taxonomy = Taxonomy::standard().with_only(&words);
        policy().taxonomy(taxonomy).clock(ClockRule::by_target(clock, targets.clone()))
    };
    assert!(warned(MAX_WARNINGS).build().is_ok());
    // Of more than a clock has, nothing else is said.
    let place = FaultPlace::Clock(ClockName::CLOSURE);
    for warnings in [MAX_WARNINGS + 1, 1_000] {
        let fault = PolicyFault::TooManyIn { place, what: "warnings", count: warnings, most: MAX_WARNINGS };
        assert_eq!(policy_faults(warned(warnings)), [fault]);
    }
}

#[test]
fn what_a_document_cannot_hold_is_no_policy() {
    let clock = || Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
    let too_many = |builder: PolicyBuilder, what: &str, count: usize| {
        let found = policy_faults(builder);
        let named = |fault: &PolicyFault| match fault {
            PolicyFault::TooManyIn { what: found, count: many, .. }
            | PolicyFault::TooMany { what: found, count: many, .. } => *found == what && *many == count,
            _ => false,
        };
        assert!(found.iter().any(named), "{what}: {found:?}");
    };
    let targets = ClockRule::by_target(clock(), many_targets(MAX_TARGETS + 1));
    too_many(policy().clock(targets), "targets", MAX_TARGETS + 1);
    let only_for = vec![Category::SPARE_PARTS; MAX_TARGETS + 1];
    let only_for = ClockRule::new(clock(), Term::weeks(1)).with_only_for(only_for);
    too_many(policy().clock(only_for), "categories", MAX_TARGETS + 1);
    let reasons = 0..=MAX_REASONS;
    let stops = reasons.clone().map(|number| PauseRule::new(format!("acme:p{number}").parse().unwrap()));
    let stopping = ClockRule::new(stops.fold(clock(), Clock::with_pause), Term::weeks(1));
    too_many(policy().clock(stopping), "pause reasons", MAX_REASONS + 1);
    let longer = reasons.map(|number| ExtensionRule::new(format!("acme:e{number}").parse().unwrap()));
    let longer = ClockRule::new(longer.fold(clock(), Clock::with_extension), Term::weeks(1));
    too_many(policy().clock(longer), "extension reasons", MAX_REASONS + 1);
    let permits = (0..=1_000).fold(Track::new(), |track, _| track.with_permit(Action::Close, Role::MANAGER));
    too_many(policy().track(permits), "permits", 1_001);
    let groups = vec![redress::vocab::kind::CauseGroup::SERVICE; 101];
    too_many(policy().track(Track::new().with_fault_only_of(groups)), "groups of causes", 101);
    let when = || Condition::has(Fact::ON_PREMISES);
    let id = |number: usize| -> RuleId { format!("r{number}").parse().unwrap() };
    let marks = (0..=MAX_RULES).map(|number| MarkRule::new(id(number), Mark::GRAVE, when()));
    too_many(marks.fold(policy(), PolicyBuilder::mark), "mark rules", MAX_RULES + 1);
    let required =
        (0..=MAX_RULES).map(|number| Requirement::new(id(number), Cause::SERVICE_ATTITUDE, when()));
    too_many(required.fold(policy(), PolicyBuilder::requirement), "requirements", MAX_RULES + 1);
    let rules = (0..=MAX_RULES).map(|number| RatingRule::new(id(number), Urgency::URGENT, when()));
    too_many(policy().urgency(rules.fold(Rating::new(), Rating::with_rule)), "rules", MAX_RULES + 1);
    let marking = (0..=MAX_RULES)
        .fold(SeverityRule::new(id(0), Severity::General, when()), |rule, _| rule.with_mark(Mark::GRAVE));
    let severity =
        SeverityRules::new([Severity::General]).with_rule(marking).with_otherwise(Severity::General);
    too_many(policy().severity(severity), "marks", MAX_RULES + 1);
    let form = || Form::new(Record::LEDGER).with_open_end();
    let by_many = (0..=MAX_HOLDERS).fold(form(), |form, _| form.with_role(Role::MANAGER));
    too_many(policy().form(by_many), "roles", MAX_HOLDERS + 1);
    let departments = (0..=MAX_HOLDERS).fold(form(), |form, _| form.with_department(Department::QUALITY));
    too_many(policy().form(departments), "departments", MAX_HOLDERS + 1);
    let report = || ReportRule::new(Report::TREND_REVIEW, Cadence::MONTH);
    let readers = (0..=MAX_HOLDERS).fold(report(), |report, _| report.with_role(Role::MANAGER));
    too_many(policy().report(readers), "roles", MAX_HOLDERS + 1);
    let year = NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap();
    let found = policy_faults(policy().report(report().with_counted_from(year)));
    assert_eq!(found, [PolicyFault::CountedFrom { report: Report::TREND_REVIEW, from: year }]);
    // As many as it can hold are a policy, and read back.
    let full = ClockRule::by_target(clock(), many_targets(MAX_TARGETS));
    let json = serde_json::to_string(&full).unwrap();
    assert_eq!(serde_json::from_str::<ClockRule>(&json).unwrap(), full);
    let warned = (1..=17).map(Warning::Share).fold(clock(), Clock::with_warning);
    let json = serde_json::to_string(&ClockRule::new(warned, Term::weeks(1))).unwrap();
    let refused = serde_json::from_str::<ClockRule>(&json).unwrap_err().to_string();
    assert!(refused.starts_with("warnings: more than 16 items; shorten the list"), "{refused}");
}

#[test]
fn nobody_is_kept_from_a_receipt_by_a_permit_that_nothing_enforces() {
    let track = Track::new().with_permit(Action::Receive, Role::MANAGER);
    assert_eq!(policy_faults(policy().track(track)), [PolicyFault::PermitOnReceipt { role: Role::MANAGER }]);
}

#[test]
fn what_a_policy_declares_twice_is_found() {
    let (parts, sales) = (Category::SPARE_PARTS, Category::SALES_PROCESS);
    let rows = |first: (&str, Category, Department), second: (&str, Category, Department)| {
        policy_faults(routed([first, second].map(|(id, category, department)| row(id, category, department))))
    };
    let (dealer, quality) = (Department::DEALER, Department::QUALITY);
    let (a, b) = (word!(RuleId, "a"), word!(RuleId, "b"));
    let twice = PolicyFault::IdTwice { place: FaultPlace::Row(a) };
    assert_eq!(rows(("a", parts, dealer), ("a", sales, dealer)), std::slice::from_ref(&twice));
    assert_eq!(rows(("a", parts, dealer), ("a", parts, dealer)), [twice]);
    let masked = PolicyFault::Masked { row: b, by: vec![a] };
    assert_eq!(rows(("a", parts, dealer), ("b", parts, dealer)), std::slice::from_ref(&masked));
    let found = rows(("a", parts, dealer), ("b", parts, quality));
    assert!(
        matches!(&found[..], [PolicyFault::Overlap { row, other, example }]
            if *row == b && *other == a
                && *example.words() == [(Input::CATEGORY, InputAnswer::Word(parts.into()))]),
        "{found:?}"
    );
    let targets = ["a", "b"].map(|id| Target::new(id.parse().unwrap(), parts, Term::weeks(1)));
    let closure = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
    let found = policy_faults(policy().clock(ClockRule::by_target(closure, targets)));
    assert!(matches!(found[..], [PolicyFault::TargetTwice { earlier, .. }] if earlier == a), "{found:?}");
    let twice = policy()
        .clock(rule(ClockName::CLOSURE, Term::weeks(1)))
        .clock(rule(ClockName::CLOSURE, Term::weeks(2)));
    assert!(matches!(policy_faults(twice)[..], [PolicyFault::ClockTwice { .. }]));
    let department = rule(ClockName::CLOSURE, Term::weeks(1)).with_scope(ClockScope::Department);
    assert!(matches!(policy_faults(policy().clock(department))[..], [PolicyFault::DepartmentAnchor { .. }]));
}

// Complaints.

fn complaint_document() -> Value {
    json!({
        "id": "a-1", "received": MONDAY, "category": ["spare-parts"], "subject": "service",
        "cause": "service.attitude", "channel": "phone", "medium": "oral", "demand": [], "customer": "c-1",
        "facts": { "hotline-tries": 3 }, "registered": "2026-03-02T11:00:00+01:00",
        "departments": { "dealer": "2026-03-03T10:00:00+01:00" }, "closed": "2026-03-04T10:00:00+01:00"
    })
}

fn complaint() -> Complaint {
    Complaint::new("a-1".parse().unwrap(), at(MONDAY))
}

fn triage_error(policy: &Policy, complaint: &Complaint) -> TriageError {
    triage(policy, complaint, &History::none()).unwrap_err()
}

#[test]
fn every_undeclared_word_of_a_complaint_is_found() {
    let policy = policy().build().unwrap();
    let wrong = complaint()
        .with_category(word!(Category, "x"))
        .with_category(word!(Category, "y"))
        .with_subject(word!(Subject, "x"))
        .with_cause(word!(Cause, "x"))
        .with_fault_party(word!(FaultParty, "x"))
        .with_claim_kind(word!(ClaimKind, "x"))
        .with_region(word!(Region, "x"))
        .with_unit(word!(Department, "x"))
        .with_containment(word!(Containment, "x"))
        .with_channel(word!(Channel, "x"))
        .with_medium(word!(Medium, "x"))
        .with_demand(word!(Demand, "x"))
        .with_fact(word!(Fact, "x"), 1)
        .with_department(word!(Department, "x"), hour(12))
        .with_event(word!(Anchor, "x"), hour(12));
    let error = triage_error(&policy, &wrong);
    let facets: Vec<Facet> = error
        .faults()
        .iter()
        .map(|fault| match fault {
            ComplaintFault::Word(TaxonomyError::NotDeclared { facet, .. }) => *facet,
            other => panic!("{other}"),
        })
        .collect();
    let texts: Vec<&str> = facets.iter().map(Facet::as_str).collect();
    assert_eq!(
        texts.join(" "),
        "category category subject cause demand channel medium department fault-party claim-kind containment \
         region fact department anchor"
    );
}

#[test]
fn a_word_is_refused_on_days_on_which_it_is_not_in_use() {
    let taxonomy = Taxonomy::standard()
        .with_from(word!(Category, "acme:new"), date("2026-03-03"))
        .with_retired(Category::SPARE_PARTS, date("2026-03-01"))
        .unwrap();
    let row = row("parts", Category::SPARE_PARTS, Department::DEALER);
    let policy = routed([row]).taxonomy(taxonomy).build().unwrap();
    let retired = complaint().with_category(Category::SPARE_PARTS);
    let faults = triage_error(&policy, &retired);
    assert!(matches!(faults.faults(), [ComplaintFault::Word(TaxonomyError::Retired { .. })]));
    let new = complaint().with_category(word!(Category, "acme:new"));
    let faults = triage_error(&policy, &new);
    assert!(matches!(faults.faults(), [ComplaintFault::Word(TaxonomyError::NotYet { .. })]));
    // The day is that of the calendar's zone: 23:30 in UTC is the next day in Berlin.
    let evening = Complaint::new("a".parse().unwrap(), at("2026-03-02T23:30:00Z"));
    assert!(triage(&policy, &evening.with_category(word!(Category, "acme:new")), &History::none()).is_ok());
    let before = Complaint::new("a".parse().unwrap(), at("2026-03-01T22:30:00Z"));
    assert!(triage(&policy, &before.with_category(Category::SPARE_PARTS), &History::none()).is_ok());
}

#[test]
fn steps_before_the_receipt_are_refused() {
    let policy = policy().build().unwrap();
    let before = at(MONDAY) - TimeDelta::nanoseconds(1);
    let steps = [
        Anchor::REGISTERED,
        Anchor::ACKNOWLEDGED,
        Anchor::DISPATCHED,
        Anchor::DEPARTMENT_RECEIVED,
        Anchor::CLOSED,
    ];
    for step in steps {
        let error = triage_error(&policy, &complaint().with_event(step, before));
        assert!(
            matches!(error.faults(), [ComplaintFault::BeforeReceipt { event, .. }] if *event == step),
            "{error}"
        );
        assert!(triage(&policy, &complaint().with_event(step, at(MONDAY)), &History::none()).is_ok());
    }
    let error = triage_error(&policy, &complaint().with_department(Department::DEALER, before));
    assert!(matches!(error.faults(), [ComplaintFault::DepartmentBeforeReceipt { .. }]));
    for key in ["registered", "acknowledged", "dispatched", "department-received", "closed"] {
        let document = json!({ "id": "a", "received": MONDAY, key: "2026-03-02T09:59:59.999999999+01:00" });
        let document: ComplaintDocument = serde_json::from_value(document).unwrap();
        let error = document.build().unwrap_err();
        assert!(
            matches!(error.faults(), [ComplaintFault::BeforeReceipt { event, .. }] if event.as_str() == key),
            "{error}"
        );
    }
    let document =
        json!({ "id": "a", "received": MONDAY, "departments": { "dealer": "2026-03-01T10:00:00Z" } });
    let document: ComplaintDocument = serde_json::from_value(document).unwrap();
    assert!(document.build().is_err());
}

#[test]
fn every_step_before_the_receipt_is_found() {
    let policy = policy().build().unwrap();
    let before = at(MONDAY) - TimeDelta::hours(1);
    let wrong = complaint().with_event(Anchor::REGISTERED, before).with_event(Anchor::CLOSED, before);
    assert_eq!(triage_error(&policy, &wrong).faults().len(), 2);
}

#[test]
fn a_department_named_again_is_moved_and_not_added() {
    let complaint = complaint()
        .with_department(Department::DEALER, hour(11))
        .with_department(Department::DEALER, hour(12));
    assert_eq!(complaint.departments(), [(Department::DEALER, hour(12))]);
    let clock = Clock::new(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED);
    let rule = ClockRule::new(clock, Term::working(Span::hours(1))).with_scope(ClockScope::Department);
    let policy = policy().clock(rule).build().unwrap();
    assert_eq!(triage(&policy, &complaint, &History::none()).unwrap().clocks().len(), 1);
    let json = r#"{"id":"a","received":"2026-03-02T10:00:00Z",
        "departments":{"dealer":"2026-03-02T11:00:00Z","dealer":"2026-03-02T12:00:00Z"}}"#;
    let error = serde_json::from_str::<ComplaintDocument>(json).unwrap_err().to_string();
    assert!(error.starts_with("departments: key `dealer` stands twice, expected it once"), "{error}");
}

#[test]
fn a_complaint_without_a_category_gets_an_answer_and_no_guess() {
    let target = Target::new(word!(RuleId, "parts"), Category::SPARE_PARTS, Term::weeks(1));
    let by_category = ClockRule::by_target(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), [target]);
    let policy = policy().clock(by_category);
    let complaint = complaint();
    let routed = policy.clone().routing(
        Routing::by([Input::CATEGORY]).with_gaps(RoutingGaps::Unrouted).with_row(row(
            "parts",
            Category::SPARE_PARTS,
            Department::DEALER,
        )),
    );
    let routed = routed.build().unwrap();
    let owner = triage(&routed, &complaint, &History::none()).unwrap().owner();
    assert_eq!(owner, Owner::Undetermined { missing: vec![Input::CATEGORY], otherwise: None });
    let policy = policy.build().unwrap();
    let answer = triage(&policy, &complaint, &History::none()).unwrap();
    assert_eq!(answer.owner(), Owner::Unrouted);
    assert_eq!(answer.due(ClockName::CLOSURE), None);
    assert!(matches!(
        answer.clocks().first().unwrap().outcome(),
        ClockOutcome::Undetermined(DeadlineError::NoTarget { .. })
    ));
    assert_eq!(answer.due(ClockName::PROMISE), None);
    assert_eq!(answer.clocks_of(word!(ClockName, "acme:none")).count(), 0);
}

#[test]
fn the_name_of_a_number_that_nobody_set_is_shown_on_one_line() {
    for name in ["the period\nof the notice", "\0", &ten_megabytes("x")] {
        let clock = Clock::new(ClockName::UNCLOSED_NOTICE, Anchor::RECEIVED);
        // Refused with the policy or shown cut and escaped.
        let Ok(policy) = policy().clock(ClockRule::not_set(clock, name.to_owned())).build() else { continue };
        let complaint = complaint();
        let answer = triage(&policy, &complaint, &History::none()).unwrap();
        let ClockOutcome::Undetermined(error) = answer.clocks().first().unwrap().outcome() else { panic!() };
        let text = error.to_string();
        assert!(text.len() < 200 && !text.contains(char::is_control), "{text:.200}");
    }
}

#[test]
fn a_complaint_outside_the_known_days_is_undetermined() {
    let policy = policy().clock(rule(ClockName::CLOSURE, Term::working_days(1))).build().unwrap();
    for received in [
        DateTime::<Utc>::MIN_UTC,
        DateTime::<Utc>::MAX_UTC,
        at("2027-01-01T12:00:00Z"),
        at("2025-12-30T12:00:00Z"),
    ] {
        let complaint = Complaint::new("a".parse().unwrap(), received);
        let answer = triage(&policy, &complaint, &History::none()).unwrap();
        assert!(matches!(
            answer.clocks().first().unwrap().outcome(),
            ClockOutcome::Undetermined(DeadlineError::Calendar(
                CalendarError::NotKnown { .. }
                    | CalendarError::AfterLastYear { .. }
                    | CalendarError::BeforeFirstYear { .. }
            ))
        ));
        let _ = answer.explain();
    }
}

// Documents of complaints.

#[test]
fn a_complaint_document_refuses_values_of_another_type() {
    let document = complaint_document();
    assert!(serde_json::from_value::<ComplaintDocument>(document.clone()).unwrap().build().is_ok());
    let refuses =
        |place: &str, right: &[&str]| refuses_other_types::<ComplaintDocument>(&document, place, right);
    refuses("", &[]);
    refuses("/id", &["text"]);
    refuses("/received", &[]);
    for place in ["/subject", "/cause", "/channel", "/medium", "/registered", "/closed"] {
        refuses(place, &["null"]);
    }
    refuses("/customer", &["null", "text"]);
    for place in ["/category", "/demand"] {
        refuses(place, &["null", "list"]);
        for list in [json!([3]), json!([[]]), json!([null]), json!(["x", "X"]), json!([{}])] {
            let document = changed(document.clone(), place, list.clone());
            assert!(serde_json::from_value::<ComplaintDocument>(document).is_err(), "{place} {list}");
        }
    }
    for place in ["/facts", "/departments"] {
        refuses(place, &["null", "list", "map"]);
        for value in [
            json!([3]),
            json!([[]]),
            json!([{}]),
            json!({ "?": 3 }),
            json!({ "": 3 }),
            json!([["dealer", MONDAY]]),
        ] {
            let document = changed(document.clone(), place, value.clone());
            assert!(serde_json::from_value::<ComplaintDocument>(document).is_err(), "{place} {value}");
        }
    }
    for count in
        [json!(-1), json!(1.5), json!(4_294_967_296_u64), json!("3"), json!(null), json!(true), json!([3])]
    {
        let document = changed(document.clone(), "/facts/hotline-tries", count.clone());
        assert!(serde_json::from_value::<ComplaintDocument>(document).is_err(), "{count}");
    }
    for (key, text) in [
        ("id", "missing field `id`"),
        ("received", "has neither `received` nor `received-local`, expected one of the two"),
    ] {
        let mut document = document.clone();
        document.as_object_mut().unwrap().remove(key);
        let error = serde_json::from_value::<ComplaintDocument>(document).unwrap_err().to_string();
        assert_eq!(error, text);
    }
}

#[test]
fn a_list_is_no_complaint_document() {
    for text in [r#"["a","2026-03-02T10:00:00Z"]"#, r#"["a","2026-03-02T10:00:00Z",["spare-parts"]]"#, "[]"] {
        assert!(serde_json::from_str::<ComplaintDocument>(text).is_err(), "{text}");
    }
}

#[test]
fn an_empty_list_may_stand_for_an_empty_map() {
    let php = json!({ "id": "a", "received": MONDAY, "facts": [], "departments": [], "category": [], "demand": null });
    let complaint = serde_json::from_value::<ComplaintDocument>(php).unwrap().build().unwrap();
    assert!(complaint.facts().len() == 0 && complaint.departments().is_empty());
}

// Whatever comes.

fn config() -> Config {
    let wanted = std::env::var("REDRESS_CASES").ok().map(|text| text.parse().unwrap());
    Config {
        cases: wanted.unwrap_or(512),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..Config::default()
    }
}

/// Any text, and texts near those that are read.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        proptest::collection::vec(any::<u8>(), 0..80)
            .prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        "[a-zA-Z0-9.:\\-_ \u{0}\u{ff41}\u{430}]{0,60}",
        "[0-9]{2}:[0-9]{2}(:[0-9]{2})?(-[0-9]{2}:[0-9]{2}(:[0-9]{2})?(\\+1)?)?",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{0,11})?(Z|[+-][0-9]{2}:[0-9]{2})?",
        "[0-9Tt:.+\\-Zz ]{0,40}",
    ]
}

/// Keys and values of the documents, right ones and others.
fn keys() -> impl Strategy<Value = String> {
    let known = [
        "name",
        "revision",
        "zone",
        "first",
        "last",
        "zone-last",
        "make-up-days",
        "week",
        "holidays",
        "working-days",
        "special-hours",
        "mon",
        "sun",
        "date",
        "from",
        "to",
        "hours",
        "id",
        "received",
        "category",
        "facts",
        "departments",
        "closed",
        "text",
        "hotline-tries",
        "dealer",
        "spare-parts",
    ];
    prop_oneof![6 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => texts()]
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        texts().prop_map(Value::from),
        keys().prop_map(Value::from),
        proptest::sample::select(vec![
            "2026-01-01",
            "2026-12-31",
            "0001-01-01",
            "9999-12-31",
            "09:00-17:00",
            "22:00-06:00+1",
            "Europe/Berlin",
            MONDAY
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 8, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::btree_map(keys(), inner, 0..8)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Every place of a document at which a value stands.
fn places(document: &Value) -> Vec<String> {
    let children: Vec<(String, &Value)> = match document {
        // A slash or a tilde in a key would have to be escaped in a place.
        Value::Object(map) => {
            let plain = map.iter().filter(|(key, _)| !key.contains(['/', '~']));
            plain.map(|(key, value)| (key.clone(), value)).collect()
        }
        Value::Array(list) => {
            list.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
        }
        _ => Vec::new(),
    };
    children
        .into_iter()
        .flat_map(|(key, value)| {
            let below = places(value).into_iter().map(|place| format!("/{key}{place}")).collect::<Vec<_>>();
            std::iter::once(format!("/{key}")).chain(below)
        })
        .collect()
}

/// A good document with one or two values replaced.
fn near(document: fn() -> Value) -> impl Strategy<Value = Value> {
    let change = (any::<prop::sample::Index>(), values());
    proptest::collection::vec(change, 1..3).prop_map(move |changes| {
        changes.into_iter().fold(document(), |document, (index, value)| {
            let places = places(&document);
            if places.is_empty() {
                document
            } else {
                changed(document.clone(), &places[index.index(places.len())], value)
            }
        })
    })
}

/// JSON, and what is nearly JSON: a byte changed, a piece cut out, a piece twice.
fn json_texts() -> impl Strategy<Value = String> {
    let document = prop_oneof![values(), near(calendar_document), near(complaint_document)]
        .prop_map(|value| value.to_string());
    (document, 0_u8..6, any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()).prop_map(
        |(text, change, from, to, byte)| {
            let mut bytes = text.into_bytes();
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            let (from, to) = (from.min(to), from.max(to));
            match change {
                0 => bytes[from] = byte,
                1 => drop(bytes.drain(from..to)),
                2 => {
                    let piece = bytes[from..to].to_vec();
                    bytes.splice(to..to, piece);
                }
                3 => bytes.truncate(from),
                _ => {}
            }
            String::from_utf8_lossy(&bytes).into_owned()
        },
    )
}

/// Reads a text as JSON, as a JSON text and as TOML; what comes of it is of no interest here.
fn reads<T: DeserializeOwned + Debug>(text: &str) {
    for json in [text.to_owned(), json!(text).to_string()] {
        match serde_json::from_str::<T>(&json) {
            Ok(value) => drop(format!("{value:?}")),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
        let _ = serde_json::from_slice::<T>(json.as_bytes());
    }
    let _ = toml::from_str::<T>(text);
}

fn parses<T: FromStr<Err: Display> + Display + DeserializeOwned + Debug>(text: &str) {
    match text.parse::<T>() {
        Ok(value) => drop(value.to_string()),
        Err(error) => {
            let error = error.to_string();
            assert!(error.contains("expected ") && error.len() < 400, "{error}");
            assert!(!error.contains(char::is_control), "{error}");
        }
    }
    reads::<T>(text);
}

fn reads_documents(text: &str) {
    reads::<WeekDocument>(text);
    reads::<PeriodDocument>(text);
    reads::<DayDocument>(text);
    reads::<MakeUpDays>(text);
    reads::<Money>(text);
    reads::<Private<String>>(text);
    reads::<redress::triage::answer::DocumentInstant>(text);
    reads::<CalendarDocument>(text);
    reads::<ComplaintDocument>(text);
    if let Ok(document) = serde_json::from_str::<CalendarDocument>(text) {
        match document.build(|name, known| Zone::tabulate(name, &Berlin, known).ok()) {
            Ok(calendar) => {
                let written = CalendarDocument::from(&calendar);
                let again = written.build(|name, known| Zone::tabulate(name, &Berlin, known).ok()).unwrap();
                assert_eq!(CalendarDocument::from(&again), written);
            }
            Err(faults) => {
                assert!(!faults.faults().is_empty());
                assert!(faults.to_string().lines().all(|fault| !fault.contains(char::is_control)));
            }
        }
    }
    if let Ok(document) = serde_json::from_str::<ComplaintDocument>(text) {
        let written = serde_json::to_string(&document).unwrap();
        assert_eq!(serde_json::from_str::<ComplaintDocument>(&written).unwrap(), document);
        match document.build() {
            Ok(complaint) => drop(complaint),
            // The fault says what was expected, or what to do.
            Err(fault) => {
                assert!(["expected ", "; "].iter().any(|part| fault.to_string().contains(part)), "{fault}");
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_read_or_refused(text in texts()) {
        for_every_word!(parses(&text));
        parses::<CaseId>(&text);
        parses::<ComplainantKey>(&text);
        parses::<ActorId>(&text);
        parses::<ProductKey>(&text);
        parses::<Currency>(&text);
        parses::<Severity>(&text);
        parses::<Validity>(&text);
        parses::<Act>(&text);
        parses::<Input>(&text);
        parses::<RecurrenceKey>(&text);
        parses::<Standing>(&text);
        parses::<Locale>(&text);
        parses::<Facet>(&text);
        parses::<LocalTime>(&text);
        parses::<Hours>(&text);
        match instant::parse(&text) {
            Ok(at) => prop_assert_eq!(instant::parse(&instant::format(at)), Ok(at)),
            Err(error) => prop_assert!(!error.to_string().contains(char::is_control)),
        }
        reads_documents(&text);
    }

    #[test]
    fn anything_like_json_is_read_or_refused(text in json_texts()) {
        reads_documents(&text);
        for_every_word!(reads(&text));
    }

    #[test]
    fn documents_near_a_good_one_are_read_or_refused(
        calendar in near(calendar_document),
        complaint in near(complaint_document),
    ) {
        reads_documents(&calendar.to_string());
        reads_documents(&complaint.to_string());
        if let Ok(document) = serde_json::from_value::<ComplaintDocument>(complaint)
            && let Ok(complaint) = document.build()
        {
            let policy = policy().clock(rule(ClockName::CLOSURE, Term::working_days(2))).build().unwrap();
            match triage(&policy, &complaint, &History::none()) {
                Ok(answer) => drop(answer.explain()),
                Err(error) => prop_assert!(!error.faults().is_empty()),
            }
        }
    }
}
