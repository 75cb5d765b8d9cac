//! By what the cases of a ledger are sorted.

use alloc::string::String;

use crate::labels::Labels;
use crate::render::phrase::tell;
use crate::vocab::course::{ClosureKind, Opinion};
use crate::vocab::{Code, Facet, Locale, ProductKey, Severity};

/// A question by whose answers the cases of a ledger are sorted.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Grouping {
    /// How bad it is.
    Severity,
    /// The main word of a facet. A cause group is that of the cause, where no group is said; a department is the unit that
    /// it is about.
    Word(Facet),
    /// The cause as it was stated.
    StatedCause,
    /// The product, batch or device.
    Product,
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
    /// The main category.
    pub const CATEGORY: Self = Self::Word(Facet::Category);
    /// What it is about.
    pub const SUBJECT: Self = Self::Word(Facet::Subject);
    /// The cause as it is known now (S29-R08).
    pub const CAUSE: Self = Self::Word(Facet::Cause);
    /// The group of that cause.
    pub const CAUSE_GROUP: Self = Self::Word(Facet::CauseGroup);
    /// Whose fault it was.
    pub const FAULT_PARTY: Self = Self::Word(Facet::FaultParty);
    /// Under which definition it is pursued.
    pub const CLAIM_KIND: Self = Self::Word(Facet::ClaimKind);
    /// The way on which it came in.
    pub const CHANNEL: Self = Self::Word(Facet::Channel);
    /// Where it happened.
    pub const REGION: Self = Self::Word(Facet::Region);
    /// The unit that it is about.
    pub const UNIT: Self = Self::Word(Facet::Department);

    /// The questions of the crate; an organisation adds those by [its own facets](Facet::Own).
    pub fn standard() -> impl Iterator<Item = Self> {
        let facets =
            Facet::ALL.iter().filter(|facet| !matches!(facet, Facet::Fact | Facet::Mark | Facet::Remedy));
        let others = [
            Self::StatedCause,
            Self::Product,
            Self::Department,
            Self::Remedy,
            Self::ClosureKind,
            Self::Opinion,
        ];
        core::iter::once(Self::Severity).chain(facets.map(|facet| Self::Word(*facet))).chain(others)
    }
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
pub(super) enum Answer {
    Severity(Severity),
    Word(Code),
    Product(ProductKey),
    NotKnown,
}

impl Answer {
    /// A word of a closed vocabulary.
    pub(super) fn closed(text: &str) -> Self {
        text.parse().map_or(Self::NotKnown, Self::Word)
    }
}

impl GroupValue {
    pub(super) const fn answered(by: Grouping, answer: Answer) -> Self {
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
            Grouping::Word(facet) => facet,
            Grouping::StatedCause => Facet::Cause,
            Grouping::Department => Facet::Department,
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
