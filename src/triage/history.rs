//! The complaints that came before.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::calendar::instant::format;
use crate::policy::condition::{Recurrence, RecurrenceKey};
use crate::triage::complaint::Complaint;
use crate::vocab::course::Validity;
use crate::vocab::dictionary::{Dictionary, WordNumber};
use crate::vocab::{
    ActorId, CaseId, Category, Cause, Code, ComplainantKey, Department, Facet, ProductKey, Severity,
};

/// An earlier complaint, as far as it matters for a new one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PastCase {
    id: CaseId,
    received: DateTime<Utc>,
    complainant: Option<ComplainantKey>,
    staff: Option<ActorId>,
    unit: Option<Department>,
    product: Option<ProductKey>,
    cause: Option<Cause>,
    category: Option<Category>,
    severity: Option<Severity>,
    validity: Validity,
    admonished: bool,
}

impl PastCase {
    /// An earlier complaint with its receipt.
    #[must_use]
    pub const fn new(id: CaseId, received: DateTime<Utc>) -> Self {
        Self {
            id,
            received,
            complainant: None,
            staff: None,
            unit: None,
            product: None,
            cause: None,
            category: None,
            severity: None,
            validity: Validity::Undetermined,
            admonished: false,
        }
    }

    /// What an earlier complaint said: its receipt and all its keys. What was found of it is set beside.
    #[must_use]
    pub fn of(complaint: &Complaint) -> Self {
        Self {
            complainant: complaint.complainant,
            staff: complaint.staff,
            unit: complaint.unit(),
            product: complaint.product,
            cause: complaint.cause(),
            category: complaint.words.first(),
            ..Self::new(complaint.id, complaint.received)
        }
    }

    /// Sets who complained.
    #[must_use]
    pub const fn with_complainant(mut self, key: ComplainantKey) -> Self {
        self.complainant = Some(key);
        self
    }

    /// Sets about whom.
    #[must_use]
    pub const fn with_staff(mut self, person: ActorId) -> Self {
        self.staff = Some(person);
        self
    }

    /// Sets about which unit.
    #[must_use]
    pub const fn with_unit(mut self, unit: Department) -> Self {
        self.unit = Some(unit);
        self
    }

    /// Sets about which product, batch or device.
    #[must_use]
    pub const fn with_product(mut self, product: ProductKey) -> Self {
        self.product = Some(product);
        self
    }

    /// Sets the cause that was found.
    #[must_use]
    pub const fn with_cause(mut self, cause: Cause) -> Self {
        self.cause = Some(cause);
        self
    }

    /// Sets what about.
    #[must_use]
    pub const fn with_category(mut self, category: Category) -> Self {
        self.category = Some(category);
        self
    }

    /// Sets how bad it was.
    #[must_use]
    pub const fn with_severity(mut self, level: Severity) -> Self {
        self.severity = Some(level);
        self
    }

    /// Sets whether it stood.
    #[must_use]
    pub const fn with_validity(mut self, validity: Validity) -> Self {
        self.validity = validity;
        self
    }

    /// Says that somebody was admonished for it, and that this was recorded.
    #[must_use]
    pub const fn with_admonition(mut self) -> Self {
        self.admonished = true;
        self
    }

    /// The id.
    #[must_use]
    pub const fn id(&self) -> CaseId {
        self.id
    }

    /// When it was received.
    #[must_use]
    pub const fn received(&self) -> DateTime<Utc> {
        self.received
    }

    /// What it was about.
    #[must_use]
    pub const fn category(&self) -> Option<Category> {
        self.category
    }
}

/// Two records of one case that differ.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error(
    "case `{}` stands twice among the earlier ones, received at {} and at {}, expected each case once",
    known.id, format(known.received), format(given.received)
)]
#[expect(clippy::exhaustive_structs, reason = "the two records, whole as they are")]
pub struct ConflictingCase {
    /// The record that was there before.
    pub known: Box<PastCase>,
    /// The other one.
    pub given: Box<PastCase>,
}

/// What two complaints have in common; words by their numbers.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Value {
    Complainant(ComplainantKey),
    Staff(ActorId),
    Unit(WordNumber),
    Product(ProductKey),
    Cause(WordNumber),
    Category(WordNumber),
}

/// An earlier complaint with its words as numbers.
#[derive(Clone, Copy, Debug)]
struct Kept {
    id: CaseId,
    received: DateTime<Utc>,
    complainant: Option<ComplainantKey>,
    staff: Option<ActorId>,
    unit: Option<WordNumber>,
    product: Option<ProductKey>,
    cause: Option<WordNumber>,
    category: Option<WordNumber>,
    severity: Option<Severity>,
    validity: Validity,
    admonished: bool,
}

