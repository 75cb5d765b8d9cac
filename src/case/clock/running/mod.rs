//! How one clock ran: its rule taken through what was entered, in the order in which it was.

mod ends;
mod entered;
mod periods;
mod rounds;
mod spells;
mod targets;
mod waits;

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::clock::case_clock::CaseClock;
use crate::case::clock::running::entered::entered;
use crate::case::command::ClockExtension;
use crate::case::state::{BY_FORCE, CASE_OVER, Case, Entry, Kind};
use crate::deadline::rule::{ClockError, Extension, Occurrence};
use crate::deadline::{Anchors, ClockRecord, Deadline, DeadlineError, Due};
use crate::policy::clock::ClockRounds;
use crate::policy::track::FollowUpRule;
use crate::policy::{ClockRule, Policy};
use crate::vocab::{Anchor, ClockName, Department};

/// What a clock of a rule is made of.
pub(super) struct Maker<'p, 'c> {
    pub(super) policy: &'p Policy,
    pub(super) rule: &'p ClockRule,
    pub(super) case: &'c Case,
    pub(super) starts: Starts,
    /// The instant of the question, up to which the periods of a duty are made.
    pub(super) now: DateTime<Utc>,
    /// How many periods are made beyond that.
    pub(super) ahead: u32,
}

/// From when a clock runs.
#[derive(Eq, PartialEq)]
pub(super) enum Starts {
    /// From its event.
    Event,
    /// From the due date of another clock, one for each round of the case; none where it has no date in that round.
    Due(Vec<Option<Due>>),
}

impl Starts {
    /// The due date from which it runs in a round.
    fn due(&self, round: u32) -> Option<Due> {
        let Self::Due(rounds) = self else { return None };
        rounds.get(usize::try_from(round).ok()?).copied().flatten()
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
    /// How it ended, where that can be undone.
    ended: Option<Ended>,
    /// The record as it was before there was no such clock for a while, and the entry that ended it.
    held: Option<(ClockRecord, usize)>,
    turn: u32,
    /// The round of the case in which it began.
    round: u32,
    /// Whether it belongs to later rounds, of which none has begun.
    is_pending: bool,
    /// Whether it belongs to the first round, which is over.
    is_past: bool,
}

/// A reopening, as the entry of a timeline.
#[derive(Clone, Copy)]
pub(super) struct Reopening {
    pub(super) index: usize,
    pub(super) recorded: DateTime<Utc>,
    /// The round that it begins.
    pub(super) round: u32,
}

/// The end of a clock.
#[derive(Clone, Copy)]
struct Ended {
    /// Whether it ended with the case.
    with_case: bool,
    /// The entry that ended it.
    entry: usize,
}

impl<'p> Maker<'p, '_> {
    pub(super) fn make(&self, department: Option<Department>, clocks: &mut Vec<CaseClock<'p>>) {
        if let Some(periods) = self.rule.periods() {
            return self.periodic(periods, department, clocks);
        }
        if self.rule.repeats {
            return self.repeated(clocks);
        }
        let mut run = Run::new(0, 0);
        run.is_pending = self.rule.rounds == ClockRounds::Later;
        if let Some(at) = self.starts.due(run.round) {
            run.anchors.set_due(self.rule.clock().start(), at);
        }
        let mut last = None;
        for (index, entry) in self.case.timeline().entries().iter().enumerate() {
            if let Some(at) = self.asked_enough(&run).filter(|at| *at < entry.recorded) {
                self.stop(&mut run, at, last);
            }
            self.enter(&mut run, index, entry, department, clocks);
            last = Some(entry.recorded);
            if run.is_past {
                break;
            }
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
        let record = run.record.as_ref().filter(|record| !record.is_over())?;
        let start = self.started(record)?;
        let rule = self.policy.track().follow_up();
        let needed = rule.map_or(1, FollowUpRule::minimum).max(1);
        let since = self.case.contacts_since(start).iter();
        let of_kind = since.filter(|contact| rule.is_none_or(|rule| contact.kind == rule.kind()));
        of_kind.map(|contact| contact.at).nth(usize::try_from(needed - 1).ok()?)
    }

    /// Stops it at an instant, which is known no earlier than what was entered before.
    fn stop(&self, run: &mut Run, at: DateTime<Utc>, last: Option<DateTime<Utc>>) {
        if let Some(record) = run.running() {
            let recorded = last.map_or(at, |last| last.max(at));
            entered(record.stop_started(self.rule.clock(), Occurrence::at(at).entered(recorded)));
        }
    }

    /// The clock of a run; none where the complaint has no such clock.
    fn clock(&self, department: Option<Department>, run: Run) -> Option<CaseClock<'p>> {
        // A clock that starts from the due date of another has no record before that one has a date.
        let waits = self.starts != Starts::Event && self.starts.due(run.round).is_none();
        let is_there = run.record.is_some() || run.none.is_some() || run.exempt;
        (is_there && !run.is_pending).then(|| CaseClock {
            rule: self.rule,
            department,
            turn: run.turn,
            round: run.round,
            is_past: run.is_past,
            held: run.held.and_then(|(held, since)| self.resumed(held, since, department)),
            record: run.record.filter(|_| !waits),
            none: run.none,
            exempt: run.exempt,
        })
    }

