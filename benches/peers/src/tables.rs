//! W5, a severity by 12 rules, and W6, a department by 60 rows over 5 inputs.
//!
//! `--peer` chooses how:
//!
//! * `redress-prepared`  complaints that were made ready for the policy before
//! * `redress-severity`  the same, by the answer that can explain itself, or by the name of the department
//! * `redress-level`     the same, the level without its rules
//! * `redress-answers`   the same, every answer of a whole triage, of which one is read
//! * `redress-words`     from the words of a complaint: made ready, and asked
//! * `redress-triage`    a whole triage
use redress::policy::routing::{Cell, HitPolicy, Row};
use redress::policy::severity::SeverityRule;
use redress::policy::{Condition, Policy, PolicyBuilder, PolicyFault, Routing, SeverityRules};
use redress::taxonomy::Taxonomy;
use redress::triage::answer::{Level, SeverityTriage};
use redress::triage::{Complaint, History, PreparedComplaint, triage};
use redress::vocab::kind::Medium;
use redress::vocab::{
    Act, Category, Channel, Code, Department, Fact, Input, Region, RuleId, Severity, Subject,
};
use redress::word;
use serde_json::Value;

use crate::own;
use crate::protocol::*;

/// A row of the table: a word or anything for each input, and the department.
pub struct Line {
    pub cells: [Option<u8>; 5],
    pub unit: u8,
}

pub fn lines(a: &Args) -> Vec<Line> {
    let text = std::fs::read_to_string(format!("{}/w6_table.csv", a.defs)).unwrap();
    let line = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        Line {
            cells: std::array::from_fn(|at| (cells[at] != "*").then(|| cells[at].parse().unwrap())),
            unit: cells[5].parse().unwrap(),
        }
    };
    text.lines().skip(1).map(line).collect()
}

/// The 16 facts of `w5_rules.json`, in its order.
pub const FACTS: [Fact; 16] = [
    word!(Fact, "injury"),
    word!(Fact, "hospitalised"),
    word!(Fact, "media"),
    word!(Fact, "regulator"),
    word!(Fact, "legal-threat"),
    word!(Fact, "vulnerable"),
    word!(Fact, "privacy"),
    word!(Fact, "fraud"),
    word!(Fact, "repeat-open"),
    word!(Fact, "vip"),
    word!(Fact, "deaths"),
    word!(Fact, "injured"),
    word!(Fact, "complaints-90d"),
    word!(Fact, "group-size"),
    word!(Fact, "amount-cents"),
    word!(Fact, "days-open"),
];

fn condition(v: &Value, names: &[String]) -> Condition {
    let list = |v: &Value| v.as_array().unwrap().iter().map(|c| condition(c, names)).collect::<Vec<_>>();
    if let Some(l) = v.get("all") {
        return Condition::all(list(l));
    }
    if let Some(l) = v.get("any") {
        return Condition::any(list(l));
    }
    if let Some(c) = v.get("not") {
        return Condition::not(condition(c, names));
    }
    let fact = FACTS[names.iter().position(|n| *n == v["fact"]).unwrap()];
    let number = |o: &str| v.get(o).and_then(Value::as_u64).map(|n| n as u32);
    match (number("ge"), number("gt"), number("lt")) {
        (Some(n), _, _) => Condition::at_least(fact, n),
        (_, Some(n), _) => Condition::at_least(fact, n + 1),
        (_, _, Some(n)) => Condition::not(Condition::at_least(fact, n)),
        _ => Condition::has(fact),
    }
}

/// The 12 rules; a complaint that no rule rates is minor (the peers' level 0).
pub fn rules(a: &Args) -> SeverityRules {
    let t = std::fs::read_to_string(format!("{}/w5_rules.json", a.defs)).unwrap();
    let def: Value = serde_json::from_str(&t).unwrap();
    let names: Vec<String> = serde_json::from_value(def["facts"].clone()).unwrap();
    let rules = SeverityRules::new([Severity::Minor, Severity::General, Severity::Serious]);
    def["rules"].as_array().unwrap().iter().fold(rules.with_otherwise(Severity::Minor), |rules, r| {
        let level = if r["level"] == "serious" { Severity::Serious } else { Severity::General };
        let id: RuleId = r["id"].as_str().unwrap().to_lowercase().parse().unwrap();
        rules.with_rule(SeverityRule::new(id, level, condition(&r["when"], &names)))
    })
}

