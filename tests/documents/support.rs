//! A desk, its calendar and its words; documents with the errors that belong to them.

use std::env;
use std::fmt::Display;
use std::fs;
use std::sync::LazyLock;

use chrono_tz::Europe::Berlin;
use proptest::test_runner::{Config, FileFailurePersistence};
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::policy::{Policy, PolicyBuilder};
use redress::taxonomy::Taxonomy;
use redress::triage::Complaint;
use redress::vocab::{Department, Region, RuleId};

static OFFICE: LazyLock<Calendar> = LazyLock::new(|| {
    let zone = Zone::tabulate("Europe/Berlin", &Berlin, KnownDays::years(2026, 2026).unwrap()).unwrap();
    let nine_to_five = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
    Calendar::builder("office", zone).week(nine_to_five).build().unwrap()
});

pub(crate) fn office() -> Calendar {
    OFFICE.clone()
}

pub(crate) const REGIONS: [&str; 3] = ["acme:north", "acme:north.city", "acme:south"];

/// The standard words, three regions, and a department that is given up in the middle of the year.
pub(crate) fn words() -> Taxonomy {
    let regions = REGIONS.map(|text| text.parse::<Region>().unwrap());
    let taxonomy = Taxonomy::standard().with_only(&regions);
    taxonomy.with_retired(Department::SALES_OFFICE, "2026-06-30".parse().unwrap()).unwrap()
}

/// A policy without rules and rows.
pub(crate) fn desk() -> PolicyBuilder {
    Policy::builder("desk").version("1").calendar(office()).taxonomy(words())
}

/// A complaint of which nothing is said.
pub(crate) fn complaint() -> Complaint {
    Complaint::new("A-1".parse().unwrap(), "2026-03-02T10:00:00Z".parse().unwrap())
}

pub(crate) fn id(text: &str) -> RuleId {
    text.parse().unwrap()
}

/// The id of one of many.
pub(crate) fn nth(number: usize) -> RuleId {
    id(&format!("r{number}"))
}

pub(crate) fn config() -> Config {
    let wanted = env::var("REDRESS_CASES").ok().map(|text| text.parse().unwrap());
    Config {
        cases: wanted.unwrap_or(256),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..Config::default()
    }
}

/// The error of a document without the line and column at its end, where the reader adds them.
#[track_caller]
pub(crate) fn refused<T>(read: Result<T, serde_json::Error>, document: &str) -> String {
    let Err(error) = read else { panic!("read: {document}") };
    let place = format!(" at line {} column {}", error.line(), error.column());
    let text = error.to_string();
    text.strip_suffix(&place).unwrap_or(&text).to_owned()
}

/// That an error may be shown: short, and on one line.
#[track_caller]
pub(crate) fn is_shown(text: &str) {
    assert!(text.len() < 400 && !text.contains(char::is_control), "{} bytes: {text}", text.len());
}

/// Compares every document of a file with the errors below it.
pub(crate) fn compare<E: Display>(name: &str, errors: impl Fn(&[&str]) -> Vec<E>) {
    let path = format!("tests/documents/{name}.txt");
    let stored = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut blocks = stored.split("\n\n");
    let mut written = blocks.next().unwrap_or_default().to_owned();
    let mut count = 0;
    for block in blocks {
        let documents: Vec<&str> = block.lines().filter(|line| !line.starts_with(' ')).collect();
        written += "\n\n";
        written += &documents.join("\n");
        let (first, again) = (errors(&documents), errors(&documents));
        for (error, again) in first.into_iter().zip(again) {
            let text = error.to_string();
            is_shown(&text);
            assert_eq!(text, again.to_string());
            written += "\n    ";
            written += &text;
        }
        count += 1;
    }
    written += "\n";
    assert!(count > 20, "{path} has {count} documents");
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, written).unwrap();
    } else {
        for (stored, written) in stored.lines().zip(written.lines()) {
            assert_eq!(written, stored, "{path}");
        }
        assert_eq!(written.trim_end(), stored.trim_end(), "{path}");
    }
}
