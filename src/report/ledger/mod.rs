//! The ledger of cases, and the statistics of it.

mod benchmark;
mod by;
mod course;
mod kept;
mod ratio;
mod round;
mod row;
mod summary;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::{DateTime, TimeDelta, Utc};

use crate::policy::Policy;
use crate::policy::record::ReportPeriod;
use crate::vocab::dictionary::Words;
use crate::vocab::{Currency, Standing};

pub use self::benchmark::{BENCHMARKS, Benchmark, Circumstance};
pub use self::by::{GroupValue, Grouping};
use self::kept::{Asked, Kept, Key};
pub use self::ratio::{Effect, Ratio, TrendChange};
pub use self::round::{Round, RoundEnd, Timing};
pub use self::row::{LedgerError, LedgerRow};
pub use self::summary::Summary;

/// The rows of some cases, each once: what statistics are made of.
///
/// Nothing depends on the order in which the rows are given.
///
/// # Example: a month by severity (S10-R31)
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use redress::policy::record::ReportPeriod;
/// use redress::report::ledger::{Grouping, Ledger, LedgerRow};
/// use redress::vocab::Severity;
///
/// let row = |id: &str, received: &str, severity| -> Result<LedgerRow, Box<dyn std::error::Error>> {
///     let mut row = LedgerRow::new(id.parse()?, received.parse()?);
///     row.severity = severity;
///     Ok(row)
/// };
/// let ledger = Ledger::new([
///     row("A-1", "2025-11-03T09:00:00Z", Some(Severity::General))?,
///     row("A-2", "2025-11-20T09:00:00Z", Some(Severity::Serious))?,
///     row("A-3", "2025-11-30T09:00:00Z", None)?,
///     row("A-4", "2025-12-01T00:00:00Z", Some(Severity::Serious))?, // the next month
/// ])?;
/// let november = ReportPeriod { from: "2025-11-01T00:00:00Z".parse()?, until: "2025-12-01T00:00:00Z".parse()? };
/// let rows: Vec<_> = ledger
///     .by(november, Grouping::Severity)
///     .into_iter()
///     .map(|(class, summary)| (class.text().map(String::from), summary.received))
///     .collect();
/// let class = |text: &str| Some(String::from(text));
/// assert_eq!(rows, [(class("general"), 1), (class("serious"), 1), (None, 1)]);
/// assert_eq!(ledger.summary(november).received, 3);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Ledger {
    words: Words,
    /// INVARIANT: in the order of the case ids, each once, each sound.
    rows: Vec<Kept>,
}

impl PartialEq for Ledger {
    fn eq(&self, other: &Self) -> bool {
        self.rows().eq(other.rows())
    }
}

impl Eq for Ledger {}

/// One line of a Pareto analysis.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ParetoRow {
    /// The answer.
    pub value: GroupValue,
    /// How many cases.
    pub count: u64,
    /// Their share of all.
    pub share: Ratio,
    /// The share of these and all before them.
    pub cumulative: Ratio,
}

/// What a measure did to the complaints of one kind (S34-R07, S13-R06).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Evaluation {
    /// The kind.
    pub value: GroupValue,
    /// How many complaints came in before and after.
    pub count: Effect,
    /// The share of the satisfied before; none where nobody said so or so.
    pub satisfaction_before: Option<Ratio>,
    /// The share of the satisfied after.
    pub satisfaction_after: Option<Ratio>,
}

/// One period of a trend.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct TrendPoint {
    /// What it came to.
    pub summary: Summary,
    /// How the number of complaints changed from the period before; none for the first.
    pub change: Option<TrendChange>,
}

/// How many open cases are of an age.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct AgeBucket {
    /// From so many days of 24 hours on.
    pub from_days: u32,
    /// To just below so many; without end where there is none.
    pub until_days: Option<u32>,
    /// How many cases.
    pub count: u64,
}

/// What cases cost (S18-R18).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Losses {
    /// The sums in minor units, by currency; wide enough that no number of cases overflows them.
    pub sums: Vec<(Currency, u128)>,
    /// How many cases are in them.
    pub known: u64,
    /// How many cases are not, since nobody has said what they cost.
    pub unknown: u64,
}

/// Two periods, of which one comes before the other.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "two periods, told apart by name")]
pub struct ComparedPeriods {
    /// The earlier one.
    pub before: ReportPeriod,
    /// The later one.
    pub after: ReportPeriod,
}

impl Ledger {
    /// A ledger of rows in any order.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Twice`] for a case with two rows, which would be counted twice, [`LedgerError::Ring`] for one that
    /// goes on in itself by whatever way, which would be counted nowhere, and another [`LedgerError`] for a stored row
    /// that no case can have made.
    pub fn new(rows: impl IntoIterator<Item = LedgerRow>) -> Result<Self, LedgerError> {
        let (mut words, mut faults) = (Words::default(), BTreeMap::new());
        let kept = (1..).zip(rows).map(|(number, row)| {
            if let Some(fault) = row.fault() {
                faults.entry(row.case).or_insert(fault);
            }
            (number, Kept::of(row, &mut words))
        });
        let mut numbered: Vec<(usize, Kept)> = kept.collect();
        numbered.sort_by_key(|(number, row)| (row.case, *number));
        let pairs = numbered.iter().zip(numbered.iter().skip(1));
        if let Some(((first, row), (second, _))) =
            pairs.into_iter().find(|((_, row), (_, next))| row.case == next.case)
        {
            return Err(LedgerError::Twice { case: row.case, first: *first, second: *second });
        }
        let rows: Vec<Kept> = numbered.into_iter().map(|(_, row)| row).collect();
        match faults.into_values().next().or_else(|| ring(&rows)) {
            Some(fault) => Err(fault),
            None => Ok(Self { words, rows }),
        }
    }

