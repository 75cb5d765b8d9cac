//! The spells of a duty that repeats by the calendar: from when to when it runs, and the events that fulfil its
//! periods.
//!
//! A duty such as "report progress every 20 working days" does not run all the time. It begins with an event, ends
//! with another, and may begin again after a set-back or a reopening. Each of these stretches is a spell. One pass
//! over the entries finds them:
//!
//! | Entry | Effect |
//! |---|---|
//! | the start event, if one is awaited | a spell begins |
//! | the event that the clock waits for, not before the start | the spell ends |
//! | the case is over, unless the duty follows the solution | the spell ends |
//! | a set-back, if the spell ended with a solution | a new spell begins |
//! | a reopening | depends on the rounds of the rule: see below |
//!
//! After a reopening, a duty of the first round ends for good. A spell that still runs goes on. Otherwise a duty of
//! every round begins again at once, if it ever began, and a duty of later rounds waits for its start event in the
//! new round. A duty that starts with the due date of another clock begins with that date.
//!
//! A spell remembers the entry that began it, because the same entry must not also fulfil its first period.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::clock::running::{Maker, Run, Starts};
use crate::case::state::{BY_FORCE, CASE_OVER, DUTY_OVER, Kind, ROUND_OVER};
use crate::deadline::Due;
use crate::deadline::choice::Bound;
use crate::policy::clock::{ClockRounds, Periods};
use crate::vocab::{Anchor, Department, RuleId};

/// A stretch of time in which the duty runs.
pub(super) struct Spell {
    pub(super) start: Due,
    /// The entry of the event that began it. That event fulfils nothing.
    pub(super) entry: Option<usize>,
    pub(super) round: u32,
    pub(super) over: Option<End>,
}

/// What ended a period: an event that fulfilled it, or the end of the duty.
#[derive(Clone, Copy)]
pub(super) struct End {
    pub(super) at: DateTime<Utc>,
    pub(super) recorded: DateTime<Utc>,
    pub(super) entry: usize,
    /// Why it ended without a result; `None` if it was fulfilled.
    pub(super) reason: Option<RuleId>,
}

impl Spell {
    /// Returns whether an event was entered while the duty ran, and lies in that time.
    pub(super) fn takes(&self, end: &End) -> bool {
        let before = |over: End| end.entry < over.entry && end.at <= over.at;
        self.entry != Some(end.entry) && self.over.is_none_or(before)
    }
}

