//! How one clock ran: its rule, taken through the entries of the case in the order in which they were made.
//!
//! # The problem
//!
//! A case stores what was entered: events, pauses, extensions, corrections, closings, reopenings. It does not store
//! clocks. So a clock must be derived each time, and it must come out as if a careful clerk had kept it from day to
//! day. Entries may be dated back, targets may change, a clock may be taken off and return, and a closed case may be
//! taken up again.
//!
//! # The idea
//!
//! A [`Maker`] has a rule and a case. It goes through the timeline once and keeps a [`Run`]: one turn of the clock
//! with its [`ClockRecord`]. Each [`Entry`] is handed to [`Maker::enter`], which decides whether the entry concerns
//! this clock and enters it in the record. The record itself knows the arithmetic (`deadline`); this module knows
//! which entries count.
//!
//! There are three shapes of clock, chosen by the rule:
//!
//! | Rule | Made by | Turns |
//! |---|---|---|
//! | ordinary | [`Maker::make`] | one; a reopening may begin another (`rounds`) |
//! | repeats by the calendar | `periodic` (`periods`, `spells`) | one for each period |
//! | repeats with each message | `repeated` (`waits`) | one for each message that waits for an answer |
//!
//! The other files answer one question each: which deadline (`targets`), what starts and ends a clock (`ends`), what
//! a clock may refuse (`entered`).
//!
//! # When there is no record
//!
//! Targets may come after the first event, and a clock may be exempt. Until there is a deadline, `anchors` collects
//! the events. As soon as a deadline exists, the record is created and *catches up*: the entries since `from` are
//! entered again. A clock that targets remove is cancelled, but its record is kept aside in `held`. If targets bring
//! it back, it resumes from there and catches up, as if it had never been away.
//!
//! # Ends that can be undone
//!
//! `ended` remembers the entry that ended the clock, if a set-back or a reopening can undo that. To undo, the end is
//! taken off the record and only the entries since are entered again. What lies before the end is never gone through
//! twice.
//!
//! # Cost
//!
//! One pass over the entries for each clock and department, plus catching up. A case with n entries and k clocks
//! takes n × k small steps, without reading a calendar except for pauses and extensions.
//!
//! # At the edges
//!
//! - What happens again does not start a clock again: only the first event of its kind counts as start.
//! - An event that starts a clock does not end it too, even if the clock waits for the same event to happen again.
//! - An end before the start is not the end.
//! - A clock whose start is the due date of another clock has no record until that date is known.
//! - A clock of later rounds is `is_pending` until the first reopening, and remembers only its deadline.
//!
//! Rejected: storing clocks with the case. They would have to be migrated with each change of the policy, and a late
//! entry would leave them wrong.

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

/// What the clocks of a rule are made from.
pub(super) struct Maker<'p, 'c> {
    pub(super) policy: &'p Policy,
    pub(super) rule: &'p ClockRule,
    pub(super) case: &'c Case,
    pub(super) starts: Starts,
    /// The instant of the question. Periods of a duty are made up to it.
    pub(super) now: DateTime<Utc>,
    /// The number of periods that are made beyond `now`.
    pub(super) ahead: u32,
}

/// What a clock starts with.
#[derive(Eq, PartialEq)]
pub(super) enum Starts {
    /// Its own event.
    Event,
    /// The due date of another clock, one for each round of the case; `None` if that clock has no date in the round.
    Due(Vec<Option<Due>>),
}

impl Starts {
    /// Returns the due date with which it starts in a round.
    fn due(&self, round: u32) -> Option<Due> {
        let Self::Due(rounds) = self else { return None };
        rounds.get(usize::try_from(round).ok()?).copied().flatten()
    }
}

/// One turn of a clock while the entries are gone through.
struct Run {
    record: Option<ClockRecord>,
    none: Option<DeadlineError>,
    /// The events that happened before there was a record.
    anchors: Anchors,
    deadline: Option<Deadline>,
    exempt: bool,
    /// The first entry that counts for this turn.
    from: usize,
    /// How it ended, if that can be undone.
    ended: Option<Ended>,
    /// The record before the clock was taken off the case, and the entry that took it off.
    held: Option<(ClockRecord, usize)>,
    turn: u32,
    /// The round of the case in which the turn began.
    round: u32,
    /// Whether the clock belongs to later rounds, and none has begun.
    is_pending: bool,
    /// Whether the clock belongs to the first round, and that is over.
    is_past: bool,
}

/// A reopening: an entry of the timeline.
#[derive(Clone, Copy)]
pub(super) struct Reopening {
    pub(super) index: usize,
    pub(super) recorded: DateTime<Utc>,
    /// The round that begins with it.
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

    /// Returns when the complainant was asked as often as required, if the clock waits for that. If the track does
    /// not say how often, one contact of any kind is enough. Contacts before the start are about something else and
    /// do not count.
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

    /// Stops the clock at an instant. The entry counts as made no earlier than the entry before.
    fn stop(&self, run: &mut Run, at: DateTime<Utc>, last: Option<DateTime<Utc>>) {
        if let Some(record) = run.running() {
            let recorded = last.map_or(at, |last| last.max(at));
            entered(record.stop_started(self.rule.clock(), Occurrence::at(at).entered(recorded)));
        }
    }

    /// Returns the clock of a run; `None` if the complaint has no such clock.
    fn clock(&self, department: Option<Department>, run: Run) -> Option<CaseClock<'p>> {
        // A clock that starts with the due date of another clock has no record until that date is known.
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

    /// Returns a record that was taken off the case, with the pauses that were ended since; `None` if none was open.
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

    /// Enters one thing in the clock. Entries after its end do not concern it. What a running clock may refuse is
    /// listed with [`entered`].
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
            // The clock belongs to later rounds, so that nothing of the first round concerns it.
            _ if run.is_pending => {}
            Kind::Happened { automatic: true, .. } if !self.rule.automatic => {}
            Kind::Happened { event, department: of_unit, at, .. } => {
                // An event without a department happened in all departments.
                if of_unit.is_some() && department.is_some() && *of_unit != department {
                    return;
                }
                let at = self.case.timeline().corrected(index + 1, *event, *at);
                let at = self.had_message_by(run, index, *event, at, department);
                let start = |run: &Run| run.record.as_ref().and_then(|record| self.started(record));
                let before = start(run);
                if self.starts == Starts::Event || *event != clock.start() {
                    // Only the first event of its kind starts the clock, in whatever department it happens again.
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
                // The event that starts the clock does not end it too, even if it waits for the same event.
                if *event == self.rule.end && !(begun.is_some() && *event == clock.start()) {
                    self.end(run, index, at, recorded);
                }
            }
            // A pause of all clocks pauses those that declare its reason.
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

    /// Extends the clock. An extension that was in time when it was decided stays, even if what is known today would
    /// refuse it.
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

    /// Returns the record while the clock has not ended.
    fn running(&mut self) -> Option<&mut ClockRecord> {
        self.record.as_mut().filter(|record| !record.is_over())
    }

    /// Returns the same turn with a record of its own.
    fn with(&self, record: Option<ClockRecord>) -> Self {
        Self { record, none: self.none.clone(), exempt: self.exempt, ..Self::new(self.turn, self.round) }
    }
}

/// Returns an extension in the form in which a clock takes it.
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
