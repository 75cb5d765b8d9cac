//! Reads a table of golden complaints.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::faults::Faults;
use crate::laws::golden::csv::{Line, lines};
use crate::laws::golden::fault::{CellProblem, GoldenFault};
use crate::laws::situation::Situation;
use crate::policy::Policy;
use crate::text::distance::meant;
use crate::triage::{Complaint, History, PastCase};
use crate::vocab::ClockName;
use crate::vocab::course::DecisionKind;
use crate::vocab::{Anchor, Code, Currency, Department, Facet, Fact, Money, Remedy};

/// What a column says.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Column {
    Name,
    Id,
    Received,
    Words(Facet),
    Fact(Fact),
    Amount,
    NoDemand,
    Customer,
    Staff,
    Product,
    At(Anchor),
    Department(Department),
    Earlier,
    Decision,
    Remedy,
    Expect(Expected),
}

/// What a column of `expect.` checks.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Expected {
    Severity,
    Importance,
    Urgency,
    ClaimKind,
    Owner,
    Role,
    Row,
    Marks,
    Due(ClockName),
    Chain,
    Steps,
}

/// The names of the columns that do not depend on a word.
const PLAIN: [(&str, Column); 21] = [
    ("name", Column::Name),
    ("id", Column::Id),
    ("received", Column::Received),
    ("amount", Column::Amount),
    ("no-demand", Column::NoDemand),
    ("customer", Column::Customer),
    ("staff", Column::Staff),
    ("product", Column::Product),
    ("earlier", Column::Earlier),
    ("decision", Column::Decision),
    ("remedy", Column::Remedy),
    ("expect.severity", Column::Expect(Expected::Severity)),
    ("expect.importance", Column::Expect(Expected::Importance)),
    ("expect.urgency", Column::Expect(Expected::Urgency)),
    ("expect.claim-kind", Column::Expect(Expected::ClaimKind)),
    ("expect.owner", Column::Expect(Expected::Owner)),
    ("expect.role", Column::Expect(Expected::Role)),
    ("expect.row", Column::Expect(Expected::Row)),
    ("expect.marks", Column::Expect(Expected::Marks)),
    ("expect.chain", Column::Expect(Expected::Chain)),
    ("expect.steps", Column::Expect(Expected::Steps)),
];

impl Column {
    fn read(policy: &Policy, text: &str) -> Option<Self> {
        if let Some((_, column)) = PLAIN.iter().find(|(name, _)| *name == text) {
            return Some(*column);
        }
        let declared = |facet: Facet, word: &str| {
            let word: Code = word.parse().ok()?;
            policy
                .taxonomy()
                .declarations()
                .any(|(known, one)| known == facet && one.word == word)
                .then_some(word)
        };
        match text.split_once('.') {
            Some(("fact", fact)) => Some(Self::Fact(declared(Facet::Fact, fact)?.into())),
            Some(("at", event)) => Some(Self::At(declared(Facet::Anchor, event)?.into())),
            Some(("department", to)) => Some(Self::Department(declared(Facet::Department, to)?.into())),
            Some(("expect", due)) => {
                let clock: Code = due.strip_prefix("due.")?.parse().ok()?;
                policy.clock(clock.into())?;
                Some(Self::Expect(Expected::Due(clock.into())))
            }
            Some(_) | None => {
                let facet: Facet = text.parse().ok()?;
                let known = policy.taxonomy().declarations().any(|(known, _)| known == facet);
                (known && facet != Facet::Fact && facet != Facet::Mark).then_some(Self::Words(facet))
            }
        }
    }

    /// The column that a misspelt one was probably meant to be.
    fn meant(policy: &Policy, text: &str) -> Option<String> {
        let mut names: BTreeSet<String> = PLAIN.iter().map(|(name, _)| (*name).to_string()).collect();
        for (facet, declared) in policy.taxonomy().declarations() {
            names.insert(if facet == Facet::Fact {
                format!("fact.{}", declared.word)
            } else if facet == Facet::Anchor {
                format!("at.{}", declared.word)
            } else {
                facet.to_string()
            });
        }
        names.extend(policy.clocks().iter().map(|rule| format!("expect.due.{}", rule.name())));
        meant(text, names).map(|(_, name)| name)
    }
}

/// A cell of `expect.`: what is checked, and what is expected.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Expectation {
    pub(super) column: String,
    pub(super) what: Expected,
    pub(super) value: String,
    /// The instant that the value says, for a due date.
    pub(super) at: Option<DateTime<Utc>>,
}

/// A row of the table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Golden {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) situation: Situation,
    pub(super) decision: Option<(DecisionKind, Vec<Remedy>)>,
    pub(super) expectations: Vec<Expectation>,
}

