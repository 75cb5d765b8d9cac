//! What hosts show, store and branch on: one stable form each, readable errors, ids as they were given.
//!
//! `UPDATE_GOLDEN=1 cargo test hosts::` rewrites the files under `tests/golden/answers`. A test is named after the fault
//! that it shows.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeSet, HashSet};
use std::error::Error;
use std::{env, fs};

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, SigningRefusal, Step};
use redress::calendar::{Calendar, CalendarError, Hours, KnownDays, Span, WeekPattern, Zone, instant};
use redress::case::approval::ApprovalReference;
use redress::case::clock::UpcomingKind;
use redress::case::command::{Dispatch, InvestigationStart, Offer};
use redress::case::migration::Migration;
use redress::case::{
    Case, Command, Event, Intake, Notice, Office, Outlook, Refusal, RefusalKind, Request, Stamp, open,
};
use redress::deadline::choice::Bound;
use redress::deadline::{Clock, ClockStatus, DeadlineError, Due, Term};
use redress::policy::routing::{Cell, RoutingGaps, Row};
use redress::policy::severity::{SeverityGaps, SeverityRule};
use redress::policy::{ClockRule, Condition, Policy, PolicyBuilder, Routing, SeverityRules, Track};
use redress::triage::{Complaint, ComplaintDocument, History, triage};
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::{
    Action, ActorId, Anchor, CaseId, Category, ClockName, CommandId, ComplainantKey, Department, Fact, Input,
    PauseReason, PayeeKey, Remedy, Role, RuleId, Severity, Stage,
};
use redress::{Coded, word};
use serde::Serialize;
use serde_json::json;

fn golden<T: Serialize>(name: &str, value: &T) {
    let path = format!("tests/golden/answers/{name}.json");
    let text = serde_json::to_string_pretty(value).unwrap() + "\n";
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all("tests/golden/answers").unwrap();
        fs::write(&path, text).unwrap();
    } else {
        let expected = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(text, expected, "{path}");
    }
}

fn at(text: &str) -> DateTime<Utc> {
    instant::parse(text).unwrap()
}

fn calendar() -> Calendar {
    let utc = chrono::FixedOffset::east_opt(0).unwrap();
    let zone = Zone::fixed(utc, KnownDays::years(2026, 2026).unwrap()).unwrap();
    Calendar::builder("office", zone)
        .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
        .build()
        .unwrap()
}

/// A desk with an answer in one working day and the closing in two, where remedies are signed by a manager.
fn desk(track: Track) -> PolicyBuilder {
    let review = Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(Role::MANAGER));
    let refunds = Chain::new(word!(RuleId, "refunds"), DecisionKind::Remedy).with_step(review);
    let clock = |name, days| ClockRule::new(Clock::new(name, Anchor::RECEIVED), Term::working_days(days));
    let harm = SeverityRule::new(
        word!(RuleId, "harm"),
        Severity::Serious,
        Condition::at_least(Fact::DANGER_TO_PERSON, 1),
    );
    let severity = SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(harm)
        .with_otherwise(Severity::General)
        .with_gaps(SeverityGaps::Unrated);
    let quality = Row::owner(word!(RuleId, "quality"), Department::QUALITY)
        .with_cell(Cell::under(Category::PRODUCT_QUALITY));
    let routing = Routing::by([Input::CATEGORY]).with_gaps(RoutingGaps::Unrouted).with_row(quality);
    Policy::builder("desk")
        .version("1")
        .calendar(calendar())
        .severity(severity)
        .routing(routing)
        .clock(clock(ClockName::RESPONSE, 1))
        .clock(clock(ClockName::CLOSURE, 2))
        .track(track)
        .approvals(ApprovalTable::new().with_chain(refunds))
}

fn policy() -> Policy {
    desk(Track::new().without_triage()).build().unwrap()
}

fn roster() -> Roster {
    Roster::builder("2026-03")
        .holding(Holding::new("anna".parse().unwrap(), Role::MANAGER))
        .holding(Holding::new("Mia".parse().unwrap(), Role::MANAGER))
        .build()
        .unwrap()
}

const RECEIVED: &str = "2026-03-05T15:00:00Z";

fn stamp(id: &str, who: &str) -> Stamp {
    Stamp::new(id.parse().unwrap(), who.parse().unwrap(), at(RECEIVED))
}

