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

/// A case as the statistics see it: what it is about, where it stands, when it began and ended.
///
/// A row names no person: neither the complainant nor anybody else, and nothing that was said. It describes the case at
/// one instant, so make the rows for a period at its end or later. The stated cause is kept beside the cause that is
/// known now; statistics use the latter unless they ask for the stated one.
///
/// # Example: from a case
///
/// ```
/// use redress::report::ledger::LedgerRow;
/// use redress::sample;
/// use redress::vocab::{Category, Stage};
///
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case(&policy, &roster)?;
/// let row = LedgerRow::of(&case, &policy, "2026-04-07T08:00:00Z".parse()?)?;
/// assert_eq!((row.stage, row.words.first()), (Stage::Registered, Some(Category::PRODUCT_QUALITY)));
/// assert!(row.end().is_none() && row.reopened() == 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
// The reader of the words refuses keys that the document does not have.
#[serde(rename_all = "kebab-case", remote = "Self")]
#[non_exhaustive]
pub struct LedgerRow {
    /// The id of the case.
    pub case: CaseId,
    /// The instant at which the complaint was received.
    #[serde(with = "crate::calendar::instant")]
    pub received: DateTime<Utc>,
    /// The instant that the row describes.
    #[serde(with = "crate::calendar::instant")]
    pub seen: DateTime<Utc>,
    /// The stage at that instant.
    pub stage: Stage,
    /// The severity. `None` if it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// The words of the complaint, by facet. The cause is the one that is known now.
    #[serde(flatten, skip_deserializing)]
    pub words: Classification,
    /// The cause that the complainant stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_cause: Option<Cause>,
    /// The product, batch or device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductKey>,
    /// The unit that deals with the complaint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Department>,
    /// What the complainant received. While the case is open: what is proposed.
    #[serde(default, deserialize_with = "records", skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<Remedy>,
    /// The amounts carried out, one for each currency. `None` if nobody has stated the cost.
    #[serde(default, deserialize_with = "some_records", skip_serializing_if = "Option::is_none")]
    pub amounts: Option<Vec<Money>>,
    /// The instant at which closing is due.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub due: Option<DateTime<Utc>>,
    /// How the case stands against that limit. `None` if there is no limit, or if it cannot be determined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Whether the case has a limit that cannot be determined.
    #[serde(default, deserialize_with = "switch", skip_serializing_if = "crate::text::left_out::is_default")]
    pub undetermined: bool,
    /// The periods in which the case was open: from the receipt, and from each reopening.
    #[serde(deserialize_with = "records")]
    pub rounds: Vec<Round>,
    /// The complainant's last opinion on the solution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opinion: Option<Opinion>,
    /// The case in which this one continues.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<CaseId>,
}

map_only!(LedgerRow, "a row of a ledger", ..words: WordSieve);

