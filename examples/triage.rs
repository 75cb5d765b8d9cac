//! Triage of a file of complaints: who owns each, by when it must be closed, and why.
//!
//! Without arguments it reads a built-in sample of 72 complaints over the Chinese calendar of 2025 and 2026.
//! `cargo run --example triage -- --help` lists the options.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Cursor, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use chrono::{DateTime, TimeDelta, Utc};
use clap::{Parser, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use redress::calendar::{Calendar, CalendarDocument, KnownDays, Zone, instant};
use redress::deadline::Due;
use redress::policy::Policy;
use redress::profiles::{Nev, NoticePeriod};
use redress::report::{Detail, render, render_due, render_instant};
use redress::triage::{Complaint, ComplaintDocument, History, Owner, Triage, triage};
use redress::vocab::{Category, ClockName, Department, Excerpt, Locale, Standing};
use serde_json::json;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

const SAMPLE: &str = include_str!("data/complaints.jsonl");
const SAMPLE_CALENDAR: &str = include_str!("data/calendar-cn-2025-2026.json");
/// The instant at which the sample is looked at.
const SAMPLE_NOW: &str = "2026-03-02T09:00:00+08:00";
/// The longest line that is read; a longer one is reported and passed over.
const LONGEST_LINE: usize = 1 << 20;
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// From this size on a file shows its progress.
const LONG_FILE: u64 = 8 << 20;

/// Says who owns each complaint of a file, by when it must be closed, and why.
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

#[derive(Clone, Copy, ValueEnum)]
enum Profile {
    /// Closed-loop handling at a maker of new-energy vehicles (S23).
    Nev,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
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
fn tell(message: std::fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{message}");
}

/// Reads every complaint and answers whether all of them could be read.
fn run(arguments: &Arguments) -> io::Result<bool> {
    let calendar = calendar(arguments.calendar.as_deref())?;
    let policy = match arguments.profile {
        Profile::Nev => nev(calendar)?,
    };
    let now = match (arguments.now, &arguments.file) {
        (Some(now), _) => now,
        (None, None) => instant::parse(SAMPLE_NOW).map_err(invalid)?,
        (None, Some(_)) => host_clock(),
    };
    let stdout = io::stdout().lock();
    let mut desk = Desk {
        policy: &policy,
        now,
        locale: arguments.lang,
        format: arguments.format,
        explain: arguments.explain.as_deref(),
        explained: false,
        out: BufWriter::new(stdout),
        totals: Totals::default(),
    };
    if desk.format == Format::Table && desk.explain.is_none() {
        header(&mut desk.out, desk.locale)?;
    }
    match arguments.file.as_deref() {
        None => desk.json_lines(Cursor::new(SAMPLE), &ProgressBar::hidden())?,
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

/// S23 names no department for its categories: these are the sample company's.
fn nev(calendar: Calendar) -> io::Result<Policy> {
    let owners = [
        (Category::PRODUCT_QUALITY, Department::QUALITY),
        (Category::SALES_PROCESS, Department::SALES),
        (Category::SPARE_PARTS, Department::STORAGE_TRANSPORT),
        (Category::TECHNICAL_CAPABILITY, Department::TECHNICAL_SUPPORT),
        (Category::SERVICE_PROCESS, Department::DEALER),
        (Category::VEHICLE_DOCUMENTS, Department::CUSTOMER_SERVICE),
    ];
    Nev::new(calendar, owners, NoticePeriod::Weeks(1)).build().map_err(invalid)
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

fn invalid<E: std::fmt::Display>(error: E) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{error}"))
}

fn named(path: &Path, error: impl std::fmt::Display) -> io::Error {
    invalid(format!("{}: {error}", path.display()))
}

/// Where complaints are read, judged and written down, one at a time: memory does not grow with the file.
struct Desk<'a, W: Write> {
    policy: &'a Policy,
    now: DateTime<Utc>,
    locale: Locale,
    format: Format,
    explain: Option<&'a str>,
    explained: bool,
    out: W,
    totals: Totals,
}

#[derive(Default)]
struct Totals {
    read: u64,
    refused: u64,
    forced: u64,
    unrouted: u64,
    undetermined: u64,
    standings: BTreeMap<&'static str, u64>,
}

impl<W: Write> Desk<'_, W> {
    /// Reads JSON Lines or CSV, by the file's extension or else by its first character.
    fn any(&mut self, mut input: impl BufRead, extension: Option<&str>, bar: &ProgressBar) -> io::Result<()> {
        if input.fill_buf()?.starts_with(BYTE_ORDER_MARK) {
            input.consume(BYTE_ORDER_MARK.len());
        }
        let is_json = match extension {
            Some("jsonl" | "ndjson" | "json") => true,
            Some("csv") => false,
            _ => input
                .fill_buf()?
                .iter()
                .find(|byte| !byte.is_ascii_whitespace())
                .is_none_or(|byte| *byte == b'{'),
        };
        if is_json { self.json_lines(input, bar) } else { self.csv(input, bar) }
    }

    fn json_lines(&mut self, mut input: impl BufRead, bar: &ProgressBar) -> io::Result<()> {
        let mut line = Vec::new();
        let mut number = 0;
        loop {
            line.clear();
            let length = read_line(&mut input, &mut line)?;
            if length == 0 || self.explained {
                return Ok(());
            }
            number += 1;
            bar.inc(length as u64);
            if line.iter().all(u8::is_ascii_whitespace) && length <= LONGEST_LINE {
                continue;
            }
            if length > LONGEST_LINE {
                self.refuse(number, &format!("is longer than {LONGEST_LINE} bytes"))?;
                continue;
            }
            match serde_json::from_slice::<ComplaintDocument>(&line) {
                Ok(document) => self.complaint(number, document)?,
                // serde_json counts from the start of the text it is given: the line is ours to name.
                Err(error) => {
                    self.refuse(number, &error.to_string().replace(" at line 1 column", " at column"))?;
                }
            }
        }
    }

    fn csv(&mut self, mut input: impl BufRead, bar: &ProgressBar) -> io::Result<()> {
        let mut line = 1;
        let Some(header) = read_record(&mut input, &mut line)? else { return Ok(()) };
        let columns: Vec<String> =
            header.fields().map_err(invalid)?.iter().map(|column| column.trim().to_owned()).collect();
        if let Some(twice) = columns
            .iter()
            .enumerate()
            .find(|(at, column)| columns.iter().take(*at).any(|other| other == *column))
        {
            return Err(invalid(format_args!(
                "column `{}` stands twice in the header",
                Excerpt::of(twice.1)
            )));
        }
        while let Some(record) = read_record(&mut input, &mut line)? {
            bar.inc(record.length as u64);
            let read = record.fields().and_then(|fields| document(&columns, &fields));
            match read {
                Ok(document) => self.complaint(record.line, document)?,
                Err(error) => self.refuse(record.line, &error)?,
            }
            if self.explained {
                break;
            }
        }
        Ok(())
    }

    fn refuse(&mut self, line: u64, reason: &str) -> io::Result<()> {
        self.totals.refused += 1;
        self.out.flush()?;
        tell(format_args!("line {line}: {reason}"));
        Ok(())
    }

    fn complaint(&mut self, line: u64, document: ComplaintDocument) -> io::Result<()> {
        let complaint = match document.build() {
            Ok(complaint) => complaint,
            Err(fault) => return self.refuse(line, &fault.to_string()),
        };
        let policy = self.policy;
        let judged = match triage(policy, &complaint, &History::none()) {
            Ok(judged) => judged,
            Err(error) => return self.refuse(line, &error.to_string()),
        };
        if let Some(wanted) = self.explain {
            if !wanted.eq_ignore_ascii_case(complaint.id().as_str()) {
                return Ok(());
            }
            self.explained = true;
            let account = judged.explain();
            return match self.format {
                Format::Table => {
                    writeln!(self.out, "{}", render(&account, policy.labels(), self.locale, Detail::Full))
                }
                Format::Jsonl => writeln!(self.out, "{}", serde_json::to_string(&account)?),
            };
        }
        let standing = judged.standing(self.now);
        self.totals.read += 1;
        match (&standing, judged.owner()) {
            (_, Owner::NotDispatched(_)) => self.totals.forced += 1,
            (Ok(Some(standing)), _) => *self.totals.standings.entry(standing.as_str()).or_default() += 1,
            (Ok(None) | Err(_), _) => self.totals.undetermined += 1,
        }
        self.totals.unrouted += u64::from(matches!(judged.owner(), Owner::Unrouted(_)));
        let standing = standing.ok().flatten();
        match self.format {
            Format::Table => self.row(&complaint, &judged, standing),
            Format::Jsonl => self.line(&judged, standing),
        }
    }

    fn row(
        &mut self,
        complaint: &Complaint,
        judged: &Triage<'_>,
        standing: Option<Standing>,
    ) -> io::Result<()> {
        let policy = judged.policy();
        let calendar = policy.calendar();
        let owner = match judged.owner() {
            Owner::Department(row) => policy.labels().label(&row.department(), self.locale).to_owned(),
            Owner::Unrouted(_) => say(self.locale, ["– nobody", "– 无", "– 無"]).to_owned(),
            Owner::NotDispatched(_) => {
                say(self.locale, ["– closed by force", "– 强制闭环", "– 強制閉環"]).to_owned()
            }
        };
        let due = judged.due(ClockName::CLOSURE);
        let when = due.map_or_else(|| "–".to_owned(), |due| render_due(calendar, due, self.locale));
        let left = match (due, standing) {
            (Some(due), Some(standing)) => self.left(complaint, due.at(), standing),
            _ => "–".to_owned(),
        };
        let why = render(&judged.explain(), policy.labels(), self.locale, Detail::Short);
        let id = complaint.id().to_string().to_uppercase();
        let received = render_instant(calendar, complaint.received(), self.locale);
        let cells = [id, received, owner, when, left, why];
        table_row(&mut self.out, &cells)
    }

    /// The time left until the due date, or by how much it was missed.
    fn left(&self, complaint: &Complaint, due: DateTime<Utc>, standing: Standing) -> String {
        let closed = complaint.closed().filter(|&at| at <= self.now);
        let difference = due - closed.unwrap_or(self.now);
        if closed.is_some() && difference.is_zero() {
            return say(self.locale, ["closed at the limit", "到期时刻闭环", "到期時刻閉環"]).to_owned();
        }
        let amount = amount(self.locale, difference.abs());
        let words = match standing {
            Standing::OnTime => ["{} left", "剩余 {}", "剩餘 {}"],
            Standing::ClosedInTime => ["closed {} early", "提前 {} 闭环", "提前 {} 閉環"],
            Standing::ClosedLate => ["closed {} late", "逾期 {} 闭环", "逾期 {} 閉環"],
            Standing::Unclosed => ["{} LATE", "逾期 {}", "逾期 {}"],
            Standing::ProjectDue => ["{} LATE, project", "逾期 {}，应立项", "逾期 {}，應立項"],
        };
        say(self.locale, words).replace("{}", &amount)
    }

    fn line(&mut self, judged: &Triage<'_>, standing: Option<Standing>) -> io::Result<()> {
        let clocks: Vec<_> = judged
            .clocks()
            .iter()
            .map(|clock| {
                json!({
                    "clock": clock.name(),
                    "department": clock.department(),
                    "due": clock.due().map(|due| instant::format(due.at())),
                    "bound": clock.due().map(Due::bound),
                    "target": clock.target().map(redress::policy::Target::id),
                })
            })
            .collect();
        let account = judged.explain();
        let line = json!({
            "id": judged.complaint().id(),
            "owner": judged.department(),
            "because": judged.because(),
            "standing": standing,
            "clocks": clocks,
            "why": render(&account, judged.policy().labels(), self.locale, Detail::Short),
            "policy": account.policy().0,
            "version": account.policy().1,
        });
        writeln!(self.out, "{line}")
    }

    fn finish(mut self) -> io::Result<bool> {
        if let Some(wanted) = self.explain {
            self.out.flush()?;
            if !self.explained {
                tell(format_args!("triage: no complaint `{}`", Excerpt::of(wanted)));
            }
            return Ok(self.explained);
        }
        let totals = &self.totals;
        if self.format == Format::Table {
            let locale = self.locale;
            let mut summary = vec![format!(
                "{} {}",
                totals.read,
                say(locale, [if totals.read == 1 { "complaint" } else { "complaints" }, "件投诉", "件投訴"])
            )];
            for standing in Standing::ALL {
                let count = totals.standings.get(standing.as_str()).copied().unwrap_or(0);
                summary.push(format!("{count} {}", standing.label(locale)));
            }
            summary.push(format!(
                "{} {}",
                totals.forced,
                say(locale, ["closed by force", "强制闭环", "強制閉環"])
            ));
            for (count, words) in [
                (totals.undetermined, ["without a limit", "无法确定时限", "無法確定時限"]),
                (totals.unrouted, ["unrouted", "无负责部门", "無負責部門"]),
                (totals.refused, ["lines refused", "行被拒绝", "行被拒絕"]),
            ] {
                if count > 0 {
                    summary.push(format!("{count} {}", say(locale, words)));
                }
            }
            writeln!(self.out, "\n{}", summary.join(" · "))?;
        }
        self.out.flush()?;
        if totals.refused > 0 {
            tell(format_args!(
                "triage: {} of {} lines refused",
                totals.refused,
                totals.refused + totals.read
            ));
        }
        Ok(totals.refused == 0)
    }
}

/// Columns of a fixed width, so that a long file is printed as it is read.
const WIDTHS: [usize; 5] = [14, 27, 26, 27, 26];

fn header(out: &mut impl Write, locale: Locale) -> io::Result<()> {
    let titles = [
        ["id", "编号", "編號"],
        ["received", "收到", "收到"],
        ["owner", "负责部门", "負責部門"],
        ["due", "到期", "到期"],
        ["time left or late", "剩余或逾期", "剩餘或逾期"],
        ["why", "依据", "依據"],
    ];
    table_row(out, &titles.map(|title| say(locale, title).to_owned()))?;
    writeln!(out, "{}", "-".repeat(WIDTHS.iter().sum::<usize>() + 2 * WIDTHS.len() + 3))
}

/// Pads by the width on a terminal: a Chinese character takes two columns.
fn table_row(out: &mut impl Write, cells: &[String; 6]) -> io::Result<()> {
    let [columns @ .., why] = cells;
    for (cell, width) in columns.iter().zip(WIDTHS) {
        let cell = fitted(cell, width);
        write!(out, "{cell}{}  ", " ".repeat(width.saturating_sub(cell.width())))?;
    }
    writeln!(out, "{why}")
}

fn fitted(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for character in text.chars() {
        if kept.width() + character.width().unwrap_or(0) + 1 > width {
            break;
        }
        kept.push(character);
    }
    kept + "…"
}

/// `3 d 4 h`, `5 h 20 min`, `12 s`: the two largest units.
fn amount(locale: Locale, time: TimeDelta) -> String {
    let seconds = time.num_seconds();
    let units = [
        (seconds / 86_400, ["d", "天", "天"]),
        (seconds / 3_600 % 24, ["h", "小时", "小時"]),
        (seconds / 60 % 60, ["min", "分", "分"]),
        (seconds % 60, ["s", "秒", "秒"]),
    ];
    let first = units.iter().position(|(amount, _)| *amount > 0).unwrap_or(3);
    let shown = units.iter().skip(first).take(2).filter(|(amount, _)| *amount > 0 || first == 3);
    shown.map(|(amount, unit)| format!("{amount} {}", say(locale, *unit))).collect::<Vec<_>>().join(" ")
}

fn say(locale: Locale, [english, simplified, traditional]: [&'static str; 3]) -> &'static str {
    match locale {
        Locale::En => english,
        Locale::ZhHans => simplified,
        Locale::ZhHant => traditional,
    }
}

/// Reads a line of at most [`LONGEST_LINE`] bytes; of a longer one only the length is kept.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<usize> {
    let mut length = 0;
    loop {
        let available = input.fill_buf()?;
        let mut parts = available.splitn(2, |byte| *byte == b'\n');
        let part = parts.next().unwrap_or_default();
        let ended = parts.next().is_some();
        let read = part.len() + usize::from(ended);
        if read == 0 {
            return Ok(length);
        }
        if length + read <= LONGEST_LINE {
            line.extend_from_slice(part);
        }
        length += read;
        input.consume(read);
        if ended {
            return Ok(length);
        }
    }
}

/// A record of a CSV file: one line, or several where a quoted field goes over them.
struct Record {
    /// The line on which it starts.
    line: u64,
    text: Vec<u8>,
    length: usize,
}

impl Record {
    fn fields(&self) -> Result<csv::StringRecord, String> {
        if self.length > LONGEST_LINE {
            return Err(format!("is longer than {LONGEST_LINE} bytes, or a quotation mark is not closed"));
        }
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(self.text.as_slice());
        let fields = reader.records().next().unwrap_or_else(|| Ok(csv::StringRecord::new()));
        fields.map_err(|error| error.to_string())
    }
}

/// Reads to the end of a record, passing over empty lines; of one that is too long only the length is kept.
fn read_record(input: &mut impl BufRead, line: &mut u64) -> io::Result<Option<Record>> {
    let mut record = Record { line: *line, text: Vec::new(), length: 0 };
    let mut in_quotes = false;
    loop {
        let mut part = Vec::new();
        let length = read_line(input, &mut part)?;
        *line += u64::from(length > 0);
        record.length += length;
        in_quotes = part.iter().fold(in_quotes, |inside, byte| inside ^ (*byte == b'"'));
        if length == 0 && record.length == 0 {
            return Ok(None);
        }
        if record.text.is_empty()
            && part.iter().all(u8::is_ascii_whitespace)
            && length > 0
            && length <= LONGEST_LINE
        {
            (record.line, record.length) = (*line, 0);
            continue;
        }
        if record.length <= LONGEST_LINE {
            record.text.extend_from_slice(&part);
            record.text.push(b'\n');
        }
        if length == 0 || !in_quotes || record.length > LONGEST_LINE {
            return Ok(Some(record));
        }
    }
}

/// A row of a CSV file as the document that a JSON line would be.
fn document(columns: &[String], record: &csv::StringRecord) -> Result<ComplaintDocument, String> {
    if record.len() != columns.len() {
        return Err(format!("has {} fields, expected {} as in the header", record.len(), columns.len()));
    }
    let mut object = serde_json::Map::new();
    for (column, value) in columns.iter().zip(record).filter(|(_, value)| !value.is_empty()) {
        let value = match column.as_str() {
            "category" | "categories" | "demand" | "demands" => value.split(';').map(str::trim).collect(),
            "facts" => pairs(value, |count| count.parse::<u32>().ok().map(Into::into))?,
            "departments" => pairs(value, |instant| Some(instant.into()))?,
            _ => value.into(),
        };
        object.insert(column.clone(), value);
    }
    serde_json::from_value(object.into()).map_err(|error| error.to_string())
}

/// `hotline-tries=3;no-solution-now=1`
fn pairs(text: &str, read: impl Fn(&str) -> Option<serde_json::Value>) -> Result<serde_json::Value, String> {
    let mut map = serde_json::Map::new();
    for pair in text.split(';').map(str::trim) {
        let parts = pair.split_once('=').and_then(|(name, value)| Some((name.trim(), read(value.trim())?)));
        let Some((name, value)) = parts else {
            return Err(format!(
                "`{}` is no pair, expected `name=value` such as `hotline-tries=3`",
                Excerpt::of(pair)
            ));
        };
        if map.insert(name.to_owned(), value).is_some() {
            return Err(format!("`{}` stands twice, expected it once", Excerpt::of(name)));
        }
    }
    Ok(map.into())
}
