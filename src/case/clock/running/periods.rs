//! A duty that repeats by the calendar: one turn of the clock for each period.
//!
//! # The idea
//!
//! First the *spells* are found: from when to when the duty runs (see `spells`). Within a spell, one period follows
//! another. The next period starts with the due date of the one before or, if the policy says so, with the event that
//! fulfilled the one before. Each period has a record of its own. It is made by the same code as every other clock,
//! from the few entries that concern it: targets, pauses, and dates of merged cases.
//!
//! # By hand
//!
//! A duty of every 20 working days starts on Monday, 5 October. Updates are given on 20 October and on 10 November.
//!
//! | Period | starts | ends | result |
//! |---|---|---|---|
//! | 1 | 5 October | 3 November | fulfilled on 20 October |
//! | 2 | 3 November | 1 December | fulfilled on 10 November |
//! | 3 | 1 December | … | runs |
//!
//! Without the second update, period 2 is missed on 1 December. An update on 3 December then fulfils period 3. Period
//! 2 stays missed, and from then on nobody waits for it (`CAUGHT_UP`).
//!
//! # From the due date, or from the event
//!
//! `add_from_due`: periods lie on a fixed grid. The first event inside a period that comes in time fulfils it. If
//! none comes in time, the period is missed. If a later event is found to lie within the period after all, because it
//! was entered late, the period counts as fulfilled; otherwise it ends when somebody catches up.
//!
//! `add_from_done`: there is no grid. A period lasts until an event fulfils it, early or late, and the next one
//! starts with that event.
//!
//! # Cost
//!
//! A period takes only the entries that concern it. Periods are made up to the one that runs at the instant of the
//! question, and `ahead` further ones. The fulfilling events are gone through once for each spell: `from` skips those
//! before the period.
//!
//! # Invariants
//!
//! - The due dates of a spell ascend. If one does not, no further period is made, so that the loop ends.
//! - A period that was fulfilled is never judged again.
//! - Turns are numbered over all spells, so that the key of a duty keeps its meaning.
//! - An event on the due date belongs to the period that ends then, and not to the next one.
//! - After [`MAX_PERIODS`] periods, one clock that cannot be dated stands for all others.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::clock::case_clock::CaseClock;
use crate::case::clock::running::entered::entered;
use crate::case::clock::running::spells::{End, Spell};
use crate::case::clock::running::{Maker, Run};
use crate::case::state::{CAUGHT_UP, Entry, Kind};
use crate::deadline::choice::Bound;
use crate::deadline::rule::{ChangeEffect, Occurrence};
use crate::deadline::{ClockRecord, DeadlineError, Due};
use crate::policy::clock::{ClockRounds, PeriodStart, Periods};
use crate::policy::limits::MAX_PERIODS;
use crate::vocab::Department;

/// What the periods of a clock have in common.
struct Duty<'c> {
    department: Option<Department>,
    /// The entries that concern every period, each with its place.
    entries: Vec<(usize, &'c Entry)>,
}

/// A period that is being made.
struct Period {
    turn: u32,
    start: Due,
    is_first: bool,
}

impl Period {
    /// Returns whether an instant lies after its start. An instant on the due date of the period before belongs to
    /// that period.
    fn has_begun(&self, at: DateTime<Utc>) -> bool {
        if self.is_first { self.start.at() <= at } else { !self.start.is_met_at(at) }
    }
}

