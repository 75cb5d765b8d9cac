//! Many words as small numbers.
//!
//! # Problem
//!
//! A ledger keeps the words of millions of cases. In [`Code`]s they would take gigabytes, and grouping them by word
//! would compare 160 bytes each time. Yet all these cases use a few hundred words.
//!
//! # Idea
//!
//! A [`Dictionary`] holds each word once and gives it a number: 0, 1, 2 and so on, in the order in which words arrive.
//! Everything else in the container holds the number. [`Words`] does the same for facets, and turns a whole
//! [`Classification`] into a list of pairs of numbers and back.
//!
//! By hand: the words `sales-process`, `spare-parts`, `sales-process` get the numbers 0, 1, 0.
//!
//! # Layout and cost
//!
//! The codes stand in a vector, at the position of their number: number to word is one index. A `BTreeMap` finds the
//! number of a word, in logarithmic time. Numbers are never freed, because the container that owns the dictionary only
//! grows.
//!
//! # Edges
//!
//! - Two dictionaries can number the same words differently. Numbers of different dictionaries are never compared;
//!   [`WordNumber`] is a type of its own, so that it cannot be mixed up with a count.
//! - The order of numbers is the order of arrival and not of the codes. Whoever shows words sorts them by code.
//! - A lookup with `find` gives no number to a new word, so that a query leaves the dictionary as it is.
//!
//! A hash map was rejected: it needs `std` or another dependency, and its order would vary.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::vocab::classification::Classification;
use crate::vocab::code::Code;
use crate::vocab::facet::table::Facet;

/// The number of a word in one [`Dictionary`].
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct WordNumber(u32);

impl WordNumber {
    /// The least number.
    pub(crate) const FIRST: Self = Self(0);

    /// Returns the number as one that can be written down.
    #[cfg(feature = "report")]
    pub(crate) fn to_u64(self) -> u64 {
        self.0.into()
    }

    /// Returns the number that `to_u64` gave.
    #[cfg(feature = "report")]
    pub(crate) fn of_u64(number: u64) -> Self {
        Self(u32::try_from(number).unwrap_or(u32::MAX))
    }
}

/// The words of a container that keeps many. Each word is held once, and everything else holds its number.
///
/// Numbers are given in the order in which words arrive. Numbers of different dictionaries must not be compared.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionary {
    words: Vec<Code>,
    numbers: BTreeMap<Code, WordNumber>,
}

impl Dictionary {
    pub(crate) const fn new() -> Self {
        Self { words: Vec::new(), numbers: BTreeMap::new() }
    }

    /// Returns the number of a word. A new word gets the next number.
    pub(crate) fn number(&mut self, word: impl Into<Code>) -> WordNumber {
        let word = word.into();
        let next = WordNumber(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        debug_assert!(next.0 < u32::MAX, "so many words have no memory");
        *self.numbers.entry(word).or_insert_with(|| {
            self.words.push(word);
            next
        })
    }

    /// Returns the number of a word, if it has one.
    pub(crate) fn find(&self, word: impl Into<Code>) -> Option<WordNumber> {
        self.numbers.get(&word.into()).copied()
    }

    /// Returns the word of a number. A number of another dictionary is a bug of this crate.
    #[expect(clippy::indexing_slicing, reason = "a number is given for a word that stays")]
    pub(crate) fn word(&self, number: WordNumber) -> Code {
        self.words[number.0 as usize]
    }
}

/// The number of a facet in [`Words`].
pub(crate) type FacetNumber = u32;

/// The words and the facets of a container that keeps many classifications.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    codes: Dictionary,
    facets: Vec<Facet>,
    numbers: BTreeMap<Facet, FacetNumber>,
}

/// A [`Classification`] in the numbers of [`Words`], in the same order.
pub(crate) type Numbered = Box<[(FacetNumber, WordNumber)]>;

impl Words {
    pub(crate) const fn new() -> Self {
        Self { codes: Dictionary::new(), facets: Vec::new(), numbers: BTreeMap::new() }
    }

    /// Returns the words without their facets.
    pub(crate) const fn codes(&self) -> &Dictionary {
        &self.codes
    }

    /// Returns the number of a word. A new word gets the next number.
    pub(crate) fn number(&mut self, word: impl Into<Code>) -> WordNumber {
        self.codes.number(word)
    }

    /// Returns the number of a facet. A new facet gets the next number.
    pub(crate) fn facet(&mut self, facet: Facet) -> FacetNumber {
        *self.numbers.entry(facet).or_insert_with(|| {
            let next = FacetNumber::try_from(self.facets.len()).unwrap_or(FacetNumber::MAX);
            debug_assert!(next < FacetNumber::MAX, "so many facets have no memory");
            self.facets.push(facet);
            next
        })
    }

    /// Returns the number of a facet, if it has one.
    pub(crate) fn find_facet(&self, facet: Facet) -> Option<FacetNumber> {
        self.numbers.get(&facet).copied()
    }

    /// Returns the numbers of the words of a classification.
    pub(crate) fn numbered(&mut self, words: &Classification) -> Numbered {
        words.iter().map(|(facet, word)| (self.facet(facet), self.codes.number(word))).collect()
    }

    /// Returns the classification that these numbers stand for.
    pub(crate) fn written_out(&self, words: &[(FacetNumber, WordNumber)]) -> Classification {
        let mut found = Classification::new();
        for (facet, word) in words {
            // Facets are never removed, so that each number has one.
            let facet = self.facets.get(*facet as usize);
            debug_assert!(facet.is_some(), "a facet without a number");
            if let Some(facet) = facet {
                found.add_code(*facet, self.codes.word(*word));
            }
        }
        found
    }
}
