//! Files of complaints: JSON Lines and CSV, as documents or as exports.

use std::io::{self, BufRead, Write};

use redress::triage::ComplaintDocument;
use redress::vocab::error::Excerpt;

use crate::columns::{Plan, kind};
use crate::desk::Desk;
use crate::invalid;
use crate::progress::Progress;
use crate::records::{LONGEST_LINE, Record, SEPARATORS, document, read_line, read_record, shown};
use crate::rows::Row;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

impl<W: Write> Desk<'_, W> {
    /// Reads JSON Lines or CSV, by the file's extension or else by its first character.
    pub(crate) fn any(
        &mut self,
        mut input: impl BufRead,
        extension: Option<&str>,
        progress: &mut Progress,
    ) -> io::Result<()> {
        if input.fill_buf()?.starts_with(&[0xff, 0xfe]) || input.fill_buf()?.starts_with(&[0xfe, 0xff]) {
            return Err(invalid("is UTF-16, expected UTF-8: save the export as CSV in UTF-8"));
        }
        if input.fill_buf()?.starts_with(BYTE_ORDER_MARK) {
            input.consume(BYTE_ORDER_MARK.len());
        }
        if input.fill_buf()?.is_empty() {
            return Err(invalid("is empty, expected complaints as JSON Lines or CSV"));
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
        if is_json { self.json_lines(input, progress) } else { self.csv(input, progress) }
    }

    pub(crate) fn json_lines(&mut self, mut input: impl BufRead, progress: &mut Progress) -> io::Result<()> {
        self.header()?;
        let mut line = Vec::new();
        let mut number = 0;
        loop {
            line.clear();
            let length = read_line(&mut input, &mut line)?;
            if length == 0 {
                return Ok(());
            }
            number += 1;
            progress.add(length);
            if line.iter().all(u8::is_ascii_whitespace) && length <= LONGEST_LINE {
                continue;
            }
            if length > LONGEST_LINE {
                self.refuse(number, &format!("is longer than {LONGEST_LINE} bytes"))?;
                continue;
            }
            if self.rows.is_some() {
                self.json_row(number, &line)?;
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

    /// A line of JSON whose keys and values are those of an export.
    fn json_row(&mut self, line: u64, text: &[u8]) -> io::Result<()> {
        let row: Vec<(String, serde_json::Value)> =
            match serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(text) {
                Ok(object) => object.into_iter().collect(),
                Err(error) => {
                    return self.refuse(line, &error.to_string().replace(" at line 1 column", " at column"));
                }
            };
        let columns: Vec<String> = row.iter().map(|(column, _)| column.clone()).collect();
        if self.last.0 != columns {
            let plan = self.rows.as_ref().map(|rows| rows.mapping.plan(&columns)).unwrap_or_default();
            self.last = (columns, plan);
        }
        let plan = self.last.1.clone();
        if let Some(problem) = self.unknown(&plan) {
            return self.refuse(line, &problem);
        }
        self.row_of(line, &plan, &row)
    }

    /// What is wrong with unknown columns, unless they are ignored.
    fn unknown(&self, plan: &Plan) -> Option<String> {
        let ignored = self.rows.as_ref().is_none_or(|rows| rows.mapping.ignores_unknown());
        if ignored || plan.unknown.is_empty() {
            return None;
        }
        let columns: Vec<String> =
            plan.unknown.iter().map(|column| format!("`{}`", Excerpt::of(column))).collect();
        Some(format!(
            "columns {} are no fields of a complaint: map them with --column FIELD=COLUMN, or pass them over with \
             --ignore-unknown",
            columns.join(", ")
        ))
    }

    fn row_of(&mut self, line: u64, plan: &Plan, row: &Row) -> io::Result<()> {
        let Some(rows) = &self.rows else { return Ok(()) };
        match rows.document(plan, row, line) {
            Ok((document, unmatched)) => {
                self.tally.note(unmatched);
                self.complaint(line, document)
            }
            Err(problem) => self.refuse(line, &problem),
        }
    }

    fn csv(&mut self, mut input: impl BufRead, progress: &mut Progress) -> io::Result<()> {
        let mut line = 1;
        let Some(header) = read_record(&mut input, &mut line, &SEPARATORS)? else {
            return Err(invalid("is empty, expected a header and records"));
        };
        if header.has_bare_returns() {
            return Err(invalid(
                "ends its lines with a carriage return alone, expected line feeds: save the export again as CSV",
            ));
        }
        let declared = self.rows.as_ref().and_then(|rows| rows.mapping.separator());
        let separator = declared.unwrap_or_else(|| header.separator());
        let by =
            |problem: &str| invalid(format_args!("read with {} between fields: {problem}", shown(separator)));
        let columns: Vec<String> = header
            .fields(separator)
            .map_err(invalid)?
            .iter()
            .map(|column| column.trim().to_owned())
            .collect();
        let twice = columns.iter().enumerate().find(|(at, column)| {
            !column.is_empty() && columns.iter().take(*at).any(|other| other == *column)
        });
        if let Some((_, column)) = twice {
            return Err(by(&format!("column `{}` stands twice in the header", Excerpt::of(column))));
        }
        let plan = match &self.rows {
            Some(rows) => rows.mapping.plan(&columns),
            None => Plan {
                unknown: columns.iter().filter(|column| kind(column).is_none()).cloned().collect(),
                ..Plan::default()
            },
        };
        if let Some(column) = plan.missing.first() {
            return Err(by(&format!(
                "the mapping names the column `{}`, and the header has {}",
                Excerpt::of(column),
                columns.join(", ")
            )));
        }
        if let Some(problem) = self.unknown(&plan) {
            return Err(by(&problem));
        }
        if self.rows.is_none()
            && let Some(column) = plan.unknown.first()
        {
            return Err(by(&format!(
                "column `{}` is no field of a complaint; map columns of an export with --column or --columns, or pass \
                 the others over with --ignore-unknown",
                Excerpt::of(column)
            )));
        }
        let has_receipt = match self.rows {
            Some(_) => plan.fields.iter().any(|(field, _)| field.starts_with("received")),
            None => columns.iter().any(|column| column.starts_with("received")),
        };
        if !has_receipt {
            return Err(by(&format!(
                "no column is the receipt, map it with --column received=COLUMN; the header has {}",
                columns.join(", ")
            )));
        }
        self.header()?;
        while let Some(record) = read_record(&mut input, &mut line, &[separator])? {
            progress.add(record.length);
            for record in record.apart(separator) {
                self.record(&record, separator, &columns, &plan)?;
            }
        }
        Ok(())
    }

    fn record(&mut self, record: &Record, separator: u8, columns: &[String], plan: &Plan) -> io::Result<()> {
        if let Err(problem) = record.quotes() {
            return self.refuse_lines(record.line, record.last(), &problem);
        }
        if self.rows.is_some() {
            return match cells(record, separator, columns) {
                Ok(row) => self.row_of(record.line, plan, &row),
                // A record of several lines may contain other records: all its lines are named.
                Err(problem) => self.refuse_lines(record.line, record.last(), &problem),
            };
        }
        match record.fields(separator).and_then(|fields| document(columns, &fields)) {
            Ok(document) => self.complaint(record.line, document),
            Err(error) => self.refuse(record.line, &error),
        }
    }
}

/// A record of CSV, column by column. Empty fields behind the last column are ignored.
fn cells(
    record: &Record,
    separator: u8,
    columns: &[String],
) -> Result<Vec<(String, serde_json::Value)>, String> {
    let fields = record.fields(separator)?;
    let more = fields.iter().skip(columns.len()).filter(|field| !field.trim().is_empty()).count();
    if more > 0 || fields.len() < columns.len() {
        return Err(format!("has {} fields, expected {} as in the header", fields.len(), columns.len()));
    }
    Ok(columns.iter().cloned().zip(fields.iter().map(Into::into)).collect())
}
