//! The full text of every error, each made by real bad input, and the rules that all of them keep.
//!
//! A text names the place, the value, and what was expected or what to do. It is in lower case, on one line, without a
//! final stop, with values in backticks and without the name of any Rust type.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod approvals;
mod cases;
mod compare;
mod contents;
mod dates;
mod findings;
mod laws;
mod people;
mod policy_books;
mod policy_clocks;
mod reports;
mod wire;

use crate::sources;
mod trusted;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use chrono::{DateTime, Month, NaiveDate, Utc, Weekday, WeekdaySet};
use chrono_tz::Europe::Berlin;
use redress::calendar::holiday::{AnnualDay, Observance, RecurringProblem};
use redress::calendar::instant::{InstantError, InstantProblem};
use redress::calendar::limits::MAX_EXCEPTIONS;
use redress::calendar::local::{LocalError, LocalProblem};
use redress::calendar::reading::{LocalReading, MakeUpDays};
use redress::calendar::{
    Calendar, CalendarBuilder, CalendarDocument, CalendarFault, CalendarFaults, Hours, KnownDays, LocalTime,
    RecurringHoliday, Span, WeekPattern, Zone, date, instant, local,
};
use redress::deadline::choice::{Alternative, ClosedStart, FirstDay, LateReceipt};
use redress::deadline::limits::MAX_CHANGES;
use redress::deadline::rule::{
    ClockError, Extension, ExtensionChange, ExtensionRule, Occurrence, PauseRule, Warning,
};
use redress::deadline::{
    Anchors, Clock, ClockRecord, Count, Cutoff, Deadline, DeadlineError, End, Roll, Term,
};
use redress::labels::Labels;
use redress::policy::clock::{ClockScope, Target};
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
use redress::policy::fault::FaultPlace;
use redress::policy::limits::{MAX_ROWS, MAX_RULES};
use redress::policy::routing::{Cell, HitPolicy, RoutingGaps, Row};
use redress::policy::severity::{MarkRule, Rating, RatingRule, SeverityRule};
use redress::policy::track::{ForcedClosure, ForcedClosureTest, Requirement};
use redress::policy::{
    ClockRule, Condition, Policy, PolicyBuilder, PolicyFault, Routing, SeverityRules, Track,
};
use redress::profiles::Nev;
use redress::profiles::choice::NoticePeriod;
use redress::taxonomy::{Declared, Taxonomy};
use redress::triage::answer::ClockOutcome;
use redress::triage::{Complaint, ComplaintDocument, History, triage};
use redress::vocab::course::ExtensionReason;
use redress::vocab::kind::{CauseGroup, ClaimKind, Medium};
use redress::vocab::organisation::{Record, Report};
use redress::vocab::track::Containment;
use redress::vocab::{
    Act, Action, Anchor, CaseId, Category, Cause, Channel, ClockName, Code, ComplainantKey, Currency, Demand,
    Department, Facet, Fact, FaultParty, Input, Locale, Mark, Money, OwnFacet, PauseReason, Region, Role,
    RuleId, Severity, Subject, Word,
};
use redress::word;
use sources::sources;

/// An error that was met: which one it is, how it reads, and how it should.
struct Met {
    /// Its type and variant.
    name: String,
    text: String,
    /// `None` where another test pins the text.
    expected: Option<String>,
}

#[derive(Default)]
struct Texts(Vec<Met>);

impl Texts {
    fn add<E: Error>(&mut self, error: &E, expected: Option<&str>) {
        // `{:#?}` begins with the type and the variant.
        let debug = format!("{error:#?}");
        let name = debug.split(": ").next().unwrap().to_owned();
        self.0.push(Met { name, text: error.to_string(), expected: expected.map(Into::into) });
    }

    /// An error with its text.
    fn is<E: Error>(&mut self, error: E, expected: &str) {
        self.add(&error, Some(expected));
    }

    /// An error whose text another test pins.
    fn seen<E: Error>(&mut self, error: E) {
        self.add(&error, None);
    }

    #[track_caller]
    fn check(&self) {
        let wrong: Vec<String> = self
            .0
            .iter()
            .filter(|met| met.expected.as_ref().is_some_and(|expected| *expected != met.text))
            .map(|met| {
                format!(
                    "{}\n  is        {}\n  should be {}",
                    met.name,
                    met.text,
                    met.expected.as_ref().unwrap()
                )
            })
            .collect();
        assert!(wrong.is_empty(), "{} of {} texts\n{}", wrong.len(), self.0.len(), wrong.join("\n"));
    }
}

const OFFICE: Hours = Hours::from_static("09:00-17:00");
const CLOCK: ClockName = ClockName::RESPONSE;
const CUSTOMER: PauseReason = PauseReason::AWAITING_CUSTOMER;
const SUPPLIER: PauseReason = PauseReason::AWAITING_SUPPLIER;
const COMPLEX: ExtensionReason = ExtensionReason::COMPLEX_CASE;
const AGREED: ExtensionReason = ExtensionReason::AGREED_WITH_COMPLAINANT;
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

fn zone(first: &str, last: &str) -> Zone {
    Zone::tabulate("Europe/Berlin", &Berlin, KnownDays::new(date(first), date(last)).unwrap()).unwrap()
}

/// An office, closed at weekends and known for 2026.
fn office() -> CalendarBuilder {
    Calendar::builder("office", zone("2026-01-01", "2026-12-31")).week(WeekPattern::weekdays([OFFICE]))
}

fn calendar() -> Calendar {
    office().build().unwrap()
}

// Words.

fn words() -> Texts {
    let mut texts = Texts::default();
    for text in ["", &"x".repeat(161), "Billing", "b\u{456}lling", "bill\0ing", "-a", "a.", "a.b:c"] {
        texts.seen(text.parse::<Code>().unwrap_err());
    }
    texts.seen("Serious".parse::<Severity>().unwrap_err());
    texts.is(
        "store".parse::<OwnFacet>().unwrap_err(),
        "`store` is not the name of an own facet, expected at most 40 bytes with a colon and without a dot, such as \
         `acme:store`",
    );
    texts.is("".parse::<CaseId>().unwrap_err(), "id is empty, expected 1 to 64 visible ASCII characters");
    texts.is(
        "x".repeat(65).parse::<CaseId>().unwrap_err(),
        &format!("id `{}…` has 65 bytes, expected at most 64", "x".repeat(61)),
    );
    texts.is(
        "NEV 1".parse::<CaseId>().unwrap_err(),
        "id `NEV 1` has ' ' at byte 3, expected visible ASCII characters",
    );
    texts.is(
        "n\u{435}v".parse::<ComplainantKey>().unwrap_err(),
        "id `[private]` has '\u{435}' (U+0435) at byte 1, expected visible ASCII characters",
    );
    texts.is(
        "a\n".parse::<ComplainantKey>().unwrap_err(),
        "id `[private]` has '\\n' at byte 1, expected visible ASCII characters",
    );

    texts.is(
        "euro".parse::<Currency>().unwrap_err(),
        "`euro` is not the code of a currency, expected three letters from `A` to `Z` such as `EUR`",
    );
    texts.is(
        "".parse::<Currency>().unwrap_err(),
        "`` is not the code of a currency, expected three letters from `A` to `Z` such as `EUR`",
    );

    let day = date("2026-03-02");
    let taxonomy = Taxonomy::standard()
        .with_from(word!(Category, "acme:new"), date("2027-01-01"))
        .with_retired(Channel::FAX, date("2025-12-31"))
        .unwrap();
    texts.seen(taxonomy.check_new(word!(Medium, "writen"), day).unwrap_err());
    texts.seen(taxonomy.check_new(word!(RuleId, "hotline"), day).unwrap_err());
    texts.seen(taxonomy.check_new(word!(Category, "acme:new"), day).unwrap_err());
    texts.seen(taxonomy.check_new(Channel::FAX, day).unwrap_err());
    texts.seen(Taxonomy::standard().with_retired(word!(Medium, "orall"), day).unwrap_err());
    texts.seen(taxonomy.with_retired(word!(Category, "acme:new"), day).unwrap_err());
    let clerk = (Facet::Role, Declared::always("clerk".parse().unwrap()));
    let faults = Taxonomy::new([clerk, clerk]).unwrap_err();
    texts.seen(faults.iter().next().unwrap().clone());

    for text in ["", &"x".repeat(201), "a\nb"] {
        texts.seen(Labels::standard().with_label(Medium::ORAL, Locale::En, text).unwrap_err());
    }
    for (key, text) in [
        ("account.due", "{due"),
        ("account.due", "soon"),
        ("account.due", ""),
        ("account.deu", "{due}"),
        ("account.due", "{due} {deu}"),
    ] {
        texts.seen(Labels::standard().with_text(key, Locale::En, text).unwrap_err());
    }
    texts.seen("zh_CN".parse::<Locale>().unwrap_err());
    texts
}

#[test]
fn texts_of_words() {
    words().check();
}

// Times and hours.

