//! One clock of a case.

use alloc::boxed::Box;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::case::state::{BY_FORCE, CASE_OVER};
use crate::deadline::limits::MAX_PAUSES;
use crate::deadline::{ClockReading, ClockRecord, ClockStatus, DeadlineError, Due};
use crate::policy::{ClockRule, Policy};
use crate::vocab::{Anchor, ClockName, Department};

/// One clock of a case, with its history so far. Ask [`reading`](Self::reading) how it stands.
///
/// A clock that starts again, for example after a reopening, is a new *turn* with a value of its own. In JSON, a
/// clock is a map of `clock`, `turn`, `round` and `exempt`, and of `department` if each department has its own clock.
///
/// # Example: the clocks of a complaint before Easter
///
/// ```
/// use redress::sample;
/// use redress::vocab::ClockName;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let case = sample::case(&policy, &sample::roster()?)?; // received on Thursday, 2026-04-02
/// let now = "2026-04-07T10:00:00Z".parse()?;
/// let clocks = case.clocks(&policy, now);
/// let names: Vec<ClockName> = clocks.iter().map(|clock| clock.name()).collect();
/// assert_eq!(names, [ClockName::RESPONSE, ClockName::CLOSURE]);
///
/// let due = clocks[0].next_due(&policy, now).ok_or("no due date")?;
/// assert_eq!(due.at().to_rfc3339(), "2026-04-08T15:00:00+00:00"); // Wednesday, 17:00 in Berlin
/// assert_eq!((clocks[0].turn(), clocks[0].round(), clocks[0].is_exempt()), (0, 0, false));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct CaseClock<'p> {
    pub(in crate::case) rule: &'p ClockRule,
    pub(in crate::case) department: Option<Department>,
    pub(in crate::case) turn: u32,
    pub(in crate::case) round: u32,
    /// Whether it belongs only to the first round of the case, and that round is over.
    pub(in crate::case) is_past: bool,
    /// Its record before it was taken off the case, if a pause in it may still be open.
    pub(in crate::case) held: Option<Box<ClockRecord>>,
    pub(in crate::case) record: Option<ClockRecord>,
    /// Why there is no deadline.
    pub(in crate::case) none: Option<DeadlineError>,
    pub(in crate::case) exempt: bool,
}