    /// The rows, in the order of the case ids.
    #[must_use]
    pub fn rows(&self) -> impl ExactSizeIterator<Item = LedgerRow> + '_ {
        self.rows.iter().map(|row| row.written_out(&self.words))
    }

    /// What a period comes to.
    #[must_use]
    pub fn summary(&self, period: ReportPeriod) -> Summary {
        let mut summary = Summary::nothing(period);
        self.rows.iter().for_each(|row| summary.count(row.course()));
        summary
    }

    /// What a period comes to by the answers to a question, in their order: together they are the whole. Answers of
    /// cases that had nothing to do with the period are left out.
    #[must_use]
    pub fn by(&self, period: ReportPeriod, by: Grouping) -> Vec<(GroupValue, Summary)> {
        let mut sorted = self.sorted(period, by);
        let nothing = Summary::nothing(period);
        sorted.retain(|_, summary| *summary != nothing);
        sorted.into_iter().collect()
    }

    /// The same with a row for each level of severity of a policy, also where nothing happened (S10-R31).
    #[must_use]
    pub fn by_class(&self, period: ReportPeriod, policy: &Policy) -> Vec<(GroupValue, Summary)> {
        let mut sorted = self.sorted(period, Grouping::Severity);
        let nothing = Summary::nothing(period);
        sorted.retain(|_, summary| *summary != nothing);
        for level in policy.severity().into_iter().flat_map(crate::policy::SeverityRules::levels) {
            sorted.entry(GroupValue::severity(*level)).or_insert(nothing);
        }
        sorted.into_iter().collect()
    }

    fn sorted(&self, period: ReportPeriod, by: Grouping) -> BTreeMap<GroupValue, Summary> {
        let (asked, mut sorted) = (Asked::of(by, &self.words), BTreeMap::new());
        for row in &self.rows {
            let summary = sorted.entry(row.key(asked)).or_insert(Summary::nothing(period));
            summary.count(row.course());
        }
        sorted.into_iter().map(|(key, summary)| (key.value(by, &self.words), summary)).collect()
    }

    /// The complaints that came in in a period by the answers to a question, the most frequent first, with their shares
    /// added up. Equal numbers stand in the order of the answers.
    #[must_use]
    pub fn pareto(&self, period: ReportPeriod, by: Grouping) -> Vec<ParetoRow> {
        let mut counts: Vec<(GroupValue, u64)> =
            self.by(period, by).into_iter().map(|(value, summary)| (value, summary.received)).collect();
        counts.retain(|(_, count)| *count > 0);
        counts.sort_by(|(value, count), (other, more)| more.cmp(count).then(value.cmp(other)));
        let all = counts.iter().map(|(_, count)| count).sum();
        let mut so_far = 0;
        let rows = counts.into_iter().filter_map(|(value, count)| {
            so_far += count;
            let (share, cumulative) = (Ratio::of(count, all)?, Ratio::of(so_far, all)?);
            Some(ParetoRow { value, count, share, cumulative })
        });
        rows.collect()
    }

    /// What periods come to, each with the change from the one before it in the list.
    #[must_use]
    pub fn trend(&self, periods: &[ReportPeriod]) -> Vec<TrendPoint> {
        let mut before: Option<u64> = None;
        let points = periods.iter().map(|&period| {
            let summary = self.summary(period);
            let after = summary.received;
            let change = before.map(|before| Effect { before, after }.change());
            before = Some(after);
            TrendPoint { summary, change }
        });
        points.collect()
    }

    /// What became of each kind of complaint from one period to another (S34-R07). The counts are those of the periods:
    /// they compare where the periods are of one length.
    #[must_use]
    pub fn effect(&self, by: Grouping, periods: ComparedPeriods) -> Vec<Evaluation> {
        let ComparedPeriods { before, after } = periods;
        let (first, mut second) = (self.sorted(before, by), self.sorted(after, by));
        // Every value is in both: the rows are the same.
        let pairs = first.into_iter().filter_map(|(value, one)| Some((value, one, second.remove(&value)?)));
        let evaluated = pairs.map(|(value, one, other)| Evaluation {
            value,
            count: Effect { before: one.received, after: other.received },
            satisfaction_before: one.satisfaction_rate(),
            satisfaction_after: other.satisfaction_rate(),
        });
        evaluated.filter(|row| row.count != Effect { before: 0, after: 0 }).collect()
    }

    /// The complaints of a period by the answers to several questions together, the most frequent first: what they
    /// have in common (S30-R03).
    #[must_use]
    pub fn patterns(&self, period: ReportPeriod, by: &[Grouping]) -> Vec<(Vec<GroupValue>, u64)> {
        let asked: Vec<Asked> = by.iter().map(|&by| Asked::of(by, &self.words)).collect();
        let mut counts: BTreeMap<Vec<Key>, u64> = BTreeMap::new();
        for row in self.received(period) {
            let keys = asked.iter().map(|&asked| row.key(asked)).collect();
            *counts.entry(keys).or_default() += 1;
        }
        let values =
            |keys: Vec<Key>| by.iter().zip(keys).map(|(&by, key)| key.value(by, &self.words)).collect();
        let mut counts: Vec<(Vec<GroupValue>, u64)> =
            counts.into_iter().map(|(keys, count)| (values(keys), count)).collect();
        counts.sort_by(|(values, count), (other, more)| more.cmp(count).then_with(|| values.cmp(other)));
        counts
    }

    /// The answers that so many complaints of a period have in common, or more; what is not known is the same as
    /// nothing.
    #[must_use]
    pub fn recurring(&self, period: ReportPeriod, by: Grouping, at_least: u64) -> Vec<(GroupValue, u64)> {
        let pareto = self.pareto(period, by).into_iter();
        pareto
            .filter(|row| row.value.is_known() && row.count >= at_least)
            .map(|row| (row.value, row.count))
            .collect()
    }

    /// What is open and past its limit, and what is open and has a limit that nobody knows: the unclosed notice
    /// (S23-R16). The ones without a known limit come first, then the one that was due first.
    #[must_use]
    pub fn unclosed(&self) -> Vec<LedgerRow> {
        let past = |row: &&Kept| {
            let unclosed = matches!(row.standing, Some(Standing::Unclosed | Standing::ProjectDue));
            row.course().end().is_none() && (unclosed || row.undetermined)
        };
        let mut rows: Vec<&Kept> = self.rows.iter().filter(past).collect();
        rows.sort_by_key(|row| (!row.undetermined, row.due, row.received, row.case));
        rows.into_iter().map(|row| row.written_out(&self.words)).collect()
    }

    /// How old the cases are that were open just before an instant, in buckets that begin with these numbers of days of
    /// 24 hours; the first one with 0, whether or not it is named.
    #[must_use]
    pub fn ageing(&self, at: DateTime<Utc>, days: &[u32]) -> Vec<AgeBucket> {
        let mut edges: Vec<u32> = days.iter().copied().chain([0]).collect();
        edges.sort_unstable();
        edges.dedup();
        let open = || self.rows.iter().filter(|row| row.course().is_counted_open_before(at));
        let ages: Vec<TimeDelta> = open().map(|row| at.signed_duration_since(row.received)).collect();
        let buckets = edges.iter().enumerate().map(|(index, &from_days)| {
            let until_days = edges.get(index + 1).copied();
            let within = |age: &&TimeDelta| {
                let reaches = |days: u32| **age >= TimeDelta::days(i64::from(days));
                reaches(from_days) && !until_days.is_some_and(reaches)
            };
            let count = u64::try_from(ages.iter().filter(within).count()).unwrap_or(u64::MAX);
            AgeBucket { from_days, until_days, count }
        });
        buckets.collect()
    }

    /// What the complaints of a period cost (S18-R18).
    #[must_use]
    pub fn losses(&self, period: ReportPeriod) -> Losses {
        let mut losses = Losses::default();
        let mut sums: BTreeMap<Currency, u128> = BTreeMap::new();
        for row in self.received(period) {
            let Some(amounts) = &row.amounts else {
                losses.unknown += 1;
                continue;
            };
            losses.known += 1;
            for amount in amounts {
                let sum = sums.entry(amount.currency()).or_default();
                *sum = sum.saturating_add(u128::from(amount.minor()));
            }
        }
        losses.sums = sums.into_iter().collect();
        losses
    }

    /// Those that came in in a period and are counted by themselves.
    fn received(&self, period: ReportPeriod) -> impl Iterator<Item = &Kept> {
        self.rows
            .iter()
            .filter(move |row| period.contains(row.received) && !row.course().counted().is_empty())
    }
}

/// A case that goes on in another one, and that in turn in the first one, by however many.
fn ring(rows: &[Kept]) -> Option<LedgerError> {
    // The first row from which each was come to; 0 for none yet.
    let mut from = alloc::vec![0_usize; rows.len()];
    for (number, start) in (1..).zip(rows) {
        let mut next = Some(start);
        while let Some(row) = next {
            let index = rows.binary_search_by_key(&row.case, |row| row.case).ok()?;
            let seen = from.get_mut(index)?;
            if let (true, Some(into)) = (*seen == number, row.merged_into) {
                return Some(LedgerError::Ring { case: row.case, into });
            }
            if *seen > 0 {
                break;
            }
            *seen = number;
            let into = row.merged_into.and_then(|into| rows.binary_search_by_key(&into, |row| row.case).ok());
            next = into.and_then(|index| rows.get(index));
        }
    }
    None
}
