//! The ledger of cases, and its statistics.

mod benchmark;
mod by;
mod course;
mod durations;
mod kept;
mod ratio;
mod round;
mod row;
mod summary;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::CalendarError;
use crate::policy::Policy;
use crate::policy::record::ReportPeriod;
use crate::vocab::{Currency, Standing};

pub use self::benchmark::{BENCHMARKS, Benchmark, Circumstance};
pub use self::by::{GroupValue, Grouping};
pub use self::durations::{Durations, MeasuredIn};
use self::kept::{Asked, Kept, Key, Rows};
pub use self::ratio::{Effect, Ratio, TrendChange};
pub use self::round::{Round, RoundEnd, Timing};
pub use self::row::{LedgerError, LedgerRow};
pub use self::summary::Summary;

/// A set of rows, one for each case, from which statistics are made.
///
/// The order in which rows are given does not matter.
///
/// # Example: a month by severity
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
#[derive(Clone)]
pub struct Ledger {
    /// INVARIANT: sorted by case id, each id once, each row without a fault.
    rows: Rows,
}

impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.rows()).finish()
    }
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
    /// The answer that these cases have in common.
    pub value: GroupValue,
    /// The number of cases.
    pub count: u64,
    /// Their share of all cases.
    pub share: Ratio,
    /// The share of these cases and of all lines before.
    pub cumulative: Ratio,
}

/// The effect of a measure on the complaints of one kind.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Evaluation {
    /// The kind of complaint.
    pub value: GroupValue,
    /// The number of complaints received before and after.
    pub count: Effect,
    /// The share of satisfied complainants before. `None` if nobody gave an opinion.
    pub satisfaction_before: Option<Ratio>,
    /// The share of satisfied complainants after. `None` if nobody gave an opinion.
    pub satisfaction_after: Option<Ratio>,
}

/// One period of a trend.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct TrendPoint {
    /// The counts of the period.
    pub summary: Summary,
    /// The change in the number of complaints since the period before. `None` for the first period.
    pub change: Option<TrendChange>,
}

/// The number of open cases of a certain age.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct AgeBucket {
    /// The least age, in days of 24 hours.
    pub from_days: u32,
    /// The age at which the next bucket begins, in days of 24 hours. `None` for the last bucket.
    pub until_days: Option<u32>,
    /// The number of open cases.
    pub count: u64,
}

/// What cases cost.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Losses {
    /// The sums in minor units, by currency. They are wide enough for any number of cases.
    pub sums: Vec<(Currency, u128)>,
    /// The number of cases in the sums.
    pub known: u64,
    /// The number of cases whose cost nobody has stated. They are not in the sums.
    pub unknown: u64,
}

/// Two periods to compare.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "two periods, told apart by name")]
pub struct ComparedPeriods {
    /// The earlier period.
    pub before: ReportPeriod,
    /// The later period.
    pub after: ReportPeriod,
}

