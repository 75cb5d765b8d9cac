//! What starts and ends a clock.
//!
//! A clock ends with the event of its rule, but not with every such event. The event must be in the right department,
//! by a person (unless the policy accepts automatic ones), at the instant to which it was corrected, and not before
//! the start. Entries may come in any order: an answer can be entered before the receipt that starts the clock. When
//! the start is entered at last, [`Maker::ended_since`] looks through the earlier entries for the first end that
//! counts, and forgets those that a reopening or a set-back has undone in between.

use chrono::{DateTime, Utc};

use crate::case::clock::running::entered::entered;
use crate::case::clock::running::{Ended, Maker, Run, Starts};
use crate::case::state::{Entry, Kind};
use crate::deadline::ClockRecord;
use crate::deadline::rule::Occurrence;
use crate::vocab::{Anchor, Department};

impl Maker<'_, '_> {
    /// Returns when the clock started: with its event, or with the first event that its alternatives count from. A
    /// clock that starts with the due date of another clock starts with that. `None` if none of these is known.
    pub(super) fn started(&self, record: &ClockRecord) -> Option<DateTime<Utc>> {
        let own = record.anchors().get(self.rule.clock().start());
        match self.starts {
            Starts::Due(_) => own,
            Starts::Event => {
                let others = record.latest().events().filter_map(|event| record.anchors().get(event));
                others.chain(own).min()
            }
        }
    }

    /// Returns the instant at which an event starts the clock. A department that has a measure in place had received
    /// the message by then, even if a later receipt was entered.
    pub(super) fn had_message_by(
        &self,
        run: &Run,
        index: usize,
        event: Anchor,
        at: DateTime<Utc>,
        department: Option<Department>,
    ) -> DateTime<Utc> {
        let waits = run.record.as_ref().is_none_or(|record| self.started(record).is_none());
        let starts = event == Anchor::DEPARTMENT_RECEIVED && event == self.rule.clock().start();
        if !(waits && starts && self.rule.end == Anchor::CONTAINED) {
            return at;
        }
        let before = self.case.timeline().happenings().take_while(|&(place, ..)| place < index);
        let contained = before.filter(|&(place, event, of_unit, _)| {
            let is_here = department.is_none() || of_unit == department;
            place >= run.from && event == Anchor::CONTAINED && is_here
        });
        contained.map(|(.., contained)| contained).fold(at, DateTime::min)
    }

    /// Ends the clock with the event that it waits for, unless the event is earlier than the start.
    pub(super) fn end(&self, run: &mut Run, index: usize, at: DateTime<Utc>, recorded: DateTime<Utc>) {
        let Some(record) = run.running() else { return };
        if self.started(record).is_some_and(|start| start <= at)
            && entered(record.stop_started(self.rule.clock(), Occurrence::at(at).entered(recorded)))
        {
            run.ended = Some(Ended { with_case: self.rule.end == Anchor::CLOSED, entry: index });
        }
    }

    /// Returns the first end that is not earlier than the start, among the entries before the start was entered. Ends
    /// that a reopening or a set-back has undone do not count.
    pub(super) fn ended_since(
        &self,
        start: DateTime<Utc>,
        run: &Run,
        to: usize,
        department: Option<Department>,
    ) -> Option<DateTime<Utc>> {
        let mut first: Option<DateTime<Utc>> = None;
        for (index, entry) in self.case.timeline().entries().iter().enumerate().take(to).skip(run.from) {
            match entry.what {
                Kind::Reopened { .. } if self.is_undone_by_reopening() => first = None,
                Kind::SetBack if self.ends_with_solution() => first = None,
                Kind::Happened { .. } => {
                    let ends = self.happening(index, entry, department, |event| event == self.rule.end);
                    let counted = ends.map(|(_, at)| at).filter(|at| *at >= start);
                    first = first.into_iter().chain(counted).min();
                }
                Kind::Corrected { .. }
                | Kind::Targets { .. }
                | Kind::Moved { .. }
                | Kind::Paused { .. }
                | Kind::Resumed { .. }
                | Kind::Extended { .. }
                | Kind::SetBack
                | Kind::Over { .. }
                | Kind::Reopened { .. }
                | Kind::Absorbed { .. } => {}
            }
        }
        first
    }

    /// Returns the event of an entry, if it is asked for and counts for this clock: in its department, by a person
    /// unless the policy says otherwise, at the instant to which it was corrected.
    pub(super) fn happening(
        &self,
        index: usize,
        entry: &Entry,
        department: Option<Department>,
        is_asked: impl Fn(Anchor) -> bool,
    ) -> Option<(Anchor, DateTime<Utc>)> {
        let Kind::Happened { event, department: of_unit, at, automatic } = entry.what else { return None };
        let is_here = of_unit.is_none() || department.is_none() || of_unit == department;
        let counts = is_here && (self.rule.automatic || !automatic) && is_asked(event);
        counts.then(|| (event, self.case.timeline().corrected(index + 1, event, at)))
    }

    /// Returns whether a solution ends the clock.
    pub(super) const fn ends_with_solution(&self) -> bool {
        matches!(self.rule.end, Anchor::RESOLVED | Anchor::FINAL_RESPONSE_SENT)
    }

    /// Returns whether the event that it waits for comes after the solution, and perhaps after the end of the case.
    pub(super) const fn follows_solution(&self) -> bool {
        matches!(self.rule.end, Anchor::FOLLOWED_UP | Anchor::EFFECT_CONFIRMED | Anchor::STANDARDISED)
    }

    /// Returns whether a reopening undoes the event that it waits for.
    pub(super) fn is_undone_by_reopening(&self) -> bool {
        self.rule.end == Anchor::CLOSED || self.ends_with_solution()
    }
}
