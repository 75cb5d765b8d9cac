//! What bad input and the fullest record cost: no call may take long, whatever it is given.

#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use redress::calendar::{Calendar, Hours, KnownDays, LocalTime, Span, WeekPattern, Zone, date, instant};
use redress::deadline::limits::{MAX_CHANGES, MAX_PAUSES};
use redress::deadline::rule::{Extension, ExtensionChange, ExtensionRule, Occurrence, PauseRule};
use redress::deadline::{Anchors, Clock, ClockRecord, Count, Deadline, Roll, Term};
use redress::vocab::course::ExtensionReason;
use redress::vocab::{Anchor, CaseId, Category, ClockName, Code, PauseReason, Severity};

fn office() -> Calendar {
    let zone =
        Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2020, 2035).unwrap());
    let week = WeekPattern::weekdays([Hours::from_static("09:00-12:00"), Hours::from_static("13:00-17:00")]);
    Calendar::builder("office", zone.unwrap()).week(week).build().unwrap()
}

fn texts(criterion: &mut Criterion) {
    let huge = "x".repeat(10_000_000);
    let mut group = criterion.benchmark_group("10 MB as");
    group.bench_function("a code", |bench| bench.iter(|| black_box(&huge).parse::<Code>().is_err()));
    group.bench_function("a category", |bench| bench.iter(|| black_box(&huge).parse::<Category>().is_err()));
    group.bench_function("a severity", |bench| bench.iter(|| black_box(&huge).parse::<Severity>().is_err()));
    group.bench_function("an id", |bench| bench.iter(|| black_box(&huge).parse::<CaseId>().is_err()));
    group.bench_function("a time of day", |bench| {
        bench.iter(|| black_box(&huge).parse::<LocalTime>().is_err());
    });
    group.bench_function("hours", |bench| bench.iter(|| black_box(&huge).parse::<Hours>().is_err()));
    group.bench_function("an instant", |bench| bench.iter(|| instant::parse(black_box(&huge)).is_err()));
    group.bench_function("a date", |bench| bench.iter(|| date::parse(black_box(&huge)).is_err()));
    group.finish();
}

fn amounts(criterion: &mut Criterion) {
    let calendar = office();
    let mut group = criterion.benchmark_group("the largest amount of");
    let received = Anchors::received(instant::parse("2026-03-06T10:00:00Z").unwrap());
    for (name, count) in [
        ("elapsed time", Count::Elapsed(Span::hours(u32::MAX))),
        ("working time", Count::Working(Span::hours(u32::MAX))),
        ("calendar days", Count::CalendarDays(u32::MAX)),
        ("working days", Count::WorkingDays(u32::MAX)),
        ("weeks", Count::Weeks(u32::MAX)),
        ("months", Count::Months(u32::MAX)),
    ] {
        let deadline = Deadline::from(Term::of(count));
        group.bench_function(name, |bench| {
            bench.iter(|| black_box(&deadline).due(&calendar, Anchor::RECEIVED, &received).is_err());
        });
    }
    group.finish();
}

/// As many late pauses, changes and extensions as a record keeps.
fn fullest(calendar: &Calendar, clock: &Clock, start: DateTime<Utc>) -> ClockRecord {
    let term = || Term::working_days(1_000).with_roll(Roll::FOLLOWING);
    let mut record = ClockRecord::new(term(), Anchors::received(start));
    let mut now = start;
    for entry in 0..MAX_PAUSES {
        now += TimeDelta::hours(5);
        record
            .pause(
                clock,
                PauseReason::AWAITING_CUSTOMER,
                Occurrence::at(now - TimeDelta::hours(4)).entered(now),
            )
            .unwrap();
        record
            .resume(
                clock,
                PauseReason::AWAITING_CUSTOMER,
                Occurrence::at(now - TimeDelta::hours(1)).entered(now),
            )
            .unwrap();
        if entry >= MAX_CHANGES {
            continue;
        }
        record.change(clock, now, term()).unwrap();
        let change = ExtensionChange::Add(Count::WorkingDays(1));
        record.extend(clock, calendar, Extension::new(change, ExtensionReason::COMPLEX_CASE, now)).unwrap();
    }
    record
}

fn records(criterion: &mut Criterion) {
    let calendar = office();
    let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER))
        .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_times(u32::MAX));
    let start = instant::parse("2026-03-06T10:00:00Z").unwrap();
    let record = fullest(&calendar, &clock, start);
    let now = start + TimeDelta::days(60);
    let mut group = criterion.benchmark_group("the fullest record");
    group.bench_function("due", |bench| {
        bench.iter(|| clock.projected_due(&calendar, black_box(&record), now));
    });
    group.bench_function("reading", |bench| bench.iter(|| clock.reading(&calendar, black_box(&record), now)));
    group.bench_function("next_change", |bench| {
        bench.iter(|| clock.next_change(&calendar, black_box(&record), now));
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .sample_size(10);
    targets = texts, amounts, records
}
criterion_main!(benches);
