//! The clocks of a case, derived from its entries and the policy, and how the case stands by them.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::clock::case_clock::CaseClock;
use crate::case::clock::running::{Maker, Starts};
use crate::case::state::Case;
use crate::deadline::rule::ClockError;
use crate::deadline::{ClockReading, ClockRecord, ClockStatus, DeadlineError, Due};
use crate::policy::Policy;
use crate::policy::clock::{ClockPart, ClockScope, ClockStart};
use crate::vocab::course::ClosureKind;
use crate::vocab::{Anchor, ClockName, Department, Mark, Standing};

impl Case {
    /// Returns the clocks of the case at an instant, in the order of the policy.
    ///
    /// There is one for each rule of the policy, and further ones for each department, for each turn that a reopening
    /// began, and for each period of a duty that repeats by the calendar, up to the period that runs at `now`. Clocks
    /// that have ended stay in the list. Clocks that do not apply to the complaint are left out.
    ///
    /// If `policy` is not the policy of the case, the list is empty, and [`standing`] returns an error.
    ///
    /// # Example: all due dates of a case
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let case = sample::case(&policy, &sample::roster()?)?;
    /// let now = "2026-04-02T09:00:00Z".parse()?;
    /// for clock in case.clocks(&policy, now) {
    ///     let due = clock.next_due(&policy, now).ok_or("no due date")?;
    ///     println!("{} is due at {}", clock.name(), due.at()); // response is due at 2026-04-08 15:00:00 UTC …
    /// #   assert!(due.at() > now);
    /// }
    /// # assert_eq!(case.clocks(&policy, now).len(), 2);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn clocks<'p>(&self, policy: &'p Policy, now: DateTime<Utc>) -> Vec<CaseClock<'p>> {
        self.clocks_ahead(policy, now, 0)
    }

    /// Returns the clocks with `ahead` further periods of each duty that repeats by the calendar.
    pub(in crate::case) fn clocks_ahead<'p>(
        &self,
        policy: &'p Policy,
        now: DateTime<Utc>,
        ahead: u32,
    ) -> Vec<CaseClock<'p>> {
        let mut clocks: Vec<CaseClock<'p>> = Vec::new();
        if !self.is_by(policy) {
            return clocks;
        }
        for rule in policy.clocks() {
            let starts = match rule.start() {
                ClockStart::Event => Starts::Event,
                ClockStart::DueOf(other) => {
                    Starts::Due(dues(&clocks, other, policy, now, self.timeline().round()))
                }
            };
            let maker = Maker { policy, rule, case: self, starts, now, ahead };
            if rule.scope() == ClockScope::Department {
                for department in self.timeline().departments() {
                    maker.make(Some(department), &mut clocks);
                }
            } else {
                maker.make(None, &mut clocks);
            }
        }
        clocks
    }

    /// Returns the marks of the case at an instant: those that the policy gives to the complaint, and those of clocks
    /// that were missed. Each mark is listed once.
    #[must_use]
    pub fn marks(&self, policy: &Policy, now: DateTime<Utc>) -> Vec<Mark> {
        let mut marks = self.assessment().marks.clone();
        for clock in self.clocks(policy, now) {
            let Some(mark) = clock.rule.mark_if_missed().filter(|mark| !marks.contains(mark)) else {
                continue;
            };
            let reading = clock.reading(policy, now);
            if reading.ran_out().is_some() {
                marks.push(mark);
            }
        }
        marks
    }
}