fn times() -> Texts {
    let mut texts = Texts::default();
    texts.is(
        date::parse("26-01-01").unwrap_err(),
        "`26-01-01` is not a date, expected `YYYY-MM-DD` from year 0001 to 9999",
    );
    texts.is(
        "3".parse::<MakeUpDays>().unwrap_err(),
        "reading of make-up days `3` is unknown, expected `working` or `as-pattern`",
    );
    texts.is(
        "24:00".parse::<LocalTime>().unwrap_err(),
        "`24:00` is not a time of day, expected `HH:MM` or `HH:MM:SS` from `00:00` to `23:59:59`",
    );
    texts.is(
        "4 pm\n".parse::<LocalTime>().unwrap_err(),
        "`4 pm\\n` is not a time of day, expected `HH:MM` or `HH:MM:SS` from `00:00` to `23:59:59`",
    );
    texts.is(
        "9-17".parse::<Hours>().unwrap_err(),
        "`9-17` is not a span of hours, expected `HH:MM-HH:MM`, with `24:00` for midnight or `+1` for the next \
         day",
    );
    texts.is(
        "09:00-09:00".parse::<Hours>().unwrap_err(),
        "hours `09:00-09:00` are empty, expected a later closing, or `00:00-24:00` for a whole day",
    );
    texts.is(
        "17:00-09:00".parse::<Hours>().unwrap_err(),
        "hours `17:00-09:00` close before they open, expected a later closing, `24:00` for midnight or `+1` for \
         the next day",
    );
    texts.is(
        "09:00-17:00+1".parse::<Hours>().unwrap_err(),
        "hours `09:00-17:00+1` are longer than 24 hours, expected at most a whole day",
    );
    let instants = [
        (
            "2026-03-06T18:00:00",
            InstantProblem::NoOffset,
            "has no UTC offset, expected `Z` or an offset such as `+08:00` at its end",
        ),
        (
            "6 March",
            InstantProblem::Shape,
            "has the wrong format, expected one such as `2026-03-06T18:00:00+01:00`",
        ),
        (
            "2026-02-30T18:00:00Z",
            InstantProblem::Field,
            "does not exist, expected a day of the month and a time from 00:00:00 to 23:59:59",
        ),
        (
            "2016-12-31T23:59:60Z",
            InstantProblem::LeapSecond,
            "has a second 60, expected seconds from 00 to 59",
        ),
        (
            "2026-03-06T18:00:00+24:00",
            InstantProblem::Offset,
            "has an offset that is not valid, expected `Z` or one such as `+08:00`; `-00:00` means that the offset is unknown",
        ),
        ("0000-12-31T00:00:00Z", InstantProblem::Year, "is out of range, expected a year from 0001 to 9999"),
    ];
    let stamps = [
        ("2026-03-06T18:00:00Z", LocalProblem::Offset, "has a UTC offset, expected a local time without one"),
        (
            "2026-03-06 18:00:00",
            LocalProblem::Shape,
            "has the wrong format, expected one such as `2026-03-06T18:00:00`",
        ),
        (
            "2026-02-30T18:00:00",
            LocalProblem::Field,
            "does not exist, expected a day of the month and a time from 00:00:00 to 23:59:59",
        ),
        ("2016-12-31T23:59:60", LocalProblem::LeapSecond, "has a second 60, expected seconds from 00 to 59"),
        ("0000-12-31T00:00:00", LocalProblem::Year, "is out of range, expected a year from 0001 to 9999"),
    ];
    for (text, problem, expected) in stamps {
        let error: LocalError = local::parse(text).unwrap_err();
        assert_eq!(error.problem, problem);
        texts.is(error, &format!("local time `{text}` {expected}"));
    }
    for (text, problem, expected) in instants {
        let error: InstantError = instant::parse(text).unwrap_err();
        assert_eq!(error.problem, problem);
        texts.is(error, &format!("instant `{text}` {expected}"));
    }
    texts
}

#[test]
fn texts_of_times_and_hours() {
    times().check();
}

// Calendars.

fn fault_of(builder: CalendarBuilder) -> CalendarFault {
    let faults = builder.build().unwrap_err();
    assert_eq!(faults.faults().len(), 1, "{faults}");
    faults.faults().first().unwrap().clone()
}

fn described() -> Texts {
    let mut texts = Texts::default();
    let week = |day, spans: &[&str]| {
        office().week(WeekPattern::closed().with(day, spans.iter().map(|span| hours(span))))
    };
    texts.is(
        fault_of(office().week(WeekPattern::closed())),
        "no working time from 2026-01-01 to 2026-12-31; give at least one weekday working hours",
    );
    texts.is(
        fault_of(week(Weekday::Mon, &["09:00-12:00", "11:00-15:00"])),
        "week mon: hours `11:00-15:00` start before `09:00-12:00` end, expected spans that do not overlap",
    );
    texts.is(
        fault_of(office().special_hours(date("2026-03-02"), "inventory", [hours("22:00-10:00+1")])),
        "day 2026-03-03: hours `09:00-17:00` start before `22:00-10:00+1` end, expected spans that do not overlap",
    );
    texts.is(
        fault_of(office().holiday(date("2027-01-01"), "New Year")),
        "day 2027-01-01 `New Year`: outside the known days, expected a date from 2026-01-01 to 2026-12-31",
    );
    texts.is(
        fault_of(office().holiday(date("2026-05-01"), "1 May").working_day(
            date("2026-05-01"),
            "fair",
            [OFFICE],
        )),
        "day 2026-05-01: `1 May` is a holiday, but `fair` is a working day with hours `09:00-17:00`; \
         keep one of the two entries",
    );
    texts.is(
        fault_of(office().working_day(date("2026-05-02"), "make-up", [])),
        "day 2026-05-02 `make-up`: a working day needs hours; give it hours, or list it as a holiday",
    );
    let many = || {
        (0..25).map(|hour| {
            hours(&format!("{:02}:{:02}-{:02}:{:02}", hour / 2, hour % 2 * 30, hour / 2, hour % 2 * 30 + 20))
        })
    };
    texts.is(
        fault_of(office().week(WeekPattern::closed().with(Weekday::Sun, many()))),
        "week sun: has 25 spans of hours, expected at most 24",
    );
    texts.is(
        fault_of(office().special_hours(date("2026-05-02"), "fair", many())),
        "day 2026-05-02: has 25 spans of hours, expected at most 24",
    );
    let many_days = (0..=MAX_EXCEPTIONS).fold(office(), |days, _| days.holiday(date("2026-03-02"), "a"));
    texts.is(fault_of(many_days), "100001 days with holidays and other exceptions, expected at most 100000");
    texts.is(
        fault_of(office().known(KnownDays::years(2026, 2027).unwrap())),
        "known days 2026-01-01 to 2027-12-31 go beyond those of zone `Europe/Berlin`, \
         expected days from 2026-01-01 to 2026-12-31",
    );
    texts.is(
        KnownDays::new(date("2026-12-31"), date("2026-01-01")).unwrap_err(),
        "days 2026-12-31 to 2026-01-01 are reversed, expected the earlier date first",
    );
    texts.is(
        fault_of(office().holidays(date("2026-05-02")..=date("2026-05-01"), "May")),
        "days 2026-05-02 to 2026-05-01 are reversed, expected the earlier date first",
    );
    texts.is(
        KnownDays::years(0, 1).unwrap_err(),
        "date 0000-01-01 is out of range, expected a year from 1 to 9999",
    );
    texts.is(
        KnownDays::years(9999, 10_000).unwrap_err(),
        "date +10000-12-31 is out of range, expected a year from 1 to 9999",
    );
    texts.is(
        KnownDays::years(1900, 2026).unwrap_err(),
        "days 1900-01-01 to 2026-12-31 are too many, expected at most 36600 days",
    );
    names(&mut texts);
    documents(&mut texts);
    recurring(&mut texts);
    texts
}

fn recurring(texts: &mut Texts) {
    let problem = |rule: RecurringHoliday| match fault_of(office().recurring(rule)) {
        CalendarFault::Recurring { problem, .. } => problem,
        other => panic!("{other}"),
    };
    let on = |day| problem(RecurringHoliday::new("x", day));
    let easter = || RecurringHoliday::new("x", AnnualDay::Easter { days: 0 });
    let april = AnnualDay::Fixed { month: Month::April, day: 31 };
    texts.is(
        fault_of(office().recurring(RecurringHoliday::new("April", april))),
        "recurring holiday `April`: day 31 of april does not exist, expected 1 to 30",
    );
    texts.is(on(april), "day 31 of april does not exist, expected 1 to 30");
    let may = AnnualDay::NthWeekday { month: Month::May, weekday: Weekday::Mon, nth: 6 };
    texts.is(on(may), "`nth` 6 does not exist, expected 1 to 5, or -1 to -5 from the end of the month");
    texts.is(
        on(AnnualDay::Easter { days: -200 }),
        "-200 days after easter are too far, expected at most 100 days before or after",
    );
    texts.is(
        problem(easter().with_weekend(WeekdaySet::ALL.iter(Weekday::Mon))),
        "the weekend has all seven days; leave out a weekday on which the holiday can be observed",
    );
    texts.is(problem(easter().with_first_year(0)), "year 0 is out of range, expected 1 to 9999");
    texts.is(
        problem(easter().with_first_year(2026).with_last_year(2025)),
        "years 2026 to 2025 are reversed, expected the earlier year first",
    );
    texts.is(
        problem(RecurringHoliday::new("", AnnualDay::Easter { days: 0 })),
        "name `` is empty, expected 1 to 100 visible characters",
    );
    texts.is(
        RecurringProblem::NoDayToObserve { date: date("2026-01-03") },
        "no day within 30 days is free to observe the holiday of 2026-01-03; \
         observe it on its date, or remove a holiday",
    );
    texts.is(RecurringProblem::NoSuchMonth { month: 13 }, "month 13 does not exist, expected 1 to 12");
    texts.is(
        "monday".parse::<Observance>().unwrap_err(),
        "observance `monday` is unknown, expected `on-date`, `nearest-weekday` or `next-weekday`",
    );
}

fn names(texts: &mut Texts) {
    const EXPECTED: &str = "expected 1 to 100 visible characters";
    let zone = zone("2026-01-01", "2026-12-31");
    let named = |name: &str| Calendar::builder(name, zone.clone()).week(WeekPattern::always());
    texts.is(fault_of(named("")), &format!("calendar name `` is empty, {EXPECTED}"));
    texts.is(
        fault_of(named(&"计".repeat(101))),
        &format!("calendar name `{}…` is longer than 100 characters, {EXPECTED}", "计".repeat(20)),
    );
    texts
        .is(fault_of(named("a\0b")), &format!("calendar name `a\\0b` holds a control character, {EXPECTED}"));
    texts.is(
        fault_of(named("desk ")),
        &format!("calendar name `desk ` begins or ends with white space, {EXPECTED}"),
    );
    texts.is(fault_of(named("desk").revision("")), &format!("revision `` is empty, {EXPECTED}"));
    texts.is(
        fault_of(named("desk").holiday(date("2026-05-01"), "\t")),
        &format!("day 2026-05-01 name `\\t` holds a control character, {EXPECTED}"),
    );
    let known = zone.known();
    texts.is(
        Zone::tabulate(" Berlin", &Berlin, known).unwrap_err(),
        &format!("zone name ` Berlin` begins or ends with white space, {EXPECTED}"),
    );
}