    /// A record that was taken off the case, with the pauses that were ended since: it may still stand still.
    fn resumed(
        &self,
        mut held: ClockRecord,
        since: usize,
        department: Option<Department>,
    ) -> Option<Box<ClockRecord>> {
        if held.pauses().iter().all(|pause| pause.until().is_some()) {
            return None;
        }
        for entry in self.case.timeline().entries().iter().skip(since + 1) {
            if let Kind::Resumed { reason, clock, at } = entry.what
                && self.is(clock)
            {
                let calendar = self.policy.calendar_of(self.rule, department);
                entered(held.resume(
                    self.rule.clock().counted_in(calendar),
                    reason,
                    Occurrence::at(at).entered(entry.recorded),
                ));
            }
        }
        Some(Box::new(held))
    }

    /// Enters one thing. What comes after its end does not concern a clock; what a running one may refuse is listed
    /// with [`entered`].
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
            Kind::Reopened { round } => {
                self.reopen(run, Reopening { index, recorded, round: *round }, department, clocks);
            }
            // It belongs to later rounds.
            _ if run.is_pending => {}
            Kind::Happened { automatic: true, .. } if !self.rule.automatic => {}
            Kind::Happened { event, department: of_unit, at, .. } => {
                // What happened in no department happened in all.
                if of_unit.is_some() && department.is_some() && *of_unit != department {
                    return;
                }
                let at = self.case.timeline().corrected(index + 1, *event, *at);
                let at = self.had_message_by(run, index, *event, at, department);
                let start = |run: &Run| run.record.as_ref().and_then(|record| self.started(record));
                let before = start(run);
                if self.starts == Starts::Event || *event != clock.start() {
                    // What happens again, in another department or by another command, is no start of it.
                    let anchors = run.record.as_ref().map_or(&run.anchors, ClockRecord::anchors);
                    let is_first = anchors.get(*event).is_none();
                    match &mut run.record {
                        Some(record) if is_first && !record.is_over() => {
                            entered(record.happened(clock, *event, Occurrence::at(at).entered(recorded)));
                        }
                        None if is_first => run.anchors.set(*event, at),
                        Some(_) | None => {}
                    }
                }
                let begun = if before.is_none() { start(run) } else { None };
                if let Some(start) = begun
                    && let Some(ended) = self.ended_since(start, run, index, department)
                {
                    self.end(run, index, ended, recorded);
                }
                // What starts it is not what it waits for, though it waits for the same to happen again.
                if *event == self.rule.end && !(begun.is_some() && *event == clock.start()) {
                    self.end(run, index, at, recorded);
                }
            }
            // A pause of all clocks is one of those that declare its reason.
            Kind::Paused { reason, clock: name, at }
                if self.is(*name) && clock.declared_pause(*reason).is_some() =>
            {
                if let Some(record) = run.running() {
                    let calendar = self.policy.calendar_of(self.rule, department);
                    entered(record.pause(
                        clock.counted_in(calendar),
                        *reason,
                        Occurrence::at(*at).entered(recorded),
                    ));
                }
            }
            Kind::Resumed { reason, clock: name, at } if self.is(*name) => {
                if let Some(record) = run.running() {
                    let calendar = self.policy.calendar_of(self.rule, department);
                    entered(record.resume(
                        clock.counted_in(calendar),
                        *reason,
                        Occurrence::at(*at).entered(recorded),
                    ));
                }
            }
            Kind::Extended { extending, approved } if self.is_extended(extending, department) => {
                if let Some(record) = run.running() {
                    self.extend(record, extension(extending, recorded, *approved), department);
                }
            }
            Kind::Absorbed { clock: name, at } if *name == self.rule.name() => {
                if let Some(record) = run.running() {
                    entered(record.bind(clock, *at, recorded));
                }
            }
            Kind::SetBack => {
                if self.ends_with_solution()
                    && let Some(ended) = run.ended.take()
                {
                    self.go_on(run, ended, index, None, department);
                }
            }
            Kind::Over { by_force, solved } => {
                if !(self.follows_solution() && *solved)
                    && let Some(record) = run.running()
                {
                    let reason = if *by_force { BY_FORCE } else { CASE_OVER };
                    if entered(record.cancel(clock, reason, recorded)) {
                        run.ended = Some(Ended { with_case: true, entry: index });
                    }
                }
            }
            Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Extended { .. }
            | Kind::Corrected { .. }
            | Kind::Absorbed { .. } => {}
        }
    }

    /// Extends it. An extension stays that was in time by what was known when it was decided.
    fn extend(&self, record: &mut ClockRecord, extension: Extension, department: Option<Department>) {
        let (clock, calendar) = (self.rule.clock(), self.policy.calendar_of(self.rule, department));
        match record.extend(clock, calendar, extension) {
            Err(
                ClockError::Expired { .. }
                | ClockError::EarlierThanDue { .. }
                | ClockError::BeyondLimit { .. },
            ) => entered(record.keep_extension(clock, extension)),
            tried => entered(tried),
        };
    }

    fn is(&self, name: Option<ClockName>) -> bool {
        name.is_none_or(|name| name == self.rule.name())
    }

    fn is_extended(&self, extending: &ClockExtension, department: Option<Department>) -> bool {
        extending.clock == self.rule.name()
            && (extending.department.is_none() || extending.department == department)
    }
}

impl Run {
    fn new(turn: u32, round: u32) -> Self {
        Self {
            record: None,
            none: None,
            anchors: Anchors::new(),
            deadline: None,
            exempt: false,
            from: 0,
            ended: None,
            held: None,
            turn,
            round,
            is_pending: false,
            is_past: false,
        }
    }

    /// Its record while it goes on.
    fn running(&mut self) -> Option<&mut ClockRecord> {
        self.record.as_mut().filter(|record| !record.is_over())
    }

    /// The same turn, with a record of its own.
    fn with(&self, record: Option<ClockRecord>) -> Self {
        Self { record, none: self.none.clone(), exempt: self.exempt, ..Self::new(self.turn, self.round) }
    }
}

/// An extension as a clock takes it.
pub(in crate::case) fn extension(
    extending: &ClockExtension,
    made: DateTime<Utc>,
    approved: Option<DateTime<Utc>>,
) -> Extension {
    let extension = Extension::new(extending.change.into(), extending.reason, made);
    match approved {
        Some(at) => extension.with_approval(at),
        None => extension,
    }
}
