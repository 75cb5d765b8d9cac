//! What a period comes to.

use crate::policy::record::ReportPeriod;
use crate::report::ledger::course::Course;
use crate::report::ledger::ratio::Ratio;
use crate::report::ledger::round::Timing;
use crate::vocab::course::{ClosureKind, Opinion};

/// What a period comes to: how many complaints came in, ended, came back, and where they stood at its end.
///
/// Those that came in, ended and were taken up again are counted by what happened in the period: over periods that follow
/// one another the counts add up. `settled` and `open` tell of its end. What was open at the end is what was open at
/// the beginning, and came in or was taken up again, less what ended.
///
/// A case that goes on in another one is counted there from then on, and here as `merged`. What it was before, where it
/// had ended by itself and was taken up again, is counted here as of any other case. An instant on the edge belongs to
/// the period that begins with it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Summary {
    /// The period.
    pub period: ReportPeriod,
    /// How many came in.
    pub received: u64,
    /// How many ends there were; a case that was taken up again may have several.
    pub closed: u64,
    /// Of the ends, those by which the complainant took the complaint back: nobody answered it. They are in none of the
    /// counts by limit.
    pub withdrawn: u64,
    /// Of the ends, those after which a case went on in another one, and was taken up again by itself. They are in none
    /// of the counts by limit.
    pub passed_on: u64,
    /// Of the other ends, those within their limit.
    pub in_time: u64,
    /// Of those within their limit, the ones that are so by an entry that came after it.
    pub entered_late: u64,
    /// Of the other ends, those after it.
    pub late: u64,
    /// Of the other ends, those without a limit.
    pub no_limit: u64,
    /// Of the other ends, those of which nobody knows when the limit was.
    pub undetermined: u64,
    /// Of the ends, those after which the case was taken up again, whenever that was.
    pub undone: u64,
    /// How often a case was taken up again.
    pub reopened: u64,
    /// Of those that came in, the ones whose complainant is satisfied.
    pub satisfied: u64,
    /// Of those that came in, the ones whose complainant is not.
    pub unsatisfied: u64,
    /// How many came in that go on in another case; those that never ended by themselves are in nothing else here.
    pub merged: u64,
    /// Of those that came in, the ones that were over at the end.
    pub settled: u64,
    /// How many were open at the end, whenever they came in.
    pub open: u64,
}

impl Summary {
    /// A period in which nothing happened.
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

    /// Counts a case. No count overflows: a ledger has fewer rounds than 64 bits count.
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

    /// Of those that came in, the share that was over at the end.
    #[must_use]
    pub const fn closure_rate(&self) -> Option<Ratio> {
        Ratio::of(self.settled, self.received)
    }

    /// Of the ends with an answer and a known limit, the share within it. Those whose limit nobody knows are not in it:
    /// they are told apart, in [`Summary::undetermined`].
    #[must_use]
    pub const fn on_time_rate(&self) -> Option<Ratio> {
        Ratio::of(self.in_time, self.in_time + self.late)
    }

    /// Of the ends, the share after which the case was taken up again.
    #[must_use]
    pub const fn reopen_rate(&self) -> Option<Ratio> {
        Ratio::of(self.undone, self.closed)
    }

    /// Of those that came in and whose complainant said so, the share that is satisfied. Silence is no satisfaction
    /// and no dissatisfaction.
    #[must_use]
    pub const fn satisfaction_rate(&self) -> Option<Ratio> {
        Ratio::of(self.satisfied, self.satisfied + self.unsatisfied)
    }

    /// How many complaints came in for so many sales, services or customers: the base is the host's (S03-R25).
    #[must_use]
    pub const fn complaint_rate(&self, base: u64) -> Option<Ratio> {
        Ratio::of(self.received, base)
    }
}
