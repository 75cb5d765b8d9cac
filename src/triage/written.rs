//! A triage as a document: what a host shows and branches on, without the reasons.

use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use crate::deadline::{DeadlineError, Due};
use crate::policy::PolicyVersion;
use crate::policy::routing::Row;
use crate::policy::severity::RatingOutcome;
use crate::triage::clock::{ClockOutcome, ClockTriage};
use crate::triage::outcome::Triage;
use crate::triage::routes::Owner;
use crate::triage::severity::Level;
use crate::vocab::kind::{ClaimKind, Importance, Urgency};
use crate::vocab::{
    Act, Anchor, CaseId, ClockName, Department, Fact, Input, Mark, Role, RuleId, Severity, Word,
};

/// The answers of a triage; [`Triage::explain`] says why.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Written<'a> {
    complaint: CaseId,
    policy: PolicyVersion,
    /// `None` if the policy does not rate complaints.
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<WrittenLevel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    importance: Option<WrittenWord<Importance>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    urgency: Option<WrittenWord<Urgency>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    claim_kind: Option<ClaimKind>,
    marks: Vec<WrittenMark>,
    open_marks: &'a [Mark],
    owner: WrittenOwner<'a>,
    routes: Vec<WrittenRow>,
    missing: Vec<WrittenMissing>,
    to_ask: &'a [Fact],
    clocks: Vec<WrittenClock<'a>>,
    repeats: usize,
}

/// The severity: a level, or why there is none.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
enum WrittenLevel {
    ByRules {
        level: Severity,
    },
    Default {
        level: Severity,
    },
    Unrated,
    Undetermined {
        /// `None` if the complaint may be unrated.
        #[serde(skip_serializing_if = "Option::is_none")]
        lowest: Option<Severity>,
        highest: Severity,
    },
}

/// A word that rules gave, or why they gave none.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
enum WrittenWord<W> {
    ByRule { word: W, rule: RuleId },
    Otherwise { word: W },
    Unrated,
    Undetermined { rule: RuleId },
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct WrittenMark {
    mark: Mark,
    rule: RuleId,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
enum WrittenOwner<'a> {
    Routed(WrittenRow),
    Unrouted,
    Undetermined {
        missing: Vec<Input>,
        #[serde(skip_serializing_if = "Option::is_none")]
        otherwise: Option<WrittenRow>,
    },
    NotDispatched {
        #[serde(skip_serializing_if = "str::is_empty")]
        citation: &'a str,
    },
}

/// Who gets the complaint, and by which row.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct WrittenRow {
    row: RuleId,
    act: Act,
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<Department>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<Role>,
}

/// An act for which more departments may get the complaint, and the unknown inputs.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct WrittenMissing {
    act: Act,
    inputs: Vec<Input>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct WrittenClock<'a> {
    clock: ClockName,
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<Department>,
    /// The target that decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<RuleId>,
    #[serde(flatten)]
    outcome: WrittenOutcome<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
enum WrittenOutcome<'a> {
    Due {
        due: Due,
    },
    NotStarted {
        start: Anchor,
    },
    Exempt {
        #[serde(skip_serializing_if = "str::is_empty")]
        citation: &'a str,
    },
    Undetermined {
        reason: &'a DeadlineError,
    },
}

impl WrittenRow {
    fn of(triage: &Triage<'_>, row: &Row) -> Self {
        Self {
            row: row.id(),
            act: row.act(),
            department: triage.department_of(row),
            role: row.assignee().role(),
        }
    }
}

impl<W: Word + Copy> WrittenWord<W> {
    fn of(outcome: &RatingOutcome<'_, W>) -> Self {
        match outcome {
            RatingOutcome::ByRule(rule) => Self::ByRule { word: rule.word(), rule: rule.id() },
            RatingOutcome::Otherwise(word) => Self::Otherwise { word: *word },
            RatingOutcome::Unrated => Self::Unrated,
            RatingOutcome::Undetermined(rule) => Self::Undetermined { rule: rule.id() },
        }
    }
}

impl WrittenLevel {
    const fn of(level: Level) -> Self {
        match level {
            Level::ByRules(level) => Self::ByRules { level },
            Level::Default(level) => Self::Default { level },
            Level::Unrated => Self::Unrated,
            Level::Undetermined(lowest, highest) => Self::Undetermined { lowest, highest },
        }
    }
}

impl<'a> WrittenOwner<'a> {
    fn of(triage: &Triage<'a>) -> Self {
        match triage.owner() {
            Owner::Row(row) => Self::Routed(WrittenRow::of(triage, row)),
            Owner::Unrouted => Self::Unrouted,
            Owner::Undetermined { missing, otherwise } => {
                Self::Undetermined { missing, otherwise: otherwise.map(|row| WrittenRow::of(triage, row)) }
            }
            Owner::NotDispatched(test) => Self::NotDispatched { citation: &test.citation },
        }
    }
}

impl<'a> WrittenClock<'a> {
    fn of(clock: &'a ClockTriage<'_>) -> Self {
        let outcome = match clock.outcome() {
            ClockOutcome::Due(due) => WrittenOutcome::Due { due: *due },
            ClockOutcome::NotStarted(start) => WrittenOutcome::NotStarted { start: *start },
            ClockOutcome::Exempt(test) => WrittenOutcome::Exempt { citation: &test.citation },
            ClockOutcome::Undetermined(reason) => WrittenOutcome::Undetermined { reason },
        };
        let target = clock.target().map(crate::policy::clock::Target::id);
        Self { clock: clock.name(), department: clock.department(), target, outcome }
    }
}

/// Writes the answers with the keys of documents. An [`Explanation`](crate::triage::Explanation) holds their reasons.
impl Serialize for Triage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let others = || Act::ALL.iter().copied().filter(|act| *act != Act::Owner);
        let missing = others().map(|act| WrittenMissing { act, inputs: self.missing(act).collect() });
        let written = Written {
            complaint: self.complaint().id(),
            policy: PolicyVersion::of(self.policy()),
            severity: self.severity().map(|severity| WrittenLevel::of(severity.level())),
            importance: self.importance().map(WrittenWord::of),
            urgency: self.urgency().map(WrittenWord::of),
            claim_kind: self.claim_kind(),
            marks: self.marks().iter().map(|&(mark, rule)| WrittenMark { mark, rule }).collect(),
            open_marks: self.open_marks(),
            owner: WrittenOwner::of(self),
            routes: others().flat_map(|act| self.routes(act)).map(|row| WrittenRow::of(self, row)).collect(),
            missing: missing.filter(|missing| !missing.inputs.is_empty()).collect(),
            to_ask: self.to_ask(),
            clocks: self.clocks().iter().map(WrittenClock::of).collect(),
            repeats: self.repeats(),
        };
        written.serialize(serializer)
    }
}
