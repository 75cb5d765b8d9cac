//! What is stored and sent keeps its form: golden JSON of every serialised type.
//!
//! `UPDATE_GOLDEN=1 cargo test wire::` rewrites the files under `tests/golden`.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{env, fs};

use redress::calendar::{Calendar, CalendarDocument, Hours, KnownDays, LocalTime, Zone, instant};
use redress::deadline::choice::{Alternative, Bound, LateReceipt};
use redress::deadline::rule::{Extension, ExtensionChange, ExtensionRule, PauseRule};
use redress::deadline::{Anchors, Clock, ClockRecord, Count, Cutoff, Deadline, Due, End, Roll, Term};
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
use redress::policy::routing::{Assignee, Cell, RoutingGaps, Row};
use redress::policy::severity::{MarkRule, Rating, RatingRule, SeverityRule};
use redress::policy::{Condition, Policy, Routing, SeverityRules};
use redress::profiles::Nev;
use redress::profiles::choice::NoticePeriod;
use redress::triage::{Complaint, ComplaintDocument, History, PastCase, triage};
use redress::vocab::course::ExtensionReason;
use redress::vocab::kind::{Importance, Urgency};
use redress::vocab::{
    Act, Anchor, CaseId, Category, Channel, ClockName, Department, Fact, Input, Mark, Money, PauseReason,
    Role, RuleId, Severity, Subject,
};
use redress::word;
use serde::Serialize;

const CALENDAR: &str = include_str!("../examples/data/calendar-cn-2025-2026.json");

fn golden<T: Serialize>(name: &str, value: &T) {
    let path = format!("tests/golden/{name}.json");
    let text = serde_json::to_string_pretty(value).unwrap() + "\n";
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, text).unwrap();
    } else {
        let expected = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(text, expected, "{path}");
    }
}

fn resolve(name: &str, known: KnownDays) -> Option<Zone> {
    let zone: chrono_tz::Tz = name.parse().ok()?;
    Zone::tabulate(name, &zone, known).ok()
}

fn calendar() -> Calendar {
    serde_json::from_str::<CalendarDocument>(CALENDAR).unwrap().build(resolve).unwrap()
}

#[test]
fn a_calendar_document_is_what_its_calendar_writes() {
    let written = CalendarDocument::from(&calendar());
    golden("calendar", &written);
    let text = serde_json::to_string(&written).unwrap();
    let read: CalendarDocument = serde_json::from_str(&text).unwrap();
    assert_eq!(read, written);
    assert_eq!(read.build(resolve).unwrap(), calendar());
}

#[test]
fn a_calendar_reads_the_same_from_toml() {
    let written = CalendarDocument::from(&calendar());
    let text = toml::to_string(&written).unwrap();
    assert_eq!(toml::from_str::<CalendarDocument>(&text).unwrap(), written);
}

#[test]
fn explanations_keep_their_form() {
    let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
    let policy = Nev::new(calendar(), owners, NoticePeriod::NotSet).build().unwrap();
    let complaint = |received: &str| {
        let received = instant::parse(received).unwrap();
        Complaint::new("NEV-1".parse::<CaseId>().unwrap(), received)
    };
    let routed = complaint("2025-09-29T16:50:00+08:00").with_category(Category::SALES_PROCESS);
    golden("explanation", &triage(&policy, &routed, &History::none()).unwrap().explain());
    let uncategorised = complaint("2026-12-30T16:50:00+08:00");
    golden("explanation_undetermined", &triage(&policy, &uncategorised, &History::none()).unwrap().explain());
    let forced = routed.with_fact(Fact::ON_FORCED_CLOSURE_LIST, 1).with_fact(Fact::NO_SOLUTION_NOW, 1);
    golden("explanation_forced", &triage(&policy, &forced, &History::none()).unwrap().explain());
    let parts =
        Row::owner(word!(RuleId, "parts"), Department::DEALER).with_cell(Cell::under(Category::SPARE_PARTS));
    let routing =
        Routing::by([Input::CATEGORY, Input::MEDIUM]).with_gaps(RoutingGaps::Unrouted).with_row(parts);
    let desk = Policy::builder("desk").version("1").calendar(calendar()).routing(routing).build().unwrap();
    let unrouted = complaint("2025-09-29T16:50:00+08:00").with_category(Category::SALES_PROCESS);
    golden("explanation_unrouted", &triage(&desk, &unrouted, &History::none()).unwrap().explain());
}

