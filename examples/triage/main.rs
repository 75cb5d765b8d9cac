//! Triage of a file of complaints: how bad each is, who owns it, by when it must be closed, and why.
//!
//! Without arguments it reads a built-in sample of 72 complaints over the Chinese calendar of 2025 and 2026;
//! every procedure has a sample of its own.
//! `cargo run --example triage -- --help` lists the options.

mod desk;
mod policies;
mod records;
mod table;

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Cursor, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use clap::{Parser, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use redress::calendar::{Calendar, CalendarDocument, KnownDays, Zone, instant};
use redress::vocab::Locale;

use crate::desk::Desk;
use crate::policies::Profile;

const SAMPLE_CALENDAR: &str = include_str!("../data/calendar-cn-2025-2026.json");
/// The instant at which a sample is looked at.
const SAMPLE_NOW: &str = "2026-03-02T09:00:00+08:00";
/// From this size on a file shows its progress.
const LONG_FILE: u64 = 8 << 20;

/// Says how bad each complaint of a file is, who owns it, by when it must be closed, and why.
#[derive(Parser)]
#[command(name = "triage")]
struct Arguments {
    /// The procedure.
    #[arg(long, value_enum, default_value = "nev")]
    profile: Profile,
    /// A calendar document, JSON or TOML [default: the built-in Chinese sample].
    #[arg(long, value_name = "FILE")]
    calendar: Option<PathBuf>,
    /// The instant at which complaints are judged, RFC 3339 [default: now; for the sample one that suits it].
    #[arg(long, value_name = "INSTANT", value_parser = instant::parse)]
    now: Option<DateTime<Utc>>,
    /// The language of the output.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    lang: Locale,
    /// The form of the output.
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    /// Prints the full account of one complaint.
    #[arg(long, value_name = "ID")]
    explain: Option<String>,
    /// Complaints as JSON Lines or CSV, `-` for standard input [default: the built-in sample].
    #[arg(value_name = "FILE|-")]
    file: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum Format {
    Table,
    Jsonl,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
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
        None => desk.json_lines(Cursor::new(arguments.profile.sample()), &ProgressBar::hidden())?,
        Some(path) if path == Path::new("-") => {
            desk.any(BufReader::new(io::stdin().lock()), None, &ProgressBar::hidden())?;
        }
        Some(path) => {
            let file = File::open(path).map_err(|error| named(path, error))?;
            let bar = progress(file.metadata()?.len());
            let extension = path.extension().and_then(|extension| extension.to_str());
            desk.any(BufReader::with_capacity(1 << 16, file), extension, &bar).map_err(|error| {
                if error.kind() == io::ErrorKind::BrokenPipe { error } else { named(path, error) }
            })?;
            bar.finish_and_clear();
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

fn progress(length: u64) -> ProgressBar {
    if length < LONG_FILE || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {percent} % {eta} left").ok();
    let bar = ProgressBar::new(length);
    style.map_or(bar.clone(), |style| bar.with_style(style))
}

pub(crate) fn invalid<E: std::fmt::Display>(error: E) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{error}"))
}

fn named(path: &Path, error: impl std::fmt::Display) -> io::Error {
    invalid(format!("{}: {error}", path.display()))
}
