//! Plays two complaints from receipt to review: one at a hotel, one at a supplier of parts.
//!
//! It shows once everything that a program around cases does: build a policy with approvals, make a roster, decide
//! commands and record their events, show refusals, pause clocks, set timers, do what is owed, store and replay a
//! case, and refuse a forged history.
//!
//! `cargo run --example lifecycle -- --help` lists the options.

#[path = "../shared/arguments.rs"]
mod arguments;
mod desk;
mod hotel;
mod supplier;

use std::error::Error;
use std::ffi::OsStr;
use std::io::Write;
use std::process::ExitCode;

use arguments::{CommandLine, Value};
use redress::calendar::{Calendar, CalendarDocument, Zone};
use redress::vocab::Locale;

const HELP: &str = "\
Plays two complaints from receipt to review, and prints what the library says at each step

Usage: lifecycle [OPTIONS] [STORY]

Arguments:
  [STORY]  Which complaint; without it, both
          - hotel:    A noisy room: approval, consent, a pause, an amendment, a reopening
          - supplier: Returned goods: two departments with a clock each, 8D, a measure against the cause

Options:
      --lang <LANGUAGE>  The language of the account; refusals are for programs and logs, and always in English
                         [default: en]
      --notes            Also prints what people wrote down
  -h, --help             Print help
";

struct Arguments {
    story: Option<Story>,
    lang: Locale,
    notes: bool,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Story {
    Hotel,
    Supplier,
}

impl Value for Story {
    fn read(text: &OsStr) -> Result<Self, String> {
        match text.to_str() {
            Some("hotel") => Ok(Self::Hotel),
            Some("supplier") => Ok(Self::Supplier),
            _ => Err("is no story".into()),
        }
    }
}

fn main() -> ExitCode {
    let line = CommandLine::read(HELP);
    let arguments =
        Arguments { story: line.get("[STORY]"), lang: line.get("--lang"), notes: line.get("--notes") };
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "lifecycle: {error}");
            ExitCode::from(1)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let wants = |story| arguments.story.is_none_or(|wanted| wanted == story);
    let mut out = String::new();
    if wants(Story::Hotel) {
        out += &hotel::tell(office()?, arguments.lang, arguments.notes)?;
    }
    if wants(Story::Supplier) {
        out += if out.is_empty() { "" } else { "\n" };
        out += &supplier::tell(office()?, arguments.lang, arguments.notes)?;
    }
    // The reader of the output may have closed it.
    let _ = std::io::stdout().write_all(out.as_bytes());
    Ok(())
}

/// Offices in China, Monday to Friday, 08:30 to 17:30, with the holidays of 2025 and 2026.
fn office() -> Result<Calendar, Box<dyn Error>> {
    let document: CalendarDocument =
        serde_json::from_str(include_str!("../data/calendar-cn-2025-2026.json"))?;
    let calendar = document.build(|name, known| {
        let zone: chrono_tz::Tz = name.parse().ok()?;
        Zone::tabulate(name, &zone, known).ok()
    })?;
    Ok(calendar)
}
