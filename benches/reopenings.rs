//! The clocks of a case that was reopened again and again, in each reading of a reopening.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]

#[expect(dead_code, reason = "one case at a time is asked, and not many inputs in turn")]
#[path = "support/measure.rs"]
mod measure;

use std::hint::black_box;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Asia::Shanghai;
use criterion::{Criterion, Throughput};
use redress::approval::Roster;
use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone};
use redress::case::command::{Continuation, Findings, Message, NotEstablishedFinding};
use redress::case::{Case, Command, Office, Outlook, Request, Stamp, open};
use redress::deadline::rule::Warning;
use redress::deadline::{Clock, Term};
use redress::policy::clock::ReopeningEffect;
use redress::policy::{ClockRule, Policy, Routing};
use redress::vocab::course::NotEstablishedReason;
use redress::vocab::{Anchor, ClockName, Stage};

/// Closed, answered and acknowledged within limits, the next answer to a message, and a project after the limit.
fn policy(choice: ReopeningEffect) -> Policy {
    let zone = Zone::tabulate("Asia/Shanghai", &Shanghai, KnownDays::years(2025, 2029).unwrap()).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:30")]);
    let calendar = Calendar::builder("cn", zone).week(week).build().unwrap();
    let limit = |name| Clock::new(name, Anchor::RECEIVED).with_warning(Warning::Share(50));
    let hours = |amount| Term::elapsed(Span::hours(amount));
    let next = Clock::new(ClockName::SAME_DAY_ANSWER, Anchor::CUSTOMER_WROTE);
    [
        ClockRule::new(limit(ClockName::CLOSURE), hours(24)),
        ClockRule::new(limit(ClockName::RESPONSE), Term::working_days(5)).with_until(Anchor::RESOLVED),
        ClockRule::new(limit(ClockName::ACKNOWLEDGEMENT), hours(2)),
        ClockRule::new(limit(ClockName::PROJECT), hours(72)).with_from_due_of(ClockName::CLOSURE),
        ClockRule::new(next, hours(8)).with_until(Anchor::ANSWERED).with_repeats(),
    ]
    .into_iter()
    .map(|rule| rule.with_on_reopening(choice))
    .fold(Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()), |policy, rule| {
        policy.clock(rule)
    })
    .build()
    .unwrap()
}

/// A case that was closed and reopened so often; each round takes an hour, with a message and its answer.
fn reopened(policy: &Policy, rounds: u32) -> (Case, DateTime<Utc>) {
    let roster = Roster::builder("r-1").build().unwrap();
    let anna = "anna".parse().unwrap();
    let said = r#"{"id": "A-1", "received": "2025-03-11T10:00:00+08:00"}"#;
    let said = serde_json::from_str::<redress::triage::ComplaintDocument>(said).unwrap();
    let mut now = said.received.unwrap();
    let mut case = open(policy, said, Stamp::new("k-0".parse().unwrap(), anna, now)).unwrap();
    let message = || Message { next: None, automatic: false, note: None };
    let solved = || {
        Command::FindNotEstablished(NotEstablishedFinding {
            reasons: vec![NotEstablishedReason::MISUNDERSTANDING],
            explanation: "It is as it should be.".parse().unwrap(),
        })
    };
    let reopen =
        || Command::Reopen(Continuation { to: Stage::Investigating, reason: "It is not.".parse().unwrap() });
    let mut commands = vec![Command::Register, Command::Triage(Findings::default()), solved()];
    for _ in 0..rounds {
        commands.extend([Command::Close, reopen(), Command::HearCustomer(message()), solved()]);
    }
    commands.extend([Command::Close, reopen()]);
    for command in commands {
        now += TimeDelta::minutes(15);
        let id = format!("k-{}", case.revision()).parse().unwrap();
        let request = Request::new(case.revision(), Stamp::new(id, anna, now), command);
        let decision = Office::new(policy, &roster).decide(&case, request).unwrap();
        case = case.after(&decision).unwrap();
    }
    (case, now)
}

fn main() {
    let mut criterion: Criterion = measure::criterion();
    for choice in [ReopeningEffect::Stays, ReopeningEffect::Rest, ReopeningEffect::Resume] {
        let policy = policy(choice);
        let mut group = criterion.benchmark_group(format!("clocks of a reopened case, {choice:?}"));
        for rounds in [10, 100, 1_000, 10_000] {
            let (case, now) = reopened(&policy, rounds);
            group.throughput(Throughput::Elements(rounds.into()));
            group.bench_function(format!("{rounds}"), |bencher| {
                bencher.iter(|| black_box(&case).clocks(&policy, now).len());
            });
        }
        group.finish();
    }
    let policy = policy(ReopeningEffect::Stays);
    let mut group = criterion.benchmark_group("outlook of a reopened case");
    for rounds in [10, 100, 1_000] {
        let (case, now) = reopened(&policy, rounds);
        group.throughput(Throughput::Elements(rounds.into()));
        group.bench_function(format!("{rounds}"), |bencher| {
            bencher.iter(|| Outlook::of(black_box(&case), &policy, now));
        });
    }
    group.finish();
    criterion.final_summary();
}
