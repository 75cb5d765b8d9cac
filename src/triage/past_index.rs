//! The complaints of a history with their words as numbers, and the index by which they are counted.
//!
//! Each complaint has an entry for everything by which it may be found: who complained, about whom, about which product,
//! and the main word of each facet. Entries stand in the order of what is found, then of what a recurrence may ask beside
//! (the severity, whether it was upheld, whether somebody was admonished), then of the receipt. So all that counts for a
//! recurrence stands together, in one run of entries for each [`Class`] that is asked for, of which there are twenty at
//! most; and a run is counted by its two ends.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::policy::condition::{Recurrence, RecurrenceKey};
use crate::triage::past_case::PastCase;
use crate::triage::sorted::Sorted;
use crate::vocab::course::Validity;
use crate::vocab::dictionary::{FacetNumber, Numbered, WordNumber, Words};
use crate::vocab::{ActorId, CaseId, Cause, Code, ComplainantKey, Facet, ProductKey, Severity};

/// Where a complaint stands among those of a history.
pub(super) type CaseNumber = u32;

/// The number of what the host has a key for.
type IdNumber = u32;

/// A key that the host gives.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum IdKey {
    Complainant(ComplainantKey),
    Staff(ActorId),
    Product(ProductKey),
}

/// What two complaints have in common, as a history numbers it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Value {
    Complainant(IdNumber),
    Staff(IdNumber),
    Product(IdNumber),
    Word(FacetNumber, WordNumber),
}

/// What a recurrence may ask of an earlier complaint beside what the two have in common.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Class {
    severity: Option<Severity>,
    upheld: bool,
    admonished: bool,
}

/// One way to find a complaint.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Entry {
    value: Value,
    class: Class,
    received: DateTime<Utc>,
    case: CaseNumber,
}

/// Which complaints count, whatever they have in common with the new one.
pub(super) struct Among<'a> {
    pub(super) asked: &'a Recurrence,
    pub(super) from: Option<DateTime<Utc>>,
    pub(super) before: DateTime<Utc>,
    /// The new complaint, where it is known already.
    pub(super) except: Option<&'a Kept>,
}

/// An earlier complaint with its words as numbers.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) id: CaseId,
    pub(super) received: DateTime<Utc>,
    words: Numbered,
    /// The group that the cause is under, where no group is said, with the number of its facet.
    cause_group: Option<(FacetNumber, WordNumber)>,
    complainant: Option<ComplainantKey>,
    staff: Option<ActorId>,
    product: Option<ProductKey>,
    severity: Option<Severity>,
    validity: Validity,
    admonished: bool,
}

/// What finds the complaints of a history.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    ids: BTreeMap<IdKey, IdNumber>,
    /// INVARIANT: every value of every case.
    entries: Sorted<Entry>,
}

impl Kept {
    pub(super) fn of(case: &PastCase, words: &mut Words) -> Self {
        let said = case.words.codes(Facet::CauseGroup).next();
        let group = case.words.first::<Cause>().filter(|_| said.is_none()).map(|leaf| leaf.group());
        Self {
            id: case.id,
            received: case.received,
            words: words.numbered(&case.words),
            cause_group: group.map(|group| (words.facet(Facet::CauseGroup), words.number(group))),
            complainant: case.complainant,
            staff: case.staff,
            product: case.product,
            severity: case.severity,
            validity: case.validity,
            admonished: case.admonished,
        }
    }

    pub(super) fn written_out(&self, words: &Words) -> PastCase {
        PastCase {
            id: self.id,
            received: self.received,
            words: words.written_out(&self.words),
            complainant: self.complainant,
            staff: self.staff,
            product: self.product,
            severity: self.severity,
            validity: self.validity,
            admonished: self.admonished,
        }
    }

    fn ids(&self) -> impl Iterator<Item = IdKey> {
        let complainant = self.complainant.map(IdKey::Complainant);
        [complainant, self.staff.map(IdKey::Staff), self.product.map(IdKey::Product)].into_iter().flatten()
    }

    /// The main word of each facet.
    fn main_words(&self) -> impl Iterator<Item = Value> + '_ {
        let facets = self.words.chunk_by(|one, other| one.0 == other.0);
        let said = facets.filter_map(|words| words.first().copied());
        said.chain(self.cause_group).map(|(facet, word)| Value::Word(facet, word))
    }

    const fn class(&self) -> Class {
        let upheld = matches!(self.validity, Validity::Established);
        Class { severity: self.severity, upheld, admonished: self.admonished }
    }
}

impl IdKey {
    const fn value(self, number: IdNumber) -> Value {
        match self {
            Self::Complainant(_) => Value::Complainant(number),
            Self::Staff(_) => Value::Staff(number),
            Self::Product(_) => Value::Product(number),
        }
    }
}

impl Value {
    /// The value of a word, if any complaint has it.
    pub(super) fn word(facet: Facet, word: Code, words: &Words) -> Option<Self> {
        Some(Self::Word(words.find_facet(facet)?, words.codes().find(word)?))
    }

