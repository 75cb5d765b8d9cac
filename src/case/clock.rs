//! The clocks of a case: derived from what was entered and the policy's rules, never stored.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::case::records::Extending;
use crate::case::running::{Maker, Starts};
use crate::case::state::Case;
use crate::case::timeline::{BY_FORCE, CASE_OVER};
use crate::deadline::{
    ClockError, ClockRecord, ClockStatus, DeadlineError, Due, Extension, MAX_PAUSES, Reading,
};
use crate::policy::{ClockRule, Part, Policy, Scope, Start};
use crate::vocab::{Anchor, ClockName, ClosureKind, Department, Mark, Standing};

/// One clock of a case.
#[derive(Clone, Debug)]
pub struct CaseClock<'p> {
    pub(super) rule: &'p ClockRule,
    pub(super) department: Option<Department>,
    pub(super) turn: u32,
    pub(super) round: u32,
    /// Whether it belongs to the first round of the case alone, and that is over.
    pub(super) is_past: bool,
    /// Its record as it was before it was taken off the case, where it may still stand still.
    pub(super) held: Option<Box<ClockRecord>>,
    pub(super) record: Option<ClockRecord>,
    /// Why there is no deadline.
    pub(super) none: Option<DeadlineError>,
    pub(super) exempt: bool,
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

    /// Whether it still says something of the case: a clock of the first round does not once that is over.
    pub(super) const fn counts(&self) -> bool {
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
    pub(super) fn usual_calendar<'a>(&self, policy: &'a Policy) -> &'a Calendar {
        policy.calendar_of(self.rule, self.department)
    }

    /// Where it stands at an instant.
    #[must_use]
    pub fn reading(&self, policy: &Policy, now: DateTime<Utc>) -> Reading {
        match (&self.record, &self.none) {
            (Some(record), _) => self.rule.clock().reading(self.usual_calendar(policy), record, now),
            (None, Some(reason)) => {
                Reading::without_due(ClockStatus::Undetermined { reason: reason.clone() })
            }
            (None, None) if self.exempt => Reading::without_due(ClockStatus::Cancelled { reason: BY_FORCE }),
            (None, None) => Reading::without_due(ClockStatus::NotStarted),
        }
    }

    /// When what it waits for is due, unless that is done; the end of the case alone does not do it. `later` are the
    /// clocks behind it, of which one may have taken its place.
    pub(super) fn owed_by(
        &self,
        policy: &Policy,
        later: &[CaseClock<'_>],
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        let record = self.record.as_ref()?;
        let anew = |other: &CaseClock<'_>| other.name() == self.name() && other.department == self.department;
        let done = record.stopped.is_some() && self.rule.end() != Anchor::CLOSED;
        let ended = matches!(record.cancelled, Some((_, reason)) if reason != CASE_OVER);
        let replaced = self.is_past || (!self.rule.repeats && later.iter().any(anew));
        if done || ended || replaced {
            return None;
        }
        self.reading(policy, now).projected().map(Due::at)
    }

    /// When it is due once every pause that ends by itself has ended; none where one goes on until somebody ends it.
    pub(super) fn settled(&self, policy: &Policy, now: DateTime<Utc>) -> Option<Due> {
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
            at = clock.next_change(calendar, record, at)?;
        }
        None
    }
}

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
    pub(super) fn clocks_ahead<'p>(
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
                Start::Event => Starts::Event,
                Start::DueOf(other) => Starts::Due(dues(&clocks, other, policy, now, self.timeline.round())),
            };
            let maker = Maker { policy, rule, case: self, starts, now, ahead };
            if rule.scope() == Scope::Department {
                for department in self.timeline.departments() {
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
        let mut marks = self.assessed.marks.clone();
        for clock in self.clocks(policy, now) {
            let Some(mark) = clock.rule.miss_mark().filter(|mark| !marks.contains(mark)) else { continue };
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
pub(super) fn last_runs<'c, 'p>(clocks: &'c [CaseClock<'p>]) -> impl Iterator<Item = &'c CaseClock<'p>> {
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
pub(super) fn end_of(case: &Case) -> Option<ClosureKind> {
    case.closure().map(|closure| closure.kind).filter(|_| !case.is_open())
}

pub(super) fn standing_of(
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
            _ if has_no_result(&reading) => continue,
            _ => reading.ran_out().is_none(),
        };
        match clock.rule.part() {
            Part::Closure => in_time = Some(in_time.unwrap_or(true) && is_in_time),
            Part::Project => project |= has_run_out(&reading),
            Part::Other => {}
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
pub(super) fn limiting<'c, 'p>(clocks: &'c [CaseClock<'p>]) -> impl Iterator<Item = &'c CaseClock<'p>> {
    let repeating = clocks.iter().filter(|clock| clock.rule.repeats && clock.counts());
    let once = last_runs(clocks).filter(|clock| !clock.rule.repeats);
    once.chain(repeating).filter(|clock| clock.rule.part() != Part::Other)
}

/// Whether a clock ended and never ran out: as if it had not been there.
pub(super) fn has_no_result(reading: &Reading) -> bool {
    matches!(reading.status(), ClockStatus::Cancelled { .. }) && reading.ran_out().is_none()
}

/// Whether a clock runs over: it was missed, and what it waits for is not done.
fn has_run_out(reading: &Reading) -> bool {
    match reading.status() {
        ClockStatus::Breached { .. } => true,
        ClockStatus::Running { .. } => reading.ran_out().is_some(),
        _ => false,
    }
}

/// Whether a case has to become a project, whatever is known of its other limits.
pub(super) fn is_project_due(case: &Case, policy: &Policy, now: DateTime<Utc>) -> bool {
    let clocks = case.clocks(policy, now);
    let mut projects = clocks.iter().filter(|clock| clock.rule.part() == Part::Project);
    case.is_open() && projects.any(|clock| has_run_out(&clock.reading(policy, now)))
}

/// An extension as a clock takes it.
pub(super) fn extension(
    extending: &Extending,
    made: DateTime<Utc>,
    approved: Option<DateTime<Utc>>,
) -> Extension {
    let extension = Extension::new(extending.change.into(), extending.reason, made);
    match approved {
        Some(at) => extension.approved(at),
        None => extension,
    }
}

/// Whether a clock runs that waits for an event, of a department where that is asked for.
pub(super) fn is_awaited(
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
pub(super) fn try_on<'p>(
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
