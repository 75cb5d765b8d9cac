//! The clocks of a case: derived from what was entered and the policy's rules, never stored.

use alloc::string::ToString;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::assessment::Targeted;
use crate::case::records::Extending;
use crate::case::state::Case;
use crate::case::timeline::{BY_FORCE, CASE_OVER, Entry, Kind, SUPERSEDED, Timeline, Wait};
use crate::deadline::{
    AfterBreach, Anchors, ClockError, ClockRecord, ClockStatus, Deadline, DeadlineError, Due, Extension,
    MAX_PAUSES, Reading, Wanted,
};
use crate::policy::{ClockRule, FollowUpRule, OnReopening, Part, Policy, Scope, Start, Targets};
use crate::vocab::{Anchor, ClockName, Department, Mark, Standing};

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
        let replaced = !self.rule.repeats && later.iter().any(anew);
        if done || ended || replaced {
            return None;
        }
        self.reading(policy, now).due().map(Due::at)
    }

    /// When it is due once every pause that ends by itself has ended; none where one goes on until somebody ends it.
    fn settled(&self, policy: &Policy, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let (record, clock) = (self.record.as_ref()?, self.rule.clock());
        let mut at = record.anchors().get(clock.start()).map_or(now, |start| start.max(now));
        for _ in 0..=MAX_PAUSES {
            let reading = clock.reading(policy.calendar(), record, at);
            // What stays breached ran out then, whatever a late entry says of its date.
            let missed = reading.first_breach().or(reading.missed());
            if let (Some(missed), AfterBreach::StaysBreached) = (missed, clock.after_breach) {
                return Some(missed);
            }
            if !matches!(reading.status(), ClockStatus::Paused { .. }) {
                return clock.due(policy.calendar(), record, at).ok().map(Due::at);
            }
            at = clock.next_event(policy.calendar(), record, at)?;
        }
        None
    }
}

impl Case {
    /// Its clocks at an instant, in the order of the policy: one for each rule, each department, and each time that it
    /// started anew. Clocks that ended stay; those that the complaint has not are left out.
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
                    let due = last_turns(&clocks, other).filter_map(|clock| clock.settled(policy, now)).min();
                    due.map_or(Starts::Waits, Starts::At)
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

    /// What is to be kept in mind of it at an instant: what the policy says of the complaint, and of the clocks that
    /// were missed.
    #[must_use]
    pub fn marks(&self, policy: &Policy, now: DateTime<Utc>) -> Vec<Mark> {
        let mut marks = self.assessed.marks.clone();
        for clock in self.clocks(policy, now) {
            let Some(mark) = clock.rule.miss_mark().filter(|mark| !marks.contains(mark)) else { continue };
            let reading = clock.reading(policy, now);
            if reading.first_breach().or(reading.missed()).is_some() {
                marks.push(mark);
            }
        }
        marks
    }
}

/// The clocks of a name, of each department the one that started last.
pub(super) fn last_turns<'c, 'p>(
    clocks: &'c [CaseClock<'p>],
    name: ClockName,
) -> impl Iterator<Item = &'c CaseClock<'p>> {
    clocks.iter().enumerate().filter_map(move |(index, clock)| {
        let later = clocks.iter().skip(index + 1);
        let anew = |later: &CaseClock<'_>| later.name() == name && later.department == clock.department;
        (clock.name() == name && !later.into_iter().any(anew)).then_some(clock)
    })
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
            Part::Project => project |= has_run_out(&reading),
            Part::Other => {}
        }
    }
    if open && project {
        return Ok(Some(Standing::ProjectDue));
    }
    let standing = in_time.map(|in_time| match (open, in_time) {
        (true, true) => Standing::OnTime,
        (true, false) => Standing::Unclosed,
        (false, true) => Standing::ClosedInTime,
        (false, false) => Standing::ClosedLate,
    });
    Ok(standing)
}

/// Whether a clock runs over: it was missed, and what it waits for is not done.
fn has_run_out(reading: &Reading) -> bool {
    match reading.status() {
        ClockStatus::Breached { .. } => true,
        ClockStatus::Running { .. } => reading.missed().is_some(),
        _ => false,
    }
}

