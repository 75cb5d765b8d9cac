//! What happened to the clocks of a case, in the order in which it was entered.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::assessment::ClockTargets;
use crate::case::command::ClockExtension;
use crate::vocab::{Anchor, ClockName, Department, PauseReason, RuleId};
use crate::word;

/// Why a clock ends without a result: the case is over.
pub(in crate::case) const CASE_OVER: RuleId = word!(RuleId, "case-over");
/// Why a clock ends without a result: it belongs to the first round of the case, and that is over.
pub(in crate::case) const ROUND_OVER: RuleId = word!(RuleId, "round-over");
/// Why a period of a duty ends without a result: what it waits for is over.
pub(in crate::case) const DUTY_OVER: RuleId = word!(RuleId, "duty-over");
/// Why a missed period of a duty ends without a result: a later one was fulfilled.
pub(in crate::case) const CAUGHT_UP: RuleId = word!(RuleId, "caught-up");
/// Why a clock ends without a result: the policy, or what was found, no longer has it.
pub(in crate::case) const SUPERSEDED: RuleId = word!(RuleId, "superseded");
/// Why a clock ends without a result: the case is closed by force.
pub(in crate::case) const BY_FORCE: RuleId = word!(RuleId, "closed-by-force");

/// Everything that clocks look at.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct Timeline {
    pub(in crate::case) entries: Vec<Entry>,
    /// The waits that end with the answer of a person.
    by_person: Waits,
    /// The waits that end with any answer.
    by_anybody: Waits,
    /// The corrections among the entries: few, and asked for at each event.
    corrections: Vec<Corrected>,
    /// How often the complaint was taken up again.
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

/// From when to when the first unanswered message of the complainant waited for an answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::case) struct Wait {
    pub(in crate::case) since: Mark,
    pub(in crate::case) until: Option<Mark>,
}

/// An instant, and how many entries there were then: equal instants are ordered by number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::case) struct Mark {
    pub(in crate::case) at: DateTime<Utc>,
    pub(in crate::case) entries: usize,
    /// In which round of the case it was.
    pub(in crate::case) round: u32,
}

/// The waits, of which the last may go on.
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

/// One entry.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::case) struct Entry {
    pub(in crate::case) recorded: DateTime<Utc>,
    pub(in crate::case) what: Kind,
}

#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::case) enum Kind {
    /// An event, in a department where it has one of its own. It may happen again.
    Happened {
        event: Anchor,
        department: Option<Department>,
        at: DateTime<Utc>,
        automatic: bool,
    },
    /// An event was earlier than recorded.
    Corrected {
        event: Anchor,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    },
    /// The targets that hold from now on, or that there are no clocks.
    Targets {
        targets: Vec<ClockTargets>,
        exempt: bool,
    },
    /// The policy changed, and with it every rule.
    Moved {
        targets: Vec<ClockTargets>,
        exempt: bool,
    },
    Paused {
        reason: PauseReason,
        clock: Option<ClockName>,
        at: DateTime<Utc>,
    },
    Resumed {
        reason: PauseReason,
        clock: Option<ClockName>,
        at: DateTime<Utc>,
    },
    Extended {
        extending: Box<ClockExtension>,
        approved: Option<DateTime<Utc>>,
    },
    /// What was resolved is not.
    SetBack,
    /// The case is over.
    Over {
        by_force: bool,
        /// Whether it was solved: what follows a solution still comes.
        solved: bool,
    },
    /// It was taken up again, the first time, the second …: a round of the case begins.
    Reopened {
        round: u32,
    },
    /// A case that was merged into this one was due by then.
    Absorbed {
        clock: ClockName,
        at: DateTime<Utc>,
    },
}

impl Timeline {
    pub(in crate::case) fn push(&mut self, recorded: DateTime<Utc>, what: Kind) {
        if let Kind::Corrected { event, from, to } = what {
            self.corrections.push(Corrected { entry: self.entries.len(), event, from, to });
        }
        self.entries.push(Entry { recorded, what });
    }

