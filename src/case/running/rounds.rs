//! What becomes of an ended clock once the case goes on.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::clock::CaseClock;
use crate::case::running::{Before, Maker, Run, Starts};
use crate::case::timeline::{BY_FORCE, Kind, SUPERSEDED};
use crate::deadline::{Anchors, Bound, ClockRecord, Due};
use crate::policy::OnReopening;
use crate::vocab::Department;

impl<'p> Maker<'p, '_> {
    /// Lets what was ended run on as if it had not: through what was entered since, and by the deadline of today.
    pub(super) fn go_on(&self, run: &mut Run, before: Before, index: usize, department: Option<Department>) {
        let turn = run.turn;
        run.record = Some(before.record);
        let entries = self.case.timeline.entries.iter().enumerate();
        for (index, entry) in entries.take(index).skip(before.ended + 1) {
            let concerns = match entry.what {
                Kind::Happened { event, .. } => event != self.rule.end && !self.rule.repeats,
                Kind::Paused { .. } | Kind::Resumed { .. } | Kind::Absorbed { .. } => true,
                _ => false,
            };
            if concerns {
                self.enter(run, index, entry, department, &mut Vec::new());
            }
        }
        run.turn = turn;
        let Some(recorded) = self.case.timeline.entries.get(index).map(|entry| entry.recorded) else {
            return;
        };
        let Some(record) = &mut run.record else { return };
        match &run.deadline {
            Some(deadline) if record.latest() != deadline => {
                let _ = record.change(self.rule.clock(), recorded, deadline.clone());
            }
            Some(_) => {}
            // What was found since leaves no such clock.
            None => {
                let held = record.clone();
                let reason = if run.exempt { BY_FORCE } else { SUPERSEDED };
                if record.cancel(self.rule.clock(), recorded, recorded, reason).is_ok() {
                    run.held = Some((held, index));
                }
            }
        }
    }

    pub(super) fn reopen(
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
        let met = run.record.as_ref().is_some_and(|record| record.stopped.is_some());
        if !met && (run.exempt || run.record.as_ref().is_some_and(forced)) {
            // A case that was closed by force had no clocks; taken up again it has them from then on.
            return self.start_anew(run, index, recorded, department, clocks);
        }
        let before = before.filter(|before| before.with_case || self.ends_with_solution());
        let Some(mut before) = before else { return };
        match self.rule.on_reopening {
            OnReopening::Resume => {
                // What it was stays on record as a clock of its own.
                let first = run.record.take();
                clocks.extend(self.clock(department, run.with(first)));
                run.turn += 1;
                if let Some(at) = self.starts.due(run.turn) {
                    before.record.anchors.set_due(self.rule.clock().start(), at);
                }
                self.go_on(run, before, index, department);
            }
            OnReopening::Separate => self.start_anew(run, index, recorded, department, clocks),
        }
    }

    /// Starts a second clock from the reopening; the first one stays as it ended.
    pub(super) fn start_anew(
        &self,
        run: &mut Run,
        index: usize,
        recorded: DateTime<Utc>,
        department: Option<Department>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        let start = self.rule.clock().start();
        let happened = |record: &ClockRecord| record.anchors().get(start).is_some();
        let has_start = run.anchors.get(start).is_some() || run.record.as_ref().is_some_and(happened);
        (run.from, run.held) = (index + 1, None);
        if let Some(first) = run.record.take() {
            clocks.extend(self.clock(department, run.with(Some(first))));
            run.turn += 1;
        }
        // What has never happened does not happen by the reopening.
        let from = if self.starts == Starts::Event {
            has_start.then_some(Due::new(recorded, Bound::Inclusive))
        } else {
            self.starts.due(run.turn)
        };
        run.anchors = from.map_or_else(Anchors::new, |at| Anchors::new().with_due(start, at));
        if let (Some(deadline), false) = (&run.deadline, run.exempt) {
            run.record = Some(ClockRecord::new(deadline.clone(), run.anchors.clone()));
        }
    }
}
