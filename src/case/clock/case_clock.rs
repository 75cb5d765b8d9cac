//! One clock of a case.

use alloc::boxed::Box;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::case::state::{BY_FORCE, CASE_OVER};
use crate::deadline::limits::MAX_PAUSES;
use crate::deadline::{ClockReading, ClockRecord, ClockStatus, DeadlineError, Due};
use crate::policy::{ClockRule, Policy};
use crate::vocab::{Anchor, ClockName, Department};

/// One clock of a case.
///
/// As JSON it is a map of `clock`, `turn`, `round` and `exempt`, and of `department` where there is one for each: which
/// clock it is. What it shows is its [reading](CaseClock::reading).
#[derive(Clone, Debug)]
pub struct CaseClock<'p> {
    pub(in crate::case) rule: &'p ClockRule,
    pub(in crate::case) department: Option<Department>,
    pub(in crate::case) turn: u32,
    pub(in crate::case) round: u32,
    /// Whether it belongs to the first round of the case alone, and that is over.
    pub(in crate::case) is_past: bool,
    /// Its record as it was before it was taken off the case, where it may still stand still.
    pub(in crate::case) held: Option<Box<ClockRecord>>,
    pub(in crate::case) record: Option<ClockRecord>,
    /// Why there is no deadline.
    pub(in crate::case) none: Option<DeadlineError>,
    pub(in crate::case) exempt: bool,
}

impl<'p> CaseClock<'p> {
    /// The rule of the policy.
    #[must_use]
    pub const fn rule(&self) -> &'p ClockRule {
        self.rule
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> ClockName {
        self.rule.name()
    }

    /// Whose clock it is, where there is one for each department.
    #[must_use]
    pub const fn department(&self) -> Option<Department> {
        self.department
    }

    /// Which turn of the clock it is: 0 for the first, more where it started anew.
    #[must_use]
    pub const fn turn(&self) -> u32 {
        self.turn
    }

    /// In which round of the case the turn began: 0 before the first reopening.
    #[must_use]
    pub const fn round(&self) -> u32 {
        self.round
    }

    /// Whether two clocks are one turn of one clock, at two states of a case.
    pub(in crate::case) fn is_same_turn(&self, other: &Self) -> bool {
        self.name() == other.name() && self.department() == other.department() && self.turn() == other.turn()
    }

    /// Whether it still says something of the case: a clock of the first round does not once that is over.
    pub(in crate::case) const fn counts(&self) -> bool {
        !self.is_past
    }

    /// Its history; none where it has no deadline.
    #[must_use]
    pub const fn record(&self) -> Option<&ClockRecord> {
        self.record.as_ref()
    }

    /// Whether it does not run because the case is closed by force.
    #[must_use]
    pub const fn is_exempt(&self) -> bool {
        self.exempt
    }

    /// The calendar by which it counts at an instant: that of the target that decides, of the department, of the clock
    /// or of the policy.
    #[must_use]
    pub fn calendar<'a>(&'a self, policy: &'a Policy, now: DateTime<Utc>) -> &'a Calendar {
        let usual = self.usual_calendar(policy);
        match &self.record {
            Some(record) => self.rule.clock().calendar_at(usual, record, now),
            None => usual,
        }
    }

    /// The calendar by which it counts where its target names no other: an argument of every question to its record.
    pub(in crate::case) fn usual_calendar<'a>(&self, policy: &'a Policy) -> &'a Calendar {
        policy.calendar_of(self.rule, self.department)
    }

    /// Where it stands at an instant.
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

    /// Returns when the clock is due next, if nobody does anything: after every pause that ends by itself. `None` if it
    /// has ended, if its limit has passed, or if a pause goes on until somebody ends it.
    #[must_use]
    pub fn next_due(&self, policy: &Policy, now: DateTime<Utc>) -> Option<Due> {
        self.record.as_ref().filter(|record| record.ended(now).is_none())?;
        self.settled(policy, now).filter(|due| due.is_met_at(now))
    }

    /// Returns the first whole second after `now` at which what the clock shows has changed by itself, or `None` if
    /// nothing will: see [`Clock::next_change`](crate::deadline::Clock::next_change).
    #[must_use]
    pub fn next_change(&self, policy: &Policy, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.rule.clock().next_change(self.usual_calendar(policy), self.record.as_ref()?, now)
    }

    /// When what it waits for is due, unless that is done; the end of the case alone does not do it. `later` are the
    /// clocks behind it, of which one may have taken its place.
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

    /// When it is due once every pause that ends by itself has ended; none where one goes on until somebody ends it.
    pub(in crate::case) fn settled(&self, policy: &Policy, now: DateTime<Utc>) -> Option<Due> {
        let (record, clock) = (self.record.as_ref()?, self.rule.clock());
        let calendar = self.usual_calendar(policy);
        let mut at = record.anchors().get(clock.start()).map_or(now, |start| start.max(now));
        for _ in 0..=MAX_PAUSES {
            let reading = clock.reading(calendar, record, at);
            // What stays breached ran out then, whatever a late entry says of its date.
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
