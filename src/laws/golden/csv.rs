//! Reads a table of comma-separated values as spreadsheets write them.
//!
//! Cells are separated by commas, semicolons or tabs, whichever the first line has most of. A cell in double quotes may
//! hold separators and line ends, and a quote written twice. A mark of the byte order at the beginning, spaces around
//! cells, empty lines, and lines that begin with `#` mean nothing.

use alloc::string::String;
use alloc::vec::Vec;

/// A line of a table: its number in the file, and its cells.
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) cells: Vec<String>,
}

/// Returns the lines, or the number of the line in which a quote is opened and not closed.
pub(super) fn lines(text: &str) -> Result<Vec<Line>, usize> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().find(|line| !is_empty(line)).unwrap_or_default();
    let most = |separator: &char| first.matches(*separator).count();
    // The most frequent one, the first among equals; a comma if there is none.
    let separator = [',', ';', '\t'].into_iter().rev().max_by_key(most).unwrap_or(',');
    let mut found = Vec::new();
    let mut rest = text;
    let mut number = 1;
    while !rest.is_empty() {
        let line = rest.lines().next().unwrap_or_default();
        if is_empty(line) {
            rest = after(rest, line.len());
            number += 1;
            continue;
        }
        let begins = number;
        let mut cells = Vec::new();
        loop {
            let (cell, ends, passed) = cell(rest, separator).ok_or(begins)?;
            number += passed;
            cells.push(cell);
            match rest.get(ends..) {
                Some(more) if more.starts_with(separator) => {
                    rest = more.get(separator.len_utf8()..).unwrap_or("");
                }
                Some(more) => {
                    rest = after(
                        more,
                        more.lines()
                            .next()
                            .map_or(0, |line| if more.starts_with(['\r', '\n']) { 0 } else { line.len() }),
                    );
                    number += 1;
                    break;
                }
                None => return Err(begins),
            }
        }
        found.push(Line { number: begins, cells });
    }
    Ok(found)
}

fn is_empty(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#')
}

/// The text after a line of this length and its end.
fn after(text: &str, length: usize) -> &str {
    let rest = text.get(length..).unwrap_or("");
    rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest)
}

/// One cell, where it ends, and how many line ends it holds. `None` if a quote is not closed.
fn cell(text: &str, separator: char) -> Option<(String, usize, usize)> {
    let space = text.len() - text.trim_start_matches(' ').len();
    let ends = |from: usize| {
        text.get(from..)
            .and_then(|rest| rest.find([separator, '\n', '\r']))
            .map_or(text.len(), |at| from + at)
    };
    let Some(quoted) = text.get(space..).and_then(|rest| rest.strip_prefix('"')) else {
        let end = ends(0);
        return Some((text.get(..end)?.trim().into(), end, 0));
    };
    let (mut cell, mut at) = (String::new(), space + 1);
    let mut rest = quoted;
    loop {
        let quote = rest.find('"')?;
        cell.push_str(rest.get(..quote)?);
        at += quote + 1;
        rest = rest.get(quote + 1..)?;
        let Some(more) = rest.strip_prefix('"') else { break };
        cell.push('"');
        (at, rest) = (at + 1, more);
    }
    let passed = cell.matches('\n').count();
    // What follows the closing quote belongs to the cell, as spreadsheets read it.
    let end = ends(at);
    cell.push_str(text.get(at..end)?.trim_end());
    Some((cell.trim().into(), end, passed))
}
