//! The clocks of a case: derived from what was entered and the policy's rules, never stored.

use alloc::string::ToString;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::assessment::Targeted;
use crate::case::records::Extending;
use crate::case::state::Case;
use crate::case::timeline::{BY_FORCE, CASE_OVER, Kind, SUPERSEDED, Timeline};
use crate::deadline::{
    Anchors, ClockError, ClockRecord, ClockStatus, Deadline, DeadlineError, Due, Extension, Reading, Term,
    Wanted,
};
use crate::policy::{ClockRule, OnReopening, Part, Policy, Scope, Start, Targets};
use crate::vocab::{Anchor, ClockName, Department, Standing};

/// One clock of a case.
#[derive(Clone, Debug)]
pub struct CaseClock<'p> {
    rule: &'p ClockRule,
    department: Option<Department>,
    turn: u32,
    record: Option<ClockRecord>,
    /// Why there is no deadline.
    none: Option<DeadlineError>,
    exempt: bool,
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

    /// Which run of the clock it is: 0 for the first, more where it started anew.
    #[must_use]
    pub const fn turn(&self) -> u32 {
        self.turn
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

    /// Where it stands at an instant.
    #[must_use]
    pub fn reading(&self, policy: &Policy, now: DateTime<Utc>) -> Reading {
        match (&self.record, &self.none) {
            (Some(record), _) => self.rule.clock().reading(policy.calendar(), record, now),
            (None, Some(reason)) => {
                Reading::without_due(ClockStatus::Undetermined { reason: reason.clone() })
            }
            (None, None) if self.exempt => Reading::without_due(ClockStatus::Cancelled { reason: BY_FORCE }),
            (None, None) => Reading::without_due(ClockStatus::NotStarted),
        }
    }
}

impl Case {
    /// Its clocks at an instant, in the order of the policy: one for each rule, each department, and each time that it
    /// started anew. Clocks that ended stay.
    ///
    /// A case judged by another policy than its own has no clocks.
    #[must_use]
    pub fn clocks<'p>(&self, policy: &'p Policy, now: DateTime<Utc>) -> Vec<CaseClock<'p>> {
        let mut clocks: Vec<CaseClock<'p>> = Vec::new();
        if !self.policy.is_of(policy) {
            return clocks;
        }
        for rule in policy.clocks() {
            let starts = match rule.start() {
                Start::Event => Starts::Event,
                Start::DueOf(other) => {
                    let due = |clock: &CaseClock<'_>| clock.reading(policy, now).due().map(Due::at);
                    let of_other = clocks.iter().filter(|clock| clock.name() == other);
                    of_other.filter_map(due).min().map_or(Starts::Waits, Starts::At)
                }
            };
            let maker = Maker { policy, rule, case: self, starts };
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
}

/// How the case stands against its limit at an instant (catalogue F40); none where no clock limits its closure.
///
/// # Errors
///
/// The [`DeadlineError`] by which the limit is undetermined: that is not "within the limit".
pub fn standing(case: &Case, policy: &Policy, now: DateTime<Utc>) -> Result<Option<Standing>, DeadlineError> {
    standing_of(&case.clocks(policy, now), policy, case.is_open(), now)
}

pub(super) fn standing_of(
    clocks: &[CaseClock<'_>],
    policy: &Policy,
    open: bool,
    now: DateTime<Utc>,
) -> Result<Option<Standing>, DeadlineError> {
    let mut in_time = None;
    let mut project = false;
    for clock in clocks.iter().filter(|clock| clock.rule.part() != Part::Other) {
        let reading = clock.reading(policy, now);
        let is_in_time = match reading.status() {
            ClockStatus::Undetermined { reason } => return Err(reason.clone()),
            ClockStatus::Cancelled { .. } if reading.first_breach().is_none() => continue,
            _ => reading.first_breach().is_none() && reading.missed().is_none(),
        };
        match clock.rule.part() {
            Part::Closure => in_time = Some(in_time.unwrap_or(true) && is_in_time),
            Part::Project => project |= reading.due().is_some_and(|due| !due.is_met_at(now)),
            Part::Other => {}
        }
    }
    let standing = in_time.map(|in_time| match (open, in_time) {
        (true, _) if project => Standing::ProjectDue,
        (true, true) => Standing::OnTime,
        (true, false) => Standing::Unclosed,
        (false, true) => Standing::ClosedInTime,
        (false, false) => Standing::ClosedLate,
    });
    Ok(standing)
}

/// What a clock of a rule is made of.
struct Maker<'p, 'c> {
    policy: &'p Policy,
    rule: &'p ClockRule,
    case: &'c Case,
    starts: Starts,
}

/// From when a clock runs.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Starts {
    /// From its event.
    Event,
    /// From the due date of another clock.
    At(DateTime<Utc>),
    /// From the due date of another clock, which has none yet.
    Waits,
}

