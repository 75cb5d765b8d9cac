//! The timeline: everything that the clocks of a case look at, in the order in which it was recorded.
//!
//! # How the timeline is kept
//!
//! The problem: clocks are not stored. Whenever somebody asks, they are computed from what has happened, under the
//! rules that held at the time. So the case must keep every start, stop, pause, extension, correction and change of
//! targets. It must also keep the order in which these were *recorded*, which is not the order in which they
//! *happened*.
//!
//! The idea: the timeline is a list of [`Entry`] values to which entries are only added. An entry has the instant at
//! which it was recorded. If it tells of something earlier, it has that instant as well. The position of an entry never
//! changes, so a position can serve as a point in the order of recording, also among equal instants.
//!
//! Three things are kept beside the list, because clocks ask for them often:
//! - **Waits.** A message of the complainant starts a wait, unless one is already going on. An answer ends it. There
//!   are two lists: an automatic reply ends a wait for *any* answer, and only a person ends a wait for a *person*.
//! - **Corrections.** A correction does not change the corrected entry. It is applied when the entry is read: from the
//!   entry on, each correction of the same event and the same instant replaces the instant by the earlier one. So
//!   corrections can follow each other, and other events at the same instant stay as they are.
//! - **Rounds.** Each reopening begins a new round. An event can then be asked for "in this round" only.
//!
//! Targets are entered only if they differ from those in force, so that an unchanged assessment leaves no trace. After
//! a move to another policy they are always entered, because the same target id can then mean another term.
//!
//! At the edges:
//! - The same event can happen again. A clock that started in between waits for the later one.
//! - A closing by force is not the event `closed`: clocks that wait for a closing are not met by it.
//! - A wait that is already over ignores further answers.
//!
//! Cost: adding takes constant time. Most questions walk the list once, from the end. Reading an event looks at the
//! corrections after it, which are few.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::assessment::{Assessment, ClockTargets};
use crate::case::command::{ClockDue, ClockExtension, ClockPause, Correction};
use crate::case::state::entry::{Entry, Kind};
use crate::vocab::course::ClosureKind;
use crate::vocab::{Anchor, Department};

/// Everything that clocks look at, in the order in which it was recorded.
///
/// INVARIANT: entries are only added at the end, so the position of an entry never changes. Only the last wait of a
/// list can be open. An answer by a person ends the open wait of both lists. The rounds are numbered without a gap.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct Timeline {
    entries: Vec<Entry>,
    /// The waits that only the answer of a person ends.
    by_person: Waits,
    /// The waits that any answer ends.
    by_anybody: Waits,
    /// The corrections among the entries. They are few, and each reading of an event needs them.
    corrections: Vec<Corrected>,
    /// The number of reopenings so far.
    round: u32,
}

/// An instant that was corrected by an entry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Corrected {
    entry: usize,
    event: Anchor,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

/// The time during which a message of the complainant waited for an answer. `until` is `None` while it still waits.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::case) struct Wait {
    pub(in crate::case) since: Mark,
    pub(in crate::case) until: Option<Mark>,
}

/// An instant, with the number of entries at that moment. The number orders equal instants.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::case) struct Mark {
    pub(in crate::case) at: DateTime<Utc>,
    pub(in crate::case) entries: usize,
    /// The round of the case at that moment.
    pub(in crate::case) round: u32,
}

/// Waits in their order. Only the last one can be open.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Waits(Vec<Wait>);

impl Waits {
    fn heard(&mut self, since: Mark) {
        if self.0.last().is_none_or(|last| last.until.is_some()) {
            self.0.push(Wait { since, until: None });
        }
    }

    fn answered(&mut self, mark: Mark) {
        if let Some(last) = self.0.last_mut() {
            last.until = last.until.or(Some(mark));
        }
    }
}

impl Timeline {
    fn push(&mut self, recorded: DateTime<Utc>, what: Kind) {
        self.entries.push(Entry { recorded, what });
    }

    /// Returns the entries, in their order.
    pub(in crate::case) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Notes that an event happened at another instant than recorded.
    pub(in crate::case::state) fn correct(&mut self, correction: &Correction, recorded: DateTime<Utc>) {
        let (event, from, to) = (correction.event, correction.from, correction.to);
        self.corrections.push(Corrected { entry: self.entries.len(), event, from, to });
        self.push(recorded, Kind::Corrected { event, from, to });
    }

