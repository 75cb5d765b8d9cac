//! Judges public data by a policy written in Rust: who owns each row, what was on time, and where the record and the
//! policy disagree.
//!
//! ```sh
//! cargo run --release --example open_data -- FILE
//! ```
//!
//! FILE is a CSV file of New York City 311 service requests, or of the complaint database of the US Consumer Financial
//! Protection Bureau; its header tells which. The program reads it twice: first for its words, because a policy must
//! declare a word before a complaint can have it, and then for its rows. Memory grows with the number of different
//! words, and not with the number of rows; therefore ids are not compared with each other.
//!
//! Each row is judged, undetermined or refused. A refused row is reported with its line and the reason. The exit
//! status is 1 if a row was refused, and 2 if the file could not be read.

#[path = "../shared/arguments.rs"]
mod arguments;
mod consumer_bureau;
mod new_york;
mod records;
mod table;
mod words;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::error::Error;
use std::fs::File;
use std::io::{self, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use redress::policy::Policy;
use redress::vocab::error::Excerpt;
use redress::vocab::{Category, Department};
use serde::Deserialize;

use self::arguments::CommandLine;
use self::consumer_bureau::ConsumerBureau;
use self::new_york::NewYork;
use self::records::Records;
use self::table::{Column, Table};

const HELP: &str = "\
Judges public data: requests to New York City 311, or complaints to the Consumer Financial Protection Bureau

Usage: open_data <FILE>

Arguments:
  <FILE>  The CSV file; it is read twice, so it cannot be a pipe

Options:
  -h, --help  Print help
";

/// A kind of file: how its rows are read, which words they have, and how a policy judges them.
trait Source: Sized {
    /// A row, by the names of its columns.
    type Row<'r>: Deserialize<'r>;
    /// The columns that it needs.
    const COLUMNS: &'static [&'static str];
    /// What the table shows of a type.
    const TABLE: &'static [Column];

    fn new() -> Result<Self, Box<dyn Error>>;

    /// Collects the words of a row, before there is a policy.
    fn learn(&mut self, row: &Self::Row<'_>);

    /// The policy over the words it knows.
    fn policy(&self) -> Result<Policy, Box<dyn Error>>;

    /// How the policy judges a row, and how the record compares; or why the row is refused.
    fn judge(&self, policy: &Policy, row: &Self::Row<'_>) -> Result<Judged, Box<dyn Error>>;

    /// The same at length.
    fn explain(&self, policy: &Policy, row: &Self::Row<'_>) -> Result<String, Box<dyn Error>>;
}

/// What came of a row.
struct Judged {
    category: Option<Category>,
    owner: Option<Department>,
    /// Whether the record names the same owner; `None` if it names nobody.
    same_owner: Option<bool>,
    outcome: Outcome,
    check: Check,
    /// What is odd about it.
    notes: Vec<&'static str>,
}

/// Whether it was dealt with in time.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Outcome {
    OnTime,
    Late,
    Undetermined,
}

/// How the due date or the flag of the record compares with the policy.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Check {
    Agrees,
    /// It differs only in the time of day.
    SameDay,
    Differs,
    /// The record says nothing, or the policy does.
    Unchecked,
}

fn main() -> ExitCode {
    let file: PathBuf = CommandLine::read(HELP).get("<FILE>");
    match run(&file) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // The reader of the output has closed it.
        Err(error) if is_broken_pipe(error.as_ref()) => ExitCode::SUCCESS,
        Err(error) => {
            tell(format_args!("open_data: {}: {error}", file.display()));
            ExitCode::from(2)
        }
    }
}

fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref().is_some_and(|error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Writes to standard error, and ignores a closed one.
fn tell(message: std::fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{message}");
}

fn run(path: &Path) -> Result<bool, Box<dyn Error>> {
    let file = File::open(path)?;
    (&file).rewind().map_err(|error| format!("cannot be read twice: {error}"))?;
    let records = Records::of(&file)?;
    if records.has(NewYork::COLUMNS) {
        survey::<NewYork>(&file, records)
    } else if records.has(ConsumerBureau::COLUMNS) {
        survey::<ConsumerBureau>(&file, records)
    } else {
        let header = records.header().iter().collect::<Vec<_>>().join(",");
        let expected = [NewYork::COLUMNS, ConsumerBureau::COLUMNS].map(|columns| columns.join(","));
        Err(format!("header `{}`, expected the columns {}", Excerpt::of(&header), expected.join(" or "))
            .into())
    }
}

/// Judges a file of a kind, and returns whether every row could be read.
fn survey<S: Source>(mut file: &File, mut records: Records<&File>) -> Result<bool, Box<dyn Error>> {
    let mut source = S::new()?;
    while let Some((_, row)) = records.next()? {
        // A row that cannot be read is reported when it is to be judged.
        if let Ok(row) = row
            && let Ok(row) = row.deserialize(Some(records.header()))
        {
            source.learn(&row);
        }
    }
    let policy = source.policy()?;
    file.rewind()?;
    let mut records = Records::of(file)?;
    let (mut table, mut explained) = (Table::default(), BTreeMap::new());
    while let Some((line, row)) = records.next()? {
        table.read += 1;
        let judged = row.map_err(Into::into).and_then(|row| {
            let row = row.deserialize(Some(records.header()))?;
            let judged = source.judge(&policy, &row)?;
            // The first row that differs is explained, and the first that differs in the time of day.
            if matches!(judged.check, Check::SameDay | Check::Differs)
                && let Entry::Vacant(first) = explained.entry(judged.check)
            {
                first.insert(format!("Line {line} differs: {}", source.explain(&policy, &row)?));
            }
            Ok::<_, Box<dyn Error>>(judged)
        });
        match judged {
            Ok(judged) => table.add(line, &judged),
            Err(reason) => {
                table.refused += 1;
                tell(format_args!("line {line}: {reason}"));
            }
        }
    }
    let mut out = BufWriter::new(io::stdout().lock());
    table.print(&mut out, S::TABLE, policy.labels())?;
    for explanation in explained.values() {
        writeln!(out, "\n{explanation}")?;
    }
    out.flush()?;
    Ok(table.refused == 0)
}