/// Returns when the clocks of a name are due, one date for each round of the case. Of several departments, and of
/// several messages that wait for an answer in one round, the earliest date counts.
fn dues(
    clocks: &[CaseClock<'_>],
    name: ClockName,
    policy: &Policy,
    now: DateTime<Utc>,
    last: u32,
) -> Vec<Option<Due>> {
    let mut rounds: Vec<Option<Due>> = (0..=last).map(|_| None).collect();
    let of_name: Vec<&CaseClock<'_>> = clocks.iter().filter(|clock| clock.name() == name).collect();
    let next = of_name.iter().skip(1).map(Some).chain([None]);
    for (clock, next) in of_name.iter().zip(next) {
        let next = next.filter(|next| next.department == clock.department).map(|next| next.round);
        let until = match next {
            _ if clock.is_past => 1,
            Some(next) if clock.rule.repeats => next.max(clock.round + 1),
            Some(next) => next,
            None => last + 1,
        };
        // Rounds of a clock only increase, so that each round is visited once for each department.
        let due = clock.settled(policy, now);
        let from = usize::try_from(clock.round).unwrap_or(usize::MAX);
        let until = usize::try_from(until).unwrap_or(usize::MAX);
        for round in rounds.iter_mut().take(until).skip(from) {
            *round = (*round).into_iter().chain(due).min();
        }
    }
    rounds
}

/// Returns the last turn of each clock in each department, of the clocks that belong to the current round.
pub(in crate::case) fn last_runs<'c, 'p>(
    clocks: &'c [CaseClock<'p>],
) -> impl Iterator<Item = &'c CaseClock<'p>> {
    // The turns of a clock follow each other in the list.
    let next = clocks.iter().skip(1).map(Some).chain([None]);
    clocks.iter().zip(next).filter_map(|(clock, next)| {
        let anew = |next: &CaseClock<'_>| next.name() == clock.name() && next.department == clock.department;
        (clock.counts() && !next.is_some_and(anew)).then_some(clock)
    })
}

/// Returns how the case stands against its limit at an instant; `None` if no clock limits its closure.
///
/// A case can be within its limit, past it, or closed in time or late. A clock that starts again after a reopening
/// has a limit of its own, and its last turn counts. A clock that continues counts from its first start, so that a
/// late case stays late. A clock of the first round does not count in later rounds.
///
/// # Errors
///
/// Returns the [`DeadlineError`] that leaves the limit undetermined. An undetermined limit is not "within the
/// limit". Returns [`DeadlineError::OtherPolicy`] if `policy` is not the policy of the case.
///
/// # Example: past the closing deadline
///
/// ```
/// use redress::case::clock::standing;
/// use redress::sample;
/// use redress::vocab::Standing;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let case = sample::case(&policy, &sample::roster()?)?; // to be closed by Monday, 2026-04-13, 17:00 in Berlin
/// assert_eq!(standing(&case, &policy, "2026-04-13T15:00:00Z".parse()?)?, Some(Standing::OnTime));
/// assert_eq!(standing(&case, &policy, "2026-04-13T15:00:01Z".parse()?)?, Some(Standing::Unclosed));
/// # Ok(()) }
/// ```
pub fn standing(case: &Case, policy: &Policy, now: DateTime<Utc>) -> Result<Option<Standing>, DeadlineError> {
    if !case.is_by(policy) {
        return Err(DeadlineError::OtherPolicy {});
    }
    standing_of(&case.clocks(policy, now), policy, end_of(case), now)
}

/// Returns how a case ended; `None` while it is open.
pub(in crate::case) fn end_of(case: &Case) -> Option<ClosureKind> {
    case.closure().map(|closure| closure.kind).filter(|_| !case.is_open())
}

pub(in crate::case) fn standing_of(
    clocks: &[CaseClock<'_>],
    policy: &Policy,
    end: Option<ClosureKind>,
    now: DateTime<Utc>,
) -> Result<Option<Standing>, DeadlineError> {
    let mut in_time = None;
    let mut project = false;
    for clock in limiting(clocks) {
        let reading = clock.reading(policy, now);
        let is_in_time = match reading.status() {
            ClockStatus::Undetermined { reason } => return Err(reason.clone()),
            ClockStatus::Cancelled { .. } if has_no_result(&reading) => continue,
            ClockStatus::NotStarted
            | ClockStatus::Running { .. }
            | ClockStatus::Paused { .. }
            | ClockStatus::Met { .. }
            | ClockStatus::MetLate { .. }
            | ClockStatus::Breached { .. }
            | ClockStatus::Cancelled { .. } => reading.ran_out().is_none(),
        };
        match clock.rule.part() {
            ClockPart::Closure => in_time = Some(in_time.unwrap_or(true) && is_in_time),
            ClockPart::Project => project |= has_run_out(&reading),
            ClockPart::Other => {}
        }
    }
    if end.is_none() && project {
        return Ok(Some(Standing::ProjectDue));
    }
    let standing = in_time.map(|in_time| match (end, in_time) {
        (None, true) => Standing::OnTime,
        (None, false) => Standing::Unclosed,
        // Nobody answered these cases. They are counted apart, in time or not.
        (Some(ClosureKind::Withdrawn), _) => Standing::Withdrawn,
        (Some(ClosureKind::Merged), _) => Standing::Merged,
        (Some(_), true) => Standing::ClosedInTime,
        (Some(_), false) => Standing::ClosedLate,
    });
    Ok(standing)
}

/// Returns the clocks that decide how a case stands: the last turn of each clock, and every turn of a clock that
/// repeats.
pub(in crate::case) fn limiting<'c, 'p>(
    clocks: &'c [CaseClock<'p>],
) -> impl Iterator<Item = &'c CaseClock<'p>> {
    let repeating = clocks.iter().filter(|clock| clock.rule.repeats && clock.counts());
    let once = last_runs(clocks).filter(|clock| !clock.rule.repeats);
    once.chain(repeating).filter(|clock| clock.rule.part() != ClockPart::Other)
}