impl Kept {
    fn of(case: &PastCase, words: &mut Dictionary) -> Self {
        Self {
            id: case.id,
            received: case.received,
            complainant: case.complainant,
            staff: case.staff,
            unit: case.unit.map(|unit| words.number(unit)),
            product: case.product,
            cause: case.cause.map(|cause| words.number(cause)),
            category: case.category.map(|category| words.number(category)),
            severity: case.severity,
            validity: case.validity,
            admonished: case.admonished,
        }
    }

    fn written_out(&self, words: &Dictionary) -> PastCase {
        PastCase {
            id: self.id,
            received: self.received,
            complainant: self.complainant,
            staff: self.staff,
            unit: self.unit.map(|unit| words.word(unit).into()),
            product: self.product,
            cause: self.cause.map(|cause| words.word(cause).into()),
            category: self.category.map(|category| words.word(category).into()),
            severity: self.severity,
            validity: self.validity,
            admonished: self.admonished,
        }
    }

    fn value(&self, key: RecurrenceKey) -> Option<Value> {
        match key {
            RecurrenceKey::Complainant => self.complainant.map(Value::Complainant),
            RecurrenceKey::Staff => self.staff.map(Value::Staff),
            RecurrenceKey::Unit => self.unit.map(Value::Unit),
            RecurrenceKey::Product => self.product.map(Value::Product),
            RecurrenceKey::Cause => self.cause.map(Value::Cause),
            RecurrenceKey::Category => self.category.map(Value::Category),
        }
    }

    /// By what it is found.
    fn keys(self) -> impl Iterator<Item = (Value, DateTime<Utc>, CaseId)> {
        let values = RecurrenceKey::ALL.iter().filter_map(move |&key| self.value(key));
        values.map(move |value| (value, self.received, self.id))
    }

    /// Whether it counts for a recurrence, whenever it was and whatever its key.
    fn counts(&self, recurrence: &Recurrence) -> bool {
        recurrence.severity.is_none_or(|level| self.severity == Some(level))
            && (!recurrence.upheld || self.validity == Validity::Established)
            && (!recurrence.admonished || self.admonished)
    }
}

/// What a complaint has for a key, as a history numbers it.
enum Looked {
    /// It has nothing.
    Nothing,
    /// It has a word that no earlier complaint has.
    New,
    Known(Value),
}

/// The earlier complaints that triage may look at. That there are none is said aloud: [`History::none`].
///
/// It is indexed: one history serves any number of complaints, and grows as they are dealt with. It holds each word once,
/// and of a complaint its number.
#[derive(Clone, Debug, Default)]
pub struct History {
    words: Dictionary,
    cases: BTreeMap<CaseId, Kept>,
    /// INVARIANT: every key of every case, by receipt.
    keys: BTreeSet<(Value, DateTime<Utc>, CaseId)>,
}

impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        self.cases().eq(other.cases())
    }
}

impl Eq for History {}

impl History {
    /// Nothing came before, or nothing is to be looked at.
    #[must_use]
    pub const fn none() -> Self {
        Self { words: Dictionary::new(), cases: BTreeMap::new(), keys: BTreeSet::new() }
    }

