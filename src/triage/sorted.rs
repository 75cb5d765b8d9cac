//! A sorted collection in which ranges can be counted without visiting their values.
//!
//! **The problem.** The index of a history asks for the number of values between two places, while complaints are added
//! and replaced. A `BTreeSet` finds both ends fast, but it counts by walking from one end to the other. A sorted `Vec`
//! subtracts two positions, but inserting into a million values moves half of them.
//!
//! **The idea.** A list of sorted blocks with at most [`MOST`] values each. Every value of a block is less than every
//! value of the next one.
//!
//! ```text
//! block 0: 1 3 4        block 1: 7 9        block 2: 12 15 18
//!
//! count from 4 until 15:   from stands in block 0 at 2, until in block 2 at 1
//!                          lengths of blocks 0 and 1, plus 1, minus 2  =  3 + 2 + 1 - 2  =  4   (4, 7, 9, 12)
//! ```
//!
//! **Finding.** One binary search over the last values of the blocks, one within the block. A place is a block and a
//! position within it.
//!
//! **Inserting.** A block that becomes too long is split in the middle. A value after all others goes into the last
//! block, or starts a new block if that one is full, so that values that arrive in order fill whole blocks.
//!
//! **Removing.** A block that becomes empty is removed. Blocks that shrink are not joined: they cost memory, not
//! correctness.
//!
//! **Cost.** Of a million values: about four thousand block lengths to add for a range over everything, 256 values to
//! move for an insertion, and the list of blocks to move for a split.
//!
//! **Rejected.** A tree with counts in its nodes. It needs no sum over the blocks, but it follows a pointer at each
//! level and takes much more code.
//!
//! **Edges.** A range whose ends are the wrong way round has no values. A place past the last block is valid and stands
//! after everything. A value that is already there is not inserted again.

use alloc::vec::Vec;

/// The most values of a block.
const MOST: usize = 256;

/// Values in order, each once.
// INVARIANT: no block is empty, and the blocks one after another are in order.
#[derive(Clone, Debug)]
pub(super) struct Sorted<T> {
    blocks: Vec<Vec<T>>,
}

/// The place of a value that is there, or that would be inserted.
#[derive(Clone, Copy)]
struct Place {
    block: usize,
    within: usize,
}

impl<T> Sorted<T> {
    pub(super) const fn new() -> Self {
        Self { blocks: Vec::new() }
    }
}

impl<T> Default for Sorted<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Copy + Ord> Sorted<T> {
    /// Returns the place after all values that are less.
    fn place(&self, value: &T) -> Place {
        let block = self.blocks.partition_point(|block| block.last() < Some(value));
        let within = self.blocks.get(block).map_or(0, |block| block.partition_point(|known| known < value));
        Place { block, within }
    }

    pub(super) fn insert(&mut self, value: T) {
        let Place { block, within } = self.place(&value);
        if let Some(of_place) = self.blocks.get_mut(block) {
            if of_place.get(within) == Some(&value) {
                return;
            }
            of_place.insert(within, value);
            if of_place.len() > MOST {
                let behind = of_place.split_off(MOST / 2);
                self.blocks.insert(block + 1, behind);
            }
            return;
        }
        match self.blocks.last_mut().filter(|last| last.len() < MOST) {
            Some(last) => last.push(value),
            None => self.blocks.push(Vec::from([value])),
        }
    }

    pub(super) fn remove(&mut self, value: &T) {
        let Place { block, within } = self.place(value);
        let Some(of_place) = self.blocks.get_mut(block) else { return };
        if of_place.get(within) == Some(value) {
            of_place.remove(within);
            if of_place.is_empty() {
                self.blocks.remove(block);
            }
        }
    }

    /// Returns the values from `first` on, in order.
    pub(super) fn from<'a>(&'a self, first: &T) -> impl Iterator<Item = &'a T> + use<'a, T> {
        let Place { block, within } = self.place(first);
        let blocks = self.blocks.get(block..).unwrap_or_default();
        blocks.iter().flatten().skip(within)
    }

    /// Returns how many values are at least `from` and less than `until`, or 0 if the two are the wrong way round.
    pub(super) fn count(&self, from: &T, until: &T) -> usize {
        if from >= until {
            return 0;
        }
        let (first, end) = (self.place(from), self.place(until));
        let before = self.blocks.get(first.block..end.block).unwrap_or_default();
        (before.iter().map(Vec::len).sum::<usize>() + end.within).saturating_sub(first.within)
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;

    use crate::triage::sorted::Sorted;

    /// Numbers that look random, the same in every run.
    fn numbers() -> impl Iterator<Item = u64> {
        core::iter::successors(Some(88_172_645_463_325_252_u64), |last| {
            let last = last ^ (last << 13);
            let last = last ^ (last >> 7);
            Some(last ^ (last << 17))
        })
        .map(|number| number % 4_000)
    }

    #[test]
    fn ranges_are_counted_as_one_by_one() {
        let (mut sorted, mut plain) = (Sorted::new(), BTreeSet::new());
        let mut random = numbers();
        let mut next = || random.next().unwrap_or_default();
        for round in 0..6_000 {
            let number = next();
            // Values come behind the others, among them, and go again.
            if round % 3 == 2 {
                sorted.remove(&number);
                plain.remove(&number);
            } else {
                let number = if round % 2 == 0 { number } else { 4_000 + round };
                sorted.insert(number);
                plain.insert(number);
            }
            if round % 10 == 0 {
                let (one, other) = (next(), next() * 2);
                let (from, until) = (one.min(other), one.max(other));
                assert_eq!(sorted.count(&from, &until), plain.range(from..until).count());
                assert!(sorted.from(&from).eq(plain.range(from..)));
            }
        }
        for number in plain {
            sorted.remove(&number);
        }
        assert!(sorted.blocks.is_empty());
    }

    #[test]
    fn nothing_and_the_wrong_way_round_are_counted_as_nothing() {
        let mut sorted = Sorted::new();
        assert_eq!(sorted.count(&0, &9), 0);
        (0..1_000).for_each(|number| sorted.insert(number));
        assert_eq!((sorted.count(&900, &100), sorted.count(&5, &5), sorted.count(&0, &1_000)), (0, 0, 1_000));
        // Whichever blocks the two stand in, and whichever stands further behind in its own.
        for from in 0..1_000 {
            assert!((0..from).step_by(7).all(|until| sorted.count(&from, &until) == 0), "{from}");
        }
    }
}
