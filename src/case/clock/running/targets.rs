//! Which deadline a clock has, and how it gets another.
//!
//! Each assessment of the complaint names the targets that apply, such as "serious" or "product quality". From them
//! and the rule follows the deadline: one term, or the earliest of several. When targets change, the clock is in one
//! of four states:
//!
//! | State | What happens |
//! |---|---|
//! | no record yet | a record is created and catches up with the entries so far |
//! | not started | the new deadline simply takes the place of the old one |
//! | running | the change is entered in the record, from the moment it was recorded |
//! | ended | nothing, unless the end is undone later: then the new deadline counts |
//!
//! If the targets name no deadline, the clock is taken off; its record is kept aside, because later targets may bring
//! it back. If the deadline cannot be determined, the last known one stays: an open question must not remove a limit.

use alloc::string::ToString;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::assessment::ClockTargets;
use crate::case::clock::running::entered::entered;
use crate::case::clock::running::{Maker, Run};
use crate::case::state::{BY_FORCE, Kind, SUPERSEDED};
use crate::deadline::choice::MissingTarget;
use crate::deadline::limits::MAX_ALTERNATIVES;
use crate::deadline::{ClockRecord, Deadline, DeadlineError};
use crate::policy::clock::Targets;
use crate::vocab::Department;

impl Maker<'_, '_> {
    /// Puts new targets in place of the old ones.
    pub(super) fn target(
        &self,
        run: &mut Run,
        index: usize,
        targets: &[ClockTargets],
        exempt: bool,
        moved: bool,
        department: Option<Department>,
    ) {
        let clock = self.rule.clock();
        let Some(recorded) = self.case.timeline().entries().get(index).map(|entry| entry.recorded) else {
            return;
        };
        run.exempt = exempt;
        // Before its first round, a clock of later rounds only remembers its deadline.
        if run.is_pending {
            match if exempt { Ok(None) } else { self.deadline(targets, department) } {
                Ok(deadline) => (run.deadline, run.none) = (deadline, None),
                // A known limit stays until another takes its place.
                Err(error) => run.none = run.deadline.is_none().then_some(error),
            }
            return;
        }
        let deadline = if exempt { Ok(None) } else { self.deadline(targets, department) };
        let deadline = match deadline {
            Ok(Some(deadline)) => deadline,
            Ok(None) => {
                (run.none, run.deadline) = (None, None);
                return self.take_off(run, index, recorded);
            }
            Err(error) => {
                // A known limit stays until another takes its place.
                self.take_up(run, index, department);
                if run.record.is_none() {
                    run.none = Some(error);
                }
                return;
            }
        };
        run.none = None;
        self.take_up(run, index, department);
        run.deadline = Some(deadline.clone());
        match &mut run.record {
            Some(record) if *record.latest() == deadline && !moved => {}
            // A clock that has not started has only the new deadline.
            Some(record)
                if self.started(record).is_none()
                    || record.anchors().get(clock.start()).is_some_and(|at| at > recorded) =>
            {
                if record.ended(recorded).is_none() {
                    (record.deadline, record.changes) = (deadline, Vec::new());
                }
            }
            Some(record) if record.is_over() => {}
            Some(record) => {
                entered(record.change(clock, recorded, deadline));
            }
            None => {
                run.record = Some(ClockRecord::new(deadline, run.anchors.clone()));
                self.catch_up(run, run.from, index, department);
            }
        }
    }

    /// Takes a running clock off the case. Its record is kept for as long as there is no such clock.
    pub(super) fn take_off(&self, run: &mut Run, index: usize, recorded: DateTime<Utc>) {
        let reason = if run.exempt { BY_FORCE } else { SUPERSEDED };
        if let Some(record) = run.running() {
            let held = record.clone();
            if entered(record.cancel(self.rule.clock(), reason, recorded)) {
                run.held = Some((held, index));
            }
        }
    }

    /// Brings back a clock that was taken off: from its original start, as if it had been there all the time.
    pub(super) fn take_up(&self, run: &mut Run, index: usize, department: Option<Department>) {
        if let Some((held, since)) = run.held.take() {
            run.record = Some(held);
            self.catch_up(run, since + 1, index, department);
        }
    }

    /// Enters what was entered while there was no such clock.
    pub(super) fn catch_up(&self, run: &mut Run, from: usize, to: usize, department: Option<Department>) {
        let turn = run.turn;
        let entries = self.case.timeline().entries().iter().enumerate();
        for (index, entry) in entries.take(to).skip(from) {
            let concerns = match entry.what {
                Kind::Targets { .. } | Kind::Moved { .. } => false,
                Kind::Paused { .. } | Kind::Resumed { .. } => true,
                Kind::Happened { .. }
                | Kind::Corrected { .. }
                | Kind::Extended { .. }
                | Kind::SetBack
                | Kind::Over { .. }
                | Kind::Reopened { .. }
                | Kind::Absorbed { .. } => !self.rule.repeats,
            };
            if concerns {
                self.enter(run, index, entry, department, &mut Vec::new());
            }
        }
        run.turn = turn;
    }

    /// Returns the deadline by the targets, each with its calendar; `None` if the policy has no such clock for the
    /// complaint.
    pub(super) fn deadline(
        &self,
        targets: &[ClockTargets],
        department: Option<Department>,
    ) -> Result<Option<Deadline>, DeadlineError> {
        let Some(targeted) = targets.iter().find(|targeted| targeted.clock == self.rule.name()) else {
            return Ok(None);
        };
        let complaint = self.case.complaint();
        if let Some(fact) =
            self.rule.only_where.filter(|&fact| targeted.missing && complaint.count(fact) == 0)
        {
            return Err(DeadlineError::NotAnswered { fact });
        }
        match self.rule.targets() {
            Targets::Same(deadline) => return Ok(Some(deadline.clone())),
            Targets::NotSet(parameter) => {
                return Err(DeadlineError::NoTarget {
                    wanted: MissingTarget::Parameter(parameter.to_string()),
                });
            }
            Targets::Table(_) => {}
        }
        if targeted.missing {
            let category = self.case.complaint().categories().next();
            let wanted = category.map_or(MissingTarget::AnyCategory, MissingTarget::Category);
            return Err(DeadlineError::NoTarget { wanted });
        }
        let named = self.rule.targets_named(&targeted.by).into_iter();
        let mut deadlines: Vec<Deadline> =
            named.map(|target| self.policy.deadline_of(self.rule, target, department)).collect();
        deadlines.extend(self.rule.otherwise.clone().filter(|_| targeted.otherwise));
        match deadlines.len() {
            0 => Err(DeadlineError::NoTarget { wanted: MissingTarget::AnyCategory }),
            1 => Ok(deadlines.pop()),
            _ => Ok(Some(earliest_of(deadlines))),
        }
    }
}

/// Returns the earliest of any number of deadlines. A deadline holds a limited number of alternatives, so that larger
/// numbers are nested: the earliest of the earliest.
fn earliest_of(mut deadlines: Vec<Deadline>) -> Deadline {
    while deadlines.len() > MAX_ALTERNATIVES {
        let of_some = |some: &[Deadline]| Deadline::earliest(some.iter().cloned());
        deadlines = deadlines.chunks(MAX_ALTERNATIVES).map(of_some).collect();
    }
    Deadline::earliest(deadlines)
}
