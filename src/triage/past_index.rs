//! The earlier complaints of a history, and the index by which they are counted.
//!
//! **The problem.** A rule asks: how many upheld complaints did this customer make within 90 days? Or: about this
//! person, or else about this product? A history can hold a million complaints, and every new complaint asks several
//! such questions. A scan would look at all of them each time.
//!
//! **The idea.** Sort references to the complaints so that everything that one question counts stands in a few unbroken
//! runs. A run is counted by its two ends.
//!
//! **The layout.** A complaint has one [`Entry`] for each value by which it can be found: who complained, the person
//! and the product complained about, and the main word of each facet. Entries are sorted by
//!
//! ```text
//! value                    class                                      received      case
//! complainant 7            severity general, upheld, not admonished   2026-02-01    #3
//! complainant 7            severity general, upheld, not admonished   2026-03-09    #9
//! complainant 7            severity serious, upheld, not admonished   2026-01-20    #1
//! word (category, parts)   …
//! ```
//!
//! The class holds what a recurrence may ask beside the value. There are at most twenty classes: four severities or
//! "unrated", times two, times two. A question visits the classes that its value has, skips those that do not count,
//! and counts one run in each: from the first instant of the window to the receipt of the new complaint.
//!
//! Keys and words are long, so that each is stored once and an entry holds its number. Numbers are given in order of
//! appearance and are never taken back.
//!
//! **Cost.** A count takes two searches in [`Sorted`] for each class, whatever the size of the history. Adding a
//! complaint inserts one entry for each of its values.
//!
//! **Edges.**
//!
//! - The new complaint may already be in the history. It is subtracted if it would have been counted.
//! - A complaint received at the same instant does not count: only earlier ones do.
//! - A cause without a group is found by the group above it too, so that rules can ask for either.
//! - If the new complaint has none of the keys, its value may be any. [`Index::most`] then returns the highest count of
//!   any value of the key, as an upper bound.
//! - A value or word that no earlier complaint has gets no number, so that asking does not make the index grow.
//!
//! **Rejected.** A list of complaints for each key: counting within a window is then a scan of the list, and a word
//! such as the category can stand on most complaints. A map from (value, class, day) to a count: a window in real time
//! begins within a day.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::policy::condition::{Recurrence, RecurrenceKey};
use crate::triage::past_case::PastCase;
use crate::triage::sorted::Sorted;
use crate::vocab::course::Validity;
use crate::vocab::dictionary::{FacetNumber, Numbered, WordNumber, Words};
use crate::vocab::{ActorId, CaseId, Cause, Code, ComplainantKey, Facet, ProductKey, Severity};

/// The position of a complaint among those of a history.
pub(super) type CaseNumber = u32;

/// The number of a key of the host.
type IdNumber = u32;

/// A key of the host: who complained, or what the complaint is about.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum IdKey {
    Complainant(ComplainantKey),
    Staff(ActorId),
    Product(ProductKey),
}

/// A value that two complaints can have in common, as a history numbers it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Value {
    Complainant(IdNumber),
    Staff(IdNumber),
    Product(IdNumber),
    Word(FacetNumber, WordNumber),
}

/// What a recurrence may ask of an earlier complaint beside the common value.
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

/// Which complaints count, whatever value they have in common with the new one.
pub(super) struct Among<'a> {
    pub(super) asked: &'a Recurrence,
    pub(super) from: Option<DateTime<Utc>>,
    pub(super) before: DateTime<Utc>,
    /// The new complaint, if the history has it already.
    pub(super) except: Option<&'a Kept>,
}

/// An earlier complaint with its words as numbers.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) id: CaseId,
    pub(super) received: DateTime<Utc>,
    words: Numbered,
    /// The group above the cause, with the number of its facet, if the complaint says no group itself.
    cause_group: Option<(FacetNumber, WordNumber)>,
    complainant: Option<ComplainantKey>,
    staff: Option<ActorId>,
    product: Option<ProductKey>,
    severity: Option<Severity>,
    validity: Validity,
    admonished: bool,
}

/// The entries of a history, and the numbers of its keys.
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

    /// Returns the main word of each facet.
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
    /// Returns the value of a word, or `None` if no complaint has the word.
    pub(super) fn word(facet: Facet, word: Code, words: &Words) -> Option<Self> {
        Some(Self::Word(words.find_facet(facet)?, words.codes().find(word)?))
    }

    /// Returns the lowest possible value of a key, or `None` if no complaint has a word of its facet.
    pub(super) fn first(key: RecurrenceKey, words: &Words) -> Option<Self> {
        Some(match key {
            RecurrenceKey::Complainant => Self::Complainant(0),
            RecurrenceKey::Staff => Self::Staff(0),
            RecurrenceKey::Product => Self::Product(0),
            RecurrenceKey::Word(facet) => Self::Word(words.find_facet(facet)?, WordNumber::FIRST),
        })
    }

    /// Returns whether two values belong to the same key.
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

    /// Returns whether complaints of this class count for a recurrence.
    fn counts(self, asked: &Recurrence) -> bool {
        asked.severity.is_none_or(|level| self.severity == Some(level))
            && (!asked.upheld || self.upheld)
            && (!asked.admonished || self.admonished)
    }
}

impl Entry {
    /// Returns the place before every entry of a value and a class that was received at an instant or later.
    const fn before(value: Value, class: Class, received: DateTime<Utc>) -> Self {
        Self { value, class, received, case: 0 }
    }

    /// Returns the place after every entry of a value and a class.
    const fn behind(value: Value, class: Class) -> Self {
        Self { value, class, received: DateTime::<Utc>::MAX_UTC, case: CaseNumber::MAX }
    }
}

impl Index {
    pub(super) const fn new() -> Self {
        Self { ids: BTreeMap::new(), entries: Sorted::new() }
    }

    /// Returns the value of a key of the host, or `None` if no complaint has it.
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

    /// Returns the values by which a complaint is found. Its keys must have numbers.
    fn values(&self, kept: &Kept) -> Vec<Value> {
        let ids = kept.ids().filter_map(|id| self.id(id));
        ids.chain(kept.main_words()).collect()
    }

    /// Returns the complaints of a value, in no order.
    pub(super) fn cases(&self, value: Value) -> impl Iterator<Item = CaseNumber> + '_ {
        let first = Entry::before(value, Class::FIRST, DateTime::<Utc>::MIN_UTC);
        self.entries.from(&first).take_while(move |entry| entry.value == value).map(|entry| entry.case)
    }

    /// Returns the first entry at a place or after it.
    fn next(&self, from: &Entry) -> Option<Entry> {
        self.entries.from(from).next().copied()
    }

    /// Returns how many complaints of a value count.
    pub(super) fn count(&self, value: Value, among: &Among<'_>) -> usize {
        let from = among.from.unwrap_or(DateTime::<Utc>::MIN_UTC);
        let (mut found, mut place) = (0, Entry::before(value, Class::FIRST, DateTime::<Utc>::MIN_UTC));
        // Jump from class to class: classes that no complaint of the value has cost nothing.
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

    /// Returns the highest count of any value of a key, from the first value of that key on.
    pub(super) fn most(&self, first: Value, among: &Among<'_>) -> usize {
        let (mut most, mut from) = (0, Entry::before(first, Class::FIRST, DateTime::<Utc>::MIN_UTC));
        while let Some(entry) = self.next(&from).filter(|entry| entry.value.is_of_key_of(first)) {
            most = most.max(self.count(entry.value, among));
            from = Entry::behind(entry.value, Class::LAST);
        }
        most
    }
}
