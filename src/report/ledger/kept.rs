//! The rows of a ledger with their words as numbers.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::report::ledger::by::{Answer, GroupValue, Grouping};
use crate::report::ledger::course::Course;
use crate::report::ledger::round::Round;
use crate::report::ledger::row::LedgerRow;
use crate::vocab::course::Opinion;
use crate::vocab::dictionary::{FacetNumber, Numbered, WordNumber, Words};
use crate::vocab::{CaseId, Cause, Facet, Money, ProductKey, Severity, Stage, Standing};

/// A row with its words as numbers. It takes about a third of the memory of a [`LedgerRow`].
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) case: CaseId,
    pub(super) received: DateTime<Utc>,
    seen: DateTime<Utc>,
    stage: Stage,
    severity: Option<Severity>,
    words: Numbered,
    /// The group to which the cause belongs.
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

/// What a row answers to a question, in the numbers of the ledger.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Key {
    Severity(Severity),
    Word(WordNumber),
    Product(ProductKey),
    Closed(&'static str),
    NotKnown,
}

/// A question, with the number of its facet. `None` if no row has a word of the facet.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    by: Grouping,
    facet: Option<FacetNumber>,
}

impl Asked {
    pub(super) fn of(by: Grouping, words: &Words) -> Self {
        let facet = match by {
            Grouping::Word(facet) => words.find_facet(facet),
            Grouping::Severity
            | Grouping::StatedCause
            | Grouping::Product
            | Grouping::Department
            | Grouping::Remedy
            | Grouping::ClosureKind
            | Grouping::Opinion => None,
        };
        Self { by, facet }
    }
}

impl Key {
    pub(super) fn value(self, by: Grouping, words: &Words) -> GroupValue {
        let answer = match self {
            Self::Severity(level) => Answer::Severity(level),
            Self::Word(number) => Answer::Word(words.codes().word(number)),
            Self::Product(key) => Answer::Product(key),
            Self::Closed(text) => Answer::closed(text),
            Self::NotKnown => Answer::NotKnown,
        };
        GroupValue::answered(by, answer)
    }
}

impl Kept {
    pub(super) fn of(row: LedgerRow, words: &mut Words) -> Self {
        let cause = row.words.first::<Cause>();
        Self {
            case: row.case,
            received: row.received,
            seen: row.seen,
            stage: row.stage,
            severity: row.severity,
            words: words.numbered(&row.words),
            cause_group: cause.map(|cause| words.number(cause.group())),
            stated_cause: row.stated_cause.map(|cause| words.number(cause)),
            product: row.product,
            department: row.department.map(|department| words.number(department)),
            remedies: row.remedies.iter().map(|remedy| words.number(*remedy)).collect(),
            amounts: row.amounts,
            due: row.due,
            standing: row.standing,
            undetermined: row.undetermined,
            rounds: row.rounds,
            opinion: row.opinion,
            merged_into: row.merged_into,
        }
    }

    pub(super) fn written_out(&self, words: &Words) -> LedgerRow {
        let codes = words.codes();
        LedgerRow {
            seen: self.seen,
            stage: self.stage,
            severity: self.severity,
            words: words.written_out(&self.words),
            stated_cause: self.stated_cause.map(|cause| codes.word(cause).into()),
            product: self.product,
            department: self.department.map(|department| codes.word(department).into()),
            remedies: self.remedies.iter().map(|remedy| codes.word(*remedy).into()).collect(),
            amounts: self.amounts.clone(),
            due: self.due,
            standing: self.standing,
            undetermined: self.undetermined,
            rounds: self.rounds.clone(),
            opinion: self.opinion,
            merged_into: self.merged_into,
            ..LedgerRow::new(self.case, self.received)
        }
    }

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
    /// Returns the answer of a case to a question.
    #[must_use]
    pub fn of(row: &LedgerRow, by: Grouping) -> Self {
        let mut words = Words::default();
        let kept = Kept::of(row.clone(), &mut words);
        kept.key(Asked::of(by, &words)).value(by, &words)
    }
}
