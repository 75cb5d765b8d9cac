//! The tests of a policy, as they run before a change of the policy goes live.
//!
//! The policy is proved, a table of golden complaints says what it must decide, and its laws are held against random
//! complaints and cases. Copy this file into a package of your own, or call the same functions from a `#[test]`.
//!
//! `cargo run --example policy_tests -- examples/data/desk.toml examples/policy_tests/golden.csv`
//!
//! The exit status is 0 if everything holds, 1 if something does not, 2 for a file that cannot be read.

#[path = "../shared/arguments.rs"]
mod arguments;
#[path = "../shared/policies.rs"]
mod policies;
#[path = "../shared/visible.rs"]
mod visible;

use std::path::PathBuf;
use std::process::ExitCode;

use arguments::CommandLine;
use policies::{PolicyFile, zone};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use redress::case::Office;
use redress::laws::golden::GoldenTable;
use redress::laws::{self, Broken, Situation};
use redress::policy::Policy;
use redress::strategies;
use redress::triage::triage;
use visible::visible;

const HELP: &str = "\
Tests a policy: golden complaints, and laws over random complaints and cases

Usage: policy_tests [OPTIONS] <POLICY> <CASES>

Arguments:
  <POLICY>  A policy, as TOML or JSON by the ending of its name
  <CASES>   A table of golden complaints, as comma-separated values; examples/policy_tests has one

Options:
      --draw <NUMBER>  How many random complaints each law is held against [default: 256]
  -h, --help           Print help

Exit status:
  0  everything holds
  1  the policy has faults, a complaint is decided otherwise, or a law does not hold
  2  a file or the command line cannot be read
";

fn main() -> ExitCode {
    let line = CommandLine::read(HELP);
    let (file, cases): (PathBuf, PathBuf) = (line.get("<POLICY>"), line.get("<CASES>"));
    let draw: u32 = match line.get::<String>("--draw").parse() {
        Ok(draw) => draw,
        Err(_) => return unreadable("--draw: expected a number"),
    };
    let document = match PolicyFile::read(&file) {
        Ok(read) => read.document,
        Err(error) => return unreadable(&format!("{}: {error}", file.display())),
    };
    // Building is the first test: gaps, contradictions and clocks that cannot start are faults.
    let policy = match document.build(zone) {
        Ok(policy) => policy,
        Err(faults) => {
            faults.iter().for_each(|fault| println!("{}", visible(&fault.to_string())));
            return ExitCode::from(1);
        }
    };
    let table = match std::fs::read_to_string(&cases) {
        Ok(text) => GoldenTable::read(&policy, &text),
        Err(error) => return unreadable(&format!("{}: {error}", cases.display())),
    };
    let table = match table {
        Ok(table) => table,
        Err(faults) => {
            let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
            return unreadable(&format!("{}: {}", cases.display(), told.join("\n")));
        }
    };
    let report = table.check(&policy);
    println!("{}\n", visible(&report.to_string()));
    let laws = laws_hold(&policy, &table, draw);
    if report.is_kept() && laws { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

fn unreadable(problem: &str) -> ExitCode {
    eprintln!("{}", visible(problem));
    ExitCode::from(2)
}

/// A law of complaints.
type Law = fn(&Policy, &Situation) -> Result<(), Broken>;

/// Holds every law against the golden complaints and against random ones. Prints the smallest that breaks it.
fn laws_hold(policy: &Policy, table: &GoldenTable, draw: u32) -> bool {
    let of_complaints: [(&str, Law); 3] = [
        ("every complaint has an owner", laws::owner_for_everyone),
        ("more never makes a complaint less severe", laws::monotone_severity),
        ("a clock is due after it starts", laws::due_after_receipt),
    ];
    let mut all = true;
    let mut told = |name: &str, broken: Option<String>| {
        all &= broken.is_none();
        println!("{name}: {}", broken.map_or_else(|| "holds".to_owned(), |broken| visible(&broken)));
    };
    for (name, law) in of_complaints {
        let golden = table.situations().find_map(|situation| law(policy, situation).err());
        let broken = golden.map(|broken| broken.to_string());
        told(
            name,
            broken.or_else(|| counterexample(&strategies::situations(policy), draw, |one| law(policy, one))),
        );
    }
    // Explanations and cases, with some roster of the policy.
    let explained = |one: &Situation| match triage(policy, one.complaint(), one.history()) {
        Ok(answer) => laws::explanation_is_true(policy, one, &answer.explain()),
        // Every law says that the policy refuses the complaint.
        Err(_) => laws::owner_for_everyone(policy, one),
    };
    told("an explanation is true", counterexample(&strategies::situations(policy), draw, explained));
    let rosters_and_cases = strategies::rosters(policy).prop_flat_map(|roster| {
        let cases = strategies::cases(policy, &roster);
        (proptest::strategy::Just(roster), cases)
    });
    let of_cases = counterexample(&rosters_and_cases, draw / 16, |(roster, story)| {
        let office = Office::new(policy, roster);
        laws::replay_equals_state(office.policy(), story.case())?;
        laws::no_due_in_a_pause(policy, story.case())?;
        laws::nobody_approves_their_own(story.case().events())
    });
    told("every case keeps the laws of cases", of_cases);
    all
}

/// The smallest random value that breaks a law. The same values are drawn each time.
fn counterexample<S: Strategy>(
    strategy: &S,
    cases: u32,
    law: impl Fn(&S::Value) -> Result<(), Broken>,
) -> Option<String> {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let run = TestRunner::new_with_rng(config, seed)
        .run(strategy, |value| law(&value).map_err(|broken| TestCaseError::fail(broken.to_string())));
    match run {
        Ok(()) => None,
        Err(TestError::Fail(broken, _)) => Some(broken.message().to_owned()),
        Err(TestError::Abort(reason)) => Some(format!("no values to draw: {}", reason.message())),
    }
}