/// A policy with a rule of every kind.
fn with_rules() -> Policy {
    let amount = Money::new(100_000, "CNY".parse().unwrap());
    let again = Recurrence::new([RecurrenceKey::Staff, RecurrenceKey::UNIT], 2)
        .with_window(RecurrenceWindow::Days(90));
    let rude = Condition::any([Condition::has(Fact::VILE_ATTITUDE), Condition::has(Fact::IMPROPER_WORDS)]);
    let severity = SeverityRules::new([Severity::General, Severity::Serious, Severity::Critical])
        .with_rule(SeverityRule::new(word!(RuleId, "rude"), Severity::Serious, rude).with_citation("S37-R11"))
        .with_rule(SeverityRule::new(
            word!(RuleId, "dear"),
            Severity::Serious,
            Condition::all([
                Condition::amount_at_least(amount),
                Condition::not(Condition::is(Subject::SERVICE)),
                Condition::at_least(Fact::MINUTES_LATE, 30),
            ]),
        ))
        .with_escalation(
            Severity::Serious,
            SeverityRule::new(word!(RuleId, "again"), Severity::Critical, Condition::repeats(again))
                .with_mark(Mark::GRAVE),
        )
        .with_otherwise(Severity::General);
    let urgent = Condition::is(Channel::PHONE);
    let routing = Routing::by([Input::Severity, Input::CATEGORY, Input::UNIT])
        .with_row(Row::owner(word!(RuleId, "rest"), Department::FRONT_DESK))
        .with_row(
            Row::to_unit_concerned(word!(RuleId, "grave"), Act::Owner, Department::QUALITY)
                .with_cell(Cell::severity_at_least(Severity::Serious))
                .with_citation("S03-R06"),
        )
        .with_row(
            Row::to_role(word!(RuleId, "told"), Act::Copy, Role::MANAGER)
                .with_cell(Cell::severity([Severity::Critical]))
                .with_cell(Cell::not_known(Input::CATEGORY)),
        )
        .with_row(
            Row::to(
                word!(RuleId, "helper"),
                Act::Support,
                Assignee::RoleIn(Role::MANAGER, Department::TECHNICAL),
            )
            .with_cell(Cell::one_of([Category::SPARE_PARTS, Category::SALES_PROCESS])),
        );
    Policy::builder("rules")
        .version("1")
        .calendar(calendar())
        .severity(severity)
        .importance(Rating::new().with_otherwise(Importance::SECONDARY))
        .urgency(Rating::new().with_rule(RatingRule::new(word!(RuleId, "soon"), Urgency::URGENT, urgent)))
        .mark(MarkRule::new(
            word!(RuleId, "recall"),
            Mark::RECALL_REQUIRED,
            Condition::has(Fact::MAY_AFFECT_USE),
        ))
        .routing(routing)
        .build()
        .unwrap()
}

#[test]
fn explanations_by_rules_keep_their_form() {
    let policy = with_rules();
    let complaint = |id: &str, received: &str| {
        Complaint::new(id.parse::<CaseId>().unwrap(), instant::parse(received).unwrap())
    };
    let unit = Department::DEALER;
    let history = History::of(["r-1", "r-2"].map(|id| {
        PastCase::new(id.parse().unwrap(), instant::parse("2025-09-01T10:00:00+08:00").unwrap())
            .with_unit(unit)
    }))
    .unwrap();
    let dear = complaint("r-3", "2025-09-29T16:50:00+08:00")
        .with_subject(Subject::PRODUCT_QUALITY)
        .with_amount(Money::new(250_000, "CNY".parse().unwrap()))
        .with_unit(unit)
        .with_fact(Fact::MINUTES_LATE, 45)
        .with_fact(Fact::VILE_ATTITUDE, 1)
        .with_fact(Fact::MAY_AFFECT_USE, 1);
    golden("explanation_rules", &triage(&policy, &dear, &history).unwrap().explain());
    let unsaid = complaint("r-4", "2025-09-30T16:50:00+08:00").with_fact(Fact::MINUTES_LATE, 45);
    golden("explanation_rules_open", &triage(&policy, &unsaid, &history).unwrap().explain());
}

