//! The words and facts of a complaint, as numbers.
//!
//! A policy numbers its declared words when it is built, so that its tables are indexed by numbers and compare no texts.
//! Each complaint is translated once.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Range;

use crate::policy::lexicon::WordNumber;
use crate::policy::severity::mask::Answers;

/// The words and facts of a complaint, for the tables of one policy.
// Small tables need only the first fields, which therefore lie in one cache line.
#[derive(Clone, Debug, Default)]
#[repr(C)]
pub(crate) struct Numbers {
    /// The position of the owner, if the routing table has cells.
    cell: Cell,
    /// The answers to the questions of the severity rules, if these are a small table.
    answers: Answers,
    /// What is not known. Most complaints have nothing here.
    open: Option<Box<Open>>,
    /// All words. Of one facet, the main word comes first.
    words: Few<WordNumber, 8>,
    /// The facts that are so, with their counts. Empty if `answers` has them already.
    facts: Vec<(WordNumber, u32)>,
}

/// The position of a complaint among the cells of a routing table: the sum of the steps of its words, and the inputs that
/// have added a step.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Cell {
    pub(crate) at: u32,
    pub(crate) inputs: u32,
}

/// Facts and words that are not known.
#[derive(Clone, Debug, Default)]
struct Open {
    /// The facts that had to be asked and were not answered.
    facts: Vec<WordNumber>,
    /// Words that may hold in addition: marks that depend on something unknown.
    words: Vec<WordNumber>,
}

impl Numbers {
    pub(crate) fn add_word(&mut self, word: WordNumber) {
        self.words.push(word);
    }

    pub(crate) const fn answers(&self) -> &Answers {
        &self.answers
    }

    pub(crate) const fn answers_mut(&mut self) -> &mut Answers {
        &mut self.answers
    }

    pub(crate) const fn cell(&self) -> Cell {
        self.cell
    }

    pub(crate) const fn cell_mut(&mut self) -> &mut Cell {
        &mut self.cell
    }

    pub(crate) fn add_fact(&mut self, fact: WordNumber, count: u32) {
        self.facts.push((fact, count));
    }

    pub(crate) fn add_open_fact(&mut self, fact: WordNumber) {
        self.open.get_or_insert_default().facts.push(fact);
    }

    pub(crate) fn add_open_word(&mut self, word: WordNumber) {
        self.open.get_or_insert_default().words.push(word);
    }

    /// The positions of the words of one facet, the main word first.
    pub(crate) fn words(&self, of: &Range<WordNumber>) -> impl Iterator<Item = u32> + use<'_> {
        places(self.words.as_slice(), of.clone())
    }

    /// The positions of the words of one facet that may hold in addition.
    pub(crate) fn open_words(&self, of: &Range<WordNumber>) -> impl Iterator<Item = u32> + use<'_> {
        let words = self.open.as_ref().map_or(&[][..], |open| &open.words);
        places(words, of.clone())
    }

    /// The facts that are so, with their counts.
    pub(crate) fn facts(&self) -> &[(WordNumber, u32)] {
        &self.facts
    }

    /// The facts that nobody has answered.
    pub(crate) fn open_facts(&self) -> &[WordNumber] {
        self.open.as_ref().map_or(&[], |open| &open.facts)
    }
}

fn places(words: &[WordNumber], of: Range<WordNumber>) -> impl Iterator<Item = u32> + '_ {
    words.iter().map(move |word| word.wrapping_sub(of.start)).filter(move |place| *place < of.end - of.start)
}

/// A list that is stored inline while it is short.
#[derive(Clone, Debug)]
struct Few<T, const N: usize> {
    inline: [T; N],
    len: usize,
    /// INVARIANT: empty, or all items.
    more: Vec<T>,
}

impl<T: Copy + Default, const N: usize> Default for Few<T, N> {
    fn default() -> Self {
        Self { inline: [T::default(); N], len: 0, more: Vec::new() }
    }
}

impl<T: Copy, const N: usize> Few<T, N> {
    fn push(&mut self, item: T) {
        if let Some(place) = self.inline.get_mut(self.len) {
            *place = item;
            self.len += 1;
            return;
        }
        if self.more.is_empty() {
            self.more.extend_from_slice(&self.inline);
        }
        self.more.push(item);
    }

    fn as_slice(&self) -> &[T] {
        if self.more.is_empty() { self.inline.get(..self.len).unwrap_or_default() } else { &self.more }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use crate::policy::numbers::Numbers;

    #[test]
    fn many_words_are_kept_in_order() {
        let mut numbers = Numbers::default();
        (0..40).for_each(|word| numbers.add_word(word));
        assert!(numbers.words(&(0..40)).eq(0..40));
        assert_eq!(numbers.words(&(10..13)).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(numbers.words(&(40..50)).count(), 0);
    }
}
