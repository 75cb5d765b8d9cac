//! Many words as small numbers.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::vocab::classification::Classification;
use crate::vocab::code::Code;
use crate::vocab::facet::table::Facet;

/// The number of a word in a [`Dictionary`].
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct WordNumber(u32);

impl WordNumber {
    /// No number is less.
    pub(crate) const FIRST: Self = Self(0);
}

/// The words of a container that keeps many: each is held once, and everything else holds its number.
///
/// Numbers are given in the order in which words come, so two dictionaries with the same words may number them
/// otherwise: numbers of different dictionaries are never compared.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionary {
    words: Vec<Code>,
    numbers: BTreeMap<Code, WordNumber>,
}

impl Dictionary {
    pub(crate) const fn new() -> Self {
        Self { words: Vec::new(), numbers: BTreeMap::new() }
    }

    /// The number of a word, which it gets where it has none.
    pub(crate) fn number(&mut self, word: impl Into<Code>) -> WordNumber {
        let word = word.into();
        let next = WordNumber(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        debug_assert!(next.0 < u32::MAX, "so many words have no memory");
        *self.numbers.entry(word).or_insert_with(|| {
            self.words.push(word);
            next
        })
    }

    /// The number of a word, if it has one.
    pub(crate) fn find(&self, word: impl Into<Code>) -> Option<WordNumber> {
        self.numbers.get(&word.into()).copied()
    }

    /// The word of a number. A number of another dictionary is a bug of this crate.
    #[expect(clippy::indexing_slicing, reason = "a number is given for a word that stays")]
    pub(crate) fn word(&self, number: WordNumber) -> Code {
        self.words[number.0 as usize]
    }
}

/// The number of a facet in [`Words`].
pub(crate) type FacetNumber = u32;

/// The words and the facets of a container that keeps many classifications, each once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    codes: Dictionary,
    facets: Vec<Facet>,
    numbers: BTreeMap<Facet, FacetNumber>,
}

/// A [`Classification`] as [`Words`] number it, in the same order.
pub(crate) type Numbered = Box<[(FacetNumber, WordNumber)]>;

impl Words {
    pub(crate) const fn new() -> Self {
        Self { codes: Dictionary::new(), facets: Vec::new(), numbers: BTreeMap::new() }
    }

    /// The words without their facets.
    pub(crate) const fn codes(&self) -> &Dictionary {
        &self.codes
    }

    /// The number of a word, which it gets where it has none.
    pub(crate) fn number(&mut self, word: impl Into<Code>) -> WordNumber {
        self.codes.number(word)
    }

    /// The number of a facet, which it gets where it has none.
    pub(crate) fn facet(&mut self, facet: Facet) -> FacetNumber {
        *self.numbers.entry(facet).or_insert_with(|| {
            let next = FacetNumber::try_from(self.facets.len()).unwrap_or(FacetNumber::MAX);
            debug_assert!(next < FacetNumber::MAX, "so many facets have no memory");
            self.facets.push(facet);
            next
        })
    }

    /// The number of a facet, if it has one.
    pub(crate) fn find_facet(&self, facet: Facet) -> Option<FacetNumber> {
        self.numbers.get(&facet).copied()
    }

    /// The numbers of a record of words.
    pub(crate) fn numbered(&mut self, words: &Classification) -> Numbered {
        words.iter().map(|(facet, word)| (self.facet(facet), self.codes.number(word))).collect()
    }

    /// The record of the numbers.
    pub(crate) fn written_out(&self, words: &[(FacetNumber, WordNumber)]) -> Classification {
        let mut found = Classification::new();
        for (facet, word) in words {
            // A number is given for a facet that stays.
            let facet = self.facets.get(*facet as usize);
            debug_assert!(facet.is_some(), "a facet without a number");
            if let Some(facet) = facet {
                found.add_code(*facet, self.codes.word(*word));
            }
        }
        found
    }
}
