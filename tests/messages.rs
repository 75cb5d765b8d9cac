//! The full text of every error, each made by real bad input, and the rules that all of them keep.
//!
//! A text names the place, the value and what was expected; it is in lower case, on one line, without a final
//! stop, with values in backticks and without the name of any Rust type.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use chrono_tz::Europe::Berlin;
use redress::calendar::instant::{self, InstantError, InstantProblem};
use redress::calendar::{
    Calendar, CalendarBuilder, CalendarDocument, CalendarFaults, Hours, KnownDays, LocalTime, MakeUpDays,
    Span, WeekPattern, Zone, date,
};
use redress::deadline::{
    Alternative, Anchors, Clock, ClockError, ClockRecord, ClosedStart, Count, Cutoff, Deadline,
    DeadlineError, End, Extension, ExtensionChange, ExtensionRule, FirstDay, LateReceipt, MAX_CHANGES,
    PauseRule, Roll, Term, Warning,
};
use redress::labels::Labels;
use redress::policy::{
    ClockRule, ForcedClosure, ForcedClosureTest, Gaps, OwnerRow, Place, Policy, PolicyBuilder, PolicyFault,
    Scope, Target,
};
use redress::profiles::{Nev, NoticePeriod};
use redress::taxonomy::{Declared, Taxonomy};
use redress::triage::{ClockOutcome, Complaint, ComplaintDocument, History, triage};
use redress::vocab::{
    Anchor, CaseId, Category, Channel, ClockName, Code, ComplainantKey, Department, ExtensionReason, Facet,
    Fact, Locale, Medium, PauseReason, RuleId, Severity,
};
use redress::word;

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
        let path = std::any::type_name::<E>();
        let debug = format!("{error:?}");
        let variant: String = debug.chars().take_while(|letter| letter.is_alphanumeric()).collect();
        let name = format!("{}::{variant}", path.rsplit("::").next().unwrap());
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
    for text in ["", &"x".repeat(49), "Billing", "b\u{456}lling", "bill\0ing", "-a", "a.", "a.b:c"] {
        texts.seen(text.parse::<Code>().unwrap_err());
    }
    texts.seen("Serious".parse::<Severity>().unwrap_err());
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

    let day = date("2026-03-02");
    let taxonomy = Taxonomy::standard()
        .with_from(word!(Category, "acme:new"), date("2027-01-01"))
        .retire(Channel::FAX, date("2025-12-31"))
        .unwrap();
    texts.seen(taxonomy.check_new(word!(Medium, "writen"), day).unwrap_err());
    texts.seen(taxonomy.check_new(word!(RuleId, "hotline"), day).unwrap_err());
    texts.seen(taxonomy.check_new(word!(Category, "acme:new"), day).unwrap_err());
    texts.seen(taxonomy.check_new(Channel::FAX, day).unwrap_err());
    texts.seen(Taxonomy::standard().retire(word!(Medium, "orall"), day).unwrap_err());
    texts.seen(taxonomy.retire(word!(Category, "acme:new"), day).unwrap_err());
    let clerk = (Facet::Role, Declared::always("clerk".parse().unwrap()));
    let faults = Taxonomy::new([clerk, clerk]).unwrap_err();
    texts.seen(faults.iter().next().unwrap().clone());

    for text in ["", &"x".repeat(201), "a\nb"] {
        texts.seen(Labels::standard().with(Medium::ORAL, Locale::En, text).unwrap_err());
    }
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
        "`3` is not a reading of make-up days, expected `working` or `as-pattern`",
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
            "has another shape, expected one such as `2026-03-06T18:00:00+01:00`",
        ),
        (
            "2026-02-30T18:00:00Z",
            InstantProblem::Field,
            "names a time that does not exist, expected a date and a time of the calendar",
        ),
        (
            "2016-12-31T23:59:60Z",
            InstantProblem::LeapSecond,
            "has a second 60, expected seconds from 00 to 59",
        ),
        (
            "2026-03-06T18:00:00+24:00",
            InstantProblem::Offset,
            "has no usable offset, expected `Z` or one from `-23:59` to `+23:59`",
        ),
        ("0000-12-31T00:00:00Z", InstantProblem::Year, "is out of range, expected a year from 0001 to 9999"),
    ];
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

