//! One line of the ledger: a case as the statistics see it.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize};

use crate::case::clock::{closing_due, is_entered_late, kept_limits, standing};
use crate::case::command::MAX_RECORDS;
use crate::case::course::is_open;
use crate::case::state::evolve;
use crate::case::{Case, Event, EventKind, begun};
use crate::deadline::DeadlineError;
use crate::policy::fingerprint::ContentMismatch;
use crate::policy::{Policy, PolicyVersion};
use crate::report::ledger::course::Course;
use crate::report::ledger::round::{Round, RoundEnd, Timing};
use crate::text::list::list;
use crate::text::map_only::{map_only, switch};
use crate::vocab::course::Opinion;
use crate::vocab::{
    CaseId, Cause, Classification, Currency, Department, Money, ProductKey, Remedy, Severity, Stage,
    Standing, WordSieve,
};

/// A case as the statistics see it: what it was about, where it stands, when it began and ended (S10-R30).
///
/// It names nobody: neither who complained nor about whom, nor what was said. It tells of the case as it was seen at an
/// instant, so that rows for a period are made at its end or later.
///
/// The stated cause is kept beside the one that is known now, by which statistics go (S29-R08).
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
// The reader of the words refuses keys that the document does not have.
#[serde(rename_all = "kebab-case", remote = "Self")]
#[non_exhaustive]
pub struct LedgerRow {
    /// The case.
    pub case: CaseId,
    /// When it was received.
    #[serde(with = "crate::calendar::instant")]
    pub received: DateTime<Utc>,
    /// When it was looked at.
    #[serde(with = "crate::calendar::instant")]
    pub seen: DateTime<Utc>,
    /// Where it stood on its course then.
    pub stage: Stage,
    /// How bad it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// How it is classified: its words of every facet, under their names. The cause is that which is known now.
    #[serde(flatten, skip_deserializing)]
    pub words: Classification,
    /// The cause as it was stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_cause: Option<Cause>,
    /// The product, batch or device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductKey>,
    /// The unit that deals with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Department>,
    /// What the complainant got; of a case that is open, what is proposed to be given.
    #[serde(default, deserialize_with = "records", skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<Remedy>,
    /// What was carried out, one amount for each currency; none where nobody has said what it came to.
    #[serde(default, deserialize_with = "some_records", skip_serializing_if = "Option::is_none")]
    pub amounts: Option<Vec<Money>>,
    /// When closing it is due.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub due: Option<DateTime<Utc>>,
    /// How it stands against that limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Whether it has a limit of which nobody knows when it is.
    #[serde(default, deserialize_with = "switch", skip_serializing_if = "crate::text::left_out::is_default")]
    pub undetermined: bool,
    /// From when to when it was open, the first time and each time that it was taken up again.
    #[serde(deserialize_with = "records")]
    pub rounds: Vec<Round>,
    /// What the complainant said last, when asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opinion: Option<Opinion>,
    /// The case in which it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<CaseId>,
}

map_only!(LedgerRow, "a row of a ledger", ..words: WordSieve);

/// Why a case has no row, or rows make no ledger.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// The case goes by another policy.
    #[error("case `{case}` goes by policy `{expected}`, expected that and not `{given}`")]
    OtherPolicy {
        /// The case.
        case: CaseId,
        /// The policy that was given.
        given: PolicyVersion,
        /// The one it goes by.
        expected: PolicyVersion,
    },
    /// The policy has another content than the case goes by.
    #[error(transparent)]
    OtherContent(Box<ContentMismatch>),
    /// A case that has two rows.
    #[error("case `{case}` has two rows, row {first} and row {second}, expected one")]
    Twice {
        /// The case.
        case: CaseId,
        /// Which row is the first of it, from 1 on.
        first: usize,
        /// Which row is the second.
        second: usize,
    },
    /// A row whose rounds do not follow one another.
    #[error(
        "case `{case}`: its rounds do not follow one another, expected the first from its receipt, and each closed before the next"
    )]
    Rounds {
        /// The case.
        case: CaseId,
    },
    /// A row whose stage is not that of its last round.
    #[error(
        "case `{case}` stands at `{stage}` and its last round has {}",
        if is_open(*stage) { "ended, expected `closed` or `reviewed`" } else { "not ended, expected a stage before `closed`" }
    )]
    Stage {
        /// The case.
        case: CaseId,
        /// The stage.
        stage: Stage,
    },
    /// A row that goes on in another case, and whose last round did not end by a merger.
    #[error("case `{case}` goes on in `{into}`, expected that only where its last round ended as `merged`")]
    NotMerged {
        /// The case.
        case: CaseId,
        /// The other one.
        into: CaseId,
    },
    /// A case that goes on in another one, and that one in it: it would be counted nowhere.
    #[error(
        "case `{case}` goes on in `{into}`, which leads back to it, expected another case in which all of it goes on"
    )]
    Ring {
        /// The case.
        case: CaseId,
        /// The other one.
        into: CaseId,
    },
    /// A row with an end that was entered late and not in time.
    #[error("case `{case}` has an end that was entered late and is not in time, expected `in-time`")]
    EnteredLate {
        /// The case.
        case: CaseId,
    },
    /// A row with two amounts of one currency.
    #[error("case `{case}` has two amounts in `{currency}`, expected one for each currency")]
    Sums {
        /// The case.
        case: CaseId,
        /// The currency.
        currency: Currency,
    },
}