fn received(policy: &Policy) -> Case {
    let mut said = ComplaintDocument::new("A-17".parse().unwrap(), at(RECEIVED));
    said.words.add(Category::PRODUCT_QUALITY);
    open(policy, said, stamp("k-0", "Anna")).unwrap()
}

/// A case up to where somebody has to sign.
fn submitted(policy: &Policy) -> Case {
    let roster = roster();
    let mut case = received(policy);
    for (id, command) in [
        ("k-1", Command::Register),
        ("k-2", Command::Dispatch(Dispatch::to(Department::QUALITY))),
        ("k-3", Command::Start(InvestigationStart::now())),
        ("k-4", Command::Propose(Offer::new(Remedy::REFUND).into())),
        ("k-5", Command::Submit),
    ] {
        let decision = Office::new(policy, &roster)
            .decide(&case, Request::on(&case, stamp(id, "Anna"), command))
            .unwrap();
        case = case.after(&decision).unwrap();
    }
    case
}

// U01: what a host shows has one form.

#[test]
fn fault_u01_a_triage_is_one_document() {
    let policy = policy();
    let complaint = Complaint::new("A-17".parse().unwrap(), at(RECEIVED));
    let known =
        complaint.clone().with_category(Category::PRODUCT_QUALITY).with_fact(Fact::DANGER_TO_PERSON, 1);
    let answered =
        [&known, &complaint].map(|complaint| triage(&policy, complaint, &History::none()).unwrap());
    golden("triage", &answered);
}

#[test]
fn fault_u01_a_decision_is_one_document() {
    let (policy, roster) = (policy(), roster());
    let case = received(&policy);
    let office = Office::new(&policy, &roster);
    let decision = office.decide(&case, Request::on(&case, stamp("k-1", "Anna"), Command::Register)).unwrap();
    golden("decision", &decision);
    // The events are those that are stored.
    let written = serde_json::to_value(&decision).unwrap();
    assert_eq!(serde_json::from_value::<Vec<Event>>(written["events"].clone()).unwrap(), decision.events());
}

#[test]
fn fault_u01_a_notice_has_a_code() {
    let notices = [
        Notice::FewAlternatives { given: 1, wanted: 3 },
        Notice::FewFollowUps { done: 1, wanted: 2 },
        Notice::IncompleteApology { individual: true, effect: false, measure: false },
        Notice::NoPromise,
        Notice::TellComplainant,
        Notice::TellSigners { step: word!(RuleId, "review") },
    ];
    golden("notices", &notices);
}

#[test]
fn fault_u01_every_status_is_a_document_with_its_state() {
    let at = at("2026-03-09T15:00:00Z");
    let due = Due::new(at, Bound::Inclusive);
    let reason = DeadlineError::NoAnchor { anchor: Anchor::DISPATCHED };
    let statuses = [
        ClockStatus::NotStarted,
        ClockStatus::Running { due, left: TimeDelta::hours(2) },
        ClockStatus::Running { due, left: TimeDelta::milliseconds(-1_500) },
        ClockStatus::Paused { since: at, reason: PauseReason::AWAITING_CUSTOMER },
        ClockStatus::Met { at },
        ClockStatus::MetLate { at, late_by: TimeDelta::seconds(61) },
        ClockStatus::Breached { since: at },
        ClockStatus::Cancelled { reason: word!(RuleId, "case-over") },
        ClockStatus::Undetermined { reason },
    ];
    for status in &statuses {
        let written = serde_json::to_value(status).unwrap();
        assert_eq!(written["state"], status.state().to_string());
    }
    golden("statuses", &statuses);
}

#[test]
fn fault_u01_readings_and_clocks_are_documents() {
    let policy = policy();
    let case = received(&policy);
    let now = at("2026-03-09T09:00:00Z");
    let shown: Vec<_> = case
        .clocks(&policy, now)
        .into_iter()
        .map(|clock| json!({"clock": clock, "reading": clock.reading(&policy, now)}))
        .collect();
    golden("readings", &shown);
}