fn documents(texts: &mut Texts) {
    let faults = |json: &str| -> CalendarFaults {
        let document: CalendarDocument = serde_json::from_str(json).unwrap();
        document
            .build(|name, known| {
                (name == "Europe/Berlin").then(|| Zone::tabulate(name, &Berlin, known).unwrap())
            })
            .unwrap_err()
    };
    texts.is(
        faults(r#"{"name":"a","revision":"1","zone":"Europe/Berlyn","first":"2026-01-01","last":"2026-12-31","week":{}}"#)
            .faults().first().unwrap().clone(),
        "zone `Europe/Berlyn` is unknown, expected a name that the resolver knows, such as `Europe/Berlin`",
    );
    let document: CalendarDocument = serde_json::from_str(
        r#"{"name":"a","revision":"1","zone":"Europe/Berlin","first":"2026-01-01","last":"2026-12-31","week":{}}"#,
    )
    .unwrap();
    texts.is(
        document.build(|_, _| Err::<Zone, _>("no zone data")).unwrap_err().faults().first().unwrap().clone(),
        "zone `Europe/Berlin` cannot be read: no zone data; correct this, or name another zone",
    );
    let all = faults(
        r#"{"name":"a","revision":"1","zone":"Europe/Berlin","first":"2026-01-01","last":"2026-12-31",
            "week":{"mon":["09:00-17:00"],"tue":["09:00-12:00","13-17"]},
            "holidays":[{"date":"2026-01-01","name":"New Year"},{"date":"2026-05-01","to":"2026-05-02","name":"May"},{"name":"Easter"}],
            "working-days":[{"date":"2026-01-03","name":"make-up","hours":["17:00-09:00"]}],
            "special-hours":[{"date":"2026-12-24","name":"eve","hours":["","09:00-12:00"]}]}"#,
    );
    let expected = [
        "week.tue[1]: `13-17` is not a span of hours, expected `HH:MM-HH:MM`, with `24:00` for midnight or `+1` \
         for the next day",
        "holidays[1] `May`: has `date` and `to`, expected either `date` or both `from` and `to`",
        "holidays[2] `Easter`: has no date, expected either `date` or both `from` and `to`",
        "working-days[0].hours[0]: hours `17:00-09:00` close before they open, expected a later closing, `24:00` \
         for midnight or `+1` for the next day",
        "special-hours[0].hours[0]: `` is not a span of hours, expected `HH:MM-HH:MM`, with `24:00` for midnight \
         or `+1` for the next day",
    ];
    assert!(all.faults().len() >= 5, "{all}");
    for (fault, expected) in all.faults().iter().zip(expected) {
        texts.is(fault.clone(), expected);
    }
}

fn asked() -> Texts {
    let mut texts = Texts::default();
    let calendar = calendar();
    texts.is(
        calendar.is_working_day(date("2027-01-01")).unwrap_err(),
        "calendar `office` does not cover 2027-01-01, only 2026-01-01 to 2026-12-31; extend its known days",
    );
    texts.is(
        calendar.is_working_day(NaiveDate::MAX).unwrap_err(),
        "calendar `office`: the answer lies after the year 9999, expected a year from 1 to 9999",
    );
    texts.is(
        calendar.is_working_day(NaiveDate::MIN).unwrap_err(),
        "calendar `office`: the answer lies before the year 1, expected a year from 1 to 9999",
    );
    let strict =
        |text| calendar.local_instant(local::parse(text).unwrap(), LocalReading::STRICT).unwrap_err();
    texts.is(
        strict("2026-03-29T02:30:00"),
        "the clock of calendar `office` never shows `2026-03-29T02:30:00`; give a time that it shows",
    );
    texts.is(
        strict("2026-10-25T02:30:00.5"),
        "the clock of calendar `office` shows `2026-10-25T02:30:00.500` twice; give the instant with its UTC offset",
    );
    texts.is(
        calendar.opening(date("2026-03-01")).unwrap_err(),
        "calendar `office` has no business hours on 2026-03-01, expected a working day",
    );
    texts
}

#[test]
fn texts_of_calendars() {
    described().check();
    asked().check();
}

#[test]
fn faults_of_a_calendar_are_a_line_each() {
    let faults = office().revision("").holiday(date("2027-01-01"), "New Year").build().unwrap_err();
    assert_eq!(
        faults.to_string(),
        "revision `` is empty, expected 1 to 100 visible characters\n\
         day 2027-01-01 `New Year`: outside the known days, expected a date from 2026-01-01 to 2026-12-31",
    );
    // Inside a policy, each line has its place.
    let text = PolicyFault::Calendar(faults).to_string();
    assert!(text.lines().count() == 2 && text.lines().all(|line| line.starts_with("calendar: ")), "{text}");
}

// Deadlines.

fn due(deadline: impl Into<Deadline>) -> DeadlineError {
    deadline.into().due(&calendar(), Anchor::RECEIVED, &Anchors::received(at(MONDAY))).unwrap_err()
}

fn nested(levels: usize) -> Deadline {
    (0..levels).fold(Term::weeks(1).into(), |deadline, _| Deadline::earliest([deadline]))
}

fn terms() -> Texts {
    let mut texts = Texts::default();
    let noon = LocalTime::from_static("12:00");
    let elapsed = Term::elapsed(Span::hours(2));
    let cutoff = Cutoff::daily(noon, LateReceipt::NextWorkingDay);
    let faults = [
        (
            elapsed.with_cutoff(cutoff),
            "a term of elapsed or working time cannot have a cut-off; count days, weeks or months, or remove the \
             cut-off",
        ),
        (
            elapsed.with_closed_start(ClosedStart::NextWorkingDay),
            "a term of elapsed or working time cannot start on the next working day; use `next-opening`, or count \
             days, weeks or months",
        ),
        (
            elapsed.with_first_day(FirstDay::DayOne),
            "a term of elapsed or working time has no day one; count days, weeks or months, or start from day zero",
        ),
        (
            elapsed.with_end(End::END_OF_DAY),
            "a term of elapsed or working time ends at an instant of its own; remove the end, or set it on the roll",
        ),
        (
            Term::working(Span::hours(2)).with_roll(Roll::FOLLOWING),
            "a term of working time always ends in working time; remove the roll",
        ),
        (
            Term::at(at(MONDAY)).with_roll(Roll::FOLLOWING),
            "a chosen instant stands alone; remove its cut-off, start, first day, month end, end and roll",
        ),
        (
            Term::at(DateTime::<Utc>::MAX_UTC),
            "a chosen instant cannot be written in a document, expected one in the years 1 to 9999 and not in a \
             leap second",
        ),
        (
            Term::weeks(1).with_cutoff(Cutoff::by_weekday(LateReceipt::NextWorkingDay)),
            "a cut-off without any weekday has no effect; set it on every day or on some",
        ),
        (
            Term::weeks(0).with_first_day(FirstDay::DayOne),
            "a count from day one includes the first day, expected at \
            least 1",
        ),
        (
            Term::calendar_days(2).with_end(End::OPENING),
            "the last day may be closed and then has no opening or close of business; count working days, or add a \
             roll",
        ),
    ];
    for (term, expected) in faults {
        texts.is(term.fault().unwrap(), expected);
        texts.is(Deadline::from(term).fault().unwrap(), expected);
        texts.is(due(term), &format!("deadline: {expected}"));
    }
    let none = Deadline::earliest::<Alternative>([]);
    texts.is(none.fault().unwrap(), "no alternatives, expected at least one");
    texts.is(due(none), "deadline: no alternatives, expected at least one");
    texts.is(
        Deadline::earliest(vec![Term::weeks(1); 17]).fault().unwrap(),
        "more than 16 alternatives in one combination; remove some",
    );
    texts.is(nested(5).fault().unwrap(), "alternatives are nested too deeply, expected at most 4 levels");
    texts.is(due(nested(5)), "deadline: alternatives are nested too deeply, expected at most 4 levels");
    texts
}

fn undue() -> Texts {
    let mut texts = Texts::default();
    texts.is(
        due(Term::working_days(300)),
        "calendar `office` does not cover 2027-01-01, only 2026-01-01 to 2026-12-31; extend its known days",
    );
    texts.is(
        due(Term::months(u32::MAX)),
        "4294967295 months leads beyond the year 9999; use a smaller amount",
    );
    texts.is(
        due(Term::elapsed(Span::hours(u32::MAX))),
        "4294967295 h elapsed leads beyond the year 9999; use a smaller amount",
    );
    texts.is(
        due(Deadline::latest([
            Alternative::from(Anchor::DISPATCHED, Term::weeks(1)),
            Alternative::from(Anchor::PROMISED, Term::weeks(1)),
        ])),
        "none of 2 alternatives applies, because none of their events has happened; enter one of them",
    );
    texts.is(
        Deadline::from(Term::weeks(1))
            .due(&calendar(), Anchor::DISPATCHED, &Anchors::received(at(MONDAY)))
            .unwrap_err(),
        "`dispatched` has not happened, so that no time counts yet; enter this event first",
    );
    texts.is(
        DeadlineError::OtherPolicy {},
        "the case belongs to another policy or version; use the version that it was received by or moved to",
    );
    texts.is(
        DeadlineError::SeverityNotKnown,
        "the target depends on the severity, which is not known; complete the complaint so that it can be rated",
    );
    texts.is(
        DeadlineError::NotAnswered { fact: Fact::NAMED_CUSTOMER },
        "whether the clock runs depends on `named-customer`, which nobody has answered; enter an answer, 0 for no",
    );
    let mut record = record(Term::working(Span::hours(8)));
    let extension = Extension::new(ExtensionChange::Add(Count::WorkingDays(1)), AGREED, at(MONDAY));
    let Err(ClockError::Deadline(error)) = record.extend(&clock(), &calendar(), extension) else {
        panic!("an extension in another unit");
    };
    texts.is(
        error,
        "a term of 8 h of working time cannot take 1 working day; use the same unit, or days for days",
    );
    let policy = policy()
        .clock(ClockRule::by_target(
            Clock::new(ClockName::CLOSURE, Anchor::RECEIVED),
            [Target::new(word!(RuleId, "parts"), Category::SPARE_PARTS, Term::weeks(1))],
        ))
        .clock(ClockRule::not_set(
            Clock::new(ClockName::UNCLOSED_NOTICE, Anchor::RECEIVED),
            "the period of the notice (A38)",
        ))
        .build()
        .unwrap();
    let outcomes = |complaint: &Complaint| -> Vec<DeadlineError> {
        let triage = triage(&policy, complaint, &History::none()).unwrap();
        let reasons = triage.clocks().iter().map(|clock| match clock.outcome() {
            ClockOutcome::Undetermined(reason) => reason.clone(),
            other => panic!("{other:?}"),
        });
        reasons.collect()
    };
    let expected = [
        [
            "the policy sets no target for a complaint without a category; add one",
            "the policy sets no target for `the period of the notice (A38)`; add one",
        ],
        [
            "the policy sets no target for category `sales-process`; add one",
            "the policy sets no target for `the period of the notice (A38)`; add one",
        ],
    ];
    let plain = complaint();
    for (complaint, expected) in
        [plain.clone(), plain.with_category(Category::SALES_PROCESS)].iter().zip(expected)
    {
        for (error, expected) in outcomes(complaint).into_iter().zip(expected) {
            texts.is(error, expected);
        }
    }
    texts
}

