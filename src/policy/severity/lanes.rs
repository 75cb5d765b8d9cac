//! Conditions of a small table, all asked at once.
//!
//! # The problem
//!
//! Rules are trees of conditions. A tree that is walked costs a branch for each comparison, and the complaint decides
//! which way it goes, so that a processor cannot guess it.
//!
//! # The idea
//!
//! Each condition is any of a few *terms*. A term is a set of questions that must hold and a set that must not. There is
//! one bit for each question, and one bit, a lane, for each term of the whole table.
//!
//! The questions that hold are read eight at a time. For each byte and each of its 256 values, a column knows which terms
//! allow that value. The answers of all columns, combined by *and*, are the terms that hold. The terms stand in the order
//! in which they decide: rules before fallbacks, and the highest level first. The first term that holds is therefore the
//! answer, and the default stands behind the last one.
//!
//! # Unknown answers
//!
//! A question may be unknown. A term holds surely if everything that it wants holds, and nothing that it forbids holds or
//! may hold. A term may hold if everything that it wants holds or may hold, and nothing that it forbids holds. These are
//! the values of [`Condition::holds`](crate::policy::condition::Condition), because *and*, *or* and *not* distribute over
//! three values as they do over two. [`Condition::surely`](crate::policy::condition::Condition::surely) does not: a table
//! with such a condition has no lanes, and its trees are walked.
//!
//! # Cost
//!
//! A column takes 4 KiB, and only a byte that some term asks about has one, or two if terms both want and forbid some of
//! its questions. An answer takes one look-up for each column, and twice as many if something is unknown. A table has
//! lanes if it has at most 128 questions, 128 rules and 128 terms.

use alloc::vec::Vec;

use crate::policy::bits::{INLINE, WORDS, ones};
use crate::policy::severity::mask::{Answers, Mask};

/// How many times eight questions a small table has at most.
const BYTES: usize = INLINE / 8;

/// A set of terms, a bit for each.
pub(super) type Terms = u128;

const _: () = assert!(INLINE <= Terms::BITS as usize, "a rule of a small table has a number of seven bits");

/// The conditions of a table, as terms.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Lanes {
    all: Terms,
    /// First the columns of what is wanted, then those of what is forbidden.
    columns: Vec<Column>,
    wanted: usize,
    /// The terms that allow each of the 256 values, column by column.
    content: Vec<Terms>,
    /// The rule of each term.
    rule_of: Vec<u8>,
}

/// Eight questions about which some term asks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Column {
    /// In which word of the questions they stand, and how far up.
    word: u8,
    shift: u8,
    /// Where its terms stand among all.
    start: u32,
}

