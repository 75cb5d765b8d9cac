//! The questions by which the cases of a ledger are grouped.

use alloc::string::String;

use crate::labels::Labels;
use crate::labels::phrases::MARK_NOT_KNOWN;
use crate::vocab::course::{ClosureKind, Opinion};
use crate::vocab::{Code, Facet, Locale, ProductKey, Severity};

/// A question by whose answers the cases of a ledger are grouped.
///
/// ```
/// use redress::report::ledger::Grouping;
/// use redress::vocab::Facet;
///
/// assert_eq!(Grouping::CATEGORY, Grouping::Word(Facet::Category));
/// let store = Grouping::Word("acme:store".parse()?); // a facet of an organisation's own
/// assert!(Grouping::standard().all(|standard| standard != store));
/// # Ok::<(), redress::vocab::error::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Grouping {
    /// The severity.
    Severity,
    /// The main word of a facet.
    ///
    /// [`Facet::CauseGroup`] takes the group of the cause if no group is stated. [`Facet::Department`] is the unit that
    /// the complaint is about.
    Word(Facet),
    /// The cause that the complainant stated.
    StatedCause,
    /// The product, batch or device.
    Product,
    /// The unit that deals with the complaint.
    Department,
    /// The first of the remedies.
    Remedy,
    /// How the case ended. Not known while it is open.
    ClosureKind,
    /// What the complainant said after the solution.
    Opinion,
}

impl Grouping {
    /// The main category.
    pub const CATEGORY: Self = Self::Word(Facet::Category);
    /// What the complaint is about.
    pub const SUBJECT: Self = Self::Word(Facet::Subject);
    /// The cause as it is known now.
    pub const CAUSE: Self = Self::Word(Facet::Cause);
    /// The group of that cause.
    pub const CAUSE_GROUP: Self = Self::Word(Facet::CauseGroup);
    /// The party at fault.
    pub const FAULT_PARTY: Self = Self::Word(Facet::FaultParty);
    /// The legal form of the complaint.
    pub const CLAIM_KIND: Self = Self::Word(Facet::ClaimKind);
    /// The way in which the complaint came in.
    pub const CHANNEL: Self = Self::Word(Facet::Channel);
    /// Where it happened.
    pub const REGION: Self = Self::Word(Facet::Region);
    /// The unit that the complaint is about.
    pub const UNIT: Self = Self::Word(Facet::Department);

    /// Returns the questions of this crate. An organisation can add questions by [its own facets](Facet::Own).
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

/// The answer of a case to a question: a word, a key, or "not known", which is an answer of its own and comes last.
///
/// Severities are ordered by level; words and keys are ordered by their texts.
///
/// ```
/// use redress::labels::Labels;
/// use redress::report::ledger::{GroupValue, Grouping};
/// use redress::vocab::{Locale, Severity};
///
/// let serious = GroupValue::severity(Severity::Serious);
/// let not_known = GroupValue::not_known(Grouping::Severity);
/// assert!(GroupValue::severity(Severity::General) < serious && serious < not_known);
/// assert_eq!(not_known.text(), None);
/// assert_eq!(not_known.label(&Labels::standard(), Locale::En), "not known");
/// ```
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
    /// Makes the answer of a closed word.
    pub(super) fn closed(text: &str) -> Self {
        text.parse().map_or(Self::NotKnown, Self::Word)
    }
}

impl GroupValue {
    pub(super) const fn answered(by: Grouping, answer: Answer) -> Self {
        Self { by, answer }
    }

    /// Returns the answer of a severity.
    #[must_use]
    pub const fn severity(level: Severity) -> Self {
        Self { by: Grouping::Severity, answer: Answer::Severity(level) }
    }

    /// Returns the answer of a word, by its code.
    #[must_use]
    pub const fn word(by: Grouping, code: Code) -> Self {
        Self { by, answer: Answer::Word(code) }
    }

    /// Returns the answer "not known" to a question.
    #[must_use]
    pub const fn not_known(by: Grouping) -> Self {
        Self { by, answer: Answer::NotKnown }
    }

    /// Returns the question.
    #[must_use]
    pub const fn by(&self) -> Grouping {
        self.by
    }

    /// Returns whether the answer is known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.answer != Answer::NotKnown
    }

    /// Returns the code of the word, or the key. `None` if the answer is not known.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.answer {
            Answer::Severity(level) => Some(level.as_str()),
            Answer::Word(code) => Some(code.as_str()),
            Answer::Product(key) => Some(key.as_str()),
            Answer::NotKnown => None,
        }
    }

    /// Returns the answer in a language, to show to people.
    #[must_use]
    pub fn label(&self, labels: &Labels, locale: Locale) -> String {
        let facet = match self.by {
            Grouping::Word(facet) => facet,
            Grouping::StatedCause => Facet::Cause,
            Grouping::Department => Facet::Department,
            Grouping::Remedy => Facet::Remedy,
            Grouping::Severity => {
                return self.closed(labels, locale, |text| {
                    Some(labels.closed(text.parse::<Severity>().ok()?, locale))
                });
            }
            Grouping::ClosureKind => {
                return self.closed(labels, locale, |text| {
                    Some(labels.closed(text.parse::<ClosureKind>().ok()?, locale))
                });
            }
            Grouping::Opinion => {
                return self.closed(labels, locale, |text| {
                    Some(labels.closed(text.parse::<Opinion>().ok()?, locale))
                });
            }
            Grouping::Product => return self.closed(labels, locale, |_| None),
        };
        match &self.answer {
            Answer::Word(code) => labels.label_of(facet, code, locale).into(),
            Answer::Severity(_) | Answer::Product(_) | Answer::NotKnown => {
                self.closed(labels, locale, |_| None)
            }
        }
    }

    /// Returns the label of a closed word, or the text if it has none.
    fn closed<'a>(
        &self,
        labels: &'a Labels,
        locale: Locale,
        label: impl Fn(&str) -> Option<&'a str>,
    ) -> String {
        let Some(text) = self.text() else { return labels.phrase(MARK_NOT_KNOWN, locale).into() };
        label(text).unwrap_or(text).into()
    }
}