/// The bit of a rule, by its id: s1-s6, then g1-g6.
fn bit(id: RuleId) -> u16 {
    let text = id.as_str().as_bytes();
    let group = if text[0] == b's' { 0 } else { 6 };
    1 << (group + text[1] - b'1')
}

pub fn level(level: Severity) -> u8 {
    match level {
        Severity::Serious => 2,
        Severity::General => 1,
        _ => 0,
    }
}

pub fn word(prefix: &str, width: usize, value: i64) -> Code {
    format!("{prefix}{value:0width$}").parse().unwrap()
}

fn all(prefix: &str, width: usize, count: i64) -> Vec<Code> {
    (0..count).map(|value| word(prefix, width, value)).collect()
}

pub fn unit(number: u8) -> Department {
    format!("u{number:02}").parse().unwrap()
}

/// The words of the table's first four inputs, and its departments.
pub fn words(taxonomy: Taxonomy) -> Taxonomy {
    taxonomy
        .with_only(&all("ch", 1, 6).into_iter().map(Channel::from_code).collect::<Vec<_>>())
        .with_only(&all("p", 2, 12).into_iter().map(Subject::from_code).collect::<Vec<_>>())
        .with_only(&all("c", 1, 10).into_iter().map(Category::from_code).collect::<Vec<_>>())
        .with_only(&all("r", 1, 8).into_iter().map(Region::from_code).collect::<Vec<_>>())
        .with_only(&(0..20).map(unit).collect::<Vec<_>>())
}

/// The policy with its rows, without those that never count: a policy with one is refused.
pub fn built(plain: &PolicyBuilder, inputs: [Input; 5], mut rows: Vec<Row>) -> Policy {
    loop {
        let table = rows
            .iter()
            .cloned()
            .fold(Routing::by(inputs).with_hit_policy(Act::Owner, HitPolicy::First), Routing::with_row);
        match plain.clone().routing(table).build() {
            Ok(policy) => return policy,
            Err(faults) => {
                let idle: Vec<RuleId> = faults
                    .faults()
                    .iter()
                    .map(|fault| match fault {
                        PolicyFault::Masked { row, .. } | PolicyFault::RowTwice { row, .. } => *row,
                        other => panic!("{other}"),
                    })
                    .collect();
                rows.retain(|row| !idle.contains(&row.id()));
                eprintln!("{} rows left", rows.len());
            }
        }
    }
}

fn at() -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp(1_735_700_000, 0).unwrap()
}

/// The level, and the rules that hold by their positions.
fn at_once(prepared: &PreparedComplaint<'_>) -> (u8, u16) {
    let mask = prepared.matched_positions().fold(0, |mask, position| mask | 1 << position);
    (level(prepared.level().and_then(Level::severity).unwrap()), mask)
}

fn answer(severity: &SeverityTriage<'_>) -> (u8, u16) {
    let mask = severity.matched().fold(0, |mask, rule| mask | bit(rule.id()));
    (level(severity.level().severity().unwrap()), mask)
}