#[test]
fn fault_u01_an_outlook_and_what_is_owed_are_documents() {
    let policy = policy();
    let case = submitted(&policy);
    let outlook = Outlook::of(&case, &policy, at(RECEIVED));
    golden("outlook", &outlook);
    golden("owed", &outlook.owed(at("2026-03-10T09:00:00Z")).collect::<Vec<_>>());
    // Beyond the calendar nobody knows how the case stands, and the document says so.
    let other = desk(Track::new()).version("2").build().unwrap();
    golden("outlook_unknown", &Outlook::of(&case, &other, at(RECEIVED)));
}

#[test]
fn fault_u01_what_is_allowed_is_a_document() {
    let (policy, roster) = (policy(), roster());
    let case = submitted(&policy);
    let allowed = Office::new(&policy, &roster).allowed(&case, "anna".parse().unwrap(), at(RECEIVED));
    let some: Vec<_> = allowed
        .into_iter()
        .filter(|allowed| [Action::Note, Action::Register, Action::Sign].contains(&allowed.action))
        .collect();
    golden("allowed", &some);
}

#[test]
fn fault_u01_who_may_sign_and_who_may_not_are_documents() {
    let (policy, roster) = (policy(), roster());
    let case = submitted(&policy);
    let office = Office::new(&policy, &roster);
    golden("possible_signers", &office.possible_signers(&case, 1, at(RECEIVED)).unwrap());
    golden("excluded", &case.excluded());
}

#[test]
fn fault_u01_a_move_and_what_it_changes_are_documents() {
    let old = policy();
    let weekend = Calendar::builder("weekend", calendar().zone().clone())
        .week(WeekPattern::daily([Hours::from_static("09:00-17:00")]))
        .build()
        .unwrap();
    let response = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    let to_office = Row::owner(word!(RuleId, "office"), Department::SALES);
    let severity = SeverityRules::new([Severity::Serious]).with_otherwise(Severity::Serious);
    let new = Policy::builder("desk")
        .version("2")
        .calendar(calendar())
        .named_calendar(weekend)
        .severity(severity)
        .routing(Routing::by([Input::CATEGORY]).with_row(to_office))
        .clock(ClockRule::new(response, Term::working_days(2)).with_calendar("weekend"))
        .track(Track::new().without_triage())
        .build()
        .unwrap();
    let case = received(&old);
    let migration = Migration { from: &old, to: &new };
    golden("migration", &migration);
    golden("policy_diff", &migration.diff(&case, at(RECEIVED)).unwrap());
    // What stays the same, and what there is neither before nor after.
    let same = Migration { from: &old, to: &old }.diff(&case, at(RECEIVED)).unwrap();
    golden("policy_diff_none", &same);
}

/// Answers and documents have keys of one kind, explanations, traces and calendars too.
#[test]
fn fault_u01_no_key_has_an_underscore() {
    fn check(value: &serde_json::Value, path: &str) {
        match value {
            serde_json::Value::Object(map) => {
                for (key, value) in map {
                    assert!(!key.contains('_'), "{path}: {key}");
                    check(value, &format!("{path}.{key}"));
                }
            }
            serde_json::Value::Array(list) => list.iter().for_each(|value| check(value, path)),
            _ => {}
        }
    }
    let mut checked = 0;
    for folder in ["tests/golden", "tests/golden/answers"] {
        for file in fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let text = fs::read_to_string(&path).unwrap();
                check(&serde_json::from_str(&text).unwrap(), &path.display().to_string());
                checked += 1;
            }
        }
    }
    assert!(checked > 20, "{checked}");
}

#[test]
fn fault_u01_a_refusal_has_code_kind_and_message() {
    let (policy, roster) = (policy(), roster());
    let case = submitted(&policy);
    let office = Office::new(&policy, &roster);
    let refused = |request: Request| office.decide(&case, request).unwrap_err();
    let stale = refused(Request::new(3, stamp("k-9", "Anna"), Command::Register));
    let sign = |who| Request::on(&case, stamp("k-9", who), Command::Sign(ApprovalReference::new(1)));
    let excluded = refused(sign("anna"));
    let unsound = Complaint::new("A-18".parse().unwrap(), at(RECEIVED))
        .with_category(word!(Category, "acme:unheard-of"));
    let unsound = Refusal::from(triage(&policy, &unsound, &History::none()).unwrap_err());
    golden("refusals", &[&stale, &excluded, &unsound]);
    // What a signature is refused for is what a host branches on, and it is the same without a case.
    assert_eq!((excluded.code(), excluded.kind()), ("signing.excluded", RefusalKind::NotPermitted));
    assert!(
        matches!(&excluded, Refusal::Signing(inner @ SigningRefusal::Excluded { .. }) if inner.code() == excluded.code())
    );
}