/// Whether a case has to become a project, whatever is known of its other limits.
pub(super) fn is_project_due(case: &Case, policy: &Policy, now: DateTime<Utc>) -> bool {
    let clocks = case.clocks(policy, now);
    let mut projects = clocks.iter().filter(|clock| clock.rule.part() == Part::Project);
    case.is_open() && projects.any(|clock| has_run_out(&clock.reading(policy, now)))
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
    /// The events that happened before there was a record.
    anchors: Anchors,
    deadline: Option<Deadline>,
    exempt: bool,
    /// The entry from which on it counts.
    from: usize,
    /// The record as it was before it ended with the case, or with what was resolved.
    before: Option<(ClockRecord, bool)>,
    /// The record as it was before there was no such clock for a while, and the entry that ended it.
    held: Option<(ClockRecord, usize)>,
    turn: u32,
}

impl<'p> Maker<'p, '_> {
    fn make(&self, department: Option<Department>, clocks: &mut Vec<CaseClock<'p>>) {
        if self.rule.repeats {
            return self.repeated(clocks);
        }
        let mut run = Run::new(0);
        if let Starts::At(at) = self.starts {
            run.anchors.set(self.rule.clock().start(), at);
        }
        let mut asked = self.asked_enough();
        for (index, entry) in self.case.timeline.entries.iter().enumerate() {
            if let Some(at) = asked.take_if(|at| *at < entry.recorded) {
                self.stop(&mut run, at);
            }
            self.enter(&mut run, index, entry, department, clocks);
        }
        if let Some(at) = asked {
            self.stop(&mut run, at);
        }
        clocks.extend(self.clock(department, run));
    }

    /// When the complainant was asked as often as it takes, where the clock waits for that: once, and in any way,
    /// where the track does not say how often.
    fn asked_enough(&self) -> Option<DateTime<Utc>> {
        if self.rule.end != Anchor::FOLLOWED_UP {
            return None;
        }
        let rule = self.policy.track().follow_up();
        let needed = rule.map_or(1, FollowUpRule::minimum).max(1);
        let of_kind =
            self.case.contacts().iter().filter(|contact| rule.is_none_or(|rule| contact.kind == rule.kind()));
        of_kind.map(|contact| contact.at).nth(usize::try_from(needed - 1).ok()?)
    }

    fn stop(&self, run: &mut Run, at: DateTime<Utc>) {
        if let Some(record) = &mut run.record {
            let _ = record.stop(self.rule.clock(), at, at);
        }
    }

    /// The clock of a run; none where the complaint has no such clock.
    fn clock(&self, department: Option<Department>, run: Run) -> Option<CaseClock<'p>> {
        // A clock that starts from the due date of another has no record before that one has a date.
        let waits = self.starts == Starts::Waits;
        let is_there = run.record.is_some() || run.none.is_some() || run.exempt;
        is_there.then(|| CaseClock {
            rule: self.rule,
            department,
            turn: run.turn,
            record: run.record.filter(|_| !waits),
            none: run.none,
            exempt: run.exempt,
        })
    }

    /// A clock that starts anew with each message that nobody has answered. Of what was entered before, only targets
    /// and pauses concern it.
    fn repeated(&self, clocks: &mut Vec<CaseClock<'p>>) {
        let timeline = &self.case.timeline;
        let clock = self.rule.clock();
        for (turn, &Wait { since, mut until }) in (0_u32..).zip(timeline.waits(self.rule.automatic)) {
            let mut run = Run::new(turn);
            // What was found to have come earlier waited from then.
            run.anchors.set(clock.start(), timeline.corrected(0, clock.start(), since.at));
            for (index, entry) in timeline.entries.iter().enumerate() {
                if let Some(until) = until.take_if(|until| until.entries <= index) {
                    self.stop(&mut run, until.at);
                }
                match &entry.what {
                    Kind::Targets { .. }
                    | Kind::Moved { .. }
                    | Kind::Paused { .. }
                    | Kind::Resumed { .. } => {
                        self.enter(&mut run, index, entry, None, clocks);
                    }
                    _ if index < since.entries => {}
                    Kind::Happened { event, .. } if *event == clock.start() || *event == self.rule.end => {}
                    Kind::SetBack => {}
                    // The message waits as before.
                    Kind::Reopened => {
                        if let Some((before, true)) = run.before.take() {
                            run.record = Some(before);
                            self.renew(&mut run, entry.recorded);
                        }
                    }
                    _ => self.enter(&mut run, index, entry, None, clocks),
                }
            }
            if let Some(until) = until {
                self.stop(&mut run, until.at);
            }
            clocks.extend(self.clock(None, run));
        }
    }

    /// Enters one thing. What an ended clock refuses does not concern it; what a running one refuses was refused when
    /// it was decided.
    fn enter(
        &self,
        run: &mut Run,
        index: usize,
        entry: &Entry,
        department: Option<Department>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        let (clock, recorded) = (self.rule.clock(), entry.recorded);
        match &entry.what {
            Kind::Targets { targets, exempt } => {
                self.target(run, index, targets, *exempt, false, department);
            }
            Kind::Moved { targets, exempt } => self.target(run, index, targets, *exempt, true, department),
            Kind::Happened { automatic: true, .. } if !self.rule.automatic => {}
            Kind::Happened { event, department: of_unit, at, .. } => {
                // What happened in no department happened in all.
                if of_unit.is_some() && department.is_some() && *of_unit != department {
                    return;
                }
                let at = self.case.timeline.corrected(index + 1, *event, *at);
                if self.starts == Starts::Event || *event != clock.start() {
                    match &mut run.record {
                        Some(record) => {
                            let _ = record.happened(clock, *event, at, recorded);
                        }
                        None if run.anchors.get(*event).is_none() => run.anchors.set(*event, at),
                        None => {}
                    }
                }
                if *event == self.rule.end
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
                    let extension = extension(extending, recorded, *approved);
                    let tried = record.extend(clock, self.policy.calendar(), extension);
                    // It was in time by what was known then.
                    if let Err(ClockError::Expired { .. }) = tried {
                        let _ = record.keep_extension(clock, extension);
                    }
                }
            }
            Kind::Absorbed { clock: name, at } if *name == self.rule.name() => {
                if let Some(record) = &mut run.record {
                    let _ = record.bind(clock, *at, recorded);
                }
            }
            Kind::SetBack => {
                if self.ends_with_solution()
                    && let Some((before, _)) = run.before.take()
                {
                    run.record = Some(before);
                    self.renew(run, recorded);
                }
            }
            Kind::Over { by_force, solved } => {
                let follows = matches!(self.rule.end, Anchor::FOLLOWED_UP | Anchor::EFFECT_CONFIRMED);
                if !(follows && *solved)
                    && let Some(record) = &mut run.record
                {
                    let before = record.clone();
                    let reason = if *by_force { BY_FORCE } else { CASE_OVER };
                    if record.cancel(clock, recorded, recorded, reason).is_ok() {
                        run.before = Some((before, true));
                    }
                }
            }
            Kind::Reopened => self.reopen(run, index, recorded, department, clocks),
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

    const fn ends_with_solution(&self) -> bool {
        matches!(self.rule.end, Anchor::RESOLVED | Anchor::FINAL_RESPONSE_SENT)
    }

    /// Puts targets in place of those before.
    fn target(
        &self,
        run: &mut Run,
        index: usize,
        targets: &[Targeted],
        exempt: bool,
        moved: bool,
        department: Option<Department>,
    ) {
        let clock = self.rule.clock();
        let Some(recorded) = self.case.timeline.entries.get(index).map(|entry| entry.recorded) else {
            return;
        };
        run.exempt = exempt;
        let deadline = if exempt { Ok(None) } else { self.deadline(targets) };
        let deadline = match deadline {
            Ok(Some(deadline)) => deadline,
            Ok(None) => {
                run.none = None;
                if let Some(record) = &mut run.record {
                    let held = record.clone();
                    let reason = if exempt { BY_FORCE } else { SUPERSEDED };
                    if record.cancel(clock, recorded, recorded, reason).is_ok() {
                        run.held = Some((held, index));
                    }
                }
                return;
            }
            Err(error) => {
                // A limit once known stays until another takes its place.
                self.take_up(run, index, department);
                if run.record.is_none() {
                    run.none = Some(error);
                }
                return;
            }
        };
        run.none = None;
        self.take_up(run, index, department);
        run.deadline = Some(deadline.clone());
        match &mut run.record {
            Some(record) if *record.latest() == deadline && !moved => {}
            // A clock that has not started runs by the new deadline alone.
            Some(record) if record.anchors().get(clock.start()).is_none_or(|at| at > recorded) => {
                if record.ended(recorded).is_none() {
                    (record.deadline, record.changes) = (deadline, Vec::new());
                }
            }
            Some(record) => {
                let _ = record.change(clock, recorded, deadline);
            }
            None => {
                run.record = Some(ClockRecord::new(deadline, run.anchors.clone()));
                self.catch_up(run, run.from, index, department);
            }
        }
    }

    /// Takes up a clock that there was not for a while: from its original start, as if it had been there.
    fn take_up(&self, run: &mut Run, index: usize, department: Option<Department>) {
        if let Some((held, since)) = run.held.take() {
            run.record = Some(held);
            self.catch_up(run, since + 1, index, department);
        }
    }

    /// Enters what was entered while there was no such clock.
    fn catch_up(&self, run: &mut Run, from: usize, to: usize, department: Option<Department>) {
        let turn = run.turn;
        let entries = self.case.timeline.entries.iter().enumerate();
        for (index, entry) in entries.take(to).skip(from) {
            let concerns = !matches!(entry.what, Kind::Targets { .. } | Kind::Moved { .. });
            let of_before =
                self.rule.repeats && !matches!(entry.what, Kind::Paused { .. } | Kind::Resumed { .. });
            if concerns && !of_before {
                self.enter(run, index, entry, department, &mut Vec::new());
            }
        }
        run.turn = turn;
    }

    /// Lets what was ended and runs again go by the deadline of today.
    fn renew(&self, run: &mut Run, recorded: DateTime<Utc>) {
        if let (Some(record), Some(deadline)) = (&mut run.record, &run.deadline)
            && record.latest() != deadline
        {
            let _ = record.change(self.rule.clock(), recorded, deadline.clone());
        }
    }

    fn reopen(
        &self,
        run: &mut Run,
        index: usize,
        recorded: DateTime<Utc>,
        department: Option<Department>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        let before = run.before.take();
        let forced =
            |record: &ClockRecord| matches!(record.cancelled, Some((_, reason)) if reason == BY_FORCE);
        if run.exempt || run.record.as_ref().is_some_and(forced) {
            // A case that was closed by force had no clocks; taken up again it has them from then on.
            return self.start_anew(run, index, recorded, department, clocks);
        }
        let before = before.filter(|(_, with_case)| *with_case || self.ends_with_solution());
        let Some((before, _)) = before else { return };
        match self.rule.on_reopening {
            OnReopening::Resume => {
                // What it was stays on record as a clock of its own.
                let first = run.record.replace(before);
                clocks.extend(self.clock(department, run.with(first)));
                run.turn += 1;
                self.renew(run, recorded);
            }
            OnReopening::Separate => self.start_anew(run, index, recorded, department, clocks),
        }
    }

    /// Starts a second clock from the reopening; the first one stays as it ended.
    fn start_anew(
        &self,
        run: &mut Run,
        index: usize,
        recorded: DateTime<Utc>,
        department: Option<Department>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        if self.starts == Starts::Event {
            run.anchors = Anchors::new().with(self.rule.clock().start(), recorded);
        }
        (run.from, run.held) = (index + 1, None);
        if let Some(first) = run.record.take() {
            clocks.extend(self.clock(department, run.with(Some(first))));
            run.turn += 1;
        }
        if let (Some(deadline), false) = (&run.deadline, run.exempt) {
            run.record = Some(ClockRecord::new(deadline.clone(), run.anchors.clone()));
        }
    }

    /// The deadline by targets; none where the policy has no such clock for the complaint.
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
}

impl Run {
    fn new(turn: u32) -> Self {
        Self {
            record: None,
            none: None,
            anchors: Anchors::new(),
            deadline: None,
            exempt: false,
            from: 0,
            before: None,
            held: None,
            turn,
        }
    }

    /// The same turn, with a record of its own.
    fn with(&self, record: Option<ClockRecord>) -> Self {
        Self { record, none: self.none.clone(), exempt: self.exempt, ..Self::new(self.turn) }
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
                Some(self.corrected(index + 1, Anchor::DEPARTMENT_RECEIVED, at))
            }
            _ => None,
        })
    }

    /// When an event was after all, by the corrections from an entry on.
    pub(super) fn corrected(&self, from: usize, event: Anchor, at: DateTime<Utc>) -> DateTime<Utc> {
        self.entries.iter().skip(from).fold(at, |at, entry| match entry.what {
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