#[test]
fn texts_of_terms() {
    terms().check();
}

#[test]
fn texts_of_deadlines() {
    undue().check();
}

// Clocks.

fn clock() -> Clock {
    Clock::new(CLOCK, Anchor::RECEIVED)
        .with_pause(PauseRule::new(CUSTOMER))
        .with_pause(PauseRule::new(SUPPLIER))
        .with_extension(ExtensionRule::new(COMPLEX).with_approval())
        .with_extension(ExtensionRule::new(AGREED).with_times(2))
}

fn record(deadline: impl Into<Deadline>) -> ClockRecord {
    ClockRecord::new(deadline, Anchors::received(at(MONDAY)))
}

fn clocks() -> Texts {
    let mut texts = Texts::default();
    let (clock, calendar) = (clock(), calendar());
    let plain = Clock::new(CLOCK, Anchor::RECEIVED);
    let samples = PauseReason::AWAITING_SAMPLES;
    let [first, second, third] =
        ["2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"].map(at);
    let fresh = || record(Term::weeks(1));
    let extension = |reason, made| Extension::new(ExtensionChange::Add(Count::Weeks(1)), reason, made);

    texts.is(
        fresh().pause(&clock, samples, first).unwrap_err(),
        "clock `response` cannot pause for `awaiting-samples`, expected `awaiting-customer` or `awaiting-supplier`",
    );
    texts.is(
        fresh().pause(&plain, samples, first).unwrap_err(),
        "clock `response` cannot pause for `awaiting-samples`; it allows no pauses",
    );
    let mut paused = fresh();
    paused.pause(&clock, CUSTOMER, second).unwrap();
    texts.is(
        paused.pause(&clock, CUSTOMER, third).unwrap_err(),
        "clock `response` has been paused for `awaiting-customer` since 2026-03-02T10:00:00Z; end that pause first",
    );
    texts.is(
        paused.resume(&clock, SUPPLIER, third).unwrap_err(),
        "clock `response` is not paused for `awaiting-supplier`; there is nothing to resume",
    );
    texts.is(
        paused.resume(&clock, CUSTOMER, Occurrence::at(first).entered(third)).unwrap_err(),
        "clock `response` cannot resume at 2026-03-02T09:00:00Z, before its pause began; resume it at \
         2026-03-02T10:00:00Z or later",
    );
    texts.is(
        paused.resume(&clock, CUSTOMER, Occurrence::at(third).entered(second)).unwrap_err(),
        "clock `response`: 2026-03-02T11:00:00Z is later than its entry at 2026-03-02T10:00:00Z; enter only what \
         has happened",
    );
    texts.is(
        paused.resume(&clock, CUSTOMER, first).unwrap_err(),
        "clock `response`: an entry at 2026-03-02T09:00:00Z cannot follow one at 2026-03-02T10:00:00Z; make it at \
         that instant or later",
    );
    paused.resume(&clock, CUSTOMER, third).unwrap();
    texts.is(
        paused.pause(&clock, CUSTOMER, Occurrence::at(second).entered(third)).unwrap_err(),
        "clock `response` was paused for `awaiting-customer` from 2026-03-02T10:00:00Z until 2026-03-02T11:00:00Z; \
         begin the pause before or after that",
    );
    let third_party = ExtensionReason::AWAITING_THIRD_PARTY;
    texts.is(
        fresh().extend(&clock, &calendar, extension(third_party, first)).unwrap_err(),
        "clock `response` cannot be extended for `awaiting-third-party`, \
         expected `complex-case` or `agreed-with-complainant`",
    );
    texts.is(
        fresh().extend(&plain, &calendar, extension(COMPLEX, first)).unwrap_err(),
        "clock `response` cannot be extended for `complex-case`; it allows no extensions",
    );
    texts.is(
        fresh().extend(&clock, &calendar, extension(COMPLEX, first)).unwrap_err(),
        "clock `response`: the extension for `complex-case` is not approved; it must be approved by 2026-03-02T09:00:00Z",
    );
    let mut extended = fresh();
    for _ in 0..2 {
        extended.extend(&clock, &calendar, extension(AGREED, first)).unwrap();
    }
    texts.is(
        extended.extend(&clock, &calendar, extension(AGREED, first)).unwrap_err(),
        "clock `response` cannot be extended for `agreed-with-complainant` again; the most for this reason is 2",
    );
    texts.is(
        fresh().extend(&clock, &calendar, extension(AGREED, at("2026-03-10T09:00:00Z"))).unwrap_err(),
        "clock `response` ran out at 2026-03-09T09:00:00Z and cannot be extended at 2026-03-10T09:00:00Z; extend a \
         clock before it runs out",
    );
    let mut stopped = fresh();
    stopped.stop(&clock, second).unwrap();
    texts.is(
        stopped.cancel(&clock, word!(RuleId, "withdrawn"), third).unwrap_err(),
        "clock `response` ended at 2026-03-02T10:00:00Z; nothing more can be entered",
    );
    texts.is(
        fresh().happened(&clock, Anchor::RECEIVED, third).unwrap_err(),
        "`received` happened at 2026-03-02T09:00:00Z and cannot happen again at 2026-03-02T11:00:00Z; an event is \
         entered once",
    );
    let mut full = fresh();
    for _ in 0..MAX_CHANGES {
        full.change(&clock, first, Term::weeks(2)).unwrap();
    }
    texts.is(
        full.change(&clock, first, Term::weeks(2)).unwrap_err(),
        "clock `response` has 32 entries of this kind; no more can be added",
    );
    texts.is(
        record(Term::working_days(300)).extend(&clock, &calendar, extension(AGREED, first)).unwrap_err(),
        "calendar `office` does not cover 2027-01-01, only 2026-01-01 to 2026-12-31; extend its known days",
    );
    texts
}

#[test]
fn texts_of_clocks() {
    clocks().check();
}

// Policies.

fn policy() -> PolicyBuilder {
    Policy::builder("desk").version("1").routing(Routing::none()).calendar(calendar())
}

fn policy_fault(builder: PolicyBuilder) -> PolicyFault {
    let faults = builder.build().unwrap_err();
    assert_eq!(faults.faults().len(), 1, "{faults}");
    faults.faults().first().unwrap().clone()
}

fn row(id: &str, category: Category, department: Department) -> Row {
    owner(id, department).with_cell(Cell::under(category))
}

/// A row without a cell.
fn owner(id: &str, department: Department) -> Row {
    Row::owner(id.parse().unwrap(), department)
}

/// A policy that routes by category, with these rows alone.
fn routed(rows: impl IntoIterator<Item = Row>) -> PolicyBuilder {
    policy().routing(Routing::by([Input::CATEGORY]).with_gaps(RoutingGaps::Unrouted).with_rows(rows))
}

fn rule(name: ClockName) -> ClockRule {
    ClockRule::new(Clock::new(name, Anchor::RECEIVED), Term::weeks(1))
}

fn policies() -> Texts {
    let mut texts = Texts::default();
    texts.is(
        policy_fault(Policy::builder("desk").version("1").routing(Routing::none())),
        "the policy has no calendar",
    );
    let unrouted = Policy::builder("desk").version("1").calendar(calendar()).build().unwrap_err();
    texts.is(unrouted.faults().first().unwrap().clone(), "the policy has no routing");
    let named =
        |name, version| Policy::builder(name).version(version).routing(Routing::none()).calendar(calendar());
    texts.is(policy_fault(named("", "1")), "policy name `` is empty, expected 1 to 100 visible characters");
    texts.is(
        policy_fault(named("desk", "2026\n")),
        "policy version `2026\\n` holds a control character, expected 1 to 100 visible characters",
    );
    policy_routing(&mut texts);
    lists_of_words(&mut texts);
    idle_parts(&mut texts);
    policy_rows(&mut texts);
    policy_severity(&mut texts);
    policy_conditions(&mut texts);
    policy_claim_kinds(&mut texts);
    policy_clocks(&mut texts);
    policy_clocks_unread(&mut texts);
    texts
}

