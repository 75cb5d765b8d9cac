//! How long cases took.

use alloc::vec::Vec;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::{Calendar, CalendarError};
use crate::report::ledger::ratio::Ratio;

/// The time in which durations are measured.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_enums, reason = "all time, or the working time of a calendar")]
pub enum MeasuredIn<'c> {
    /// All the time that passed, on working days or not.
    ElapsedTime,
    /// The working time of a calendar.
    WorkingTime(&'c Calendar),
}

impl MeasuredIn<'_> {
    pub(super) fn between(
        self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<TimeDelta, CalendarError> {
        match self {
            Self::ElapsedTime => Ok(until.signed_duration_since(from)),
            Self::WorkingTime(calendar) => calendar.working_time_between(from, until),
        }
    }
}

/// How long cases took, from the shortest to the longest.
///
/// Of no durations there is no median, no longest and no share: these are `None`, and not zero. All figures are exact,
/// and each of them is a duration that occurred: nothing is interpolated.
///
/// ```
/// use chrono::TimeDelta;
/// use redress::report::ledger::{Durations, Ratio};
///
/// let days = [9, 1, 2, 4].map(TimeDelta::days);
/// let durations: Durations = days.into_iter().collect();
/// assert_eq!(durations.median(), Some(TimeDelta::days(2)));
/// assert_eq!(durations.quantile(Ratio::of(9, 10).ok_or("no share")?), Some(TimeDelta::days(9)));
/// assert_eq!(durations.within(TimeDelta::days(4)).map(|share| share.to_string()).as_deref(), Some("75 %"));
/// assert_eq!(Durations::default().median(), None);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Durations {
    /// INVARIANT: sorted.
    sorted: Vec<TimeDelta>,
}

impl FromIterator<TimeDelta> for Durations {
    fn from_iter<I: IntoIterator<Item = TimeDelta>>(durations: I) -> Self {
        let mut sorted: Vec<TimeDelta> = durations.into_iter().collect();
        sorted.sort_unstable();
        Self { sorted }
    }
}

impl Durations {
    /// Returns the durations, the shortest first.
    #[must_use]
    pub fn as_slice(&self) -> &[TimeDelta] {
        &self.sorted
    }

    /// Returns the shortest duration. `None` if there is none.
    #[must_use]
    pub fn shortest(&self) -> Option<TimeDelta> {
        self.sorted.first().copied()
    }

    /// Returns the longest duration. `None` if there is none.
    #[must_use]
    pub fn longest(&self) -> Option<TimeDelta> {
        self.sorted.last().copied()
    }

    /// Returns the median by nearest rank: the shortest duration within which at least half of the cases ended.
    ///
    /// Of an even number of durations it is the lower one of the two in the middle.
    #[must_use]
    pub fn median(&self) -> Option<TimeDelta> {
        self.quantile(Ratio::of(1, 2)?)
    }

    /// Returns the quantile by nearest rank: the shortest duration within which at least this share of the cases ended.
    ///
    /// The quantile of 0 is the shortest duration, that of 1 the longest. `None` if there is no duration, and for a
    /// share above 1.
    #[must_use]
    pub fn quantile(&self, share: Ratio) -> Option<TimeDelta> {
        if share.part() > share.whole() {
            return None;
        }
        let count = u128::try_from(self.sorted.len()).ok()?;
        // Both factors are below 2^64.
        let rank = (u128::from(share.part()) * count).div_ceil(u128::from(share.whole()));
        self.sorted.get(usize::try_from(rank.saturating_sub(1)).ok()?).copied()
    }

    /// Returns the share of the cases that ended within a time, exactly at its end included. `None` if there is none.
    #[must_use]
    pub fn within(&self, limit: TimeDelta) -> Option<Ratio> {
        let within = self.sorted.partition_point(|duration| *duration <= limit);
        Ratio::of(u64::try_from(within).ok()?, u64::try_from(self.sorted.len()).ok()?)
    }
}
