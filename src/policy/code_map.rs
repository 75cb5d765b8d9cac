//! A map from codes to numbers with lookups of a few nanoseconds, whatever the number of words.
//!
//! It is a hash table with open addressing and linear probing, built once and at most half full, so that a probe
//! always ends at an empty slot.

use alloc::vec::Vec;

use crate::vocab::Code;

const EMPTY: u32 = u32::MAX;

/// A map from codes to numbers that is built once.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct CodeMap {
    entries: Vec<(Code, u32)>,
    /// The place of each entry, by the hash of its code. The length is a power of two.
    slots: Vec<u32>,
}

#[expect(
    clippy::indexing_slicing,
    reason = "a slot is below their number, which is a power of two, and holds the place of an entry"
)]
impl CodeMap {
    /// Of two entries for one code the first one counts.
    pub(crate) fn new(entries: impl IntoIterator<Item = (Code, u32)>) -> Self {
        let entries: Vec<(Code, u32)> = entries.into_iter().collect();
        let mut map = Self { slots: alloc::vec![EMPTY; (entries.len() * 2).next_power_of_two()], entries };
        for (number, (code, _)) in (0..).zip(&map.entries) {
            let mut at = map.slot(code.hashed());
            while map.entry(at).is_some_and(|(known, _)| known != code) {
                at = map.next_slot(at);
            }
            if map.slots[at] == EMPTY {
                map.slots[at] = number;
            }
        }
        map
    }

    /// The entry in a slot, if the slot is in use.
    #[inline]
    fn entry(&self, slot: usize) -> Option<&(Code, u32)> {
        let taken = self.slots[slot];
        (taken != EMPTY).then(|| &self.entries[taken as usize])
    }

    pub(crate) fn get(&self, code: &Code) -> Option<u32> {
        self.find(code.hashed(), |known| known == code)
    }

    fn find(&self, hash: u32, is: impl Fn(&Code) -> bool) -> Option<u32> {
        let mut at = self.slot(hash);
        // At most half of the slots are in use, so that the loop ends at an empty one.
        while let Some((known, value)) = self.entry(at) {
            if is(known) {
                return Some(*value);
            }
            at = self.next_slot(at);
        }
        None
    }

    const fn slot(&self, hash: u32) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    fn next_slot(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }
}