fn policy_routing(texts: &mut Texts) {
    let (desk, quality) = (Department::FRONT_DESK, Department::QUALITY);
    texts.is(
        policy_fault(routed([row("parts", word!(Category, "spare-part"), desk)])),
        "routing row `parts`: category `spare-part` is not declared in the taxonomy, \
         expected one of 6 words such as `spare-parts`, `sales-process` or `service-process`",
    );
    let parts = Category::SPARE_PARTS;
    texts.is(
        policy_fault(routed([row("a", parts, desk), row("a", Category::SALES_PROCESS, desk)])),
        "routing row `a`: the id is used twice; give each its own id",
    );
    texts.is(
        policy_fault(routed([row("a", parts, desk), row("b", parts, desk)])),
        "routing row `b`: never decides, because row `a` takes precedence wherever it matches; narrow what takes \
         precedence, or remove this row",
    );
    let sales = Category::SALES_PROCESS;
    let both = owner("c", desk).with_cell(Cell::one_of([parts, sales]));
    let one = |id: &str, category| owner(id, desk).with_cell(Cell::is(category));
    texts.is(
        policy_fault(routed([one("a", parts), one("b", sales), both])),
        "routing row `c`: never decides, because rows such as `a` or `b` take precedence wherever it matches; \
         narrow what takes precedence, or remove this row",
    );
    let by_both = Routing::by([Input::CATEGORY, Input::CHANNEL]).with_gaps(RoutingGaps::Unrouted);
    let [a, b] = [("a", desk), ("b", quality)].map(|(id, unit)| row(id, parts, unit));
    let phone = Cell::one_of([Channel::PHONE, Channel::EMAIL]);
    let fax = Cell::one_of([Channel::FAX, Channel::PHONE]);
    let overlapping = by_both.clone().with_row(a.with_cell(phone)).with_row(b.with_cell(fax));
    texts.is(
        policy_fault(policy().routing(overlapping)),
        "routing row `b`: conflicts with row `a`: both match category `spare-parts`, channel `phone`, and they \
         name different assignees; make one of them more specific",
    );
    let not_known = |id: &str, unit| owner(id, unit).with_cell(Cell::not_known(Input::CATEGORY));
    let spoken = |row: Row| row.with_cell(Cell::one_of([Medium::ORAL, Medium::WRITTEN]));
    let by_medium = Routing::by([Input::CATEGORY, Input::MEDIUM]).with_gaps(RoutingGaps::Unrouted);
    let on = |row: Row, medium| row.with_cell(Cell::is(medium));
    let overlapping =
        by_medium.with_row(on(not_known("a", desk), Medium::ORAL)).with_row(spoken(not_known("b", quality)));
    texts.is(
        policy_fault(policy().routing(overlapping)),
        "routing row `b`: conflicts with row `a`: both match category not known, medium `oral`, and they name \
         different assignees; make one of them more specific",
    );
    let two = Taxonomy::standard().with_only(&[parts, sales]);
    texts.is(
        policy_fault(
            policy().taxonomy(two).routing(Routing::by([Input::CATEGORY]).with_row(one("a", sales))),
        ),
        "routing: no row assigns an owner to category `spare-parts`; add a row, or set `gaps = \"unrouted\"`",
    );
    let copy =
        |id: &str| Row::to_role(id.parse().unwrap(), Act::Copy, Role::MANAGER).with_cell(Cell::under(parts));
    texts.is(
        policy_fault(routed([copy("a"), copy("b")])),
        "routing row `b`: says the same as row `a`; remove one of the two",
    );
}

/// A code of some words that stand under each other, below a word of the test's own.
fn chain<W: Word>(of: &str, words: usize) -> W {
    W::from_code(format!("acme:{of}{}", ".x".repeat(words - 1)).parse().unwrap())
}

/// Words of several depths, all of them declared.
fn chains<W: Word>(taxonomy: Taxonomy, of: &str, depths: usize) -> (Taxonomy, Cell) {
    let words: Vec<W> = (1..=depths).map(|depth| chain(of, depth)).collect();
    (words.iter().fold(taxonomy, |taxonomy, word| taxonomy.with_word(*word)), Cell::one_of(words))
}

/// A table in which every row asks three of nine inputs for one of half their words: whether somebody owns
/// every complaint is as hard to say as any question.
fn tangled() -> Routing {
    fn half<W: Word>(words: &[W], mut bits: impl FnMut() -> u32) -> Cell {
        let kept = words.iter().enumerate().filter(|(at, _)| *at == 0 || bits().is_multiple_of(2));
        Cell::one_of(kept.map(|(_, word)| *word))
    }
    let mut seed = 1_u32;
    let mut next = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed >> 16
    };
    let rows: Vec<Row> = (0..600)
        .map(|number| {
            let mut cells = [
                half(Category::ALL, &mut next),
                half(Subject::ALL, &mut next),
                half(Cause::ALL, &mut next),
                half(FaultParty::ALL, &mut next),
                half(ClaimKind::ALL, &mut next),
                half(Demand::ALL, &mut next),
                half(Channel::ALL, &mut next),
                half(Containment::ALL, &mut next),
                half(Department::ALL, &mut next),
            ];
            for place in 0..3 {
                let other = place + next() as usize % (9 - place);
                cells.swap(place, other);
            }
            let row = owner(&format!("r-{number}"), Department::FRONT_DESK);
            cells.into_iter().take(3).fold(row, Row::with_cell)
        })
        .collect();
    let open = [
        Input::CATEGORY,
        Input::SUBJECT,
        Input::CAUSE,
        Input::FAULT_PARTY,
        Input::CLAIM_KIND,
        Input::DEMAND,
        Input::CHANNEL,
        Input::CONTAINMENT,
        Input::TOPIC,
        Input::UNIT,
        Input::MARK,
    ];
    Routing::by(open).with_rows(rows)
}

fn idle_parts(texts: &mut Texts) {
    let alone =
        ClockRule::new(Clock::new(CLOCK, Anchor::RECEIVED), Term::weeks(1)).with_otherwise(Term::weeks(2));
    texts.is(
        policy_fault(policy().clock(alone)),
        "clock `response`: `otherwise` requires `targets`; add targets, or use `due` for all complaints",
    );
    let grave = redress::policy::Condition::has(redress::vocab::Fact::GRAVE_ERROR);
    let early =
        redress::policy::track::Requirement::new("a".parse().unwrap(), redress::vocab::Mark::GRAVE, grave);
    texts.is(
        policy_fault(policy().requirement(early)),
        "requirement `a`: the mark is not known yet when a complaint is checked; ask for an input of the complaint",
    );
}

fn lists_of_words(texts: &mut Texts) {
    let parts = Category::SPARE_PARTS;
    let labels =
        Labels::standard().with_label(word!(Category, "acme:parts"), Locale::En, "own parts").unwrap();
    texts.is(
        policy_fault(policy().labels(labels)),
        "labels: category `acme:parts` is not declared in the taxonomy, \
         expected one of 6 words such as `spare-parts`, `sales-process` or `product-quality`",
    );
    let same = Labels::standard().label(&parts, Locale::ZhHans).to_owned();
    let labels = Labels::standard().with_label(Category::SALES_PROCESS, Locale::ZhHans, &same).unwrap();
    texts.is(
        policy_fault(policy().labels(labels)),
        "words: category `spare-parts` has the same label as `sales-process` in `zh-Hans`; give the two words \
         different labels",
    );
    let zone = Zone::tabulate("UTC", &Utc, KnownDays::years(2026, 2026).unwrap()).unwrap();
    let fault = |only: &str, words: &str| {
        let text = format!(
            r#"{{"name": "desk", "version": "1", "only": [{only}], "words": [{words}],
            "routing": {{"inputs": [], "rows": []}}, "calendar": {{"name": "c", "revision": "1", "zone": "UTC",
            "first": "2026-01-01", "last": "2026-01-31", "week": {{"mon": ["09:00-17:00"]}}}}}}"#
        );
        let document: redress::policy::PolicyDocument = serde_json::from_str(&text).unwrap();
        document.build(|_, _| Some(zone.clone())).unwrap_err().faults()[0].clone()
    };
    let parts = r#"{"facet": "category", "words": ["spare-parts"]}"#;
    texts.is(
        policy_fault(policy().routing(Routing::by((0..65).map(|_| Input::CATEGORY)))),
        "routing: the table has 65 inputs, expected at most 64",
    );
    texts.is(
        policy_fault(policy().routing(Routing::by([Input::Word(Facet::Fact)]))),
        "routing: facts are counted and cannot be an input; give a mark by the facts, and route by the mark",
    );
    texts.is(
        fault(&format!("{parts}, {parts}"), ""),
        "only: category is listed twice; keep one list for each facet",
    );
    texts.is(
        fault(r#"{"facet": "category", "words": ["spare-prats"]}"#, ""),
        "only: category `spare-prats` is not a standard word and not one of `words`; declare it in `words`, or \
         correct it",
    );
}

