//! All findings of a table with 10,000 categories and 1,000 rows, beside building the policy.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]

use std::alloc::System;

use chrono::FixedOffset;
use criterion::Criterion;
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::deadline::{Clock, End, Roll, Term};
use redress::policy::routing::{Cell, HitPolicy, RoutingGaps, Row};
use redress::policy::severity::SeverityRule;
use redress::policy::{ClockRule, Condition, Policy, PolicyBuilder, Routing, SeverityRules};
use redress::taxonomy::Taxonomy;
use redress::vocab::{
    Act, Anchor, Category, Channel, ClockName, Code, Department, Fact, Input, RuleId, Severity,
};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

/// `acme:c12.3`: categories in a tree of two levels.
fn category(number: u32) -> Category {
    Category::from_code(code(&format!("acme:c{}.{}", number / 10, number % 10)))
}

fn row(number: u32) -> Row {
    let act = if number.is_multiple_of(4) { Act::Copy } else { Act::Owner };
    let department = *Department::ALL.iter().cycle().nth(number as usize % 20).unwrap();
    let row = Row::new(RuleId::from_code(code(&format!("acme:r{number}"))), act, department);
    let row = row.with_cell(Cell::one_of((0..8).map(|word| category(number * 10 + word))));
    if number.is_multiple_of(3) { row.with_cell(Cell::one_of([Channel::PHONE, Channel::EMAIL])) } else { row }
}

fn draft(hit: HitPolicy) -> PolicyBuilder {
    let known = KnownDays::years(2025, 2034).unwrap();
    let zone = Zone::fixed(FixedOffset::east_opt(0).unwrap(), known).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
    let calendar = Calendar::builder("office", zone).week(week).build().unwrap();
    let categories: Vec<Category> = (0..10_000).map(category).collect();
    let routing = Routing::by([Input::CATEGORY, Input::CHANNEL])
        .with_gaps(RoutingGaps::Unrouted)
        .with_hit_policy(Act::Owner, hit)
        .with_rows((0..1_000).map(row));
    let rules = Fact::ALL.iter().zip(0..).map(|(fact, number)| {
        let when = Condition::all([Condition::has(*fact), Condition::is(category(number))]);
        SeverityRule::new(RuleId::from_code(code(&format!("acme:s{number}"))), Severity::Serious, when)
    });
    let severity =
        SeverityRules::new([Severity::General, Severity::Serious]).with_otherwise(Severity::General);
    let end = |term: Term| term.with_end(End::CLOSE_OF_BUSINESS).with_roll(Roll::FOLLOWING);
    Policy::builder("desk")
        .version("1")
        .taxonomy(Taxonomy::standard().with_only(&categories))
        .calendar(calendar)
        .routing(routing)
        .severity(rules.fold(severity, SeverityRules::with_rule))
        .clock(ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), end(Term::calendar_days(2))))
        .clock(ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), end(Term::months(1))))
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for (name, hit) in [("unique", HitPolicy::Unique), ("first", HitPolicy::First)] {
        let draft = draft(hit);
        let policy = draft.clone().build().unwrap();
        let region = Region::new(ALLOCATOR);
        let found = policy.findings().len();
        let made = region.change().bytes_allocated / 1_024;
        println!("{name}: {found} findings, {made} KiB allocated in all");
        criterion
            .bench_function(&format!("findings/{name}"), |bencher| bencher.iter(|| policy.findings().len()));
        criterion.bench_function(&format!("build/{name}"), |bencher| {
            bencher.iter_with_setup(|| draft.clone(), |draft| draft.build().is_ok());
        });
    }
    criterion.final_summary();
}