#[test]
fn fault_u01_faults_are_a_list_with_code_and_place() {
    let faults = Policy::builder("desk")
        .version("1")
        .calendar(calendar())
        .routing(
            Routing::by([Input::CATEGORY]).with_row(
                Row::owner(word!(RuleId, "a"), Department::QUALITY)
                    .with_cell(Cell::is(word!(Category, "acme:x"))),
            ),
        )
        .clock(ClockRule::new(
            Clock::new(ClockName::CLOSURE, Anchor::RECEIVED),
            Term::working(Span::hours(0)),
        ))
        .build()
        .unwrap_err();
    golden("policy_faults", &faults);
    assert_eq!(faults.codes().count(), faults.faults().len());
    let case = received(&policy());
    let broken = Case::replay(&policy(), &case.events()[1..]).unwrap_err();
    golden("replay_error", &broken);
    assert_eq!(broken.code(), broken.problem.code());
}

/// A code needs no type to be known: it is asked through the trait.
#[test]
fn fault_u01_any_error_is_asked_for_its_code() {
    let not_known = CalendarError::AfterLastYear { calendar: "office".into() };
    let errors: [&dyn Coded; 3] =
        [&not_known, &DeadlineError::from(not_known.clone()), &"".parse::<CaseId>().unwrap_err()];
    let codes: Vec<&str> = errors.iter().map(|error| error.code()).collect();
    assert_eq!(codes, ["calendar.after-last-year", "calendar.after-last-year", "id.empty"]);
}

// U03: what `main` prints.

#[test]
fn fault_u03_debug_of_faults_is_one_line_each() {
    let faults = Policy::builder("desk").build().unwrap_err();
    let boxed: Box<dyn Error> = faults.into();
    assert_eq!(
        format!("{boxed:?}"),
        "3 faults\n  \
           1. policy version `` is empty, expected 1 to 100 visible characters [policy.name]\n  \
           2. the policy has no calendar [policy.missing]\n  \
           3. the policy has no routing [policy.missing]"
    );
}

#[test]
fn fault_u03_debug_of_an_error_is_its_text_and_code() {
    let refusal = Refusal::Stale { case: "A-17".parse().unwrap(), expected: 3, actual: 5 };
    let text =
        "case `A-17` has changed: the request is for revision 3, the case is at revision 5; load it again";
    assert_eq!(refusal.to_string(), text);
    assert_eq!(format!("{refusal:?}"), format!("{text} [case.stale]"));
    // Who looks for the place in the source asks for more.
    assert_eq!(format!("{refusal:#?}"), format!("Refusal::Stale: {text} [case.stale]"));
    let id: Box<dyn Error> = "".parse::<CaseId>().unwrap_err().into();
    assert_eq!(format!("{id:?}"), "id is empty, expected 1 to 64 visible ASCII characters [id.empty]");
    // What is private stays so.
    let key = "n\u{435}v".parse::<ComplainantKey>().unwrap_err();
    assert!(format!("{key:?} {key:#?}").contains("[private]"), "{key:?}");
}

// U04: the owner.

#[test]
fn fault_u04_the_owner_is_the_owner_from_the_receipt_on() {
    let (policy, roster) = (policy(), roster());
    let case = received(&policy);
    assert_eq!(case.department(), Some(Department::QUALITY));
    assert_eq!(case.department(), case.assessment().department);
    let office = Office::new(&policy, &roster);
    let step = |case: &Case, id: &str, command| {
        let decision = office.decide(case, Request::on(case, stamp(id, "Anna"), command)).unwrap();
        case.clone().after(&decision).unwrap()
    };
    let case = step(&case, "k-1", Command::Register);
    let case = step(&case, "k-2", Command::Dispatch(Dispatch::to(Department::SALES)));
    assert_eq!(case.department(), Some(Department::SALES));
    let case = step(&case, "k-3", Command::Start(InvestigationStart::now()));
    assert_eq!(case.department(), Some(Department::SALES));
    // Nobody is named where nobody is known.
    let said = ComplaintDocument::new("A-18".parse().unwrap(), at(RECEIVED));
    assert_eq!(open(&policy, said, stamp("k-0", "Anna")).unwrap().department(), None);
}

