//! Many words as small numbers.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::vocab::code::Code;

/// The number of a word in a [`Dictionary`].
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct WordNumber(u32);

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
