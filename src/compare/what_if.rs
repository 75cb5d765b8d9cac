//! What a draft would have meant for complaints of the past.
//!
//! # How records are judged
//!
//! Records come one at a time, in the order of their receipt. Each is put to both policies, and the differences are
//! counted. The record itself is then forgotten, apart from what later records repeat: its keys, for as long as the longest
//! window of either policy reaches. Each policy has a history of its own, because a rule may count only complaints of a
//! level, and the levels are those that the policy itself gave.
//!
//! Memory: the counts grow with the different answers, the histories with the records inside the longest window. A policy
//! that counts all earlier complaints keeps the keys of all. A policy that counts none keeps nothing. A history is built
//! again without the records that have left the window, whenever these are more than half of it.
//!
//! Merging: a work that is split by key gives parts of the counts, and [`WhatIf::merged`] adds them up. Examples are the
//! first records of each kind, by receipt and id, so that the split does not matter for them either.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde::ser::{Serialize, SerializeSeq, SerializeStruct, Serializer};

use crate::calendar::instant::format;
use crate::case::Case;
use crate::case::migration::Migration;
use crate::compare::answer_text::{aspect_text, due_text, level_text, owner_text};
use crate::compare::comparison::Comparison;
use crate::compare::judgement::{Aspect, Judgement};
use crate::deadline::Due;
use crate::policy::condition::{RecurrenceKey, RecurrenceWindow};
use crate::policy::{ClockRule, Policy, PolicyVersion};
use crate::triage::{Complaint, History, PastCase, TriageError};
use crate::vocab::course::Validity;
use crate::vocab::{CaseId, ClockName, Code, Department, Facet, Severity};

/// A complaint of the past, with what was found in it.
///
/// Only what was found later is added to the complaint: repetitions can count upheld complaints only, or complaints after
/// which somebody was admonished.
///
/// ```
/// use redress::compare::PastRecord;
/// use redress::sample;
/// use redress::vocab::course::Validity;
///
/// let complaint = sample::complaint()?;
/// let record = PastRecord::new(&complaint).with_validity(Validity::Established);
/// assert_eq!(record.complaint(), &complaint);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "a record does nothing until it is added"]
pub struct PastRecord<'c> {
    complaint: &'c Complaint,
    validity: Validity,
    admonished: bool,
}

impl<'c> PastRecord<'c> {
    /// A complaint in which nothing was found.
    pub const fn new(complaint: &'c Complaint) -> Self {
        Self { complaint, validity: Validity::Undetermined, admonished: false }
    }

    /// Sets whether the complaint was found to be justified.
    pub const fn with_validity(mut self, validity: Validity) -> Self {
        self.validity = validity;
        self
    }

    /// Says that somebody was admonished.
    pub const fn with_admonition(mut self) -> Self {
        self.admonished = true;
        self
    }

    /// Returns the complaint.
    #[must_use]
    pub const fn complaint(&self) -> &'c Complaint {
        self.complaint
    }
}

/// A record cannot be added.
///
/// ```
/// use redress::compare::{Comparison, PastRecord, WhatIf, WhatIfError};
/// use redress::sample;
/// use redress::triage::Complaint;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let mut what_if = WhatIf::of(Comparison { policy: &policy, draft: &policy }, "2026-06-01T00:00:00Z".parse()?);
/// let later = Complaint::new("B-2".parse()?, "2026-04-03T08:00:00Z".parse()?);
/// let earlier = Complaint::new("B-1".parse()?, "2026-04-02T08:00:00Z".parse()?);
/// what_if.add(PastRecord::new(&later))?;
/// let refused = what_if.add(PastRecord::new(&earlier)).unwrap_err();
/// assert!(matches!(refused, WhatIfError::OutOfOrder { .. }));
/// # Ok(()) }
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum WhatIfError {
    /// A record was received before the one that was added last.
    #[error(
        "record `{id}` was received at {}, before the record that was added last, at {}; sort the records by receipt",
        format(*received), format(*last)
    )]
    OutOfOrder {
        /// The record.
        id: CaseId,
        /// When it was received.
        received: DateTime<Utc>,
        /// When the record before it was received.
        last: DateTime<Utc>,
    },
    /// A case follows another policy than the one that is compared.
    #[error(
        "case `{case}` follows policy `{found}`, expected `{expected}`; compare the policy that the case follows"
    )]
    OtherPolicy {
        /// The case.
        case: CaseId,
        /// The policy that it follows.
        found: PolicyVersion,
        /// The policy that is compared.
        expected: PolicyVersion,
    },
    /// Two parts are of different comparisons.
    #[error(
        "the two parts compare different policies, count by different words, or have different times; merge parts of one comparison"
    )]
    OtherComparison,
}