impl Maker<'_, '_> {
    /// Returns the spells of the duty, in order.
    pub(super) fn spells(&self, department: Option<Department>) -> Vec<Spell> {
        let (rule, timeline) = (self.rule, self.case.timeline());
        let mut spells: Vec<Spell> = Vec::new();
        // Whether the start event would begin a spell in this round, and whether it has ever happened.
        let (mut waits, mut has_started) = (rule.rounds != ClockRounds::Later, false);
        if let Some(start) = self.starts.due(0).filter(|_| waits) {
            spells.push(Spell { start, entry: None, round: 0, over: None });
        }
        waits &= self.starts == Starts::Event;
        let (mut round, mut from) = (0, 0);
        for (index, entry) in timeline.entries().iter().enumerate() {
            let recorded = entry.recorded;
            let anew = |at: DateTime<Utc>, entry: Option<usize>, round: u32| Spell {
                start: Due::new(at, Bound::Inclusive),
                entry,
                round,
                over: None,
            };
            match entry.what {
                Kind::Happened { .. } => {
                    let is_asked = |event| event == rule.clock().start() || event == rule.end;
                    let Some((event, at)) = self.happening(index, entry, department, is_asked) else {
                        continue;
                    };
                    if event == rule.clock().start() && waits {
                        (waits, has_started) = (false, true);
                        // The event that ends it may have been entered before the event that begins it.
                        let mut before = Run::new(0, round);
                        before.from = from;
                        let ended = self.ended_since(at, &before, index, department);
                        let over =
                            ended.map(|at| End { at, recorded, entry: index, reason: Some(DUTY_OVER) });
                        spells.push(Spell { over, ..anew(at, Some(index), round) });
                    } else if event == rule.end
                        && let Some(spell) = spells.last_mut().filter(|spell| spell.over.is_none())
                        && spell.start.at() <= at
                    {
                        let closes = event == Anchor::CLOSED;
                        let reason = Some(if closes { CASE_OVER } else { DUTY_OVER });
                        spell.over = Some(End { at, recorded, entry: index, reason });
                    }
                }
                Kind::Over { by_force, solved } if !(self.follows_solution() && solved) => {
                    if let Some(spell) = spells.last_mut().filter(|spell| spell.over.is_none()) {
                        let reason = Some(if by_force { BY_FORCE } else { CASE_OVER });
                        spell.over = Some(End { at: recorded, recorded, entry: index, reason });
                    }
                }
                // The complaint is no longer solved, so that the duty runs again.
                Kind::SetBack => {
                    let solved =
                        |spell: &Spell| spell.over.is_some_and(|over| over.reason == Some(DUTY_OVER));
                    if self.ends_with_solution() && spells.last().is_some_and(solved) {
                        spells.push(anew(recorded, None, round));
                    }
                }
                Kind::Reopened { round: begun } => {
                    (round, from) = (begun, index + 1);
                    let runs = spells.last().is_some_and(|spell| spell.over.is_none());
                    match (rule.rounds, &self.starts) {
                        (ClockRounds::First, _) => {
                            if let Some(spell) = spells.last_mut().filter(|_| runs) {
                                let reason = Some(ROUND_OVER);
                                spell.over = Some(End { at: recorded, recorded, entry: index, reason });
                            }
                            break;
                        }
                        // A spell that nothing has ended goes on.
                        (ClockRounds::Every | ClockRounds::Later, _) if runs => {}
                        (ClockRounds::Every | ClockRounds::Later, Starts::Due(_)) => {
                            let start = self.starts.due(round);
                            spells.extend(start.map(|start| Spell { start, ..anew(recorded, None, round) }));
                        }
                        // A duty of later rounds waits for its start event in each of them.
                        (ClockRounds::Later, Starts::Event) => waits = true,
                        (ClockRounds::Every, Starts::Event) if has_started => {
                            spells.push(anew(recorded, None, round));
                        }
                        (ClockRounds::Every, Starts::Event) => {}
                    }
                }
                Kind::Over { .. }
                | Kind::Corrected { .. }
                | Kind::Targets { .. }
                | Kind::Moved { .. }
                | Kind::Paused { .. }
                | Kind::Resumed { .. }
                | Kind::Extended { .. }
                | Kind::Absorbed { .. } => {}
            }
        }
        spells
    }

    /// Returns the end of the case, unless the case was reopened since.
    pub(super) fn case_over(&self) -> Option<End> {
        let mut entries = self.case.timeline().entries().iter().enumerate().rev();
        entries.find_map(|(entry, over)| match over.what {
            Kind::Reopened { .. } => Some(None),
            Kind::Over { by_force, .. } => {
                let reason = Some(if by_force { BY_FORCE } else { CASE_OVER });
                Some(Some(End { at: over.recorded, recorded: over.recorded, entry, reason }))
            }
            Kind::Happened { .. }
            | Kind::Corrected { .. }
            | Kind::Targets { .. }
            | Kind::Moved { .. }
            | Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Extended { .. }
            | Kind::SetBack
            | Kind::Absorbed { .. } => None,
        })?
    }

    /// Returns the events that fulfil periods, in the order in which they were entered.
    pub(super) fn fulfilments(&self, periods: &Periods, department: Option<Department>) -> Vec<End> {
        let entries = self.case.timeline().entries().iter().enumerate();
        let fulfils = |event| periods.fulfilled_by.contains(&event);
        let events = entries.filter_map(|(index, entry)| {
            let (_, at) = self.happening(index, entry, department, fulfils)?;
            Some(End { at, recorded: entry.recorded, entry: index, reason: None })
        });
        events.collect()
    }
}