impl<'p> CaseClock<'p> {
    /// Returns the rule of the policy.
    #[must_use]
    pub const fn rule(&self) -> &'p ClockRule {
        self.rule
    }

    /// Returns the name of the clock.
    #[must_use]
    pub const fn name(&self) -> ClockName {
        self.rule.name()
    }

    /// Returns the department whose clock it is; `None` if the clock belongs to the whole case.
    #[must_use]
    pub const fn department(&self) -> Option<Department> {
        self.department
    }

    /// Returns the turn of the clock: 0 for the first, and one more each time the clock started again.
    #[must_use]
    pub const fn turn(&self) -> u32 {
        self.turn
    }

    /// Returns the round of the case in which the turn began: 0 before the first reopening.
    #[must_use]
    pub const fn round(&self) -> u32 {
        self.round
    }

    /// Returns whether both are the same turn of one clock, in two states of a case.
    pub(in crate::case) fn is_same_turn(&self, other: &Self) -> bool {
        self.name() == other.name() && self.department() == other.department() && self.turn() == other.turn()
    }

    /// Returns whether the clock still says something about the case. A clock of the first round does not once that
    /// round is over.
    pub(in crate::case) const fn counts(&self) -> bool {
        !self.is_past
    }

    /// Returns the history of the clock; `None` if it has no deadline.
    #[must_use]
    pub const fn record(&self) -> Option<&ClockRecord> {
        self.record.as_ref()
    }

    /// Returns whether the clock does not run because the case is closed by force.
    #[must_use]
    pub const fn is_exempt(&self) -> bool {
        self.exempt
    }

    /// Returns the calendar by which the clock counts at an instant.
    ///
    /// The most specific one counts: the calendar of the target that decides, then that of the department, of the
    /// clock, and of the policy.
    #[must_use]
    pub fn calendar<'a>(&'a self, policy: &'a Policy, now: DateTime<Utc>) -> &'a Calendar {
        let usual = self.usual_calendar(policy);
        match &self.record {
            Some(record) => self.rule.clock().calendar_at(usual, record, now),
            None => usual,
        }
    }

    /// Returns the calendar by which the clock counts unless its target names another. Every question to the record
    /// takes it.
    pub(in crate::case) fn usual_calendar<'a>(&self, policy: &'a Policy) -> &'a Calendar {
        policy.calendar_of(self.rule, self.department)
    }

    /// Returns how the clock stands at an instant.
    ///
    /// # Example: running, then breached
    ///
    /// ```
    /// use redress::deadline::ClockStatus;
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let case = sample::case(&policy, &sample::roster()?)?;
    /// let status = |now: &str| -> Result<ClockStatus, Box<dyn std::error::Error>> {
    ///     let now = now.parse()?;
    ///     Ok(case.clocks(&policy, now)[0].reading(&policy, now).status().clone()) // due on April 8 at 15:00 UTC
    /// };
    /// assert!(matches!(status("2026-04-08T15:00:00Z")?, ClockStatus::Running { .. }));
    /// assert!(matches!(status("2026-04-08T15:00:01Z")?, ClockStatus::Breached { .. }));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn reading(&self, policy: &Policy, now: DateTime<Utc>) -> ClockReading {
        match (&self.record, &self.none) {
            (Some(record), _) => self.rule.clock().reading(self.usual_calendar(policy), record, now),
            (None, Some(reason)) => {
                ClockReading::without_due(ClockStatus::Undetermined { reason: reason.clone() })
            }
            (None, None) if self.exempt => {
                ClockReading::without_due(ClockStatus::Cancelled { reason: BY_FORCE })
            }
            (None, None) => ClockReading::without_due(ClockStatus::NotStarted),
        }
    }

    /// Returns when the clock is due next if nobody acts, after every pause that ends by itself.
    ///
    /// Returns `None` if the clock has ended, if its limit has passed, or if a pause lasts until somebody ends it.
    #[must_use]
    pub fn next_due(&self, policy: &Policy, now: DateTime<Utc>) -> Option<Due> {
        self.record.as_ref().filter(|record| record.ended(now).is_none())?;
        self.settled(policy, now).filter(|due| due.is_met_at(now))
    }

    /// Returns the first whole second after `now` at which the reading of the clock has changed by itself, or `None`
    /// if nothing will change: see [`Clock::next_change`](crate::deadline::Clock::next_change).
    ///
    /// The due date is a change, and so is the first second after it if the limit may still be met on the due date.
    ///
    /// # Example: time is up, and then the limit is missed
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let case = sample::case(&policy, &sample::roster()?)?;
    /// let now = "2026-04-08T14:00:00Z".parse()?;
    /// let clock = &case.clocks(&policy, now)[0];
    /// let due = clock.next_change(&policy, now).ok_or("nothing changes")?;
    /// assert_eq!(due.to_rfc3339(), "2026-04-08T15:00:00+00:00");
    /// let missed = clock.next_change(&policy, due).ok_or("nothing changes")?;
    /// assert_eq!(missed.to_rfc3339(), "2026-04-08T15:00:01+00:00");
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn next_change(&self, policy: &Policy, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.rule.clock().next_change(self.usual_calendar(policy), self.record.as_ref()?, now)
    }

    /// Returns when the event that it waits for is due, unless that event has happened. The end of the case alone
    /// does not count as the event. `later` are the clocks after this one: one of them may have replaced it.
    pub(in crate::case) fn owed_by(
        &self,
        policy: &Policy,
        later: &[CaseClock<'_>],
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        let record = self.record.as_ref()?;
        let anew = |other: &CaseClock<'_>| other.name() == self.name() && other.department == self.department;
        let done = record.stopped.is_some() && self.rule.until() != Anchor::CLOSED;
        let ended = matches!(record.cancelled, Some((_, reason)) if reason != CASE_OVER);
        let replaced = self.is_past || (!self.rule.repeats && later.iter().any(anew));
        if done || ended || replaced {
            return None;
        }
        self.reading(policy, now).projected().map(Due::at)
    }

    /// Returns when it is due after every pause that ends by itself; `None` if a pause lasts until somebody ends it.
    pub(in crate::case) fn settled(&self, policy: &Policy, now: DateTime<Utc>) -> Option<Due> {
        let (record, clock) = (self.record.as_ref()?, self.rule.clock());
        let calendar = self.usual_calendar(policy);
        let mut at = record.anchors().get(clock.start()).map_or(now, |start| start.max(now));
        for _ in 0..=MAX_PAUSES {
            let reading = clock.reading(calendar, record, at);
            // A clock that stays breached keeps the date that was missed, whatever a late entry makes of it.
            if let Some(missed) = reading.ran_out() {
                return Some(missed);
            }
            if !matches!(reading.status(), ClockStatus::Paused { .. }) {
                return clock.due(calendar, record, at).ok().flatten();
            }
            at = clock.change_after(calendar, record, at)?;
        }
        None
    }
}