#[test]
fn every_kind_of_step_keeps_its_form() {
    let berlin =
        Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026).unwrap());
    let calendar = Calendar::builder("desk", berlin.unwrap())
        .week(redress::calendar::WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
        .holiday("2026-04-03".parse().unwrap(), "Good Friday")
        .build()
        .unwrap();
    let at = |text: &str| instant::parse(text).unwrap();
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER))
        .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_times(3));
    let at_night = LocalTime::from_static("02:30");
    let cutoff = Cutoff::daily(LocalTime::from_static("16:30"), LateReceipt::NextWorkingDay);
    let day_count = Term::calendar_days(1).with_cutoff(cutoff).with_end(End::at(at_night));
    let other = Alternative::from(Anchor::PROMISED, Term::elapsed(redress::calendar::Span::hours(1)));
    let deadline = Deadline::earliest([Alternative::from(Anchor::RECEIVED, day_count), other]);
    let received = at("2026-03-26T17:30:00+01:00");
    let mut record = ClockRecord::new(deadline, Anchors::received(received));
    golden("trace_skipped_time", &clock.explain(&calendar, &record, received).unwrap().1);

    let rolled = Term::working_days(2).with_roll(Roll::FOLLOWING).with_end(End::END_OF_DAY);
    record.change(&clock, at("2026-03-26T18:00:00+01:00"), rolled).unwrap();
    let reason = PauseReason::AWAITING_CUSTOMER;
    record.pause(&clock, reason, at("2026-03-27T10:00:00+01:00")).unwrap();
    record.resume(&clock, reason, at("2026-03-30T10:00:00+02:00")).unwrap();
    let made = at("2026-03-30T11:00:00+02:00");
    for change in [
        ExtensionChange::ReplaceTotal(Count::WorkingDays(4)),
        ExtensionChange::Add(Count::CalendarDays(1)),
        ExtensionChange::Until { date: "2026-04-03".parse().unwrap(), fixed: false },
    ] {
        record
            .extend(&clock, &calendar, Extension::new(change, ExtensionReason::COMPLEX_CASE, made))
            .unwrap();
    }
    golden("trace_extended", &clock.explain(&calendar, &record, made).unwrap().1);
}

#[test]
fn small_values_are_small_texts() {
    let due = Due::new(instant::parse("2026-03-06T18:00:00.5+01:00").unwrap(), Bound::Exclusive);
    assert_eq!(
        serde_json::to_string(&due).unwrap(),
        r#"{"at":"2026-03-06T17:00:00.500Z","bound":"exclusive"}"#
    );
    let texts = [
        (serde_json::to_string(&LocalTime::from_static("16:30")).unwrap(), r#""16:30""#),
        (serde_json::to_string(&Hours::from_static("22:00-06:00+1")).unwrap(), r#""22:00-06:00+1""#),
        (serde_json::to_string(&Count::WorkingDays(2)).unwrap(), r#"{"working-days":2}"#),
        (serde_json::to_string(&"A-1".parse::<CaseId>().unwrap()).unwrap(), r#""A-1""#),
    ];
    for (text, expected) in texts {
        assert_eq!(text, expected);
    }
}

#[test]
fn a_complaint_and_a_calendar_have_one_name_for_each_key() {
    let complaint = |key: &str, value: &str| {
        let text = format!(r#"{{"id":"a","received":"2026-03-06T10:00:00Z","{key}":{value}}}"#);
        serde_json::from_str::<ComplaintDocument>(&text).map(drop).map_err(|error| error.to_string())
    };
    for (key, value) in [
        ("categories", r#"["spare-parts"]"#),
        ("demands", r#"["repair"]"#),
        ("complainant", r#""k-1""#),
        ("department_received", r#""2026-03-06T11:00:00Z""#),
    ] {
        let refused = complaint(key, value).unwrap_err();
        assert!(
            refused.starts_with(&format!("unknown field `{key}`, expected a key of this document")),
            "{refused}"
        );
    }
    for key in ["category", "demand", "containment"] {
        let refused = complaint(key, r#""rework""#).unwrap_err();
        assert!(refused.starts_with(&format!("{key}: a text, expected a list")), "{refused}");
        assert_eq!(complaint(key, r#"["rework"]"#), Ok(()));
        assert_eq!(complaint(key, "[]"), Ok(()));
        assert_eq!(complaint(key, "null"), Ok(()));
    }
    for key in ["outside_days", "local_times", "working_days", "special_hours"] {
        let mut value: serde_json::Value = serde_json::from_str(CALENDAR).unwrap();
        value[key] = serde_json::json!([]);
        let refused = serde_json::from_value::<CalendarDocument>(value).unwrap_err().to_string();
        let meant = key.replace('_', "-");
        assert!(refused.starts_with(&format!("unknown field `{key}`, expected `{meant}`, or ")), "{refused}");
    }
}

#[test]
fn complaints_are_read_back_as_they_were_written() {
    for line in include_str!("../examples/data/complaints.jsonl").lines() {
        let document: ComplaintDocument = serde_json::from_str(line).expect(line);
        let text = serde_json::to_string(&document).unwrap();
        assert_eq!(serde_json::from_str::<ComplaintDocument>(&text).unwrap(), document, "{line}");
    }
}