fn fault_of(builder: CalendarBuilder) -> redress::calendar::CalendarFault {
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
        "no working time from 2026-01-01 to 2026-12-31, expected at least one working day",
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
        fault_of(office().holiday(date("2026-05-01"), "1 May").holiday(date("2026-05-01"), "Labour Day")),
        "day 2026-05-01: declared twice, as `1 May` and as `Labour Day`, expected one entry a date",
    );
    texts.is(
        fault_of(office().working_day(date("2026-05-02"), "make-up", [])),
        "day 2026-05-02 `make-up`: has no working hours, expected at least one span, or a holiday",
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
    let one_day = KnownDays::new(date("2026-03-02"), date("2026-03-02")).unwrap();
    texts.is(
        fault_of(office().known(one_day).holiday(date("2026-03-02"), "a").holiday(date("2026-03-03"), "b")),
        "2 holidays and other exceptions, expected at most one for each of the 1 known days",
    );
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
        fault_of(office().holidays(date("2026-05-02"), date("2026-05-01"), "May")),
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
    texts
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
    let all = faults(
        r#"{"name":"a","revision":"1","zone":"Europe/Berlin","first":"2026-01-01","last":"2026-12-31",
            "week":{"mon":["09:00-17:00"],"tue":["09:00-12:00","13-17"]},
            "holidays":[{"date":"2026-01-01","name":"New Year"},{"date":"2026-05-01","to":"2026-05-02","name":"May"},{"name":"Easter"}],
            "working_days":[{"date":"2026-01-03","name":"make-up","hours":["17:00-09:00"]}],
            "special_hours":[{"date":"2026-12-24","name":"eve","hours":["","09:00-12:00"]}]}"#,
    );
    let expected = [
        "week.tue[1]: `13-17` is not a span of hours, expected `HH:MM-HH:MM`, with `24:00` for midnight or `+1` \
         for the next day",
        "holidays[1] `May`: has `date` and `to`, expected either `date` or both `from` and `to`",
        "holidays[2] `Easter`: has no date, expected either `date` or both `from` and `to`",
        "working_days[0].hours[0]: hours `17:00-09:00` close before they open, expected a later closing, `24:00` \
         for midnight or `+1` for the next day",
        "special_hours[0].hours[0]: `` is not a span of hours, expected `HH:MM-HH:MM`, with `24:00` for midnight \
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
        "calendar `office` is not known on 2027-01-01, expected a date from 2026-01-01 to 2026-12-31",
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
fn faults_of_a_calendar_are_joined_by_semicolons() {
    let faults = office().revision("").holiday(date("2027-01-01"), "New Year").build().unwrap_err();
    assert_eq!(
        faults.to_string(),
        "revision `` is empty, expected 1 to 100 visible characters; \
         day 2027-01-01 `New Year`: outside the known days, expected a date from 2026-01-01 to 2026-12-31",
    );
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
            "an intake cut-off on elapsed or working time, expected a count of days, weeks or months",
        ),
        (
            elapsed.with_closed_start(ClosedStart::NextWorkingDay),
            "a closed start on elapsed or working time, expected a count of days, weeks or months",
        ),
        (
            elapsed.with_first_day(FirstDay::DayOne),
            "day one on elapsed or working time, expected a count of days, weeks or months",
        ),
        (
            elapsed.with_end(End::END_OF_DAY),
            "an end of day on elapsed or working time, expected the same time, or an end of its roll",
        ),
        (
            Term::working(Span::hours(2)).with_roll(Roll::FOLLOWING),
            "a roll of working time, expected none: it always ends in working time",
        ),
        (
            Term::at(at(MONDAY)).with_roll(Roll::FOLLOWING),
            "a chosen instant with a cut-off, a first day, an end or a roll, expected the instant alone",
        ),
        (Term::weeks(0).with_first_day(FirstDay::DayOne), "a count of 0 from day one, expected at least 1"),
        (
            Term::calendar_days(2).with_end(End::OPENING),
            "an end at opening or close of business on what may be a day without, expected working days or a roll",
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
        "more than 16 alternatives, expected at most that many",
    );
    texts.is(nested(5).fault().unwrap(), "alternatives are nested too deeply, expected at most 4 levels");
    texts.is(due(nested(5)), "deadline: alternatives are nested too deeply, expected at most 4 levels");
    texts
}

