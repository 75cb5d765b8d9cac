//! Holds a policy against a table of golden complaints.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, Utc};

use crate::approval::Chain;
use crate::approval::signing::ChainQuery;
use crate::calendar::Calendar;
use crate::calendar::instant::format as instant;
use crate::laws::coverage::Coverage;
use crate::laws::golden::read::{Expectation, Expected, Golden, GoldenTable};
use crate::policy::Policy;
use crate::policy::severity::RatingOutcome;
use crate::triage::answer::{ClockOutcome, ClockTriage, Level};
use crate::triage::{Owner, Triage, triage};
use crate::vocab::{ClockName, Facet, Word};

/// A cell of a golden table that the policy decides otherwise.
///
/// # Example
///
/// ```
/// use redress::laws::golden::GoldenTable;
/// use redress::sample;
///
/// let policy = sample::policy()?;
/// let table = GoldenTable::read(&policy, "received,expect.due.response\n2026-04-02 10:00,2026-04-07 17:00\n")?;
/// let report = table.check(&policy);
/// let mismatch = &report.mismatches()[0];
/// assert_eq!((mismatch.line, mismatch.expected.as_str(), mismatch.found.as_str()), (2, "2026-04-07 17:00", "2026-04-08 17:00"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Mismatch {
    /// The line of the table.
    pub line: usize,
    /// The name of the row. Empty if it has none.
    pub name: String,
    /// The column.
    pub column: String,
    /// What the cell expects.
    pub expected: String,
    /// What the policy decides.
    pub found: String,
    /// The rules and rows that decided. Empty if none did.
    pub because: String,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, name, column, expected, found, because } = self;
        write!(f, "line {line}")?;
        if !name.is_empty() {
            write!(f, " `{name}`")?;
        }
        write!(f, ": {column}: expected `{expected}`, found `{found}`")?;
        if because.is_empty() { Ok(()) } else { write!(f, " ({because})") }
    }
}

/// What a policy decides about a table of golden complaints. Its text is the report that a test shows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct GoldenReport {
    mismatches: Vec<Mismatch>,
    rows: usize,
    coverage: Coverage,
}

impl GoldenReport {
    /// Returns whether the policy decides every complaint as the table says.
    #[must_use]
    pub const fn is_kept(&self) -> bool {
        self.mismatches.is_empty()
    }

    /// Returns the cells that the policy decides otherwise, in the order of the table.
    #[must_use]
    pub fn mismatches(&self) -> &[Mismatch] {
        &self.mismatches
    }

    /// Returns which parts of the policy decided something about the complaints of the table.
    #[must_use]
    pub const fn coverage(&self) -> &Coverage {
        &self.coverage
    }
}

impl fmt::Display for GoldenReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for mismatch in &self.mismatches {
            writeln!(f, "{mismatch}")?;
        }
        let mut lines: Vec<usize> = self.mismatches.iter().map(|mismatch| mismatch.line).collect();
        lines.dedup();
        let (all, coverage) = (self.rows, &self.coverage);
        if lines.is_empty() {
            write!(f, "{all} complaints decided as the table says; {coverage}")
        } else {
            write!(f, "{} of {all} complaints decided otherwise; {coverage}", lines.len())
        }
    }
}

/// What was found for a cell, and why.
struct Found {
    value: String,
    because: String,
    at: Option<DateTime<Utc>>,
}

impl Found {
    fn new(value: impl Into<String>, because: impl Into<String>) -> Self {
        Self { value: value.into(), because: because.into(), at: None }
    }

    fn none(because: impl Into<String>) -> Self {
        Self::new("none", because)
    }

    fn open(because: impl Into<String>) -> Self {
        Self::new("open", because)
    }
}