crate::coded::codes! {
    WhatIfError "what-if" {
        OutOfOrder = "out-of-order", "Sort the records by receipt.";
        OtherPolicy = "other-policy", "Compare the policy that the case follows.";
        OtherComparison = "other-comparison", "Merge parts of one comparison.";
    }
}

/// A kind of difference between the answers to one record.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "a new kind must break every reader")]
pub enum DifferenceKind {
    /// A part of the answer differs.
    Answer(Aspect),
    /// A clock would be late and was not.
    Later(ClockName),
    /// A clock was late and would not be.
    NoLonger(ClockName),
    /// Only the policy accepts the record.
    RefusedByDraft,
    /// Only the draft accepts the record.
    RefusedByPolicy,
}

impl fmt::Display for DifferenceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(aspect) => write!(f, "other {aspect}"),
            Self::Later(clock) => write!(f, "`{clock}` would be late"),
            Self::NoLonger(clock) => write!(f, "`{clock}` would no longer be late"),
            Self::RefusedByDraft => f.write_str("refused by the draft"),
            Self::RefusedByPolicy => f.write_str("refused by the policy"),
        }
    }
}

/// A record in which the two policies differ.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct RecordDifference {
    /// When the record was received.
    pub received: DateTime<Utc>,
    /// The record.
    pub id: CaseId,
    /// What the policy answers, as a short text.
    pub before: String,
    /// What the draft answers, as a short text.
    pub after: String,
}

/// How many records have one answer before and another one after, or the same.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Shifts(BTreeMap<(String, String), u64>);

impl Serialize for Shifts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for ((before, after), count) in &self.0 {
            list.serialize_element(&Shift { before, after, count: *count })?;
        }
        list.end()
    }
}

/// How many records have one answer by the policy and another, or the same, by the draft.
#[derive(Clone, Copy, Debug, Eq, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Shift<'s> {
    /// The answer of the policy.
    pub before: &'s str,
    /// The answer of the draft.
    pub after: &'s str,
    /// The number of records.
    pub count: u64,
}

/// The counts of one clock.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct ClockCount {
    /// Records that have a due date by both policies, and the same one.
    pub same: u64,
    /// Records that are due earlier by the draft.
    pub earlier: u64,
    /// Records that are due later by the draft.
    pub later: u64,
    /// Records that only the policy gives a due date.
    pub lost: u64,
    /// Records that only the draft gives a due date.
    pub gained: u64,
    /// Records that are late by the policy.
    pub late_before: u64,
    /// Records that are late by the draft.
    pub late_after: u64,
    /// Records that are late by the draft only.
    pub newly_late: u64,
    /// Records that are late by the policy only.
    pub no_longer_late: u64,
}

/// The counts of the records with one word.
#[derive(Clone, Debug, Default, Eq, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct WordCount {
    /// The records.
    pub records: u64,
    /// How many of them differ, by the kind of the difference.
    #[serde(serialize_with = "by_kind")]
    pub differences: BTreeMap<DifferenceKind, u64>,
}

fn by_kind<S: Serializer>(kinds: &BTreeMap<DifferenceKind, u64>, serializer: S) -> Result<S::Ok, S::Error> {
    let texts: BTreeMap<String, u64> = kinds.iter().map(|(kind, count)| (kind.to_string(), *count)).collect();
    texts.serialize(serializer)
}

