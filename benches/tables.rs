//! Severity rules and routing tables, as they are asked and as a plain scan asks them.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]

#[path = "support/measure.rs"]
mod measure;
#[path = "support/random.rs"]
mod random;

use chrono::FixedOffset;
use criterion::Criterion;
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::policy::condition::Truth;
use redress::policy::routing::{Cell, CellTest, HitPolicy, RoutingGaps, Row};
use redress::policy::severity::SeverityRule;
use redress::policy::{Condition, Policy, Routing, SeverityRules};
use redress::taxonomy::Taxonomy;
use redress::triage::answer::SeverityTriage;
use redress::triage::{Complaint, History, triage};
use redress::vocab::kind::Medium;
use redress::vocab::{
    Act, Category, Channel, Code, Demand, Department, Fact, Input, Region, RuleId, Severity, Subject,
};

use crate::measure::each;
use crate::random::Random;

/// How many complaints are asked about, in a random order.
const INPUTS: usize = 1 << 12;

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

/// `acme:c12.3`: categories in a tree of two levels.
fn category(number: u32) -> Category {
    Category::from_code(code(&format!("acme:c{}.{}", number / 10, number % 10)))
}

fn fact(number: u32) -> Fact {
    Fact::from_code(code(&format!("acme:f{number}")))
}

/// Rules of two or three conditions over facts, counts and categories.
fn rules(count: u32, random: &mut Random) -> SeverityRules {
    let facts = (count / 2).max(8);
    let mut rules =
        SeverityRules::new([Severity::General, Severity::Serious]).with_otherwise(Severity::General);
    for number in 0..count {
        let some = |random: &mut Random| Condition::at_least(fact(random.below(facts)), 1 + random.below(3));
        let either = Condition::any([some(random), some(random)]);
        let mut all = Vec::from([either, some(random)]);
        if number % 3 == 0 {
            all.push(Condition::is(category(random.below(count.max(16)))));
        }
        let id = RuleId::from_code(code(&format!("acme:r{number}")));
        rules = rules.with_rule(SeverityRule::new(id, Severity::Serious, Condition::all(all)));
    }
    rules
}

/// Rows of which each asks about two to five inputs.
fn table(count: u32, categories: u32, random: &mut Random) -> Routing {
    let inputs = [Input::CATEGORY, Input::REGION, Input::CHANNEL, Input::SUBJECT, Input::DEMAND];
    let mut table =
        Routing::by(inputs).with_gaps(RoutingGaps::Unrouted).with_hit_policy(Act::Owner, HitPolicy::First);
    for number in 0..count {
        let id = RuleId::from_code(code(&format!("acme:r{number}")));
        let department = *Department::ALL.get(random.below(20) as usize).unwrap();
        let mut row = Row::new(id, if number % 4 == 0 { Act::Copy } else { Act::Owner }, department);
        // Every row has a category of its own, so that none hides another.
        row = row.with_cell(Cell::is(category(number % categories)));
        row = row.with_cell(Cell::under(Region::from_code(code(&format!("acme:r{}", random.below(20))))));
        if random.below(2) == 0 {
            row = row.with_cell(Cell::one_of([Channel::PHONE, Channel::EMAIL]));
        }
        if random.below(4) == 0 {
            row = row.with_cell(Cell::is(Subject::SERVICE));
        }
        if number >= categories {
            row = row.with_cell(Cell::is(*Demand::ALL.get((number / categories) as usize % 13).unwrap()));
        }
        table = table.with_row(row);
    }
    table
}

fn taxonomy(categories: u32, facts: u32) -> Taxonomy {
    let all: Vec<Category> = (0..categories).map(category).collect();
    let taxonomy = Taxonomy::standard().with_only(&all);
    let facts: Vec<Fact> = (0..facts).map(fact).collect();
    let regions: Vec<Region> = (0..20)
        .flat_map(|number| {
            let region = format!("acme:r{number}");
            [code(&region), code(&format!("{region}.north")), code(&format!("{region}.south"))]
        })
        .map(Region::from_code)
        .collect();
    taxonomy.with_only(&facts).with_only(&regions)
}