/// Why a case has no row, or why rows do not form a ledger.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// The case uses another policy than the one given.
    #[error("policy `{given}` was given for case `{case}`, expected policy `{expected}`")]
    OtherPolicy {
        /// The id of the case.
        case: CaseId,
        /// The policy that was given.
        given: PolicyVersion,
        /// The policy that the case uses.
        expected: PolicyVersion,
    },
    /// The policy has the right name and version, but another content than the case uses.
    #[error(transparent)]
    OtherContent(Box<ContentMismatch>),
    /// A case has two rows.
    #[error("case `{case}` has two rows, row {first} and row {second}; remove one")]
    Twice {
        /// The id of the case.
        case: CaseId,
        /// The position of its first row, from 1.
        first: usize,
        /// The position of its second row, from 1.
        second: usize,
    },
    /// The rounds of a row are not in order.
    #[error(
        "case `{case}`: its rounds are not in order, expected the first to begin at its receipt, and each to end before the next begins"
    )]
    Rounds {
        /// The id of the case.
        case: CaseId,
    },
    /// The stage of a row contradicts its last round.
    #[error(
        "case `{case}` is at stage `{stage}` and its last round has {}",
        if is_open(*stage) { "ended, expected `closed` or `reviewed`" } else { "not ended, expected a stage before `closed`" }
    )]
    Stage {
        /// The id of the case.
        case: CaseId,
        /// The stage.
        stage: Stage,
    },
    /// A row continues in another case, but its last round did not end by a merger.
    #[error(
        "case `{case}` continues in `{into}`, but its last round did not end as `merged`; correct one of the two"
    )]
    NotMerged {
        /// The id of the case.
        case: CaseId,
        /// The other case.
        into: CaseId,
    },
    /// A case continues in another one that leads back to it, so that it would not be counted at all.
    #[error("case `{case}` continues in `{into}`, which leads back to it; correct one of these mergers")]
    Ring {
        /// The id of the case.
        case: CaseId,
        /// The other case.
        into: CaseId,
    },
    /// A row has an end that was entered late and was not in time.
    #[error("case `{case}` has an end that was entered late; its timing must be `in-time`")]
    EnteredLate {
        /// The id of the case.
        case: CaseId,
    },
    /// A row has two amounts in one currency.
    #[error("case `{case}` has two amounts in `{currency}`; add them up")]
    Sums {
        /// The id of the case.
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

/// The greatest number of rounds, and of remedies, in a stored row.
const MAX_ROUNDS: usize = 10_000;

impl LedgerRow {
    /// Makes the row of a case that was received, and about which nothing else is known.
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

    /// Makes the row of a case at an instant, or at its last event if that is later.
    ///
    /// # Errors
    ///
    /// - [`LedgerError::OtherPolicy`] if the case uses another policy.
    /// - [`LedgerError::OtherContent`] if the policy has the same name and version, but another content.
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

    /// Returns how often the case was reopened.
    #[must_use]
    pub fn reopened(&self) -> usize {
        self.rounds.len().saturating_sub(1)
    }

    /// Returns how the case ended. `None` if it is open.
    #[must_use]
    pub fn end(&self) -> Option<RoundEnd> {
        self.course().end()
    }

    /// Returns whether the case continues in another one, whose row counts it from then on.
    #[must_use]
    pub fn is_merged(&self) -> bool {
        self.course().is_merged()
    }

    /// Returns whether the case was open just before an instant.
    ///
    /// ```
    /// use redress::report::ledger::LedgerRow;
    ///
    /// let row = LedgerRow::new("A-1".parse()?, "2026-04-02T08:00:00Z".parse()?);
    /// assert!(!row.is_open_before("2026-04-02T08:00:00Z".parse()?)); // received at this instant, and not before
    /// assert!(row.is_open_before("2026-04-02T08:00:01Z".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_open_before(&self, at: DateTime<Utc>) -> bool {
        self.course().is_open_before(at)
    }

    fn course(&self) -> Course<'_> {
        Course { received: self.received, rounds: &self.rounds, opinion: self.opinion }
    }

    /// Returns why no case can have produced this row, if none can.
    ///
    /// The rounds must start at the receipt, and each must end before the next begins. The last round must be open
    /// exactly as the stage says. Each currency has one sum, and only a merged case continues in another one.
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

/// Returns whether each closure was in time.
///
/// The last closure of a case that is over is judged by what is known now. Earlier closures are judged by the case as
/// it was then: what was late stays late, whatever happened afterwards.
fn timings(case: &Case, policy: &Policy, seen: DateTime<Utc>) -> Vec<(Timing, bool)> {
    let over = usize::from(!case.is_open());
    let mut timings = timings_then(case.events(), policy, case.closures().len().saturating_sub(over));
    if over > 0 {
        timings.push(judged(case, policy, seen));
    }
    timings
}

/// Returns whether a closure was in time, and whether only by an entry that was made after the limit.
fn judged(case: &Case, policy: &Policy, at: DateTime<Utc>) -> (Timing, bool) {
    let timing = timing(&kept_limits(case, policy, at));
    (timing, timing == Timing::InTime && is_entered_late(case, policy, at))
}

/// Returns the same for the first closures, in one pass over the history. The events were decided before, and are only
/// replayed here.
fn timings_then(events: &[Event], policy: &Policy, ends: usize) -> Vec<(Timing, bool)> {
    let mut timings = Vec::new();
    let Ok(mut then) = begun(events.get(..1).unwrap_or_default()) else { return timings };
    let following = events.iter().skip(2).map(|event| Some(event.command)).chain([None]);
    for (event, next) in events.iter().skip(1).zip(following) {
        if timings.len() == ends {
            break;
        }
        then = evolve(then, event);
        // All events of the command that closed the case belong to the closure, so wait for the last one.
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
