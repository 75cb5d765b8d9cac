//! By what the cases of a ledger are sorted.

use alloc::string::String;

use crate::labels::Labels;
use crate::render::phrase::tell;
use crate::report::ledger::row::LedgerRow;
use crate::vocab::course::{ClosureKind, Opinion};
use crate::vocab::{Cause, Code, Facet, Locale, ProductKey, Severity, Word};

/// A question by whose answers the cases of a ledger are sorted.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Grouping {
    /// How bad it is.
    Severity,
    /// The main category.
    Category,
    /// What it is about.
    Subject,
    /// The cause as it is known now (S29-R08).
    Cause,
    /// The group of that cause.
    CauseGroup,
    /// The cause as it was stated.
    StatedCause,
    /// Whose fault it was.
    FaultParty,
    /// Under which definition it is pursued.
    ClaimKind,
    /// The way on which it came in.
    Channel,
    /// Where it happened.
    Region,
    /// The product, batch or device.
    Product,
    /// The unit that it is about.
    Unit,
    /// The unit that deals with it.
    Department,
    /// The first of the remedies.
    Remedy,
    /// How it ended, where it is over.
    ClosureKind,
    /// What the complainant said afterwards.
    Opinion,
}

impl Grouping {
    /// Every question.
    pub const ALL: &'static [Self] = &[
        Self::Severity,
        Self::Category,
        Self::Subject,
        Self::Cause,
        Self::CauseGroup,
        Self::StatedCause,
        Self::FaultParty,
        Self::ClaimKind,
        Self::Channel,
        Self::Region,
        Self::Product,
        Self::Unit,
        Self::Department,
        Self::Remedy,
        Self::ClosureKind,
        Self::Opinion,
    ];
}

/// What a case answers to a question: a word, a key, or that it is not known, which is an answer of its own and comes
/// after the others.
///
/// Levels of severity stand in their order, words and keys in that of their texts.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct GroupValue {
    by: Grouping,
    answer: Answer,
}

#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
enum Answer {
    Severity(Severity),
    Word(Code),
    Product(ProductKey),
    NotKnown,
}

impl GroupValue {
    /// What a case answers.
    #[must_use]
    pub fn of(row: &LedgerRow, by: Grouping) -> Self {
        fn word<W: Word>(word: Option<W>) -> Answer {
            word.map_or(Answer::NotKnown, |word| Answer::Word(*word.code()))
        }
        let closed = |text: Option<&str>| {
            text.and_then(|text| text.parse().ok()).map_or(Answer::NotKnown, Answer::Word)
        };
        let answer = match by {
            Grouping::Severity => row.severity.map_or(Answer::NotKnown, Answer::Severity),
            Grouping::Category => word(row.category),
            Grouping::Subject => word(row.subject),
            Grouping::Cause => word(row.cause),
            Grouping::CauseGroup => word(row.cause.as_ref().map(Cause::group)),
            Grouping::StatedCause => word(row.stated_cause),
            Grouping::FaultParty => word(row.fault_party),
            Grouping::ClaimKind => word(row.claim_kind),
            Grouping::Channel => word(row.channel),
            Grouping::Region => word(row.region),
            Grouping::Product => row.product.map_or(Answer::NotKnown, Answer::Product),
            Grouping::Unit => word(row.unit),
            Grouping::Department => word(row.department),
            Grouping::Remedy => word(row.remedies.first().copied()),
            Grouping::ClosureKind => closed(row.end().map(|end| end.kind.as_str())),
            Grouping::Opinion => closed(row.opinion.map(Opinion::as_str)),
        };
        Self { by, answer }
    }

    /// A level of severity.
    #[must_use]
    pub const fn severity(level: Severity) -> Self {
        Self { by: Grouping::Severity, answer: Answer::Severity(level) }
    }

    /// A word that answers a question, by its code.
    #[must_use]
    pub const fn word(by: Grouping, code: Code) -> Self {
        Self { by, answer: Answer::Word(code) }
    }

    /// That the answer to a question is not known.
    #[must_use]
    pub const fn not_known(by: Grouping) -> Self {
        Self { by, answer: Answer::NotKnown }
    }

    /// The question.
    #[must_use]
    pub const fn by(&self) -> Grouping {
        self.by
    }

    /// Whether the answer is known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.answer != Answer::NotKnown
    }

    /// The text of the word or the key; none where the answer is not known.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.answer {
            Answer::Severity(level) => Some(level.as_str()),
            Answer::Word(code) => Some(code.as_str()),
            Answer::Product(key) => Some(key.as_str()),
            Answer::NotKnown => None,
        }
    }

    /// The answer for people.
    #[must_use]
    pub fn label(&self, labels: &Labels, locale: Locale) -> String {
        let facet = match self.by {
            Grouping::Category => Facet::Category,
            Grouping::Subject => Facet::Subject,
            Grouping::Cause | Grouping::StatedCause => Facet::Cause,
            Grouping::CauseGroup => Facet::CauseGroup,
            Grouping::FaultParty => Facet::FaultParty,
            Grouping::ClaimKind => Facet::ClaimKind,
            Grouping::Channel => Facet::Channel,
            Grouping::Region => Facet::Region,
            Grouping::Unit | Grouping::Department => Facet::Department,
            Grouping::Remedy => Facet::Remedy,
            Grouping::Severity => {
                return self.closed(locale, |text| Some(text.parse::<Severity>().ok()?.label(locale)));
            }
            Grouping::ClosureKind => {
                return self.closed(locale, |text| Some(text.parse::<ClosureKind>().ok()?.label(locale)));
            }
            Grouping::Opinion => {
                return self.closed(locale, |text| Some(text.parse::<Opinion>().ok()?.label(locale)));
            }
            Grouping::Product => return self.closed(locale, |_| None),
        };
        match &self.answer {
            Answer::Word(code) => labels.label_of(facet, code, locale).into(),
            Answer::Severity(_) | Answer::Product(_) | Answer::NotKnown => self.closed(locale, |_| None),
        }
    }

    /// The label of a closed word, or the text where it is none.
    fn closed(&self, locale: Locale, label: impl Fn(&str) -> Option<&'static str>) -> String {
        let Some(text) = self.text() else { return not_known(locale) };
        label(text).unwrap_or(text).into()
    }
}

fn not_known(locale: Locale) -> String {
    tell!(locale, "not known", "未知", "未知")
}