// U05: ids.

#[test]
fn fault_u05_an_id_keeps_its_spelling_and_is_compared_without_case() {
    let (one, other): (CaseId, CaseId) = ("R-1".parse().unwrap(), "r-1".parse().unwrap());
    assert_eq!((one.as_str(), other.as_str()), ("R-1", "r-1"));
    assert_eq!((one.to_string(), serde_json::to_string(&one).unwrap()), ("R-1".into(), "\"R-1\"".into()));
    assert_eq!(serde_json::from_str::<CaseId>("\"R-1\"").unwrap().as_str(), "R-1");
    assert_eq!(one, other);
    assert_eq!(one.cmp(&other), std::cmp::Ordering::Equal);
    assert_eq!(HashSet::from([one, other]).len(), 1);
    assert_eq!(BTreeSet::from([one, other]).len(), 1);
    assert_eq!(one.folded().as_str(), other.as_str());
    // Case counts where ids are generated, and where an account is named.
    assert_ne!("K-1".parse::<CommandId>().unwrap(), "k-1".parse().unwrap());
    assert_ne!("K-1".parse::<PayeeKey>().unwrap(), "k-1".parse().unwrap());
    assert_eq!("K-1".parse::<PayeeKey>().unwrap().folded().as_str(), "K-1");
}

#[test]
fn fault_u05_a_case_is_found_by_the_id_that_the_host_gave() {
    let case = received(&policy());
    assert_eq!(case.id().as_str(), "A-17");
    let stored = serde_json::to_string(case.events()).unwrap();
    assert!(stored.contains(r#""case":"A-17""#) && stored.contains(r#""by":"Anna""#), "{stored}");
    let read: Vec<Event> = serde_json::from_str(&stored).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), stored);
    let again = Case::replay(&policy(), &read).unwrap();
    assert_eq!((again.id().as_str(), &again), ("A-17", &case));
}

/// Whoever proposed may not sign, however they spell themselves.
#[test]
fn fault_u05_another_spelling_is_no_second_person() {
    let (policy, roster) = (policy(), roster());
    let case = submitted(&policy);
    let office = Office::new(&policy, &roster);
    for who in ["Anna", "anna", "ANNA", "aNNa"] {
        let sign = Request::on(&case, stamp("k-9", who), Command::Sign(ApprovalReference::new(1)));
        let refused = office.decide(&case, sign).unwrap_err();
        assert_eq!(refused.code(), "signing.excluded", "{who}: {refused}");
    }
    // The roster has `Mia`: every spelling is that person, and signs once.
    let sign = Request::on(&case, stamp("k-9", "mIA"), Command::Sign(ApprovalReference::new(1)));
    let decision = office.decide(&case, sign).unwrap();
    let signed = case.after(&decision).unwrap();
    assert_eq!(signed.stage(), Stage::Executing);
}

/// The same command again is the same one, whoever's name is spelt otherwise.
#[test]
fn fault_u05_a_command_that_is_sent_again_is_known_by_another_spelling() {
    let (policy, roster) = (policy(), roster());
    let case = submitted(&policy);
    let again = Request::on(&case, stamp("k-1", "ANNA"), Command::Register);
    assert!(Office::new(&policy, &roster).decide(&case, again).unwrap().is_repeated());
}

/// One case in two spellings is one case: a decision is recorded, and a link to itself refused.
#[test]
fn fault_u05_another_spelling_is_no_second_case() {
    let policy = policy();
    let case = submitted(&policy);
    let mut events = case.events().to_vec();
    for (number, event) in (0..).zip(&mut events) {
        if number % 2 == 1 {
            event.case = "a-17".parse().unwrap();
            event.by = "ANNA".parse().unwrap();
        }
    }
    assert_eq!(events, case.events());
    let again = Case::replay(&policy, &events).unwrap();
    assert_eq!(again, case);
    // The history is the same: what was decided on one state is recorded in the other.
    let roster = roster();
    let sign = Request::on(&case, stamp("k-9", "mia"), Command::Sign(ApprovalReference::new(1)));
    let decision = Office::new(&policy, &roster).decide(&case, sign).unwrap();
    assert_eq!(again.clone().after(&decision).unwrap().stage(), Stage::Executing);
    // And what was signed is the same.
    let content = |case: &Case| case.approval(1).unwrap().content();
    assert_eq!(content(&case), content(&again));
}