fn policy_rows(texts: &mut Texts) {
    let (desk, parts) = (Department::FRONT_DESK, Category::SPARE_PARTS);
    texts.is(
        policy_fault(routed([row("a", parts, desk).with_cell(Cell::is(Medium::ORAL))])),
        "routing row `a`: asks about medium, which is not one of the table's `inputs`; add it there, or remove \
         the cell",
    );
    texts.is(
        policy_fault(routed([row("a", parts, desk).with_cell(Cell::is(Category::SALES_PROCESS))])),
        "routing row `a`: category is named twice; name each input once",
    );
    texts.is(
        policy_fault(
            policy().routing(Routing::by([Input::MEDIUM, Input::MEDIUM]).with_gaps(RoutingGaps::Unrouted)),
        ),
        "routing: medium is named twice; name each input once",
    );
    texts.is(
        policy_fault(routed([owner("a", desk).with_cell(Cell::one_of::<Category>([]))])),
        "routing row `a`: a cell lists 0 words of category, expected 1 to 1000",
    );
    texts.is(
        policy_fault(routed([owner("a", desk).with_cell(Cell::one_of(vec![parts; 1001]))])),
        "routing row `a`: a cell lists 1001 words of category, expected 1 to 1000",
    );
    let (taxonomy, regions) = chains::<Region>(Taxonomy::standard(), "r", 9);
    let (taxonomy, units) = chains::<Department>(taxonomy, "u", 8);
    let deep = Routing::by([Input::REGION, Input::UNIT]).with_gaps(RoutingGaps::Unrouted);
    texts.is(
        policy_fault(
            policy()
                .taxonomy(taxonomy)
                .routing(deep.with_row(owner("a", desk).with_cell(regions).with_cell(units))),
        ),
        "routing row `a`: its words lie at 72 combinations of depths, expected at most 64; split the row",
    );
    texts.is(
        policy_fault(routed((0..=MAX_ROWS).map(|number| row(&format!("r-{number}"), parts, desk)))),
        "routing: the table has 20001 rows, expected at most 20000",
    );
    let clocks = (0..129).fold(policy(), |policy, number| {
        let name: ClockName = format!("acme:{number}").parse().unwrap();
        policy.clock(ClockRule::new(Clock::new(name, Anchor::RECEIVED), Term::weeks(1)))
    });
    texts.is(policy_fault(clocks), "the policy has 129 clocks, expected at most 128");
    let collected =
        Routing::by([]).with_hit_policy(Act::Owner, HitPolicy::Collect).with_row(owner("a", desk));
    texts.is(
        policy_fault(policy().routing(collected)),
        "routing: a complaint has one owner, so owners cannot be collected; use the hit policy `unique` or `first`",
    );
    let marked = owner("a", desk).with_cell(Cell::not_known(Input::MARK));
    texts.is(
        policy_fault(
            policy().routing(Routing::by([Input::MARK]).with_gaps(RoutingGaps::Unrouted).with_row(marked)),
        ),
        "routing row `a`: the mark is always known, so `known = false` never matches; use another cell",
    );
    let units = Department::ALL.iter().enumerate();
    let pairs = units.map(|(number, unit)| owner(&format!("p-{number}"), *unit));
    let pairs = policy().routing(Routing::by([]).with_rows(pairs)).build().unwrap_err();
    texts.is(
        pairs.faults().last().unwrap().clone(),
        "routing: only the first 100 conflicts are listed; resolve them, and check the table again",
    );
    let one = owner("c", desk).with_cell(Cell::is(Cause::SERVICE_ATTITUDE));
    let nobody = policy().routing(Routing::by([Input::CAUSE]).with_row(one)).build().unwrap_err();
    let nobody = nobody.faults();
    texts.is(
        nobody.last().unwrap().clone(),
        "routing: only the first 100 gaps are listed; add rows, and check the table again",
    );
    texts.is(
        policy_fault(policy().routing(tangled())),
        "routing: the 600 rows depend on each other in too many ways to be proved; use fewer inputs in a row, or \
         add a row for the rest",
    );
    let by_severity = |cell| {
        let copy = Row::new(word!(RuleId, "a"), Act::Copy, desk).with_cell(cell);
        policy().routing(Routing::by([Input::Severity]).with_gaps(RoutingGaps::Unrouted).with_row(copy))
    };
    texts.is(
        policy_fault(by_severity(Cell::severity([Severity::Serious]))),
        "routing row `a`: asks for the severity, but the policy has no severity rules; add some, or ask for \
         something else",
    );
    let rules = SeverityRules::new([Severity::General]).with_otherwise(Severity::General);
    texts.is(
        policy_fault(by_severity(Cell::severity_at_least(Severity::Serious)).severity(rules)),
        "routing row `a`: level `serious` is not one of the policy's `levels`; declare it, or use another one",
    );
    words_of_rows(texts);
}

fn words_of_rows(texts: &mut Texts) {
    let parts = Category::SPARE_PARTS;
    let role = Row::to_role(word!(RuleId, "a"), Act::Copy, word!(Role, "manger"));
    texts.is(
        policy_fault(routed([role])),
        "routing row `a`: role `manger` is not declared in the taxonomy, \
         expected one of 17 words such as `manager`, `handler` or `counsellor`",
    );
    let closed = Taxonomy::standard().with_retired(Department::DEALER, date("2026-06-30")).unwrap();
    texts.is(
        policy_fault(routed([row("a", parts, Department::DEALER)]).taxonomy(closed)),
        "routing row `a`: department `dealer` was in use until 2026-06-30; choose a word that is in use on 2026-12-31",
    );
}

fn policy_severity(texts: &mut Texts) {
    let [general, serious, critical] = [Severity::General, Severity::Serious, Severity::Critical];
    let rule = |level| SeverityRule::new(word!(RuleId, "press"), level, Condition::has(Fact::MEDIA_EXPOSURE));
    let levels = |levels: &[Severity]| SeverityRules::new(levels.iter().copied());
    let fault = |rules| policy_fault(policy().severity(rules));
    texts.is(fault(levels(&[])), "severity: `levels` is empty, expected at least one level");
    let many = (0..=MAX_RULES).fold(levels(&[serious]), |rules, _| rules.with_rule(rule(serious)));
    texts.is(fault(many), "severity: the policy has 20001 rules, expected at most 20000");
    texts.is(
        fault(levels(&[general]).with_otherwise(general).with_rule(rule(serious))),
        "severity rule `press`: level `serious` is not one of the policy's `levels`; declare it, or use another one",
    );
    texts.is(
        fault(levels(&[general, serious]).with_otherwise(general)),
        "severity: no rule gives the level `serious`; add a rule or a default for it, or remove it from `levels`",
    );
    texts.is(
        fault(levels(&[serious]).with_rule(rule(serious)).with_otherwise(general)),
        "severity: the default `general` is not one of `levels`; declare it, or use another one",
    );
    texts.is(
        fault(levels(&[general, serious]).with_otherwise(serious).with_escalation(serious, rule(general))),
        "severity rule `press`: escalates from `serious` to `general`; the first must be a declared level, and \
         the second a higher one",
    );
    let skipping = levels(&[general, serious, critical]).with_otherwise(general).with_fallback(rule(serious));
    let escalation = SeverityRule::new(word!(RuleId, "again"), critical, Condition::has(Fact::COLLECTIVE));
    texts.is(
        fault(skipping.with_escalation(general, escalation)),
        "severity rule `again`: escalates from `general` past `serious`; escalate to the next level up",
    );
    texts.is(
        fault(levels(&[serious]).with_rule(rule(serious)).with_fallback(rule(serious))),
        "severity rule `press`: the id is used twice; give each its own id",
    );
    texts.is(
        fault(levels(&[serious]).with_rule(rule(serious).with_mark(word!(Mark, "graver")))),
        "severity rule `press`: mark `graver` is not declared in the taxonomy, \
         expected one of 25 words such as `grave`, `churn-cause` or `small-matter`",
    );
}

fn policy_conditions(texts: &mut Texts) {
    let id = word!(RuleId, "m");
    let mut asked = |condition: Condition, expected: &str| {
        let fault = policy_fault(policy().mark(MarkRule::new(id, Mark::RECALL_REQUIRED, condition)));
        let PolicyFault::Condition { place, problem } = fault.clone() else { panic!("{fault}") };
        assert_eq!(place, FaultPlace::Mark(id));
        texts.is(fault, &format!("mark rule `m`: {expected}"));
        texts.is(problem, expected);
    };
    let late = || Condition::has(Fact::MINUTES_LATE);
    let repeats = |by: &[RecurrenceKey], at_least| Recurrence::new(by.iter().copied(), at_least);
    let empty = "`all` or `any` without conditions, expected at least one";
    asked(Condition::all([]), empty);
    asked(Condition::not(Condition::any([])), empty);
    asked(
        Condition::at_least(Fact::MINUTES_LATE, 0),
        "fact `minutes-late` at least 0 times always holds, expected at least 1",
    );
    let nothing = Money::new(0, "EUR".parse().unwrap());
    asked(Condition::amount_at_least(nothing), "an amount of at least 0 always holds, expected more than 0");
    asked(Condition::is_one_of::<Channel>([]), "channel lists no words, expected at least one");
    asked(
        Condition::is_one_of(vec![Channel::PHONE; 1001]),
        "channel lists 1001 words, expected at most 1000",
    );
    let severity = Condition::Word { input: Input::Severity, any_of: vec!["serious".parse().unwrap()] };
    asked(severity, "a condition cannot ask for the severity; ask for an input of the complaint");
    asked(Condition::repeats(repeats(&[], 1)), "`repeats` names no keys, expected at least one");
    asked(
        Condition::repeats(repeats(&[RecurrenceKey::Staff; 101], 1)),
        "`repeats` names 101 keys, expected at most 100",
    );
    asked(
        Condition::repeats(repeats(&[RecurrenceKey::Word(Facet::Mark)], 1)),
        "`repeats` cannot compare by `mark`, because complaints have no such words; use another key",
    );
    asked(
        Condition::repeats(repeats(&["acme:product".parse().unwrap()], 1)),
        "`repeats` compares by `acme:product`, a facet without words in the taxonomy; declare its words, \
         or use another key",
    );
    asked(
        Condition::repeats(repeats(&[RecurrenceKey::UNIT], 0)),
        "`repeats` at least 0 times always holds, expected at least 1",
    );
    for window in
        [RecurrenceWindow::Months(0), RecurrenceWindow::Days(0), RecurrenceWindow::Elapsed(Span::hours(0))]
    {
        asked(
            Condition::repeats(repeats(&[RecurrenceKey::UNIT], 1).with_window(window)),
            "`repeats` has a window of length 0, expected a longer one",
        );
    }
    asked(
        (0..8).fold(late(), |inner, _| Condition::not(inner)),
        "the condition has more than 8 levels; split it into several rules",
    );
    asked(
        Condition::any(std::iter::repeat_with(late).take(256)),
        "the condition has more than 256 parts; split it into several rules",
    );
    let most = Condition::any(std::iter::repeat_with(late).take(255));
    let deepest = (0..7).fold(late(), |inner, _| Condition::not(inner));
    for condition in [most, deepest] {
        assert!(policy().mark(MarkRule::new(id, Mark::RECALL_REQUIRED, condition)).build().is_ok());
    }
}

fn policy_claim_kinds(texts: &mut Texts) {
    let when = Condition::not(Condition::is(ClaimKind::CLAIM));
    let rule = RatingRule::new(word!(RuleId, "k"), ClaimKind::APPEAL, when);
    texts.is(
        policy_fault(policy().claim_kind(Rating::new().with_rule(rule))),
        "claim-kind rule `k`: cannot ask for the claim kind, which it gives; ask for something else",
    );
}

