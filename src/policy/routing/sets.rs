//! Sets of rows that are intersected fast: only the blocks that are not empty are kept.

use alloc::vec::Vec;

use crate::policy::bits::ones;

/// Many sets of row numbers over one size. A set is a summary, one bit for each block of 64 rows, and its
/// blocks that are not empty, one after the other.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct RowSets {
    /// How many words a summary has.
    width: usize,
    summaries: Vec<u64>,
    /// Where the blocks of each word of each summary begin.
    starts: Vec<u32>,
    blocks: Vec<u64>,
    /// How many rows each set has.
    sizes: Vec<usize>,
}

impl RowSets {
    pub(crate) fn over(rows: usize) -> Self {
        Self { width: rows.div_ceil(64).div_ceil(64).max(1), ..Self::default() }
    }

    /// Adds a set of ascending row numbers and gives its number.
    pub(crate) fn push(&mut self, rows: impl IntoIterator<Item = u32>) -> u32 {
        let set = self.summaries.len() / self.width;
        let mut summary = alloc::vec![0_u64; self.width];
        let mut blocks: Vec<(usize, u64)> = Vec::new();
        let mut size = 0;
        for row in rows {
            size += 1;
            let row = usize::try_from(row).unwrap_or(usize::MAX);
            let (block, bit) = (row / 64, 1_u64 << (row % 64));
            match blocks.last_mut() {
                Some((last, bits)) if *last == block => *bits |= bit,
                _ => blocks.push((block, bit)),
            }
            if let Some(word) = summary.get_mut(block / 64) {
                *word |= 1 << (block % 64);
            }
        }
        let mut start = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        for word in summary {
            self.summaries.push(word);
            self.starts.push(start);
            start += word.count_ones();
        }
        self.blocks.extend(blocks.into_iter().map(|(_, bits)| bits));
        self.sizes.push(size);
        u32::try_from(set).unwrap_or(u32::MAX)
    }

    /// How many rows a set has.
    pub(crate) fn size(&self, set: u32) -> usize {
        usize::try_from(set).ok().and_then(|set| self.sizes.get(set)).copied().unwrap_or(0)
    }

    /// Whether a row is in a set.
    pub(crate) fn contains(&self, set: u32, row: usize) -> bool {
        let word = usize::try_from(set).unwrap_or(0) * self.width + row / 64 / 64;
        let bit = row / 64 % 64;
        let present = self.summaries.get(word).is_some_and(|summary| summary >> bit & 1 == 1);
        present && self.block(word, bit) >> (row % 64) & 1 == 1
    }

    /// The block of a set in which 64 rows begin, if it is not empty.
    fn block(&self, word: usize, bit: usize) -> u64 {
        let Some((&summary, &start)) = self.summaries.get(word).zip(self.starts.get(word)) else { return 0 };
        let before = summary & ((1 << bit) - 1);
        usize::try_from(start + before.count_ones())
            .ok()
            .and_then(|at| self.blocks.get(at))
            .copied()
            .unwrap_or(0)
    }

    /// The blocks of the rows that are in all of these sets, ascending: number of the block, and its rows.
    pub(crate) fn common<'s>(&'s self, sets: &'s [u32]) -> impl Iterator<Item = (usize, u64)> + 's {
        let word_of = move |set: u32, word: usize| usize::try_from(set).unwrap_or(0) * self.width + word;
        let summary = move |word: usize| {
            sets.iter().fold(u64::MAX, |all, &set| {
                all & self.summaries.get(word_of(set, word)).copied().unwrap_or(0)
            })
        };
        (0..self.width).flat_map(move |word| {
            ones(summary(word)).filter_map(move |bit| {
                let rows = sets.iter().fold(u64::MAX, |all, &set| all & self.block(word_of(set, word), bit));
                (rows != 0).then_some((word * 64 + bit, rows))
            })
        })
    }

    /// The rows of one set, ascending.
    pub(crate) fn rows(&self, set: u32) -> impl Iterator<Item = usize> + '_ {
        let from = usize::try_from(set).unwrap_or(0) * self.width;
        (0..self.width).flat_map(move |word| {
            let summary = self.summaries.get(from + word).copied().unwrap_or(0);
            ones(summary).flat_map(move |bit| {
                ones(self.block(from + word, bit)).map(move |row| (word * 64 + bit) * 64 + row)
            })
        })
    }
}
