//! Judges each complaint of a file: how severe it is, who owns it, by when it must be closed, and why.
//!
//! Without arguments it judges a built-in sample: 72 complaints over the Chinese calendar of 2025 and 2026. With
//! `--policy` it reads your own policy file, and with `--columns` the export of another system.
//!
//! `cargo run --example triage -- --help` lists the options.

#[path = "../shared/arguments.rs"]
mod arguments;
mod columns;
mod desk;
#[path = "../shared/policies.rs"]
mod policies;
mod profiles;
mod progress;
mod reading;
mod records;
mod rows;
mod summary;
mod table;
mod times;
#[path = "../shared/visible.rs"]
mod visible;
mod words;

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use redress::calendar::{Calendar, CalendarDocument, instant};
use redress::policy::Policy;
use redress::vocab::Locale;

use crate::arguments::{CommandLine, Value};
use crate::columns::Settings;
use crate::desk::Desk;
use crate::policies::{PolicyFile, zone};
use crate::profiles::Profile;
use crate::progress::Progress;
use crate::rows::Rows;
use crate::visible::visible;
use crate::words::Words;

const SAMPLE_CALENDAR: &str = include_str!("../data/calendar-cn-2025-2026.json");
/// The time at which a sample is judged.
const SAMPLE_NOW: &str = "2026-03-02T09:00:00+08:00";

const HELP: &str = "\
Judges each complaint of a file: how severe it is, who owns it, by when it must be closed, and why

Usage: triage [OPTIONS] [FILE|-]

Arguments:
  [FILE|-]  Complaints as JSON Lines or CSV; `-` reads standard input; without a file, the built-in sample is judged

Options:
      --profile <PROFILE>  The ready procedure to judge by [default: nev]
          - nev:        A maker of new-energy vehicles, with dealers
          - tax-device: A maker of tax devices: general and serious cases
          - control:    Control of complaints by kind of claim, with recall
          - supplier:   A supplier of parts, with containment by each department
          - general:    Complaints in general
      --policy <FILE>      Your own policy in place of a profile, as TOML or JSON; `policy_file FILE` shows what it says
      --calendar <FILE>    A calendar document, as JSON or TOML; without it, the built-in Chinese sample
      --now <INSTANT>      The time at which complaints are judged, RFC 3339; without it, the present, and for the sample
                           a time that suits it
      --language <LANGUAGE>
                           The language of the output [default: en] [also: --lang]
      --format <FORMAT>    The form of the output [default: table] [possible values: table, jsonl]
      --explain <ID>       Prints the full account of each complaint with this id
  -h, --help               Print help

Files of other systems:
      --columns <FILE>     Which column holds what: a TOML file with a table `columns`; the policy file may have it, too
      --column <FIELD=COLUMN>...
                           The same for one field, such as `category=Product`; again for the column of its children
      --ignore-unknown     Ignores columns that are no fields of a complaint
      --local-times        Reads times without an offset in the time zone of the policy's calendar

Fields: id, received, category, subject, cause, channel, region, demand, amount, unit, staff, product, customer,
closed, text and the other keys of a complaint; `facts.FACT` for a column with yes or no, or with a number. Fields
may be separated by commas, `;`, tabs or `|`. A value is a word of the policy by its code, by its label, or by the
table `columns.values`. Values that match nothing are counted and listed at the end: the complaint is judged as if
nobody had said them.

A table `columns` has fields with their columns, and: facts, values, times (how times are written, such as
`MM/DD/YYYY hh:mm:ss AM`), local-times, currency (of amounts such as 49.90), empty (texts that mean nothing, such as
`N/A`), separator, ignore-unknown. src/guide/your_data.md shows one; examples/data/cfpb-columns.toml is one, with its
policy beside it. Every key is in src/docs/policy_file.md, \"Columns of an export\".

Exit status, with and without --explain:
  0  every record was read; some may be undetermined or have a value that matches nothing
  1  a record was refused, or no complaint has the id of --explain
  2  a file, a policy, a table `columns` or the command line cannot be read