/// What a document cannot hold, or what counts for nothing.
fn policy_clocks_unread(texts: &mut Texts) {
    let closure = || Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
    let clock = |rule: ClockRule| policy_fault(policy().clock(rule));
    texts.is(
        clock(ClockRule::by_target(closure(), [])),
        "clock `closure`: has no targets; add one, or set `otherwise`",
    );
    let warned = (1..=17).map(Warning::Share).fold(closure(), Clock::with_warning);
    texts.is(
        clock(ClockRule::new(warned, Term::weeks(1))),
        "clock `closure`: 17 warnings, expected at most 16",
    );
    texts.is(
        clock(ClockRule::not_set(closure(), "the\tlimit")),
        "clock `closure`: parameter `the\\tlimit` holds a control character, expected 1 to 100 visible characters",
    );
    let never = Cutoff::by_weekday(LateReceipt::NextWorkingDay);
    texts.is(
        clock(ClockRule::new(closure(), Term::weeks(1).with_cutoff(never))),
        "clock `closure`: a cut-off without any weekday has no effect; set it on every day or on some",
    );
    texts.is(
        clock(ClockRule::new(closure(), Term::at(DateTime::<Utc>::MAX_UTC))),
        "clock `closure`: a chosen instant cannot be written in a document, expected one in the years 1 to 9999 and \
         not in a leap second",
    );
    texts.is(
        policy_fault(policy().track(Track::new().with_permit(Action::Receive, Role::MANAGER))),
        "track: cannot permit `receive` to `manager` only: a receipt creates the case and checks no role; name \
         another action",
    );
}

fn policy_clocks(texts: &mut Texts) {
    let (desk, parts) = (Department::FRONT_DESK, Category::SPARE_PARTS);
    let closure = || Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
    let target = |id: &str, category| Target::new(id.parse().unwrap(), category, Term::weeks(1));
    let targets =
        |targets: Vec<Target>| policy_fault(policy().clock(ClockRule::by_target(closure(), targets)));
    texts.is(
        targets(vec![target("a", word!(Category, "acme:x"))]),
        "clock `closure` target `a`: category `acme:x` is not declared in the taxonomy, \
         expected one of 6 words such as `spare-parts`, `sales-process` or `service-process`",
    );
    texts.is(
        targets(vec![target("a", parts), target("a", Category::SALES_PROCESS)]),
        "clock `closure` target `a`: the id is used twice; give each its own id",
    );
    texts.is(
        targets(vec![target("a", parts), target("b", parts)]),
        "clock `closure` target `b`: covers the same complaints as target `a`; remove one of the two",
    );
    texts.is(
        targets(vec![Target::new(word!(RuleId, "a"), parts, nested(5))]),
        "clock `closure` target `a`: alternatives are nested too deeply, expected at most 4 levels",
    );
    let clock = |rule: ClockRule| policy_fault(policy().clock(rule));
    texts.is(
        clock(rule(word!(ClockName, "respons"))),
        "clock `respons`: clock-name `respons` is not declared in the taxonomy, \
         expected one of 12 words such as `response`, `closure` or `project`",
    );
    texts.is(
        clock(ClockRule::new(closure(), Deadline::latest::<Alternative>([]))),
        "clock `closure`: no alternatives, expected at least one",
    );
    texts.is(
        policy_fault(policy().clock(rule(CLOCK)).clock(rule(CLOCK))),
        "clock `response`: declared twice; give each clock its own name",
    );
    texts.is(
        clock(rule(CLOCK).with_from_due_of(ClockName::CLOSURE)),
        "clock `response`: starts when `closure` is due, but the policy has no clock `closure`",
    );
    texts.is(
        policy_fault(
            policy()
                .clock(rule(CLOCK).with_from_due_of(ClockName::CLOSURE))
                .clock(rule(ClockName::CLOSURE).with_from_due_of(CLOCK)),
        ),
        "clock `response`: starts from its own due date, directly or through other clocks; start one of them \
         from an event",
    );
    let warning = |warning| clock(ClockRule::new(closure().with_warning(warning), Term::calendar_days(5)));
    texts.is(warning(Warning::Share(100)), "clock `closure`: warns at 100 %, expected 1 to 99");
    let twice = closure().with_pause(PauseRule::new(CUSTOMER)).with_pause(PauseRule::new(CUSTOMER));
    texts.is(
        clock(ClockRule::new(twice, Term::weeks(1))),
        "clock `closure`: pause reason `awaiting-customer` is declared twice; keep one of the two",
    );
    let twice =
        closure().with_extension(ExtensionRule::new(COMPLEX)).with_extension(ExtensionRule::new(COMPLEX));
    texts.is(
        clock(ClockRule::new(twice, Term::weeks(1))),
        "clock `closure`: extension reason `complex-case` is declared twice; keep one of the two",
    );
    texts.is(
        clock(rule(CLOCK).with_scope(ClockScope::Department)),
        "clock `response`: a clock for each department must start from `department-received`, not from `received`",
    );
    let facts = Taxonomy::standard().with_only(&[Fact::ON_FORCED_CLOSURE_LIST, Fact::HOTLINE_TRIES]);
    texts.is(
        policy_fault(
            policy().taxonomy(facts).forced_closure(ForcedClosure::new(ForcedClosureTest::ListAndNoSolution)),
        ),
        "forced closure: fact `no-solution-now` is not declared in the taxonomy, \
         expected `hotline-tries` or `on-forced-closure-list`",
    );
    let only_made_up = office()
        .week(WeekPattern::closed())
        .working_day(date("2026-05-02"), "make-up", [OFFICE])
        .build()
        .unwrap();
    let owners = Category::ALL.iter().map(|&category| (category, desk));
    let faults = Nev::new(only_made_up, owners, NoticePeriod::Days(7))
        .with_make_up_days(MakeUpDays::AsPattern)
        .build()
        .unwrap_err();
    texts.is(
        faults.faults().first().unwrap().clone(),
        "calendar: no working time from 2026-01-01 to 2026-12-31; give at least one weekday working hours",
    );
}

#[test]
fn texts_of_cases() {
    cases::texts().check();
}

#[test]
fn texts_of_people() {
    people::texts().check();
}

#[test]
fn texts_of_reports() {
    reports::texts().check();
}

#[test]
fn texts_of_laws() {
    laws::texts().check();
}

#[test]
fn texts_of_what_is_trusted() {
    trusted::texts().check();
}

#[test]
fn texts_of_comparisons() {
    compare::texts().check();
}

#[test]
fn texts_of_books_of_policies() {
    policy_books::texts().check();
}

#[test]
fn texts_of_clocks_of_policies() {
    policy_clocks::texts().check();
}

#[test]
fn texts_of_policies() {
    policies().check();
}

#[test]
fn faults_of_a_policy_are_a_line_each() {
    let faults = policy()
        .clock(rule(CLOCK))
        .clock(rule(CLOCK).with_scope(ClockScope::Department))
        .build()
        .unwrap_err();
    assert_eq!(
        faults.to_string(),
        "clock `response`: a clock for each department must start from `department-received`, not from \
         `received`\nclock `response`: declared twice; give each clock its own name",
    );
}

#[test]
fn places_of_a_policy_are_named() {
    let id = word!(RuleId, "parts");
    let places = [
        (FaultPlace::Routing, "routing"),
        (FaultPlace::Row(id), "routing row `parts`"),
        (FaultPlace::Severity(id), "severity rule `parts`"),
        (FaultPlace::Rating(Facet::ClaimKind, id), "claim-kind rule `parts`"),
        (FaultPlace::Ratings(Facet::Urgency), "urgency"),
        (FaultPlace::Otherwise(Facet::Urgency), "urgency otherwise"),
        (FaultPlace::Labels, "labels"),
        (FaultPlace::Mark(id), "mark rule `parts`"),
        (FaultPlace::MustAsk, "must-ask"),
        (FaultPlace::Chain(id), "approval chain `parts`"),
        (FaultPlace::Requirement(id), "requirement `parts`"),
        (FaultPlace::Clock(CLOCK), "clock `response`"),
        (FaultPlace::Target(CLOCK, id), "clock `response` target `parts`"),
        (FaultPlace::ForcedClosure, "forced closure"),
        (FaultPlace::Form(Record::LEDGER), "form `ledger`"),
        (FaultPlace::Report(Report::TREND_REVIEW), "report `trend-review`"),
        (FaultPlace::Track, "track"),
        (FaultPlace::DepartmentCalendar(Department::QUALITY), "department calendar `quality`"),
        (FaultPlace::Conduct, "conduct"),
    ];
    for (place, expected) in places {
        assert_eq!(place.to_string(), expected);
    }
}

// Complaints.

fn complaint() -> Complaint {
    Complaint::new("a-1".parse().unwrap(), at(MONDAY))
}

