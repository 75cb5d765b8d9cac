//! Sets of parts, stored so that they can be intersected quickly.
//!
//! A routing table keeps one set for every class of words of every input: the parts that match such a word. A lookup
//! intersects the sets of the complaint's words, one for each input, and takes the first part that is left. A table
//! may have a million parts, but a set is mostly empty or clustered.
//!
//! Layout. A set has two levels. The *summary* has one bit for each block of 64 parts, and the bit says whether the
//! block has a part. Only the blocks with a part are stored, one after the other, for all sets in one vector. To find
//! a block, count the ones of the summary word before its bit and add the start of that word. So a set costs one bit
//! per 64 parts of the table, four bytes for each word of its summary, and eight bytes for each block in use.
//!
//! Intersection. The summaries are combined with `and`, word by word: one instruction covers 4096 parts. Only the
//! blocks that are in use in every set are then loaded and combined. `first` stops at the first part, and `contains`
//! reads one summary word and one block.
//!
//! Edges. The last block and the last summary word may be partly unused; their bits are never set, because `push`
//! takes only parts of the table. A table without parts still has one summary word, so that indexes stay valid.
//! `push` requires ascending parts: it appends to the last block and never searches. Ids, starts and blocks are
//! numbered with 32 bits, which `push` asserts in every build: a wrapped number would make a part invisible, and a
//! table with an invisible part would be proved wrongly.
//!
//! Rejected: plain bit sets, which cost 64 times as many loads for a large table; sorted lists, whose intersection
//! depends on the largest set; and hash sets, which have no first element.

use alloc::vec::Vec;

use crate::policy::bits::ones;
use crate::policy::routing::list::{Id, List, PartId, PartRange, SetId};

/// Many sets of the parts of one table, see the head of this file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct PartSets {
    /// How many parts the table has.
    parts: usize,
    /// How many words a summary has.
    width: usize,
    summaries: Vec<u64>,
    /// Where the blocks of each summary word begin.
    starts: Vec<u32>,
    blocks: Vec<u64>,
    /// How many parts each set has.
    sizes: List<SetId, usize>,
}

impl PartSets {
    pub(super) fn over(parts: usize) -> Self {
        let width = parts.div_ceil(64).div_ceil(64).max(1);
        let (summaries, starts, blocks) = (Vec::new(), Vec::new(), Vec::new());
        Self { parts, width, summaries, starts, blocks, sizes: List::new() }
    }

    /// Adds a set of ascending parts.
    #[expect(clippy::indexing_slicing, reason = "a part is one of the table")]
    pub(super) fn push(&mut self, parts: impl IntoIterator<Item = PartId>) -> SetId {
        let mut summary = alloc::vec![0_u64; self.width];
        let mut blocks: Vec<(usize, u64)> = Vec::new();
        let (mut size, mut before) = (0, None);
        for part in parts {
            debug_assert!(before < Some(part) && part.place() < self.parts, "{part:?} after {before:?}");
            (size, before) = (size + 1, Some(part));
            let (block, bit) = (part.place() / 64, 1_u64 << (part.place() % 64));
            match blocks.last_mut() {
                Some((last, bits)) if *last == block => *bits |= bit,
                Some(_) | None => blocks.push((block, bit)),
            }
            summary[block / 64] |= 1 << (block % 64);
        }
        for word in summary {
            let start = self.starts.last().zip(self.summaries.last());
            self.starts.push(start.map_or(0, |(start, word)| start + word.count_ones()));
            self.summaries.push(word);
        }
        self.blocks.extend(blocks.into_iter().map(|(_, bits)| bits));
        let most = self.summaries.len().max(self.blocks.len());
        assert!(u32::try_from(most).is_ok(), "sets and their blocks are numbered with 32 bits");
        self.sizes.push(size)
    }

    /// How many parts a set has.
    pub(super) fn size(&self, set: SetId) -> usize {
        self.sizes[set]
    }

    /// Whether a part is in a set.
    pub(super) fn contains(&self, set: SetId, part: PartId) -> bool {
        debug_assert!(part.place() < self.parts, "{part:?} is of another table");
        let (word, bit) = (part.place() / 64 / 64, part.place() / 64 % 64);
        self.summary(set, word) >> bit & 1 == 1 && self.block(set, word, bit) >> (part.place() % 64) & 1 == 1
    }

    /// Which of 64 blocks of a set are stored.
    #[expect(clippy::indexing_slicing, reason = "each set has `width` words")]
    fn summary(&self, set: SetId, word: usize) -> u64 {
        debug_assert!(word < self.width, "word {word} is of the next set");
        self.summaries[set.place() * self.width + word]
    }

