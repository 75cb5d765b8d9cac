//! Sets of small numbers, stored without an allocation while they are small.

use alloc::vec::Vec;

/// How many numbers fit without an allocation.
pub(crate) const INLINE: usize = 64 * WORDS;
pub(crate) const WORDS: usize = 2;

/// A set of numbers below a size that is fixed when the set is created.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Bits {
    inline: [u64; WORDS],
    /// INVARIANT: empty if the size is at most [`INLINE`].
    more: Vec<u64>,
}

impl Bits {
    pub(crate) fn with_size(size: usize) -> Self {
        let more = size.saturating_sub(INLINE).div_ceil(64);
        Self { inline: [0; WORDS], more: alloc::vec![0; more] }
    }

    /// A set of numbers below [`INLINE`], given as bits.
    pub(crate) const fn of_inline(inline: [u64; WORDS]) -> Self {
        Self { inline, more: Vec::new() }
    }

    /// The numbers below [`INLINE`].
    pub(crate) const fn inline(&self) -> [u64; WORDS] {
        self.inline
    }

    pub(crate) fn words(&self) -> impl Iterator<Item = u64> + '_ {
        self.inline.iter().chain(&self.more).copied()
    }

    fn word(&self, index: usize) -> u64 {
        let word = self.inline.get(index).or_else(|| self.more.get(index.wrapping_sub(WORDS)));
        debug_assert!(word.is_some(), "word {index} is beyond the size of the set");
        word.copied().unwrap_or(0)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words().all(|word| word == 0)
    }

    pub(crate) fn contains(&self, number: usize) -> bool {
        self.word(number / 64) >> (number % 64) & 1 == 1
    }

    pub(crate) fn insert(&mut self, number: usize) {
        self.add_word(number / 64, 1 << (number % 64));
    }

    /// Adds numbers below [`INLINE`].
    pub(crate) fn add_inline(&mut self, bits: &[u64; WORDS]) {
        for (word, more) in self.inline.iter_mut().zip(bits) {
            *word |= more;
        }
    }

    /// Adds the numbers of one word of a set.
    pub(crate) fn add_word(&mut self, index: usize, bits: u64) {
        if let Some(word) = self.word_mut(index) {
            *word |= bits;
        }
    }

    /// Keeps only the numbers that another set of the same size has too.
    pub(crate) fn intersect(&mut self, other: &Self) {
        self.each_word(other, |word, bits| *word &= bits);
    }

    /// Adds the numbers of another set of the same size.
    pub(crate) fn add(&mut self, other: &Self) {
        self.each_word(other, |word, bits| *word |= bits);
    }

    /// Removes the numbers of another set of the same size.
    pub(crate) fn subtract(&mut self, other: &Self) {
        self.each_word(other, |word, bits| *word &= !bits);
    }

    fn each_word(&mut self, other: &Self, change: impl Fn(&mut u64, u64)) {
        debug_assert_eq!(self.more.len(), other.more.len(), "the sets are of two sizes");
        self.inline.iter_mut().zip(other.inline).for_each(|(word, bits)| change(word, bits));
        self.more.iter_mut().zip(&other.more).for_each(|(word, bits)| change(word, *bits));
    }

    /// Adds the numbers that are in all of some sets of the same size.
    pub(crate) fn add_common<const N: usize>(&mut self, sets: [&Self; N]) {
        for (at, word) in self.inline.iter_mut().enumerate() {
            *word |= sets.iter().fold(u64::MAX, |all, set| all & set.word(at));
        }
        for (at, word) in self.more.iter_mut().enumerate() {
            *word |= sets.iter().fold(u64::MAX, |all, set| all & set.word(WORDS + at));
        }
    }

    /// Whether some number is in all of some sets of the same size.
    pub(crate) fn meet<const N: usize>(sets: [&Self; N]) -> bool {
        let longest = sets.first().map_or(0, |set| WORDS + set.more.len());
        (0..longest).any(|at| sets.iter().fold(u64::MAX, |all, set| all & set.word(at)) != 0)
    }

    /// A word of the set. An index beyond its size is a bug: the numbers would be lost.
    fn word_mut(&mut self, index: usize) -> Option<&mut u64> {
        debug_assert!(index < WORDS + self.more.len(), "word {index} is beyond the size of the set");
        match self.inline.get_mut(index) {
            Some(word) => Some(word),
            None => self.more.get_mut(index.wrapping_sub(WORDS)),
        }
    }

    /// The numbers, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words().enumerate().flat_map(|(index, word)| ones(word).map(move |bit| index * 64 + bit))
    }
}

impl IntoIterator for Bits {
    type Item = usize;
    type IntoIter = Ones;

    fn into_iter(self) -> Ones {
        Ones { set: self, word: 0 }
    }
}

/// The numbers of a set, ascending.
#[derive(Clone, Debug)]
pub(crate) struct Ones {
    set: Bits,
    word: usize,
}

impl Iterator for Ones {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.word < WORDS + self.set.more.len() {
            let word = self.set.word_mut(self.word)?;
            if *word != 0 {
                let bit = word.trailing_zeros() as usize;
                *word &= *word - 1;
                return Some(self.word * 64 + bit);
            }
            self.word += 1;
        }
        None
    }
}

/// The places of the ones of a word, ascending.
pub(crate) fn ones(mut word: u64) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let place = word.trailing_zeros();
        word = word.checked_sub(1)? & word;
        usize::try_from(place).ok()
    })
}
