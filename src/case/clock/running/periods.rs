//! A duty that comes again by the calendar: its periods, one turn of the clock each.
//!
//! First the *spells* are found: from when to when the duty runs. A spell begins with the event of the clock, or with the
//! reopening of a case in which that event has happened; it ends with the event that the clock waits for, or with the
//! case. Within a spell one period follows another. The next one starts from the due date of the one before or, where the
//! policy says so, from the event that fulfilled it. Each period has a record of its own, gone through by the same code
//! as that of any clock, with the few entries that concern it: targets, pauses, dates of merged cases.
//!
//! By hand: every 20 working days from Monday, 5 October; updates on 20 October and on 10 November. The first period
//! ends on 3 November and was fulfilled on 20 October. The second one starts from 3 November, was fulfilled on 10
//! November and ends on 1 December, from which the third one runs. Without the second update the second period is
//! missed on 1 December, and an update on 3 December fulfils the third one: the second stays missed, and from then on
//! nobody waits for it.
//!
//! Cost: a period takes the entries that concern it, and no more; periods are made up to the one that runs at the instant
//! of the question, and so many ahead. Invariants: due dates of a spell ascend, or no further period is made; a period
//! that was fulfilled is never judged again; turns are numbered over all spells, so that the key of a duty stays.

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

/// A period in the making.
struct Period {
    turn: u32,
    start: Due,
    is_first: bool,
}

impl Period {
    /// Whether an instant lies behind its start: what lies on the due date of the period before belongs to that.
    fn has_begun(&self, at: DateTime<Utc>) -> bool {
        if self.is_first { self.start.at() <= at } else { !self.start.is_met_at(at) }
    }
}

impl<'p> Maker<'p, '_> {
    /// The clocks of a duty that comes again by the calendar.
    pub(super) fn periodic(
        &self,
        periods: &Periods,
        department: Option<Department>,
        clocks: &mut Vec<CaseClock<'p>>,
    ) {
        let duty = Duty { department, entries: self.concerning() };
        let spells = self.spells(department);
        let round = self.case.timeline().round();
        // What has not started yet is there, and waits.
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

    /// The few entries that concern a period: targets, pauses, dates of merged cases.
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

    /// Adds the periods of a duty that counts each from the due date of the one before.
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
        // Nothing before it lies in this period, or in any to come.
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
            // An event that came in time by what was known then fulfils it, whatever was found since.
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
                // Of a period that is to come it matters only when it begins that nobody knows when it ends.
                let is_to_come = !period.is_first && period.start.at() > self.now;
                return clocks.extend((!is_to_come).then_some(clock));
            };
            // One that was entered late lies in it all the same.
            let late = events.find(|end| due.is_met_at(end.at));
            let end = late.copied().or(first.map(|first| End { reason: Some(CAUGHT_UP), ..*first }));
            // Without such a clock, by what was found since, nothing follows; nor where nothing ends a period.
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

    /// Adds the periods of a duty that counts each from the event that fulfilled the one before.
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

    /// Whether a period is made: the first one of a spell always, any other up to the one that runs now, and so many
    /// ahead. None begins when the duty is over.
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

    /// The clock of a period that something ends, or nothing.
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

    /// A run with everything that concerns it, up to its end.
    fn gone_through(&self, mut run: Run, end: Option<End>, duty: &Duty<'_>) -> Run {
        let start = run.anchors.get(self.rule.clock().start());
        for &(index, entry) in &duty.entries {
            if end.is_some_and(|end| end.entry <= index) {
                break;
            }
            // The date of another case binds the period that ran when it was merged into this one.
            let concerns = if let Kind::Absorbed { at, .. } = entry.what {
                start.is_some_and(|start| start <= entry.recorded && start < at)
            } else {
                true
            };
            if concerns {
                self.enter(&mut run, index, entry, duty.department, &mut Vec::new());
            }
        }
        // A record that is over was taken off the case before.
        if let (Some(end), Some(record)) = (end, run.running()) {
            let clock = self.rule.clock();
            entered(match end.reason {
                None => record.stop_started(clock, Occurrence::at(end.at).entered(end.recorded)),
                Some(reason) => record.cancel(clock, reason, Occurrence::at(end.at).entered(end.recorded)),
            });
        }
        run
    }

    /// A clock that nobody can date, in place of all periods behind the last one that is kept.
    fn too_many(&self, period: &Period, spell: &Spell, duty: &Duty<'_>) -> Option<CaseClock<'p>> {
        let mut run = Run::new(period.turn, spell.round);
        run.none = Some(DeadlineError::TooManyPeriods { most: MAX_PERIODS });
        self.clock(duty.department, run)
    }
}

impl Period {
    /// The one that starts from an instant.
    const fn next(self, start: Due) -> Self {
        Self { turn: self.turn + 1, start, is_first: false }
    }
}

/// Lets a record count from the due date of the period before. A deadline that restarts with a change counts from that.
fn following_period(record: &mut ClockRecord, on_change: ChangeEffect) {
    record.deadline = record.deadline.following_period();
    if on_change != ChangeEffect::Restart {
        for change in &mut record.changes {
            change.deadline = change.deadline.following_period();
        }
    }
}