    /// The parts of a block that is stored.
    #[expect(clippy::indexing_slicing, reason = "each one of a summary has a block")]
    fn block(&self, set: SetId, word: usize, bit: usize) -> u64 {
        let summary = self.summary(set, word);
        debug_assert!(summary >> bit & 1 == 1, "block {bit} of word {word} is empty");
        let before = summary & ((1 << bit) - 1);
        let start = self.starts[set.place() * self.width + word];
        self.blocks[(start + before.count_ones()) as usize]
    }

    /// The blocks of the parts that are in all of these sets, ascending: the number of the block and its parts.
    pub(super) fn common<'s>(&'s self, sets: &'s [SetId]) -> impl Iterator<Item = (usize, u64)> + 's {
        let summary = move |word| sets.iter().fold(u64::MAX, |all, &set| all & self.summary(set, word));
        (0..self.width).flat_map(move |word| {
            ones(summary(word)).filter_map(move |bit| {
                let parts = sets.iter().fold(u64::MAX, |all, &set| all & self.block(set, word, bit));
                (parts != 0).then_some((word * 64 + bit, parts))
            })
        })
    }

    /// The first part of a range that is in all of these sets.
    pub(super) fn first(&self, sets: &[SetId], range: PartRange) -> Option<PartId> {
        let (start, end) = (range.start.place(), range.end.place());
        for word in start / 64 / 64..self.width {
            let mut summary = u64::MAX;
            for &set in sets {
                summary &= self.summary(set, word);
            }
            for bit in ones(summary) {
                let block = word * 64 + bit;
                if (block + 1) * 64 <= start {
                    continue;
                }
                if block * 64 >= end {
                    return None;
                }
                let mut parts = u64::MAX;
                for &set in sets {
                    parts &= self.block(set, word, bit);
                }
                let found = ones(parts).map(|place| block * 64 + place).find(|place| *place >= start);
                match found {
                    Some(place) if place < end => return Some(PartId::from_place(place)),
                    Some(_) => return None,
                    None => {}
                }
            }
        }
        None
    }

    /// The parts of one set, ascending.
    pub(super) fn parts(&self, set: SetId) -> impl Iterator<Item = PartId> + '_ {
        (0..self.width).flat_map(move |word| {
            ones(self.summary(set, word))
                .flat_map(move |bit| parts_of_block(word * 64 + bit, self.block(set, word, bit)))
        })
    }
}

/// The parts of a block, ascending.
pub(super) fn parts_of_block(block: usize, parts: u64) -> impl Iterator<Item = PartId> {
    ones(parts).map(move |bit| PartId::from_place(block * 64 + bit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_the_parts_that_it_was_made_of() {
        let mut sets = PartSets::over(10_000);
        let some = [0, 63, 64, 4_095, 4_096, 9_999].map(PartId::from_place);
        let (first, second) = (sets.push(some), sets.push([]));
        let third = sets.push(some.into_iter().skip(2));
        assert!(
            sets.parts(first).eq(some)
                && sets.parts(second).eq([])
                && sets.parts(third).eq(some[2..].to_vec())
        );
        assert_eq!([first, second, third].map(|set| sets.size(set)), [6, 0, 4]);
        assert!(some.iter().all(|part| sets.contains(first, *part) && !sets.contains(second, *part)));
        let common = |sets: &PartSets| -> Vec<PartId> {
            sets.common(&[first, third]).flat_map(|(block, parts)| parts_of_block(block, parts)).collect()
        };
        assert_eq!(common(&sets), some[2..]);
        let first = |start, end| {
            let [start, end] = [start, end].map(PartId::from_place);
            sets.first(&[first, third], PartRange { start, end }).map(PartId::place)
        };
        let found =
            [(0, 9_999), (65, 9_999), (4_096, 4_097), (4_097, 9_999), (4_097, 10_000), (64, 64), (0, 64)];
        let expected = [Some(64), Some(4_095), Some(4_096), None, Some(9_999), None, None];
        assert_eq!(found.map(|(start, end)| first(start, end)), expected);
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "is of another table")]
    fn a_part_of_another_table_is_in_no_set() {
        let mut sets = PartSets::over(2);
        let set = sets.push([0, 1].map(PartId::from_place));
        let _ = sets.contains(set, PartId::from_place(2));
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "after")]
    fn parts_that_do_not_ascend_are_no_set() {
        PartSets::over(2).push([1, 0].map(PartId::from_place));
    }
}
