//! What becomes of a clock once the case goes on: after a set-back, and in each round that a reopening begins.
//!
//! An end is undone by taking it off the record, and by entering what was entered since: nothing is kept of each round
//! but its result, and nothing is gone through again that was before the end. A case of n rounds costs n times as much
//! as one of one round.

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
    /// Lets what was ended run on as if it had not: through what was entered since, and by the deadline of today.
    /// Where the rest of its time goes on, it stood still from its end until an instant.
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
            // What was found since leaves no such clock.
            None => self.take_off(run, index, recorded),
        }
    }

    /// Takes it into another round of the case.
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
            // A case that was closed by force had no clocks; taken up again it has them from then on.
            return self.start_anew(run, reopening, ended, department, clocks);
        }
        if self.has_not_started(run) {
            // Nothing of it was undone, for there is nothing of it yet.
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
                    // What it was stays on record as a clock of its own.
                    clocks.extend(self.clock(department, run.with(run.record.clone())));
                    (run.turn, run.round) = (run.turn + 1, reopening.round);
                    self.go_on(run, ended, reopening.index, None, department);
                }
            }
        }
    }

    /// Keeps a result, and has another turn from the reopening; what has no result continues.
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
            // It was taken off the case, or the closing did not end it.
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

    /// Whether it had run out when it was cancelled.
    fn had_run_out(&self, record: &ClockRecord) -> bool {
        record.ended(DateTime::<Utc>::MAX_UTC).is_some_and(|stop| {
            let reading = self.rule.clock().reading(self.policy.calendar(), record, stop.entered.at);
            reading.first_breach().or(reading.missed()).is_some()
        })
    }

    /// Whether it had not started when it was ended, or has not to this day.
    fn has_not_started(&self, run: &Run) -> bool {
        let Some(record) = &run.record else { return true };
        let end = record.ended(DateTime::<Utc>::MAX_UTC).map(|stop| stop.at);
        self.started(record).is_none_or(|start| end.is_some_and(|end| end < start))
    }

    /// Lets what has not started wait for its event, or for the due date of the other clock in this round.
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
                // No such date is known in this round.
                let others = anchors.iter().filter(|&(event, _)| event != start);
                *anchors = others.fold(Anchors::new(), |all, (event, at)| all.with(event, at));
            }
        };
        anchor(&mut run.anchors);
        let records = run.record.iter_mut().chain(run.held.as_mut().map(|(held, _)| held));
        records.for_each(|record| anchor(&mut record.anchors));
    }

    /// Ends for good what belongs to the first round alone.
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

    /// Starts a turn from the reopening; the one before stays as it ended.
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
            // What has never happened does not happen by the reopening, nor does what has to happen in each round.
            Starts::Event => (has_start && self.rule.rounds != ClockRounds::Later)
                .then_some(Due::new(reopening.recorded, Bound::Inclusive)),
        };
        run.anchors = from.map_or_else(Anchors::new, |at| Anchors::new().with_due(start, at));
        let (Some(deadline), false) = (&run.deadline, run.exempt) else { return };
        run.record = Some(ClockRecord::new(deadline.clone(), run.anchors.clone()));
        // The date of a case that was merged into this one after the end counts from here on.
        let since = ended.map_or(reopening.index, |ended| ended.entry + 1);
        let entries = self.case.timeline().entries().iter().enumerate();
        for (index, entry) in entries.take(reopening.index).skip(since) {
            if matches!(entry.what, Kind::Absorbed { .. }) {
                self.enter(run, index, entry, department, &mut Vec::new());
            }
        }
    }
}