fn complaints() -> Texts {
    let mut texts = Texts::default();
    let policy = policy().build().unwrap();
    let wrong = complaint()
        .with_category(word!(Category, "spare-part"))
        .with_medium(word!(Medium, "writen"))
        .with_event(Anchor::CLOSED, at("2026-03-01T10:00:00+01:00"));
    let error = triage(&policy, &wrong, &History::none()).unwrap_err();
    let expected = [
        "`closed` at 2026-03-01T09:00:00Z lies before the receipt at 2026-03-02T09:00:00Z; \
         correct one of the two",
        "category `spare-part` is not declared in the taxonomy, \
         expected one of 6 words such as `spare-parts`, `sales-process` or `service-process`",
        "medium `writen` is not declared in the taxonomy, expected `written` or `oral`",
    ];
    assert_eq!(error.faults().len(), expected.len());
    for (fault, expected) in error.faults().iter().zip(expected) {
        texts.is(fault.clone(), expected);
    }
    assert_eq!(error.to_string(), expected.join("\n"));
    let early = complaint().with_department(Department::DEALER, at("2026-03-02T09:00:00+01:00"));
    let error = triage(&policy, &early, &History::none()).unwrap_err();
    texts.is(
        error.iter().next().unwrap().clone(),
        "department `dealer` received the complaint at 2026-03-02T08:00:00Z, before its receipt at \
         2026-03-02T09:00:00Z; correct one of the two",
    );
    let inside = Condition::any([Condition::has(Fact::ON_PREMISES), Condition::has(Fact::IN_BUSINESS_SCOPE)]);
    let accident = Cause::from(CauseGroup::ACCIDENT);
    let required = Requirement::new(word!(RuleId, "s04-r10"), accident, inside);
    let policy = self::policy().requirement(required).build().unwrap();
    let error = triage(&policy, &complaint().with_cause(accident), &History::none()).unwrap_err();
    texts.is(
        error.iter().next().unwrap().clone(),
        "cause `accident` needs requirement `s04-r10`, which does not hold or is not known; \
         find out, or use another word",
    );
    let unread = |json: &str| {
        let document: ComplaintDocument = serde_json::from_str(json).unwrap();
        document.build().unwrap_err().iter().next().unwrap().clone()
    };
    texts.is(
        unread(r#"{"id":"a","received-local":"2026-03-02T10:00:00"}"#),
        "`received` is a local time; give an instant, or read the document with a calendar",
    );
    texts.is(
        unread(
            r#"{"id":"a","received":"2026-03-02T10:00:00Z","closed":"2026-03-03T10:00:00Z",
                "closed-local":"2026-03-03T11:00:00"}"#,
        ),
        "`closed` is given as an instant and as a local time; keep one of the two",
    );
    let mut never = ComplaintDocument::new("a".parse().unwrap(), at(MONDAY));
    never.received = None;
    texts.is(
        never.build().unwrap_err().iter().next().unwrap().clone(),
        "the complaint has no time of receipt; give `received` or `received-local`",
    );
    let later: ComplaintDocument =
        serde_json::from_str(r#"{"id":"a","received-local":"2027-03-02T10:00:00"}"#).unwrap();
    texts.is(
        later.build_with(&calendar()).unwrap_err().iter().next().unwrap().clone(),
        "`received`: calendar `office` does not cover 2027-03-02, only 2026-01-01 to 2026-12-31; extend its known days",
    );
    let nothing = r#"{"id":"a","received":"2026-03-02T10:00:00Z","demand":["repair"],"no-demand":true}"#;
    let error = serde_json::from_str::<ComplaintDocument>(nothing).unwrap().build().unwrap_err();
    texts.is(
        error.iter().next().unwrap().clone(),
        "demand `repair` contradicts `no-demand`; keep one of the two",
    );
    let twice =
        r#"{"id":"a","received":"2026-03-02T10:00:00Z","events":{"installed":"2026-03-01T10:00:00Z"}}"#;
    let error = serde_json::from_str::<ComplaintDocument>(twice).unwrap().build().unwrap_err();
    texts.is(error.iter().next().unwrap().clone(), "events: `installed` has a key of its own; move it there");
    texts
}

#[test]
fn texts_of_complaints() {
    complaints().check();
}

// All of them.

fn all() -> Vec<Met> {
    let texts = [
        words(),
        times(),
        described(),
        asked(),
        terms(),
        undue(),
        clocks(),
        policies(),
        complaints(),
        approvals::texts(),
        cases::texts(),
        people::texts(),
        contents::texts(),
        dates::texts(),
        compare::texts(),
        policy_books::texts(),
        findings::texts(),
        policy_clocks::texts(),
        reports::texts(),
        trusted::texts(),
        laws::texts(),
        wire::texts(),
    ];
    texts.into_iter().flat_map(|texts| texts.0).collect()
}

/// What a text does against the rules.
fn broken(text: &str) -> Vec<&'static str> {
    // What was expected, what to do, or what is missing.
    const SAYS: [&str; 8] =
        ["expected ", "allowed here: ", "; ", " must ", "cannot ", " only ", " requires ", " has no "];
    const ABBREVIATIONS: [&str; 3] = ["UTC", "ASCII", "ISO"];
    const TYPES: [&str; 13] =
        ["struct", "enum", "tuple", "u8", "u16", "u32", "u64", "usize", "i32", "i64", "bool", "str", "char"];
    let parts: Vec<&str> = text.split('`').collect();
    // What stands in backticks is the value, as it was given.
    let prose = parts.iter().step_by(2).copied().collect::<Vec<_>>().join("·");
    let words: Vec<&str> = prose.split([' ', ',', ';', ':', '(', ')']).collect();
    let is_given = |word: &str| {
        let instants =
            prose.split([' ', ',', ';']).filter(|token| instant::parse(token.trim_end_matches(':')).is_ok());
        ABBREVIATIONS.contains(&word)
            || word.starts_with("U+")
            || word.starts_with('\'')
            || instants.clone().any(|token| token.split(':').any(|part| part == word))
    };
    let rules = [
        ("is empty", text.is_empty()),
        ("is longer than 400 bytes", text.len() > 400),
        (
            "is not on one line",
            text.chars().any(|letter| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')),
        ),
        ("ends with a stop", text.ends_with(['.', '!', '?', ';', ',', ' '])),
        ("has backticks that do not pair", parts.len().is_multiple_of(2)),
        ("says neither what was expected nor what to do", !SAYS.iter().any(|word| prose.contains(word))),
        (
            "is not in lower case",
            words.iter().any(|word| word.chars().any(char::is_uppercase) && !is_given(word)),
        ),
        ("names a type", prose.contains("::") || words.iter().any(|word| TYPES.contains(word))),
        ("has two spaces together", prose.contains("  ")),
        ("shows what only a program shows", prose.contains(['{', '}', '"'])),
    ];
    rules.into_iter().filter(|(_, is_broken)| *is_broken).map(|(rule, _)| rule).collect()
}

#[test]
fn every_text_keeps_the_rules() {
    let wrong: BTreeSet<String> = all()
        .iter()
        .flat_map(|met| {
            broken(&met.text).into_iter().map(move |rule| format!("{} {rule}: {}", met.name, met.text))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_rules_find_what_breaks_them() {
    for text in [
        "",
        "Code is empty, expected one",
        "code is empty, expected one.",
        "code `a is empty, expected one",
        "code is empty",
        "code\nis empty, expected one",
        "invalid value: integer `-1`, expected u32",
        "invalid type: string, expected struct ComplaintDocument",
        "at 2026-01-01 00:00:00 UTC, expected  that",
    ] {
        assert!(!broken(text).is_empty(), "{text}");
    }
    assert_eq!(broken("code `B.` has 'B' (U+0042) at 2026-01-01T00:00:00Z: expected UTC"), [""; 0]);
}

/// Every type and variant that the sources give a text.
fn given_texts() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        if file.ends_with("case/audit.rs") && !cfg!(feature = "audit") {
            continue;
        }
        let text = fs::read_to_string(file).unwrap();
        let (mut of, mut has_text) = (String::new(), false);
        for line in text.lines() {
            let name =
                |from: &str| from.chars().take_while(|letter| letter.is_alphanumeric()).collect::<String>();
            if let Some(rest) = line.strip_prefix("pub enum ").or_else(|| line.strip_prefix("pub struct ")) {
                of = name(rest);
                if std::mem::take(&mut has_text) {
                    names.insert(format!("{of}::{of}"));
                }
            } else if line.trim_start().starts_with("#[error(") {
                has_text = true;
            } else if let Some(rest) = line.strip_prefix("    ")
                && rest.starts_with(|letter: char| letter.is_ascii_uppercase())
                && std::mem::take(&mut has_text)
            {
                names.insert(format!("{of}::{}", name(rest)));
            }
        }
    }
    names
}

#[test]
fn every_text_of_the_sources_was_met() {
    let met: BTreeSet<String> = all().into_iter().map(|met| met.name).collect();
    let missing: Vec<String> = given_texts().into_iter().filter(|name| !met.contains(name)).collect();
    assert!(given_texts().len() > 80);
    assert_eq!(missing, [""; 0], "no test makes these errors");
}

// Documents: serde joins its own words to ours.

/// A document, a broken value in it, and what the error must name.
#[track_caller]
fn unreadable<T: serde::de::DeserializeOwned + std::fmt::Debug>(json: &str, named: &str) {
    let text = serde_json::from_str::<T>(json).unwrap_err().to_string();
    let (text, _) = text.rsplit_once(" at line ").unwrap();
    assert!(text.contains(named), "{text}: does not name {named}");
    assert_eq!(broken(text), [""; 0], "{text}");
}

#[test]
fn a_document_of_the_wrong_type_names_no_rust_type() {
    for json in ["3", "\"x\"", "null", "true", "[3]"] {
        unreadable::<CalendarDocument>(json, "expected a calendar");
        unreadable::<ComplaintDocument>(json, "expected a complaint");
    }
}

#[test]
fn a_value_of_the_wrong_type_names_no_rust_type() {
    let complaint = |rest: &str| format!(r#"{{"id":"a","received":"2026-03-02T10:00:00Z",{rest}}}"#);
    unreadable::<ComplaintDocument>(&complaint(r#""facts":{"hotline-tries":-1}"#), "`-1`");
    unreadable::<ComplaintDocument>(&complaint(r#""facts":{"hotline-tries":4294967296}"#), "`4294967296`");
    unreadable::<ComplaintDocument>(&complaint(r#""category":7"#), "`7`");
    let calendar = |rest: &str| {
        format!(
            r#"{{"name":"a","revision":"1","zone":"UTC","first":"2026-01-01","last":"2026-12-31",{rest}}}"#
        )
    };
    unreadable::<CalendarDocument>(&calendar(r#""week":7"#), "`7`");
    unreadable::<CalendarDocument>(&calendar(r#""week":{},"holidays":[7]"#), "`7`");
    unreadable::<CalendarDocument>(&calendar(r#""week":{},"make-up-days":"maybe""#), "`maybe`");
}

#[test]
fn a_date_that_is_none_is_named_with_what_was_expected() {
    for text in ["2026-13-01", "2026-02-30", "1 May", "", "2026-05-01T00:00:00Z"] {
        let json = format!(
            r#"{{"name":"a","revision":"1","zone":"UTC","first":"{text}","last":"2026-12-31","week":{{}}}}"#
        );
        unreadable::<CalendarDocument>(&json, &format!("`{text}`"));
    }
}