    /// Before every value of a key; none where no complaint has one.
    pub(super) fn first(key: RecurrenceKey, words: &Words) -> Option<Self> {
        Some(match key {
            RecurrenceKey::Complainant => Self::Complainant(0),
            RecurrenceKey::Staff => Self::Staff(0),
            RecurrenceKey::Product => Self::Product(0),
            RecurrenceKey::Word(facet) => Self::Word(words.find_facet(facet)?, WordNumber::FIRST),
        })
    }

    /// Whether two values answer the same key.
    fn is_of_key_of(self, other: Self) -> bool {
        match (self, other) {
            (Self::Word(one, _), Self::Word(other, _)) => one == other,
            _ => core::mem::discriminant(&self) == core::mem::discriminant(&other),
        }
    }
}

impl Class {
    const FIRST: Self = Self { severity: None, upheld: false, admonished: false };
    const LAST: Self = Self { severity: Some(Severity::Critical), upheld: true, admonished: true };

    /// Whether complaints of the class count for a recurrence.
    fn counts(self, asked: &Recurrence) -> bool {
        asked.severity.is_none_or(|level| self.severity == Some(level))
            && (!asked.upheld || self.upheld)
            && (!asked.admonished || self.admonished)
    }
}

impl Entry {
    /// Before every entry of a value and a class that was received at an instant or later.
    const fn before(value: Value, class: Class, received: DateTime<Utc>) -> Self {
        Self { value, class, received, case: 0 }
    }

    /// Behind every entry of a value and a class.
    const fn behind(value: Value, class: Class) -> Self {
        Self { value, class, received: DateTime::<Utc>::MAX_UTC, case: CaseNumber::MAX }
    }
}

impl Index {
    pub(super) const fn new() -> Self {
        Self { ids: BTreeMap::new(), entries: Sorted::new() }
    }

    /// The value of a key that the host gives, if any complaint has it.
    pub(super) fn id(&self, id: IdKey) -> Option<Value> {
        self.ids.get(&id).map(|number| id.value(*number))
    }

    pub(super) fn add(&mut self, case: CaseNumber, kept: &Kept) {
        for id in kept.ids() {
            let next = IdNumber::try_from(self.ids.len()).unwrap_or(IdNumber::MAX);
            debug_assert!(next < IdNumber::MAX, "so many keys have no memory");
            self.ids.entry(id).or_insert(next);
        }
        for value in self.values(kept) {
            let entry = Entry { value, class: kept.class(), received: kept.received, case };
            self.entries.insert(entry);
        }
    }

    pub(super) fn remove(&mut self, case: CaseNumber, kept: &Kept) {
        for value in self.values(kept) {
            self.entries.remove(&Entry { value, class: kept.class(), received: kept.received, case });
        }
    }

    /// By what a complaint is found. Its keys have numbers.
    fn values(&self, kept: &Kept) -> Vec<Value> {
        let ids = kept.ids().filter_map(|id| self.id(id));
        ids.chain(kept.main_words()).collect()
    }

    /// The complaints of a value, in no order.
    pub(super) fn cases(&self, value: Value) -> impl Iterator<Item = CaseNumber> + '_ {
        let first = Entry::before(value, Class::FIRST, DateTime::<Utc>::MIN_UTC);
        self.entries.from(&first).take_while(move |entry| entry.value == value).map(|entry| entry.case)
    }

    /// The first entry from a place on.
    fn next(&self, from: &Entry) -> Option<Entry> {
        self.entries.from(from).next().copied()
    }

    /// How many complaints of a value count.
    pub(super) fn count(&self, value: Value, among: &Among<'_>) -> usize {
        let from = among.from.unwrap_or(DateTime::<Utc>::MIN_UTC);
        let (mut found, mut place) = (0, Entry::before(value, Class::FIRST, DateTime::<Utc>::MIN_UTC));
        // Only the classes that there are.
        while let Some(Entry { class, .. }) = self.next(&place).filter(|entry| entry.value == value) {
            if class.counts(among.asked) {
                let end = Entry::before(value, class, among.before);
                found += self.entries.count(&Entry::before(value, class, from), &end);
            }
            place = Entry::behind(value, class);
        }
        let is_except = |kept: &&Kept| {
            from <= kept.received
                && kept.received < among.before
                && kept.class().counts(among.asked)
                && self.values(kept).contains(&value)
        };
        found - usize::from(among.except.is_some_and(|kept| is_except(&kept)))
    }

    /// The most complaints that count for one value of a key, from the first value that the key may have.
    pub(super) fn most(&self, first: Value, among: &Among<'_>) -> usize {
        let (mut most, mut from) = (0, Entry::before(first, Class::FIRST, DateTime::<Utc>::MIN_UTC));
        while let Some(entry) = self.next(&from).filter(|entry| entry.value.is_of_key_of(first)) {
            most = most.max(self.count(entry.value, among));
            from = Entry::behind(entry.value, Class::LAST);
        }
        most
    }
}
