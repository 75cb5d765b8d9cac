//! Clocks of a case: escalations, chains, and what a host is told.

use chrono::{DateTime, Utc};
use redress::case::clock::standing;
use redress::case::{Case, Outlook, Stamp, open};
use redress::deadline::Clock;
use redress::deadline::rule::ClockState;
use redress::policy::{ClockRule, Policy, PolicyFault, Routing, Track};
use redress::triage::ComplaintDocument;
use redress::vocab::course::Duty;
use redress::vocab::{Anchor, ClockName, Role, Standing};

use crate::faults::support::{at, office, shown};

fn clock(json: &str) -> ClockRule {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn policy(clocks: &[&str]) -> Policy {
    let builder = Policy::builder("desk").version("1").calendar(office()).routing(Routing::none());
    let builder = builder.track(Track::new().without_triage().without_dispatch());
    clocks.iter().fold(builder, |builder, json| builder.clock(clock(json))).build().unwrap()
}

fn received(policy: &Policy, when: &str) -> Case {
    let said = ComplaintDocument::new("A-1".parse().unwrap(), at(when));
    open(policy, said, Stamp::new("k-0".parse().unwrap(), "anna".parse().unwrap(), at(when))).unwrap()
}

/// When each step of the escalation of a clock is owed.
fn steps(policy: &Policy, when: &str) -> Vec<String> {
    let case = received(policy, when);
    let outlook = Outlook::of(&case, policy, at(when));
    let steps = outlook.owed(at("12-31 00:00")).filter(|owed| owed.key.duty == Duty::Escalation);
    steps.map(|owed| shown(owed.since)).collect()
}

#[test]
fn fault_d04_a_step_of_an_escalation_counts_from_the_due_date() {
    let after = |due: &str, escalation: &str| {
        let json = format!(
            r#"{{"clock": "closure", "from": "received", "due": {due}, "escalation": [{escalation}]}}"#
        );
        steps(&policy(&[&json]), "04-13 10:00")
    };
    let day = r#"{"after": {"working-days": 1}, "to": "manager"}"#;
    // Due on Thursday 24:00, and on Friday 24:00.
    assert_eq!(after(r#"{"working-days": 3, "end": "end-of-day"}"#, day), ["Sat 04-18 00:00"]);
    assert_eq!(after(r#"{"working-days": 4, "end": "end-of-day"}"#, day), ["Tue 04-21 00:00"]);
    assert_eq!(after(r#"{"working-days": 3, "end": "16:30"}"#, day), ["Fri 04-17 16:30"]);
    let days = r#"{"after": {"calendar-days": 1}, "to": "manager"}, {"after": {"weeks": 1}, "to": "senior-management"}"#;
    assert_eq!(
        after(r#"{"working-days": 3, "end": "end-of-day"}"#, days),
        ["Sat 04-18 00:00", "Sat 04-25 00:00"]
    );
    let at_once = r#"{"after": {"elapsed": "0 h"}, "to": "manager"}"#;
    assert_eq!(after(r#"{"working-days": 3, "end": "end-of-day"}"#, at_once), ["Fri 04-17 00:00"]);
}

#[test]
fn fault_d04_a_step_may_name_its_own_time() {
    // A city hotline: due on Monday 12 October 24:00, a reminder the next morning, a censure five working days later.
    let json = r#"{"clock": "closure", "from": "received", "due": {"calendar-days": 2, "end": "end-of-day"},
        "escalation": [{"after": {"calendar-days": 1, "at": "opening"}, "to": "manager"},
                       {"after": {"working-days": 5}, "to": "senior-management"}]}"#;
    assert_eq!(steps(&policy(&[json]), "10-10 10:00"), ["Tue 10-13 08:00", "Tue 10-20 08:00"]);
    let rule = clock(json);
    assert_eq!(clock(&serde_json::to_string(&rule).unwrap()), rule);
}

#[test]
fn fault_c09_a_step_may_come_at_a_share_of_the_target() {
    let json = |percent: u32| {
        format!(
            r#"{{"clock": "closure", "from": "received", "due": {{"elapsed": "24 h"}},
                "escalation": [{{"after": {{"percent": {percent}}}, "to": "department-head"}}]}}"#
        )
    };
    assert_eq!(steps(&policy(&[&json(150)]), "03-04 10:00"), ["Thu 03-05 22:00"]);
    let working = r#"{"clock": "closure", "from": "received", "due": {"working": "4 h"},
        "escalation": [{"after": {"percent": 150}, "to": "department-head"}]}"#;
    // Four working hours end on Thursday 09:30, six at 11:30.
    assert_eq!(steps(&policy(&[working]), "03-04 14:00"), ["Thu 03-05 11:30"]);
    let rule = clock(&json(150));
    assert_eq!(clock(&serde_json::to_string(&rule).unwrap()), rule);
    let refused = Policy::builder("desk")
        .version("1")
        .calendar(office())
        .routing(Routing::none())
        .clock(clock(&json(100)));
    let refused = refused.build().unwrap_err();
    assert!(
        matches!(refused.faults(), [PolicyFault::RungShare { percent: 100, to: Role::DEPARTMENT_HEAD, .. }]),
        "{refused}"
    );
}

#[test]
fn fault_d03_a_clock_behind_another_counts_from_its_date() {
    let first =
        r#"{"clock": "response", "from": "received", "due": {"working-days": 3, "end": "end-of-day"}}"#;
    let second = r#"{"clock": "closure", "from": "received", "from-due-of": "response",
        "due": {"working-days": 2, "end": "end-of-day"}}"#;
    let policy = policy(&[first, second]);
    let case = received(&policy, "04-13 10:00");
    // The second clock starts when the first one is due.
    let now = at("04-17 12:00");
    let clocks = case.clocks(&policy, now);
    let due =
        |clock: &redress::case::clock::CaseClock<'_>| shown(clock.reading(&policy, now).due().unwrap().at());
    // Thursday and Monday, each at 24:00.
    assert_eq!(clocks.iter().map(due).collect::<Vec<_>>(), ["Fri 04-17 00:00", "Tue 04-21 00:00"]);
}

#[test]
fn fault_d13_the_timer_of_a_case_is_a_whole_second() {
    let policy = policy(&[r#"{"clock": "closure", "from": "received", "due": {"elapsed": "24 h"}}"#]);
    let case = received(&policy, "03-04 08:00");
    let outlook = Outlook::of(&case, &policy, at("03-04 08:00"));
    let limit: DateTime<Utc> = at("03-05 08:00");
    assert_eq!(outlook.next_change(at("03-04 09:00")), Some(limit));
    assert_eq!(outlook.next_change(limit), Some(at("03-05 08:00:01")));
    assert_eq!(outlook.owed(limit).count(), 0);
    assert_eq!(outlook.owed(at("03-05 08:00:01")).count(), 1);
    assert_eq!(standing(&case, &policy, at("03-05 08:00:01")), Ok(Some(Standing::Unclosed)));
    let clocks = case.clocks(&policy, at("03-05 08:00:01"));
    assert_eq!(clocks[0].reading(&policy, at("03-05 08:00:01")).status().state(), ClockState::Breached);
    assert_eq!(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), *clocks[0].rule().clock());
}