fn records<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    list(MAX_ROUNDS, deserializer)
}

fn some_records<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Vec<T>>, D::Error> {
    list(MAX_RECORDS, deserializer).map(Some)
}

/// The most rounds or remedies of a stored row.
const MAX_ROUNDS: usize = 10_000;

impl LedgerRow {
    /// A case that was received, and of which nothing else is known.
    #[must_use]
    pub fn new(case: CaseId, received: DateTime<Utc>) -> Self {
        Self {
            case,
            received,
            seen: received,
            stage: Stage::Received,
            severity: None,
            words: Classification::new(),
            stated_cause: None,
            product: None,
            department: None,
            remedies: Vec::new(),
            amounts: None,
            due: None,
            standing: None,
            undetermined: false,
            rounds: Vec::from([Round { opened: received, end: None }]),
            opinion: None,
            merged_into: None,
        }
    }

    /// The row of a case as it stands at an instant, or at its last event where that is later.
    ///
    /// # Errors
    ///
    /// [`LedgerError::OtherPolicy`] when the case does not go by this policy, which knows none of its limits.
    pub fn of(case: &Case, policy: &Policy, now: DateTime<Utc>) -> Result<Self, LedgerError> {
        if let (true, Some(content)) = (case.policy().is_of(policy), case.policy_content()) {
            content.check(policy).map_err(|other| LedgerError::OtherContent(Box::new(other)))?;
        }
        if !case.is_by(policy) {
            let (given, expected) = (PolicyVersion::of(policy), case.policy().clone());
            return Err(LedgerError::OtherPolicy { case: case.id(), given, expected });
        }
        let seen = case.events().last().map_or(now, |last| last.at.max(now));
        let complaint = case.complaint();
        let judged = standing(case, policy, seen);
        Ok(Self {
            seen,
            stage: case.stage(),
            severity: case.severity(),
            words: complaint.words().clone(),
            stated_cause: case.cause_as_stated(),
            product: complaint.product(),
            department: case.department(),
            remedies: case.solution().map(|offer| offer.remedies.clone()).unwrap_or_default(),
            amounts: case.carried_out(),
            due: closing_due(case, policy, seen),
            undetermined: judged.is_err(),
            standing: judged.unwrap_or_default(),
            rounds: rounds(case, policy, seen),
            opinion: case
                .contacts_about_solution()
                .iter()
                .rev()
                .map(|contact| contact.opinion)
                .find(|&said| said != Opinion::Asked)
                .filter(|_| case.is_solved()),
            merged_into: case.merged_into().filter(|_| !case.is_open()),
            ..Self::new(case.id(), complaint.received())
        })
    }

    /// How often it was taken up again.
    #[must_use]
    pub fn reopened(&self) -> usize {
        self.rounds.len().saturating_sub(1)
    }

    /// How it ended, if it is not open.
    #[must_use]
    pub fn end(&self) -> Option<RoundEnd> {
        self.course().end()
    }

    /// Whether it goes on in another case, in whose row it is counted from then on.
    #[must_use]
    pub fn is_merged(&self) -> bool {
        self.course().is_merged()
    }

    /// Whether it was open just before an instant.
    #[must_use]
    pub fn is_open_before(&self, at: DateTime<Utc>) -> bool {
        self.course().is_open_before(at)
    }

