//! The complaints that came before.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::instant::format;
use crate::policy::condition::{Recurrence, RecurrenceKey};
use crate::triage::complaint::Complaint;
use crate::triage::past_case::PastCase;
use crate::triage::past_index::{Among, CaseNumber, IdKey, Index, Kept, Value};
use crate::vocab::dictionary::Words;
use crate::vocab::{CaseId, Cause, ComplainantKey, Facet};

/// A case has two records that differ.
///
/// # Example
///
/// ```
/// use redress::triage::{History, PastCase};
/// use redress::vocab::Severity;
///
/// let known = PastCase::new("A-1".parse()?, "2026-02-01T10:00:00Z".parse()?);
/// let given = known.clone().with_severity(Severity::General);
/// let mut history = History::of([known.clone()])?;
/// let conflict = history.insert(given.clone()).unwrap_err();
/// assert_eq!((*conflict.known, *conflict.given), (known.clone(), given));
/// assert_eq!(history.cases().collect::<Vec<_>>(), [known]); // nothing changed
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error(
    "case `{}` has two different records, received at {} and at {}; keep one of them",
    known.id, format(known.received), format(given.received)
)]
#[expect(clippy::exhaustive_structs, reason = "the two records, whole as they are")]
pub struct ConflictingCase {
    /// The record that was there before.
    pub known: Box<PastCase>,
    /// The record that was added.
    pub given: Box<PastCase>,
}

/// What a complaint has for a key.
enum Looked {
    /// It has no value for the key.
    Nothing,
    /// It has a value that no earlier complaint has.
    New,
    /// It has this value, and an earlier complaint has it too.
    Known(Value),
}

/// The earlier complaints that triage may look at. If there are none, say so with [`History::none`].
///
/// A history is indexed by who complained, by the person and the product complained about, and by the main word of
/// every facet. Counting the complaints that a new one repeats looks at none of them. So one history serves any number
/// of complaints, and can grow while they are dealt with.
///
/// # Example: the third complaint of a customer
///
/// ```
/// use redress::sample;
/// use redress::triage::{History, PastCase, triage};
///
/// let customer = "K-1".parse()?;
/// let mut history = History::none();
/// for (id, received) in [("A-3", "2026-02-02T10:00:00Z"), ("A-9", "2026-03-09T10:00:00Z")] {
///     history.insert(PastCase::new(id.parse()?, received.parse()?).with_complainant(customer))?;
/// }
///
/// let (policy, complaint) = (sample::policy()?, sample::complaint()?.with_complainant(customer));
/// assert_eq!(triage(&policy, &complaint, &history)?.repeats(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct History {
    words: Words,
    /// INVARIANT: each id once.
    cases: Vec<Kept>,
    by_id: BTreeMap<CaseId, CaseNumber>,
    index: Index,
}

impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        self.cases().eq(other.cases())
    }
}

impl Eq for History {}

impl History {
    /// Creates a history without complaints: none came before, or none should be looked at.
    #[must_use]
    pub const fn none() -> Self {
        Self { words: Words::new(), cases: Vec::new(), by_id: BTreeMap::new(), index: Index::new() }
    }

    /// Creates a history of these complaints, in any order. Equal records of one case count once.
    ///
    /// # Errors
    ///
    /// Returns [`ConflictingCase`] with the first two records of one case that differ. Neither of them is preferred.
    ///
    /// # Example: two records of one case
    ///
    /// ```
    /// use redress::triage::{History, PastCase};
    ///
    /// let case = |received: &str| -> Result<PastCase, Box<dyn std::error::Error>> {
    ///     Ok(PastCase::new("A-1".parse()?, received.parse()?))
    /// };
    /// let (first, other) = (case("2026-02-01T10:00:00Z")?, case("2026-02-09T10:00:00Z")?);
    /// assert_eq!(History::of([first.clone(), first.clone()])?.cases().len(), 1);
    /// assert_eq!(
    ///     History::of([first, other]).unwrap_err().to_string(),
    ///     "case `A-1` has two different records, received at 2026-02-01T10:00:00Z and at 2026-02-09T10:00:00Z; \
    ///      keep one of them",
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

    /// Adds a complaint. Adding an equal record again changes nothing.
    ///
    /// # Errors
    ///
    /// Returns [`ConflictingCase`] if the history has a different record of the same case. That record stays. Use
    /// [`History::replace`] if more is known about a case now.
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

    /// Returns what is kept of one complaint.
    fn kept(&self, id: CaseId) -> Option<&Kept> {
        self.cases.get(*self.by_id.get(&id)? as usize)
    }

    fn case(&self, id: CaseId) -> Option<PastCase> {
        self.kept(id).map(|kept| kept.written_out(&self.words))
    }

    fn put(&mut self, case: &PastCase) -> Option<Kept> {
        let kept = Kept::of(case, &mut self.words);
        let next = CaseNumber::try_from(self.cases.len()).unwrap_or(CaseNumber::MAX);
        debug_assert!(next < CaseNumber::MAX, "so many cases have no memory");
        let number = *self.by_id.entry(case.id).or_insert(next);
        if let Some(known) = self.cases.get_mut(number as usize) {
            self.index.remove(number, known);
            self.index.add(number, &kept);
            return Some(core::mem::replace(known, kept));
        }
        self.index.add(number, &kept);
        self.cases.push(kept);
        None
    }

