//! What happens to a clock when the case goes on after its end: after a set-back, and in each round that a reopening
//! begins.
//!
//! # The problem
//!
//! "Solved" can turn out to be wrong, and a closed case can be reopened. What then happens to a clock that was met,
//! missed or cancelled depends on what it limits. A reopening must not wipe out a missed limit, and it must not
//! punish a complaint that was answered in time. The policy chooses with [`ReopeningEffect`]; the code has to do it
//! without going through the whole history again.
//!
//! # What a reopening does
//!
//! Asked in this order, and the first that fits decides:
//!
//! 1. A clock of the first round ends for good (`leave`). What it showed stays on record.
//! 2. A clock of later rounds starts its first turn.
//! 3. A clock of a case that was closed by force starts again, because it had no clocks during that time. A clock
//!    that was already met stays met.
//! 4. A clock that had not started waits on. Nothing of it was undone.
//! 5. Otherwise the effect of the rule decides:
//!
//! | Effect | The old turn | What follows |
//! |---|---|---|
//! | `Stays`, with a result | keeps its result | a new turn counts from the reopening |
//! | `Stays`, without a result | goes on, as if the case had not been closed | no new turn |
//! | `Rest` | was paused from its end to the reopening | the same turn goes on |
//! | `Resume` | stays on record as a turn of its own | a copy of it goes on from its original start |
//!
//! `Rest` and `Resume` apply only to ends that the reopening undoes: the end of the case, or a solution. "With a
//! result" means met; or cancelled by the closing, if the clock limits how long a case is open or had run out.
//!
//! # How an end is undone
//!
//! `go_on` takes the end off the record and enters what was entered since, up to the reopening or set-back. Entries
//! before the end are not touched. Afterwards the record gets the deadline of today, or is taken off if the complaint
//! has no such clock any more.
//!
//! Cost: the entries between the end and the reopening, once. A case of n rounds costs n times as much as a case of
//! one round, because nothing is kept of a round but its result.
//!
//! # At the edges
//!
//! - A start event that never happened does not happen by the reopening: the new turn waits for it.
//! - A clock that waits for an event that happens once in a case, such as the registration, gets no second turn.
//! - The date of a case that was merged into this one after the end counts for the new turn as well.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::clock::case_clock::CaseClock;
use crate::case::clock::running::entered::entered;
use crate::case::clock::running::{Ended, Maker, Reopening, Run, Starts};
use crate::case::state::{BY_FORCE, CASE_OVER, Kind, ROUND_OVER};
use crate::deadline::choice::Bound;
use crate::deadline::{Anchors, ClockRecord, Due};
use crate::policy::clock::{ClockPart, ClockRounds, ReopeningEffect};
use crate::vocab::{Anchor, Department};