pub fn tables(a: &Args) {
    let none = History::none();
    let cols = read_csv(&format!("{}/{}.csv", a.data, a.workload), a.limit);
    let n = cols[0].len();
    let calendar = own::calendar(&CalFile::load(a, "cal_cn"), (2023, 2028));
    if a.workload == "w5" {
        let complaints: Vec<Complaint> = (0..n)
            .map(|i| {
                let said = Complaint::new("A-1".parse().unwrap(), at());
                FACTS.iter().enumerate().fold(said, |c, (j, &fact)| c.with_fact(fact, cols[j][i] as u32))
            })
            .collect();
        let show = |x: &(u8, u16), s: &mut String| s.push_str(&format!("{} {}", x.0, x.1));
        let policy = Policy::builder("w5")
            .version("1")
            .taxonomy(Taxonomy::standard().with_only(&FACTS))
            .calendar(calendar)
            .severity(rules(a))
            .routing(Routing::none())
            .build()
            .unwrap();
        match a.peer.as_str() {
            "redress-triage" => bench(
                a,
                n,
                |o| {
                    o.extend(
                        complaints
                            .iter()
                            .map(|c| answer(triage(&policy, c, &none).unwrap().severity().unwrap())),
                    )
                },
                show,
            ),
            "redress-words" => bench(
                a,
                n,
                |o| o.extend(complaints.iter().map(|c| at_once(&policy.prepare(c, &none).unwrap()))),
                show,
            ),
            how @ ("redress-prepared" | "redress-severity" | "redress-level" | "redress-answers") => {
                let prepared: Vec<PreparedComplaint> =
                    complaints.iter().map(|c| policy.prepare(c, &none).unwrap()).collect();
                match how {
                    "redress-prepared" => bench(a, n, |o| o.extend(prepared.iter().map(at_once)), show),
                    "redress-severity" => {
                        bench(
                            a,
                            n,
                            |o| o.extend(prepared.iter().map(|p| answer(&p.severity().unwrap()))),
                            show,
                        );
                    }
                    "redress-answers" => bench(
                        a,
                        n,
                        |o| o.extend(prepared.iter().map(|p| answer(p.clone().triage().severity().unwrap()))),
                        show,
                    ),
                    _ => bench(
                        a,
                        n,
                        |o| {
                            o.extend(
                                prepared.iter().map(|p| (level(p.level().unwrap().severity().unwrap()), 0)),
                            )
                        },
                        show,
                    ),
                }
            }
            p => panic!("no peer {p}"),
        }
        return;
    }
    let make = |i: usize| {
        let c = |j: usize| cols[j][i];
        Complaint::new("A-1".parse().unwrap(), at())
            .with_channel(Channel::from_code(word("ch", 1, c(0))))
            .with_subject(Subject::from_code(word("p", 2, c(1))))
            .with_category(Category::from_code(word("c", 1, c(2))))
            .with_region(Region::from_code(word("r", 1, c(3))))
            .with_medium(Medium::from_code(word("l", 1, c(4))))
    };
    let complaints: Vec<Complaint> = (0..n).map(make).collect();
    let taxonomy = words(Taxonomy::standard())
        .with_only(&all("l", 1, 3).into_iter().map(Medium::from_code).collect::<Vec<_>>());
    let row = |(number, row): (usize, Line)| {
        let id: RuleId = format!("row-{}", number + 1).parse().unwrap();
        let cells = [
            row.cells[0].map(|c| Cell::is(Channel::from_code(word("ch", 1, c.into())))),
            row.cells[1].map(|c| Cell::is(Subject::from_code(word("p", 2, c.into())))),
            row.cells[2].map(|c| Cell::is(Category::from_code(word("c", 1, c.into())))),
            row.cells[3].map(|c| Cell::is(Region::from_code(word("r", 1, c.into())))),
            row.cells[4].map(|c| Cell::is(Medium::from_code(word("l", 1, c.into())))),
        ];
        cells.into_iter().flatten().fold(Row::owner(id, unit(row.unit)), Row::with_cell)
    };
    let rows: Vec<Row> = lines(a).into_iter().enumerate().map(row).collect();
    let inputs = [Input::CHANNEL, Input::SUBJECT, Input::CATEGORY, Input::REGION, Input::MEDIUM];
    let plain = Policy::builder("peers").version("1").taxonomy(taxonomy).calendar(calendar);
    let policy = built(&plain, inputs, rows);
    let number = |d: Option<Department>| {
        let d = d.unwrap();
        let t = d.as_str().as_bytes();
        (t[1] - b'0') * 10 + t[2] - b'0'
    };
    // What a host keeps for each row: here the number of its department.
    let unit_of: Vec<u8> =
        policy.routing().rows().iter().map(|row| number(row.assignee().department())).collect();
    match a.peer.as_str() {
        "redress-triage" => bench(
            a,
            n,
            |o| o.extend(complaints.iter().map(|c| number(triage(&policy, c, &none).unwrap().department()))),
            show_int,
        ),
        "redress-words" => bench(
            a,
            n,
            |o| {
                o.extend(
                    complaints
                        .iter()
                        .map(|c| unit_of[policy.prepare(c, &none).unwrap().owner_position().unwrap()]),
                )
            },
            show_int,
        ),
        how @ ("redress-prepared" | "redress-severity" | "redress-answers") => {
            let prepared: Vec<PreparedComplaint> =
                complaints.iter().map(|c| policy.prepare(c, &none).unwrap()).collect();
            if how == "redress-prepared" {
                bench(
                    a,
                    n,
                    |o| o.extend(prepared.iter().map(|p| unit_of[p.owner_position().unwrap()])),
                    show_int,
                );
            } else if how == "redress-answers" {
                bench(
                    a,
                    n,
                    |o| o.extend(prepared.iter().map(|p| number(p.clone().triage().department()))),
                    show_int,
                );
            } else {
                bench(a, n, |o| o.extend(prepared.iter().map(|p| number(p.department()))), show_int);
            }
        }
        p => panic!("no peer {p}"),
    }
}