";

struct Arguments {
    profile: Option<Profile>,
    policy: Option<PathBuf>,
    columns: Option<PathBuf>,
    column: Vec<String>,
    ignore_unknown: bool,
    local_times: bool,
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
            profile: line.is_given("--profile").then(|| line.get("--profile")),
            policy: line.get("--policy"),
            columns: line.get("--columns"),
            column: line.all("--column"),
            ignore_unknown: line.get("--ignore-unknown"),
            local_times: line.get("--local-times"),
            calendar: line.get("--calendar"),
            now: line.get("--now"),
            lang: line.get("--language"),
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
        // The reader of the output has closed it.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            tell(format_args!("triage: {}", visible(&error.to_string())));
            ExitCode::from(2)
        }
    }
}

/// Writes to standard error, and ignores a closed one.
pub(crate) fn tell(message: std::fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{message}");
}

/// Judges every complaint, and returns whether all of them could be read.
fn run(arguments: &Arguments) -> io::Result<bool> {
    let profile = arguments.profile.unwrap_or(Profile::Nev);
    let (policy, columns) = match &arguments.policy {
        Some(path) => own_policy(arguments, path)?,
        None => (profile.policy(calendar(arguments.calendar.as_deref())?)?, None),
    };
    let rows = rows(arguments, &policy, columns)?;
    let now = match (arguments.now, &arguments.file) {
        (Some(now), _) => now,
        (None, None) => instant::parse(SAMPLE_NOW).map_err(invalid)?,
        (None, Some(_)) => host_clock(),
    };
    let out = BufWriter::new(io::stdout().lock());
    let mut desk =
        Desk::new(&policy, now, arguments.lang, arguments.format, arguments.explain.as_deref(), out)
            .with_rows(rows);
    match arguments.file.as_deref() {
        None => desk.json_lines(Cursor::new(profile.sample()), &mut Progress::hidden())?,
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

/// The policy of a file, with the table `columns` if the file has one.
fn own_policy(arguments: &Arguments, path: &Path) -> io::Result<(Policy, Option<toml::Table>)> {
    if arguments.profile.is_some() || arguments.calendar.is_some() {
        return Err(invalid(
            "`--policy` has a procedure and calendars: give neither `--profile` nor `--calendar`",
        ));
    }
    if arguments.file.is_none() {
        return Err(invalid("`--policy` needs a file of complaints, or `-` for standard input"));
    }
    let file = PolicyFile::read(path).map_err(|error| named(path, error))?;
    let policy = file.document.build(zone).map_err(|faults| {
        let faults: Vec<String> = faults.faults().iter().map(ToString::to_string).collect();
        named(path, format_args!("the policy is not valid:\n  {}", faults.join("\n  ")))
    })?;
    Ok((policy, file.columns))
}

/// How rows of an export are read; `None` if the file has the documented columns.
fn rows<'a>(
    arguments: &Arguments,
    policy: &'a Policy,
    columns: Option<toml::Table>,
) -> io::Result<Option<Rows<'a>>> {
    let is_export = arguments.policy.is_some()
        || arguments.columns.is_some()
        || !arguments.column.is_empty()
        || arguments.ignore_unknown
        || arguments.local_times;
    if !is_export {
        return Ok(None);
    }
    let settings = match (&arguments.columns, columns) {
        (Some(path), _) => Settings::read(path).map_err(|error| named(path, error))?,
        (None, Some(columns)) => Settings::of(columns).map_err(invalid)?,
        (None, None) => Settings::default(),
    };
    let settings = settings.with_flags(&arguments.column).map_err(invalid)?;
    let settings = settings.with_switches(arguments.ignore_unknown, arguments.local_times);
    let words = Words::of(policy);
    let mapping = settings.build(policy, &words).map_err(invalid)?;
    Ok(Some(Rows::new(mapping, words, policy)))
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
