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
/// It is indexed by who complained, about whom and about which product, and by the main word of every facet: one history
/// serves any number of complaints, and grows as they are dealt with. Counting those that another one repeats looks at
/// none of them. It holds each word once, and of a complaint its number.
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
    /// Nothing came before, or nothing is to be looked at.
    #[must_use]
    pub const fn none() -> Self {
        Self { words: Words::new(), cases: Vec::new(), by_id: BTreeMap::new(), index: Index::new() }
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
    /// assert_eq!(History::of([first.clone(), first.clone()])?.cases().len(), 1);
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

    /// Puts what is known of a complaint now in place of what was known, and returns that.
    #[expect(clippy::needless_pass_by_value, reason = "as `insert`, which keeps what it is given")]
    pub fn replace(&mut self, case: PastCase) -> Option<PastCase> {
        let before = self.put(&case)?;
        Some(before.written_out(&self.words))
    }

    /// The complaints, by id.
    #[must_use]
    pub fn cases(&self) -> impl ExactSizeIterator<Item = PastCase> + '_ {
        self.by_id.values().map(|number| self.numbered(*number).written_out(&self.words))
    }

    /// The complaint of a number. A number of another history is a bug of this crate.
    #[expect(clippy::indexing_slicing, reason = "a number is given for a case that stays")]
    fn numbered(&self, number: CaseNumber) -> &Kept {
        &self.cases[number as usize]
    }

    /// The complaints of one complainant that were received before an instant, other than one case, by receipt.
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

    /// How many complaints of one complainant were received before an instant, other than one case.
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

    /// Those that a complaint repeats, by the first key of the recurrence that it has, from an instant on.
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
        // Nobody knows whose they are: at most as many as somebody has.
        let keys = asked.by.iter().filter_map(|key| Value::first(*key, &self.words));
        (None, keys.map(|first| self.index.most(first, &among)).max().unwrap_or(0))
    }

    /// What a complaint has for a key.
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
