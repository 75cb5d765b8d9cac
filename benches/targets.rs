//! Triage by one clock with one target and with many, and the same question asked target by target.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]

#[path = "support/measure.rs"]
mod measure;
#[path = "support/random.rs"]
mod random;

use chrono::FixedOffset;
use criterion::Criterion;
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::deadline::{Clock, Term};
use redress::policy::clock::Target;
use redress::policy::{ClockRule, Policy, Routing};
use redress::taxonomy::Taxonomy;
use redress::triage::{Complaint, History, triage};
use redress::vocab::{Anchor, Category, ClockName, RuleId};

use crate::measure::each;
use crate::random::Random;

/// How many complaints are asked about, in a random order.
const INPUTS: usize = 1 << 12;

/// `acme:c12.3`: categories in a tree of two levels.
fn category(number: u32) -> Category {
    format!("acme:c{}.{}", number / 10, number % 10).parse().unwrap()
}

/// A clock with a target for each of so many categories.
fn rule(targets: u32) -> ClockRule {
    let target = |number: u32| {
        let id: RuleId = format!("t-{number}").parse().unwrap();
        Target::new(id, category(number), Term::calendar_days(1 + number % 30))
    };
    ClockRule::by_target(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), (0..targets).map(target))
}

fn main() {
    let mut criterion: Criterion = measure::criterion();
    let zone = Zone::fixed(FixedOffset::east_opt(0).unwrap(), KnownDays::years(2026, 2026).unwrap()).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
    let calendar = Calendar::builder("office", zone).week(week).build().unwrap();
    let none = History::none();
    // One taxonomy for all, so that nothing differs but the targets.
    let categories: Vec<Category> = (0..1_000).map(category).collect();
    for targets in [1, 100, 1_000] {
        let policy = Policy::builder("targets")
            .version("1")
            .taxonomy(Taxonomy::standard().with_only(&categories))
            .calendar(calendar.clone())
            .routing(Routing::none())
            .clock(rule(targets))
            .build()
            .unwrap();
        let mut random = Random::seeded(u64::from(targets));
        let complaints: Vec<Complaint> = (0..INPUTS)
            .map(|number| {
                let id = format!("A-{number}").parse().unwrap();
                let complaint = Complaint::new(id, "2026-03-02T10:00:00Z".parse().unwrap());
                complaint.with_category(category(random.below(targets)))
            })
            .collect();
        let scanned = rule(targets);

        let mut group = criterion.benchmark_group(format!("{targets} targets"));
        each(&mut group, "triage", &complaints, |complaint| {
            triage(&policy, complaint, &none).unwrap().due(ClockName::CLOSURE)
        });
        each(&mut group, "target by target", &complaints, |complaint| {
            scanned.target(complaint.categories().next(), None).map(Target::id)
        });
        group.finish();
        criterion.bench_function(&format!("build of {targets} targets"), |bencher| {
            bencher.iter(|| {
                let builder = Policy::builder("targets")
                    .version("1")
                    .taxonomy(Taxonomy::standard().with_only(&categories));
                let builder = builder.calendar(calendar.clone()).routing(Routing::none());
                builder.clock(scanned.clone()).build().unwrap()
            });
        });
    }
    criterion.final_summary();
}
