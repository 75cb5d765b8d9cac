//! Prints what a draft of a policy would have meant for records of the past: a check for a change of rules.
//!
//! ```sh
//! cargo run --release --features compare --example what_if -- OLD NEW RECORDS --fail-if-later
//! ```
//!
//! OLD and NEW are policy files, RECORDS are complaints as JSON Lines. First come the rows that differ, then whether
//! severity and owner are proved to be the same, and then the records: how many get another answer, and examples.
//!
//! The exit status is 0 if the records could be judged, 1 if `--fail-if-later` is given and a clock would be late that is
//! not late by the old policy, and 2 if a file cannot be read.

#[path = "shared/arguments.rs"]
mod arguments;
#[path = "shared/policies.rs"]
mod policies;
#[path = "shared/visible.rs"]
mod visible;

use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use arguments::CommandLine;
use chrono::{DateTime, Utc};
use policies::{PolicyFile, zone};
use redress::compare::{Comparison, PastRecord, WhatIf};
use redress::policy::Policy;
use redress::triage::ComplaintDocument;
use redress::vocab::{Facet, Locale};
use visible::visible;

const HELP: &str = "\
Prints what a draft of a policy would have meant for records of the past

Usage: what_if [OPTIONS] <OLD> <NEW> <RECORDS>

Arguments:
  <OLD>      The policy that is in force, as TOML or JSON by the ending of its name
  <NEW>      The draft that would replace it
  <RECORDS>  Complaints as JSON Lines, the earliest first

Options:
      --now <NOW>            When due dates are judged; without it, at the receipt of the last record
      --language <LANGUAGE>  The language of the changes [default: en] [possible values: en, zh-Hans, zh-Hant] [also: --lang]
      --fail-if-later        Exit with 1 if a clock would be late that is not late by the old policy
  -h, --help                 Print help

Exit status:
  0  the records were judged
  1  a clock would be late that is not late now, and `--fail-if-later` is given
  2  a file or the command line cannot be read
";

fn main() -> ExitCode {
    let line = CommandLine::read(HELP);
    match run(&line) {
        Ok(later) if later && line.is_given("--fail-if-later") => ExitCode::from(1),
        Ok(_) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("what_if: {}", visible(&error.to_string()));
            ExitCode::from(2)
        }
    }
}

/// Prints the comparison, and returns whether something would be late that is not late now.
fn run(line: &CommandLine) -> Result<bool, Box<dyn Error>> {
    let (policy, draft) = (policy(&line.get::<PathBuf>("<OLD>"))?, policy(&line.get::<PathBuf>("<NEW>"))?);
    let path: PathBuf = line.get("<RECORDS>");
    let locale: Locale = line.get("--language");
    let comparison = Comparison { policy: &policy, draft: &draft };

    let now: Option<DateTime<Utc>> = line.get("--now");
    let now = match now {
        Some(now) => now,
        None => last_receipt(&path)?,
    };
    let mut what_if = WhatIf::of(comparison, now).with_facets([Facet::Category]).with_examples(3);
    for document in records(&path)? {
        let (number, document) = document?;
        let at_line = |error: &dyn Error| format!("{}: line {number}: {error}", path.display());
        let complaint = document.build().map_err(|error| at_line(&error))?;
        what_if.add(PastRecord::new(&complaint)).map_err(|error| at_line(&error))?;
    }

    // The reader of the output may have closed it.
    let text = format!("{}\n{}\n{what_if}", comparison.text(locale), comparison.effects());
    let _ = write!(io::stdout(), "{}", visible(&text));
    Ok(what_if.would_be_later())
}

fn policy(path: &Path) -> Result<Policy, String> {
    let read = PolicyFile::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    read.document.build(zone).map_err(|faults| format!("{}: {faults}", path.display()))
}

type Numbered = Result<(usize, ComplaintDocument), String>;

/// The records of a file, each with the number of its line.
fn records(path: &Path) -> Result<impl Iterator<Item = Numbered>, String> {
    let name = path.display().to_string();
    let file = File::open(path).map_err(|error| format!("{name}: {error}"))?;
    let lines = (1..).zip(BufReader::new(file).lines());
    let lines = lines.filter(|(_, line)| line.as_ref().map_or(true, |line| !line.trim().is_empty()));
    Ok(lines.map(move |(number, line)| {
        let at_line = |error: &dyn Error| format!("{name}: line {number}: {error}");
        let line = line.map_err(|error| at_line(&error))?;
        let document = serde_json::from_str(&line).map_err(|error| at_line(&error))?;
        Ok((number, document))
    }))
}

fn last_receipt(path: &Path) -> Result<DateTime<Utc>, String> {
    let mut last = None;
    for document in records(path)? {
        last = last.max(document?.1.received);
    }
    last.ok_or_else(|| format!("{}: no record has a receipt; give `--now`", path.display()))
}