    /// Notes the targets of an assessment if they differ from those in force. After a move to another policy they are
    /// always noted, because each target can mean another term.
    pub(in crate::case::state) fn target(
        &mut self,
        assessed: &Assessment,
        by_another_policy: bool,
        recorded: DateTime<Utc>,
    ) {
        let (targets, exempt) = (assessed.targets.clone(), assessed.exempt);
        if by_another_policy {
            self.push(recorded, Kind::Moved { targets, exempt });
        } else if !self.has_targets_of(assessed) {
            self.push(recorded, Kind::Targets { targets, exempt });
        }
    }

    /// Notes a pause.
    pub(in crate::case::state) fn pause(&mut self, pause: &ClockPause, recorded: DateTime<Utc>) {
        let at = pause.at.unwrap_or(recorded);
        self.push(recorded, Kind::Paused { reason: pause.reason, clock: pause.clock, at });
    }

    /// Notes the end of a pause.
    pub(in crate::case::state) fn resume(&mut self, pause: &ClockPause, recorded: DateTime<Utc>) {
        let at = pause.at.unwrap_or(recorded);
        self.push(recorded, Kind::Resumed { reason: pause.reason, clock: pause.clock, at });
    }

    /// Notes an extension of a clock, with the instant of its approval if it was approved.
    pub(in crate::case::state) fn extend(
        &mut self,
        extending: ClockExtension,
        approved: Option<DateTime<Utc>>,
        recorded: DateTime<Utc>,
    ) {
        self.push(recorded, Kind::Extended { extending: Box::new(extending), approved });
    }

    /// Notes the due dates of a case that was merged into this one.
    pub(in crate::case::state) fn absorb(&mut self, due: &[ClockDue], recorded: DateTime<Utc>) {
        for due in due {
            self.push(recorded, Kind::Absorbed { clock: due.clock, at: due.at });
        }
    }

    /// Notes the closing of the case. A closing by force is not the event `closed` for which clocks wait.
    pub(in crate::case::state) fn end(&mut self, ending: ClosureKind, recorded: DateTime<Utc>) {
        let (by_force, solved) = match ending {
            ClosureKind::Resolved
            | ClosureKind::ExplainedNotEstablished
            | ClosureKind::ExplainedCustomerCaused => (false, true),
            ClosureKind::Withdrawn | ClosureKind::Merged => (false, false),
            ClosureKind::Forced => (true, false),
        };
        if !by_force {
            self.note(Anchor::CLOSED, recorded);
        }
        self.push(recorded, Kind::Over { by_force, solved });
    }

    /// Notes an event that happens at the moment at which it is recorded.
    pub(in crate::case::state) fn note(&mut self, event: Anchor, at: DateTime<Utc>) {
        self.happened(event, None, at, at, false);
    }

    /// Notes an event. If the same event happens again, it is a new one: a clock that started in between waits for it.
    pub(in crate::case::state) fn happened(
        &mut self,
        event: Anchor,
        department: Option<Department>,
        at: DateTime<Utc>,
        recorded: DateTime<Utc>,
        automatic: bool,
    ) {
        self.push(recorded, Kind::Happened { event, department, at, automatic });
    }

    /// Notes a message of the complainant. It starts a wait, unless an earlier message is still waiting.
    pub(in crate::case::state) fn heard(&mut self, at: DateTime<Utc>) {
        let mark = self.mark(at);
        self.by_person.heard(mark);
        self.by_anybody.heard(mark);
    }

    /// Notes an answer, which ends the open wait.
    pub(in crate::case::state) fn answered(&mut self, at: DateTime<Utc>, automatic: bool) {
        let mark = self.mark(at);
        self.by_anybody.answered(mark);
        if !automatic {
            self.by_person.answered(mark);
        }
    }

    fn mark(&self, at: DateTime<Utc>) -> Mark {
        Mark { at, entries: self.entries.len(), round: self.round }
    }

    /// Returns the waits of the complainant for any answer (`by_anybody`), or for the answer of a person.
    pub(in crate::case) fn waits(&self, by_anybody: bool) -> &[Wait] {
        if by_anybody { &self.by_anybody.0 } else { &self.by_person.0 }
    }

    pub(in crate::case::state) fn set_back(&mut self, recorded: DateTime<Utc>) {
        self.push(recorded, Kind::SetBack);
    }

    pub(in crate::case::state) fn reopened(&mut self, recorded: DateTime<Utc>) {
        self.round = self.round.saturating_add(1);
        self.push(recorded, Kind::Reopened { round: self.round });
    }

    /// Returns the current round of the case: 0 until the first reopening.
    pub(in crate::case) const fn round(&self) -> u32 {
        self.round
    }