impl Ledger {
    /// Makes a ledger from rows in any order.
    ///
    /// # Errors
    ///
    /// - [`LedgerError::Twice`] if a case has two rows, because it would be counted twice.
    /// - [`LedgerError::Ring`] if a merged case leads back to itself, because it would not be counted at all.
    /// - Another [`LedgerError`] for a stored row that no case can have produced.
    ///
    /// # Example: a case with two rows
    ///
    /// ```
    /// use redress::report::ledger::{Ledger, LedgerRow};
    ///
    /// let row = || Ok::<_, Box<dyn std::error::Error>>(LedgerRow::new("A-1".parse()?, "2025-11-03T09:00:00Z".parse()?));
    /// let twice = Ledger::new([row()?, row()?]).unwrap_err();
    /// assert_eq!(twice.to_string(), "case `A-1` has two rows, row 1 and row 2; remove one");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(rows: impl IntoIterator<Item = LedgerRow>) -> Result<Self, LedgerError> {
        let (mut kept, mut faults) = (Rows::default(), BTreeMap::new());
        for row in rows {
            if let Some(fault) = row.fault() {
                faults.entry(row.case).or_insert(fault);
            }
            kept.add(&row);
        }
        if let Err((case, [first, second])) = kept.sort() {
            return Err(LedgerError::Twice { case, first, second });
        }
        match faults.into_values().next().or_else(|| ring(&kept)) {
            Some(fault) => Err(fault),
            None => Ok(Self { rows: kept }),
        }
    }

    /// Returns the rows, sorted by case id.
    #[must_use]
    pub fn rows(&self) -> impl ExactSizeIterator<Item = LedgerRow> + '_ {
        self.rows.iter().map(|row| self.rows.written_out(row))
    }

    /// Returns the counts of a period.
    #[must_use]
    pub fn summary(&self, period: ReportPeriod) -> Summary {
        let mut summary = Summary::nothing(period);
        self.rows.iter().for_each(|row| summary.count(row.course()));
        summary
    }

    /// Returns the counts of a period, grouped by the answers to a question and sorted by answer.
    ///
    /// The groups together are the whole period. Answers whose cases had nothing to do with the period are left out.
    #[must_use]
    pub fn by(&self, period: ReportPeriod, by: Grouping) -> Vec<(GroupValue, Summary)> {
        let mut sorted = self.sorted(period, by);
        let nothing = Summary::nothing(period);
        sorted.retain(|_, summary| *summary != nothing);
        sorted.into_iter().collect()
    }

    /// Returns the counts of a period, grouped by severity, with a row for each level of the policy even if nothing
    /// happened at it.
    ///
    /// ```
    /// use redress::policy::record::ReportPeriod;
    /// use redress::report::ledger::{Ledger, LedgerRow};
    /// use redress::sample;
    ///
    /// let ledger = Ledger::new([LedgerRow::new("A-1".parse()?, "2026-04-02T08:00:00Z".parse()?)])?;
    /// let april = ReportPeriod { from: "2026-04-01T00:00:00Z".parse()?, until: "2026-05-01T00:00:00Z".parse()? };
    /// let classes = ledger.by_class(april, &sample::policy()?);
    /// let counts: Vec<_> = classes.iter().map(|(class, counts)| (class.text(), counts.received)).collect();
    /// assert_eq!(counts, [(Some("general"), 0), (Some("serious"), 0), (None, 1)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
        let (asked, mut sorted) = (self.rows.asked(by), BTreeMap::new());
        for row in self.rows.iter() {
            let summary = sorted.entry(self.rows.key(row, asked)).or_insert(Summary::nothing(period));
            summary.count(row.course());
        }
        sorted.into_iter().map(|(key, summary)| (self.rows.value(by, key), summary)).collect()
    }

    /// Returns the answers to a question with the number of complaints received in a period, the most frequent first.
    ///
    /// Each line has its share and the shares added up so far. Equal numbers are sorted by answer.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::record::ReportPeriod;
    /// use redress::report::ledger::{Grouping, Ledger, LedgerRow};
    /// use redress::vocab::Category;
    /// # use std::error::Error;
    ///
    /// let row = |id: &str, category| -> Result<LedgerRow, Box<dyn Error>> {
    ///     let mut row = LedgerRow::new(id.parse()?, "2025-11-03T09:00:00Z".parse()?);
    ///     row.words.add(category);
    ///     Ok(row)
    /// };
    /// let ledger = Ledger::new([
    ///     row("A-1", Category::SPARE_PARTS)?,
    ///     row("A-2", Category::PRODUCT_QUALITY)?,
    ///     row("A-3", Category::SPARE_PARTS)?,
    /// ])?;
    /// let month = ReportPeriod { from: "2025-11-01T00:00:00Z".parse()?, until: "2025-12-01T00:00:00Z".parse()? };
    /// let lines: Vec<_> = ledger.pareto(month, Grouping::CATEGORY);
    ///
    /// assert_eq!(lines[0].value.text(), Some("spare-parts"));
    /// assert_eq!(lines[0].share.to_string(), "≈66.7 %");
    /// assert_eq!(lines[1].cumulative.to_string(), "100 %");
    /// # Ok::<(), Box<dyn Error>>(())
    /// ```
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

    /// Returns the counts of each period, with the change since the period before it in the list.
    ///
    /// ```
    /// use redress::policy::record::ReportPeriod;
    /// use redress::report::ledger::{Ledger, LedgerRow};
    ///
    /// let day = |from: &str, until: &str| {
    ///     Ok::<_, chrono::ParseError>(ReportPeriod { from: from.parse()?, until: until.parse()? })
    /// };
    /// let ledger = Ledger::new([LedgerRow::new("A-1".parse()?, "2026-04-02T08:00:00Z".parse()?)])?;
    /// let days = [
    ///     day("2026-04-02T00:00:00Z", "2026-04-03T00:00:00Z")?,
    ///     day("2026-04-03T00:00:00Z", "2026-04-04T00:00:00Z")?,
    /// ];
    /// let trend = ledger.trend(&days);
    /// assert_eq!(trend[0].change, None); // nothing came before
    /// assert_eq!(trend[1].change.ok_or("no change")?.to_string(), "-100 %");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Returns how each kind of complaint changed from one period to another.
    ///
    /// The counts are not scaled, so compare periods of the same length.
    ///
    /// # Example: a training on the first of May
    ///
    /// ```
    /// use redress::policy::record::ReportPeriod;
    /// use redress::report::ledger::{ComparedPeriods, Grouping, Ledger, LedgerRow};
    /// use redress::vocab::Category;
    /// # use std::error::Error;
    /// let row = |id: &str, received: &str| -> Result<LedgerRow, Box<dyn Error>> {
    ///     let mut row = LedgerRow::new(id.parse()?, received.parse()?);
    ///     row.words.add(Category::SERVICE_PROCESS);
    ///     Ok(row)
    /// };
    /// let april = [row("A-1", "2026-04-02T08:00:00Z")?, row("A-2", "2026-04-03T08:00:00Z")?];
    /// let ledger = Ledger::new(april.into_iter().chain([row("A-3", "2026-05-04T08:00:00Z")?]))?;
    /// let before = ReportPeriod { from: "2026-04-01T00:00:00Z".parse()?, until: "2026-05-01T00:00:00Z".parse()? };
    /// let after = ReportPeriod { from: before.until, until: "2026-06-01T00:00:00Z".parse()? };
    /// let effect = ledger.effect(Grouping::CATEGORY, ComparedPeriods { before, after });
    /// assert_eq!(effect[0].count.change().to_string(), "-50 %");
    /// # Ok::<(), Box<dyn Error>>(())
    /// ```
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

    /// Returns the combinations of answers to several questions, with the number of complaints received in a period,
    /// the most frequent first.
    ///
    /// ```
    /// use redress::policy::record::ReportPeriod;
    /// use redress::report::ledger::{GroupValue, Grouping, Ledger, LedgerRow};
    /// use redress::vocab::{Category, Channel};
    ///
    /// let mut row = LedgerRow::new("A-1".parse()?, "2026-04-02T08:00:00Z".parse()?);
    /// row.words.add(Category::SERVICE_PROCESS);
    /// row.words.add(Channel::PHONE);
    /// let april = ReportPeriod { from: "2026-04-01T00:00:00Z".parse()?, until: "2026-05-01T00:00:00Z".parse()? };
    /// let patterns = Ledger::new([row])?.patterns(april, &[Grouping::CATEGORY, Grouping::CHANNEL]);
    /// let texts: Vec<_> = patterns[0].0.iter().map(GroupValue::text).collect();
    /// assert_eq!((texts, patterns[0].1), (vec![Some("service-process"), Some("phone")], 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn patterns(&self, period: ReportPeriod, by: &[Grouping]) -> Vec<(Vec<GroupValue>, u64)> {
        let asked: Vec<Asked> = by.iter().map(|&by| self.rows.asked(by)).collect();
        let mut counts: BTreeMap<Vec<Key>, u64> = BTreeMap::new();
        for row in self.received(period) {
            let keys = asked.iter().map(|&asked| self.rows.key(row, asked)).collect();
            *counts.entry(keys).or_default() += 1;
        }
        let values =
            |keys: Vec<Key>| by.iter().zip(keys).map(|(&by, key)| self.rows.value(by, key)).collect();
        let mut counts: Vec<(Vec<GroupValue>, u64)> =
            counts.into_iter().map(|(keys, count)| (values(keys), count)).collect();
        counts.sort_by(|(values, count), (other, more)| more.cmp(count).then_with(|| values.cmp(other)));
        counts
    }

    /// Returns the answers that at least `at_least` complaints of a period have in common. "Not known" is not an answer
    /// here.
    ///
    /// ```
    /// use redress::policy::record::ReportPeriod;
    /// use redress::report::ledger::{Grouping, Ledger, LedgerRow};
    ///
    /// let row = |id: &str| Ok::<_, Box<dyn std::error::Error>>(LedgerRow::new(id.parse()?, "2026-04-02T08:00:00Z".parse()?));
    /// let ledger = Ledger::new([row("A-1")?, row("A-2")?])?;
    /// let april = ReportPeriod { from: "2026-04-01T00:00:00Z".parse()?, until: "2026-05-01T00:00:00Z".parse()? };
    /// assert!(ledger.recurring(april, Grouping::CAUSE, 2).is_empty()); // neither cause is known
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn recurring(&self, period: ReportPeriod, by: Grouping, at_least: u64) -> Vec<(GroupValue, u64)> {
        let pareto = self.pareto(period, by).into_iter();
        pareto
            .filter(|row| row.value.is_known() && row.count >= at_least)
            .map(|row| (row.value, row.count))
            .collect()
    }

    /// Returns the cases for the notice of unclosed complaints: open and past their limit, or open with a limit that
    /// cannot be determined.
    ///
    /// Cases without a known limit come first, then the case that was due first.
    ///
    /// ```
    /// use redress::report::ledger::{Ledger, LedgerRow};
    /// use redress::sample;
    ///
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?; // closing is due on 2026-04-13 at 17:00
    /// let seen = |at: &str| Ok::<_, Box<dyn std::error::Error>>(LedgerRow::of(&case, &policy, at.parse()?)?);
    /// assert!(Ledger::new([seen("2026-04-13T15:00:00Z")?])?.unclosed().is_empty());
    /// assert_eq!(Ledger::new([seen("2026-04-13T15:00:01Z")?])?.unclosed().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn unclosed(&self) -> Vec<LedgerRow> {
        let past = |row: &&Kept| {
            let unclosed = matches!(row.standing, Some(Standing::Unclosed | Standing::ProjectDue));
            row.course().end().is_none() && (unclosed || row.undetermined)
        };
        let mut rows: Vec<&Kept> = self.rows.iter().filter(past).collect();
        rows.sort_by_key(|row| (!row.undetermined, row.due, row.received, self.rows.case(row)));
        rows.into_iter().map(|row| self.rows.written_out(row)).collect()
    }

    /// Returns the ages of the cases that were open just before an instant, in buckets.
    ///
    /// Each number in `days` begins a bucket, in days of 24 hours. The first bucket begins at 0, whether or not 0 is
    /// listed.
    ///
    /// # Example: open for eight days
    ///
    /// ```
    /// use redress::report::ledger::{Ledger, LedgerRow};
    ///
    /// let row = LedgerRow::new("A-1".parse()?, "2025-11-03T09:00:00Z".parse()?);
    /// let buckets = Ledger::new([row])?.ageing("2025-11-11T09:00:00Z".parse()?, &[7, 30]);
    /// let counts: Vec<(u32, u64)> = buckets.iter().map(|bucket| (bucket.from_days, bucket.count)).collect();
    /// assert_eq!(counts, [(0, 0), (7, 1), (30, 0)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Returns how long the cases took that were closed in a period.
    ///
    /// These are the closures that [`Summary::closed`] counts, each measured from the receipt, or from the reopening
    /// that it ended.
    ///
    /// # Example: over a weekend
    ///
    /// ```
    /// use chrono::TimeDelta;
    /// use redress::policy::record::ReportPeriod;
    /// use redress::report::ledger::{Ledger, LedgerRow, MeasuredIn, RoundEnd, Timing};
    /// use redress::sample;
    /// use redress::vocab::Stage;
    /// use redress::vocab::course::ClosureKind;
    ///
    /// let mut row = LedgerRow::new("A-1".parse()?, "2026-03-06T16:00:00+01:00".parse()?); // a Friday
    /// row.rounds[0].end = Some(RoundEnd {
    ///     at: "2026-03-09T10:00:00+01:00".parse()?,
    ///     kind: ClosureKind::Resolved,
    ///     timing: Timing::InTime,
    ///     entered_late: false,
    /// });
    /// row.stage = Stage::Closed;
    /// let (ledger, calendar) = (Ledger::new([row])?, sample::calendar()?);
    /// let march = ReportPeriod { from: "2026-03-01T00:00:00Z".parse()?, until: "2026-04-01T00:00:00Z".parse()? };
    ///
    /// let elapsed = ledger.durations(march, MeasuredIn::ElapsedTime)?;
    /// assert_eq!(elapsed.longest(), Some(TimeDelta::hours(66)));
    /// let worked = ledger.durations(march, MeasuredIn::WorkingTime(&calendar))?;
    /// assert_eq!(worked.longest(), Some(TimeDelta::hours(2)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`CalendarError`] if a case was open when the calendar is not known. Elapsed time has no error.
    pub fn durations(
        &self,
        period: ReportPeriod,
        measured: MeasuredIn<'_>,
    ) -> Result<Durations, CalendarError> {
        self.rows.iter().flat_map(|row| took(row, period, measured)).collect()
    }

    /// Returns the [durations](Self::durations) of a period, grouped by the answers to a question and sorted by answer.
    ///
    /// Answers without a closure in the period are left out.
    ///
    /// # Errors
    ///
    /// [`CalendarError`] if a case was open when the calendar is not known.
    pub fn durations_by(
        &self,
        period: ReportPeriod,
        by: Grouping,
        measured: MeasuredIn<'_>,
    ) -> Result<Vec<(GroupValue, Durations)>, CalendarError> {
        let asked = self.rows.asked(by);
        let mut sorted: BTreeMap<Key, Vec<TimeDelta>> = BTreeMap::new();
        for row in self.rows.iter() {
            for duration in took(row, period, measured) {
                sorted.entry(self.rows.key(row, asked)).or_default().push(duration?);
            }
        }
        let answered: BTreeMap<GroupValue, Durations> = sorted
            .into_iter()
            .map(|(key, durations)| (self.rows.value(by, key), durations.into_iter().collect()))
            .collect();
        Ok(answered.into_iter().collect())
    }

    /// Returns what the complaints received in a period cost.
    ///
    /// # Example: one case whose cost nobody has stated
    ///
    /// ```
    /// use redress::policy::record::ReportPeriod;
    /// use redress::report::ledger::{Ledger, LedgerRow};
    /// use redress::vocab::Money;
    ///
    /// let mut paid = LedgerRow::new("A-1".parse()?, "2025-11-03T09:00:00Z".parse()?);
    /// paid.amounts = Some(vec![Money::new(1_250, "EUR".parse()?)]);
    /// let open = LedgerRow::new("A-2".parse()?, "2025-11-04T09:00:00Z".parse()?);
    /// let month = ReportPeriod { from: "2025-11-01T00:00:00Z".parse()?, until: "2025-12-01T00:00:00Z".parse()? };
    ///
    /// let losses = Ledger::new([paid, open])?.losses(month);
    /// assert_eq!(losses.sums, [("EUR".parse()?, 1_250)]);
    /// assert_eq!((losses.known, losses.unknown), (1, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn losses(&self, period: ReportPeriod) -> Losses {
        let mut losses = Losses::default();
        let mut sums: BTreeMap<Currency, u128> = BTreeMap::new();
        for row in self.received(period) {
            let Some(amounts) = self.rows.amounts(row) else {
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

    /// Returns the cases received in a period that are counted by themselves.
    fn received(&self, period: ReportPeriod) -> impl Iterator<Item = &Kept> {
        self.rows
            .iter()
            .filter(move |row| period.contains(row.received) && !row.course().counted().is_empty())
    }
}

/// Returns how long each time took that a case was open and that ended in a period.
fn took(
    row: &Kept,
    period: ReportPeriod,
    measured: MeasuredIn<'_>,
) -> impl Iterator<Item = Result<TimeDelta, CalendarError>> {
    let ended = row.course().counted().iter().filter_map(|round| Some((round.opened, round.end?.at)));
    ended.filter(move |(_, at)| period.contains(*at)).map(move |(opened, at)| measured.between(opened, at))
}

/// Returns an error if a merged case leads back to itself, over however many other cases.
///
/// Each row is visited once: a walk from a start marks the rows with the number of the start, and stops at a marked
/// row. If the mark is its own, the walk went in a circle.
fn ring(rows: &Rows) -> Option<LedgerError> {
    // The number of the walk that reached each row first; 0 if none has.
    let mut from = alloc::vec![0_usize; rows.iter().len()];
    for (start, number) in (0..rows.iter().len()).zip(1..) {
        let mut next = Some(start);
        while let Some(index) = next {
            let (row, seen) = (rows.get(index)?, from.get_mut(index)?);
            let into = rows.merged_into(row);
            if let (true, Some(into)) = (*seen == number, into) {
                return Some(LedgerError::Ring { case: rows.case(row).id(), into: into.id() });
            }
            if *seen > 0 {
                break;
            }
            *seen = number;
            next = into.and_then(|into| rows.find(into));
        }
    }
    None
}
