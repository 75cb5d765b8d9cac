//! Cases: one command, one event, histories read again, and a sweep over everything that is open.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark that cannot go on stops")]

#[path = "support/case.rs"]
mod case;
#[path = "support/measure.rs"]
mod measure;
#[path = "support/random.rs"]
mod random;

use std::hint::black_box;

use chrono::{DateTime, TimeDelta, Utc};
use criterion::{BatchSize, Criterion, Throughput};
use redress::case::course::{Branch, arrows, step};
use redress::case::{Case, Command, Office, Outlook};
use redress::policy::Policy;
use redress::vocab::{Action, Stage};

use crate::case::{because, grown, open_cases, request, roster, walked};
use crate::measure::each;
use crate::random::Random;

/// How many cases are open.
const OPEN: u32 = 100_000;

/// Cases that are moved: nine of ten events are among those that the stage of their case has, the others are any.
fn table(criterion: &mut Criterion, policy: &Policy) {
    let (mut random, track) = (Random::seeded(3), policy.track());
    let mut below = |count: usize| random.below(u32::try_from(count).unwrap()) as usize;
    let any = |below: &mut dyn FnMut(usize) -> usize| (Action::ALL[below(Action::ALL.len())], Branch::Only);
    let mut stages = vec![Stage::Received; 1 << 10];
    let asked: Vec<(usize, (Action, Branch))> = (0..1 << 15)
        .map(|_| {
            let case = below(stages.len());
            let of = |action| arrows(track, stages[case], action).map(move |arrow| (action, arrow.way));
            let events: Vec<(Action, Branch)> = Action::ALL.iter().copied().flat_map(of).collect();
            let event = match events.len() {
                count if count > 0 && below(10) < 9 => events[below(count)],
                _ => any(&mut below),
            };
            stages[case] = step(track, stages[case], event).unwrap_or(stages[case]);
            (case, event)
        })
        .collect();
    let mut group = criterion.benchmark_group("table");
    group.throughput(Throughput::Elements(asked.len() as u64));
    group.bench_function("step", |bencher| {
        bencher.iter(|| {
            let mut stages = vec![Stage::Received; 1 << 10];
            for &(case, event) in &asked {
                stages[case] = step(track, stages[case], black_box(event)).unwrap_or(stages[case]);
            }
            stages
        });
    });
    let pairs: Vec<(Stage, Action)> =
        asked.iter().map(|&(case, (action, _))| (stages[case], action)).collect();
    each(&mut group, "arrows", &pairs, |&(stage, action)| arrows(track, stage, action).count());
    group.finish();
}

fn one(criterion: &mut Criterion, policy: &Policy) {
    let roster = roster();
    let (case, now) = walked(policy, &roster, "A-1");
    let mut group = criterion.benchmark_group("one");
    let commands = [("note", Command::Note(because())), ("promise-less answer", case::answer())];
    for (name, command) in commands {
        group.bench_function(format!("decide {name}"), |bencher| {
            bencher.iter_batched(
                || request(&case, "anna", now, command.clone()),
                |request| Office::new(policy, &roster).decide(&case, request),
                BatchSize::SmallInput,
            );
        });
        let made = Office::new(policy, &roster).decide(&case, request(&case, "anna", now, command)).unwrap();
        group.bench_function(format!("after {name}"), |bencher| {
            bencher.iter_batched(|| case.clone(), |case| case.after(&made), BatchSize::SmallInput);
        });
    }
    group.bench_function("outlook", |bencher| bencher.iter(|| Outlook::of(black_box(&case), policy, now)));
    group.throughput(Throughput::Elements(case.events().len() as u64));
    group.bench_function("replay a whole course, per event", |bencher| {
        bencher.iter(|| Case::replay(policy, black_box(case.events())).unwrap());
    });
    group.finish();
}

fn long(criterion: &mut Criterion, policy: &Policy) {
    let roster = roster();
    let mut group = criterion.benchmark_group("replay, per event");
    for events in [1_000, 10_000, 100_000] {
        let case = grown(policy, &roster, events);
        group.throughput(Throughput::Elements(case.events().len() as u64));
        group.bench_function(format!("{events}"), |bencher| {
            bencher.iter(|| Case::replay(policy, black_box(case.events())).unwrap());
        });
    }
    group.finish();
}

fn sweep(criterion: &mut Criterion, policy: &Policy) {
    let outlooks: Vec<(Outlook, DateTime<Utc>)> = open_cases(policy, OPEN);
    let now = outlooks.iter().map(|&(_, now)| now).max().unwrap() + TimeDelta::hours(30);
    let mut group = criterion.benchmark_group("sweep, per case");
    each(&mut group, "standing and next event", &outlooks, |(outlook, _)| {
        (outlook.standing(now).ok().flatten(), outlook.next_change(now))
    });
    each(&mut group, "what is owed", &outlooks, |(outlook, _)| outlook.owed(now).count());
    group.finish();
}

fn main() {
    let mut criterion = measure::criterion();
    let policy = case::policy();
    table(&mut criterion, &policy);
    one(&mut criterion, &policy);
    long(&mut criterion, &policy);
    sweep(&mut criterion, &policy);
    criterion.final_summary();
}