    /// Returns the targets in force, and whether the case is exempt from clocks.
    fn targets(&self) -> Option<(&[ClockTargets], bool)> {
        self.entries.iter().rev().find_map(|entry| match &entry.what {
            Kind::Targets { targets, exempt } | Kind::Moved { targets, exempt } => {
                Some((targets.as_slice(), *exempt))
            }
            Kind::Happened { .. }
            | Kind::Corrected { .. }
            | Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Extended { .. }
            | Kind::SetBack
            | Kind::Over { .. }
            | Kind::Reopened { .. }
            | Kind::Absorbed { .. } => None,
        })
    }

    /// Returns `true` if the targets of an assessment are already in force.
    pub(in crate::case) fn has_targets_of(&self, assessed: &Assessment) -> bool {
        self.targets()
            .is_some_and(|(targets, exempt)| targets == assessed.targets && exempt == assessed.exempt)
    }

    /// Returns the last instant at which the due dates of the clocks could have changed. Whatever made a clock
    /// undetermined was recorded by then.
    pub(in crate::case) fn unsettled(&self) -> DateTime<Utc> {
        let last = self.entries.iter().rev().find(|entry| match entry.what {
            Kind::Happened { .. } | Kind::SetBack | Kind::Over { .. } | Kind::Absorbed { .. } => false,
            Kind::Corrected { .. }
            | Kind::Targets { .. }
            | Kind::Moved { .. }
            | Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Extended { .. }
            | Kind::Reopened { .. } => true,
        });
        let last = last.or(self.entries.first());
        last.map_or(DateTime::<Utc>::MIN_UTC, |entry| entry.recorded)
    }

    /// Returns the instant since which the complaint is unsolved: its registration, setback or reopening, whichever is
    /// last.
    pub(in crate::case) fn unsolved_since(&self) -> Option<DateTime<Utc>> {
        let unsolved = self.entries.iter().rev().find(|entry| match entry.what {
            Kind::Happened { event, .. } => event == Anchor::REGISTERED,
            Kind::SetBack | Kind::Reopened { .. } => true,
            Kind::Corrected { .. }
            | Kind::Targets { .. }
            | Kind::Moved { .. }
            | Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Extended { .. }
            | Kind::Over { .. }
            | Kind::Absorbed { .. } => false,
        });
        unsolved.map(|entry| entry.recorded)
    }

    /// Returns `true` if an event happened in this round of the case, for exactly this department or for none.
    pub(in crate::case) fn has_in_round(&self, event: Anchor, department: Option<Department>) -> bool {
        let here = |entry: &&Entry| !matches!(entry.what, Kind::Reopened { .. });
        self.entries.iter().rev().take_while(here).any(|entry| {
            matches!(&entry.what, Kind::Happened { event: known, department: of_unit, .. }
                if *known == event && *of_unit == department)
        })
    }

    /// Returns `true` if an event is recorded at an instant, or was corrected to it.
    pub(in crate::case) fn recorded(&self, event: Anchor, at: DateTime<Utc>) -> bool {
        self.entries.iter().any(|entry| match &entry.what {
            Kind::Happened { event: known, at: when, .. } => *known == event && *when == at,
            Kind::Corrected { event: known, to, .. } => *known == event && *to == at,
            Kind::Targets { .. }
            | Kind::Moved { .. }
            | Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Extended { .. }
            | Kind::SetBack
            | Kind::Over { .. }
            | Kind::Reopened { .. }
            | Kind::Absorbed { .. } => false,
        })
    }
}