/// Returns whether a clock was cancelled before it ran out. Such a clock counts as if it had never been there.
pub(in crate::case) fn has_no_result(reading: &ClockReading) -> bool {
    matches!(reading.status(), ClockStatus::Cancelled { .. }) && reading.ran_out().is_none()
}

/// Returns whether a clock was missed and the event that it waits for has not happened.
fn has_run_out(reading: &ClockReading) -> bool {
    match reading.status() {
        ClockStatus::Breached { .. } => true,
        ClockStatus::Running { .. } => reading.ran_out().is_some(),
        ClockStatus::NotStarted
        | ClockStatus::Paused { .. }
        | ClockStatus::Met { .. }
        | ClockStatus::MetLate { .. }
        | ClockStatus::Cancelled { .. }
        | ClockStatus::Undetermined { .. } => false,
    }
}

/// Returns whether an open case must become a project, whatever is known of its other limits.
pub(in crate::case) fn is_project_due(case: &Case, policy: &Policy, now: DateTime<Utc>) -> bool {
    let clocks = case.clocks(policy, now);
    let mut projects = clocks.iter().filter(|clock| clock.rule.part() == ClockPart::Project);
    case.is_open() && projects.any(|clock| has_run_out(&clock.reading(policy, now)))
}

/// Returns whether a clock that runs waits for an event, in a department if one is given.
pub(in crate::case) fn is_awaited(
    case: &Case,
    policy: &Policy,
    event: Anchor,
    department: Option<Department>,
    now: DateTime<Utc>,
) -> bool {
    let clocks = case.clocks(policy, now);
    let mut waiting = clocks.iter().filter(|clock| {
        let here = department.is_none() || clock.department.is_none() || clock.department == department;
        here && clock.rule.waits_for(event)
    });
    waiting.any(|clock| match clock.reading(policy, now).status() {
        ClockStatus::Running { .. } | ClockStatus::Paused { .. } | ClockStatus::Breached { .. } => true,
        ClockStatus::Undetermined { .. } => {
            clock.record.as_ref().is_some_and(|record| record.ended(now).is_none())
        }
        ClockStatus::NotStarted
        | ClockStatus::Met { .. }
        | ClockStatus::MetLate { .. }
        | ClockStatus::Cancelled { .. } => false,
    })
}

/// Tries an entry on copies of the running clocks. It is refused only if every clock refuses it.
pub(in crate::case) fn try_on<'p>(
    clocks: &[CaseClock<'p>],
    wanted: impl Fn(&CaseClock<'p>) -> bool,
    entry: impl Fn(&mut ClockRecord, &CaseClock<'p>) -> Result<(), ClockError>,
) -> Result<(), Option<ClockError>> {
    let mut refused = None;
    for clock in clocks.iter().filter(|clock| wanted(clock)) {
        let Some(mut record) = clock.record.clone() else { continue };
        match entry(&mut record, clock) {
            Ok(()) => return Ok(()),
            Err(error) => refused = Some(refused.unwrap_or(error)),
        }
    }
    Err(refused)
}
