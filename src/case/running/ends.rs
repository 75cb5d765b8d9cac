//! What ends a clock, and from when on that counts.

use chrono::{DateTime, Utc};

use crate::case::running::{Before, Maker, Run, Starts};
use crate::case::timeline::Kind;
use crate::deadline::ClockRecord;
use crate::vocab::{Anchor, Department};

impl Maker<'_, '_> {
    /// Whether it has started, so that something can end it.
    pub(super) fn has_started(&self, record: &ClockRecord) -> bool {
        let happened = |event: Anchor| record.anchors().get(event).is_some();
        let starts = self.rule.clock().start();
        self.starts != Starts::Event || happened(starts) || record.latest().events().any(happened)
    }

    /// When an end counts that was at an instant. What is so already when the clock starts is so at its start: the
    /// damage was contained, the receipt acknowledged. An answer from before is none to what it waits for.
    pub(super) fn counts_at(&self, at: DateTime<Utc>, start: DateTime<Utc>) -> Option<DateTime<Utc>> {
        (at >= start || self.rule.end != Anchor::ANSWERED).then_some(at.max(start))
    }

    /// Ends it with what it waits for.
    pub(super) fn end(&self, run: &mut Run, index: usize, at: DateTime<Utc>, recorded: DateTime<Utc>) {
        let with_case = self.rule.end == Anchor::CLOSED;
        let Some(record) = run.record.as_mut().filter(|record| with_case || self.has_started(record)) else {
            return;
        };
        let start = record.anchors().get(self.rule.clock().start()).filter(|_| self.starts == Starts::Event);
        let Some(at) = start.map_or(Some(at), |start| self.counts_at(at, start)) else { return };
        let before = Before { record: record.clone(), with_case, ended: index };
        // What was so before the start could be known of it no earlier.
        if record.stop(self.rule.clock(), at, recorded.max(at)).is_ok() {
            run.before = Some(before);
        }
    }

    /// The first end of it, of those that were entered before the start was and that nothing has undone since.
    pub(super) fn ended_since(
        &self,
        start: DateTime<Utc>,
        run: &Run,
        to: usize,
        department: Option<Department>,
    ) -> Option<DateTime<Utc>> {
        let undone = |what: &Kind| match what {
            Kind::Reopened => self.rule.end == Anchor::CLOSED || self.ends_with_solution(),
            Kind::SetBack => self.ends_with_solution(),
            _ => false,
        };
        let mut first: Option<DateTime<Utc>> = None;
        for (index, entry) in self.case.timeline.entries.iter().enumerate().take(run.now + 1).skip(run.from) {
            match entry.what {
                _ if undone(&entry.what) => first = None,
                Kind::Happened { automatic: true, .. } if !self.rule.automatic => {}
                Kind::Happened { event, department: of_unit, at, .. }
                    if event == self.rule.end && index < to =>
                {
                    let here = of_unit.is_none() || department.is_none() || of_unit == department;
                    let at = self.case.timeline.corrected(index + 1, event, at);
                    let counted = self.counts_at(at, start).filter(|_| here);
                    first = first.into_iter().chain(counted).min();
                }
                _ => {}
            }
        }
        first
    }

    pub(super) const fn ends_with_solution(&self) -> bool {
        matches!(self.rule.end, Anchor::RESOLVED | Anchor::FINAL_RESPONSE_SENT)
    }
}