fn undue() -> Texts {
    let mut texts = Texts::default();
    texts.is(
        due(Term::working_days(300)),
        "calendar `office` is not known on 2027-01-01, expected a date from 2026-01-01 to 2026-12-31",
    );
    texts.is(
        due(Term::months(u32::MAX)),
        "4294967295 months leads beyond the year 9999, expected a smaller amount",
    );
    texts.is(
        due(Term::elapsed(Span::hours(u32::MAX))),
        "4294967295 h elapsed leads beyond the year 9999, expected a smaller amount",
    );
    texts.is(
        due(Deadline::latest([
            Alternative::from(Anchor::DISPATCHED, Term::weeks(1)),
            Alternative::from(Anchor::PROMISED, Term::weeks(1)),
        ])),
        "none of 2 alternatives applies, expected at least one whose event has happened",
    );
    texts.is(
        Deadline::from(Term::weeks(1))
            .due(&calendar(), Anchor::DISPATCHED, &Anchors::received(at(MONDAY)))
            .unwrap_err(),
        "no instant for `dispatched`, expected the event from which the clock runs",
    );
    let mut record = record(Term::working(Span::hours(8)));
    let extension = Extension::new(ExtensionChange::Add(Count::WorkingDays(1)), AGREED, at(MONDAY));
    let Err(ClockError::Deadline(error)) = record.extend(&clock(), &calendar(), extension) else {
        panic!("an extension in another unit");
    };
    texts.is(
        error,
        "an extension by 1 working day of a term of 8 h of working time, \
         expected both in days or in the same unit",
    );
    let policy = policy()
        .clock(ClockRule::by_category(
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
            "no target is set for a complaint without a category, expected one in the policy",
            "no target is set for `the period of the notice (A38)`, expected one in the policy",
        ],
        [
            "no target is set for category `sales-process`, expected one in the policy",
            "no target is set for `the period of the notice (A38)`, expected one in the policy",
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
        .with_extension(ExtensionRule::new(AGREED).times(2))
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
        fresh().pause(&clock, samples, first, first).unwrap_err(),
        "clock `response` cannot pause for `awaiting-samples`, expected `awaiting-customer` or `awaiting-supplier`",
    );
    texts.is(
        fresh().pause(&plain, samples, first, first).unwrap_err(),
        "clock `response` cannot pause for `awaiting-samples`, expected none, for it declares no reason",
    );
    let mut paused = fresh();
    paused.pause(&clock, CUSTOMER, second, second).unwrap();
    texts.is(
        paused.pause(&clock, CUSTOMER, third, third).unwrap_err(),
        "clock `response` is paused for `awaiting-customer` since 2026-03-02T10:00:00Z, \
         expected that pause to end first",
    );
    texts.is(
        paused.resume(&clock, SUPPLIER, third, third).unwrap_err(),
        "clock `response` is not paused for `awaiting-supplier`, expected an open pause",
    );
    texts.is(
        paused.resume(&clock, CUSTOMER, first, third).unwrap_err(),
        "clock `response` cannot resume at 2026-03-02T09:00:00Z, expected 2026-03-02T10:00:00Z or later, \
         when the pause began",
    );
    texts.is(
        paused.resume(&clock, CUSTOMER, third, second).unwrap_err(),
        "clock `response`: 2026-03-02T11:00:00Z is later than its entry at 2026-03-02T10:00:00Z, \
         expected that or an earlier instant",
    );
    texts.is(
        paused.resume(&clock, CUSTOMER, first, first).unwrap_err(),
        "clock `response`: an entry at 2026-03-02T09:00:00Z after one at 2026-03-02T10:00:00Z, \
         expected that or a later instant",
    );
    paused.resume(&clock, CUSTOMER, third, third).unwrap();
    texts.is(
        paused.pause(&clock, CUSTOMER, second, third).unwrap_err(),
        "clock `response` is paused for `awaiting-customer` from 2026-03-02T10:00:00Z \
         until 2026-03-02T11:00:00Z, expected one that begins before or after it",
    );
    let third_party = ExtensionReason::AWAITING_THIRD_PARTY;
    texts.is(
        fresh().extend(&clock, &calendar, extension(third_party, first)).unwrap_err(),
        "clock `response` cannot be extended for `awaiting-third-party`, \
         expected `complex-case` or `agreed-with-complainant`",
    );
    texts.is(
        fresh().extend(&plain, &calendar, extension(COMPLEX, first)).unwrap_err(),
        "clock `response` cannot be extended for `complex-case`, expected none, for it declares no reason",
    );
    texts.is(
        fresh().extend(&clock, &calendar, extension(COMPLEX, first)).unwrap_err(),
        "clock `response`: the extension for `complex-case` is not approved, \
         expected an approval by 2026-03-02T09:00:00Z",
    );
    let mut extended = fresh();
    for _ in 0..2 {
        extended.extend(&clock, &calendar, extension(AGREED, first)).unwrap();
    }
    texts.is(
        extended.extend(&clock, &calendar, extension(AGREED, first)).unwrap_err(),
        "clock `response` cannot be extended for `agreed-with-complainant` once more, expected at most 2",
    );
    texts.is(
        fresh().extend(&clock, &calendar, extension(AGREED, at("2026-03-10T09:00:00Z"))).unwrap_err(),
        "clock `response` ran out at 2026-03-09T09:00:00Z, expected an extension before that \
         and not at 2026-03-10T09:00:00Z",
    );
    let mut stopped = fresh();
    stopped.stop(&clock, second, second).unwrap();
    texts.is(
        stopped.cancel(&clock, third, third, word!(RuleId, "withdrawn")).unwrap_err(),
        "clock `response` ended at 2026-03-02T10:00:00Z, expected no further entry",
    );
    texts.is(
        fresh().happened(&clock, Anchor::RECEIVED, third, third).unwrap_err(),
        "`received` at 2026-03-02T11:00:00Z, but it happened at 2026-03-02T09:00:00Z already, expected it once",
    );
    let mut full = fresh();
    for _ in 0..MAX_CHANGES {
        full.change(&clock, first, Term::weeks(2)).unwrap();
    }
    texts.is(
        full.change(&clock, first, Term::weeks(2)).unwrap_err(),
        "clock `response` has 32 entries of a kind, expected no more",
    );
    texts.is(
        record(Term::working_days(300)).extend(&clock, &calendar, extension(AGREED, first)).unwrap_err(),
        "calendar `office` is not known on 2027-01-01, expected a date from 2026-01-01 to 2026-12-31",
    );
    texts
}

#[test]
fn texts_of_clocks() {
    clocks().check();
}

// Policies.

fn policy() -> PolicyBuilder {
    Policy::builder("desk", "1").gaps(Gaps::Unrouted).calendar(calendar())
}

fn policy_fault(builder: PolicyBuilder) -> PolicyFault {
    let faults = builder.build().unwrap_err();
    assert_eq!(faults.faults().len(), 1, "{faults}");
    faults.faults().first().unwrap().clone()
}

fn row(id: &str, category: Category, department: Department) -> OwnerRow {
    OwnerRow::new(id.parse().unwrap(), category, department)
}

fn rule(name: ClockName) -> ClockRule {
    ClockRule::new(Clock::new(name, Anchor::RECEIVED), Term::weeks(1))
}

fn policies() -> Texts {
    let mut texts = Texts::default();
    let desk = Department::FRONT_DESK;
    texts.is(
        policy_fault(Policy::builder("desk", "1").gaps(Gaps::Unrouted)),
        "policy has no calendar, expected one",
    );
    let named = |name, version| Policy::builder(name, version).gaps(Gaps::Unrouted).calendar(calendar());
    texts.is(policy_fault(named("", "1")), "policy name `` is empty, expected 1 to 100 visible characters");
    texts.is(
        policy_fault(named("desk", "2026\n")),
        "policy version `2026\\n` holds a control character, expected 1 to 100 visible characters",
    );
    texts.is(
        policy_fault(policy().owner(row("parts", word!(Category, "spare-part"), desk))),
        "owners row `parts`: category `spare-part` is not declared in the taxonomy, \
         expected one of 6 words such as `spare-parts`, `sales-process` or `service-process`",
    );
    let parts = Category::SPARE_PARTS;
    texts.is(
        policy_fault(policy().owner(row("a", parts, desk)).owner(row("a", Category::SALES_PROCESS, desk))),
        "owners row `a`: id stands twice, expected ids that differ",
    );
    texts.is(
        policy_fault(policy().owner(row("a", parts, desk)).owner(row("b", parts, desk))),
        "owners row `b`: category `spare-parts` has `a` already, expected one entry a category",
    );
    let narrow = Taxonomy::standard().only(&[parts]);
    texts.is(
        policy_fault(policy().taxonomy(narrow).gaps(Gaps::Refused)),
        "owners: no row for category `spare-parts`, expected one, or gaps declared as unrouted",
    );
    policy_clocks(&mut texts);
    texts
}

fn policy_clocks(texts: &mut Texts) {
    let (desk, parts) = (Department::FRONT_DESK, Category::SPARE_PARTS);
    let closure = || Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
    let target = |id: &str, category| Target::new(id.parse().unwrap(), category, Term::weeks(1));
    let targets =
        |targets: Vec<Target>| policy_fault(policy().clock(ClockRule::by_category(closure(), targets)));
    texts.is(
        targets(vec![target("a", word!(Category, "acme:x"))]),
        "clock `closure` target `a`: category `acme:x` is not declared in the taxonomy, \
         expected one of 6 words such as `spare-parts`, `sales-process` or `service-process`",
    );
    texts.is(
        targets(vec![target("a", parts), target("a", Category::SALES_PROCESS)]),
        "clock `closure` target `a`: id stands twice, expected ids that differ",
    );
    texts.is(
        targets(vec![target("a", parts), target("b", parts)]),
        "clock `closure` target `b`: category `spare-parts` has `a` already, expected one entry a category",
    );
    texts.is(
        targets(vec![Target::new(word!(RuleId, "a"), parts, nested(5))]),
        "clock `closure` target `a`: alternatives are nested too deeply, expected at most 4 levels",
    );
    let clock = |rule: ClockRule| policy_fault(policy().clock(rule));
    texts.is(
        clock(rule(word!(ClockName, "respons"))),
        "clock `respons`: clock-name `respons` is not declared in the taxonomy, \
         expected one of 11 words such as `response`, `closure` or `project`",
    );
    texts.is(
        clock(ClockRule::new(closure(), Deadline::latest::<Alternative>([]))),
        "clock `closure`: no alternatives, expected at least one",
    );
    texts.is(
        policy_fault(policy().clock(rule(CLOCK)).clock(rule(CLOCK))),
        "clock `response`: declared twice, expected names that differ",
    );
    texts.is(
        clock(rule(CLOCK).starting_when_due(ClockName::CLOSURE)),
        "clock `response`: starts when `closure` is due, expected the name of another clock of the policy",
    );
    texts.is(
        policy_fault(
            policy()
                .clock(rule(CLOCK).starting_when_due(ClockName::CLOSURE))
                .clock(rule(ClockName::CLOSURE).starting_when_due(CLOCK)),
        ),
        "clock `response`: starts from its own due date, directly or by way of others, expected an event at the beginning",
    );
    let warning = |warning| clock(ClockRule::new(closure().with_warning(warning), Term::calendar_days(5)));
    texts.is(
        warning(Warning::Lead(Count::WorkingDays(2))),
        "clock `closure`: warns 2 working days ahead of a target of 5 calendar days, expected the unit of the clock",
    );
    texts.is(warning(Warning::Share(100)), "clock `closure`: warns at 100 %, expected 1 to 99");
    let twice = closure().with_pause(PauseRule::new(CUSTOMER)).with_pause(PauseRule::new(CUSTOMER));
    texts.is(
        clock(ClockRule::new(twice, Term::weeks(1))),
        "clock `closure`: pause reason `awaiting-customer` declared twice, expected reasons that differ",
    );
    let twice =
        closure().with_extension(ExtensionRule::new(COMPLEX)).with_extension(ExtensionRule::new(COMPLEX));
    texts.is(
        clock(ClockRule::new(twice, Term::weeks(1))),
        "clock `closure`: extension reason `complex-case` declared twice, expected reasons that differ",
    );
    texts.is(
        clock(rule(CLOCK).with_scope(Scope::Department)),
        "clock `response`: one for each department starts from `received`, expected `department-received`",
    );
    let facts = Taxonomy::standard().only(&[Fact::ON_FORCED_CLOSURE_LIST, Fact::HOTLINE_TRIES]);
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
        .make_up_days(MakeUpDays::AsPattern)
        .build()
        .unwrap_err();
    texts.is(
        faults.faults().first().unwrap().clone(),
        "calendar: no working time from 2026-01-01 to 2026-12-31, expected at least one working day",
    );
}

#[test]
fn texts_of_policies() {
    policies().check();
}

#[test]
fn faults_of_a_policy_are_joined_by_semicolons() {
    let faults =
        policy().clock(rule(CLOCK)).clock(rule(CLOCK).with_scope(Scope::Department)).build().unwrap_err();
    assert_eq!(
        faults.to_string(),
        "clock `response`: one for each department starts from `received`, expected `department-received`; \
         clock `response`: declared twice, expected names that differ",
    );
}

#[test]
fn places_of_a_policy_are_named() {
    let id = word!(RuleId, "parts");
    let places = [
        (Place::Owner(id), "owners row `parts`"),
        (Place::Clock(CLOCK), "clock `response`"),
        (Place::Target(CLOCK, id), "clock `response` target `parts`"),
        (Place::ForcedClosure, "forced closure"),
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
        "`closed` at 2026-03-01T09:00:00Z lies before the receipt at 2026-03-02T09:00:00Z, \
         expected that or a later instant",
        "category `spare-part` is not declared in the taxonomy, \
         expected one of 6 words such as `spare-parts`, `sales-process` or `service-process`",
        "medium `writen` is not declared in the taxonomy, expected `written` or `oral`",
    ];
    assert_eq!(error.faults().len(), expected.len());
    for (fault, expected) in error.faults().iter().zip(expected) {
        texts.is(fault.clone(), expected);
    }
    texts.is(error, &expected.join("; "));
    let early = complaint().with_department(Department::DEALER, at("2026-03-02T09:00:00+01:00"));
    let error = triage(&policy, &early, &History::none()).unwrap_err();
    texts.is(
        error.iter().next().unwrap().clone(),
        "department `dealer` received it at 2026-03-02T08:00:00Z, before the receipt at 2026-03-02T09:00:00Z, \
         expected that or a later instant",
    );
    texts
}

#[test]
fn texts_of_complaints() {
    complaints().check();
}

// All of them.

fn all() -> Vec<Met> {
    let texts =
        [words(), times(), described(), asked(), terms(), undue(), clocks(), policies(), complaints()];
    texts.into_iter().flat_map(|texts| texts.0).collect()
}

/// What a text does against the rules.
fn broken(text: &str) -> Vec<&'static str> {
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
        ("says not what was expected", !prose.contains("expected ")),
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

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// Every type and variant that the sources give a text.
fn given_texts() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
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
    unreadable::<CalendarDocument>(&calendar(r#""week":{},"make_up_days":"maybe""#), "`maybe`");
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
