//! The rows of a ledger with their words as numbers.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::report::ledger::by::{Answer, GroupValue, Grouping};
use crate::report::ledger::course::Course;
use crate::report::ledger::round::Round;
use crate::report::ledger::row::LedgerRow;
use crate::vocab::course::Opinion;
use crate::vocab::dictionary::{Dictionary, WordNumber};
use crate::vocab::{CaseId, Cause, Classification, Facet, Money, ProductKey, Severity, Stage, Standing};

/// The words and facets of a ledger, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    codes: Dictionary,
    facets: Vec<Facet>,
    numbers: BTreeMap<Facet, FacetNumber>,
}

type FacetNumber = u32;

/// A row with its words as numbers: about a third of its size.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) case: CaseId,
    pub(super) received: DateTime<Utc>,
    seen: DateTime<Utc>,
    stage: Stage,
    severity: Option<Severity>,
    words: Box<[(FacetNumber, WordNumber)]>,
    /// The group that the cause is under.
    cause_group: Option<WordNumber>,
    stated_cause: Option<WordNumber>,
    product: Option<ProductKey>,
    department: Option<WordNumber>,
    remedies: Box<[WordNumber]>,
    pub(super) amounts: Option<Vec<Money>>,
    pub(super) due: Option<DateTime<Utc>>,
    pub(super) standing: Option<Standing>,
    pub(super) undetermined: bool,
    rounds: Vec<Round>,
    opinion: Option<Opinion>,
    pub(super) merged_into: Option<CaseId>,
}

/// What a row answers to a question: as the ledger numbers its words.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Key {
    Severity(Severity),
    Word(WordNumber),
    Product(ProductKey),
    Closed(&'static str),
    NotKnown,
}

/// A question, with the number of its facet.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    by: Grouping,
    facet: Option<FacetNumber>,
}

impl Words {
    fn facet(&mut self, facet: Facet) -> FacetNumber {
        *self.numbers.entry(facet).or_insert_with(|| {
            let next = FacetNumber::try_from(self.facets.len()).unwrap_or(FacetNumber::MAX);
            debug_assert!(next < FacetNumber::MAX, "so many facets have no memory");
            self.facets.push(facet);
            next
        })
    }

    pub(super) fn kept(&mut self, row: LedgerRow) -> Kept {
        let words =
            row.words.iter().map(|(facet, word)| (self.facet(facet), self.codes.number(word))).collect();
        let cause = row.words.first::<Cause>();
        Kept {
            case: row.case,
            received: row.received,
            seen: row.seen,
            stage: row.stage,
            severity: row.severity,
            words,
            cause_group: cause.map(|cause| self.codes.number(cause.group())),
            stated_cause: row.stated_cause.map(|cause| self.codes.number(cause)),
            product: row.product,
            department: row.department.map(|department| self.codes.number(department)),
            remedies: row.remedies.iter().map(|remedy| self.codes.number(*remedy)).collect(),
            amounts: row.amounts,
            due: row.due,
            standing: row.standing,
            undetermined: row.undetermined,
            rounds: row.rounds,
            opinion: row.opinion,
            merged_into: row.merged_into,
        }
    }

    pub(super) fn written_out(&self, kept: &Kept) -> LedgerRow {
        let mut words = Classification::new();
        for (facet, word) in &kept.words {
            // A number is given for a facet that stays.
            let facet = self.facets.get(*facet as usize);
            debug_assert!(facet.is_some(), "a facet without a number");
            if let Some(facet) = facet {
                words.add_code(*facet, self.codes.word(*word));
            }
        }
        LedgerRow {
            seen: kept.seen,
            stage: kept.stage,
            severity: kept.severity,
            words,
            stated_cause: kept.stated_cause.map(|cause| self.codes.word(cause).into()),
            product: kept.product,
            department: kept.department.map(|department| self.codes.word(department).into()),
            remedies: kept.remedies.iter().map(|remedy| self.codes.word(*remedy).into()).collect(),
            amounts: kept.amounts.clone(),
            due: kept.due,
            standing: kept.standing,
            undetermined: kept.undetermined,
            rounds: kept.rounds.clone(),
            opinion: kept.opinion,
            merged_into: kept.merged_into,
            ..LedgerRow::new(kept.case, kept.received)
        }
    }

    pub(super) fn asked(&self, by: Grouping) -> Asked {
        let facet = match by {
            Grouping::Word(facet) => self.numbers.get(&facet).copied(),
            Grouping::Severity
            | Grouping::StatedCause
            | Grouping::Product
            | Grouping::Department
            | Grouping::Remedy
            | Grouping::ClosureKind
            | Grouping::Opinion => None,
        };
        Asked { by, facet }
    }

    pub(super) fn value(&self, by: Grouping, key: Key) -> GroupValue {
        let answer = match key {
            Key::Severity(level) => Answer::Severity(level),
            Key::Word(number) => Answer::Word(self.codes.word(number)),
            Key::Product(key) => Answer::Product(key),
            Key::Closed(text) => Answer::closed(text),
            Key::NotKnown => Answer::NotKnown,
        };
        GroupValue::answered(by, answer)
    }
}

impl Kept {
    pub(super) fn course(&self) -> Course<'_> {
        Course { received: self.received, rounds: &self.rounds, opinion: self.opinion }
    }

    pub(super) fn key(&self, asked: Asked) -> Key {
        let word = |word: Option<WordNumber>| word.map_or(Key::NotKnown, Key::Word);
        match asked.by {
            Grouping::Severity => self.severity.map_or(Key::NotKnown, Key::Severity),
            Grouping::Word(facet) => {
                let of_facet = |number| self.words.iter().find(|(known, _)| *known == number);
                let said = asked.facet.and_then(of_facet).map(|(_, word)| *word);
                word(said.or(self.cause_group.filter(|_| facet == Facet::CauseGroup)))
            }
            Grouping::StatedCause => word(self.stated_cause),
            Grouping::Product => self.product.map_or(Key::NotKnown, Key::Product),
            Grouping::Department => word(self.department),
            Grouping::Remedy => word(self.remedies.first().copied()),
            Grouping::ClosureKind => {
                self.course().end().map_or(Key::NotKnown, |end| Key::Closed(end.kind.as_str()))
            }
            Grouping::Opinion => self.opinion.map_or(Key::NotKnown, |said| Key::Closed(said.as_str())),
        }
    }
}

impl GroupValue {
    /// What a case answers.
    #[must_use]
    pub fn of(row: &LedgerRow, by: Grouping) -> Self {
        let mut words = Words::default();
        let kept = words.kept(row.clone());
        words.value(by, kept.key(words.asked(by)))
    }
}