fn complaints(categories: u32, facts: u32, random: &mut Random) -> Vec<Complaint> {
    let received = "2026-03-02T10:00:00Z".parse().unwrap();
    (0..INPUTS)
        .map(|number| {
            let region = format!(
                "acme:r{}.{}",
                random.below(20),
                if random.below(2) == 0 { "north" } else { "south" }
            );
            let mut complaint = Complaint::new(format!("A-{number}").parse().unwrap(), received)
                .with_category(category(random.below(categories)))
                .with_region(Region::from_code(code(&region)))
                .with_channel(*Channel::ALL.get(random.below(14) as usize).unwrap())
                .with_subject(*Subject::ALL.get(random.below(3) as usize).unwrap())
                .with_medium(Medium::WRITTEN)
                .with_demand(*Demand::ALL.get(random.below(13) as usize).unwrap());
            for _ in 0..4 {
                complaint = complaint.with_fact(fact(random.below(facts)), 1 + random.below(3));
            }
            complaint
        })
        .collect()
}

fn words(complaint: &Complaint, input: Input) -> Option<Code> {
    match input {
        Input::CATEGORY => complaint.categories().next().map(|word| *word.code()),
        Input::REGION => complaint.region().map(Into::into),
        Input::CHANNEL => complaint.channel().map(Into::into),
        Input::SUBJECT => complaint.subject().map(Into::into),
        Input::DEMAND => complaint.demands().next().map(|word| *word.code()),
        _ => None,
    }
}

/// The first row for the owner, row by row.
fn scan<'t>(table: &'t Routing, complaint: &Complaint) -> Option<&'t Row> {
    table.rows().iter().filter(|row| row.act() == Act::Owner).find(|row| {
        row.cells().iter().all(|cell| {
            let Some(word) = words(complaint, cell.input()) else { return false };
            match cell.test() {
                CellTest::OneOf(codes) => codes.contains(&word),
                CellTest::Under(code) => word.is_or_under(code),
                CellTest::NotKnown | CellTest::Nothing => false,
            }
        })
    })
}

/// The highest level of a rule, rule by rule.
fn ask(rules: &SeverityRules, complaint: &Complaint, calendar: &Calendar) -> Option<Severity> {
    let none = History::none();
    let holding =
        rules.rules().iter().filter(|rule| complaint.satisfies(rule.when(), &none, calendar) == Truth::True);
    holding.map(SeverityRule::level).max()
}

fn main() {
    let mut criterion: Criterion = measure::criterion();
    let zone = Zone::fixed(FixedOffset::east_opt(0).unwrap(), KnownDays::years(2026, 2026).unwrap()).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
    let calendar = Calendar::builder("office", zone).week(week).build().unwrap();
    let none = History::none();
    for (count, categories) in [(12, 16), (64, 64), (1_000, 1_000), (10_000, 10_000)] {
        let mut random = Random::seeded(u64::from(count));
        let facts = (count / 2).max(8);
        let rules = rules(count, &mut random);
        let taxonomy = taxonomy(categories, facts);
        let routing = table(count, categories, &mut random);
        let plain = Policy::builder("none").version("1").taxonomy(taxonomy).calendar(calendar.clone());
        let complaints = complaints(categories, facts, &mut random);
        let nothing = plain.clone().routing(Routing::none()).build().unwrap();
        let rated = plain.clone().severity(rules.clone()).routing(Routing::none()).build().unwrap();
        let routed = plain.clone().routing(routing.clone()).build().unwrap();

        let mut group = criterion.benchmark_group(format!("{count} rules or rows, {categories} categories"));
        each(&mut group, "triage without rules", &complaints, |complaint| {
            triage(&nothing, complaint, &none).unwrap().department()
        });
        each(&mut group, "triage with severity", &complaints, |complaint| {
            triage(&rated, complaint, &none).unwrap().severity().map(SeverityTriage::level)
        });
        each(&mut group, "triage with routing", &complaints, |complaint| {
            triage(&routed, complaint, &none).unwrap().department()
        });
        each(&mut group, "severity, rule by rule", &complaints, |complaint| {
            ask(&rules, complaint, &calendar)
        });
        each(&mut group, "routing, row by row", &complaints, |complaint| {
            scan(&routing, complaint).map(Row::id)
        });
        group.finish();

        let mut group = criterion.benchmark_group(format!("build of {count} rules or rows"));
        group.sample_size(10);
        group.bench_function("severity", |bencher| {
            bencher.iter(|| plain.clone().severity(rules.clone()).routing(Routing::none()).build().unwrap());
        });
        group.bench_function("routing", |bencher| {
            bencher.iter(|| plain.clone().routing(routing.clone()).build().unwrap());
        });
        group.finish();
    }
    criterion.final_summary();
}