/// A clock while its entries are gone through.
struct Run {
    record: Option<ClockRecord>,
    none: Option<DeadlineError>,
    /// The events that happened so far.
    anchors: Anchors,
    deadline: Option<Deadline>,
    exempt: bool,
    /// The record as it was before it ended with the case, or with what was resolved.
    before: Option<(ClockRecord, bool)>,
    turn: u32,
}

impl<'p> Maker<'p, '_> {
    fn make(&self, department: Option<Department>, clocks: &mut Vec<CaseClock<'p>>) {
        let timeline = &self.case.timeline;
        if self.rule.repeats {
            self.repeated(timeline, clocks);
            return;
        }
        let mut run = Run {
            record: None,
            none: None,
            anchors: Anchors::new(),
            deadline: None,
            exempt: false,
            before: None,
            turn: 0,
        };
        if let Starts::At(at) = self.starts {
            run.anchors.set(self.rule.clock().start(), at);
        }
        let mut asked = self.asked_enough();
        for (index, entry) in timeline.entries.iter().enumerate() {
            if let Some(at) = asked.take_if(|at| *at < entry.recorded) {
                self.stop_asked(&mut run, at);
            }
            self.enter(&mut run, index, entry.recorded, &entry.what, department, clocks);
        }
        if let Some(at) = asked {
            self.stop_asked(&mut run, at);
        }
        clocks.push(self.clock(department, run));
    }

    /// When the complainant was asked as often as it takes, where the clock waits for that.
    fn asked_enough(&self) -> Option<DateTime<Utc>> {
        let rule = self.policy.track().follow_up().filter(|_| self.rule.end == Anchor::FOLLOWED_UP)?;
        let needed = usize::try_from(rule.minimum()).ok()?.checked_sub(1)?;
        let of_kind = self.case.contacts().iter().filter(|contact| contact.kind == rule.kind());
        of_kind.map(|contact| contact.at).nth(needed)
    }

    fn stop_asked(&self, run: &mut Run, at: DateTime<Utc>) {
        if let Some(record) = &mut run.record {
            let _ = record.stop(self.rule.clock(), at, at);
        }
    }

    fn clock(&self, department: Option<Department>, run: Run) -> CaseClock<'p> {
        // A clock that starts from the due date of another has no record before that one has a date.
        let waits = self.starts == Starts::Waits;
        CaseClock {
            rule: self.rule,
            department,
            turn: run.turn,
            record: run.record.filter(|_| !waits),
            none: run.none,
            exempt: run.exempt,
        }
    }

    /// A clock that starts anew with each message that nobody has answered.
    fn repeated(&self, timeline: &Timeline, clocks: &mut Vec<CaseClock<'p>>) {
        let turns = timeline.turns.iter().map(|&(from, to)| (from, Some(to)));
        let turns = turns.chain(timeline.waiting.map(|from| (from, None)));
        let deadline = timeline
            .targets()
            .and_then(|(targets, exempt)| if exempt { None } else { self.deadline(targets).ok().flatten() });
        let Some(deadline) = deadline else { return };
        for (turn, (from, to)) in turns.enumerate() {
            let mut record =
                ClockRecord::new(deadline.clone(), Anchors::new().with(self.rule.clock().start(), from));
            if let Some(to) = to {
                // A record of its own takes this end.
                let _ = record.stop(self.rule.clock(), to, to);
            }
            clocks.push(CaseClock {
                rule: self.rule,
                department: None,
                turn: u32::try_from(turn).unwrap_or(u32::MAX),
                record: Some(record),
                none: None,
                exempt: false,
            });
        }
    }

    /// Enters one thing. What an ended clock refuses does not concern it; what a running one refuses was refused when
    /// it was decided.
    fn enter(
        &self,
        run: &mut Run,
        index: usize,
        recorded: DateTime<Utc>,
        what: &Kind,
        department: Option<Department>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        let clock = self.rule.clock();
        match what {
            Kind::Targets { targets, exempt } => self.target(run, recorded, targets, *exempt, false),
            Kind::Moved { targets } => self.target(run, recorded, targets, false, true),
            Kind::Happened { event, department: of_unit, at, automatic, .. } => {
                if of_unit.is_some() && department.is_some() && *of_unit != department {
                    return;
                }
                let at = self.case.timeline.corrected(index, *event, *at);
                if self.starts == Starts::Event || *event != clock.start() {
                    match &mut run.record {
                        Some(record) => {
                            let _ = record.happened(clock, *event, at, recorded);
                        }
                        None if run.anchors.get(*event).is_none() => run.anchors.set(*event, at),
                        None => {}
                    }
                }
                let person = !automatic || self.rule.automatic;
                let of_it = department.is_none() || *of_unit == department;
                if *event == self.rule.end
                    && person
                    && of_it
                    && let Some(record) = &mut run.record
                {
                    let before = record.clone();
                    if record.stop(clock, at, recorded).is_ok() {
                        run.before = Some((before, *event == Anchor::CLOSED));
                    }
                }
            }
            Kind::Paused { reason, clock: name, at } if self.is(*name) => {
                if let Some(record) = &mut run.record {
                    let _ = record.pause(clock, *reason, *at, recorded);
                }
            }
            Kind::Resumed { reason, clock: name, at } if self.is(*name) => {
                if let Some(record) = &mut run.record {
                    let _ = record.resume(clock, *reason, *at, recorded);
                }
            }
            Kind::Extended { extending, approved } if self.is_extended(extending, department) => {
                if let Some(record) = &mut run.record {
                    let _ = record.extend(
                        clock,
                        self.policy.calendar(),
                        extension(extending, recorded, *approved),
                    );
                }
            }
            Kind::SetBack => {
                let undone = matches!(self.rule.end, Anchor::RESOLVED | Anchor::FINAL_RESPONSE_SENT);
                if undone && let Some((before, _)) = run.before.take() {
                    run.record = Some(before);
                }
            }
            Kind::Over { by_force } => {
                // What follows a solution may come after the end.
                let follows = matches!(self.rule.end, Anchor::FOLLOWED_UP | Anchor::EFFECT_CONFIRMED);
                if !follows && let Some(record) = &mut run.record {
                    let before = record.clone();
                    let reason = if *by_force { BY_FORCE } else { CASE_OVER };
                    if record.cancel(clock, recorded, recorded, reason).is_ok() {
                        run.before = Some((before, true));
                    }
                }
            }
            Kind::Reopened => self.reopen(run, recorded, department, clocks),
            Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Extended { .. }
            | Kind::Corrected { .. }
            | Kind::Absorbed { .. } => {}
        }
    }

    fn is(&self, name: Option<ClockName>) -> bool {
        name.is_none_or(|name| name == self.rule.name())
    }

    fn is_extended(&self, extending: &Extending, department: Option<Department>) -> bool {
        extending.clock == self.rule.name()
            && (extending.department.is_none() || extending.department == department)
    }

    /// Puts targets in place of those before.
    fn target(
        &self,
        run: &mut Run,
        recorded: DateTime<Utc>,
        targets: &[Targeted],
        exempt: bool,
        moved: bool,
    ) {
        let clock = self.rule.clock();
        if exempt {
            (run.deadline, run.none) = (None, None);
            if run.record.is_none() {
                run.exempt = true;
            } else if let Some(record) = &mut run.record {
                let _ = record.cancel(clock, recorded, recorded, BY_FORCE);
            }
            return;
        }
        let was_exempt = core::mem::take(&mut run.exempt);
        match self.deadline(targets) {
            Ok(Some(deadline)) if run.deadline.as_ref() == Some(&deadline) && !moved => {}
            Ok(Some(deadline)) => {
                run.none = None;
                let capped = self.capped(&deadline);
                run.deadline = Some(deadline);
                if let Some(record) = &mut run.record {
                    let _ = record.change(clock, recorded, capped);
                } else {
                    let mut anchors = run.anchors.clone();
                    if was_exempt {
                        anchors.set(clock.start(), recorded);
                    }
                    run.record = Some(ClockRecord::new(capped, anchors));
                }
            }
            Ok(None) => {
                (run.deadline, run.none) = (None, None);
                if let Some(record) = &mut run.record {
                    let _ = record.cancel(clock, recorded, recorded, SUPERSEDED);
                }
            }
            Err(error) => {
                // A limit once known stays until another takes its place.
                if run.record.is_none() {
                    run.none = Some(error);
                }
            }
        }
    }

    fn reopen(
        &self,
        run: &mut Run,
        recorded: DateTime<Utc>,
        department: Option<Department>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        let ended_with_case = run.before.take();
        let by_force = run.exempt
            || run
                .record
                .as_ref()
                .is_some_and(|record| matches!(record.cancelled, Some((_, reason)) if reason == BY_FORCE));
        let ends_here = matches!(self.rule.end, Anchor::RESOLVED | Anchor::FINAL_RESPONSE_SENT);
        let Some((before, with_case)) = ended_with_case else { return self.unforce(run, recorded, by_force) };
        if !with_case && !ends_here {
            return;
        }
        match self.rule.on_reopening {
            OnReopening::Resume if !by_force => {
                // What it was stays on record as a clock of its own.
                let first = run.record.replace(before);
                clocks.push(self.clock(department, Run { record: first, ..run.copy() }));
                run.turn += 1;
            }
            _ => {
                let deadline = run.deadline.as_ref().map(|deadline| self.capped(deadline));
                let deadline = deadline.unwrap_or_else(|| before.deadline.clone());
                let anchors = Anchors::new().with(self.rule.clock().start(), recorded);
                let first = run.record.replace(ClockRecord::new(deadline, anchors));
                clocks.push(self.clock(department, Run { record: first, ..run.copy() }));
                run.turn += 1;
            }
        }
    }

    /// A case that was closed by force had no clocks; taken up again it has them from then on.
    fn unforce(&self, run: &mut Run, recorded: DateTime<Utc>, by_force: bool) {
        if by_force && run.record.is_none() {
            run.anchors.set(self.rule.clock().start(), recorded);
        }
    }

    /// The deadline by targets, with the dates of merged cases as a bound; none where the policy has no such clock for
    /// the complaint.
    fn deadline(&self, targets: &[Targeted]) -> Result<Option<Deadline>, DeadlineError> {
        let Some(targeted) = targets.iter().find(|targeted| targeted.clock == self.rule.name()) else {
            return Ok(None);
        };
        let own = match self.rule.targets() {
            Targets::Same(deadline) => return Ok(Some(deadline.clone())),
            Targets::NotSet(parameter) => {
                return Err(DeadlineError::NoTarget { wanted: Wanted::Parameter(parameter.to_string()) });
            }
            Targets::Table(table) => table,
        };
        if targeted.missing {
            let category = self.case.complaint.categories().first();
            let wanted = category.map_or(Wanted::AnyCategory, |&category| Wanted::Category(category));
            return Err(DeadlineError::NoTarget { wanted });
        }
        let named = own.iter().filter(|target| targeted.by.contains(&target.id()));
        let mut deadlines: Vec<Deadline> = named.map(|target| target.deadline().clone()).collect();
        deadlines.extend(self.rule.otherwise.clone().filter(|_| targeted.otherwise));
        match deadlines.len() {
            0 => Err(DeadlineError::NoTarget { wanted: Wanted::AnyCategory }),
            1 => Ok(deadlines.pop()),
            _ => Ok(Some(Deadline::earliest(deadlines))),
        }
    }

    /// A deadline that is not later than those of the cases that were merged into this one.
    fn capped(&self, deadline: &Deadline) -> Deadline {
        let absorbed = self.case.timeline.entries.iter().filter_map(|entry| match entry.what {
            Kind::Absorbed { clock, at } if clock == self.rule.name() => Some(at),
            _ => None,
        });
        match absorbed.min() {
            Some(at) => Deadline::earliest([deadline.clone(), Deadline::from(Term::at(at))]),
            None => deadline.clone(),
        }
    }
}

