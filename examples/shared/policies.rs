//! Policies as files, TOML or JSON.

use std::path::Path;

use redress::calendar::{KnownDays, Zone};
use redress::policy::PolicyDocument;

/// A policy as a file, and the table `columns` that the file may have.
pub(crate) struct PolicyFile {
    pub(crate) document: PolicyDocument,
    #[allow(dead_code, clippy::allow_attributes, reason = "for who reads complaints too")]
    pub(crate) columns: Option<toml::Table>,
}

impl PolicyFile {
    /// Reads a file, TOML or JSON by the ending of its name.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        let text = text.trim_start_matches('\u{feff}');
        let is_json = path.extension().is_some_and(|ending| ending == "json");
        if is_json {
            let document = serde_json::from_str(text).map_err(|error| error.to_string())?;
            return Ok(Self { document, columns: None });
        }
        // A policy has no key `columns`: the table is removed before the policy is read.
        let table = toml::from_str::<toml::Table>(text);
        let (columns, rest) = match table {
            Ok(mut table) => (table.remove("columns"), Some(table)),
            Err(_) => (None, None),
        };
        let Some(toml::Value::Table(columns)) = columns else {
            let document = toml::from_str(text).map_err(|error| place(text, &error))?;
            return Ok(Self { document, columns: None });
        };
        // Line by line, so that a fault is shown where it stands.
        let lines = without_columns(text);
        let document = match rest {
            Some(rest) if toml::from_str::<toml::Table>(&lines).ok().as_ref() != Some(&rest) => {
                rest.try_into().map_err(|error| error.to_string())?
            }
            _ => toml::from_str(&lines).map_err(|error| place(&lines, &error))?,
        };
        Ok(Self { document, columns: Some(columns) })
    }
}

/// What is wrong with a file, and in which line: the text of the error alone shows the file as well.
fn place(text: &str, error: &toml::de::Error) -> String {
    let problem = error.message().lines().next().unwrap_or_default();
    let by_span = || {
        let before = text.get(..error.span()?.start).filter(|before| !before.is_empty())?;
        Some(before.matches('\n').count() + 1)
    };
    // Where the span is the whole file, the problem begins with the key in which it is.
    let by_key = || {
        let key = problem.split([':', '[', '.']).next().filter(|key| !key.contains(' '))?;
        let names = |line: &str| line.trim_start_matches('[').starts_with(key);
        text.lines().position(names).map(|line| line + 1)
    };
    format!("line {}: {problem}", by_span().or_else(by_key).unwrap_or(1))
}

/// The text with empty lines in place of the table `columns` and those below it.
fn without_columns(text: &str) -> String {
    let mut is_columns = false;
    let lines = text.lines().map(|line| {
        if line.starts_with('[') {
            is_columns = line.starts_with("[columns]") || line.starts_with("[columns.");
        }
        if is_columns { "" } else { line }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns a zone by its IANA name.
pub(crate) fn zone(name: &str, known: KnownDays) -> Option<Zone> {
    let zone: chrono_tz::Tz = name.parse().ok()?;
    Zone::tabulate(name, &zone, known).ok()
}