/// A table of golden complaints, as it was read. See the [module](crate::laws::golden) for its columns.
///
/// # Example: a spreadsheet with semicolons
///
/// ```
/// use redress::laws::golden::GoldenTable;
/// use redress::sample;
///
/// let table = GoldenTable::read(&sample::policy()?, "received;expect.owner\n2026-04-02 10:00;open\n")?;
/// assert_eq!(table.situations().count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct GoldenTable {
    pub(super) rows: Vec<Golden>,
}

impl GoldenTable {
    /// Reads a table. Words, clocks and times are those of a policy and of its calendar.
    ///
    /// # Errors
    ///
    /// Returns every [`GoldenFault`], with the line and the column. Faults of the columns are returned alone.
    pub fn read(policy: &Policy, text: &str) -> Result<Self, Faults<GoldenFault>> {
        let lines = lines(text).map_err(|line| GoldenFault::Quote { line })?;
        let mut lines = lines.into_iter();
        let Some(head) = lines.next() else { return Err(GoldenFault::Empty {}.into()) };
        let columns = columns(policy, &head)?;
        let (mut rows, mut faults) = (Vec::new(), Vec::new());
        // A spreadsheet writes the separators of empty rows, too.
        for line in lines.filter(|line| line.cells.iter().any(|cell| !cell.is_empty())) {
            match (Reader { policy, line: line.number, faults: &mut faults }).row(&columns, &line) {
                Some(row) => rows.push(row),
                None => debug_assert!(!faults.is_empty(), "a row that is not read has a fault"),
            }
        }
        if rows.is_empty() && faults.is_empty() {
            faults.push(GoldenFault::Empty {});
        }
        Faults::none_or(faults, Self { rows })
    }

    /// Returns the complaints of the rows.
    #[must_use]
    pub fn situations(&self) -> impl ExactSizeIterator<Item = &Situation> {
        self.rows.iter().map(|row| &row.situation)
    }
}

fn columns(policy: &Policy, head: &Line) -> Result<Vec<(String, Column)>, Faults<GoldenFault>> {
    let line = head.number;
    let (mut columns, mut faults): (Vec<(String, Column)>, Vec<GoldenFault>) = (Vec::new(), Vec::new());
    for text in &head.cells {
        match Column::read(policy, text) {
            Some(column) if columns.iter().any(|(_, known)| *known == column) => {
                faults.push(GoldenFault::Twice { line, column: text.clone() });
            }
            Some(column) => columns.push((text.clone(), column)),
            None => faults.push(GoldenFault::Column {
                line,
                column: text.clone(),
                meant: Column::meant(policy, text),
            }),
        }
    }
    if faults.is_empty() && !columns.iter().any(|(_, column)| *column == Column::Received) {
        faults.push(GoldenFault::Missing { line, column: "received" });
    }
    Faults::none_or(faults, columns)
}

/// Reads the cells of one row.
struct Reader<'a> {
    policy: &'a Policy,
    line: usize,
    faults: &'a mut Vec<GoldenFault>,
}