/// A comparison over records of the past and over running cases: what would have been different by the draft.
///
/// Add the records one at a time, in the order of their receipt, and read the counts at any moment. Dates are those of
/// triage: a record has no pauses and no extensions. A clock is late if its end came after its due date, or if it has not
/// ended and the due date has passed at `now`.
///
/// # Split work
///
/// Records can be judged in several parts, each by a `WhatIf` of its own, which are then [merged](Self::merged). Records
/// that have the same value for one of [`Comparison::keys`] must be in one part, because they can repeat each other. A record
/// without any of the keys is compared with the largest group of its part: put such records where all others are, or do
/// not split. If there are no keys, any split will do.
///
/// # Example: a shorter limit
///
/// ```
/// use redress::compare::{Comparison, PastRecord, WhatIf};
/// use redress::policy::PolicyDocument;
/// use redress::sample;
/// use redress::vocab::{Anchor, ClockName};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let mut file = serde_json::to_value(PolicyDocument::of(&policy))?;
/// file["clocks"][1]["due"]["working-days"] = 3.into(); // the closure, within 5 days before
/// let zone = policy.calendar().zone().clone();
/// let draft = serde_json::from_value::<PolicyDocument>(file)?.build(|_, _| Some(zone.clone()))?;
///
/// let mut what_if = WhatIf::of(Comparison { policy: &policy, draft: &draft }, "2026-05-01T00:00:00Z".parse()?);
/// let complaint = sample::complaint()?; // received on Thursday, 2026-04-02
/// let complaint = complaint.with_event(Anchor::CLOSED, "2026-04-09T16:00:00Z".parse()?);
/// what_if.add(PastRecord::new(&complaint))?;
/// let closure = what_if.clock(ClockName::CLOSURE).ok_or("no such clock")?;
/// assert_eq!((closure.late_before, closure.late_after, closure.newly_late), (0, 1, 1));
/// assert!(what_if.would_be_later());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct WhatIf<'p> {
    comparison: Comparison<'p>,
    now: DateTime<Utc>,
    facets: Vec<Facet>,
    most_examples: usize,
    /// By what repetitions are counted, and how far back.
    keys: Vec<RecurrenceKey>,
    reach: Option<TimeDelta>,
    pasts: [Past; 2],
    last: Option<DateTime<Utc>>,
    records: u64,
    refused: u64,
    severities: Shifts,
    owners: Shifts,
    clocks: BTreeMap<ClockName, ClockCount>,
    differences: BTreeMap<DifferenceKind, u64>,
    words: BTreeMap<(Facet, Option<Code>), WordCount>,
    examples: BTreeMap<DifferenceKind, BTreeSet<RecordDifference>>,
}

/// The earlier complaints by one policy.
#[derive(Clone, Debug, Default)]
struct Past {
    history: History,
    /// In the order of their receipt, the forgotten ones taken out. Empty if nothing is ever forgotten.
    kept: Vec<PastCase>,
}

impl Comparison<'_> {
    /// Returns the keys by which the two policies count repetitions, sorted, each once.
    ///
    /// Records that have the same value for one of them can repeat each other.
    ///
    /// ```
    /// use redress::compare::Comparison;
    /// use redress::sample;
    ///
    /// let policy = sample::policy()?;
    /// assert!(Comparison { policy: &policy, draft: &policy }.keys().is_empty()); // the shop counts no repetitions
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn keys(self) -> Vec<RecurrenceKey> {
        let asked = [self.policy, self.draft].into_iter().flat_map(Policy::recurrences);
        let keys: BTreeSet<RecurrenceKey> = asked.flat_map(|asked| asked.by.iter().copied()).collect();
        keys.into_iter().collect()
    }

    /// How far back the two policies count. `None` if they count all earlier complaints.
    fn reach(self) -> Option<TimeDelta> {
        let windows =
            [self.policy, self.draft].into_iter().flat_map(Policy::recurrences).map(|asked| asked.within);
        // Days may have 25 hours, a window begins at midnight, and zones differ: two days more are enough.
        windows.map(length).try_fold(TimeDelta::zero(), |longest, window| Some(longest.max(window?)))
    }
}

