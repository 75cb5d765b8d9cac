//! A clock that runs while a message of the complainant waits for an answer.
//!
//! The timeline knows the waits: from the first unanswered message to the next answer. Each wait is a turn of the
//! clock. Of the entries before a wait, only targets and pauses concern it, and there are few of these. So they are
//! collected once, and each turn goes through them and then through the entries of its own time. Reopening a case
//! does not start a wait again: the message has been waiting all along, and the clock goes on if only the end of the
//! case had ended it.

use alloc::vec::Vec;

use crate::case::clock::case_clock::CaseClock;
use crate::case::clock::running::{Maker, Run};
use crate::case::state::{Entry, Kind, Wait};
use crate::policy::clock::{ClockRounds, ReopeningEffect};

impl<'p> Maker<'p, '_> {
    /// Makes one clock for each message that waits for an answer.
    pub(super) fn repeated(&self, clocks: &mut Vec<CaseClock<'p>>) {
        let timeline = self.case.timeline();
        let entries = || timeline.entries().iter().enumerate();
        let concerns = |kind: &Kind| match kind {
            Kind::Targets { .. } | Kind::Moved { .. } | Kind::Paused { .. } | Kind::Resumed { .. } => true,
            Kind::Happened { .. }
            | Kind::Corrected { .. }
            | Kind::Extended { .. }
            | Kind::SetBack
            | Kind::Over { .. }
            | Kind::Reopened { .. }
            | Kind::Absorbed { .. } => false,
        };
        let early: Vec<(usize, &Entry)> = entries().filter(|(_, entry)| concerns(&entry.what)).collect();
        for (turn, &Wait { since, until }) in (0_u32..).zip(timeline.waits(self.rule.automatic)) {
            let is_here = match self.rule.rounds {
                ClockRounds::Every => true,
                ClockRounds::First => since.round == 0,
                ClockRounds::Later => since.round > 0,
            };
            if !is_here {
                continue;
            }
            let mut run = Run::new(turn, since.round);
            // A message that came earlier than first recorded has waited since then.
            let start = self.rule.clock().start();
            run.anchors.set(start, timeline.corrected(0, start, since.at));
            let mut last = None;
            let before = early.iter().copied().take_while(|&(index, _)| index < since.entries);
            for (index, entry) in before.chain(entries().skip(since.entries)) {
                if let Some(until) = until.filter(|until| until.entries <= index) {
                    self.stop(&mut run, until.at, last);
                    break;
                }
                last = Some(entry.recorded);
                self.enter_waiting(&mut run, index, entry, clocks);
                if run.is_past {
                    break;
                }
            }
            if let Some(until) = until.filter(|until| until.entries >= timeline.entries().len()) {
                self.stop(&mut run, until.at, last);
            }
            clocks.extend(self.clock(None, run));
        }
    }

    /// Enters one thing while a message waits for an answer.
    fn enter_waiting(&self, run: &mut Run, index: usize, entry: &Entry, clocks: &mut Vec<CaseClock<'p>>) {
        match &entry.what {
            Kind::Happened { event, .. }
                if *event == self.rule.clock().start() || *event == self.rule.end => {}
            Kind::SetBack => {}
            Kind::Reopened { .. } if self.rule.rounds == ClockRounds::First => {
                self.leave(run, entry.recorded);
            }
            // The message still waits.
            Kind::Reopened { .. } => {
                if let Some(ended) = run.ended.take_if(|ended| ended.with_case) {
                    let rests = self.rule.on_reopening == ReopeningEffect::Rest;
                    self.go_on(run, ended, index, rests.then_some(entry.recorded), None);
                }
            }
            Kind::Happened { .. }
            | Kind::Corrected { .. }
            | Kind::Targets { .. }
            | Kind::Moved { .. }
            | Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Extended { .. }
            | Kind::Over { .. }
            | Kind::Absorbed { .. } => self.enter(run, index, entry, None, clocks),
        }
    }
}