    /// These came before, in any order. What is said twice in the same words is one.
    ///
    /// # Errors
    ///
    /// [`ConflictingCase`] with the first two records of one id that differ: neither is taken for the other.
    ///
    /// ```
    /// use redress::triage::{History, PastCase};
    ///
    /// let case = |id: &str, received: &str| -> Result<PastCase, Box<dyn std::error::Error>> {
    ///     Ok(PastCase::new(id.parse()?, received.parse()?))
    /// };
    /// let (first, other) = (case("A-1", "2026-02-01T10:00:00Z")?, case("A-1", "2026-02-09T10:00:00Z")?);
    /// assert_eq!(History::of([first, first])?.cases().len(), 1);
    /// assert_eq!(
    ///     History::of([first, other]).unwrap_err().to_string(),
    ///     "case `A-1` stands twice among the earlier ones, received at 2026-02-01T10:00:00Z and at \
    ///      2026-02-09T10:00:00Z, expected each case once",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(cases: impl IntoIterator<Item = PastCase>) -> Result<Self, ConflictingCase> {
        let mut history = Self::none();
        for case in cases {
            history.insert(case)?;
        }
        Ok(history)
    }

    /// Adds a complaint.
    ///
    /// # Errors
    ///
    /// [`ConflictingCase`] where another record of the same id is known, which stays. [`History::replace`] says that a case
    /// is known better now.
    pub fn insert(&mut self, case: PastCase) -> Result<(), ConflictingCase> {
        match self.case(case.id) {
            Some(known) if known != case => {
                Err(ConflictingCase { known: Box::new(known), given: Box::new(case) })
            }
            Some(_) => Ok(()),
            None => {
                self.put(&case);
                Ok(())
            }
        }
    }

    /// What is known of one of them.
    fn case(&self, id: CaseId) -> Option<PastCase> {
        self.cases.get(&id).map(|kept| kept.written_out(&self.words))
    }

    fn put(&mut self, case: &PastCase) -> Option<Kept> {
        let kept = Kept::of(case, &mut self.words);
        let before = self.cases.insert(case.id, kept);
        for key in before.into_iter().flat_map(Kept::keys) {
            self.keys.remove(&key);
        }
        self.keys.extend(kept.keys());
        before
    }

    /// Puts what is known of a complaint now in place of what was known, and returns that.
    pub fn replace(&mut self, case: PastCase) -> Option<PastCase> {
        let before = self.put(&case)?;
        Some(before.written_out(&self.words))
    }

    /// The complaints, by id.
    #[must_use]
    pub fn cases(&self) -> impl ExactSizeIterator<Item = PastCase> + '_ {
        self.cases.values().map(|kept| kept.written_out(&self.words))
    }

    /// The complaints of one complainant that were received before an instant, other than one case.
    pub fn by_complainant(
        &self,
        key: ComplainantKey,
        before: DateTime<Utc>,
        except: CaseId,
    ) -> impl Iterator<Item = PastCase> + '_ {
        self.with(Value::Complainant(key), None)
            .take_while(move |case| case.received < before)
            .filter(move |case| case.id != except)
            .map(|kept| kept.written_out(&self.words))
    }

    /// How many complaints of one complainant were received before an instant, other than one case.
    pub(super) fn count_by_complainant(
        &self,
        key: ComplainantKey,
        before: DateTime<Utc>,
        except: CaseId,
    ) -> usize {
        let earlier = self.with(Value::Complainant(key), None).take_while(|case| case.received < before);
        earlier.filter(|case| case.id != except).count()
    }

    /// The cases of one value from an instant on, by receipt.
    fn with(&self, value: Value, from: Option<DateTime<Utc>>) -> impl Iterator<Item = &Kept> + '_ {
        let first = (value, from.unwrap_or(DateTime::<Utc>::MIN_UTC), CaseId::FIRST);
        let keys = self.keys.range(first..).take_while(move |(known, ..)| *known == value);
        keys.filter_map(|(_, _, id)| self.cases.get(id))
    }

    /// Those that a complaint repeats, by the first key of the recurrence that it has, from an instant on.
    pub(super) fn repeated(
        &self,
        complaint: &Complaint,
        recurrence: &Recurrence,
        from: Option<DateTime<Utc>>,
    ) -> (Option<RecurrenceKey>, usize) {
        let earlier = |case: &&Kept| case.received < complaint.received;
        let counts = |case: &&Kept| case.id != complaint.id && case.counts(recurrence);
        for &key in &recurrence.by {
            match self.looked(complaint, key) {
                Looked::Nothing => {}
                Looked::New => return (Some(key), 0),
                Looked::Known(value) => {
                    let found = self.with(value, from).take_while(earlier).filter(counts).count();
                    return (Some(key), found);
                }
            }
        }
        // Nobody knows whose they are: at most as many as somebody has.
        let recent = |case: &&Kept| from.is_none_or(|from| case.received >= from);
        let mut most: BTreeMap<Value, usize> = BTreeMap::new();
        for case in self.cases.values().filter(earlier).filter(recent).filter(counts) {
            let values: BTreeSet<Value> = recurrence.by.iter().filter_map(|&key| case.value(key)).collect();
            for value in values {
                *most.entry(value).or_default() += 1;
            }
        }
        (None, most.into_values().max().unwrap_or(0))
    }
    /// What a complaint has for a key.
    fn looked(&self, complaint: &Complaint, key: RecurrenceKey) -> Looked {
        let known = |value: Option<Value>| value.map_or(Looked::Nothing, Looked::Known);
        let word = |word: Option<Code>, value: fn(WordNumber) -> Value| match word {
            None => Looked::Nothing,
            Some(word) => self.words.find(word).map_or(Looked::New, |number| Looked::Known(value(number))),
        };
        let words = &complaint.words;
        match key {
            RecurrenceKey::Complainant => known(complaint.complainant.map(Value::Complainant)),
            RecurrenceKey::Staff => known(complaint.staff.map(Value::Staff)),
            RecurrenceKey::Product => known(complaint.product.map(Value::Product)),
            RecurrenceKey::Unit => word(words.codes(Facet::Department).next(), Value::Unit),
            RecurrenceKey::Cause => word(words.codes(Facet::Cause).next(), Value::Cause),
            RecurrenceKey::Category => word(words.codes(Facet::Category).next(), Value::Category),
        }
    }
}