#[cfg(feature = "audit")]
#[test]
fn fault_u05_events_that_are_equal_have_one_seal() {
    use redress::case::audit::{Seal, SealedEvent, seal, verify};
    let case = submitted(&policy());
    let mut sealed = SealedEvent::all(Seal::START, case.events());
    let head = verify(&sealed, None).unwrap();
    for stored in &mut sealed {
        stored.event.case = "a-17".parse().unwrap();
        stored.event.by = "ANNA".parse().unwrap();
    }
    assert_eq!(verify(&sealed, Some(head)).unwrap(), head);
    // Where case counts, another spelling is another event.
    let mut other = case.events()[0].clone();
    other.command = "K-0".parse().unwrap();
    assert_ne!(seal(Seal::START, &other), seal(Seal::START, &case.events()[0]));
    // Ids in lower case are sealed as they are stored.
    let mut plain = case.events()[1].clone();
    (plain.case, plain.by) = (plain.case.folded(), plain.by.folded());
    let mut hash = hmac_sha256::Hash::new();
    hash.update(Seal::START.as_bytes());
    hash.update(serde_json::to_vec(&plain).unwrap());
    assert_eq!(seal(Seal::START, &case.events()[1]).as_bytes(), &hash.finalize());
}

/// How a login is compared: letters that are each other's capital and small one are the same.
fn compared(login: &str) -> String {
    let one = |letters: &str| {
        let mut letters = letters.chars();
        letters.next().filter(|_| letters.next().is_none())
    };
    let small = |letter: char| {
        one(&letter.to_lowercase().to_string())
            .filter(|small| one(&small.to_uppercase().to_string()) == Some(letter))
            .unwrap_or(letter)
    };
    login.chars().map(small).collect()
}

#[test]
fn fault_u05_a_login_that_is_no_id_is_encoded_and_decoded() {
    for (login, text) in [
        ("anna", "anna"),
        ("Anna.Müller", "Anna.M%xfc.ller"),
        ("JÜRGEN", "J%Xfc.RGEN"),
        ("50%", "50%x25."),
        ("j%xfc.rgen", "j%x25.xfc.rgen"),
        ("a b", "a%x20.b"),
        ("王小明", "%x738b.%x5c0f.%x660e."),
        ("straße", "stra%xdf.e"),
        ("\u{212a}", "%x212a."),
        ("😀", "%x1f600."),
    ] {
        let id = ActorId::encode(login).unwrap();
        assert_eq!((id.as_str(), id.decode().as_deref()), (text, Some(login)));
        // However a host spells it: somebody who is compared equal is decoded.
        for other in [text.to_lowercase(), text.to_uppercase()] {
            let other: ActorId = other.parse().unwrap();
            assert_eq!(other, id);
            assert_eq!(compared(&other.decode().unwrap()), compared(login), "{other}");
        }
    }
    // One person as in ASCII, and two.
    assert_eq!(ActorId::encode("Jürgen"), ActorId::encode("jÜRGEN"));
    assert_ne!(ActorId::encode("Jürgen"), ActorId::encode("Jurgen"));
    assert_ne!(ActorId::encode("ß"), ActorId::encode("ss"));
    assert_ne!(ActorId::encode("\u{212a}"), ActorId::encode("k"));
    assert_eq!(ActorId::encode("").unwrap_err().code(), "id.empty");
    assert_eq!(ActorId::encode(&"ü".repeat(13)).unwrap_err().code(), "id.too-long");
    assert_eq!(ActorId::encode(&"x".repeat(1_000_000)).unwrap_err().code(), "id.too-long");
    // What is no encoding is not read as one.
    for text in ["50%", "%", "%x", "%xfc", "%x.", "%x00fc.", "%x+fc.", "%x41.", "%xd800.", "%y20.", "%xZZ."] {
        assert_eq!(text.parse::<ActorId>().unwrap().decode(), None, "{text}");
    }
}

