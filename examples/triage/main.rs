//! Triage of a file of complaints: how bad each is, who owns it, by when it must be closed, and why.
//!
//! Without arguments it reads a built-in sample of 72 complaints over the Chinese calendar of 2025 and 2026;
//! every procedure has a sample of its own.
//! `cargo run --example triage -- --help` lists the options.

#[path = "../shared/arguments.rs"]
mod arguments;
mod desk;
mod policies;
mod progress;
mod records;
mod table;

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use redress::calendar::{Calendar, CalendarDocument, KnownDays, Zone, instant};
use redress::vocab::Locale;

use crate::arguments::{CommandLine, Value};
use crate::desk::Desk;
use crate::policies::Profile;
use crate::progress::Progress;

const SAMPLE_CALENDAR: &str = include_str!("../data/calendar-cn-2025-2026.json");
/// The instant at which a sample is looked at.
const SAMPLE_NOW: &str = "2026-03-02T09:00:00+08:00";

const HELP: &str = "\
Says how bad each complaint of a file is, who owns it, by when it must be closed, and why

Usage: triage [OPTIONS] [FILE|-]

Arguments:
  [FILE|-]  Complaints as JSON Lines or CSV, `-` for standard input; without it the built-in sample

Options:
      --profile <PROFILE>  The procedure [default: nev]
          - nev:        Closed-loop handling at a maker of new-energy vehicles (S23)
          - tax-device: A maker of tax devices, general and serious cases (S10)
          - control:    Control of complaints by claim kind, with recall (S18)
          - supplier:   A supplier of parts, with containment by each department (S15)
          - general:    Complaints in general (S01 to S04)
      --calendar <FILE>    A calendar document, JSON or TOML; without it the built-in Chinese sample
      --now <INSTANT>      The instant at which complaints are judged, RFC 3339; without it the present, and for the
                           sample one that suits it
      --lang <LANGUAGE>    The language of the output [default: en]
      --format <FORMAT>    The form of the output [default: table] [possible values: table, jsonl]
      --explain <ID>       Prints the full account of one complaint
  -h, --help               Print help
";

struct Arguments {
    profile: Profile,
    calendar: Option<PathBuf>,
    now: Option<DateTime<Utc>>,
    lang: Locale,
    format: Format,
    explain: Option<String>,
    file: Option<PathBuf>,
}

impl Arguments {
    fn read() -> Self {
        let line = CommandLine::read(HELP);
        Self {
            profile: line.get("--profile"),
            calendar: line.get("--calendar"),
            now: line.get("--now"),
            lang: line.get("--lang"),
            format: line.get("--format"),
            explain: line.get("--explain"),
            file: line.get("[FILE|-]"),
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Format {
    Table,
    Jsonl,
}

impl Value for Format {
    fn read(text: &OsStr) -> Result<Self, String> {
        match text.to_str() {
            Some("table") => Ok(Self::Table),
            Some("jsonl") => Ok(Self::Jsonl),
            _ => Err("is no format".into()),
        }
    }
}

fn main() -> ExitCode {
    match run(&Arguments::read()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            tell(format_args!("triage: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Says something on standard error, if anybody listens there.
pub(crate) fn tell(message: std::fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{message}");
}

/// Reads every complaint and answers whether all of them could be read.
fn run(arguments: &Arguments) -> io::Result<bool> {
    let calendar = calendar(arguments.calendar.as_deref())?;
    let policy = arguments.profile.policy(calendar)?;
    let now = match (arguments.now, &arguments.file) {
        (Some(now), _) => now,
        (None, None) => instant::parse(SAMPLE_NOW).map_err(invalid)?,
        (None, Some(_)) => host_clock(),
    };
    let out = BufWriter::new(io::stdout().lock());
    let mut desk =
        Desk::new(&policy, now, arguments.lang, arguments.format, arguments.explain.as_deref(), out);
    desk.header()?;
    match arguments.file.as_deref() {
        None => desk.json_lines(Cursor::new(arguments.profile.sample()), &mut Progress::hidden())?,
        Some(path) if path == Path::new("-") => {
            desk.any(BufReader::new(io::stdin().lock()), None, &mut Progress::hidden())?;
        }
        Some(path) => {
            let file = File::open(path).map_err(|error| named(path, error))?;
            let mut progress = Progress::of(file.metadata()?.len());
            let extension = path.extension().and_then(|extension| extension.to_str());
            desk.any(BufReader::with_capacity(1 << 16, file), extension, &mut progress).map_err(|error| {
                if error.kind() == io::ErrorKind::BrokenPipe { error } else { named(path, error) }
            })?;
            progress.clear();
        }
    }
    desk.finish()
}

fn calendar(path: Option<&Path>) -> io::Result<Calendar> {
    let document: CalendarDocument = match path {
        None => serde_json::from_str(SAMPLE_CALENDAR).map_err(invalid)?,
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|error| named(path, error))?;
            let text = text.trim_start_matches('\u{feff}');
            let read = if path.extension().is_some_and(|extension| extension == "toml") {
                toml::from_str(text).map_err(invalid)
            } else {
                serde_json::from_str(text).map_err(invalid)
            };
            read.map_err(|error| named(path, error))?
        }
    };
    document.build(zone).map_err(invalid)
}

/// Names of the IANA database are resolved by the crate `chrono-tz`.
fn zone(name: &str, known: KnownDays) -> Option<Zone> {
    let zone: chrono_tz::Tz = name.parse().ok()?;
    Zone::tabulate(name, &zone, known).ok()
}

#[expect(clippy::disallowed_methods, reason = "a host has a clock; the library has none")]
fn host_clock() -> DateTime<Utc> {
    SystemTime::now().into()
}

pub(crate) fn invalid<E: std::fmt::Display>(error: E) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{error}"))
}

fn named(path: &Path, error: impl std::fmt::Display) -> io::Error {
    invalid(format!("{}: {error}", path.display()))
}
