//! How one clock ran: its rule taken through what was entered, in the order in which it was.

mod ends;
mod rounds;
mod targets;

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::clock::{CaseClock, extension};
use crate::case::records::Extending;
use crate::case::state::Case;
use crate::case::timeline::{BY_FORCE, CASE_OVER, Entry, Kind, Wait};
use crate::deadline::{Anchors, ClockError, ClockRecord, Deadline, DeadlineError, Due};
use crate::policy::{ClockRule, FollowUpRule, Policy};
use crate::vocab::{Anchor, ClockName, Department};

/// What a clock of a rule is made of.
pub(super) struct Maker<'p, 'c> {
    pub(super) policy: &'p Policy,
    pub(super) rule: &'p ClockRule,
    pub(super) case: &'c Case,
    pub(super) starts: Starts,
}

/// From when a clock runs.
#[derive(Eq, PartialEq)]
pub(super) enum Starts {
    /// From its event.
    Event,
    /// From the due date of another clock, one for each turn of that; none where it has no date yet.
    Due(Vec<Option<Due>>),
}

impl Starts {
    /// The due date from which a turn runs: that of the same turn of the other clock, or of its last one.
    fn due(&self, turn: u32) -> Option<Due> {
        let Self::Due(turns) = self else { return None };
        let own = usize::try_from(turn).ok().and_then(|turn| turns.get(turn));
        own.or(turns.last()).copied().flatten()
    }
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
    /// What it was before it ended with the case, or with what was resolved.
    before: Option<Before>,
    /// The record as it was before there was no such clock for a while, and the entry that ended it.
    held: Option<(ClockRecord, usize)>,
    /// The entry that is gone through.
    now: usize,
    turn: u32,
}

/// A record as it was before it ended.
struct Before {
    record: ClockRecord,
    /// Whether it ended with the case.
    with_case: bool,
    /// The entry that ended it.
    ended: usize,
}

impl<'p> Maker<'p, '_> {
    pub(super) fn make(&self, department: Option<Department>, clocks: &mut Vec<CaseClock<'p>>) {
        if self.rule.repeats {
            return self.repeated(clocks);
        }
        let mut run = Run::new(0);
        if let Some(at) = self.starts.due(run.turn) {
            run.anchors.set_due(self.rule.clock().start(), at);
        }
        let mut last = None;
        for (index, entry) in self.case.timeline.entries.iter().enumerate() {
            if let Some(at) = self.asked_enough(&run).filter(|at| *at < entry.recorded) {
                self.stop(&mut run, at, last);
            }
            self.enter(&mut run, index, entry, department, clocks);
            last = Some(entry.recorded);
        }
        if let Some(at) = self.asked_enough(&run) {
            self.stop(&mut run, at, last);
        }
        clocks.extend(self.clock(department, run));
    }

    /// When the complainant was asked as often as it takes, where the clock waits for that: once, and in any way,
    /// where the track does not say how often. Contacts from before its start are about something else.
    fn asked_enough(&self, run: &Run) -> Option<DateTime<Utc>> {
        if self.rule.end != Anchor::FOLLOWED_UP {
            return None;
        }
        let record = run.record.as_ref().filter(|record| self.has_started(record))?;
        let start = record.anchors().get(self.rule.clock().start());
        let rule = self.policy.track().follow_up();
        let needed = rule.map_or(1, FollowUpRule::minimum).max(1);
        let since =
            self.case.contacts().iter().filter(|contact| start.is_none_or(|start| contact.at >= start));
        let of_kind = since.filter(|contact| rule.is_none_or(|rule| contact.kind == rule.kind()));
        of_kind.map(|contact| contact.at).nth(usize::try_from(needed - 1).ok()?)
    }

    /// Stops it at an instant, which is known no earlier than what was entered before.
    fn stop(&self, run: &mut Run, at: DateTime<Utc>, last: Option<DateTime<Utc>>) {
        if let Some(record) = &mut run.record {
            let entered = last.map_or(at, |last| last.max(at));
            let _ = record.stop(self.rule.clock(), at, entered);
        }
    }

    /// The clock of a run; none where the complaint has no such clock.
    fn clock(&self, department: Option<Department>, run: Run) -> Option<CaseClock<'p>> {
        // A clock that starts from the due date of another has no record before that one has a date.
        let waits = self.starts != Starts::Event && self.starts.due(run.turn).is_none();
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
            let mut last = None;
            for (index, entry) in timeline.entries.iter().enumerate() {
                if let Some(until) = until.take_if(|until| until.entries <= index) {
                    self.stop(&mut run, until.at, last);
                }
                last = Some(entry.recorded);
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
                        if let Some(before) = run.before.take_if(|before| before.with_case) {
                            self.go_on(&mut run, before, index, None);
                        }
                    }
                    _ => self.enter(&mut run, index, entry, None, clocks),
                }
            }
            if let Some(until) = until {
                self.stop(&mut run, until.at, last);
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
        run.now = run.now.max(index);
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
                let started = run.record.as_ref().is_none_or(|record| self.has_started(record));
                if self.starts == Starts::Event || *event != clock.start() {
                    match &mut run.record {
                        Some(record) => {
                            let _ = record.happened(clock, *event, at, recorded);
                        }
                        None if run.anchors.get(*event).is_none() => run.anchors.set(*event, at),
                        None => {}
                    }
                }
                if !started && let Some(ended) = self.ended_since(at, run, index, department) {
                    self.end(run, index, ended, recorded);
                }
                if *event == self.rule.end {
                    self.end(run, index, at, recorded);
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
                    let calendar = self.policy.calendar_of(self.rule, department);
                    let tried = record.extend(clock, calendar, extension);
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
                    && let Some(before) = run.before.take()
                {
                    self.go_on(run, before, index, department);
                }
            }
            Kind::Over { by_force, solved } => {
                let follows = matches!(
                    self.rule.end,
                    Anchor::FOLLOWED_UP | Anchor::EFFECT_CONFIRMED | Anchor::STANDARDISED
                );
                if !(follows && *solved)
                    && let Some(record) = &mut run.record
                {
                    let before = Before { record: record.clone(), with_case: true, ended: index };
                    let reason = if *by_force { BY_FORCE } else { CASE_OVER };
                    if record.cancel(clock, recorded, recorded, reason).is_ok() {
                        run.before = Some(before);
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
            now: 0,
            turn,
        }
    }

    /// The same turn, with a record of its own.
    fn with(&self, record: Option<ClockRecord>) -> Self {
        Self { record, none: self.none.clone(), exempt: self.exempt, ..Self::new(self.turn) }
    }
}