    /// Adds a complaint, or replaces the record of the same case. Returns the record that was replaced.
    ///
    /// # Example: the severity is known now
    ///
    /// ```
    /// use redress::triage::{History, PastCase};
    /// use redress::vocab::Severity;
    ///
    /// let received = PastCase::new("A-1".parse()?, "2026-02-01T10:00:00Z".parse()?);
    /// let mut history = History::of([received.clone()])?;
    /// let rated = received.clone().with_severity(Severity::General);
    /// assert_eq!(history.replace(rated.clone()), Some(received));
    /// assert_eq!(history.cases().next(), Some(rated));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[expect(clippy::needless_pass_by_value, reason = "as `insert`, which keeps what it is given")]
    pub fn replace(&mut self, case: PastCase) -> Option<PastCase> {
        let before = self.put(&case)?;
        Some(before.written_out(&self.words))
    }

    /// Returns the complaints, sorted by id.
    #[must_use]
    pub fn cases(&self) -> impl ExactSizeIterator<Item = PastCase> + '_ {
        self.by_id.values().map(|number| self.numbered(*number).written_out(&self.words))
    }

    /// Returns the complaint of a number. A number of another history would be a bug of this crate.
    #[expect(clippy::indexing_slicing, reason = "a number is given for a case that stays")]
    fn numbered(&self, number: CaseNumber) -> &Kept {
        &self.cases[number as usize]
    }

    /// Returns the complaints of one complainant that were received before an instant, sorted by receipt. The case
    /// `except` is left out.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::triage::{History, PastCase};
    ///
    /// let customer = "K-1".parse()?;
    /// let old = PastCase::new("A-1".parse()?, "2026-02-01T10:00:00Z".parse()?).with_complainant(customer);
    /// let new = PastCase::new("A-2".parse()?, "2026-03-01T10:00:00Z".parse()?).with_complainant(customer);
    /// let history = History::of([new.clone(), old.clone()])?;
    /// let before = history.by_complainant(customer, "2026-03-01T10:00:00Z".parse()?, new.id());
    /// assert_eq!(before.collect::<Vec<_>>(), [old]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn by_complainant(
        &self,
        key: ComplainantKey,
        before: DateTime<Utc>,
        except: CaseId,
    ) -> impl Iterator<Item = PastCase> + '_ {
        let value = self.index.id(IdKey::Complainant(key));
        let numbers = value.into_iter().flat_map(|value| self.index.cases(value));
        let cases = numbers.map(|number| self.numbered(number));
        let mut cases: Vec<&Kept> =
            cases.filter(|case| case.received < before && case.id != except).collect();
        cases.sort_by_key(|case| (case.received, case.id));
        cases.into_iter().map(|kept| kept.written_out(&self.words))
    }

    /// Returns how many complaints of one complainant were received before an instant, without the case `except`.
    pub(super) fn count_by_complainant(
        &self,
        key: ComplainantKey,
        before: DateTime<Utc>,
        except: CaseId,
    ) -> usize {
        let all = Recurrence::new([], 0);
        let among = Among { asked: &all, from: None, before, except: self.kept(except) };
        self.index.id(IdKey::Complainant(key)).map_or(0, |value| self.index.count(value, &among))
    }

    /// Returns how many earlier complaints a complaint repeats since an instant, and the key by which they were
    /// counted: the first key of the recurrence that the complaint has.
    pub(super) fn repeated(
        &self,
        complaint: &Complaint,
        asked: &Recurrence,
        from: Option<DateTime<Utc>>,
    ) -> (Option<RecurrenceKey>, usize) {
        let among = Among { asked, from, before: complaint.received, except: self.kept(complaint.id) };
        for &key in &asked.by {
            match self.looked(complaint, key) {
                Looked::Nothing => {}
                Looked::New => return (Some(key), 0),
                Looked::Known(value) => return (Some(key), self.index.count(value, &among)),
            }
        }
        // The complaint has none of the keys, so that its value may be any. It repeats at most as many complaints as
        // the value with the most has.
        let keys = asked.by.iter().filter_map(|key| Value::first(*key, &self.words));
        (None, keys.map(|first| self.index.most(first, &among)).max().unwrap_or(0))
    }

    /// Returns what a complaint has for a key.
    fn looked(&self, complaint: &Complaint, key: RecurrenceKey) -> Looked {
        let id = |id: Option<IdKey>| match id {
            None => Looked::Nothing,
            Some(id) => self.index.id(id).map_or(Looked::New, Looked::Known),
        };
        match key {
            RecurrenceKey::Complainant => id(complaint.complainant.map(IdKey::Complainant)),
            RecurrenceKey::Staff => id(complaint.staff.map(IdKey::Staff)),
            RecurrenceKey::Product => id(complaint.product.map(IdKey::Product)),
            RecurrenceKey::Word(facet) => {
                let words = &complaint.words;
                let said = words.codes(facet).next();
                let group =
                    || words.first().filter(|_| facet == Facet::CauseGroup).map(|cause: Cause| cause.group());
                let Some(word) = said.or_else(|| group().map(Into::into)) else { return Looked::Nothing };
                let value = Value::word(facet, word, &self.words);
                value.map_or(Looked::New, Looked::Known)
            }
        }
    }
}