impl<'p> Maker<'p, '_> {
    /// Makes the clocks of a duty that repeats by the calendar.
    pub(super) fn periodic(
        &self,
        periods: &Periods,
        department: Option<Department>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        let duty = Duty { department, entries: self.concerning() };
        let spells = self.spells(department);
        let round = self.case.timeline().round();
        // A duty that has not started yet is a clock that waits.
        if spells.is_empty() && (self.rule.rounds != ClockRounds::Later || round > 0) {
            let run = self.gone_through(Run::new(0, round), self.case_over(), &duty);
            clocks.extend(self.clock(department, run));
        }
        let done = self.fulfilments(periods, department);
        let mut turn = 0;
        for spell in &spells {
            match periods.start {
                PeriodStart::Due => self.add_from_due(spell, &done, &mut turn, &duty, clocks),
                PeriodStart::Done => self.add_from_done(spell, &done, &mut turn, &duty, clocks),
            }
        }
    }

    /// Returns the few entries that concern a period: targets, pauses, dates of merged cases.
    fn concerning(&self) -> Vec<(usize, &Entry)> {
        let concerns = |kind: &Kind| match kind {
            Kind::Targets { .. }
            | Kind::Moved { .. }
            | Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Absorbed { .. } => true,
            Kind::Happened { .. }
            | Kind::Corrected { .. }
            | Kind::Extended { .. }
            | Kind::SetBack
            | Kind::Over { .. }
            | Kind::Reopened { .. } => false,
        };
        let entries = self.case.timeline().entries().iter().enumerate();
        entries.filter(|(_, entry)| concerns(&entry.what)).collect()
    }

    /// Adds the periods of a duty that counts each period from the due date of the one before.
    fn add_from_due(
        &self,
        spell: &Spell,
        done: &[End],
        turn: &mut u32,
        duty: &Duty<'_>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        let mut period = Period { turn: *turn, start: spell.start, is_first: true };
        let mut ahead = self.ahead;
        // Events before this place lie before the current period and every later one.
        let mut from = 0;
        while self.is_made(&period, spell, &mut ahead) {
            *turn = period.turn + 1;
            if period.turn == MAX_PERIODS {
                return clocks.extend(self.too_many(&period, spell, duty));
            }
            while done.get(from).is_some_and(|end| !period.has_begun(end.at)) {
                from += 1;
            }
            let here = |end: &&End| spell.takes(end) && period.has_begun(end.at);
            let mut events = done.get(from..).unwrap_or_default().iter().filter(here);
            let first = events.clone().next();
            // An event that was in time by what was known then fulfils the period, whatever was found since.
            let fulfilled = first.and_then(|end| {
                let clock = self.period(&period, spell, Some(*end), duty)?;
                let due = clock.settled(self.policy, self.now)?;
                due.is_met_at(end.at).then_some((clock, due))
            });
            if let Some((clock, due)) = fulfilled {
                clocks.push(clock);
                period = period.next(due);
                continue;
            }
            let Some(clock) = self.period(&period, spell, spell.over, duty) else { return };
            let Some(due) = clock.settled(self.policy, self.now) else {
                // That nobody knows the end of a future period matters only once that period begins.
                let is_to_come = !period.is_first && period.start.at() > self.now;
                return clocks.extend((!is_to_come).then_some(clock));
            };
            // An event that was entered late may still lie within the period.
            let late = events.find(|end| due.is_met_at(end.at));
            let end = late.copied().or(first.map(|first| End { reason: Some(CAUGHT_UP), ..*first }));
            // No period follows if the complaint no longer has this clock, or if the due date does not advance.
            let taken_off = clock.record().and_then(|record| record.cancelled).map(|(stop, _)| stop.at);
            let follows = period.start.at() < due.at() && taken_off.is_none_or(|at| due.at() < at);
            clocks.extend(match end {
                Some(end) => self.period(&period, spell, Some(end), duty),
                None => Some(clock),
            });
            if !follows {
                return;
            }
            period = period.next(due);
        }
    }

    /// Adds the periods of a duty that counts each period from the event that fulfilled the one before.
    fn add_from_done(
        &self,
        spell: &Spell,
        done: &[End],
        turn: &mut u32,
        duty: &Duty<'_>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        let mut period = Period { turn: *turn, start: spell.start, is_first: true };
        for end in done.iter().filter(|end| spell.takes(end)).map(Some).chain([None]) {
            if end.is_some_and(|end| !period.has_begun(end.at)) {
                continue;
            }
            *turn = period.turn + 1;
            if period.turn == MAX_PERIODS {
                return clocks.extend(self.too_many(&period, spell, duty));
            }
            let Some(end) = end else {
                let is_over = spell.over.is_some_and(|over| period.start.at() >= over.at) && !period.is_first;
                clocks.extend((!is_over).then(|| self.period(&period, spell, spell.over, duty)).flatten());
                return;
            };
            clocks.extend(self.period(&period, spell, Some(*end), duty));
            period = period.next(Due::new(end.at, Bound::Inclusive));
        }
    }

    /// Returns whether a period is made: the first of a spell always, any other up to the one that runs now, and
    /// `ahead` further ones. No period begins after the duty is over.
    fn is_made(&self, period: &Period, spell: &Spell, ahead: &mut u32) -> bool {
        if period.is_first {
            return true;
        }
        if spell.over.is_some_and(|over| period.start.at() >= over.at) {
            return false;
        }
        if period.start.at() <= self.now {
            return true;
        }
        let is_left = *ahead > 0;
        *ahead = ahead.saturating_sub(1);
        is_left
    }

    /// Returns the clock of a period, with its end if it has one.
    fn period(
        &self,
        period: &Period,
        spell: &Spell,
        end: Option<End>,
        duty: &Duty<'_>,
    ) -> Option<CaseClock<'p>> {
        let mut run = Run::new(period.turn, spell.round);
        run.is_past = self.rule.rounds == ClockRounds::First && self.case.timeline().round() > 0;
        run.anchors.set_due(self.rule.clock().start(), period.start);
        let mut run = self.gone_through(run, end, duty);
        let from_due = !period.is_first
            && self.rule.periods().is_some_and(|periods| periods.start() == PeriodStart::Due);
        if let Some(record) = run.record.as_mut().filter(|_| from_due) {
            following_period(record, self.rule.clock().on_change);
        }
        self.clock(duty.department, run)
    }

    /// Returns a run with everything that concerns it, up to its end.
    fn gone_through(&self, mut run: Run, end: Option<End>, duty: &Duty<'_>) -> Run {
        let start = run.anchors.get(self.rule.clock().start());
        for &(index, entry) in &duty.entries {
            if end.is_some_and(|end| end.entry <= index) {
                break;
            }
            // The date of a merged case binds the period that ran when the case was merged.
            let concerns = if let Kind::Absorbed { at, .. } = entry.what {
                start.is_some_and(|start| start <= entry.recorded && start < at)
            } else {
                true
            };
            if concerns {
                self.enter(&mut run, index, entry, duty.department, &mut Vec::new());
            }
        }
        // A record that is over was taken off the case earlier.
        if let (Some(end), Some(record)) = (end, run.running()) {
            let clock = self.rule.clock();
            entered(match end.reason {
                None => record.stop_started(clock, Occurrence::at(end.at).entered(end.recorded)),
                Some(reason) => record.cancel(clock, reason, Occurrence::at(end.at).entered(end.recorded)),
            });
        }
        run
    }

    /// Returns a clock that nobody can date. It stands for all periods after the last one that is kept.
    fn too_many(&self, period: &Period, spell: &Spell, duty: &Duty<'_>) -> Option<CaseClock<'p>> {
        let mut run = Run::new(period.turn, spell.round);
        run.none = Some(DeadlineError::TooManyPeriods { most: MAX_PERIODS });
        self.clock(duty.department, run)
    }
}

impl Period {
    /// Returns the period that starts at an instant.
    const fn next(self, start: Due) -> Self {
        Self { turn: self.turn + 1, start, is_first: false }
    }
}

/// Lets a record count from the due date of the period before. A deadline that restarts with a change counts from the
/// change.
fn following_period(record: &mut ClockRecord, on_change: ChangeEffect) {
    record.deadline = record.deadline.following_period();
    if on_change != ChangeEffect::Restart {
        for change in &mut record.changes {
            change.deadline = change.deadline.following_period();
        }
    }
}
