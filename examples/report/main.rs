//! Reads stored cases and writes the reports of a month in Markdown: statistics by class, what is not closed, causes by
//! frequency, the trend.
//!
//! `cargo run --example report -- --lang zh-Hans` reads `examples/data/cases.jsonl`, a case a line, as a host stores
//! them. `--sample` writes that file anew.
//!
//! The exit status is 0, 1 where a line is no case, 2 where the file cannot be read.

mod pages;
mod sample;

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::Parser;
use pages::Pages;
use redress::calendar::{Calendar, CalendarDocument, Zone, instant};
use redress::case::stored::CaseDocument;
use redress::deadline::Term;
use redress::policy::Policy;
use redress::profiles::TaxDevice;
use redress::profiles::choice::HandlingLimit;
use redress::report::ledger::{Ledger, LedgerRow};
use redress::vocab::Locale;

/// Writes the reports of the month before an instant, from stored cases.
#[derive(Parser)]
#[command(name = "report")]
struct Arguments {
    /// Stored cases, one a line.
    #[arg(value_name = "FILE", default_value = "examples/data/cases.jsonl")]
    file: PathBuf,
    /// When the reports are made.
    #[arg(long, value_name = "INSTANT", default_value = "2025-12-15T09:00:00+08:00", value_parser = moment)]
    now: DateTime<Utc>,
    /// How many devices were in use: the base of the complaint rate.
    #[arg(long, value_name = "NUMBER", default_value_t = 8_000)]
    base: u64,
    /// The language of the reports.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    lang: Locale,
    /// Writes the cases of the sample instead, one a line.
    #[arg(long)]
    sample: bool,
}

fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    instant::parse(text).map_err(|error| error.to_string())
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
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

/// Rebuilds a case from its events, and takes from it what statistics need.
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