/// Logins of letters with and without case, of what an id holds and what not.
fn login() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        3 => proptest::char::range('!', '~'),
        2 => proptest::sample::select(vec!['ü', 'Ü', 'ß', 'ẞ', 'İ', 'ı', 'K', 'k', 'Å', 'å', 'ς', 'σ', 'Σ', 'ǅ', 'ǆ', 'Ǆ', '%', 'x', 'X', '.', ' ', '0', 'f', 'c']),
        2 => any::<char>(),
    ];
    proptest::collection::vec(letter, 1..6).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fault_u05_logins_come_back_and_none_is_two(one in login(), other in login()) {
        let (first, second) = (ActorId::encode(&one).unwrap(), ActorId::encode(&other).unwrap());
        prop_assert_eq!(first.decode(), Some(one.clone()));
        prop_assert_eq!(first == second, compared(&one) == compared(&other), "{} {}", first, second);
        let plain = one.parse::<ActorId>().ok().filter(|_| !one.contains('%'));
        prop_assert!(plain.is_none_or(|plain| plain.as_str() == first.as_str()));
        // A login in another case is the same person, whatever it is spelt with.
        let swapped = compared(&one);
        prop_assert_eq!(ActorId::encode(&swapped).unwrap(), first);
    }

    #[test]
    fn fault_u05_what_is_decoded_is_encoded_to_it(text in "[%xX0-9a-fA-F.ku ]{1,12}") {
        if let Ok(id) = text.parse::<ActorId>()
            && let Some(login) = id.decode()
        {
            prop_assert_eq!(ActorId::encode(&login).unwrap(), id);
        }
    }
}

// What is due next, and what changes next.

#[test]
fn what_is_due_next_is_not_what_changes_next() {
    let policy = policy();
    let case = received(&policy);
    let now = at(RECEIVED);
    let outlook = Outlook::of(&case, &policy, now);
    let (response, closure) = (at("2026-03-06T15:00:00Z"), at("2026-03-09T15:00:00Z"));
    let next = outlook.next_due(now).unwrap();
    assert_eq!((next.clock, next.due.at(), next.department), (ClockName::RESPONSE, response, None));
    // The limit may still be met at its instant, and something has changed a second later.
    assert_eq!(outlook.next_due(response).map(|next| next.due.at()), Some(response));
    assert_eq!(outlook.next_change(response), Some(response + TimeDelta::seconds(1)));
    let after = response + TimeDelta::seconds(1);
    assert_eq!(outlook.next_due(after).map(|next| next.clock), Some(ClockName::CLOSURE));
    assert_eq!(outlook.next_due(closure + TimeDelta::seconds(1)), None);
    assert_eq!(outlook.dues().len(), 2);
    for clock in case.clocks(&policy, now) {
        let due = clock.next_due(&policy, now).unwrap();
        assert!(outlook.dues().iter().any(|ahead| ahead.due == due && ahead.clock == clock.name()));
        assert!(clock.next_change(&policy, now).unwrap() <= due.at());
        assert_eq!(clock.next_due(&policy, due.at() + TimeDelta::seconds(1)), None);
    }
    assert!(outlook.moments().iter().any(|moment| moment.kind == UpcomingKind::Clock));
    // An outlook by another policy knows of nothing that is due, and its standing is an error that is owned.
    let other = desk(Track::new()).version("2").build().unwrap();
    let unknown = Outlook::of(&case, &other, now);
    assert_eq!(unknown.next_due(now), None);
    let standing: Result<_, DeadlineError> = unknown.standing(now);
    drop(unknown);
    assert_eq!(standing.unwrap_err().code(), "deadline.other-policy");
}

/// A case from before the host kept cases: its clocks that have passed are not due.
#[test]
fn what_has_passed_is_not_due_next() {
    let policy = policy();
    let case = received(&policy);
    let later = at("2026-03-20T09:00:00Z");
    let outlook = Outlook::of(&case, &policy, later);
    assert_eq!((outlook.next_due(later), outlook.dues()), (None, [].as_slice()));
}

#[test]
fn a_request_is_one_that_can_be_sent_to_another_thread() {
    fn both<T: Send + Sync>() {}
    both::<Intake>();
    both::<Box<dyn Error + Send + Sync>>();
    let error: Box<dyn Error + Send + Sync> = Refusal::NoConsent.into();
    assert_eq!(error.to_string(), Refusal::NoConsent.to_string());
}
