//! The counts of a period.

use crate::policy::record::ReportPeriod;
use crate::report::ledger::course::Course;
use crate::report::ledger::ratio::Ratio;
use crate::report::ledger::round::Timing;
use crate::vocab::course::{ClosureKind, Opinion};

/// The counts of a period: how many complaints were received, ended and reopened, and where they stood at its end.
///
/// Receipts, closures and reopenings are counted in the period in which they happened, so that the counts of
/// consecutive periods add up. `settled` and `open` describe the end of the period. The cases open at the end are those
/// open at the beginning, plus receipts and reopenings, less closures.
///
/// A merged case counts in the row of the other case from then on, and here as `merged`. If it had ended by itself
/// before and was reopened, that earlier part counts like any other case. An instant on the boundary belongs to the
/// period that begins with it.
///
/// ```
/// use redress::policy::record::ReportPeriod;
/// use redress::report::ledger::{Ledger, LedgerRow};
///
/// let ledger = Ledger::new([
///     LedgerRow::new("A-1".parse()?, "2025-11-03T09:00:00Z".parse()?),
///     LedgerRow::new("A-2".parse()?, "2025-12-01T00:00:00Z".parse()?), // on the boundary
/// ])?;
/// let november = ReportPeriod { from: "2025-11-01T00:00:00Z".parse()?, until: "2025-12-01T00:00:00Z".parse()? };
/// let summary = ledger.summary(november);
///
/// assert_eq!((summary.received, summary.open), (1, 1));
/// assert_eq!(summary.closure_rate().map(|rate| rate.to_string()).as_deref(), Some("0 %"));
/// assert_eq!(summary.satisfaction_rate(), None); // nobody was asked
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Summary {
    /// The period.
    pub period: ReportPeriod,
    /// The complaints received in the period.
    pub received: u64,
    /// The closures in the period. A case that was reopened may have several.
    pub closed: u64,
    /// The closures by which the complainant withdrew the complaint. They are in none of the counts by limit.
    pub withdrawn: u64,
    /// The mergers of cases that were later reopened by themselves. They are in none of the counts by limit.
    pub passed_on: u64,
    /// The other closures within their limit.
    pub in_time: u64,
    /// Those of `in_time` that are in time only by an entry that was made after the limit.
    pub entered_late: u64,
    /// The other closures after their limit.
    pub late: u64,
    /// The other closures of cases without a limit.
    pub no_limit: u64,
    /// The other closures of cases whose limit could not be determined.
    pub undetermined: u64,
    /// The closures after which the case was reopened, whenever that happened.
    pub undone: u64,
    /// The reopenings in the period.
    pub reopened: u64,
    /// Those of `received` whose complainant is satisfied.
    pub satisfied: u64,
    /// Those of `received` whose complainant is not satisfied.
    pub unsatisfied: u64,
    /// The cases received in the period that continue in another case. Those that never ended by themselves are in no
    /// other count.
    pub merged: u64,
    /// Those of `received` that were over at the end of the period.
    pub settled: u64,
    /// The cases open at the end of the period, whenever they were received.
    pub open: u64,
}

impl Summary {
    /// Returns a period in which nothing happened.
    #[must_use]
    pub const fn nothing(period: ReportPeriod) -> Self {
        Self {
            period,
            received: 0,
            closed: 0,
            withdrawn: 0,
            passed_on: 0,
            in_time: 0,
            entered_late: 0,
            late: 0,
            no_limit: 0,
            undetermined: 0,
            undone: 0,
            reopened: 0,
            satisfied: 0,
            unsatisfied: 0,
            merged: 0,
            settled: 0,
            open: 0,
        }
    }

