//! The clocks of a case: derived from what was entered and the policy's rules, never stored.

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
    /// Its clocks at an instant, in the order of the policy: one for each rule, each department, each turn that a
    /// reopening began, and each period of a duty that repeats by the calendar, up to the one that runs then. Clocks that
    /// ended stay. Those that the complaint has not, or not in any round so far, are left out.
    ///
    /// A case judged by another policy than its own has no clocks, and its [`standing`] is an error.
    #[must_use]
    pub fn clocks<'p>(&self, policy: &'p Policy, now: DateTime<Utc>) -> Vec<CaseClock<'p>> {
        self.clocks_ahead(policy, now, 0)
    }

    /// The same with so many further periods of each duty that repeats by the calendar.
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

    /// What is to be kept in mind of it at an instant: what the policy says of the complaint, and of the clocks that
    /// were missed.
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

/// When the clocks of a name are due, one date for each round of the case: the earliest, over the departments, of the
/// turn that each has in that round. Of messages that wait for an answer in one round the first counts.
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
        // Turns do not go back: each round is looked at once for each department.
        let due = clock.settled(policy, now);
        let from = usize::try_from(clock.round).unwrap_or(usize::MAX);
        let until = usize::try_from(until).unwrap_or(usize::MAX);
        for round in rounds.iter_mut().take(until).skip(from) {
            *round = (*round).into_iter().chain(due).min();
        }
    }
    rounds
}

/// Of each clock that belongs to this round of the case, in each department, the turn that began last.
pub(in crate::case) fn last_runs<'c, 'p>(
    clocks: &'c [CaseClock<'p>],
) -> impl Iterator<Item = &'c CaseClock<'p>> {
    // The runs of a clock stand one after another.
    let next = clocks.iter().skip(1).map(Some).chain([None]);
    clocks.iter().zip(next).filter_map(|(clock, next)| {
        let anew = |next: &CaseClock<'_>| next.name() == clock.name() && next.department == clock.department;
        (clock.counts() && !next.is_some_and(anew)).then_some(clock)
    })
}

/// How the case stands against its limit at an instant (catalogue F40); none where no clock limits its closure.
///
/// Of a clock that has another turn after a reopening the last one counts, which has a limit of its own. One that
/// continues runs from its first start, so that what was late stays late. A clock of the first round says nothing of the
/// rounds that follow.
///
/// # Errors
///
/// The [`DeadlineError`] by which the limit is undetermined: that is not "within the limit".
pub fn standing(case: &Case, policy: &Policy, now: DateTime<Utc>) -> Result<Option<Standing>, DeadlineError> {
    if !case.is_by(policy) {
        return Err(DeadlineError::OtherPolicy {});
    }
    standing_of(&case.clocks(policy, now), policy, end_of(case), now)
}

/// How a case ended; none while it is open.
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
        // Nobody answered these: they count apart, in time or not.
        (Some(ClosureKind::Withdrawn), _) => Standing::Withdrawn,
        (Some(ClosureKind::Merged), _) => Standing::Merged,
        (Some(_), true) => Standing::ClosedInTime,
        (Some(_), false) => Standing::ClosedLate,
    });
    Ok(standing)
}

/// The clocks by which a case stands as it does: of each the turn that began last, and of one that repeats every turn.
pub(in crate::case) fn limiting<'c, 'p>(
    clocks: &'c [CaseClock<'p>],
) -> impl Iterator<Item = &'c CaseClock<'p>> {
    let repeating = clocks.iter().filter(|clock| clock.rule.repeats && clock.counts());
    let once = last_runs(clocks).filter(|clock| !clock.rule.repeats);
    once.chain(repeating).filter(|clock| clock.rule.part() != ClockPart::Other)
}

/// Whether a clock ended and never ran out: as if it had not been there.
pub(in crate::case) fn has_no_result(reading: &ClockReading) -> bool {
    matches!(reading.status(), ClockStatus::Cancelled { .. }) && reading.ran_out().is_none()
}

/// Whether a clock runs over: it was missed, and what it waits for is not done.
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

/// Whether a case has to become a project, whatever is known of its other limits.
pub(in crate::case) fn is_project_due(case: &Case, policy: &Policy, now: DateTime<Utc>) -> bool {
    let clocks = case.clocks(policy, now);
    let mut projects = clocks.iter().filter(|clock| clock.rule.part() == ClockPart::Project);
    case.is_open() && projects.any(|clock| has_run_out(&clock.reading(policy, now)))
}

/// Whether a clock runs that waits for an event, of a department where that is asked for.
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

/// What a running clock says to an entry, tried on a copy.
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