/// At least the length of a window.
fn length(window: RecurrenceWindow) -> Option<TimeDelta> {
    match window {
        RecurrenceWindow::Always => None,
        RecurrenceWindow::Elapsed(span) => TimeDelta::try_seconds(i64::try_from(span.as_seconds()).ok()?),
        RecurrenceWindow::Days(days) => TimeDelta::try_days(i64::from(days) + i64::from(days) / 24 + 2),
        RecurrenceWindow::Months(months) => TimeDelta::try_days(i64::from(months) * 33 + 2),
    }
}

/// How many examples of each kind are kept, unless something else is said.
const EXAMPLES: usize = 5;

/// From how many kept records on a history is built again.
const FEW: usize = 1_024;

impl<'p> WhatIf<'p> {
    /// Begins a comparison over records. `now` tells which due dates have passed.
    #[must_use]
    pub fn of(comparison: Comparison<'p>, now: DateTime<Utc>) -> Self {
        Self {
            comparison,
            now,
            facets: Vec::new(),
            most_examples: EXAMPLES,
            keys: comparison.keys(),
            reach: comparison.reach(),
            pasts: <[Past; 2]>::default(),
            last: None,
            records: 0,
            refused: 0,
            severities: Shifts::default(),
            owners: Shifts::default(),
            clocks: BTreeMap::new(),
            differences: BTreeMap::new(),
            words: BTreeMap::new(),
            examples: BTreeMap::new(),
        }
    }

    /// Counts by the main word of these facets too.
    #[must_use]
    pub fn with_facets(mut self, facets: impl IntoIterator<Item = Facet>) -> Self {
        self.facets = facets.into_iter().collect();
        self
    }

    /// Keeps so many examples of each kind of difference. The default is 5.
    #[must_use]
    pub const fn with_examples(mut self, most: usize) -> Self {
        self.most_examples = most;
        self
    }

    /// Puts a record to both policies, and counts what differs.
    ///
    /// A record that a policy refuses is counted too, and later records do not repeat it by this policy.
    ///
    /// # Errors
    ///
    /// Returns [`WhatIfError::OutOfOrder`] if the record was received before the one that was added last. The record is
    /// then not counted.
    pub fn add(&mut self, record: PastRecord<'_>) -> Result<(), WhatIfError> {
        let complaint = record.complaint;
        let received = complaint.received();
        if let Some(last) = self.last.filter(|last| received < *last) {
            return Err(WhatIfError::OutOfOrder { id: complaint.id(), received, last });
        }
        self.last = Some(received);
        let Comparison { policy, draft } = self.comparison;
        let [past, other_past] = &self.pasts;
        let before = Judgement::of(policy, complaint, &past.history);
        let after = Judgement::of(draft, complaint, &other_past.history);
        self.remember(record, [before.as_ref().ok(), after.as_ref().ok()]);
        self.count(complaint, before, after);
        Ok(())
    }