impl GoldenTable {
    /// Holds a policy against the table. It need not be the policy by which the table was read.
    #[must_use]
    pub fn check(&self, policy: &Policy) -> GoldenReport {
        let mut report =
            GoldenReport { mismatches: Vec::new(), rows: self.rows.len(), coverage: Coverage::of(policy) };
        for row in &self.rows {
            let answer = triage(policy, row.situation.complaint(), row.situation.history());
            match &answer {
                Ok(answer) => {
                    report.coverage.add(answer);
                    for expectation in &row.expectations {
                        let found = found(answer, row, expectation.what, &mut report.coverage);
                        if !is_met(expectation, &found) {
                            report.mismatches.push(mismatch(row, expectation, found));
                        }
                    }
                }
                Err(error) => report.mismatches.push(Mismatch {
                    line: row.line,
                    name: row.name.clone(),
                    column: "received".into(),
                    expected: "a complaint that the policy accepts".into(),
                    found: error.to_string(),
                    because: String::new(),
                }),
            }
        }
        report
    }
}

fn is_met(expectation: &Expectation, found: &Found) -> bool {
    if let Some(at) = expectation.at {
        return found.at == Some(at);
    }
    if expectation.what != Expected::Marks {
        return expectation.value == found.value;
    }
    let marks = |text: &str| {
        let marks = text.split('|').map(str::trim).filter(|mark| !mark.is_empty());
        marks.map(str::to_string).collect::<BTreeSet<String>>()
    };
    marks(&expectation.value) == marks(&found.value)
}

fn mismatch(row: &Golden, expectation: &Expectation, found: Found) -> Mismatch {
    Mismatch {
        line: row.line,
        name: row.name.clone(),
        column: expectation.column.clone(),
        expected: expectation.value.clone(),
        found: found.value,
        because: found.because,
    }
}

fn found(answer: &Triage<'_>, row: &Golden, what: Expected, coverage: &mut Coverage) -> Found {
    match what {
        Expected::Severity => severity(answer),
        Expected::Importance => rating(answer.importance()),
        Expected::Urgency => rating(answer.urgency()),
        Expected::ClaimKind => {
            let told = answer.explain();
            let open =
                told.words().iter().any(|word| word.facet() == Facet::ClaimKind && word.is_undetermined());
            match answer.claim_kind() {
                Some(kind) => Found::new(kind.to_string(), ""),
                None if open => Found::open(""),
                None => Found::none(""),
            }
        }
        Expected::Owner => owner(answer, |row| answer.department_of(row).map(|to| to.to_string())),
        Expected::Role => owner(answer, |row| row.assignee().role().map(|to| to.to_string())),
        Expected::Row => owner(answer, |row| Some(row.id().to_string())),
        Expected::Marks => marks(answer),
        Expected::Due(clock) => due(answer, clock),
        Expected::Chain => chain(answer, (row, coverage), |chain| chain.id().to_string()),
        Expected::Steps => chain(answer, (row, coverage), |chain| {
            let steps: Vec<String> = chain.steps().iter().map(|step| step.id().to_string()).collect();
            if steps.is_empty() { "none".into() } else { steps.join(" | ") }
        }),
    }
}

fn joined(ids: impl Iterator<Item = String>, one: &str) -> String {
    let ids: Vec<String> = ids.map(|id| format!("`{id}`")).collect();
    match ids.as_slice() {
        [] => String::new(),
        [id] => format!("{one} {id}"),
        ids => format!("{one}s {}", ids.join(", ")),
    }
}

fn severity(answer: &Triage<'_>) -> Found {
    let Some(severity) = answer.severity() else { return Found::none("the policy has no severity rules") };
    let rules = |level| {
        let matched = severity.matched().filter(|rule| rule.level() == level);
        joined(matched.map(|rule| rule.id().to_string()), "severity rule")
    };
    match severity.level() {
        Level::ByRules(level) => Found::new(level.as_str(), rules(level)),
        Level::Default(level) => Found::new(level.as_str(), "no severity rule holds"),
        Level::Unrated => Found::none("no severity rule holds"),
        Level::Undetermined(..) => {
            let facts = answer.to_ask().iter().map(ToString::to_string);
            Found::open(joined(facts, "not answered: fact"))
        }
    }
}