impl<'p> Maker<'p, '_> {
    /// Undoes the end of a clock: enters what was entered since, and applies the deadline of today. If `rest_until`
    /// is given, the clock was paused from its end until then.
    pub(super) fn go_on(
        &self,
        run: &mut Run,
        ended: Ended,
        index: usize,
        rest_until: Option<DateTime<Utc>>,
        department: Option<Department>,
    ) {
        let turn = run.turn;
        let Some(end) = run.record.as_mut().and_then(ClockRecord::undo_end) else { return };
        let entries = self.case.timeline().entries().iter().enumerate();
        for (index, entry) in entries.take(index).skip(ended.entry + 1) {
            let concerns = match entry.what {
                Kind::Happened { event, .. } => event != self.rule.end && !self.rule.repeats,
                Kind::Paused { .. } | Kind::Resumed { .. } | Kind::Absorbed { .. } => true,
                Kind::Corrected { .. }
                | Kind::Targets { .. }
                | Kind::Moved { .. }
                | Kind::Extended { .. }
                | Kind::SetBack
                | Kind::Over { .. }
                | Kind::Reopened { .. } => false,
            };
            if concerns {
                self.enter(run, index, entry, department, &mut Vec::new());
            }
        }
        run.turn = turn;
        let Some(recorded) = self.case.timeline().entries().get(index).map(|entry| entry.recorded) else {
            return;
        };
        let Some(record) = &mut run.record else { return };
        if let Some(until) = rest_until {
            record.rest(end, until);
        }
        if record.is_over() {
            return;
        }
        match &run.deadline {
            Some(deadline) if record.latest() != deadline => {
                entered(record.change(self.rule.clock(), recorded, deadline.clone()));
            }
            Some(_) => {}
            // By what was found since, the complaint has no such clock.
            None => self.take_off(run, index, recorded),
        }
    }

    /// Takes a clock into another round of the case.
    pub(super) fn reopen(
        &self,
        run: &mut Run,
        reopening: Reopening,
        department: Option<Department>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        let ended = run.ended.take();
        match self.rule.rounds {
            ClockRounds::First => return self.leave(run, reopening.recorded),
            ClockRounds::Later if run.is_pending => {
                run.is_pending = false;
                return self.start_anew(run, reopening, ended, department, clocks);
            }
            ClockRounds::Every | ClockRounds::Later => {}
        }
        let forced =
            |record: &ClockRecord| matches!(record.cancelled, Some((_, reason)) if reason == BY_FORCE);
        let met = run.record.as_ref().is_some_and(|record| record.stopped.is_some());
        if !met && (run.exempt || run.record.as_ref().is_some_and(forced)) {
            // A case that was closed by force had no clocks. It has them again from the reopening on.
            return self.start_anew(run, reopening, ended, department, clocks);
        }
        if self.has_not_started(run) {
            // It had not begun, so that the reopening undoes nothing of it.
            if let Some(ended) = ended {
                self.go_on(run, ended, reopening.index, None, department);
            }
            return self.wait(run, reopening.round);
        }
        let undone = |ended: &Ended| ended.with_case || self.ends_with_solution();
        match self.rule.on_reopening {
            ReopeningEffect::Stays => self.stay(run, ended, reopening, department, clocks),
            ReopeningEffect::Rest => {
                if let Some(ended) = ended.filter(undone) {
                    self.go_on(run, ended, reopening.index, Some(reopening.recorded), department);
                }
            }
            ReopeningEffect::Resume => {
                if let Some(ended) = ended.filter(undone) {
                    // The turn as it was stays on record as a clock of its own.
                    clocks.extend(self.clock(department, run.with(run.record.clone())));
                    (run.turn, run.round) = (run.turn + 1, reopening.round);
                    self.go_on(run, ended, reopening.index, None, department);
                }
            }
        }
    }

    /// Keeps a result and starts another turn with the reopening. A clock without a result continues.
    fn stay(
        &self,
        run: &mut Run,
        ended: Option<Ended>,
        reopening: Reopening,
        department: Option<Department>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        let Some(record) = &run.record else { return };
        let has_result = match record.cancelled {
            _ if record.stopped.is_some() => true,
            Some((_, reason)) if reason == CASE_OVER => {
                self.rule.part() != ClockPart::Other || self.had_run_out(record)
            }
            // It was taken off the case, or it did not end with the closing.
            Some(_) | None => return,
        };
        if !has_result {
            if let Some(ended) = ended {
                self.go_on(run, ended, reopening.index, None, department);
            }
        } else if !matches!(self.rule.end, Anchor::RECEIVED | Anchor::REGISTERED) {
            self.start_anew(run, reopening, ended, department, clocks);
        }
    }

    /// Returns whether it had run out when it was cancelled.
    fn had_run_out(&self, record: &ClockRecord) -> bool {
        record.ended(DateTime::<Utc>::MAX_UTC).is_some_and(|stop| {
            let reading = self.rule.clock().reading(self.policy.calendar(), record, stop.entered.at);
            reading.first_breach().or(reading.missed()).is_some()
        })
    }

    /// Returns whether it had not started when it ended, or has not started yet.
    fn has_not_started(&self, run: &Run) -> bool {
        let Some(record) = &run.record else { return true };
        let end = record.ended(DateTime::<Utc>::MAX_UTC).map(|stop| stop.at);
        self.started(record).is_none_or(|start| end.is_some_and(|end| end < start))
    }

    /// Lets a clock that has not started wait for its event, or for the due date of the other clock in this round.
    fn wait(&self, run: &mut Run, round: u32) {
        run.round = round;
        if self.starts == Starts::Event {
            return;
        }
        let start = self.rule.clock().start();
        let due = self.starts.due(round);
        let anchor = |anchors: &mut Anchors| {
            if let Some(at) = due {
                anchors.set_due(start, at);
            } else {
                // The other clock has no date in this round.
                let others = anchors.iter().filter(|&(event, _)| event != start);
                *anchors = others.fold(Anchors::new(), |all, (event, at)| all.with(event, at));
            }
        };
        anchor(&mut run.anchors);
        let records = run.record.iter_mut().chain(run.held.as_mut().map(|(held, _)| held));
        records.for_each(|record| anchor(&mut record.anchors));
    }

    /// Ends for good a clock that belongs to the first round only.
    pub(super) fn leave(&self, run: &mut Run, recorded: DateTime<Utc>) {
        (run.is_past, run.held, run.none) = (true, None, None);
        let Some(record) = &mut run.record else { return };
        match &mut record.cancelled {
            Some((_, reason)) if *reason == CASE_OVER => *reason = ROUND_OVER,
            Some(_) => {}
            None if record.stopped.is_some() => {}
            None => {
                entered(record.cancel(self.rule.clock(), ROUND_OVER, recorded));
            }
        }
    }

    /// Starts a turn with the reopening. The turn before stays as it ended.
    fn start_anew(
        &self,
        run: &mut Run,
        reopening: Reopening,
        ended: Option<Ended>,
        department: Option<Department>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        let start = self.rule.clock().start();
        let happened = |record: &ClockRecord| record.anchors().get(start).is_some();
        let has_start = run.anchors.get(start).is_some() || run.record.as_ref().is_some_and(happened);
        run.held = None;
        if let Some(first) = run.record.take() {
            clocks.extend(self.clock(department, run.with(Some(first))));
            run.turn += 1;
        }
        (run.from, run.round) = (reopening.index + 1, reopening.round);
        let from = match self.starts {
            Starts::Due(_) => self.starts.due(run.round),
            // A reopening stands in for a start event that has happened before, but not for one that never did, and not
            // for one that must happen in each round.
            Starts::Event => (has_start && self.rule.rounds != ClockRounds::Later)
                .then_some(Due::new(reopening.recorded, Bound::Inclusive)),
        };
        run.anchors = from.map_or_else(Anchors::new, |at| Anchors::new().with_due(start, at));
        let (Some(deadline), false) = (&run.deadline, run.exempt) else { return };
        run.record = Some(ClockRecord::new(deadline.clone(), run.anchors.clone()));
        // The due date of a case that was merged into this one after the end binds the new turn too.
        let since = ended.map_or(reopening.index, |ended| ended.entry + 1);
        let entries = self.case.timeline().entries().iter().enumerate();
        for (index, entry) in entries.take(reopening.index).skip(since) {
            if matches!(entry.what, Kind::Absorbed { .. }) {
                self.enter(run, index, entry, department, &mut Vec::new());
            }
        }
    }
}