    /// Notes an event. One that happens again is another one: a clock that started in between waits for it.
    pub(in crate::case) fn happened(
        &mut self,
        event: Anchor,
        department: Option<Department>,
        at: DateTime<Utc>,
        recorded: DateTime<Utc>,
        automatic: bool,
    ) {
        self.push(recorded, Kind::Happened { event, department, at, automatic });
    }

    /// A message of the complainant: the first that nobody has answered starts to wait.
    pub(in crate::case) fn heard(&mut self, at: DateTime<Utc>) {
        let mark = self.mark(at);
        self.by_person.heard(mark);
        self.by_anybody.heard(mark);
    }

    /// An answer to what waits.
    pub(in crate::case) fn answered(&mut self, at: DateTime<Utc>, automatic: bool) {
        let mark = self.mark(at);
        self.by_anybody.answered(mark);
        if !automatic {
            self.by_person.answered(mark);
        }
    }

    fn mark(&self, at: DateTime<Utc>) -> Mark {
        Mark { at, entries: self.entries.len(), round: self.round }
    }

    /// From when to when messages of the complainant waited for an answer, by a person or by anybody.
    pub(in crate::case) fn waits(&self, by_anybody: bool) -> &[Wait] {
        if by_anybody { &self.by_anybody.0 } else { &self.by_person.0 }
    }

    pub(in crate::case) fn set_back(&mut self, recorded: DateTime<Utc>) {
        self.push(recorded, Kind::SetBack);
    }

    pub(in crate::case) fn reopened(&mut self, recorded: DateTime<Utc>) {
        self.round = self.round.saturating_add(1);
        self.push(recorded, Kind::Reopened { round: self.round });
    }

    /// Which round of the case it is: 0 until it is taken up again.
    pub(in crate::case) const fn round(&self) -> u32 {
        self.round
    }

    /// The targets in force, and whether there are none on purpose.
    pub(in crate::case) fn targets(&self) -> Option<(&[ClockTargets], bool)> {
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

    /// When something last happened to the dates of its clocks: what made them undetermined did so by then.
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

    /// Since when it is not solved: since it was registered, turned out not to be solved, or was taken up again.
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

    /// Whether an event happened in this round of the case, in a department where that is asked for.
    pub(in crate::case) fn has_in_round(&self, event: Anchor, department: Option<Department>) -> bool {
        let here = |entry: &&Entry| !matches!(entry.what, Kind::Reopened { .. });
        self.entries.iter().rev().take_while(here).any(|entry| {
            matches!(&entry.what, Kind::Happened { event: known, department: of_unit, .. }
                if *known == event && *of_unit == department)
        })
    }

    /// Whether an event is on record at an instant.
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
    /// The departments that received the complaint, each once.
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

    /// When a department received the complaint.
    pub(in crate::case) fn department_received(&self, department: Department) -> Option<DateTime<Utc>> {
        let received = self.happenings().find(|(_, event, of_unit, _)| {
            *event == Anchor::DEPARTMENT_RECEIVED && *of_unit == Some(department)
        });
        received.map(|(index, event, _, at)| self.corrected(index + 1, event, at))
    }

    /// When an event happened first, by what is known now.
    pub(in crate::case) fn first(&self, event: Anchor) -> Option<DateTime<Utc>> {
        let of_event = self.happenings().filter(|(_, known, ..)| *known == event);
        of_event.map(|(index, event, _, at)| self.corrected(index + 1, event, at)).min()
    }

    /// The events, each with the place of its entry, its department, and its instant as it was entered.
    pub(in crate::case) fn happenings(
        &self,
    ) -> impl Iterator<Item = (usize, Anchor, Option<Department>, DateTime<Utc>)> {
        self.entries.iter().enumerate().filter_map(|(index, entry)| {
            let Kind::Happened { event, department, at, .. } = entry.what else { return None };
            Some((index, event, department, at))
        })
    }

    /// When an event was after all, by the corrections from an entry on.
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
