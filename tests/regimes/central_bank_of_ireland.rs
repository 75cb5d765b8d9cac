//! Central Bank of Ireland, Consumer Protection Code: dates worked out by hand from the holidays of Ireland.

use redress::case::command::Remark;
use redress::case::{Case, Command, Office, Outlook, Request, Stamp, open};
use redress::deadline::rule::ClockState;
use redress::policy::Policy;
use redress::render::Renderer;
use redress::triage::ComplaintDocument;
use redress::vocab::course::Duty;
use redress::vocab::{ClockName, Locale};

use crate::regimes::dates::{at, due, policy};

const UPDATE: ClockName = ClockName::UPDATE;

fn opened(policy: &Policy, received: &str) -> Case {
    let said = ComplaintDocument::new("a-1".parse().unwrap(), at(received));
    open(policy, said, Stamp::new("k-0".parse().unwrap(), "anna".parse().unwrap(), at(received))).unwrap()
}

fn told(case: Case, policy: &Policy, now: &str) -> Case {
    let roster = redress::approval::Roster::builder("r-1").build().unwrap();
    let id = format!("k-{}", case.revision()).parse().unwrap();
    let command = Command::NotifyProgress(Remark::new("still being looked into".parse().unwrap()));
    let request = Request::on(&case, Stamp::new(id, "anna".parse().unwrap(), at(now)), command);
    let decision = Office::new(policy, &roster).decide(&case, request).unwrap();
    let case = case.after(&decision).unwrap();
    assert_eq!(Case::replay(policy, case.events()).unwrap(), case);
    case
}

/// The updates that are due while nobody does anything.
fn updates(policy: &Policy, received: &str, how_many: usize) -> Vec<String> {
    let case = opened(policy, received);
    let outlook = Outlook::of(&case, policy, at(received));
    let missed = |owed: &redress::case::clock::OpenDuty| {
        owed.key.clock == Some(UPDATE) && owed.key.duty == Duty::Breach
    };
    let dates = outlook.owed(at("2027-12-31T00:00:00Z")).filter(missed).map(|owed| {
        // Owed from 24:00 of the due date on.
        let end = owed.since - chrono::TimeDelta::seconds(1);
        policy.calendar().local(end).unwrap().format("%a %Y-%m-%d").to_string()
    });
    dates.take(how_many).collect()
}

#[test]
fn acknowledged_within_5_and_resolved_within_40_business_days() {
    let policy = policy("central-bank-of-ireland");
    let dates = |received| {
        [ClockName::ACKNOWLEDGEMENT, UPDATE, ClockName::RESPONSE]
            .map(|clock| due(&policy, clock, None, received))
    };
    // The last Monday of October is a holiday.
    assert_eq!(
        dates("2026-10-05T10:00:00+01:00"),
        ["Mon 2026-10-12 24:00", "Tue 2026-11-03 24:00", "Tue 2026-12-01 24:00"]
    );
    // 26 December 2026 is a Saturday, and Monday the 28th a business day.
    assert_eq!(
        dates("2026-12-18T10:00:00Z"),
        ["Mon 2026-12-28 24:00", "Tue 2027-01-19 24:00", "Wed 2027-02-17 24:00"]
    );
    // May Day and the June holiday.
    assert_eq!(
        dates("2026-05-01T10:00:00+01:00"),
        ["Mon 2026-05-11 24:00", "Tue 2026-06-02 24:00", "Tue 2026-06-30 24:00"]
    );
}

#[test]
fn fault_c01_an_update_is_due_every_20_business_days_until_it_is_closed() {
    let policy = policy("central-bank-of-ireland");
    assert_eq!(
        updates(&policy, "2026-10-05T10:00:00+01:00", 3),
        ["Tue 2026-11-03", "Tue 2026-12-01", "Wed 2026-12-30"]
    );
    assert_eq!(
        updates(&policy, "2026-12-18T10:00:00Z", 3),
        ["Tue 2027-01-19", "Wed 2027-02-17", "Thu 2027-03-18"]
    );
    assert_eq!(
        updates(&policy, "2026-05-01T10:00:00+01:00", 3),
        ["Tue 2026-06-02", "Tue 2026-06-30", "Tue 2026-07-28"]
    );
}

#[test]
fn an_early_update_brings_the_next_one_no_nearer() {
    let policy = policy("central-bank-of-ireland");
    let case = opened(&policy, "2026-10-05T10:00:00+01:00");
    let case = told(case, &policy, "2026-10-08T10:00:00+01:00");
    let now = at("2026-11-04T10:00:00Z");
    let clocks = case.clocks(&policy, now);
    let updates: Vec<(ClockState, String)> = clocks
        .iter()
        .filter(|clock| clock.name() == UPDATE)
        .map(|clock| {
            let reading = clock.reading(&policy, now);
            (
                reading.status().state(),
                Renderer::of(&policy, Locale::En).due(policy.calendar(), reading.due().unwrap()),
            )
        })
        .collect();
    assert_eq!(
        updates,
        [
            (ClockState::Met, "Tue 2026-11-03 24:00".into()),
            (ClockState::Running, "Tue 2026-12-01 24:00".into())
        ]
    );
}

#[test]
fn a_missed_update_is_owed_once_and_warned_of_three_business_days_before() {
    let policy = policy("central-bank-of-ireland");
    let received = "2026-10-05T10:00:00+01:00";
    let case = opened(&policy, received);
    let outlook = Outlook::of(&case, &policy, at(received));
    let first: Vec<String> = outlook
        .owed(at("2026-11-05T00:00:00Z"))
        .filter(|owed| owed.key.clock == Some(UPDATE))
        .map(|owed| {
            let at = policy.calendar().local(owed.since).unwrap().format("%a %Y-%m-%d %H:%M");
            format!("{at} {}", owed.key.duty)
        })
        .collect();
    // Tuesday 24:00, three business days before: Thursday, 29 October, 24:00. Nobody works then, so it is the opening of
    // that day.
    assert_eq!(first, ["Thu 2026-10-29 09:00 warning", "Wed 2026-11-04 00:00 breach"]);
}
