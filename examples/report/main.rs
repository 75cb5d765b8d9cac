//! Writes the reports of a month in Markdown from stored cases: statistics by class, open cases, causes by frequency,
//! and the trend.
//!
//! `cargo run --example report -- --lang zh-Hans` reads `examples/data/cases.jsonl`, which has one case per line, as a
//! program would store them. `--sample` prints these cases instead.
//!
//! The exit status is 0, 1 if a line is not a case, 2 if the file cannot be read.

#[path = "../shared/arguments.rs"]
mod arguments;
mod pages;
mod sample;

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use arguments::CommandLine;
use chrono::{DateTime, Utc};
use pages::Pages;
use redress::calendar::{Calendar, CalendarDocument, Zone};
use redress::case::stored::CaseDocument;
use redress::deadline::Term;
use redress::policy::Policy;
use redress::profiles::TaxDevice;
use redress::profiles::choice::HandlingLimit;
use redress::report::ledger::{Ledger, LedgerRow};
use redress::vocab::Locale;

const HELP: &str = "\
Writes the reports of the month before a given time, from stored cases

Usage: report [OPTIONS] [FILE]

Arguments:
  [FILE]  Stored cases, one per line [default: examples/data/cases.jsonl]

Options:
      --now <INSTANT>    When the reports are made [default: 2025-12-15T09:00:00+08:00]
      --base <NUMBER>    How many devices were in use: the base of the complaint rate [default: 8000]
      --lang <LANGUAGE>  The language of the reports [default: en]
      --sample           Prints the cases of the sample instead, one per line
  -h, --help             Print help
";

struct Arguments {
    file: PathBuf,
    now: DateTime<Utc>,
    base: u64,
    lang: Locale,
    sample: bool,
}

fn main() -> ExitCode {
    let line = CommandLine::read(HELP);
    let arguments = Arguments {
        file: line.get("[FILE]"),
        now: line.get("--now"),
        base: line.get("--base"),
        lang: line.get("--lang"),
        sample: line.get("--sample"),
    };
    match run(&arguments) {
        Ok(status) => status,
        Err(error) => {
            eprintln!("report: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let policy = policy()?;
    if arguments.sample {
        for case in sample::cases(&policy)? {
            println!("{}", serde_json::to_string(&case)?);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let text = fs::read_to_string(&arguments.file)
        .map_err(|error| format!("{}: {error}", arguments.file.display()))?;
    let mut rows = Vec::new();
    let mut status = ExitCode::SUCCESS;
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match row(line, &policy, arguments.now) {
            Ok(row) => rows.push(row),
            Err(error) => {
                eprintln!("line {number}: {error}");
                status = ExitCode::from(1);
            }
        }
    }
    let ledger = Ledger::new(rows)?;
    let Arguments { now, lang, base, .. } = *arguments;
    print!("{}", Pages { ledger: &ledger, policy: &policy, now, lang, base }.all()?);
    Ok(status)
}

/// Rebuilds a case from its events, and makes its row for the statistics.
fn row(line: &str, policy: &Policy, now: DateTime<Utc>) -> Result<LedgerRow, Box<dyn Error>> {
    let document: CaseDocument = serde_json::from_str(line)?;
    let case = document.build(policy)?;
    Ok(LedgerRow::of(&case, policy, now)?)
}

/// The ready procedure of a maker of tax devices, with five working days for a complaint.
fn policy() -> Result<Policy, Box<dyn Error>> {
    let limit = HandlingLimit::Within(Term::working_days(5).into());
    Ok(TaxDevice::new(calendar()?, limit).build()?)
}

/// Offices in China, Monday to Friday, 08:30 to 17:30, with the holidays of 2025 and 2026.
fn calendar() -> Result<Calendar, Box<dyn Error>> {
    let document: CalendarDocument =
        serde_json::from_str(include_str!("../data/calendar-cn-2025-2026.json"))?;
    let calendar = document.build(|name, known| {
        let zone: chrono_tz::Tz = name.parse().ok()?;
        Zone::tabulate(name, &zone, known).ok()
    })?;
    Ok(calendar)
}