    /// Keeps what later records can repeat.
    fn remember(&mut self, record: PastRecord<'_>, judged: [Option<&Judgement<'_>>; 2]) {
        if self.keys.is_empty() {
            return;
        }
        let complaint = record.complaint;
        let has = |key| self.keys.contains(&key);
        let mut case = PastCase::new(complaint.id(), complaint.received()).with_validity(record.validity);
        if let Some(complainant) = complaint.complainant().filter(|_| has(RecurrenceKey::Complainant)) {
            case = case.with_complainant(complainant);
        }
        if let Some(staff) = complaint.staff().filter(|_| has(RecurrenceKey::Staff)) {
            case = case.with_staff(staff);
        }
        if let Some(product) = complaint.product().filter(|_| has(RecurrenceKey::Product)) {
            case = case.with_product(product);
        }
        for facet in self.keys.iter().filter_map(RecurrenceKey::facet) {
            // The group of a cause follows from the cause.
            let also = (facet == Facet::CauseGroup).then_some(Facet::Cause);
            for facet in [Some(facet), also].into_iter().flatten() {
                for word in complaint.words().codes(facet) {
                    case = case.with_code(facet, word);
                }
            }
        }
        if record.admonished {
            case = case.with_admonition();
        }
        let horizon = self
            .reach
            .map(|reach| complaint.received().checked_sub_signed(reach).unwrap_or(DateTime::<Utc>::MIN_UTC));
        for (past, judged) in self.pasts.iter_mut().zip(judged) {
            let Some(judged) = judged else { continue };
            let rated = judged.severity().map_or(case.clone(), |level| case.clone().with_severity(level));
            past.add(rated, horizon);
        }
    }

    fn count(
        &mut self,
        complaint: &Complaint,
        before: Result<Judgement<'_>, TriageError>,
        after: Result<Judgement<'_>, TriageError>,
    ) {
        self.records += 1;
        let mut found: Vec<(DifferenceKind, String, String)> = Vec::new();
        match (before, after) {
            (Err(_), Err(_)) => self.refused += 1,
            (Ok(_), Err(error)) => {
                found.push((DifferenceKind::RefusedByDraft, "accepted".into(), error.to_string()));
            }
            (Err(error), Ok(_)) => {
                found.push((DifferenceKind::RefusedByPolicy, error.to_string(), "accepted".into()));
            }
            (Ok(before), Ok(after)) => {
                let [one, other] = [&before, &after].map(|judged| level_text(judged.level()));
                *self.severities.0.entry((one, other)).or_default() += 1;
                let [one, other] = [&before, &after].map(|judged| owner_text(judged.owner()));
                *self.owners.0.entry((one, other)).or_default() += 1;
                let kinds: Vec<Aspect> = before.differences(&after).collect();
                for aspect in kinds {
                    let [one, other] = [&before, &after].map(|judged| aspect_text(judged, aspect));
                    found.push((DifferenceKind::Answer(aspect), one, other));
                }
                self.count_clocks(complaint, [&before, &after], &mut found);
            }
        }
        self.note(complaint, found);
    }

    /// Counts what differs for a record, by kind and by word, and keeps it as an example.
    fn note(&mut self, complaint: &Complaint, found: Vec<(DifferenceKind, String, String)>) {
        for (kind, ..) in &found {
            *self.differences.entry(*kind).or_default() += 1;
        }
        for &facet in &self.facets {
            let counted = self.words.entry((facet, complaint.words().codes(facet).next())).or_default();
            counted.records += 1;
            for (kind, ..) in &found {
                *counted.differences.entry(*kind).or_default() += 1;
            }
        }
        let (id, received) = (complaint.id(), complaint.received());
        for (kind, before, after) in found {
            let examples = self.examples.entry(kind).or_default();
            examples.insert(RecordDifference { received, id, before, after });
            if examples.len() > self.most_examples {
                examples.pop_last();
            }
        }
    }

    fn count_clocks(
        &mut self,
        complaint: &Complaint,
        judged: [&Judgement<'_>; 2],
        found: &mut Vec<(DifferenceKind, String, String)>,
    ) {
        let Comparison { policy, draft } = self.comparison;
        let names: BTreeSet<ClockName> =
            judged.iter().flat_map(|judged| judged.clocks()).map(|(name, _)| name).collect();
        for name in names {
            let [before, after] = judged.map(|judged| judged.due(name));
            let late = |policy: &Policy, due: Option<Due>| {
                let end = policy.clock(name).map(ClockRule::until);
                let ended = end.and_then(|end| complaint.anchors.get(end)).filter(|ended| *ended <= self.now);
                due.is_some_and(|due| !due.is_met_at(ended.unwrap_or(self.now)))
            };
            let (was, would) = (late(policy, before), late(draft, after));
            self.clocks.entry(name).or_default().count([before, after], [was, would]);
            let texts = || [before, after].map(due_text);
            let kind = match (was, would) {
                (false, true) => DifferenceKind::Later(name),
                (true, false) => DifferenceKind::NoLonger(name),
                (true, true) | (false, false) => continue,
            };
            let [one, other] = texts();
            found.push((kind, one, other));
        }
    }

    /// Puts a running case to the draft: what would differ if the case were moved at `now`.
    ///
    /// Its pauses and extensions count. Closed cases are not judged again, and are counted as records without a
    /// difference.
    ///
    /// # Errors
    ///
    /// Returns [`WhatIfError::OtherPolicy`] if the case does not follow the policy that is compared.
    pub fn add_case(&mut self, case: &Case) -> Result<(), WhatIfError> {
        let Comparison { policy, draft } = self.comparison;
        if !case.is_by(policy) {
            let expected = PolicyVersion::of(policy);
            return Err(WhatIfError::OtherPolicy {
                case: case.complaint().id(),
                found: case.policy().clone(),
                expected,
            });
        }
        self.records += 1;
        let mut found: Vec<(DifferenceKind, String, String)> = Vec::new();
        if case.is_open() {
            match (Migration { from: policy, to: draft }).diff(case, self.now) {
                Err(error) => {
                    found.push((DifferenceKind::RefusedByDraft, "accepted".into(), error.to_string()));
                }
                Ok(changes) => {
                    let severity_text =
                        |level: Option<Severity>| level.map_or("not rated".into(), |level| level.to_string());
                    let unit =
                        |unit: Option<Department>| unit.map_or("nobody".into(), |unit| unit.to_string());
                    let (one, other) = (severity_text(changes.severity.0), severity_text(changes.severity.1));
                    if one != other {
                        found.push((DifferenceKind::Answer(Aspect::Severity), one.clone(), other.clone()));
                    }
                    *self.severities.0.entry((one, other)).or_default() += 1;
                    let (one, other) = (unit(changes.department.0), unit(changes.department.1));
                    if one != other {
                        found.push((DifferenceKind::Answer(Aspect::Owner), one.clone(), other.clone()));
                    }
                    *self.owners.0.entry((one, other)).or_default() += 1;
                    for change in &changes.clocks {
                        let late = |due: Option<Due>| due.is_some_and(|due| !due.is_met_at(self.now));
                        let (was, would) = (late(change.before), late(change.after));
                        let pair = [change.before, change.after];
                        self.clocks.entry(change.clock).or_default().count(pair, [was, would]);
                        let [one, other] = pair.map(due_text);
                        found.push((DifferenceKind::Answer(Aspect::Dates), one.clone(), other.clone()));
                        if !was && would {
                            found.push((DifferenceKind::Later(change.clock), one, other));
                        } else if was && !would {
                            found.push((DifferenceKind::NoLonger(change.clock), one, other));
                        }
                    }
                    found.dedup_by_key(|(kind, ..)| *kind);
                }
            }
        }
        self.note(case.complaint(), found);
        Ok(())
    }

    /// Adds the counts of another part of the same comparison.
    ///
    /// # Errors
    ///
    /// Returns [`WhatIfError::OtherComparison`] if the two parts have other policies, facets, numbers of examples, or
    /// another `now`.
    pub fn merged(mut self, other: &Self) -> Result<Self, WhatIfError> {
        let same = |one: &Policy, other: &Policy| {
            PolicyVersion::of(one) == PolicyVersion::of(other) && one.fingerprint() == other.fingerprint()
        };
        let alike = same(self.comparison.policy, other.comparison.policy)
            && same(self.comparison.draft, other.comparison.draft)
            && (self.now, self.most_examples) == (other.now, other.most_examples)
            && self.facets == other.facets;
        if !alike {
            return Err(WhatIfError::OtherComparison);
        }
        self.records += other.records;
        self.refused += other.refused;
        self.last = self.last.max(other.last);
        for (into, from) in [(&mut self.severities, &other.severities), (&mut self.owners, &other.owners)] {
            from.0.iter().for_each(|(pair, count)| *into.0.entry(pair.clone()).or_default() += count);
        }
        other.clocks.iter().for_each(|(name, counts)| self.clocks.entry(*name).or_default().add(counts));
        other
            .differences
            .iter()
            .for_each(|(kind, count)| *self.differences.entry(*kind).or_default() += count);
        for (word, counts) in &other.words {
            let into = self.words.entry(*word).or_default();
            into.records += counts.records;
            counts
                .differences
                .iter()
                .for_each(|(kind, count)| *into.differences.entry(*kind).or_default() += count);
        }
        for (kind, examples) in &other.examples {
            let into = self.examples.entry(*kind).or_default();
            into.extend(examples.iter().cloned());
            while into.len() > self.most_examples {
                into.pop_last();
            }
        }
        Ok(self)
    }

    /// Returns how many records were added.
    #[must_use]
    pub const fn records(&self) -> u64 {
        self.records
    }

    /// Returns how many records both policies refuse.
    #[must_use]
    pub const fn refused(&self) -> u64 {
        self.refused
    }

    /// Returns how many records differ in a way.
    #[must_use]
    pub fn count_of(&self, kind: DifferenceKind) -> u64 {
        self.differences.get(&kind).copied().unwrap_or(0)
    }

    /// Returns the ways in which records differ, each with the number of records.
    pub fn differences(&self) -> impl Iterator<Item = (DifferenceKind, u64)> + '_ {
        self.differences.iter().map(|(kind, count)| (*kind, *count))
    }

    /// Returns the severities before and after, each pair with the number of records. Equal pairs are listed too.
    pub fn severities(&self) -> impl Iterator<Item = Shift<'_>> {
        shifts(&self.severities)
    }

    /// Returns the owners before and after, each pair with the number of records. Equal pairs are listed too.
    pub fn owners(&self) -> impl Iterator<Item = Shift<'_>> {
        shifts(&self.owners)
    }

    /// Returns the counts of a clock. `None` if no record has the clock.
    #[must_use]
    pub fn clock(&self, name: ClockName) -> Option<&ClockCount> {
        self.clocks.get(&name)
    }

    /// Returns the counts of each clock.
    pub fn clocks(&self) -> impl Iterator<Item = (ClockName, &ClockCount)> {
        self.clocks.iter().map(|(name, counts)| (*name, counts))
    }

    /// Returns the counts of the words of a facet; `None` stands for records without a word. Empty if the facet is not
    /// counted.
    pub fn words(&self, facet: Facet) -> impl Iterator<Item = (Option<Code>, &WordCount)> {
        self.words.iter().filter(move |((of, _), _)| *of == facet).map(|((_, word), counts)| (*word, counts))
    }

    /// Returns examples of a kind of difference: the first records by receipt and id.
    pub fn examples(&self, kind: DifferenceKind) -> impl Iterator<Item = &RecordDifference> {
        self.examples.get(&kind).into_iter().flatten()
    }

    /// Returns whether something would be late by the draft that is not late by the policy.
    #[must_use]
    pub fn would_be_later(&self) -> bool {
        self.clocks.values().any(|counts| counts.newly_late > 0)
    }
}