    fn course(&self) -> Course<'_> {
        Course { received: self.received, rounds: &self.rounds, opinion: self.opinion }
    }

    /// Why it cannot have been, if it cannot: its rounds from the receipt on, each closed before the next, the last one
    /// open as long as its stage says so, one sum for each currency, and another case for what ended by a merger alone.
    pub(super) fn fault(&self) -> Option<LedgerError> {
        let case = self.case;
        let first = self.rounds.first().is_some_and(|round| round.opened == self.received);
        let closed = self.rounds.iter().all(|round| round.end.is_none_or(|end| round.opened <= end.at));
        let mut pairs = self.rounds.iter().zip(self.rounds.iter().skip(1));
        if !(first && closed && pairs.all(|(one, next)| one.end.is_some_and(|end| end.at <= next.opened))) {
            return Some(LedgerError::Rounds { case });
        }
        if is_open(self.stage) != self.end().is_none() {
            return Some(LedgerError::Stage { case, stage: self.stage });
        }
        if let Some(into) = self.merged_into.filter(|_| !self.is_merged()) {
            return Some(LedgerError::NotMerged { case, into });
        }
        let mut ends = self.rounds.iter().filter_map(|round| round.end);
        if ends.any(|end| end.entered_late && end.timing != Timing::InTime) {
            return Some(LedgerError::EnteredLate { case });
        }
        let mut currencies = BTreeSet::new();
        let sums = self.amounts.iter().flatten().map(Money::currency);
        let mut again = sums.filter(|currency| !currencies.insert(*currency));
        again.next().map(|currency| LedgerError::Sums { case, currency })
    }
}

fn rounds(case: &Case, policy: &Policy, seen: DateTime<Utc>) -> Vec<Round> {
    let reopened = case.events().iter().filter(|event| matches!(event.what, EventKind::Reopened(_)));
    let received = case.complaint().received();
    let opened = core::iter::once(received).chain(reopened.map(|event| event.at));
    let timings = timings(case, policy, seen);
    let rounds = opened.enumerate().map(|(number, opened)| {
        let end = case.closures().get(number).map(|closure| RoundEnd {
            at: closure.at,
            kind: closure.kind,
            timing: timings.get(number).map_or(Timing::Undetermined, |judged| judged.0),
            entered_late: timings.get(number).is_some_and(|judged| judged.1),
        });
        Round { opened, end }
    });
    rounds.collect()
}

/// Whether each end of a case was in time. The last one of a case that is over is judged by what is known now, one
/// before it by the case as it was then: what was late then stays late, whatever became of the case.
fn timings(case: &Case, policy: &Policy, seen: DateTime<Utc>) -> Vec<(Timing, bool)> {
    let over = usize::from(!case.is_open());
    let mut timings = timings_then(case.events(), policy, case.closures().len().saturating_sub(over));
    if over > 0 {
        timings.push(judged(case, policy, seen));
    }
    timings
}

/// Whether an end was in time, and whether that is so by an entry that came after the limit.
fn judged(case: &Case, policy: &Policy, at: DateTime<Utc>) -> (Timing, bool) {
    let timing = timing(&kept_limits(case, policy, at));
    (timing, timing == Timing::InTime && is_entered_late(case, policy, at))
}

/// The same of the first ends, in one pass over the history. It was decided before: it is not decided again.
fn timings_then(events: &[Event], policy: &Policy, ends: usize) -> Vec<(Timing, bool)> {
    let mut timings = Vec::new();
    let Ok(mut then) = begun(events.get(..1).unwrap_or_default()) else { return timings };
    let following = events.iter().skip(2).map(|event| Some(event.command)).chain([None]);
    for (event, next) in events.iter().skip(1).zip(following) {
        if timings.len() == ends {
            break;
        }
        then = evolve(then, event);
        // Whatever else the command did that ended it belongs to the end.
        if then.closures().len() > timings.len() && next != Some(event.command) {
            timings.push(judged(&then, policy, event.at));
        }
    }
    timings
}

fn timing(kept: &Result<Option<bool>, DeadlineError>) -> Timing {
    match kept {
        Ok(Some(true)) => Timing::InTime,
        Ok(Some(false)) => Timing::Late,
        Ok(None) => Timing::NoLimit,
        Err(_) => Timing::Undetermined,
    }
}