impl Run {
    /// The same without its record.
    fn copy(&self) -> Self {
        Self {
            record: None,
            none: self.none.clone(),
            anchors: Anchors::new(),
            deadline: None,
            exempt: self.exempt,
            before: None,
            turn: self.turn,
        }
    }
}

impl Timeline {
    /// The departments that received the complaint, each once.
    pub(super) fn departments(&self) -> Vec<Department> {
        let mut departments: Vec<Department> = Vec::new();
        for entry in &self.entries {
            if let Kind::Happened { event: Anchor::DEPARTMENT_RECEIVED, department: Some(department), .. } =
                entry.what
                && !departments.contains(&department)
            {
                departments.push(department);
            }
        }
        departments
    }

    /// When a department received the complaint.
    pub(super) fn department_received(&self, department: Department) -> Option<DateTime<Utc>> {
        self.entries.iter().enumerate().find_map(|(index, entry)| match entry.what {
            Kind::Happened { event: Anchor::DEPARTMENT_RECEIVED, department: Some(unit), at, .. }
                if unit == department =>
            {
                Some(self.corrected(index, Anchor::DEPARTMENT_RECEIVED, at))
            }
            _ => None,
        })
    }

    /// When the event of an entry was after all.
    fn corrected(&self, index: usize, event: Anchor, at: DateTime<Utc>) -> DateTime<Utc> {
        self.entries.iter().skip(index + 1).fold(at, |at, entry| match entry.what {
            Kind::Corrected { event: known, from, to } if known == event && from == at => to,
            _ => at,
        })
    }
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
