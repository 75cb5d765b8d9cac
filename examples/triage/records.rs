//! Lines and records of a file, read one at a time.

use std::io::{self, BufRead};

use redress::triage::ComplaintDocument;
use redress::vocab::error::Excerpt;

/// The longest line that is read; a longer line is reported and skipped.
pub(crate) const LONGEST_LINE: usize = 1 << 20;

/// The separators between the fields of exports.
pub(crate) const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads a line of at most [`LONGEST_LINE`] bytes; of a longer one only the length is kept.
pub(crate) fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<usize> {
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
pub(crate) struct Record {
    /// The line on which it starts.
    pub(crate) line: u64,
    text: Vec<u8>,
    pub(crate) length: usize,
    /// Where the record ends among quotation marks.
    quotes: Quotes,
}

/// Where a place in a record is, relative to quotation marks.
#[derive(Clone, Copy, PartialEq)]
enum Quotes {
    /// At the beginning of a field.
    Begin,
    /// In a field without quotation marks around it: one inside is a character.
    Plain,
    Inside,
    /// Behind a quotation mark inside: it closes the field, or a second one follows.
    Behind,
    /// Text stands right behind a closing quotation mark.
    Broken,
}

impl Quotes {
    fn after(self, line: &[u8], separators: &[u8]) -> Self {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        line.iter().fold(self, |quotes, byte| match (quotes, byte) {
            (Self::Broken, _) => Self::Broken,
            (Self::Inside, b'"') => Self::Behind,
            (Self::Begin | Self::Behind, b'"') | (Self::Inside, _) => Self::Inside,
            (_, byte) if separators.contains(byte) => Self::Begin,
            (Self::Behind, _) => Self::Broken,
            (Self::Begin | Self::Plain, _) => Self::Plain,
        })
    }
}

impl Record {
    /// The record; where a quotation mark is not closed up to the end, each of its lines is a record.
    pub(crate) fn apart(self, separator: u8) -> Vec<Self> {
        if self.quotes != Quotes::Inside || self.line == self.last() {
            return vec![self];
        }
        let lines = self.text.split(|byte| *byte == b'\n');
        let lines = (self.line..).zip(lines).filter(|(_, line)| !line.iter().all(u8::is_ascii_whitespace));
        lines
            .map(|(line, text)| {
                let quotes = Quotes::Begin.after(text, &[separator]);
                Self { line, text: text.to_vec(), length: text.len(), quotes }
            })
            .collect()
    }

    /// The line on which it ends.
    pub(crate) fn last(&self) -> u64 {
        let text = self.text.strip_suffix(b"\n").unwrap_or(&self.text);
        (self.line..).zip(text.split(|byte| *byte == b'\n')).last().map_or(self.line, |(line, _)| line)
    }

    /// Whether a carriage return alone ends its lines.
    pub(crate) fn has_bare_returns(&self) -> bool {
        self.text.windows(2).any(|pair| matches!(pair, [b'\r', next] if *next != b'\n'))
    }

    /// What is wrong with the quotation marks.
    pub(crate) fn quotes(&self) -> Result<(), String> {
        let problem = match self.quotes {
            Quotes::Broken => {
                "text stands right behind a closing quotation mark: a quotation mark is not closed, or one inside a quoted \
                 field is not doubled"
            }
            Quotes::Inside => "a quotation mark is not closed",
            Quotes::Begin | Quotes::Plain | Quotes::Behind => return Ok(()),
        };
        Err(problem.to_owned())
    }

    /// The fields, split at a separator.
    pub(crate) fn fields(&self, separator: u8) -> Result<csv::StringRecord, String> {
        if self.length > LONGEST_LINE {
            return Err(format!("is longer than {LONGEST_LINE} bytes, or a quotation mark is not closed"));
        }
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).delimiter(separator);
        let mut reader = reader.from_reader(self.text.as_slice());
        let fields = reader.records().next().unwrap_or_else(|| Ok(csv::StringRecord::new()));
        fields.map_err(|error| {
            if matches!(error.kind(), csv::ErrorKind::Utf8 { .. }) {
                "is not UTF-8: save the export as CSV in UTF-8".to_owned()
            } else {
                error.to_string()
            }
        })
    }

    /// The separator that splits the header into the most fields; of several, the first of `,`, `;`, tab and `|`.
    pub(crate) fn separator(&self) -> u8 {
        let count = |separator: u8| self.fields(separator).map_or(0, |fields| fields.len());
        let mut best = b',';
        for separator in [b';', b'\t', b'|'] {
            if count(separator) > count(best) {
                best = separator;
            }
        }
        best
    }
}

/// A separator as a message shows it.
pub(crate) fn shown(separator: u8) -> String {
    if separator == b'\t' { "a tab".to_owned() } else { format!("`{}`", char::from(separator)) }
}

/// Reads to the end of a record, passing over empty lines; of one that is too long only the length is kept.
pub(crate) fn read_record(
    input: &mut impl BufRead,
    line: &mut u64,
    separators: &[u8],
) -> io::Result<Option<Record>> {
    let mut record = Record { line: *line, text: Vec::new(), length: 0, quotes: Quotes::Begin };
    loop {
        let mut part = Vec::new();
        let length = read_line(input, &mut part)?;
        *line += u64::from(length > 0);
        record.length += length;
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
        record.quotes = record.quotes.after(&part, separators);
        let in_quotes = record.quotes == Quotes::Inside && length > 0;
        // The line that makes a quoted field too long is kept: it may be a record of its own.
        if record.length <= LONGEST_LINE || (in_quotes && length <= LONGEST_LINE) {
            record.text.extend_from_slice(&part);
            if length > 0 {
                record.text.push(b'\n');
            }
        }
        if length == 0 || !in_quotes || record.length > LONGEST_LINE {
            return Ok(Some(record));
        }
    }
}

/// A row of a CSV file as the document that a JSON line would be.
pub(crate) fn document(columns: &[String], record: &csv::StringRecord) -> Result<ComplaintDocument, String> {
    if record.len() != columns.len() {
        return Err(format!("has {} fields, expected {} as in the header", record.len(), columns.len()));
    }
    let mut object = serde_json::Map::new();
    for (column, value) in columns.iter().zip(record).filter(|(_, value)| !value.is_empty()) {
        let value = match column.as_str() {
            "category" | "demand" | "containment" => value.split(';').map(str::trim).collect(),
            "no-demand" => switch(value)?,
            "amount" => amount(value)?,
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

fn switch(text: &str) -> Result<serde_json::Value, String> {
    text.parse::<bool>()
        .map(Into::into)
        .map_err(|_| format!("`{}` is no switch, expected `true` or `false`", Excerpt::of(text)))
}

/// `120000 EUR`: minor units and a currency.
fn amount(text: &str) -> Result<serde_json::Value, String> {
    let parts =
        text.split_once(' ').and_then(|(minor, currency)| Some((minor.parse::<u64>().ok()?, currency)));
    let Some((minor, currency)) = parts else {
        return Err(format!(
            "`{}` is no amount, expected minor units and a currency such as `120000 EUR`",
            Excerpt::of(text)
        ));
    };
    Ok(serde_json::json!({ "minor": minor, "currency": currency.trim() }))
}
