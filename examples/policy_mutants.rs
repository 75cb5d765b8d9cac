//! Changes one thing at a time in a policy, and tells which changes no golden complaint notices.
//!
//! A row that can be deleted, a threshold that can be raised and a cut-off that can be moved while every golden complaint
//! is still decided as before: nothing guards them. For each, the smallest complaint that would have noticed is printed.
//! Changes that the proof of the policy refuses are counted apart, and so are those that decide no complaint otherwise,
//! as far as a search finds.
//!
//! `cargo run --example policy_mutants -- examples/data/desk.toml examples/policy_tests/golden.csv`
//!
//! The exit status is 0 if every change is noticed, 1 if one is not, 2 for a file that cannot be read.

#[path = "shared/arguments.rs"]
mod arguments;
#[path = "shared/policies.rs"]
mod policies;
#[path = "shared/visible.rs"]
mod visible;

use std::path::PathBuf;
use std::process::ExitCode;

use arguments::CommandLine;
use policies::{PolicyFile, zone};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use redress::approval::signing::ChainQuery;
use redress::calendar::instant;
use redress::laws::golden::GoldenTable;
use redress::laws::{Edges, Situation};
use redress::policy::severity::RatingOutcome;
use redress::policy::{Policy, PolicyDocument};
use redress::strategies;
use redress::triage::answer::Level;
use redress::triage::triage;
use redress::vocab::course::DecisionKind;
use redress::vocab::{Act, Severity};
use serde_json::Value;
use visible::visible;

const HELP: &str = "\
Changes one thing at a time in a policy, and tells which changes no golden complaint notices

Usage: policy_mutants [OPTIONS] <POLICY> <CASES>

Arguments:
  <POLICY>  A policy, as TOML or JSON by the ending of its name
  <CASES>   A table of golden complaints, as comma-separated values; examples/policy_tests has one

Options:
      --draw <NUMBER>  How many random complaints are tried for a change that is not noticed [default: 512]
  -h, --help           Print help

Exit status:
  0  every change that decides a complaint otherwise is noticed
  1  a change is not noticed, or the golden complaints do not hold as they are
  2  a file or the command line cannot be read
";