impl Lanes {
    /// The terms of the rules, in this order. `None` if there are too many.
    pub(super) fn of<'m>(rules: impl IntoIterator<Item = (usize, &'m [Mask])>) -> Option<Self> {
        let (mut rule_of, mut wanted, mut forbidden) = (Vec::new(), Vec::new(), Vec::new());
        for (rule, masks) in rules {
            for mask in masks {
                rule_of.push(u8::try_from(rule).ok()?);
                wanted.push(mask.want);
                forbidden.push(mask.forbid);
            }
        }
        if rule_of.len() > Terms::BITS as usize {
            return None;
        }
        let all = (0..rule_of.len()).fold(0, |all, term| all | 1 << term);
        let mut lanes = Self { all, columns: Vec::new(), wanted: 0, content: Vec::new(), rule_of };
        lanes.add_columns(&wanted, |value| !value);
        lanes.wanted = lanes.columns.len();
        lanes.add_columns(&forbidden, |value| value);
        Some(lanes)
    }

    /// Adds the columns of those bytes about which some term asks.
    ///
    /// `against` gives, for a value, the questions that no term may ask about if the value is to allow it.
    #[expect(
        clippy::indexing_slicing,
        clippy::cast_possible_truncation,
        reason = "there are 16 bytes, two columns of each, eight questions in a byte, and 256 sets of them"
    )]
    fn add_columns(&mut self, sets: &[[u64; WORDS]], against: impl Fn(u8) -> u8) {
        let sets: Vec<[u8; BYTES]> = sets.iter().map(|set| bytes(*set)).collect();
        for byte in 0..BYTES {
            let mut asking: [Terms; 8] = [0; 8];
            for (term, set) in sets.iter().enumerate() {
                for question in ones(set[byte].into()) {
                    asking[question] |= 1 << term;
                }
            }
            if asking == [0; 8] {
                continue;
            }
            self.columns.push(Column {
                word: (byte / 8) as u8,
                shift: (byte % 8 * 8) as u8,
                start: self.content.len() as u32,
            });
            // The terms that ask about some of a set of questions: about its first one, or about some of the others.
            let mut about: [Terms; 256] = [0; 256];
            for questions in 1..about.len() {
                let first = questions.trailing_zeros() as usize;
                about[questions] = about[questions & (questions - 1)] | asking[first];
            }
            let allowed = (0..=u8::MAX).map(|value| self.all & !about[usize::from(against(value))]);
            self.content.extend(allowed);
        }
    }

    /// The terms that hold, and those that hold or may hold.
    #[inline]
    pub(super) fn terms(&self, answers: &Answers) -> (Terms, Terms) {
        let holds = answers.holds;
        if answers.unknown == [0; WORDS] {
            let terms = self.content(&holds, &holds);
            return (terms, terms);
        }
        let mut possible = answers.holds;
        possible.iter_mut().zip(answers.unknown).for_each(|(word, unknown)| *word |= unknown);
        (self.content(&holds, &possible), self.content(&possible, &holds))
    }

    /// The terms whose wanted questions are all in `wanted`, and no forbidden question is in `forbidden`.
    #[inline]
    fn content(&self, wanted: &[u64; WORDS], forbidden: &[u64; WORDS]) -> Terms {
        let (first, second) = self.columns.split_at(self.wanted);
        let terms = first.iter().fold(self.all, |terms, column| terms & self.of_value(*column, wanted));
        second.iter().fold(terms, |terms, column| terms & self.of_value(*column, forbidden))
    }

    #[inline]
    #[expect(
        clippy::indexing_slicing,
        clippy::cast_possible_truncation,
        reason = "a column has a byte and terms for each of its values"
    )]
    fn of_value(&self, column: Column, questions: &[u64; WORDS]) -> Terms {
        let value = (questions[usize::from(column.word) % WORDS] >> column.shift) as u8;
        self.content[column.start as usize + usize::from(value)]
    }

    /// The place of the first of the terms, or the place behind the last one if there is none.
    #[inline]
    pub(super) fn first(&self, terms: Terms) -> usize {
        (terms.trailing_zeros() as usize).min(self.rule_of.len())
    }

    /// The rule of each term.
    pub(super) fn rules_of_terms(&self) -> impl Iterator<Item = usize> + '_ {
        self.rule_of.iter().copied().map(usize::from)
    }

    /// The rules of some terms, as bits.
    #[inline]
    pub(super) fn rules(&self, terms: Terms) -> [u64; WORDS] {
        let mut rules = [0; WORDS];
        for (half, first) in halves(terms).into_iter().zip([0, 64]) {
            for term in ones(half) {
                if let Some(&rule) = self.rule_of.get(first + term)
                    && let Some(word) = rules.get_mut(usize::from(rule) / 64)
                {
                    *word |= 1 << (rule % 64);
                }
            }
        }
        rules
    }

    /// The rules that hold, and those that may.
    pub(super) fn held(&self, answers: &Answers) -> [[u64; WORDS]; 2] {
        let (sure, possible) = self.terms(answers);
        let holds = self.rules(sure);
        let mut unknown = self.rules(possible & !sure);
        unknown.iter_mut().zip(holds).for_each(|(word, holds)| *word &= !holds);
        [holds, unknown]
    }
}

#[expect(clippy::cast_possible_truncation, reason = "each is half of the terms")]
const fn halves(terms: Terms) -> [u64; 2] {
    [terms as u64, (terms >> 64) as u64]
}

#[inline]
#[expect(clippy::indexing_slicing, reason = "each byte has a place among those of its word")]
fn bytes(words: [u64; WORDS]) -> [u8; BYTES] {
    let words = words.map(u64::to_le_bytes);
    core::array::from_fn(|at| words[at / 8][at % 8])
}