fn rating<W: Word + Copy + fmt::Display>(outcome: Option<&RatingOutcome<'_, W>>) -> Found {
    match outcome {
        Some(RatingOutcome::ByRule(rule)) => {
            Found::new(rule.word().to_string(), format!("rule `{}`", rule.id()))
        }
        Some(RatingOutcome::Otherwise(word)) => Found::new(word.to_string(), "no rule holds"),
        Some(RatingOutcome::Undetermined(rule)) => Found::open(format!("rule `{}` may hold", rule.id())),
        Some(RatingOutcome::Unrated) => Found::none("no rule holds"),
        None => Found::none("the policy has no such rules"),
    }
}

fn owner(answer: &Triage<'_>, of: impl Fn(&crate::policy::routing::Row) -> Option<String>) -> Found {
    match answer.owner() {
        Owner::Row(row) => {
            let because = format!("routing row `{}`", row.id());
            of(row).map_or_else(|| Found::none(because.clone()), |value| Found::new(value, because.clone()))
        }
        Owner::Unrouted => Found::none("no row of the routing table"),
        Owner::Undetermined { missing, .. } => {
            Found::open(joined(missing.iter().map(ToString::to_string), "not known: input"))
        }
        Owner::NotDispatched(_) => Found::none("it is closed by force"),
    }
}

fn marks(answer: &Triage<'_>) -> Found {
    let marks: Vec<String> = answer.marks().iter().map(|(mark, _)| mark.to_string()).collect();
    let because = joined(answer.marks().iter().map(|(_, rule)| rule.to_string()), "rule");
    match (marks.is_empty(), answer.open_marks().is_empty()) {
        (true, true) => Found::none(because),
        (true, false) => {
            Found::open(joined(answer.open_marks().iter().map(ToString::to_string), "may come: mark"))
        }
        (false, _) => Found::new(marks.join(" | "), because),
    }
}

/// An instant by the wall clock of a calendar, as a table writes it.
fn local(calendar: &Calendar, at: DateTime<Utc>) -> String {
    let Ok(local) = calendar.local(at) else { return instant(at) };
    let text = local.format("%Y-%m-%d %H:%M:%S").to_string();
    text.strip_suffix(":00").unwrap_or(&text).into()
}

fn due(answer: &Triage<'_>, name: ClockName) -> Found {
    let calendar = answer.policy().calendar();
    let clocks = || answer.clocks_of(name);
    let earliest = clocks().filter_map(|clock| Some((clock.due()?.at(), clock))).min_by_key(|(at, _)| *at);
    if let Some((at, clock)) = earliest {
        let target = clock.target().map_or_else(String::new, |target| format!("target `{}`", target.id()));
        return Found { value: local(calendar, at), because: target, at: Some(at) };
    }
    match clocks().next().map(ClockTriage::outcome) {
        None => Found::none("the complaint does not have the clock"),
        Some(ClockOutcome::NotStarted(event)) => Found::none(format!("waits for `{event}`")),
        Some(ClockOutcome::Exempt(_)) => Found::none("it is closed by force"),
        Some(ClockOutcome::Undetermined(error)) => Found::open(error.to_string()),
        Some(ClockOutcome::Due(due)) => {
            Found { value: local(calendar, due.at()), because: String::new(), at: Some(due.at()) }
        }
    }
}

fn chain(
    answer: &Triage<'_>,
    (row, coverage): (&Golden, &mut Coverage),
    told: impl Fn(&Chain) -> String,
) -> Found {
    let Some((kind, remedies)) = &row.decision else { return Found::open("the row has no `decision`") };
    let mut query = ChainQuery::new(*kind).with_remedies(remedies);
    query = query.with_severity(answer.severity().and_then(|severity| severity.level().severity()));
    query = query.with_amount(row.situation.complaint().amount());
    match answer.policy().approvals().select(query) {
        Ok(Some(chain)) => {
            coverage.add_chain(chain.id());
            Found::new(told(chain), format!("approval chain `{}`", chain.id()))
        }
        Ok(None) => Found::none("no chain is for this decision"),
        Err(error) => Found::open(error.to_string()),
    }
}