impl Past {
    fn add(&mut self, case: PastCase, horizon: Option<DateTime<Utc>>) {
        if let Some(horizon) = horizon {
            self.kept.push(case.clone());
            let gone = self.kept.partition_point(|case| case.received() < horizon);
            if self.kept.len() > FEW && gone * 2 > self.kept.len() {
                self.kept.drain(..gone);
                self.history = History::none();
                for case in &self.kept {
                    self.history.replace(case.clone());
                }
                return;
            }
        }
        // A record that comes a second time counts once, as it does for triage.
        self.history.replace(case);
    }
}

impl ClockCount {
    fn count(&mut self, [before, after]: [Option<Due>; 2], [was, would]: [bool; 2]) {
        match (before, after) {
            (Some(before), Some(after)) if before == after => self.same += 1,
            (Some(before), Some(after)) if after < before => self.earlier += 1,
            (Some(_), Some(_)) => self.later += 1,
            (Some(_), None) => self.lost += 1,
            (None, Some(_)) => self.gained += 1,
            (None, None) => {}
        }
        self.late_before += u64::from(was);
        self.late_after += u64::from(would);
        self.newly_late += u64::from(would && !was);
        self.no_longer_late += u64::from(was && !would);
    }

    fn add(&mut self, other: &Self) {
        let Self { same, earlier, later, lost, gained, late_before, late_after, newly_late, no_longer_late } =
            other;
        self.same += same;
        self.earlier += earlier;
        self.later += later;
        self.lost += lost;
        self.gained += gained;
        self.late_before += late_before;
        self.late_after += late_after;
        self.newly_late += newly_late;
        self.no_longer_late += no_longer_late;
    }
}