fn main() -> ExitCode {
    let line = CommandLine::read(HELP);
    let (file, cases): (PathBuf, PathBuf) = (line.get("<POLICY>"), line.get("<CASES>"));
    let Ok(draw) = line.get::<String>("--draw").parse::<u32>() else {
        return unreadable("--draw: expected a number");
    };
    let policy = match PolicyFile::read(&file) {
        Ok(read) => read.document.build(zone).map_err(|faults| faults.to_string()),
        Err(error) => Err(error),
    };
    let policy = match policy {
        Ok(policy) => policy,
        Err(error) => return unreadable(&format!("{}: {error}", file.display())),
    };
    let table = match std::fs::read_to_string(&cases) {
        Ok(text) => GoldenTable::read(&policy, &text).map_err(|faults| faults.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let table = match table {
        Ok(table) => table,
        Err(error) => return unreadable(&format!("{}: {error}", cases.display())),
    };
    let report = table.check(&policy);
    if !report.is_kept() {
        println!("{}", visible(&report.to_string()));
        return ExitCode::from(1);
    }
    judge(&policy, &table, draw)
}

fn unreadable(problem: &str) -> ExitCode {
    eprintln!("{}", visible(problem));
    ExitCode::from(2)
}

fn judge(policy: &Policy, table: &GoldenTable, draw: u32) -> ExitCode {
    let Ok(document) = serde_json::to_value(PolicyDocument::of(policy)) else {
        return unreadable("the policy cannot be written as a document");
    };
    let situations = strategies::situations(policy);
    let queries = queries(policy);
    let (mut noticed, mut refused, mut same, mut open) = (0, 0, 0, Vec::new());
    for change in changes(&document) {
        let built = serde_json::from_value::<PolicyDocument>(change.document).ok();
        let Some(mutant) = built.and_then(|document| document.build(zone).ok()) else {
            refused += 1;
            continue;
        };
        if !table.check(&mutant).is_kept() {
            noticed += 1;
        } else if let Some(difference) = difference(policy, &mutant, (&situations, &queries, draw)) {
            open.push((change.text, difference));
        } else {
            same += 1;
        }
    }
    let all = noticed + refused + same + open.len();
    println!("{all} changes: {noticed} noticed, {} not noticed, {refused} refused by the proof,", open.len());
    println!("{same} that decide no complaint otherwise, as far as a search of {draw} complaints finds");
    for (text, difference) in &open {
        println!("\nnot noticed: {}\n{}", visible(text), visible(difference));
    }
    if open.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

/// A policy in which one thing is different.
struct Change {
    text: String,
    document: Value,
}

/// Lists of which an entry can be deleted, and whether its order means something.
const LISTS: [(&str, bool); 11] = [
    ("rows", true),
    ("rules", true),
    ("fallbacks", false),
    ("escalations", false),
    ("marks", false),
    ("targets", true),
    ("chains", true),
    ("steps", true),
    ("holidays", false),
    ("recurring", false),
    ("all", false),
];

/// Parts that say nothing about a complaint, or nothing that a table can check.
const LEFT_OUT: [&str; 17] = [
    "name",
    "version",
    "words",
    "only",
    "facets",
    "labels",
    "pauses",
    "extensions",
    "warnings",
    "escalation",
    "track",
    "people",
    "conduct",
    "forms",
    "reports",
    "zone",
    "limit",
];

/// Every change of one thing.
fn changes(document: &Value) -> Vec<Change> {
    let mut found = Vec::new();
    walk(document, &mut Vec::new(), &mut |path, text, value| {
        let mut changed = document.clone();
        if let Some(place) = path.iter().try_fold(&mut changed, |value, step| step.of(value)) {
            *place = value;
            found.push(Change { text, document: changed });
        }
    });
    found
}

/// A step on the way to a place in a document.
#[derive(Clone)]
enum Step {
    Key(String),
    Place(usize),
}

impl Step {
    fn of<'a>(&self, value: &'a mut Value) -> Option<&'a mut Value> {
        match self {
            Self::Key(key) => value.get_mut(key),
            Self::Place(place) => value.get_mut(place),
        }
    }
}

/// What a change is told to: the place, what is changed there, and the value that it gets.
type Told<'a> = dyn FnMut(&[Step], String, Value) + 'a;

fn walk(value: &Value, path: &mut Vec<Step>, told: &mut Told<'_>) {
    match value {
        Value::Object(map) => {
            if let (Some(inner), 1) = (map.get("not"), map.len()) {
                told(path, format!("{}: without `not`", shown(path)), inner.clone());
            }
            for (key, inner) in map.iter().filter(|(key, _)| !LEFT_OUT.contains(&key.as_str())) {
                path.push(Step::Key(key.clone()));
                leaf(key, inner, path, told);
                walk(inner, path, told);
                path.pop();
            }
        }
        Value::Array(entries) => {
            for (place, inner) in entries.iter().enumerate() {
                path.push(Step::Place(place));
                walk(inner, path, told);
                path.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The changes of one value of a map.
fn leaf(key: &str, value: &Value, path: &[Step], told: &mut Told<'_>) {
    let at = shown(path);
    match value {
        Value::Array(entries) => {
            let Some((_, is_ordered)) = LISTS.iter().find(|(list, _)| *list == key) else { return };
            for (place, entry) in entries.iter().enumerate() {
                let mut fewer = entries.clone();
                fewer.remove(place);
                told(path, format!("{at}: without {}", entry_name(entry, place)), Value::Array(fewer));
                if *is_ordered && place + 1 < entries.len() {
                    let mut moved = entries.clone();
                    moved.swap(place, place + 1);
                    told(
                        path,
                        format!("{at}: {} one place later", entry_name(entry, place)),
                        Value::Array(moved),
                    );
                }
            }
        }
        Value::Number(number) => {
            let Some(number) = number.as_u64() else { return };
            if !["at-least", "minor", "working-days", "calendar-days", "weeks", "months", "repeats"]
                .contains(&key)
            {
                return;
            }
            for other in [number.checked_sub(1), number.checked_add(1)].into_iter().flatten() {
                told(path, format!("{at}: {other} in place of {number}"), other.into());
            }
        }
        Value::String(text) if matches!(key, "at" | "end") => {
            for other in minute_by_minute(text) {
                told(path, format!("{at}: {other} in place of {text}"), other.into());
            }
        }
        Value::String(text) if matches!(key, "elapsed" | "working") => {
            if let Some((number, unit)) = text.split_once(' ')
                && let Ok(number) = number.parse::<u64>()
            {
                for other in [number.saturating_sub(1), number + 1] {
                    told(
                        path,
                        format!("{at}: {other} {unit} in place of {text}"),
                        format!("{other} {unit}").into(),
                    );
                }
            }
        }
        Value::String(text) if key == "department" => {
            // Any other department: that of the policy's proof is not needed.
            for other in ["customer-service", "quality"].into_iter().filter(|other| other != text).take(1) {
                told(path, format!("{at}: {other} in place of {text}"), other.into());
            }
        }
        Value::String(text) if matches!(key, "level" | "from-severity" | "otherwise") => {
            for other in Severity::ALL.iter().map(|level| level.as_str()).filter(|other| *other != text) {
                told(path, format!("{at}: {other} in place of {text}"), other.into());
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) | Value::Object(_) => {}
    }
}

/// The times one minute before and after a time of day.
fn minute_by_minute(text: &str) -> Vec<String> {
    let Some((hour, minute)) = text.split_once(':') else { return Vec::new() };
    let (Ok(hour), Ok(minute)) = (hour.parse::<u32>(), minute.parse::<u32>()) else { return Vec::new() };
    let at = hour * 60 + minute;
    let times = [at.checked_sub(1), at.checked_add(1).filter(|at| *at < 24 * 60)];
    times.into_iter().flatten().map(|at| format!("{:02}:{:02}", at / 60, at % 60)).collect()
}

/// How an entry of a list is named: by its id, its date or its place.
fn entry_name(entry: &Value, place: usize) -> String {
    let keys = ["row", "rule", "target", "chain", "step", "date", "name"];
    let named = keys.iter().find_map(|key| entry.get(key)?.as_str());
    named.map_or_else(|| format!("entry {}", place + 1), |name| format!("`{name}`"))
}

fn shown(path: &[Step]) -> String {
    let steps = path.iter().map(|step| match step {
        Step::Key(key) => key.clone(),
        Step::Place(place) => (place + 1).to_string(),
    });
    steps.collect::<Vec<_>>().join(" ")
}

/// The smallest complaint that the two policies decide otherwise, if one is found, and what differs.
fn difference<S: Strategy<Value = Situation>>(
    policy: &Policy,
    mutant: &Policy,
    (situations, queries, draw): (&S, &[ChainQuery<'_>], u32),
) -> Option<String> {
    for query in queries {
        let (before, after) = (steps(policy, *query), steps(mutant, *query));
        if before != after {
            return Some(format!("  such as {query:?}\n  approved by {before}, then by {after}"));
        }
    }
    let config = Config { cases: draw, failure_persistence: None, ..Config::default() };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let run = TestRunner::new_with_rng(config, seed).run(situations, |situation| {
        let is_same = decided(policy, &situation) == decided(mutant, &situation);
        if is_same { Ok(()) } else { Err(TestCaseError::fail("decided otherwise")) }
    });
    let Err(TestError::Fail(_, situation)) = run else { return None };
    let differs = decided(policy, &situation).into_iter().zip(decided(mutant, &situation));
    let told = differs.filter(|(before, after)| before != after);
    let told = told.map(|((what, before), (_, after))| format!("  {what}: {before}, then {after}"));
    Some(format!("  such as {situation}\n{}", told.collect::<Vec<_>>().join("\n")))
}

/// The steps of the chain that a decision needs.
fn steps(policy: &Policy, query: ChainQuery<'_>) -> String {
    match policy.approvals().select(query) {
        Ok(Some(chain)) => {
            chain.steps().iter().map(|step| step.id().to_string()).collect::<Vec<_>>().join(", ")
        }
        Ok(None) => "nobody".into(),
        Err(unknown) => unknown.to_string(),
    }
}

/// Decisions of every kind, at every severity and around every amount.
fn queries(policy: &Policy) -> Vec<ChainQuery<'static>> {
    if policy.approvals().chains().is_empty() {
        return Vec::new();
    }
    let amounts: Vec<_> = Edges::of(policy).amounts().iter().copied().map(Some).chain([None]).collect();
    let levels: Vec<_> = Severity::ALL.iter().copied().map(Some).chain([None]).collect();
    let mut found = Vec::new();
    for kind in DecisionKind::ALL {
        for level in &levels {
            for amount in &amounts {
                found.push(ChainQuery::new(*kind).with_severity(*level).with_amount(*amount));
            }
        }
    }
    found
}

/// What a policy decides about a complaint, as far as a golden table can check it.
fn decided(policy: &Policy, situation: &Situation) -> Vec<(String, String)> {
    let answer = match triage(policy, situation.complaint(), situation.history()) {
        Ok(answer) => answer,
        Err(error) => return vec![("refused".into(), error.to_string())],
    };
    let level = answer.severity().map(|severity| match severity.level() {
        Level::ByRules(level) | Level::Default(level) => level.to_string(),
        Level::Unrated => "none".into(),
        Level::Undetermined(..) => "open".into(),
    });
    let mut told = vec![("severity".into(), level.unwrap_or_else(|| "none".into()))];
    let owner = answer.department().map(|to| to.to_string()).or_else(|| Some(answer.role()?.to_string()));
    told.push(("owner".into(), owner.unwrap_or_else(|| "none or open".into())));
    for act in Act::ALL.iter().filter(|act| **act != Act::Owner) {
        let to = answer.routes(*act).map(|row| row.id().to_string()).collect::<Vec<_>>();
        told.push((act.to_string(), to.join(", ")));
    }
    let marks = answer.marks().iter().map(|(mark, _)| mark.to_string()).collect::<Vec<_>>();
    told.push(("marks".into(), marks.join(", ")));
    told.push(("importance".into(), format!("{:?}", answer.importance().and_then(RatingOutcome::word))));
    told.push(("urgency".into(), format!("{:?}", answer.urgency().and_then(RatingOutcome::word))));
    told.push(("claim kind".into(), format!("{:?}", answer.claim_kind())));
    for rule in policy.clocks() {
        let due =
            answer.due(rule.name()).map_or_else(|| "none or open".into(), |due| instant::format(due.at()));
        told.push((format!("clock {}", rule.name()), due));
    }
    told
}
