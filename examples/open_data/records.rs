//! The rows of a CSV file, one at a time, each with the line it starts on.

use std::io::{self, Read};

use csv::{ByteRecord, ReaderBuilder, StringRecord, Terminator, Trim};
use redress::vocab::error::Excerpt;

/// The most bytes of one row. Without a limit a quotation mark that is never closed would read the rest of a
/// file into one field.
const LONGEST_ROW: u64 = 1 << 20;

pub(crate) struct Records<R> {
    reader: csv::Reader<Metered<R>>,
    header: StringRecord,
}

impl<R: Read> Records<R> {
    /// Reads the header.
    pub(crate) fn of(input: R) -> io::Result<Self> {
        let input = Metered { input, left: LONGEST_ROW };
        // A row ends with its line feed, so that lines are counted right; what is left of CR LF is trimmed.
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .terminator(Terminator::Any(b'\n'))
            .trim(Trim::All)
            .from_reader(input);
        let mut header = ByteRecord::new();
        if !reader.read_byte_record(&mut header)? {
            return Err(invalid("is empty, expected a header".into()));
        }
        let header = StringRecord::from_byte_record(header)
            .map_err(|_| invalid("has a header that is no UTF-8 text".into()))?;
        let twice =
            header.iter().enumerate().find(|(at, name)| header.iter().take(*at).any(|one| one == *name));
        match twice {
            Some((_, name)) => Err(invalid(format!("has the column `{}` twice", Excerpt::of(name)))),
            None => Ok(Self { reader, header }),
        }
    }

    pub(crate) const fn header(&self) -> &StringRecord {
        &self.header
    }

    pub(crate) fn has(&self, columns: &[&str]) -> bool {
        columns.iter().all(|column| self.header.iter().any(|name| name == *column))
    }

    /// The next row and its line, or the reason why it cannot be read.
    pub(crate) fn next(&mut self) -> io::Result<Option<(u64, Result<StringRecord, String>)>> {
        self.reader.get_mut().left = LONGEST_ROW;
        let mut row = ByteRecord::new();
        let before = self.reader.position().line();
        if !self.reader.read_byte_record(&mut row).map_err(|error| at_line(before, error))? {
            return Ok(None);
        }
        let line = row.position().map_or(before, csv::Position::line);
        let read = match StringRecord::from_byte_record(row) {
            Ok(row) if row.len() == self.header.len() => Ok(row),
            Ok(row) => {
                let last = self.reader.position().line().saturating_sub(1).max(line);
                let over = if last > line { format!(" on the lines to {last}") } else { String::new() };
                let (fields, expected) = (row.len(), self.header.len());
                Err(format!("number of fields{over} is {fields}, expected {expected} as in the header"))
            }
            Err(error) => Err(error.utf8_error().to_string()),
        };
        Ok(Some((line, read)))
    }
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

fn at_line(line: u64, error: csv::Error) -> io::Error {
    let error = io::Error::from(error);
    io::Error::new(error.kind(), format!("from line {line}: {error}"))
}

/// Input of which so many bytes may be read until somebody allows more.
struct Metered<R> {
    input: R,
    left: u64,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            let reason = format!("a row of more than {LONGEST_ROW} bytes; is a quotation mark not closed?");
            return Err(invalid(reason));
        }
        let read = self.input.read(buffer)?;
        self.left = self.left.saturating_sub(read as u64);
        Ok(read)
    }
}