impl Reader<'_> {
    fn row(&mut self, columns: &[(String, Column)], line: &Line) -> Option<Golden> {
        if line.cells.len() > columns.len() {
            let (cells, columns) = (line.cells.len(), columns.len());
            self.faults.push(GoldenFault::Cells { line: self.line, cells, columns });
            return None;
        }
        let before = self.faults.len();
        let cell = |wanted: Column| {
            let at = columns.iter().position(|(_, column)| *column == wanted)?;
            line.cells.get(at).filter(|value| !value.is_empty())
        };
        let received = match cell(Column::Received) {
            Some(value) => self.instant("received", value),
            None => self.fault("received", "", CellProblem::NotReceived),
        };
        let number = format!("row-{}", self.line);
        let id = cell(Column::Id).unwrap_or(&number);
        let id = self.id("id", id);
        let (received, id) = (received?, id?);
        let mut complaint = Complaint::new(id, received);
        let (mut expectations, mut earlier) = (Vec::new(), Vec::new());
        let (mut decision, mut remedies) = (None, Vec::new());
        for ((name, column), value) in columns.iter().zip(&line.cells).filter(|(_, value)| !value.is_empty())
        {
            complaint = match column {
                Column::Name | Column::Id | Column::Received => complaint,
                Column::Words(facet) => {
                    let words: Vec<Code> = parts(value).filter_map(|word| self.parsed(name, word)).collect();
                    words.into_iter().fold(complaint, |complaint, word| complaint.with_code(*facet, word))
                }
                Column::Fact(fact) => match self.count(name, value) {
                    Some(count) => complaint.with_fact(*fact, count),
                    None => complaint,
                },
                Column::Amount => {
                    let amount = money(value).or_else(|| self.fault(name, value, CellProblem::Amount));
                    amount.into_iter().fold(complaint, Complaint::with_amount)
                }
                Column::NoDemand => match value.as_str() {
                    "yes" => complaint.with_no_demand(),
                    "no" => complaint,
                    _ => {
                        self.fault::<()>(name, value, CellProblem::YesOrNo);
                        complaint
                    }
                },
                Column::Customer => {
                    self.id(name, value).into_iter().fold(complaint, Complaint::with_complainant)
                }
                Column::Staff => self.id(name, value).into_iter().fold(complaint, Complaint::with_staff),
                Column::Product => self.id(name, value).into_iter().fold(complaint, Complaint::with_product),
                Column::At(event) => self
                    .instant(name, value)
                    .into_iter()
                    .fold(complaint, |complaint, at| complaint.with_event(*event, at)),
                Column::Department(to) => self
                    .instant(name, value)
                    .into_iter()
                    .fold(complaint, |complaint, at| complaint.with_department(*to, at)),
                Column::Earlier => {
                    earlier.extend(parts(value).filter_map(|at| self.instant(name, at)));
                    complaint
                }
                Column::Decision => {
                    decision = value.parse::<DecisionKind>().ok();
                    if decision.is_none() {
                        self.fault::<()>(name, value, CellProblem::Word);
                    }
                    complaint
                }
                Column::Remedy => {
                    remedies
                        .extend(parts(value).filter_map(|word| self.parsed(name, word)).map(Remedy::from));
                    complaint
                }
                Column::Expect(what) => {
                    let is_time =
                        matches!(what, Expected::Due(_)) && !matches!(value.as_str(), "none" | "open");
                    let at = if is_time { self.instant(name, value) } else { None };
                    expectations.push(Expectation {
                        column: name.clone(),
                        what: *what,
                        value: value.clone(),
                        at,
                    });
                    complaint
                }
            };
        }
        let history = self.history(&complaint, &earlier);
        let named = cell(Column::Name).map_or_else(String::new, Clone::clone);
        (self.faults.len() == before).then(|| Golden {
            line: self.line,
            name: named,
            situation: Situation::new(complaint).with_history(history),
            decision: decision.map(|kind| (kind, remedies)),
            expectations,
        })
    }

    /// Earlier complaints of the same keys and words.
    fn history(&mut self, complaint: &Complaint, earlier: &[DateTime<Utc>]) -> History {
        let mut history = History::none();
        for (number, at) in earlier.iter().enumerate() {
            let Some(id) = self.id("earlier", &format!("{}-earlier-{}", self.line, number + 1)) else {
                continue;
            };
            let mut past = PastCase::new(id, *at).with_words(complaint.words());
            past = complaint.complainant().into_iter().fold(past, PastCase::with_complainant);
            past = complaint.staff().into_iter().fold(past, PastCase::with_staff);
            past = complaint.product().into_iter().fold(past, PastCase::with_product);
            history.replace(past);
        }
        history
    }

    fn fault<T>(&mut self, column: &str, value: &str, problem: CellProblem) -> Option<T> {
        self.faults.push(GoldenFault::Cell {
            line: self.line,
            column: column.into(),
            value: value.into(),
            problem,
        });
        None
    }

    fn parsed(&mut self, column: &str, value: &str) -> Option<Code> {
        value.parse().ok().or_else(|| self.fault(column, value, CellProblem::Word))
    }

    fn id<T: core::str::FromStr>(&mut self, column: &str, value: &str) -> Option<T> {
        value.parse().ok().or_else(|| self.fault(column, value, CellProblem::Id))
    }

    fn count(&mut self, column: &str, value: &str) -> Option<u32> {
        match value {
            "yes" => Some(1),
            "no" => Some(0),
            _ => value.parse().ok().or_else(|| self.fault(column, value, CellProblem::Count)),
        }
    }

    fn instant(&mut self, column: &str, value: &str) -> Option<DateTime<Utc>> {
        let calendar = self.policy.calendar();
        let local = || {
            let formats = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"];
            let time = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(value, format).ok())?;
            calendar.local_instant(time, calendar.local_times()).ok()
        };
        let at = crate::calendar::instant::parse(value).ok().or_else(local);
        at.or_else(|| self.fault(column, value, CellProblem::Instant))
    }
}

/// The parts of a cell that may hold several values.
fn parts(value: &str) -> impl Iterator<Item = &str> {
    value.split('|').map(str::trim).filter(|part| !part.is_empty())
}

/// Reads an amount such as `12.50 EUR`, with as many decimal places as the currency has, or none.
fn money(text: &str) -> Option<Money> {
    let (amount, currency) = text.rsplit_once(' ')?;
    let currency: Currency = currency.parse().ok()?;
    let digits = currency.minor_digits();
    let (whole, part) = amount.trim().split_once('.').unwrap_or((amount.trim(), ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let places = u32::try_from(part.len()).ok()?;
    if whole.is_empty() || !is_number(whole) || !is_number(part) || (places != digits && places != 0) {
        return None;
    }
    let minor: u64 = if part.is_empty() { 0 } else { part.parse().ok()? };
    let whole: u64 = whole.parse().ok()?;
    let minor = whole.checked_mul(10_u64.checked_pow(digits)?)?.checked_add(minor)?;
    Some(Money::new(minor, currency))
}