impl Timeline {
    /// Returns the departments that received the complaint, each once, in the order of recording.
    pub(in crate::case) fn departments(&self) -> Vec<Department> {
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

    /// Returns the instant at which a department first received the complaint, with corrections.
    pub(in crate::case) fn department_received(&self, department: Department) -> Option<DateTime<Utc>> {
        let received = self.happenings().find(|(_, event, of_unit, _)| {
            *event == Anchor::DEPARTMENT_RECEIVED && *of_unit == Some(department)
        });
        received.map(|(index, event, _, at)| self.corrected(index + 1, event, at))
    }

    /// Returns the first instant of an event, with corrections.
    pub(in crate::case) fn first(&self, event: Anchor) -> Option<DateTime<Utc>> {
        let of_event = self.happenings().filter(|(_, known, ..)| *known == event);
        of_event.map(|(index, event, _, at)| self.corrected(index + 1, event, at)).min()
    }

    /// Returns the events, each with the position of its entry, its department, and its instant as recorded.
    pub(in crate::case) fn happenings(
        &self,
    ) -> impl Iterator<Item = (usize, Anchor, Option<Department>, DateTime<Utc>)> {
        self.entries.iter().enumerate().filter_map(|(index, entry)| {
            let Kind::Happened { event, department, at, .. } = entry.what else { return None };
            Some((index, event, department, at))
        })
    }

    /// Applies the corrections from an entry on to the instant of an event.
    pub(in crate::case) fn corrected(&self, from: usize, event: Anchor, at: DateTime<Utc>) -> DateTime<Utc> {
        let later = self.corrections.iter().filter(|corrected| corrected.entry >= from);
        later.fold(
            at,
            |at, corrected| {
                if corrected.event == event && corrected.from == at { corrected.to } else { at }
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::command::Note;

    fn at(hour: u32) -> DateTime<Utc> {
        alloc::format!("2026-03-02T{hour:02}:00:00Z").parse().unwrap()
    }

    fn waits(timeline: &Timeline, by_anybody: bool) -> Vec<(DateTime<Utc>, Option<DateTime<Utc>>)> {
        let waits = timeline.waits(by_anybody).iter();
        waits.map(|wait| (wait.since.at, wait.until.map(|until| until.at))).collect()
    }

    #[test]
    fn the_first_unanswered_message_waits_for_an_answer() {
        let mut timeline = Timeline::default();
        timeline.answered(at(8), false);
        timeline.heard(at(9));
        timeline.heard(at(10));
        // A machine answers nobody who waits for a person.
        timeline.answered(at(11), true);
        assert_eq!(waits(&timeline, true), [(at(9), Some(at(11)))]);
        assert_eq!(waits(&timeline, false), [(at(9), None)]);
        timeline.heard(at(12));
        timeline.answered(at(13), false);
        timeline.answered(at(14), false);
        assert_eq!(waits(&timeline, true), [(at(9), Some(at(11))), (at(12), Some(at(13)))]);
        assert_eq!(waits(&timeline, false), [(at(9), Some(at(13)))]);
    }

    #[test]
    fn corrections_follow_each_other_and_leave_other_events_alone() {
        let mut timeline = Timeline::default();
        timeline.note(Anchor::REGISTERED, at(10));
        timeline.note(Anchor::ACKNOWLEDGED, at(10));
        let reason = || -> Note { "mistyped".parse().unwrap() };
        for (from, to) in [(10, 9), (9, 8)] {
            let (from, to) = (at(from), at(to));
            timeline.correct(&Correction { event: Anchor::REGISTERED, from, to, reason: reason() }, at(11));
        }
        assert_eq!(timeline.first(Anchor::REGISTERED), Some(at(8)));
        assert_eq!(timeline.first(Anchor::ACKNOWLEDGED), Some(at(10)));
        assert!(
            timeline.recorded(Anchor::REGISTERED, at(9)) && !timeline.recorded(Anchor::REGISTERED, at(7))
        );
    }

    #[test]
    fn the_same_targets_are_entered_again_only_with_another_policy() {
        let mut timeline = Timeline::default();
        let (open, exempt) = (Assessment::default(), Assessment { exempt: true, ..Assessment::default() });
        let given = [
            (&open, false, 1),
            (&open, false, 1),
            (&open, true, 2),
            (&exempt, false, 3),
            (&exempt, false, 3),
        ];
        for (assessed, by_another_policy, count) in given {
            timeline.target(assessed, by_another_policy, at(9));
            assert_eq!(timeline.entries().len(), count);
            assert!(timeline.has_targets_of(assessed));
        }
    }

    #[test]
    fn a_reopening_begins_a_round_in_which_nothing_has_happened() {
        let mut timeline = Timeline::default();
        timeline.note(Anchor::CONSENTED, at(9));
        assert!(timeline.has_in_round(Anchor::CONSENTED, None));
        for round in 1..3 {
            timeline.end(ClosureKind::Resolved, at(10));
            timeline.reopened(at(11));
            assert_eq!(timeline.round(), round);
            assert!(!timeline.has_in_round(Anchor::CONSENTED, None));
        }
    }

    #[test]
    fn an_end_by_force_is_no_closing() {
        for (ending, closed) in [(ClosureKind::Forced, false), (ClosureKind::Withdrawn, true)] {
            let mut timeline = Timeline::default();
            timeline.end(ending, at(9));
            assert_eq!(timeline.first(Anchor::CLOSED).is_some(), closed);
        }
    }
}
