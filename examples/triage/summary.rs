//! Counts what became of the records of a file.

use std::collections::BTreeMap;
use std::fmt::Write;

use redress::triage::answer::{ClockOutcome, Level, SeverityTriage};
use redress::triage::{Owner, Triage};
use redress::vocab::Locale;

use crate::rows::Unmatched;
use crate::table::say;
use crate::visible::{one_line, visible};

/// The most different values that are counted one by one.
const MOST_VALUES: usize = 10_000;

/// What is not known of a complaint.
#[derive(Clone, Copy, Default)]
pub(crate) struct Undetermined {
    severity: bool,
    owner: bool,
    limit: bool,
}

pub(crate) fn undetermined(judged: &Triage<'_>) -> Undetermined {
    let severity = judged.severity().map(SeverityTriage::level);
    Undetermined {
        severity: matches!(severity, Some(Level::Undetermined(..))),
        owner: matches!(judged.owner(), Owner::Undetermined { .. }),
        limit: judged.clocks().iter().any(|clock| matches!(clock.outcome(), ClockOutcome::Undetermined(_))),
    }
}

#[derive(Default)]
pub(crate) struct Tally {
    undetermined: u64,
    severity: u64,
    owner: u64,
    limit: u64,
    refused: u64,
    reasons: BTreeMap<String, u64>,
    /// The records with a value that matches nothing.
    with_unmatched: u64,
    unmatched: BTreeMap<Unmatched, u64>,
    /// The values beyond those that are counted one by one.
    more: u64,
}

impl Tally {
    pub(crate) fn add(&mut self, of: Undetermined) {
        self.undetermined += u64::from(of.severity || of.owner || of.limit);
        self.severity += u64::from(of.severity);
        self.owner += u64::from(of.owner);
        self.limit += u64::from(of.limit);
    }

    pub(crate) fn refuse(&mut self, reason: &str, lines: u64) {
        self.refused += lines;
        *self.reasons.entry(general(reason)).or_default() += lines;
    }

    pub(crate) fn note(&mut self, unmatched: Vec<Unmatched>) {
        self.with_unmatched += u64::from(!unmatched.is_empty());
        for value in unmatched {
            if self.unmatched.len() < MOST_VALUES || self.unmatched.contains_key(&value) {
                *self.unmatched.entry(value).or_default() += 1;
            } else {
                self.more += 1;
            }
        }
    }

    /// The counts, as text of several lines.
    pub(crate) fn summary(&self, locale: Locale, triaged: u64) -> String {
        let mut text = String::new();
        let words = say(
            locale,
            [
                "{read} {records} read · {triaged} triaged · {undetermined} of them undetermined (severity {severity}, owner \
             {owner}, a limit {limit}) · {refused} refused",
                "读取 {read} 条 · 已分级 {triaged} 条 · 其中无法确定 {undetermined} 条（严重程度 {severity}，负责方 {owner}，\
             时限 {limit}） · 拒绝 {refused} 条",
                "讀取 {read} 筆 · 已分級 {triaged} 筆 · 其中無法確定 {undetermined} 筆（嚴重程度 {severity}，負責方 {owner}，\
             時限 {limit}） · 拒絕 {refused} 筆",
            ],
        );
        let read = triaged + self.refused;
        let counts = [
            ("{read}", read),
            ("{triaged}", triaged),
            ("{undetermined}", self.undetermined),
            ("{severity}", self.severity),
            ("{owner}", self.owner),
            ("{limit}", self.limit),
            ("{refused}", self.refused),
        ];
        let line = counts.iter().fold(
            words.replace("{records}", if read == 1 { "record" } else { "records" }),
            |line, (name, count)| line.replace(name, &count.to_string()),
        );
        let _ = writeln!(text, "{line}");
        for (reason, count) in most(&self.reasons) {
            let refused = say(locale, ["refused", "拒绝", "拒絕"]);
            let _ = writeln!(text, "  {count} × {refused}: {}", one_line(reason));
        }
        if self.with_unmatched == 0 {
            return text;
        }
        let words = say(
            locale,
            [
                if self.with_unmatched == 1 {
                    "{} record has a value that matches nothing; it was triaged without it:"
                } else {
                    "{} records have a value that matches nothing; they were triaged without it:"
                },
                "{} 条记录含无法匹配的值，分级时未计入：",
                "{} 筆記錄含無法比對的值，分級時未計入：",
            ],
        );
        let _ = writeln!(text, "{}", words.replace("{}", &self.with_unmatched.to_string()));
        let mut columns: BTreeMap<(&str, &str), BTreeMap<&str, u64>> = BTreeMap::new();
        for (value, count) in &self.unmatched {
            let column = columns.entry((&value.field, &value.column)).or_default();
            column.insert(&value.value, *count);
        }
        for ((field, column), values) in &columns {
            let _ = writeln!(text, "  {} → {}", one_line(column), one_line(field));
            for (value, count) in most(values) {
                let _ = writeln!(text, "    {count} × {}", short(value));
            }
        }
        if self.more > 0 {
            let _ = writeln!(text, "    {} × …", self.more);
        }
        text
    }
}

/// The most frequent first.
fn most<T: Ord + AsRef<str>>(counts: &BTreeMap<T, u64>) -> Vec<(&str, u64)> {
    let mut counts: Vec<(&str, u64)> = counts.iter().map(|(value, count)| (value.as_ref(), *count)).collect();
    counts.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
    counts
}

/// A reason without the values of the one record: the names of columns and keys stay.
fn general(reason: &str) -> String {
    let mut text = String::new();
    for (place, part) in reason.split('`').enumerate() {
        if place % 2 == 0 {
            text.push_str(part);
        } else if ["column ", "field ", "key ", "by ", "to "].iter().any(|before| text.ends_with(before)) {
            let _ = write!(text, "`{part}`");
        } else {
            text.push_str("`…`");
        }
    }
    text
}

/// A value on one line, at most 200 characters of it.
fn short(text: &str) -> String {
    let mut line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(200) {
        line.truncate(end);
        line.push('…');
    }
    visible(&line)
}