fn shifts(shifts: &Shifts) -> impl Iterator<Item = Shift<'_>> {
    shifts.0.iter().map(|((before, after), count)| Shift { before, after, count: *count })
}

impl Serialize for WhatIf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let texts = |kind: &DifferenceKind| kind.to_string();
        let differences: BTreeMap<String, u64> =
            self.differences.iter().map(|(kind, count)| (texts(kind), *count)).collect();
        let examples: BTreeMap<String, &BTreeSet<RecordDifference>> =
            self.examples.iter().map(|(kind, examples)| (texts(kind), examples)).collect();
        let mut words: BTreeMap<Facet, BTreeMap<String, &WordCount>> = BTreeMap::new();
        for ((facet, word), counts) in &self.words {
            let text = word.map_or("(none)".into(), |word| word.to_string());
            words.entry(*facet).or_default().insert(text, counts);
        }
        let mut map = serializer.serialize_struct("WhatIf", 9)?;
        map.serialize_field("comparison", &self.comparison)?;
        map.serialize_field("records", &self.records)?;
        map.serialize_field("refused", &self.refused)?;
        map.serialize_field("severities", &self.severities)?;
        map.serialize_field("owners", &self.owners)?;
        map.serialize_field("clocks", &self.clocks)?;
        map.serialize_field("differences", &differences)?;
        map.serialize_field("words", &words)?;
        map.serialize_field("examples", &examples)?;
        map.end()
    }
}