    /// Counts a case. No count can overflow, because no memory holds so many rounds.
    pub(super) fn count(&mut self, row: Course<'_>) {
        let period = self.period;
        let comes_in = period.contains(row.received);
        self.merged += u64::from(comes_in && row.is_merged());
        let counted = row.counted();
        if counted.is_empty() {
            return;
        }
        let is_open = row.is_counted_open_before(period.until);
        if comes_in {
            self.received += 1;
            self.settled += u64::from(!is_open);
            self.satisfied += u64::from(row.opinion == Some(Opinion::Satisfied));
            self.unsatisfied += u64::from(row.opinion == Some(Opinion::Unsatisfied));
        }
        self.open += u64::from(is_open && !period.is_empty());
        for (number, round) in counted.iter().enumerate() {
            self.reopened += u64::from(number > 0 && period.contains(round.opened));
            let Some(end) = round.end.filter(|end| period.contains(end.at)) else { continue };
            self.closed += 1;
            self.undone += u64::from(number + 1 < row.rounds.len());
            match (end.kind, end.timing) {
                (ClosureKind::Withdrawn, _) => self.withdrawn += 1,
                (ClosureKind::Merged, _) => self.passed_on += 1,
                (_, Timing::InTime) => {
                    self.in_time += 1;
                    self.entered_late += u64::from(end.entered_late);
                }
                (_, Timing::Late) => self.late += 1,
                (_, Timing::NoLimit) => self.no_limit += 1,
                (_, Timing::Undetermined) => self.undetermined += 1,
            }
        }
    }

    /// Returns the share of the received complaints that were over at the end. `None` if none was received.
    #[must_use]
    pub const fn closure_rate(&self) -> Option<Ratio> {
        Ratio::of(self.settled, self.received)
    }

    /// Returns the share of closures within their limit, among closures that answered the complaint and had a known
    /// limit.
    ///
    /// Closures whose limit could not be determined are not in it: [`Summary::undetermined`] counts them. `None` if
    /// there is no such closure.
    ///
    /// ```
    /// use redress::policy::record::ReportPeriod;
    /// use redress::report::ledger::Summary;
    ///
    /// let april = ReportPeriod { from: "2026-04-01T00:00:00Z".parse()?, until: "2026-05-01T00:00:00Z".parse()? };
    /// let mut summary = Summary::nothing(april);
    /// (summary.closed, summary.in_time, summary.late, summary.undetermined) = (10, 6, 2, 2);
    /// assert_eq!(summary.on_time_rate().map(|rate| rate.to_string()).as_deref(), Some("75 %"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn on_time_rate(&self) -> Option<Ratio> {
        Ratio::of(self.in_time, self.in_time + self.late)
    }

    /// Returns the share of closures after which the case was reopened. `None` if there was no closure.
    #[must_use]
    pub const fn reopen_rate(&self) -> Option<Ratio> {
        Ratio::of(self.undone, self.closed)
    }

    /// Returns the share of satisfied complainants, among those who gave an opinion. Silence counts neither way. `None`
    /// if nobody gave one.
    ///
    /// ```
    /// use redress::policy::record::ReportPeriod;
    /// use redress::report::ledger::Summary;
    ///
    /// let april = ReportPeriod { from: "2026-04-01T00:00:00Z".parse()?, until: "2026-05-01T00:00:00Z".parse()? };
    /// let mut summary = Summary::nothing(april);
    /// (summary.received, summary.satisfied, summary.unsatisfied) = (10, 3, 1); // six said nothing
    /// assert_eq!(summary.satisfaction_rate().map(|rate| rate.to_string()).as_deref(), Some("75 %"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn satisfaction_rate(&self) -> Option<Ratio> {
        Ratio::of(self.satisfied, self.satisfied + self.unsatisfied)
    }

    /// Returns the received complaints relative to `base`, a number that the host supplies: sales, services or
    /// customers. `None` if `base` is 0.
    ///
    /// ```
    /// use redress::policy::record::ReportPeriod;
    /// use redress::report::ledger::{Ledger, LedgerRow};
    ///
    /// let ledger = Ledger::new([LedgerRow::new("A-1".parse()?, "2026-04-02T08:00:00Z".parse()?)])?;
    /// let april = ReportPeriod { from: "2026-04-01T00:00:00Z".parse()?, until: "2026-05-01T00:00:00Z".parse()? };
    /// let rate = ledger.summary(april).complaint_rate(200).ok_or("no sales")?; // per sale
    /// assert_eq!(rate.to_string(), "0.5 %");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn complaint_rate(&self, base: u64) -> Option<Ratio> {
        Ratio::of(self.received, base)
    }
}
