//! What a complaint says, as the numbers of a policy's words.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Range;

use crate::policy::lexicon::WordNumber;
use crate::policy::severity::mask::Answers;

/// The words and facts of a complaint, as the tables of one policy ask for them.
// What a small table is asked with stands first, so that it comes with one cache line of a prepared complaint.
#[derive(Clone, Debug, Default)]
#[repr(C)]
pub(crate) struct Numbers {
    /// Where the owner stands in a routing table that has cells.
    cell: Cell,
    /// What the severity rules ask, answered, where they are a small table.
    answers: Answers,
    open: Option<Box<Open>>,
    /// The main word of a facet stands before its others.
    words: Few<WordNumber, 8>,
    /// The facts that are so, each with how often; empty where the severity rules are [`Answers`] already.
    facts: Vec<(WordNumber, u32)>,
}

/// Where a complaint stands among the cells of a routing table: the sum of the steps of its words, and the inputs that
/// have one.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Cell {
    pub(crate) at: u32,
    pub(crate) inputs: u32,
}

/// What is open; most complaints have none of it.
#[derive(Clone, Debug, Default)]
struct Open {
    /// The facts that must be asked and were not answered.
    facts: Vec<WordNumber>,
    /// The words that may be so beside those that are: marks that rules may give.
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

    /// The places of the words among those of their facet, the main one first.
    pub(crate) fn words(&self, of: &Range<WordNumber>) -> impl Iterator<Item = u32> + use<'_> {
        places(self.words.as_slice(), of.clone())
    }

    /// The places of the words that may be of it beside these.
    pub(crate) fn open_words(&self, of: &Range<WordNumber>) -> impl Iterator<Item = u32> + use<'_> {
        let words = self.open.as_ref().map_or(&[][..], |open| &open.words);
        places(words, of.clone())
    }

    /// The facts that are so, each with how often.
    pub(crate) fn facts(&self) -> &[(WordNumber, u32)] {
        &self.facts
    }

    /// The facts of which nobody knows whether they are so.
    pub(crate) fn open_facts(&self) -> &[WordNumber] {
        self.open.as_ref().map_or(&[], |open| &open.facts)
    }
}

fn places(words: &[WordNumber], of: Range<WordNumber>) -> impl Iterator<Item = u32> + '_ {
    words.iter().map(move |word| word.wrapping_sub(of.start)).filter(move |place| *place < of.end - of.start)
}

/// A list that is held inline as long as it is short.
#[derive(Clone, Debug)]
struct Few<T, const N: usize> {
    inline: [T; N],
    len: usize,
    /// INVARIANT: empty, or all of them.
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