impl fmt::Display for WhatIf<'_> {
    /// Writes the counts and the examples as text, in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Comparison { policy, draft } = self.comparison;
        writeln!(f, "{} -> {}", PolicyVersion::of(policy), PolicyVersion::of(draft))?;
        writeln!(f, "records: {}, refused by both: {}", self.records, self.refused)?;
        let tables: [(&str, &Shifts); 2] = [("severity", &self.severities), ("owner", &self.owners)];
        for (title, table) in tables {
            for Shift { before, after, count } in shifts(table) {
                let arrow =
                    if before == after { before.to_string() } else { alloc::format!("{before} -> {after}") };
                writeln!(f, "{title}: {arrow}: {count}")?;
            }
        }
        for (name, counts) in &self.clocks {
            let ClockCount {
                same, earlier, later, lost, gained, late_before, late_after, newly_late, ..
            } = counts;
            writeln!(
                f,
                "clock {name}: same date {same}, earlier {earlier}, later {later}, lost {lost}, gained {gained}; \
                 late {late_before} -> {late_after}, newly late {newly_late}"
            )?;
        }
        for ((facet, word), counts) in &self.words {
            let word = word.map_or("(none)".into(), |word| word.to_string());
            let told = counts.differences.iter().map(|(kind, count)| alloc::format!(", {kind}: {count}"));
            writeln!(f, "{facet} {word}: records: {}{}", counts.records, told.collect::<String>())?;
        }
        for (kind, count) in &self.differences {
            writeln!(f, "{kind}: {count}")?;
            for example in self.examples(*kind) {
                writeln!(f, "  {}: {} -> {}", example.id, example.before, example.after)?;
            }
        }
        Ok(())
    }
}
